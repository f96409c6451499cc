// SPDX-License-Identifier: BSL-1.0
//
// A promise that nobody answers for does not compile:
//
//   static_assert(sound<as_sold>);           // quiet and negatable: names the gap and your part
//   static_assert(require_sound<as_sold>);   // the first gap explains itself, with its mend
//
// The checks are those of the run-time model, run on the flat model of the promise.
#pragma once

#include "lupaus/check/gap_type.hpp"
#include "lupaus/check/standard_checks.hpp"
#include "lupaus/promise/gap_types.hpp"
#include "lupaus/promise/promise.hpp"

#include <concepts>
#include <cstddef>
#include <iterator>

namespace lupaus::inline v0 {

namespace detail {

/// Finds the user's type by its address among all that clauses speak of.
template <class Clauses>
constexpr mention_index find_type(type_id wanted) {
  return first_mention<Clauses>([wanted](mention const& m) { return m.what == wanted; });
}

// An element as one number: g++ 12 does not survive ids as template arguments here.
using element_code = unsigned;
constexpr element_code code_of(element e) {
  return static_cast<element_code>(e.kind) << 16 | e.index;
}

template <auto const& P>
struct user_types {
  using promise = std::remove_cvref_t<decltype(P)>;
  using parts = typename promise::lupaus_parts;
  using clauses = typename clauses_within<promise>::type;

  static constexpr std::size_t place_of_part(std::size_t index) {
    for (std::size_t i = 0; i < mentions_in<parts>::size; ++i)
      if (mentions_in<parts>::all[i].what == flat_model_of<P>.part_types[index]) return i;
    return nowhere;
  }
  template <std::size_t Index>
  static constexpr auto part() {
    constexpr auto at = place_of_part(Index);
    if constexpr (at == nowhere)
      return the_whole{};
    else
      return type_at_t<at, parts>{};
  }

  template <std::size_t Clause, std::size_t Mention>
  static constexpr auto mentioned() {
    return mentioned_at_t<clauses, Clause, Mention>{};
  }
  template <std::size_t Index>
  static constexpr auto party() {
    constexpr auto at = find_type<clauses>(flat_model_of<P>.party_types[Index]);
    return mentioned<at.clause, at.mention>();
  }

  template <std::size_t Index>
  static constexpr auto event() {
    constexpr auto kind = flat_model_of<P>.events[Index].kind;
    constexpr std::size_t of = flat_model_of<P>.events[Index].of.index();
    if constexpr (kind == event_kind::ordered) {
      return the_order{};
    } else if constexpr (kind == event_kind::cancel_requested) {
      return a_request_to_cancel{};
    } else if constexpr (kind == event_kind::replacement_requested) {
      return a_request_to_replace{};
    } else if constexpr (is_of_order(kind)) {
      return another_event_of_the_order{};
    } else if constexpr (kind == event_kind::failed || kind == event_kind::step) {
      constexpr auto at = find_type<clauses>(flat_model_of<P>.event_types[Index]);
      return mentioned<at.clause, at.mention>();
    } else if constexpr (kind == event_kind::reported) {
      constexpr std::size_t subject = flat_model_of<P>.events[Index].subject.index();
      return report_of<decltype(event<subject>())>{};
    } else {
      return event_of<kind, decltype(part<of>())>{};
    }
  }

  template <element_code E>
  static constexpr auto word() {
    constexpr auto kind = static_cast<element_kind>(E >> 16);
    constexpr std::size_t index = E & 0xffff;
    if constexpr (kind == element_kind::part)
      return part<index>();
    else if constexpr (kind == element_kind::party)
      return party<index>();
    else if constexpr (kind == element_kind::event)
      return event<index>();
    else
      return the_whole{};
  }
  /// A part, as a situation, is one that has not begun.
  template <element_code E>
  static constexpr auto situation() {
    if constexpr (static_cast<element_kind>(E >> 16) == element_kind::part)
      return before<decltype(word<E>())>{};
    else
      return word<E>();
  }
};

template <auto const& P, element_code E>
using user_type_t = decltype(user_types<P>::template word<E>());
template <auto const& P, element_code E>
using situation_t = decltype(user_types<P>::template situation<E>());

/// Keeps the first finding that is an error.
class first_sink final : public finding_sink {
 public:
  constexpr void operator()(finding const& f) override {
    if (!first_.what && f.what->severity == severity::error) first_ = f;
  }
  constexpr finding const& first() const { return first_; }

 private:
  finding first_;
};

/// What the i-th gap of the list is found by first, in a constant evaluation of its own; nothing
/// when it is no error.
template <auto const& P, std::size_t I>
inline constexpr finding first_error = [] {
  auto const& g = *standard_gaps[I];
  first_sink to;
  if (g.severity == severity::error || g.as_error) {
    model_analysis a{view_of<P>};
    g.find(a, g, to);
  }
  return to.first();
}();

template <auto const& P, std::size_t I = 0>
constexpr finding find_first_error() {
  if constexpr (first_error<P, I>.what != nullptr || I + 1 == std::size(standard_gaps))
    return first_error<P, I>;
  else
    return find_first_error<P, I + 1>();
}

template <auto const& P>
inline constexpr finding the_first_error = find_first_error<P>();

template <auto const& P>
inline constexpr element_code where_ = code_of(the_first_error<P>.where);
template <auto const& P>
inline constexpr element_code other_ = code_of(the_first_error<P>.other);
template <auto const& P>
inline constexpr element_code part_ = code_of(the_first_error<P>.part);
template <auto const& P>
inline constexpr element_code performing_ = code_of(the_first_error<P>.performing);
/// Of a commitment, its debtor.
template <auto const& P>
inline constexpr element_code other_debtor_ = [] {
  auto const other = the_first_error<P>.other;
  return other.kind == element_kind::commitment
             ? code_of(view_of<P>.commitments[static_cast<commitment_id>(other)].debtor)
             : code_of(other);
}();
template <auto const& P>
inline constexpr element_code trigger_ = [] {
  auto const where = the_first_error<P>.where;
  return where.kind == element_kind::rule
             ? code_of(view_of<P>.rules[static_cast<rule_id>(where)].on)
             : code_of(where);
}();
/// The user's words for what the first error refers to.
template <auto const& P>
struct words_of_error {
  static constexpr auto place() { return user_type_t<P, where_<P>>{}; }
  static constexpr auto other() { return user_type_t<P, other_<P>>{}; }
  static constexpr auto part() { return user_type_t<P, part_<P>>{}; }
  static constexpr auto performer() { return user_type_t<P, performing_<P>>{}; }
  static constexpr auto debtor() { return user_type_t<P, other_debtor_<P>>{}; }
  static constexpr auto trigger() { return user_type_t<P, trigger_<P>>{}; }
  static constexpr auto situation() { return situation_t<P, other_<P>>{}; }
  static constexpr long late_hours =
      static_cast<long>((the_first_error<P>.late_by + 3'599) / 3'600);
};

template <auto const& P>
constexpr auto gap_found() {
  constexpr auto const* what = the_first_error<P>.what;
  if constexpr (what == nullptr)
    return no_gap{};
  else
    return typename gap_type<*what>::template in<words_of_error<P>>{};
}

template <auto const& P>
constexpr auto gap_of() {
  if constexpr (is_rejected<std::remove_cvref_t<decltype(P)>>)
    return no_gap{};  // an error has said already what is wrong with it
  else if constexpr (!is_no_error<value_error_in<P>>)
    return value_error_in<P>{};
  else
    return gap_found<P>();
}

}  // namespace detail

/// The first gap of severity error, as a type; `no_gap` when there is none.
template <auto const& P>
using first_gap = decltype(detail::gap_of<P>());

template <class Gap>
inline constexpr bool is_no_gap = false;
template <>
inline constexpr bool is_no_gap<no_gap> = true;

/// The argument names the gap that stands, in your own words.
template <class Gap>
concept no_gap_stands = is_no_gap<Gap>;

/// No gap of severity error. Quiet, and may be negated.
template <auto const& P>
concept sound = no_gap_stands<first_gap<P>>;

}  // namespace lupaus::inline v0
