// SPDX-License-Identifier: BSL-1.0
//
// Work for which the machine may not have the memory.
#pragma once

#include <new>

namespace lupaus::inline v0::detail {

/// False where the machine has not the memory for it.
template <class F>
bool has_memory_for(F&& work) {
#if defined(__cpp_exceptions)
  try {
    work();
  } catch (std::bad_alloc const&) {
    return false;
  }
#else
  work();
#endif
  return true;
}

}  // namespace lupaus::inline v0::detail
