// SPDX-License-Identifier: BSL-1.0
//
// The name of a named type, for people: what it says, or what the type itself is called.
#pragma once

#include "lupaus/config.hpp"

#include <cstddef>
#include <string_view>

namespace lupaus::inline v0 {

/// A text as a template argument.
template <std::size_t N>
struct fixed_string {
  char text[N] = {};
  constexpr fixed_string() = default;
  constexpr fixed_string(char const (&s)[N]) {
    for (std::size_t i = 0; i < N; ++i) text[i] = s[i];
  }
  constexpr std::string_view view() const { return {text, N - 1}; }
};

namespace detail {

// g++: "… [with T = shop::delivery_; …]", clang: "… [T = …]", MSVC: "… signature<struct …>(void)".
template <class T>
constexpr std::string_view signature() {
  return LUPAUS_SIGNATURE;
}

/// "shop::gift_wrapping_" is "gift wrapping".
template <class T>
struct type_name {
  static constexpr std::string_view raw = [] {
    auto s = signature<T>();
    constexpr std::string_view before = LUPAUS_BEFORE_ITS_TYPE;
    s.remove_prefix(s.find(before) + before.size());
    // Outside of all brackets: the name ends with ';', ']' or '>', and begins after the last "::"
    // or the word "struct".
    std::size_t begin = 0, end = 0, depth = 0;
    for (; end < s.size(); ++end) {
      auto const c = s[end];
      if (depth == 0 && (c == ';' || c == ']' || c == '>')) break;
      if (c == '<' || c == '(' || c == '[' || c == '{') ++depth;
      if (c == '>' || c == ')' || c == ']' || c == '}') --depth;
      if (depth == 0 && (c == ':' || c == ' ')) begin = end + 1;
    }
    s = s.substr(begin, end - begin);
    while (!s.empty() && s.back() == '_') s.remove_suffix(1);
    return s;
  }();
  static constexpr fixed_string<raw.size() + 1> spaced = [] {
    fixed_string<raw.size() + 1> s;
    for (std::size_t i = 0; i < raw.size(); ++i) s.text[i] = raw[i] == '_' ? ' ' : raw[i];
    return s;
  }();
};

template <class T, fixed_string Given>
constexpr std::string_view name_of_type() {
  if constexpr (Given.view().empty())
    return type_name<T>::spaced.view();
  else
    return Given.view();
}

/// What identifies a type in constant evaluation: an address of its own.
template <class T>
inline constexpr char address_of_type = 0;
using type_id = char const*;

}  // namespace detail

}  // namespace lupaus::inline v0
