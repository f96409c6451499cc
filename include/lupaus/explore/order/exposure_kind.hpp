// SPDX-License-Identifier: BSL-1.0
//
// How a seller is exposed: where one is left with goods and money both, or with a loss that nobody
// covers. Rules X3 to X6 of docs/explanation/semantics.md.
#pragma once

#include "lupaus/model/id.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lupaus::inline v0 {

enum class exposure_kind : std::uint8_t {
  goods_and_money,  ///< she has her money back, and the goods that it paid for
  two_for_one,      ///< she gets another one, and has what it replaces
  unpaid_goods,     ///< she has goods, and leaves without paying, or an instalment is not sure
  uncovered_loss,   ///< the seller makes good what another caused, and recovers it from nobody
};

/// The stable ids of reports and of JSON.
[[nodiscard]] constexpr std::string_view to_string(exposure_kind k) noexcept {
  constexpr std::string_view names[] = {"goods-and-money", "two-for-one", "unpaid-goods",
                                        "uncovered-loss"};
  return names[static_cast<std::size_t>(k)];
}

namespace detail {

/// What makes two exposures the same.
struct exposure_key {
  exposure_kind kind = exposure_kind::goods_and_money;
  event_id failure = {};  ///< for which the seller gave; none where it was for none
  /// Whose money was returned; the good that there is twice; what failed; the instalment that is
  /// not paid. The whole, where the order ends.
  part_id part = {};
  friend constexpr bool operator==(exposure_key const&, exposure_key const&) = default;
};

}  // namespace detail

}  // namespace lupaus::inline v0
