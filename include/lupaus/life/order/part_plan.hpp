// SPDX-License-Identifier: BSL-1.0
//
// What a plan holds of a part, and of what it does not follow.
#pragma once

#include "lupaus/model/id.hpp"
#include "lupaus/model/terms/time.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lupaus::inline v0::detail {

/// What the explorer knows of a leaf part.
struct part_plan {
  part_id part = {};
  std::size_t first_unit = 0;
  std::size_t units = 0;               ///< followed, one by one
  std::size_t rest = 0;                ///< performed, and not followed
  std::vector<part_id> before = {};    ///< followed too
  std::uint32_t ready_at = 0;          ///< when what comes before and is not followed is performed
  std::vector<std::size_t> ways = {};  ///< to its events
  std::vector<part_id> later = {};     ///< all that follow it, directly or not; leaf parts
  event_id completed = {};
  /// What it is never completed without, in its own life and in no order; no failure (R4).
  std::vector<event_id> until_completed = {};
  /// Those that hold it, or are it, and are severable: what is bought within each, and followed.
  std::vector<std::vector<part_id>> severable = {};
  bool is_bound = false;       ///< somebody is bound, or able, to perform it
  bool is_needed = true;       ///< she buys it, or what is not followed waits for it
  bool is_instalment = false;  ///< money that she pays
  bool is_in_stock = false;  ///< performed by the seller at once, and nothing else can happen to it
  /// The performer does not know that he can begin; the customer can tell him, or nobody can.
  bool needs_notice = false;
  bool can_be_told = false;
};

/// What a plan takes of parts, and units of parts, that it does not follow: they are performed.
struct not_in_plan {
  std::vector<std::uint32_t> performed_at = {};  ///< by part, in seconds since the order; none: 0
  std::vector<event_id> happened = {};       ///< to all of them, besides that they are completed
  std::vector<std::size_t> most_units = {};  ///< by part: so many are followed; none: all
};

}  // namespace lupaus::inline v0::detail
