// SPDX-License-Identifier: BSL-1.0
//
// Every question that a policy may ask has an answer: of no id, of an id that the promise does not
// have, of a unit that a part does not have, and of composite parts.
#include "lupaus/builder.hpp"
#include "lupaus/explore.hpp"
#include "lupaus/explore/replay.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;

struct shop {
  builder b{"lamp and shade, delivered"};
  party_id customer = b.customer("customer"), seller = b.seller("shop");
  party_id carrier = b.subcontractor("carrier");
  part_id lamp = b.good("lamp"), shade = b.good("shade"), delivery = b.service("delivery");
  part_id set = b.composite("set", all_of(lamp, shade));
  event_id lost = b.fails(delivery, "lost").id();
  model m;

  shop() : m{made()} {}
  model made() {
    b.product(set >> delivery).carries(delivery, lamp);
    b.can_do(seller, lamp, 0h).can_do(seller, shade, 1h);
    b.commits_to(carrier, seller, delivery, within(48h));
    b.tells(carrier, seller, lost, 1h);
    b.on(lost).owes(seller, replace(lamp));
    return b.build().value();
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(every_question_has_an_answer, shop)

BOOST_AUTO_TEST_CASE(of_no_part_and_of_foreign_ones) {
  replay order{m};
  order.orders();
  auto const v = order.view();
  for (auto const p : {part_id{}, part_id{99}, part_id{0xfffe}}) {
    BOOST_TEST(v.units(p) == 0U);
    BOOST_TEST(!v.last(p));
    BOOST_TEST(!v.is_done(p));
    BOOST_TEST(!v.is_done(p, 0));
    BOOST_TEST((v.replacement(p, 0) == reply::not_asked));
    BOOST_TEST(!v.is_told(p, 0));
    BOOST_TEST(!v.holder(p));
    BOOST_TEST(!v.open_failure(p, 0));
  }
}

BOOST_AUTO_TEST_CASE(of_no_event_and_of_foreign_ones) {
  replay order{m};
  order.orders();
  auto const v = order.view();
  for (auto const e : {event_id{}, event_id{99}, event_id{0xfffe}}) {
    BOOST_TEST(!v.has_happened(e));
    BOOST_TEST(!v.has_happened(e, 0));
    BOOST_TEST(!v.is_reported(e, 0));
  }
  BOOST_TEST(v.has_happened(ordering));
  BOOST_TEST(!v.has_happened(ordering, 0));  // to the order, and to no unit of a part
}

BOOST_AUTO_TEST_CASE(of_no_rule_and_of_foreign_ones) {
  replay order{m};
  order.orders();
  auto const v = order.view();
  for (auto const r : {rule_id{}, rule_id{99}}) {
    BOOST_TEST(!v.is_in_situation(r));
    BOOST_TEST(!v.has_fired(r, 0));
    BOOST_TEST(!v.is_open(r, delivery, 0));
  }
  BOOST_TEST(v.is_open(rule_id{0}, delivery, 0));
  BOOST_TEST(v.is_open(rule_id{0}, part_id{}, 0));
  BOOST_TEST(!v.is_open(rule_id{0}, part_id{99}, 0));
}

BOOST_AUTO_TEST_CASE(of_units_that_a_part_does_not_have) {
  replay order{m};
  order.orders();
  order.happens("shade", "completed");
  order.happens("delivery", "shipped");
  order.happens("delivery", "lost");
  auto const v = order.view();
  BOOST_TEST(v.units(delivery) == 1U);
  BOOST_TEST((v.last(delivery, 0) == lost));
  BOOST_TEST(v.has_happened(lost, 0));
  BOOST_TEST((v.open_failure(delivery, 0) == lost));
  for (auto const u : {std::size_t{1}, std::size_t{7}, ~std::size_t{0}}) {
    BOOST_TEST(!v.last(delivery, u));
    BOOST_TEST(!v.is_done(lamp, u));
    BOOST_TEST(!v.has_happened(lost, u));
    BOOST_TEST(!v.is_reported(lost, u));
    BOOST_TEST(!v.open_failure(delivery, u));
    BOOST_TEST(!v.holder(lamp, u));
    BOOST_TEST(!v.is_told(delivery, u));
    BOOST_TEST(!v.has_fired(rule_id{0}, u));
    BOOST_TEST((v.replacement(delivery, u) == reply::not_asked));
  }
}

BOOST_AUTO_TEST_CASE(of_composite_parts) {
  replay order{m};
  BOOST_TEST(!order.view().is_done(whole));
  order.orders();
  for (auto const p : {whole, set}) {
    BOOST_TEST(order.view().units(p) == 0U);
    BOOST_TEST(!order.view().last(p));
    BOOST_TEST(!order.view().holder(p));
    BOOST_TEST(!order.view().is_done(p));
    BOOST_TEST(!order.view().is_done(p, 0));
  }
  BOOST_TEST(order.view().is_done(lamp));  // it was in stock
  order.happens("shade", "completed");
  BOOST_TEST(order.view().is_done(set));
  BOOST_TEST(!order.view().is_done(whole));
  order.happens("delivery", "shipped");
  order.happens("delivery", "completed");
  BOOST_TEST(order.view().is_done(whole));
  BOOST_TEST(order.view().is_kept());
}

BOOST_AUTO_TEST_CASE(of_a_policy) {
  // The same of circumstances, in every state there is.
  auto const curious = [&](circumstances const& c) {
    for (auto const p : {part_id{}, part_id{99}, whole, set, lamp, delivery})
      for (auto const u : {std::size_t{0}, std::size_t{1}, std::size_t{300}})
        if (c.last(p, u) && !c.units(p)) return decision::refuses();
    for (auto const e : {event_id{}, event_id{99}, lost, ordering})
      if (c.has_happened(e, 300) || c.is_reported(e, 300)) return decision::refuses();
    return c.on == occasion::news ? decision::waits() : decision::accepts();
  };
  BOOST_TEST(explore(m, curious).is_clean());
}

BOOST_AUTO_TEST_SUITE_END()
