// SPDX-License-Identifier: BSL-1.0
//
// Who bears a loss, what ends when the order ends, what rests on what, and who owes a remedy.
#pragma once

#include "support/oracle_order.hpp"

#include <map>
#include <optional>
#include <set>
#include <utility>

namespace proof {

/// missing-enabler, uninsured-leg, reversed-remedy, surviving-subcontract.
class oracle_loss : public oracle_order {
 public:
  using oracle_order::oracle_order;

  void missing_enablers(set<verdict>& all) const {
    for (auto k : m_.capabilities.ids()) {
      if (is_provided(k)) continue;
      set<commitment_id> on_it;
      for (auto const& r : m_.requirements)
        if (r.on == k) on_it.insert(r.of);
      if (!on_it.empty()) all.insert({"missing-enabler", k, *on_it.begin()});
    }
  }

  // ---- uninsured-leg ---------------------------------------------------------------------------

  /// Before she has the good.
  situations before_possession(part_id good) const {
    situations hers;
    for (auto e : m_.events.ids())
      if (m_.events[e].good == good && m_.events[e].holder == m_.customer) hers.insert(e);
    return reachable({lupaus::ordering}, hers);
  }
  /// Where she bears the loss of a good that she has not got, and nobody covers her.
  situations hers_to_lose(part_id good) const {
    auto found = borne_by_her(good);
    for (auto const& r : m_.risks)
      if (r.covers == m_.customer && r.bearer != m_.customer && within(good, r.of))
        for (auto const& n : stretch_of(r)) found.erase(n);
    return found;
  }
  /// Where she bears it, covered or not.
  situations borne_by_her(part_id good) const {
    auto const pre = before_possession(good);
    situations found;
    for (auto const& r : m_.risks) {
      if (r.covers || r.bearer != m_.customer || !within(good, r.of)) continue;
      situations barred, from;
      if (r.until)
        for (auto n : meant(r.until)) barred.insert(n);
      if (!r.from || r.from == lupaus::ordering)
        from.insert(lupaus::ordering);
      else
        for (auto n : meant(r.from)) from.insert(n);
      std::erase_if(from, [&](element n) { return barred.contains(n) || !pre.contains(n); });
      for (auto e : m_.events.ids())
        if (!pre.contains(e)) barred.insert(e);
      for (auto p : m_.parts.ids())
        if (!pre.contains(p)) barred.insert(p);
      found.merge(reachable(from, barred));
    }
    return found;
  }
  /// Where somebody other than the seller and the customer bears the loss, or covers the seller.
  situations made_good(part_id good) const {
    situations all;
    for (auto const& r : m_.risks) {
      if (firm(r.bearer) == m_.seller || r.bearer == m_.customer || !within(good, r.of)) continue;
      if (r.covers && firm(r.covers) != m_.seller) continue;
      all.merge(stretch_of(r));
    }
    return all;
  }
  /// The events of the stretches on which somebody else holds the good while the seller bears its
  /// loss, for each holder.
  std::map<party_id, situations> sellers_to_lose(part_id good) const {
    auto const pre = before_possession(good), insured = made_good(good), hers = borne_by_her(good);
    situations handed;
    for (auto e : m_.events.ids())
      if (m_.events[e].good == good) handed.insert(e);
    std::map<party_id, situations> found;
    for (auto const& h : handed) {
      auto const who = firm(m_.events[static_cast<event_id>(h)].holder);
      if (!pre.contains(h) || !who || who == m_.seller || who == m_.customer) continue;
      for (auto const& n : reachable({h}, handed))
        if (n.kind == lupaus::element_kind::event && !insured.contains(n) && !hers.contains(n))
          found[who].insert(n);
    }
    return found;
  }
  void uninsured_legs(set<verdict>& all) const {
    for (auto g : m_.parts.ids()) {
      if (m_.parts[g].kind != lupaus::part_kind::good) continue;
      if (auto const n = hers_to_lose(g); !n.empty()) {
        verdict v{"uninsured-leg", g, first_of(n)};
        v.performing = m_.customer;
        v.listed = n;
        all.insert(v);
      }
      if (auto const n = sellers_to_lose(g); !n.empty()) {
        verdict v{"uninsured-leg", g, *n.begin()->second.begin()};
        v.performing = n.begin()->first;
        for (auto const& [who, legs] : n) v.listed.insert(legs.begin(), legs.end());
        all.insert(v);
      }
    }
  }
  /// Events come before parts that are due.
  static element first_of(situations const& all) {
    for (auto const& n : all)
      if (n.kind == lupaus::element_kind::event) return n;
    return *all.begin();
  }

  // ---- reversed-remedy -------------------------------------------------------------------------

  void reversed_remedies(set<verdict>& all) const {
    for (auto i : m_.rules.ids()) {
      auto const& r = m_.rules[i];
      if (!fails(happening(r.on)) || !puts_right(r)) continue;
      auto const part = m_.events[happening(r.on)].of;
      set<part_id> hit{part};  // and the goods that go down with it
      if (m_.parts[part].carries) hit.insert(m_.parts[part].carries);
      for (auto const& e : m_.events)
        if (e.of == part && e.good) hit.insert(e.good);
      auto is_breached = has_promised_cover(r);
      for (auto p : hit) {
        is_breached = is_breached || (firm(r.debtor) == m_.seller && r.creditor == m_.customer);
        for (auto const& c : m_.commitments)
          is_breached =
              is_breached || (!is_incentive(c) && !is_price(c) && one_firm(c.debtor, r.debtor) &&
                              one_firm(c.creditor, r.creditor) && within(p, c.about));
      }
      if (!is_breached) all.insert({"reversed-remedy", i, r.debtor});
    }
  }

  // ---- surviving-subcontract -------------------------------------------------------------------

  void surviving_subcontracts(set<verdict>& all) const {
    set<std::pair<party_id, party_id>> seen;
    for (auto i : m_.commitments.ids()) {
      auto const& c = m_.commitments[i];
      if (is_incentive(c) || !is_passed_on(c) || lives_on(c)) continue;
      if (!seen.emplace(firm(c.debtor), firm(c.creditor)).second) continue;
      set<kind> ends;
      for (auto const& x : m_.contract_ends)
        if (one_firm(x.debtor, c.debtor) && one_firm(x.creditor, c.creditor))
          ends.insert(m_.events[x.when].kind);
      if (ends != set<kind>{kind::kept, kind::cancelled, kind::refunded})
        all.insert({"surviving-subcontract", i, c.debtor});
    }
  }
};

}  // namespace proof
