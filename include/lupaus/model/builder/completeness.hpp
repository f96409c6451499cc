// SPDX-License-Identifier: BSL-1.0
//
// What a whole model must have.
#pragma once

#include "lupaus/config.hpp"

namespace lupaus::inline v0::detail {

class model_tables;

/// What a whole model must have, whoever wrote it. Faults are kept like any other.
LUPAUS_DECL void check_complete(model_tables& t);

}  // namespace lupaus::inline v0::detail

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/model/completeness.hpp"
#endif
