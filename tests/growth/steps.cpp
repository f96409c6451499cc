// SPDX-License-Identifier: BSL-1.0
#include "growth/steps.hpp"

namespace {
std::size_t steps = 0;
}

// Called by the compiler's own code. It must not count itself, which would never end.
#if defined(__clang__)
#define LUPAUS_TEST_UNCOUNTED [[clang::no_sanitize("coverage")]]
#else
#define LUPAUS_TEST_UNCOUNTED [[gnu::no_sanitize_coverage]]
#endif

extern "C" {
LUPAUS_TEST_UNCOUNTED void __sanitizer_cov_trace_pc();  // NOLINT: the name is the compiler's
LUPAUS_TEST_UNCOUNTED void __sanitizer_cov_trace_pc() { ++steps; }
}

std::size_t steps_so_far() { return steps; }
