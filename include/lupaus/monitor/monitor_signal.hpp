// SPDX-License-Identifier: BSL-1.0
//
// What a host may count and log of the monitor's own work, besides breaches and remarks.
#pragma once

#include "lupaus/config.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lupaus::inline v0 {

enum class signal_kind : std::uint8_t {
  order_begun,       ///< the first record of an order; `count`: orders that are kept
  order_retired,     ///< only its counts are kept; `count`: orders that are kept
  order_erased,      ///< `count`: orders that are kept
  record_twice,      ///< a record that the order has already
  judged_again,      ///< an order, after a late record or a correction
  restored,          ///< from a snapshot; `count`: orders
  snapshot_written,  ///< `count`: bytes
  journal_replayed,  ///< `count`: entries
  journal_cut,       ///< a torn entry at its end was cut off; `count`: bytes
  journal_begun,     ///< anew; `count`: bytes of the old one
};
inline constexpr std::size_t signal_kinds = 10;

/// The stable id of a kind, for the name of a metric: "order-retired".
[[nodiscard]] constexpr std::string_view id_of(signal_kind k) noexcept {
  constexpr std::string_view ids[signal_kinds] = {
      "order-begun", "order-retired",    "order-erased",     "record-twice", "judged-again",
      "restored",    "snapshot-written", "journal-replayed", "journal-cut",  "journal-begun"};
  return ids[static_cast<std::size_t>(k)];
}

/// One step of the monitor's work. Texts are there while it is told.
struct monitor_signal {
  signal_kind kind = signal_kind::order_begun;
  std::string_view order = {};  ///< empty where it is of none
  std::uint64_t count = 0;
};

}  // namespace lupaus::inline v0
