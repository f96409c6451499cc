// SPDX-License-Identifier: BSL-1.0
//
// unowned-handoff: need(a, b), and nobody owes the coordination.
#include "check/support.hpp"

using namespace check_test;

BOOST_AUTO_TEST_SUITE(unowned_handoff)

BOOST_AUTO_TEST_CASE(two_performers_in_a_row_and_nobody_owes_the_coordination) {
  contracted_shop s;
  BOOST_TEST(pairs(s.b, checks::unowned_handoff) == "delivery (service) & installation (service)");
}

BOOST_AUTO_TEST_CASE(not_where_somebody_owes_it_whoever_it_is) {
  for (auto const* owner : {"shop", "website", "carrier", "installer", "customer"}) {
    contracted_shop s;
    s.b.coordinates(owner, s.delivery, s.installation);
    BOOST_TEST(pairs(s.b, checks::unowned_handoff) == "", owner);
  }
}

BOOST_AUTO_TEST_CASE(the_coordination_of_another_pair_does_not_count) {
  contracted_shop s;
  s.b.coordinates(s.shop, s.machine, s.delivery).coordinates(s.shop, s.machine, s.installation);
  BOOST_TEST(pairs(s.b, checks::unowned_handoff) == "delivery (service) & installation (service)");
}

BOOST_AUTO_TEST_CASE(the_coordination_of_the_pair_the_other_way_round_does_not_count) {
  contracted_shop s;
  s.b.coordinates(s.shop, s.installation, s.delivery);
  BOOST_TEST(pairs(s.b, checks::unowned_handoff) == "delivery (service) & installation (service)");
}

BOOST_AUTO_TEST_CASE(a_need_declared_between_two_parties) {
  contracted_shop s;
  s.b.coordinates(s.shop, s.delivery, s.installation);
  auto const plumber = s.b.subcontractor("plumber");
  s.b.must_coordinate_parties(plumber, s.carrier);
  BOOST_TEST(pairs(s.b, checks::unowned_handoff) ==
             "plumber (subcontractor) & carrier (subcontractor)");
}

BOOST_AUTO_TEST_CASE(a_need_of_two_parties_is_met_where_parts_of_theirs_are_coordinated) {
  contracted_shop s;
  s.b.must_coordinate_parties(s.installer, s.carrier);
  s.b.coordinates(s.shop, s.delivery, s.installation);  // in either order
  BOOST_TEST(pairs(s.b, checks::unowned_handoff) == "");
}

BOOST_AUTO_TEST_CASE(it_names_who_takes_over) {
  contracted_shop s;
  auto const m = built(s.b);
  auto const all = findings(m, checks::unowned_handoff);
  BOOST_TEST_REQUIRE(all.size() == 1u);
  BOOST_TEST(name_of(m, all[0].performing) == "installer");
  BOOST_TEST(name_of(m, all[0].part) == "installation");
  auto const x = all[0].what->explain(m, all[0]);
  BOOST_TEST(x.what == "Nobody coordinates the carrier and the installer.");
  BOOST_TEST(x.where == "delivery -> installation");
}

BOOST_AUTO_TEST_SUITE_END()
