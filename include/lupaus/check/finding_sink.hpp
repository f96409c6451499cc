// SPDX-License-Identifier: BSL-1.0
//
// Where findings go. Checks know one type of sink, so that each is compiled once, whatever a user
// does with what they find.
#pragma once

#include "lupaus/check/gap.hpp"

#include <concepts>
#include <cstddef>
#include <functional>
#include <memory>
#include <type_traits>

namespace lupaus::inline v0 {

/// What a check tells its findings to.
class finding_sink {
 public:
  constexpr virtual void operator()(finding const&) = 0;

 protected:
  constexpr finding_sink() = default;
  constexpr finding_sink(finding_sink const&) = default;
  constexpr finding_sink& operator=(finding_sink const&) = default;
  constexpr ~finding_sink() = default;
};

/// Anything that a user may hand in to be told of findings: it is called with one after the other.
template <class F>
concept finding_receiver = std::invocable<F&, finding const&>;

/// A check is a function object: it reads a model and tells its sink what it finds.
template <class C>
concept check = requires(C const& c, model_view const& m, finding_sink& to) {
  c(m, to);
};

namespace detail {

/// A user's callable as a sink. Refers to it.
template <finding_receiver F>
class sink_to final : public finding_sink {
 public:
  constexpr explicit sink_to(F& f) : f_{std::addressof(f)} {}
  constexpr void operator()(finding const& f) override { std::invoke(*f_, f); }

 private:
  F* f_;
};

template <class F>
concept wrapped_receiver =
    finding_receiver<F> && !std::derived_from<std::remove_cvref_t<F>, finding_sink>;

/// Checks of the library share what they find out about a model.
template <class C>
concept sharing_check = requires(C const& c, model_analysis& a, finding_sink& to) {
  c.find(a, to);
};

/// Runs a check of the library or of the user's. The analysis is one of the model.
template <check C>
constexpr void run_check(C const& c, model_view const& m, model_analysis& a, finding_sink& to) {
  if constexpr (sharing_check<C>)
    c.find(a, to);
  else
    c(m, to);
}

}  // namespace detail

/// Counts, and keeps nothing; the smallest sink.
struct count_findings {
  std::size_t count = 0;
  constexpr void operator()(finding const&) { ++count; }
};

}  // namespace lupaus::inline v0
