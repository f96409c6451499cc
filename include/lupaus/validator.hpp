// SPDX-License-Identifier: BSL-1.0
//
// For whole catalogues: the checks over masks, with memory that is kept from one promise to the
// next. What is found, and in which order, is what the checks find.
//
//   validator v;
//   for (model const& m : catalogue)
//     v(m, [&](finding const& f) { … });
#pragma once

#include "lupaus/screen/find.hpp"

#include <type_traits>

namespace lupaus::inline v0 {

/// Runs a list of checks. Belongs to one thread; a promise of more than 64 parts or parties is
/// checked by the checks as they are.
template <class Checks = std::remove_const_t<decltype(standard_checks)>>
class basic_validator;

template <check... Checks>
class basic_validator<check_list<Checks...>> {
 public:
  basic_validator() = default;
  explicit basic_validator(check_list<Checks...> const& checks) : checks_{checks} {}

  /// Calls `sink(finding)` for what the checks find, in their order; raw, before one cause is told
  /// from what follows from it. Allocates nothing once it has seen a promise as large.
  template <class Sink>
  void operator()(model_view const& m, Sink&& sink) {
    if (!screen_.read(m)) return checks_(m, sink);
    (screen_.run(static_cast<Checks const&>(checks_), sink), ...);
  }

  /// No gap of severity error.
  bool is_sound(model_view const& m) {
    auto sound = true;
    (*this)(m, [&](finding const& f) { sound = sound && f.what->severity != severity::error; });
    return sound;
  }

 private:
  check_list<Checks...> checks_;
  detail::screen screen_;
};

template <check... Checks>
basic_validator(check_list<Checks...> const&) -> basic_validator<check_list<Checks...>>;

/// All checks of the library.
using validator = basic_validator<>;

}  // namespace lupaus::inline v0
