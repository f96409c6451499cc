// SPDX-License-Identifier: BSL-1.0
//
// Where the elements of a model stand in the document that it was read from.
#pragma once

#include "lupaus/model/element.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

/// From an element to the JSON pointer of the value that it was read from. What is derived points
/// at what it derives from: the completion of a part at the part, a notice that follows from a
/// promise to keep informed at that promise. The order itself is the whole document.
class json_places {
 public:
  /// Empty for the whole document, and for an element that was not read. O(1).
  std::string const& operator[](element e) const {
    static std::string const none;
    auto const kind = static_cast<std::size_t>(e.kind);
    if (kind >= std::size(pointers_) || e.index >= pointers_[kind].size()) return none;
    return pointers_[kind][e.index];
  }

  /// For readers: every element before it that has no place yet has none.
  void put(element e, std::string pointer) {
    auto& column = pointers_[static_cast<std::size_t>(e.kind)];
    if (column.size() <= e.index) column.resize(std::size_t{e.index} + 1);
    column[e.index] = std::move(pointer);
  }

 private:
  std::vector<std::string> pointers_[static_cast<std::size_t>(element_kind::risk) + 1];
};

}  // namespace lupaus::inline v0
