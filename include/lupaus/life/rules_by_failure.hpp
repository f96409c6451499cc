// SPDX-License-Identifier: BSL-1.0
//
// Which rules are for which failure, for all failures at once; and how often failures come, as far
// as rules count them.
#pragma once

#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/life/part_order.hpp"
#include "lupaus/life/rule_scopes.hpp"
#include "lupaus/life/service_recovery.hpp"
#include "lupaus/life/situations.hpp"

#include <bit>
#include <cstddef>

namespace lupaus::inline v0::detail {

/// How often failures come, as far as rules count them. The model and the order must outlive it.
class counted_failures {
 public:
  constexpr counted_failures(model_view const& m, part_order const& order)
      : m_{&m}, order_{&order} {}

  /// How often it may come, as far as some rule of those on it counts it: the last time stands for
  /// all that come after. 1 where none does. O(such rules), and where one does, O(rules +
  /// transitions). `work`: it is asked whether that may be done.
  template <class Work>
  constexpr std::size_t times(event_id failure, some_rows<rule_id> on, Work& work) const {
    std::size_t most = 1, n = 1;
    for (auto const i : on)
      if (auto const x = counts_to(m_->rules[i]); x > most) most = x;
    while (n < most && work.goes_on(m_->rules.size() + m_->transitions.size()) &&
           may_come_after(failure, n))
      ++n;
    return n;
  }

 private:
  /// It may come once more after the n-th time: its part is begun anew, or it is found again (E3).
  constexpr bool may_come_after(event_id failure, std::size_t n) const {
    auto const may_stay = stays_open_to(failure);
    for (auto const& r : m_->rules) {
      if (!begins_anew(*m_, r) || !renews(r, m_->events[failure].of)) continue;
      auto const on = cause_of(*m_, r.on);
      if (on == failure ? is_for_unit(r, n) : may_stay || comes_besides(on, failure)) return true;
    }
    for (auto const& t : m_->transitions)
      if (t.from == failure) return true;
    return false;
  }
  /// It is for the n-th time that a unit fails; or begins all units anew when another fails, which
  /// may have failed less often.
  constexpr bool is_for_unit(rule const& r, std::size_t n) const {
    auto const has_units = m_->parts[m_->events[cause_of(*m_, r.on)].of].quantity > 1;
    return has_units ? r.from_time <= n : is_for_time(r, n);
  }
  /// R2: what the rule begins anew with, what has failed, and what follows the first.
  constexpr bool renews(rule const& r, part_id p) const {
    auto const& on = m_->events[cause_of(*m_, r.on)];
    auto const failed = is_failure(on.kind) ? on.of : part_id{};
    auto const is_named = r.object && is_leaf(m_->parts[r.object]);
    if (!failed && !is_named) return true;  // it is for any part
    auto const again = r.action == action_kind::perform_again;
    auto const object = failed ? object_of_remedy(*m_, r.object, again, failed) : r.object;
    return p == failed || p == object || order_->leads(object, p);
  }
  /// What a remedy is on can come while the failure stands: she may ask at any time, and time
  /// passes; another failure, where it waits for no other part, or may show later.
  constexpr bool comes_besides(event_id on, event_id failure) const {
    if (!is_failure(m_->events[on].kind) || stays_open_to(on)) return true;
    auto const p = m_->events[on].of, q = m_->events[failure].of;
    return p != q && !order_->leads(p, q) && !order_->leads(q, p);
  }
  /// It hinders nothing, or may come when its part is done or has failed already.
  constexpr bool stays_open_to(event_id failure) const {
    auto const& e = m_->events[failure];
    auto is = e.kind == event_kind::late;
    for (auto const& t : m_->transitions)
      if (t.to == failure && t.from && t.from != ordering)
        is = is || m_->events[t.from].kind != event_kind::started || m_->events[t.from].of != e.of;
    return is;
  }

  model_view const* m_;
  part_order const* order_;
};

/// The rules for each failure: those that fire on it, on the report of it, or on a request for
/// replacement made when it has happened. O(events + rules) to make, and for every 64 rules on
/// such requests a walk of the situations and a word a failure.
class rules_for {
 public:
  constexpr explicit rules_for(model_view const& m, work_budget* work = nullptr)
      : m_{&m},
        on_{m.events.size(),
            [&](auto&& f) {
              for (auto i : m.rules.ids()) {
                auto const& on = m.events[m.rules[i].on];
                f(on.kind == event_kind::reported ? on.subject : m.rules[i].on, i);
              }
            }},
        place_{m.events.size()} {
    for (auto i : m.rules.ids())
      if (is_on_request(m.rules[i])) requests_.push_back(i);
    if (requests_.size() > 0) find_requests(situations{m, work});
  }

  /// The first of them, in the order of the rules, for which `is(id)`; none when there is none.
  template <class Is>
  constexpr rule_id find(event_id failure, Is&& is) const {
    auto on = on_[failure].begin();
    auto const end = on_[failure].end();
    for (std::size_t begin = 0; begin < requests_.size(); begin += most_questions)
      for (auto made = made_when(begin, failure); made != 0; made &= made - 1) {
        auto const i = requests_[begin + static_cast<std::size_t>(std::countr_zero(made))];
        for (; on != end && *on < i; ++on)
          if (is(*on)) return *on;
        if (is(i)) return i;
      }
    for (; on != end; ++on)
      if (is(*on)) return *on;
    return {};
  }

 private:
  /// A request for what puts a failure right, from some event on.
  constexpr bool is_on_request(rule const& r) const {
    return m_->events[r.on].kind == event_kind::replacement_requested && r.since &&
           r.since != ordering && r.action != action_kind::refuse &&
           r.action != action_kind::accept;
  }
  constexpr questions made_when(std::size_t begin, event_id failure) const {
    return made_when_[begin / most_questions * failures_ + place_[failure.index()]];
  }

  constexpr void find_requests(situations const& s) {
    for (auto e : m_->events.ids())
      if (is_failure(m_->events[e].kind)) place_[e.index()] = failures_++;
    scopes const walk{*m_, s};
    for (std::size_t begin = 0; begin < requests_.size(); begin += most_questions) {
      auto const rest = requests_.size() - begin;
      scratch<questions> covered{s.size()};
      walk.find(
          rest < most_questions ? rest : most_questions,
          [&](std::size_t i) {
            auto const& r = m_->rules[requests_[begin + i]];
            return stretch{r.since, r.until};
          },
          covered);
      for (auto e : m_->events.ids())
        if (is_failure(m_->events[e].kind)) made_when_.push_back(covered[s.of(e)]);
    }
  }

  model_view const* m_;
  rows_by<event_id, rule_id> on_;
  growing<rule_id> requests_;
  scratch<std::size_t> place_;  // of each failure among the failures
  std::size_t failures_ = 0;
  growing<questions> made_when_;  // of every failure, the requests; 64 of them after the other
};

}  // namespace lupaus::inline v0::detail
