// SPDX-License-Identifier: BSL-1.0
//
// Who is to bring what about within a time.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/life/dependable/brings_about.hpp"
#include "lupaus/life/precedes.hpp"
#include "lupaus/model/terms/qualities.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0::detail {

/// The deadlines of a model, by what they are for. O(elements) to make.
class deadlines {
 public:
  // First in the class, because clang 14 can evaluate only the member templates that it has seen.

  /// Calls `f(commitment)` for the deadlines by which somebody is to bring the event about: those
  /// for which `brings_about` holds.
  template <class F>
  constexpr void for_each(event_id e, F const& f) const {
    auto const tell = [&](auto const& ids) {
      for (auto const i : ids) f(m_->commitments[i]);
    };
    auto const of_part = [&](part_id p) {
      for (; p; p = outer_of(*m_, p)) tell(due_for_part_[p]);
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

  /// True when there is one.
  constexpr bool has(event_id e) const {
    auto some = false;
    for_each(e, [&](commitment const&) { some = true; });
    return some;
  }

  /// The certainty must outlive this.
  constexpr deadlines(model_view const& m, certainty& certain)
      : m_{&m},
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
        possessions_{m.parts.size(), [&](auto&& f) {
                       for (auto e : m.events.ids())
                         if (auto const& x = m.events[e];
                             x.kind == event_kind::possession && x.good)
                           f(x.good, e);
                     }} {}

 private:
  static constexpr bool is_deadline(commitment const& c) {
    return c.consequent.quality == &quality_of<deadline> && !c.overrides;
  }

  model_view const* m_;
  certainty* certain_;
  rows_by<part_id, commitment_id> due_for_part_;
  rows_by<event_id, commitment_id> due_for_event_;
  rows_by<part_id, event_id> possessions_;  // of each good
};

}  // namespace lupaus::inline v0::detail
