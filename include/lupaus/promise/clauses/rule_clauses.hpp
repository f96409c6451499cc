// SPDX-License-Identifier: BSL-1.0
//
// Rules: on(damaged).owes(shop, replace(machine)).waits_for(received_back)
//                   .presumes(held_by(customer, machine))
#pragma once

#include "lupaus/model/builder/prices.hpp"
#include "lupaus/promise/clauses/notice_clauses.hpp"

#include <concepts>
#include <cstdint>
#include <string_view>

namespace lupaus::inline v0 {

template <class Part>
struct action_on {
  action_kind kind;
  std::uint32_t units = 0;
  money by = {};
};
template <named_part P>
constexpr action_on<P> replace(P, std::uint32_t units = 0) {
  return {action_kind::replace, units};
}
template <named_part P>
constexpr action_on<P> perform_again(P, std::uint32_t units = 0) {
  return {action_kind::perform_again, units};
}
template <named_part P>
constexpr action_on<P> repair(P, std::uint32_t units = 0) {
  return {action_kind::repair, units};
}
/// A price reduction: she keeps what failed as it is, for less; by how much, if it is said.
/// Directive (EU) 2019/771, article 13(4).
template <named_part P>
constexpr action_on<P> reduce_price(P, money const& by = {}) {
  return {action_kind::reduce_price, 0, by};
}

/// A presumption: somebody holds a good; or something has happened, or has not.
template <class Holder, class Good, class Event, bool IsNot = false>
struct presumes_that {};
template <named_party P, named_part G>
  requires(G::kind == part_kind::good)
constexpr presumes_that<P, G, detail::no_event> held_by(P, G) { return {}; }
template <named_event E>
constexpr presumes_that<detail::no_party, detail::no_event, E> happened(E) {
  return {};
}
template <named_event E>
constexpr presumes_that<detail::no_party, detail::no_event, E, true> not_happened(E) {
  return {};
}

namespace detail {

template <class H, class G, class E, bool IsNot>
struct mentioned_by<presumes_that<H, G, E, IsNot>> {
  using type = typename join<types<>, typename mentioned_by<H>::type,
                             typename mentioned_by<G>::type, typename mentioned_by<E>::type>::type;
};

/// Between firms a rule may be a term of their contract.
template <class Creditor>
constexpr groups group_of_rule() {
  return group_of_creditor<Creditor>() == groups::fulfilment ? groups::fulfilment
                                                             : groups::fulfilment_or_subcontracts;
}

/// Instead of a presumption, in a rule of which an error has said already what is wrong.
struct already_explained {};
template <>
struct mentioned_by<already_explained> {
  using type = types<>;
};

// The sentence that a message shows, with the user's type. False.
template <class Debtor>
inline constexpr bool it_is_said_what_to_do_it_to_by = false;

/// What stands in the places of a rule that take an event or a type; each may be missing.
template <class On, class Since, class Until, class Debtor, class Object, class Creditor,
          class Gate>
struct rule_places {
  On on;
  Since since;
  Until until;
  Gate gate;
};

}  // namespace detail

template <class On, class Since = detail::no_event, class Until = detail::no_event,
          class Debtor = detail::no_party, class Object = detail::no_event,
          class Creditor = detail::no_party, class Gate = detail::no_event, class... Presumed>
struct rule_on : detail::clause_on<detail::group_of_rule<Creditor>(), On, Since, Until, Debtor,
                                   Object, Creditor, Gate, Presumed...> {
  using trigger = On;
  static constexpr bool is_finished = named_party<Debtor>;
  static constexpr bool is_explained = (std::same_as<Presumed, detail::already_explained> || ...);
  detail::rule_places<On, Since, Until, Debtor, Object, Creditor, Gate> places;
  action_kind action = action_kind::act;
  std::uint32_t units = 0;
  std::string_view words;
  checked_bound limit;
  money fee, reduction;
  std::size_t first_time = 0, last_time = 0;

  /// Only from that event on.
  template <detail::event_word E>
  constexpr auto since(E e) const {
    rule_on<On, detail::event_t<E>, Until, Debtor, Object, Creditor, Gate, Presumed...> r;
    r.places = {places.on, detail::as_event(e), places.until, places.gate};
    return with_rest(r);
  }
  /// Only as long as that event has not happened.
  template <detail::event_word E>
  constexpr auto until(E e) const {
    rule_on<On, Since, detail::event_t<E>, Debtor, Object, Creditor, Gate, Presumed...> r;
    r.places = {places.on, places.since, detail::as_event(e), places.gate};
    return with_rest(r);
  }
  template <detail::event_word A, detail::event_word B>
  constexpr auto between(A from, B to) const {
    return since(from).until(to);
  }
  /// Only from the n-th time on that it fails, of 2 to 7: counted in all attempts.
  constexpr rule_on from_time(std::size_t n) const {
    auto r = *this;
    r.first_time = n;
    return r;
  }
  /// Only the first n times that it fails, of 1 to 6.
  constexpr rule_on up_to_time(std::size_t n) const {
    auto r = *this;
    r.last_time = n;
    return r;
  }
  /// Who owes what; to the customer, unless somebody else is said.
  template <named_party P, class Part>
  constexpr auto owes(P, action_on<Part> what) const {
    rule_on<On, Since, Until, P, Part, Creditor, Gate, Presumed...> r;
    r.places = {places.on, places.since, places.until, places.gate};
    r = with_rest(r);
    r.action = what.kind;
    r.units = what.units;
    r.reduction = what.by;
    return r;
  }
  template <named_party P>
  constexpr auto owes(P, lupaus::action const& what) const {
    rule_on<On, Since, Until, P, Object, Creditor, Gate, Presumed...> r;
    r.places = {places.on, places.since, places.until, places.gate};
    r = with_rest(r);
    r.action = what.kind;
    r.words = what.words;
    return r;
  }
  /// `replace`, with no word of what.
  template <class P>  // not to stand among the candidates of another error
  constexpr auto owes(P, lupaus::action (*)(part_ref, std::uint32_t)) const {
    static_assert(detail::it_is_said_what_to_do_it_to_by<P>,
                  "lupaus: a remedy is of a part. Here it is not said of which. To mend: "
                  "`.owes(seller, replace(part))`, or perform_again(part), or repair(part).");
    rule_on<On, Since, Until, P, Object, Creditor, Gate, Presumed..., detail::already_explained> r;
    r.places = {places.on, places.since, places.until, places.gate};
    return with_rest(r);
  }
  /// To whom it is owed.
  template <named_party P>
  constexpr auto to(P) const {
    rule_on<On, Since, Until, Debtor, Object, P, Gate, Presumed...> r;
    r.places = {places.on, places.since, places.until, places.gate};
    return with_rest(r);
  }
  /// The action waits for that event.
  template <detail::event_word E>
  constexpr auto waits_for(E e) const {
    rule_on<On, Since, Until, Debtor, Object, Creditor, detail::event_t<E>, Presumed...> r;
    r.places = {places.on, places.since, places.until, detail::as_event(e)};
    return with_rest(r);
  }
  /// The action takes at most so long, after the gate if there is one.
  template <length_or_date T>
  constexpr rule_on within(T t) const {
    auto r = *this;
    r.limit = lasting(t).value;
    return r;
  }
  /// Of what is paid back, the fee that is kept. Only of a refund, or where she may cancel.
  constexpr rule_on keeps(money const& amount) const {
    auto r = *this;
    r.fee = amount;
    return r;
  }
  /// What it takes for granted.
  template <class H, class G, class E, bool IsNot>
  constexpr auto presumes(presumes_that<H, G, E, IsNot>) const {
    rule_on<On, Since, Until, Debtor, Object, Creditor, Gate, Presumed...,
            presumes_that<H, G, E, IsNot>>
        r;
    r.places = {places.on, places.since, places.until, places.gate};
    return with_rest(r);
  }

  template <class W>
  constexpr void write(W& w) const {
    rule r{.on = w.event(places.on),
           .since = w.event(places.since),
           .until = w.event(places.until),
           .debtor = w.party(Debtor{}),
           .creditor = w.party_or_customer(Creditor{}),
           .action = action,
           .units = units,
           .gate = w.event(places.gate),
           .within = w.checked(limit),
           .words = words,
           .fee = fee,
           .reduction = reduction,
           .from_time = static_cast<std::uint8_t>(first_time),
           .up_to_time = static_cast<std::uint8_t>(last_time)};
    if constexpr (named_part<Object>) {
      r.object = w.part(Object{});
      if (units > w.c.parts[r.object.index()].quantity) w.reject(detail::value_error::bound);
    }
    if (action == action_kind::act && words.empty()) w.reject(detail::value_error::bound);
    if (auto const& e = w.c.events[r.on.index()]; is_time_out(e.kind) && e.of == lupaus::whole)
      w.reject(detail::value_error::contradiction);
    auto const is_fee_given = fee.in.valid() || fee.minor_units != 0;
    if (is_fee_given && (!detail::is_part_of_price(fee) || r.creditor != w.c.customer ||
                         !detail::returns_money(action, w.c.events[r.on.index()].kind)))
      w.reject(detail::value_error::fee);
    auto const is_reduction_given = reduction.in.valid() || reduction.minor_units != 0;
    if ((is_reduction_given && !detail::is_part_of_price(reduction)) ||
        (action == action_kind::reduce_price &&
         (r.creditor != w.c.customer || !detail::may_reduce_price_on(w.c.events, r.on))))
      w.reject(detail::value_error::reduction);
    auto const most = most_times_counted;
    auto const has_times = (first_time == 0 || (first_time > 1 && first_time <= most)) &&
                           last_time < most && (last_time == 0 || first_time <= last_time);
    auto const counts_failures = detail::is_of_failure(w.c.events, r.on);
    if (!has_times || (is_counted(r) && !counts_failures)) w.reject(detail::value_error::count);
    w.c.rules.push_back(r);
    rule_id const id{w.c.rules.size() - 1};
    if (is_fee_given || is_reduction_given) w.add_amount(id);
    (presume(w, id, Presumed{}), ...);
  }

 private:
  template <class R>
  constexpr R with_rest(R r) const {
    r.action = action;
    r.units = units;
    r.words = words;
    r.limit = limit;
    r.fee = fee;
    r.reduction = reduction;
    r.first_time = first_time;
    r.last_time = last_time;
    return r;
  }
  template <class W, class H, class G, class E, bool IsNot>
  static constexpr void presume(W& w, rule_id of, presumes_that<H, G, E, IsNot>) {
    presumption p{of, {}, {}, {}};
    if constexpr (named_party<H>) {
      p.holder = w.party(H{});
      p.good = w.part(G{});
    } else {
      p.happened = w.event(E{});
      p.is_not = IsNot;
    }
    w.c.presumptions.push_back(p);
  }
};

/// Begins a rule: what is owed when that happens.
template <detail::event_word E>
[[nodiscard]] constexpr auto on(E e) {
  rule_on<detail::event_t<E>> r;
  r.places.on = detail::as_event(e);
  return r;
}

}  // namespace lupaus::inline v0
