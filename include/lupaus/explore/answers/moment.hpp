// SPDX-License-Identifier: BSL-1.0
//
// When a move of a trace happens.
#pragma once

#include "lupaus/model/element.hpp"
#include "lupaus/model/terms/time.hpp"

#include <algorithm>

namespace lupaus::inline v0 {

/// When something happens, in seconds since the order.
struct moment {
  seconds_t at = 0;
  bool is_bound = true;  ///< false: nobody has bound the time, and `at` is the earliest
  element under = {};    ///< the commitment, ability or notice that binds it, if one does

  friend constexpr bool operator==(moment const&, moment const&) = default;
};

namespace detail {

/// The later of two; bound where both are.
constexpr moment later(moment const& a, moment const& b) {
  return {(std::max)(a.at, b.at), a.is_bound && b.is_bound, a.under};
}

}  // namespace detail

}  // namespace lupaus::inline v0
