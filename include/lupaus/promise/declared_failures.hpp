// SPDX-License-Identifier: BSL-1.0
//
// Which failures are declared of a part: so that a promise can be told of one that it does not
// speak of. Declaring a failure defines a function, found by the part and a number; whoever counts
// asks for one after the other. What is declared further down is not yet there.
#pragma once

#include "lupaus/promise/type_list.hpp"

#include <cstddef>
#include <utility>

namespace lupaus::inline v0::detail {

// g++ warns that such a friend is no template. It is not meant to be one.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend"
#endif
template <class Part, std::size_t N>
struct failure_number {
  friend constexpr auto declared_failure(failure_number);
};
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif
template <class Failure, class Part, std::size_t N>
struct failure_with_number {
  friend constexpr auto declared_failure(failure_number<Part, N>) { return types<Failure>{}; }
};

/// How many are declared so far, for one who asks but once.
template <class Part, class AskedBy, std::size_t N = 0>
constexpr std::size_t count_failures() {
  if constexpr (requires { declared_failure(failure_number<Part, N>{}); })
    return count_failures<Part, AskedBy, N + 1>();
  else
    return N;
}

/// The base of a failure: it is counted when the failure's class is complete.
template <class Failure, class Part>
struct declares_failure : failure_with_number<Failure, Part, count_failures<Part, Failure>()> {};

template <class Part, std::size_t N>
using declared_failure_t = type_at_t<0, decltype(declared_failure(failure_number<Part, N>{}))>;

}  // namespace lupaus::inline v0::detail
