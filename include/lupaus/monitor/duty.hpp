// SPDX-License-Identifier: BSL-1.0
//
// Something owed of one order: a term, a recovery or word.
#pragma once

#include "lupaus/monitor/due_time.hpp"
#include "lupaus/monitor/watched_promise.hpp"

#include <cstdint>

namespace lupaus::inline v0::detail {

enum class duty_kind : std::uint8_t { term, recovery, word };
enum class duty_state : std::uint8_t { owed, kept, broken, terminated, dropped };

/// Times are in seconds from 1970-01-01T00:00Z; `never` where nothing has happened.
struct duty {
  duty_kind kind = duty_kind::term;
  duty_state state = duty_state::owed;
  watched_term const* term = nullptr;  ///< of terms and recoveries
  event_id event = {};                 ///< of word and recoveries: of what
  party_id to = {}, from = {};         ///< of word
  bool is_between_firms = false;
  bool is_in_jeopardy = false;  ///< that has been told
  std::uint32_t unit = 0, attempt = 0;
  seconds_t since = 0, due = 0;
  seconds_t of_time = 0;  ///< of a recovery: when it failed
  seconds_t met_at = due_time::never;
  seconds_t jeopardy_at = due_time::never;
};

struct given_word {
  party_id to = {};
  event_id of = {};
  std::uint32_t unit = 0, attempt = 0;
  seconds_t at = 0;
};

}  // namespace lupaus::inline v0::detail
