// SPDX-License-Identifier: BSL-1.0
//
// What Boost.Graph's algorithms tell of a promise is what the validator finds: two engines, no line
// of which is the same, on random promises that are right in nothing.
#include "lupaus/check/analysis/schedule.hpp"
#include "lupaus/graph.hpp"
#include "lupaus/life/dependable/assurance_of.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/validate.hpp"
#include "support/runs.hpp"
#include "support/teller.hpp"
#include "support/wild_model.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace lupaus;

namespace {

/// The findings of one gap, those too that follow from another.
std::vector<finding> found_by_validator(model const& m, std::string_view id) {
  auto const r = validate(m);
  std::vector<finding> found;
  auto const add = [&](finding const& f) {
    if (f.what->id == id) found.push_back(f);
  };
  for (std::size_t i = 0; i < r.size(); ++i) {
    add(r[i]);
    for (auto const& c : r.consequences(i)) add(c);
  }
  return found;
}

std::string text_of(model_view const& m, std::set<std::vector<element>> const& all) {
  std::string text;
  for (auto const& row : all) {
    text += "  ";
    for (auto const& e : row) text += (e ? describe(m, e) : std::string{"-"}) + "; ";
    text += '\n';
  }
  return text.empty() ? "  nothing\n" : text;
}

std::string difference(model_view const& m, std::set<std::vector<element>> const& by_validator,
                       std::set<std::vector<element>> const& by_graph) {
  if (by_validator == by_graph) return {};
  return "the validator finds\n" + text_of(m, by_validator) + "the graph\n" + text_of(m, by_graph);
}

/// How often what is compared was there to be found.
std::map<std::string, std::size_t> seen;

/// As the validator reads terms.
bool is_kept_in_time(model const& m, term const& kept, term const& wanted) {
  if (entails(kept, wanted)) return true;
  auto const is_length_of_time = [](term const& t) {
    return t.quality && t.quality->name == deadline::name && is_length(t.limit);
  };
  if (!is_length_of_time(kept) || !is_length_of_time(wanted)) return false;
  auto const start = assurance_of(m, kept.anchor ? kept.anchor : ordering,
                                  wanted.anchor ? wanted.anchor : ordering);
  return start.is_assured && start.within.is_known &&
         overrun(start.within.length + length_of(kept.limit), length_of(wanted.limit)) == 0;
}

std::string weakest_links(model const& m, term_relation const& keeps) {
  std::set<std::vector<element>> by_validator, by_graph;
  for (auto const& f : found_by_validator(m, "weaker-subcontract"))
    by_validator.insert({f.where, f.other, f.part});
  std::set<commitment_id> known;  // the validator names the first part alone
  for (auto const& w : find_weakest_links(m, keeps)) {
    if (known.insert(w.committed).second) by_graph.insert({w.committed, w.link, w.part});
    // A chain, from the seller to the performer, over the link.
    auto at = m->seller;
    auto has_link = false;
    for (auto const i : w.chain) {
      if (firm_of(m, m->commitments[i].creditor) != at) return "the chain is torn";
      at = firm_of(m, m->commitments[i].debtor);
      has_link = has_link || i == w.link;
    }
    if (!has_link || at != firm_of(m, m->parts[w.part].performer)) return "that is no chain";
  }
  seen["weakest links"] += by_graph.size();
  return difference(m, by_validator, by_graph);
}
std::string weakest_links_in_time(model const& m) {
  return weakest_links(
      m, [&](term const& kept, term const& wanted) { return is_kept_in_time(m, kept, wanted); });
}
/// Where all terms count from the order, no relation is needed.
std::string weakest_links_from_the_order(model const& m) {
  for (auto const& c : m->commitments)
    if (c.consequent.anchor && c.consequent.anchor != ordering) return {};
  return weakest_links(m, {});
}

std::string her_in_the_middle(model const& m) {
  auto const firm = [&](element e) -> element {
    return e.kind == element_kind::party ? element{firm_of(m, static_cast<party_id>(e))} : e;
  };
  std::set<std::vector<element>> by_validator, by_graph;
  for (auto const& f : found_by_validator(m, "customer-in-the-middle"))
    by_validator.insert({firm(f.where), firm(f.other)});
  for (auto const& p : find_parties_in_the_middle(m)) {
    seen[p.who == m->customer ? "her in the middle" : "others in the middle"] += 1;
    if (p.who != m->customer) continue;
    if (p.before)
      by_graph.insert({p.before, p.after});
    else
      by_graph.insert({p.giver, p.taker});
  }
  return difference(m, by_validator, by_graph);
}

std::string rings(model const& m) {
  auto const r = validate(m);
  std::set<std::vector<element>> by_validator, by_graph;
  for (auto const& f : found_by_validator(m, "cyclic-delegation")) {
    std::vector<element> row{f.part};
    for (auto const& e : r.evidence(f))  // the firms, then the contracts
      row.push_back(e);
    by_validator.insert(row);
  }
  for (auto const& ring : find_delegation_rings(m)) {
    std::vector<element> row{ring.part};
    row.insert(row.end(), ring.firms.begin(), ring.firms.end());
    row.insert(row.end(), ring.contracts.begin(), ring.contracts.end());
    by_graph.insert(row);
  }
  seen["rings"] += by_graph.size();
  return difference(m, by_validator, by_graph);
}

/// When the whole promise is later than some claim of it, which speaks of hours from the order.
std::optional<seconds_t> lateness_of(model const& m, claim const& c, span_of_time takes) {
  seconds_t late = 0;
  auto is_plain = c.about == whole;
  for_each_term(m, c, [&](term const& t) {
    if (!t.quality || t.quality->name != deadline::name) return;
    is_plain =
        is_plain && t.limit.kind == bound_kind::elapsed && (!t.anchor || t.anchor == ordering);
    if (is_plain) late = std::max(late, overrun(takes, length_of(t.limit)));
  });
  return is_plain ? std::optional{late} : std::nullopt;
}

std::string critical_paths(model const& m) {
  schedule const by_validator{m};
  auto const by_graph = find_critical_path(m);
  auto const total = by_validator.critical_path();
  if (by_graph.steps.empty() != (!by_graph.untimed.empty() || !by_graph.impossible.empty()))
    return "no path, and no reason why";
  if (total.is_known == by_graph.steps.empty()) return "only one of them knows the path";

  std::set<part_id> knotted, known;
  for (auto const& f : found_by_validator(m, "impossible-order"))
    knotted.insert(static_cast<part_id>(f.where));
  for (auto const p : by_graph.impossible) known.insert(p);
  if (knotted.empty() != known.empty() ||
      !std::includes(known.begin(), known.end(), knotted.begin(), knotted.end()))
    return "they differ on what waits for each other";
  if (by_graph.steps.empty()) return {};

  if (worst_case(total.length) != worst_case(by_graph.length())) return "the lengths differ";
  auto ends = span_of_time{};
  for (auto const& s : by_graph.steps) {
    auto const& t = by_validator[s.part];
    if (!t.is_critical || !(t.ends.length == s.ends)) return "a part is not critical";
    if (worst_case(s.begins) != worst_case(ends)) return "there is a pause on the path";
    ends = s.ends;
  }
  seen["critical paths"] += 1;
  std::map<element, seconds_t> late_by;
  for (auto const& f : found_by_validator(m, "late-by-design")) late_by[f.where] = f.late_by;
  for (auto i : m->claims.ids())
    if (auto const late = lateness_of(m, m->claims[i], by_graph.length())) {
      if (late_by[i] != *late) return "a claim of the whole is late by another time";
      seen["claims that are late"] += *late > 0;
    }
  return {};
}

template <class Compare>
void both_agree(std::size_t runs, Compare compare) {
  proof::hold_on_random(proof::runs(runs), proof::wild_promise, [&](proof::description const& d) {
    auto const m = proof::to_model(d);
    return m ? compare(*m) : std::string{};
  });
}

// How often, no fewer promises than all can tell.
void was_seen(std::string const& what, std::size_t least) {
  if (proof::runs(least) < least) return;
  BOOST_TEST_CONTEXT(what << ": " << seen[what]) BOOST_TEST(seen[what] >= least);
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_weakest_links_are_the_weaker_subcontracts) {
  both_agree(1'500, weakest_links_in_time);
  was_seen("weakest links", 100);
  seen.clear();
  both_agree(1'500, weakest_links_from_the_order);
  was_seen("weakest links", 10);
}

BOOST_AUTO_TEST_CASE(the_customer_is_in_the_middle_for_both) {
  both_agree(2'000, her_in_the_middle);
  was_seen("her in the middle", 20);
  was_seen("others in the middle", 20);
}

BOOST_AUTO_TEST_CASE(the_rings_are_the_cyclic_delegations) {
  both_agree(1'000, rings);
  was_seen("rings", 20);
}

BOOST_AUTO_TEST_CASE(the_critical_path_is_what_makes_a_claim_late) {
  both_agree(2'000, critical_paths);
  was_seen("critical paths", 20);
}
