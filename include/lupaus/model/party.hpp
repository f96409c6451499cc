// SPDX-License-Identifier: BSL-1.0
//
// Parties: who can promise, perform, know or bear something.
#pragma once

#include "lupaus/model/id.hpp"

#include <cstdint>
#include <string_view>

namespace lupaus::inline v0 {

/// What a party is to the promise. `seller` is the merchant of record: the one who contracts with
/// the customer and answers to her.
enum class role : std::uint8_t { customer, seller, department, subcontractor };

constexpr std::string_view to_string(role r) {
  constexpr std::string_view names[] = {"customer", "seller", "department", "subcontractor"};
  return names[static_cast<std::size_t>(r)];
}

/// Somebody who can promise, perform, know or bear something.
struct party {
  std::string_view name = {};
  role is = role::subcontractor;
  /// A department may bind the seller by what it says, unless the model denies it.
  bool has_mandate = true;
  std::string_view identity = {};  ///< in the user's own records; may be empty
};

}  // namespace lupaus::inline v0
