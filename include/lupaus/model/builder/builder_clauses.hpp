// SPDX-License-Identifier: BSL-1.0
//
// What the builder's calls return, so that a clause can be said to its end:
//   b.on(damaged).owes(shop, replace(machine)).waits_for(back).presumes(held_by(customer,
//   machine));
// A clause refers to its builder and is used up in the expression that made it.
#pragma once

#include "lupaus/model/builder/model_writer.hpp"

#include <cstddef>
#include <string_view>

namespace lupaus::inline v0 {

/// A step in the life of a part.
class step_clause {
 public:
  step_clause(detail::model_writer& w, event_id e) noexcept : writer_{&w}, event_{e} {}

  operator event_ref() const noexcept { return event_ref{event_}; }
  [[nodiscard]] event_id id() const noexcept { return event_; }

  /// It can follow that event. Said again, it is another way in which the step can come about.
  step_clause& follows(event_ref from, source_place at = source_place::here());
  /// Who brings it about, after the event last named; if nobody is said, the part's performer.
  step_clause& by(party_ref who, source_place at = source_place::here());
  /// With it the good changes hands: afterwards `holder` holds it.
  step_clause& hands(part_ref good, party_ref holder, source_place at = source_place::here());
  /// Of a failure: only until that time has passed, as where a warranty ends. What shows later is
  /// nobody's failure.
  step_clause& until(event_ref time_out, source_place at = source_place::here());

 private:
  detail::model_writer* writer_;
  event_id event_;
  transition_id way_;
};

/// One commitment, or several made in one breath.
class commitment_clause {
 public:
  commitment_clause(detail::model_writer& w, detail::commitment_range made,
                    source_place at) noexcept
      : writer_{&w}, made_{made}, at_{at} {}

  /// Owed to that party.
  commitment_clause& to(party_ref creditor);
  /// Owed only if that event happens.
  commitment_clause& given(event_ref antecedent);
  /// What is owed is that event, and not the completion of the part.
  commitment_clause& brings_about(event_ref what);
  /// A remedy: owed only where a rule calls for it.
  commitment_clause& on_request();
  /// It rests on an enabling condition, declared by `capability`.
  commitment_clause& rests_on(std::string_view capability);
  /// An incentive that can override what is promised of a quality; by its name, where it has one.
  commitment_clause& overrides(term_spec const& quality, std::string_view interest = {});

  /// The id of the first of them.
  [[nodiscard]] commitment_id id() const noexcept {
    return made_.first < made_.end ? commitment_id{made_.first} : commitment_id{};
  }

 private:
  [[nodiscard]] detail::statement about(char const* what) const;

  detail::model_writer* writer_;
  detail::commitment_range made_;
  source_place at_;
};

/// A rule, from the event that it fires on to what it takes for granted.
class rule_clause {
 public:
  rule_clause(detail::model_writer& w, rule_id r, source_place at) noexcept
      : writer_{&w}, rule_{r}, at_{at} {}

  /// Only from that event on.
  rule_clause& since(event_ref e) { return set(&rule::since, e); }
  /// Only as long as that event has not happened.
  rule_clause& until(event_ref e) { return set(&rule::until, e); }
  rule_clause& between(event_ref from, event_ref to) { return since(from).until(to); }
  /// Only from the n-th time on that it fails, of 2 to 7: counted in all attempts.
  rule_clause& from_time(std::size_t n) { return set_time(&rule::from_time, "from_time", 2, n); }
  /// Only the first n times that it fails, of 1 to 6.
  rule_clause& up_to_time(std::size_t n) { return set_time(&rule::up_to_time, "up_to_time", 1, n); }
  /// Who owes what; to the customer, unless somebody else is said.
  rule_clause& owes(party_ref debtor, action const& what, party_ref creditor = {});
  /// The action waits for that event.
  rule_clause& waits_for(event_ref gate) { return set(&rule::gate, gate); }
  /// The action takes at most so long, after the gate if there is one.
  template <length_or_date T>
  rule_clause& within(T t) {
    return takes(lasting(t));
  }
  /// What it takes for granted.
  rule_clause& presumes(presumed const& p);
  /// Of what is paid back, the fee that is kept. Only of a refund, or where she may cancel.
  rule_clause& keeps(money fee);

  [[nodiscard]] rule_id id() const noexcept { return rule_; }

 private:
  [[nodiscard]] detail::statement about() const;
  rule_clause& set(event_id rule::*member, event_ref e);
  rule_clause& set_time(std::uint8_t rule::*member, char const* word, std::size_t least,
                        std::size_t n);
  rule_clause& takes(time_limit const& t);

  detail::model_writer* writer_;
  rule_id rule_;
  source_place at_;
};

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/model/builder_clauses.hpp"
#endif
