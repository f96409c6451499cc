// SPDX-License-Identifier: BSL-1.0
//
// The work behind the builder's sentences on who takes part and what is sold: checks what is said
// and enters it in the draft.
#pragma once

#include "lupaus/model/builder/builder_clauses.hpp"
#include "lupaus/model/builder/product.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

class scribe {
 protected:
  using here = source_place;

  scribe() = default;
  explicit scribe(model_columns const& written) : draft_{written} {}
  scribe(scribe const&) = delete;  // clauses refer to the draft
  scribe& operator=(scribe const&) = delete;
  ~scribe() = default;

  static saying say(char const* what, std::string subject, here at, char const* link = "",
                    std::string object = {}) {
    return {what, std::move(subject), link, std::move(object), at};
  }

  party_id add_party(std::string_view name, role is, here at) {
    return draft_.add_named(party{name, is, is != role::subcontractor}, draft_.columns.parties,
                            say("the party", std::string{name}, at));
  }
  party_id only_one(party_id& slot, std::string_view name, role is, here at) {
    if (slot) {
      draft_.fail(error_code::contradiction, say("the party", std::string{name}, at),
                  "a promise has one " + std::string{to_string(is)} + ", and '" +
                      std::string{draft_.columns.parties[slot.index()].name} + "' is it already");
      return slot;
    }
    return slot = add_party(name, is, at);
  }

  /// The part without any event.
  part_id declare_part(std::string_view name, part_kind kind, std::int64_t quantity,
                       std::string_view unit, saying const& s) {
    if (quantity < 1 || quantity > 1'000'000)
      draft_.fail(
          error_code::bad_value, s,
          "a quantity of 1 to 1000000 is expected, and " + std::to_string(quantity) + " was given");
    if (unit.empty()) draft_.fail(error_code::empty_name, s, "the unit is empty");
    draft_.refuse_control_characters(unit, s);
    auto const p = draft_.add_named(
        part{.name = name, .kind = kind, .quantity = static_cast<std::uint32_t>(quantity)},
        draft_.columns.parts, s);
    if (!p) return p;
    draft_.columns.parts[p.index()].unit = draft_.keep(unit);
    return p;
  }
  part_id add_part(std::string_view name, part_kind kind, std::int64_t quantity,
                   std::string_view unit, here at) {
    auto const s = say("the part", std::string{name}, at);
    auto const p = declare_part(name, kind, quantity, unit, s);
    if (p && kind != part_kind::composite) draft_.event_of(event_kind::completed, p, s);
    return p;
  }

  void compose(part_id outer, lupaus::product const& made_of, saying const& s) {
    if (made_of.parts.empty()) draft_.fail(error_code::missing, s, "a part is expected");
    for (auto const& ref : made_of.parts) {
      auto const p = draft_.find(ref, s);
      if (!p) continue;
      auto& part = draft_.columns.parts[p.index()];
      if (p == outer || p == lupaus::whole || part.within)
        draft_.fail(error_code::contradiction, s,
                    "the part '" + std::string{part.name} +
                        "' is in a product already; each part has one place");
      else
        part.within = outer;
    }
    for (auto const& [x, y] : made_of.precedences) {
      auto const a = draft_.find(x, s), b = draft_.find(y, s);
      if (a && b) draft_.add(precedence{a, b}, draft_.columns.precedences, s);
    }
  }

  void add_precedence(part_ref earlier, part_ref later, here at) {
    auto const s =
        say("the precedence", draft_.name_of(earlier), at, "before", draft_.name_of(later));
    auto const a = draft_.find(earlier, s), b = draft_.find(later, s);
    if (a && a == b)
      draft_.fail(error_code::contradiction, s, "a part does not come before itself");
    else if (a && b && (draft_.is_inside(a, b) || draft_.is_inside(b, a)))
      draft_.fail(error_code::contradiction, s, "one holds the other; neither comes before it");
    else if (a && b)
      draft_.add(precedence{a, b}, draft_.columns.precedences, s);
  }
  void add_carriage(part_ref service, part_ref good, here at) {
    auto const s = say("the carriage", draft_.name_of(good), at, "by", draft_.name_of(service));
    auto const v = draft_.find(service, s), g = draft_.find(good, s);
    if (!v || !g) return;
    auto& parts = draft_.columns.parts;
    if (parts[v.index()].kind != part_kind::service || parts[g.index()].kind != part_kind::good) {
      draft_.fail(error_code::unit_mismatch, s, "a service carries a good");
      return;
    }
    if (parts[v.index()].carries && parts[v.index()].carries != g)
      draft_.fail(error_code::contradiction, s, "the service carries another good already");
    parts[v.index()].carries = g;
    draft_.event_of(event_kind::started, v, s);
    draft_.event_of(event_kind::completed, v, s);
  }
  void add_performer(part_ref what, party_ref who, here at) {
    auto const s = say("the performer", draft_.name_of(who), at, "of", draft_.name_of(what));
    auto const p = draft_.find(what, s);
    auto const q = draft_.find(who, s);
    if (!p || !q) return;
    auto& part = draft_.columns.parts[p.index()];
    if (!is_leaf(part))
      draft_.fail(error_code::contradiction, s,
                  "a composite is performed by its parts' performers");
    if (part.performer_declared && part.performer != q)
      draft_.fail(error_code::contradiction, s, "another performer was declared already");
    part.performer = q;
    part.performer_declared = true;
  }
  void add_answer(party_ref who, part_ref what, here at) {
    auto const s = say("the answer", draft_.name_of(who), at, "for", draft_.name_of(what));
    auto const q = draft_.find(who, s);
    auto const p = draft_.find(what, s);
    if (!p || !q) return;
    auto& part = draft_.columns.parts[p.index()];
    if (p == lupaus::whole && q != draft_.columns.seller)
      draft_.fail(error_code::contradiction, s, "the whole is always the seller's to answer for");
    if (part.answerable && part.answerable != q)
      draft_.fail(error_code::contradiction, s, "another party was declared answerable already");
    part.answerable = q;
  }

  step_clause add_event(part_ref what, event_kind kind, std::string_view name, char const* call,
                        here at) {
    auto const s = say(call, std::string{name}, at, "of", draft_.name_of(what));
    auto const p = draft_.find(what, s);
    if (name.empty()) draft_.fail(error_code::empty_name, s, "the name is empty");
    draft_.refuse_control_characters(name, s);
    if (!p) return {draft_, {}};
    if (draft_.columns.parts[p.index()].kind == part_kind::composite)
      draft_.fail(error_code::contradiction, s,
                  "events happen to goods and services; name the part of it that is meant");
    for (auto const& e : draft_.columns.events)
      if (e.of == p && e.name == name && !name.empty())
        draft_.fail(error_code::duplicate_name, s,
                    "the part has an event named '" + std::string{name} + "' already");
    event const e{.kind = kind, .of = p, .name = draft_.keep(name)};
    return {draft_, draft_.add(e, draft_.columns.events, s)};
  }

  draft draft_;
};

}  // namespace lupaus::inline v0::detail
