// SPDX-License-Identifier: BSL-1.0
//
// Money back for one part is no outcome for another (O2 of docs/explanation/semantics.md).
#include "lupaus/explore.hpp"
#include "lupaus/model/builder/builder.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

/// A lamp that is lost on its way, and never sent again; she asks for another one.
struct lost_lamp {
  builder b{"a lamp, delivered"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  party_id carrier = b.subcontractor("carrier");
  part_id lamp = b.good("lamp"), delivery = b.service("delivery");
  lost_lamp() {
    b.product(lamp >> delivery).carries(delivery, lamp).can_do(shop, lamp, 0h);
    b.commits_to(carrier, shop, delivery, within(48h));
    b.fails(delivery, "lost");
  }
  verdict when_she_asks(action const& what) {
    b.on(replacement_requested).owes(shop, what);
    return explore(b.build().value(), {.failures = 1});
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(part_refunds)

// She has paid for the lamp, and it is gone.
BOOST_AUTO_TEST_CASE(money_for_the_delivery_is_none_for_the_lamp) {
  lost_lamp s;
  auto const v = s.when_she_asks({action_kind::refund, s.delivery});
  BOOST_TEST(v.stories.size() == 1U);
  BOOST_TEST(v.trapped > 0U);
  BOOST_TEST(v.released_by_nothing > 0U);
}

BOOST_AUTO_TEST_CASE(money_for_the_lamp_settles_its_delivery_too) {
  lost_lamp s;
  BOOST_TEST(s.when_she_asks({action_kind::refund, s.lamp}).is_clean());
}

// The failure of a severable part needs no request of hers: its money comes back, and the order is
// settled when the rest is performed (O2). Else she has to ask.
BOOST_AUTO_TEST_CASE(a_severable_part_is_left_out) {
  for (auto const is_severable : {false, true}) {
    builder b{"a lamp and a chair"};
    b.customer("customer");
    auto const shop = b.seller("shop");
    auto const lamp = b.good("lamp"), chair = b.good("chair");
    b.product(all_of(lamp, chair)).can_do(shop, lamp, 24h).can_do(shop, chair, 24h);
    auto const sold_out = b.fails(lamp, "sold out").id();
    b.on(sold_out).until(possession(lamp)).owes(shop, {action_kind::refund, lamp});
    b.on(replacement_requested).owes(shop, refuse);
    if (is_severable) b.severable(lamp);
    auto const v = explore(b.build().value(), {.failures = 1});
    BOOST_TEST(v.is_clean());
    BOOST_TEST_REQUIRE(v.most_contacts.has_value());
    BOOST_TEST(*v.most_contacts == (is_severable ? 0U : 1U));
  }
}

BOOST_AUTO_TEST_CASE(a_severable_composite_only_as_a_whole) {
  for (auto const is_all : {false, true}) {
    builder b{"a set and a chair"};
    b.customer("customer");
    auto const shop = b.seller("shop");
    auto const lamp = b.good("lamp"), bulb = b.good("bulb"), chair = b.good("chair");
    auto const set = b.composite("set", all_of(lamp, bulb));
    b.product(all_of(set, chair)).severable(set);
    for (auto const p : {lamp, bulb, chair}) b.can_do(shop, p, 24h);
    auto const sold_out = b.fails(lamp, "sold out").id();
    b.on(sold_out).owes(shop, {action_kind::refund, is_all ? set : lamp});
    auto const v = explore(b.build().value(), {.failures = 1});
    BOOST_TEST(v.is_clean());
    BOOST_TEST_REQUIRE(v.most_contacts.has_value());
    BOOST_TEST(*v.most_contacts == (is_all ? 0U : 1U));
  }
}

BOOST_AUTO_TEST_SUITE_END()
