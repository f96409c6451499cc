// SPDX-License-Identifier: BSL-1.0
//
// Who does the work: as declared, at the end of the chain of subcontracts, or the seller who can.
#include "model/support.hpp"

#include <chrono>
#include <string>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

struct delivered_lamp {
  builder b{"a lamp, delivered"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  party_id warehouse = b.department("warehouse");
  party_id carrier = b.subcontractor("carrier"), courier = b.subcontractor("courier");
  part_id lamp = b.good("lamp"), packing = b.service("packing"), delivery = b.service("delivery");

  std::string performer(part_id p) const {
    auto const m = model_test::built(b);
    return name_of(m, m->parts[p].performer);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(performers)

BOOST_AUTO_TEST_CASE(nobody_without_a_contract_or_an_ability) {
  delivered_lamp s;
  BOOST_TEST(s.performer(s.delivery) == "nobody");
  BOOST_TEST(s.performer(whole) == "nobody");
}

BOOST_AUTO_TEST_CASE(the_subcontractor) {
  delivered_lamp s;
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(48h));
  BOOST_TEST(s.performer(s.delivery) == "carrier");
  BOOST_TEST(s.performer(s.lamp) == "nobody");
}

BOOST_AUTO_TEST_CASE(the_end_of_a_chain) {
  delivered_lamp s;
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(48h));
  s.b.commits_to(s.courier, s.carrier, s.delivery);
  BOOST_TEST(s.performer(s.delivery) == "courier");
}

BOOST_AUTO_TEST_CASE(a_chain_that_does_not_begin_at_the_seller_is_none) {
  delivered_lamp s;
  s.b.commits_to(s.courier, s.carrier, s.delivery);
  BOOST_TEST(s.performer(s.delivery) == "nobody");
}

BOOST_AUTO_TEST_CASE(a_chain_that_comes_back_ends_nowhere) {
  delivered_lamp s;
  s.b.commits_to(s.carrier, s.shop, s.delivery);
  s.b.commits_to(s.courier, s.carrier, s.delivery);
  s.b.commits_to(s.carrier, s.courier, s.delivery);
  BOOST_TEST(s.performer(s.delivery) == "nobody");
}

BOOST_AUTO_TEST_CASE(a_chain_that_comes_back_to_the_seller_ends_nowhere) {
  delivered_lamp s;
  s.b.commits_to(s.carrier, s.shop, s.delivery);
  s.b.commits_to(s.shop, s.carrier, s.delivery);
  s.b.can_do(s.shop, s.delivery, 1h);
  BOOST_TEST(s.performer(s.delivery) == "nobody");
}

BOOST_AUTO_TEST_CASE(a_department_may_be_the_client) {
  delivered_lamp s;
  s.b.commits_to(s.carrier, s.warehouse, s.delivery);
  BOOST_TEST(s.performer(s.delivery) == "carrier");
}

BOOST_AUTO_TEST_CASE(a_department_that_has_committed_to_its_firm) {
  delivered_lamp s;
  BOOST_TEST(s.performer(s.packing) == "nobody");
  s.b.commits_to(s.warehouse, s.shop, s.packing, within(1h));
  BOOST_TEST(s.performer(s.packing) == "warehouse");
  s.b.can_do(s.shop, s.packing, 1h);  // who is able comes first
  BOOST_TEST(s.performer(s.packing) == "shop");
}

BOOST_AUTO_TEST_CASE(the_seller_who_is_able_where_nobody_is_contracted) {
  delivered_lamp s;
  s.b.can_do(s.shop, s.lamp, 0h).can_do(s.shop, s.delivery, 2h);
  s.b.commits_to(s.carrier, s.shop, s.delivery);
  BOOST_TEST(s.performer(s.lamp) == "shop");
  BOOST_TEST(s.performer(s.delivery) == "carrier");  // contracted, whatever the shop could do
}

BOOST_AUTO_TEST_CASE(a_subcontractor_who_is_merely_able_does_nothing) {
  delivered_lamp s;
  s.b.can_do(s.carrier, s.delivery, 2h);
  BOOST_TEST(s.performer(s.delivery) == "nobody");
}

BOOST_AUTO_TEST_CASE(who_is_declared_goes_before_all) {
  delivered_lamp s;
  s.b.commits_to(s.carrier, s.shop, s.delivery);
  s.b.can_do(s.shop, s.packing, 2h);
  s.b.performs(s.courier, s.delivery).performs(s.customer, s.packing);
  BOOST_TEST(s.performer(s.delivery) == "courier");
  BOOST_TEST(s.performer(s.packing) == "customer");
}

BOOST_AUTO_TEST_CASE(a_contract_for_the_composite_covers_its_parts) {
  delivered_lamp s;
  auto const sending = s.b.composite("sending", s.packing >> s.delivery);
  s.b.commits_to(s.carrier, s.shop, sending, within(48h));
  BOOST_TEST(s.performer(s.packing) == "carrier");
  BOOST_TEST(s.performer(s.delivery) == "carrier");
  BOOST_TEST(s.performer(s.lamp) == "nobody");
}

BOOST_AUTO_TEST_CASE(a_contract_for_the_part_itself_goes_before_one_for_the_composite) {
  delivered_lamp s;
  auto const sending = s.b.composite("sending", s.packing >> s.delivery);
  s.b.commits_to(s.carrier, s.shop, sending);
  s.b.commits_to(s.courier, s.shop, s.delivery);
  BOOST_TEST(s.performer(s.packing) == "carrier");
  BOOST_TEST(s.performer(s.delivery) == "courier");
}

BOOST_AUTO_TEST_CASE(of_two_contracts_for_the_part_the_first) {
  delivered_lamp s;
  s.b.commits_to(s.courier, s.shop, s.delivery);
  s.b.commits_to(s.carrier, s.shop, s.delivery);
  BOOST_TEST(s.performer(s.delivery) == "courier");
}

BOOST_AUTO_TEST_CASE(what_is_no_work_on_the_part_makes_no_performer) {
  delivered_lamp s;
  auto const returned = s.b.step(s.delivery, "returned").id();
  s.b.commits_to(s.carrier, s.shop, s.delivery).on_request();
  s.b.commits_to(s.carrier, s.shop, s.delivery).overrides(within(0h));
  s.b.commits_to(s.carrier, s.shop, s.delivery, informed_within(2h));  // personal: word, not work
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(120h)).brings_about(returned);
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(24h)).brings_about(completed(s.packing));
  s.b.commits(s.customer, s.delivery, within(1h)).to(s.shop);
  s.b.commits(s.carrier, s.delivery, within(1h));  // to the customer, not to the seller
  BOOST_TEST(s.performer(s.delivery) == "nobody");
  s.b.commits_to(s.courier, s.shop, s.delivery, within(24h)).brings_about(completed(s.delivery));
  BOOST_TEST(s.performer(s.delivery) == "courier");
}

BOOST_AUTO_TEST_SUITE_END()
