// SPDX-License-Identifier: BSL-1.0
//
// What comes after what: the precedences of a model as a graph that one can walk.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/kept_sets.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/detail/sparse_set.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace lupaus::inline v0::detail {

/// Which way precedences are followed.
enum class towards : std::uint8_t { later, earlier };

/// For every part, what comes right after it (or, towards the earlier, right before). All walks
/// over precedences are made with it. O(parts + precedences) to make.
class part_order {
 public:
  constexpr explicit part_order(model_view const& m, towards way = towards::later)
      : next_{m.parts.size(),
              [&](auto&& f) {
                auto const is_later = way == towards::later;
                for (auto const& x : m.precedences)
                  f(is_later ? x.before : x.after, is_later ? x.after : x.before);
              }},
        rank_{m.parts.size(), endless} {
    find_ranks();
  }
  part_order(part_order const&) = delete;
  part_order& operator=(part_order const&) = delete;
  constexpr ~part_order() {
    if (!std::is_constant_evaluated()) delete asked_.later;
  }

  /// Calls `f(part)` for every part right after `p`.
  template <class F>
  constexpr void for_each_next(part_id p, F&& f) const {
    for (auto const next : next_[p]) f(next);
  }

  /// Marks all that comes after the marked parts, on ways through parts for which `is(part)`.
  /// O(parts + precedences).
  template <class Is>
  constexpr void spread(flags& marked, Is is) const {
    scratch<part_id> open{marked.size(), unset{}};
    std::size_t opened = 0;
    for (std::size_t p = 0; p < marked.size(); ++p)
      if (marked[p]) open[opened++] = part_id{p};
    while (opened > 0)
      for_each_next(open[--opened], [&](part_id next) {
        if (marked[next.index()] || !is(next)) return;
        marked[next.index()] = true;
        open[opened++] = next;
      });
  }
  /// The same, in the time of what is reached.
  template <class Is>
  constexpr void spread(sparse_set& marked, Is is) const {
    for (std::size_t i = 0; i < marked.size(); ++i)
      for_each_next(part_id{marked[i]}, [&](part_id next) {
        if (is(next)) marked.insert(next.index());
      });
  }

  /// Marks the parts that come after `p`, directly or not; never `p` itself, though in an
  /// impossible order it comes after itself. O(parts + precedences).
  constexpr void find_later(part_id p, flags& later) const {
    later[p.index()] = true;
    spread(later, [](part_id) { return true; });
    later[p.index()] = false;
  }

  /// False where no way can lead from the one to the other, as far as their places in a line of all
  /// parts tell. O(1).
  constexpr bool may_lead(part_id from, part_id to) const {
    return rank_[from.index()] < rank_[to.index()] || rank_[to.index()] == endless;
  }
  /// True when a way leads from the one to the other. In the time of what lies between them at
  /// worst; O(parts + precedences) in an impossible order. What comes after a part is kept once
  /// there have been many questions. Not to be asked by two threads at once.
  constexpr bool leads(part_id from, part_id to) const {
    if (from == to || !may_lead(from, to)) return false;
    auto is_next = false;  // as a rule
    for_each_next(from, [&](part_id next) { is_next = is_next || next == to; });
    if (is_next) return true;
    if (!std::is_constant_evaluated() && ++asked_.walks > 4 * rank_.size() + 64) {
      if (!asked_.later) asked_.later = new kept_sets{rank_.size()};
      if (asked_.later->keep(from.index(), [&](flags& later) { find_later(from, later); }))
        return asked_.later->contains(from.index(), to.index());
    }
    flags reached{rank_.size()};
    reached[from.index()] = true;
    spread(reached,
           [&](part_id p) { return !reached[to.index()] && (p == to || may_lead(p, to)); });
    return reached[to.index()];
  }

 private:
  static constexpr auto endless = ~std::size_t{0};

  // Of no destructor, since a compiler does not destroy what changes within a constant.
  struct questions_asked {
    kept_sets* later = nullptr;  // of each part; owned
    std::size_t walks = 0;       // for a single question each
  };

  /// Puts the parts in a line, earlier before later. Those on a cycle, or after one, have no place.
  constexpr void find_ranks() {
    auto const n = rank_.size();
    scratch<std::size_t> waits{n};  // for how many parts
    scratch<part_id> line{n, unset{}};
    for (std::size_t p = 0; p < n; ++p)
      for_each_next(part_id{p}, [&](part_id next) { ++waits[next.index()]; });
    std::size_t placed = 0;
    for (std::size_t p = 0; p < n; ++p)
      if (waits[p] == 0) line[placed++] = part_id{p};
    for (std::size_t i = 0; i < placed; ++i) {
      rank_[line[i].index()] = i;
      for_each_next(line[i], [&](part_id next) {
        if (--waits[next.index()] == 0) line[placed++] = next;
      });
    }
  }

  rows_by<part_id, part_id> next_;
  scratch<std::size_t> rank_;
  mutable questions_asked asked_ = {};  // at run time
};

/// True when precedence leads from one part to the other: for a single question.
/// O(parts + precedences).
constexpr bool is_before(model_view const& m, part_id earlier, part_id later) {
  return part_order{m}.leads(earlier, later);
}

}  // namespace lupaus::inline v0::detail
