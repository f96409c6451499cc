// SPDX-License-Identifier: BSL-1.0
//
// Terms in JSON: "single-contact", {"quality": "deadline", "within": "PT48H", "after": EVENT}.
#pragma once

#include "lupaus/io/reader/events.hpp"
#include "lupaus/io/reader/lengths.hpp"
#include "lupaus/io/time_text.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lupaus::inline v0::detail::io {

// ---- what bounds a quality -------------------------------------------------------------------

LUPAUS_COLD inline void refuse_bound(reading& r, json_place at, quality_type const& q,
                                     std::string_view said) {
  struct {
    bound_kind kind;
    char const* member;
  } constexpr members[] = {{bound_kind::nothing, "no bound"},  {bound_kind::elapsed, "'within'"},
                           {bound_kind::calendar_day, "'by'"}, {bound_kind::window, "'window'"},
                           {bound_kind::number, "'value'"},    {bound_kind::money, "'amount'"},
                           {bound_kind::text, "'text'"}};
  std::string taken;
  for (auto const& m : members) {
    bound b;
    b.kind = m.kind;
    if (q.accepts(b)) taken += (taken.empty() ? "" : " or ") + std::string{m.member};
  }
  r.fail(at, error_code::unit_mismatch,
         {q.name, " takes ", taken, ", and ",
          (said.empty() ? "no bound" : "'" + std::string{said} + "'"), " was found"});
}

inline std::optional<bound> checked_at(reading& r, json_place at, checked_bound const& b) {
  if (!b.fault) return b.value;
  r.fail(at, error_code::bad_value, {b.fault, " is expected"});
  return {};
}

LUPAUS_NOINLINE inline std::optional<bound> date_at(reading& r, json_place at) {
  auto const text = text_of(r.source, at, "a day or a moment");
  if (!text) return {};
  text_cursor c{*text};
  auto const day = take_day(c);
  if (day && c.left.empty() && is_date(*day))
    return bound{bound_kind::calendar_day, day->since_epoch, 0, {}};
  if (auto const t = read_instant(*text)) return bound{bound_kind::instant, t->since_epoch, 0, {}};
  r.fail(at, error_code::bad_value,
         {"a day as '2026-12-24' or a moment as '2026-12-24T18:00', on the promise's own clock, is "
          "expected, and ",
          in_quotes(*text), " was found"});
  return {};
}

LUPAUS_NOINLINE inline std::optional<std::int64_t> clock_in(reading& r, json_object& o,
                                                            std::string_view member) {
  auto const at = o.require(member);
  auto const text = at == no_place ? std::nullopt : text_of(r.source, at, "a time of the day");
  if (!text) return {};
  text_cursor c{*text};
  auto const minutes = take_clock(c);
  if (minutes && c.left.empty()) return minutes;
  r.fail(at, error_code::bad_value,
         {"a time of the day as '08:30' is expected, and ", in_quotes(*text), " was found"});
  return {};
}
LUPAUS_NOINLINE inline std::optional<bound> window_at(reading& r, json_place at) {
  json_object o{r.source, at};
  if (!o) return {};
  auto const from = clock_in(r, o, "from"), until = clock_in(r, o, "until");
  o.finish();
  if (!from || !until) return {};
  return checked_at(r, at, bound_codec<window>::encode({*from, *until}));
}

LUPAUS_NOINLINE inline std::optional<bound> amount_at(reading& r, json_place at) {
  json_object o{r.source, at};
  if (!o) return {};
  auto const units_at = o.require("minor_units");
  auto const units = units_at == no_place
                         ? std::nullopt
                         : integer_of(r.source, units_at, 0, 999'999'999'999'999'999);
  auto const code_at = o.require("currency");
  auto const code = code_at == no_place ? std::nullopt : text_of(r.source, code_at);
  o.finish();
  if (!units || !code) return {};
  if (!currency{*code}.valid()) {
    r.fail(code_at, error_code::bad_value,
           {"a currency of three capital letters (ISO 4217) is expected, and ", in_quotes(*code),
            " was found"});
    return {};
  }
  return checked_at(r, at, bound_codec<money>::encode({*units, currency{*code}}));
}

/// A number, or the word that the quality has for it.
inline std::optional<bound> value_at(reading& r, json_place at, quality_type const* q) {
  if (!q) return {};  // what it takes is not known
  std::span const words{q->words, q->words ? q->word_count : 0};
  if (q->words && r.node(at).kind == json_kind::text) {
    auto const text = text_of(r.source, at);
    if (!text) return {};
    for (std::size_t i = 0; i < words.size(); ++i)
      if (words[i] == *text) return bound{bound_kind::number, static_cast<std::int64_t>(i), 0, {}};
    refuse_word(r.source, at, words, "value of " + std::string{q->name});
    return {};
  }
  if (q->only_words) {
    std::string all;
    for (auto const word : words) all += (all.empty() ? "'" : ", '") + std::string{word} + "'";
    r.fail(at, error_code::unit_mismatch, {"a word is expected: one of ", all});
    return {};
  }
  auto const n = integer_of(r.source, at, -999'999'999'999'999'999, 999'999'999'999'999'999);
  if (!n) return {};
  if (*n >= 0 && *n < static_cast<std::int64_t>(words.size())) {
    r.fail(
        at, error_code::unit_mismatch,
        {"a word is expected: ", decimal{*n}, " is '", words[static_cast<std::size_t>(*n)], "'"});
    return {};
  }
  return bound{bound_kind::number, *n, 0, {}};
}

inline std::optional<bound> bound_at(reading& r, std::string_view said, json_place at,
                                     quality_type const* q) {
  if (said == "within") return length_at(r, at);
  if (said == "by") return date_at(r, at);
  if (said == "window") return window_at(r, at);
  if (said == "amount") return amount_at(r, at);
  if (said == "value") return value_at(r, at, q);
  auto const text = text_of(r.source, at);
  if (!text) return {};
  return checked_at(r, at, bound_codec<std::string_view>::encode(*text));
}

/// One of the members that bound a quality, or none of them.
inline bound bound_in(reading& r, json_object& o, quality_type const* q, bool& is_right) {
  constexpr std::string_view bounds[] = {"within", "by",   "window", "value",
                                         "amount", "text", "until"};
  std::string_view said;
  auto at = no_place;
  for (auto const name : bounds) {
    auto const found = o.find(name);
    if (found == no_place) continue;
    if (!said.empty()) {
      r.fail(found, error_code::contradiction,
             {"a term has one bound, and this one has '", said, "' and '", name, "'"});
      is_right = false;
      return {};
    }
    said = name, at = found;
  }
  if (said == "until") return {bound_kind::elapsed, 0, 0, {}};
  auto const limit = said.empty() ? std::optional{bound{}} : bound_at(r, said, at, q);
  if (!limit) {
    is_right = false;
    return {};
  }
  if (q && !q->accepts(*limit)) {
    refuse_bound(r, said.empty() ? o.place() : at, *q, said);
    is_right = false;
  }
  return *limit;
}

// ---- terms -----------------------------------------------------------------------------------

inline std::optional<term_spec> term_at(reading& r, json_place at) {
  if (r.node(at).kind == json_kind::text) {
    auto const* q = quality_at(r, at);
    if (!q) return {};
    if (q->accepts({})) return term_spec{q, {}, {}, {}};
    refuse_bound(r, at, *q, {});
    return {};
  }
  json_object o{r.source, at, "a term"};
  if (!o) return {};
  auto const quality_is = o.require("quality");
  auto const* q = quality_is == no_place ? nullptr : quality_at(r, quality_is);
  auto is_right = q != nullptr;
  auto const limit = bound_in(r, o, q, is_right);
  auto anchor = event_in(r, o, "after", is_right);
  if (auto const until = o.look("until"); until != no_place) {
    auto const e = event_at(r, until);
    is_right = is_right && e;
    if (q && q != &quality_of<cancellable>) {
      r.fail(until, error_code::contradiction, {"only 'cancel-until' ends with an event"});
      is_right = false;
    } else if (o.has("after")) {
      r.fail(until, error_code::contradiction, {"'until' and 'after' exclude each other"});
      is_right = false;
    }
    anchor = e;
  }
  o.finish();
  if (!is_right) return {};
  if (*anchor && !is_length(limit)) {
    r.fail(at, error_code::contradiction,
           {q->name, " is counted from an event, but its bound is no length of time"});
    return {};
  }
  return term_spec{q, {}, {limit, nullptr}, *anchor ? event_ref{*anchor} : event_ref{}};
}

/// The terms of a list, into the reading's own; false, after a fault, when one of them is wrong.
inline bool read_terms_in(reading& r, json_object& o) {
  r.terms.items.clear();
  auto const at = o.find("terms");
  if (at == no_place) return true;
  auto is_right = expect(r.source, at, json_kind::array, "a list of terms");
  for (auto t = is_right ? r.node(at).first : no_place; t != no_place; t = r.node(t).next) {
    auto const one = term_at(r, t);
    if (one)
      r.terms.items.push_back(*one);
    else
      is_right = false;
  }
  return is_right;
}

}  // namespace lupaus::inline v0::detail::io
