// SPDX-License-Identifier: BSL-1.0
//
// What comes after what: the precedences of a model as a graph that one can walk.
#pragma once

#include "lupaus/model/scratch.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0::detail {

/// Which way precedences are followed.
enum class towards : std::uint8_t { later, earlier };

/// For every part, what comes right after it (or, towards the earlier, right before). All walks
/// over precedences are made with it. O(parts + precedences) to make.
class part_order {
 public:
  constexpr explicit part_order(model_view const& m, towards way = towards::later)
      : first_{m.parts.size() + 1}, next_{m.precedences.size()} {
    auto const is_later = way == towards::later;
    for (auto const& x : m.precedences) ++first_[(is_later ? x.before : x.after).index()];
    for (std::size_t p = 0; p < m.parts.size(); ++p) first_[p + 1] += first_[p];
    for (auto i = m.precedences.size(); i-- > 0;) {
      auto const& x = m.precedences[precedence_id{i}];
      next_[--first_[(is_later ? x.before : x.after).index()]] = is_later ? x.after : x.before;
    }
  }

  /// Calls `f(part)` for every part right after `p`.
  template <class F>
  constexpr void for_each_next(part_id p, F&& f) const {
    for (auto i = first_[p.index()]; i < first_[p.index() + 1]; ++i) f(next_[i]);
  }

  /// Marks all that comes after the marked parts, on ways through parts for which `is(part)`.
  /// O(parts + precedences).
  template <class Is>
  constexpr void spread(flags& marked, Is is) const {
    scratch<part_id> open{marked.size()};
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

  /// Marks the parts that come after `p`, directly or not; never `p` itself, though in an
  /// impossible order it comes after itself. O(parts + precedences).
  constexpr void find_later(part_id p, flags& later) const {
    later[p.index()] = true;
    spread(later, [](part_id) { return true; });
    later[p.index()] = false;
  }

  /// True when a way leads from the one to the other. O(parts + precedences) at worst.
  constexpr bool leads(part_id from, part_id to) const {
    if (from == to) return false;
    auto is_next = false;  // as a rule
    for_each_next(from, [&](part_id next) { is_next = is_next || next == to; });
    if (is_next) return true;
    flags reached{first_.size() - 1};
    reached[from.index()] = true;
    spread(reached, [&](part_id) { return !reached[to.index()]; });
    return reached[to.index()];
  }

 private:
  scratch<std::size_t> first_;  // of what comes after each part, in next_
  scratch<part_id> next_;
};

/// True when precedence leads from one part to the other: for a single question.
/// O(parts + precedences).
constexpr bool is_before(model_view const& m, part_id earlier, part_id later) {
  return part_order{m}.leads(earlier, later);
}

}  // namespace lupaus::inline v0::detail
