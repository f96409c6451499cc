// SPDX-License-Identifier: BSL-1.0
//
// Tables, ids and findings begin pipelines of range-v3 as they are.
#include "lupaus/check/gaps.hpp"
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/ranges.hpp"
#include "lupaus/validate.hpp"

#include <boost/test/unit_test.hpp>

#include <range/v3/range/conversion.hpp>
#include <range/v3/view/filter.hpp>
#include <range/v3/view/transform.hpp>

#include <string_view>
#include <type_traits>
#include <vector>

using namespace lupaus;

static_assert(ranges::viewable_range<id_range<part_id>>);
static_assert(ranges::random_access_range<id_range<part_id>>);
static_assert(ranges::contiguous_range<table<part_id, part>>);
static_assert(ranges::view_<table<part_id, part>>);
static_assert(ranges::forward_range<report const&>);
static_assert(std::is_same_v<ranges::range_value_t<report const&>, finding>);

BOOST_AUTO_TEST_CASE(ids_tables_and_reports_compose_with_views) {
  builder b{"two lamps"};
  b.customer("customer");
  b.seller("shop");
  auto const lamp = b.good("lamp"), shade = b.good("shade");
  b.fails(lamp, "broken");
  b.fails(shade, "torn");
  auto const m = b.build().value();

  auto const leaves = m->parts.ids() |
                      ranges::views::filter([&](part_id p) { return is_leaf(m->parts[p]); }) |
                      ranges::to<std::vector>();
  BOOST_TEST((leaves == std::vector{lamp, shade}));

  auto const failures =
      m->events | ranges::views::filter([](event const& e) { return is_failure(e.kind); }) |
      ranges::views::transform([](event const& e) { return e.name; }) | ranges::to<std::vector>();
  BOOST_TEST((failures == std::vector<std::string_view>{"broken", "torn"}));

  auto const r = validate(m);
  auto const uncovered =
      r | ranges::views::filter([](finding const& f) { return f.is(gaps::uncovered_failure); }) |
      ranges::views::transform([](finding const& f) { return f.part; }) | ranges::to<std::vector>();
  BOOST_TEST((uncovered == std::vector{lamp, shade}));
}
