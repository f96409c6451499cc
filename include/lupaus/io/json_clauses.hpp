// SPDX-License-Identifier: BSL-1.0
//
// What is claimed, committed and owed, in JSON; and the model that comes of it.
#pragma once

#include "lupaus/io/json_parts.hpp"

#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail::io {

class json_clauses : public json_parts {
 protected:
  using json_parts::json_parts;

  void read_abilities(json_object& document) {
    each(document, "abilities", [&](json_place at) {
      json_object o{source(), at, "an ability"};
      if (!o) return;
      auto const who = party_in(o, "party");
      auto const what = part_in(o, "part");
      auto const time = length_in(o, "within");
      o.finish();
      if (!who || !what || !time) return;
      put(draft_.add(ability{*who, *what, *time}, draft_.columns.abilities, {}), at);
      take(at);
    });
  }

  void read_claims(json_object& document) {
    each(document, "claims", [&](json_place at) {
      json_object o{source(), at, "a claim"};
      if (!o) return;
      auto const who = party_in(o, "by");
      auto const about = part_in(o, "about");
      auto const terms = terms_in(o);
      auto const words = o.text("words");
      auto const implied = o.truth("implied", false);
      o.finish();
      if (!who || !about || !terms) return;
      if (terms->items.empty() && words.empty()) {
        fail(at, error_code::missing, "words or a term are expected");
        return;
      }
      put(add_claim(*who, *about, *terms, words, implied, {}), at);
      take(at);
    });
  }

  void read_commitments(json_object& document) {
    each(document, "commitments", [&](json_place at) { read_commitment(at); });
  }

  void read_recourses(json_object& document) {
    each(document, "recourses", [&](json_place at) {
      json_object o{source(), at, "a recourse"};
      if (!o) return;
      auto const debtor = party_in(o, "against");
      auto const creditor = party_in(o, "of", draft_.columns.seller);
      auto is_right = debtor && creditor;
      auto const failure = required_event(o, "for", is_right);
      term_list within;
      if (auto const t = o.find("term"); t != no_place) {
        auto const one = term(t);
        is_right = is_right && one;
        if (one) within.items.push_back(*one);
      }
      if (auto const t = o.find("within"); t != no_place) {
        auto const time = length(t);
        is_right = is_right && time;
        if (!within.items.empty())
          fail(t, error_code::contradiction, "'within' and 'term' exclude each other");
        if (time) within.items.push_back({&quality_of<deadline>, {}, {*time, nullptr}, {}});
      }
      o.finish();
      if (!is_right) return;
      auto const n = draft_.columns.recourses.size();
      recourse_against(*debtor, event_ref{failure}, within, *creditor);
      if (draft_.columns.recourses.size() > n) put(recourse_id{n}, at);
      take(at);
    });
  }

  void read_contract_ends(json_object& document) {
    each(document, "contract_ends", [&](json_place at) {
      json_object o{source(), at, "the end of a contract"};
      if (!o) return;
      auto const debtor = party_in(o, "of");
      auto const creditor = party_in(o, "to", draft_.columns.seller);
      auto const list = o.require("when");
      o.finish();
      if (list == no_place) return;
      for_each_in(
          source(), list,
          [&](json_place w) {
            auto const e = event(w);
            if (!debtor || !creditor || !e) return;
            ends(*debtor, {event_ref{*e}}, *creditor);
            take(w);
          },
          "a list of events");
    });
  }

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
  std::vector<json_place> owed_;     ///< of each commitment

 private:
  event_id required_event(json_object& o, std::string_view member, bool& is_right) {
    auto const at = o.require(member);
    auto const e = at == no_place ? std::nullopt : event(at);
    is_right = is_right && e;
    return e.value_or(event_id{});
  }

  void read_commitment(json_place at) {
    json_object o{source(), at, "a commitment"};
    if (!o) return;
    auto const by = party_in(o, "by"), to = party_in(o, "to");
    auto const about = part_in(o, "about");
    auto const terms = terms_in(o);
    auto const terms_at = o.find("terms");
    auto is_right = by && to && about && terms;
    auto const given = event_in(o, "given", is_right);
    auto const brings = event_in(o, "brings_about", is_right);
    auto const on_request = o.truth("on_request", false);
    std::vector<capability_id> rests;
    if (auto const list = o.find("rests_on"); list != no_place)
      for_each_in(
          source(), list,
          [&](json_place c) {
            auto const known = capability_at(c);
            is_right = is_right && known;
            if (known) rests.push_back(*known);
          },
          "a list of capabilities");
    quality_type const* overrides = nullptr;
    if (auto const q = o.find("overrides"); q != no_place) {
      overrides = quality(q);
      is_right = is_right && overrides;
    }
    o.finish();
    if (!is_right) return;
    if (*by == *to) {
      fail(at, error_code::contradiction, "nobody can owe something to himself");
      return;
    }
    auto const first = draft_.columns.commitments.size();
    add_commitments(*by, *to, *about, *terms, "a commitment of", {});
    draft_.remember(overrides);
    auto t = terms_at == no_place || terms->items.size() < 2 ? no_place : node(terms_at).first;
    for (auto i = first; i < draft_.columns.commitments.size(); ++i) {
      auto& c = draft_.columns.commitments[i];
      c.antecedent = *given;
      c.brings_about = *brings;
      c.on_request = on_request;
      c.overrides = overrides;
      put(commitment_id{i}, t == no_place ? at : t);
      owed_.push_back(t == no_place ? at : t);
      if (t != no_place) t = node(t).next;
    }
    for (auto const c : rests)
      for (auto i = first; i < draft_.columns.commitments.size(); ++i)
        draft_.add(requirement{commitment_id{i}, c}, draft_.columns.requirements, {});
    take(at);
  }

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
        is_right && by && to && owed && time && draft_.columns.customer && draft_.columns.seller;
    if (!is_right) {
      if (presumes_at != no_place) read_presumptions(presumes_at, nullptr);
      return;
    }
    auto rule = on(event_ref{on_event});
    if (*since) rule.since(event_ref{*since});
    if (*until) rule.until(event_ref{*until});
    rule.owes(*by, owed, *to);
    if (*gate) rule.after(event_ref{*gate});
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
