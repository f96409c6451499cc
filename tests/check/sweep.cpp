// SPDX-License-Identifier: BSL-1.0
//
// Many walks at once reach what each reaches by itself, whatever comes back.
#include "lupaus/detail/parallel_search.hpp"

#include "support/chooser.hpp"
#include "support/runs.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

using namespace lupaus;
using detail::question, detail::questions;

namespace {

// 0 -> 1 -> 2 -> 1, and 3 -> 2: two questions, of which the second may not enter 1.
constexpr questions reached(std::size_t node) {
  detail::sweep const walk{4, [](auto&& f) { f(0, 1), f(1, 2), f(2, 1), f(3, 2); }};
  detail::scratch<questions> sets{4};
  sets[0] = question(0), sets[3] = question(1);
  walk.spread(sets, [](std::size_t n) { return n == 1 ? question(0) : ~questions{0}; });
  return sets[node];
}
static_assert(reached(0) == 1 && reached(1) == 1 && reached(2) == 3 && reached(3) == 2);

}  // namespace

BOOST_AUTO_TEST_SUITE(sweeps)

BOOST_AUTO_TEST_CASE(random_graphs) {
  for (std::size_t run = 0; run < proof::runs(200); ++run) {
    proof::chooser r{proof::first_seed() + run};
    auto const n = static_cast<std::size_t>(r.between(1, 40));
    std::vector<std::pair<std::size_t, std::size_t>> edges;
    for (int i = r.between(0, 80); i > 0; --i) edges.emplace_back(r.below(n), r.below(n));
    std::vector<questions> barred(n);
    detail::scratch<questions> sets{n};
    for (std::size_t i = 0; i < detail::most_questions; ++i) {
      sets[r.below(n)] |= question(i);
      if (r.chance(50)) barred[r.below(n)] |= question(i);
    }
    std::vector<questions> expected(n);
    for (std::size_t v = 0; v < n; ++v) expected[v] = sets[v];
    for (auto news = true; news;) {
      news = false;
      for (auto const& [from, to] : edges) {
        auto const all = expected[to] | (expected[from] & ~barred[to]);
        news = news || all != expected[to];
        expected[to] = all;
      }
    }
    detail::sweep const walk{n, [&](auto&& f) {
                               for (auto const& [from, to] : edges) f(from, to);
                             }};
    walk.spread(sets, [&](std::size_t v) { return ~barred[v]; });
    for (std::size_t v = 0; v < n; ++v) BOOST_TEST(sets[v] == expected[v]);
  }
}

BOOST_AUTO_TEST_SUITE_END()
