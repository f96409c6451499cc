// SPDX-License-Identifier: BSL-1.0
//
// The parties of a promise in JSON, its parts, and what they are made of.
#pragma once

#include "lupaus/io/reader/terms.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail::io {

class json_parts : public json_terms {
 protected:
  using json_terms::json_terms;

  void read_parties(json_object& whole_document) {
    auto const list = whole_document.require("parties");
    if (list == no_place || !expect(source(), list, json_kind::array, "a list of parties") ||
        !fits(list, source().limits().parties, "parties")) {
      lacks_parties_ = true;
      return;
    }
    for_each_in(source(), list, [&](json_place at) { read_party(at); });
    for (auto const is : {role::customer, role::seller})
      if (!(is == role::customer ? draft_.columns.customer : draft_.columns.seller) &&
          source().faults.empty())
        fail(list, error_code::missing,
             is == role::customer ? "there is no customer; say who buys"
                                  : "there is no seller; say who answers to her");
  }

  void read_capabilities(json_object& whole_document) {
    each(whole_document, "capabilities", [&](json_place at) {
      auto const name = text_of(source(), at, "a capability's name");
      if (!name) return;
      auto const c = builder::capability(*name);
      capability_names_.emplace(draft_.columns.capabilities[c.index()].name, c);
      put(c, at);
      take(at);
    });
  }

  /// Declares all parts; composites are not yet filled.
  void read_parts(json_object& whole_document) {
    auto const list = whole_document.require("parts");
    if (list == no_place || !expect(source(), list, json_kind::array, "a list of parts") ||
        !fits(list, source().limits().parts, "parts")) {
      lacks_parts_ = true;
      return;
    }
    for_each_in(source(), list, [&](json_place at) { declare(at); });
  }

  void read_products(json_object& whole_document) {
    if (auto const at = whole_document.find("product"); at != no_place) fill(lupaus::whole, at);
    for (auto const& c : composites_) fill(c.part, c.at);
    find_unplaced();
    each(whole_document, "before", [&](json_place at) {
      auto const two = two_parts(at);
      if (two) before(two->first, two->second);
      take(at);
    });
  }

  /// Calls `f` on each of a list that need not be there.
  template <class F>
  void each(json_object& o, std::string_view member, F f) {
    auto const list = o.find(member);
    if (list == no_place || !expect(source(), list, json_kind::array) ||
        !fits(list, source().limits().elements, "of a kind"))
      return;
    for_each_in(source(), list, f);
  }

  /// ["a", "b"]
  std::optional<std::pair<part_id, part_id>> two_parts(json_place at) {
    if (!is_pair(at, "a list of two parts")) return {};
    auto const a = part(node(at).first), b = part(node(node(at).first).next);
    if (!a || !b) return {};
    return std::pair{*a, *b};
  }
  std::optional<std::pair<party_id, party_id>> two_parties(json_place at) {
    if (!is_pair(at, "a list of two parties")) return {};
    auto const a = party(node(at).first), b = party(node(node(at).first).next);
    if (!a || !b) return {};
    return std::pair{*a, *b};
  }

  struct placed_part {
    json_place at;
    part_id part;
  };
  std::vector<placed_part> parts_;

 private:
  bool is_pair(json_place at, char const* what) {
    if (!expect(source(), at, json_kind::array, what)) return false;
    if (node(at).count == 2) return true;
    fail(at, error_code::bad_value,
         std::string{what} + " is expected, and a list of " + std::to_string(node(at).count) +
             " was found");
    return false;
  }

  void read_party(json_place at) {
    json_object o{source(), at, "a party"};
    if (!o) return;
    auto const name_at = o.require("name");
    auto const name = name_at == no_place ? std::nullopt : text_of(source(), name_at);
    constexpr std::string_view roles[] = {"customer", "seller", "department", "subcontractor"};
    auto const role_at = o.require("role");
    auto const said =
        role_at == no_place ? std::nullopt : word_of(source(), role_at, roles, "role");
    auto const identity_is = o.text("id");
    auto const mandate_at = o.find("mandate");
    o.finish();
    if (!name) return;
    auto const is = said ? static_cast<role>(*said) : role::subcontractor;
    auto const p = is == role::customer     ? customer(*name)
                   : is == role::seller     ? seller(*name)
                   : is == role::department ? department(*name)
                                            : subcontractor(*name);
    take(at);
    if (!p) return;
    if (mandate_at != no_place)
      if (auto const yes = truth_of(source(), mandate_at)) {
        if (*yes)
          has_mandate(p);
        else
          has_no_mandate(p);
      }
    if (!identity_is.empty()) identity(p, identity_is);
    party_names_.emplace(draft_.columns.parties[p.index()].name, p);
    put(p, at);
  }

  void declare(json_place at) {
    json_object o{source(), at, "a part"};
    if (!o) return;
    auto const name_at = o.require("name");
    auto const name = name_at == no_place ? std::nullopt : text_of(source(), name_at);
    constexpr std::string_view kinds[] = {"good", "service", "composite"};
    auto const kind_at = o.require("kind");
    constexpr std::size_t unknown_kind = 3;  // an error has been told of
    auto const said =
        kind_at == no_place
            ? unknown_kind
            : word_of(source(), kind_at, kinds, "kind of part").value_or(unknown_kind);
    auto const quantity = number_in(o, "quantity", 1, 1, 1'000'000);
    auto const unit = o.text("unit", "pcs");
    auto const identity_is = o.text("id");
    auto const product_at = said == 2U ? o.require("product") : o.find("product");
    o.knows({"carries", "performed_by", "answerable"});
    o.finish();
    if (said < 2 && product_at != no_place)
      fail(product_at, error_code::contradiction, "only a composite is made of parts");
    if (!name) return;
    auto const kind = said == unknown_kind ? part_kind::service : static_cast<part_kind>(said);
    auto const p = declare_part(*name, kind, quantity.value_or(1), unit,
                                say("the part", std::string{*name}, {}));
    take(at);
    if (!p) return;
    if (!identity_is.empty()) identity(p, identity_is);
    part_names_.emplace(draft_.columns.parts[p.index()].name, p);
    put(p, at);
    parts_.push_back({at, p});
    if (kind == part_kind::composite && product_at != no_place)
      composites_.push_back({product_at, p});
  }

  void fill(part_id outer, json_place at) {
    lupaus::product made_of;
    if (!product_of(at, made_of)) return;
    for (auto const& p : made_of.parts)
      if (p.id && draft_.is_inside(outer, p.id)) {
        fail(at, error_code::contradiction,
             "the part '" + std::string{draft_.columns.parts[p.id.index()].name} +
                 "' would hold itself");
        return;
      }
    compose(outer, made_of,
            say(outer == lupaus::whole ? "the product" : "the composite",
                outer == lupaus::whole ? "" : draft_.name_of(part_ref{outer}), {}));
    take(at);
  }

  // Without any product all parts are the whole's, side by side; with one, each has its place in
  // it.
  void find_unplaced() {
    auto const& parts = draft_.columns.parts;
    auto const is_placed = [](lupaus::part const& p) { return p.within == lupaus::whole; };
    if (std::none_of(parts.begin(), parts.end(), is_placed) || !source().faults.empty()) return;
    for (auto const& p : parts_)
      if (!parts[p.part.index()].within)
        fail(p.at, error_code::missing,
             "the part '" + std::string{parts[p.part.index()].name} +
                 "' is in no product; add it, or leave it out");
  }

  // A part's name, {"then": [...]} or {"together": [...]}, appended to what there is.
  bool product_of(json_place at, lupaus::product& out) {
    if (node(at).kind == json_kind::text) {
      auto const p = part(at);
      if (p) out = lupaus::product{*p};
      return p.has_value();
    }
    json_object o{source(), at, "a part's name, 'then' or 'together'"};
    if (!o) return false;
    auto const then = o.find("then"), together = o.find("together");
    o.finish();
    if ((then == no_place) == (together == no_place)) {
      fail(at, error_code::missing,
           "either 'then' or 'together' is expected, with a list of parts");
      return false;
    }
    auto const list = then == no_place ? together : then;
    if (!expect(source(), list, json_kind::array, "a list of parts")) return false;
    auto is_right = true;
    for_each_in(source(), list, [&](json_place child) {
      lupaus::product one;
      if (!product_of(child, one)) {
        is_right = false;
        return;
      }
      is_right = is_right && append(out, one, list, then != no_place);
    });
    if (is_right && out.parts.empty()) {
      fail(list, error_code::missing, "a part is expected");
      return false;
    }
    return is_right;
  }
  bool append(lupaus::product& out, lupaus::product& one, json_place at, bool in_order) {
    auto const move_to = [](auto& to, auto& from) {
      to.insert(to.end(), from.begin(), from.end());
    };
    auto const is_first = out.parts.empty();
    auto const most = source().limits().elements;
    if (in_order && !is_first) {
      if (precedences_ + out.last.size() * one.first.size() > most) {
        fail(at, error_code::too_large,
             "a product has at most " + std::to_string(most) + " steps from part to part");
        return false;
      }
      precedences_ += out.last.size() * one.first.size();
      for (auto const& end : out.last)
        for (auto const& beginning : one.first) out.precedences.emplace_back(end, beginning);
    }
    move_to(out.parts, one.parts);
    move_to(out.precedences, one.precedences);
    if (is_first || !in_order) move_to(out.first, one.first);
    if (in_order) out.last.clear();
    move_to(out.last, one.last);
    return true;
  }

  std::vector<placed_part> composites_;
  std::size_t precedences_ = 0;
};

}  // namespace lupaus::inline v0::detail::io
