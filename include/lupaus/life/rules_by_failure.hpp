// SPDX-License-Identifier: BSL-1.0
//
// Which rules are for which failure, for all failures at once; and how often failures come, as far
// as rules count them.
#pragma once

#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/lazy.hpp"
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
  /// all that come after. 1 where none does. O(such rules); and where one does, once for its part,
  /// O(rules). `work`: it is asked whether that may be done.
  template <class Work>
  constexpr std::size_t times(event_id failure, some_rows<rule_id> on, Work& work) {
    std::size_t most = 1, n = 1;
    for (auto const i : on)
      if (auto const x = counts_to(m_->rules[i]); x > most) most = x;
    if (most == 1) return 1;
    auto& all = causes_.get([&] { return all_causes{*m_}; });
    auto& of_part = all.of[m_->events[failure].of.index()];
    if (!of_part.is_known) {
      if (!work.goes_on(m_->rules.size() + m_->transitions.size())) return 1;
      find_causes(m_->events[failure].of, all);
    }
    auto const comes_anyway =
        all.is_found_again[failure.index()] ||
        (all.stays_open[failure.index()] ? of_part.any : of_part.besides).have_other_than(failure);
    while (n < most && (comes_anyway || is_tried_again(on, n))) ++n;
    return n;
  }

 private:
  /// Two events at most: enough to say whether there is another.
  struct two_events {
    event_id first = {}, second = {};
    constexpr void add(event_id e) {
      if (!first)
        first = e;
      else if (first != e && !second)
        second = e;
    }
    constexpr bool have_other_than(event_id e) const {
      return (first && first != e) || (second && second != e);
    }
  };
  /// What the remedies are on that begin a part anew; and those that can come while it stands
  /// failed.
  struct causes {
    two_events any, besides;
    bool is_known = false;
  };
  struct all_causes {
    // It hinders nothing, or may come when its part is done or has failed already.
    flags stays_open;
    flags is_found_again;  // something leads on from it (E3)
    scratch<causes> of;    // of each part

    constexpr explicit all_causes(model_view const& m)
        : stays_open{m.events.size()}, is_found_again{m.events.size()}, of{m.parts.size()} {
      for (auto e : m.events.ids())
        if (m.events[e].kind == event_kind::late) stays_open[e.index()] = true;
      for (auto const& t : m.transitions) {
        if (!t.from || t.from == ordering) continue;
        is_found_again[t.from.index()] = true;
        auto const& from = m.events[t.from];
        if (from.kind != event_kind::started || from.of != m.events[t.to].of)
          stays_open[t.to.index()] = true;
      }
    }
  };

  constexpr void find_causes(part_id p, all_causes& all) const {
    auto& of = all.of[p.index()];
    of.is_known = true;
    for (auto const& r : m_->rules) {
      if (!begins_anew(*m_, r) || !renews(r, p)) continue;
      auto const on = cause_of(*m_, r.on);
      of.any.add(on);
      if (!is_failure(m_->events[on].kind) || all.stays_open[on.index()] ||
          are_beside(m_->events[on].of, p))
        of.besides.add(on);
    }
  }
  constexpr bool are_beside(part_id p, part_id q) const {
    return p != q && !order_->leads(p, q) && !order_->leads(q, p);
  }
  /// A rule on it begins its part anew after the n-th time that a unit fails; of several units, one
  /// that may have failed less often begins them all anew.
  constexpr bool is_tried_again(some_rows<rule_id> on, std::size_t n) const {
    for (auto const i : on) {
      auto const& r = m_->rules[i];
      auto const has_units = m_->parts[m_->events[cause_of(*m_, r.on)].of].quantity > 1;
      if (begins_anew(*m_, r) && (has_units ? r.from_time <= n : is_for_time(r, n))) return true;
    }
    return false;
  }
  /// R2: what the rule begins anew with, what has failed, and what follows the first. Of R6 the
  /// most: she does not have it.
  constexpr bool renews(rule const& r, part_id p) const {
    auto const& on = m_->events[cause_of(*m_, r.on)];
    auto const failed = is_failure(on.kind) ? on.of : part_id{};
    auto const is_named = r.object && is_leaf(m_->parts[r.object]);
    if (!failed && !is_named) return true;  // it is for any part
    auto const again = r.action == action_kind::perform_again;
    auto const named = r.action == action_kind::reduce_price ? part_id{} : r.object;
    auto const object = failed ? object_of_remedy(*m_, named, again, failed) : r.object;
    // Who asks for another good has a carriage of it begun anew that has failed.
    return p == failed || p == object || (!failed && m_->parts[p].carries == object) ||
           order_->leads(object, p);
  }

  model_view const* m_;
  part_order const* order_;
  lazy<all_causes> causes_;
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
