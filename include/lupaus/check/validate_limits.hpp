// SPDX-License-Identifier: BSL-1.0
//
// What a validation may use, and how far it came: a report claims no more than that.
#pragma once

#include "lupaus/check/gap.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0 {

/// What a validation may use. A limit of work gives the same answer on every machine, one of time
/// on none.
struct validate_options {
  /// Steps of work: elements of the model that are looked at, where that is no matter of its size
  /// alone. What takes n log n is not counted. A step takes some ten nanoseconds.
  std::size_t work = 4'000'000'000;
  std::chrono::nanoseconds time = (std::chrono::nanoseconds::max)();  ///< of this call, wall clock
};

/// Why a validation ended.
enum class work_end : std::uint8_t {
  complete,  ///< every check was finished
  work,      ///< the limit of work
  time,      ///< the limit of time
  memory,    ///< the machine has no more
};

/// What ended a validation that is not complete, as "stopped by the limit of work".
[[nodiscard]] constexpr std::string_view to_string(work_end why) {
  constexpr std::string_view words[] = {"complete", "stopped by the limit of work",
                                        "stopped by the limit of time",
                                        "stopped for want of memory"};
  return words[static_cast<std::size_t>(why)];
}

/// How far a validation came.
struct validate_coverage {
  std::size_t work = 0;  ///< steps that were taken
  work_end why = work_end::complete;
  gap const* left_off = nullptr;      ///< in whose check it ended
  std::vector<gap const*> not_begun;  ///< whose checks come after that

  /// Every check was finished.
  [[nodiscard]] bool is_complete() const noexcept { return !left_off && not_begun.empty(); }
};

/// In words, as "stopped by the limit of work: no-exit was not finished, and uninformed-party and
/// surviving-subcontract were not begun"; or "complete".
[[nodiscard]] inline std::string to_string(validate_coverage const& c) {
  std::string text{to_string(c.why)};
  if (c.is_complete()) return text;
  text += ": ";
  if (c.left_off) text.append(c.left_off->id).append(" was not finished");
  if (c.not_begun.empty()) return text;
  if (c.left_off) text += ", and ";
  auto const n = c.not_begun.size();
  for (std::size_t i = 0; i < n; ++i)
    text.append(i == 0 ? "" : i + 1 < n ? ", " : " and ").append(c.not_begun[i]->id);
  return text += n == 1 ? " was not begun" : " were not begun";
}

}  // namespace lupaus::inline v0
