// SPDX-License-Identifier: BSL-1.0
//
// What is owed when something happens, in JSON: rules, notices, coordination, risks.
#pragma once

#include "lupaus/io/reader/terms.hpp"
#include "lupaus/model/builder/builder_clauses.hpp"

#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail::io {

// "refund", {"replace": "machine", "units": 1}, {"act": "says sorry"}
inline std::optional<action> action_at(reading& r, json_place at) {
  constexpr std::string_view words[] = {"replace", "redo",   "repair", "reduce_price",
                                        "refund",  "accept", "refuse", "act"};
  constexpr auto acts = static_cast<std::size_t>(action_kind::act);
  if (r.node(at).kind == json_kind::text) {
    auto const i = word_of(r.source, at, std::span{words}.first(acts), "action");
    if (!i) return {};
    return action{static_cast<action_kind>(*i)};
  }
  json_object o{r.source, at, "an action"};
  if (!o) return {};
  std::optional<action> found;
  auto said = no_place;
  auto is_right = true;
  for (std::size_t i = 0; i < std::size(words); ++i) {
    auto const member = o.find(words[i]);
    if (member == no_place) continue;
    if (said != no_place) {
      r.fail(member, error_code::contradiction, {"a rule owes one action, and this one two"});
      return {};
    }
    said = member;
    found = action{static_cast<action_kind>(i)};
    if (i == acts) {
      auto const text = text_of(r.source, member);
      found->words = text.value_or("");
      is_right = text.has_value();
    } else {
      auto const p = part_at(r, member);
      is_right = p.has_value();
      if (p) found->object = *p;
    }
  }
  if (found && found->kind != action_kind::act) {
    auto const units = number_in(r, o, "units", 0, 1, 1'000'000);
    is_right = is_right && units;
    found->units = static_cast<std::uint32_t>(units.value_or(0));
  }
  if (found && found->kind == action_kind::reduce_price)
    if (auto const by = o.find("by"); by != no_place) {
      auto const amount = amount_at(r, by);
      is_right = is_right && amount;
      if (amount) found->by = bound_codec<money>::decode(*amount);
    }
  o.finish();
  if (!found)
    r.fail(at, error_code::missing,
           {"an action is expected: one of the members 'replace', 'redo', 'repair', "
            "'reduce_price', 'refund', 'accept', 'refuse', 'act'"});
  if (!is_right) return {};
  return found;
}

// [{"holder": "customer", "good": "machine"}, {"happened": EVENT}]
inline void read_presumptions(reading& r, json_place list, rule_clause* rule) {
  for_each_in(
      r.source, list,
      [&](json_place at) {
        json_object o{r.source, at, "a presumption"};
        if (!o) return;
        auto const it_has = o.find("happened");
        auto const it_has_not = it_has == no_place ? o.find("not_happened") : no_place;
        if (it_has != no_place || it_has_not != no_place) {
          auto const e = event_at(r, it_has != no_place ? it_has : it_has_not);
          o.finish();
          if (rule && e)
            rule->presumes(it_has != no_place ? happened(event_ref{*e})
                                              : not_happened(event_ref{*e}));
        } else {
          auto const holder = party_in(r, o, "holder");
          auto const good = part_in(r, o, "good");
          o.finish();
          if (rule && holder && good) rule->presumes(held_by(*holder, *good));
        }
        r.take(at);
      },
      "a list of presumptions");
}

inline void read_rule(reading& r, json_place at) {
  json_object o{r.source, at, "a rule"};
  if (!o) return;
  auto is_right = true;
  auto const on_event = required_event_in(r, o, "on", is_right);
  auto const since = event_in(r, o, "since", is_right), until = event_in(r, o, "until", is_right);
  auto const from_time = number_in(r, o, "from_time", 0, 2, most_times_counted);
  auto const up_to_time = number_in(r, o, "up_to_time", 0, 1, most_times_counted - 1);
  auto const by = party_in(r, o, "by", r.columns().seller);
  auto const to = party_in(r, o, "to", r.columns().customer);
  auto const owes_at = o.require("owes");
  action owed;
  auto is_owed = false;
  if (owes_at != no_place)
    if (auto const found = action_at(r, owes_at)) owed = *found, is_owed = true;
  auto const gate = event_in(r, o, "after", is_right);
  auto const within_at = o.find("within");
  auto const time = within_at == no_place ? std::optional{bound{}} : length_at(r, within_at);
  auto const keeps_at = o.find("keeps");
  auto const fee = keeps_at == no_place ? std::optional<bound>{} : amount_at(r, keeps_at);
  auto const presumes_at = o.find("presumes");
  o.finish();
  is_right = is_right && from_time && up_to_time && by && to && is_owed && time &&
             (fee || keeps_at == no_place) && r.columns().customer && r.columns().seller;
  if (!is_right) {
    if (presumes_at != no_place) read_presumptions(r, presumes_at, nullptr);
    return;
  }
  rule_clause rule{r.writer, r.writer.add_rule(event_ref{on_event}, {}), {}};
  if (*since) rule.since(event_ref{*since});
  if (*until) rule.until(event_ref{*until});
  if (*from_time > 0) rule.from_time(static_cast<std::size_t>(*from_time));
  if (*up_to_time > 0) rule.up_to_time(static_cast<std::size_t>(*up_to_time));
  rule.owes(*by, owed, *to);
  if (*gate) rule.waits_for(event_ref{*gate});
  if (rule.id()) r.columns().rules[rule.id().index()].within = *time;
  if (fee) rule.keeps(bound_codec<money>::decode(*fee));
  r.put(rule.id(), at);
  r.take(at);
  if (presumes_at != no_place) read_presumptions(r, presumes_at, &rule);
}

inline void read_rules(reading& r, json_object& document) {
  for_each_of(r, document, "rules", [&](json_place at) { read_rule(r, at); });
}

inline void read_notices(reading& r, json_object& document) {
  for_each_of(r, document, "notices", [&](json_place at) {
    json_object o{r.source, at, "a notice"};
    if (!o) return;
    auto const from = party_in(r, o, "from"), to = party_in(r, o, "to");
    auto is_right = from && to;
    auto const any = o.find("of_any_change");
    std::optional<part_id> part_is;
    event_id of;
    if (any != no_place) {
      part_is = part_at(r, any);
      is_right = is_right && part_is;
      if (auto const e = o.find("of"); e != no_place)
        r.fail(e, error_code::contradiction, {"'of' and 'of_any_change' exclude each other"});
    } else {
      of = required_event_in(r, o, "of", is_right);
    }
    auto const time = length_in(r, o, "within");
    auto const words = o.text("words");
    o.finish();
    if (!is_right || !time) return;
    if (*from == *to) {
      r.fail(at, error_code::contradiction, {"nobody owes notice to himself"});
    } else if (part_is) {
      r.columns().changes.push_back({*from, *to, *part_is, *time, words});
      r.changes.push_back(at);
    } else {
      notice const n{*from, *to, of, *time, false, words};
      r.put(r.tables().add(n, r.columns().notices, no_statement), at);
    }
    r.take(at);
  });
}

inline void read_coordination(reading& r, json_object& document) {
  for_each_of(r, document, "coordinations", [&](json_place at) {
    json_object o{r.source, at, "a coordination"};
    if (!o) return;
    auto const by = party_in(r, o, "by");
    auto const a = part_in(r, o, "before"), b = part_in(r, o, "after");
    o.finish();
    if (!by || !a || !b) return;
    auto const n = r.columns().coordinations.size();
    r.writer.add_coordination(*by, *a, *b, {});
    if (r.columns().coordinations.size() > n) r.put(coordination_id{n}, at);
    r.take(at);
  });
  for_each_of(r, document, "needs", [&](json_place at) {
    json_object o{r.source, at, "a need to coordinate"};
    if (!o) return;
    if (auto const two = o.find("parties"); two != no_place) {
      o.finish();
      if (auto const p = two_parties_at(r, two))
        r.writer.add_need(party_ref{p->first}, party_ref{p->second}, {});
    } else {
      auto const a = part_in(r, o, "before"), b = part_in(r, o, "after");
      o.finish();
      if (a && b) r.writer.add_need(part_ref{*a}, part_ref{*b}, {});
    }
    r.take(at);
  });
  for_each_of(r, document, "channels", [&](json_place at) {
    auto const two = two_parties_at(r, at);
    auto const n = r.columns().channels.size();
    if (two) r.writer.add_channel(two->first, two->second, {});
    if (r.columns().channels.size() > n) r.put(channel_id{n}, at);
    r.take(at);
  });
  for_each_of(r, document, "sightings", [&](json_place at) {
    json_object o{r.source, at, "a sighting"};
    if (!o) return;
    auto const by = party_in(r, o, "by");
    auto is_right = by.has_value();
    auto const of = required_event_in(r, o, "of", is_right);
    o.finish();
    if (is_right) r.writer.add_sighting(*by, event_ref{of}, {});
    r.take(at);
  });
}

inline void read_provisions_and_risks(reading& r, json_object& document) {
  for_each_of(r, document, "provisions", [&](json_place at) {
    json_object o{r.source, at, "a provision"};
    if (!o) return;
    auto const by = party_in(r, o, "by");
    auto const c_at = o.require("capability");
    auto const c = c_at == no_place ? std::nullopt : capability_at(r, c_at);
    o.finish();
    if (by && c) r.tables().add(provision{*by, *c}, r.columns().provisions, no_statement);
    r.take(at);
  });
  for_each_of(r, document, "risks", [&](json_place at) {
    json_object o{r.source, at, "a risk"};
    if (!o) return;
    auto const bearer = party_in(r, o, "bearer");
    auto const of = part_in(r, o, "part");
    auto is_right = bearer && of;
    auto const from = event_in(r, o, "from", is_right), until = event_in(r, o, "until", is_right);
    auto const covers = party_in(r, o, "covers", party_id{});
    o.finish();
    if (is_right && covers)
      r.put(r.tables().add(risk{*bearer, *of, *from, *until, *covers}, r.columns().risks,
                           no_statement),
            at);
    r.take(at);
  });
}

}  // namespace lupaus::inline v0::detail::io
