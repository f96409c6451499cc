// SPDX-License-Identifier: BSL-1.0
//
// surviving-subcontract: the promise ends, and a subcontract under it stays alive.
#include "check/support.hpp"

using namespace check_test;

BOOST_AUTO_TEST_SUITE(surviving_subcontract)

BOOST_AUTO_TEST_CASE(a_contract_that_knows_no_end) {
  bare_shop s;
  s.b.commits_to(s.carrier, s.shop, s.delivery, {within(48h), undamaged});
  BOOST_TEST(
      pairs(s.b, checks::surviving_subcontract) ==
      "carrier commits to shop for delivery: within 48 h of the order & carrier (subcontractor)");
  s.b.ends_contract_with(s.carrier, s.shop, {kept, cancelled, refunded});
  BOOST_TEST(places(s.b, checks::surviving_subcontract) == "");
}

BOOST_AUTO_TEST_CASE(each_way_in_which_the_order_ends_counts) {
  for (auto forgotten : {0, 1, 2}) {
    bare_shop s;
    s.b.commits_to(s.carrier, s.shop, s.delivery);
    if (forgotten != 0) s.b.ends_contract_with(s.carrier, s.shop, {kept});
    if (forgotten != 1) s.b.ends_contract_with(s.carrier, s.shop, {cancelled});
    if (forgotten != 2) s.b.ends_contract_with(s.carrier, s.shop, {refunded});
    BOOST_TEST(findings(built(s.b), checks::surviving_subcontract).size() == 1u);
  }
}

BOOST_AUTO_TEST_CASE(of_every_pair_by_firm) {
  bare_shop s;
  s.b.commits_to(s.carrier, s.website, s.delivery);
  s.b.commits_to(s.installer, s.carrier, s.installation);
  s.b.ends_contract_with(s.carrier, s.shop,
                         {kept, cancelled, refunded});  // to the shop: one firm with its website
  BOOST_TEST(places(s.b, checks::surviving_subcontract) ==
             "installer commits to carrier for installation");
  s.b.ends_contract_with(s.installer, s.shop, {kept, cancelled, refunded});
  BOOST_TEST(places(s.b, checks::surviving_subcontract) ==
             "installer commits to carrier for installation");
  s.b.ends_contract_with(s.installer, s.carrier, {kept, cancelled, refunded});
  BOOST_TEST(places(s.b, checks::surviving_subcontract) == "");
}

BOOST_AUTO_TEST_CASE(not_of_her_of_one_house_or_of_an_incentive) {
  bare_shop s;
  s.b.commits(s.shop, s.delivery, within(48h));
  s.b.commits(s.carrier, s.delivery, undamaged);
  s.b.commits_to(s.website, s.shop, s.delivery);
  s.b.commits_to(s.customer, s.shop, s.delivery);
  s.b.commits_to(s.carrier, s.shop, s.delivery).overrides(undamaged);
  BOOST_TEST(places(s.b, checks::surviving_subcontract) == "");
}

BOOST_AUTO_TEST_CASE(the_end_of_one_contract_is_not_that_of_another) {
  bare_shop s;
  s.b.commits_to(s.carrier, s.shop, s.delivery);
  s.b.commits_to(s.installer, s.shop, s.installation);
  s.b.ends_contract_with(s.carrier, s.shop, {kept, cancelled, refunded});
  BOOST_TEST(places(s.b, checks::surviving_subcontract) ==
             "installer commits to shop for installation");
}

BOOST_AUTO_TEST_CASE(debts_of_money_warranties_and_work_on_request_live_on) {
  bare_shop s;
  s.b.commits_to(s.shop, s.carrier, s.delivery, priced_at({900, "EUR"}));
  s.b.commits_to(s.carrier, s.shop, s.machine, undamaged).given(completed(s.delivery));
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(48h)).on_request();
  BOOST_TEST(places(s.b, checks::surviving_subcontract) == "");
  s.b.commits_to(s.carrier, s.shop, s.delivery, undamaged);  // of his own work
  BOOST_TEST(places(s.b, checks::surviving_subcontract) ==
             "carrier commits to shop for delivery: undamaged");
}

BOOST_AUTO_TEST_SUITE_END()
