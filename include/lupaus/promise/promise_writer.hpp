// SPDX-License-Identifier: BSL-1.0
//
// Writes clauses into columns that grow, in constant evaluation.
#pragma once

#include "lupaus/model/builder/derivation.hpp"
#include "lupaus/model/view.hpp"
#include "lupaus/promise/clauses/rule_clauses.hpp"
#include "lupaus/promise/growing_columns.hpp"
#include "lupaus/promise/product.hpp"
#include "lupaus/promise/written_amounts.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace lupaus::inline v0::detail {

/// Writes clauses into columns. A named type is registered when it is first spoken of.
class promise_writer {
 public:
  columns_of<growing> c;
  growing<type_id> party_types, part_types, event_types;
  value_error first_error_kind = value_error::none;  ///< the first
  type_id error_in = nullptr;  ///< the type of the clause, or of the part in the product
  amount_error wrong_amount;   ///< where it is the first

  constexpr explicit promise_writer(std::string_view title) {
    c.parts.push_back({.name = title, .kind = part_kind::composite});
    part_types.push_back(&address_of_type<the_whole>);
    c.events.push_back({.kind = event_kind::ordered, .of = lupaus::whole});
    event_types.push_back(nullptr);
  }

  // ---- names to ids ----

  template <named_party P>
  constexpr party_id party(P) {
    auto const known = index_of(party_types, &address_of_type<P>);
    if (known < party_types.size()) return party_id{known};
    if (is_taken(c.parties, P::name)) reject(value_error::same_name);
    c.parties.push_back({P::name, P::is, P::is != role::subcontractor});
    party_types.push_back(&address_of_type<P>);
    party_id const id{c.parties.size() - 1};
    if (P::is == role::customer) c.customer = id;
    if (P::is == role::seller) c.seller = id;
    return id;
  }
  template <class P>
  constexpr party_id party_or(P p, party_id otherwise) {
    if constexpr (named_party<P>) return party(p);
    return otherwise;
  }
  template <class P>
  constexpr party_id party_or_none(P p) {
    return party_or(p, {});
  }
  template <class P>
  constexpr party_id party_or_customer(P p) {
    return party_or(p, c.customer);
  }

  constexpr part_id part(the_whole) { return here_; }
  template <named_part P>
  constexpr part_id part(P) {
    auto const known = index_of(part_types, &address_of_type<P>);
    return known < part_types.size() ? part_id{known} : part_id{};
  }

  constexpr event_id event(no_event) { return {}; }
  constexpr event_id event(event_of_order e) {
    return e.kind == event_kind::ordered ? ordering : row(e.kind, lupaus::whole, nullptr, {});
  }
  template <event_kind K, class P>
  constexpr event_id event(event_of<K, P>) {
    return row(K, part(P{}), &address_of_type<event_of<K, P>>, {});
  }
  template <class E>
  constexpr event_id event(report_of<E>) {
    auto const subject = event(E{});
    auto const known = index_of(event_types, &address_of_type<report_of<E>>);
    if (known < event_types.size()) return event_id{known};
    auto const id =
        row(event_kind::reported, part(typename E::of{}), &address_of_type<report_of<E>>, {});
    c.events[id.index()].subject = subject;
    return id;
  }
  template <named_event E>
    requires requires { E::name; }
  constexpr event_id event(E) {
    return row(E::kind, part(typename E::of{}), &address_of_type<E>, E::name);
  }

  template <class What, class Since>
  constexpr event_id event(time_out<What, Since> const& t) {
    lupaus::event const e{.kind = event_kind::timed_out,
                          .subject = event(t.what),
                          .since = event(t.since),
                          .within = checked(t.within)};
    auto is_right = true;
    auto const id = add_time_out(e, c.events, event_types, is_right);
    if (!is_right) reject(value_error::contradiction);
    return id;
  }

  constexpr capability_id capability(capability_name const& said) {
    std::size_t i = 0;
    while (i < c.capabilities.size() && c.capabilities[i].name != said.name) ++i;
    if (i == c.capabilities.size()) c.capabilities.push_back({said.name});
    if (said.is_backstage) c.capabilities[i].is_backstage = true;  // said once, it holds
    return capability_id{i};
  }

  /// True when some clause has spoken of the event.
  template <named_event E>
  constexpr bool knows(E) const {
    return index_of(event_types, &address_of_type<E>) < event_types.size();
  }

  constexpr void set_price(part_id of, money const& price) {
    auto& known = c.parts[of.index()].price;
    if (known.in.valid() || bound_codec<money>::encode(price).fault ||
        price.minor_units > most_minor_units)
      reject(value_error::price);
    known = price;
    amounts_.add(of, writing_);
  }
  constexpr void add_amount(rule_id of) { amounts_.add(of, writing_); }
  /// Prices and fees of a complete model that do not fit together.
  constexpr void check_amounts() {
    auto const wrong = amounts_.find_error(c);
    if (wrong.is == value_error::none || first_error_kind != value_error::none) return;
    wrong_amount = wrong;
    if (wrong.in) writing_ = wrong.in;
    reject(wrong.is);
  }

  constexpr void add_way(transition const& way) {
    c.transitions.push_back(way);
    ways_.push_back({way.to, writing_});
  }
  /// A way of a complete model that nobody can take.
  constexpr void reject_way(transition_id way) {
    if (auto const in = clause_of(ways_, c.transitions[way.index()].to)) writing_ = in;
    reject(value_error::dead_way);
  }

  // ---- terms and bounds ----

  constexpr void reject(value_error s) {
    if (first_error_kind != value_error::none) return;
    first_error_kind = s;
    error_in = writing_;
  }
  /// A length of time.
  constexpr bound checked(checked_bound const& b) {
    if (b.fault || (b.value.kind != bound_kind::nothing && !is_length(b.value)))
      reject(value_error::bound);
    return b.value;
  }
  constexpr lupaus::term resolve(term_spec const& t) {
    auto anchor = t.anchor ? event(as_event(t.anchor)) : event_id{};
    return anchored_at(t, anchor);
  }
  template <class E>
  constexpr lupaus::term resolve(anchored<E> const& t) {
    return anchored_at(t.base, event(t.event));
  }

  // ---- the product ----

  /// What begins and what ends an expression, as marks on the parts.
  struct ends {
    growing<part_id> first, last;
  };

  template <named_part P>
  constexpr void write_product(P, part_id within, ends& e) {
    add_part<P>(within, 1, e);
  }
  template <class P>
  constexpr void write_product(quantity_of<P> const& q, part_id within, ends& e) {
    add_part<P>(within, q.units, e);
  }
  template <class A, class B>
  constexpr void write_product(then<A, B> const& x, part_id within, ends& e) {
    ends middle, end;
    write_product(x.a, within, middle);
    write_product(x.b, within, end);
    for (auto a : middle.last)
      for (auto b : end.first) c.precedences.push_back({a, b});
    for (auto a : middle.first) e.first.push_back(a);
    for (auto b : end.last) e.last.push_back(b);
  }
  template <class A, class B>
  constexpr void write_product(together<A, B> const& x, part_id within, ends& e) {
    write_product(x.a, within, e);
    write_product(x.b, within, e);
  }
  template <class P, class Inner>
  constexpr void write_product(composite_of<P, Inner> const& x, part_id within, ends& e) {
    auto const outer = add_part<P>(within, 1, e);
    ends inside;
    write_product(x.inner, outer, inside);
  }
  template <class Nested>
    requires requires { typename Nested::lupaus_parts; }
  constexpr void write_product(Nested const& p, part_id within, ends& e) {
    auto const outer = add_part<typename Nested::whole_type>(within, 1, e);
    ends inside;
    write_product(p.made_of(), outer, inside);
  }

  /// The clauses of a promise and, before them, of the promises within it.
  template <class Promise>
  constexpr void write_clauses(Promise const& p, part_id whole_of_it) {
    write_nested(p.made_of());
    here_ = whole_of_it;
    for (auto order : {0, 1, 2, 3})  // events in the order of life, whatever speaks of them first
      p.clauses().for_each([&](auto const& clause) {
        if (clause.write_order != order) return;
        writing_ = &address_of_type<std::remove_cvref_t<decltype(clause)>>;
        clause.write(*this);
      });
  }

 private:
  template <class P>
  constexpr part_id add_part(part_id within, std::uint32_t units, ends& e) {
    writing_ = &address_of_type<P>;
    if (is_taken(c.parts, P::name)) reject(value_error::same_name);
    if (units < 1 || units > 1'000'000) reject(value_error::bound);
    c.parts.push_back({.name = P::name, .kind = P::kind, .within = within, .quantity = units});
    part_types.push_back(&address_of_type<P>);
    part_id const id{c.parts.size() - 1};
    if constexpr (P::kind != part_kind::composite)
      row(event_kind::completed, id, &address_of_type<completed_<P>>, {});
    e.first.push_back(id);
    e.last.push_back(id);
    return id;
  }

  constexpr event_id row(event_kind kind, part_id of, type_id type, std::string_view name) {
    for (std::size_t i = 0; i < c.events.size(); ++i)
      if (type ? event_types[i] == type : c.events[i].kind == kind) return event_id{i};
    for (std::size_t i = 0; !name.empty() && i < c.events.size(); ++i)
      if (c.events[i].of == of && c.events[i].name == name) reject(value_error::same_name);
    c.events.push_back({.kind = kind,
                        .of = of,
                        .good = kind == event_kind::possession ? of : part_id{},
                        .name = name});
    event_types.push_back(type);
    return event_id{c.events.size() - 1};
  }

  constexpr lupaus::term anchored_at(term_spec const& t, event_id anchor) {
    if (!t.quality) {
      reject(value_error::bound);
      return {};
    }
    if (anchor == ordering && t.quality->from == "the order") anchor = {};
    if (t.limit.fault || !t.quality->accepts(t.limit.value) ||
        (anchor && !is_length(t.limit.value)))
      reject(value_error::bound);
    return {t.quality, t.limit.value, anchor};
  }

  template <class A, class B>
  constexpr void write_nested(then<A, B> const& x) {
    write_nested(x.a);
    write_nested(x.b);
  }
  template <class A, class B>
  constexpr void write_nested(together<A, B> const& x) {
    write_nested(x.a);
    write_nested(x.b);
  }
  template <class P, class Inner>
  constexpr void write_nested(composite_of<P, Inner> const& x) {
    write_nested(x.inner);
  }
  template <class Other>
  constexpr void write_nested(Other const& x) {
    if constexpr (requires { typename Other::lupaus_parts; })
      write_clauses(x, part(typename Other::whole_type{}));
  }

  growing<written<event_id>> ways_;  // by where they lead
  written_amounts amounts_;
  type_id writing_ = nullptr;     // the clause, or the part in the product
  part_id here_ = lupaus::whole;  // what `whole` means in the clause being written
};

}  // namespace lupaus::inline v0::detail
