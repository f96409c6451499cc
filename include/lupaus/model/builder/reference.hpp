// SPDX-License-Identifier: BSL-1.0
//
// How a user points at things before they are ids: by handle, or by name. References hold views of
// the names and live for one call; the builder resolves them at once.
#pragma once

#include "lupaus/model/element.hpp"
#include "lupaus/model/event.hpp"
#include "lupaus/model/id.hpp"
#include "lupaus/model/rule.hpp"

#include <concepts>
#include <string_view>

namespace lupaus::inline v0 {

/// An element by id, or by name.
template <class Id>
struct reference {
  Id id = {};
  std::string_view name = {};

  constexpr reference() = default;
  constexpr reference(Id i) : id{i} {}
  template <std::convertible_to<std::string_view> Name>
  constexpr reference(Name const& n) : name{n} {}

  constexpr explicit operator bool() const { return id || !name.empty(); }
};

using party_ref = reference<party_id>;
using part_ref = reference<part_id>;

/// An event: by id, or by what it is.
struct event_ref {
  event_id id = {};
  event_kind kind = event_kind::step;
  part_ref of = {};
  std::string_view name = {};  ///< of a failure mode or a step
  bool is_report = false;      ///< not the event, but the seller's being told of it
  bool is_given = false;

  constexpr event_ref() = default;
  constexpr event_ref(event_id i) : id{i}, is_given{true} {}
  constexpr event_ref(event_kind k, part_ref p = {}, std::string_view n = {})
      : kind{k}, of{p}, name{n}, is_given{true} {}

  constexpr explicit operator bool() const { return is_given; }
};

inline constexpr event_ref ordered{event_kind::ordered};
inline constexpr event_ref cancel_requested{event_kind::cancel_requested};
inline constexpr event_ref replacement_requested{event_kind::replacement_requested};
inline constexpr event_ref cancelled{event_kind::cancelled};
inline constexpr event_ref refunded{event_kind::refunded};
inline constexpr event_ref kept{event_kind::kept};

/// The part is performed as promised: the delivery has arrived, the machine works.
constexpr event_ref completed(part_ref p) { return {event_kind::completed, p}; }
/// Work on the part begins.
constexpr event_ref started(part_ref p) { return {event_kind::started, p}; }
/// The goods leave with the service that carries them: its start, in the trade's word.
constexpr event_ref shipped(part_ref carrying_service) { return started(carrying_service); }
/// The customer gets the good, by whatever event hands it to her.
constexpr event_ref possession(part_ref good) { return {event_kind::possession, good}; }
/// A declared failure mode.
constexpr event_ref failed(part_ref p, std::string_view mode) {
  return {event_kind::failed, p, mode};
}
/// The failure mode 'late', where it is declared.
constexpr event_ref late(part_ref p) { return {event_kind::late, p}; }
/// Any declared step in the life of a part.
constexpr event_ref step(part_ref p, std::string_view name) { return {event_kind::step, p, name}; }
/// The seller is told of the event.
constexpr event_ref reported(event_ref e) {
  e.is_report = true;
  return e;
}

/// What a rule owes.
struct action {
  action_kind kind = action_kind::act;
  part_ref object = {};
  std::uint32_t units = 0;
  std::string_view words = {};
  money by = {};  ///< so much a price is reduced, if it is said
};

constexpr action replace(part_ref p, std::uint32_t units = 0) {
  return {action_kind::replace, p, units, {}};
}
constexpr action perform_again(part_ref p, std::uint32_t units = 0) {
  return {action_kind::perform_again, p, units, {}};
}
constexpr action repair(part_ref p, std::uint32_t units = 0) {
  return {action_kind::repair, p, units, {}};
}
/// A price reduction: she keeps what failed as it is, for less; by how much, if it is said.
/// Directive (EU) 2019/771, article 13(4).
constexpr action reduce_price(part_ref p, money by = {}) {
  return {action_kind::reduce_price, p, 0, {}, by};
}
constexpr action act(std::string_view words) { return {action_kind::act, {}, 0, words}; }
inline constexpr action refund{action_kind::refund, {}, 0, {}};
inline constexpr action accept{action_kind::accept, {}, 0, {}};
inline constexpr action refuse{action_kind::refuse, {}, 0, {}};

/// What is lost with a part; of what a party bears, or covers.
struct loss {
  part_ref of = {};
};
constexpr loss loss_of(part_ref p) { return {p}; }

/// What a rule takes for granted.
struct presumed {
  party_ref holder = {};
  part_ref good = {};
  event_ref happened = {};
  bool is_not = false;  ///< it has not
};

constexpr presumed held_by(party_ref holder, part_ref good) { return {holder, good, {}}; }
constexpr presumed happened(event_ref e) { return {{}, {}, e}; }
constexpr presumed not_happened(event_ref e) { return {{}, {}, e, true}; }

}  // namespace lupaus::inline v0
