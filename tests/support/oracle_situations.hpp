// SPDX-License-Identifier: BSL-1.0
//
// What the oracle takes the words of the design to mean, and the situations of an order, drawn as
// sets: what can follow, what has happened for certain.
#pragma once

#include "lupaus/check/gap.hpp"
#include "lupaus/model/terms/qualities.hpp"

#include <compare>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace proof {

/// What matters in a finding, whoever found it.
struct verdict {
  std::string gap;
  lupaus::element where = {};
  lupaus::element other = {};  ///< where the definition names one; else nothing
  lupaus::seconds_t late_by = 0;
  std::set<lupaus::element> listed = {};  ///< situations, or parties who are not told
  lupaus::part_id part = {};              ///< where it tells two findings apart; else nothing
  lupaus::party_id performing = {};       ///< likewise; the customer, where it is an error

  auto operator<=>(verdict const&) const = default;
};

/// The words of the design, and the situations that an order can be in.
class oracle_situations {
 public:
  using element = lupaus::element;
  using event_id = lupaus::event_id;
  using part_id = lupaus::part_id;
  using party_id = lupaus::party_id;
  using kind = lupaus::event_kind;
  template <class T>
  using set = std::set<T>;
  using situations =
      std::set<element>;  // an event: after it; a part: before it; event 0: the order

  explicit oracle_situations(lupaus::model_view const& m) : m_{m} {
    draw_situations();
    find_certain();
  }

  // ---- the words of the design -----------------------------------------------------------------

  party_id firm(party_id p) const {
    return p && m_.parties[p].is == lupaus::role::department ? m_.seller : p;
  }
  bool one_firm(party_id a, party_id b) const { return a && b && firm(a) == firm(b); }
  bool is_order_event(event_id e) const {
    auto const k = m_.events[e].kind;
    return k == kind::ordered || k == kind::cancel_requested || k == kind::replacement_requested ||
           k == kind::cancelled || k == kind::refunded || k == kind::kept;
  }
  bool fails(event_id e) const {
    return m_.events[e].kind == kind::failed || m_.events[e].kind == kind::late;
  }
  bool is_leaf(part_id p) const { return m_.parts[p].kind != lupaus::part_kind::composite; }
  bool is_instalment(part_id p) const { return m_.parts[p].kind == lupaus::part_kind::instalment; }
  /// She pays it, or performs it and answers for it.
  bool is_her_part(part_id p) const {
    if (is_instalment(p)) return true;
    if (!is_leaf(p) || m_.parts[p].performer != m_.customer) return false;
    for (auto q = p; q && q != lupaus::whole; q = m_.parts[q].within)
      if (m_.parts[q].answerable) return m_.parts[q].answerable == m_.customer;
    return false;
  }
  /// It is that part, or something she buys that lies within it.
  bool within(part_id p, part_id outer) const {
    return p && (p == outer || (!is_her_part(p) && within(m_.parts[p].within, outer)));
  }
  /// The events that a reference means: possession is whatever hands her the good.
  set<event_id> meant(event_id reference) const {
    set<event_id> all{reference};
    auto const& r = m_.events[reference];
    if (r.kind == kind::possession)
      for (auto e : m_.events.ids())
        if (m_.events[e].good == r.good && m_.events[e].holder == m_.customer) all.insert(e);
    return all;
  }
  /// Of two names of one event, one: she has a good when the only event that hands it over has
  /// happened; or when it is completed, where none does.
  event_id one_name(event_id e) const {
    if (!e || m_.events[e].kind != kind::possession) return e;
    auto handing = meant(e);
    handing.erase(e);
    if (handing.size() == 1) return *handing.begin();
    auto const done = completion_of(m_.events[e].of);
    return handing.empty() && done ? done : e;
  }
  lupaus::term by_one_name(lupaus::term t) const {
    t.anchor = one_name(t.anchor);
    return t;
  }
  event_id completion_of(part_id p) const {
    for (auto e : m_.events.ids())
      if (m_.events[e].kind == kind::completed && m_.events[e].of == p) return e;
    return {};
  }
  /// Who answers for a part: the nearest declaration around it counts, the whole is the seller's.
  party_id answerable(part_id p) const {
    if (!p || p == lupaus::whole) return m_.seller;
    auto const declared = m_.parts[p].answerable;
    return declared ? declared : answerable(m_.parts[p].within);
  }
  /// What is reported, of a report; else the event itself.
  event_id happening(event_id e) const {
    return m_.events[e].kind == kind::reported ? m_.events[e].subject : e;
  }

  // ---- situations ------------------------------------------------------------------------------

  situations reachable(situations const& from, situations const& barred) const {
    situations seen = from;
    std::deque<element> open(from.begin(), from.end());
    for (; !open.empty(); open.pop_front())
      if (auto const at = next_.find(open.front()); at != next_.end())
        for (auto const& n : at->second)
          if (!barred.contains(n) && seen.insert(n).second) open.push_back(n);
    return seen;
  }
  std::map<element, situations> const& steps() const { return next_; }
  /// The events that have happened on every way to a situation; none for one that never comes.
  std::map<element, set<event_id>> const& certain() const { return certain_; }

  /// True when, by the time that `now` happens, `e` is sure to have happened.
  bool is_past(event_id e, event_id now) const {
    if (!e || e == lupaus::ordering || e == now || e == happening(now)) return true;
    if (is_order_event(e) || is_order_event(happening(now))) return false;
    for (auto n : meant(happening(now)))
      if (auto const c = certain_.find(n); c != certain_.end() && !c->second.contains(e))
        return false;
    return true;
  }

  situations scope(lupaus::rule const& r) const {
    situations barred, from{lupaus::ordering};
    if (r.until)
      for (auto e : meant(r.until)) barred.insert(e);
    if (r.until == lupaus::ordering) from.clear();
    if (r.since) {
      from.clear();
      for (auto e : meant(r.since))
        if (!barred.contains(e)) from.insert(e);
    }
    return reachable(from, barred);
  }
  static bool is_deadline(lupaus::term const& t) {
    return t.quality == &lupaus::quality_of<lupaus::deadline>;
  }

 protected:
  lupaus::model_view const& m_;

 private:
  void draw_situations() {
    std::map<part_id, bool> begins;
    for (auto p : m_.parts.ids()) begins[p] = m_.parts[p].kind != lupaus::part_kind::composite;
    for (auto const& x : m_.precedences) {
      begins[x.after] = false;
      next_[completion_of(x.before)].insert(x.after);
    }
    for (auto const& [p, first] : begins)
      if (first) next_[lupaus::ordering].insert(p);
    for (auto const& t : m_.transitions)
      if (m_.events[t.to].kind != kind::timed_out)
        next_[t.from == lupaus::ordering ? element{m_.events[t.to].of} : element{t.from}].insert(
            t.to);
      else
        for (auto e : meant(happening(t.from))) next_[e].insert(t.to);
  }

  /// What is certain: the greatest solution of "what is true of all that come before".
  void find_certain() {
    set<event_id> everything;
    for (auto e : m_.events.ids()) everything.insert(e);
    std::map<element, set<element>> previous;
    for (auto const& [from, to] : next_)
      for (auto const& n : to) previous[n].insert(from);
    std::map<element, set<event_id>> means;  // the references that an event fulfils
    for (auto e : m_.events.ids())
      for (auto n : meant(e)) means[n].insert(e);
    auto const live = reachable({lupaus::ordering}, {});
    for (auto const& n : live) certain_[n] = everything;
    certain_[lupaus::ordering] = means[lupaus::ordering];
    for (auto news = true; news;) {
      news = false;
      for (auto const& n : live) {
        if (n == element{lupaus::ordering}) continue;
        auto now = everything;
        for (auto const& from : previous[n])
          if (live.contains(from))
            std::erase_if(now, [&](event_id e) { return !certain_[from].contains(e); });
        now.insert(means[n].begin(), means[n].end());
        if (now == certain_[n]) continue;
        certain_[n] = now;
        news = true;
      }
    }
  }

  std::map<element, situations> next_;
  std::map<element, set<event_id>> certain_;
};

}  // namespace proof
