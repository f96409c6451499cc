// SPDX-License-Identifier: BSL-1.0
//
// uninsured-leg: the customer bears the loss before possession, or the seller bears it with no
// cover from those who hold the goods.
#include "check/support.hpp"

using namespace check_test;

namespace {

// The carrier has the machine from shipping until the customer has it; it may be lost on the way.
struct carrying_shop : bare_shop {
  event_id lost = b.fails(delivery, "lost").id();
  carrying_shop() { b.performs(shop, installation).commits_to(carrier, shop, delivery); }

  std::string uninsured() const {
    auto const m = built(b);
    std::string text;
    for (auto const& f : findings(m, checks::uninsured_leg))
      text += (text.empty() ? "" : "; ") + describe(m, f.where) + " from " + describe(m, f.other) +
              ", " + name_of(m, f.performing);
    return text;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(uninsured_leg)

BOOST_AUTO_TEST_CASE(a_carrier_without_cover) {
  carrying_shop s;
  BOOST_TEST(s.uninsured() == "machine (good) from shipped (delivery), carrier");
  s.b.covers(s.carrier, s.shop, loss_of(s.machine));
  BOOST_TEST(s.uninsured() == "");
}

BOOST_AUTO_TEST_CASE(whoever_covers_it_but_the_seller_and_the_customer) {
  carrying_shop s;
  s.b.covers(s.website, s.customer, loss_of(s.machine)).bears(s.shop, loss_of(s.machine));
  BOOST_TEST(s.uninsured() != "");
  s.b.bears(s.b.subcontractor("insurer"), loss_of(s.b.whole()));  // and the machine is part of it
  BOOST_TEST(s.uninsured() == "");
}

BOOST_AUTO_TEST_CASE(a_cover_that_ends_too_soon_or_begins_too_late) {
  carrying_shop s;
  s.b.covers(s.carrier, s.shop, loss_of(s.machine), {}, s.lost);
  BOOST_TEST(s.uninsured() == "machine (good) from lost (delivery), carrier");
  s.b.covers(s.carrier, s.shop, loss_of(s.machine), s.lost);
  BOOST_TEST(s.uninsured() == "");
  carrying_shop t;
  t.b.covers(t.carrier, t.shop, loss_of(t.machine), shipped(t.delivery), possession(t.machine));
  BOOST_TEST(t.uninsured() == "");
}

BOOST_AUTO_TEST_CASE(the_next_who_holds_it_needs_cover_of_his_own) {
  carrying_shop s;
  auto const depot = s.b.subcontractor("depot");
  auto const stored = s.b.step(s.delivery, "stored").follows(s.lost).hands(s.machine, depot).id();
  s.b.covers(s.carrier, s.shop, loss_of(s.machine), {}, stored);
  BOOST_TEST(s.uninsured() == "machine (good) from stored (delivery), depot");
}

BOOST_AUTO_TEST_CASE(what_the_seller_carries_itself_is_its_own_to_lose) {
  bare_shop s;
  s.b.performs(s.shop, s.delivery);
  BOOST_TEST(places(s.b, checks::uninsured_leg) == "");
}

BOOST_AUTO_TEST_CASE(the_customer_bears_it_before_she_has_it) {
  carrying_shop s;
  s.b.covers(s.carrier, s.shop, loss_of(s.machine));
  s.b.bears(s.customer, loss_of(s.machine), possession(s.machine));
  BOOST_TEST(s.uninsured() == "");
  s.b.bears(s.customer, loss_of(s.machine), shipped(s.delivery));
  BOOST_TEST(s.uninsured() == "machine (good) from shipped (delivery), customer");
}

BOOST_AUTO_TEST_CASE(from_the_order_on_whatever_it_is_part_of) {
  carrying_shop s;
  s.b.covers(s.carrier, s.shop, loss_of(s.machine));
  s.b.bears(s.customer, loss_of(s.b.whole()), {}, possession(s.machine));
  BOOST_TEST(s.uninsured() == "machine (good) from ordered, customer");
}

BOOST_AUTO_TEST_CASE(where_she_bears_it_the_seller_does_not) {
  carrying_shop s;
  s.b.bears(s.customer, loss_of(s.machine), shipped(s.delivery));
  BOOST_TEST(s.uninsured() == "machine (good) from shipped (delivery), customer");
}

BOOST_AUTO_TEST_CASE(both_may_bear_a_stretch) {
  carrying_shop s;
  s.b.bears(s.customer, loss_of(s.machine), s.lost);
  BOOST_TEST(s.uninsured() ==
             "machine (good) from lost (delivery), customer; "
             "machine (good) from shipped (delivery), carrier");
}

BOOST_AUTO_TEST_SUITE_END()
