// SPDX-License-Identifier: BSL-1.0
//
// Checks in a row, the library's and the user's own.
#pragma once

#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/finding_sink.hpp"

namespace lupaus::inline v0 {

/// The check of one gap of the library.
template <gap const& G>
struct check_for {
  constexpr void operator()(model_view const& m, finding_sink& to) const {
    detail::model_analysis a{m};
    G.find(a, G, to);
  }
  template <detail::wrapped_receiver F>
  constexpr void operator()(model_view const& m, F&& f) const {
    detail::sink_to to{f};
    (*this)(m, to);
  }
  constexpr void find(detail::model_analysis& a, finding_sink& to) const { a.look_for(G, to); }
};

/// Checks in a row: itself a check.
template <check... Checks>
struct check_list : Checks... {
  constexpr check_list() = default;
  constexpr explicit(sizeof...(Checks) == 1)
      check_list(Checks const&... c) requires(sizeof...(Checks) > 0)
      : Checks{c}... {}

  constexpr void find(detail::model_analysis& a, finding_sink& to) const {
    (detail::run_check(static_cast<Checks const&>(*this), a.model(), a, to), ...);
  }
  constexpr void operator()(model_view const& m, finding_sink& to) const {
    detail::model_analysis a{m};
    find(a, to);
  }
  template <detail::wrapped_receiver F>
  constexpr void operator()(model_view const& m, F&& f) const {
    detail::sink_to to{f};
    (*this)(m, to);
  }
  /// The same and one more.
  template <check Another>
  constexpr check_list<Checks..., Another> with(Another const& another) const {
    return {static_cast<Checks const&>(*this)..., another};
  }
};

}  // namespace lupaus::inline v0
