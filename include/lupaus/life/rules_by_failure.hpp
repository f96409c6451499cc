// SPDX-License-Identifier: BSL-1.0
//
// Which rules are for which failure, for all failures at once.
#pragma once

#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/life/rule_scopes.hpp"
#include "lupaus/life/situations.hpp"

#include <bit>
#include <cstddef>

namespace lupaus::inline v0::detail {

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
