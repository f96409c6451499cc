// SPDX-License-Identifier: BSL-1.0
//
// Random clauses of a model that nobody would write.
#pragma once

#include "support/wild_words.hpp"

#include <string>
#include <utility>
#include <vector>

namespace proof {

class wild_clauses : public wild_words {
 protected:
  using wild_words::wild_words;

  void add_product_clauses() {
    if (r_.chance(20))
      for (int i = r_.between(1, 2); i > 0; --i) {
        auto const a = any_part(), b = any_part();
        if (!a.empty() && !b.empty()) d_.before.push_back({a, b});
      }
    for (auto const& s : services_)
      if (!goods_.empty() && r_.chance(40)) d_.carries.push_back({s, r_.one_of(goods_)});
    for (auto const& p : leaves_) {
      if (r_.chance(20)) d_.performers.push_back({p, party()});
      if (r_.chance(15)) d_.answers.push_back({party(), p});
    }
    for (auto const* list : {&leaves_, &composites_})
      for (auto const& p : *list)
        if (r_.chance(8)) d_.severable.push_back({p});
    for (auto const& c : composites_)
      if (r_.chance(10)) d_.answers.push_back({party(), c});
  }

  // ---- what happens ----------------------------------------------------------------------------

  void add_event() {
    event_says e{leaf(), "event" + std::to_string(++steps_), kind::step};
    auto const what = r_.below(10);
    if (what < 4) e.kind = kind::failed;
    if (what == 4) e.kind = kind::late, e.name.clear();
    if (e.kind == kind::late)
      for (auto const& x : d_.events)
        if (x.kind == kind::late && x.part == e.part) return;
    for (int i = r_.between(0, 2); i > 0; --i) {
      way_says way{event_of_a_life(), {}};
      if (way.from == e.said()) continue;
      if (r_.chance(40)) way.by = party();
      e.ways.push_back(way);
    }
    if (e.ways.empty() && r_.chance(30))
      e.ways.push_back({{}, r_.chance(25) ? d_.customer : party()});
    if (e.kind == kind::failed && r_.chance(8)) e.until = time_out();
    if (!goods_.empty() && r_.chance(35))
      e.good = r_.one_of(goods_), e.holder = r_.chance(30) ? d_.customer : party();
    d_.events.push_back(e);
  }

  /// A part is begun, or completed, in other ways than by its performer.
  void add_turning_point() {
    auto const part = leaf();
    event_says e{part, {}, r_.chance(30) ? kind::started : kind::completed};
    for (int i = r_.between(1, 2); i > 0; --i) {
      way_says way{event_of_a_life(), {}};
      if (way.from == e.said()) continue;
      if (r_.chance(40)) way.by = party();
      e.ways.push_back(way);
    }
    if (!e.ways.empty()) d_.turning_points.push_back(e);
  }

  void add_claim() {
    claim_says c{++tags_, other_party(d_.customer), any_part(), {}, r_.chance(30)};
    for (int i = r_.between(0, 3); i > 0; --i) c.terms.push_back(term(claims_));
    // Claims of a failing part's recovery are what remedies are held against.
    if (!d_.events.empty() && r_.chance(40)) {
      auto const& e = r_.one_of(d_.events);
      auto const anchor = r_.one_of(std::vector{mention{}, e.said(), reported(e.said())});
      c.about = r_.chance(60) ? e.part : c.about;
      c.terms.push_back({quality_name::recovery, length(claims_), anchor});
    }
    d_.claims.push_back(c);
    if (!c.terms.empty() && r_.chance(20))  // what he claims he owes her himself
      d_.commitments.push_back(
          {c.who, d_.customer, r_.chance(70) ? c.about : any_part(), {c.terms[0]}});
  }

  void add_commitment() {
    commitment_says c;
    c.debtor = party();
    c.creditor = r_.chance(50) && c.debtor != d_.seller ? d_.seller : other_party(c.debtor);
    c.about = any_part();
    if (r_.chance(85)) c.term.push_back(term(contracts_));
    c.given = maybe(20);
    c.brings_about = maybe(25);
    c.on_request = r_.chance(8);
    if (r_.chance(10)) c.overrides.push_back(term(contracts_).quality);
    if (!c.overrides.empty() && d_.commitments.size() % 2 == 1) c.interest = "the margin";
    rest(c);
    d_.commitments.push_back(c);
  }

  void add_rule() {
    rule_says r{++tags_, event(), r_.chance(60) ? d_.seller : party(), {}};
    auto const what = r_.below(10);
    if (what < 4) r.on = of_order(kind::cancel_requested);
    if (what == 4) r.on = of_order(kind::replacement_requested);
    if (what > 6 && !d_.events.empty()) r.on = r_.one_of(d_.events).said();
    if (what > 8) r.on = reported(r.on);
    r.creditor = r_.chance(85) ? d_.customer : party();
    r.action = r_.one_of(std::vector{act::replace, act::perform_again, act::repair, act::refund,
                                     act::accept, act::refuse, act::act});
    if (what < 4)
      r.action = r_.one_of(std::vector{act::accept, act::refuse, act::refuse, act::refund});
    if (r.action <= act::repair || (r.action == act::refund && r_.chance(30)))
      r.object = any_part();
    r.since = maybe(35);
    r.until = maybe(25);
    r.gate = maybe(35);
    if (r_.chance(50)) r.within = length(contracts_);
    for (int i = r_.between(0, 2); i > 0; --i) {
      if (r_.chance(50) || goods_.empty())
        r.presumes.push_back({{}, {}, event()});
      else
        r.presumes.push_back({party(), r_.one_of(goods_), {}});
    }
    d_.rules.push_back(r);
  }

  /// Until when she may cancel, and a word on that where nobody thought of it.
  void add_right_to_cancel() {
    term_says t{quality_name::cancellable, length(claims_), {}};
    if (r_.chance(60)) t.limit = minutes(0), t.anchor = event();
    if (r_.chance(60))
      d_.claims.push_back(
          {++tags_, other_party(d_.customer), r_.chance(70) ? "" : any_part(), {t}});
    else
      d_.commitments.push_back({d_.seller, d_.customer, r_.chance(70) ? "" : any_part(), {t}});
    for (int i = r_.between(1, 3); i > 0; --i) {
      rule_says r{++tags_, of_order(kind::cancel_requested), d_.seller, d_.customer};
      r.action = r_.one_of(std::vector{act::accept, act::accept, act::refuse, act::refund});
      r.since = maybe(50), r.until = maybe(60), r.gate = maybe(20);
      d_.rules.push_back(r);
    }
  }
  /// Another answer to what a rule answers already.
  void add_rival() {
    if (d_.rules.empty()) return;
    auto r = r_.one_of(d_.rules);
    r.tag = ++tags_;
    r.presumes.clear();
    r.action = r_.one_of(
        std::vector{act::replace, act::perform_again, act::repair, act::refund, act::accept});
    r.object.clear();
    if (r.action <= act::repair || r_.chance(30)) r.object = any_part();
    if (r.action == act::accept) r.object.clear();
    if (r_.chance(40)) r.since = maybe(70);
    if (r_.chance(40)) r.until = r_.chance(50) ? r.since : maybe(70);
    if (r_.chance(20)) r.gate = maybe(50);
    d_.rules.push_back(r);
  }

  void add_notice() {
    auto const from = party(), to = other_party(from);
    if (r_.chance(15))
      d_.change_notices.push_back({from, to, any_part(), length(contracts_)});
    else
      d_.notices.push_back({from, to, event(), length(contracts_)});
  }

  void add_coordination() {
    auto const what = r_.below(4);
    auto const a = leaf(), b = leaf();
    if (what == 0) d_.coordinations.push_back({party(), a, b});
    if (what == 1)
      r_.chance(50) ? d_.part_needs.push_back({a, b})
                    : d_.party_needs.push_back({party(), party()});
    if (what == 2 && r_.chance(50)) {
      if (auto const e = event_of_a_life(); e.kind != kind::ordered)
        d_.sightings.push_back({party(), e});
    } else if (what >= 2) {
      auto const from = r_.chance(40) ? d_.customer : party();
      d_.channels.push_back({from, other_party(from)});
    }
  }

  void add_ability() { d_.abilities.push_back({party(), leaf(), length(contracts_)}); }

  // ---- chains of contracts ---------------------------------------------------------------------

  /// Work that is passed on, from firm to firm; now and then back to one of them.
  void add_chain() {
    if (firms_.empty()) return;
    auto const about = r_.chance(75) ? leaf() : any_part();
    auto promised = term(contracts_);
    if (r_.chance(60)) {  // she is promised the same, and each is given about the same time
      auto& c = d_.commitments.emplace_back();
      c = {d_.seller, d_.customer, r_.chance(70) ? about : any_part(), {promised}};
      rest(c);
    }
    std::vector<std::string> chain{d_.seller};
    for (int i = r_.between(1, 4); i > 0; --i) {
      auto const next = r_.one_of(firms_);
      if (next == chain.back()) continue;
      commitment_says c{next, chain.back(), about, {promised}};
      if (r_.chance(40)) c.term[0] = term(promised.quality, contracts_);
      if (r_.chance(15)) c.term = {term(contracts_)};
      if (r_.chance(10)) c.term.clear();
      rest(c);
      d_.commitments.push_back(c);
      chain.push_back(next);
      if (r_.chance(50)) end(next, c.creditor);
    }
  }
  void rest(commitment_says& c) {
    if (!d_.capabilities.empty() && r_.chance(15)) c.rests_on.push_back(r_.one_of(d_.capabilities));
  }
  /// The contract ends with the order, or nearly; whether the debtor is told is another matter.
  void end(std::string const& debtor, std::string const& creditor) {
    auto const is_told = r_.chance(60);
    for (auto when : {kind::kept, kind::cancelled, kind::refunded}) {
      if (r_.chance(90))
        d_.ends.push_back({debtor, creditor, when, is_told ? time_of_word() : amount{}});
      if (!is_told && r_.chance(30))
        d_.notices.push_back(
            {r_.chance(70) ? creditor : d_.seller, debtor, of_order(when), hours(1)});
    }
  }
  amount time_of_word() {
    return r_.chance(90) ? hours(r_.between(0, 9)) : amount{amount::workdays, r_.between(1, 3)};
  }
  void add_ends() {
    for (auto const& c : std::vector{d_.commitments})
      if (c.creditor != d_.customer && r_.chance(20)) end(c.debtor, c.creditor);
  }

  // ---- who can, who may, who bears -------------------------------------------------------------

  void add_mandate() { d_.mandates.push_back({party(), r_.chance(50)}); }
  void add_capabilities() {
    for (int i = r_.between(0, 3); i > 0; --i) {
      d_.capabilities.push_back({"ability" + std::to_string(i), i == 2});
      if (r_.chance(50)) d_.provides.push_back({party(), d_.capabilities.back().name});
    }
  }
  void add_recourse() {
    std::vector<mention> failures;
    for (auto const& e : d_.events)
      if (e.kind != kind::step) failures.push_back(e.said());
    if (failures.empty()) return;
    auto const debtor = party(), creditor = r_.chance(70) ? d_.seller : party();
    if (debtor == creditor) return;
    d_.recourses.push_back({debtor, creditor, r_.one_of(failures), {}});
    if (r_.chance(60)) d_.recourses.back().within = length(contracts_);
  }
  void add_risk() {
    auto const of = !goods_.empty() && r_.chance(60) ? r_.one_of(goods_) : any_part();
    risk_says r{party(), of, maybe(50), maybe(50), {}};
    if (r_.chance(60)) r.covers = r_.chance(70) ? d_.seller : party();
    // And a rule by which he who covers pays, often to her whom he covers.
    if (!r.covers.empty() && !d_.events.empty() && r_.chance(30)) {
      auto const& e = r_.one_of(d_.events);
      if (r_.chance(60)) r.of = e.part;
      rule_says pays{++tags_, e.said(), r.bearer, r_.chance(70) ? r.covers : d_.customer};
      pays.action = act::refund;
      d_.rules.push_back(pays);
    }
    if (r_.chance(20)) r.bearer = d_.customer, r.covers.clear();
    d_.risks.push_back(r);
  }
};

}  // namespace proof
