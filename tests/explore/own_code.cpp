// SPDX-License-Identifier: BSL-1.0
//
// Policies that are code: with a clock; and such as throw, never end, answer nonsense, or remember
// what they were asked before. Each is told as what it is, with the trace that led there.
#include "check/flagship.hpp"
#include "lupaus/explore.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <stdexcept>
#include <string>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;
using flagship::washing_machine;

struct sold {
  washing_machine w;
  model m = w.b.build().value();
};

/// The moves of a trace lead from the order to the question that was answered badly.
void check_broken(verdict const& v, policy_fault fault, std::size_t moves) {
  BOOST_TEST(!v.is_clean());
  BOOST_TEST(!v.never_traps());
  BOOST_TEST_REQUIRE(v.broken.size() == 1U);
  auto const& s = v.broken[0];
  BOOST_TEST((s.ends == ending::broken));
  BOOST_TEST(s.moves.size() == moves);
  BOOST_TEST((s.moves.front().kind == move_kind::orders));
  BOOST_TEST((s.moves.back().kind == move_kind::breaks));
  BOOST_TEST((s.moves.back().fault == fault));
  BOOST_TEST(v.seen.is_complete());
}

/// Replaces at once, and accepts a cancellation.
decision kind(circumstances const& c) {
  return c.on == occasion::cancellation ? decision::accepts() : decision::replaces();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(policies_that_are_code)

BOOST_AUTO_TEST_CASE(a_function_serves) {
  sold const s;
  BOOST_TEST(explore(s.m, kind).never_traps());
  BOOST_TEST(explore(s.m, [](circumstances const& c) { return kind(c); }).never_traps());
}

// Without the time it would seem to be the first hour for ever, in which she may cancel.
BOOST_AUTO_TEST_CASE(a_policy_with_a_clock_is_told_the_time_on_request) {
  sold const s;
  auto const by_the_clock = [](circumstances const& c) {
    if (c.on != occasion::cancellation) return decision::refuses();
    return c.now() <= 3'600 ? decision::accepts() : decision::refuses();
  };
  check_broken(explore(s.m, by_the_clock), policy_fault::asks_the_time, 2);
  auto const v = explore(s.m, by_the_clock, {.tells_time = true});
  BOOST_TEST_REQUIRE(!v.stories.empty());
  BOOST_TEST((v.stories[0].ends == ending::trapped));
}

BOOST_AUTO_TEST_CASE(one_that_throws) {
  sold const s;
  auto const v = explore(s.m, [&](circumstances const& c) -> decision {
    if (c.on == occasion::replacement && c.failure == s.w.lost) throw std::runtime_error{"no row"};
    return kind(c);
  });
  check_broken(v, policy_fault::throws, 4);  // ordered, shipped, lost, asked
  BOOST_TEST(v.broken[0].words == "no row");
  BOOST_TEST((v.broken[0].failure == s.w.lost));
}

BOOST_AUTO_TEST_CASE(one_that_throws_what_is_no_exception) {
  sold const s;
  auto const v = explore(s.m, [](circumstances const& c) -> decision {
    if (c.on == occasion::cancellation) throw 7;
    return kind(c);
  });
  check_broken(v, policy_fault::throws, 2);  // ordered, asked
  BOOST_TEST(v.broken[0].words == "");
}

BOOST_AUTO_TEST_CASE(one_that_never_ends) {
  sold const s;
  auto const v = explore(s.m, [&](circumstances const& c) {
    while (c.on == occasion::cancellation && !c.has_happened(s.w.back)) continue;
    return kind(c);
  });
  check_broken(v, policy_fault::does_not_end, 2);
}

BOOST_AUTO_TEST_CASE(one_that_answers_nonsense) {
  sold const s;
  auto const answering = [&](occasion on, decision const& d) {
    return explore(s.m, [=](circumstances const& c) { return c.on == on ? d : kind(c); });
  };
  auto const cancels = occasion::cancellation;
  check_broken(answering(cancels, decision::replaces(s.w.machine)), policy_fault::talks_nonsense,
               2);
  check_broken(answering(cancels, decision::waits_for(event_id{200})), policy_fault::talks_nonsense,
               2);
  check_broken(answering(cancels, decision::refuses().by(rule_id{200})),
               policy_fault::talks_nonsense, 2);
  check_broken(answering(cancels, decision{.does = static_cast<answer>(99)}),
               policy_fault::talks_nonsense, 2);
  check_broken(answering(occasion::replacement, decision::replaces(part_id{200})),
               policy_fault::talks_nonsense, 4);
  // Nobody asked: ordered, shipped, damaged, reported, acts.
  check_broken(answering(occasion::news, decision::accepts()), policy_fault::talks_nonsense, 5);
}

BOOST_AUTO_TEST_CASE(one_that_remembers) {
  sold const s;
  auto asked = 0;
  auto const v = explore(s.m, [&asked](circumstances const& c) {
    if (c.on != occasion::cancellation) return kind(c);
    return ++asked % 2 == 0 ? decision::refuses() : decision::accepts();
  });
  check_broken(v, policy_fault::changes_its_mind, 2);
}

BOOST_AUTO_TEST_SUITE_END()
