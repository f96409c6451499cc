// SPDX-License-Identifier: BSL-1.0
//
// Bad input is answered by an `error` that says where, what was found and what was expected.
// Reading returns `result<T>`; `value()` throws the one exception type, `bad_input`.
#pragma once

#include "lupaus/config.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#if defined(__cpp_exceptions)
#include <stdexcept>
#endif

namespace lupaus::inline v0 {

/// Where in the user's own source a call was made; taken by default arguments.
struct source_place {
  char const* file = "";
  int line = 0;

  static constexpr source_place here(char const* file = __builtin_FILE(),
                                     int line = __builtin_LINE()) {
    return {file, line};
  }
};

enum class error_code : unsigned char {
  unknown_name,
  duplicate_name,
  empty_name,
  foreign_id,     ///< an id that this model did not give out
  bad_value,      ///< a duration, amount, quantity or date out of range
  unit_mismatch,  ///< a bound of another kind than the quality takes; two currencies
  contradiction,  ///< two statements that exclude each other
  missing,        ///< something that every model needs is not there
  too_large,
};

/// One fault of the input.
struct error {
  error_code code = error_code::bad_value;
  std::string where;       ///< the element, in words: "claim 2 of website on delivery"
  std::string message;     ///< what was found and what was expected
  std::string suggestion;  ///< the known name nearest to an unknown one; may be empty
  std::string file;        ///< of the user's call, or of the document
  int line = 0;
  int column = 0;
  std::string pointer =
      {};  ///< into a JSON document (RFC 6901); empty elsewhere, and for all of it

  /// "offer.json:12:17: at /claims/1/about: there is no part named 'delivry'; did you mean
  /// 'delivery'?"; "shop.cpp:12: in a claim of website: there is no part named 'delivry'; did you
  /// mean 'delivery'?"
  std::string to_string() const {
    std::string text;
    if (!file.empty()) {
      text += file;
      if (line > 0) text += ":" + std::to_string(line);
      if (column > 0) text += ":" + std::to_string(column);
      text += ": ";
    } else if (column > 0) {  // of a text without a name
      text += std::to_string(line) + ":" + std::to_string(column) + ": ";
    }
    if (!pointer.empty()) text += "at " + pointer + ": ";
    if (!where.empty()) text += where + ": ";
    text += message;
    if (!suggestion.empty()) text += "; did you mean '" + suggestion + "'?";
    return text;
  }
};

/// All faults found; never empty when it reports a failure.
using errors = std::vector<error>;

inline std::string to_string(errors const& list) {
  std::string text;
  for (auto const& e : list) {
    if (!text.empty()) text += '\n';
    text += e.to_string();
  }
  return text;
}

#if defined(__cpp_exceptions)
/// The only exception that Lupaus throws for bad input.
class bad_input : public std::invalid_argument {
 public:
  explicit bad_input(errors list)
      : std::invalid_argument{lupaus::to_string(list)}, errors_{std::move(list)} {}
  errors const& all() const { return errors_; }

 private:
  errors errors_;
};
#endif

/// A `T`, or everything that is wrong with what it was to be made from.
template <class T>
class [[nodiscard]] result {
 public:
  result(T value) : state_{std::in_place_index<0>, std::move(value)} {}
  result(errors list) : state_{std::in_place_index<1>, std::move(list)} {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  /// The value. Throws `bad_input` with every error; without exceptions, prints them and aborts.
  T const& value() const& {
    require_value();
    return *std::get_if<0>(&state_);
  }
  T value() && {
    require_value();
    return std::move(*std::get_if<0>(&state_));
  }
  /// Precondition: `has_value()`.
  T const& operator*() const& { return *std::get_if<0>(&state_); }
  T const* operator->() const { return std::get_if<0>(&state_); }

  /// What was wrong; empty when there is a value.
  errors const& error() const {
    static errors const none;
    auto const* list = std::get_if<1>(&state_);
    return list ? *list : none;
  }

 private:
  void require_value() const {
    if (has_value()) return;
#if defined(__cpp_exceptions)
    throw bad_input{error()};
#else
    std::fputs(lupaus::to_string(error()).c_str(), stderr);
    std::fputc('\n', stderr);
    std::abort();
#endif
  }

  std::variant<T, errors> state_;
};

}  // namespace lupaus::inline v0
