// SPDX-License-Identifier: BSL-1.0
//
// Which failures are answered by some rule in every situation in which they can happen.
#pragma once

#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/parallel_search.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/life/not_yet.hpp"
#include "lupaus/life/precedes.hpp"
#include "lupaus/life/rule_scopes.hpp"
#include "lupaus/life/rules_by_failure.hpp"
#include "lupaus/life/service_recovery.hpp"

#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0::detail {

/// Whether each failure is answered, whenever it happens. O(events + rules) to make; where a rule
/// is for a part of the time only, the analysis is asked for the situations, and they are walked
/// once for every 64 rules that end.
template <class Analysis>
class basic_answered_failures {
  // First in the class, because clang 14 can evaluate only the member templates that it has seen.

  /// The rule is on a time-out that is sure to come once the failure has happened, while its part
  /// is not performed (Q2), and what it gives puts the failure right.
  constexpr bool comes_by_time_out(rule_id i, event_id failure, not_yet const& then) {
    auto const& r = m_->rules[i];
    if (r.action == action_kind::accept || !puts_right(*m_, analysis_->plan().order, r, failure))
      return false;
    auto const done = analysis_->happened().completion_of(m_->events[r.on].of);
    return done && then.is_hindered(done) && analysis_->assured().of(r.on, failure).is_assured;
  }

  /// The first time that the failure comes and no rule for which `is_answer(rule)` need apply; 0
  /// when there is none. Of those on a request, `requests` are all for which it may.
  template <class IsAnswer>
  constexpr std::size_t find_open_time(event_id failure, some_rows<rule_id> requests,
                                       IsAnswer const& is_answer) {
    auto const times = times_of(failure);
    for (std::size_t n = 1; n <= times; ++n) {
      auto const is_for_it = [&](rule_id i) {
        return is_for_time(m_->rules[i], n) && is_answer(i);
      };
      if (!is_answered(failure, requests, is_for_it)) return n;
    }
    return 0;
  }
  template <class IsAnswer>
  constexpr bool is_answered(event_id failure, some_rows<rule_id> requests,
                             IsAnswer const& is_answer) {
    ++round_;
    open_.clear();
    if (!analysis_->goes_on(1 + requests.size())) return false;
    auto const is_closed_by = [&](rule_id i) { return is_answer(i) && applies(i, failure); };
    for (auto const i : on_[failure])
      if (is_closed_by(i)) return true;
    for (auto const i : requests)
      if (is_closed_by(i)) return true;
    not_yet const then{*m_, analysis_->certain(), analysis_->happened(), failure, ordering, {}};
    for (auto const i : on_time_outs_)
      if (comes_by_time_out(i, failure, then) && is_answer(i)) return true;
    // One that begins where another ends goes on from there.
    for (std::size_t n = 0; n < open_.size(); ++n) {
      auto const goes_on = [&](rule_id i) {
        if (!is_answer(i)) return false;
        if (never_ends_before(i, failure)) return true;
        open(m_->rules[i].until);
        return false;
      };
      auto const on = on_since_(failure, open_[n]), asked = on_since_(ordering, open_[n]);
      if (!analysis_->goes_on(1 + on.size() + asked.size())) return false;
      for (auto const& t : on)
        if (goes_on(t.row)) return true;
      for (auto const& t : asked)
        if (goes_on(t.row)) return true;
    }
    return false;
  }

 public:
  /// The analysis must outlive this.
  constexpr explicit basic_answered_failures(Analysis& analysis)
      : analysis_{&analysis},
        m_{&analysis.model()},
        counted_{*m_, analysis.plan().order},
        on_{m_->events.size(),
            [&](auto&& f) {
              for (auto i : m_->rules.ids()) f(cause_of(*m_, m_->rules[i].on), i);
            }},
        on_since_{m_->events.size(), m_->events.size(),
                  [&](auto&& f) {
                    for (auto i : m_->rules.ids()) {
                      auto const& r = m_->rules[i];
                      if (!r.since) continue;
                      if (is_request(i)) f(ordering, r.since, i);
                      f(cause_of(*m_, r.on), r.since, i);
                    }
                  }},
        place_{m_->rules.size()},
        waits_for_its_turn_{m_->events.size()},
        comes_when_done_{m_->events.size()},
        opened_{m_->events.size()},
        listed_{m_->events.size()} {
    for (auto i : m_->rules.ids())
      if (is_request(i))
        requests_.push_back(i);
      else if (auto const& r = m_->rules[i];
               is_time_out(m_->events[r.on].kind) && !r.since && !r.until)
        on_time_outs_.push_back(i);
  }

  /// Some rule is on the failure, or answers it when she asks, if not always. O(such rules).
  constexpr bool have_rule_for(event_id failure) const {
    if (on_[failure].size() > 0) return true;
    for (auto const i : requests_)
      if (is_answer(i, failure)) return true;
    return false;
  }
  /// O(1) for a rule on the failure that holds at any time, else the rules that speak of it; of
  /// what fails of hers, O(transitions).
  constexpr bool contain(event_id failure) {
    return is_put_right_by_her(*m_, failure,
                               analysis_->happened().completion_of(m_->events[failure].of)) ||
           find_open_time(failure) == 0;
  }
  /// The first time that it comes and no rule need answer it; 0 when there is none.
  constexpr std::size_t find_open_time(event_id failure) {
    auto const is_hers = is_caused_by_customer(analysis_->word(), failure);
    return find_open_time(
        failure, is_hers ? all_requests() : requests_for(failure),
        [&](rule_id i) { return is_hers || is_on_time_out(i) || is_answer(i, failure); });
  }
  /// How often it may come: see `counted_failures`.
  constexpr std::size_t times_of(event_id failure) {
    return counted_.times(failure, on_[failure], *analysis_);
  }
  /// The same by rules that can be counted on: `can_count_on(rule)`. What she causes herself needs
  /// an answer, too.
  template <class CanCountOn>
  constexpr bool contain(event_id failure, CanCountOn const& can_count_on) {
    auto const is_sure = [&](rule_id i) {
      return (is_on_time_out(i) || is_answer(i, failure)) && can_count_on(i);
    };
    return find_open_time(failure, requests_for(failure), is_sure) == 0;
  }

 private:
  static constexpr std::size_t most_listed = std::size_t{1} << 20;

  struct some_rules {
    std::size_t begin = 0, end = 0;
    bool is_known = false;
  };

  constexpr some_rows<rule_id> all_requests() const { return {requests_.begin(), requests_.end()}; }
  /// Those that answer the failure where they apply, listed when they are first asked for; all of
  /// them where there is no room.
  constexpr some_rows<rule_id> requests_for(event_id failure) {
    auto& of = listed_[failure.index()];
    if (!of.is_known) {
      if (lists_.size() > most_listed || !analysis_->goes_on(1 + requests_.size()))
        return all_requests();
      of = {lists_.size(), 0, true};
      for (auto const i : requests_)
        if (is_answer(i, failure)) lists_.push_back(i);
      of.end = lists_.size();
    }
    return {lists_.begin() + of.begin, lists_.begin() + of.end};
  }

  constexpr bool is_on_time_out(rule_id i) const {
    return is_time_out(m_->events[m_->rules[i].on].kind);
  }
  constexpr bool is_request(rule_id i) const {
    return m_->events[m_->rules[i].on].kind == event_kind::replacement_requested;
  }
  constexpr bool is_answer(rule_id i, event_id failure) const {
    return answers_failure(*m_, analysis_->plan().order, m_->rules[i], failure);
  }
  /// True when the rule applies whenever the failure happens.
  constexpr bool applies(rule_id i, event_id failure) {
    auto const& r = m_->rules[i];
    if (r.since && r.since != ordering && cause_of(*m_, r.since) != failure &&
        (is_of_order(m_->events[r.since].kind) ||
         !analysis_->happened().is_sure_before(r.since, failure)))
      return false;
    auto const holds = never_ends_before(i, failure);
    if (!holds) open(r.until);
    return holds;
  }
  constexpr void open(event_id e) {
    if (opened_[e.index()] == round_) return;
    opened_[e.index()] = round_;
    open_.push_back(e);
  }

  /// True when the rule cannot be over by then: neither by what can lead to the failure, nor by
  /// what goes on beside it.
  constexpr bool never_ends_before(rule_id i, event_id failure) {
    auto const until = m_->rules[i].until;
    if (!until) return true;
    // Nobody reports what happens to the order.
    auto const kind = m_->events[until].kind;
    if (is_of_order(m_->events[cause_of(*m_, until)].kind))
      return kind != event_kind::ordered && kind != event_kind::cancel_requested;
    if (cause_of(*m_, until) == failure) return false;
    if (ended_.size() == 0) find_ended(), find_what_waits();
    auto const k = place_[i.index()];
    if ((ended_[k / most_questions * m_->events.size() + failure.index()] & question(k)) != 0)
      return false;
    if (!analysis_->goes_on(m_->parts.size())) return false;
    auto ends = false;
    analysis_->certain().for_each_meant(cause_of(*m_, until), [&](event_id e) {
      ends = ends || (m_->events[e].kind != event_kind::possession &&
                      may_come_beside(e, failure, is_request(i)) && !is_over_by(e, i, failure));
    });
    return !ends;
  }
  /// The failure counts only until then, or until a time before that, and the rule is on it.
  constexpr bool is_over_by(event_id e, rule_id i, event_id failure) const {
    auto const end = m_->events[failure].until;
    if (!end || m_->rules[i].on != failure) return false;
    return e == end || (!m_->events[end].subject && is_later_time_out(*m_, e, end));
  }
  /// True when the event may have happened by the failure though it does not lead there, or, where
  /// she has to ask, by her request.
  constexpr bool may_come_beside(event_id e, event_id failure, bool she_asks) {
    auto const& order = analysis_->plan().order;
    auto const kind = m_->events[e].kind;
    auto const part = m_->events[failure].of, p = m_->events[e].of;
    // A unit has one result, and what comes before a part is performed when that begins.
    auto const is_result = kind == event_kind::completed || kind == event_kind::failed;
    if (is_result && (p == part || order.leads(p, part))) return false;
    // What comes later waits until the part is performed.
    if (p != part && order.leads(part, p) && waits_for_its_turn_[e.index()] &&
        !comes_when_done_[failure.index()])
      return false;
    return she_asks || !analysis_->happened().is_sure_before(failure, e);
  }
  constexpr void find_what_waits() {
    auto& happened = analysis_->happened();
    for (auto e : m_->events.ids()) waits_for_its_turn_[e.index()] = true;
    for (auto const& t : m_->transitions) {
      if (t.from == ordering) continue;
      auto const of = m_->events[t.to].of;
      if (is_of_order(m_->events[t.from].kind) || m_->events[t.from].of != of)
        waits_for_its_turn_[t.to.index()] = false;
      if (!is_failure(m_->events[t.to].kind) || is_of_order(m_->events[t.from].kind)) continue;
      auto const done = happened.completion_of(of);
      analysis_->certain().for_each_meant(cause_of(*m_, t.from), [&](event_id x) {
        if (done && happened.is_sure_before(done, x)) comes_when_done_[t.to.index()] = true;
      });
    }
  }

  /// Finds the events that can follow the end of each rule that ends.
  constexpr void find_ended() {
    scratch<rule_id> ending{m_->rules.size(), unset{}};
    std::size_t count = 0;
    for (auto i : m_->rules.ids())
      if (m_->rules[i].until) place_[i.index()] = count, ending[count++] = i;
    scopes const walk{*m_, analysis_->graph()};
    auto const events = m_->events.size();
    for (std::size_t begin = 0; begin < count; begin += most_questions) {
      scratch<questions> after{analysis_->graph().size()};
      for (auto k = begin; k < count && k < begin + most_questions; ++k)
        walk.for_each_meant(cause_of(*m_, m_->rules[ending[k]].until),
                            [&](std::size_t n) { after[n] |= question(k); });
      walk.walk().spread(after, [](std::size_t) { return ~questions{0}; });
      for (std::size_t e = 0; e < events; ++e) ended_.push_back(after[e]);
    }
  }

  Analysis* analysis_;
  model_view const* m_;
  counted_failures counted_;
  rows_by<event_id, rule_id> on_;  // of each failure, those on it and on its report
  growing<rule_id> requests_, on_time_outs_;
  rows_by_pair<event_id, event_id, rule_id>
      on_since_;                   // and by where they begin; requests: `ordering`
  scratch<std::size_t> place_;     // of each rule among those that end
  flags waits_for_its_turn_;       // of each event: its part is due before it
  flags comes_when_done_;          // of each failure: when its part is performed, too
  growing<questions> ended_;       // of every event, which are over; 64 of them after the other
  growing<event_id> open_;         // where what answers it ends
  scratch<std::uint32_t> opened_;  // of each event, in which round it was put there
  scratch<some_rules> listed_;     // of each failure, in `lists_`
  growing<rule_id> lists_;
  std::uint32_t round_ = 0;
};

class model_analysis;
using answered_failures = basic_answered_failures<model_analysis>;

}  // namespace lupaus::inline v0::detail
