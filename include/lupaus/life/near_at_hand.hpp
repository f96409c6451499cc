// SPDX-License-Identifier: BSL-1.0
//
// What happens where somebody is at hand: to goods that the customer holds, and in a part that its
// performer has under way.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/life/order_of_events.hpp"
#include "lupaus/life/precedes.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// The good in question when something happens in the life of the part; none for other work.
constexpr part_id good_of(model_view const& m, part_id p) {
  return m.parts[p].kind == part_kind::good ? p : m.parts[p].carries;
}

/// Who has a good before anything happens to it (E1).
constexpr party_id supplier_of(model_view const& m, part_id good) {
  auto const who = m.parts[good].performer;
  return who ? who : m.seller;
}

/// Which events happen in somebody's hands. O(events + transitions) to make, and O(model) where
/// something is found once a part is over.
class near_at_hand {
 public:
  constexpr explicit near_at_hand(model_view const& m, work_budget* work = nullptr)
      : m_{&m},
        in_her_hands_{m.events.size()},
        maybe_in_her_hands_{m.events.size()},
        under_way_{m.events.size()},
        found_later_{m.events.size()} {
    find_under_way();
    auto some = false;
    for (auto const& t : m.transitions) {
      if (t.from_is_derived || t.from == ordering) continue;
      auto const from = m.events[t.from].kind;
      if (from == event_kind::started && m.events[t.from].of == m.events[t.to].of) continue;
      found_later_[t.to.index()] = some = true;
    }
    if (some) find_in_her_hands(work);
  }

  /// True when the customer is sure to hold the goods that it happens to.
  constexpr bool is_in_her_hands(event_id e) const { return in_her_hands_[e.index()]; }
  /// True when they have come to her by then, and she may have handed them on since, or not.
  constexpr bool is_maybe_in_her_hands(event_id e) const { return maybe_in_her_hands_[e.index()]; }
  /// True when the part has always begun by then, and neither failed nor been completed.
  constexpr bool is_under_way(event_id e) const { return under_way_[e.index()]; }
  /// True when it may follow more than the beginning of its part.
  constexpr bool is_found_later(event_id e) const { return found_later_[e.index()]; }

 private:
  constexpr void find_under_way() {
    auto const& m = *m_;
    // What is said to follow nothing begins its part; but a failure is one of the work.
    auto const is_of_work = [&](transition const& t) {
      return t.from_is_derived && (t.from != ordering || is_failure(m.events[t.to].kind));
    };
    auto const goes_on = [&](transition const& t) {
      auto const& from = m.events[t.from];
      return from.of == m.events[t.to].of &&
             (from.kind == event_kind::started || from.kind == event_kind::step ||
              from.kind == event_kind::late);
    };
    rows_by<event_id, event_id> const next{m.events.size(), [&](auto&& f) {
                                             for (auto const& t : m.transitions)
                                               if (!t.from_is_derived && goes_on(t))
                                                 f(t.from, t.to);
                                           }};
    scratch<std::size_t> open_ways{m.events.size()};
    flags has_way{m.events.size()};
    for (auto const& t : m.transitions) {
      has_way[t.to.index()] = true;
      open_ways[t.to.index()] += !is_of_work(t);
    }
    scratch<event_id> open{m.events.size()};
    std::size_t opened = 0;
    auto const enter = [&](event_id e) {
      if (under_way_[e.index()]) return;
      under_way_[e.index()] = true;
      open[opened++] = e;
    };
    for (auto e : m.events.ids())
      if (m.events[e].kind == event_kind::started ||
          (has_way[e.index()] && open_ways[e.index()] == 0))
        enter(e);
    while (opened > 0)
      for (auto const e : next[open[--opened]])
        if (--open_ways[e.index()] == 0) enter(e);
  }

  /// Something has handed her the good by then, and nothing may have taken it from her since.
  constexpr void find_in_her_hands(work_budget* work) {
    auto const& m = *m_;
    situations const s{m, work};
    certainty certain{m, s};
    order_of_events happened{m, s, certain};
    auto const is_sure = [&](event_id earlier, event_id later) {
      return happened.is_sure_before(earlier, later);
    };
    rows_by<part_id, event_id> const handed{m.parts.size(), [&](auto&& f) {
                                              for (auto e : m.events.ids())
                                                if (auto const& x = m.events[e];
                                                    x.good && x.kind != event_kind::possession)
                                                  f(x.good, e);
                                            }};
    for (auto e : m.events.ids()) {
      auto const good = good_of(m, m.events[e].of);
      if (!found_later_[e.index()] || !good || m.events[e].good) continue;
      auto is_hers = false, may_be_taken = false, is_taken = false;
      for (auto const given : handed[good]) {
        if (!s.goes_on()) return;
        if (may_be_taken || m.events[given].holder != m.customer || !is_sure(given, e)) continue;
        is_hers = true;
        if (!s.goes_on(handed[good].size())) return;
        for (auto const h : handed[good])
          if (m.events[h].holder != m.customer && is_sure(given, h) && !is_sure(e, h)) {
            may_be_taken = true;
            is_taken = is_taken || is_sure(h, e);
          }
      }
      in_her_hands_[e.index()] = is_hers && !may_be_taken;
      maybe_in_her_hands_[e.index()] = may_be_taken && !is_taken;
    }
  }

  model_view const* m_;
  flags in_her_hands_, maybe_in_her_hands_, under_way_, found_later_;
};

}  // namespace lupaus::inline v0::detail
