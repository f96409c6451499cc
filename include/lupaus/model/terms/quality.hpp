// SPDX-License-Identifier: BSL-1.0
//
// A quality is what can be promised of a part: a deadline, a place, a price. Each says how its
// bounds are ordered: `entails(a, b)` when keeping `a` always keeps `b`.
//
// The set of qualities is open. A user adds one by a small type that models `quality`:
//
//   struct noise_below {
//     static constexpr std::string_view name = "noise-below";
//     using bound_type = std::int64_t;                                    // decibels
//     static constexpr bool entails(bound_type a, bound_type b) { return a <= b; }
//     static std::string phrase(bound_type dB) { return "no louder than " + …; }
//   };
//   b.claims(website, machine, term_of<noise_below>(52));
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/model/terms/money.hpp"
#include "lupaus/model/terms/time.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace lupaus::inline v0 {

enum class bound_kind : std::uint8_t {
  nothing,       ///< the quality is there or it is not
  elapsed,       ///< a: seconds
  working,       ///< a: business days, b: holidays << 8 | days a week
  calendar_day,  ///< a: days from 1970-01-01
  instant,       ///< a: seconds from 1970-01-01
  window,        ///< a, b: minutes of the day, from and until
  number,        ///< a
  money,         ///< a: minor units, b: the three letters of the currency, packed
  text,          ///< text
};

/// The value that bounds a quality, whatever the quality: one flat representation.
struct bound {
  bound_kind kind = bound_kind::nothing;
  std::int64_t a = 0;
  std::int64_t b = 0;
  std::string_view text = {};

  friend constexpr bool operator==(bound const& x, bound const& y) {
    return x.kind == y.kind && x.a == y.a && x.b == y.b && x.text == y.text;
  }
};

/// A bound as taken from a caller, with what is wrong with it, if anything.
struct checked_bound {
  bound value;
  char const* fault = nullptr;  ///< null, or what the value should have been
};

/// No bound at all: the quality is promised or it is not.
struct nothing {
  friend constexpr bool operator==(nothing, nothing) = default;
};

/// A time window of the day, in minutes from midnight.
struct window {
  std::int64_t from = 0;
  std::int64_t until = 0;
  friend constexpr bool operator==(window, window) = default;
};

/// A limit of time in any of its forms.
struct time_limit {
  checked_bound value;
};

/// Turns a C++ value into a `bound` and back; specialise it for a bound type of your own.
template <class T>
struct bound_codec;

template <>
struct bound_codec<nothing> {
  static constexpr bool accepts(bound const& b) { return b.kind == bound_kind::nothing; }
  static constexpr checked_bound encode(nothing) { return {}; }
  static constexpr nothing decode(bound const&) { return {}; }
};
template <>
struct bound_codec<time_limit> {
  static constexpr bool accepts(bound const& b) {
    return b.kind == bound_kind::elapsed || b.kind == bound_kind::working ||
           b.kind == bound_kind::calendar_day || b.kind == bound_kind::instant;
  }
  static constexpr checked_bound encode(time_limit t) { return t.value; }
  static constexpr time_limit decode(bound const& b) { return {{b}}; }
};
template <>
struct bound_codec<window> {
  static constexpr bool accepts(bound const& b) { return b.kind == bound_kind::window; }
  static constexpr checked_bound encode(window w) {
    auto const ok = 0 <= w.from && w.from < w.until && w.until <= 1'440;
    return {{bound_kind::window, w.from, w.until, {}},
            ok ? nullptr : "a window that ends after it begins, within one day"};
  }
  static constexpr window decode(bound const& b) { return {b.a, b.b}; }
};
template <std::integral T>
struct bound_codec<T> {
  static constexpr bool accepts(bound const& b) { return b.kind == bound_kind::number; }
  static constexpr checked_bound encode(T n) {
    return {{bound_kind::number, static_cast<std::int64_t>(n), 0, {}},
            std::in_range<std::int64_t>(n) ? nullptr : "a number of at most 63 bits"};
  }
  static constexpr T decode(bound const& b) { return static_cast<T>(b.a); }
};
template <class T>
  requires std::is_enum_v<T>
struct bound_codec<T> {
  static constexpr bool accepts(bound const& b) { return b.kind == bound_kind::number; }
  static constexpr checked_bound encode(T n) {
    return {{bound_kind::number, static_cast<std::int64_t>(n), 0, {}}};
  }
  static constexpr T decode(bound const& b) { return static_cast<T>(b.a); }
};
template <>
struct bound_codec<money> {
  static constexpr bool accepts(bound const& b) { return b.kind == bound_kind::money; }
  static constexpr checked_bound encode(money const& m) {
    auto const packed = std::int64_t{m.in.code[0]} << 16 | std::int64_t{m.in.code[1]} << 8 |
                        std::int64_t{m.in.code[2]};
    return {{bound_kind::money, m.minor_units, packed, {}},
            !m.in.valid()       ? "a currency of three capital letters (ISO 4217)"
            : m.minor_units < 0 ? "an amount of 0 or more"
                                : nullptr};
  }
  static constexpr money decode(bound const& b) {
    money m{b.a, {}};
    for (int i = 0; i < 3; ++i) m.in.code[i] = static_cast<char>(b.b >> (16 - 8 * i) & 0x7f);
    return m;
  }
};
template <>
struct bound_codec<std::string_view> {
  static constexpr bool accepts(bound const& b) { return b.kind == bound_kind::text; }
  static constexpr checked_bound encode(std::string_view s) {
    return {{bound_kind::text, 0, 0, s}, s.empty() ? "a text that is not empty" : nullptr};
  }
  static constexpr std::string_view decode(bound const& b) { return b.text; }
};

/// What a quality must offer: a name, the type of its bounds, and their order. `entails` must be
/// reflexive and transitive.
template <class Q>
concept quality = requires(typename Q::bound_type const& a, typename Q::bound_type const& b) {
  { Q::name } -> std::convertible_to<std::string_view>;
  { Q::entails(a, b) } -> std::convertible_to<bool>;
  { Q::phrase(a) } -> std::convertible_to<std::string>;
  { bound_codec<typename Q::bound_type>::encode(a) } -> std::same_as<checked_bound>;
};

/// The order of bounds that are one number each, an elapsed time or a plain number, where the
/// numbers tell it all: a quality may say so by a constant `order`, for those who compare a great
/// many. It must agree with `entails`.
enum class value_order : std::uint8_t { unknown, less_entails_more, more_entails_less };

/// A quality at run time: what the concept says, behind function pointers. Two are the same when
/// their names are; compare them as `quality_ref`.
struct quality_type {
  std::string_view name;
  bool (*entails)(bound const&, bound const&);
  bool (*accepts)(bound const&);
  /// The bound in words; asked by `phrase`.
  std::string (*in_words)(quality_type const&, bound const&);
  /// A promise of the whole is one of each of its parts (a deadline is, a price is not).
  bool covers_parts = true;
  /// What the time is counted from when the term names no event.
  std::string_view from = "";
  /// The debtor performs it in person; no subcontract is needed (a notice, a contact, a refund).
  bool personal = false;
  /// False when no single performance keeps both bounds. Null: the stronger keeps the weaker, or
  /// they have nothing to do with each other, so that any two can be kept together.
  bool (*compatible)(bound const&, bound const&) = nullptr;
  /// The words of its bounds, by their numbers: of an enumeration, from 0 on. Null: it has none.
  std::string_view const* words = nullptr;
  std::size_t word_count = 0;
  value_order order = value_order::unknown;
  /// Of the name, so that most others are told apart at once; 0 where it is not known.
  std::uint32_t tag = 0;
  /// What its numbers count, where a document declares it; else empty.
  std::string_view unit = {};
  /// A number that has no word is no bound of it.
  bool only_words = false;

  [[nodiscard]] std::string phrase(bound const& b) const { return in_words(*this, b); }
};

namespace detail {

/// A number for a name, never 0 (FNV-1a).
constexpr std::uint32_t tag_of(std::string_view name) {
  std::uint32_t tag = 2'166'136'261U;
  for (auto const c : name) tag = (tag ^ static_cast<unsigned char>(c)) * 16'777'619U;
  return tag == 0 ? 1 : tag;
}

}  // namespace detail

/// Refers to a quality, or to none. Equal when the names are: a shared library may have an object
/// of its own for the same quality.
class quality_ref {
 public:
  constexpr quality_ref() = default;
  constexpr quality_ref(quality_type const* q) : type_{q} {}

  constexpr operator quality_type const*() const { return type_; }
  constexpr quality_type const* operator->() const { return type_; }
  constexpr quality_type const& operator*() const { return *type_; }

  friend constexpr bool operator==(quality_ref a, quality_ref b) { return is_same(a, b); }
  friend constexpr bool operator==(quality_ref a, quality_type const* b) { return is_same(a, b); }

 private:
  static constexpr bool is_same(quality_type const* a, quality_type const* b) {
    if (a == b) return true;
    if (!a || !b || (a->tag != b->tag && a->tag != 0 && b->tag != 0)) return false;
    return has_same_name(*a, *b);
  }
  // Apart, so that what comes before it is small enough to stand wherever two are compared.
  LUPAUS_COLD static constexpr bool has_same_name(quality_type const& a, quality_type const& b) {
    return a.name == b.name;
  }

  quality_type const* type_ = nullptr;
};

/// The `quality_type` of a quality. The same object in every translation unit of a program.
template <quality Q>
inline constexpr quality_type quality_of = [] {
  using codec = bound_codec<typename Q::bound_type>;
  quality_type q{Q::name,
                 [](bound const& a, bound const& b) {
                   return static_cast<bool>(Q::entails(codec::decode(a), codec::decode(b)));
                 },
                 [](bound const& b) { return codec::accepts(b); },
                 [](quality_type const&, bound const& b) -> std::string {
                   return Q::phrase(codec::decode(b));
                 }};
  q.tag = detail::tag_of(Q::name);
  if constexpr (requires { Q::covers_parts; }) q.covers_parts = Q::covers_parts;
  if constexpr (requires { Q::from; }) q.from = Q::from;
  if constexpr (requires { Q::personal; }) q.personal = Q::personal;
  if constexpr (requires(typename Q::bound_type const& b) { Q::compatible(b, b); })
    q.compatible = [](bound const& a, bound const& b) {
      return static_cast<bool>(Q::compatible(codec::decode(a), codec::decode(b)));
    };
  if constexpr (requires { Q::order; }) q.order = Q::order;
  if constexpr (requires { std::size(Q::words); })
    q.words = std::data(Q::words), q.word_count = std::size(Q::words);
  return q;
}();

}  // namespace lupaus::inline v0
