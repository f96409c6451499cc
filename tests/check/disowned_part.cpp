// SPDX-License-Identifier: BSL-1.0
//
// disowned-part: a leaf part of the composite whose answerable party is declared other than the
// seller.
#include "check/support.hpp"

using namespace check_test;

BOOST_AUTO_TEST_SUITE(disowned_part)

BOOST_AUTO_TEST_CASE(a_leaf_part_whose_answerable_party_is_declared_other_than_the_seller) {
  bare_shop s;
  s.b.answers(s.carrier, s.delivery).answers(s.installer, s.installation);
  BOOST_TEST(pairs(s.b, checks::disowned_part) ==
             "delivery (service) & carrier (subcontractor); "
             "installation (service) & installer (subcontractor)");
}

BOOST_AUTO_TEST_CASE(a_good_may_be_disowned_as_a_service_may) {
  bare_shop s;
  auto const maker = s.b.subcontractor("maker");
  s.b.answers(maker, s.machine);
  BOOST_TEST(places(s.b, checks::disowned_part) == "machine (good)");
}

BOOST_AUTO_TEST_CASE(even_the_customer_may_be_declared) {
  bare_shop s;
  s.b.answers(s.customer, s.installation);
  BOOST_TEST(pairs(s.b, checks::disowned_part) == "installation (service) & customer (customer)");
}

BOOST_AUTO_TEST_CASE(not_a_leaf_part_for_which_nobody_is_declared) {
  bare_shop s;
  BOOST_TEST(places(s.b, checks::disowned_part) == "");
}

BOOST_AUTO_TEST_CASE(not_a_leaf_part_for_which_the_seller_is_declared) {
  bare_shop s;
  s.b.answers(s.shop, s.delivery);
  BOOST_TEST(places(s.b, checks::disowned_part) == "");
}

BOOST_AUTO_TEST_CASE(not_a_leaf_part_for_which_a_department_is_declared) {
  bare_shop s;
  s.b.answers(s.website, s.delivery);
  BOOST_TEST(places(s.b, checks::disowned_part) == "");
}

BOOST_AUTO_TEST_CASE(every_leaf_part_of_a_composite_whose_answerable_party_is_declared) {
  contracted_shop s;
  auto const hob = s.b.good("hob"), lamp = s.b.good("lamp");
  auto const extras = s.b.composite("extras", all_of(hob, lamp));
  s.b.product(extras);
  s.b.answers(s.carrier, extras);
  BOOST_TEST(pairs(s.b, checks::disowned_part) ==
             "hob (good) & carrier (subcontractor); lamp (good) & carrier (subcontractor)");
  s.b.answers(s.shop, lamp);  // what is declared for the part itself goes before
  BOOST_TEST(places(s.b, checks::disowned_part) == "hob (good)");
}

BOOST_AUTO_TEST_CASE(a_leaf_part_deep_in_a_composite) {
  builder b{"a kitchen"};
  b.customer("customer");
  b.seller("shop");
  auto const fitter = b.subcontractor("fitter");
  auto const hob = b.good("hob"), fitting = b.service("fitting");
  b.product(b.composite("cooking place", hob >> fitting));
  b.answers(fitter, fitting);
  BOOST_TEST(places(b, checks::disowned_part) == "fitting (service)");
}

BOOST_AUTO_TEST_CASE(it_names_who_answers_and_who_performs) {
  contracted_shop s;
  s.b.answers(s.installer, s.delivery);
  auto const m = built(s.b);
  auto const all = findings(m, checks::disowned_part);
  BOOST_TEST_REQUIRE(all.size() == 1u);
  BOOST_TEST(name_of(m, all[0].accountable) == "shop");
  BOOST_TEST(name_of(m, all[0].performing) == "carrier");
  BOOST_TEST(name_of(m, all[0].part) == "delivery");
}

BOOST_AUTO_TEST_SUITE_END()
