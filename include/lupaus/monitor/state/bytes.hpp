// SPDX-License-Identifier: BSL-1.0
//
// Numbers and texts as bytes, the same on every machine: numbers in groups of seven bits, the
// lowest first (LEB128), signed ones with the sign in the lowest bit.
#pragma once

#include "lupaus/config.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lupaus::inline v0::detail {

/// Appends to a text.
class byte_writer {
 public:
  explicit byte_writer(std::string& out) : out_{&out} {}

  void byte(std::uint8_t b) { out_->push_back(static_cast<char>(b)); }
  void number(std::uint64_t n) {
    for (; n >= 0x80; n >>= 7) byte(static_cast<std::uint8_t>(n | 0x80));
    byte(static_cast<std::uint8_t>(n));
  }
  void signed_number(std::int64_t n) {
    auto const bits = static_cast<std::uint64_t>(n);
    number(n < 0 ? ~(bits << 1) : bits << 1);
  }
  void text(std::string_view t) {
    number(t.size());
    out_->append(t);
  }
  /// Four bytes, the lowest first.
  void fixed(std::uint32_t n) {
    for (int i = 0; i < 4; ++i) byte(static_cast<std::uint8_t>(n >> (8 * i)));
  }

 private:
  std::string* out_;
};

/// Reads what a `byte_writer` wrote. The first fault stays; after it all reads give 0.
class byte_reader {
 public:
  explicit byte_reader(std::string_view bytes) : bytes_{bytes} {}

  bool is_right() const { return expected_ == nullptr; }
  bool is_at_end() const { return at_ == bytes_.size(); }
  std::size_t at() const { return at_; }
  /// What was expected where the fault is.
  char const* expected() const { return expected_; }
  void fail(char const* expected) {
    if (expected_) return;
    expected_ = expected;
    bytes_ = bytes_.substr(0, at_);
  }

  std::uint8_t byte() {
    if (at_ == bytes_.size()) return fail("another byte"), std::uint8_t{0};
    return static_cast<std::uint8_t>(bytes_[at_++]);
  }
  std::uint64_t number() {
    std::uint64_t n = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      auto const b = byte();
      n |= std::uint64_t{b & 0x7fU} << shift;
      if (b >= 0x80) continue;
      if ((b == 0 && shift > 0) || (shift == 63 && b > 1)) break;
      return n;
    }
    fail("a number in its shortest form");
    return 0;
  }
  /// At most `most`.
  std::uint64_t number(std::uint64_t most, char const* expected) {
    auto const n = number();
    if (n <= most) return n;
    fail(expected);
    return 0;
  }
  std::int64_t signed_number() {
    auto const n = number();
    return static_cast<std::int64_t>((n & 1U) != 0 ? ~(n >> 1) : n >> 1);
  }
  std::string_view text() {
    auto const size = number();
    if (size > bytes_.size() - at_)
      return fail("a text that ends within its frame"), std::string_view{};
    at_ += static_cast<std::size_t>(size);
    return bytes_.substr(at_ - static_cast<std::size_t>(size), static_cast<std::size_t>(size));
  }
  std::uint32_t fixed() {
    std::uint32_t n = 0;
    for (int i = 0; i < 4; ++i) n |= std::uint32_t{byte()} << (8 * i);
    return n;
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  char const* expected_ = nullptr;
};

}  // namespace lupaus::inline v0::detail
