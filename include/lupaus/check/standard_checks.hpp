// SPDX-License-Identifier: BSL-1.0
//
// All checks of the library in a row, and the quickest question: is the promise sound?
#pragma once

#include "lupaus/check/check_list.hpp"
#include "lupaus/check/gaps.hpp"

#include <type_traits>

namespace lupaus::inline v0 {

namespace detail {

/// The checks of all gaps of the list.
struct check_for_all_gaps {
  constexpr void find(model_analysis& a, finding_sink& to) const {
    for (auto const* g : standard_gaps) a.look_for(*g, to);
  }
  constexpr void operator()(model_view const& m, finding_sink& to) const {
    model_analysis a{m};
    find(a, to);
  }
};

/// Remembers whether an error was found.
class error_sink final : public finding_sink {
 public:
  constexpr void operator()(finding const& f) override {
    found_ = found_ || f.what->severity == severity::error;
  }
  constexpr bool has_found() const { return found_; }

 private:
  bool found_ = false;
};

}  // namespace detail

/// The checks of the library, in the order of `standard_gaps`.
inline constexpr check_list standard_checks{detail::check_for_all_gaps{}};

/// No gap of severity error; nothing is kept. Usable in constant evaluation.
template <check C = std::remove_const_t<decltype(standard_checks)>>
constexpr bool is_sound(model_view const& m, C const& all = standard_checks) {
  detail::error_sink found;  // a consequence has a cause, so no need to tell them apart
  all(m, found);
  return !found.has_found();
}

}  // namespace lupaus::inline v0
