// SPDX-License-Identifier: BSL-1.0
//
// The order of every quality that comes with the library: which bound entails which.
#include "lupaus/model/builder/term_spec.hpp"
#include "lupaus/model/terms/term.hpp"

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstdint>
#include <set>
#include <string_view>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

bool entails_(term_spec const& a, term_spec const& b) {
  return entails(term{a.quality, a.limit.value, {}}, term{b.quality, b.limit.value, {}});
}
// The stronger entails the weaker, and not the other way round.
bool is_stronger(term_spec const& a, term_spec const& b) {
  return entails_(a, b) && !entails_(b, a) && entails_(a, a) && entails_(b, b);
}
bool are_incomparable(term_spec const& a, term_spec const& b) {
  return !entails_(a, b) && !entails_(b, a);
}
bool are_equivalent(term_spec const& a, term_spec const& b) {
  return entails_(a, b) && entails_(b, a);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(quality_order)

BOOST_AUTO_TEST_CASE(deadline_sooner_entails_later) {
  BOOST_TEST(is_stronger(within(24h), within(48h)));
  BOOST_TEST(is_stronger(within(business_days{1}), within(business_days{2})));
  BOOST_TEST(is_stronger(by(day(2026, 11, 22)), by(day(2026, 11, 23))));
  BOOST_TEST(is_stronger(by(instant{10}), by(instant{11})));
  BOOST_TEST(are_equivalent(within(48h), within(2'880min)));
}

// What a quality says of its numbers holds for those who ask it itself.
BOOST_AUTO_TEST_CASE(order_by_value_agrees_with_entails) {
  auto const check = [](quality_type const& q, bound_kind kind, std::int64_t most) {
    BOOST_REQUIRE(q.order != value_order::unknown);
    for (std::int64_t a = 0; a <= most; ++a)
      for (std::int64_t b = 0; b <= most; ++b) {
        bound const x{kind, a, 0, {}}, y{kind, b, 0, {}};
        BOOST_TEST(q.entails(x, y) == (q.order == value_order::less_entails_more ? a <= b : a >= b),
                   q.name << ": " << a << ", " << b);
      }
  };
  for (auto const* q : {&quality_of<deadline>, &quality_of<informed>, &quality_of<recovery>})
    check(*q, bound_kind::elapsed, 20);
  check(quality_of<delivery_place>, bound_kind::number,
        static_cast<std::int64_t>(place::room_of_choice));
  check(quality_of<condition>, bound_kind::number, 3);
  BOOST_TEST((quality_of<cancellable>.order == value_order::unknown));
}

BOOST_AUTO_TEST_CASE(deadline_in_hours_against_business_days) {
  BOOST_TEST(is_stronger(within(48h), within(business_days{2})));
  BOOST_TEST(is_stronger(within(business_days{2}), within(96h)));
  BOOST_TEST(are_incomparable(within(72h), within(business_days{2})));
  BOOST_TEST(is_stronger(within(business_days{2}), within(business_days{2, 1})));
  BOOST_TEST(are_equivalent(within(48h), within(business_days{2, 0, 7})));
}

BOOST_AUTO_TEST_CASE(deadline_a_length_and_a_date_are_never_comparable) {
  BOOST_TEST(are_incomparable(within(0h), by(day(2100, 1, 1))));
  BOOST_TEST(are_incomparable(within(business_days{1}), by(instant{0})));
}

BOOST_AUTO_TEST_CASE(time_window_narrower_entails_wider) {
  BOOST_TEST(is_stronger(in_window(9h, 10h), in_window(8h, 12h)));
  BOOST_TEST(is_stronger(in_window(8h, 11h), in_window(8h, 12h)));
  BOOST_TEST(are_incomparable(in_window(8h, 10h), in_window(9h, 11h)));
  BOOST_TEST(are_incomparable(in_window(8h, 10h), in_window(10h, 12h)));
}

BOOST_AUTO_TEST_CASE(place_nearer_entails_farther) {
  BOOST_TEST(is_stronger(at(place::room_of_choice), at(place::doorstep)));
  BOOST_TEST(is_stronger(at(place::doorstep), at(place::kerb)));
  BOOST_TEST(is_stronger(at(place::kerb), at(place::pickup_point)));
}

BOOST_AUTO_TEST_CASE(condition_better_entails_worse) {
  BOOST_TEST(is_stronger(in_condition(state_of_goods::brand_new), undamaged));
  BOOST_TEST(is_stronger(undamaged, in_condition(state_of_goods::working)));
  BOOST_TEST(is_stronger(in_condition(state_of_goods::working),
                         in_condition(state_of_goods::as_described)));
}

BOOST_AUTO_TEST_CASE(informed_sooner_entails_later) {
  BOOST_TEST(is_stronger(informed_within(1h), informed_within(2h)));
  BOOST_TEST(is_stronger(informed_within(24h), informed_within(business_days{1})));
}

BOOST_AUTO_TEST_CASE(cancellable_later_entails_sooner) {
  BOOST_TEST(is_stronger(cancel_until(48h), cancel_until(24h)));
  BOOST_TEST(is_stronger(cancel_until(day(2026, 1, 2)), cancel_until(day(2026, 1, 1))));
  BOOST_TEST(is_stronger(cancel_until(business_days{2}), cancel_until(48h)));
  BOOST_TEST(is_stronger(cancel_until(96h), cancel_until(business_days{2})));
}

BOOST_AUTO_TEST_CASE(recovered_sooner_entails_later) {
  BOOST_TEST(is_stronger(recovered_within(24h), recovered_within(48h)));
}

BOOST_AUTO_TEST_CASE(price_less_entails_more_in_one_currency) {
  BOOST_TEST(is_stronger(priced_at({100, "EUR"}), priced_at({101, "EUR"})));
  BOOST_TEST(are_incomparable(priced_at({100, "EUR"}), priced_at({101, "USD"})));
}

BOOST_AUTO_TEST_CASE(what_is_there_or_is_not_entails_itself) {
  for (auto const& t : {installed, single_contact, fits_need, greeted, undivided_attention,
                        needs_asked, advised, thanked}) {
    BOOST_TEST_CONTEXT(t.quality->name) BOOST_TEST(are_equivalent(t, t));
  }
}

BOOST_AUTO_TEST_CASE(no_quality_entails_another) {
  term_spec const one_of_each[] = {within(2h),
                                   in_window(8h, 9h),
                                   at(place::doorstep),
                                   undamaged,
                                   installed,
                                   informed_within(2h),
                                   single_contact,
                                   fits_need,
                                   cancel_until(2h),
                                   recovered_within(2h),
                                   priced_at({1, "EUR"}),
                                   greeted,
                                   undivided_attention,
                                   needs_asked,
                                   advised,
                                   thanked};
  BOOST_TEST(std::size(one_of_each) == std::size(shipped_qualities));
  for (auto const& a : one_of_each)
    for (auto const& b : one_of_each)
      BOOST_TEST_CONTEXT(a.quality->name << " and " << b.quality->name)
  BOOST_TEST(entails_(a, b) == (&a == &b));
}

BOOST_AUTO_TEST_CASE(a_term_of_no_quality_entails_nothing) { BOOST_TEST(!entails(term{}, term{})); }

BOOST_AUTO_TEST_CASE(each_accepts_its_own_bounds_and_no_others) {
  BOOST_TEST(quality_of<deadline>.accepts(within(2h).limit.value));
  BOOST_TEST(quality_of<deadline>.accepts(within(business_days{2}).limit.value));
  BOOST_TEST(quality_of<deadline>.accepts(by(day(2026, 1, 1)).limit.value));
  BOOST_TEST(quality_of<deadline>.accepts(by(instant{0}).limit.value));
  BOOST_TEST(!quality_of<deadline>.accepts({bound_kind::window, 1, 2, {}}));
  BOOST_TEST(!quality_of<deadline>.accepts({}));
  BOOST_TEST(quality_of<time_window>.accepts({bound_kind::window, 1, 2, {}}));
  BOOST_TEST(!quality_of<time_window>.accepts({bound_kind::elapsed, 1, 2, {}}));
  BOOST_TEST(quality_of<one_contact>.accepts({}));
  BOOST_TEST(!quality_of<one_contact>.accepts({bound_kind::number, 1, 0, {}}));
  BOOST_TEST(!quality_of<price>.accepts({bound_kind::number, 1, 0, {}}));
  BOOST_TEST(!quality_of<delivery_place>.accepts({bound_kind::text, 0, 0, "here"}));
}

BOOST_AUTO_TEST_CASE(their_names_differ_and_are_stable) {
  std::set<std::string_view> names;
  for (auto const* q : shipped_qualities) names.insert(q->name);
  BOOST_TEST(names.size() == std::size(shipped_qualities));
  for (auto const* name :
       {"deadline", "time-window", "place", "condition", "installed-and-tested", "informed-within",
        "single-contact", "fits-need", "cancel-until", "recovered-within", "price", "greeted",
        "undivided-attention", "needs-asked", "advised", "thanked"})
    BOOST_TEST(names.count(name) == 1u, name);
}

BOOST_AUTO_TEST_CASE(what_can_only_be_had_of_the_whole_does_not_carry_over_to_the_parts) {
  for (auto const* q : shipped_qualities) {
    auto const is_of_one = q == &quality_of<price> || q == &quality_of<cancellable>;
    BOOST_TEST_CONTEXT(q->name) BOOST_TEST(q->covers_parts == !is_of_one);
  }
}

BOOST_AUTO_TEST_SUITE_END()
