// SPDX-License-Identifier: BSL-1.0
//
// One gap is planted in a sound promise: exactly that one is found, in that place, with exactly
// what follows from it, and nothing else.
#include "support/planting.hpp"
#include "support/random_model.hpp"
#include "support/runs.hpp"
#include "support/teller.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace {

using proof::description, proof::flawless, proof::planter;

}  // namespace

BOOST_AUTO_TEST_SUITE(a_planted_gap_is_found_and_nothing_else)

BOOST_AUTO_TEST_CASE(nothing_is_found_in_a_sound_promise) {
  proof::hold_on_random(proof::runs(1200), proof::sound_promise, [](description const& d) {
    auto const m = proof::to_model(d);
    if (!m) return "it does not build:\n" + proof::faults_of(d);
    std::string text;
    for (auto const& f : proof::raw_findings(*m)) text += proof::namer{*m, d}(f) + "\n";
    return text;
  });
}

BOOST_AUTO_TEST_CASE(every_gap_of_the_catalogue_is_planted) {
  std::map<std::string_view, int> ways;
  for (auto const& way : proof::all_ways_to_plant()) ++ways[way.gap];
  BOOST_TEST(ways.size() == 31u);
}

BOOST_AUTO_TEST_CASE(each_gap_by_itself) {
  std::map<std::string_view, std::size_t> planted_in;
  auto const n = proof::runs(120);
  proof::hold_on_random(n, proof::sound_promise, [&](description const& d) -> std::string {
    auto const m = flawless(d);
    if (!m) return {};  // comes up when shrinking
    for (auto const& way : proof::all_ways_to_plant())
      for (std::uint64_t place = 0; place < 2; ++place) {
        auto const p = (planter{d, *m, 2 * d.seed + place}.*way.plant)();
        if (!p) continue;
        ++planted_in[way.gap];
        auto const text = proof::difference_from(p->d, {p->root}, p->consequences);
        if (!text.empty()) return std::string{way.gap} + ", " + text;
      }
    return {};
  });
  for (auto const& way : proof::all_ways_to_plant())
    BOOST_TEST(planted_in[way.gap] > n / 10, way.gap << " has found no place to be planted in");
}

BOOST_AUTO_TEST_CASE(a_remedy_exactly_as_fast_as_claimed_is_no_gap) {
  proof::hold_on_random(proof::runs(400), proof::sound_promise, [](description const& d) {
    auto const m = flawless(d);
    if (!m) return std::string{};
    auto const p = planter{d, *m, d.seed}.late_remedy(false);
    return !p || flawless(p->d) ? std::string{} : "found all the same:\n" + to_string(p->d);
  });
}

BOOST_AUTO_TEST_SUITE_END()
