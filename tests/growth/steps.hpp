// SPDX-License-Identifier: BSL-1.0
//
// Work is counted, not timed: this program is compiled with -fsanitize-coverage=trace-pc, so that
// every basic block of the library, which is header-only here, counts one step.
#pragma once

#include <cstddef>

/// The steps since the program began.
std::size_t steps_so_far();

/// How many steps `f` takes.
template <class F>
std::size_t steps_of(F f) {
  auto const before = steps_so_far();
  f();
  return steps_so_far() - before;
}
