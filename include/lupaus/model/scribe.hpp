// SPDX-License-Identifier: BSL-1.0
//
// The work behind the builder's sentences: checks what is said and enters it in the draft.
#pragma once

#include "lupaus/model/clauses.hpp"
#include "lupaus/model/product.hpp"

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

  /// A handoff is between those who do the work: a composite has no performer of its own.
  bool refuse_composites(part_id a, part_id b, saying const& s) {
    for (auto p : {a, b})
      if (p && !is_leaf(draft_.columns.parts[p.index()])) {
        draft_.fail(error_code::contradiction, s,
                    "'" + std::string{draft_.columns.parts[p.index()].name} +
                        "' is made of several parts; name the good or service where the two meet");
        return true;
      }
    return false;
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

  step_clause add_event(part_ref what, event_kind kind, std::string_view name, char const* call,
                        here at) {
    auto const s = say(call, std::string{name}, at, "of", draft_.name_of(what));
    auto const p = draft_.find(what, s);
    if (name.empty()) draft_.fail(error_code::empty_name, s, "the name is empty");
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

  claim_id add_claim(party_ref claimant, part_ref about, term_list const& terms,
                     std::string_view words, bool implied, here at) {
    auto const s = say("a claim of", draft_.name_of(claimant), at, "on", draft_.name_of(about));
    auto const who = draft_.find(claimant, s);
    auto const what = draft_.find(about, s);
    if (who && who == draft_.columns.customer)
      draft_.fail(error_code::contradiction, s, "the customer claims nothing to herself");
    draft_.refuse_control_characters(words, s);
    claim c{who, what, term_id{draft_.columns.terms.size()}, 0, implied, draft_.keep(words)};
    for (auto const& t : terms.items) {
      auto const resolved = draft_.resolve(t, s);
      if (resolved.quality && draft_.add(resolved, draft_.columns.terms, s)) ++c.terms;
    }
    return draft_.add(c, draft_.columns.claims, s);
  }

  commitment_clause add_commitments(party_ref debtor, party_id creditor, part_ref about,
                                    term_list const& terms, char const* call, here at) {
    auto const s = say(call, draft_.name_of(debtor), at, "on", draft_.name_of(about));
    auto const first = draft_.columns.commitments.size();
    auto const who = draft_.find(debtor, s);
    auto const what = draft_.find(about, s);
    if (!creditor)
      draft_.fail(error_code::missing, s,
                  "declare the customer and the seller before what is owed to them");
    auto const known = who && what && creditor;
    for (auto const& t : terms.items) {
      auto const resolved = draft_.resolve(t, s);  // whoever owes it: all faults in one go
      if (resolved.quality && known)
        draft_.add(commitment{who, creditor, what, {}, {}, resolved}, draft_.columns.commitments,
                   s);
    }
    if (terms.items.empty() && known)
      draft_.add(commitment{who, creditor, what, {}, {}, {}}, draft_.columns.commitments, s);
    return {draft_, first, draft_.columns.commitments.size(), at};
  }

  bound checked(time_limit const& t, saying const& s) {
    if (t.value.fault)
      draft_.fail(error_code::bad_value, s, std::string{t.value.fault} + " is expected");
    else if (!is_length(t.value.value))
      draft_.fail(error_code::unit_mismatch, s, "a length of time is expected, not a date");
    return t.value.value;
  }

  void add_notice(party_ref from, party_ref to, event_ref of, time_limit const& within, here at) {
    auto const s = say("the notice from", draft_.name_of(from), at, "to", draft_.name_of(to));
    auto const f = draft_.find(from, s), t = draft_.find(to, s);
    auto const e = draft_.find_required(of, s);
    auto const limit = checked(within, s);
    if (f && f == t)
      draft_.fail(error_code::contradiction, s, "nobody owes notice to himself");
    else if (f && t && e)
      draft_.add(lupaus::notice{f, t, e, limit, false}, draft_.columns.notices, s);
  }

  void add_risk(party_ref bearer, part_ref of, event_ref from, event_ref until, party_ref covered,
                here at) {
    auto const s = say("the risk of", draft_.name_of(of), at, "borne by", draft_.name_of(bearer));
    auto const b = draft_.find(bearer, s);
    auto const p = draft_.find(of, s);
    auto const f = draft_.find(from, s), u = draft_.find(until, s);
    auto const c = covered ? draft_.find(covered, s) : party_id{};
    if (b && p) draft_.add(risk{b, p, f, u, c}, draft_.columns.risks, s);
  }

  draft draft_;
};

}  // namespace lupaus::inline v0::detail
