// SPDX-License-Identifier: BSL-1.0
//
// A whole promise as JSON, in one canonical form: members in one order, nothing that is derived or
// goes without saying.
#pragma once

#include "lupaus/io/writer/clause_text.hpp"
#include "lupaus/io/writer/product_text.hpp"
#include "lupaus/io/writer/sha256.hpp"

#include <string>
#include <string_view>

namespace lupaus::inline v0::detail::io {

inline void write_qualities(writing& w) {
  write_list(w, "qualities", w.m.qualities, [&](declared_quality const& q, declared_quality_id) {
    constexpr std::string_view members[] = {{}, "at_least", "at_most", "levels", "one_of"};
    auto const member = members[static_cast<std::size_t>(q.scale)];
    w.out.open('{').member("name", q.name);
    if (q.scale == quality_scale::at_least || q.scale == quality_scale::at_most)
      w.out.member(member, q.unit);
    if (!q.words.empty()) {
      w.out.key(member).open('[');
      for (auto left = q.words; !left.empty(); left.remove_prefix(left.find('\n') + 1))
        w.out.text(left.substr(0, left.find('\n')));
      w.out.close();
    }
    if (q.personal) w.out.key("personal").truth(true);
    w.out.close();
  });
}

inline void write_parties(writing& w) {
  write_list(w, "parties", w.m.parties, [&](party const& p, party_id) {
    w.out.open('{').member("name", p.name).member("role", to_string(p.is));
    if (!p.identity.empty()) w.out.member("id", p.identity);
    if (p.has_mandate != (p.is != role::subcontractor)) w.out.key("mandate").truth(p.has_mandate);
    w.out.close();
  });
  if (auto const who = w.m.parts[whole].answerable) w.out.member("answerable", w.name(who));
  if (is_priced(w.m.parts[whole])) write_amount(w, "price", w.m.parts[whole].price);
}

inline void write_product(writing& w, written_product const& p, bool is_outermost) {
  if (p.part && !is_outermost) {
    w.out.text(w.name(p.part));
    return;
  }
  w.out.open('{').key(p.in_order || p.part ? "then" : "together").open('[');
  if (p.part) w.out.text(w.name(p.part));
  for (auto const& x : p.inside) write_product(w, x, false);
  w.out.close().close();
}

inline void write_parts(writing& w) {
  product_finder const products{w.m};
  w.out.key("parts").open('[');
  for (auto const id : w.m.parts.ids()) {
    if (id == whole) continue;
    auto const& p = w.m.parts[id];
    w.out.open('{').member("name", p.name).member("kind", to_string(p.kind));
    if (p.quantity != 1) w.out.key("quantity").number(p.quantity);
    if (p.unit != "pcs") w.out.member("unit", p.unit);
    if (!p.identity.empty()) w.out.member("id", p.identity);
    if (is_priced(p)) write_amount(w, is_instalment(p) ? "amount" : "price", p.price);
    if (is_step(p)) w.out.member("gives", p.gives->name);
    if (p.level != experience_level::unsaid) w.out.member("level", to_string(p.level));
    if (p.severable) w.out.key("severable").truth(true);
    if (p.carries) w.out.member("carries", w.name(p.carries));
    if (p.performer_declared) w.out.member("performed_by", w.name(p.performer));
    if (p.answerable) w.out.member("answerable", w.name(p.answerable));
    if (!is_leaf(p)) w.out.key("product"), write_product(w, products.of(id), true);
    w.out.close();
  }
  w.out.close();
  w.out.key("product");
  write_product(w, products.of(whole), true);
  if (products.besides().empty()) return;
  w.out.key("before").open('[');
  for (auto const& [a, b] : products.besides()) write_pair(w, w.name(a), w.name(b));
  w.out.close();
}

// All events that the model has, in its order: what is known by one id here is known by it there.
inline void write_events(writing& w) {
  auto const ways = index_rows<event_id>(w.m.events.size(), w.m.transitions,
                                         [](transition const& t) { return t.to; });
  write_list(w, "events", w.m.events, [&](event const& e, event_id id) {
    if (id == ordering) return;
    if (is_of_order(e.kind)) {
      write_event(w, id);
      return;
    }
    w.out.open('{');
    write_event_members(w, id);
    auto some = false;
    for (auto const i : ways[id]) {
      auto const& t = w.m.transitions[i];
      if (t.from_is_derived && t.by_is_derived) continue;
      if (!some) w.out.key("ways").open('[');
      some = true;
      w.out.open('{');
      if (!t.from_is_derived) write_event(w, "after", t.from);
      if (!t.by_is_derived && t.by) w.out.member("by", w.name(t.by));
      w.out.close();
    }
    if (some) w.out.close();
    if (e.good && e.holder && (is_failure(e.kind) || e.kind == event_kind::step))
      w.out.key("hands")
          .open('{')
          .member("good", w.name(e.good))
          .member("to", w.name(e.holder))
          .close();
    write_event(w, "until", e.until);
    w.out.close();
  });
}

/// The document; with the hash, if there is one.
inline void write_promise(model_view const& m, std::string_view hash, json_text& out) {
  writing w{m, out};
  out.open('{').key("lupaus").number(1);
  out.member("title", m.parts[whole].name);
  if (!m.identity.empty()) out.member("id", m.identity);
  if (!m.version.empty()) out.member("version", m.version);
  if (!hash.empty()) out.member("content_hash", hash);
  if (m.paid == payment::on_the_spot) out.member("paid", "on_the_spot");
  write_qualities(w);
  write_parties(w);
  write_parts(w);
  write_events(w);
  write_promises(w);
  write_duties(w);
  write_conditions(w);
  out.close();
}

/// Of the canonical compact form, which is written to `text`.
inline std::string content_hash(model_view const& m, json_text& text) {
  text.clear();
  write_promise(m, {}, text);
  return "sha256:" + sha256::hex(text.view());
}

}  // namespace lupaus::inline v0::detail::io
