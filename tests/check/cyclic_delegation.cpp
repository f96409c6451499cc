// SPDX-License-Identifier: BSL-1.0
//
// cyclic-delegation: work on a part comes back to a firm (one finding a set of members).
#include "check/support.hpp"

using namespace check_test;

namespace {

std::string cycles(builder const& b) { return pairs(b, checks::cyclic_delegation); }

struct ring_shop : bare_shop {
  party_id driver = b.subcontractor("driver");
  ring_shop() { b.can_do(shop, installation, 1h).commits_to(carrier, shop, delivery); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(cyclic_delegation)

BOOST_AUTO_TEST_CASE(two_who_pass_it_to_each_other) {
  ring_shop s;
  s.b.commits_to(s.driver, s.carrier, s.delivery);
  BOOST_TEST(cycles(s.b) == "");
  s.b.commits_to(s.carrier, s.driver, s.delivery);
  BOOST_TEST(cycles(s.b) == "carrier (subcontractor) & driver (subcontractor)");
}

BOOST_AUTO_TEST_CASE(the_seller_may_be_one_of_them) {
  ring_shop s;
  s.b.commits_to(s.website, s.carrier, s.delivery);
  BOOST_TEST(cycles(s.b) == "shop (seller) & carrier (subcontractor)");
}

BOOST_AUTO_TEST_CASE(one_finding_however_many_pass_it_on) {
  ring_shop s;
  s.b.commits_to(s.driver, s.carrier, s.delivery);
  s.b.commits_to(s.installer, s.driver, s.delivery);
  s.b.commits_to(s.carrier, s.installer, s.delivery);
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
    s.b.commits_to(s.driver, s.carrier, p);
    s.b.commits_to(s.carrier, s.driver, p);
  }
  BOOST_TEST(cycles(s.b) == "carrier (subcontractor) & driver (subcontractor)");
}

BOOST_AUTO_TEST_CASE(each_way_on_another_part_is_no_cycle) {
  ring_shop s;
  s.b.commits_to(s.driver, s.carrier, s.delivery);
  s.b.commits_to(s.carrier, s.driver, s.installation);
  BOOST_TEST(cycles(s.b) == "");
}

BOOST_AUTO_TEST_CASE(what_is_no_work_is_not_passed_on) {
  ring_shop s;
  s.b.commits_to(s.driver, s.carrier, s.delivery);
  s.b.commits_to(s.carrier, s.driver, s.delivery, informed_within(1h));
  s.b.commits_to(s.carrier, s.driver, s.delivery).on_request();
  s.b.commits_to(s.carrier, s.driver, s.delivery).overrides(undamaged);
  BOOST_TEST(cycles(s.b) == "");
}

BOOST_AUTO_TEST_CASE(that_nobody_does_it_follows) {
  ring_shop s;
  s.b.paid(payment::on_the_spot)
      .ends_contract_with(s.carrier, s.shop, {kept, cancelled, refunded}, 4h);
  s.b.ends_contract_with(s.driver, s.carrier, {kept, cancelled, refunded}, 4h);
  s.b.ends_contract_with(s.carrier, s.driver, {kept, cancelled, refunded}, 4h);
  s.b.commits_to(s.driver, s.carrier, s.delivery);
  BOOST_TEST(places(s.b, checks::unperformed_commitment) == "");
  s.b.commits_to(s.carrier, s.driver, s.delivery);
  BOOST_TEST(lines(validate(built(s.b))) ==
             "cyclic-delegation: carrier (subcontractor)\n"
             "  unperformed-commitment: delivery (service)\n");
}

BOOST_AUTO_TEST_CASE(a_cycle_that_the_seller_has_no_part_in_explains_nothing) {
  bare_shop s;
  s.b.can_do(s.shop, s.installation, 1h);
  s.b.commits_to(s.installer, s.carrier, s.delivery);
  s.b.commits_to(s.carrier, s.installer, s.delivery);
  auto const report = validate(built(s.b));
  BOOST_TEST(report.count(gaps::cyclic_delegation) == 1u);
  BOOST_TEST(report.count(gaps::unperformed_commitment) == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
