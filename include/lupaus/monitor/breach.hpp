// SPDX-License-Identifier: BSL-1.0
//
// What the monitor finds: a promise broken, or about to be. The rules:
// docs/explanation/what-the-monitor-judges.md.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/model/element.hpp"
#include "lupaus/model/id.hpp"
#include "lupaus/model/terms/time.hpp"
#include "lupaus/model/view.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0 {

enum class breach_kind : std::uint8_t {
  broken_term,       ///< a claim, commitment or subcontract, or a step, was not met in time
  broken_promise,    ///< the whole, for the customer
  watermelon,        ///< the same, while every term between firms is met
  untold,            ///< nobody gave the word that was owed
  late_notice,       ///< it was given after its time
  customer_chased,   ///< a contact that she had to make
  refused_right,     ///< a request within her rights was refused
  double_deviation,  ///< the recovery of a failure failed as well
  jeopardy,          ///< it can no longer be kept at contracted times
  revised,           ///< an earlier breach does not stand
};
inline constexpr std::size_t breach_kinds = 10;

/// The stable id of a kind, as it stands in documents: "broken-term".
[[nodiscard]] constexpr std::string_view id_of(breach_kind k) noexcept {
  constexpr std::string_view ids[breach_kinds] = {
      "broken-term",     "broken-promise", "watermelon",       "untold",   "late-notice",
      "customer-chased", "refused-right",  "double-deviation", "jeopardy", "revised"};
  return ids[static_cast<std::size_t>(k)];
}

/// What a breach is a breach of, within its order: two with equal keys are the same breach.
struct breach_key {
  breach_kind kind = breach_kind::broken_term;
  element of = {};            ///< the claim, commitment, rule, event or step
  party_id told = {};         ///< of word: to whom it was owed
  part_id part = {};          ///< of a term of recovery: what failed
  std::uint32_t unit = 0;     ///< of the part
  std::uint32_t attempt = 0;  ///< of the part or unit; of contacts, requests: which of them
  friend bool operator==(breach_key const&, breach_key const&) = default;
};

/// One breach. It holds ids of the promise and the order's number; no other data.
struct breach {
  std::string order = {};
  breach_key key = {};
  seconds_t at = 0;               ///< when it came to be, from 1970-01-01T00:00Z
  layer where = layer::delivery;  ///< of a term: claim, commitment or subcontract
  /// Which the breach is about; of a broken promise, what it was broken through; the whole, where
  /// it is of the order.
  part_id part = {};
  event_id event = {};           ///< of word, a failure, or what the customer's contact is about
  seconds_t due = 0;             ///< of terms, word and jeopardy: the limit
  seconds_t late_by = 0;         ///< of late word: by how much; of jeopardy: at least by how much
  std::uint32_t units = 0;       ///< of a broken term: how many units were there ...
  std::uint32_t of_units = 0;    ///< ... of how many
  seconds_t interrupted_at = 0;  ///< of a broken step: since when; 0: it was not interrupted
  /// Of a promise broken through steps of an encounter: those that were broken by then.
  std::vector<part_id> steps = {};
  party_id answers = {};         ///< to the customer
  party_id caused_by = {};       ///< none: the events do not say
  party_id failed_to_tell = {};  ///< of word
  bool is_found_late = false;    ///< after an event that came in late, or was corrected
  breach_key revises = {};       ///< of `revised`: the breach that does not stand

  /// The same for the same events, on every machine and in every run: the order, the kind, and what
  /// it is about. A consumer that keeps these is told of each breach once.
  [[nodiscard]] LUPAUS_DECL std::string id() const;
};

/// One claim that a firm has on another for a breach.
struct recourse_link {
  party_id creditor, debtor;
  element by;  ///< the recourse, or the subcontract that was broken
};

/// Who can recover what it costs, and from whom, by the contracts of the promise: the recourses for
/// its failure, and what the firms owed each other of the part. O(recourses + commitments).
[[nodiscard]] LUPAUS_DECL std::vector<recourse_link> recourse_of(model_view const& m,
                                                                 breach const& b);

/// What is strange about a log, and is no breach.
enum class remark_kind : std::uint8_t {
  does_not_fit,      ///< the promise does not let it happen here (L5)
  repeated,          ///< it has happened already in this attempt
  after_the_end,     ///< the order has ended
  placed_twice,      ///< the order stands already
  never_placed,      ///< retired without having been placed
  unknown_record,    ///< corrects a record that the order does not have
  changed_record,    ///< an id that the order has, with another content
  bad_unit,          ///< the part has no such unit
  too_early,         ///< it is said to have happened before the order was placed
  too_many_records,  ///< the order has as many as the options let it have
};
inline constexpr std::size_t remark_kinds = 10;

[[nodiscard]] constexpr std::string_view id_of(remark_kind k) noexcept {
  constexpr std::string_view ids[remark_kinds] = {
      "does-not-fit",   "repeated",       "after-the-end", "placed-twice", "never-placed",
      "unknown-record", "changed-record", "bad-unit",      "too-early",    "too-many-records"};
  return ids[static_cast<std::size_t>(k)];
}

struct remark {
  std::string order = {};
  remark_kind kind = remark_kind::does_not_fit;
  seconds_t at = 0;
  event_id event = {};
  std::uint32_t unit = 0;
  /// What would have had to come first, one of them; empty where that is no matter of events.
  std::vector<event_id> wanted = {};
};

/// "2026-03-02T09:00Z"; with seconds where there are some.
[[nodiscard]] LUPAUS_DECL std::string moment_text(seconds_t since_epoch);

/// The breach in words: what is broken, when, who answers, who caused it, who failed to tell, and
/// who can recover from whom.
[[nodiscard]] LUPAUS_DECL std::string to_text(model_view const& m, breach const& b);
[[nodiscard]] LUPAUS_DECL std::string to_text(model_view const& m, remark const& r);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/monitor/breach_text.hpp"
#endif
