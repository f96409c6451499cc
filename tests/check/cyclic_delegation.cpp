// SPDX-License-Identifier: BSL-1.0
//
// cyclic-delegation: work on a part comes back to a firm (one finding a set of members).
#include "check/support.hpp"

using namespace check_test;

namespace {

std::string cycles(builder const& b) { return pairs(b, checks::cyclic_delegation); }

struct ring_shop : bare_shop {
  party_id driver = b.subcontractor("driver");
  ring_shop() { b.able(shop, installation, 1h).subcontract(carrier, delivery); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(cyclic_delegation)

BOOST_AUTO_TEST_CASE(two_who_pass_it_to_each_other) {
  ring_shop s;
  s.b.subcontract(s.driver, s.delivery).to(s.carrier);
  BOOST_TEST(cycles(s.b) == "");
  s.b.subcontract(s.carrier, s.delivery).to(s.driver);
  BOOST_TEST(cycles(s.b) == "carrier (subcontractor) & driver (subcontractor)");
}

BOOST_AUTO_TEST_CASE(the_seller_may_be_one_of_them) {
  ring_shop s;
  s.b.subcontract(s.website, s.delivery).to(s.carrier);
  BOOST_TEST(cycles(s.b) == "shop (seller) & carrier (subcontractor)");
}

BOOST_AUTO_TEST_CASE(one_finding_however_many_pass_it_on) {
  ring_shop s;
  s.b.subcontract(s.driver, s.delivery).to(s.carrier);
  s.b.subcontract(s.installer, s.delivery).to(s.driver);
  s.b.subcontract(s.carrier, s.delivery).to(s.installer);
  auto const m = built(s.b);
  auto const found = findings(m, checks::cyclic_delegation);
  BOOST_TEST_REQUIRE(found.size() == 1u);
  auto const x = found[0].what->explain(m, found[0]);
  for (auto const* who : {"carrier", "driver", "installer"})
    BOOST_TEST(x.what.find(who) != std::string::npos, x.what);
}

BOOST_AUTO_TEST_CASE(the_same_members_on_several_parts_are_found_once) {
  ring_shop s;
  for (auto p : {s.delivery, s.installation}) {
    s.b.subcontract(s.driver, p).to(s.carrier);
    s.b.subcontract(s.carrier, p).to(s.driver);
  }
  BOOST_TEST(cycles(s.b) == "carrier (subcontractor) & driver (subcontractor)");
}

BOOST_AUTO_TEST_CASE(each_way_on_another_part_is_no_cycle) {
  ring_shop s;
  s.b.subcontract(s.driver, s.delivery).to(s.carrier);
  s.b.subcontract(s.carrier, s.installation).to(s.driver);
  BOOST_TEST(cycles(s.b) == "");
}

BOOST_AUTO_TEST_CASE(what_is_no_work_is_not_passed_on) {
  ring_shop s;
  s.b.subcontract(s.driver, s.delivery).to(s.carrier);
  s.b.subcontract(s.carrier, s.delivery, informed_within(1h)).to(s.driver);
  s.b.subcontract(s.carrier, s.delivery).to(s.driver).on_request();
  s.b.subcontract(s.carrier, s.delivery).to(s.driver).overrides(undamaged);
  BOOST_TEST(cycles(s.b) == "");
}

BOOST_AUTO_TEST_CASE(that_nobody_does_it_follows) {
  ring_shop s;
  s.b.paid(payment::on_the_spot).ends(s.carrier, {kept, cancelled, refunded});
  s.b.ends(s.driver, {kept, cancelled, refunded}, s.carrier);
  s.b.ends(s.carrier, {kept, cancelled, refunded}, s.driver);
  s.b.subcontract(s.driver, s.delivery).to(s.carrier);
  BOOST_TEST(places(s.b, checks::unperformed_commitment) == "");
  s.b.subcontract(s.carrier, s.delivery).to(s.driver);
  BOOST_TEST(lines(validate(built(s.b))) ==
             "cyclic-delegation: carrier (subcontractor)\n"
             "  unperformed-commitment: delivery (service)\n");
}

BOOST_AUTO_TEST_CASE(a_cycle_that_the_seller_has_no_part_in_explains_nothing) {
  bare_shop s;
  s.b.able(s.shop, s.installation, 1h);
  s.b.subcontract(s.installer, s.delivery).to(s.carrier);
  s.b.subcontract(s.carrier, s.delivery).to(s.installer);
  auto const report = validate(built(s.b));
  BOOST_TEST(report.count(gaps::cyclic_delegation) == 1u);
  BOOST_TEST(report.count(gaps::unperformed_commitment) == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
