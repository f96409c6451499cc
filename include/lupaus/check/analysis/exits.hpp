// SPDX-License-Identifier: BSL-1.0
//
// Where she can get out: what each situation offers to a customer who wants out.
#pragma once

#include "lupaus/check/analysis/remedies.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/detail/sparse_set.hpp"
#include "lupaus/life/committed_actions.hpp"
#include "lupaus/life/dependable/assurances.hpp"
#include "lupaus/life/joint_situation.hpp"
#include "lupaus/life/leaf_parts.hpp"
#include "lupaus/life/situations.hpp"

#include <cstddef>

namespace lupaus::inline v0 {

namespace detail {

/// What each situation of an unperformed part offers to a customer who wants out, whatever has
/// happened to the other parts. O(elements + situations) to make, and for every situation the rules
/// on a request to cancel that have a window.
template <class Analysis>
class basic_exits {
 public:
  using node = situations::node;

  /// The analysis must outlive this.
  constexpr explicit basic_exits(Analysis& analysis)
      : analysis_{&analysis},
        m_{&analysis.model()},
        s_{&analysis.graph()},
        together_{*m_, analysis.certain(), analysis.happened(), analysis.plan().order,
                  analysis.word()},
        since_{m_->events.size()},
        answerable_{m_->events.size()},
        closed_{s_->size()},
        all_performed_{s_->size()},
        by_{s_->size()},
        asked_{s_->size()} {
    if (m_->paid == payment::on_the_spot) return;
    for (auto i : m_->rules.ids()) read(i);
    if (is_always_open_) return;
    for_each_first_instalment(*m_, analysis.plan().order, [&](part_id p) {
      auto const paid = analysis.happened().completion_of(p);
      first_payments_.push_back(paid);
      together_.ask_about(paid);
    });
    for (std::size_t i = windows_.size(); i-- > 0;)
      windows_[i].next = since_[start_of(i)], since_[start_of(i)] = i + 1;
    ask();
    find_answerable();
    for (auto const n : asked_) {
      if (!s_->goes_on()) return;
      if (!is_hers_done(n)) judge(n, part_of(n));
    }
    for (auto e : m_->events.ids()) {
      if (!s_->goes_on()) return;
      if (takes_from_her(e)) judge(s_->of(e), {});
    }
  }

  constexpr situations const& graph() const { return *s_; }
  /// Calls `f(node, part, rule)` for the situations that offer no way out, and the rule that
  /// refuses it, if one does: those before a part has begun first, then events in their order.
  template <class F>
  constexpr void for_each_closed(F&& f) const {
    auto const events = m_->events.size();
    for (std::size_t i = 0; i < s_->size(); ++i)
      if (auto const n = (i + events) % s_->size(); closed_[n]) f(n, part_of(n), by_[n]);
  }
  /// The same for those that a finding lists.
  template <class F>
  constexpr void for_each_closed(finding const& f, F&& call) const {
    for_each_closed([&](node n, part_id p, rule_id by) {
      if (f.where == (by ? element{by} : element{p})) call(n);
    });
  }
  /// Calls `f(event)` for what has to have happened besides, to other parts, so that none is open.
  template <class F>
  constexpr void for_each_besides(node n, F&& f) {
    auto const p = all_performed_[n] ? part_id{} : part_of(n);
    together_.begin(n, p);
    auto const sure = together_.events().size();
    if (!is_closed_once_paid(n, p)) return;
    for (auto i = sure; i < together_.events().size(); ++i) f(event_id{together_.events()[i]});
  }

 private:
  struct window {
    event_id since = {}, until = {}, gate = {};
    event_id on = {};      ///< the time-out that it comes with by itself; none: she asks
    std::size_t next = 0;  ///< the next that opens with the same event, and 1
  };

  constexpr bool is_event(node n) const { return n < m_->events.size(); }
  constexpr part_id part_of(node n) const {
    return is_event(n) ? m_->events[event_id{n}].of : part_id{n - m_->events.size()};
  }
  constexpr std::size_t start_of(std::size_t i) const {
    return windows_[i].since ? windows_[i].since.index() : std::size_t{ordering.index()};
  }

  /// Who grants it never committed to that. (A remedy in vain is `blocked-remedy` alone.)
  constexpr bool is_granted_in_vain(rule_id i) {
    return !is_remedy(m_->rules[i]) && analysis_->owed_in_vain().contain(i);
  }

  /// All her money comes back by itself once a part is not performed in time.
  constexpr bool returns_all_when_late(rule const& r) const {
    auto const& on = m_->events[r.on];
    return is_time_out(on.kind) && on.subject &&
           m_->events[on.subject].kind == event_kind::completed &&
           r.action == action_kind::refund && (!r.object || is_all_she_buys(*m_, r.object));
  }

  /// Keeps the window of a rule that lets her out when she asks to cancel, or refuses to.
  constexpr void read(rule_id i) {
    auto const& r = m_->rules[i];
    if (r.creditor != m_->customer) return;
    auto const comes_by_itself = returns_all_when_late(r) && !is_granted_in_vain(i);
    if (!comes_by_itself && m_->events[r.on].kind != event_kind::cancel_requested) return;
    auto const is_refusal = !comes_by_itself && r.action == action_kind::refuse;
    auto const returns_all =
        r.action == action_kind::refund && (!r.object || is_all_she_buys(*m_, r.object));
    auto const lets_out =
        (r.action == action_kind::accept || returns_all) && !is_granted_in_vain(i);
    if (!is_refusal && !lets_out) return;
    together_.ask_about(r.since);
    together_.ask_about(r.until);
    if (is_refusal) return refusals_.push_back(i);
    is_always_open_ = is_always_open_ || (!comes_by_itself && !r.gate && !r.since && !r.until);
    windows_.push_back({.since = r.since,
                        .until = r.until,
                        .gate = r.gate,
                        .on = comes_by_itself ? r.on : event_id{}});
  }

  /// The situations in which a part is not performed: before it has begun; after what happens to it
  /// until it is completed; after what may follow another part's events, or a failure.
  constexpr void ask() {
    auto& certain = analysis_->certain();
    auto const enter = [&](node n) {
      if (certain.is_reachable(n)) asked_.insert(n);
    };
    flags open{m_->parts.size()};
    find_what_is_bought(*m_, open);
    for (auto p : m_->parts.ids())
      if (open[p.index()]) enter(s_->before(p));
    for (auto const& t : m_->transitions) {
      auto const& e = m_->events[t.to];
      if (e.kind == event_kind::completed || is_of_order(e.kind) || !open[e.of.index()]) continue;
      if (e.kind == event_kind::failed || (t.from != ordering && m_->events[t.from].of != e.of))
        enter(s_->of(t.to));
    }
    s_->spread(asked_, [&](node from, node n) {
      return is_event(n) && part_of(n) == part_of(from) &&
             m_->events[event_id{n}].kind != event_kind::completed;
    });
  }

  /// What is hers has been done for sure, so that nothing waits for it.
  constexpr bool is_hers_done(node n) {
    auto& order = analysis_->happened();
    return is_event(n) && is_hers(*m_, part_of(n)) &&
           order.is_sure_before(order.completion_of(part_of(n)), event_id{n});
  }

  /// A step that takes a good from where its last carriage has brought it (O1).
  constexpr bool takes_from_her(event_id e) {
    auto const& x = m_->events[e];
    if (x.kind != event_kind::step || !x.good || !x.holder || x.holder == m_->customer)
      return false;
    auto& order = analysis_->happened();
    if (!order.can_happen(e)) return false;
    s_->goes_on(m_->parts.size());
    for (auto p : m_->parts.ids()) {
      if (m_->parts[p].carries != x.good) continue;
      auto const done = order.completion_of(p);
      auto const to = done ? m_->events[done].holder : party_id{};
      if (to && m_->events[done].good == x.good && !same_firm(*m_, to, x.holder) &&
          !order.is_sure_before(e, done))
        return true;
    }
    return false;
  }

  /// `p`: the part that is not performed; none where all are.
  constexpr void judge(node n, part_id p) {
    if (closed_[n] || is_remedy_due(n, p)) return;
    if (!is_closed_once_paid(n, p)) return;
    closed_[n] = true;
    all_performed_[n] = !p;
    s_->goes_on(1 + refusals_.size());
    for (auto const i : refusals_) {
      auto const& r = m_->rules[i];
      if ((r.since && !together_.contains(r.since)) || (r.until && together_.contains(r.until)))
        continue;
      by_[n] = i;
      return;
    }
  }

  /// Of failures that nothing answers none has to be looked at again.
  constexpr void find_answerable() {
    auto const& earlier = analysis_->failures_before();
    for (auto const e : earlier.in_order()) {
      auto const before = earlier.before(e);
      if (analysis_->answered().contain(e, [](rule_id) { return true; }))
        answerable_[e.index()] = e;
      else if (before)
        answerable_[e.index()] = answerable_[before.index()];
    }
  }

  /// True when a failure of the part has come before, and what answers it can be counted on.
  constexpr bool is_remedy_due(node n, part_id p) {
    if (!is_event(n)) return false;
    auto const& earlier = analysis_->failures_before();
    auto const last = earlier.last_by(event_id{n});
    for (auto e = last ? answerable_[last.index()] : last; e;) {
      if (!s_->goes_on()) return false;
      so_far const then{.now = event_id{n}, .also = e};
      if ((p || together_.stands_for_good(e)) && analysis_->answered().contain(e, [&](rule_id i) {
            auto const& r = m_->rules[i];
            return !is_granted_in_vain(i) && !makes_up_for_lateness(*m_, r, e) &&
                   (!r.gate || analysis_->assured().of(r.gate, then).is_assured);
          }))
        return true;
      auto const before = earlier.before(e);
      e = before ? answerable_[before.index()] : before;
    }
    return false;
  }

  /// Lets happen what ends each window in which she could get out; false where that cannot be.
  constexpr bool is_closed(node n, part_id p) {
    auto const end = [&](event_id start) {
      for (auto i = since_[start.index()]; i != 0; i = windows_[i - 1].next) {
        auto const& w = windows_[i - 1];
        if (!s_->goes_on()) return false;
        if (!is_sure(w.gate, w, n) || !is_sure(w.on, w, n)) continue;
        if (w.on && !p) continue;  // nothing is late
        if (!w.until || !together_.add(w.until)) return false;
      }
      return true;
    };
    if (!end(ordering)) return false;
    for (std::size_t i = 0; i < together_.events().size(); ++i)
      if (auto const e = event_id{together_.events()[i]}; e != ordering && !end(e)) return false;
    return true;
  }

  /// The same from the situation alone, once a first payment is made (E10).
  constexpr bool is_closed_once_paid(node n, part_id p) {
    together_.begin(n, p);
    if (first_payments_.size() == 0) return is_closed(n, p);
    for (std::size_t i = 0; i < first_payments_.size(); ++i) {
      if (!s_->goes_on()) return false;
      if (i > 0) together_.begin(n, p);
      if (together_.add(first_payments_[i]) && is_closed(n, p)) return true;
    }
    return false;
  }

  /// What the window waits for, if anything, can be counted on in this situation.
  constexpr bool is_sure(event_id wanted, window const& w, node n) {
    if (!wanted) return true;
    so_far then{.also = w.since ? w.since : ordering};
    if (is_event(n))
      then.now = event_id{n};
    else
      then.due = part_of(n);
    return analysis_->assured().of(wanted, then).is_assured;
  }

  Analysis* analysis_;
  model_view const* m_;
  situations const* s_;
  joint_situation together_;
  growing<window> windows_;
  growing<rule_id> refusals_;
  growing<event_id> first_payments_;
  scratch<std::size_t> since_;    // of each event, the first window that it opens, and 1
  scratch<event_id> answerable_;  // of each failure, the last by then that some rule answers
  flags closed_, all_performed_;
  scratch<rule_id> by_;
  sparse_set asked_;  // where she may want out
  bool is_always_open_ = false;
};

class model_analysis;
using exits = basic_exits<model_analysis>;

}  // namespace detail

}  // namespace lupaus::inline v0
