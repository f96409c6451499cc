// SPDX-License-Identifier: BSL-1.0
//
// Promises as types, all of it. Needs no Boost.
#pragma once

// The gaps come first: the compiler prints the way by which it came to the one that it tells of.
#include "lupaus/check/gaps.hpp"  // IWYU pragma: keep

#include "lupaus/promise/error_types.hpp"     // IWYU pragma: export
#include "lupaus/promise/explain_errors.hpp"  // IWYU pragma: keep
#include "lupaus/promise/promise.hpp"         // IWYU pragma: export
#include "lupaus/promise/require.hpp"         // IWYU pragma: export
#include "lupaus/promise/sound.hpp"           // IWYU pragma: export
