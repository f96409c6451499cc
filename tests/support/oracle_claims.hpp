// SPDX-License-Identifier: BSL-1.0
//
// What is claimed and committed: too much, to nobody's measure, without mandate, against each
// other, by several at once.
#pragma once

#include "support/oracle_clauses.hpp"

#include <map>
#include <set>
#include <tuple>
#include <vector>

namespace proof {

/// overclaimed-term, unmeasurable-claim, unmandated-claim, conflicting-commitments,
/// split-accountability.
class oracle_claims : public oracle_clauses {
 public:
  using oracle_clauses::oracle_clauses;
  using quality = lupaus::quality_type const*;

  std::vector<lupaus::term> terms_of(lupaus::claim const& c) const {
    std::vector<lupaus::term> all;
    for (std::size_t k = 0; k < c.terms; ++k)
      all.push_back(m_.terms[lupaus::term_id{c.first_term.index() + k}]);
    return all;
  }

  void claims(set<verdict>& all) const {
    for (auto i : m_.claims.ids()) {
      auto const& c = m_.claims[i];
      if (c.terms == 0) all.insert({"unmeasurable-claim", i, c.claimant});
      if (!m_.parties[c.claimant].has_mandate) all.insert({"unmandated-claim", i, c.claimant});
      lupaus::seconds_t late_by = -1;
      for (auto const& t : terms_of(c)) late_by = std::max(late_by, overclaimed(t, c.about));
      if (late_by >= 0) all.insert({"overclaimed-term", i, c.claimant, late_by});
    }
  }
  /// By how much the term goes beyond the strongest that stands behind it; -1 when it does not, or
  /// when nothing stands behind it at all.
  lupaus::seconds_t overclaimed(lupaus::term const& t, part_id about) const {
    auto is_backed = false;
    std::optional<lupaus::seconds_t> late_by;
    for (auto const& x : m_.commitments) {
      if (!is_sellers_to_her(x) || x.consequent.quality != t.quality) continue;
      if (t.quality->covers_parts ? !within(about, x.about) : about != x.about) continue;
      if (entails(x.consequent, t)) return -1;
      is_backed = true;
      auto const given = length(x.consequent.limit), said = length(t.limit);
      // To cancel, longer is better: nothing is late when it is shorter.
      if (given && said && x.consequent.anchor == t.anchor &&
          t.quality != &lupaus::quality_of<lupaus::cancellable>)
        late_by = std::min(late_by.value_or(overrun(*given, *said)), overrun(*given, *said));
    }
    return is_backed ? late_by.value_or(0) : -1;
  }

  // ---- conflicting-commitments -----------------------------------------------------------------

  bool can_be_reached(event_id from, event_id to) const {
    auto const after = reachable(standing_for(from), {});
    for (auto const& n : standing_for(to))
      if (after.contains(n)) return true;
    return false;
  }
  situations standing_for(event_id e) const {
    situations all;
    for (auto n : meant(happening(e))) all.insert(n);
    return all;
  }
  bool can_be_due_together(commitment const& a, commitment const& b) const {
    auto const x = a.antecedent, y = b.antecedent;
    return !x || !y || x == y || m_.events[x].of != m_.events[y].of || can_be_reached(x, y) ||
           can_be_reached(y, x);
  }
  void conflicts(set<verdict>& all) const {
    set<std::tuple<party_id, part_id, quality, event_id>> known;
    for (auto i : m_.commitments.ids())
      for (auto k : m_.commitments.ids()) {
        auto const &a = m_.commitments[i], &b = m_.commitments[k];
        auto const q = a.consequent.quality;
        if (k <= i || is_incentive(a) || is_incentive(b) || !q || q != b.consequent.quality ||
            !q->compatible || q->compatible(a.consequent.limit, b.consequent.limit))
          continue;
        if (firm(a.debtor) == firm(b.debtor) && a.about == b.about &&
            a.brings_about == b.brings_about && a.on_request == b.on_request &&
            can_be_due_together(a, b) &&
            known.emplace(firm(a.debtor), a.about, q, a.brings_about).second)
          all.insert({"conflicting-commitments", i, k});
      }
    for (auto i : m_.commitments.ids())
      if (is_incentive(m_.commitments[i]) && !is_hers(m_.commitments[i]))
        if (auto const what = overridden(m_.commitments[i]))
          all.insert({"conflicting-commitments", i, what});
  }
  /// The first claim, or else the first commitment, that an incentive can override.
  element overridden(commitment const& incentive) const {
    auto const q = incentive.overrides;
    auto const is_near = [&](part_id x) {
      return x == incentive.about ||
             (q->covers_parts && (within(x, incentive.about) || within(incentive.about, x)));
    };
    for (auto i : m_.claims.ids())
      for (auto const& t : terms_of(m_.claims[i]))
        if (t.quality == q && is_near(m_.claims[i].about)) return i;
    for (auto i : m_.commitments.ids()) {
      auto const& c = m_.commitments[i];
      if (!is_incentive(c) && c.consequent.quality == q && is_near(c.about)) return i;
    }
    return {};
  }

  // ---- split-accountability --------------------------------------------------------------------

  void splits(set<verdict>& all) const {
    auto const single = &lupaus::quality_of<lupaus::one_contact>;
    std::vector<commitment_id> hers;
    for (auto i : m_.commitments.ids()) {
      auto const& c = m_.commitments[i];
      if (is_hers(c) && !is_incentive(c) && c.consequent.quality && c.debtor != m_.customer)
        hers.push_back(i);
    }
    std::map<std::pair<part_id, quality>, verdict> of_both;
    for (auto i : hers)
      for (auto k : hers) {
        auto const &a = m_.commitments[i], &b = m_.commitments[k];
        auto const q = a.consequent.quality;
        if (k <= i || firm(a.debtor) == firm(b.debtor) || q != b.consequent.quality) continue;
        auto const inner = within(a.about, b.about) ? a.about : b.about;
        auto const nested = within(a.about, b.about) || within(b.about, a.about);
        if (a.about != b.about && !(q->covers_parts && nested)) continue;
        verdict v{"split-accountability", i, k};
        v.part = inner;
        of_both.emplace(std::pair{inner, q}, v);
      }
    for (auto const& [key, v] : of_both) all.insert(v);
    for (auto i : hers)
      for (auto k : hers) {
        auto const &a = m_.commitments[i], &b = m_.commitments[k];
        if (a.consequent.quality != single || b.consequent.quality == single ||
            firm(a.debtor) == firm(b.debtor))
          continue;
        if (!within(a.about, b.about) && !within(b.about, a.about)) continue;
        all.insert({"split-accountability", i, k});
        break;
      }
  }
};

}  // namespace proof
