// SPDX-License-Identifier: BSL-1.0
//
// What an event leads to in the life of its part.
#pragma once

#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/detail/sparse_set.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// What events lead to in the lives of their parts without a failure. O(events) to make.
class ahead_in_life {
  // First in the class, because clang 14 can evaluate only the member templates that it has seen.
  template <class F>
  constexpr void spread(event_id e, sparse_set& seen, F const& f) const {
    auto const first = seen.size();
    seen.insert(e.index());
    for (auto i = first; i < seen.size(); ++i)
      s_->for_each_next(seen[i], [&](situations::node n) {
        if (n < m_->events.size() && m_->events[event_id{n}].of == m_->events[e].of &&
            !is_failure(m_->events[event_id{n}].kind) && seen.insert(n))
          f(event_id{n});
      });
    s_->goes_on(1 + seen.size() - first);
  }

 public:
  /// What it is given must outlive this.
  constexpr ahead_in_life(model_view const& m, situations const& s)
      : m_{&m}, s_{&s}, all_{m.events.size()}, told_{m.events.size()}, listed_{m.events.size()} {}

  /// Calls `f(event)` for each, directly or not, for which `is_asked(event)`, which is always the
  /// same. They are listed when they are first asked for, as long as there is room.
  template <class Is, class F>
  constexpr void for_each(event_id e, Is const& is_asked, F const& f) {
    auto const tell = [&](event_id later) {
      if (is_asked(later)) f(later);
    };
    auto& of = listed_[e.index()];
    if (!of.is_known) {
      all_.clear();
      if (lists_.size() > most_listed) return spread(e, all_, tell);
      of = {lists_.size(), 0, true};
      spread(e, all_, [&](event_id later) {
        if (is_asked(later)) lists_.push_back(later);
      });
      of.end = lists_.size();
    }
    s_->goes_on(1 + of.end - of.begin);
    for (auto i = of.begin; i < of.end; ++i) f(event_id{lists_[i]});
  }
  /// Calls `f(event)` for those that were not told since the last `forget`, of no event.
  template <class F>
  constexpr void for_each_new(event_id e, F const& f) {
    spread(e, told_, f);
  }
  constexpr void forget() { told_.clear(); }

 private:
  static constexpr std::size_t most_listed = std::size_t{1} << 20;

  struct some_events {
    std::size_t begin = 0, end = 0;
    bool is_known = false;
  };

  model_view const* m_;
  situations const* s_;
  sparse_set all_, told_;
  scratch<some_events> listed_;  // of each event, in `lists_`
  growing<event_id> lists_;
};

}  // namespace lupaus::inline v0::detail
