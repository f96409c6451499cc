// SPDX-License-Identifier: BSL-1.0
//
// Bad input is answered by an `error` that says where, what was found and what was expected.
// Reading returns `result<T>`; `value()` throws the one exception type, `bad_input`.
#pragma once

#include "lupaus/config.hpp"

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
  [[nodiscard]] std::string to_string() const;
};

/// All faults found; never empty when it reports a failure.
using errors = std::vector<error>;

[[nodiscard]] LUPAUS_DECL std::string to_string(errors const& list);

#if !defined(__cpp_exceptions)
namespace detail {
/// What `value()` does in a program without exceptions.
[[noreturn]] LUPAUS_DECL void print_and_abort(errors const& list);
}  // namespace detail
#endif

#if defined(__cpp_exceptions)
/// The only exception that Lupaus throws for bad input.
class bad_input : public std::invalid_argument {
 public:
  explicit bad_input(errors list)
      : std::invalid_argument{lupaus::to_string(list)}, errors_{std::move(list)} {}
  [[nodiscard]] errors const& all() const noexcept { return errors_; }

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

  [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  /// The value. Throws `bad_input` with every error; without exceptions, prints them and aborts.
  [[nodiscard]] T const& value() const& {
    require_value();
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] T value() && {
    require_value();
    return std::move(*std::get_if<0>(&state_));
  }
  /// Precondition: `has_value()`.
  T const& operator*() const& { return *std::get_if<0>(&state_); }
  T const* operator->() const { return std::get_if<0>(&state_); }

  /// What was wrong; empty when there is a value.
  [[nodiscard]] errors const& error() const noexcept {
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
    detail::print_and_abort(error());
#endif
  }

  std::variant<T, errors> state_;
};

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/model/error.hpp"
#endif
