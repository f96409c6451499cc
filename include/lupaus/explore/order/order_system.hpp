// SPDX-License-Identifier: BSL-1.0
//
// An order under a policy, as a system that the explorer can walk.
#pragma once

#include "lupaus/explore/order/exposure_watch.hpp"
#include "lupaus/explore/order/order_moves.hpp"
#include "lupaus/explore/search/transition_system.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace lupaus::inline v0::detail {

/// The state of one order, of at most that many bytes.
template <std::size_t Bytes>
struct packed_order {
  alignas(8) std::uint8_t bytes[Bytes] = {};
};

/// The moves of an order over states of a size of their own. Nothing else is a template, so that a
/// second size costs little.
template <std::size_t Bytes>
class order_system {
 public:
  using state_type = packed_order<Bytes>;
  using label_type = order_move;

  /// `start`: the state that it begins in, of the plan's length; none: before the order.
  /// `only_dependable`: moves that cannot be counted on are left out. `watch`: what else looks at
  /// the moves; it may be none.
  explicit order_system(order_moves const& moves, std::uint8_t const* start = nullptr,
                        bool only_dependable = false, exposure_watch* const* watch = nullptr)
      : moves_{&moves}, only_dependable_{only_dependable}, watch_{watch} {
    if (start) std::memcpy(start_.bytes, start, moves.plan().bytes());
  }

  order_moves const& moves() const { return *moves_; }

  template <class F>
  void for_each_initial(F&& f) const {
    f(start_);
  }
  template <class F>
  void for_each_successor(state_type const& s, F&& f) const {
    state_type next;
    auto const tell = [&](std::uint8_t const*, order_move const& with) {
      if (only_dependable_ && !with.is_dependable) return;
      if (watch_ && *watch_) (*watch_)->look(s.bytes, with, next.bytes);
      f(next, with);
    };
    moves_->for_each(s.bytes, next.bytes, move_sink{tell});
  }

 private:
  order_moves const* moves_;
  state_type start_;
  bool only_dependable_;
  exposure_watch* const* watch_;
};

}  // namespace lupaus::inline v0::detail
