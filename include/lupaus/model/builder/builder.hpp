// SPDX-License-Identifier: BSL-1.0
//
// Writes a promise at run time, in the order in which one tells it: who, what, what is claimed,
// what is committed, what is subcontracted. Names and handles serve alike. Nonsense is rejected by
// the call that brings it, with the place of that call; `build` hands over the model or all faults.
#pragma once

#include "lupaus/model/builder/builder_clauses.hpp"
#include "lupaus/model/builder/clause_writer.hpp"
#include "lupaus/model/builder/completeness.hpp"
#include "lupaus/model/builder/derivation.hpp"
#include "lupaus/model/builder/product.hpp"

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

class builder : protected detail::clerk {  // which readers of files write with too
  using here = source_place;

 public:
  /// Begins a promise. The title is what the customer thinks that she buys.
  explicit builder(std::string_view title, here at = here::here()) {
    draft_.add_named(part{.name = title, .kind = part_kind::composite}, draft_.columns.parts,
                     say("the promise", {}, at));
    draft_.columns.events.push_back({.kind = event_kind::ordered, .of = lupaus::whole});
  }

  /// Goes on from a finished model, to mend or vary it.
  explicit builder(model const& m) : clerk{m.storage_->columns} {}

  builder(builder const&) = delete;  // clauses refer to it
  builder& operator=(builder const&) = delete;

  /// What the promise is called in the user's own records.
  builder& identity(std::string_view id, std::string_view version = {}, here at = here::here()) {
    auto const s = say("the identity of", "the promise", at);
    draft_.refuse_control_characters(id, s);
    draft_.refuse_control_characters(version, s);
    draft_.columns.identity = draft_.keep(id);
    draft_.columns.version = draft_.keep(version);
    return *this;
  }
  /// What a party is called in the user's own records.
  builder& identity(party_id of, std::string_view id, here at = here::here()) {
    auto const s = say("the identity of", draft_.name_of(of), at);
    draft_.refuse_control_characters(id, s);
    if (auto p = draft_.find(of, s)) draft_.columns.parties[p.index()].identity = draft_.keep(id);
    return *this;
  }
  /// What a part is called in the user's own records: its article number, say.
  builder& identity(part_id of, std::string_view id, here at = here::here()) {
    auto const s = say("the identity of", draft_.name_of(of), at);
    draft_.refuse_control_characters(id, s);
    if (auto p = draft_.find(of, s)) draft_.columns.parts[p.index()].identity = draft_.keep(id);
    return *this;
  }
  /// When the customer binds herself; `payment::ahead` unless said.
  builder& paid(payment when) {
    draft_.columns.paid = when;
    return *this;
  }
  /// Makes a quality known by name. One that is used by type needs no registration.
  builder& knows(quality_type const& q) {
    draft_.remember(&q);
    return *this;
  }

  // ---- parties -------------------------------------------------------------------------------

  party_id customer(std::string_view name, here at = here::here()) {
    return only_one(draft_.columns.customer, name, role::customer, at);
  }
  /// The merchant of record.
  party_id seller(std::string_view name, here at = here::here()) {
    return only_one(draft_.columns.seller, name, role::seller, at);
  }
  party_id department(std::string_view name, here at = here::here()) {
    return add_party(name, role::department, at);
  }
  party_id subcontractor(std::string_view name, here at = here::here()) {
    return add_party(name, role::subcontractor, at);
  }
  /// What the party says does not bind the seller.
  builder& has_no_mandate(party_ref who, here at = here::here()) {
    if (auto p = draft_.find(who, say("the mandate of", draft_.name_of(who), at)))
      draft_.columns.parties[p.index()].has_mandate = false;
    return *this;
  }

  /// What the party says binds the seller, though it is no department of his: an agent, say.
  builder& has_mandate(party_ref who, here at = here::here()) {
    if (auto p = draft_.find(who, say("the mandate of", draft_.name_of(who), at)))
      draft_.columns.parties[p.index()].has_mandate = true;
    return *this;
  }

  // ---- parts ---------------------------------------------------------------------------------

  part_id good(std::string_view name, std::int64_t quantity = 1, std::string_view unit = "pcs",
               here at = here::here()) {
    return add_part(name, part_kind::good, quantity, unit, at);
  }
  part_id service(std::string_view name, std::int64_t quantity = 1, std::string_view unit = "pcs",
                  here at = here::here()) {
    return add_part(name, part_kind::service, quantity, unit, at);
  }
  /// A part made of parts: a kitchen holds a dishwasher, installed.
  part_id composite(std::string_view name, lupaus::product const& made_of, here at = here::here()) {
    auto const p = add_part(name, part_kind::composite, 1, "pcs", at);
    if (p) compose(p, made_of, say("the composite", std::string{name}, at));
    return p;
  }
  /// What the whole is made of: machine >> delivery >> installation.
  builder& product(lupaus::product const& made_of, here at = here::here()) {
    compose(lupaus::whole, made_of, say("the product", {}, at));
    return *this;
  }
  /// The whole promise, as a part.
  part_id whole() const { return lupaus::whole; }

  /// A part is completed before another begins, besides what the product says.
  builder& before(part_ref earlier, part_ref later, here at = here::here()) {
    add_precedence(earlier, later, at);
    return *this;
  }
  /// A service takes a good to the customer: shipped as it starts, hers when it is completed.
  builder& carries(part_ref service, part_ref good, here at = here::here()) {
    add_carriage(service, good, at);
    return *this;
  }
  /// Who does the work, where the chain of subcontracts does not tell.
  builder& performs(party_ref who, part_ref what, here at = here::here()) {
    add_performer(what, who, at);
    return *this;
  }
  /// The seller's terms declare that somebody answers to the customer for the part.
  builder& answers(party_ref who, part_ref what, here at = here::here()) {
    add_answer(who, what, at);
    return *this;
  }
  /// The party can do it itself, in that time from when it can begin (in stock: 0 h).
  template <length_or_date T>
  builder& can_do(party_ref who, part_ref what, T lead_time, here at = here::here()) {
    auto const s = say("the ability of", draft_.name_of(who), at, "for", draft_.name_of(what));
    auto const q = draft_.find(who, s);
    auto const p = draft_.find(what, s);
    auto const limit = checked(lasting(lead_time), s);
    if (p && q) draft_.add(ability{q, p, limit}, draft_.columns.abilities, s);
    return *this;
  }

  // ---- events --------------------------------------------------------------------------------

  /// A failure mode of a part: something that may happen to it and must have a rule.
  step_clause fails(part_ref what, std::string_view mode, here at = here::here()) {
    return add_event(what, event_kind::failed, mode, "the failure mode", at);
  }
  /// The failure mode 'late'.
  step_clause may_be_late(part_ref what, here at = here::here()) {
    auto const s = say("the failure mode", "late", at, "of", draft_.name_of(what));
    auto const p = draft_.find(what, s);
    return {draft_, p ? draft_.event_of(event_kind::late, p, s) : event_id{}};
  }
  /// Any other step in the life of a part.
  step_clause step(part_ref what, std::string_view name, here at = here::here()) {
    return add_event(what, event_kind::step, name, "the step", at);
  }

  // ---- marketing -----------------------------------------------------------------------------

  /// What the page says. `words`: as the customer reads it, where that tells more than the term.
  claim_id claims(party_ref claimant, part_ref about, term_list const& terms,
                  std::string_view words = {}, here at = here::here()) {
    return add_claim(claimant, about, terms, words, false, at);
  }
  /// What it lets her understand.
  claim_id implies(party_ref claimant, part_ref about, term_list const& terms,
                   std::string_view words = {}, here at = here::here()) {
    return add_claim(claimant, about, terms, words, true, at);
  }
  /// A claim in words alone ("luxury"), bound to no term.
  claim_id says(party_ref claimant, part_ref about, std::string_view words,
                here at = here::here()) {
    auto const s = say("a claim of", draft_.name_of(claimant), at, "on", draft_.name_of(about));
    if (words.empty()) draft_.fail(error_code::missing, s, "words or a term are expected");
    return add_claim(claimant, about, {}, words, false, at);
  }

  // ---- fulfilment and delivery ---------------------------------------------------------------

  /// Commits the debtor to the customer.
  commitment_clause commits(party_ref debtor, part_ref about, term_list const& terms,
                            here at = here::here()) {
    return add_commitments(debtor, draft_.columns.customer, about, terms, "a commitment of", at);
  }
  /// Commits the debtor to another party, as a rule the seller: the work is delegated to it.
  commitment_clause commits_to(party_ref debtor, party_ref creditor, part_ref about,
                               term_list const& terms, here at = here::here()) {
    return add_commitments(debtor, draft_.columns.seller, about, terms, "the subcontract of", at)
        .to(creditor);
  }
  /// A delegation that states no term.
  commitment_clause commits_to(party_ref debtor, party_ref creditor, part_ref about,
                               here at = here::here()) {
    return add_commitments(debtor, draft_.columns.seller, about, {}, "the subcontract of", at)
        .to(creditor);
  }
  /// The creditor can recover the loss of a failure from the debtor, within a time of it.
  builder& recovers_from(party_ref creditor, party_ref debtor, event_ref failure,
                         term_list const& within = {}, here at = here::here()) {
    add_recourse(debtor, failure, within, creditor, at);
    return *this;
  }
  /// The debtor's contract with that party ends with the order: kept, cancelled, refunded.
  builder& ends_contract_with(party_ref debtor, party_ref creditor,
                              std::initializer_list<event_ref> when, here at = here::here()) {
    add_ends(debtor, when, creditor, at);
    return *this;
  }

  // ---- rules and words -----------------------------------------------------------------------

  /// Begins a rule: what is owed when that happens.
  rule_clause on(event_ref trigger, here at = here::here()) {
    auto const s = say("the rule on", draft_.name_of(trigger), at);
    auto const e = draft_.find_required(trigger, s);
    if (!draft_.columns.customer || !draft_.columns.seller)
      draft_.fail(error_code::missing, s,
                  "declare the customer and the seller before what is owed to them");
    rule r{.on = e, .debtor = draft_.columns.seller, .creditor = draft_.columns.customer};
    return {draft_, e ? draft_.add(r, draft_.columns.rules, s) : rule_id{}, at};
  }
  /// `from` owes `to` word of an event within a time.
  template <length_or_date T>
  builder& tells(party_ref from, party_ref to, event_ref of, T within, here at = here::here()) {
    add_notice(from, to, of, lasting(within), at);
    return *this;
  }
  /// Word of every failure of the part (of whatever it holds).
  template <length_or_date T>
  builder& tells_of_any_change(party_ref from, party_ref to, part_ref of, T within,
                               here at = here::here()) {
    add_change_notice(from, to, of, lasting(within), at);
    return *this;
  }
  /// The party coordinates the handoff between two parts.
  builder& coordinates(party_ref owner, part_ref before, part_ref after, here at = here::here()) {
    auto const s = say("the handoff of", draft_.name_of(before), at, "to", draft_.name_of(after));
    auto const o = draft_.find(owner, s);
    auto const a = draft_.find(before, s), b = draft_.find(after, s);
    if (refuse_composites(a, b, s)) return *this;
    if (o && a && b) draft_.add(coordination{o, a, b}, draft_.columns.coordinations, s);
    return *this;
  }
  /// The performers of two parts need to coordinate, though the product does not say so.
  builder& must_coordinate(part_ref before, part_ref after, here at = here::here()) {
    auto const s = say("the handoff of", draft_.name_of(before), at, "to", draft_.name_of(after));
    auto const a = draft_.find(before, s), b = draft_.find(after, s);
    if (refuse_composites(a, b, s)) return *this;
    if (a && b) draft_.add(coordination_need{a, b, {}, {}}, draft_.columns.needs, s);
    return *this;
  }
  /// Two parties need to coordinate, whatever they perform.
  builder& must_coordinate_parties(party_ref x, party_ref y, here at = here::here()) {
    auto const s = say("the handoff of", draft_.name_of(x), at, "to", draft_.name_of(y));
    auto const a = draft_.find(x, s), b = draft_.find(y, s);
    if (a && b) draft_.add(coordination_need{{}, {}, a, b}, draft_.columns.needs, s);
    return *this;
  }
  /// Two parties who can reach each other.
  builder& reaches(party_ref x, party_ref y, here at = here::here()) {
    auto const s = say("the channel", draft_.name_of(x), at, "-", draft_.name_of(y));
    auto const a = draft_.find(x, s), b = draft_.find(y, s);
    if (a && a == b) draft_.fail(error_code::contradiction, s, "a channel joins two parties");
    if (a && b) draft_.add(lupaus::channel{a, b}, draft_.columns.channels, s);
    return *this;
  }

  // ---- capabilities and risk -----------------------------------------------------------------

  /// An enabling condition, for `rests_on` to name.
  capability_id capability(std::string_view name, here at = here::here()) {
    return draft_.add_named(lupaus::capability{name}, draft_.columns.capabilities,
                            say("the capability", std::string{name}, at));
  }
  builder& provides(party_ref who, std::string_view capability, here at = here::here()) {
    add_provision(who, capability, at);
    return *this;
  }
  /// The party bears the loss of the part from one event until another; none: from the order on,
  /// for ever.
  builder& bears(party_ref bearer, loss of, event_ref from = {}, event_ref until = {},
                 here at = here::here()) {
    add_risk(bearer, of.of, from, until, {}, at);
    return *this;
  }
  /// The party makes a loss of the part good to `covered`, from one event until another.
  builder& covers(party_ref who, party_ref covered, loss of, event_ref from = {},
                  event_ref until = {}, here at = here::here()) {
    add_risk(who, of.of, from, until, covered, at);
    return *this;
  }

  // ---- the model -----------------------------------------------------------------------------

  /// What was wrong so far.
  errors const& faults() const { return draft_.faults; }

  /// The model, or everything that was wrong. May be called again after more has been said.
  /// Time O(parts² + parties · commitments), once.
  result<model> build() const {
    detail::draft finished = draft_;  // its texts stay here, in `draft_`, which outlives it
    if (finished.faults.empty()) detail::check_whole(finished);
    if (finished.faults.empty() && !detail::completion{finished.columns}.run())
      finished.fail(error_code::too_large, say("the promise", {}, {}),
                    "a model holds at most " + std::to_string(part_id::limit) + " of a kind");
    if (!finished.faults.empty()) return finished.faults;
    return model{finished.columns};
  }
};

}  // namespace lupaus::inline v0
