// SPDX-License-Identifier: BSL-1.0
//
// What the library found, in a form that can be compared: with the oracle's verdicts, and by names
// between two models that tell of the same promise in other words.
#pragma once

#include "lupaus/check/standard_checks.hpp"
#include "lupaus/validate.hpp"
#include "support/description.hpp"
#include "support/oracle.hpp"
#include "support/retold.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace proof {

/// What the checks say, before it is sorted out what follows from what.
inline std::vector<lupaus::finding> raw_findings(lupaus::model_view const& m) {
  std::vector<lupaus::finding> all;
  lupaus::standard_checks(m, [&](lupaus::finding const& f) { all.push_back(f); });
  return all;
}

/// What a finding lists in its evidence: situations, parties, parts or events.
inline std::set<lupaus::element> listed_by(lupaus::model_view const& m, lupaus::finding const& f) {
  using lupaus::element_kind;
  auto const id = f.what->id;
  auto const lists = [&](element_kind k) {
    if (id == "silent-failure" || id == "cyclic-delegation") return k == element_kind::party;
    if (id == "impossible-order") return k == element_kind::part;
    if (id == "circular-wait") return k == element_kind::event;
    if (id == "rival-rules") return k == element_kind::rule;
    return (id == "no-exit" || id == "misapplied-rule" || id == "uninsured-leg") &&
           (k == element_kind::event || k == element_kind::part);
  };
  std::set<lupaus::element> listed;
  std::vector<lupaus::element> evidence;
  f.what->evidence(m, f, evidence);
  for (auto const& e : evidence)
    if (lists(e.kind)) listed.insert(e);
  // A finding that stands on a part begins with it; as a situation it means "before the part".
  if ((id == "no-exit" || id == "uninsured-leg") && f.where.kind == element_kind::part &&
      std::count(evidence.begin(), evidence.end(), f.where) == 1)
    listed.erase(f.where);
  return listed;
}

/// Of two commitments: they promise the same quality.
inline bool is_of_one_quality(lupaus::model_view const& m, lupaus::finding const& f) {
  auto const& a = m.commitments[static_cast<lupaus::commitment_id>(f.where)];
  auto const& b = m.commitments[static_cast<lupaus::commitment_id>(f.other)];
  return a.consequent.quality == b.consequent.quality;
}

inline verdict to_verdict(lupaus::model_view const& m, lupaus::finding const& f) {
  verdict v{std::string{f.what->id}, f.where, f.other, f.late_by, listed_by(m, f)};
  // It is the first of them, whichever that is.
  if (v.gap == "silent-failure" || v.gap == "no-exit" || v.gap == "misapplied-rule") v.other = {};
  if (v.gap == "weaker-subcontract") v.part = f.part;
  if (v.gap == "split-accountability" && is_of_one_quality(m, f)) v.part = f.part;
  if (v.gap == "uninformed-party" && f.what->severity == lupaus::severity::error)
    v.performing = m.customer;
  if (v.gap == "uninsured-leg") v.performing = firm_of(m, f.performing);
  return v;
}

// ---- in words ----------------------------------------------------------------------------------

/// Names that do not change when a description is told in another order. Claims and rules have none
/// in the model, so they go by their tags. A name that is not among the new ones stays as it is.
class namer {
 public:
  namer(lupaus::model_view const& m, description const& d, renaming names = {})
      : m_{m}, d_{d}, names_{std::move(names)} {}

  std::string operator()(std::string_view name) const {
    auto const at = names_.find(std::string{name});
    return at == names_.end() ? std::string{name} : at->second;
  }
  std::string operator()(lupaus::party_id p) const {
    return p ? (*this)(m_.parties[p].name) : "nobody";
  }
  std::string operator()(lupaus::part_id p) const {
    if (!p) return "no part";
    return p == lupaus::whole ? "the whole" : (*this)(m_.parts[p].name);
  }
  std::string operator()(lupaus::event_id e) const {
    using lupaus::event_kind;
    auto const& x = m_.events[e];
    if (x.kind == event_kind::reported) return "report of " + (*this)(x.subject);
    if (x.kind == event_kind::timed_out)
      return "time " + std::to_string(x.within.a) + " since " + (*this)(x.since) +
             (x.subject ? " without " + (*this)(x.subject) : "");
    constexpr char const* kinds[] = {
        "ordered",    "started",  "completed",  "failed",    "late",      "step",     "?",
        "possession", "reported", "cancelling", "replacing", "cancelled", "refunded", "kept"};
    auto const has_name = x.kind == event_kind::failed || x.kind == event_kind::step;
    return std::string{kinds[static_cast<std::size_t>(x.kind)]} +
           (has_name ? " " + (*this)(x.name) : "") + " of " + (*this)(x.of);
  }
  std::string operator()(lupaus::element e) const {
    using lupaus::element_kind;
    switch (e.kind) {
      case element_kind::party: return (*this)(static_cast<lupaus::party_id>(e));
      case element_kind::part: return (*this)(static_cast<lupaus::part_id>(e));
      case element_kind::event: return (*this)(static_cast<lupaus::event_id>(e));
      case element_kind::claim: return "claim #" + std::to_string(d_.claims.at(e.index).tag);
      case element_kind::rule: return "rule #" + std::to_string(d_.rules.at(e.index).tag);
      case element_kind::commitment:
        return "commitment #" + std::to_string(d_.commitments.at(e.index).tag);
      case element_kind::capability:
        return (*this)(m_.capabilities[static_cast<lupaus::capability_id>(e)].name);
      case element_kind::nothing: return "-";
      default: return "?";
    }
  }
  std::string operator()(verdict const& v) const {
    auto text = v.gap + " at " + (*this)(v.where) + ", " + (*this)(v.other);
    if (v.late_by != 0) text += ", late by " + std::to_string(v.late_by) + " s";
    if (v.part) text += ", on " + (*this)(v.part);
    if (v.performing) text += ", of " + (*this)(v.performing);
    std::set<std::string> names;
    for (auto const& e : v.listed) names.insert((*this)(e));
    for (auto const& n : names) text += (n == *names.begin() ? ": " : ", ") + n;
    return text;
  }
  std::string operator()(lupaus::finding const& f) const { return (*this)(to_verdict(m_, f)); }

 private:
  lupaus::model_view const& m_;
  description const& d_;
  renaming names_;
};

/// Two lists of verdicts must be the same; says what only one of them has.
inline std::string difference(std::multiset<std::string> const& found,
                              std::multiset<std::string> const& expected) {
  std::string text;
  for (auto const& x : found)
    if (found.count(x) > expected.count(x)) text += "  found, not expected: " + x + "\n";
  for (auto const& x : expected)
    if (expected.count(x) > found.count(x)) text += "  expected, not found: " + x + "\n";
  return text;
}

}  // namespace proof
