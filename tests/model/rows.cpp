// SPDX-License-Identifier: BSL-1.0
//
// Rows sorted by one key or by two, in a constant expression and beyond.
#include "lupaus/detail/index_by.hpp"

#include "lupaus/model/id.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>

using namespace lupaus;

namespace {

// Every number up to 12 by its remainder.
constexpr auto by_remainder(std::size_t keys) {
  return [=](auto&& f) {
    for (std::size_t i = 0; i < 12; ++i) f(part_id{i % keys}, i);
  };
}
constexpr std::size_t sum_of(std::size_t keys, std::size_t key) {
  detail::rows_by<part_id, std::size_t> const rows{keys + 1, by_remainder(keys)};
  std::size_t sum = 0;
  for (auto const i : rows[part_id{key}]) sum = 100 * sum + i;
  return sum;
}
static_assert(sum_of(4, 1) == 10509, "in the order in which they were told");
static_assert(sum_of(4, 4) == 0, "a key without rows");

constexpr std::size_t rows_of(std::size_t a, std::size_t b) {
  detail::rows_by_pair<part_id, party_id, std::size_t> const rows{
      3, 4, [](auto&& f) {
        for (std::size_t i = 0; i < 24; ++i) f(part_id{i % 3}, party_id{i % 4}, i);
      }};
  std::size_t sum = 0;
  for (auto const& x : rows(part_id{a}, party_id{b})) sum = 100 * sum + x.row;
  return rows.contains(part_id{a}, party_id{b}) ? sum : 10'000;
}
static_assert(rows_of(1, 2) == 1022);
static_assert(rows_of(2, 3) == 1123);

}  // namespace

BOOST_AUTO_TEST_SUITE(rows)

BOOST_AUTO_TEST_CASE(of_one_key) {
  BOOST_TEST(sum_of(4, 1) == 10509U);
  BOOST_TEST(sum_of(1, 1) == 0U);
}

BOOST_AUTO_TEST_CASE(of_two_keys) {
  BOOST_TEST(rows_of(0, 0) == 12U);
  detail::rows_by_pair<part_id, party_id, detail::no_more> const none{2, 2, [](auto&&) {}};
  BOOST_TEST(none.empty());
  BOOST_TEST(!none.contains(part_id{1}, party_id{1}));
  BOOST_TEST(none(part_id{0}, party_id{1}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
