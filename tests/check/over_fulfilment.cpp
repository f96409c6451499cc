// SPDX-License-Identifier: BSL-1.0
//
// What exceeds a promise is stated beside the findings, and changes none of them.
#include "check/support.hpp"

#include "lupaus/check/over_fulfilment.hpp"

using namespace check_test;

namespace {

std::string excesses(builder const& b) {
  auto const m = built(b);
  std::string all;
  for (auto const& o : over_fulfilments(m))
    all += std::string{to_string(o.kind)} + ": " + to_string(m.view(), o) + "\n";
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(over_fulfilment)

BOOST_AUTO_TEST_CASE(a_commitment_beyond_the_claim) {
  bare_shop s;
  s.b.claims(s.website, s.delivery, within(48h));
  s.b.commits(s.shop, s.delivery, within(48h));
  BOOST_TEST(excesses(s.b) == "");
  s.b.commits(s.shop, s.delivery, within(24h));
  BOOST_TEST(excesses(s.b) ==
             "beyond-claim: The shop commits to more than is claimed of the delivery: within 24 h "
             "of the order; claimed is: within 48 h of the order.\n");
  s.b.claims(s.website, s.delivery, within(24h));  // she was told, elsewhere
  BOOST_TEST(excesses(s.b) == "");
}

BOOST_AUTO_TEST_CASE(a_subcontract_beyond_the_commitment_or_the_claim) {
  contracted_shop s;
  s.b.commits(s.shop, s.delivery, at(place::kerb));
  s.b.claims(s.website, s.delivery, at(place::kerb));
  s.b.commits_to(s.carrier, s.shop, s.delivery, at(place::room_of_choice));
  BOOST_TEST(excesses(s.b).find(
                 "beyond-commitment: The carrier commits to the shop on more than the customer is "
                 "owed of the delivery: to the room of choice; owed is: to the kerb.\n") !=
             std::string::npos);
  contracted_shop t;
  t.b.claims(t.website, t.delivery, at(place::kerb));
  t.b.commits_to(t.carrier, t.shop, t.delivery, at(place::room_of_choice));
  BOOST_TEST(excesses(t.b).find("beyond-claim: The carrier commits to the shop on more than is "
                                "claimed of the delivery: to the room of choice; claimed is: to "
                                "the kerb.\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_extra_step_is_what_nobody_claims) {
  bare_shop s;
  s.b.commits(s.shop, s.delivery, thanked);
  BOOST_TEST(excesses(s.b) ==
             "unclaimed: The shop commits to what nobody claims of the delivery: thanked.\n");
  s.b.implies(s.website, s.b.whole(), thanked);  // of the whole, and so of the delivery
  BOOST_TEST(excesses(s.b) == "");
}

BOOST_AUTO_TEST_CASE(what_is_claimed_of_a_piece_is_claimed_of_what_holds_it) {
  bare_shop s;
  s.b.commits(s.shop, s.b.whole(), thanked);
  BOOST_TEST(excesses(s.b).starts_with("unclaimed: "));
  s.b.implies(s.website, s.delivery, thanked);
  BOOST_TEST(excesses(s.b) == "");
}

BOOST_AUTO_TEST_CASE(what_is_no_plain_promise_to_her_exceeds_nothing) {
  bare_shop s;
  s.b.claims(s.website, s.delivery, within(48h));
  s.b.commits(s.shop, s.delivery, within(1h)).on_request();
  s.b.commits(s.shop, s.delivery, within(2h)).given(completed(s.machine));
  s.b.commits(s.shop, s.delivery, within(3h)).overrides(undamaged);
  s.b.commits(s.shop, s.delivery, within(4h).after(completed(s.machine)));  // another anchor
  s.b.commits_to(s.customer, s.shop, s.delivery, thanked);
  BOOST_TEST(excesses(s.b) == "");
}

BOOST_AUTO_TEST_CASE(as_text) {
  bare_shop s;
  s.b.commits(s.shop, s.delivery, thanked);
  auto const m = built(s.b);
  BOOST_TEST(to_text(m.view(), over_fulfilments(m)) ==
             "More than was promised: no finding, and worth no invented number.\n"
             "  The shop commits to what nobody claims of the delivery: thanked.\n");
  BOOST_TEST(to_text(m.view(), std::vector<lupaus::over_fulfilment>{}) == "");
}

BOOST_AUTO_TEST_SUITE_END()
