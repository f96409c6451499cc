// SPDX-License-Identifier: BSL-1.0
//
// Enters what is said of a promise in its tables, and checks it first. `builder` has a sentence for
// each; readers of files call it as they go.
#pragma once

#include "lupaus/model/builder/model_tables.hpp"
#include "lupaus/model/builder/product.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace lupaus::inline v0::detail {

/// Commitments that were made in one breath: the first, and the one after the last.
struct commitment_range {
  std::size_t first = 0, end = 0;
};

class model_writer {
  using here = source_place;

 public:
  model_tables tables;

  /// Begins a promise.
  model_writer(std::string_view title, here at);
  /// Goes on from a finished model.
  explicit model_writer(model_view const& finished) : tables{finished} {}
  model_writer(model_writer const&) = delete;  // clauses refer to it
  model_writer& operator=(model_writer const&) = delete;

  /// Begins another promise, in the same memory.
  void begin(std::string_view title, here at);

  // ---- who takes part, and what is sold ------------------------------------------------------

  void set_identity(std::string_view id, std::string_view version, here at);
  void set_identity(party_id of, std::string_view id, here at);
  void set_identity(part_id of, std::string_view id, here at);
  party_id add_party(std::string_view name, role is, here at);
  void set_mandate(party_ref who, bool has_mandate, here at);
  /// The part without any event.
  part_id declare_part(std::string_view name, part_kind kind, std::int64_t quantity,
                       std::string_view unit, here at);
  part_id add_part(std::string_view name, part_kind kind, std::int64_t quantity,
                   std::string_view unit, here at);
  part_id add_composite(std::string_view name, lupaus::product const& made_of, here at);
  void compose(part_id outer, lupaus::product const& made_of, here at);
  void add_precedence(part_ref earlier, part_ref later, here at);
  void add_carriage(part_ref service, part_ref good, here at);
  void set_step(part_ref step, term_spec const& quality, experience_level level, here at);
  void add_performer(part_ref what, party_ref who, here at);
  void add_answer(party_ref who, part_ref what, here at);
  void add_ability(party_ref who, part_ref what, time_limit const& lead_time, here at);
  /// What the seller takes for one unit of the part.
  void set_price(party_ref who, part_ref what, money price, here at);
  void set_severable(part_ref what, here at);
  /// Of an instalment.
  void set_amount(party_ref who, part_ref what, money amount, here at);
  event_id add_event(part_ref what, event_kind kind, std::string_view name, here at);
  event_id add_lateness(part_ref what, here at);
  /// `what` has not happened, or is none, so long after `since`. The same time-out is one event.
  event_id add_time_out(event_ref what, time_limit const& within, event_ref since, here at);
  /// The start or the completion of a part.
  event_id add_turning_point(event_ref what, here at);

  // ---- a way to an event, and the goods in it ------------------------------------------------

  transition_id add_way(event_id to, event_ref from, here at);
  /// Who brings the event about, by that way; by a new one where there is none.
  transition_id set_actor(event_id to, transition_id way, party_ref who, here at);
  void set_goods(event_id in, part_ref good, party_ref holder, here at);
  /// Of a failure: the time-out after which it counts as none.
  void set_end(event_id of, event_ref time_out, here at);

  // ---- who owes whom what --------------------------------------------------------------------

  claim_id add_claim(party_ref claimant, part_ref about, term_list const& terms,
                     std::string_view words, bool implied, here at);
  /// A claim in words alone.
  claim_id add_saying(party_ref claimant, part_ref about, std::string_view words, here at);
  commitment_range add_commitments(party_ref debtor, party_id creditor, part_ref about,
                                   term_list const& terms, char const* call, here at);
  void add_recourse(party_ref debtor, event_ref failure, term_list const& within,
                    party_ref creditor, here at);
  void add_ends(party_ref debtor, std::initializer_list<event_ref> when, party_ref creditor,
                time_limit const& within, here at);
  rule_id add_rule(event_ref trigger, here at);
  void add_notice(party_ref from, party_ref to, event_ref of, time_limit const& within,
                  std::string_view words, here at);
  void add_change_notice(party_ref from, party_ref to, part_ref of, time_limit const& within,
                         std::string_view words, here at);
  void add_coordination(party_ref owner, part_ref before, part_ref after, here at);
  void add_need(part_ref before, part_ref after, here at);
  void add_need(party_ref x, party_ref y, here at);
  void add_channel(party_ref x, party_ref y, here at);
  void add_sighting(party_ref who, event_ref what, here at);
  /// The quality that a declaration of a new name makes; lives as long as the tables.
  quality_type const* add_quality(declared_quality const& q);
  capability_id add_capability(capability_name const& c, here at);
  void add_provision(party_ref who, std::string_view capability, here at);
  void add_risk(party_ref bearer, part_ref of, event_ref from, event_ref until, party_ref covered,
                here at);

 private:
  party_id add_only(party_id& slot, std::string_view name, role is, statement const& s);
  void put_inside(part_id outer, lupaus::product const& made_of, statement const& s);
  void set_money(part_id p, money given, statement const& s);
  bool refuse_composites(part_id a, part_id b, statement const& s);
  bound checked(time_limit const& t, statement const& s);
};

}  // namespace lupaus::inline v0::detail

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/model/clauses_written.hpp"
#include "lupaus/src/model/parts_written.hpp"
#include "lupaus/src/model/prices_written.hpp"
#endif
