// SPDX-License-Identifier: BSL-1.0
//
// missing-enabler: a commitment rests on a capability that nobody provides (one finding a
// capability).
#include "check/support.hpp"

using namespace check_test;

BOOST_AUTO_TEST_SUITE(missing_enabler)

BOOST_AUTO_TEST_CASE(one_finding_a_capability_with_the_first_commitment_that_rests_on_it) {
  contracted_shop s;
  s.b.capability("a ramp"), s.b.capability("a map"), s.b.capability("a song");
  s.b.commits_to(s.carrier, s.shop, s.delivery, {undamaged, at(place::kerb)}).rests_on("a ramp");
  s.b.commits_to(s.installer, s.shop, s.installation, installed)
      .rests_on("a ramp")
      .rests_on("a map");
  BOOST_TEST(pairs(s.b, checks::missing_enabler) ==
             "a ramp & carrier commits to shop for delivery: undamaged; a map & installer commits "
             "to shop for installation: installed and tested");
}

BOOST_AUTO_TEST_CASE(whoever_provides_it) {
  contracted_shop s;
  s.b.capability("a ramp");
  s.b.commits(s.shop, s.delivery, undamaged).rests_on("a ramp");
  BOOST_TEST(places(s.b, checks::missing_enabler) == "a ramp");
  s.b.provides(s.customer, "a ramp");
  BOOST_TEST(places(s.b, checks::missing_enabler) == "");
}

BOOST_AUTO_TEST_CASE(without_it_every_part_of_what_rests_on_it_is_unperformed) {
  contracted_shop s;
  s.b.coordinates(s.shop, s.delivery, s.installation);
  s.b.tells(s.carrier, s.shop, completed(s.delivery), 2h).on(cancel_requested).owes(s.shop, accept);
  s.b.capability("a ramp");
  s.b.commits(s.shop, s.b.whole(), single_contact).rests_on("a ramp");
  BOOST_TEST(lines(validate(built(s.b))) ==
             "missing-enabler: a ramp\n"
             "  unperformed-commitment: machine (good)\n"
             "  unperformed-commitment: delivery (service)\n"
             "  unperformed-commitment: installation (service)\n");
}

BOOST_AUTO_TEST_CASE(a_step_backstage_that_nobody_performs) {
  contracted_shop s;
  s.b.capability(backstage("morning meeting"));
  s.b.commits(s.shop, s.delivery, greeted).rests_on("morning meeting");
  auto const m = built(s.b);
  auto const found = findings(m, checks::missing_enabler);
  BOOST_TEST_REQUIRE(found.size() == 1U);
  auto const words = found[0].what->explain(m, found[0]);
  BOOST_TEST(words.what ==
             "Nobody performs 'morning meeting', a step backstage, and a commitment rests on it.");
  BOOST_TEST(words.mend ==
             "The shop performs 'morning meeting', or somebody else does; or the shop does not "
             "promise what rests on it.");
  s.b.provides(s.website, "morning meeting");
  BOOST_TEST(places(s.b, checks::missing_enabler) == "");
}

BOOST_AUTO_TEST_CASE(a_part_that_nobody_does_in_any_case_stands_by_itself) {
  bare_shop s;
  s.b.paid(payment::on_the_spot).can_do(s.shop, s.delivery, 1h).capability("a ramp");
  s.b.commits(s.shop, s.installation, single_contact).rests_on("a ramp");
  BOOST_TEST(lines(validate(built(s.b))) ==
             "missing-enabler: a ramp\nunperformed-commitment: installation (service)\n");
}

BOOST_AUTO_TEST_SUITE_END()
