// SPDX-License-Identifier: BSL-1.0
//
// A builder that goes on from a finished model and adds nothing builds an equal model.
#include "model/support.hpp"

#include <algorithm>
#include <chrono>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

bool same(party const& a, party const& b) {
  return a.name == b.name && a.is == b.is && a.has_mandate == b.has_mandate;
}
bool same(part const& a, part const& b) {
  return a.name == b.name && a.kind == b.kind && a.within == b.within && a.quantity == b.quantity &&
         a.unit == b.unit && a.answerable == b.answerable && a.performer == b.performer &&
         a.performer_declared == b.performer_declared && a.carries == b.carries &&
         a.price == b.price && a.gives == b.gives && a.level == b.level;
}
bool same(precedence const& a, precedence const& b) { return a == b; }
bool same(event const& a, event const& b) {
  return a.kind == b.kind && a.of == b.of && a.subject == b.subject && a.good == b.good &&
         a.holder == b.holder && a.name == b.name;
}
bool same(transition const& a, transition const& b) {
  return a.from == b.from && a.to == b.to && a.by == b.by;
}
bool same(claim const& a, claim const& b) {
  return a.claimant == b.claimant && a.about == b.about && a.first_term == b.first_term &&
         a.terms == b.terms && a.implied == b.implied && a.words == b.words;
}
bool same(term const& a, term const& b) { return a == b; }
bool same(commitment const& a, commitment const& b) {
  return a.debtor == b.debtor && a.creditor == b.creditor && a.about == b.about &&
         a.antecedent == b.antecedent && a.brings_about == b.brings_about &&
         a.consequent == b.consequent && a.on_request == b.on_request &&
         a.overrides == b.overrides && a.interest == b.interest;
}
bool same(recourse const& a, recourse const& b) {
  return a.debtor == b.debtor && a.creditor == b.creditor && a.failure == b.failure &&
         a.within == b.within;
}
bool same(contract_end const& a, contract_end const& b) {
  return a.debtor == b.debtor && a.creditor == b.creditor && a.when == b.when &&
         a.within == b.within;
}
bool same(ability const& a, ability const& b) {
  return a.who == b.who && a.what == b.what && a.lead_time == b.lead_time;
}
bool same(rule const& a, rule const& b) {
  return a.on == b.on && a.since == b.since && a.until == b.until && a.debtor == b.debtor &&
         a.creditor == b.creditor && a.action == b.action && a.object == b.object &&
         a.units == b.units && a.gate == b.gate && a.within == b.within && a.words == b.words;
}
bool same(presumption const& a, presumption const& b) {
  return a.of == b.of && a.holder == b.holder && a.good == b.good && a.happened == b.happened;
}
bool same(notice const& a, notice const& b) {
  return a.from == b.from && a.to == b.to && a.of == b.of && a.within == b.within &&
         a.derived == b.derived;
}
bool same(coordination const& a, coordination const& b) {
  return a.owner == b.owner && a.before == b.before && a.after == b.after;
}
bool same(coordination_need const& a, coordination_need const& b) {
  return a.before == b.before && a.after == b.after && a.a == b.a && a.b == b.b;
}
bool same(channel const& x, channel const& y) { return x.a == y.a && x.b == y.b; }
bool same(sighting const& x, sighting const& y) { return x.by == y.by && x.of == y.of; }
bool same(capability const& a, capability const& b) {
  return a.name == b.name && a.is_backstage == b.is_backstage;
}
bool same(requirement const& a, requirement const& b) { return a.of == b.of && a.on == b.on; }
bool same(provision const& a, provision const& b) { return a.by == b.by && a.of == b.of; }
bool same(risk const& a, risk const& b) {
  return a.bearer == b.bearer && a.of == b.of && a.from == b.from && a.until == b.until &&
         a.covers == b.covers;
}

template <class Table>
void check_same(char const* column, Table const& a, Table const& b) {
  BOOST_TEST_CONTEXT(column) {
    BOOST_TEST_REQUIRE(a.size() == b.size());
    for (auto i : a.ids()) BOOST_TEST(same(a[i], b[i]), "differs at " << i.index());
  }
}

void check_same(model_view const& a, model_view const& b) {
  BOOST_TEST(a.identity == b.identity);
  BOOST_TEST(a.version == b.version);
  BOOST_TEST(bool(a.paid == b.paid));
  BOOST_TEST(a.customer == b.customer);
  BOOST_TEST(a.seller == b.seller);
  check_same("parties", a.parties, b.parties);
  check_same("parts", a.parts, b.parts);
  check_same("precedences", a.precedences, b.precedences);
  check_same("events", a.events, b.events);
  check_same("transitions", a.transitions, b.transitions);
  check_same("claims", a.claims, b.claims);
  check_same("terms", a.terms, b.terms);
  check_same("commitments", a.commitments, b.commitments);
  check_same("recourses", a.recourses, b.recourses);
  check_same("contract_ends", a.contract_ends, b.contract_ends);
  check_same("abilities", a.abilities, b.abilities);
  check_same("rules", a.rules, b.rules);
  check_same("presumptions", a.presumptions, b.presumptions);
  check_same("notices", a.notices, b.notices);
  check_same("coordinations", a.coordinations, b.coordinations);
  check_same("needs", a.needs, b.needs);
  check_same("channels", a.channels, b.channels);
  check_same("sightings", a.sightings, b.sightings);
  check_same("capabilities", a.capabilities, b.capabilities);
  check_same("requirements", a.requirements, b.requirements);
  check_same("provisions", a.provisions, b.provisions);
  check_same("risks", a.risks, b.risks);
}

// Something in every column.
model full_model() {
  builder b{"two lamps, delivered and mounted"};
  b.identity("L-2", "2026-11");
  auto const customer = b.customer("customer"), shop = b.seller("shop");
  auto const website = b.department("website");
  auto const carrier = b.subcontractor("carrier"), fitter = b.subcontractor("fitter");
  auto const lamp = b.good("lamp", 2), bulb = b.good("bulb", 3, "box");
  auto const delivery = b.service("delivery"), mounting = b.service("mounting");
  auto const goods = b.composite("goods", all_of(lamp, bulb));
  b.product(goods >> delivery >> mounting).before(bulb, mounting).carries(delivery, lamp);
  b.gives(mounting, thanked, experience_level::emotion);
  b.can_do(shop, lamp, 0h).can_do(shop, bulb, business_days{1}).performs(fitter, mounting);
  auto const lost = b.fails(delivery, "lost").id();
  auto const late = b.may_be_late(delivery).id();
  auto const back = b.step(delivery, "back").follows(lost).by(carrier).hands(lamp, shop).id();
  b.has_no_mandate(website).answers(carrier, delivery);
  b.charges(shop, lamp, {4'900, "EUR"}).charges(shop, goods, {10'000, "EUR"});
  b.capability(backstage("ladder"));
  b.claims(website, delivery, {within(48h), at(place::doorstep)}, "fast and near");
  b.says(website, b.whole(), "luxury");
  b.implies(website, b.whole(), {single_contact, cancel_until(possession(lamp))});
  b.commits(shop, lamp, {undamaged, priced_at({4'900, "EUR"})});
  b.commits(shop, b.whole(), informed_within(2h));
  b.commits_to(carrier, shop, delivery, within(business_days{2, 1}));
  b.commits_to(carrier, shop, delivery, within(120h).after(lost)).brings_about(back).given(late);
  b.commits_to(fitter, shop, mounting).rests_on("ladder").on_request();
  b.commits_to(fitter, carrier, mounting).overrides(installed, "a bonus");
  b.provides(fitter, "ladder").recovers_from(shop, carrier, lost, within(48h));
  b.ends_contract_with(carrier, shop, {kept, cancelled, refunded}, 4h);
  b.on(reported(lost))
      .owes(shop, replace(lamp, 1))
      .waits_for(back)
      .within(24h)
      .presumes(happened(late));
  b.on(cancel_requested).between(shipped(delivery), possession(lamp)).owes(shop, refuse);
  b.on(late).owes(carrier, act("says sorry"), shop).presumes(held_by(carrier, lamp));
  b.tells(carrier, shop, lost, 2h).tells_of_any_change(shop, fitter, delivery, 3h);
  b.coordinates(shop, delivery, mounting).must_coordinate(lamp, delivery);
  b.must_coordinate_parties(carrier, fitter).reaches(customer, shop);
  b.bears(shop, loss_of(lamp), {}, possession(lamp))
      .covers(carrier, shop, loss_of(lamp), lost, back)
      .sees(fitter, lost);
  return model_test::built(b);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(round_trip)

BOOST_AUTO_TEST_CASE(the_model_has_something_in_every_column) {
  auto const made = full_model();
  auto const& m = made.view();
  for (auto n :
       {m.parties.size(),      m.parts.size(),         m.precedences.size(),   m.events.size(),
        m.transitions.size(),  m.claims.size(),        m.terms.size(),         m.commitments.size(),
        m.recourses.size(),    m.contract_ends.size(), m.abilities.size(),     m.rules.size(),
        m.presumptions.size(), m.notices.size(),       m.coordinations.size(), m.needs.size(),
        m.channels.size(),     m.capabilities.size(),  m.requirements.size(),  m.provisions.size(),
        m.risks.size(),        m.sightings.size()})
    BOOST_TEST(n > 0u);
  BOOST_TEST(std::any_of(m.notices.begin(), m.notices.end(), [](auto& n) { return n.derived; }));
  BOOST_TEST(std::any_of(m.notices.begin(), m.notices.end(), [](auto& n) { return !n.derived; }));
}

BOOST_AUTO_TEST_CASE(building_again_gives_an_equal_model) {
  auto const once = full_model();
  auto const again = model_test::built(builder{once});
  check_same(once, again);
  check_same(once, model_test::built(builder{again}));
}

BOOST_AUTO_TEST_CASE(the_same_words_give_the_same_model) { check_same(full_model(), full_model()); }

BOOST_AUTO_TEST_CASE(the_second_model_owns_its_texts) {
  auto const again = [] {
    auto const once = full_model();
    return model_test::built(builder{once});
  }();
  check_same(full_model(), again);
}

BOOST_AUTO_TEST_CASE(the_first_model_is_left_as_it_was) {
  auto const once = full_model();
  builder b{once};
  b.subcontractor("plumber");
  b.answers("fitter", "mounting");
  static_cast<void>(model_test::built(b));
  check_same(once, full_model());
}

BOOST_AUTO_TEST_SUITE_END()
