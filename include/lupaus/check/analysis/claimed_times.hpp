// SPDX-License-Identifier: BSL-1.0
//
// The deadlines that are claimed, and how long what they are claimed of takes by contract.
#pragma once

#include "lupaus/check/analysis/critical_path.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/life/leaf_parts.hpp"
#include "lupaus/life/part_order.hpp"
#include "lupaus/model/terms/qualities.hpp"

namespace lupaus::inline v0 {

namespace detail {

/// The part whose completion a term is counted from: none for the order itself.
struct anchor_part {
  bool is_known = false;
  part_id part = {};
};

constexpr anchor_part anchor_of(model_view const& m, term const& t) {
  if (!t.anchor || t.anchor == ordering) return {true, {}};
  if (m.events[t.anchor].kind == event_kind::completed) return {true, m.events[t.anchor].of};
  if (m.events[t.anchor].kind == event_kind::possession)
    for (auto const& e : m.events)
      if (e.kind == event_kind::completed && e.good == m.events[t.anchor].of &&
          e.holder == m.customer)
        return {true, e.of};
  return {};
}

/// Against a claimed deadline: how late, by which part. `is_endless`: some part never ends, because
/// a cycle of precedence lies on the way.
struct lateness {
  bool is_endless = false;
  seconds_t by = 0;
  known_time takes = {};  ///< to the end of the part that is the latest
  part_id last = {};      ///< that part; none when nothing is late
};

/// Marks the leaf parts that count from the anchor: all, or those that come after its part.
constexpr void find_counted(model_view const& m, part_order const& order, part_id anchor,
                            flags& inside) {
  if (anchor) {
    order.find_later(anchor, inside);
    return;
  }
  for (auto p : m.parts.ids()) inside[p.index()] = is_leaf(m.parts[p]);
}

/// Takes out of the marked parts what does not lead to a part of `about`.
constexpr void keep_what_leads_to(model_view const& m, part_order const& earlier, part_id about,
                                  flags& inside) {
  flags leads{m.parts.size()};
  for (auto p : m.parts.ids()) leads[p.index()] = inside[p.index()] && is_within(m, p, about);
  earlier.spread(leads, [&](part_id p) { return inside[p.index()]; });
  for (auto p : m.parts.ids()) inside[p.index()] = leads[p.index()];
}

/// How much later one time is than another, at least by nothing. What is alike is taken from what
/// is alike; else the other came as soon as it could.
constexpr span_of_time later_by(span_of_time a, span_of_time b) {
  auto const is_alike = b.working.count == 0 || a.working.days_per_week == b.working.days_per_week;
  if (is_alike && a.working.count >= b.working.count && a.elapsed >= b.elapsed) {
    auto left = a.working;
    left.count -= b.working.count;
    left.holidays = left.holidays > b.working.holidays ? left.holidays - b.working.holidays : 0;
    return {a.elapsed - b.elapsed, left};
  }
  auto const by = worst_case(a) - best_case(b);
  return {by > 0 ? by : 0, {}};
}

/// What a claimed deadline is held against. The times from the order are found once; those from
/// another event, for the claim that counts from it.
template <class Analysis>
class basic_claimed_times {
 public:
  /// What it is given must outlive this. It is asked what comes before a part by a claim that needs
  /// to know.
  constexpr explicit basic_claimed_times(Analysis& analysis)
      : analysis_{&analysis},
        m_{&analysis.model()},
        plan_{&analysis.plan()},
        within_{&analysis.leaves()},
        leaves_{m_->parts.size()},
        from_order_{*plan_, marked()} {}

  /// Every leaf by itself: one that is late is late whatever the others take. The sum with the
  /// latest worst case need not be the one that overruns most, where hours meet business days.
  constexpr lateness of(part_id about, term const& claimed) const {
    auto const anchor = anchor_of(*m_, claimed).part;
    lateness l;
    if (!anchor) {
      add_lateness(l, from_order_, leaves_, about, claimed);
    } else if (follows_only(about, anchor)) {
      auto const takes = plan_->contracted.end_of_part(about, known_time::of({}), [&](part_id p) {
        return !p || p == anchor ? known_time::of({}) : known_time::unknown();
      });
      add(l, about, takes, claimed);
    } else if (analysis_->goes_on(2 * m_->parts.size())) {
      flags inside{m_->parts.size()};
      find_counted(*m_, plan_->order, anchor, inside);
      keep_what_leads_to(*m_, analysis_->earlier(), about, inside);
      scratch<known_time> earliest{m_->parts.size(), known_time::of({})};
      for_each_beside(about, anchor, inside, [&](part_id p, known_time ends, part_id next) {
        if (next)
          earliest[next.index()] = longer(earliest[next.index()], ends);
        else
          add(l, p, ends, claimed);
      });
      finish_times const times{
          *plan_, inside, {true, anchor}, [&](part_id p) { return earliest[p.index()]; }};
      add_lateness(l, times, inside, about, claimed);
    }
    return l;
  }

  /// Calls `f(part, ends, next)` for what comes neither before the anchor nor after it, and at
  /// contracted times ends so much later than the anchor: for a part that comes right before one of
  /// those inside, that next one; for a part of `about`, none. O(parts + precedences).
  template <class F>
  constexpr void for_each_beside(part_id about, part_id anchor, flags const& inside, F&& f) const {
    auto const& earlier = analysis_->earlier();
    flags passed{m_->parts.size()};
    passed[anchor.index()] = true;
    earlier.spread(passed, [](part_id) { return true; });
    auto const tell = [&](part_id p, part_id next) {
      if (passed[p.index()] || inside[p.index()]) return;
      if (auto const ends = ends_after(anchor, p); ends.is_known) f(p, ends, next);
    };
    for (auto const p : (*within_)[about]) tell(p, part_id{});
    for (auto p : m_->parts.ids())
      if (inside[p.index()]) earlier.for_each_next(p, [&](part_id before) { tell(before, p); });
  }

 private:
  constexpr flags const& marked() {
    find_counted(*m_, plan_->order, {}, leaves_);
    return leaves_;
  }
  constexpr known_time ends_after(part_id anchor, part_id p) const {
    // Where it is due so long after the anchor, the order says nothing of it.
    if (auto const due = plan_->contracted.after(p, anchor); due.is_known) return due;
    auto const a = from_order_[anchor], b = from_order_[p];
    return a.is_known && b.is_known ? known_time::of(later_by(b.length, a.length))
                                    : known_time::unknown();
  }
  /// The plain case: a leaf part that nothing but the anchor comes right before.
  constexpr bool follows_only(part_id p, part_id anchor) const {
    if (!is_leaf(m_->parts[p]) || p == anchor) return false;
    auto follows = false, alone = true;
    auto const& earlier = analysis_->earlier();
    earlier.for_each_next(p, [&](part_id before) {
      follows = true;
      alone = alone && before == anchor;
    });
    earlier.for_each_next(anchor, [&](part_id before) {
      alone = alone && before != p;  // else they are on a ring
    });
    return follows && alone;
  }
  constexpr void add(lateness& l, part_id p, known_time takes, term const& claimed) const {
    auto const late = takes.is_known ? overrun(takes.length, length_of(claimed.limit)) : 0;
    if (late > l.by) l = {l.is_endless, late, takes, p};
  }
  constexpr void add_lateness(lateness& l, finish_times const& times, flags const& inside,
                              part_id about, term const& claimed) const {
    if (!analysis_->goes_on(1 + (*within_)[about].size())) return;
    for (auto const p : (*within_)[about]) {
      if (!inside[p.index()]) continue;
      if (times.is_endless(p)) {
        l.is_endless = true;
        if (!l.last) l.last = p;
      }
      add(l, p, times[p], claimed);
    }
  }

  Analysis* analysis_;
  model_view const* m_;
  work_plan const* plan_;
  rows_by<part_id, part_id> const* within_;
  flags leaves_;
  finish_times from_order_;
};

class model_analysis;
using claimed_times = basic_claimed_times<model_analysis>;

constexpr bool is_claimed_length(term const& t) {
  return t.quality == &quality_of<deadline> && is_length(t.limit);
}

}  // namespace detail

}  // namespace lupaus::inline v0
