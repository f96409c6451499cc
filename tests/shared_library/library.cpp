// SPDX-License-Identifier: BSL-1.0
#include "shared_library/promise.hpp"

namespace shared_library {

lupaus::model promise_of_library() { return make_promise(); }
void const* deadline_of_library() { return &lupaus::quality_of<lupaus::deadline>; }

}  // namespace shared_library
