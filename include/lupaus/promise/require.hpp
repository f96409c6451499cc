// SPDX-License-Identifier: BSL-1.0
//
// `static_assert(require_sound<P>)`: the first gap explains itself. Each message says the rule, the
// situation and the mend; the sentence before it, with your types, says where.
#pragma once

#include "lupaus/promise/sound.hpp"

namespace lupaus::inline v0 {

namespace detail {

template <class Gap>
inline constexpr bool sound_but_for = false;

// The header of a gap has an overload with its sentence, asked with a null pointer. The assertion
// stands in a function, because a class that holds a failed one is broken for good, and compilers
// go on about it.
constexpr bool explain(no_gap*) { return true; }
template <class Gap>
constexpr bool explain(Gap*) {
  static_assert(sound_but_for<Gap>, "lupaus: a check of your own found this gap.");
  return true;
}

}  // namespace detail

/// True, or an error that explains the first gap. For static_assert; `sound` is for constraints.
template <auto const& P>
inline constexpr bool require_sound = detail::explain(static_cast<first_gap<P>*>(nullptr));

}  // namespace lupaus::inline v0
