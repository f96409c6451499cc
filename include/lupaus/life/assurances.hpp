// SPDX-License-Identifier: BSL-1.0
//
// Which events somebody is committed to bring about, and within what time.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/sparse_set.hpp"
#include "lupaus/life/contracted_times.hpp"
#include "lupaus/life/precedes.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0 {

/// True when the commitment is to bring that event about.
constexpr bool brings_about(model_view const& m, commitment const& c, event_id e) {
  if (c.overrides) return false;
  if (c.brings_about) return is_meant(m, c.brings_about, e) || is_meant(m, e, c.brings_about);
  auto const& x = m.events[e];
  if (x.kind == event_kind::possession) {
    for (auto done : m.events.ids())
      if (m.events[done].kind == event_kind::completed && is_meant(m, done, e) &&
          is_within(m, m.events[done].of, c.about))
        return true;
    return false;
  }
  return x.kind == event_kind::completed && is_within(m, x.of, c.about);
}

/// Whether an event is assured, and within what time; unknown where the bound is a date.
struct assurance {
  bool is_assured = false;
  known_time within = {};
};

/// Whether committed parties bring an event about within a bound, once another has happened: some
/// deadline for it is counted from what is past, or from what is itself assured. What the customer
/// does herself needs no bound: it is hers when to do it, and nobody else takes any time. The least
/// fixpoint: what waits for itself is not assured. Only what the event may hang on is looked at.
///
/// O(elements + situations) to make. A question takes the time of what the event may hang on, and
/// rounds of it where that runs in rings.
class assurances {
  // First in the class, because clang 14 can evaluate only the member templates that it has seen.

  /// Calls `f(commitment)` for the deadlines by which somebody is to bring the event about: those
  /// for which `brings_about` holds.
  template <class F>
  constexpr void for_each_deadline(event_id e, F const& f) const {
    auto const tell = [&](auto const& ids) {
      for (auto const i : ids) f(m_->commitments[i]);
    };
    auto const of_part = [&](part_id p) {
      for (; p; p = m_->parts[p].within) tell(due_for_part_[p]);
    };
    auto const& x = m_->events[e];
    tell(due_for_event_[e]);
    if (x.kind == event_kind::completed) of_part(x.of);
    if (!x.good) return;
    if (x.kind == event_kind::possession)
      certain_->for_each_meant(e, [&](event_id by) {
        if (by != e) tell(due_for_event_[by]);
        if (m_->events[by].kind == event_kind::completed) of_part(m_->events[by].of);
      });
    else if (x.holder == m_->customer)
      for (auto const meant : possessions_[x.good]) tell(due_for_event_[meant]);
  }

 public:
  /// What it is given must outlive this.
  constexpr assurances(model_view const& m, situations const& s, detail::certainty& certain)
      : m_{&m},
        s_{&s},
        certain_{&certain},
        due_for_part_{m.parts.size(),
                      [&](auto&& f) {
                        for (auto i : m.commitments.ids())
                          if (auto const& c = m.commitments[i]; is_deadline(c) && !c.brings_about)
                            f(c.about, i);
                      }},
        due_for_event_{m.events.size(),
                       [&](auto&& f) {
                         for (auto i : m.commitments.ids())
                           if (auto const& c = m.commitments[i]; is_deadline(c) && c.brings_about)
                             f(c.brings_about, i);
                       }},
        able_{m.parts.size(),
              [&](auto&& f) {
                for (auto i : m.abilities.ids()) f(m.abilities[i].what, i);
              }},
        told_{m.events.size(),
              [&](auto&& f) {
                for (auto i : m.notices.ids())
                  if (is_sellers(m, m.notices[i].to)) f(m.notices[i].of, i);
              }},
        hers_{m.events.size(),
              [&](auto&& f) {
                for (auto const& t : m.transitions)
                  if (t.by == m.customer && t.from != ordering &&
                      m.events[t.to].kind == event_kind::step)
                    f(t.to, t.from);
              }},
        possessions_{m.parts.size(),
                     [&](auto&& f) {
                       for (auto e : m.events.ids())
                         if (auto const& x = m.events[e];
                             x.kind == event_kind::possession && x.good)
                           f(x.good, e);
                     }},
        known_{m.events.size()},
        asked_{m.events.size()},
        open_{m.events.size()} {}

  /// Whether `wanted` is assured once `now` has happened.
  constexpr assurance of(event_id wanted, event_id now) {
    asked_.clear();
    open_count_ = 0;
    ask(wanted, now);
    for (std::size_t i = 0; i < open_count_; ++i) {
      for_each_deadline(open_[i], [&](commitment const& c) {
        ask(anchor_of(c), now);
        if (c.antecedent) ask(c.antecedent, now);
      });
      auto const& e = m_->events[open_[i]];
      if (e.kind == event_kind::reported) ask(e.subject, now);
      for (auto const from : hers_[open_[i]]) ask(from, now);
    }
    for (auto news = open_count_ > 0; news;) {
      news = false;
      for (std::size_t i = open_count_; i-- > 0;)  // what others hang on was asked for after them
        news = improve(open_[i]) || news;
    }
    return known_[wanted.index()];
  }

 private:
  static constexpr bool is_deadline(commitment const& c) {
    return c.consequent.quality == &quality_of<deadline> && !c.overrides;
  }
  static constexpr event_id anchor_of(commitment const& c) {
    return c.consequent.anchor ? c.consequent.anchor : ordering;
  }

  constexpr void ask(event_id e, event_id now) {
    if (!asked_.insert(e.index())) return;
    auto& known = known_[e.index()];
    known = {is_past(e, now), known_time::of({})};
    if (!known.is_assured) open_[open_count_++] = e;
  }

  /// Offers the event what is known by now; true when that says more than before.
  constexpr bool improve(event_id e) {
    auto& known = known_[e.index()];
    auto is_better = false;
    auto const offer = [&](assurance start, known_time takes) {
      if (!start.is_assured) return;
      auto const total = start.within + takes;
      auto const is_sooner =
          total.is_known &&
          (!known.within.is_known || worst_case(total.length) < worst_case(known.within.length));
      if (known.is_assured && !is_sooner) return;
      known = {true, total};
      is_better = true;
    };
    for_each_deadline(e, [&](commitment const& c) {
      auto start = known_[anchor_of(c).index()];
      if (c.antecedent) {
        auto const& condition = known_[c.antecedent.index()];
        start = {start.is_assured && condition.is_assured, longer(start.within, condition.within)};
      }
      offer(start, time_of(c.consequent.limit));
    });
    auto const& x = m_->events[e];
    if (x.kind == event_kind::completed)
      for (auto const i : able_[x.of])
        offer({true, known_time::of({})}, time_of(m_->abilities[i].lead_time));
    for (auto const from : hers_[e]) offer(known_[from.index()], known_time::of({}));
    if (x.kind == event_kind::reported)
      for (auto const i : told_[x.subject])
        offer(known_[x.subject.index()], time_of(m_->notices[i].within));
    return is_better;
  }

  /// True when the event is sure to have happened once `now` has. Only what a deadline counts from
  /// is asked; `now` itself, and what it reports, always has.
  constexpr bool is_past(event_id e, event_id now) {
    if (!e || e == ordering || e == now) return true;
    auto const happened = s_->cause_of(now);
    if (e == happened) return true;
    if (is_of_order(m_->events[e].kind) || is_of_order(m_->events[happened].kind)) return false;
    auto is_sure = true;  // whichever way that came about
    certain_->for_each_meant(
        happened, [&](event_id by) { is_sure = is_sure && certain_->is_certain_before(e, by); });
    return is_sure;
  }

  model_view const* m_;
  situations const* s_;
  detail::certainty* certain_;
  detail::rows_by<part_id, commitment_id> due_for_part_;
  detail::rows_by<event_id, commitment_id> due_for_event_;
  detail::rows_by<part_id, ability_id> able_;
  detail::rows_by<event_id, notice_id> told_;
  detail::rows_by<event_id, event_id> hers_;        // what her own steps follow
  detail::rows_by<part_id, event_id> possessions_;  // of each good
  detail::scratch<assurance> known_;                // of what is asked for
  detail::sparse_set asked_;
  detail::scratch<event_id> open_;  // of it, what is not past
  std::size_t open_count_ = 0;
};

/// The answer of `assurances` to a single question.
constexpr assurance assurance_of(model_view const& m, situations const& s, event_id wanted,
                                 event_id now) {
  detail::certainty certain{m, s};
  return assurances{m, s, certain}.of(wanted, now);
}
constexpr assurance assurance_of(model_view const& m, event_id wanted, event_id now) {
  return assurance_of(m, situations{m}, wanted, now);
}

}  // namespace lupaus::inline v0
