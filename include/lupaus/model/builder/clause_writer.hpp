// SPDX-License-Identifier: BSL-1.0
//
// The work behind the builder's sentences on who owes whom what: checks what is said and enters it
// in the draft.
#pragma once

#include "lupaus/detail/nearest_name.hpp"
#include "lupaus/model/builder/table_writer.hpp"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail {

class clerk : protected scribe {
 protected:
  using scribe::scribe;

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

  void add_change_notice(party_ref from, party_ref to, part_ref of, time_limit const& within,
                         here at) {
    auto const s = say("the notice from", draft_.name_of(from), at, "to", draft_.name_of(to));
    auto const f = draft_.find(from, s), t = draft_.find(to, s);
    auto const p = draft_.find(of, s);
    auto const limit = checked(within, s);
    if (f && t && f == t)
      draft_.fail(error_code::contradiction, s, "nobody owes notice to himself");
    else if (f && t && p)
      draft_.columns.changes.push_back({f, t, p, limit});
  }

  void add_recourse(party_ref debtor, event_ref failure, term_list const& within,
                    party_ref creditor, here at) {
    auto const s =
        say("the recourse against", draft_.name_of(debtor), at, "for", draft_.name_of(failure));
    auto const p = draft_.find(debtor, s);
    auto const e = draft_.find_required(failure, s);
    auto const c = creditor ? draft_.find(creditor, s) : draft_.columns.seller;
    auto const t = within.items.empty() ? term{} : draft_.resolve(within.items.front(), s);
    if (!c && !creditor)
      draft_.fail(error_code::missing, s, "declare the seller before what is owed to it");
    if (e && !is_failure(draft_.columns.events[e.index()].kind))
      draft_.fail(error_code::contradiction, s, "recourse is for a failure mode of a part");
    if (p && p == c)
      draft_.fail(error_code::contradiction, s, "nobody has recourse against himself");
    if (p && e && c) draft_.add(recourse{p, c, e, t}, draft_.columns.recourses, s);
  }

  void add_ends(party_ref debtor, std::initializer_list<event_ref> when, party_ref creditor,
                here at) {
    auto const s = say("the end of the contract of", draft_.name_of(debtor), at);
    auto const p = draft_.find(debtor, s);
    auto const c = creditor ? draft_.find(creditor, s) : draft_.columns.seller;
    if (!c && !creditor)
      draft_.fail(error_code::missing, s, "declare the seller before what is owed to it");
    for (auto const& w : when) {
      auto const e = draft_.find_required(w, s);
      auto const kind = e ? draft_.columns.events[e.index()].kind : event_kind::kept;
      if (kind != event_kind::kept && kind != event_kind::cancelled && kind != event_kind::refunded)
        draft_.fail(error_code::contradiction, s,
                    "an order ends by being kept, cancelled or refunded");
      if (p && c && e) draft_.add(contract_end{p, c, e}, draft_.columns.contract_ends, s);
    }
  }

  void add_provision(party_ref who, std::string_view capability, here at) {
    auto const s = say("the provision of", std::string{capability}, at, "by", draft_.name_of(who));
    auto const p = draft_.find(who, s);
    std::vector<std::string_view> names;
    for (auto const& c : draft_.columns.capabilities) names.push_back(c.name);
    for (std::size_t i = 0; i < names.size(); ++i)
      if (names[i] == capability) {
        if (p) draft_.add(provision{p, capability_id{i}}, draft_.columns.provisions, s);
        return;
      }
    draft_.fail(error_code::unknown_name, s,
                "there is no capability named '" + std::string{capability} + "'",
                nearest_name(capability, names));
  }
};

}  // namespace lupaus::inline v0::detail
