// SPDX-License-Identifier: BSL-1.0
//
// Added to a consumer's program: the library is of the version that was asked for, and what it
// depends on has come along.
#include <boost/graph/graph_traits.hpp>
#include <boost/json/fwd.hpp>
#include <lupaus/version.hpp>
#include <range/v3/range/concepts.hpp>

static_assert(lupaus::version_major == EXPECTED_MAJOR);
static_assert(lupaus::version_minor == EXPECTED_MINOR);
static_assert(lupaus::version_patch == EXPECTED_PATCH);
