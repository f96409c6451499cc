// SPDX-License-Identifier: BSL-1.0
//
// The responsibility graph for Graphviz, with the breaks marked.
#pragma once

#include "lupaus/check/gaps/delivery/uninformed_party.hpp"
#include "lupaus/graph/responsibility.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/report/dot_string.hpp"
#include "lupaus/validate.hpp"

#include <boost/graph/graphviz.hpp>

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// A break that no edge stands for: from the one who owes to the one whom it concerns, or, both
/// ways, between two performers who do not meet.
struct drawn_break {
  party_id from, to;
  bool is_both_ways = false;
  std::string words = {};
};

inline drawn_break break_of(model_view const& m, finding const& f) {
  if (f.where.kind == element_kind::rule) {
    auto const& r = m.rules[static_cast<rule_id>(f.where)];
    return {r.debtor, r.creditor};
  }
  if (f.where.kind == element_kind::event && f.other.kind == element_kind::party) {  // is not told
    auto const e = static_cast<event_id>(f.where);
    auto const untold = static_cast<party_id>(f.other);
    auto const informant = f.is(gaps::uninformed_party) ? informant_for(m, e, untold) : party_id{};
    return {informant ? informant : f.accountable, untold};
  }
  auto const performer = [&](element e) {
    if (e.kind == element_kind::party) return static_cast<party_id>(e);
    return e.kind == element_kind::part ? m.parts[static_cast<part_id>(e)].performer : party_id{};
  };
  auto const a = performer(f.where), b = performer(f.other);
  if (f.what->between == boundary::fulfilment_delivery && a && b && a != b) return {a, b, true};
  return {f.accountable, m.customer};
}

}  // namespace detail

/// Writes the parties and who owes whom what. Dotted: what is claimed; solid: what the seller
/// commits to the customer; dashed: subcontracts. Red: an edge that a finding stands on, labelled
/// with the gap's id. What stands on no edge is a red arrow of its own: from who owes by a rule to
/// whom, from who should tell to who is not told, both ways between the performers of a broken
/// handoff; else from the seller to the customer.
inline void write_dot(std::ostream& out, report const& r) {
  auto const& m = r.model();
  auto arcs = responsibilities(m).all();
  auto const drawn = arcs.size();
  std::vector<detail::drawn_break> breaks;  // the arcs from `drawn` on
  for (auto const& f : r) {
    if (f.where.kind == element_kind::claim || f.where.kind == element_kind::commitment)
      continue;  // its own edge turns red
    auto found = detail::break_of(m, f);
    auto const where = "\n" + r.explain(f).where;
    auto const same = std::find_if(breaks.begin(), breaks.end(), [&](auto const& b) {
      return b.from == found.from && b.to == found.to && b.words.ends_with(where);
    });
    found.words = std::string{f.what->id} + where;
    if (same == breaks.end()) {
      arcs.push_back({found.from, found.to, {}});
      breaks.push_back(std::move(found));
    } else {  // two breaks in one place: one arrow
      same->words = std::string{f.what->id} + "\n" + same->words;
    }
  }

  responsibility_graph const g{m.parties.size(), arcs};
  auto const quoted = [](std::string const& s) { return detail::dot_string(s); };

  auto const party = [&](std::ostream& o, party_id p) {
    auto const& x = m.parties[p];
    o << "[label=" << quoted(std::string{x.name}) << ", shape="
      << (x.is == role::customer     ? "ellipse"
          : x.is == role::department ? "note"
                                     : "box")
      << (x.is == role::seller ? ", penwidth=2" : "") << "]";
  };
  auto const edge = [&](std::ostream& o, arc<party_id> const& a) {
    auto const red = ", color=\"#b00020\", fontcolor=\"#b00020\"";
    if (a.index >= drawn) {
      auto const& b = breaks[a.index - drawn];
      o << "[label=" << quoted(b.words) << red << (b.is_both_ways ? ", dir=both, minlen=2" : "")
        << ", style=bold]";
      return;
    }
    auto const is_claim = a.because.kind == element_kind::claim;
    auto text = std::string{};
    if (is_claim) {
      auto const& c = m.claims[static_cast<claim_id>(a.because)];
      std::vector<std::string> terms;
      for_each_term(m, c, [&](term const& t) { terms.push_back(phrase(m, t)); });
      text = (c.about == whole ? std::string{"the whole"} : name_of(m, c.about)) + ": " +
             (terms.empty() ? std::string{c.words} : listed(terms));
    } else {
      auto const& c = m.commitments[static_cast<commitment_id>(a.because)];
      text = (c.about == whole ? std::string{"the whole"} : name_of(m, c.about)) +
             (c.consequent.quality ? ": " + phrase(m, c.consequent) : "");
    }
    std::string ids;
    auto const stands = [&](finding const& f) { return f.where == a.because; };
    for (auto const& f : r) {
      if (stands(f)) ids += "\n" + std::string{f.what->id};
      for (auto const& c : r.consequences(f))
        if (stands(c)) ids += "\n" + std::string{c.what->id};
    }
    o << "[label=" << quoted(text + ids) << ", style="
      << (is_claim                 ? "dotted"
          : a.target == m.customer ? "solid"
                                   : "dashed")
      << (ids.empty() ? "" : red) << "]";
  };
  auto const all = [&](std::ostream& o) {
    o << "graph [label=" << quoted(name_of(m, whole))
      << ", labelloc=t, rankdir=LR, fontname=\"Helvetica\"]\n"
         "node [fontname=\"Helvetica\"]\nedge [fontname=\"Helvetica\", fontsize=10]\n";
  };
  boost::write_graphviz(out, g, party, edge, all, get(boost::vertex_index, g));
}

}  // namespace lupaus::inline v0
