// SPDX-License-Identifier: BSL-1.0
//
// What is said of parties and parts, as values that remember in their types of whom and what:
//
//   website.claims(delivery, within(48h))
//   carrier.commits_to(shop, delivery, within(48h))
//   on(damaged).owes(shop, replace(machine)).after(received_back)
//
// Every clause lists the named types that it speaks of (`mentions`) and writes itself into the flat
// model (`write`).
#pragma once

#include "lupaus/model/view.hpp"
#include "lupaus/promise/named.hpp"

#include <concepts>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace lupaus::inline v0 {

/// A clause of a promise.
template <class C>
concept clause = requires {
  typename C::lupaus_clause;
};
/// A clause of marketing: it tells the customer something.
template <class C>
concept marketing_clause = clause<C> && C::is_claim;

namespace detail {

/// Not constexpr: in constant evaluation the compiler stops here and prints this name, and before
/// it the user's own call.
[[noreturn]] inline void the_bound_of_a_term_is_out_of_range() { std::abort(); }
[[noreturn]] inline void a_commitment_rests_on_too_many_capabilities() { std::abort(); }

constexpr checked_bound in_range(checked_bound const& b) {
  if (b.fault) the_bound_of_a_term_is_out_of_range();
  return b;
}
constexpr void check_range(term_spec const& t) {
  if (t.limit.fault || !t.quality || !t.quality->accepts(t.limit.value))
    the_bound_of_a_term_is_out_of_range();
}
template <class E>
constexpr void check_range(anchored<E> const& t) {
  check_range(t.base);
  if (!is_length(t.base.limit.value))
    the_bound_of_a_term_is_out_of_range();  // a date has no anchor
}
template <class... Terms>
constexpr values<Terms...> in_range(Terms const&... terms) {
  (check_range(terms), ...);
  return values_of(terms...);
}

template <bool IsClaim, class... Mentioned>
struct clause_base {
  using lupaus_clause = void;
  using mentioned = types<Mentioned...>;
  static constexpr bool is_claim = IsClaim;
  static constexpr int turn =
      2;  ///< what is written first: 0 carriage, 1 what may happen, 2 the rest
};

// The named types that a term, an event or an optional party speaks of, as a list.
template <class... Lists>
struct join;
template <class... As>
struct join<types<As...>> {
  using type = types<As...>;
};
template <class... As, class... Bs, class... Rest>
struct join<types<As...>, types<Bs...>, Rest...> : join<types<As..., Bs...>, Rest...> {};

template <class T>
struct mentioned_by {
  using type = types<T>;
};
template <>
struct mentioned_by<term_spec> {
  using type = types<>;
};
template <class E>
struct mentioned_by<anchored<E>> : mentioned_by<E> {};
template <>
struct mentioned_by<no_event> {
  using type = types<>;
};
template <>
struct mentioned_by<no_party> {
  using type = types<>;
};
template <>
struct mentioned_by<order_event> {
  using type = types<>;
};
template <>
struct mentioned_by<the_whole> {
  using type = types<>;
};
template <class E>
struct mentioned_by<report_of<E>> {
  using type = types<E, report_of<E>>;
};

template <bool IsClaim, class... Ts>
struct clause_on;
template <bool IsClaim, class List>
struct clause_from;
template <bool IsClaim, class... Ms>
struct clause_from<IsClaim, types<Ms...>> : clause_base<IsClaim, Ms...> {};
template <bool IsClaim, class... Ts>
struct clause_on
    : clause_from<IsClaim, typename join<types<>, typename mentioned_by<Ts>::type...>::type> {};

/// A term as a clause takes it: plain, or counted from an event.
template <class T>
struct is_term : std::false_type {};
template <>
struct is_term<term_spec> : std::true_type {};
template <class E>
struct is_term<anchored<E>> : std::true_type {};
template <class T>
concept term_word = is_term<T>::value;

}  // namespace detail

// ---- claims ------------------------------------------------------------------------------------

template <class Who, class Part, class... Terms>
struct claim_clause : detail::clause_on<true, Who, Part, Terms...> {
  bool implied = false;
  std::string_view words;
  detail::values<Terms...> terms;

  template <class W>
  constexpr void write(W& w) const {
    claim c{w.party(Who{}), w.part(Part{}), term_id{w.c.terms.size()}, 0, implied, words};
    terms.for_each([&](auto const& t) {
      w.c.terms.push_back(w.resolve(t));
      ++c.terms;
    });
    w.c.claims.push_back(c);
  }
};

template <class Who>
struct no_mandate_clause : detail::clause_on<true, Who> {
  template <class W>
  constexpr void write(W& w) const {
    w.c.parties[w.party(Who{}).index()].has_mandate = false;
  }
};

// ---- commitments and subcontracts --------------------------------------------------------------

template <class Debtor, class Creditor, class Part, class Given, class Event, class... Terms>
struct owed_clause : detail::clause_on<false, Debtor, Creditor, Part, Given, Event, Terms...> {
  static constexpr std::size_t most_capabilities = 8;

  bool remedy = false;
  term_spec overridden = {};
  std::string_view capabilities[most_capabilities] = {};
  Given antecedent = {};
  Event event = {};
  detail::values<Terms...> terms;

  /// Owed only if that happens.
  template <detail::event_word E>
  constexpr auto given(E e) const {
    return rebound(owed_clause<Debtor, Creditor, Part, detail::event_t<E>, Event, Terms...>{},
                   detail::as_event(e), event);
  }
  /// What is owed is that event, and not the completion of the part.
  template <named_event E>
  constexpr auto brings_about(E e) const {
    return rebound(owed_clause<Debtor, Creditor, Part, Given, E, Terms...>{}, antecedent, e);
  }
  /// A remedy: owed only where a rule calls for it.
  constexpr owed_clause on_request() const {
    auto c = *this;
    c.remedy = true;
    return c;
  }
  /// An incentive that can override what is promised of a quality.
  constexpr owed_clause overrides(term_spec const& quality) const {
    auto c = *this;
    c.overridden = quality;
    return c;
  }

  /// It rests on an enabling condition, which some party `provides`. At most eight.
  constexpr owed_clause rests_on(std::string_view capability) const {
    auto c = *this;
    for (auto& slot : c.capabilities)
      if (slot.empty()) {
        slot = capability;
        return c;
      }
    detail::a_commitment_rests_on_too_many_capabilities();
  }

  template <class W>
  constexpr void write(W& w) const {
    auto const first = w.c.commitments.size();
    commitment c{.debtor = w.party(Debtor{}),
                 .creditor = w.party_or_customer(Creditor{}),
                 .about = w.part(Part{}),
                 .antecedent = w.event(antecedent),
                 .brings_about = w.event(event),
                 .on_request = remedy,
                 .overrides = overridden.quality};
    if constexpr (sizeof...(Terms) == 0)
      w.c.commitments.push_back(c);
    else
      terms.for_each([&](auto const& t) {
        c.consequent = w.resolve(t);
        w.c.commitments.push_back(c);
      });
    for (auto const& name : capabilities)
      for (auto i = first; !name.empty() && i < w.c.commitments.size(); ++i)
        w.c.requirements.push_back({commitment_id{i}, w.capability(name)});
  }

 private:
  template <class Other, class G, class E>
  constexpr Other rebound(Other c, G given, E what) const {
    c.remedy = remedy;
    c.overridden = overridden;
    for (std::size_t i = 0; i < most_capabilities; ++i) c.capabilities[i] = capabilities[i];
    c.antecedent = given;
    c.event = what;
    c.terms = terms;
    return c;
  }
};

template <class Who>
struct provides_clause : detail::clause_on<false, Who> {
  std::string_view capability;
  template <class W>
  constexpr void write(W& w) const {
    w.c.provisions.push_back({w.party(Who{}), w.capability(capability)});
  }
};

template <class Who, class Part>
struct answers_clause : detail::clause_on<false, Who, Part> {
  template <class W>
  constexpr void write(W& w) const {
    auto const who = w.party(Who{});
    w.c.parts[w.part(Part{}).index()].answerable = who;
  }
};

template <class Who, class Part>
struct performs_clause : detail::clause_on<false, Who, Part> {
  template <class W>
  constexpr void write(W& w) const {
    auto const who = w.party(Who{});
    auto& p = w.c.parts[w.part(Part{}).index()];
    p.performer = who;
    p.performer_declared = true;
  }
};

template <class Who, class Part>
struct able_clause : detail::clause_on<false, Who, Part> {
  checked_bound lead_time;
  template <class W>
  constexpr void write(W& w) const {
    w.c.abilities.push_back({w.party(Who{}), w.part(Part{}), w.checked(lead_time)});
  }
};

template <class Creditor, class Debtor, class Event, class... Terms>
struct recourse_clause : detail::clause_on<false, Creditor, Debtor, Event, Terms...> {
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
struct end_clause : detail::clause_on<false, Debtor, Creditor> {
  bool on_kept = false, on_cancelled = false, on_refunded = false;
  template <class W>
  constexpr void write(W& w) const {
    auto const debtor = w.party(Debtor{}), creditor = w.party(Creditor{});
    auto const end = [&](bool is_said, event_kind k) {
      if (is_said) w.c.contract_ends.push_back({debtor, creditor, w.event(detail::order_event{k})});
    };
    end(on_kept, event_kind::kept);
    end(on_cancelled, event_kind::cancelled);
    end(on_refunded, event_kind::refunded);
  }
};

// ---- words -------------------------------------------------------------------------------------

template <class From, class To, class Event>
struct notice_clause : detail::clause_on<false, From, To, Event> {
  Event event;
  checked_bound within;
  template <class W>
  constexpr void write(W& w) const {
    auto const from = w.party(From{}), to = w.party(To{});
    w.c.notices.push_back({from, to, w.event(event), w.checked(within), false});
  }
};

template <class From, class To, class Part>
struct change_notice_clause : detail::clause_on<false, From, To, Part> {
  checked_bound within;
  template <class W>
  constexpr void write(W& w) const {
    auto const from = w.party(From{}), to = w.party(To{});
    w.changes.push_back({from, to, w.part(Part{}), w.checked(within), false});
  }
};

template <class Who, class Before, class After>
struct coordination_clause : detail::clause_on<false, Who, Before, After> {
  using lupaus_handoff = detail::types<Before, After>;
  template <class W>
  constexpr void write(W& w) const {
    w.c.coordinations.push_back({w.party(Who{}), w.part(Before{}), w.part(After{})});
  }
};

template <class A, class B>
struct channel_clause : detail::clause_on<false, A, B> {
  template <class W>
  constexpr void write(W& w) const {
    auto const a = w.party(A{}), b = w.party(B{});
    w.c.channels.push_back({a, b});
  }
};

template <class Before, class After>
struct need_clause : detail::clause_on<false, Before, After> {
  template <class W>
  constexpr void write(W& w) const {
    w.c.needs.push_back({w.part(Before{}), w.part(After{}), {}, {}});
  }
};

template <class Who, class Part, class Covered, class From, class Until>
struct risk_clause : detail::clause_on<false, Who, Part, Covered, From, Until> {
  From from;
  Until until;
  template <class W>
  constexpr void write(W& w) const {
    auto const bearer = w.party(Who{});
    auto const part = w.part(Part{});
    auto const start = w.event(from), end = w.event(until);
    w.c.risks.push_back({bearer, part, start, end, w.party_or_none(Covered{})});
  }
};

// ---- what may happen ---------------------------------------------------------------------------

template <class From, class By>
struct way {
  From from;
};
template <class Good, class Holder>
struct custody {};
struct no_custody {};

namespace detail {

template <class F, class B>
struct mentioned_by<way<F, B>> {
  using type = typename join<typename mentioned_by<F>::type, typename mentioned_by<B>::type>::type;
};
template <class G, class H>
struct mentioned_by<custody<G, H>> {
  using type = types<G, H>;
};
template <>
struct mentioned_by<no_custody> {
  using type = types<>;
};

}  // namespace detail

/// An event of a part, the ways in which it can come about, and who holds the goods afterwards.
template <class Event, class Custody, class... Ways>
struct happening : detail::clause_on<false, Event, Custody, Ways...> {
  static constexpr int turn = 1;
  detail::values<Ways...> ways;

  template <detail::event_word E>
  constexpr auto after(E e) const {
    happening<Event, Custody, Ways..., way<detail::event_t<E>, detail::no_party>> h;
    append(ways, way<detail::event_t<E>, detail::no_party>{detail::as_event(e)}, h.ways);
    return h;
  }
  template <named_party P>
  constexpr auto by(P) const {
    if constexpr (sizeof...(Ways) == 0) {
      return happening<Event, Custody, way<detail::no_event, P>>{};
    } else {
      return with_actor<P>(ways, detail::values<>{});
    }
  }
  template <named_part Good, named_party Holder>
    requires(Good::kind == part_kind::good)
  constexpr auto hands(Good, Holder) const {
    happening<Event, custody<Good, Holder>, Ways...> h;
    h.ways = ways;
    return h;
  }

  template <class W>
  constexpr void write(W& w) const {
    auto const e = w.event(Event{});
    if constexpr (!std::same_as<Custody, no_custody>) set_custody(w, e, Custody{});
    ways.for_each([&]<class F, class B>(way<F, B> const& x) {
      auto const from = w.event(x.from);
      w.c.transitions.push_back({from, e, w.party_or_none(B{})});
    });
  }

 private:
  template <class W, class Good, class Holder>
  static constexpr void set_custody(W& w, event_id e, custody<Good, Holder>) {
    auto const good = w.part(Good{});
    auto const holder = w.party(Holder{});
    w.c.events[e.index()].good = good;
    w.c.events[e.index()].holder = holder;
  }
  template <class Last, class Out>
  static constexpr void append(detail::values<> const&, Last const& last, Out& out) {
    out.head = last;
  }
  template <class T, class... Rest, class Last, class Out>
  static constexpr void append(detail::values<T, Rest...> const& v, Last const& last, Out& out) {
    out.head = v.head;
    append(v.tail, last, out.tail);
  }
  template <class P, class F, class B, class... Done>
  static constexpr auto with_actor(detail::values<way<F, B>> const& last,
                                   detail::values<Done...> const& done) {
    happening<Event, Custody, Done..., way<F, P>> h;
    append(done, way<F, P>{last.head.from}, h.ways);
    return h;
  }
  template <class P, class T, class U, class... Rest, class... Done>
  static constexpr auto with_actor(detail::values<T, U, Rest...> const& v,
                                   detail::values<Done...> const& done) {
    detail::values<Done..., T> more;
    append(done, v.head, more);
    return with_actor<P>(v.tail, more);
  }
};

namespace detail {

template <class Self, event_kind K, class Part>
template <event_word E>
constexpr auto event_words<Self, K, Part>::after(E e) const {
  return happening<Self, no_custody>{}.after(e);
}
template <class Self, event_kind K, class Part>
template <named_party P>
constexpr auto event_words<Self, K, Part>::by(P p) const {
  return happening<Self, no_custody>{}.by(p);
}
template <class Self, event_kind K, class Part>
template <named_part Good, named_party Holder>
constexpr auto event_words<Self, K, Part>::hands(Good g, Holder h) const {
  return happening<Self, no_custody>{}.hands(g, h);
}

/// A bare failure or step in a list of what may happen.
template <class T>
constexpr auto as_clause(T const& t) {
  if constexpr (clause<T>)
    return t;
  else
    return happening<T, no_custody>{};
}

}  // namespace detail

template <class Service, class Good>
struct carries_clause : detail::clause_on<false, Service, Good> {
  static constexpr int turn = 0;
  template <class W>
  constexpr void write(W& w) const {
    auto const good = w.part(Good{});
    w.c.parts[w.part(Service{}).index()].carries = good;
    w.event(started_<Service>{});
  }
};

/// The customer binds herself ahead, or as it happens.
struct paid_clause : detail::clause_on<false> {
  payment when;
  template <class W>
  constexpr void write(W& w) const {
    w.c.paid = when;
  }
};
constexpr paid_clause paid(payment when) {
  paid_clause c;
  c.when = when;
  return c;
}
/// What the promise is called in the user's own records.
struct identity_clause : detail::clause_on<false> {
  std::string_view id, version;
  template <class W>
  constexpr void write(W& w) const {
    w.c.identity = id;
    w.c.version = version;
  }
};
constexpr identity_clause identity(std::string_view id, std::string_view version = {}) {
  identity_clause c;
  c.id = id;
  c.version = version;
  return c;
}
/// Two performers need to coordinate, though the product does not say so.
template <named_part A, named_part B>
constexpr need_clause<A, B> must_coordinate(A, B) {
  return {};
}

}  // namespace lupaus::inline v0
