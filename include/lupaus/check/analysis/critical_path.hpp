// SPDX-License-Identifier: BSL-1.0
//
// When the parts of a promise end, one after the other, at contracted times.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/detail/sparse_set.hpp"
#include "lupaus/life/contracted_times.hpp"
#include "lupaus/life/leaf_parts.hpp"
#include "lupaus/life/part_order.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0 {

namespace detail {

/// How long the parts of a model take, and what comes after what: found once, for all paths.
struct work_plan {
  constexpr explicit work_plan(model_view const& m) : work_plan{m, leaves_within(m)} {}
  /// `leaves` are the leaf parts within each part.
  constexpr work_plan(model_view const& m, rows_by<part_id, part_id> const& leaves)
      : contracted{m, leaves}, order{m} {}

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
/// that is counted from an earlier part that is not right before.
class finish_times {
 public:
  // Member templates first, because clang 14 can evaluate only those that it has seen.

  /// Finds the times of these parts anew, in the time of what they are; until the next time, only
  /// they may be asked for. A part cannot begin before `earliest(part)`.
  template <class Earliest>
  constexpr void find(work_plan const& plan, sparse_set const& inside, clock_start from,
                      Earliest const& earliest) {
    count_ = 0;
    auto const for_each_next = [&](part_id p, auto&& f) {
      plan.order.for_each_next(p, [&](part_id next) {
        if (inside.contains(next.index())) f(next);
      });
    };
    for (auto const p : inside) {
      begins_[p] = earliest(part_id{p});
      ends_[p] = known_time::unknown();
      is_endless_[p] = true;
      waits_[p] = 0;
    }
    for (auto const p : inside)
      for_each_next(part_id{p}, [&](part_id next) { ++waits_[next.index()]; });
    for (auto const p : inside)
      if (waits_[p] == 0) sorted_[count_++] = part_id{p};
    for (std::size_t i = 0; i < count_; ++i) {
      auto const p = sorted_[i];
      is_endless_[p.index()] = false;
      auto& ends = ends_[p.index()];
      ends = plan.contracted.end_of_part(p, begin_of(p), [&](part_id earlier) {
        if (!earlier) return from.is_order ? known_time::of({}) : known_time::unknown();
        if (earlier == from.end_of) return known_time::of({});
        return inside.contains(earlier.index()) && plan.order.leads(earlier, p)
                   ? ends_[earlier.index()]
                   : known_time::unknown();
      });
      for_each_next(p, [&](part_id next) {
        begins_[next.index()] = longer(begins_[next.index()], ends);
        if (--waits_[next.index()] == 0) sorted_[count_++] = next;
      });
    }
  }
  constexpr void find(work_plan const& plan, sparse_set const& inside, clock_start from) {
    find(plan, inside, from, [](part_id) { return known_time::of({}); });
  }

  /// Where a part cannot begin before `earliest(part)`, whatever the marked ones take.
  template <class Earliest>
  constexpr finish_times(work_plan const& plan, flags const& inside, clock_start from,
                         Earliest&& earliest)
      : finish_times{inside.size()} {
    sparse_set marked{inside.size()};
    for (std::size_t p = 0; p < inside.size(); ++p)
      if (inside[p]) marked.insert(p);
    find(plan, marked, from, earliest);
  }
  constexpr finish_times(work_plan const& plan, flags const& inside, clock_start from = {})
      : finish_times{plan, inside, from, [](part_id) { return known_time::of({}); }} {}

  /// For as many parts; nothing is found before `find`.
  constexpr explicit finish_times(std::size_t parts)
      : begins_{parts, unset{}},
        ends_{parts, unset{}},
        is_endless_{parts, unset{}},
        sorted_{parts, unset{}},
        waits_{parts, unset{}} {}

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
  scratch<part_id> sorted_;     // those that end, earlier before later
  scratch<std::size_t> waits_;  // of each part, for how many others
  std::size_t count_ = 0;
};

/// The time it takes to do a part again and, after it, everything up to another part: a machine is
/// replaced, and has to be delivered again. Where nothing leads from one to the other, the part
/// alone. O(parts · depth + precedences) to make; a question, in the time of what comes after the
/// part and can come before the other.
class repetition {
 public:
  /// What it is given must outlive this: the plan, what comes before what, and the leaf parts
  /// within each part.
  constexpr repetition(model_view const& m, work_plan const& plan, part_order const& earlier,
                       rows_by<part_id, part_id> const& leaves)
      : plan_{&plan},
        earlier_{&earlier},
        leaves_{&leaves},
        follows_{m.parts.size()},
        between_{m.parts.size()},
        ends_{m.parts.size()} {}

  constexpr known_time operator()(part_id object, part_id up_to) {
    clock_start const again{};  // what counts from the order counts from the remedy
    auto const& order = plan_->order;
    mark_leaves(follows_, object);
    order.spread(follows_, [&](part_id p) { return p == up_to || order.may_lead(p, up_to); });
    if (follows_.contains(up_to.index())) {
      between_.clear();
      between_.insert(up_to.index());
      earlier_->spread(between_, [&](part_id p) { return follows_.contains(p.index()); });
      ends_.find(*plan_, between_, again);
      return ends_[up_to];
    }
    mark_leaves(between_, object);
    ends_.find(*plan_, between_, again);
    auto longest = known_time::of({});
    for (auto const p : between_) longest = longer(longest, ends_[part_id{p}]);
    return longest;
  }

 private:
  constexpr void mark_leaves(sparse_set& marked, part_id object) const {
    marked.clear();
    for (auto const p : (*leaves_)[object]) marked.insert(p.index());
  }

  work_plan const* plan_;
  part_order const* earlier_;
  rows_by<part_id, part_id> const* leaves_;
  sparse_set follows_, between_;
  finish_times ends_;
};

}  // namespace detail

/// The time of a `repetition`, for a single question.
constexpr known_time time_again(model_view const& m, part_id object, part_id up_to) {
  auto const leaves = detail::leaves_within(m);
  detail::work_plan const plan{m, leaves};
  detail::part_order const earlier{m, detail::towards::earlier};
  return detail::repetition{m, plan, earlier, leaves}(object, up_to);
}

}  // namespace lupaus::inline v0
