// SPDX-License-Identifier: BSL-1.0
//
// JSON text, token by token.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/detail/utf8.hpp"
#include "lupaus/io/writer/json_layout.hpp"

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail::io {

/// Keeps its memory from one document to the next.
class json_text {
 public:
  explicit json_text(json_layout l) : is_wide_{l == json_layout::lines} {}

  LUPAUS_NOINLINE json_text& open(char bracket) {
    begin();
    add(bracket);
    open_.push_back({bracket});
    return *this;
  }
  LUPAUS_NOINLINE json_text& close() {
    auto const was = open_.back();
    open_.pop_back();
    if (was.is_broken) new_line();
    add(was.bracket == '{' ? '}' : ']');
    return *this;
  }
  LUPAUS_NOINLINE json_text& key(std::string_view name) {
    begin();
    quote(name);
    add(':');
    if (is_wide_) add(' ');
    after_key_ = true;
    return *this;
  }
  LUPAUS_NOINLINE json_text& text(std::string_view t) {
    begin();
    quote(t);
    return *this;
  }
  LUPAUS_NOINLINE json_text& number(std::int64_t n) {
    begin();
    constexpr std::size_t most = 20;
    auto* const at = room_for(most);
    size_ += static_cast<std::size_t>(std::to_chars(at, at + most, n).ptr - at);
    return *this;
  }
  LUPAUS_NOINLINE json_text& truth(bool b) {
    begin();
    add(b ? std::string_view{"true"} : std::string_view{"false"});
    return *this;
  }
  LUPAUS_NOINLINE json_text& member(std::string_view name, std::string_view t) {
    return key(name).text(t);
  }

  /// What was written so far.
  [[nodiscard]] std::string_view view() const noexcept { return {text_.data(), size_}; }
  [[nodiscard]] std::string str() const { return std::string{view()}; }
  void clear() noexcept { size_ = 0, open_.clear(), after_key_ = false; }

 private:
  struct level {
    char bracket;
    bool is_broken = false;  ///< into lines
    std::size_t count = 0;
  };

  // Where so many bytes can be written at the end.
  char* room_for(std::size_t bytes) {
    if (text_.size() - size_ < bytes) grow(bytes);
    return text_.data() + size_;
  }
  LUPAUS_NOINLINE void grow(std::size_t bytes) { text_.resize(2 * (text_.size() + bytes) + 1'024); }
  void add(char c) { *room_for(1) = c, ++size_; }
  void add(std::string_view t) {
    t.copy(room_for(t.size()), t.size());
    size_ += t.size();
  }

  // Members of the document, and elements of its lists, begin a line each.
  void begin() {
    if (after_key_) {
      after_key_ = false;
      return;
    }
    if (open_.empty()) return;
    auto& here = open_.back();
    if (here.count++ > 0) add(',');
    if (!is_wide_) return;
    if (open_.size() == 1 || (open_.size() == 2 && here.bracket == '[')) {
      here.is_broken = true;
      new_line();
    } else if (here.count > 1) {
      add(' ');
    }
  }
  LUPAUS_NOINLINE void new_line() {
    add('\n');
    for (auto n = 2 * open_.size(); n > 0; --n) add(' ');
  }

  // What stands in a text as it is.
  static constexpr auto is_plain = [] {
    std::array<bool, 256> plain{};
    for (std::size_t c = 0x20; c < 0x7f; ++c) plain[c] = c != '"' && c != '\\';
    return plain;
  }();

  void quote(std::string_view t) {
    for (auto const c : t)
      if (!is_plain[static_cast<unsigned char>(c)]) return quote_with_escapes(t);
    auto* const at = room_for(t.size() + 2);
    *at = '"';
    t.copy(at + 1, t.size());
    at[t.size() + 1] = '"';
    size_ += t.size() + 2;
  }

  // What is no UTF-8 is written as U+FFFD, so that the text is JSON whatever it is given.
  LUPAUS_NOINLINE void quote_with_escapes(std::string_view t) {
    add('"');
    for (std::size_t i = 0; i < t.size();) {
      auto const c = static_cast<unsigned char>(t[i]);
      if (c >= 0x80) {
        auto const n = character_length(t.substr(i));
        add(n == 0 ? replacement_character : t.substr(i, n));
        i += n == 0 ? 1 : n;
        continue;
      }
      ++i;
      if (c == '"' || c == '\\') {
        add('\\');
        add(static_cast<char>(c));
      } else if (c < 0x20 || c == 0x7f) {
        add("\\u00");
        add("0123456789abcdef"[c >> 4]);
        add("0123456789abcdef"[c & 0xf]);
      } else {
        add(static_cast<char>(c));
      }
    }
    add('"');
  }

  bool is_wide_;
  bool after_key_ = false;
  std::vector<level> open_;
  std::string text_;  // as long as there is room
  std::size_t size_ = 0;
};

}  // namespace lupaus::inline v0::detail::io
