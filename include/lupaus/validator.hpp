// SPDX-License-Identifier: BSL-1.0
//
// For whole catalogues: the checks, with memory that is kept from one promise to the next.
//
//   validator v;
//   for (model const& m : catalogue)
//     v(m, [&](finding const& f) { … });
#pragma once

#include "lupaus/check/standard_checks.hpp"

#include <type_traits>

namespace lupaus::inline v0 {

/// Runs a list of checks. Belongs to one thread.
template <class Checks = std::remove_const_t<decltype(standard_checks)>>
class basic_validator;

template <check... Checks>
class basic_validator<check_list<Checks...>> {
 public:
  basic_validator() = default;
  explicit basic_validator(check_list<Checks...> const& checks) : checks_{checks} {}

  /// Calls `sink(finding)` for what the checks find, in their order; raw, before one cause is told
  /// from what follows from it. For a promise of up to some hundred events, allocates nothing once
  /// it has seen one.
  template <detail::wrapped_receiver F>
  void operator()(model_view const& m, F&& sink) {
    detail::sink_to to{sink};
    (*this)(m, to);
  }
  void operator()(model_view const& m, finding_sink& to) {
    analysis_.read(m);
    checks_.find(analysis_, to);
  }

  /// No gap of severity error.
  [[nodiscard]] bool is_sound(model_view const& m) {
    detail::error_sink found;
    (*this)(m, found);
    return !found.has_found();
  }

 private:
  check_list<Checks...> checks_;
  detail::model_analysis analysis_;
};

template <check... Checks>
basic_validator(check_list<Checks...> const&) -> basic_validator<check_list<Checks...>>;

/// All checks of the library.
using validator = basic_validator<>;

}  // namespace lupaus::inline v0
