// SPDX-License-Identifier: BSL-1.0
//
// A lower price for what failed, as an answer to it.
#include "check/support.hpp"

using namespace check_test;

namespace {

/// A table that may turn out scratched, and come late.
struct table_brought {
  builder b{"a table, delivered"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  part_id piece = b.good("table"), delivery = b.service("delivery"), rug = b.good("rug");
  event_id scratched;
  table_brought() {
    b.product(all_of(piece >> delivery, rug)).carries(delivery, piece);
    b.can_do(shop, piece, 0h).can_do(shop, delivery, 120h).can_do(shop, rug, 0h);
    scratched = b.fails(piece, "scratched").follows(completed(delivery)).id();
  }
  std::string uncovered() { return places(b, checks::uncovered_failure); }
  std::string closed() { return places(b, checks::no_exit); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(price_reductions)

BOOST_AUTO_TEST_CASE(it_answers_what_failed) {
  table_brought t;
  BOOST_TEST(t.uncovered() == "scratched (table)");
  t.b.on(t.scratched).owes(t.shop, reduce_price(t.piece));
  BOOST_TEST(t.uncovered() == "");
}

BOOST_AUTO_TEST_CASE(it_answers_a_carriage_of_it) {
  table_brought t;
  auto const dented = t.b.fails(t.delivery, "dented").follows(started(t.delivery)).id();
  t.b.on(t.scratched).owes(t.shop, reduce_price(whole));
  t.b.on(dented).owes(t.shop, reduce_price(t.piece));
  BOOST_TEST(t.uncovered() == "");
}

BOOST_AUTO_TEST_CASE(off_another_price_it_answers_nothing) {
  for (auto const elsewhere : {"rug", "delivery"}) {
    table_brought t;
    t.b.on(t.scratched).owes(t.shop, reduce_price(elsewhere));
    BOOST_TEST(t.uncovered() == "scratched (table)");
  }
}

BOOST_AUTO_TEST_CASE(what_is_late_is_answered_and_does_not_come_by_it) {
  table_brought t;
  t.b.on(t.scratched).owes(t.shop, refund);
  auto const late = t.b.may_be_late(t.delivery).id();
  t.b.on(cancel_requested).until(late).owes(t.shop, accept);
  t.b.on(late).owes(t.shop, reduce_price(t.delivery));
  BOOST_TEST(t.uncovered() == "");
  BOOST_TEST(t.closed() == "delivery (service); rug (good)");
  table_brought u;
  u.b.on(u.scratched).owes(u.shop, refund);
  auto const later = u.b.may_be_late(u.delivery).id();
  u.b.on(cancel_requested).until(later).owes(u.shop, accept);
  u.b.on(later).owes(u.shop, refund);
  BOOST_TEST(u.closed() == "rug (good)");  // which may come later still
}

BOOST_AUTO_TEST_CASE(less_or_a_repair_are_rivals) {
  auto const rivals = [](action const& first, action const& second) {
    table_brought t;
    t.b.on(t.scratched).owes(t.shop, first);
    t.b.on(t.scratched).owes(t.shop, second);
    return places(t.b, checks::rival_rules);
  };
  BOOST_TEST(!rivals(reduce_price("table"), repair("table")).empty());
  BOOST_TEST(
      !rivals(reduce_price("table", {500, "EUR"}), reduce_price("table", {600, "EUR"})).empty());
  BOOST_TEST(rivals(reduce_price("table", {500, "EUR"}), reduce_price("table", {500, "EUR"})) ==
             "");
  BOOST_TEST(rivals(reduce_price("rug"), repair("table")) == "");
}

BOOST_AUTO_TEST_CASE(who_causes_it_pays_the_seller_what_it_costs) {
  table_brought t;
  auto const carrier = t.b.subcontractor("carrier");
  auto const dented = t.b.fails(t.delivery, "dented").by(carrier).id();
  t.b.on(dented).owes(t.shop, reduce_price(t.piece));
  BOOST_TEST(places(t.b, checks::missing_recourse) == "dented (delivery)");
}

BOOST_AUTO_TEST_SUITE_END()
