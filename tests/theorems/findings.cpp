// SPDX-License-Identifier: BSL-1.0
//
// Each finding of the recovery family bites: an order can come to where what it says is so. Theorem
// T2 of docs/explanation/semantics.md, on random promises.
#include "support/print.hpp"
#include "support/runs.hpp"
#include "support/teller.hpp"
#include "theorems/bites.hpp"
#include "theorems/other_terms.hpp"

#include "lupaus/explore.hpp"
#include "lupaus/validate.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace lupaus;

/// Of the findings of a gap, and of those that bite.
struct tally {
  std::size_t found = 0, bite = 0;
  std::string first_without = {};
};

/// How many of a hundred must bite at least, where the check is stricter on purpose: the page of
/// each gap says in what.
std::map<std::string, std::size_t> const& least() {
  static std::map<std::string, std::size_t> const all{{"blocked-remedy", 95},
                                                      {"blocked-remedy, counted", 45},
                                                      {"broken-by-rule", 97},
                                                      {"misapplied-rule", 70},
                                                      {"no-exit", 98},
                                                      {"rival-rules", 80},
                                                      {"rival-rules, counted", 35},
                                                      {"silent-failure", 95},
                                                      {"surviving-subcontract", 97},
                                                      {"uncovered-failure", 90}};
  return all;
}

/// A finding on a rule that counts is another matter: its turn may never come.
std::string name_of(model const& m, finding const& f) {
  auto const counts = f.where.kind == element_kind::rule &&
                      is_counted(m.view().rules[static_cast<rule_id>(f.where)]);
  return std::string{f.what->id} + (counts ? ", counted" : "");
}

void ask(proof::description const& d, std::map<std::string, tally>& of) {
  auto const m = proof::to_model(d);
  if (!m) return;
  proof::bites known{*m};
  std::vector<std::string> ids;
  explore_options options{
      .failures = 3, .limits = {.states = 20'000}, .together = true, .times = false};
  for (auto const& f : validate(*m)) {
    auto const bites = known.of(f);
    if (!bites) continue;
    options.invariants.push_back(
        {std::to_string(ids.size()), [=](order_view const& o) { return !bites(o); }});
    ids.push_back(name_of(*m, f));
  }
  if (ids.empty()) return;
  auto const v = explore(*m, options);
  if (!v.seen.is_complete()) return;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    auto& t = of[ids[i]];
    ++t.found;
    auto const does = std::any_of(v.violations.begin(), v.violations.end(),
                                  [&](story const& s) { return s.words == std::to_string(i); });
    t.bite += does ? 1U : 0U;
    if (!does && t.first_without.empty())
      t.first_without = "LUPAUS_SEED=" + std::to_string(d.seed) + "\n" + proof::to_string(d);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(findings)

BOOST_AUTO_TEST_CASE(come_true) {
  std::map<std::string, tally> of;
  auto const runs = proof::runs(2'500);
  for (std::size_t i = 0; i < runs; ++i) ask(proof::other_terms{proof::first_seed() + i}.run(), of);
  BOOST_TEST(!of.empty());
  for (auto const& [id, t] : of)
    BOOST_TEST_MESSAGE(id << ": " << t.bite << " of " << t.found << " findings come true");
  if (runs < 2'500) return;
  for (auto const& [id, percent] : least()) {
    auto const& t = of[id];
    auto const is_known = t.found > 0;
    auto const do_bite = t.bite * 100 >= t.found * percent;
    BOOST_TEST(is_known, id << ": found " << t.found << " times");
    BOOST_TEST(do_bite, id << ": " << t.bite << " of " << t.found << " come true; not in "
                           << t.first_without);
  }
}

BOOST_AUTO_TEST_SUITE_END()
