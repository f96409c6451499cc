// SPDX-License-Identifier: BSL-1.0
//
// The washing machines of the benchmark, K of them with a common stock: counts that SPIN, TLC,
// NuSMV and Stateright found as well.
#include "../benchmarks/washing/orders.hpp"

#include "search/support.hpp"

using namespace policy_test;

BOOST_AUTO_TEST_SUITE(policy_washing)

BOOST_AUTO_TEST_CASE(one_order_against_a_plain_search) {
  washing::orders<1> const system{3};
  using state = washing::orders<1>::state_type;
  table_system t;
  system.for_each_initial([&](state const& s) { t.initial.push_back(s.bits); });
  for (std::vector<std::uint64_t> todo = t.initial; !todo.empty();) {
    auto const s = todo.back();
    todo.pop_back();
    if (!t.moves.try_emplace(s).second) continue;
    system.for_each_successor(state{s}, [&](state const& to, auto) {
      t.moves[s].emplace_back(0, to.bits);
      todo.push_back(to.bits);
    });
  }
  exploration space{system};
  auto const seen = space.run();
  BOOST_TEST(seen.states == depths(t).size());
  BOOST_TEST(seen.states == 703u);
  BOOST_TEST(seen.transitions == 1443u);
}

BOOST_AUTO_TEST_CASE(two_orders) {
  washing::orders<2> const system{3};
  using state = washing::orders<2>::state_type;
  exploration space{system};
  auto const seen = space.run();
  BOOST_TEST(seen.states == 148942u);
  BOOST_TEST(seen.transitions == 562248u);
  auto const stuck = space.count([&](state const& s) { return system.is_stuck(s); });
  BOOST_TEST(stuck.count == 28080u);
  BOOST_TEST_REQUIRE(stuck.first.has_value());
  BOOST_TEST(space.depth_of(*stuck.first) == 9u);
  BOOST_TEST(is_path_to(space, *stuck.first));

  transition_relation const moves{space};
  BOOST_TEST(moves.moves() == seen.transitions);
  goal_reachability const together{
      space, moves, [&](state const& s) { return system.is_ended(s, 0) && system.is_ended(s, 1); }};
  BOOST_TEST(together.count(reachability::unreachable) == 115659u);
  goal_reachability const one{space, moves, [&](state const& s) { return system.is_ended(s, 0); }};
  goal_reachability const other{space, moves,
                                [&](state const& s) { return system.is_ended(s, 1); }};
  std::size_t some = 0;
  for (std::size_t n = 0; n < space.size(); ++n)
    some += one[n] == reachability::unreachable || other[n] == reachability::unreachable ? 1u : 0u;
  BOOST_TEST(some == 101547u);
}

BOOST_AUTO_TEST_CASE(twice_the_same) {
  washing::orders<2> const system{1};
  exploration first{system}, second{system};
  first.run();
  second.run({.bytes = std::size_t{1} << 30});
  BOOST_TEST_REQUIRE(first.size() == second.size());
  bool same = true;
  for (std::size_t n = 0; n < first.size(); ++n) same = same && first[n].bits == second[n].bits;
  BOOST_TEST(same);
}

BOOST_AUTO_TEST_SUITE_END()
