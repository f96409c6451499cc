// SPDX-License-Identifier: BSL-1.0
//
// The longest times, against walks that are made longer and longer until nothing changes, or too
// often for that.
#include "lupaus/explore/search/longest_path.hpp"

#include "search/support.hpp"

using namespace policy_test;

namespace {

auto const is_goal = [](std::uint64_t s) { return s % 5 == 4; };
auto const duration_of = [](int label) { return std::int64_t{label} * 10; };  // 0 takes no time
auto const by_some = [](std::uint64_t, int label, std::uint64_t) { return label != 3; };
constexpr auto boundless = std::numeric_limits<std::int64_t>::max();

// After n rounds every time is that of the longest walk of n moves; whatever still grows after as
// many rounds as there are states goes in circles, and so does what leads there.
std::map<std::uint64_t, std::int64_t> plain_times(table_system const& t) {
  std::map<std::uint64_t, std::int64_t> times;
  for (auto const& [s, out] : t.moves)
    if (is_goal(s)) times[s] = 0;
  for (std::size_t round = 0; round < 2 * t.moves.size() + 2; ++round)
    for (auto const& [s, out] : t.moves) {
      if (is_goal(s)) continue;
      for (auto const& [label, to] : out) {
        if (label == 3 || !times.contains(to)) continue;
        auto const far = times[to] == boundless ? boundless : times[to] + duration_of(label);
        auto const [at, is_new] = times.emplace(s, far);
        if (!is_new && far > at->second) at->second = round > t.moves.size() ? boundless : far;
      }
    }
  return times;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(policy_longest)

BOOST_AUTO_TEST_CASE(random_systems_take_as_long_as_the_plain_way_says) {
  proof::chooser choose{7};
  std::size_t bounded = 0, endless = 0, stuck = 0;
  for (int round = 0; round < 400; ++round) {
    auto const t = random_system(choose, 25);
    auto const wanted = plain_times(t);
    exploration space{t};
    space.run();
    longest_times const found{space, duration_of, is_goal, by_some};
    BOOST_TEST(found.is_exact());
    for (std::size_t n = 0; n < space.size(); ++n) {
      auto const at = wanted.find(space[n]);
      BOOST_TEST_REQUIRE(found[n].has_value() == (at != wanted.end()));
      auto const path = found.path_from(static_cast<state_number>(n));
      if (!found[n]) {
        ++stuck;
        continue;
      }
      BOOST_TEST_REQUIRE(*found[n] == at->second);
      if (*found[n] == boundless) {
        ++endless;
        BOOST_TEST(path.empty());
        continue;
      }
      ++bounded;
      std::int64_t time = 0;
      auto here = space[n];
      for (auto const& step : path) {
        BOOST_TEST(!is_goal(here));
        auto const& out = t.moves.at(here);
        BOOST_TEST(
            (std::find(out.begin(), out.end(), std::pair{step.label, step.state}) != out.end()));
        BOOST_TEST(step.label != 3);
        time += duration_of(step.label);
        here = step.state;
      }
      BOOST_TEST(is_goal(here));
      BOOST_TEST(time == *found[n]);
    }
  }
  BOOST_TEST(bounded > 400u);
  BOOST_TEST(endless > 200u);
  BOOST_TEST(stuck > 200u);
}

BOOST_AUTO_TEST_CASE(circles_count_only_if_they_take_time) {
  // 5 and 6 tell each other at once; 7 comes back after 10.
  table_system const quick{{5}, {{5, {{0, 6}}}, {6, {{0, 5}, {2, 9}}}, {9, {}}}};
  exploration a{quick};
  a.run();
  longest_times const at_once{a, duration_of, is_goal};
  BOOST_TEST(at_once[0].value() == 20);
  BOOST_TEST(at_once.path_from(0).size() == 2u);

  table_system const slow{{5}, {{5, {{1, 6}}}, {6, {{0, 5}, {2, 9}}}, {9, {}}}};
  exploration b{slow};
  b.run();
  longest_times const in_circles{b, duration_of, is_goal};
  BOOST_TEST(in_circles[0].value() == boundless);
}

BOOST_AUTO_TEST_CASE(of_a_part_of_the_space_it_is_no_more_than_a_beginning) {
  constexpr counter some{100};
  auto const ends = [](auto n) { return n >= 8; };
  auto const one = [](auto) { return 1; };
  exploration space{some};
  space.run({.states = 8});
  longest_times const part{space, one, ends};
  BOOST_TEST(!part.is_exact());
  exploration whole{some};
  whole.run();
  longest_times const all{whole, one, ends};
  BOOST_TEST(all.is_exact());
  BOOST_TEST(all[0].value() == 7);
  BOOST_TEST(part[0].value_or(0) <= 7);
}

BOOST_AUTO_TEST_SUITE_END()
