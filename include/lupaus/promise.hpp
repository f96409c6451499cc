// SPDX-License-Identifier: BSL-1.0
//
// Promises as types, all of it. Needs no Boost.
#pragma once

#include "lupaus/promise/error_types.hpp"     // IWYU pragma: export
#include "lupaus/promise/explain_errors.hpp"  // IWYU pragma: keep
#include "lupaus/promise/promise.hpp"         // IWYU pragma: export
#include "lupaus/promise/require.hpp"         // IWYU pragma: export
#include "lupaus/promise/sound.hpp"           // IWYU pragma: export
