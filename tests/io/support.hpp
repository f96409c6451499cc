// SPDX-License-Identifier: BSL-1.0
//
// What the tests of input and output share: models to write, documents to read, and errors asked
// for by their exact text.
#pragma once

#include "lupaus/json.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

namespace io_test {

/// All rows of a model, ids and flags too, as text: equal models have equal texts. Qualities go by
/// their address, which is the same object in every unit.
inline std::string dump(lupaus::model_view const& m) {
  using namespace lupaus;
  std::string t;
  auto const id = [&](auto i) { t += i ? '#' + std::to_string(i.index()) + ' ' : "- "; };
  auto const text = [&](std::string_view s) { t += '"' + std::string{s} + "\" "; };
  auto const num = [&](auto n) { t += std::to_string(static_cast<long long>(n)) + ' '; };
  auto const limit = [&](bound const& b) { num(b.kind), num(b.a), num(b.b), text(b.text); };
  auto const qual = [&](quality_type const* q) {
    text(q ? q->name : "-");
    auto is_declared = false;  // each model has an object of its own for those
    for (auto const& own : m.qualities) is_declared = is_declared || (q && own.name == q->name);
    if (!is_declared) num(reinterpret_cast<std::uintptr_t>(q));
  };
  auto const term_of = [&](term const& x) { qual(x.quality), limit(x.limit), id(x.anchor); };
  auto const rows = [&](char const* name, auto const& table, auto row) {
    for (auto const i : table.ids()) t += std::string{name} + ' ', id(i), row(table[i]), t += '\n';
  };
  text(m.identity), text(m.version), num(m.paid), id(m.customer), id(m.seller), t += '\n';
  rows("party", m.parties,
       [&](party const& p) { text(p.name), num(p.is), num(p.has_mandate), text(p.identity); });
  rows("part", m.parts, [&](part const& p) {
    text(p.name), num(p.kind), id(p.within), num(p.quantity), text(p.unit), id(p.answerable);
    id(p.performer), num(p.performer_declared), id(p.carries), text(p.identity);
    num(p.price.minor_units), text(p.price.in.view()), qual(p.gives), num(p.level);
  });
  rows("precedence", m.precedences, [&](precedence const& p) { id(p.before), id(p.after); });
  rows("event", m.events, [&](event const& e) {
    num(e.kind), id(e.of), id(e.subject), id(e.good), id(e.holder), text(e.name);
  });
  rows("transition", m.transitions, [&](transition const& x) {
    id(x.from), id(x.to), id(x.by), num(x.from_is_derived), num(x.by_is_derived);
  });
  rows("claim", m.claims, [&](claim const& c) {
    id(c.claimant), id(c.about), c.terms ? id(c.first_term) : id(term_id{}), num(c.terms);
    num(c.implied), text(c.words);
  });
  rows("term", m.terms, term_of);
  rows("commitment", m.commitments, [&](commitment const& c) {
    id(c.debtor), id(c.creditor), id(c.about), id(c.antecedent), id(c.brings_about);
    term_of(c.consequent), num(c.on_request), qual(c.overrides), text(c.interest);
  });
  rows("recourse", m.recourses,
       [&](recourse const& r) { id(r.debtor), id(r.creditor), id(r.failure), term_of(r.within); });
  rows("contract end", m.contract_ends,
       [&](contract_end const& e) { id(e.debtor), id(e.creditor), id(e.when), limit(e.within); });
  rows("ability", m.abilities,
       [&](ability const& a) { id(a.who), id(a.what), limit(a.lead_time); });
  rows("rule", m.rules, [&](rule const& r) {
    id(r.on), id(r.since), id(r.until), id(r.debtor), id(r.creditor), num(r.action), id(r.object);
    num(r.units), id(r.gate), limit(r.within), text(r.words);
    num(r.fee.minor_units), text(r.fee.in.view()), num(r.from_time), num(r.up_to_time);
  });
  rows("presumption", m.presumptions,
       [&](presumption const& p) { id(p.of), id(p.holder), id(p.good), id(p.happened); });
  rows("notice", m.notices, [&](notice const& n) {
    id(n.from), id(n.to), id(n.of), limit(n.within), num(n.derived), text(n.words);
  });
  rows("change", m.changes, [&](change_notice const& n) {
    id(n.from), id(n.to), id(n.of), limit(n.within), text(n.words);
  });
  rows("coordination", m.coordinations,
       [&](coordination const& c) { id(c.owner), id(c.before), id(c.after); });
  rows("need", m.needs,
       [&](coordination_need const& n) { id(n.before), id(n.after), id(n.a), id(n.b); });
  rows("channel", m.channels, [&](channel const& c) { id(c.a), id(c.b); });
  rows("sighting", m.sightings, [&](sighting const& x) { id(x.by), id(x.of); });
  rows("capability", m.capabilities,
       [&](capability const& c) { text(c.name), num(c.is_backstage); });
  rows("quality", m.qualities,
       [&](declared_quality const& q) { text(q.name), num(q.scale), text(q.unit), text(q.words); });
  rows("requirement", m.requirements, [&](requirement const& r) { id(r.of), id(r.on); });
  rows("provision", m.provisions, [&](provision const& p) { id(p.by), id(p.of); });
  rows("risk", m.risks,
       [&](risk const& r) { id(r.bearer), id(r.of), id(r.from), id(r.until), id(r.covers); });
  return t;
}

/// A small sound document, in which tests break one thing at a time.
inline constexpr std::string_view lamp = R"({
  "lupaus": 1,
  "title": "a lamp, delivered",
  "parties": [
    {"name": "customer", "role": "customer"},
    {"name": "shop", "role": "seller"},
    {"name": "website", "role": "department"},
    {"name": "carrier", "role": "subcontractor"}
  ],
  "parts": [
    {"name": "lamp", "kind": "good", "quantity": 2},
    {"name": "delivery", "kind": "service", "carries": "lamp"}
  ],
  "product": {"then": ["lamp", "delivery"]},
  "events": [
    {"failed": ["delivery", "lost"]},
    {"step": ["delivery", "back"], "ways": [{"after": {"failed": ["delivery", "lost"]}, "by": "carrier"}]}
  ],
  "claims": [
    {"by": "website", "about": "delivery", "terms": [{"quality": "deadline", "within": "PT48H"}]}
  ],
  "commitments": [
    {"by": "carrier", "to": "shop", "about": "delivery", "terms": [{"quality": "deadline", "within": "PT48H"}]}
  ],
  "rules": [
    {"on": {"reported": {"failed": ["delivery", "lost"]}}, "owes": {"replace": "lamp"}, "within": "P1D"}
  ],
  "notices": [
    {"from": "carrier", "to": "shop", "of": {"failed": ["delivery", "lost"]}, "within": "PT2H"}
  ],
  "channels": [["customer", "shop"]]
}
)";

/// The lamp with one text, which must stand in it once, replaced by another.
inline std::string lamp_with(std::string_view from, std::string_view to) {
  std::string text{lamp};
  auto const at = text.find(from);
  BOOST_TEST_REQUIRE((at != text.npos && text.find(from, at + 1) == text.npos),
                     "the document holds once: " << from);
  return text.replace(at, from.size(), to);
}

/// What is wrong with the document, as a user sees it.
inline std::string errors_of(std::string_view json, lupaus::json_options options = {}) {
  if (options.file.empty()) options.file = "offer.json";
  auto const read = lupaus::read_document(json, options);
  return read ? "nothing" : lupaus::to_string(read.error());
}

}  // namespace io_test
