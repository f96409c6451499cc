// SPDX-License-Identifier: BSL-1.0
//
// Money: an amount in minor units, and its currency.
#pragma once

#include <cstdint>
#include <string_view>

namespace lupaus::inline v0 {

/// A currency by its ISO 4217 code, three capital letters; packed, so that money is two words.
struct currency {
  char code[3] = {};

  constexpr currency() = default;
  constexpr currency(char const (&text)[4]) : code{text[0], text[1], text[2]} {}
  constexpr explicit currency(std::string_view text) {
    if (text.size() == 3) code[0] = text[0], code[1] = text[1], code[2] = text[2];
  }

  constexpr bool valid() const {
    for (char c : code)
      if (c < 'A' || c > 'Z') return false;
    return true;
  }
  constexpr std::string_view view() const { return {code, 3}; }
  friend constexpr bool operator==(currency const&, currency const&) = default;
};

/// An amount in minor units (cents), never a floating-point number.
struct money {
  std::int64_t minor_units = 0;
  currency in;
  friend constexpr bool operator==(money const&, money const&) = default;
};

}  // namespace lupaus::inline v0
