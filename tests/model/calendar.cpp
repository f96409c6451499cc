// SPDX-License-Identifier: BSL-1.0
//
// Calendar days against a reference that counts them one at a time.
#include "lupaus/model/builder/term_spec.hpp"
#include "lupaus/model/terms/qualities.hpp"

#include <boost/test/unit_test.hpp>

#include <climits>
#include <cstdint>

namespace {

constexpr bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }
constexpr unsigned length(int year, unsigned month) {
  constexpr unsigned days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return days[month - 1] + (month == 2 && is_leap(year));
}

lupaus::bound day_bound(int y, unsigned m, unsigned d) {
  return lupaus::by(lupaus::day(y, m, d)).limit.value;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(calendar)

BOOST_AUTO_TEST_CASE(the_epoch_and_its_neighbours) {
  static_assert(lupaus::day(1970, 1, 1).since_epoch == 0);
  BOOST_TEST(lupaus::day(1970, 1, 2).since_epoch == 1);
  BOOST_TEST(lupaus::day(1969, 12, 31).since_epoch == -1);
  BOOST_TEST(lupaus::day(2000, 3, 1).since_epoch == 11'017);
}

BOOST_AUTO_TEST_CASE(a_day_that_is_in_no_calendar_is_refused) {
  using lupaus::day;
  BOOST_TEST(lupaus::is_date(day(2024, 2, 29)));
  BOOST_TEST(lupaus::is_date(day(0, 1, 1)));
  BOOST_TEST(lupaus::is_date(day(9'999, 12, 31)));
  for (auto d : {day(2026, 2, 29), day(2026, 2, 31), day(2026, 0, 1), day(2026, 13, 1),
                 day(2026, 4, 0), day(10'000, 1, 1), day(-1, 12, 31), day(INT_MAX, 12, 1)}) {
    BOOST_TEST(!lupaus::is_date(d));
    BOOST_TEST(lupaus::by(d).limit.fault != nullptr);
  }
  BOOST_TEST(lupaus::by(lupaus::instant{INT64_MIN}).limit.fault != nullptr);
  BOOST_TEST(lupaus::by(lupaus::end_of(day(9'999, 12, 30))).limit.fault == nullptr);
}

BOOST_AUTO_TEST_CASE(every_day_of_nine_centuries_follows_the_day_before) {
  auto wrong = 0;
  auto expected = lupaus::day(1599, 12, 31).since_epoch;
  for (int year = 1600; year < 2500; ++year)
    for (unsigned month = 1; month <= 12; ++month)
      for (unsigned d = 1; d <= length(year, month); ++d)
        wrong += lupaus::day(year, month, d).since_epoch != ++expected;
  BOOST_TEST(wrong == 0);
}

BOOST_AUTO_TEST_CASE(a_date_is_written_as_it_was_read) {
  auto const two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  auto wrong = 0;
  for (int year = 1890; year < 2110; ++year)
    for (unsigned month = 1; month <= 12; ++month)
      for (unsigned d = 1; d <= length(year, month); ++d)
        wrong += lupaus::detail::iso_date(lupaus::day(year, month, d).since_epoch) !=
                 std::to_string(year) + "-" + two(month) + "-" + two(d);
  BOOST_TEST(wrong == 0);
}

BOOST_AUTO_TEST_CASE(a_day_ends_when_the_next_begins) {
  BOOST_TEST(lupaus::end_of(lupaus::day(1970, 1, 1)).since_epoch == 86'400);
  BOOST_TEST(lupaus::end_of(lupaus::day(1969, 12, 31)).since_epoch == 0);
}

BOOST_AUTO_TEST_CASE(an_instant_keeps_a_day_when_it_lies_in_it) {
  auto const end = lupaus::end_of(lupaus::day(2026, 11, 22));
  auto const on_the_day = day_bound(2026, 11, 22);
  auto const last_second = lupaus::by(lupaus::instant{end.since_epoch - 1}).limit.value;
  auto const next_midnight = lupaus::by(end).limit.value;
  BOOST_TEST(lupaus::keeps(last_second, on_the_day));
  BOOST_TEST(!lupaus::keeps(next_midnight, on_the_day));
  BOOST_TEST(lupaus::keeps(on_the_day, next_midnight));
  BOOST_TEST(lupaus::keeps(on_the_day, last_second));  // times are whole seconds
}

BOOST_AUTO_TEST_CASE(an_earlier_day_keeps_a_later_one) {
  BOOST_TEST(lupaus::keeps(day_bound(2026, 11, 22), day_bound(2026, 11, 23)));
  BOOST_TEST(!lupaus::keeps(day_bound(2026, 11, 23), day_bound(2026, 11, 22)));
  BOOST_TEST(lupaus::keeps(day_bound(2026, 11, 22), day_bound(2026, 11, 22)));
}

BOOST_AUTO_TEST_CASE(dates_in_words) {
  BOOST_TEST(lupaus::phrase_limit(day_bound(2026, 11, 2)) == "2026-11-02");
  auto const at = [](lupaus::seconds_t s) {
    return lupaus::phrase_limit(lupaus::by(lupaus::instant{s}).limit.value);
  };
  BOOST_TEST(at(0) == "1970-01-01 00:00");
  BOOST_TEST(at(-60) == "1969-12-31 23:59");
  BOOST_TEST(at(-86'400) == "1969-12-31 00:00");
  BOOST_TEST(at(lupaus::end_of(lupaus::day(2026, 11, 22)).since_epoch - 60) == "2026-11-22 23:59");
}

BOOST_AUTO_TEST_SUITE_END()
