// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: reports as pictures. The few lines of DOT are written here and not by
// boost::write_graphviz, so that a report needs no Boost.
#pragma once

#include "lupaus/check/gaps/delivery/uninformed_party.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/report/dot.hpp"
#include "lupaus/report/dot_string.hpp"

#include <cstddef>
#include <map>
#include <ostream>
#include <string>
#include <tuple>
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

inline drawn_break break_of(word_of_events const& word, finding const& f) {
  auto const& m = word.model();
  if (f.where.kind == element_kind::rule) {
    auto const& r = m.rules[static_cast<rule_id>(f.where)];
    return {r.debtor, r.creditor};
  }
  auto const accountable = f.accountable ? f.accountable : m.seller;
  if (f.where.kind == element_kind::event && f.other.kind == element_kind::party) {  // is not told
    auto const e = static_cast<event_id>(f.where);
    auto const untold = static_cast<party_id>(f.other);
    auto const informant =
        f.is(gaps::uninformed_party) ? informant_for(word, e, untold) : party_id{};
    return {informant ? informant : accountable, untold};
  }
  auto const performer = [&](element e) {
    if (e.kind == element_kind::party) return static_cast<party_id>(e);
    return e.kind == element_kind::part ? m.parts[static_cast<part_id>(e)].performer : party_id{};
  };
  auto const a = performer(f.where), b = performer(f.other);
  if (f.what->between == boundary::fulfilment_delivery && a && b && a != b) return {a, b, true};
  return {accountable, m.customer};
}

/// Writes one picture. What the findings stand on is sorted once.
class dot_writer {
 public:
  dot_writer(std::ostream& out, report const& r, validate_options const& limits)
      : out_{out},
        r_{r},
        m_{r.model()},
        explain_{r, limits},
        word_{r.model()},
        of_claims_(m_.claims.size()),
        of_commitments_(m_.commitments.size()) {
    for (std::size_t i = 0; i < r.size(); ++i) {
      mark(r[i]);
      for (auto const& c : r.consequences(i)) mark(c);
      if (r[i].where.kind != element_kind::claim && r[i].where.kind != element_kind::commitment)
        add_break(r[i]);
    }
  }

  void write() const {
    out_ << "digraph G {\ngraph [label=" << dot_string(title())
         << ", labelloc=t, rankdir=LR, fontname=\"Helvetica\"]\n"
            "node [fontname=\"Helvetica\"]\nedge [fontname=\"Helvetica\", fontsize=10]\n";
    for (auto p : m_.parties.ids()) write_party(p);
    for (auto i : m_.claims.ids()) write_claim(i);
    for (auto i : m_.commitments.ids()) write_commitment(i);
    for (auto const& b : breaks_) write_break(b);
    out_ << "}\n";
  }

 private:
  static constexpr auto red = ", color=\"#b00020\", fontcolor=\"#b00020\"";

  /// Appends the id of the gap to the edge that it stands on, if it stands on one.
  void mark(finding const& f) {
    auto const add = [&](std::string& ids) { ids += "\n" + std::string{f.what->id}; };
    if (f.where.kind == element_kind::claim) add(of_claims_[f.where.index]);
    if (f.where.kind == element_kind::commitment) add(of_commitments_[f.where.index]);
  }
  /// Two breaks in one place are one arrow.
  void add_break(finding const& f) {
    auto found = break_of(word_, f);
    auto where = explain_(f).where;
    auto const [known, is_new] =
        arrows_.try_emplace(std::tuple{found.from, found.to, where}, breaks_.size());
    if (is_new) {
      found.words = std::string{f.what->id} + "\n" + where;
      breaks_.push_back(std::move(found));
    } else {
      auto& words = breaks_[known->second].words;
      words = std::string{f.what->id} + "\n" + words;
    }
  }

  std::string title() const {
    auto const all = name_of(m_, whole);
    return r_.is_complete() ? all : all + "\n" + to_string(r_.coverage());
  }
  std::string about(part_id p) const {
    return p == whole ? std::string{"the whole"} : name_of(m_, p);
  }
  std::ostream& begin_edge(party_id from, party_id to, std::string const& label) const {
    return out_ << from.index() << "->" << to.index() << " [label=" << dot_string(label);
  }
  void write_party(party_id p) const {
    auto const& x = m_.parties[p];
    out_ << p.index() << "[label=" << dot_string(x.name) << ", shape="
         << (x.is == role::customer     ? "ellipse"
             : x.is == role::department ? "note"
                                        : "box")
         << (x.is == role::seller ? ", penwidth=2" : "") << "];\n";
  }
  void write_claim(claim_id i) const {
    auto const& c = m_.claims[i];
    auto const& ids = of_claims_[i.index()];
    std::vector<std::string> terms;
    for_each_term(m_, c, [&](term const& t) { terms.push_back(phrase(m_, t)); });
    auto const said = terms.empty() ? std::string{c.words} : listed(terms);
    begin_edge(c.claimant, m_.customer, about(c.about) + ": " + said + ids)
        << ", style=dotted" << (ids.empty() ? "" : red) << "];\n";
  }
  void write_commitment(commitment_id i) const {
    auto const& c = m_.commitments[i];
    auto const& ids = of_commitments_[i.index()];
    auto const said = c.consequent.quality ? ": " + phrase(m_, c.consequent) : std::string{};
    begin_edge(c.debtor, c.creditor, about(c.about) + said + ids)
        << ", style=" << (c.creditor == m_.customer ? "solid" : "dashed")
        << (ids.empty() ? "" : red) << "];\n";
  }
  void write_break(drawn_break const& b) const {
    begin_edge(b.from, b.to, b.words)
        << red << (b.is_both_ways ? ", dir=both, minlen=2" : "") << ", style=bold];\n";
  }

  std::ostream& out_;
  report const& r_;
  model_view const& m_;
  explainer explain_;
  word_of_events word_;
  std::vector<std::string> of_claims_, of_commitments_;  // the ids of the gaps that stand there
  std::vector<drawn_break> breaks_;
  std::map<std::tuple<party_id, party_id, std::string>, std::size_t> arrows_;  // in breaks_
};

}  // namespace detail

LUPAUS_DECL void write_dot(std::ostream& out, report const& r, validate_options const& limits) {
  detail::dot_writer{out, r, limits}.write();
}

}  // namespace lupaus::inline v0
