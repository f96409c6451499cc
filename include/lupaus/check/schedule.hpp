// SPDX-License-Identifier: BSL-1.0
//
// When each part begins and ends at contracted times, what is critical, and how much slack the rest
// has: the slack ledger of a promise. (Critical path method: Kelley and Walker 1959.)
#pragma once

#include "lupaus/check/timing.hpp"
#include "lupaus/model/scratch.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

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
  /// O(parts · precedences).
  constexpr explicit schedule(model_view const& m) : m_{&m}, times_{m.parts.size()} {
    detail::flags done{m.parts.size()};
    auto known = true;
    detail::contracted_times const contracted{m};
    forward(contracted, done, known);
    for (auto p : m.parts.ids())
      if (is_leaf(m.parts[p])) {
        if (!done[p.index()]) times_[p.index()] = {}, known = false;
        if (times_[p.index()].ends.is_known &&
            (!last_ || is_later(times_[p.index()].ends, times_[last_.index()].ends)))
          last_ = p;
      }
    total_ = known && last_ ? times_[last_.index()].ends : known_time::unknown();
    if (total_.is_known) backward();
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

  constexpr void forward(detail::contracted_times const& contracted, detail::flags& done,
                         bool& known) {
    for (bool news = true; news;) {
      news = false;
      for (auto p : m_->parts.ids()) {
        if (!is_leaf(m_->parts[p]) || done[p.index()]) continue;
        auto ready = true;
        auto begins = known_time::of({});
        for (auto const& x : m_->precedences)
          if (x.after == p) {
            ready = ready && done[x.before.index()];
            begins = longer(begins, times_[x.before.index()].ends);
          }
        if (!ready) continue;
        auto& t = times_[p.index()];
        t.begins = begins;
        t.ends = contracted.end_of_part(p, begins, [&](part_id earlier) {
          if (!earlier) return known_time::of({});  // the order
          return done[earlier.index()] && detail::is_before(*m_, earlier, p)
                     ? times_[earlier.index()].ends
                     : known_time::unknown();
        });
        known = known && t.ends.is_known;
        done[p.index()] = news = true;
      }
    }
  }

  // Latest ends, from the end of the whole back, by the clock.
  constexpr void backward() {
    auto const whole_ends = worst_case(total_.length);
    detail::flags done{m_->parts.size()};
    detail::scratch<seconds_t> latest{m_->parts.size(), whole_ends};
    for (bool news = true; news;) {
      news = false;
      for (auto p : m_->parts.ids()) {
        if (!is_leaf(m_->parts[p]) || done[p.index()]) continue;
        auto ready = true;
        auto must_end = whole_ends;
        for (auto const& x : m_->precedences)
          if (x.before == p) {
            auto const& next = times_[x.after.index()];
            auto const takes = worst_case(next.ends.length) - worst_case(next.begins.length);
            auto const by = latest[x.after.index()] - takes;
            ready = ready && done[x.after.index()];
            must_end = by < must_end ? by : must_end;
          }
        if (!ready) continue;
        latest[p.index()] = must_end;
        auto& t = times_[p.index()];
        t.slack = must_end - worst_case(t.ends.length);
        t.is_critical = t.slack == 0;
        done[p.index()] = news = true;
      }
    }
  }

  model_view const* m_;
  detail::scratch<part_times, 64> times_;
  known_time total_;
  part_id last_;
};

}  // namespace lupaus::inline v0
