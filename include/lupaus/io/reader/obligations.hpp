// SPDX-License-Identifier: BSL-1.0
//
// What is owed when something happens, in JSON: rules, notices, coordination, risks.
#pragma once

#include "lupaus/io/reader/promises.hpp"

#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail::io {

class json_clauses : public json_promises {
 protected:
  using json_promises::json_promises;

  void read_rules(json_object& document) {
    each(document, "rules", [&](json_place at) { read_rule(at); });
  }

  void read_notices(json_object& document) {
    each(document, "notices", [&](json_place at) {
      json_object o{source(), at, "a notice"};
      if (!o) return;
      auto const from = party_in(o, "from"), to = party_in(o, "to");
      auto is_right = from && to;
      auto const any = o.find("of_any_change");
      std::optional<part_id> part_is;
      event_id of;
      if (any != no_place) {
        part_is = part(any);
        is_right = is_right && part_is;
        if (auto const e = o.find("of"); e != no_place)
          fail(e, error_code::contradiction, "'of' and 'of_any_change' exclude each other");
      } else {
        of = required_event(o, "of", is_right);
      }
      auto const time = length_in(o, "within");
      o.finish();
      if (!is_right || !time) return;
      if (*from == *to) {
        fail(at, error_code::contradiction, "nobody owes notice to himself");
      } else if (part_is) {
        draft_.columns.changes.push_back({*from, *to, *part_is, *time});
        changes_.push_back(at);
      } else {
        put(draft_.add(lupaus::notice{*from, *to, of, *time, false}, draft_.columns.notices, {}),
            at);
      }
      take(at);
    });
  }

  void read_coordination(json_object& document) {
    each(document, "coordinations", [&](json_place at) {
      json_object o{source(), at, "a coordination"};
      if (!o) return;
      auto const by = party_in(o, "by");
      auto const a = part_in(o, "before"), b = part_in(o, "after");
      o.finish();
      if (!by || !a || !b) return;
      auto const n = draft_.columns.coordinations.size();
      coordinates(*by, *a, *b);
      if (draft_.columns.coordinations.size() > n) put(coordination_id{n}, at);
      take(at);
    });
    each(document, "needs", [&](json_place at) {
      json_object o{source(), at, "a need to coordinate"};
      if (!o) return;
      if (auto const two = o.find("parties"); two != no_place) {
        o.finish();
        if (auto const p = two_parties(two)) must_coordinate_parties(p->first, p->second);
      } else {
        auto const a = part_in(o, "before"), b = part_in(o, "after");
        o.finish();
        if (a && b) must_coordinate(*a, *b);
      }
      take(at);
    });
    each(document, "channels", [&](json_place at) {
      auto const two = two_parties(at);
      auto const n = draft_.columns.channels.size();
      if (two) channel(two->first, two->second);
      if (draft_.columns.channels.size() > n) put(channel_id{n}, at);
      take(at);
    });
  }

  void read_provisions_and_risks(json_object& document) {
    each(document, "provisions", [&](json_place at) {
      json_object o{source(), at, "a provision"};
      if (!o) return;
      auto const by = party_in(o, "by");
      auto const c_at = o.require("capability");
      auto const c = c_at == no_place ? std::nullopt : capability_at(c_at);
      o.finish();
      if (by && c) draft_.add(provision{*by, *c}, draft_.columns.provisions, {});
      take(at);
    });
    each(document, "risks", [&](json_place at) {
      json_object o{source(), at, "a risk"};
      if (!o) return;
      auto const bearer = party_in(o, "bearer");
      auto const of = part_in(o, "part");
      auto is_right = bearer && of;
      auto const from = event_in(o, "from", is_right), until = event_in(o, "until", is_right);
      auto const covers = party_in(o, "covers", party_id{});
      o.finish();
      if (is_right && covers)
        put(draft_.add(risk{*bearer, *of, *from, *until, *covers}, draft_.columns.risks, {}), at);
      take(at);
    });
  }

  std::vector<json_place> changes_;  ///< of each notice of any change

 private:
  // "refund", {"replace": "machine", "units": 1}, {"act": "says sorry"}
  std::optional<action> action_of(json_place at) {
    constexpr std::string_view words[] = {"replace", "redo",   "repair", "refund",
                                          "accept",  "refuse", "act"};
    if (node(at).kind == json_kind::text) {
      auto const i = word_of(source(), at, std::span{words}.first(6), "action");
      if (!i) return {};
      return action{static_cast<action_kind>(*i)};
    }
    json_object o{source(), at, "an action"};
    if (!o) return {};
    std::optional<action> found;
    auto said = no_place;
    auto is_right = true;
    for (std::size_t i = 0; i < std::size(words); ++i) {
      auto const member = o.find(words[i]);
      if (member == no_place) continue;
      if (said != no_place) {
        fail(member, error_code::contradiction, "a rule owes one action, and this one two");
        return {};
      }
      said = member;
      found = action{static_cast<action_kind>(i)};
      if (i == 6) {
        auto const text = text_of(source(), member);
        found->words = text.value_or("");
        is_right = text.has_value();
      } else {
        auto const p = part(member);
        is_right = p.has_value();
        if (p) found->object = *p;
      }
    }
    if (found && found->kind != action_kind::act) {
      auto const units = number_in(o, "units", 0, 1, 1'000'000);
      is_right = is_right && units;
      found->units = static_cast<std::uint32_t>(units.value_or(0));
    }
    o.finish();
    if (!found)
      fail(at, error_code::missing,
           "an action is expected: one of the members 'replace', 'redo', 'repair', 'refund', "
           "'accept', 'refuse', 'act'");
    if (!is_right) return {};
    return found;
  }

  void read_rule(json_place at) {
    json_object o{source(), at, "a rule"};
    if (!o) return;
    auto is_right = true;
    auto const on_event = required_event(o, "on", is_right);
    auto const since = event_in(o, "since", is_right), until = event_in(o, "until", is_right);
    auto const by = party_in(o, "by", draft_.columns.seller);
    auto const to = party_in(o, "to", draft_.columns.customer);
    auto const owes_at = o.require("owes");
    action owed;
    auto is_owed = false;
    if (owes_at != no_place)
      if (auto const found = action_of(owes_at)) owed = *found, is_owed = true;
    auto const gate = event_in(o, "after", is_right);
    auto const within_at = o.find("within");
    auto const time = within_at == no_place ? std::optional{bound{}} : length(within_at);
    auto const presumes_at = o.find("presumes");
    o.finish();
    is_right =
        is_right && by && to && is_owed && time && draft_.columns.customer && draft_.columns.seller;
    if (!is_right) {
      if (presumes_at != no_place) read_presumptions(presumes_at, nullptr);
      return;
    }
    auto rule = on(event_ref{on_event});
    if (*since) rule.since(event_ref{*since});
    if (*until) rule.until(event_ref{*until});
    rule.owes(*by, owed, *to);
    if (*gate) rule.waits_for(event_ref{*gate});
    if (rule.id()) draft_.columns.rules[rule.id().index()].within = *time;
    put(rule.id(), at);
    take(at);
    if (presumes_at != no_place) read_presumptions(presumes_at, &rule);
  }

  // [{"holder": "customer", "good": "machine"}, {"happened": EVENT}]
  void read_presumptions(json_place list, rule_clause* rule) {
    for_each_in(
        source(), list,
        [&](json_place at) {
          json_object o{source(), at, "a presumption"};
          if (!o) return;
          auto is_right = true;
          if (o.find("happened") != no_place) {
            auto const e = event_in(o, "happened", is_right);
            o.finish();
            if (rule && is_right) rule->presumes(happened(event_ref{*e}));
          } else {
            auto const holder = party_in(o, "holder");
            auto const good = part_in(o, "good");
            o.finish();
            if (rule && holder && good) rule->presumes(held_by(*holder, *good));
          }
          take(at);
        },
        "a list of presumptions");
  }
};

}  // namespace lupaus::inline v0::detail::io
