// SPDX-License-Identifier: BSL-1.0
//
// The clauses of a model as JSON: what is promised, owed and rested on.
#pragma once

#include "lupaus/io/writer/term_text.hpp"

#include <cstddef>
#include <string_view>

namespace lupaus::inline v0::detail::io {

class json_clause_text : public json_term_text {
 protected:
  using json_term_text::json_term_text;

  template <class Table, class F>
  void list(std::string_view name, Table const& rows, F f) {
    if (rows.empty()) return;
    out_.key(name).open('[');
    for (auto const i : rows.ids()) f(rows[i], i);
    out_.close();
  }
  void pair(std::string_view a, std::string_view b) { out_.open('[').text(a).text(b).close(); }

  void write_promises() {
    list("abilities", m_.abilities, [&](ability const& a, ability_id) {
      out_.open('{').member("party", name(a.who)).member("part", name(a.what));
      length("within", a.lead_time);
      out_.close();
    });
    list("claims", m_.claims, [&](claim const& c, claim_id) {
      out_.open('{').member("by", name(c.claimant)).member("about", name(c.about));
      if (c.terms > 0) {
        out_.key("terms").open('[');
        for_each_term(m_, c, [&](lupaus::term const& t) { term(t); });
        out_.close();
      }
      if (!c.words.empty()) out_.member("words", c.words);
      if (c.implied) out_.key("implied").truth(true);
      out_.close();
    });
    list("commitments", m_.commitments,
         [&](commitment const& c, commitment_id id) { write_commitment(c, id); });
    list("recourses", m_.recourses, [&](recourse const& r, recourse_id) {
      out_.open('{').member("against", name(r.debtor));
      if (r.creditor != m_.seller) out_.member("of", name(r.creditor));
      event("for", r.failure);
      if (r.within.quality == &quality_of<deadline> && is_length(r.within.limit) &&
          !r.within.anchor)
        length("within", r.within.limit);
      else if (r.within.quality)
        out_.key("term"), term(r.within);
      out_.close();
    });
    write_contract_ends();
  }
  void write_commitment(commitment const& c, commitment_id id) {
    out_.open('{').member("by", name(c.debtor)).member("to", name(c.creditor));
    out_.member("about", name(c.about));
    if (c.consequent.quality) {
      out_.key("terms").open('[');
      term(c.consequent);
      out_.close();
    }
    event("given", c.antecedent);
    event("brings_about", c.brings_about);
    if (c.on_request) out_.key("on_request").truth(true);
    auto some = false;
    for (auto const& r : m_.requirements) {
      if (r.of != id) continue;
      if (!some) out_.key("rests_on").open('[');
      some = true;
      out_.text(m_.capabilities[r.on].name);
    }
    if (some) out_.close();
    if (c.overrides) out_.member("overrides", c.overrides->name);
    out_.close();
  }
  void write_contract_ends() {
    contract_end const* last = nullptr;
    for (auto const& e : m_.contract_ends) {
      auto const same = last && last->debtor == e.debtor && last->creditor == e.creditor;
      if (!last) out_.key("contract_ends").open('[');
      if (last && !same) out_.close().close();
      if (!same) {
        out_.open('{').member("of", name(e.debtor));
        if (e.creditor != m_.seller) out_.member("to", name(e.creditor));
        out_.key("when").open('[');
      }
      event(e.when);
      last = &e;
    }
    if (last) out_.close().close().close();
  }

  void write_duties() {
    list("rules", m_.rules, [&](rule const& r, rule_id id) { write_rule(r, id); });
    auto some = false;
    auto const begin = [&] {
      if (!some) out_.key("notices").open('[');
      some = true;
    };
    for (auto const& n : m_.notices) {
      if (n.derived) continue;
      begin();
      out_.open('{').member("from", name(n.from)).member("to", name(n.to));
      event("of", n.of);
      length("within", n.within);
      out_.close();
    }
    for (auto const& n : m_.changes) {
      begin();
      out_.open('{').member("from", name(n.from)).member("to", name(n.to));
      out_.member("of_any_change", name(n.of));
      length("within", n.within);
      out_.close();
    }
    if (some) out_.close();
    list("coordinations", m_.coordinations, [&](coordination const& c, coordination_id) {
      out_.open('{').member("by", name(c.owner)).member("before", name(c.before));
      out_.member("after", name(c.after)).close();
    });
    list("needs", m_.needs, [&](coordination_need const& n, need_id) {
      out_.open('{');
      if (n.before)
        out_.member("before", name(n.before)).member("after", name(n.after));
      else
        pair_member("parties", name(n.a), name(n.b));
      out_.close();
    });
    list("channels", m_.channels,
         [&](channel const& c, channel_id) { pair(name(c.a), name(c.b)); });
  }
  void pair_member(std::string_view key, std::string_view a, std::string_view b) {
    out_.key(key);
    pair(a, b);
  }

  void write_rule(rule const& r, rule_id id) {
    out_.open('{');
    event("on", r.on);
    event("since", r.since);
    event("until", r.until);
    if (r.debtor != m_.seller) out_.member("by", name(r.debtor));
    if (r.creditor != m_.customer) out_.member("to", name(r.creditor));
    out_.key("owes");
    if (r.action == action_kind::act || r.object) {
      out_.open('{');
      out_.member(to_string(r.action), r.action == action_kind::act ? r.words : name(r.object));
      if (r.units > 0) out_.key("units").number(r.units);
      out_.close();
    } else {
      out_.text(to_string(r.action));
    }
    event("after", r.gate);
    if (r.within.kind != bound_kind::nothing) length("within", r.within);
    auto some = false;
    for (auto const& p : m_.presumptions) {
      if (p.of != id) continue;
      if (!some) out_.key("presumes").open('[');
      some = true;
      out_.open('{');
      if (p.happened)
        event("happened", p.happened);
      else
        out_.member("holder", name(p.holder)).member("good", name(p.good));
      out_.close();
    }
    if (some) out_.close();
    out_.close();
  }

  void write_conditions() {
    list("capabilities", m_.capabilities,
         [&](capability const& c, capability_id) { out_.text(c.name); });
    list("provisions", m_.provisions, [&](provision const& p, provision_id) {
      out_.open('{').member("by", name(p.by));
      out_.member("capability", m_.capabilities[p.of].name).close();
    });
    list("risks", m_.risks, [&](risk const& r, risk_id) {
      out_.open('{').member("bearer", name(r.bearer)).member("part", name(r.of));
      event("from", r.from);
      event("until", r.until);
      if (r.covers) out_.member("covers", name(r.covers));
      out_.close();
    });
  }
};

}  // namespace lupaus::inline v0::detail::io
