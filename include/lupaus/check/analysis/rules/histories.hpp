// SPDX-License-Identifier: BSL-1.0
//
// What has happened by some moment, as far as the windows of rules ask for it: a few events, and
// all that is sure to have happened with them.
#pragma once

#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/kept_sets.hpp"
#include "lupaus/detail/lazy.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/life/dominator_tree.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// Events of one attempt that are taken to have happened. Windows of parts that go on beside each
/// other are read together by it.
class history {
 public:
  /// The analysis must outlive this.
  constexpr explicit history(model_analysis& analysis)
      : analysis_{&analysis}, m_{&analysis.model()}, followed_by_{analysis.model().events.size()} {}

  /// By its one name; of a report, what is reported.
  constexpr event_id known(event_id e) { return analysis_->names()(cause_of(*m_, e)); }
  /// True when something begins or ends with it: with the order itself nothing does.
  constexpr bool bounds(event_id e) { return e && known(e) != ordering; }

  /// True when the one has happened by the time of the other, whatever way led there.
  constexpr bool is_sure(event_id e, event_id by) {
    e = known(e), by = known(by);
    if (e == ordering || e == by) return true;
    if (is_of_order(m_->events[e].kind) || is_of_order(m_->events[by].kind)) return false;
    auto some = false, every = true;
    analysis_->certain().for_each_way(by, [&](event_id x) {
      some = true;
      every = every && analysis_->happened().is_sure_before(e, x);
    });
    return some && every;
  }

  constexpr void clear() { happened_.clear(); }
  /// So many more steps of work; false where what asks has to leave off.
  constexpr bool goes_on(std::size_t steps = 1) { return analysis_->goes_on(steps); }

  /// Takes it to have happened; false where it never comes, or not in one attempt with the others.
  constexpr bool add(event_id e) {
    e = known(e);
    for (auto const x : happened_)
      if (x == e) return true;
    if (!is_of_order(m_->events[e].kind)) {
      auto some = false;
      analysis_->certain().for_each_way(e, [&](event_id) { some = true; });
      if (!some) return false;
    }
    for (auto const x : happened_)
      if (!analysis_->goes_on() || !can_meet(e, x)) return false;
    happened_.push_back(e);
    return true;
  }

  /// True when the event is sure to have happened by then. O(events of it).
  constexpr bool includes(event_id e) {
    if (!analysis_->goes_on(1 + happened_.size())) return false;
    for (auto const x : happened_)
      if (is_sure(e, x)) return true;
    return false;
  }

  /// True when all of it can have happened before any of these did. A walk of the situations;
  /// O(what is asked about) where it was asked before of the same but for the last.
  constexpr bool can_come_before(growing<event_id> const& others) {
    for (auto const e : others)
      if (includes(e)) return false;
    if (others.size() > 0) {
      auto& certain = analysis_->certain();
      auto const last = known(*(others.end() - 1));
      std::size_t meant = 0;
      certain.for_each_meant(last, [&](event_id) { ++meant; });
      if (meant == 1 && others.size() == 1)
        return can_come_before(
            last, [&](auto at) { return certain.is_reachable(at); },
            [&](auto x, auto y) { return certain.is_certain(x, y); });
      if (meant == 1 && is_kept_for(others)) {
        auto& tree = find_ways().tree;
        return can_come_before(
            last, [&](auto at) { return tree.is_reachable(at); },
            [&](auto x, auto y) { return tree.is_certain_before(x, y); });
      }
    }
    auto const& s = analysis_->graph();
    flags reached{s.size()}, barred{s.size()};
    for (auto const e : others)
      analysis_->certain().for_each_meant(known(e), [&](event_id x) { barred[s.of(x)] = true; });
    reached[s.of(ordering)] = true;
    if (!s.goes_on(s.size())) return false;
    s.spread(reached, [&](std::size_t n) { return !barred[n]; });
    for (auto const e : happened_) {
      auto is_there = is_of_order(m_->events[e].kind);
      analysis_->certain().for_each_meant(
          e, [&](event_id x) { is_there = is_there || reached[s.of(x)]; });
      if (!is_there) return false;
    }
    return true;
  }

  /// True when the rule can be owed, and its gate still be waited for, once that has happened. What
  /// ends an order ends what is owed in it.
  constexpr bool can_be_owed_after(rule const& r, event_id e) {
    auto const kind = m_->events[known(e)].kind;
    auto const is_of_life = !is_of_order(kind);
    if (!is_of_life && kind != event_kind::ordered && kind != event_kind::cancel_requested)
      return false;
    clear();
    if (!add(r.on)) return false;
    if (bounds(r.since) && !add(r.since)) return false;
    if (bounds(e) && !add(e)) return false;
    growing<event_id> not_yet;
    for (auto const x : {r.until, r.gate})
      if (bounds(x)) not_yet.push_back(x);
    return can_come_before(not_yet);
  }

 private:
  /// What can be reached without some events.
  struct ways_without {
    flags barred;
    dominators tree;

    constexpr explicit ways_without(situations const& s) : barred{s.size()}, tree{s, &barred} {}
  };

  /// True when it was asked of these right before, but for the last.
  constexpr bool is_kept_for(growing<event_id> const& others) {
    auto is_same = without_.size() + 1 == others.size();
    for (std::size_t i = 0; is_same && i < without_.size(); ++i) is_same = without_[i] == others[i];
    if (is_same) return true;
    ways_.reset();
    without_.clear();
    for (std::size_t i = 0; i + 1 < others.size(); ++i) without_.push_back(others[i]);
    return false;
  }
  constexpr ways_without& find_ways() {
    auto const& s = analysis_->graph();
    auto& ways = ways_.get([&] { return ways_without{s}; });
    for (auto const e : without_)
      analysis_->certain().for_each_meant(known(e),
                                          [&](event_id x) { ways.barred[s.of(x)] = true; });
    return ways;
  }
  /// True when no way to what has happened leads over the last.
  template <class IsReachable, class IsCertain>
  constexpr bool can_come_before(event_id last, IsReachable const& is_reachable,
                                 IsCertain const& is_certain) {
    auto const& s = analysis_->graph();
    for (auto const e : happened_) {
      auto is_there = is_of_order(m_->events[e].kind);
      analysis_->certain().for_each_meant(e, [&](event_id x) {
        is_there = is_there || (is_reachable(s.of(x)) && !is_certain(s.of(last), s.of(x)));
      });
      if (!is_there) return false;
    }
    return true;
  }

  /// True when both can happen in one attempt: in parts that go on beside each other, or one after
  /// the other.
  constexpr bool can_meet(event_id a, event_id b) {
    if (is_of_order(m_->events[a].kind) || is_of_order(m_->events[b].kind)) return true;
    if (is_sure(a, b) || is_sure(b, a)) return true;
    auto can = false;
    auto& certain = analysis_->certain();
    certain.for_each_way(a, [&](event_id x) {
      certain.for_each_way(b, [&](event_id y) { can = can || is_beside(x, y); });
    });
    return can || can_follow(a, b) || can_follow(b, a);
  }
  constexpr bool is_beside(event_id x, event_id y) {
    auto const p = m_->events[x].of, q = m_->events[y].of;
    auto const& order = analysis_->plan().order;
    if (p != q) analysis_->goes_on(m_->parts.size());
    return p != q && !order.leads(p, q) && !order.leads(q, p);
  }
  /// What can follow an event is kept: windows are read two by two.
  constexpr bool can_follow(event_id from, event_id e) {
    auto const find = [&](flags& those) { find_followers(from, those); };
    if (followed_by_.keep(from.index(), find))
      return followed_by_.contains(from.index(), e.index());
    flags those{m_->events.size()};
    find(those);
    return those[e.index()];
  }
  /// Marks the events that can happen once it has; one of several names where any of them can.
  constexpr void find_followers(event_id from, flags& those) {
    auto const& s = analysis_->graph();
    auto& certain = analysis_->certain();
    flags reached{s.size()};
    certain.for_each_way(from, [&](event_id x) { reached[s.of(x)] = true; });
    s.spread(reached, [](std::size_t) { return true; });
    for (auto e : m_->events.ids())
      certain.for_each_way(
          e, [&](event_id x) { those[e.index()] = those[e.index()] || reached[s.of(x)]; });
  }

  model_analysis* analysis_;
  model_view const* m_;
  growing<event_id> happened_;
  kept_sets followed_by_;      // by events
  growing<event_id> without_;  // what was asked about last, but for the last of it
  lazy<ways_without> ways_;    // without those
};

}  // namespace lupaus::inline v0::detail
