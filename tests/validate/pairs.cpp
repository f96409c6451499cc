// SPDX-License-Identifier: BSL-1.0
//
// Two gaps at once, each in its own half of a product: both are found, each as if the other were
// not there. Every pair of the catalogue.
#include "support/planting.hpp"
#include "support/random_model.hpp"
#include "support/runs.hpp"
#include "support/side_by_side.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace {

using proof::description, proof::planted, proof::planter;

/// Which a refusal in the other half would break.
bool speaks_of_cancelling(description const& d) {
  auto const is_right = [](proof::term_says const& t) {
    return t.quality == proof::quality_name::cancellable;
  };
  for (auto const& c : d.claims)
    if (std::any_of(c.terms.begin(), c.terms.end(), is_right)) return true;
  for (auto const& c : d.commitments)
    if (std::any_of(c.term.begin(), c.term.end(), is_right)) return true;
  return false;
}

bool pays_in_instalments(description const& d) {
  return std::any_of(d.parts.begin(), d.parts.end(),
                     [](proof::part_says const& p) { return p.is_instalment; });
}

bool works_herself(description const& d) {
  return std::any_of(d.answers.begin(), d.answers.end(),
                     [&](proof::pair_says const& a) { return a.a == d.customer; });
}

/// A half: a sound promise, its gap, and what it takes to stand beside another. No order is paid
/// `on_the_spot` and in instalments.
std::optional<planted> half(proof::way_to_plant const& way, std::uint64_t seed,
                            std::string const& prefix, int numbers, bool on_the_spot) {
  for (std::uint64_t next = 0; next < 100; ++next) {
    auto d = proof::set_apart(proof::sound_promise(seed + 7'919 * next), prefix, numbers);
    auto speaks_for_all = false;  // a rule for whatever may have failed, in the other half too
    for (auto const& r : d.rules)
      speaks_for_all = speaks_for_all || (r.since && !r.since.part.size());
    for (auto const& r : d.rules)
      speaks_for_all = speaks_for_all || r.on.kind == lupaus::event_kind::replacement_requested;
    if (speaks_for_all || speaks_of_cancelling(d)) continue;
    if (on_the_spot ? pays_in_instalments(d) : d.on_the_spot) continue;
    if (works_herself(d)) continue;  // who coordinates that speaks to her for the other half, too
    auto const m = proof::flawless(d);
    if (!m) continue;
    auto p = (planter{d, *m, seed + next}.*way.plant)();
    if (p && (way.gap == "no-exit" || !proof::has(*p, "no-exit"))) return set_apart(*p, prefix);
  }
  return {};
}

std::string pair_differs(planted const& a, planted const& b, bool& is_possible) {
  // Whoever is kept in by one half is kept in the order: that is no matter of halves. And only one
  // half can have the exits of both.
  for (auto const* p : {&a, &b})
    if (proof::has(*p, "no-exit") || proof::has(*p, "broken-by-rule")) return {};
  auto const of_b = proof::needs_exits(b);
  is_possible = !(proof::needs_exits(a) && of_b);
  if (!is_possible) return {};
  auto const d = proof::side_by_side(a.d, b.d, of_b);
  std::vector<proof::foreseen> roots{in_half(a.root, "half a"), in_half(b.root, "half b")};
  std::vector<proof::foreseen> consequences;
  for (auto const& f : a.consequences) consequences.push_back(in_half(f, "half a"));
  for (auto const& f : b.consequences) consequences.push_back(in_half(f, "half b"));
  return proof::difference_from(d, roots, consequences);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(two_planted_gaps_are_found_and_nothing_else)

BOOST_AUTO_TEST_CASE(every_pair) {
  auto const& all = proof::all_ways_to_plant();
  auto const rounds = proof::runs(2);
  std::size_t tried = 0, failed = 0;
  for (std::size_t round = 0; round < rounds && failed < 3; ++round) {
    auto const seed = proof::first_seed() + 1'000 * round;
    std::vector<std::optional<planted>> first, second;
    for (auto const& way : all) {
      first.push_back(half(way, seed + first.size(), "a ", 0, round % 2 != 0));
      second.push_back(half(way, seed + 500 + second.size(), "b ", 10'000, round % 2 != 0));
      BOOST_TEST_REQUIRE(first.back().has_value(), way.gap << " has found no place");
      BOOST_TEST_REQUIRE(second.back().has_value(), way.gap << " has found no place");
    }
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t k = 0; k < all.size() && failed < 3; ++k) {
        auto is_possible = false;
        auto const text = pair_differs(*first[i], *second[k], is_possible);
        tried += is_possible;
        if (text.empty()) continue;
        ++failed;
        BOOST_ERROR(all[i].gap << " and " << all[k].gap << ", round " << round << ":\n" << text);
      }
  }
  BOOST_TEST(tried + 1 >= rounds * ((all.size() - 2) * (all.size() - 2) - 30));
}

BOOST_AUTO_TEST_SUITE_END()
