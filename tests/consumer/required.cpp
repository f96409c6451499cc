// SPDX-License-Identifier: BSL-1.0
//
// Added to a consumer's program: the library is of the version and in the form that was asked for.
#include <lupaus/config.hpp>
#include <lupaus/version.hpp>

static_assert(lupaus::version_major == EXPECTED_MAJOR);
static_assert(lupaus::version_minor == EXPECTED_MINOR);
static_assert(lupaus::version_patch == EXPECTED_PATCH);
static_assert(LUPAUS_IS_HEADER_ONLY == EXPECTED_HEADER_ONLY);
