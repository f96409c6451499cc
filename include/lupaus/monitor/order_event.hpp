// SPDX-License-Identifier: BSL-1.0
//
// What is told to the monitor: one event of one order, or that an earlier record was wrong.
#pragma once

#include "lupaus/explore/order/decision.hpp"
#include "lupaus/model/element.hpp"
#include "lupaus/model/id.hpp"
#include "lupaus/model/terms/quality.hpp"
#include "lupaus/model/terms/time.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0 {

enum class order_event_kind : std::uint8_t {
  placed,             ///< the order is placed
  happened,           ///< an event in the life of a part
  remedied,           ///< a part is replaced, performed again or repaired, or its money returned
  told,               ///< somebody is told of an event
  contacted,          ///< the customer does something to be served: looks it up, calls
  asked_for_another,  ///< the customer asks for another one of what failed, and is answered
  asked_to_cancel,    ///< the customer asks to cancel, and is answered
  called_off,         ///< the order ends, with her payment returned
  paid_back,          ///< the order ends, with her payment returned, on the seller's own account
  left,               ///< the customer goes elsewhere, having paid nothing
  withdrawn,          ///< an earlier record did not occur; what is wrong in it is told anew
  exceeded,           ///< somebody takes one step more than was promised of a part
};

[[nodiscard]] constexpr std::string_view to_string(order_event_kind k) noexcept {
  constexpr std::string_view names[] = {
      "ordered",         "happened",  "remedied", "told", "contacted", "asked for another one",
      "asked to cancel", "cancelled", "refunded", "left", "withdrawn", "exceeded"};
  return names[static_cast<std::size_t>(k)];
}

/// A limit that was promised with one order, and stands for the one of the promise: a date, say.
struct promised_limit {
  element of = {};   ///< a claim or commitment with a deadline
  bound limit = {};  ///< of time
  friend bool operator==(promised_limit const&, promised_limit const&) = default;
};

/// One record of a log. Names are ids of the promise; `event_called` and `part_called` find them.
struct order_event {
  std::string order = {};  ///< the order's number, opaque
  seconds_t at = 0;        ///< in seconds from 1970-01-01T00:00Z
  order_event_kind kind = order_event_kind::happened;
  event_id event = {};  ///< what happened, or of what is told
  /// What failed, of a remedy and of a request for another one; of what more was done.
  part_id part = {};
  std::uint32_t unit = 0;  ///< of the part, from 0 on
  party_id who = {};       ///< who is told; who did what happened, where the log says
  /// The answer to a request; the remedy that is begun.
  answer was = answer::waits;
  /// Of a remedy: what is replaced; none: what failed, or what it carries. Of a refund: of what;
  /// none: of all, and the order ends.
  part_id object = {};
  std::vector<promised_limit> promised = {};  ///< with the placing of the order
  std::string id = {};        ///< of the record; empty: it has none, and cannot be corrected
  std::string corrects = {};  ///< the id of a record that was wrong, and that this one stands for

  friend bool operator==(order_event const&, order_event const&) = default;
};

}  // namespace lupaus::inline v0
