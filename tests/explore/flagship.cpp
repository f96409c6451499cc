// SPDX-License-Identifier: BSL-1.0
//
// The washing machine: as it was sold, two ways to trap her; mended, none within three failures.
#include "check/flagship.hpp"

#include "lupaus/explore.hpp"
#include "lupaus/model/element_text.hpp"

#include <boost/test/unit_test.hpp>

#include <optional>
#include <string>
#include <vector>

namespace {

using namespace lupaus;
using flagship::variant;
using flagship::washing_machine;

/// A story as "shipped / lost / replacement: refuses".
std::string told(model_view const& m, story const& s) {
  std::string text;
  for (auto const& x : s.moves) {
    if (x.kind == move_kind::orders) continue;
    if (!text.empty()) text += " / ";
    if (x.kind == move_kind::asks)
      text += std::string{x.on == occasion::cancellation ? "cancellation: " : "replacement: "} +
              std::string{to_string(x.says.does)} +
              (x.says.gate ? " for " + name_of(m, x.says.gate) : "");
    else
      text += name_of(m, x.event);
  }
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(explored_flagship)

BOOST_AUTO_TEST_CASE(as_sold_it_traps_her_in_two_ways) {
  auto const m = washing_machine{}.b.build().value();
  for (auto const budget : {1U, 2U}) {
    auto const v = explore(m, {.failures = budget});
    BOOST_TEST_REQUIRE(v.stories.size() == 2U);
    auto const &lost = v.stories[0], &damaged = v.stories[1];
    BOOST_TEST(told(m, lost) == "shipped / lost / replacement: refuses / cancellation: refuses");
    BOOST_TEST(lost.moves.size() == 5U);
    BOOST_TEST(lost.is_released_by_nothing);
    BOOST_TEST(lost.doomed_after == 2U);  // the loss itself
    BOOST_TEST(told(m, damaged) ==
               "shipped / damaged / returned / replacement: waits for received back / "
               "cancellation: refuses");
    BOOST_TEST(damaged.moves.size() == 6U);
    BOOST_TEST(!damaged.is_released_by_nothing);  // the supplier may send it back, owing nothing
    BOOST_TEST(damaged.doomed_after == 3U);       // the return to the supplier
    BOOST_TEST(v.seen.is_complete());
    BOOST_TEST(!v.is_clean());
    BOOST_TEST(v.missed_notices.size() == 2U);
  }
}

BOOST_AUTO_TEST_CASE(a_term_for_the_return_frees_her_from_one_of_them) {
  auto const m = washing_machine{variant::as_sold_with_return_term}.b.build().value();
  auto const v = explore(m, {.failures = 2});
  BOOST_TEST_REQUIRE(v.stories.size() == 1U);
  BOOST_TEST(name_of(m, v.stories[0].failure) == "lost");
}

// As it was sold, nobody says when a damaged parcel comes back, so only the order that goes well
// has a time: 48 h and 24 h. With the term, the next one leaves 120 h after the damage has come
// out.
BOOST_AUTO_TEST_CASE(times_at_their_worst) {
  auto const hours = [](std::optional<seconds_t> t) { return t ? *t / 3600 : -1; };
  auto const as_sold = explore(washing_machine{}.b.build().value(), {.failures = 1}).times;
  BOOST_TEST(hours(as_sold.promised) == 72);
  BOOST_TEST(hours(as_sold.until_kept) == 48 + 24);
  BOOST_TEST(hours(as_sold.longest_limbo) == -1);
  BOOST_TEST(as_sold.has_unbound_waits);  // for the carrier to hand it over, or the supplier
  auto const with_return =
      explore(washing_machine{variant::as_sold_with_return_term}.b.build().value(), {.failures = 1})
          .times;
  BOOST_TEST(hours(with_return.until_kept) == 48 + 120 + 48 + 24);
  BOOST_TEST(hours(with_return.longest_limbo) == 120);
  for (auto const budget : {0, 1, 2, 3}) {
    auto const mended = explore(washing_machine{variant::mended}.b.build().value(),
                                {.failures = static_cast<std::size_t>(budget)})
                            .times;
    BOOST_TEST(hours(mended.until_kept) == 48 + budget * (1 + 48) + 24);
    BOOST_TEST(hours(mended.longest_limbo) == (budget == 0 ? -1 : 1));
  }
}

BOOST_AUTO_TEST_CASE(mended_it_traps_nobody_within_three_failures) {
  auto const m = washing_machine{variant::mended}.b.build().value();
  for (auto const budget : {0U, 1U, 2U, 3U}) {
    auto const v = explore(m, {.failures = budget});
    BOOST_TEST(v.is_clean());
    BOOST_TEST(v.failures == budget);
    BOOST_TEST(v.doomed == 0U);
    BOOST_TEST(v.missed_notices.empty());
    BOOST_TEST(v.most_contacts.value() == 0U);
  }
}

BOOST_AUTO_TEST_SUITE_END()
