// SPDX-License-Identifier: BSL-1.0
//
// A text in sixteen bytes, while it is as short as numbers of orders are.
#pragma once

#include <cstddef>
#include <cstring>
#include <string_view>

namespace lupaus::inline v0::detail {

/// Holds a copy: here, or on the heap where it is longer.
class short_text {
 public:
  short_text() = default;
  short_text(short_text const&) = delete;
  short_text& operator=(short_text const&) = delete;
  ~short_text() { clear(); }

  void assign(std::string_view t) {
    clear();
    if (t.size() <= most) {
      if (!t.empty()) std::memcpy(bytes_, t.data(), t.size());
      bytes_[most] = static_cast<char>(t.size());
      return;
    }
    auto const size = t.size();
    auto* const copy = new char[sizeof size + size];
    std::memcpy(copy, &size, sizeof size);
    std::memcpy(copy + sizeof size, t.data(), size);
    std::memcpy(bytes_, &copy, sizeof copy);
    bytes_[most] = elsewhere;
  }
  /// Nothing of the text is left here.
  void clear() {
    if (bytes_[most] == elsewhere) delete[] text_there();
    std::memset(bytes_, 0, sizeof bytes_);
  }
  std::string_view view() const {
    if (bytes_[most] != elsewhere) return {bytes_, static_cast<std::size_t>(bytes_[most])};
    std::size_t size = 0;
    std::memcpy(&size, text_there(), sizeof size);
    return {text_there() + sizeof size, size};
  }

 private:
  static constexpr std::size_t most = 15;
  static constexpr char elsewhere = 16;

  // Its length, and then the text.
  char* text_there() const {
    char* at = nullptr;
    std::memcpy(&at, bytes_, sizeof at);
    return at;
  }

  char bytes_[most + 1] = {};
};

}  // namespace lupaus::inline v0::detail
