// SPDX-License-Identifier: BSL-1.0
//
// The moves that an exploration keeps as it goes are those that it tells when it is asked again.
#include "search/support.hpp"

#include <vector>

using namespace policy_test;

namespace {

/// A label from 0 to 3 is its own marks.
struct own_marks {
  std::uint8_t operator()(int label) const { return static_cast<std::uint8_t>(label); }
};
using keeping = exploration<table_system, own_marks>;

using arc = std::tuple<state_number, state_number, int>;
std::vector<arc> listed(move_array const& moves) {
  std::vector<arc> all;
  moves.for_each_marked_upwards([&](state_number from, state_number to, std::uint8_t marks) {
    all.emplace_back(from, to, marks);
    return true;
  });
  return all;
}
/// The same by looking every state up in a map.
std::vector<arc> told(keeping const& space) {
  std::map<std::uint64_t, state_number> numbers;
  for (std::size_t n = 0; n < space.size(); ++n) numbers[space[n]] = static_cast<state_number>(n);
  std::vector<arc> all;
  for (std::size_t n = 0; n < space.expanded(); ++n)
    space.system().for_each_successor(space[n], [&](std::uint64_t to, int label) {
      all.emplace_back(static_cast<state_number>(n), numbers.at(to), label);
    });
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(kept_moves)

BOOST_AUTO_TEST_CASE(are_those_that_the_system_tells) {
  proof::chooser choose{7};
  std::size_t moves = 0;
  for (int round = 0; round < 300; ++round) {
    auto const t = random_system(choose, round < 250 ? 60 : 3000);
    keeping space{t};
    space.run();
    auto const all = listed(space.moves());
    BOOST_TEST_REQUIRE((all == told(space)));
    BOOST_TEST(space.moves().states() == space.expanded());
    BOOST_TEST(space.moves().moves() == all.size());
    BOOST_TEST((space.moves() == transition_relation{space}));
    moves += all.size();
  }
  BOOST_TEST(moves > 10'000u);
}

BOOST_AUTO_TEST_CASE(are_read_downwards_as_upwards) {
  proof::chooser choose{8};
  for (int round = 0; round < 50; ++round) {
    auto const t = random_system(choose, 200);
    keeping space{t};
    space.run();
    std::vector<arc> all;
    space.moves().for_each_marked_downwards(
        [&](state_number from, state_number to, std::uint8_t marks) {
          all.emplace_back(from, to, marks);
          return true;
        });
    std::reverse(all.begin(), all.end());
    BOOST_TEST_REQUIRE((all == listed(space.moves())));
  }
}

BOOST_AUTO_TEST_CASE(with_a_mark_are_some_of_them) {
  proof::chooser choose{9};
  auto const t = random_system(choose, 500);
  keeping space{t};
  space.run();
  for (std::uint8_t mark : {move_array::first_mark, move_array::second_mark}) {
    std::vector<arc> expected, found;
    for (auto const& a : listed(space.moves()))
      if ((std::get<2>(a) & mark) != 0) expected.emplace_back(std::get<0>(a), std::get<1>(a), 0);
    marked_moves{space.moves(), mark}.for_each_upwards([&](state_number from, state_number to) {
      found.emplace_back(from, to, 0);
      return true;
    });
    BOOST_TEST(!found.empty());
    BOOST_TEST((found == expected));
  }
}

// A limit may end it in the midst of a state: that state's moves are kept when it goes on.
BOOST_AUTO_TEST_CASE(are_whole_after_any_number_of_stops) {
  proof::chooser choose{10};
  for (int round = 0; round < 60; ++round) {
    auto const t = random_system(choose, 120);
    keeping whole{t}, piecemeal{t};
    whole.run();
    for (std::size_t most = 1; !piecemeal.run({.states = most}).is_complete(); ++most) {
      BOOST_TEST_REQUIRE(most <= whole.size());
      BOOST_TEST_REQUIRE(piecemeal.moves().states() == piecemeal.expanded());
    }
    BOOST_TEST_REQUIRE((listed(piecemeal.moves()) == listed(whole.moves())));
  }
}

BOOST_AUTO_TEST_CASE(count_against_the_limit_of_bytes) {
  proof::chooser choose{11};
  auto const t = random_system(choose, 3000);
  keeping with{t};
  exploration without{t};
  with.run(), without.run();
  BOOST_TEST(with.seen().bytes == without.seen().bytes + with.moves().bytes());
  keeping tight{t};
  BOOST_TEST((tight.run({.bytes = without.seen().bytes}).why == stop_reason::bytes));
}

BOOST_AUTO_TEST_SUITE_END()
