// SPDX-License-Identifier: BSL-1.0
//
// When the parts of a promise end, one after the other, at contracted times.
#pragma once

#include "lupaus/check/part_order.hpp"
#include "lupaus/check/timing.hpp"
#include "lupaus/model/scratch.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0 {

namespace detail {

/// How long the parts of a model take, and what comes after what: found once, for all paths.
struct work_plan {
  constexpr explicit work_plan(model_view const& m) : contracted{m}, order{m} {}

  contracted_times contracted;
  part_order order;
};

/// What time 0 is: the order, unless it is not; or the end of a part, after it.
struct clock_start {
  bool is_order = true;
  part_id end_of = {};
};

/// When each of the marked parts ends at contracted times, counted from when the first of them can
/// begin. What is not marked takes no time. O(parts + precedences), and a walk for every deadline
/// that is counted from an earlier part.
class finish_times {
 public:
  constexpr finish_times(work_plan const& plan, flags const& inside, clock_start from = {})
      : begins_{inside.size(), known_time::of({})},
        ends_{inside.size()},
        is_endless_{inside.size()},
        sorted_{inside.size()} {
    scratch<std::size_t> waits{inside.size()};  // for how many parts
    auto const for_each_next = [&](part_id p, auto&& f) {
      plan.order.for_each_next(p, [&](part_id next) {
        if (inside[next.index()]) f(next);
      });
    };
    for (std::size_t p = 0; p < inside.size(); ++p)
      if (inside[p]) for_each_next(part_id{p}, [&](part_id next) { ++waits[next.index()]; });
    for (std::size_t p = 0; p < inside.size(); ++p) {
      is_endless_[p] = inside[p];
      if (inside[p] && waits[p] == 0) sorted_[count_++] = part_id{p};
    }
    for (std::size_t i = 0; i < count_; ++i) {
      auto const p = sorted_[i];
      is_endless_[p.index()] = false;
      auto& ends = ends_[p.index()];
      ends = plan.contracted.end_of_part(p, begin_of(p), [&](part_id earlier) {
        if (!earlier) return from.is_order ? known_time::of({}) : known_time::unknown();
        if (earlier == from.end_of) return known_time::of({});
        return inside[earlier.index()] && plan.order.leads(earlier, p) ? ends_[earlier.index()]
                                                                       : known_time::unknown();
      });
      for_each_next(p, [&](part_id next) {
        begins_[next.index()] = longer(begins_[next.index()], ends);
        if (--waits[next.index()] == 0) sorted_[count_++] = next;
      });
    }
  }

  constexpr known_time operator[](part_id p) const { return ends_[p.index()]; }
  constexpr known_time begin_of(part_id p) const { return begins_[p.index()]; }
  /// True when the part lies on a cycle of precedence among the marked parts, or after one.
  constexpr bool is_endless(part_id p) const { return is_endless_[p.index()]; }

  /// From when the part can begin to when it ends, by the clock at worst.
  constexpr seconds_t takes(part_id p) const {
    auto const begins = begin_of(p);
    return worst_case(ends_[p.index()].length) - (begins.is_known ? worst_case(begins.length) : 0);
  }
  /// The longest way, by the clock at worst, from the end of each part to the end of one of those
  /// marked; negative where it leads to none of them. O(parts + precedences).
  constexpr void find_rest(part_order const& order, flags const& marked,
                           scratch<seconds_t>& rest) const {
    for (std::size_t p = 0; p < rest.size(); ++p) rest[p] = -1;
    for (auto i = count_; i-- > 0;) {
      auto& longest = rest[sorted_[i].index()];
      if (marked[sorted_[i].index()]) longest = 0;
      order.for_each_next(sorted_[i], [&](part_id next) {
        auto const then = rest[next.index()];
        if (then < 0 || !ends_[next.index()].is_known) return;
        if (then + takes(next) > longest) longest = then + takes(next);
      });
    }
  }

 private:
  scratch<known_time> begins_, ends_;
  flags is_endless_;
  scratch<part_id> sorted_;  // those that end, earlier before later
  std::size_t count_ = 0;
};

}  // namespace detail

/// The time it takes to do a part again and, after it, everything up to another part: a machine is
/// replaced, and has to be delivered again. Where nothing leads from one to the other, the part
/// alone. O(parts + precedences), as `finish_times`.
constexpr known_time time_again(model_view const& m, detail::work_plan const& plan, part_id object,
                                part_id up_to) {
  detail::clock_start const again{false, {}};  // of the order it is too late to count
  detail::flags inside{m.parts.size()}, follows{m.parts.size()};
  for (auto p : m.parts.ids())
    inside[p.index()] = follows[p.index()] = is_leaf(m.parts[p]) && is_within(m, p, object);
  plan.order.spread(follows, [](part_id) { return true; });
  if (follows[up_to.index()]) return detail::finish_times{plan, follows, again}[up_to];
  detail::finish_times const ends{plan, inside, again};
  auto longest = known_time::of({});
  for (auto p : m.parts.ids())
    if (inside[p.index()]) longest = longer(longest, ends[p]);
  return longest;
}
constexpr known_time time_again(model_view const& m, part_id object, part_id up_to) {
  return time_again(m, detail::work_plan{m}, object, up_to);
}

}  // namespace lupaus::inline v0
