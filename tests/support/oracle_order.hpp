// SPDX-License-Identifier: BSL-1.0
//
// What comes before what, what waits for what, and how long it takes.
#pragma once

#include "support/oracle_claims.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace proof {

/// impossible-order, late-by-design, dangling-antecedent, circular-wait.
class oracle_order : public oracle_claims {
 public:
  using oracle_claims::oracle_claims;

  // ---- impossible-order ------------------------------------------------------------------------

  relation<part_id> precedences() const {
    relation<part_id> all;
    for (auto const& x : m_.precedences) all[x.before].insert(x.after);
    return all;
  }
  void impossible_orders(set<verdict>& all) const {
    for (auto const& cycle : cycles_of(precedences())) {
      verdict v{"impossible-order", *cycle.begin(), second_of(cycle)};
      v.listed.insert(cycle.begin(), cycle.end());
      all.insert(v);
    }
  }
  template <class T>
  static element second_of(set<T> const& s) {
    return *(s.size() < 2 ? s.begin() : std::next(s.begin()));  // or it waits for itself
  }

  // ---- late-by-design --------------------------------------------------------------------------

  /// The leaf parts that a time counted from the anchor has to be long enough for; none when
  /// nothing is known of the time from there.
  std::optional<set<part_id>> counted_after(event_id anchor) const {
    set<part_id> leaves;
    for (auto p : m_.parts.ids())
      if (is_leaf(p)) leaves.insert(p);
    if (!anchor || anchor == lupaus::ordering) return leaves;
    for (auto n : meant(anchor))
      if (m_.events[n].kind == kind::completed) return later_parts(m_.events[n].of);
    return {};
  }
  /// True when the part is on a cycle of those parts, or comes after one.
  bool is_never_reached(part_id p, set<part_id> const& inside) const {
    relation<part_id> order;
    for (auto const& x : m_.precedences)
      if (inside.contains(x.before) && inside.contains(x.after)) order[x.before].insert(x.after);
    for (auto const& cycle : cycles_of(order))
      if (cycle.contains(p) || reached_from(*cycle.begin(), order).contains(p)) return true;
    return false;
  }
  /// Of the parts that come neither before another nor after it: how much later each ends, at
  /// contracted times, where that is known.
  std::map<part_id, time> ends_beside(part_id from) const {
    std::map<part_id, time> all;
    auto const anchor = std::exchange(counted_from_, {});
    auto const after = later_parts(from);
    auto const leaves = *counted_after({});
    for (auto p : leaves) {
      if (p == from || after.contains(p) || later_parts(p).contains(from)) continue;
      time due;
      auto is_able = false;
      for (auto const& a : m_.abilities)
        is_able = is_able ||
                  (a.what == p && one_firm(a.who, m_.parts[p].performer) && length(a.lead_time));
      for (auto const& c : m_.commitments)
        if (!is_able && is_deadline(c.consequent) && !c.on_request && !c.brings_about &&
            one_firm(c.debtor, m_.parts[p].performer) && within(p, c.about) &&
            c.consequent.anchor && one_name(c.consequent.anchor) == completion_of(from) &&
            is_less(length(c.consequent.limit), due))
          due = length(c.consequent.limit);
      auto const a = chain(from, leaves), b = chain(p, leaves);
      if (!due && a && b) due = later_by(*b, *a);
      if (due) all[p] = due;
    }
    counted_from_ = anchor;
    return all;
  }
  static time later_by(lupaus::span_of_time b, lupaus::span_of_time a) {
    auto const can_be_taken_away =
        a.elapsed <= b.elapsed && a.working.count <= b.working.count &&
        (a.working.count == 0 || a.working.days_per_week == b.working.days_per_week);
    auto left = b;
    left.elapsed -= a.elapsed;
    left.working.count -= a.working.count;
    left.working.holidays = std::max(std::int64_t{0}, b.working.holidays - a.working.holidays);
    if (can_be_taken_away) return left;
    return lupaus::span_of_time{std::max(lupaus::seconds_t{0}, worst_case(b) - best_case(a)), {}};
  }
  void late_by_design(set<verdict>& all) const {
    for (auto i : m_.claims.ids()) {
      auto const& c = m_.claims[i];
      std::optional<verdict> worst;
      for (auto const& t : terms_of(c)) {
        auto const limit = length(t.limit);
        auto const counted = counted_after(t.anchor);
        counted_from_ = {};
        for (auto n : meant(t.anchor ? t.anchor : lupaus::ordering))
          if (!counted_from_ && m_.events[n].kind == kind::completed)
            counted_from_ = m_.events[n].of;
        if (!is_deadline(t) || !limit || !counted) continue;
        auto const take = [&](part_id p, lupaus::seconds_t late_by, bool never) {
          if ((never || late_by > 0) && (!worst || late_by > worst->late_by))
            worst = verdict{"late-by-design", i, p, late_by};
        };
        if (auto const from = counted_from_) {
          auto const beside = ends_beside(from);
          for (auto const& [p, ends] : beside)
            if (within(p, c.about)) take(p, overrun(*ends, *limit), false);
          comes_later_ = {};
          for (auto const& x : m_.precedences) {
            auto const at = beside.find(x.before);
            if (at == beside.end() || !counted->contains(x.after)) continue;
            auto& begins = comes_later_[x.after];
            if (!begins || is_less(begins, at->second)) begins = at->second;
          }
        }
        for (auto p : *counted) {
          if (!within(p, c.about)) continue;
          auto const never = is_never_reached(p, *counted);
          auto const takes = never ? time{} : chain(p, *counted);
          if (!never && !takes) continue;
          auto const late_by = never ? 0 : overrun(*takes, *limit);
          take(p, late_by, never);
        }
        comes_later_ = {};
      }
      counted_from_ = {};
      if (worst) all.insert(*worst);
    }
  }

  // ---- dangling-antecedent ---------------------------------------------------------------------

  /// Nobody has to bring it about: it happens or it does not.
  bool happens_by_itself(event_id e) const {
    for (auto const& t : m_.transitions)  // or she does it, if she likes
      if (t.to == happening(e) && t.by == m_.customer) return true;
    return is_order_event(happening(e)) || fails(happening(e));
  }
  bool is_seen_to(event_id e, commitment_id beside) const {
    auto const& x = m_.events[e];
    for (auto const& n : m_.notices)
      if (x.kind == kind::reported && n.of == x.subject && firm(n.to) == m_.seller &&
          is_seen_to(x.subject, beside))
        return true;
    if (x.kind == kind::completed || x.kind == kind::started) {
      if (performer_firm(x.of) == m_.seller) return true;
      for (auto const& a : m_.abilities)
        if (a.what == x.of) return true;
    }
    for (auto i : m_.commitments.ids()) {
      auto const& c = m_.commitments[i];
      if (i == beside || is_incentive(c)) continue;
      auto const what = brought_about(c);
      if (what.contains(e)) return true;
      if (x.kind == kind::started && what.contains(completion_of(x.of))) return true;
    }
    return false;
  }
  /// He owes it in any case, whatever becomes of the condition.
  bool is_owed_anyway(commitment const& c) const {
    return std::any_of(m_.commitments.begin(), m_.commitments.end(), [&](commitment const& x) {
      return !x.antecedent && !x.on_request && !is_incentive(x) && x.debtor == c.debtor &&
             x.creditor == c.creditor && x.about == c.about && x.brings_about == c.brings_about &&
             (!c.consequent.quality || x.consequent.quality == c.consequent.quality);
    });
  }
  void dangling_antecedents(set<verdict>& all) const {
    for (auto i : m_.commitments.ids()) {
      auto const& c = m_.commitments[i];
      auto const e = c.antecedent;
      if (e && !is_incentive(c) && !c.on_request && !happens_by_itself(e) && !is_seen_to(e, i) &&
          !is_owed_anyway(c))
        all.insert({"dangling-antecedent", i, e});
    }
  }

  // ---- circular-wait ---------------------------------------------------------------------------

  using attempt = std::pair<int, event_id>;

  /// What waits for what, in the first attempt (0) and in the next (1).
  relation<attempt> waits() const {
    relation<attempt> all;
    auto const in_each = [&](event_id x, event_id y) {
      if (x && y && y != lupaus::ordering)
        for (auto k : {0, 1}) all[{k, x}].insert({k, y});
    };
    std::map<event_id, set<event_id>> ways;
    for (auto const& t : m_.transitions) ways[t.to].insert(t.from);
    for (auto const& [e, from] : ways) {
      if (from.size() != 1) continue;
      in_each(e, *from.begin());
      if (*from.begin() == lupaus::ordering)  // it begins the part
        for (auto const& x : m_.precedences)
          if (x.after == m_.events[e].of) in_each(e, completion_of(x.before));
    }
    for (auto const& x : m_.precedences) in_each(completion_of(x.after), completion_of(x.before));
    for (auto const& c : m_.commitments) {
      if (is_incentive(c) || c.on_request) continue;
      if (!c.brings_about && c.consequent.quality && c.consequent.quality->personal) continue;
      if (is_of_state(c)) continue;
      auto const what = c.brings_about     ? c.brings_about
                        : is_leaf(c.about) ? completion_of(c.about)
                                           : event_id{};
      in_each(what, c.antecedent);
      if (is_deadline(c.consequent)) in_each(what, c.consequent.anchor);
    }
    for (auto const& r : m_.rules) {
      if (!r.object || !is_leaf(r.object)) continue;
      attempt const again{1, completion_of(r.object)};
      if (happening(r.on) != lupaus::ordering) all[again].insert({0, happening(r.on)});
      if (!r.gate || r.gate == lupaus::ordering) continue;
      set<event_id> fires{happening(r.on)};
      if (m_.events[r.on].kind == kind::replacement_requested) {
        fires.clear();
        for (auto e : m_.events.ids())
          if (r.since && r.since != lupaus::ordering ? e == happening(r.since) : fails(e))
            fires.insert(e);
      }
      auto can_come = false;
      for (auto n : meant(r.gate)) can_come = can_come || is_order_event(n);
      for (auto e : fires)
        for (auto n : meant(r.gate))
          can_come = can_come || reachable({e}, {}).contains(n) || reachable({n}, {}).contains(e);
      all[again].insert({can_come ? 0 : 1, r.gate});
    }
    return all;
  }
  /// Those of the first attempt, and those of the next that hold none of these.
  set<set<event_id>> circles() const {
    set<set<event_id>> in_each[2];
    for (auto const& circle : cycles_of(waits())) {
      set<event_id> events;
      for (auto const& [k, e] : circle) events.insert(e);
      in_each[circle.begin()->first].insert(events);
    }
    auto all = in_each[0];
    for (auto const& later : in_each[1]) {
      auto is_new = true;
      for (auto const& known : in_each[0])
        is_new = is_new && !std::includes(later.begin(), later.end(), known.begin(), known.end());
      if (is_new) all.insert(later);
    }
    return all;
  }
  void circular_waits(set<verdict>& all) const {
    for (auto const& circle : circles()) {
      verdict v{"circular-wait", *circle.begin(), second_of(circle)};
      v.listed.insert(circle.begin(), circle.end());
      all.insert(v);
    }
  }
};

}  // namespace proof
