// SPDX-License-Identifier: BSL-1.0
//
// JSON text, token by token.
#pragma once

#include "lupaus/detail/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0 {

/// How a promise is written: without a blank, or a clause a line.
enum class json_layout : std::uint8_t { compact, lines };

namespace detail::io {

class json_text {
 public:
  explicit json_text(json_layout l) : is_wide_{l == json_layout::lines} {}

  json_text& open(char bracket) {
    begin();
    text_ += bracket;
    open_.push_back({bracket});
    return *this;
  }
  json_text& close() {
    auto const was = open_.back();
    open_.pop_back();
    if (is_wide_ && was.count > 0 && open_.size() < 2 && was.is_broken) new_line();
    text_ += was.bracket == '{' ? '}' : ']';
    return *this;
  }
  json_text& key(std::string_view name) {
    begin();
    quote(name);
    text_ += is_wide_ ? ": " : ":";
    after_key_ = true;
    return *this;
  }
  json_text& text(std::string_view t) {
    begin();
    quote(t);
    return *this;
  }
  json_text& number(std::int64_t n) {
    begin();
    text_ += std::to_string(n);
    return *this;
  }
  json_text& truth(bool b) {
    begin();
    text_ += b ? "true" : "false";
    return *this;
  }
  json_text& member(std::string_view name, std::string_view t) { return key(name).text(t); }

  std::string& str() { return text_; }

 private:
  struct level {
    char bracket;
    std::size_t count = 0;
    bool is_broken = false;  ///< into lines
  };

  // Members of the document, and elements of its lists, begin a line each.
  void begin() {
    if (after_key_) {
      after_key_ = false;
      return;
    }
    if (open_.empty()) return;
    auto& here = open_.back();
    if (here.count++ > 0) text_ += ',';
    if (!is_wide_) return;
    if (open_.size() == 1 || (open_.size() == 2 && here.bracket == '[')) {
      here.is_broken = true;
      new_line();
    } else if (here.count > 1) {
      text_ += ' ';
    }
  }
  void new_line() {
    text_ += '\n';
    text_.append(2 * open_.size(), ' ');
  }

  // What is no UTF-8 is written as U+FFFD, so that the text is JSON whatever it is given.
  void quote(std::string_view t) {
    text_ += '"';
    for (std::size_t i = 0; i < t.size();) {
      auto const c = static_cast<unsigned char>(t[i]);
      if (c >= 0x80) {
        auto const n = character_length(t.substr(i));
        text_ += n == 0 ? replacement_character : t.substr(i, n);
        i += n == 0 ? 1 : n;
        continue;
      }
      ++i;
      if (c == '"' || c == '\\') {
        text_ += '\\';
        text_ += static_cast<char>(c);
      } else if (c < 0x20 || c == 0x7f) {
        text_ += "\\u00";
        text_ += "0123456789abcdef"[c >> 4];
        text_ += "0123456789abcdef"[c & 0xf];
      } else {
        text_ += static_cast<char>(c);
      }
    }
    text_ += '"';
  }

  bool is_wide_;
  bool after_key_ = false;
  std::vector<level> open_;
  std::string text_;
};

}  // namespace detail::io
}  // namespace lupaus::inline v0
