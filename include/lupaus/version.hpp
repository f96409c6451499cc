// SPDX-License-Identifier: BSL-1.0
//
// The version. It is written here alone: CMake reads these three lines.
#pragma once

#define LUPAUS_VERSION_MAJOR 0
#define LUPAUS_VERSION_MINOR 1
#define LUPAUS_VERSION_PATCH 0

namespace lupaus::inline v0 {

inline constexpr int version_major = LUPAUS_VERSION_MAJOR;
inline constexpr int version_minor = LUPAUS_VERSION_MINOR;
inline constexpr int version_patch = LUPAUS_VERSION_PATCH;

}  // namespace lupaus::inline v0
