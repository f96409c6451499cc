// SPDX-License-Identifier: BSL-1.0
//
// Parts that need not be followed as long as they do not fail: whatever happens, they are performed
// in the end, and nobody has to do anything for it.
#pragma once

#include "lupaus/explore/order/customer_effort.hpp"
#include "lupaus/explore/order/order_space.hpp"
#include "lupaus/explore/search/reachability.hpp"
#include "lupaus/explore/search/work_meter.hpp"
#include "lupaus/life/order/order_clock.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// One cluster of parts as it goes without a failure, once all that comes before it is performed.
class quiet_cluster {
 public:
  /// More states than a few parts have without failures: then it is followed.
  static constexpr std::size_t most_states = std::size_t{1} << 12;

  /// `plan`: of the cluster alone. The policy must outlive it, and what notes its questions.
  quiet_cluster(order_plan plan, policy_ref const& p, asked_parts& asked)
      : plan_{std::move(plan)},
        moves_{plan_, p, 0, false, {}, &asked},
        space_{make_order_space(moves_)} {}
  quiet_cluster(quiet_cluster const&) = delete;
  quiet_cluster& operator=(quiet_cluster const&) = delete;

  /// From every state that it can be in, it is performed by moves that can be counted on, none of
  /// them hers or the policy's.
  bool is_quiet() {
    if (!space_ || !space_->run({.states = most_states}, {}).is_complete()) return false;
    for (std::size_t n = 0; n < space_->size(); ++n) {
      auto is_decided = false;
      space_->for_each_successor(n, [&](std::uint8_t const*, order_move const& m) {
        is_decided = is_decided || m.kind == move_kind::acts || m.kind == move_kind::breaks;
      });
      if (is_decided) return false;
    }
    auto const is_performed = [&](std::size_t n) { return (*space_)[n].is_kept(); };
    marked_moves const counted_on{space_->kept_moves(), order_marks::dependable};
    goal_reachability const ahead{space_->size(), counted_on, is_performed};
    for (std::size_t n = 0; n < space_->size(); ++n)
      if (is_open(n) && ahead[n] != reachability::reachable) return false;
    work_meter meter{search_limits{}};
    return most_contacts(*space_, is_performed, ahead, meter) == std::size_t{0};
  }

  /// Units of a part of it that were searched.
  std::size_t units(part_id p) const { return plan_.of(p)->units; }

  /// What is asked of it: that parts are performed, and that events have happened to every unit.
  struct aim {
    std::vector<part_id> performed = {};
    std::vector<event_id> happened = {};
    friend bool operator==(aim const&, aim const&) = default;
  };
  /// The first state in which that is so: no fewer moves lead to any such. Precondition: it was
  /// found quiet.
  std::optional<state_number> first(aim const& a) const {
    for (std::size_t n = 0; n < space_->size(); ++n)
      if (is_open(n) && is_at(static_cast<state_number>(n), a)) return static_cast<state_number>(n);
    return std::nullopt;
  }
  bool is_at(state_number n, aim const& a) const {
    auto const x = (*space_)[n];
    return std::all_of(a.performed.begin(), a.performed.end(),
                       [&](part_id p) { return x.is_done(p); }) &&
           std::all_of(a.happened.begin(), a.happened.end(),
                       [&](event_id e) { return x.has_happened_to_all_for(e, {}, 0); });
  }
  /// The states on a shortest way there, from the order on.
  std::vector<state_number> states_to(state_number n) const {
    auto path = space_->states_to(n);
    path.erase(path.begin());
    return path;
  }
  /// The moves there, after the order.
  std::vector<order_move> moves_to(state_number n) const {
    auto path = space_->path_to(n);
    path.erase(path.begin());
    return path;
  }

  /// The event happens to it never, or always before it is performed.
  bool happens_never_or_always(event_id e) const { return !may_happen(e) || happens_always(e); }
  bool happens_always(event_id e) const {
    for (std::size_t n = 0; n < space_->size(); ++n)
      if ((*space_)[n].is_kept() && !has_happened(n, e)) return false;
    return true;
  }
  /// When a part of it is performed at the latest; none where that is not bound. Precondition: it
  /// is quiet, and its plan keeps time.
  std::optional<std::uint32_t> performed_by(part_id p) const {
    std::uint32_t latest = 0;
    auto const& plan = *plan_.of(p);
    for (std::size_t n = 0; n < space_->size(); ++n) {
      if (!is_open(n) || !(*space_)[n].is_done(p)) continue;
      order_times const times{plan_, space_->bytes(n)};
      if (times.has_waited()) return std::nullopt;
      for (std::size_t u = 0; u < plan.units; ++u)
        latest = (std::max)(latest, times.last(plan.first_unit + u));
    }
    return latest;
  }

 private:
  bool has_happened(std::size_t n, event_id e) const {
    return is_open(n) && (*space_)[n].has_happened(e);
  }
  bool may_happen(event_id e) const {
    for (std::size_t n = 0; n < space_->size(); ++n)
      if (has_happened(n, e)) return true;
    return false;
  }
  bool is_open(std::size_t n) const { return (*space_)[n].phase() == order_phase::open; }

  order_plan plan_;
  order_moves moves_;
  std::unique_ptr<order_space> space_;
};

}  // namespace lupaus::inline v0::detail
