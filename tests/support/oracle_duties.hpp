// SPDX-License-Identifier: BSL-1.0
//
// Who has taken a duty on, and from whom a loss can be recovered.
#pragma once

#include "support/oracle_delegation.hpp"

#include <algorithm>

namespace proof {

/// missing-recourse, imposed-duty.
class oracle_duties : public oracle_delegation {
 public:
  using oracle_delegation::oracle_delegation;

  // ---- missing-recourse ------------------------------------------------------------------------

  /// Unknown where the rule says nothing of when.
  time time_to_remedy(lupaus::rule const& r, event_id failure) const {
    auto const says_when = r.gate || r.within.kind != lupaus::bound_kind::nothing ||
                           (r.object && r.action != lupaus::action_kind::repair &&
                            r.action != lupaus::action_kind::reduce_price);
    return says_when ? steps_of(r, failure) : time{};
  }
  void missing_recourses(set<verdict>& all) const {
    for (auto f : m_.events.ids()) {
      if (!fails(f)) continue;
      set<party_id> causing;  // who can be made to pay
      for (auto const& t : m_.transitions)
        if (t.to == f && t.by && firm(t.by) != m_.seller && t.by != m_.customer)
          causing.insert(firm(t.by));
      if (causing.empty()) continue;
      for (auto i : m_.rules.ids()) {
        auto const& r = m_.rules[i];
        if (!covers(r, f) || !puts_right(r) || firm(r.debtor) != m_.seller ||
            r.creditor != m_.customer)
          continue;
        auto const takes = time_to_remedy(r, f);
        relation<party_id> back;
        for (auto const& x : m_.recourses) {
          auto const stated = x.within.quality ? length(x.within.limit) : time{};
          auto const in_time = !takes || (stated && overrun(*stated, *takes) == 0);
          if (x.failure == f && in_time) back[firm(x.creditor)].insert(firm(x.debtor));
        }
        auto const paying = reached_from(m_.seller, back);
        if (std::includes(paying.begin(), paying.end(), causing.begin(), causing.end())) continue;
        all.insert({"missing-recourse", f, i});
        break;
      }
    }
  }

  // ---- imposed-duty ----------------------------------------------------------------------------

  /// The debtor has promised its creditor to make good what is lost there.
  bool has_promised_cover(lupaus::rule const& r) const {
    auto const e = happening(r.on);
    auto const p = m_.events[e].of;
    for (auto const& x : m_.risks) {
      if (!one_firm(x.bearer, r.debtor) || !one_firm(x.covers, r.creditor)) continue;
      if (!within(p, x.of) && !within(m_.parts[p].carries, x.of)) continue;
      lupaus::rule as_a_rule;
      as_a_rule.since = x.from == lupaus::ordering ? event_id{} : x.from;
      as_a_rule.until = x.until;
      if (scope(as_a_rule).contains(e)) return true;
    }
    return false;
  }
  bool has_committed(lupaus::rule const& r) const {
    if (has_promised_cover(r)) return true;
    auto const under_contract = firms_under_contract();
    auto const of_order = !r.object && is_order_event(happening(r.on));
    auto const object = r.object ? r.object : m_.events[happening(r.on)].of;
    for (auto const& c : m_.commitments) {
      if (is_incentive(c) || is_price(c) || !one_firm(c.debtor, r.debtor)) continue;
      auto const is_of_money =
          r.creditor == m_.customer && (r.action == lupaus::action_kind::refund ||
                                        r.action == lupaus::action_kind::reduce_price ||
                                        r.action == lupaus::action_kind::accept);
      if (!is_hers(c) && (is_of_money || !under_contract.contains(firm(c.creditor)))) continue;
      auto const is_for_it =
          within(object, c.about) &&
          (!c.brings_about || (m_.events[c.brings_about].kind == kind::completed &&
                               m_.events[c.brings_about].of == object));
      if (of_order || is_for_it) return true;
    }
    return false;
  }
  void imposed_duties(set<verdict>& all) const {
    for (auto i : m_.rules.ids()) {
      auto const& r = m_.rules[i];
      if (firm(r.debtor) != m_.seller && r.debtor != m_.customer && !has_committed(r))
        all.insert({"imposed-duty", i, r.debtor});
    }
  }
};

}  // namespace proof
