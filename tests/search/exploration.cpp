// SPDX-License-Identifier: BSL-1.0
//
// What the search finds, against a search by a map and a queue.
#include "lupaus/explore/search/exploration.hpp"

#include "search/support.hpp"

#include <array>

using namespace policy_test;

namespace {

// A cube of 13 sides: what is wider than a word.
struct wide {
  using state_type = std::array<std::uint8_t, 13>;
  using label_type = std::size_t;
  void for_each_initial(auto&& f) const { f(state_type{}); }
  void for_each_successor(state_type const& s, auto&& f) const {
    for (std::size_t i = 0; i < s.size(); ++i) {
      auto to = s;
      to[i] ^= 1;
      f(to, i);
    }
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(policy_exploration)

BOOST_AUTO_TEST_CASE(random_systems_are_explored_as_the_plain_way_does) {
  proof::chooser choose{1};
  for (int round = 0; round < 300; ++round) {
    auto const t = random_system(choose, round < 200 ? 40 : 3000);
    auto const wanted = depths(t);
    exploration space{t};
    auto const seen = space.run();
    BOOST_TEST_REQUIRE(seen.is_complete());
    BOOST_TEST_REQUIRE(seen.states == wanted.size());
    BOOST_TEST(seen.expanded == seen.states);
    std::size_t moves = 0, deepest = 0;
    for (auto const& [s, depth] : wanted) {
      moves += t.moves.at(s).size();
      deepest = std::max(deepest, depth);
    }
    BOOST_TEST(seen.transitions == moves);
    BOOST_TEST(seen.depth == deepest);
    BOOST_TEST((seen.complete_depth == deepest));
    for (std::size_t n = 0; n < space.size(); ++n) {
      auto const at = static_cast<state_number>(n);
      BOOST_TEST_REQUIRE(wanted.contains(space[n]));
      BOOST_TEST_REQUIRE(space.depth_of(at) == wanted.at(space[n]));
      BOOST_TEST_REQUIRE(is_path_to(space, at));
    }
  }
}

BOOST_AUTO_TEST_CASE(the_first_state_of_a_kind_has_the_shortest_trace) {
  proof::chooser choose{2};
  std::size_t found = 0;
  for (int round = 0; round < 200; ++round) {
    auto const t = random_system(choose, 200);
    auto const sought = [&](std::uint64_t s) { return s % 7 == 3; };
    std::optional<std::size_t> shortest;
    std::size_t count = 0;
    for (auto const& [s, depth] : depths(t)) {
      if (!sought(s)) continue;
      ++count;
      shortest = std::min(shortest.value_or(depth), depth);
    }
    exploration early{t};
    auto const first = early.find(sought);
    BOOST_TEST_REQUIRE(first.has_value() == shortest.has_value());
    if (first) {
      ++found;
      BOOST_TEST(early.path_to(*first).size() == *shortest);
      BOOST_TEST((early.find(sought) == first));
    }
    early.run();  // goes on from there
    auto const all = early.count(sought);
    BOOST_TEST(all.count == count);
    BOOST_TEST((all.first == first));
  }
  BOOST_TEST(found > 50u);
}

BOOST_AUTO_TEST_CASE(of_equal_traces_the_one_told_first_is_given) {
  table_system t{{5}, {{5, {{1, 6}, {2, 6}, {3, 7}}}, {6, {{4, 8}}}, {7, {{0, 8}}}, {8, {}}}};
  exploration space{t};
  space.run();
  auto const at = space.count([](auto s) { return s == 8; }).first.value();
  auto const path = space.path_to(at);
  BOOST_TEST_REQUIRE(path.size() == 2u);
  BOOST_TEST(path[0].label == 1);
  BOOST_TEST(path[1].label == 4);
  BOOST_TEST(space[space.origin_of(at)] == 5u);
}

BOOST_AUTO_TEST_CASE(states_of_any_size_are_told_apart) {
  wide const cube;
  exploration space{cube};
  auto const seen = space.run();
  BOOST_TEST(seen.states == 8192u);
  BOOST_TEST(seen.transitions == 8192u * 13);
  BOOST_TEST(seen.depth == 13u);
}

BOOST_AUTO_TEST_CASE(nothing_to_begin_with_is_a_complete_answer) {
  table_system const none{};
  exploration space{none};
  auto const seen = space.run();
  BOOST_TEST(seen.is_complete());
  BOOST_TEST(seen.states == 0u);
  BOOST_TEST(!space.find([](auto) { return true; }).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
