// SPDX-License-Identifier: BSL-1.0
//
// A model as the checks see it: columns of plain values, wherever they are stored. A run-time
// `model` owns such columns on the heap; a promise written as a type owns them in static storage.
#pragma once

#include "lupaus/model/capability.hpp"
#include "lupaus/model/column.hpp"
#include "lupaus/model/commitment.hpp"
#include "lupaus/model/event.hpp"
#include "lupaus/model/notice.hpp"
#include "lupaus/model/part.hpp"
#include "lupaus/model/party.hpp"
#include "lupaus/model/risk.hpp"
#include "lupaus/model/rule.hpp"
#include "lupaus/model/terms/declared_quality.hpp"
#include "lupaus/model/terms/term.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lupaus::inline v0 {

/// When the customer binds herself: before performance, or as it happens (in a shop, say).
enum class payment : std::uint8_t { ahead, on_the_spot };

/// The model, flat. Every id in it is valid or none; `part_id{0}` is the whole, `event_id{0}` the
/// order. Trivially copyable; refers to storage that must outlive it.
struct model_view {
  std::string_view identity;  ///< of the promise in the user's own records; may be empty
  std::string_view version;   ///< may be empty
  payment paid = payment::ahead;
  party_id customer;
  party_id seller;

  table<party_id, party> parties;
  table<part_id, part> parts;
  table<precedence_id, precedence> precedences;  ///< of leaf parts
  table<event_id, event> events;
  table<transition_id, transition> transitions;
  table<claim_id, claim> claims;
  table<term_id, term> terms;
  table<commitment_id, commitment> commitments;
  table<recourse_id, recourse> recourses;
  table<contract_end_id, contract_end> contract_ends;
  table<ability_id, ability> abilities;
  table<rule_id, rule> rules;
  table<presumption_id, presumption> presumptions;
  table<notice_id, notice> notices;
  table<coordination_id, coordination> coordinations;
  table<need_id, coordination_need> needs;
  table<channel_id, channel> channels;
  table<sighting_id, sighting> sightings;
  table<capability_id, capability> capabilities;
  table<requirement_id, requirement> requirements;
  table<provision_id, provision> provisions;
  table<risk_id, risk> risks;
  table<change_id, change_notice> changes;  ///< as written; `notices` has them spelled out
  table<declared_quality_id, declared_quality> qualities;  ///< of the promise's own document
};

/// A promise by its identity and its version, as its document and its builder say them. What is
/// said of one may leave out both, or the version.
struct promise_name {
  std::string_view identity = {}, version = {};
  friend constexpr bool operator==(promise_name, promise_name) = default;
};
[[nodiscard]] constexpr promise_name name_of(model_view const& m) noexcept {
  return {m.identity, m.version};
}

namespace detail {

/// Calls `f(column...)` for each column of those that hold the columns of a model: views of them,
/// or lists that grow. The one list of them all.
template <class F, class... Columns>
constexpr void for_each_column(F&& f, Columns&... c) {
  f(c.parties...);
  f(c.parts...);
  f(c.precedences...);
  f(c.events...);
  f(c.transitions...);
  f(c.claims...);
  f(c.terms...);
  f(c.commitments...);
  f(c.recourses...);
  f(c.contract_ends...);
  f(c.abilities...);
  f(c.rules...);
  f(c.presumptions...);
  f(c.notices...);
  f(c.changes...);
  f(c.coordinations...);
  f(c.needs...);
  f(c.channels...);
  f(c.sightings...);
  f(c.capabilities...);
  f(c.requirements...);
  f(c.provisions...);
  f(c.risks...);
  f(c.qualities...);
}

}  // namespace detail

inline constexpr part_id whole{0};
inline constexpr event_id ordering{0};

/// Which layer a commitment belongs to: what the seller owes the customer is fulfilment.
constexpr layer layer_of(model_view const& m, commitment const& c) {
  return c.creditor == m.customer ? layer::fulfilment : layer::delivery;
}

/// The seller, for its departments; else the party itself. A firm answers, and knows, as one.
constexpr party_id firm_of(model_view const& m, party_id p) {
  return p && m.parties[p].is == role::department ? m.seller : p;
}

/// True when `p` is the seller or one of its departments.
constexpr bool is_sellers(model_view const& m, party_id p) { return firm_of(m, p) == m.seller; }

/// The promise speaks of time that passes. O(events).
constexpr bool has_time_outs(model_view const& m) {
  for (auto const& e : m.events)
    if (is_time_out(e.kind)) return true;
  return false;
}

constexpr bool is_leaf(part const& p) { return p.kind != part_kind::composite; }

/// Who answers to the customer for a part: the party declared for it, or for the composite that
/// holds it, else the seller. The whole is always the seller's; for what she pays the customer
/// answers herself. O(depth).
constexpr party_id answerable_for(model_view const& m, part_id p) {
  if (is_instalment(m.parts[p])) return m.customer;
  for (; p && p != whole; p = m.parts[p].within)
    if (m.parts[p].answerable) return m.parts[p].answerable;
  return m.seller;
}

/// True of what is no part of what she buys: her instalments, and her own work, which she performs
/// and answers for. O(depth).
constexpr bool is_hers(model_view const& m, part_id p) {
  auto const& x = m.parts[p];
  return is_instalment(x) ||
         (is_leaf(x) && x.performer == m.customer && answerable_for(m, p) == m.customer);
}

/// The composite that holds the part; none of the whole, and of what is hers: what is said of a
/// composite, or of the whole, is said of what she buys. O(1), but for what she performs: O(depth).
constexpr part_id outer_of(model_view const& m, part_id p) {
  return is_hers(m, p) ? part_id{} : m.parts[p].within;
}

/// True when `p` is `outer` or lies within it. O(depth).
constexpr bool is_within(model_view const& m, part_id p, part_id outer) {
  for (; p; p = outer_of(m, p))
    if (p == outer) return true;
  return false;
}

/// True when `happening` is what `reference` means: the same event, or, for the possession of a
/// good, any event that hands it to the customer.
constexpr bool is_meant(model_view const& m, event_id happening, event_id reference) {
  if (happening == reference) return true;
  auto const& meant = m.events[reference];
  auto const& e = m.events[happening];
  return meant.kind == event_kind::possession && e.good == meant.good && e.good &&
         e.holder == m.customer;
}

/// Of a report, what is reported; else the event itself.
constexpr event_id cause_of(model_view const& m, event_id e) {
  return m.events[e].kind == event_kind::reported ? m.events[e].subject : e;
}

/// An owed notice of what happens to a part makes a channel. Word of the order itself (that it is
/// placed, cancelled, refunded, kept) makes none: who gets it is told of no delay.
constexpr bool makes_a_channel(model_view const& m, notice const& n) {
  return !is_of_order(m.events[cause_of(m, n.of)].kind);
}

/// Calls `f(term)` for every term of the claim.
template <class F>
constexpr void for_each_term(model_view const& m, claim const& c, F&& f) {
  for (std::size_t i = 0; i < c.terms; ++i) f(m.terms[term_id{c.first_term.index() + i}]);
}

/// Looks an event up by what it is; none when the model has no such event. O(events).
constexpr event_id find_event(model_view const& m, event_kind kind, part_id of) {
  for (auto e : m.events.ids())
    if (m.events[e].kind == kind && m.events[e].of == of) return e;
  return {};
}

}  // namespace lupaus::inline v0
