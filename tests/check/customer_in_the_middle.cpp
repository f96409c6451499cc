// SPDX-License-Identifier: BSL-1.0
//
// customer-in-the-middle: need(a, b); the two are connected over channels, and no longer once the
// customer is removed.
#include "check/support.hpp"

using namespace check_test;

namespace {

struct connected_shop : contracted_shop {
  connected_shop() { b.reaches(customer, carrier).reaches(installer, customer); }
};

constexpr auto the_handoff = "delivery (service) & installation (service)";

}  // namespace

BOOST_AUTO_TEST_SUITE(customer_in_the_middle)

BOOST_AUTO_TEST_CASE(connected_and_no_longer_once_she_is_removed) {
  connected_shop s;
  BOOST_TEST(pairs(s.b, checks::customer_in_the_middle) == the_handoff);
}

BOOST_AUTO_TEST_CASE(not_where_the_two_are_not_connected_at_all) {
  contracted_shop s;
  s.b.reaches(s.customer, s.carrier);
  BOOST_TEST(pairs(s.b, checks::customer_in_the_middle) == "");
}

BOOST_AUTO_TEST_CASE(not_where_they_reach_each_other_directly) {
  connected_shop s;
  s.b.reaches(s.carrier, s.installer);
  BOOST_TEST(pairs(s.b, checks::customer_in_the_middle) == "");
}

BOOST_AUTO_TEST_CASE(not_where_they_reach_each_other_by_way_of_the_shop) {
  connected_shop s;
  s.b.reaches(s.carrier, s.shop);
  BOOST_TEST(pairs(s.b, checks::customer_in_the_middle) == the_handoff);
  s.b.reaches(s.website, s.installer);  // a department is the shop
  BOOST_TEST(pairs(s.b, checks::customer_in_the_middle) == "");
}

BOOST_AUTO_TEST_CASE(an_owed_notice_is_a_channel) {
  connected_shop s;
  s.b.tells(s.carrier, s.shop, completed(s.delivery), 2h);
  BOOST_TEST(pairs(s.b, checks::customer_in_the_middle) == the_handoff);
  s.b.tells(s.shop, s.installer, completed(s.delivery), 2h);
  BOOST_TEST(pairs(s.b, checks::customer_in_the_middle) == "");
}

BOOST_AUTO_TEST_CASE(word_of_the_order_itself_is_no_channel) {
  for (auto const& e : {event_ref{ordered}, event_ref{cancelled}, event_ref{refunded},
                        event_ref{kept}, reported(cancel_requested)}) {
    connected_shop s;
    s.b.reaches(s.carrier, s.shop).tells(s.shop, s.installer, e, 2h);
    BOOST_TEST(pairs(s.b, checks::customer_in_the_middle) == the_handoff);
  }
}

BOOST_AUTO_TEST_CASE(coordination_is_a_channel_to_both) {
  connected_shop s;
  s.b.coordinates(s.shop, s.delivery, s.installation);
  BOOST_TEST(pairs(s.b, checks::customer_in_the_middle) == "");
}

BOOST_AUTO_TEST_CASE(a_longer_way_through_her_is_through_her) {
  contracted_shop s;
  auto const depot = s.b.subcontractor("depot");
  s.b.reaches(s.carrier, depot).reaches(depot, s.customer).reaches(s.customer, s.installer);
  BOOST_TEST(pairs(s.b, checks::customer_in_the_middle) == the_handoff);
}

BOOST_AUTO_TEST_CASE(not_where_she_performs_one_of_the_parts_herself) {
  connected_shop s;
  s.b.performs(s.customer, s.installation);
  BOOST_TEST(pairs(s.b, checks::customer_in_the_middle) == "");
}

BOOST_AUTO_TEST_CASE(a_declared_need_of_two_parties) {
  connected_shop s;
  auto const plumber = s.b.subcontractor("plumber");
  s.b.must_coordinate_parties(plumber, s.carrier).reaches(plumber, s.customer);
  BOOST_TEST(pairs(s.b, checks::customer_in_the_middle) ==
             std::string{the_handoff} + "; plumber (subcontractor) & carrier (subcontractor)");
}

BOOST_AUTO_TEST_CASE(that_nobody_owns_the_handoff_is_another_gap) {
  connected_shop s;
  s.b.coordinates(s.customer, s.delivery, s.installation);  // she coordinates her own suppliers
  BOOST_TEST(pairs(s.b, checks::customer_in_the_middle) == the_handoff);
  BOOST_TEST(pairs(s.b, checks::unowned_handoff) == "");
}

BOOST_AUTO_TEST_SUITE_END()
