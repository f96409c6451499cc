// SPDX-License-Identifier: BSL-1.0
//
// When each part begins and ends at contracted times, what is critical, and how much slack the rest
// has: the slack ledger of a promise. (Critical path method: Kelley and Walker 1959.)
#pragma once

#include "lupaus/check/analysis/critical_path.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0 {

/// The times of one leaf part, counted from the order at contracted times.
struct part_times {
  known_time begins = {};
  known_time ends = {};
  /// How much longer the part may take before the whole is later, by the clock at worst.
  seconds_t slack = 0;
  bool is_critical = false;
};

/// The schedule of a promise. Times are unknown where a performer has contracted none, and for
/// parts in an impossible order.
class schedule {
 public:
  /// O(parts + precedences), and a walk for every deadline counted from an earlier part.
  constexpr explicit schedule(model_view const& m) : times_{m.parts.size()} {
    detail::flags leaves{m.parts.size()};
    detail::find_what_is_bought(m, leaves);
    detail::work_plan const plan{m};
    detail::finish_times const ends{plan, leaves};
    auto all_known = true;
    for (auto p : m.parts.ids()) {
      if (!leaves[p.index()]) continue;
      all_known = all_known && ends[p].is_known;
      if (!ends.is_endless(p)) times_[p.index()] = {ends.begin_of(p), ends[p]};
      if (ends[p].is_known && (!last_ || is_later(ends[p], ends[last_]))) last_ = p;
    }
    if (!all_known || !last_) return;
    total_ = ends[last_];
    detail::scratch<seconds_t> rest{m.parts.size()};
    ends.find_rest(plan.order, leaves, rest);
    for (auto p : m.parts.ids()) {
      if (!leaves[p.index()]) continue;
      auto& t = times_[p.index()];
      t.slack = worst_case(total_.length) - worst_case(t.ends.length) - rest[p.index()];
      t.is_critical = t.slack == 0;
    }
  }

  /// From the order to the end of the last part; unknown when the time of any part is.
  constexpr known_time critical_path() const { return total_; }
  /// The part that ends it; none when no time is known.
  constexpr part_id last() const { return last_; }
  constexpr part_times const& operator[](part_id p) const { return times_[p.index()]; }

 private:
  static constexpr bool is_later(known_time a, known_time b) {
    return worst_case(a.length) > worst_case(b.length);
  }

  detail::scratch<part_times, 64> times_;
  known_time total_;
  part_id last_;
};

}  // namespace lupaus::inline v0
