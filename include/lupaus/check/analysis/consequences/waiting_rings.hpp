// SPDX-License-Identifier: BSL-1.0
//
// Parts that come before each other, and events of theirs that wait for each other: found once for
// all findings.
#pragma once

#include "lupaus/check/analysis/waits.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/detail/strong_components.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// Which circles of parts, each to come before the next, are found again in what waits for itself:
/// of each of their parts an event waits there. O(waits + parts) to make.
class waiting_rings {
 public:
  template <class Graph>
  constexpr waiting_rings(model_view const& m, Graph const& graph)
      : waits_{waits_of(m, wait_list{m, graph})},
        order_{m.parts.size(),
               [&](auto&& f) {
                 for (auto const& x : m.precedences) f(x.before.index(), x.after.index());
               }},
        members_{2 * m.events.size(),
                 [&](auto&& f) {
                   for (std::size_t v = 0; v < waits_.size(); ++v)
                     if (auto const p = m.events[event_id{v % m.events.size()}].of.index();
                         waits_.is_cyclic(v) && order_.is_cyclic(p))
                       f(waits_.leader(v), p);
                 }},
        held_{2 * m.events.size(), m.parts.size(), [&](auto&& f) { find_held(m, f); }} {}

  /// The ring by its first part, and what waits by its first event, in either attempt.
  constexpr bool hold(part_id ring, event_id first) const {
    for (auto v : {first.index(), first.index() + waits_.size() / 2})
      if (waits_.is_cyclic(v) && held_.contains(waits_.leader(v), ring.index())) return true;
    return false;
  }

 private:
  /// Tells, of each component of what waits, the rings of which it has every part.
  template <class F>
  constexpr void find_held(model_view const& m, F&& f) const {
    scratch<std::size_t> size{m.parts.size()}, met{m.parts.size()};  // of each ring
    scratch<std::size_t> seen{m.parts.size()};  // of each part, in which component; from 1
    for (std::size_t p = 0; p < m.parts.size(); ++p) ++size[order_.leader(p)];
    for (std::size_t leader = 0; leader < waits_.size(); ++leader) {
      for (auto const p : members_[leader]) {
        if (seen[p] == leader + 1) continue;
        seen[p] = leader + 1;
        auto const ring = order_.leader(p);
        if (++met[ring] == size[ring]) f(leader, ring, no_more{});
      }
      for (auto const p : members_[leader]) met[order_.leader(p)] = 0;
    }
  }

  components waits_, order_;
  rows_by<std::size_t, std::size_t> members_;  // of each component, the parts of its events
  rows_by_pair<std::size_t, std::size_t, no_more> held_;
};

}  // namespace lupaus::inline v0::detail
