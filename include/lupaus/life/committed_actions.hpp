// SPDX-License-Identifier: BSL-1.0
//
// Whether the debtor of a rule has committed to what the rule asks of it: by a commitment, or by
// cover for what is lost with the part.
#pragma once

#include "lupaus/detail/bit_set.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/life/contracted_firms.hpp"
#include "lupaus/life/kinds_of_commitment.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0::detail {

/// What a rule calls for: anything, for the events of the order; else work on a part.
struct called_for {
  bool is_anything = false;
  part_id object = {};
};

constexpr called_for called_for_by(model_view const& m, rule const& r) {
  auto const trigger = m.events[r.on].kind == event_kind::reported ? m.events[r.on].subject : r.on;
  return {is_of_order(m.events[trigger].kind) && !r.object,
          r.object ? r.object : m.events[trigger].of};
}

/// True when the rule gives the customer money back, at once or with the order. That is no
/// work: to have promised work to a firm is no promise to pay her.
constexpr bool pays_her_back(model_view const& m, rule const& r) {
  return r.creditor == m.customer &&
         (r.action == action_kind::refund || r.action == action_kind::reduce_price ||
          r.action == action_kind::accept);
}

/// True when the commitment is to the customer or to a firm under the seller's contracts. A price
/// makes its debtor no debtor of anything else.
constexpr bool can_be_counted_on(model_view const& m, contracted_firms const& chain,
                                 commitment const& c) {
  return !c.overrides && !is_debt_of_money(c) &&
         (c.creditor == m.customer || chain.contains(c.creditor));
}

/// True when the commitment, which stands on the part or on what holds it, is to work on it.
constexpr bool is_for(model_view const& m, commitment const& c, part_id object) {
  if (!c.brings_about) return true;
  auto const& e = m.events[c.brings_about];
  return e.kind == event_kind::completed && e.of == object;
}

/// True when the debtor of the rule has promised its creditor to make good what is lost when the
/// rule fires. O(risks), and O(model) where there is such a promise.
constexpr bool covers_loss(model_view const& m, rule const& r) {
  auto const failure = cause_of(m, r.on);
  auto const part = m.events[failure].of;
  for (auto const& x : m.risks) {
    if (!x.covers || !same_firm(m, x.bearer, r.debtor) || !same_firm(m, x.covers, r.creditor))
      continue;
    auto const good = m.parts[part].carries;
    if (!is_within(m, part, x.of) && !(good && is_within(m, good, x.of))) continue;
    rule stretch;
    stretch.since = x.from == ordering ? event_id{} : x.from;
    stretch.until = x.until;
    situations const s{m};
    flags covered{s.size()};
    s.find_scope(stretch, covered);
    if (covered[s.of(failure)]) return true;
  }
  return false;
}

/// True when the debtor of the rule has committed to what it owes: on the object of the rule, else
/// on the part of its trigger, to the customer or, but for her money, to a firm under the seller's
/// contracts. For the events of the order any such commitment will do. O(parties + commitments),
/// and as `covers_loss`.
constexpr bool has_committed(model_view const& m, rule const& r) {
  if (covers_loss(m, r)) return true;
  auto const wanted = called_for_by(m, r);
  contracted_firms const chain{m};
  for (auto const& c : m.commitments) {
    if (!same_firm(m, c.debtor, r.debtor) || !can_be_counted_on(m, chain, c)) continue;
    if (pays_her_back(m, r) && c.creditor != m.customer) continue;
    if (wanted.is_anything) return true;
    if (is_within(m, wanted.object, c.about) && is_for(m, c, wanted.object)) return true;
  }
  return false;
}

/// True when the remedy is owed by somebody who has not committed to it: nobody can count on it.
constexpr bool is_owed_in_vain(model_view const& m, rule const& r) {
  return !is_sellers(m, r.debtor) && !has_committed(m, r);
}

/// Who but the seller has committed to what, as far as it can be counted on, of the commitments
/// that are asked for. O(parts + parties + commitments) to make.
class kept_promises {
  // First in the class, because clang 14 can evaluate only the member templates that it has seen.
  template <class Is, class F>
  constexpr void for_each(Is const& is, contracted_firms const& chain, bool by_completing,
                          F&& f) const {
    auto const& m = *m_;
    for (auto const& c : m.commitments) {
      if (static_cast<bool>(c.brings_about) != by_completing || is_sellers(m, c.debtor) || !is(c) ||
          !can_be_counted_on(m, chain, c))
        continue;
      auto const p = by_completing ? m.events[c.brings_about].of : c.about;
      if (!by_completing || (is_within(m, p, c.about) && is_for(m, c, p)))
        f(p, firm_of(m, c.debtor));
    }
  }

 public:
  template <class Is>
  constexpr kept_promises(model_view const& m, contracted_firms const& chain, Is const& is)
      : m_{&m},
        commits_{m.parties.size()},
        work_{m.parts.size(), m.parties.size(), [&](auto&& f) { for_each(is, chain, false, f); }},
        completion_{m.parts.size(), m.parties.size(),
                    [&](auto&& f) { for_each(is, chain, true, f); }} {
    for (auto const& c : m.commitments)
      if (!is_sellers(m, c.debtor) && is(c) && can_be_counted_on(m, chain, c))
        commits_[firm_of(m, c.debtor).index()] = true;
  }
  constexpr bool contain(called_for const& wanted, party_id debtor) const {
    if (wanted.is_anything) return commits_[debtor.index()];
    if (completion_.contains(wanted.object, debtor)) return true;
    for (auto p = wanted.object; p; p = outer_of(*m_, p))
      if (work_.contains(p, debtor)) return true;
    return false;
  }

 private:
  model_view const* m_;
  flags commits_;                           // to anything
  pair_set<part_id, party_id> work_;        // on a part and all that it holds
  pair_set<part_id, party_id> completion_;  // of just that part
};

/// Which rules are owed by somebody who has not committed to them, all at once. O(rules), and where
/// some rule is not the seller's O(parts + parties + commitments), and for each such rule as
/// `pair_set` for the part and for what holds it.
class rules_in_vain {
 public:
  constexpr explicit rules_in_vain(model_view const& m) : in_vain_{m.rules.size()} {
    auto some = false;
    for (auto const& r : m.rules) some = some || !is_sellers(m, r.debtor);
    if (some) find(m);
  }
  constexpr bool contain(rule_id i) const { return in_vain_[i.index()]; }

 private:
  constexpr void find(model_view const& m) {
    contracted_firms const chain{m};
    kept_promises const to_any{m, chain, [](commitment const&) { return true; }};
    kept_promises const to_her{m, chain,
                               [&](commitment const& c) { return c.creditor == m.customer; }};
    for (auto i : m.rules.ids()) {
      auto const& r = m.rules[i];
      if (is_sellers(m, r.debtor)) continue;
      auto const& promises = pays_her_back(m, r) ? to_her : to_any;
      in_vain_[i.index()] =
          !promises.contain(called_for_by(m, r), firm_of(m, r.debtor)) && !covers_loss(m, r);
    }
  }

  flags in_vain_;
};

}  // namespace lupaus::inline v0::detail
