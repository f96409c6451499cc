// SPDX-License-Identifier: BSL-1.0
//
// Goods on their way: who hands them over, who bears their loss, who covers whom.
#include "check/support.hpp"

using namespace check_test;

namespace {

/// A machine on its way by two carriers, one after the other.
struct two_legs {
  builder b{"a machine, by lorry and by van"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  party_id lorry = b.subcontractor("lorry"), van = b.subcontractor("van");
  part_id machine = b.good("machine"), haulage = b.service("haulage"),
          delivery = b.service("delivery");

  two_legs() {
    b.product(machine >> haulage >> delivery);
    b.carries(haulage, machine).carries(delivery, machine).can_do(shop, machine, 0h);
    b.commits_to(lorry, shop, haulage, within(72h));
    b.commits_to(van, shop, delivery, within(48h).after(completed(haulage)));
    b.covers(lorry, shop, loss_of(machine), shipped(haulage), shipped(delivery));
  }
};

/// A machine that somebody brings, though nothing is said to carry it.
struct brought {
  builder b{"a machine, brought"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  party_id boy = b.subcontractor("boy");
  part_id machine = b.good("machine"), errand = b.service("errand");
  event_id taken = b.step(errand, "taken").by(boy).hands(machine, boy).id();

  brought() {
    b.product(machine >> errand).can_do(shop, machine, 0h);
    b.commits_to(boy, shop, errand, within(9h));
  }
  event_id hand_over_by(party_id who) {
    return b.step(errand, "handed over").follows(taken).by(who).hands(machine, customer).id();
  }
};

std::string unperformed(builder const& b) { return places(b, checks::unperformed_commitment); }
std::string uninsured(builder const& b) {
  auto const m = built(b);
  std::string text;
  for (auto const& f : findings(m, checks::uninsured_leg))
    text += (text.empty() ? "" : "; ") + name_of(m, f.performing);
  return text;
}
std::string in_conflict(builder const& b) { return places(b, checks::conflicting_commitments); }

}  // namespace

BOOST_AUTO_TEST_SUITE(goods)

BOOST_AUTO_TEST_CASE(the_first_carrier_hands_it_to_the_second) {
  two_legs s;
  BOOST_TEST(uninsured(s.b) == "van");
  s.b.covers(s.van, s.shop, loss_of(s.machine), shipped(s.delivery), possession(s.machine));
  BOOST_TEST(uninsured(s.b) == "");
  auto const m = built(s.b);
  for (auto e : m.view().events.ids())
    if (m.view().events[e].kind == event_kind::completed && m.view().events[e].of == s.haulage)
      BOOST_TEST(!m.view().events[e].holder);
}

BOOST_AUTO_TEST_CASE(who_covers_the_customer_covers_her_loss) {
  contracted_shop s;
  s.b.bears(s.customer, loss_of(s.machine), shipped(s.delivery), possession(s.machine));
  BOOST_TEST(uninsured(s.b) == "customer");  // the carrier covers the shop
  auto const insurer = s.b.subcontractor("insurer");
  s.b.covers(insurer, s.customer, loss_of(s.machine), shipped(s.delivery));
  BOOST_TEST(uninsured(s.b) == "");
}

BOOST_AUTO_TEST_CASE(who_covers_the_customer_does_not_cover_the_seller) {
  bare_shop s;
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(48h));
  s.b.covers(s.carrier, s.customer, loss_of(s.machine));
  BOOST_TEST(uninsured(s.b) == "carrier");
  s.b.covers(s.carrier, s.shop, loss_of(s.machine));
  BOOST_TEST(uninsured(s.b) == "");
}

BOOST_AUTO_TEST_CASE(two_who_bear_one_loss) {
  contracted_shop s;
  s.b.bears(s.shop, loss_of(s.machine), ordered, possession(s.machine));
  BOOST_TEST(in_conflict(s.b) == "");
  s.b.bears(s.customer, loss_of(s.machine), shipped(s.delivery), possession(s.machine));
  BOOST_TEST(in_conflict(s.b) == "machine (good)");
  s.b.covers(s.shop, s.customer, loss_of(s.machine));
  BOOST_TEST(in_conflict(s.b) == "");
}

BOOST_AUTO_TEST_CASE(not_one_after_the_other) {
  contracted_shop s;
  s.b.bears(s.shop, loss_of(s.machine), ordered, possession(s.machine));
  s.b.bears(s.customer, loss_of(s.machine), possession(s.machine));
  BOOST_TEST(in_conflict(s.b) == "");
  s.b.bears(s.customer, loss_of(s.machine), completed(s.installation));
  BOOST_TEST(in_conflict(s.b) == "");
}

BOOST_AUTO_TEST_CASE(the_whole_and_one_of_its_parts) {
  contracted_shop s;
  s.b.bears(s.shop, loss_of(s.b.whole()));
  s.b.bears(s.customer, loss_of(s.machine), possession(s.machine));
  BOOST_TEST(in_conflict(s.b) == "machine (good)");
}

BOOST_AUTO_TEST_CASE(nobody_has_to_hand_it_over) {
  brought s;
  s.hand_over_by(s.boy);
  BOOST_TEST(unperformed(s.b) == "machine (good)");
}

BOOST_AUTO_TEST_CASE(who_commits_to_the_step_or_to_her_possession_hands_it_over) {
  brought s;
  auto const handed = s.hand_over_by(s.boy);
  s.b.commits_to(s.boy, s.shop, s.errand, within(9h)).brings_about(handed);
  BOOST_TEST(unperformed(s.b) == "");
  brought t;
  t.hand_over_by(t.boy);
  t.b.commits_to(t.boy, t.shop, t.errand, within(9h)).brings_about(possession(t.machine));
  BOOST_TEST(unperformed(t.b) == "");
}

BOOST_AUTO_TEST_CASE(the_seller_and_the_customer_need_no_contract) {
  brought s;
  s.hand_over_by(s.shop);
  BOOST_TEST(unperformed(s.b) == "");
  brought t;
  t.hand_over_by(t.customer);
  BOOST_TEST(unperformed(t.b) == "");
}

BOOST_AUTO_TEST_CASE(what_nothing_hands_over_passes_when_it_is_done) {
  brought s;
  BOOST_TEST(unperformed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(what_a_department_has_committed_to_is_performed) {
  bare_shop s;
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(48h));
  BOOST_TEST(unperformed(s.b) == "installation (service)");
  auto const workshop = s.b.department("workshop");
  s.b.commits(workshop, s.installation, within(24h));  // to her: a promise, and no work
  BOOST_TEST(unperformed(s.b) == "installation (service)");
  s.b.commits_to(workshop, s.shop, s.installation, within(24h));
  BOOST_TEST(unperformed(s.b) == "");
  auto const m = built(s.b);
  BOOST_TEST(name_of(m, m.view().parts[s.installation].performer) == "workshop");
}

BOOST_AUTO_TEST_CASE(a_department_does_all_that_a_part_holds_and_no_more) {
  bare_shop s;
  auto const workshop = s.b.department("workshop");
  s.b.commits_to(workshop, s.shop, s.b.whole(), within(24h));
  BOOST_TEST(unperformed(s.b) == "");
  bare_shop t;
  auto const desk = t.b.department("desk");
  t.b.commits_to(desk, t.shop, t.delivery, within(24h));
  BOOST_TEST(unperformed(t.b) == "installation (service)");
}

BOOST_AUTO_TEST_SUITE_END()
