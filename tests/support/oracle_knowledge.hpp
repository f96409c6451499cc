// SPDX-License-Identifier: BSL-1.0
//
// Who knows of what, as the oracle sees it.
#pragma once

#include "support/oracle_ends.hpp"

#include <set>
#include <utility>

namespace proof {

/// Who knows.
class oracle_knowledge : public oracle_ends {
 public:
  using oracle_ends::oracle_ends;

  // ---- knowledge -------------------------------------------------------------------------------

  /// The firms that know of an event when it happens.
  set<party_id> knowing(event_id e) const {
    auto const& x = m_.events[e];
    set<party_id> known;
    if (x.kind == kind::ordered) {
      known = {m_.customer, m_.seller};
      for (auto const& c : m_.commitments)
        if (c.creditor != m_.customer) known.insert(firm(c.debtor)), known.insert(firm(c.creditor));
    } else if (is_order_event(e)) {
      known = {m_.customer, m_.seller};
    } else if (x.kind == kind::possession) {
      auto gives_it = false;
      for (auto p : m_.parties.ids()) known.insert(firm(p));
      for (auto other : meant(e))
        if (other != e) {
          gives_it = true;
          auto const at = knowing(other);
          std::erase_if(known, [&](party_id p) { return !at.contains(p); });
        }
      if (!gives_it) known.clear();
      known.insert(m_.customer);
    } else if (x.kind == kind::timed_out) {
      for (auto p : m_.parties.ids()) known.insert(firm(p));
    } else if (x.kind == kind::reported) {
      if (knowing(x.subject).contains(m_.seller)) known.insert(m_.seller);
    } else {
      if (x.holder) known.insert(firm(x.holder));
      set<party_id> actors;
      for (auto const& t : m_.transitions)
        if (t.to == e) actors.insert(firm(t.by));
      if (actors.size() == 1 && *actors.begin()) known.insert(*actors.begin());
      if (is_in_her_hands(e) || m_.parts[x.of].gives) known.insert(m_.customer);
      if (is_instalment(x.of)) known.insert(m_.customer), known.insert(m_.seller);
      if (auto const by = m_.parts[x.of].performer; by && is_under_way(e)) known.insert(firm(by));
      for (auto const& sees : m_.sightings)
        if (sees.of == e) known.insert(firm(sees.by));
      if (auto const done = completion_of(x.of); done && x.kind == kind::late)
        known.merge(knowing(done));
    }
    for (auto before = known.size() + 1; before != known.size();) {
      before = known.size();
      for (auto const& n : m_.notices)
        if (n.of == e && known.contains(firm(n.from))) known.insert(firm(n.to));
      for (auto const& c : m_.contract_ends)
        if (c.when == e && c.within.kind != lupaus::bound_kind::nothing &&
            known.contains(firm(c.creditor)))
          known.insert(firm(c.debtor));
      for (auto const& c : m_.coordinations)
        if ((x.kind == kind::completed || x.kind == kind::late) && x.of == c.before &&
            known.contains(firm(c.owner)))
          for (auto p : {m_.parts[c.before].performer, m_.parts[c.after].performer})
            if (p) known.insert(firm(p));
    }
    return known;
  }
  bool is_addressee(party_id p, event_id e) const {
    for (auto const& n : m_.notices)
      if (n.of == e && one_firm(n.to, p)) return true;
    return false;
  }
  /// It may come after more than the beginning of its part.
  bool is_found_later(event_id e) const {
    for (auto const& t : m_.transitions)
      if (t.to == e && !t.from_is_derived && t.from != lupaus::ordering &&
          !(m_.events[t.from].kind == kind::started && m_.events[t.from].of == m_.events[e].of))
        return true;
    return false;
  }
  /// She has the goods by then, and nothing that may have come since takes them from her.
  bool is_in_her_hands(event_id e) const {
    auto const p = m_.events[e].of;
    auto const good = m_.parts[p].kind == lupaus::part_kind::good ? p : m_.parts[p].carries;
    if (!good || m_.events[e].good || !is_found_later(e)) return false;
    auto is_hers = false;
    for (auto given : m_.events.ids()) {
      if (m_.events[given].good != good || m_.events[given].holder != m_.customer ||
          !is_sure_by(given, e))
        continue;
      is_hers = true;
      for (auto h : m_.events.ids())
        if (m_.events[h].good == good && m_.events[h].holder != m_.customer &&
            m_.events[h].kind != kind::possession && is_sure_by(given, h) && !is_sure_by(e, h))
          return false;
    }
    return is_hers;
  }
  /// In every way the part has begun, and neither failed nor been completed.
  bool is_under_way(event_id e, set<event_id> above = {}) const {
    if (m_.events[e].kind == kind::started) return true;
    if (!above.insert(e).second) return false;
    auto is_so = false;
    for (auto const& t : m_.transitions) {
      if (t.to != e) continue;
      is_so = true;
      if (t.from_is_derived && (t.from != lupaus::ordering || fails(e))) continue;
      auto const& from = m_.events[t.from];
      auto const goes_on =
          from.kind == kind::started || from.kind == kind::step || from.kind == kind::late;
      if (from.of != m_.events[e].of || !goes_on || !is_under_way(t.from, above)) return false;
    }
    return is_so;
  }
  /// The customer and the firms with work still to do who are left in the dark about a failure.
  set<party_id> untold(event_id failure) const {
    set<party_id> asked{m_.customer}, left;
    if (is_instalment(m_.events[failure].of)) return left;
    auto at_work = later_parts(m_.events[failure].of);
    at_work.insert(m_.events[failure].of);
    for (auto p : at_work) {
      auto const done = completion_of(p);
      if (done && is_found_later(failure) && is_sure_by(done, failure)) continue;
      if (m_.parts[p].performer) asked.insert(firm(m_.parts[p].performer));
    }
    auto const known = knowing(failure);
    for (auto p : asked)
      if (!known.contains(p) && !is_addressee(p, failure)) left.insert(p);
    return left;
  }
  /// She has been promised word of it by this firm, and can get none.
  bool is_word_unkept(party_id by, event_id e) const {
    auto is_promised = false;
    for (auto const& n : m_.notices)
      is_promised = is_promised || (n.of == e && n.to == m_.customer && one_firm(n.from, by));
    return is_promised && !knowing(e).contains(m_.customer);
  }
  /// On every way to the later event.
  bool is_certain_before(event_id earlier, event_id later) const {
    set<event_id> barred = meant(earlier);
    if (barred.contains(later)) return true;
    situations closed(barred.begin(), barred.end());
    return !reachable({lupaus::ordering}, closed).contains(later);
  }
  /// (firm, event): the firm has a duty that depends on the event.
  set<std::pair<party_id, event_id>> dependences() const {
    set<std::pair<party_id, event_id>> all;
    auto const add = [&](party_id p, event_id e) {
      if (e) all.emplace(firm(p), e);
    };
    for (auto const& c : m_.commitments)
      add(c.debtor, c.antecedent), add(c.debtor, c.consequent.anchor);
    for (auto const& r : m_.rules) {
      add(r.debtor, r.on), add(r.debtor, r.gate);
      auto const is_asked = is_order_event(happening(r.on));
      for (auto e : {r.since, r.until}) {
        if (!e || e == lupaus::ordering) continue;
        auto const she_says = is_order_event(r.on) && knowing(e).contains(m_.customer);
        auto const is_plain =
            e == r.since && e != r.until && !is_asked && is_certain_before(e, happening(r.on));
        if (!she_says && !is_plain) add(r.debtor, e);
      }
    }
    for (auto const& n : m_.notices) add(n.from, n.of);
    for (auto const& c : m_.coordinations) add(c.owner, completion_of(c.before));
    for (auto const& c : m_.commitments)
      for (auto const& x : m_.contract_ends)
        if (one_firm(x.debtor, c.debtor) && one_firm(x.creditor, c.creditor) && is_called_off(c) &&
            has_work_at(c, m_.events[x.when].kind)) {
          add(c.debtor, x.when);
          if (x.within.kind != lupaus::bound_kind::nothing) add(c.creditor, x.when);
        }
    return all;
  }
};

}  // namespace proof
