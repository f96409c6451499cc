// SPDX-License-Identifier: BSL-1.0
//
// From where a goal can be reached, against a set that is grown until nothing is added.
#include "lupaus/explore/search/reachability.hpp"

#include "search/support.hpp"

using namespace policy_test;

namespace {

auto const is_goal = [](std::uint64_t s) { return s % 11 == 4; };
auto const is_allowed = [](int label) { return label != 2; };
auto const allowed_move = [](std::uint64_t, int label, std::uint64_t) { return is_allowed(label); };

// A long way that zigzags through the numbers of states, so that sweeps do not settle it.
table_system zigzag(std::size_t n, std::uint64_t seed) {
  proof::chooser choose{seed};
  std::vector<std::uint64_t> order;
  for (std::size_t i = 1; i <= n; ++i) order.push_back(i * 11);
  table_system t{{0}, {}};
  for (auto s : order) t.moves[0].emplace_back(2, s);  // numbers them; not allowed
  choose.shuffle(order);
  for (std::size_t i = 0; i + 1 < n; ++i) t.moves[order[i]].emplace_back(0, order[i + 1]);
  t.moves[order.back()].emplace_back(1, 4);
  t.moves[4] = {};
  return t;
}

// Finds a move more when it has been asked often.
struct moody {
  using state_type = std::uint32_t;
  using label_type = int;
  int mutable asked = 0;
  void for_each_initial(auto&& f) const { f(state_type{0}); }
  void for_each_successor(state_type const& s, auto&& f) const {
    if (s < 9) f(s + 1, 0);
    if (++asked > 12) f(s + 100, 1);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(search_reachability)

BOOST_AUTO_TEST_CASE(the_doomed_are_those_that_the_plain_way_finds) {
  proof::chooser choose{4};
  std::size_t doomed = 0, saved = 0;
  for (int round = 0; round < 300; ++round) {
    auto const t = random_system(choose, round < 250 ? 60 : 3000);
    auto const can = hopeful(t, is_goal, is_allowed);
    exploration space{t};
    space.run();
    transition_relation const moves{space, allowed_move};
    BOOST_TEST((moves.why() == stop_reason::complete));
    goal_reachability const ahead{space, moves, is_goal};
    for (std::size_t n = 0; n < space.size(); ++n)
      BOOST_TEST_REQUIRE(ahead[n] == (can.contains(space[n]) ? reachability::reachable
                                                             : reachability::unreachable));
    doomed += ahead.count(reachability::unreachable);
    saved += ahead.count(reachability::reachable);
    BOOST_TEST(ahead.count(reachability::unknown) == 0u);
    auto const first = ahead.first(reachability::unreachable);
    BOOST_TEST(first.has_value() == (ahead.count(reachability::unreachable) > 0));
  }
  BOOST_TEST(doomed > 1000u);
  BOOST_TEST(saved > 1000u);
}

BOOST_AUTO_TEST_CASE(of_a_part_of_the_space_only_what_is_certain_is_said) {
  proof::chooser choose{5};
  std::size_t proved = 0, open = 0;
  for (int round = 0; round < 300; ++round) {
    auto const t = random_system(choose, 200);
    auto const can = hopeful(t, is_goal, is_allowed);
    exploration space{t};
    space.run({.states = 1 + choose.below(60)});
    transition_relation const moves{space, allowed_move};
    goal_reachability const ahead{space, moves, is_goal};
    for (std::size_t n = 0; n < space.size(); ++n) {
      if (ahead[n] == reachability::reachable) BOOST_TEST_REQUIRE(can.contains(space[n]));
      if (ahead[n] == reachability::unreachable) BOOST_TEST_REQUIRE(!can.contains(space[n]));
      if (ahead[n] == reachability::unreachable) proved += space.seen().is_complete() ? 0u : 1u;
      if (ahead[n] == reachability::unknown) {
        ++open;
        BOOST_TEST_REQUIRE(!space.seen().is_complete());
      }
    }
  }
  BOOST_TEST(proved > 50u);
  BOOST_TEST(open > 50u);
}

BOOST_AUTO_TEST_CASE(a_way_that_zigzags_is_followed_to_its_beginning) {
  auto const t = zigzag(20000, 6);
  exploration space{t};
  space.run();
  transition_relation const moves{space, allowed_move};
  goal_reachability const ahead{space, moves, is_goal};
  BOOST_TEST(ahead.count(reachability::reachable) == 20001u);
  BOOST_TEST(
      (ahead.first(reachability::unreachable) == state_number{0}));  // whose moves are not allowed
}

BOOST_AUTO_TEST_CASE(without_the_relation_nothing_is_known) {
  constexpr counter some{1000};
  exploration space{some};
  space.run();
  transition_relation const none{space, every_move{}, {.bytes = 0}};
  BOOST_TEST(none.why() == stop_reason::bytes);
  goal_reachability const ahead{space, none, [](auto n) { return n == 999; }};
  BOOST_TEST(ahead.count(reachability::unknown) == 998u);
  BOOST_TEST(ahead.count(reachability::unreachable) == 0u);
}

BOOST_AUTO_TEST_CASE(a_system_that_changes_its_mind_is_found_out) {
  moody const system;
  exploration space{system};
  space.run();
  transition_relation const moves{space};
  BOOST_TEST(moves.why() == stop_reason::unsteady);
  BOOST_TEST(moves.states() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
