// SPDX-License-Identifier: BSL-1.0
//
// What the library found, in a form that can be compared: with the oracle's verdicts, and by names
// between two models that tell of the same promise in other words.
#pragma once

#include "lupaus/validate.hpp"
#include "support/description.hpp"
#include "support/oracle.hpp"

#include <map>
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

/// The situations, or the parties, that a finding tells of in its evidence.
inline std::set<lupaus::element> listed_by(lupaus::model_view const& m, lupaus::finding const& f) {
  std::set<lupaus::element> listed;
  auto const is_silence = f.what->id == "silent-failure";
  if (!is_silence && f.what->id != "no-exit" && f.what->id != "misapplied-rule") return listed;
  for (auto const& e : f.what->explain(m, f).evidence)
    if (is_silence ? e.kind == lupaus::element_kind::party
                   : e.kind == lupaus::element_kind::event || e.kind == lupaus::element_kind::part)
      listed.insert(e);
  // A finding that stands on a part begins with it; as a situation it means "before the part".
  if (f.what->id == "no-exit" && f.where.kind == lupaus::element_kind::part) {
    auto const evidence = f.what->explain(m, f).evidence;
    auto times = 0;
    for (auto const& e : evidence) times += e == f.where;
    if (times == 1) listed.erase(f.where);
  }
  return listed;
}

inline verdict to_verdict(lupaus::model_view const& m, lupaus::finding const& f) {
  verdict v{std::string{f.what->id}, f.where, f.other, f.late_by, listed_by(m, f)};
  if (!v.listed.empty()) v.other = {};  // it is the first of them, whichever that is
  return v;
}

// ---- in words ----------------------------------------------------------------------------------

/// New names for old ones; a name that is not there stays as it is.
using renaming = std::map<std::string, std::string>;

/// Names that do not change when a description is told in another order. Claims and rules have none
/// in the model, so they go by their tags.
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
    constexpr char const* kinds[] = {
        "ordered",  "started",    "completed", "failed",    "late",     "step", "possession",
        "reported", "cancelling", "replacing", "cancelled", "refunded", "kept"};
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
