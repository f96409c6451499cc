// SPDX-License-Identifier: BSL-1.0
//
// What is sure to have happened before what: the walks of `situations`, answered for many questions
// of one model.
#pragma once

#include "lupaus/life/dominator_tree.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/terms/qualities.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// The time-out comes after the other one, for it counts from the same event, and is longer; of one
/// part.
constexpr bool is_later_time_out(model_view const& m, event_id later, event_id earlier) {
  auto const &a = m.events[earlier], &b = m.events[later];
  return later != earlier && is_time_out(a.kind) && is_time_out(b.kind) && a.of == b.of &&
         a.since == b.since && worst_case(length_of(a.within)) < worst_case(length_of(b.within));
}

/// The same as `situations::is_certain_before`, in O(1) but for a good that several events hand to
/// the customer. O(elements + situations) to make.
class certainty {
 public:
  // First in the class, because clang 14 can evaluate only the member templates that it has seen.

  /// Calls `f(event)` for the events that are what `reference` means: see `is_meant`.
  template <class F>
  constexpr void for_each_meant(event_id reference, F&& f) const {
    f(reference);
    auto const& x = m_->events[reference];
    if (x.kind == event_kind::possession && x.good)
      for (auto const e : s_->what_hands_her(x.good)) f(e);
  }

  /// Calls `f(event)` for those of them that can come about.
  template <class F>
  constexpr void for_each_way(event_id reference, F&& f) {
    for_each_meant(reference, [&](event_id e) {
      if (is_reachable(s_->of(e))) f(e);
    });
  }

  /// The graph must outlive this.
  constexpr certainty(model_view const& m, situations const& s) : m_{&m}, s_{&s}, tree_{s} {}

  constexpr situations const& graph() const { return *s_; }
  constexpr bool is_reachable(situations::node n) { return tree_.is_reachable(n); }

  /// Of what can be reached, the place in a line: each stands after all that is certain before it.
  constexpr std::size_t place_of(situations::node n) { return tree_.place_of(n); }

  /// The same of two situations.
  constexpr bool is_certain(situations::node earlier, situations::node later) {
    return tree_.is_certain_before(earlier, later);
  }
  /// The same of an event, and a part that is due.
  constexpr bool is_certain_before(event_id earlier, part_id due) {
    return is_certain(earlier, s_->before(due));
  }
  constexpr bool is_certain_before(event_id earlier, event_id later) {
    if (earlier == later || earlier == ordering || is_meant(*m_, later, earlier)) return true;
    return is_certain(earlier, s_->of(later));
  }

 private:
  constexpr bool is_certain(event_id earlier, situations::node later) {
    auto way = earlier;
    std::size_t ways = 0;
    for_each_way(earlier, [&](event_id e) { way = e, ++ways; });
    return ways > 1 ? s_->is_certain_before(earlier, later)
                    : tree_.is_certain_before(s_->of(way), later);
  }

  model_view const* m_;
  situations const* s_;
  dominators tree_;
};

}  // namespace lupaus::inline v0::detail
