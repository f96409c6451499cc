// SPDX-License-Identifier: BSL-1.0
//
// What readers of foreign logs (EPCIS, OCEL) have in common: what they tell of each event, and what
// they count. An event is read, skipped for a reason, or refused with errors; none is lost.
#pragma once

#include "lupaus/model/error.hpp"
#include "lupaus/monitor/order_event.hpp"

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace lupaus::inline v0 {

/// Why an event of a foreign log, which is right in itself, says nothing of an order.
enum class skip_reason : std::uint8_t {
  none,          ///< it was not skipped
  no_order,      ///< it names no order, and no object of one
  no_meaning,    ///< neither the mapping nor the table of the library says what it means
  not_promised,  ///< by the table it is something that the promise does not have
  set_aside,     ///< the mapping says that it means nothing
  unlinked,      ///< objects are taken from a transaction, which is nothing that happens to them
  other_type,    ///< a type of event that the standard does not have
};
inline constexpr std::size_t skip_reasons = 7;

[[nodiscard]] constexpr std::string_view to_string(skip_reason r) noexcept {
  constexpr std::string_view names[] = {"read",
                                        "no order",
                                        "no meaning",
                                        "not in the promise",
                                        "set aside by the mapping",
                                        "taken from a transaction",
                                        "another type of event"};
  return names[static_cast<std::size_t>(r)];
}

/// One event of a foreign log; or, with the number 0, what is wrong with the log besides its
/// events.
struct foreign_event {
  std::size_t number;  ///< among the events of this log, from 1 on
  int line, column;    ///< where it begins
  /// What it says: one record for each order and unit. None where it was skipped or refused.
  std::span<order_event const> records;
  skip_reason skipped;
  errors const& error;         ///< why it was refused, with lines and columns of the log; else none
  std::string_view text = {};  ///< there while it is told of; empty of an event that is too long
};

template <class F>
concept foreign_event_sink = std::invocable<F&, foreign_event const&>;

/// events = read + refused + the sum of `skipped`.
struct log_counts {
  std::size_t events = 0;
  std::size_t read = 0;                             ///< events of which at least one record came
  std::size_t records = 0;                          ///< that came of them
  std::size_t refused = 0;                          ///< events with errors
  std::size_t faults = 0;                           ///< of the log besides its events
  std::array<std::size_t, skip_reasons> skipped{};  ///< events, by reason
  friend bool operator==(log_counts const&, log_counts const&) = default;
};

namespace detail::io {

/// A log, and who is told of its events.
struct foreign_log {
  void* source;
  void* sink;
  std::size_t (*fill)(void* source, char* buffer, std::size_t size);
  void (*tell)(void* sink, foreign_event const& event);
};

}  // namespace detail::io

}  // namespace lupaus::inline v0
