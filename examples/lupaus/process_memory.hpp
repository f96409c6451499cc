// SPDX-License-Identifier: BSL-1.0
//
// How much memory this process holds.
#pragma once

#include <unistd.h>

#include <cstddef>
#include <fstream>

/// In bytes, as Linux counts what is resident (proc(5), statm); 0 where it does not say.
inline std::size_t resident_bytes() {
  std::ifstream in{"/proc/self/statm"};
  std::size_t all = 0, resident = 0;
  in >> all >> resident;
  return in ? resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE)) : 0;
}
