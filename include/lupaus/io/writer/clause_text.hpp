// SPDX-License-Identifier: BSL-1.0
//
// The clauses of a model as JSON: what is promised, owed and rested on.
#pragma once

#include "lupaus/io/writer/term_text.hpp"

#include <cstddef>
#include <string_view>

namespace lupaus::inline v0::detail::io {

inline void write_commitment(writing& w, commitment const& c, commitment_id id,
                             rows_by<commitment_id, requirement_id> const& rests) {
  w.out.open('{').member("by", w.name(c.debtor)).member("to", w.name(c.creditor));
  w.out.member("about", w.name(c.about));
  if (c.consequent.quality) {
    w.out.key("terms").open('[');
    write_term(w, c.consequent);
    w.out.close();
  }
  write_event(w, "given", c.antecedent);
  write_event(w, "brings_about", c.brings_about);
  if (c.on_request) w.out.key("on_request").truth(true);
  auto some = false;
  for (auto const i : rests[id]) {
    if (!some) w.out.key("rests_on").open('[');
    some = true;
    w.out.text(w.m.capabilities[w.m.requirements[i].on].name);
  }
  if (some) w.out.close();
  if (c.overrides) w.out.member("overrides", c.overrides->name);
  if (!c.interest.empty()) w.out.member("interest", c.interest);
  w.out.close();
}

inline void write_contract_ends(writing& w) {
  contract_end const* last = nullptr;
  auto const finish = [&] {
    w.out.close();
    if (is_told(*last)) write_length(w, "within", last->within);
    w.out.close();
  };
  for (auto const& e : w.m.contract_ends) {
    auto const same = last && last->debtor == e.debtor && last->creditor == e.creditor &&
                      last->within == e.within;
    if (!last) w.out.key("contract_ends").open('[');
    if (last && !same) finish();
    if (!same) {
      w.out.open('{').member("of", w.name(e.debtor));
      if (e.creditor != w.m.seller) w.out.member("to", w.name(e.creditor));
      w.out.key("when").open('[');
    }
    write_event(w, e.when);
    last = &e;
  }
  if (last) finish(), w.out.close();
}

inline void write_promises(writing& w) {
  write_list(w, "abilities", w.m.abilities, [&](ability const& a, ability_id) {
    w.out.open('{').member("party", w.name(a.who)).member("part", w.name(a.what));
    write_length(w, "within", a.lead_time);
    w.out.close();
  });
  write_list(w, "claims", w.m.claims, [&](claim const& c, claim_id) {
    w.out.open('{').member("by", w.name(c.claimant)).member("about", w.name(c.about));
    if (c.terms > 0) {
      w.out.key("terms").open('[');
      for_each_term(w.m, c, [&](term const& t) { write_term(w, t); });
      w.out.close();
    }
    if (!c.words.empty()) w.out.member("words", c.words);
    if (c.implied) w.out.key("implied").truth(true);
    w.out.close();
  });
  auto const rests = index_rows<commitment_id>(w.m.commitments.size(), w.m.requirements,
                                               [](requirement const& r) { return r.of; });
  write_list(w, "commitments", w.m.commitments,
             [&](commitment const& c, commitment_id id) { write_commitment(w, c, id, rests); });
  write_list(w, "recourses", w.m.recourses, [&](recourse const& r, recourse_id) {
    w.out.open('{').member("against", w.name(r.debtor));
    if (r.creditor != w.m.seller) w.out.member("of", w.name(r.creditor));
    write_event(w, "for", r.failure);
    if (r.within.quality == &quality_of<deadline> && is_length(r.within.limit) && !r.within.anchor)
      write_length(w, "within", r.within.limit);
    else if (r.within.quality)
      w.out.key("term"), write_term(w, r.within);
    w.out.close();
  });
  write_contract_ends(w);
}

inline void write_rule(writing& w, rule const& r, rule_id id,
                       rows_by<rule_id, presumption_id> const& presumed) {
  w.out.open('{');
  write_event(w, "on", r.on);
  write_event(w, "since", r.since);
  write_event(w, "until", r.until);
  if (r.from_time > 0) w.out.key("from_time").number(r.from_time);
  if (r.up_to_time > 0) w.out.key("up_to_time").number(r.up_to_time);
  if (r.debtor != w.m.seller) w.out.member("by", w.name(r.debtor));
  if (r.creditor != w.m.customer) w.out.member("to", w.name(r.creditor));
  w.out.key("owes");
  if (r.action == action_kind::act || r.object) {
    w.out.open('{');
    w.out.member(to_string(r.action), r.action == action_kind::act ? r.words : w.name(r.object));
    if (r.units > 0) w.out.key("units").number(r.units);
    if (has_reduction(r)) write_amount(w, "by", r.reduction);
    w.out.close();
  } else {
    w.out.text(to_string(r.action));
  }
  write_event(w, "after", r.gate);
  if (r.within.kind != bound_kind::nothing) write_length(w, "within", r.within);
  if (has_fee(r)) write_amount(w, "keeps", r.fee);
  auto some = false;
  for (auto const i : presumed[id]) {
    auto const& p = w.m.presumptions[i];
    if (!some) w.out.key("presumes").open('[');
    some = true;
    w.out.open('{');
    if (p.happened)
      write_event(w, p.is_not ? "not_happened" : "happened", p.happened);
    else
      w.out.member("holder", w.name(p.holder)).member("good", w.name(p.good));
    w.out.close();
  }
  if (some) w.out.close();
  w.out.close();
}

inline void write_duties(writing& w) {
  auto const presumed = index_rows<rule_id>(w.m.rules.size(), w.m.presumptions,
                                            [](presumption const& p) { return p.of; });
  write_list(w, "rules", w.m.rules,
             [&](rule const& r, rule_id id) { write_rule(w, r, id, presumed); });
  auto some = false;
  auto const begin = [&] {
    if (!some) w.out.key("notices").open('[');
    some = true;
  };
  for (auto const& n : w.m.notices) {
    if (n.derived) continue;
    begin();
    w.out.open('{').member("from", w.name(n.from)).member("to", w.name(n.to));
    write_event(w, "of", n.of);
    write_length(w, "within", n.within);
    if (!n.words.empty()) w.out.member("words", n.words);
    w.out.close();
  }
  for (auto const& n : w.m.changes) {
    begin();
    w.out.open('{').member("from", w.name(n.from)).member("to", w.name(n.to));
    w.out.member("of_any_change", w.name(n.of));
    write_length(w, "within", n.within);
    if (!n.words.empty()) w.out.member("words", n.words);
    w.out.close();
  }
  if (some) w.out.close();
  write_list(w, "coordinations", w.m.coordinations, [&](coordination const& c, coordination_id) {
    w.out.open('{').member("by", w.name(c.owner)).member("before", w.name(c.before));
    w.out.member("after", w.name(c.after)).close();
  });
  write_list(w, "needs", w.m.needs, [&](coordination_need const& n, need_id) {
    w.out.open('{');
    if (n.before)
      w.out.member("before", w.name(n.before)).member("after", w.name(n.after));
    else
      w.out.key("parties"), write_pair(w, w.name(n.a), w.name(n.b));
    w.out.close();
  });
  write_list(w, "channels", w.m.channels,
             [&](channel const& c, channel_id) { write_pair(w, w.name(c.a), w.name(c.b)); });
  write_list(w, "sightings", w.m.sightings, [&](sighting const& x, sighting_id) {
    w.out.open('{').member("by", w.name(x.by));
    write_event(w, "of", x.of);
    w.out.close();
  });
}

inline void write_conditions(writing& w) {
  write_list(w, "capabilities", w.m.capabilities, [&](capability const& c, capability_id) {
    if (c.is_backstage)
      w.out.open('{').member("backstage", c.name).close();
    else
      w.out.text(c.name);
  });
  write_list(w, "provisions", w.m.provisions, [&](provision const& p, provision_id) {
    w.out.open('{').member("by", w.name(p.by));
    w.out.member("capability", w.m.capabilities[p.of].name).close();
  });
  write_list(w, "risks", w.m.risks, [&](risk const& r, risk_id) {
    w.out.open('{').member("bearer", w.name(r.bearer)).member("part", w.name(r.of));
    write_event(w, "from", r.from);
    write_event(w, "until", r.until);
    if (r.covers) w.out.member("covers", w.name(r.covers));
    w.out.close();
  });
}

}  // namespace lupaus::inline v0::detail::io
