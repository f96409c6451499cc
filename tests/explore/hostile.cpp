// SPDX-License-Identifier: BSL-1.0
//
// Policies that misbehave, each reported as such with the trace that led there; and searches that
// end before the end, which claim no more than they saw.
#include "check/flagship.hpp"
#include "support/runs.hpp"
#include "support/small_model.hpp"
#include "support/teller.hpp"

#include "lupaus/explore.hpp"
#include "lupaus/model/element_text.hpp"

#include <boost/test/unit_test.hpp>

#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace lupaus;
using flagship::washing_machine;
using decides = std::function<decision(circumstances const&)>;

struct shop_floor : washing_machine {
  model m = b.build().value();
};

/// What became of a policy: the fault, its words, and the kinds of the moves that led there.
struct outcome {
  policy_fault fault = policy_fault::none;
  std::string words, moves;
  friend bool operator==(outcome const&, outcome const&) = default;
  friend std::ostream& operator<<(std::ostream& out, outcome const& o) {
    return out << to_string(o.fault) << " '" << o.words << "' after" << o.moves;
  }
};

outcome outcome_of(verdict const& v, story const& s) {
  BOOST_TEST((s.ends == ending::broken));
  BOOST_TEST(!v.is_clean());
  BOOST_TEST(!v.never_traps());
  outcome o{s.moves.back().fault, s.words, {}};
  for (auto const& x : s.moves) {
    o.moves += " " + std::string{to_string(x.kind)};
    if (x.event) o.moves += " " + name_of(v.model(), x.event);
    if (x.kind == move_kind::breaks) o.moves += " on " + std::string{to_string(x.on)};
  }
  return o;
}
/// Of a policy with one fault.
outcome outcome_of(model const& m, decides policy) {
  auto const v = explore(m, policy, {.failures = 1, .times = false});
  BOOST_TEST_REQUIRE(v.broken.size() == 1U);
  return outcome_of(v, v.broken[0]);
}
outcome at_once(policy_fault f, std::string words = {}) {
  return {f, std::move(words), " orders breaks on cancellation requested"};
}

/// Answers nonsense on one occasion, and waits on the others.
decides says(occasion on, decision d) {
  return [=](circumstances const& c) { return c.on == on ? d : decision::waits(); };
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_policies)

BOOST_FIXTURE_TEST_CASE(throws, shop_floor) {
  BOOST_TEST(outcome_of(m, [](circumstances const&) -> decision {
               throw std::runtime_error{"no such order"};
             }) == at_once(policy_fault::throws, "no such order"));
  BOOST_TEST(outcome_of(m, [](circumstances const&) -> decision { throw 42; }) ==
             at_once(policy_fault::throws));
}

BOOST_FIXTURE_TEST_CASE(throws_late, shop_floor) {
  // Only when she asks about a parcel that went back to the supplier.
  auto const o = outcome_of(m, [this](circumstances const& c) -> decision {
    if (c.on == occasion::replacement && c.has_happened(returned))
      throw std::logic_error{"returned?"};
    return decision::waits();
  });
  BOOST_TEST(o ==
             (outcome{policy_fault::throws, "returned?",
                      " orders happens shipped happens damaged happens returned breaks damaged on "
                      "replacement requested"}));
}

BOOST_FIXTURE_TEST_CASE(throws_other_words_each_time, shop_floor) {
  std::size_t n = 0;
  decides policy = [&](circumstances const&) -> decision {
    throw std::runtime_error{"error " + std::to_string(++n)};
  };
  auto const v = explore(m, policy, {.failures = 1, .times = false});
  BOOST_TEST_REQUIRE(v.broken.size() == 1U);  // as many words as it likes
  BOOST_TEST(v.broken[0].words.starts_with("error "));
  BOOST_TEST(!v.never_traps());
}

BOOST_FIXTURE_TEST_CASE(never_ends, shop_floor) {
  auto const d = delivery, g = machine;
  auto const e = damaged;
  std::vector<std::function<bool(circumstances const&)>> const questions{
      [](auto const& c) { return c.failures() < 100; },
      [](auto const& c) { return c.phase() == order_phase::open; },
      [](auto const& c) { return c.cancellation() != reply::refused || c.failures() < 9; },
      [](auto const& c) { return !c.is_kept(); },
      [](auto const& c) { return !c.is_acceptable(); },
      [=](auto const& c) { return !c.last(d) || c.last(d); },
      [=](auto const& c) { return !c.is_done(d) || c.is_done(d); },
      [=](auto const& c) { return !c.is_done(d, 0) || c.is_done(d, 0); },
      [=](auto const& c) { return c.replacement(d, 0) == c.replacement(d, 0); },
      [=](auto const& c) { return c.is_told(d, 0) == c.is_told(d, 0); },
      [=](auto const& c) { return c.has_happened(e) == c.has_happened(e); },
      [=](auto const& c) { return c.has_happened(e, 0) == c.has_happened(e, 0); },
      [=](auto const& c) { return c.is_reported(e, 0) == c.is_reported(e, 0); },
      [=](auto const& c) { return c.holder(g) == c.holder(g); },
      [=](auto const& c) { return c.open_failure(d, 0) == c.open_failure(d, 0); },
      [=](auto const& c) { return c.units(d) == 1; },
      [=](auto const& c) { return c.is_in_situation(rule_id{0}) == c.is_in_situation(rule_id{0}); },
      [=](auto const& c) { return c.has_fired(rule_id{0}, 0) == c.has_fired(rule_id{0}, 0); },
      [=](auto const& c) { return c.is_open(rule_id{1}, d, 0) == c.is_open(rule_id{1}, d, 0); },
  };
  for (std::size_t i = 0; i < questions.size(); ++i) BOOST_TEST_CONTEXT("question " << i) {
      auto const& asks = questions[i];
      BOOST_TEST(outcome_of(m, [&](circumstances const& c) {
                   while (asks(c)) {
                   }
                   return decision::accepts();
                 }) == at_once(policy_fault::does_not_end));
    }
}

BOOST_FIXTURE_TEST_CASE(never_ends_and_does_not_let_itself_be_stopped, shop_floor) {
  // It may catch what stops it; it is reported all the same, once it gives an answer.
  BOOST_TEST(outcome_of(m, [](circumstances const& c) {
               try {
                 while (c.failures() < 100) {
                 }
               } catch (...) {
               }
               return decision::accepts();
             }) == at_once(policy_fault::does_not_end));
}

BOOST_FIXTURE_TEST_CASE(never_ends_and_nothing_can_be_thrown_through_it, shop_floor) {
  static auto const d = delivery;
  static auto const e = damaged;
  auto const answers = [&](auto policy) {
    auto const v = explore(m, policy, {.failures = 0, .times = false});
    BOOST_TEST_REQUIRE(v.broken.size() == 1U);
    return outcome_of(v, v.broken[0]);
  };
  auto const endless = at_once(policy_fault::does_not_end);
  BOOST_TEST(answers([](circumstances const& c) noexcept {
               while (c.failures() < 200) {
               }
               return decision::accepts();
             }) == endless);
  BOOST_TEST(answers([](circumstances const& c) noexcept {
               while (!c.has_happened(e)) {
               }
               return decision::accepts();
             }) == endless);
  BOOST_TEST(answers([](circumstances const& c) noexcept {
               while (c.phase() == order_phase::open && !c.is_kept() && !c.last(d)) {
               }
               return decision::accepts();
             }) == endless);
  BOOST_TEST(answers([](circumstances const& c) noexcept {
               for (std::size_t u = 0; c.is_done(d, u) == c.is_done(d, u); ++u) {
               }
               return decision::accepts();
             }) == endless);
  struct waits_for_ever {
    bool is_there(circumstances const& c) const noexcept { return c.is_acceptable(); }
    decision decide(circumstances const& c) const {  // it asks by a function that may not throw
      while (!is_there(c)) {
      }
      return decision::accepts();
    }
  };
  BOOST_TEST(answers(waits_for_ever{}) == endless);
  struct waits_for_a_day {
    decision decide(circumstances const& c) const noexcept {
      while (c.now() < 86'400) {
      }
      return decision::accepts();
    }
  };
  auto const v = explore(m, waits_for_a_day{}, {.failures = 0, .times = false, .tells_time = true});
  BOOST_TEST_REQUIRE(v.broken.size() == 1U);
  BOOST_TEST(outcome_of(v, v.broken[0]) == endless);
}

BOOST_FIXTURE_TEST_CASE(a_long_decision_is_no_endless_one, shop_floor) {
  decides policy = [](circumstances const& c) {
    for (int i = 0; i < 50'000; ++i)
      if (c.failures() > 100) break;
    return decision::accepts();
  };
  decides accepts = says(occasion::cancellation, decision::accepts());
  BOOST_TEST(explore(m, policy, {.failures = 0, .times = false}).is_clean());
  BOOST_TEST(explore(m, accepts, {.failures = 1, .times = false}).never_traps());
}

BOOST_FIXTURE_TEST_CASE(answers_nonsense, shop_floor) {
  auto const nonsense = at_once(policy_fault::talks_nonsense);
  auto const with = [](decision d, auto change) {
    change(d);
    return d;
  };
  for (auto const& d :
       {decision::replaces(), decision::performs_again(), decision::repairs(),
        decision{.does = static_cast<answer>(7)}, decision{.does = static_cast<answer>(255)},
        decision::waits_for(event_id{m.view().events.size()}), decision::waits_for(event_id{9'999}),
        with(decision::accepts(), [](decision& x) { x.object = part_id{77}; }),
        with(decision::waits(), [](decision& x) { x.under = rule_id{77}; })})
    BOOST_TEST(outcome_of(m, says(occasion::cancellation, d)) == nonsense);
  for (auto const& d :
       {decision::replaces(part_id{m.view().parts.size()}), decision::performs_again(part_id{99}),
        decision{.does = static_cast<answer>(99)}, decision::waits_for(event_id{9'999}),
        decision::refuses().by(rule_id{99})})
    BOOST_TEST(
        outcome_of(m, says(occasion::replacement, d)) ==
        (outcome{
            policy_fault::talks_nonsense,
            {},
            " orders happens shipped happens damaged breaks damaged on replacement requested"}));
  for (auto const& d : {decision::accepts(), decision::replaces(part_id{99})})
    BOOST_TEST((outcome_of(m, says(occasion::news, d)).fault == policy_fault::talks_nonsense));
}

BOOST_FIXTURE_TEST_CASE(has_a_hidden_state, shop_floor) {
  std::size_t n = 0;
  BOOST_TEST(outcome_of(m, [&](circumstances const&) {
               return ++n % 2 == 0 ? decision::accepts() : decision::refuses();
             }) == at_once(policy_fault::changes_its_mind));
  n = 0;
  BOOST_TEST(outcome_of(m, [&](circumstances const&) {
               return decision::waits().within(std::chrono::hours{++n});
             }) == at_once(policy_fault::changes_its_mind));
  n = 0;
  BOOST_TEST(outcome_of(m, [&](circumstances const&) -> decision {
               if (++n % 2 == 0) throw 1;
               return decision::waits();
             }).moves == at_once(policy_fault::throws).moves);
}

// Whatever the length of its round, and however alike it answers what is asked twice at once; and a
// trap that comes of it is none.
BOOST_FIXTURE_TEST_CASE(goes_in_rounds, shop_floor) {
  auto const in_turn = [&](std::size_t period, std::size_t alike, decision one, decision other) {
    auto n = std::size_t{0};
    return explore(m,
                   [=](circumstances const& c) mutable {
                     auto const turn = n++ / alike % period;
                     if (c.on != occasion::cancellation) return decision::waits();
                     return turn == 0 ? one : other;
                   },
                   {.failures = 1, .times = false});
  };
  for (std::size_t const period : {2U, 3U, 5U, 17U})
    for (std::size_t const alike : {1U, 2U, 4U, 6U})
      for (auto const& [one, other] : {std::pair{decision::accepts(), decision::refuses()},
                                       std::pair{decision::refuses(), decision::accepts()},
                                       std::pair{decision::waits(), decision::refuses()}})
        BOOST_TEST_CONTEXT("period " << period << " of " << alike) {
          auto const v = in_turn(period, alike, one, other);
          BOOST_TEST(v.stories.empty());
          BOOST_TEST(v.trapped == 0U);
          BOOST_TEST_REQUIRE(v.broken.size() == 1U);
          BOOST_TEST((outcome_of(v, v.broken[0]).fault == policy_fault::changes_its_mind));
        }
}

// It changes after a thousand questions, whoever asks; or once, and then never again.
BOOST_FIXTURE_TEST_CASE(counts_what_it_is_asked, shop_floor) {
  for (std::size_t const change : {1U, 7U, 100U, 500U, 999U, 1'000U})
    for (auto const& later : {decision::refuses(), decision::waits()})
      BOOST_TEST_CONTEXT("after " << change) {
        auto n = std::size_t{0};
        decides counts = [&](circumstances const& c) {
          auto const is_early = ++n <= change;
          if (c.on != occasion::cancellation) return decision::waits();
          return is_early ? decision::accepts() : later;
        };
        auto const v = explore(m, counts, {.failures = 1, .times = false});
        BOOST_TEST(v.stories.empty());
        BOOST_TEST_REQUIRE(v.broken.size() == 1U);
        BOOST_TEST((outcome_of(v, v.broken[0]).fault == policy_fault::changes_its_mind));
      }
}

// It keeps what it was asked, and tells the third who asks the same something else.
BOOST_FIXTURE_TEST_CASE(remembers_each_order, shop_floor) {
  std::map<std::string, int> known;
  decides remembers = [&](circumstances const& c) {
    std::string key = std::string{to_string(c.on)} + std::to_string(c.failures());
    for (auto e : m.view().events.ids()) key += c.has_happened(e) ? '1' : '0';
    if (c.on != occasion::cancellation) return decision::waits();
    return ++known[key] <= 2 ? decision::accepts() : decision::refuses();
  };
  auto const v = explore(m, remembers, {.failures = 1, .times = false});
  BOOST_TEST(v.stories.empty());
  BOOST_TEST_REQUIRE(v.broken.size() == 1U);
  BOOST_TEST((outcome_of(v, v.broken[0]).fault == policy_fault::changes_its_mind));
}

// One that changes after so many questions, but says twice the same each time it is asked.
BOOST_FIXTURE_TEST_CASE(changes_while_it_is_explored, shop_floor) {
  decides good = says(occasion::cancellation, decision::accepts());
  std::size_t asked = 0;
  decides counts = [&](circumstances const& c) {
    ++asked;
    return good(c);
  };
  explore_options const how{.failures = 1, .times = false};
  BOOST_TEST(explore(m, counts, how).never_traps());
  auto const all = asked;
  BOOST_TEST_REQUIRE(all > 100U);
  // The last pass counts her contacts; a change that comes so late cannot be told from one after
  // the search.
  for (std::size_t change = 0; change < all / 4 * 3; change += 2) {
    std::size_t n = 0;
    decides turns = [&](circumstances const& c) {
      return n++ < change ? good(c) : decision::refuses();
    };
    BOOST_TEST_CONTEXT("after " << change << " questions of " << all)
    BOOST_TEST(!explore(m, turns, how).never_traps());
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(searches_that_end_early)

namespace {

/// n deliveries that have nothing to do with each other.
model deliveries(std::size_t n) {
  using namespace std::chrono_literals;
  builder b{"deliveries"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  product all;
  for (std::size_t i = 0; i < n; ++i) {
    auto const number = std::to_string(i);
    auto const carrier = b.subcontractor("carrier " + number);
    auto const delivery = b.service("delivery " + number);
    b.commits_to(carrier, shop, delivery, within(48h));
    auto const lost = b.fails(delivery, "lost " + number).id();
    b.on(lost).owes(shop, perform_again(delivery));
    all = i == 0 ? product{delivery} : all_of(all, delivery);
  }
  b.product(all).on(cancel_requested).owes(shop, accept);
  return b.build().value();
}

}  // namespace

BOOST_AUTO_TEST_CASE(at_100000_states) {
  decides policy = says(occasion::cancellation, decision::accepts());
  for (auto const& v :
       {explore(deliveries(24), {.limits = {.states = 100'000}, .together = true, .times = false}),
        explore(deliveries(24), policy,
                {.limits = {.states = 100'000}, .together = true, .times = false})}) {
    BOOST_TEST((v.seen.why == stop_reason::states));
    BOOST_TEST(v.seen.states == 100'000U);
    BOOST_TEST(v.seen.expanded < v.seen.states);
    BOOST_TEST_REQUIRE(v.seen.complete_depth.has_value());
    BOOST_TEST(*v.seen.complete_depth > 0U);
    BOOST_TEST(*v.seen.complete_depth < v.seen.depth);
    BOOST_TEST(v.refusal.empty());
    BOOST_TEST(v.stories.empty());
    BOOST_TEST(!v.is_clean());
    BOOST_TEST(!v.never_traps());
    BOOST_TEST(!v.times.until_acceptable.has_value());
  }
}

BOOST_AUTO_TEST_CASE(at_64_mebibytes) {
  auto const stopped = [] {
    return explore(deliveries(24),
                   {.limits = {.bytes = std::size_t{64} << 20}, .together = true, .times = false});
  };
  auto const v = stopped();
  BOOST_TEST((v.seen.why == stop_reason::bytes));
  BOOST_TEST(stopped().seen.states == v.seen.states);
  BOOST_TEST(v.seen.bytes <= std::size_t{64} << 20);
  BOOST_TEST(v.seen.states > 10'000U);
  BOOST_TEST(v.stories.empty());
  BOOST_TEST(!v.is_clean());
  BOOST_TEST(!v.never_traps());
}

BOOST_AUTO_TEST_CASE(no_trap_is_told_that_is_none) {
  std::size_t partial = 0, with_trap = 0;
  for (std::size_t i = 0; i < proof::runs(100); ++i) {
    auto const seed = proof::first_seed() + i;
    auto const m = proof::to_model(proof::small_promise(seed));
    if (!m) continue;
    explore_options how{
        .failures = i % 3, .limits = {.states = 1'000}, .together = true, .times = false};
    auto const all = explore(*m, how);
    if (!all.seen.is_complete()) continue;
    for (auto states = all.seen.states - 1; states > 0; states = states * 2 / 3) {
      how.limits.states = states;
      auto const v = explore(*m, how);
      ++partial;
      BOOST_TEST_CONTEXT("seed " << seed << ", " << states << " states") {
        BOOST_TEST(v.seen.states <= states);
        BOOST_TEST(!v.is_clean());
        BOOST_TEST(!v.never_traps());
        BOOST_TEST(v.trapped <= all.trapped);
        BOOST_TEST(v.doomed <= all.doomed);
        BOOST_TEST(v.released_by_nothing <= all.released_by_nothing);
        // Every trap that is told is one; a shorter one may lie beyond what was seen.
        for (auto const& s : v.stories) {
          if (s.ends != ending::trapped) continue;
          ++with_trap;
          auto is_true = false;
          for (auto const& t : all.stories)
            is_true = is_true || (t.ends == s.ends && t.moves.size() <= s.moves.size());
          BOOST_TEST(is_true);
        }
      }
    }
  }
  BOOST_TEST(partial > 0U);
  if (proof::runs(100) == 100) BOOST_TEST(with_trap > 0U);
}

BOOST_AUTO_TEST_SUITE_END()
