// SPDX-License-Identifier: BSL-1.0
//
// unperformed-commitment: the seller owes it, and no chain of subcontracts or own capability
// reaches a performer.
#include "check/support.hpp"

using namespace check_test;

namespace {

std::string unperformed(builder const& b) { return places(b, checks::unperformed_commitment); }

}  // namespace

BOOST_AUTO_TEST_SUITE(unperformed_commitment)

BOOST_AUTO_TEST_CASE(parts_that_nobody_does) {
  bare_shop s;  // the machine is in stock
  BOOST_TEST(unperformed(s.b) == "delivery (service); installation (service)");
}

BOOST_AUTO_TEST_CASE(not_those_that_are_passed_on) {
  contracted_shop s;
  BOOST_TEST(unperformed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(own_capability_serves) {
  bare_shop s;
  s.b.can_do(s.website, s.delivery, 24h).performs(s.shop, s.installation);
  BOOST_TEST(unperformed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(a_declared_performer_whom_nobody_has_contracted) {
  bare_shop s;
  s.b.can_do(s.shop, s.delivery, 24h).performs(s.installer, s.installation);
  BOOST_TEST(unperformed(s.b) == "installation (service)");
  s.b.commits_to(s.installer, s.shop, s.installation);  // no term is needed
  BOOST_TEST(unperformed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(a_chain_that_does_not_begin_with_the_seller) {
  bare_shop s;
  s.b.can_do(s.shop, s.delivery, 24h).performs(s.installer, s.installation);
  s.b.commits_to(s.installer, s.carrier, s.installation);
  BOOST_TEST(unperformed(s.b) == "installation (service)");
  s.b.commits_to(s.carrier, s.shop, s.installation);
  BOOST_TEST(unperformed(s.b) == "");  // through the carrier
}

BOOST_AUTO_TEST_CASE(work_that_comes_back_is_done_by_nobody) {
  bare_shop s;
  s.b.can_do(s.shop, s.delivery, 24h).commits_to(s.carrier, s.shop, s.installation);
  s.b.commits_to(s.installer, s.carrier, s.installation);
  s.b.commits_to(s.carrier, s.installer, s.installation);
  BOOST_TEST(unperformed(s.b) == "installation (service)");
}

BOOST_AUTO_TEST_CASE(what_is_no_work_passes_nothing_on) {
  bare_shop s;
  s.b.can_do(s.shop, s.delivery, 24h).performs(s.installer, s.installation);
  s.b.commits_to(s.installer, s.shop, s.installation).on_request();
  s.b.commits_to(s.installer, s.shop, s.installation).overrides(undamaged);
  s.b.commits_to(s.installer, s.shop, s.installation, informed_within(2h));
  s.b.commits_to(s.installer, s.shop, s.installation).brings_about(started(s.installation));
  BOOST_TEST(unperformed(s.b) == "installation (service)");
}

BOOST_AUTO_TEST_CASE(
    a_part_that_another_answers_for_is_asked_for_only_where_the_seller_commits_it) {
  bare_shop s;
  s.b.can_do(s.shop, s.delivery, 24h).answers(s.installer, s.installation);
  BOOST_TEST(unperformed(s.b) == "");
  s.b.commits(s.shop, s.b.whole(), undamaged);
  BOOST_TEST(unperformed(s.b) == "installation (service)");
}

BOOST_AUTO_TEST_CASE(one_that_rests_on_what_nobody_provides) {
  contracted_shop s;
  s.b.capability("a ramp");
  s.b.commits_to(s.carrier, s.shop, s.delivery, undamaged).rests_on("a ramp");
  BOOST_TEST(unperformed(s.b) == "delivery (service)");
  s.b.provides(s.shop, "a ramp");
  BOOST_TEST(unperformed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(not_for_want_of_what_another_firm_rests_on) {
  contracted_shop s;
  s.b.capability("a ramp");
  s.b.commits_to(s.installer, s.carrier, s.delivery, undamaged).rests_on("a ramp");
  s.b.performs(s.carrier, s.delivery);
  BOOST_TEST(unperformed(s.b) == "");
  BOOST_TEST(places(s.b, checks::missing_enabler) == "a ramp");
}

BOOST_AUTO_TEST_CASE(its_words_name_the_part_and_who_has_to_do_it) {
  bare_shop s;
  auto const m = built(s.b);
  auto const found = findings(m, checks::unperformed_commitment);
  BOOST_TEST_REQUIRE(found.size() == 2u);
  auto const x = found[0].what->explain(m, found[0]);
  BOOST_TEST(x.what.find("the delivery") != std::string::npos, x.what);
  BOOST_TEST(x.mend.find("the shop") != std::string::npos, x.mend);
}

BOOST_AUTO_TEST_SUITE_END()
