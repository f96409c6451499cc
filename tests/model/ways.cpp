// SPDX-License-Identifier: BSL-1.0
//
// Ways to the start and to the completion of a part; and ways that nobody can ever take.
#include "model/delivered_lamp.hpp"

#include <chrono>
#include <string>

using namespace lupaus;
using namespace std::chrono_literals;

using model_test::delivered_lamp, model_test::ways;

namespace {

// "it follows 'x' …, or leave this way out": what the builder says of each.
std::string faults(builder const& b) {
  auto const made = b.build();
  return made ? "none" : to_string(made.error());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ways_to_events)

BOOST_AUTO_TEST_CASE(a_completion_comes_about_as_is_said_and_no_longer_by_itself) {
  delivered_lamp s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  auto const found = s.b.step(s.delivery, "found").follows(lost).id();
  s.b.happens(completed(s.delivery)).follows(found).by(s.carrier).follows(started(s.delivery));
  s.b.happens(started(s.delivery)).by(s.customer);
  auto const m = model_test::built(s.b);
  BOOST_TEST(ways(m, find_event(m, event_kind::completed, s.delivery)) ==
             "found by carrier; delivery started by carrier");
  BOOST_TEST(ways(m, find_event(m, event_kind::started, s.delivery)) == "ordered by customer");
}

BOOST_AUTO_TEST_CASE(only_a_start_or_a_completion_happens_without_being_declared) {
  delivered_lamp s;
  s.b.fails(s.delivery, "lost");
  s.b.happens(failed(s.delivery, "lost")).by(s.carrier);
  BOOST_TEST(faults(s.b).find("the way to lost: this is said of the start and of the completion of "
                              "a part; declare a failure or a step by `fails`, `may_be_late` or "
                              "`step`") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_completion_hands_over_what_its_part_carries_and_nothing_else) {
  delivered_lamp s;
  s.b.happens(completed(s.delivery)).hands(s.lamp, s.customer);
  BOOST_TEST(faults(s.b).find("what carries a good is said by `carries`; else a step hands it "
                              "over") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_way_that_no_chain_of_ways_leads_to) {
  delivered_lamp s;
  auto one = s.b.step(s.delivery, "one"), two = s.b.step(s.delivery, "two");
  one.follows(two), two.follows(one);
  s.b.happens(completed(s.delivery)).follows(two);
  BOOST_TEST(
      faults(s.b) ==
      "the way to delivery completed: it follows 'two' of 'delivery', and nothing leads "
      "there; say how that comes about, or leave this way out\n"
      "the way to one: it follows 'two' of 'delivery', and nothing leads there; say how that "
      "comes about, or leave this way out\n"
      "the way to two: it follows 'one' of 'delivery', and nothing leads there; say how that "
      "comes about, or leave this way out");
  // One of them can begin: now there is a chain to each.
  one.by(s.carrier).follows(started(s.delivery));
  BOOST_TEST(faults(s.b) == "none");
}

BOOST_AUTO_TEST_CASE(a_start_that_waits_for_its_own_end) {
  delivered_lamp s;
  s.b.happens(started(s.delivery)).follows(completed(s.delivery));
  BOOST_TEST(faults(s.b) ==
             "the way to delivery started: it follows 'delivery completed', and nothing leads "
             "there; say how that comes about, or leave this way out\n"
             "the way to delivery completed: it follows 'delivery started', and nothing leads "
             "there; say how that comes about, or leave this way out");
}

BOOST_AUTO_TEST_CASE(what_a_precedence_prevents_is_no_fault_of_a_way) {
  delivered_lamp s;
  s.b.step(s.lamp, "packed").follows(completed(s.delivery));
  BOOST_TEST(faults(s.b) == "none");
}

BOOST_AUTO_TEST_SUITE_END()
