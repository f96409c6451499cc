// SPDX-License-Identifier: BSL-1.0
//
// A promise as JSON, in one canonical form: members in one order, nothing that is derived or goes
// without saying. Reading it gives the same model. Needs no part of Boost.
#pragma once

#include "lupaus/io/writer/clause_text.hpp"
#include "lupaus/io/writer/product_text.hpp"
#include "lupaus/io/writer/sha256.hpp"
#include "lupaus/model/model.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace lupaus::inline v0 {
namespace detail::io {

class json_writer : private json_clause_text {
 public:
  json_writer(model_view const& m, json_layout l) : json_clause_text{m, l} {}

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
