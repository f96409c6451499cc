// SPDX-License-Identifier: BSL-1.0
//
// How far a search may look, and how far it did: an answer claims no more than its search_coverage.
#pragma once

#include "lupaus/config.hpp"

#include <chrono>
#include <concepts>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace lupaus::inline v0 {

/// What a search may use. A limit of states gives the same answer on every machine, one of bytes
/// on every one with the same standard library, one of time on none.
struct search_limits {
  std::size_t states = (std::numeric_limits<std::size_t>::max)();
  std::size_t bytes =
      (std::numeric_limits<std::size_t>::max)();  ///< held, by `search_coverage::bytes`
  std::chrono::nanoseconds time = (std::chrono::nanoseconds::max)();  ///< of this call, wall clock
};

/// Why a search ended.
enum class stop_reason : unsigned char {
  not_yet,   ///< it did not: what was sought was found, or it was never run
  complete,  ///< every reachable state was seen, and every move from it
  states,    ///< the limit of states
  bytes,     ///< the limit of bytes
  time,      ///< the limit of time
  memory,    ///< the machine has no more
  caller,    ///< its progress function said so
  unsteady,  ///< asked again, the system answered otherwise
};

/// What ended a search that is not complete, as "stopped by the limit of states".
[[nodiscard]] constexpr std::string_view to_string(stop_reason why) {
  switch (why) {
    case stop_reason::states: return "stopped by the limit of states";
    case stop_reason::bytes: return "stopped by the limit of memory";
    case stop_reason::time: return "stopped by the limit of time";
    case stop_reason::memory: return "stopped for want of memory";
    case stop_reason::caller: return "stopped by the caller";
    case stop_reason::unsteady: return "the system answers otherwise when it is asked again";
    case stop_reason::complete: return "complete";
    case stop_reason::not_yet: break;
  }
  return "not finished";
}

/// How far a search looked.
struct search_coverage {
  std::size_t states = 0;       ///< seen
  std::size_t expanded = 0;     ///< of these, those whose every move was followed
  std::size_t transitions = 0;  ///< moves followed from the expanded states
  std::size_t bytes = 0;        ///< held now: states, table, traces, moves
  std::size_t depth = 0;        ///< moves to the farthest state that was seen
  /// Every state that this many moves reach was seen; none when not even the initial states were.
  std::optional<std::size_t> complete_depth;
  stop_reason why = stop_reason::not_yet;

  [[nodiscard]] bool is_complete() const noexcept { return why == stop_reason::complete; }
};

/// In words, as "100000 states, all within 9 moves; stopped by the limit of states".
[[nodiscard]] inline std::string to_string(search_coverage const& e) {
  auto text = std::to_string(e.states) + (e.states == 1 ? " state" : " states");
  if (e.is_complete()) return text + ", all that can be reached";
  text += e.complete_depth ? ", all within " + std::to_string(*e.complete_depth) + " moves"
                           : ", not all initial ones";
  return text.append("; ").append(to_string(e.why));
}

namespace detail {
/// So long a search may go on without telling how far it has looked.
inline constexpr std::chrono::milliseconds progress_time{250};
}  // namespace detail

/// Is called with how far a search has looked; false ends the search.
template <class F>
concept progress_function = std::predicate<F&, search_coverage const&>;

/// Stands where no progress is to be told.
struct no_progress {
  bool operator()(search_coverage const&) const noexcept { return true; }
};

}  // namespace lupaus::inline v0
