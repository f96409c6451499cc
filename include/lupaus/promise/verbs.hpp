// SPDX-License-Identifier: BSL-1.0
//
// The sentences: what a party says, owes and does.
#pragma once

#include "lupaus/promise/clauses/notice_clauses.hpp"

namespace lupaus::inline v0 {

namespace detail {

template <class Self, role Role>
struct party_words {
  using lupaus_party = Self;
  static constexpr role is = Role;

  // ---- marketing: what is claimed ----
  /// The page says it.
  template <part_word Part, term_word... Terms>
    requires(sizeof...(Terms) > 0)
  constexpr auto claims(Part, Terms const&... terms) const {
    return claim<part_t<Part>>(false, {}, terms...);
  }
  /// It lets her understand it.
  template <part_word Part, term_word... Terms>
    requires(sizeof...(Terms) > 0)
  constexpr auto implies(Part, Terms const&... terms) const {
    return claim<part_t<Part>>(true, {}, terms...);
  }
  /// Words, bound to terms or to none ("luxury").
  template <part_word Part, term_word... Terms>
  constexpr auto says(Part, std::string_view words, Terms const&... terms) const {
    return claim<part_t<Part>>(false, words, terms...);
  }
  /// What it says does not bind the seller.
  constexpr mandate_clause<Self, false> has_no_mandate() const { return {}; }
  /// What it says binds the seller, though it is no department of his: an agent, say.
  constexpr mandate_clause<Self, true> has_mandate() const { return {}; }

  // ---- fulfilment and delivery: what is owed ----
  /// Owed to the customer.
  template <part_word Part, term_word... Terms>
  constexpr auto commits(Part, Terms const&... terms) const {
    return owed<no_party, part_t<Part>>(terms...);
  }
  /// Owed to another party: the work is delegated.
  template <named_party To, part_word Part, term_word... Terms>
  constexpr auto commits_to(To, Part, Terms const&... terms) const {
    return owed<To, part_t<Part>>(terms...);
  }
  /// The terms declare that it answers to the customer for the part.
  template <named_part Part>
    requires(Part::kind != part_kind::instalment)
  constexpr answers_clause<Self, Part> answers(Part) const { return {}; }
  /// It does the work, where the chain of subcontracts does not tell.
  template <named_part Part>
  constexpr performs_clause<Self, Part> performs(Part) const {
    return {};
  }
  /// It can do it itself, in that time from when it can begin.
  template <named_part Part, length_or_date T>
  constexpr ability_clause<Self, Part> can_do(Part, T lead_time) const {
    ability_clause<Self, Part> c;
    c.lead_time = lasting(lead_time).value;
    return c;
  }
  /// It has the good at hand: can do it, at once.
  template <named_part Part>
    requires(Part::kind == part_kind::good)
  constexpr ability_clause<Self, Part> has_in_stock(Part) const {
    ability_clause<Self, Part> c;
    c.lead_time = {{bound_kind::elapsed, 0, 0, {}}, nullptr};
    return c;
  }
  /// What one unit of a part costs: shop.charges(machine, {59900, "EUR"}).
  template <part_word Part>
    requires(Role == role::seller && part_t<Part>::kind != part_kind::instalment)
  constexpr auto charges(Part, money const& for_one) const {
    price_clause<Self, part_t<Part>> c;
    c.for_one = for_one;
    return c;
  }
  /// How much an instalment is: customer.pays(deposit, {30000, "EUR"}).
  template <named_part Part>
    requires(Role == role::customer && Part::kind == part_kind::instalment)
  constexpr auto pays(Part, money const& amount) const {
    price_clause<Self, Part> c;
    c.for_one = amount;
    return c;
  }
  /// It gives an enabling condition, or performs a step backstage, for others to rest on.
  constexpr provides_clause<Self> provides(capability_name const& capability) const {
    provides_clause<Self> c;
    c.capability = capability;
    return c;
  }
  /// It can recover the loss of that failure, within a time of it if one is said.
  template <named_party Debtor, named_event E, term_word... Terms>
    requires(sizeof...(Terms) <= 1)
  constexpr auto recovers_from(Debtor, E, Terms const&... within) const {
    recourse_clause<Self, Debtor, E, Terms...> c;
    c.terms = values_of(within...);
    return c;
  }
  /// Its subcontracts with that party end with the order: kept, cancelled, refunded. `within` says
  /// in what time it is told.
  template <named_party Creditor, event_word... Ends>
  constexpr contract_end_clause<Self, Creditor> ends_contract_with(Creditor,
                                                                   Ends const&... when) const {
    contract_end_clause<Self, Creditor> c;
    (c.add(when), ...);
    return c;
  }

  // ---- words ----
  /// It owes that party word of an event within a time. `words`: as they are sent.
  template <named_party To, event_word E, length_or_date T>
  constexpr auto tells(To, E event, T within, std::string_view words = {}) const {
    notice_clause<Self, To, event_t<E>> c;
    c.event = as_event(event);
    c.within = lasting(within).value;
    c.words = words;
    return c;
  }
  /// Word of every failure of the part, and of all that it holds.
  template <named_party To, part_word Part, length_or_date T>
  constexpr auto tells_of_any_change(To, Part, T within, std::string_view words = {}) const {
    change_notice_clause<Self, To, part_t<Part>> c;
    c.within = lasting(within).value;
    c.words = words;
    return c;
  }
  /// It looks after the handoff from one part to a later one.
  template <named_part Before, named_part After>
    requires(Before::kind != part_kind::composite && After::kind != part_kind::composite)
  constexpr coordination_clause<Self, Before, After> coordinates(Before, After) const { return {}; }
  /// The two can reach each other.
  template <named_party Other>
    requires(!std::same_as<Self, Other>)
  constexpr channel_clause<Self, Other> reaches(Other) const { return {}; }
  /// It sees that happen to a part, and needs no word of it.
  template <event_word E>
    requires(may_be_seen(event_t<E>::kind))
  constexpr auto sees(E event) const {
    sighting_clause<Self, event_t<E>> c;
    c.event = as_event(event);
    return c;
  }

  // ---- loss ----
  /// It bears the loss of a part: shop.bears(loss_of(machine)).between(ordered, shipped(delivery)).
  template <named_part Part>
  constexpr risk_clause<Self, Part, no_party> bears(loss_of_part<Part>) const {
    return {};
  }
  /// It makes the loss of a part good to that party.
  template <named_party Covered, named_part Part>
  constexpr risk_clause<Self, Part, Covered> covers(Covered, loss_of_part<Part>) const {
    return {};
  }

 private:
  template <class Part, class... Terms>
  static constexpr auto claim(bool implied, std::string_view words, Terms const&... terms) {
    claim_clause<Self, Part, Terms...> c;
    c.implied = implied;
    c.words = words;
    c.terms = values_of(terms...);
    return c;
  }
  template <class To, class Part, class... Terms>
  static constexpr auto owed(Terms const&... terms) {
    commitment_of<Self, To, Part, no_event, no_event, Terms...> c;
    c.terms = values_of(terms...);
    return c;
  }
};

template <class Self, part_kind Kind>
struct part_words {
  using lupaus_part = Self;
  static constexpr part_kind kind = Kind;
};

}  // namespace detail

template <class Self, fixed_string Name = "">
struct customer : detail::party_words<Self, role::customer> {
  static constexpr std::string_view name = detail::name_of_type<Self, Name>();
};
/// The merchant of record.
template <class Self, fixed_string Name = "">
struct seller : detail::party_words<Self, role::seller> {
  static constexpr std::string_view name = detail::name_of_type<Self, Name>();
};
template <class Self, fixed_string Name = "">
struct department : detail::party_words<Self, role::department> {
  static constexpr std::string_view name = detail::name_of_type<Self, Name>();
};
template <class Self, fixed_string Name = "">
struct subcontractor : detail::party_words<Self, role::subcontractor> {
  static constexpr std::string_view name = detail::name_of_type<Self, Name>();
};

template <class Self, fixed_string Name = "">
struct good : detail::part_words<Self, part_kind::good> {
  static constexpr std::string_view name = detail::name_of_type<Self, Name>();
};
/// What she pays of the price: a deposit, the rest.
template <class Self, fixed_string Name = "">
struct instalment : detail::part_words<Self, part_kind::instalment> {
  static constexpr std::string_view name = detail::name_of_type<Self, Name>();
};
template <class Self, fixed_string Name = "">
struct service : detail::part_words<Self, part_kind::service> {
  static constexpr std::string_view name = detail::name_of_type<Self, Name>();

  /// It takes a good to the customer: shipped as it starts, hers when it is completed.
  template <named_part Good>
    requires(Good::kind == part_kind::good)
  constexpr carries_clause<Self, Good> carries(Good) const { return {}; }
  /// It is a step of an encounter: with it she has got that quality.
  constexpr gives_clause<Self> gives(term_spec const& quality, experience_level level = {}) const {
    gives_clause<Self> c;
    c.quality = quality;
    c.level = level;
    return c;
  }
};

}  // namespace lupaus::inline v0
