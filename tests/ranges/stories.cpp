// SPDX-License-Identifier: BSL-1.0
//
// Stories, and the moves of each, begin pipelines of range-v3 as they are.
#include "lupaus/explore.hpp"
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/ranges.hpp"

#include <boost/test/unit_test.hpp>

#include <range/v3/algorithm/count_if.hpp>
#include <range/v3/iterator/operations.hpp>
#include <range/v3/range/concepts.hpp>
#include <range/v3/range/conversion.hpp>
#include <range/v3/view/enumerate.hpp>
#include <range/v3/view/filter.hpp>
#include <range/v3/view/join.hpp>
#include <range/v3/view/transform.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <type_traits>
#include <vector>

using namespace lupaus;

static_assert(ranges::random_access_range<std::vector<story> const&>);
static_assert(std::is_same_v<ranges::range_value_t<decltype(story::moves)>, order_move>);

BOOST_AUTO_TEST_CASE(stories_and_their_moves_compose_with_views) {
  builder b{"two lamps"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const lamp = b.good("lamp"), shade = b.good("shade");
  b.can_do(shop, lamp, std::chrono::hours{0}).can_do(shop, shade, std::chrono::hours{0});
  b.fails(lamp, "broken");
  b.fails(shade, "torn");
  b.on(cancel_requested).owes(shop, refuse);
  auto const v = explore(b.build().value());
  BOOST_TEST_REQUIRE(!v.stories.empty());

  // One story for each failure, and no other ends in a trap.
  auto failures = v.stories |
                  ranges::views::filter([](story const& s) { return bool(s.failure); }) |
                  ranges::views::transform([&](story const& s) {
                    return std::string{v.model().events[s.failure].name};
                  }) |
                  ranges::to<std::vector>();
  std::sort(failures.begin(), failures.end());
  BOOST_TEST(failures == (std::vector<std::string>{"broken", "torn"}),
             boost::test_tools::per_element());

  // All moves in one range are those of the stories, one after the other.
  auto all = v.stories | ranges::views::transform(&story::moves) | ranges::views::join;
  std::size_t moves = 0, contacts = 0;
  for (auto const& s : v.stories)
    for (auto const& x : s.moves) ++moves, contacts += is_contact(x) ? 1U : 0U;
  BOOST_TEST(static_cast<std::size_t>(ranges::distance(all)) == moves);
  BOOST_TEST(static_cast<std::size_t>(ranges::count_if(all, is_contact)) == contacts);

  // And each has its place, which the story itself uses.
  for (auto const& s : v.stories)
    for (auto const& [i, x] : s.moves | ranges::views::enumerate) BOOST_TEST((s.moves[i] == x));
}
