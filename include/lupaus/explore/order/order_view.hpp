// SPDX-License-Identifier: BSL-1.0
//
// An order as the explorer holds it: what has happened to each unit of each part, who has the
// goods, what was asked and answered. What a policy and an invariant may look at.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/explore/order/decision.hpp"
#include "lupaus/life/order/order_phase.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace lupaus::inline v0 {

namespace detail {
class order_plan;
class state_reader;
class question_limit;
struct order_access;
}  // namespace detail

/// Looks at one state; refers to it and to the plan of the promise.
///
/// What "has happened" has happened in the current attempt. Only a remedy begins another one, of
/// its object and of what follows it, in which nothing has happened yet. What came before, in all
/// attempts, is remembered only where somebody asks for it: the search begins anew for it, with
/// more states.
///
/// Every question has an answer. An id that is none or that the promise does not have, and a unit
/// that a part does not have, is one to which nothing has happened: false, none, 0, or `not_asked`.
/// A composite part, the whole included, has no units, no events and no holder of its own; it is
/// done when every leaf part within it is.
class order_view {
 public:
  order_view(detail::order_plan const& plan, std::uint8_t const* bytes) noexcept
      : plan_{&plan}, bytes_{bytes} {}

  [[nodiscard]] model_view const& promise() const noexcept;

  [[nodiscard]] order_phase phase() const;
  /// Failures so far.
  [[nodiscard]] std::size_t failures() const;
  [[nodiscard]] reply cancellation() const;
  [[nodiscard]] bool is_kept() const;
  /// Kept, settled (every part performed, or its money returned on her asking), cancelled,
  /// refunded, or left without having paid: nothing keeps her waiting.
  [[nodiscard]] bool is_acceptable() const;

  /// Units of a leaf part that are followed.
  [[nodiscard]] std::size_t units(part_id p) const;
  /// The last thing that happened to a unit in this attempt, but that it is late; none before its
  /// part has begun. Kept for policies of code, for invariants and for `replay`; else none.
  [[nodiscard]] event_id last(part_id p, std::size_t unit = 0) const;
  [[nodiscard]] bool is_done(part_id p, std::size_t unit) const;
  /// Every unit of the part is performed; of a composite, of every part within it.
  [[nodiscard]] bool is_done(part_id p) const;
  [[nodiscard]] reply replacement(part_id p, std::size_t unit) const;
  /// She has told the part's performer that he can begin.
  [[nodiscard]] bool is_told(part_id p, std::size_t unit) const;
  /// Who holds a good; none when nobody does.
  [[nodiscard]] party_id holder(part_id good, std::size_t unit = 0) const;
  /// The failure that stands: its result, where that is one; else none.
  [[nodiscard]] event_id open_failure(part_id p, std::size_t unit) const;

  [[nodiscard]] bool has_happened(event_id e, std::size_t unit) const;
  /// The event, or for possession of a good any event that hands it to her, has happened to some
  /// unit; a report: the seller knows. Of the order's own events, the order has.
  [[nodiscard]] bool has_happened(event_id e) const;
  /// The seller knows of the event.
  [[nodiscard]] bool is_reported(event_id e, std::size_t unit) const;

  /// The rule's situation holds for the order: `since` has happened to some unit, in its present
  /// attempt, and `until` has not to all.
  [[nodiscard]] bool is_in_situation(rule_id id) const;
  /// The rule has fired for a unit: its event has happened, and its situation held then or later.
  [[nodiscard]] bool has_fired(rule_id id, std::size_t unit) const;
  /// The rule's gate is open, or it has none. For the unit, where the gate is in its part's life;
  /// `p` may be none.
  [[nodiscard]] bool is_open(rule_id id, part_id p, std::size_t unit) const;

  // ---- in all attempts -----------------------------------------------------------------------

  /// Numbers end at this: so often, or more.
  static constexpr std::size_t most_counted = 3;
  /// How often an event in the life of a leaf part, or a time-out of it, has happened to a unit,
  /// the present time included.
  [[nodiscard]] std::size_t how_often(event_id e, std::size_t unit) const;
  /// The same, to all units that are followed; for possession of a good, any event that hands it to
  /// her. Of a report, and of the order's own events: 1 where it has happened.
  [[nodiscard]] std::size_t how_often(event_id e) const;
  /// How often she has asked for another one of a unit of a leaf part, before this time.
  [[nodiscard]] std::size_t replacement_requests(part_id p, std::size_t unit = 0) const;
  /// What was decided on the last of them; none where there was none.
  [[nodiscard]] std::optional<answer> last_replacement_answer(part_id p,
                                                              std::size_t unit = 0) const;
  /// How often she has asked to cancel, before this time.
  [[nodiscard]] std::size_t cancellation_requests() const;
  [[nodiscard]] std::optional<answer> last_cancellation_answer() const;

  // ---- who knows -----------------------------------------------------------------------------

  /// The event has happened in the present attempt, and the party knows: the seller's firm, where
  /// it sees the event or a report of it has come; another, where it sees the event or somebody who
  /// knows owes it a notice of it, which comes at once; or she has told it, as who performs what
  /// comes right after. O(model).
  [[nodiscard]] bool is_told(party_id who, event_id e) const;

 protected:
  /// Counts questions: false where there have been too many, and the answer no longer matters.
  bool may_ask(std::size_t many = 1) const;
  /// A number that changes from question to question, for what no longer matters.
  std::uint32_t any_number() const;

 private:
  friend detail::order_access;

  /// Notes that it was asked about something, where that is of interest.
  void note(part_id p) const;
  void note(event_id e) const;
  void note(rule_id r) const;
  void note_requests(part_id p) const;
  std::size_t how_often_to(event_id e, std::size_t unit) const;
  bool knows(party_id who, event_id e) const;
  template <class Question>
  auto answer_to(Question&& q, std::size_t many = 1) const;
  bool has(part_id p, std::size_t unit) const;
  bool has(event_id e, std::size_t unit) const;
  bool has(event_id e) const;
  bool has(rule_id r) const;
  detail::state_reader read() const noexcept;

  detail::order_plan const* plan_;
  std::uint8_t const* bytes_;
  detail::question_limit* limit_ = nullptr;
};

namespace detail {

/// What of an `order_view` is the explorer's alone. What is read here is noted nowhere.
struct order_access {
  static order_plan const& plan(order_view const& v) noexcept { return *v.plan_; }
  static std::uint8_t const* bytes(order_view const& v) noexcept { return v.bytes_; }
  static void limit_questions(order_view& v, question_limit& limit) noexcept { v.limit_ = &limit; }
  static void note(order_view const& v, rule_id r) { v.note(r); }
};

}  // namespace detail

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/explore/order_view.hpp"
#endif
