// SPDX-License-Identifier: BSL-1.0
//
// A promise as JSON, in one canonical form: members in one order, nothing that is derived or goes
// without saying. Reading it gives the same model. Needs no part of Boost.
#pragma once

#include "lupaus/io/json_product.hpp"
#include "lupaus/io/json_term_text.hpp"
#include "lupaus/io/sha256.hpp"
#include "lupaus/model/model.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace lupaus::inline v0 {
namespace detail::io {

class json_writer : private json_term_text {
 public:
  json_writer(model_view const& m, json_layout l) : json_term_text{m, l} {}

  /// The document; with the hash, if there is one.
  std::string run(std::string_view hash) {
    out_.open('{').key("lupaus").number(1);
    out_.member("title", m_.parts[whole].name);
    if (!m_.identity.empty()) out_.member("id", m_.identity);
    if (!m_.version.empty()) out_.member("version", m_.version);
    if (!hash.empty()) out_.member("content_hash", hash);
    if (m_.paid == payment::on_the_spot) out_.member("paid", "on_the_spot");
    write_parties();
    write_parts();
    write_events();
    write_promises();
    write_duties();
    write_conditions();
    out_.close();
    return std::move(out_.str());
  }

 private:
  template <class Table, class F>
  void list(std::string_view name, Table const& rows, F f) {
    if (rows.empty()) return;
    out_.key(name).open('[');
    for (auto const i : rows.ids()) f(rows[i], i);
    out_.close();
  }
  void pair(std::string_view a, std::string_view b) { out_.open('[').text(a).text(b).close(); }

  void write_parties() {
    list("parties", m_.parties, [&](party const& p, party_id) {
      out_.open('{').member("name", p.name).member("role", to_string(p.is));
      if (!p.identity.empty()) out_.member("id", p.identity);
      if (p.has_mandate != (p.is != role::subcontractor)) out_.key("mandate").truth(p.has_mandate);
      out_.close();
    });
    if (auto const who = m_.parts[whole].answerable) out_.member("answerable", name(who));
  }

  void write_parts() {
    product_finder const products{m_};
    out_.key("parts").open('[');
    for (auto const id : m_.parts.ids()) {
      if (id == whole) continue;
      auto const& p = m_.parts[id];
      out_.open('{').member("name", p.name).member("kind", to_string(p.kind));
      if (p.quantity != 1) out_.key("quantity").number(p.quantity);
      if (p.unit != "pcs") out_.member("unit", p.unit);
      if (!p.identity.empty()) out_.member("id", p.identity);
      if (p.carries) out_.member("carries", name(p.carries));
      if (p.performer_declared) out_.member("performed_by", name(p.performer));
      if (p.answerable) out_.member("answerable", name(p.answerable));
      if (!is_leaf(p)) write_product(out_.key("product"), products.of(id), true);
      out_.close();
    }
    out_.close();
    write_product(out_.key("product"), products.of(whole), true);
    if (products.besides().empty()) return;
    out_.key("before").open('[');
    for (auto const& [a, b] : products.besides()) pair(name(a), name(b));
    out_.close();
  }
  void write_product(json_text& out, written_product const& w, bool is_outermost) {
    if (w.part && !is_outermost) {
      out.text(name(w.part));
      return;
    }
    out.open('{').key(w.in_order || w.part ? "then" : "together").open('[');
    if (w.part) out.text(name(w.part));
    for (auto const& x : w.inside) write_product(out, x, false);
    out.close().close();
  }

  // All events that the model has, in its order: what is known by one id here is known by it there.
  void write_events() {
    list("events", m_.events, [&](lupaus::event const& e, event_id id) {
      if (id == ordering) return;
      if (is_of_order(e.kind)) {
        event(id);
        return;
      }
      out_.open('{');
      event_members(id);
      if (!is_failure(e.kind) && e.kind != event_kind::step) {
        out_.close();
        return;
      }
      auto some = false;
      for (auto const& t : m_.transitions) {
        if (t.to != id || (t.from_is_derived && t.by_is_derived)) continue;
        if (!some) out_.key("ways").open('[');
        some = true;
        out_.open('{');
        if (!t.from_is_derived) event("after", t.from);
        if (!t.by_is_derived && t.by) out_.member("by", name(t.by));
        out_.close();
      }
      if (some) out_.close();
      if (e.good && e.holder)
        out_.key("hands")
            .open('{')
            .member("good", name(e.good))
            .member("to", name(e.holder))
            .close();
      out_.close();
    });
  }

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
        for (std::size_t i = 0; i < c.terms; ++i) term(m_.terms[term_id{c.first_term.index() + i}]);
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

}  // namespace detail::io

/// "sha256:" and 64 hexadecimal digits: of the canonical compact form without the hash itself. It
/// covers all that the promise says, its id and version too; layout, the order of members and the
/// spelling of numbers and texts do not matter, the order of lists does. O(length of the form).
inline std::string content_hash(model_view const& m) {
  return "sha256:" +
         detail::io::sha256::hex(detail::io::json_writer{m, json_layout::compact}.run({}));
}

/// The canonical form, with its hash. O(length).
inline std::string write_model(model_view const& m, json_layout layout = json_layout::lines) {
  auto text = detail::io::json_writer{m, layout}.run(content_hash(m));
  if (layout == json_layout::lines) text += '\n';
  return text;
}

}  // namespace lupaus::inline v0
