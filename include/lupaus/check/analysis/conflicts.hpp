// SPDX-License-Identifier: BSL-1.0
//
// Commitments that pull against each other, that an incentive can override, and that two parties
// share: found for all of a model at once.
#pragma once

#include "lupaus/check/analysis/shared_duties.hpp"
#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/kept_sets.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/terms/qualities.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// Which conditions can hold in one order.
class joint_conditions {
 public:
  /// What it is given must outlive this.
  constexpr joint_conditions(model_view const& m, situations const& s)
      : m_{&m}, s_{&s}, later_{s.size()} {}

  /// They are not alternatives in the life of one part. A walk of the situations for each of them,
  /// once.
  constexpr bool can_meet(event_id a, event_id b) {
    if (!a || !b || a == b || m_->events[a].of != m_->events[b].of) return true;
    return leads(a, b) || leads(b, a);
  }

 private:
  constexpr void find_later(event_id from, flags& reached) const {
    s_->goes_on(s_->size());
    reached[s_->of(from)] = true;
    s_->spread(reached, [](std::size_t) { return true; });
  }
  constexpr bool leads(event_id from, event_id to) {
    if (later_.keep(s_->of(from), [&](flags& reached) { find_later(from, reached); }))
      return later_.contains(s_->of(from), s_->of(to));
    flags reached{s_->size()};
    find_later(from, reached);
    return reached[s_->of(to)];
  }

  model_view const* m_;
  situations const* s_;
  kept_sets later_;
};

/// True when the two are duties of one debtor for the same thing.
constexpr bool are_rivals(model_view const& m, commitment const& a, commitment const& b) {
  return !a.overrides && !b.overrides && a.about == b.about && a.on_request == b.on_request &&
         a.brings_about == b.brings_about && a.consequent.quality == b.consequent.quality &&
         a.consequent.quality && a.consequent.quality->compatible &&
         same_firm(m, a.debtor, b.debtor);
}

constexpr bool conflict(model_view const& m, joint_conditions& conditions, commitment const& a,
                        commitment const& b) {
  return are_rivals(m, a, b) &&
         !a.consequent.quality->compatible(a.consequent.limit, b.consequent.limit) &&
         conditions.can_meet(a.antecedent, b.antecedent);
}

/// True when what is said of a quality on one part is said of the other.
constexpr bool overlap(model_view const& m, quality_type const* q, part_id a, part_id b) {
  return a == b || (q->covers_parts && (is_within(m, a, b) || is_within(m, b, a)));
}

constexpr bool is_incentive(model_view const& m, commitment const& c) {
  return c.overrides && c.creditor != m.customer;
}

/// Calls `f(element)` for every claim, then every commitment, that the incentive can override.
template <class F>
constexpr void for_each_overridden(model_view const& m, commitment const& incentive, F&& f) {
  quality_ref const q = incentive.overrides;
  for (auto i : m.claims.ids()) {
    auto const& c = m.claims[i];
    auto has_quality = false;
    for_each_term(m, c, [&](term const& t) { has_quality |= t.quality == q; });
    if (has_quality && overlap(m, q, c.about, incentive.about)) f(element{i});
  }
  for (auto i : m.commitments.ids()) {
    auto const& c = m.commitments[i];
    if (!c.overrides && c.consequent.quality == q && overlap(m, q, c.about, incentive.about))
      f(element{i});
  }
}

/// True when the commitment makes its debtor accountable to the customer for a quality.
constexpr bool is_to_customer(model_view const& m, commitment const& c) {
  return c.creditor == m.customer && c.debtor != m.customer && !c.overrides && c.consequent.quality;
}

constexpr bool is_split(model_view const& m, commitment const& a, commitment const& b) {
  return is_to_customer(m, a) && is_to_customer(m, b) && !same_firm(m, a.debtor, b.debtor) &&
         a.consequent.quality == b.consequent.quality &&
         overlap(m, a.consequent.quality, a.about, b.about);
}

/// The other firm's commitment that a promise of a single contact stands beside.
constexpr bool is_second_contact(model_view const& m, commitment const& contact,
                                 commitment const& c) {
  return is_to_customer(m, c) && c.consequent.quality != &quality_of<one_contact> &&
         !same_firm(m, contact.debtor, c.debtor) &&
         (is_within(m, c.about, contact.about) || is_within(m, contact.about, c.about));
}

/// Calls `f(i, k)` for the commitments that are the first of their debtor to conflict with a later
/// one on that part, and the first of those. O(parts + commitments), and for each commitment of a
/// quality that says which of its bounds exclude each other those on the same part.
template <class F>
constexpr void for_each_conflict(model_view const& m, work_budget* work, F&& f) {
  auto const excludes = [](commitment const& c) {
    return c.consequent.quality && c.consequent.quality->compatible;
  };
  auto some_exclude = false;
  for (auto const& c : m.commitments) some_exclude = some_exclude || excludes(c);
  if (!some_exclude) return;
  situations const s{m, work};
  joint_conditions conditions{m, s};
  rows_by<part_id, commitment_id> const on{m.parts.size(), [&](auto&& add) {
                                             for (auto i : m.commitments.ids())
                                               if (excludes(m.commitments[i]))
                                                 add(m.commitments[i].about, i);
                                           }};
  flags has_conflict{m.commitments.size()};  // with a later one
  for (auto i : m.commitments.ids()) {
    auto const& c = m.commitments[i];
    if (!excludes(c)) continue;
    if (!s.goes_on(1 + on[c.about].size())) return;
    commitment_id other;
    auto is_first = true;
    for (auto const k : on[c.about]) {
      if (k < i && has_conflict[k.index()] && are_rivals(m, m.commitments[k], c)) is_first = false;
      if (!(i < k) || !conflict(m, conditions, c, m.commitments[k])) continue;
      other = k;
      break;
    }
    if (!other) continue;
    has_conflict[i.index()] = true;
    if (is_first) f(i, other);
  }
}

/// The first element that each incentive can override: as `for_each_overridden`, once for all of a
/// quality. O(parts + claims + commitments) for every quality that an incentive can override.
constexpr void find_overridden(model_view const& m, work_budget* work, scratch<element>& first) {
  flags is_done{m.commitments.size()};
  for (auto i : m.commitments.ids()) {
    if (is_done[i.index()] || !is_incentive(m, m.commitments[i])) continue;
    quality_ref const q = m.commitments[i].overrides;
    if (!goes_on(work, m.parts.size() + m.claims.size() + m.commitments.size())) return;
    firsts_by_part<element> known{m};
    auto const add = [&](part_id about, element e) {
      known.add(about, [&](element& x) { x = x ? x : e; });
    };
    for (auto k : m.claims.ids()) {
      auto has_quality = false;
      for_each_term(m, m.claims[k], [&](term const& t) { has_quality |= t.quality == q; });
      if (has_quality) add(m.claims[k].about, k);
    }
    for (auto k : m.commitments.ids()) {
      auto const& c = m.commitments[k];
      if (!c.overrides && c.consequent.quality == q) add(c.about, k);
    }
    for (auto k : m.commitments.ids()) {
      auto const& c = m.commitments[k];
      if (c.overrides != q || !is_incentive(m, c)) continue;
      is_done[k.index()] = true;
      auto& x = first[k.index()];
      // Claims come before commitments, each in their order: as kinds of elements do.
      auto const take = [&](element e) { x = !x || (e && e < x) ? e : x; };
      take(q->covers_parts ? known.inside(c.about) : known.on(c.about));
      if (q->covers_parts) known.for_each_around(c.about, take);
    }
  }
}

/// Calls `f(i, k, part)` for the first two commitments to the customer by different firms on each
/// part and quality, in their order. O(parts + depth · commitments) for every quality.
template <class F>
constexpr void for_each_split(model_view const& m, work_budget* work, F&& f) {
  struct split {
    commitment_pair of;
    part_id part;
  };
  growing<split> found;
  flags is_done{m.commitments.size()};
  scratch<first_of_firms, 64> on{m.parts.size()};
  for (auto i : m.commitments.ids()) {
    if (is_done[i.index()] || !is_to_customer(m, m.commitments[i])) continue;
    quality_ref const q = m.commitments[i].consequent.quality;
    if (!goes_on(work, 1 + m.commitments.size())) return;
    auto const for_each_alike = [&](auto&& g) {
      for (auto k = i.index(); k < m.commitments.size(); ++k) {
        auto const& c = m.commitments[commitment_id{k}];
        if (c.consequent.quality == q && is_to_customer(m, c)) g(commitment_id{k}, c.about);
      }
    };
    for_each_alike([&](commitment_id k, part_id p) {
      is_done[k.index()] = true;
      on[p.index()].add(m, k);
    });
    for_each_alike([&](commitment_id k, part_id p) {
      if (on[p.index()].first() != k) return;  // once a part
      first_of_firms around;
      for (auto outer = outer_of(m, p); outer && q->covers_parts; outer = outer_of(m, outer))
        around.add(m, on[outer.index()]);
      if (auto const two = first_split(m, on[p.index()], around)) found.push_back({two, p});
    });
    for_each_alike([&](commitment_id, part_id p) { on[p.index()] = {}; });
  }
  auto const n = m.commitments.size();
  rows_by_pair<commitment_id, commitment_id, part_id> const sorted{
      n, n, [&](auto&& add) {
        for (std::size_t i = 0; i < found.size(); ++i)
          add(found[i].of.a, found[i].of.b, found[i].part);
      }};
  for (auto i : m.commitments.ids())
    for (auto const& [a, b, part] : sorted[i]) f(a, b, part);
}

/// Calls `f(i, k)` for each promise of a single contact and the first other firm's commitment that
/// stands beside it. O(parts + depth · commitments).
template <class F>
constexpr void for_each_second_contact(model_view const& m, F&& f) {
  auto const is_contact = [&](commitment const& c) {
    return is_to_customer(m, c) && c.consequent.quality == &quality_of<one_contact>;
  };
  auto some = false;
  for (auto const& c : m.commitments) some = some || is_contact(c);
  if (!some) return;
  firsts_by_part<first_of_firms> others{m};
  for (auto k : m.commitments.ids())
    if (auto const& c = m.commitments[k]; is_to_customer(m, c) && !is_contact(c))
      others.add(c.about, [&](first_of_firms& x) { x.add(m, k); });
  for (auto i : m.commitments.ids()) {
    auto const& c = m.commitments[i];
    if (!is_contact(c)) continue;
    first_of_firms beside = others.inside(c.about);
    others.for_each_around(c.about, [&](first_of_firms const& x) { beside.add(m, x); });
    if (auto const k = beside.besides(m, firm_of(m, c.debtor))) f(i, k);
  }
}

}  // namespace lupaus::inline v0::detail
