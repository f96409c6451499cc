// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: where the elements of a promise stand in a document.
#pragma once

#include "lupaus/io/json_positions.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lupaus::inline v0 {

/// A member's name stands in it as RFC 6901, 3 says.
LUPAUS_DECL void detail::io::add_to_pointer(std::string& pointer, std::string_view key,
                                            std::uint32_t index) {
  pointer += '/';
  if (index != static_cast<std::uint32_t>(-1)) {
    pointer += std::to_string(index);
    return;
  }
  for (auto const c : key) {
    if (c == '~')
      pointer += "~0";
    else if (c == '/')
      pointer += "~1";
    else
      pointer += c;
  }
}

LUPAUS_DECL std::string json_positions::operator[](element e) const {
  auto const kind = static_cast<std::size_t>(e.kind);
  std::string pointer;
  if (kind >= kinds || e.index >= first_[kind + 1] - first_[kind]) return pointer;
  std::vector<std::uint32_t> way;
  for (auto i = ends_[first_[kind] + e.index]; i != 0; i = steps_[i].from) way.push_back(i);
  for (auto i = way.size(); i-- > 0;) {
    auto const& s = steps_[way[i]];
    detail::io::add_to_pointer(pointer, std::string_view{keys_}.substr(s.key, s.key_size), s.index);
  }
  return pointer;
}

}  // namespace lupaus::inline v0
