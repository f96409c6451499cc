// SPDX-License-Identifier: BSL-1.0
//
// The other side of the counter: the explorer finds what brute force finds, no more and no less,
// and in as few moves.
#include "support/naive_exposures.hpp"
#include "support/runs.hpp"
#include "support/small_model.hpp"
#include "support/table_policy.hpp"
#include "support/teller.hpp"

#include "lupaus/explore.hpp"

#include <boost/test/unit_test.hpp>

#include <map>
#include <sstream>
#include <string>

namespace {

using namespace lupaus;
using proof::description, proof::naive_exposure, proof::naive_state;

constexpr std::size_t most_states = 400;

/// Each, and the moves of its shortest story.
using findings = std::map<naive_exposure, std::size_t>;

std::string told(findings const& all) {
  std::ostringstream out;
  for (auto const& [x, moves] : all)
    out << "  " << to_string(static_cast<exposure_kind>(std::get<0>(x))) << ", failure "
        << std::get<1>(x) << ", part " << std::get<2>(x) << ", in " << moves << " moves\n";
  return out.str();
}

template <class Order>
findings by_brute_force(Order const& order) {
  proof::naive_exposures const exposures{order};
  findings all;
  std::set<naive_state> seen{{}}, level = seen;
  for (std::size_t depth = 0; !level.empty(); ++depth) {
    std::set<naive_state> next;
    for (auto const& s : level)
      for (auto const& x : order.moves(s)) {
        for (auto const& e : exposures.of(s, x)) all.try_emplace(e, depth + 1);
        if (seen.insert(x.to).second) next.insert(x.to);
      }
    level = std::move(next);
  }
  return all;
}

findings by_the_explorer(verdict const& v) {
  findings all;
  for (auto const& x : v.exposures)
    all.try_emplace({static_cast<int>(x.kind), x.failure.value, x.part.value}, x.how.moves.size());
  return all;
}

std::map<int, std::size_t> found;  // of each kind

template <class Policy>
std::string differently(model const& m, Policy p, std::size_t budget) {
  auto const v = explore(
      m, p,
      {.failures = budget, .limits = {.states = most_states}, .together = true, .times = false});
  if (!v.seen.is_complete()) return {};
  auto const ours = by_the_explorer(v);
  for (auto const& [x, moves] : ours) ++found[std::get<0>(x)];
  proof::naive_order const order{m.view(), p, budget};
  auto const theirs = by_brute_force(order);
  if (!v.has_every_exposure) return "not every exposure was looked for";
  if (ours == theirs) return {};
  return "with at most " + std::to_string(budget) + " failures the explorer finds\n" + told(ours) +
         "and brute force\n" + told(theirs);
}

std::string rules_differ(description const& d) {
  auto const m = proof::to_model(d);
  return m ? differently(*m, rules_policy{}, d.seed / 3 % 3) : std::string{};
}
std::string policies_differ(description const& d) {
  auto const m = proof::to_model(d);
  return m ? differently(*m, proof::random_policy(m->view(), d.seed), d.seed / 3 % 3)
           : std::string{};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(exposures_against_brute_force)

BOOST_AUTO_TEST_CASE(under_the_rules) {
  found.clear();
  proof::hold_on_random(proof::runs(1'200), proof::small_promise, rules_differ);
  if (proof::runs(1'200) == 1'200)
    for (int kind = 0; kind < 4; ++kind) BOOST_TEST(found[kind] > 0U, "no " << kind);
}

BOOST_AUTO_TEST_CASE(under_any_policy) {
  found.clear();
  proof::hold_on_random(proof::runs(1'200), proof::small_promise, policies_differ);
  if (proof::runs(1'200) == 1'200)
    for (int kind = 0; kind < 4; ++kind) BOOST_TEST(found[kind] > 0U, "no " << kind);
}

BOOST_AUTO_TEST_SUITE_END()
