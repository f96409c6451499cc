// SPDX-License-Identifier: BSL-1.0
//
// One gap is planted in a sound promise: exactly that one is found, in that
// place, with exactly what follows from it, and nothing else.
#include "support/planter.hpp"
#include "support/random_model.hpp"
#include "support/runs.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace {

using proof::description, proof::planted, proof::planter;

/// Holds the report against what was foreseen: the causes, and under each what
/// follows from it.
std::string difference_from(planted const& p) {
  auto const m = proof::to_model(p.d);
  if (!m) return "what was planted does not build:\n" + proof::faults_of(p.d);
  auto const report = lupaus::validate(*m);
  proof::namer const say{m->view(), p.d};
  std::multiset<std::string> found, expected{p.root.in_words()};
  for (auto const& c : p.consequences) expected.insert("follows: " + c.in_words());
  for (auto const& f : report) {
    found.insert(say(f));
    for (auto const& c : report.consequences(f)) found.insert("follows: " + say(c));
  }
  auto const text = proof::difference(found, expected);
  return text.empty() ? text : "planted:\n" + to_string(p.d) + text;
}

/// The model, if nothing at all is wrong with it and somebody does all the
/// work: that is what gaps are planted in.
std::optional<lupaus::model> flawless(description const& d) {
  auto m = proof::to_model(d);
  if (!m) return {};
  for (auto const& p : (*m)->parts)
    if (lupaus::is_leaf(p) && !p.performer) return {};
  auto found = false;
  lupaus::standard_checks(*m, [&](lupaus::finding const&) { found = true; });
  if (found) return {};
  return m;
}

template <class Plant>
void find_what_is_planted(Plant plant) {
  std::size_t planted_in = 0;
  auto const n = proof::runs(180);
  proof::hold_on_random(n, proof::sound_promise, [&](description const& d) -> std::string {
    auto const m = flawless(d);
    if (!m) return {};  // comes up when shrinking
    for (std::uint64_t place = 0; place < 3; ++place) {
      auto const p = plant(planter{d, *m, 3 * d.seed + place});
      if (!p) continue;
      ++planted_in;
      if (auto text = difference_from(*p); !text.empty()) return text;
    }
    return {};
  });
  BOOST_TEST(planted_in > n / 10);  // or the test has found no place to plant in
}

}  // namespace

BOOST_AUTO_TEST_SUITE(a_planted_gap_is_found_and_nothing_else)

BOOST_AUTO_TEST_CASE(nothing_is_found_in_a_sound_promise) {
  proof::hold_on_random(proof::runs(3000), proof::sound_promise, [](description const& d) {
    auto const m = proof::to_model(d);
    if (!m) return "it does not build:\n" + proof::faults_of(d);
    std::string text;
    for (auto const& f : proof::raw_findings(*m)) text += proof::namer{*m, d}(f) + "\n";
    return text;
  });
}

BOOST_AUTO_TEST_CASE(a_claim_that_nobody_backs) {
  find_what_is_planted([](planter p) { return p.unbacked_claim(); });
}
BOOST_AUTO_TEST_CASE(a_part_that_the_seller_disowns) {
  find_what_is_planted([](planter p) { return p.disowned_part(); });
}
BOOST_AUTO_TEST_CASE(a_handoff_that_nobody_coordinates) {
  find_what_is_planted([](planter p) { return p.unowned_handoff(); });
}
BOOST_AUTO_TEST_CASE(a_customer_between_two_performers) {
  find_what_is_planted([](planter p) { return p.customer_in_the_middle(); });
}
BOOST_AUTO_TEST_CASE(a_duty_whose_debtor_is_not_told) {
  find_what_is_planted([](planter p) { return p.uninformed_party(); });
}
BOOST_AUTO_TEST_CASE(a_failure_without_a_rule) {
  find_what_is_planted([](planter p) { return p.uncovered_failure(); });
}
BOOST_AUTO_TEST_CASE(a_remedy_that_waits_for_what_nobody_owes) {
  find_what_is_planted([](planter p) { return p.blocked_remedy(); });
}
BOOST_AUTO_TEST_CASE(a_remedy_slower_than_claimed) {
  find_what_is_planted([](planter p) { return p.late_remedy(); });
}
BOOST_AUTO_TEST_CASE(a_rule_that_fires_where_it_was_not_meant_to) {
  find_what_is_planted([](planter p) { return p.misapplied_rule(); });
}
BOOST_AUTO_TEST_CASE(a_failure_that_somebody_is_not_told_of) {
  find_what_is_planted([](planter p) { return p.silent_failure(); });
}
BOOST_AUTO_TEST_CASE(a_situation_without_a_way_out) {
  find_what_is_planted([](planter p) { return p.no_exit(); });
}

BOOST_AUTO_TEST_CASE(a_remedy_exactly_as_fast_as_claimed_is_no_gap) {
  proof::hold_on_random(proof::runs(500), proof::sound_promise, [](description const& d) {
    auto const m = flawless(d);
    if (!m) return std::string{};
    auto const p = planter{d, *m, d.seed}.late_remedy(false);
    return !p || flawless(p->d) ? std::string{} : "found all the same:\n" + to_string(p->d);
  });
}

BOOST_AUTO_TEST_SUITE_END()
