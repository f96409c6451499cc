// SPDX-License-Identifier: BSL-1.0
//
// What is due before each time-out, looked for once: for those who ask again in each situation.
#pragma once

#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/detail/sparse_set.hpp"
#include "lupaus/life/dependable/expected_by.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// The events that `expected_by` finds, each once, whatever they are due after. Kept as they are
/// asked for: O(time-outs · (commitments + events)) for all, and what they are.
class kept_dues {
  // First in the class, because clang 14 can evaluate only the member templates that it has seen.
  struct row {
    std::size_t first = 0, end = 0;
    bool is_known = false;
  };
  using rows = scratch<row>;

  /// Has `find(tell)` tell the events of a row, once.
  template <class Find>
  constexpr row const& kept(row& r, Find const& find) {
    if (r.is_known) return r;
    sparse_set seen{m_->events.size()};
    growing_array<event_id, 32> told;  // for to find it others may be kept
    find([&](event_id e) {
      if (seen.insert(e.index())) told.push_back(e);
    });
    r.first = all_.size();
    for (auto const e : told) all_.push_back(e);
    r.end = all_.size();
    r.is_known = true;
    return r;
  }
  template <class F>
  constexpr void for_each_in(row const& r, F const& f) const {
    for (auto i = r.first; i < r.end; ++i) f(all_[i]);
  }

 public:
  constexpr explicit kept_dues(model_view const& m)
      : m_{&m},
        expected_{m},
        by_{m.events.size()},
        own_{m.events.size()},
        brought_about_{m.commitments.size()} {}

  /// Calls `f(event)`.
  template <class F>
  constexpr void for_each(event_id time_out, F const& f) {
    for_each_in(kept(by_[time_out.index()], [&](auto const& tell) { find(time_out, tell); }), f);
  }

 private:
  template <class F>
  constexpr void find(event_id time_out, F const& tell) {
    for (auto const i : m_->commitments.ids())
      if (expected_.is_bound_in_time(m_->commitments[i], time_out))
        for_each_in(
            kept(brought_about_[i.index()],
                 [&](auto const& f) { expected_.for_each_brought_about(m_->commitments[i], f); }),
            tell);
    for (auto e : m_->events.ids())
      if (e == time_out || is_later_time_out(*m_, time_out, e))
        for_each_in(kept(own_[e.index()],
                         [&](auto const& f) {
                           expected_.for_each_of_its_own(
                               e, [&](expected_event const& x) { f(x.what); });
                         }),
                    tell);
  }

  model_view const* m_;
  expected_by expected_;
  rows by_, own_, brought_about_;  // by time-out, and by commitment
  growing_array<event_id, 64> all_;
};

}  // namespace lupaus::inline v0::detail
