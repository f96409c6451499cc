// SPDX-License-Identifier: BSL-1.0
//
// What the explorer found: the shortest story for every way to trap a customer, or how far it
// looked without finding one.
#pragma once

#include "lupaus/explore/explorable_promise.hpp"
#include "lupaus/explore/order/exposure_kind.hpp"
#include "lupaus/explore/order/order_move.hpp"
#include "lupaus/explore/search/search_coverage.hpp"
#include "lupaus/model/terms/money.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

/// How a story ends.
enum class ending : std::uint8_t {
  trapped,    ///< nothing that can be counted on frees her, and all that she can ask was in vain
  doomed,     ///< nothing that can be counted on frees her, though she is not refused everything
  violation,  ///< an invariant of the user's does not hold
  broken,     ///< the policy gave no decision that could be followed
  exposed,    ///< the seller is left with a loss
};

[[nodiscard]] constexpr std::string_view to_string(ending e) noexcept {
  constexpr std::string_view names[] = {"trapped", "doomed", "violation", "broken", "exposed"};
  return names[static_cast<std::size_t>(e)];
}

/// A shortest trace to something that must not be.
struct story {
  ending ends = ending::trapped;
  event_id failure = {};  ///< the failure that nobody put right; none when nothing failed
  std::vector<order_move> moves;
  /// After this move nothing that can be counted on frees her; `moves.size()` when that is not so.
  std::size_t doomed_after = 0;
  bool is_released_by_nothing = false;  ///< not by anything that can happen at all
  /// The invariant's name; what the policy threw; the kind of an exposure.
  std::string words;
};

/// A way in which the seller is left with goods gone and money too, or with a loss that nobody
/// covers; and a shortest story of it.
struct seller_exposure {
  exposure_kind kind = exposure_kind::goods_and_money;
  event_id failure = {};  ///< for which the seller gave; none where it was for none
  /// Whose money was returned; the good that there is twice; what failed. The whole, where the
  /// order ends.
  part_id part = {};
  std::vector<part_id> goods = {};  ///< in the story: what is with her, or what the loss is of
  story how = {};
};

/// A step of an encounter that she cannot count on.
struct encounter_break {
  part_id step = {};
  event_id failure = {};  ///< what interrupted it; none: nobody can be counted on from the first
  std::vector<order_move> moves = {};  ///< the shortest story of a failure; else there is none
};

/// What was found of the steps of an encounter. Where she pays on the spot she may leave at any
/// time, and is never trapped: that says nothing of these.
struct encounter_answer {
  /// Those that nobody can be counted on to give, and those that are not taken up again.
  std::vector<encounter_break> breaks;
  bool is_complete = true;  ///< all steps were looked at
};

/// What a failure costs whom, at worst: none where a price that it takes is not stated.
struct failure_cost {
  event_id failure = {};
  std::optional<money> customer;  ///< what she paid for and has not got, where nothing frees her
  std::optional<money> seller;    ///< goods that are gone, less what is recovered
};

/// A failure of which the customer does not hear in the time that she was promised.
struct missed_notice {
  event_id failure = {};
  std::optional<seconds_t> told_within;  ///< 0 where she knows by herself; none: never
  std::optional<seconds_t> promised;     ///< the shortest time that she was promised, if any
};

/// How long things take when every party takes all the time that it has. A time is missing where
/// nothing of the kind can happen, or the search for it was not finished.
struct worst_case_times {
  /// From the order until an acceptable outcome, at the worst moment; she takes the quickest way
  /// out, and may cancel.
  std::optional<seconds_t> until_acceptable;
  std::optional<seconds_t> until_kept;     ///< the same, until all is performed
  std::optional<seconds_t> promised;       ///< by when all was claimed to be performed
  std::optional<seconds_t> longest_limbo;  ///< from a failure until a remedy for it is decided
  /// From when the seller learns of a failure (from the failure, where nobody tells him) until the
  /// part is performed after all.
  std::optional<seconds_t> longest_recovery;
  /// In some stories something is waited for that nobody has bound: these have no times.
  bool has_unbound_waits = false;
  /// `complete`, or what ended the search for the times: then none of them is known.
  stop_reason why = stop_reason::not_yet;
};

/// What the explorer says of a promise and a policy.
///
/// Keeps the model that it is of; bare columns must outlive it.
class verdict {
 public:
  /// Traps, one for every failure mode, shortest first; then those doomed without being trapped.
  std::vector<story> stories;
  std::vector<story> violations;  ///< of the user's invariants, one for each that does not hold
  std::vector<story> broken;      ///< one for every kind of fault of the policy

  std::size_t failures = 0;             ///< the budget
  std::size_t units = 0;                ///< followed of a part that has more
  bool is_by_the_rules = false;         ///< the policy was the rules of the promise itself
  std::size_t trapped = 0;              ///< states in which she is trapped
  std::size_t doomed = 0;               ///< states from which nothing dependable frees her
  std::size_t released_by_nothing = 0;  ///< states from which nothing at all does
  search_coverage seen;                 ///< how far it looked, in all searches together
  std::size_t searches = 0;             ///< sets of parts that were explored apart
  bool has_every_unit = true;           ///< false: of some part fewer units were followed
  /// Parts that meet were explored apart: no more than `failures` clusters of them in one search.
  /// States, and those in which she is trapped, are counted as these searches saw them; one that
  /// several of them saw counts for each.
  bool is_apart = false;

  /// Hers, on the best way out of the worst situation with one; none where a limit ended the search
  /// for it.
  std::optional<std::size_t> most_contacts;
  worst_case_times times;
  std::vector<missed_notice>
      missed_notices;  ///< failures that happened and that she is not told of in time

  /// The other side of the counter: one for every kind, failure and part, shortest first. They make
  /// no verdict unclean.
  std::vector<seller_exposure> exposures;
  bool has_every_exposure = false;  ///< all that the budget allows were looked for
  /// At worst, of every failure mode that happened; where the promise states some price.
  std::vector<failure_cost> costs;

  /// Breaks here make no verdict unclean, as she is free to go.
  encounter_answer encounter;

  /// Why there was nothing to explore: what is too large; empty when there was.
  std::string refusal;

  /// No trap, no doom, no broken policy and no violation, in all that the budget allows: proved.
  [[nodiscard]] bool is_clean() const noexcept {
    return refusal.empty() && stories.empty() && violations.empty() && broken.empty() &&
           seen.is_complete();
  }
  [[nodiscard]] bool never_traps() const noexcept {
    return refusal.empty() && stories.empty() && broken.empty() && seen.is_complete();
  }

  [[nodiscard]] model_view const& model() const noexcept { return promise_.view(); }

  explicit verdict(explorable_promise const& p) : promise_{p} {}

 private:
  explorable_promise promise_;
};

}  // namespace lupaus::inline v0
