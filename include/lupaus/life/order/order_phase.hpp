// SPDX-License-Identifier: BSL-1.0
//
// How an order stands as a whole, and what the customer was told.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lupaus::inline v0 {

/// How an order stands as a whole.
enum class order_phase : std::uint8_t {
  before,      ///< she has not ordered yet
  open,        ///< ordered; kept when every part is performed
  called_off,  ///< cancelled, with her payment returned
  paid_back,   ///< refunded
  left,        ///< she went elsewhere, having paid nothing
  broken,      ///< the policy gave no decision that could be followed
};

[[nodiscard]] constexpr std::string_view to_string(order_phase p) noexcept {
  constexpr std::string_view names[] = {"not ordered", "open", "cancelled",
                                        "refunded",    "left", "broken"};
  return names[static_cast<std::size_t>(p)];
}

/// What she has been told on a request.
enum class reply : std::uint8_t { not_asked, wait, refused };

}  // namespace lupaus::inline v0
