// SPDX-License-Identifier: BSL-1.0
//
// What waits for what: precedence, conditions and gates together, in the first attempt and in the
// second, for a replacement has events of its own.
#pragma once

#include "lupaus/check/analysis/delegation.hpp"
#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/parallel_search.hpp"
#include "lupaus/detail/strong_components.hpp"
#include "lupaus/life/kinds_of_commitment.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/element.hpp"
#include "lupaus/model/terms/qualities.hpp"

#include <cstddef>

namespace lupaus::inline v0 {

/// An event in an attempt: 0, or 1 for what is done again.
struct attempted {
  event_id what = {};
  std::size_t attempt = 0;
};

namespace detail {

/// How an event can begin, over all its ways: after one event that they share, or with its part.
class beginnings {
 public:
  constexpr explicit beginnings(model_view const& m)
      : after_{m.events.size()}, is_mixed_{m.events.size()} {
    for (auto const& t : m.transitions) {
      auto& known = after_[t.to.index()];
      is_mixed_[t.to.index()] = is_mixed_[t.to.index()] || (known && known != t.from);
      known = t.from;
    }
  }
  /// The event that it always follows, the order where it begins its part; none when it has no
  /// way, or several that differ.
  constexpr event_id of(event_id e) const {
    return is_mixed_[e.index()] ? event_id{} : after_[e.index()];
  }

 private:
  scratch<event_id> after_;
  flags is_mixed_;
};

/// True when the commitment says what its event waits for: work, or an event that it names. What
/// is promised of the state of things waits for nothing: it begins to hold.
constexpr bool has_waits(commitment const& c) {
  if (c.overrides || c.on_request) return false;
  return c.brings_about ||
         !(is_promise_of_state(c) || (c.consequent.quality && c.consequent.quality->personal));
}

/// What waits for what, found once. O(model) to make, and a walk of the situations for every 64
/// rules with a gate.
class wait_list {
 public:
  /// `graph()` gives the situations; it is asked only where some rule has a gate.
  template <class Graph>
  constexpr wait_list(model_view const& m, Graph const& graph)
      : m_{&m},
        begins_{m},
        done_{m.parts.size()},
        first_{m.parts.size(),
               [&](auto&& f) {
                 for (auto e : m.events.ids())
                   if (begins_.of(e) == ordering) f(m.events[e].of, e);
               }},
        opens_now_{m.rules.size()} {
    for (auto e : m.events.ids())
      if (m.events[e].kind == event_kind::completed) done_[m.events[e].of.index()] = e;
    for (auto const& r : m.rules) has_gates_ = has_gates_ || is_gated(r);
    if (has_gates_) find_opening(graph());
  }

  /// True when what is done again may have waits that the first attempt has not.
  constexpr bool has_gates() const { return has_gates_; }

  /// Calls `f(x, y, because)` for the waits of that attempt among its own events.
  template <class F>
  constexpr void for_each_within(std::size_t k, F&& f) const {
    auto const& m = *m_;
    auto const wait = [&](event_id x, event_id y, element because) {
      if (x && y && y != ordering) f(attempted{x, k}, attempted{y, k}, because);
    };
    for (auto const& p : m.precedences) {
      auto const earlier = done_[p.before.index()], later = done_[p.after.index()];
      wait(later, earlier, p.after);
      for (auto const e : first_[p.after])
        if (e != later) wait(e, earlier, p.after);
    }
    for (auto e : m.events.ids()) wait(e, begins_.of(e), e);
    for (auto i : m.commitments.ids()) {
      auto const& c = m.commitments[i];
      if ((!c.antecedent && !c.consequent.anchor) || !has_waits(c)) continue;
      auto const what = c.brings_about ? c.brings_about : done_[c.about.index()];
      wait(what, c.antecedent, i);
      if (c.consequent.anchor != c.antecedent && c.consequent.quality == &quality_of<deadline>)
        wait(what, c.consequent.anchor, i);
    }
  }
  /// Calls `f(x, y, because)` where `x` waits for `y`, which is never the order.
  template <class F>
  constexpr void for_each(F&& f) const {
    auto const& m = *m_;
    for_each_within(0, f);
    for_each_within(1, f);
    auto const wait = [&](event_id x, event_id y, std::size_t attempt, element because) {
      if (x && y && y != ordering) f(attempted{x, 1}, attempted{y, attempt}, because);
    };
    for (auto i : m.rules.ids()) {
      auto const& r = m.rules[i];
      if (!does_again(r)) continue;
      auto const again =
          done_[r.object.index()];  // the second attempt is what the rule brings about
      wait(again, cause_of(m, r.on), 0, i);
      if (r.gate) wait(again, r.gate, opens_now_[i.index()] ? 0 : 1, i);
    }
  }

 private:
  constexpr bool does_again(rule const& r) const {
    return r.object && is_leaf(m_->parts[r.object]);
  }
  constexpr bool is_gated(rule const& r) const { return r.gate && does_again(r); }

  /// Calls `f(event)` for what has happened when the rule fires.
  template <class F>
  constexpr void for_each_firing(rule const& r, F&& f) const {
    auto const on = cause_of(*m_, r.on);
    if (m_->events[on].kind != event_kind::replacement_requested) return f(on);
    if (r.since && r.since != ordering) return f(cause_of(*m_, r.since));
    for (auto e : m_->events.ids())
      if (is_failure(m_->events[e].kind)) f(e);
  }
  /// Finds the rules whose gate can open in the attempt in which they fire, after it or before;
  /// else it is one of the attempt that waits for it. A rule on a request fires once something has
  /// failed.
  constexpr void find_opening(situations const& s) {
    growing<rule_id> gated;
    for (auto i : m_->rules.ids())
      if (is_gated(m_->rules[i])) gated.push_back(i);
    auto const n = s.size();
    sweep const walk{n,
                     [&](auto&& f) {
                       for (std::size_t v = 0; v < n; ++v)
                         s.for_each_next(v, [&](std::size_t w) { f(v, w); });
                     },
                     s.work()};
    rows_by<part_id, event_id> const hand_over{
        m_->parts.size(), [&](auto&& f) {
          for (auto e : m_->events.ids())
            if (m_->events[e].good && m_->events[e].holder == m_->customer)
              f(m_->events[e].good, e);
        }};
    for (std::size_t begin = 0; begin < gated.size(); begin += most_questions) {
      if (!s.goes_on(n)) return;
      scratch<questions> reached{n}, before{n};
      auto const end =
          begin + most_questions < gated.size() ? begin + most_questions : gated.size();
      auto const for_each_gate = [&](std::size_t i, auto&& f) {
        auto const gate = m_->rules[gated[i]].gate;
        f(gate);
        if (m_->events[gate].kind == event_kind::possession && m_->events[gate].good)
          for (auto const e : hand_over[m_->events[gate].good]) f(e);
      };
      for (auto i = begin; i < end; ++i) {
        for_each_firing(m_->rules[gated[i]], [&](event_id e) { reached[s.of(e)] |= question(i); });
        for_each_gate(i, [&](event_id e) { before[s.of(e)] |= question(i); });
      }
      walk.spread(reached, [](std::size_t) { return ~questions{0}; });
      walk.spread(before, [](std::size_t) { return ~questions{0}; });
      for (auto i = begin; i < end; ++i) {
        auto& opens = opens_now_[gated[i].index()];
        for_each_gate(i, [&](event_id e) {
          opens = opens || (reached[s.of(e)] & question(i)) != 0 || is_of_order(m_->events[e].kind);
        });
        for_each_firing(m_->rules[gated[i]],
                        [&](event_id e) { opens = opens || (before[s.of(e)] & question(i)) != 0; });
      }
    }
  }

  model_view const* m_;
  beginnings begins_;
  scratch<event_id> done_;            // of each part
  rows_by<part_id, event_id> first_;  // the events that may begin it
  flags opens_now_;                   // of each rule
  bool has_gates_ = false;
};

/// The strong components of what waits for what: first attempts, then second ones.
constexpr components waits_of(model_view const& m, wait_list const& waits) {
  auto const n = m.events.size();
  return components{2 * n, [&](auto&& f) {
                      waits.for_each([&](attempted x, attempted y, element) {
                        f(x.what.index() + x.attempt * n, y.what.index() + y.attempt * n);
                      });
                    }};
}

}  // namespace detail

/// Calls `f(x, y, because)` where `x` waits for `y`, which is never the order. O(model), and a walk
/// of the situations for every 64 rules with a gate.
template <class F>
constexpr void for_each_wait(model_view const& m, situations const& s, F&& f) {
  detail::wait_list{m, [&]() -> situations const& { return s; }}.for_each(f);
}

}  // namespace lupaus::inline v0
