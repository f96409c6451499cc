// SPDX-License-Identifier: BSL-1.0
//
// weaker-subcontract: the chain exists, and its weakest link does not entail what the seller
// commits.
#include "check/support.hpp"

using namespace check_test;

namespace {

std::string weak(builder const& b) { return pairs(b, checks::weaker_subcontract); }

// The delivery is passed on to the carrier, and by him to a driver.
struct passing_shop : bare_shop {
  party_id driver = b.subcontractor("driver");
  void pass(term_list const& to_carrier, term_list const& to_driver) {
    b.commits_to(carrier, shop, delivery, to_carrier);
    b.commits_to(driver, carrier, delivery, to_driver);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(weaker_subcontract)

BOOST_AUTO_TEST_CASE(hours_committed_and_business_days_contracted) {
  bare_shop s;
  s.b.commits(s.shop, s.delivery, within(48h));
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(business_days{2}));
  BOOST_TEST(weak(s.b) ==
             "shop commits to customer for delivery: within 48 h of the order & carrier commits to "
             "shop for delivery: "
             "within 2 business days of the order");
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(48h));
  BOOST_TEST(weak(s.b) == "");
}

BOOST_AUTO_TEST_CASE(a_link_that_says_nothing_of_the_quality) {
  contracted_shop s;
  s.b.commits(s.shop, s.delivery, undamaged);
  BOOST_TEST(weak(s.b) ==
             "shop commits to customer for delivery: undamaged & carrier commits to shop for "
             "delivery: within 48 h of "
             "the order");
}

BOOST_AUTO_TEST_CASE(the_first_weak_link_of_the_chain_is_told) {
  passing_shop s;
  s.b.commits(s.shop, s.delivery, at(place::doorstep));
  s.pass(at(place::room_of_choice), at(place::kerb));
  BOOST_TEST(weak(s.b) ==
             "shop commits to customer for delivery: to the doorstep & driver commits to carrier "
             "for delivery: to the "
             "kerb");
  passing_shop t;
  t.b.commits(t.shop, t.delivery, at(place::doorstep));
  t.pass(at(place::kerb), at(place::kerb));
  BOOST_TEST(weak(t.b) ==
             "shop commits to customer for delivery: to the doorstep & carrier commits to shop for "
             "delivery: to the "
             "kerb");
  passing_shop u;
  u.b.commits(u.shop, u.delivery, at(place::doorstep));
  u.pass(at(place::doorstep), at(place::room_of_choice));
  BOOST_TEST(weak(u.b) == "");
}

BOOST_AUTO_TEST_CASE(another_way_that_keeps_it_will_do) {
  passing_shop s;
  s.b.commits(s.shop, s.delivery, at(place::doorstep));
  s.pass(at(place::kerb), at(place::doorstep));
  s.b.commits_to(s.installer, s.shop, s.delivery, at(place::doorstep));
  BOOST_TEST(weak(s.b) != "");
  s.b.commits_to(s.driver, s.installer, s.delivery, at(place::doorstep));
  BOOST_TEST(weak(s.b) == "");
}

BOOST_AUTO_TEST_CASE(a_deadline_counted_from_another_event_may_be_in_time) {
  bare_shop s;
  s.b.commits(s.shop, s.installation, within(72h)).to(s.customer);
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(48h));
  s.b.commits_to(s.installer, s.shop, s.installation, within(24h).after(completed(s.delivery)));
  BOOST_TEST(weak(s.b) == "");  // 48 h and 24 h
  bare_shop t;
  t.b.commits(t.shop, t.installation, within(71h));
  t.b.commits_to(t.carrier, t.shop, t.delivery, within(48h));
  t.b.commits_to(t.installer, t.shop, t.installation, within(24h).after(completed(t.delivery)));
  BOOST_TEST(weak(t.b) != "");
  bare_shop u;  // nobody knows when the delivery is completed
  u.b.commits(u.shop, u.installation, within(72h));
  u.b.commits_to(u.carrier, u.shop, u.delivery);
  u.b.commits_to(u.installer, u.shop, u.installation, within(24h).after(completed(u.delivery)));
  BOOST_TEST(weak(u.b) != "");
}

BOOST_AUTO_TEST_CASE(what_counts_from_the_order_keeps_what_counts_from_later) {
  bare_shop s;
  s.b.commits(s.shop, s.installation, within(24h).after(completed(s.delivery)));
  s.b.commits_to(s.installer, s.shop, s.installation, within(24h));
  BOOST_TEST(weak(s.b) == "");
}

BOOST_AUTO_TEST_CASE(one_finding_a_commitment_on_its_first_weak_part) {
  contracted_shop s;
  s.b.commits(s.shop, s.b.whole(), undamaged);
  auto const found = findings(built(s.b), checks::weaker_subcontract);
  BOOST_TEST_REQUIRE(found.size() == 1u);
  BOOST_TEST((found[0].part == s.delivery));  // the machine is the shop's own
}

BOOST_AUTO_TEST_CASE(a_weaker_commitment_beside_a_stronger_one_adds_nothing) {
  bare_shop s;
  s.b.commits(s.shop, s.delivery, {within(96h), within(48h), within(48h)});
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(97h));
  BOOST_TEST(findings(built(s.b), checks::weaker_subcontract).size() == 1u);
}

BOOST_AUTO_TEST_CASE(not_of_what_is_done_in_person_or_brought_about_otherwise) {
  contracted_shop s;
  s.b.commits(s.shop, s.delivery, {informed_within(2h), single_contact, recovered_within(2h)});
  s.b.commits(s.shop, s.delivery, priced_at({900, "EUR"}));
  s.b.commits(s.shop, s.delivery, within(1h)).brings_about(shipped(s.delivery));
  s.b.commits(s.shop, s.delivery, undamaged).on_request();
  s.b.commits(s.shop, s.delivery, undamaged).overrides(within(1h));
  s.b.commits(s.shop, s.machine, undamaged);                   // its own part
  s.b.commits_to(s.shop, s.installer, s.delivery, undamaged);  // not to her
  BOOST_TEST(weak(s.b) == "");
}

BOOST_AUTO_TEST_CASE(not_where_nobody_is_reached) {
  bare_shop s;
  s.b.commits(s.shop, s.delivery, undamaged);
  s.b.performs(s.carrier, s.delivery);
  BOOST_TEST(weak(s.b) == "");  // unperformed: another gap
}

BOOST_AUTO_TEST_CASE(its_words_say_which_link) {
  bare_shop s;
  s.b.commits(s.shop, s.delivery, within(48h));
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(60h));
  auto const m = built(s.b);
  auto const found = findings(m, checks::weaker_subcontract);
  BOOST_TEST_REQUIRE(found.size() == 1u);
  auto const x = found[0].what->explain(m, found[0]);
  BOOST_TEST(x.what.find("within 48 h of the order") != std::string::npos, x.what);
  BOOST_TEST(x.what.find("the carrier") != std::string::npos, x.what);
  BOOST_TEST(x.what.find("within 60 h of the order") != std::string::npos, x.what);
}

BOOST_AUTO_TEST_SUITE_END()
