// SPDX-License-Identifier: BSL-1.0
//
// Writes a promise at run time, in the order in which one tells it: who, what, what is claimed,
// what is committed, what is subcontracted. Names and handles serve alike. Nonsense is rejected by
// the call that brings it, with the place of that call; `build` hands over the model or all faults.
#pragma once

#include "lupaus/model/builder/builder_clauses.hpp"
#include "lupaus/model/builder/product.hpp"

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace lupaus::inline v0 {

class builder {
  using here = source_place;

 public:
  /// Begins a promise. The title is what the customer thinks that she buys.
  explicit builder(std::string_view title, here at = here::here()) : writer_{title, at} {}
  /// Goes on from a finished model, to mend or vary it.
  explicit builder(model const& m) : writer_{m.view()} {}
  builder(builder const&) = delete;  // clauses refer to it
  builder& operator=(builder const&) = delete;

  /// What the promise is called in the user's own records.
  builder& identity(std::string_view id, std::string_view version = {}, here at = here::here()) {
    writer_.set_identity(id, version, at);
    return *this;
  }
  /// What a party is called in the user's own records.
  builder& identity(party_id of, std::string_view id, here at = here::here()) {
    writer_.set_identity(of, id, at);
    return *this;
  }
  /// What a part is called in the user's own records: its article number, say.
  builder& identity(part_id of, std::string_view id, here at = here::here()) {
    writer_.set_identity(of, id, at);
    return *this;
  }
  /// When the customer binds herself; `payment::ahead` unless said.
  builder& paid(payment when) {
    writer_.tables.columns.paid = when;
    return *this;
  }
  /// Makes a quality known by name. One that is used by type needs no registration.
  builder& knows(quality_type const& q) {
    writer_.tables.remember(&q);
    return *this;
  }

  // ---- parties -------------------------------------------------------------------------------
  party_id customer(std::string_view name, here at = here::here()) {
    return writer_.add_party(name, role::customer, at);
  }
  /// The merchant of record.
  party_id seller(std::string_view name, here at = here::here()) {
    return writer_.add_party(name, role::seller, at);
  }
  party_id department(std::string_view name, here at = here::here()) {
    return writer_.add_party(name, role::department, at);
  }
  party_id subcontractor(std::string_view name, here at = here::here()) {
    return writer_.add_party(name, role::subcontractor, at);
  }
  /// What the party says does not bind the seller.
  builder& has_no_mandate(party_ref who, here at = here::here()) {
    return writer_.set_mandate(who, false, at), *this;
  }
  /// What the party says binds the seller, though it is no department of his: an agent, say.
  builder& has_mandate(party_ref who, here at = here::here()) {
    return writer_.set_mandate(who, true, at), *this;
  }

  // ---- parts ---------------------------------------------------------------------------------
  part_id good(std::string_view name, std::int64_t quantity = 1, std::string_view unit = "pcs",
               here at = here::here()) {
    return writer_.add_part(name, part_kind::good, quantity, unit, at);
  }
  part_id service(std::string_view name, std::int64_t quantity = 1, std::string_view unit = "pcs",
                  here at = here::here()) {
    return writer_.add_part(name, part_kind::service, quantity, unit, at);
  }
  /// What she pays of the price: a deposit, the rest. It is completed when she has paid it.
  part_id instalment(std::string_view name, here at = here::here()) {
    return writer_.add_part(name, part_kind::instalment, 1, "pcs", at);
  }
  /// A part made of parts: a kitchen holds a dishwasher, installed.
  part_id composite(std::string_view name, lupaus::product const& made_of, here at = here::here()) {
    return writer_.add_composite(name, made_of, at);
  }
  /// What the whole is made of: machine >> delivery >> installation.
  builder& product(lupaus::product const& made_of, here at = here::here()) {
    writer_.compose(lupaus::whole, made_of, at);
    return *this;
  }
  /// The whole promise, as a part.
  [[nodiscard]] part_id whole() const noexcept { return lupaus::whole; }
  /// A part is completed before another begins, besides what the product says.
  builder& before(part_ref earlier, part_ref later, here at = here::here()) {
    return writer_.add_precedence(earlier, later, at), *this;
  }
  /// A service takes a good to the customer: shipped as it starts, hers when it is completed.
  builder& carries(part_ref service, part_ref good, here at = here::here()) {
    return writer_.add_carriage(service, good, at), *this;
  }
  /// The service is a step of an encounter: with it she has got that quality.
  builder& gives(part_ref step, term_spec const& quality, experience_level level = {},
                 here at = here::here()) {
    writer_.set_step(step, quality, level, at);
    return *this;
  }
  /// Who does the work, where the chain of subcontracts does not tell.
  builder& performs(party_ref who, part_ref what, here at = here::here()) {
    return writer_.add_performer(what, who, at), *this;
  }
  /// The seller's terms declare that somebody answers to the customer for the part.
  builder& answers(party_ref who, part_ref what, here at = here::here()) {
    return writer_.add_answer(who, what, at), *this;
  }
  /// The party can do it itself, in that time from when it can begin (in stock: 0 h).
  template <length_or_date T>
  builder& can_do(party_ref who, part_ref what, T lead_time, here at = here::here()) {
    writer_.add_ability(who, what, lasting(lead_time), at);
    return *this;
  }
  /// What the seller takes for one unit of the part. A composite costs what is in it.
  builder& charges(party_ref who, part_ref what, money for_one, here at = here::here()) {
    writer_.set_price(who, what, for_one, at);
    return *this;
  }
  /// Left out, with its money back, the rest is what she bought; of a composite, only all of it.
  builder& severable(part_ref what, here at = here::here()) {
    return writer_.set_severable(what, at), *this;
  }
  /// How much the instalment is.
  builder& pays(party_ref who, part_ref instalment, money amount, here at = here::here()) {
    return writer_.set_amount(who, instalment, amount, at), *this;
  }

  // ---- events --------------------------------------------------------------------------------
  /// A failure mode of a part: something that may happen to it and must have a rule.
  step_clause fails(part_ref what, std::string_view mode, here at = here::here()) {
    return {writer_, writer_.add_event(what, event_kind::failed, mode, at)};
  }
  /// The failure mode 'late'.
  step_clause may_be_late(part_ref what, here at = here::here()) {
    return {writer_, writer_.add_lateness(what, at)};
  }
  /// Any other step in the life of a part.
  step_clause step(part_ref what, std::string_view name, here at = here::here()) {
    return {writer_, writer_.add_event(what, event_kind::step, name, at)};
  }
  /// That a part is begun, or completed: in which ways, and by whom. Where nobody says, it follows
  /// the start of the part, or begins it.
  step_clause happens(event_ref what, here at = here::here()) {
    return {writer_, writer_.add_turning_point(what, at)};
  }
  /// So long after an event, or the order, another has not happened: an expiry, a no-show.
  template <length_or_date T>
  event_id not_by(event_ref what, T within, event_ref since = ordered, here at = here::here()) {
    return writer_.add_time_out(what, lasting(within), since, at);
  }
  /// So long has passed since an event, or since the order: "within 14 days of delivery".
  template <length_or_date T>
  event_id passed(T time, event_ref since = ordered, here at = here::here()) {
    return writer_.add_time_out({}, lasting(time), since, at);
  }

  // ---- marketing -----------------------------------------------------------------------------
  /// What the page says. `words`: as the customer reads it, where that tells more than the term.
  claim_id claims(party_ref claimant, part_ref about, term_list const& terms,
                  std::string_view words = {}, here at = here::here()) {
    return writer_.add_claim(claimant, about, terms, words, false, at);
  }
  /// What it lets her understand.
  claim_id implies(party_ref claimant, part_ref about, term_list const& terms,
                   std::string_view words = {}, here at = here::here()) {
    return writer_.add_claim(claimant, about, terms, words, true, at);
  }
  /// A claim in words alone ("luxury"), bound to no term.
  claim_id says(party_ref claimant, part_ref about, std::string_view words,
                here at = here::here()) {
    return writer_.add_saying(claimant, about, words, at);
  }

  // ---- fulfilment and delivery ---------------------------------------------------------------
  /// Commits the debtor to the customer.
  commitment_clause commits(party_ref debtor, part_ref about, term_list const& terms,
                            here at = here::here()) {
    return commit(debtor, writer_.tables.columns.customer, about, terms, "a commitment of", at);
  }
  /// Delegates work: commits the debtor to another party, as a rule the seller.
  commitment_clause commits_to(party_ref debtor, party_ref creditor, part_ref about,
                               term_list const& terms = {}, here at = here::here()) {
    return commit(debtor, writer_.tables.columns.seller, about, terms, "the subcontract of", at)
        .to(creditor);
  }
  /// The creditor can recover the loss of a failure from the debtor, within a time of it.
  builder& recovers_from(party_ref creditor, party_ref debtor, event_ref failure,
                         term_list const& within = {}, here at = here::here()) {
    writer_.add_recourse(debtor, failure, within, creditor, at);
    return *this;
  }
  /// The debtor's contract with that party ends with the order; word of it is another matter.
  builder& ends_contract_with(party_ref debtor, party_ref creditor,
                              std::initializer_list<event_ref> when, here at = here::here()) {
    writer_.add_ends(debtor, when, creditor, {}, at);
    return *this;
  }
  /// The same, and by the contract the creditor tells the debtor within a time of it.
  template <length_or_date T>
  builder& ends_contract_with(party_ref debtor, party_ref creditor,
                              std::initializer_list<event_ref> when, T within,
                              here at = here::here()) {
    writer_.add_ends(debtor, when, creditor, lasting(within), at);
    return *this;
  }

  // ---- rules and words -----------------------------------------------------------------------
  /// Begins a rule: what is owed when that happens.
  rule_clause on(event_ref trigger, here at = here::here()) {
    return {writer_, writer_.add_rule(trigger, at), at};
  }
  /// `from` owes `to` word of an event within a time. `words`: as they are sent.
  template <length_or_date T>
  builder& tells(party_ref from, party_ref to, event_ref of, T within, std::string_view words = {},
                 here at = here::here()) {
    writer_.add_notice(from, to, of, lasting(within), words, at);
    return *this;
  }
  /// Word of every failure of the part (of whatever it holds).
  template <length_or_date T>
  builder& tells_of_any_change(party_ref from, party_ref to, part_ref of, T within,
                               std::string_view words = {}, here at = here::here()) {
    writer_.add_change_notice(from, to, of, lasting(within), words, at);
    return *this;
  }
  /// The party coordinates the handoff between two parts.
  builder& coordinates(party_ref owner, part_ref before, part_ref after, here at = here::here()) {
    return writer_.add_coordination(owner, before, after, at), *this;
  }
  /// The performers of two parts need to coordinate, though the product does not say so.
  builder& must_coordinate(part_ref before, part_ref after, here at = here::here()) {
    return writer_.add_need(before, after, at), *this;
  }
  /// Two parties need to coordinate, whatever they perform.
  builder& must_coordinate_parties(party_ref x, party_ref y, here at = here::here()) {
    return writer_.add_need(x, y, at), *this;
  }
  /// Two parties who can reach each other.
  builder& reaches(party_ref x, party_ref y, here at = here::here()) {
    return writer_.add_channel(x, y, at), *this;
  }
  /// The party sees it happen to a part, and needs no word of it.
  builder& sees(party_ref who, event_ref what, here at = here::here()) {
    return writer_.add_sighting(who, what, at), *this;
  }

  // ---- capabilities and risk -----------------------------------------------------------------
  /// An enabling condition, or a step `backstage`, for `rests_on` to name.
  capability_id capability(capability_name const& c, here at = here::here()) {
    return writer_.add_capability(c, at);
  }
  builder& provides(party_ref who, std::string_view capability, here at = here::here()) {
    return writer_.add_provision(who, capability, at), *this;
  }
  /// The party bears the loss of the part, from the order on for ever unless events are named.
  builder& bears(party_ref bearer, loss of, event_ref from = {}, event_ref until = {},
                 here at = here::here()) {
    writer_.add_risk(bearer, of.of, from, until, {}, at);
    return *this;
  }
  /// The party makes a loss of the part good to `covered`, from one event until another.
  builder& covers(party_ref who, party_ref covered, loss of, event_ref from = {},
                  event_ref until = {}, here at = here::here()) {
    writer_.add_risk(who, of.of, from, until, covered, at);
    return *this;
  }

  // ---- the model -----------------------------------------------------------------------------
  /// What was wrong so far.
  [[nodiscard]] errors const& faults() const noexcept { return writer_.tables.faults; }

  /// The model, or everything that was wrong. May be called again after more has been said.
  /// Time O(n log n) in what was said and what follows from it.
  [[nodiscard]] result<model> build() const { return writer_.tables.finished(); }

 private:
  commitment_clause commit(party_ref debtor, party_id creditor, part_ref about,
                           term_list const& terms, char const* call, here at) {
    return {writer_, writer_.add_commitments(debtor, creditor, about, terms, call, at), at};
  }

  detail::model_writer writer_;
};

}  // namespace lupaus::inline v0
