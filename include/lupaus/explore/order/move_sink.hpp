// SPDX-License-Identifier: BSL-1.0
//
// Who is told of moves, whatever it is: so that the moves are no template.
#pragma once

#include "lupaus/explore/order/order_move.hpp"

#include <cstdint>
#include <type_traits>

namespace lupaus::inline v0::detail {

/// Who is told of the moves of a state: any function `f(state, move)`, which must outlive it.
class move_sink {
 public:
  template <class F>
    requires(!std::is_same_v<F, move_sink>)
  explicit move_sink(F const& f)
      : function_{&f}, call_{[](void const* self, std::uint8_t const* to, order_move const& with) {
          (*static_cast<F const*>(self))(to, with);
        }} {}

  void operator()(std::uint8_t const* to, order_move const& with) const {
    call_(function_, to, with);
  }

 private:
  void const* function_;
  void (*call_)(void const*, std::uint8_t const*, order_move const&);
};

}  // namespace lupaus::inline v0::detail
