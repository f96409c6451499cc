// SPDX-License-Identifier: BSL-1.0
//
// How far a stream of records has been taken in.
#pragma once

#include "lupaus/config.hpp"

#include <cstdint>

namespace lupaus::inline v0 {

/// A place in a journal: behind which entry, and the checksum of all up to there.
struct journal_place {
  std::uint64_t sequence = 0;  ///< entries, from the first one on
  std::uint32_t checksum = 0;  ///< CRC-32C of what they say
  friend bool operator==(journal_place const&, journal_place const&) = default;
};

/// Which share of the orders a monitor holds: those that `partition_of` gives this number.
struct partition_share {
  std::uint32_t number = 0, of = 1;
  friend bool operator==(partition_share const&, partition_share const&) = default;
};

}  // namespace lupaus::inline v0
