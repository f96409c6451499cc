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
      if (!m_.parties[c.claimant].has_mandate && !is_its_own_word(c))
        all.insert({"unmandated-claim", i, c.claimant});
      lupaus::seconds_t late_by = -1;
      for (auto const& t : terms_of(c)) late_by = std::max(late_by, overclaimed(t, c));
      if (late_by >= 0) all.insert({"overclaimed-term", i, c.claimant, late_by});
    }
  }
  /// The claimant owes her itself what it claims, of each quality.
  bool is_its_own_word(lupaus::claim const& c) const {
    std::size_t owed = 0;
    for (auto const& t : terms_of(c)) {
      auto is_owed = false;
      for (auto const& x : m_.commitments)
        is_owed = is_owed || (x.debtor == c.claimant && is_hers(x) && !is_incentive(x) &&
                              x.consequent.quality == t.quality && stands_for(x, c.about));
      owed += is_owed;
    }
    return c.terms > 0 && owed == c.terms;
  }
  bool stands_for(commitment const& x, part_id about) const {
    return x.consequent.quality->covers_parts ? within(about, x.about) : about == x.about;
  }
  /// By how much the term goes beyond the strongest that stands behind it; -1 when it does not, or
  /// when nothing stands behind it at all.
  lupaus::seconds_t overclaimed(lupaus::term const& said, lupaus::claim const& claim) const {
    auto const t = by_one_name(said);
    auto is_backed = false;
    std::optional<lupaus::seconds_t> late_by;
    for (auto const& x : m_.commitments) {
      auto const is_own = is_hers(x) && !is_incentive(x) && x.debtor == claim.claimant;
      if (!(is_sellers_to_her(x) || is_own) || x.consequent.quality != t.quality) continue;
      if (!stands_for(x, claim.about)) continue;
      if (entails(by_one_name(x.consequent), t)) return -1;
      is_backed = true;
      auto const given = length(x.consequent.limit), asked = length(t.limit);
      // To cancel, longer is better: nothing is late when it is shorter.
      if (given && asked && one_name(x.consequent.anchor) == t.anchor &&
          t.quality != &lupaus::quality_of<lupaus::cancellable>)
        late_by = std::min(late_by.value_or(overrun(*given, *asked)), overrun(*given, *asked));
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
    shared_losses(all);
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
  // ---- two who bear one loss -------------------------------------------------------------------

  situations stretch_of(lupaus::risk const& r) const {
    lupaus::rule as_a_rule;
    as_a_rule.since = r.from == lupaus::ordering ? event_id{} : r.from;
    as_a_rule.until = r.until;
    return scope(as_a_rule);
  }
  bool is_over(lupaus::risk const& r, event_id e) const {
    return r.until && (meant(r.until).contains(e) || is_past(r.until, e));
  }
  bool is_between(lupaus::risk const& cover, party_id a, party_id b) const {
    return (one_firm(cover.bearer, a) && one_firm(cover.covers, b)) ||
           (one_firm(cover.bearer, b) && one_firm(cover.covers, a));
  }
  /// Both bear it when the second begins to, and neither covers the other.
  bool is_borne_twice(part_id p, lupaus::risk const& a, lupaus::risk const& b) const {
    if (a.covers || b.covers || one_firm(a.bearer, b.bearer)) return false;
    if (!within(p, a.of) || !within(p, b.of) || (a.of != p && b.of != p)) return false;
    for (auto e : b.from ? meant(b.from) : set<event_id>{lupaus::ordering}) {
      if (m_.events[e].kind == kind::possession || !stretch_of(a).contains(e)) continue;
      auto is_covered = is_over(a, e) || is_over(b, e);
      for (auto const& c : m_.risks)
        is_covered = is_covered || (within(p, c.of) && is_between(c, a.bearer, b.bearer) &&
                                    stretch_of(c).contains(e));
      if (!is_covered) return true;
    }
    return false;
  }
  void shared_losses(set<verdict>& all) const {
    for (auto p : m_.parts.ids())
      for (auto const& a : m_.risks)
        for (auto const& b : m_.risks)
          if (is_borne_twice(p, a, b)) all.insert({"conflicting-commitments", p});
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
