// SPDX-License-Identifier: BSL-1.0
//
// A model and its findings by names alone: what two models that tell of one promise share, whatever
// the order of their ids.
#pragma once

#include "lupaus/model/element_text.hpp"
#include "lupaus/validate.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace promise_test {

using namespace lupaus;

/// One line of text for every row of a model.
class canon {
 public:
  explicit canon(model_view const& m) : m_{m} {}

  // ---- what is named ----

  std::string operator()(party_id p) const { return p ? std::string{m_.parties[p].name} : "-"; }
  std::string operator()(part_id p) const { return p ? std::string{m_.parts[p].name} : "-"; }
  std::string operator()(event_id e) const {
    if (!e) return "-";
    auto const& x = m_.events[e];
    if (x.kind == event_kind::reported) return "report of (" + (*this)(x.subject) + ")";
    if (x.kind == event_kind::timed_out)
      return "time " + (*this)(x.within) + " since (" + (*this)(x.since) + ") without " +
             (*this)(x.subject);
    constexpr char const* kinds[] = {
        "ordered",    "started",  "completed",      "failed",    "late",      "step",     "?",
        "possession", "reported", "cancel request", "replacing", "cancelled", "refunded", "kept"};
    return std::string{kinds[static_cast<std::size_t>(x.kind)]} + " '" + std::string{x.name} +
           "' of " + (*this)(x.of);
  }
  std::string operator()(bound const& b) const {
    return "bound " + n(b.kind) + ' ' + std::to_string(b.a) + ' ' + std::to_string(b.b) + ' ' +
           std::string{b.text};
  }
  std::string operator()(quality_type const* q) const { return q ? std::string{q->name} : "-"; }
  std::string operator()(term const& t) const { return all(t.quality, t.limit, "after", t.anchor); }

  // ---- the columns ----

  std::string operator()(party const& p) const {
    return all("party", p.name, to_string(p.is), p.has_mandate, p.identity);
  }
  std::string operator()(part const& p) const {
    return all("part", to_string(p.kind), p.name, "in", p.within, p.quantity, p.unit, "answers",
               p.answerable, "performs", p.performer, p.performer_declared, "carries", p.carries,
               p.identity, "costs", std::to_string(p.price.minor_units),
               is_priced(p) ? p.price.in.view() : std::string_view{"unknown"}, "gives", p.gives,
               to_string(p.level), p.severable);
  }
  std::string operator()(precedence const& p) const {
    return all("precedence", p.before, "before", p.after);
  }
  std::string event_row(event_id e) const {
    return all("event", e, "hands", m_.events[e].good, "to", m_.events[e].holder, "until",
               m_.events[e].until);
  }
  std::string operator()(transition const& t) const {
    return all("transition", t.from, "to", t.to, "by", t.by);
  }
  std::string operator()(claim const& c) const {
    auto text = all("claim", c.claimant, "on", c.about, c.implied, c.words);
    for (std::size_t k = 0; k < c.terms; ++k)
      text += "; " + (*this)(m_.terms[term_id{c.first_term.index() + k}]);
    return text;
  }
  std::string operator()(commitment const& c) const {
    return all("commitment", c.debtor, "to", c.creditor, "on", c.about, "given", c.antecedent,
               "brings about", c.brings_about, c.consequent, c.on_request, "overrides", c.overrides,
               "for", c.interest);
  }
  std::string operator()(recourse const& r) const {
    return all("recourse", r.debtor, "to", r.creditor, "for", r.failure, r.within);
  }
  std::string operator()(contract_end const& c) const {
    return all("contract of", c.debtor, "with", c.creditor, "ends on", c.when, "told", c.within);
  }
  std::string operator()(ability const& a) const {
    return all("ability", a.who, a.what, a.lead_time);
  }
  std::string rule_row(rule_id i) const {
    auto const& r = m_.rules[i];
    auto text =
        all("rule on", r.on, "since", r.since, "until", r.until, r.debtor, "owes", r.creditor,
            to_string(r.action), r.object, r.units, "after", r.gate, r.within, r.words, "keeps",
            r.fee.minor_units, r.fee.in.view(), "times", r.from_time + 0U, r.up_to_time + 0U);
    for (auto const& p : m_.presumptions)
      if (p.of == i) text += all("; presumes", p.holder, "has", p.good, "happened", p.happened);
    return text;
  }
  std::string operator()(notice const& x) const {
    return all("notice", x.from, "to", x.to, "of", x.of, x.within, x.derived);
  }
  std::string operator()(coordination const& c) const {
    return all("coordination", c.owner, c.before, "to", c.after);
  }
  std::string operator()(coordination_need const& x) const {
    return all("need", x.before, "to", x.after, x.a, x.b);
  }
  std::string operator()(channel const& c) const { return all("channel", c.a, c.b); }
  std::string operator()(sighting const& x) const { return all("sighting", x.by, "of", x.of); }
  std::string operator()(capability const& c) const {
    return all("capability", c.name, c.is_backstage);
  }
  std::string operator()(requirement const& r) const {
    return all("requirement of [", m_.commitments[r.of], "] on", m_.capabilities[r.on].name);
  }
  std::string operator()(provision const& p) const {
    return all("provision", p.by, m_.capabilities[p.of].name);
  }
  std::string operator()(risk const& r) const {
    return all("risk", r.bearer, "of", r.of, "from", r.from, "until", r.until, "covers", r.covers);
  }

  std::string operator()(element e) const {
    switch (e.kind) {
      case element_kind::nothing: return "-";
      case element_kind::party: return (*this)(static_cast<party_id>(e));
      case element_kind::part: return (*this)(static_cast<part_id>(e));
      case element_kind::event: return (*this)(static_cast<event_id>(e));
      case element_kind::claim: return (*this)(m_.claims[static_cast<claim_id>(e)]);
      case element_kind::commitment: return (*this)(m_.commitments[static_cast<commitment_id>(e)]);
      case element_kind::rule: return rule_row(static_cast<rule_id>(e));
      case element_kind::notice: return (*this)(m_.notices[static_cast<notice_id>(e)]);
      case element_kind::coordination:
        return (*this)(m_.coordinations[static_cast<coordination_id>(e)]);
      case element_kind::channel: return (*this)(m_.channels[static_cast<channel_id>(e)]);
      case element_kind::recourse: return (*this)(m_.recourses[static_cast<recourse_id>(e)]);
      case element_kind::capability: return (*this)(m_.capabilities[static_cast<capability_id>(e)]);
      case element_kind::risk: return (*this)(m_.risks[static_cast<risk_id>(e)]);
      case element_kind::ability: return (*this)(m_.abilities[static_cast<ability_id>(e)]);
    }
    return "?";
  }

  /// All rows, in the order of the model.
  std::vector<std::string> rows() const {
    std::vector<std::string> r{all("identity", m_.identity, m_.version, n(m_.paid)),
                               all("customer", m_.customer, "seller", m_.seller)};
    add(r, m_.parties), add(r, m_.parts), add(r, m_.precedences);
    for (auto e : m_.events.ids()) r.push_back(event_row(e));
    add(r, m_.transitions), add(r, m_.claims);
    r.push_back(all("terms", m_.terms.size()));
    add(r, m_.commitments), add(r, m_.recourses), add(r, m_.contract_ends), add(r, m_.abilities);
    for (auto i : m_.rules.ids()) r.push_back(rule_row(i));
    r.push_back(all("presumptions", m_.presumptions.size()));
    add(r, m_.notices), add(r, m_.coordinations), add(r, m_.needs), add(r, m_.channels);
    add(r, m_.sightings);
    add(r, m_.capabilities), add(r, m_.requirements), add(r, m_.provisions), add(r, m_.risks);
    return r;
  }

  /// A finding by names: its place, its lateness, its evidence as a set, and all its words, in no
  /// order, because lists in a text follow the order of ids.
  std::string operator()(finding const& f) const {
    auto const x = f.what->explain(m_, f);
    auto text = all(f.what->id, "at", f.where, "on", f.part, "accountable", f.accountable,
                    "performing", f.performing, "late by", f.late_by);
    // The others are the first of those in the evidence.
    auto const is_first_of_some = f.what->id == "silent-failure" || f.what->id == "no-exit" ||
                                  f.what->id == "misapplied-rule";
    if (!is_first_of_some) text += all("; other", f.other);
    std::vector<std::string> evidence;
    for (auto e : x.evidence) evidence.push_back((*this)(e));
    std::sort(evidence.begin(), evidence.end());
    for (auto const& e : evidence) text += "; evidence: " + e;
    return text + "; words:" + words_of(x.what + ' ' + x.where + ' ' + x.why + ' ' + x.mend);
  }

  static std::string words_of(std::string_view text) {
    std::vector<std::string> words{{}};
    for (char c : text)
      if (std::isalnum(static_cast<unsigned char>(c)))
        words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      else if (!words.back().empty())
        words.emplace_back();
    std::sort(words.begin(), words.end());
    std::string sorted;
    for (auto const& w : words) sorted += ' ' + w;
    return sorted;
  }

 private:
  template <class Enum>
    requires std::is_enum_v<Enum>
  static std::string n(Enum e) { return std::to_string(static_cast<int>(e)); }
  static std::string word(std::string_view s) { return std::string{s}; }
  template <std::integral T>
  static std::string word(T t) {
    return std::to_string(t);
  }
  template <class T>
    requires(!std::integral<T> && !std::convertible_to<T const&, std::string_view>)
  std::string word(T const& t)
  const { return (*this)(t); }
  template <class... Ts>
  std::string all(Ts const&... ts) const {
    std::string text;
    ((text += (text.empty() ? "" : " ") + word(ts)), ...);
    return text;
  }
  template <class Table>
  void add(std::vector<std::string>& rows, Table const& column) const {
    for (auto const& x : column) rows.push_back((*this)(x));
  }

  model_view const& m_;
};

/// What only one of two lists has, as lines; empty when they hold the same.
inline std::string difference(std::vector<std::string> typed, std::vector<std::string> built) {
  std::sort(typed.begin(), typed.end());
  std::sort(built.begin(), built.end());
  std::string text;
  auto const only = [&](char const* where, auto const& a, auto const& b) {
    std::vector<std::string> rest;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(rest));
    for (auto const& x : rest) text += std::string{"\n  only "} + where + ": " + x;
  };
  only("as a type", typed, built);
  only("as built", built, typed);
  return text;
}

}  // namespace promise_test
