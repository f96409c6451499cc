// SPDX-License-Identifier: BSL-1.0
//
// What can happen to an order. The events of a part form its life: each follows another, or
// begins the part, and is brought about by somebody. Who holds the goods changes with them.
#pragma once

#include "lupaus/model/id.hpp"
#include "lupaus/model/terms/quality.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lupaus::inline v0 {

enum class event_kind : std::uint8_t {
  ordered,                ///< event 0 of every model
  started,                ///< work on a part begins; for a service that carries goods: shipped
  completed,              ///< a part is performed as promised
  failed,                 ///< a failure mode of a part
  late,                   ///< the failure mode 'late', where it is declared
  step,                   ///< anything else in the life of a part, with a name
  timed_out,              ///< a time has passed, and `subject`, if there is one, has not happened
  possession,             ///< the customer gets a good, by whatever event hands it to her
  reported,               ///< the seller is told of `subject`
  cancel_requested,       ///< the customer asks to cancel
  replacement_requested,  ///< the customer asks for another one
  cancelled,
  refunded,
  kept,  ///< the whole promise has been kept
};

constexpr std::string_view to_string(event_kind k) {
  constexpr std::string_view names[] = {"ordered",
                                        "started",
                                        "completed",
                                        "failed",
                                        "late",
                                        "step",
                                        "timed out",
                                        "possession",
                                        "reported",
                                        "cancellation requested",
                                        "replacement requested",
                                        "cancelled",
                                        "refunded",
                                        "promise kept"};
  return names[static_cast<std::size_t>(k)];
}

struct event {
  event_kind kind = event_kind::step;
  part_id of = {};  ///< the part in whose life it happens; the whole for the order's own events
  event_id subject = {};  ///< of a report: what is reported; of a time-out: what has not happened
  event_id since = {};    ///< of a time-out: what its time counts from
  bound within = {};      ///< of a time-out: how long after that
  part_id good = {};      ///< the good that changes hands, if one does
  party_id holder = {};   ///< who holds `good` afterwards
  event_id until = {};    ///< of a failure: the time-out after which it counts as none
  std::string_view name =
      {};  ///< of a failure mode or a step; the others' follow from what they are

  friend constexpr bool operator==(event const&, event const&) = default;
};

/// A way in which `to` can come about: after `from`, by `by`. From the order itself: it can be
/// the first event of its part. No `by`: nobody in particular.
struct transition {
  event_id from = {};
  event_id to = {};
  party_id by = {};
  bool from_is_derived = false;  ///< nobody said it: it follows from the rest of the model
  bool by_is_derived = false;
};

/// A failure mode is an event that the promise would rather not see and must have a rule for.
constexpr bool is_failure(event_kind k) { return k == event_kind::failed || k == event_kind::late; }

/// A time-out: nobody brings it about.
constexpr bool is_time_out(event_kind k) { return k == event_kind::timed_out; }

namespace detail {

/// It is a failure, or the report of one. Of the events of a model, written or not.
template <class Events>
constexpr bool is_of_failure(Events const& events, event_id e) {
  auto const& x = events[e.index()];
  return is_failure(x.kind == event_kind::reported ? events[x.subject.index()].kind : x.kind);
}
/// A time-out can count from it.
constexpr bool starts_a_time(event_kind k) {
  return k < event_kind::timed_out || k == event_kind::possession || k == event_kind::reported;
}
/// It happens to a part, where somebody can see it.
constexpr bool may_be_seen(event_kind k) {
  return k > event_kind::ordered && k < event_kind::timed_out;
}
/// A time-out can wait for it.
constexpr bool may_be_missed(event_kind k) {
  return (starts_a_time(k) && k != event_kind::ordered) || k == event_kind::cancel_requested ||
         k == event_kind::kept;
}

}  // namespace detail

/// Events of the order as a whole rather than of one part.
constexpr bool is_of_order(event_kind k) {
  return k == event_kind::ordered || k >= event_kind::cancel_requested;
}

}  // namespace lupaus::inline v0
