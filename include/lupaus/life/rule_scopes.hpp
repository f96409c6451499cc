// SPDX-License-Identifier: BSL-1.0
//
// In which situations rules, presumptions and risks apply, for 64 of them at a time.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/parallel_search.hpp"
#include "lupaus/life/situations.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// From when to when something applies, as of a rule.
struct stretch {
  event_id since = {};  ///< none: from the order on
  event_id until = {};  ///< none: for ever
  bool is_asked = true;
};

/// Walks the situations for many questions at once. O(events + parts + steps) to make.
class scopes {
 public:
  constexpr scopes(model_view const& m, situations const& s)
      : m_{&m},
        s_{&s},
        walk_{s.size(),
              [&](auto&& f) {
                for (std::size_t v = 0; v < s.size(); ++v)
                  s.for_each_next(v, [&](std::size_t w) { f(v, w); });
              },
              s.work()},
        hand_over_{m.parts.size(), [&](auto&& f) {
                     for (auto e : m.events.ids())
                       if (m.events[e].good && m.events[e].holder == m.customer)
                         f(m.events[e].good, e);
                   }} {}

  constexpr situations const& graph() const { return *s_; }
  constexpr sweep const& walk() const { return walk_; }
  /// The events by which the good goes to the customer.
  constexpr some_rows<event_id> handing_over(part_id good) const { return hand_over_[good]; }

  /// Calls `f(node)` for the events that are what `reference` means.
  template <class F>
  constexpr void for_each_meant(event_id reference, F&& f) const {
    f(s_->of(reference));
    auto const& e = m_->events[reference];
    if (e.kind != event_kind::possession || !e.good) return;
    for (auto const x : hand_over_[e.good])
      if (x != reference) f(s_->of(x));
  }

  /// Marks, for each of up to 64 questions, the situations in which it applies: as
  /// `situations::find_scope`. `stretch_of(i)` is the i-th's; nothing is marked yet. O(questions +
  /// nodes + steps), as a walk.
  template <class StretchOf>
  constexpr void find(std::size_t count, StretchOf&& stretch_of,
                      scratch<questions>& covered) const {
    scratch<questions> over{s_->size()};  // where it is over
    questions from_order = 0;
    for (std::size_t i = 0; i < count; ++i) {
      stretch const x = stretch_of(i);
      if (!x.is_asked) continue;
      if (x.until) for_each_meant(x.until, [&](std::size_t n) { over[n] |= question(i); });
      if (x.since)
        for_each_meant(x.since, [&](std::size_t n) { covered[n] |= question(i) & ~over[n]; });
      else
        from_order |= question(i);
    }
    covered[s_->of(ordering)] |= from_order & ~over[s_->of(ordering)];
    walk_.spread(covered, [&](std::size_t n) { return ~over[n]; });
  }

 private:
  model_view const* m_;
  situations const* s_;
  sweep walk_;
  rows_by<part_id, event_id> hand_over_;
};

}  // namespace lupaus::inline v0::detail
