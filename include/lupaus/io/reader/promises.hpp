// SPDX-License-Identifier: BSL-1.0
//
// What is claimed and committed, in JSON: abilities, claims, commitments and what they stand on.
#pragma once

#include "lupaus/io/reader/happenings.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace lupaus::inline v0::detail::io {

class json_promises : public json_lives {
 protected:
  using json_lives::json_lives;

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
      recovers_from(*creditor, *debtor, event_ref{failure}, within);
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
            ends_contract_with(*debtor, *creditor, {event_ref{*e}});
            take(w);
          },
          "a list of events");
    });
  }

  event_id required_event(json_object& o, std::string_view member, bool& is_right) {
    auto const at = o.require(member);
    auto const e = at == no_place ? std::nullopt : event(at);
    is_right = is_right && e;
    return e.value_or(event_id{});
  }

  std::vector<json_place> owed_;  ///< of each commitment

 private:
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
};

}  // namespace lupaus::inline v0::detail::io
