// SPDX-License-Identifier: BSL-1.0
//
// The same promise told in other words has the same gaps: whatever its elements are called, in
// whatever order its clauses are told, and whatever else is sold beside it.
#include "support/chooser.hpp"
#include "support/findings.hpp"
#include "support/random_model.hpp"
#include "support/retold.hpp"
#include "support/runs.hpp"
#include "support/teller.hpp"
#include "support/wild_model.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace {

using proof::chooser, proof::description, proof::namer, proof::renaming, proof::shape;

/// Sound promises and wild ones in turn.
description any_promise(std::uint64_t seed) {
  return seed % 3 == 0 ? proof::sound_promise(seed) : proof::wild_promise(seed);
}

/// What a finding stands on, without the choice of one among several that any order would serve:
/// the first of a ring, of two that conflict, of the rules for a failure.
std::string standing(namer const& say, lupaus::model_view const& m, proof::verdict v) {
  auto const commitment = [&](lupaus::element e) {
    return m.commitments[static_cast<lupaus::commitment_id>(e)];
  };
  auto const owed = [&](lupaus::element e) {
    auto const& c = commitment(e);
    auto const q = c.consequent.quality;
    return say(firm_of(m, c.debtor)) + " on " + say(c.about) + " " +
           (q ? std::string{q->name} : "");
  };
  std::string text;
  if (v.gap == "cyclic-delegation" || v.gap == "impossible-order" || v.gap == "circular-wait" ||
      v.gap == "uninsured-leg" || v.gap == "missing-recourse" || v.gap == "missing-enabler" ||
      v.gap == "late-remedy" || v.gap == "late-by-design" || v.gap == "broken-by-rule")
    v.other = {};
  if (v.gap == "rival-rules") v.where = v.other = {};
  if (v.gap == "cyclic-delegation" || v.gap == "impossible-order" || v.gap == "circular-wait")
    v.where = {};
  if (v.gap == "uninsured-leg" && v.performing != m.customer) v.performing = {};
  auto const is_of_duties =
      v.gap == "conflicting-commitments" && v.where.kind == lupaus::element_kind::commitment;
  if (is_of_duties && commitment(v.where).overrides) v.other = {};
  if ((is_of_duties && !commitment(v.where).overrides) ||
      (v.gap == "split-accountability" && v.part)) {
    text = v.gap == "conflicting-commitments" ? owed(v.where) : std::string{};
    v.where = v.other = {};
  }
  if (v.gap == "split-accountability" || v.gap == "weaker-subcontract") v.other = {};
  if (v.gap == "weaker-subcontract" || v.gap == "surviving-subcontract") {
    text = owed(v.where);
    v.where = v.other = {};
    v.part = {};
  }
  return say(v) + text;
}

/// All that is said of every finding, by names.
std::multiset<std::string> findings_of(lupaus::model const& m, description const& d,
                                       renaming const& names = {}) {
  namer const say{m, d, names};
  std::multiset<std::string> all;
  for (auto const& f : proof::raw_findings(m)) {
    auto const v = proof::to_verdict(m, f);
    auto text = standing(say, m, v);
    // Of a ring, a stretch or a chain it may be any part and party on it that is told.
    if (v.listed.empty() && v.gap != "weaker-subcontract" && v.gap != "surviving-subcontract" &&
        v.gap != "split-accountability" && v.gap != "conflicting-commitments" &&
        v.gap != "missing-enabler" && v.gap != "missing-recourse")
      text += " (" + say(f.part) + ", " + say(f.accountable) + ", " +
              say(firm_of(m, f.performing)) + ")";
    all.insert(text);
  }
  return all;
}

// ---- other names -------------------------------------------------------------------------------

std::string renamed_differently(description const& d) {
  auto const m = proof::to_model(d);
  if (!m) return {};
  renaming names;
  auto const other = renamed(d, names);
  auto const n = proof::to_model(other);
  if (!n) return "it does not build under other names:\n" + proof::faults_of(other);
  return proof::difference(findings_of(*n, other), findings_of(*m, d, names));
}

// ---- another order -----------------------------------------------------------------------------

/// Shuffles a list, but leaves those that `keeps` holds for in their order.
template <class T, class Keeps>
void shuffle_but(chooser& r, std::vector<T>& list, Keeps keeps) {
  std::vector<T> fixed;
  std::copy_if(list.begin(), list.end(), std::back_inserter(fixed), keeps);
  r.shuffle(list);
  auto next = fixed.begin();
  for (auto& x : list)
    if (keeps(x)) x = *next++;
}

description reordered(description d) {
  chooser r{d.seed};
  // Where several could do the work, the first contract told is followed; and where several rules
  // refuse, the first is blamed. That order means something.
  auto const is_contract = [customer = d.customer](proof::commitment_says const& c) {
    return c.creditor != customer;
  };
  auto const refuses = [](proof::rule_says const& x) {
    return x.action == lupaus::action_kind::refuse;
  };
  shuffle_but(r, d.commitments, is_contract);
  shuffle_but(r, d.rules, refuses);
  for (auto& x : d.rules) r.shuffle(x.presumes);
  for (auto& c : d.claims) r.shuffle(c.terms);
  for (auto& c : d.commitments) r.shuffle(c.rests_on);
  r.shuffle(d.change_notices), r.shuffle(d.part_needs), r.shuffle(d.party_needs);
  r.shuffle(d.provides);
  shuffle_tables(r, d);
  return d;
}

std::string reordered_differently(description const& d) {
  auto const m = proof::to_model(d);
  if (!m) return {};
  auto const other = reordered(d);
  auto const n = proof::to_model(other);
  if (!n) return "it does not build in another order:\n" + proof::faults_of(other);
  auto const text = proof::difference(findings_of(*n, other), findings_of(*m, d));
  return text.empty() ? text : "told in another order:\n" + to_string(other) + text;
}

// ---- since the order ---------------------------------------------------------------------------

std::string since_the_order_matters(description const& d) {
  auto const m = proof::to_model(d);
  if (!m) return {};
  auto other = d;
  for (auto& r : other.rules)
    if (!r.since) r.since = proof::of_order(lupaus::event_kind::ordered);
  auto const n = proof::to_model(other);
  if (!n) return "it does not build with rules since the order:\n" + proof::faults_of(other);
  return proof::difference(findings_of(*n, other), findings_of(*m, d));
}

// ---- something beside it -----------------------------------------------------------------------

description with_a_spare_part(description d, bool may_fail) {
  shape all{{}, false, {std::move(d.product.front()), {"spare"}}};
  d.product = {std::move(all)};
  d.parts.push_back({"spare", false});
  d.parties.push_back({"helper", false});
  d.commitments.push_back({"helper", d.seller, "spare"});
  d.abilities.push_back({"helper", "spare", proof::minutes(0)});
  // What is promised of the whole is promised of it, too, and its contract stands behind that.
  for (auto const& c : std::vector{d.commitments})
    if (c.creditor == d.customer && c.about.empty() && !c.term.empty()) {
      auto term = c.term;
      if (term[0].quality == proof::quality_name::deadline) term[0].anchor = {};
      if (!term[0].anchor) d.commitments.push_back({"helper", d.seller, "spare", term});
    }
  using lupaus::event_kind;
  for (auto when : {event_kind::kept, event_kind::cancelled, event_kind::refunded})
    d.ends.push_back({"helper", d.seller, when, proof::hours(4)});
  if (!may_fail) return d;
  proof::event_says const failure{"spare", "broken", lupaus::event_kind::failed};
  d.events.push_back(failure);
  d.rules.push_back({0, failure.said(), d.seller, d.customer, lupaus::action_kind::refund});
  d.recourses.push_back({"helper", d.seller, failure.said(), proof::minutes(0)});
  d.notices.push_back({"helper", d.customer, failure.said(), proof::hours(1)});
  d.notices.push_back({"helper", d.seller, failure.said(), proof::hours(1)});
  return d;
}

/// The findings without the situations of the spare part, in which some rules hold as elsewhere.
std::multiset<std::string> findings_beside_spare(lupaus::model const& m, description const& d) {
  std::multiset<std::string> all;
  namer const say{m, d};
  auto is_contracted = false;
  for (auto const& c : d.commitments)
    is_contracted = is_contracted || (c.about.empty() && c.creditor != d.customer);
  for (auto const& f : proof::raw_findings(m)) {
    auto v = proof::to_verdict(m, f);
    auto const listed_any = !v.listed.empty();
    // Who is to see to all of it has the spare part to see to, and may pass it on in a ring.
    auto const is_of_end = v.gap == "uninformed-party" && say(v.where).ends_with(" of the whole");
    if (is_contracted && (v.gap == "cyclic-delegation" || is_of_end)) continue;
    if (v.gap == "unperformed-commitment" && say(v.where) == "spare") continue;  // it rests on all
    std::erase_if(v.listed, [&](lupaus::element e) {
      auto const name = say(e);
      return name == "spare" || name.ends_with(" of spare");
    });
    if (!listed_any || !v.listed.empty()) all.insert(say(v));
  }
  return all;
}

std::string spare_part_changes(description const& d) {
  auto const m = proof::to_model(d);
  if (!m) return {};
  // Money back for a part is money back for all only while there is no other part.
  for (auto const& r : d.rules)
    if (r.action == lupaus::action_kind::refund && !r.object.empty()) return {};
  // In a sound promise the spare part may even fail, for it is provided for.
  auto const other = with_a_spare_part(d, proof::raw_findings(*m).empty());
  auto const n = proof::to_model(other);
  if (!n) return "it does not build with a spare part:\n" + proof::faults_of(other);
  return proof::difference(findings_beside_spare(*n, other), findings_beside_spare(*m, d));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(what_changes_no_finding)

BOOST_AUTO_TEST_CASE(other_names) {
  proof::hold_on_random(proof::runs(1000), any_promise, renamed_differently);
}

BOOST_AUTO_TEST_CASE(another_order_of_telling) {
  proof::hold_on_random(proof::runs(1000), any_promise, reordered_differently);
}

BOOST_AUTO_TEST_CASE(rules_that_hold_since_the_order) {
  proof::hold_on_random(proof::runs(1000), any_promise, since_the_order_matters);
}

BOOST_AUTO_TEST_CASE(an_unrelated_part_with_its_performer) {
  proof::hold_on_random(proof::runs(1000), any_promise, spare_part_changes);
}

BOOST_AUTO_TEST_SUITE_END()
