// SPDX-License-Identifier: BSL-1.0
//
// Where the elements of a model stand in the document that it was read from.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/model/element.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0 {

namespace detail::io {

class position_writer;

/// Appends a member's name, or the number of an element where there is one, to a JSON pointer.
LUPAUS_DECL void add_to_pointer(std::string& pointer, std::string_view key, std::uint32_t index);

}  // namespace detail::io

/// From an element to the JSON pointer of the value that it was read from. What is derived points
/// at what it derives from: the completion of a part at the part, a notice that follows from a
/// promise to keep informed at that promise. The order itself is the whole document.
class json_positions {
 public:
  /// Empty for the whole document, and for an element that was not read. O(length of the pointer).
  [[nodiscard]] std::string operator[](element e) const;

 private:
  friend class detail::io::position_writer;

  // One step of pointers: from the value that holds it to a member or an element of it.
  struct step {
    std::uint32_t from;
    std::uint32_t index;  // of an element; else none
    std::uint32_t key, key_size;
  };
  static constexpr std::size_t kinds = static_cast<std::size_t>(element_kind::risk) + 1;

  std::vector<step> steps_;  // the first is the whole document
  std::string keys_;
  std::vector<std::uint32_t> ends_;      // the last step of the pointer of each element
  std::uint32_t first_[kinds + 1] = {};  // of each kind, in ends_
};

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/json/positions.hpp"
#endif
