// SPDX-License-Identifier: BSL-1.0
//
// Clauses of claims, commitments and subcontracts.
#pragma once

#include "lupaus/promise/clauses/clause_base.hpp"

namespace lupaus::inline v0 {

// ---- claims ------------------------------------------------------------------------------------

template <class Who, class Part, class... Terms>
struct claim_clause : detail::clause_on<detail::groups::marketing, Who, Part, Terms...> {
  bool implied = false;
  std::string_view words;
  detail::values<Terms...> terms;

  template <class W>
  constexpr void write(W& w) const {
    if (Who::is == role::customer) w.reject(detail::value_error::contradiction);  // to herself
    claim c{w.party(Who{}), w.part(Part{}), term_id{w.c.terms.size()}, 0, implied, words};
    terms.for_each([&](auto const& t) {
      w.c.terms.push_back(w.resolve(t));
      ++c.terms;
    });
    w.c.claims.push_back(c);
  }
};

template <class Who, bool Granted>
struct mandate_clause : detail::clause_on<detail::groups::marketing, Who> {
  template <class W>
  constexpr void write(W& w) const {
    w.c.parties[w.party(Who{}).index()].has_mandate = Granted;
  }
};

// ---- commitments and subcontracts --------------------------------------------------------------

namespace detail {

/// What the customer owes in return may stand in both.
template <class Debtor, class Creditor>
constexpr groups group_of_commitment() {
  return Debtor::is == role::customer ? groups::fulfilment_or_subcontracts
                                      : group_of_creditor<Creditor>();
}

}  // namespace detail

template <class Debtor, class Creditor, class Part, class Given, class Event, class... Terms>
struct commitment_of : detail::clause_on<detail::group_of_commitment<Debtor, Creditor>(), Debtor,
                                         Creditor, Part, Given, Event, Terms...> {
  static constexpr std::size_t most_capabilities = 8;

  bool remedy = false;
  term_spec overridden = {};
  std::string_view interest = {};
  capability_name capabilities[most_capabilities + 1] = {};  ///< the last is one too many
  Given antecedent = {};
  Event event = {};
  detail::values<Terms...> terms;

  /// Owed only if that happens.
  template <detail::event_word E>
  constexpr auto given(E e) const {
    return rebound(commitment_of<Debtor, Creditor, Part, detail::event_t<E>, Event, Terms...>{},
                   detail::as_event(e), event);
  }
  /// What is owed is that event, and not the completion of the part.
  template <named_event E>
  constexpr auto brings_about(E e) const {
    return rebound(commitment_of<Debtor, Creditor, Part, Given, E, Terms...>{}, antecedent, e);
  }
  /// A remedy: owed only where a rule calls for it.
  constexpr commitment_of on_request() const {
    auto c = *this;
    c.remedy = true;
    return c;
  }
  /// An incentive that can override what is promised of a quality; by its name, where it has one.
  constexpr commitment_of overrides(term_spec const& quality, std::string_view called = {}) const {
    auto c = *this;
    c.overridden = quality;
    c.interest = called;
    return c;
  }

  /// It rests on an enabling condition, which some party `provides`. At most eight.
  constexpr commitment_of rests_on(capability_name const& capability) const {
    auto c = *this;
    for (auto& indexed_value : c.capabilities)
      if (indexed_value.name.empty()) {
        indexed_value = capability;
        break;
      }
    return c;
  }

  template <class W>
  constexpr void write(W& w) const {
    auto const first = w.c.commitments.size();
    commitment c{.debtor = w.party(Debtor{}),
                 .creditor = w.party_or_customer(Creditor{}),
                 .about = w.part(Part{}),
                 .on_request = remedy,
                 .overrides = overridden.quality,
                 .interest = interest};
    if (c.debtor == c.creditor) w.reject(detail::value_error::contradiction);
    if (!capabilities[most_capabilities].name.empty()) w.reject(detail::value_error::capabilities);
    if constexpr (sizeof...(Terms) == 0)
      w.c.commitments.push_back(c);
    else
      terms.for_each([&](auto const& t) {
        c.consequent = w.resolve(t);
        w.c.commitments.push_back(c);
      });
    // After the terms, as in the text, so that events have the same ids as by the builder.
    auto const given = w.event(antecedent), what = w.event(event);
    for (auto i = first; i < w.c.commitments.size(); ++i) {
      w.c.commitments[i].antecedent = given;
      w.c.commitments[i].brings_about = what;
    }
    for (auto const& on : capabilities)
      for (auto i = first; !on.name.empty() && i < w.c.commitments.size(); ++i)
        w.c.requirements.push_back({commitment_id{i}, w.capability(on)});
  }

 private:
  template <class Other, class G, class E>
  constexpr Other rebound(Other c, G given, E what) const {
    c.remedy = remedy;
    c.overridden = overridden;
    c.interest = interest;
    for (std::size_t i = 0; i <= most_capabilities; ++i) c.capabilities[i] = capabilities[i];
    c.antecedent = given;
    c.event = what;
    c.terms = terms;
    return c;
  }
};

template <class Who>
struct provides_clause : detail::clause_on<detail::groups::fulfilment_or_subcontracts, Who> {
  capability_name capability;
  template <class W>
  constexpr void write(W& w) const {
    w.c.provisions.push_back({w.party(Who{}), w.capability(capability)});
  }
};

template <class Who, class Part>
struct answers_clause : detail::clause_on<detail::groups::fulfilment, Who, Part> {
  template <class W>
  constexpr void write(W& w) const {
    auto const who = w.party(Who{});
    auto& p = w.c.parts[w.part(Part{}).index()];
    if (p.answerable && p.answerable != who) w.reject(detail::value_error::contradiction);
    p.answerable = who;
  }
};

template <class Who, class Part>
struct performs_clause : detail::clause_on<detail::groups::fulfilment_or_subcontracts, Who, Part> {
  template <class W>
  constexpr void write(W& w) const {
    auto const who = w.party(Who{});
    auto& p = w.c.parts[w.part(Part{}).index()];
    if (!is_leaf(p) || (p.performer_declared && p.performer != who))
      w.reject(detail::value_error::contradiction);
    p.performer = who;
    p.performer_declared = true;
  }
};

template <class Who, class Part>
struct ability_clause : detail::clause_on<detail::groups::fulfilment_or_subcontracts, Who, Part> {
  checked_bound lead_time;
  template <class W>
  constexpr void write(W& w) const {
    w.c.abilities.push_back({w.party(Who{}), w.part(Part{}), w.checked(lead_time)});
  }
};

template <class Who, class Part>
struct price_clause : detail::clause_on<detail::groups::fulfilment, Who, Part> {
  money for_one;
  template <class W>
  constexpr void write(W& w) const {
    static_cast<void>(w.party(Who{}));
    w.set_price(w.part(Part{}), for_one);
  }
};

template <class Creditor, class Debtor, class Event, class... Terms>
struct recourse_clause
    : detail::clause_on<detail::groups::subcontracts, Creditor, Debtor, Event, Terms...> {
  detail::values<Terms...> terms;
  template <class W>
  constexpr void write(W& w) const {
    auto const creditor = w.party(Creditor{}), debtor = w.party(Debtor{});
    recourse r{debtor, creditor, w.event(Event{}), {}};
    terms.for_each([&](auto const& t) { r.within = w.resolve(t); });
    w.c.recourses.push_back(r);
  }
};

template <class Debtor, class Creditor>
struct contract_end_clause : detail::clause_on<detail::groups::subcontracts, Debtor, Creditor> {
  bool on_kept = false, on_cancelled = false, on_refunded = false;
  bool is_nonsense = false;  ///< an event with which no order ends, or none
  checked_bound limit = {};

  /// By the contract the creditor tells the debtor within this time that the order has ended.
  template <length_or_date T>
  constexpr contract_end_clause within(T t) const {
    auto c = *this;
    c.limit = lasting(t).value;
    return c;
  }
  template <named_event E>
  constexpr void add(E const&) {
    is_nonsense = true;
  }
  constexpr void add(event_ref const& when) {
    on_kept |= when.kind == event_kind::kept;
    on_cancelled |= when.kind == event_kind::cancelled;
    on_refunded |= when.kind == event_kind::refunded;
    is_nonsense |=
        when.is_report || (when.kind != event_kind::kept && when.kind != event_kind::cancelled &&
                           when.kind != event_kind::refunded);
  }
  template <class W>
  constexpr void write(W& w) const {
    auto const debtor = w.party(Debtor{}), creditor = w.party(Creditor{});
    auto const told = w.checked(limit);
    auto const end = [&](bool is_said, event_kind k) {
      if (!is_said) return;
      w.c.contract_ends.push_back({debtor, creditor, w.event(detail::event_of_order{k}), told});
    };
    if (is_nonsense || !(on_kept || on_cancelled || on_refunded))
      w.reject(detail::value_error::contract_end);
    end(on_kept, event_kind::kept);
    end(on_cancelled, event_kind::cancelled);
    end(on_refunded, event_kind::refunded);
  }
};

}  // namespace lupaus::inline v0
