// SPDX-License-Identifier: BSL-1.0
//
// What is claimed and committed, in JSON: abilities, claims, commitments and what they stand on.
#pragma once

#include "lupaus/io/reader/terms.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace lupaus::inline v0::detail::io {

inline void read_abilities(reading& r, json_object& document) {
  for_each_of(r, document, "abilities", [&](json_place at) {
    json_object o{r.source, at, "an ability"};
    if (!o) return;
    auto const who = party_in(r, o, "party");
    auto const what = part_in(r, o, "part");
    auto const time = length_in(r, o, "within");
    o.finish();
    if (!who || !what || !time) return;
    r.put(r.tables().add(ability{*who, *what, *time}, r.columns().abilities, no_statement), at);
    r.take(at);
  });
}

inline void read_claims(reading& r, json_object& document) {
  for_each_of(r, document, "claims", [&](json_place at) {
    json_object o{r.source, at, "a claim"};
    if (!o) return;
    auto const who = party_in(r, o, "by");
    auto const about = part_in(r, o, "about");
    auto const has_terms = read_terms_in(r, o);
    auto const words = o.text("words");
    auto const implied = o.truth("implied", false);
    o.finish();
    if (!who || !about || !has_terms) return;
    if (r.terms.items.empty() && words.empty()) {
      r.fail(at, error_code::missing, {"words or a term are expected"});
      return;
    }
    r.put(r.writer.add_claim(*who, *about, r.terms, words, implied, {}), at);
    r.take(at);
  });
}

inline std::vector<capability_id> rests_in(reading& r, json_object& o, bool& is_right) {
  std::vector<capability_id> rests;
  auto const list = o.find("rests_on");
  if (list == no_place) return rests;
  for_each_in(
      r.source, list,
      [&](json_place c) {
        auto const known = capability_at(r, c);
        is_right = is_right && known;
        if (known) rests.push_back(*known);
      },
      "a list of capabilities");
  return rests;
}

inline void read_commitment(reading& r, json_place at) {
  json_object o{r.source, at, "a commitment"};
  if (!o) return;
  auto const by = party_in(r, o, "by"), to = party_in(r, o, "to");
  auto const about = part_in(r, o, "about");
  auto const has_terms = read_terms_in(r, o);
  auto const terms_at = o.look("terms");
  auto is_right = by && to && about && has_terms;
  auto const given = event_in(r, o, "given", is_right);
  auto const brings = event_in(r, o, "brings_about", is_right);
  auto const on_request = o.truth("on_request", false);
  auto const rests = rests_in(r, o, is_right);
  quality_type const* overrides = nullptr;
  if (auto const q = o.find("overrides"); q != no_place) {
    overrides = quality_at(r, q);
    is_right = is_right && overrides;
  }
  std::string_view interest;
  if (auto const called = o.find("interest"); called != no_place) {
    interest = text_of(r.source, called).value_or("");
    if (!o.has("overrides")) {
      r.fail(called, error_code::contradiction,
             {"only what 'overrides' a quality has an interest"});
      is_right = false;
    } else if (r.node(called).kind == json_kind::text && interest.empty()) {
      r.fail(called, error_code::empty_name, {"an interest has a name, and the text is empty"});
      is_right = false;
    }
  }
  o.finish();
  if (!is_right) return;
  if (*by == *to) {
    r.fail(at, error_code::contradiction, {"nobody can owe something to himself"});
    return;
  }
  auto const [first, end] =
      r.writer.add_commitments(*by, *to, *about, r.terms, "a commitment of", {});
  r.tables().remember(overrides);
  r.tables().refuse_time_out(*brings, no_statement);
  auto t = terms_at == no_place || r.terms.items.size() < 2 ? no_place : r.node(terms_at).first;
  for (auto i = first; i < end; ++i) {
    auto& c = r.columns().commitments[i];
    c.antecedent = *given;
    c.brings_about = *brings;
    c.on_request = on_request;
    c.overrides = overrides;
    c.interest = r.tables().keep(interest);
    r.put(commitment_id{i}, t == no_place ? at : t);
    r.promises.push_back(t == no_place ? at : t);
    if (t != no_place) t = r.node(t).next;
  }
  for (auto const c : rests)
    for (auto i = first; i < end; ++i)
      r.tables().add(requirement{commitment_id{i}, c}, r.columns().requirements, no_statement);
  r.take(at);
}

inline void read_commitments(reading& r, json_object& document) {
  for_each_of(r, document, "commitments", [&](json_place at) { read_commitment(r, at); });
}

inline void read_recourses(reading& r, json_object& document) {
  for_each_of(r, document, "recourses", [&](json_place at) {
    json_object o{r.source, at, "a recourse"};
    if (!o) return;
    auto const debtor = party_in(r, o, "against");
    auto const creditor = party_in(r, o, "of", r.columns().seller);
    auto is_right = debtor && creditor;
    auto const failure = required_event_in(r, o, "for", is_right);
    term_list within;
    if (auto const t = o.find("term"); t != no_place) {
      auto const one = term_at(r, t);
      is_right = is_right && one;
      if (one) within.items.push_back(*one);
    }
    if (auto const t = o.find("within"); t != no_place) {
      auto const time = length_at(r, t);
      is_right = is_right && time;
      if (!within.items.empty())
        r.fail(t, error_code::contradiction, {"'within' and 'term' exclude each other"});
      if (time) within.items.push_back({&quality_of<deadline>, {}, {*time, nullptr}, {}});
    }
    o.finish();
    if (!is_right) return;
    auto const n = r.columns().recourses.size();
    r.writer.add_recourse(*debtor, event_ref{failure}, within, *creditor, {});
    if (r.columns().recourses.size() > n) r.put(recourse_id{n}, at);
    r.take(at);
  });
}

inline void read_contract_ends(reading& r, json_object& document) {
  for_each_of(r, document, "contract_ends", [&](json_place at) {
    json_object o{r.source, at, "the end of a contract"};
    if (!o) return;
    auto const debtor = party_in(r, o, "of");
    auto const creditor = party_in(r, o, "to", r.columns().seller);
    auto const list = o.require("when");
    auto const told = o.find("within");
    auto const time = told == no_place ? std::optional{bound{}} : length_at(r, told);
    o.finish();
    if (list == no_place || !time) return;
    for_each_in(
        r.source, list,
        [&](json_place w) {
          auto const e = event_at(r, w);
          if (!debtor || !creditor || !e) return;
          r.writer.add_ends(*debtor, {event_ref{*e}}, *creditor, {*time, nullptr}, {});
          r.take(w);
        },
        "a list of events");
  });
}

}  // namespace lupaus::inline v0::detail::io
