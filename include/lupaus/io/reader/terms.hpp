// SPDX-License-Identifier: BSL-1.0
//
// Terms in JSON: "single-contact", {"quality": "deadline", "within": "PT48H", "after": EVENT}.
#pragma once

#include "lupaus/io/reader/events.hpp"
#include "lupaus/io/time_text.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail::io {

class json_terms : public json_events {
 protected:
  using json_events::json_events;

  /// "PT48H", or {"business_days": 2, "holidays": 1, "days_per_week": 6}.
  std::optional<bound> length(json_place at) {
    if (node(at).kind != json_kind::object) {
      auto const text = text_of(source(), at, "a length of time");
      if (!text) return {};
      auto const s = read_length(*text);
      if (s && *s <= longest_duration) return bound{bound_kind::elapsed, *s, 0, {}};
      fail(at, error_code::bad_value,
           s ? "a duration of at most 100 years is expected"
             : "a length of time is expected, as 'PT48H' or 'P5D' (ISO 8601, without months, years "
               "and fractions), and " +
                   quoted(*text) + " was found");
      return {};
    }
    json_object o{source(), at};
    auto const days = o.require("business_days");
    auto const count = days == no_place ? std::nullopt : integer_of(source(), days, 0, 36'525);
    auto const holidays = number_in(o, "holidays", 0, 0, 366);
    auto const week = number_in(o, "days_per_week", 5, 1, 7);
    o.finish();
    if (!count || !holidays || !week) return {};
    return encode(business_days{*count, *holidays, static_cast<std::int32_t>(*week)});
  }
  std::optional<bound> length_in(json_object& o, std::string_view member) {
    auto const at = o.require(member);
    return at == no_place ? std::nullopt : length(at);
  }
  std::optional<std::int64_t> number_in(json_object& o, std::string_view member,
                                        std::int64_t otherwise, std::int64_t least,
                                        std::int64_t most) {
    auto const at = o.find(member);
    return at == no_place ? otherwise : integer_of(source(), at, least, most);
  }

  std::optional<term_spec> term(json_place at) {
    if (node(at).kind == json_kind::text) {
      auto const* q = quality(at);
      if (!q || !accepted(at, *q, {}, "no bound")) return {};
      return term_spec{q, {}, {}, {}};
    }
    json_object o{source(), at, "a term"};
    if (!o) return {};
    auto const quality_at = o.require("quality");
    auto const* q = quality_at == no_place ? nullptr : quality(quality_at);
    auto is_right = q != nullptr;
    auto const limit = limit_in(o, q, is_right);
    auto anchor = event_in(o, "after", is_right);
    if (auto const until = o.find("until"); until != no_place) {
      auto const e = event(until);
      is_right = is_right && e;
      if (q && q != &quality_of<cancellable>) {
        fail(until, error_code::contradiction, "only 'cancel-until' ends with an event");
        is_right = false;
      } else if (o.has("after")) {
        fail(until, error_code::contradiction, "'until' and 'after' exclude each other");
        is_right = false;
      }
      anchor = e;
    }
    o.finish();
    if (!is_right) return {};
    if (*anchor && !is_length(limit)) {
      fail(at, error_code::contradiction,
           std::string{q->name} + " is counted from an event, but its bound is no length of time");
      return {};
    }
    return term_spec{q, {}, {limit, nullptr}, *anchor ? event_ref{*anchor} : event_ref{}};
  }

  /// The terms of a list; none, after a fault, when one of them is wrong.
  std::optional<term_list> terms_in(json_object& o) {
    term_list list;
    auto const at = o.find("terms");
    if (at == no_place) return list;
    auto is_right = expect(source(), at, json_kind::array, "a list of terms");
    for (auto t = is_right ? node(at).first : no_place; t != no_place; t = node(t).next) {
      auto const one = term(t);
      if (one)
        list.items.push_back(*one);
      else
        is_right = false;
    }
    if (!is_right) return {};
    return list;
  }

 private:
  // What bounds a quality: one of these members, or none.
  static constexpr std::string_view bounds[] = {"within", "by",   "window", "value",
                                                "amount", "text", "until"};

  bound limit_in(json_object& o, quality_type const* q, bool& is_right) {
    std::string_view said;
    auto at = no_place;
    for (auto const name : bounds) {
      auto const found = o.find(name);
      if (found == no_place) continue;
      if (!said.empty()) {
        fail(found, error_code::contradiction,
             "a term has one bound, and this one has '" + std::string{said} + "' and '" +
                 std::string{name} + "'");
        is_right = false;
        return {};
      }
      said = name, at = found;
    }
    if (said == "until") return {bound_kind::elapsed, 0, 0, {}};
    auto const limit = said.empty() ? std::optional{bound{}} : limit_of(said, at, q);
    if (!limit || (q && !accepted(said.empty() ? o.place() : at, *q, *limit,
                                  said.empty() ? "no bound" : "'" + std::string{said} + "'")))
      is_right = false;
    return limit.value_or(bound{});
  }

  std::optional<bound> limit_of(std::string_view said, json_place at, quality_type const* q) {
    if (said == "within") return length(at);
    if (said == "by") return date(at);
    if (said == "window") return window_of_day(at);
    if (said == "amount") return amount(at);
    if (said == "value") return value(at, q);
    auto const text = text_of(source(), at);
    if (!text) return {};
    return checked(at, bound_codec<std::string_view>::encode(*text));
  }

  std::optional<bound> date(json_place at) {
    auto const text = text_of(source(), at, "a day or a moment");
    if (!text) return {};
    text_cursor c{*text};
    auto const day = take_day(c);
    if (day && c.left.empty() && is_date(*day))
      return bound{bound_kind::calendar_day, day->since_epoch, 0, {}};
    if (auto const t = read_instant(*text))
      return bound{bound_kind::instant, t->since_epoch, 0, {}};
    fail(at, error_code::bad_value,
         "a day as '2026-12-24' or a moment as '2026-12-24T18:00', on the promise's own clock, is "
         "expected, and " +
             quoted(*text) + " was found");
    return {};
  }

  std::optional<std::int64_t> clock(json_object& o, std::string_view member) {
    auto const at = o.require(member);
    auto const text = at == no_place ? std::nullopt : text_of(source(), at, "a time of the day");
    if (!text) return {};
    text_cursor c{*text};
    auto const minutes = take_clock(c);
    if (minutes && c.left.empty()) return minutes;
    fail(at, error_code::bad_value,
         "a time of the day as '08:30' is expected, and " + quoted(*text) + " was found");
    return {};
  }
  std::optional<bound> window_of_day(json_place at) {
    json_object o{source(), at};
    if (!o) return {};
    auto const from = clock(o, "from"), until = clock(o, "until");
    o.finish();
    if (!from || !until) return {};
    return checked(at, bound_codec<window>::encode({*from, *until}));
  }
  std::optional<bound> amount(json_place at) {
    json_object o{source(), at};
    if (!o) return {};
    auto const units_at = o.require("minor_units");
    auto const units = units_at == no_place
                           ? std::nullopt
                           : integer_of(source(), units_at, 0, 999'999'999'999'999'999);
    auto const code_at = o.require("currency");
    auto const code = code_at == no_place ? std::nullopt : text_of(source(), code_at);
    o.finish();
    if (!units || !code) return {};
    if (!currency{*code}.valid()) {
      fail(code_at, error_code::bad_value,
           "a currency of three capital letters (ISO 4217) is expected, and " + quoted(*code) +
               " was found");
      return {};
    }
    return checked(at, bound_codec<money>::encode({*units, currency{*code}}));
  }
  // A number, or the word that the quality has for it.
  std::optional<bound> value(json_place at, quality_type const* q) {
    if (!q) return {};  // what it takes is not known
    if (q->words && node(at).kind == json_kind::text) {
      std::vector<std::string_view> const words(q->words, q->words + q->word_count);
      auto const i = word_of(source(), at, words, "value of " + std::string{q->name});
      if (!i) return {};
      return bound{bound_kind::number, static_cast<std::int64_t>(*i), 0, {}};
    }
    if (q->words && node(at).kind == json_kind::number) {
      auto const n = integer_of(source(), at, -999'999'999'999'999'999, 999'999'999'999'999'999);
      if (!n) return {};
      if (*n < 0 || *n >= static_cast<std::int64_t>(q->word_count))
        return bound{bound_kind::number, *n, 0, {}};
      fail(at, error_code::unit_mismatch,
           "a word is expected: " + std::to_string(*n) + " is '" +
               std::string{q->words[static_cast<std::size_t>(*n)]} + "'");
      return {};
    }
    auto const n = integer_of(source(), at, -999'999'999'999'999'999, 999'999'999'999'999'999);
    if (!n) return {};
    return bound{bound_kind::number, *n, 0, {}};
  }

  std::optional<bound> checked(json_place at, checked_bound const& b) {
    if (!b.fault) return b.value;
    fail(at, error_code::bad_value, std::string{b.fault} + " is expected");
    return {};
  }

  bool accepted(json_place at, quality_type const& q, bound const& limit, std::string const& said) {
    if (q.accepts(limit)) return true;
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
    fail(at, error_code::unit_mismatch,
         std::string{q.name} + " takes " + taken + ", and " + said + " was found");
    return false;
  }
};

}  // namespace lupaus::inline v0::detail::io
