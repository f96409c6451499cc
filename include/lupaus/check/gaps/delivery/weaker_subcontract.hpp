// SPDX-License-Identifier: BSL-1.0
//
// weaker-subcontract, fulfilment / delivery: the chain exists, and does not keep what the seller
// commits.
#pragma once

#include "lupaus/check/analysis/delegation.hpp"
#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gap_type.hpp"
#include "lupaus/check/sentences.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/sparse_set.hpp"
#include "lupaus/life/assurances.hpp"
#include "lupaus/life/leaf_parts.hpp"
#include "lupaus/life/precedes.hpp"
#include "lupaus/model/element_text.hpp"

#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// True when the commitment is the seller's to the customer and can be passed on.
constexpr bool is_sellers_work(model_view const& m, commitment const& c) {
  return c.creditor == m.customer && is_sellers(m, c.debtor) && is_work(c) &&
         c.consequent.quality && !c.brings_about;
}

/// A hop from firm to firm that does not keep what the seller commits.
struct weak_link {
  part_id part = {};
  commitment_id link = {};
  constexpr explicit operator bool() const { return static_cast<bool>(part); }
};

/// How what the seller commits is passed on, part by part. O(elements + situations) to make; a
/// question takes the time of the commitments on the part and on what holds it.
class chains {
  // First in the class, because clang 14 can evaluate only the member templates that it has seen.

  /// Calls `f(id, commitment)` for all that pass work on the part on.
  template <class F>
  constexpr void for_each_hop(part_id p, F const& f) const {
    for (auto about = p; about; about = m_->parts[about].within)
      for (auto const i : passed_on_[about])
        if (is_hop(*m_, m_->commitments[i], p)) f(i, m_->commitments[i]);
  }
  /// The firms that are reached from the seller over the hops for which `leads(commitment)`.
  template <class Leads>
  constexpr void find_reached(part_id p, sparse_set& reached, Leads const& leads) const {
    reached.clear();
    reached.insert(m_->seller.index());
    for (auto news = true; news;) {
      news = false;
      for_each_hop(p, [&](commitment_id, commitment const& k) {
        if (reached.contains(firm_of(*m_, k.creditor).index()) && leads(k))
          news = reached.insert(firm_of(*m_, k.debtor).index()) || news;
      });
    }
  }

 public:
  /// What it is given must outlive this.
  constexpr chains(model_view const& m, assurances& assured,
                   rows_by<part_id, part_id> const& leaves)
      : m_{&m},
        assured_{&assured},
        leaves_{&leaves},
        sellers_{m.parts.size(),
                 [&](auto&& f) {
                   for (auto i : m.commitments.ids())
                     if (is_sellers_work(m, m.commitments[i])) f(m.commitments[i].about, i);
                 }},
        passed_on_{m.parts.size(),
                   [&](auto&& f) {
                     for (auto i : m.commitments.ids())
                       if (auto const& c = m.commitments[i]; is_contract(m, c) && is_work(c))
                         f(c.about, i);
                   }},
        reached_{m.parties.size()},
        strong_{m.parties.size()},
        towards_{m.parties.size()} {}

  /// True when another commitment of the seller says the same or more, so that this one adds
  /// nothing.
  constexpr bool is_surpassed(commitment_id i) const {
    auto const& c = m_->commitments[i];
    for (auto const k : sellers_[c.about]) {
      auto const& o = m_->commitments[k];
      if (k == i || !entails(o.consequent, c.consequent)) continue;
      if (k < i || !entails(c.consequent, o.consequent)) return true;
    }
    return false;
  }

  /// The first weak link of all parts that a commitment of the seller stands for; none where each
  /// has a way to its performer without one, or none at all.
  constexpr weak_link weak_link_of(commitment const& c) {
    if (!c.consequent.quality->covers_parts)
      return is_leaf(m_->parts[c.about]) ? weak_link_on(c, c.about) : weak_link{};
    for (auto const p : (*leaves_)[c.about])
      if (auto const w = weak_link_on(c, p)) return w;
    return {};
  }

 private:
  /// True when whoever keeps the subcontract keeps the term: it entails it, or, counted from
  /// another event, is done in time all the same.
  constexpr bool keeps_term(commitment const& sub, term const& wanted) {
    auto const& t = sub.consequent;
    if (entails(t, wanted)) return true;
    if (t.quality != wanted.quality || t.quality != &quality_of<deadline> || !is_length(t.limit) ||
        !is_length(wanted.limit))
      return false;
    auto const start =
        assured_->of(t.anchor ? t.anchor : ordering, wanted.anchor ? wanted.anchor : ordering);
    if (!start.is_assured || !start.within.is_known) return false;
    return overrun(start.within.length + length_of(t.limit), length_of(wanted.limit)) == 0;
  }
  /// True when the hop keeps what the seller commits.
  constexpr bool keeps(commitment const& hop, commitment const& c) {
    return hop.consequent.quality == c.consequent.quality && keeps_term(hop, c.consequent);
  }

  /// The first weak hop on the way from the seller to the performer of the part.
  constexpr weak_link weak_link_on(commitment const& c, part_id p) {
    auto const who = firm_of(*m_, m_->parts[p].performer);
    if (!who || is_sellers(*m_, who)) return {};
    // The plain case is seen without following chains: passed on to the performer right away.
    auto is_kept = false;
    for_each_hop(p, [&](commitment_id, commitment const& k) {
      is_kept =
          is_kept || (same_firm(*m_, k.debtor, who) && is_sellers(*m_, k.creditor) && keeps(k, c));
    });
    if (is_kept) return {};
    find_reached(p, reached_, [](commitment const&) { return true; });
    if (!reached_.contains(who.index())) return {};  // another gap
    find_reached(p, strong_, [&](commitment const& k) { return keeps(k, c); });
    if (strong_.contains(who.index())) return {};
    find_towards(p, who);
    weak_link same_quality, any;
    for_each_hop(p, [&](commitment_id i, commitment const& k) {
      if (!strong_.contains(firm_of(*m_, k.creditor).index()) ||
          strong_.contains(firm_of(*m_, k.debtor).index()) ||
          !towards_.contains(firm_of(*m_, k.debtor).index()))
        return;
      auto& first = k.consequent.quality == c.consequent.quality ? same_quality : any;
      if (!first || i < first.link) first = {p, i};
    });
    return same_quality ? same_quality : any;
  }
  /// The firms from which the performer is reached.
  constexpr void find_towards(part_id p, party_id who) {
    towards_.clear();
    towards_.insert(who.index());
    for (auto news = true; news;) {
      news = false;
      for_each_hop(p, [&](commitment_id, commitment const& k) {
        if (towards_.contains(firm_of(*m_, k.debtor).index()))
          news = towards_.insert(firm_of(*m_, k.creditor).index()) || news;
      });
    }
  }

  model_view const* m_;
  assurances* assured_;
  rows_by<part_id, part_id> const* leaves_;
  rows_by<part_id, commitment_id> sellers_, passed_on_;  // on each part
  sparse_set reached_, strong_, towards_;                // firms
};

/// One finding a commitment of the seller, naming the first weak link. O(elements + situations),
/// and for every such commitment and every part that it stands for, the commitments on that part.
constexpr void find_weaker_subcontract(model_analysis& analysis, gap const& what,
                                       finding_sink& sink) {
  auto const& m = analysis.model();
  auto is_worth_it = false;
  for (auto const& c : m.commitments) is_worth_it |= is_sellers_work(m, c);
  if (!is_worth_it) return;
  chains on{m, analysis.assured(), analysis.leaves()};
  for (auto i : m.commitments.ids()) {
    auto const& c = m.commitments[i];
    if (!is_sellers_work(m, c) || on.is_surpassed(i)) continue;
    if (auto const weak = on.weak_link_of(c))
      sink(finding{.what = &what,
                   .where = i,
                   .other = weak.link,
                   .part = weak.part,
                   .accountable = m.seller,
                   .performing = m.parts[weak.part].performer});
  }
}

inline void evidence_of_weaker_subcontract(model_view const& m, finding const& f,
                                           std::vector<element>& seen) {
  seen.push_back(f.where);
  seen.push_back(f.other);
  for (auto j : m.commitments.ids())
    if (f.other != j && is_hop(m, m.commitments[j], f.part)) seen.push_back(j);
}

inline explanation explain_weaker_subcontract(model_view const& m, finding const& f) {
  auto const& c = m.commitments[static_cast<commitment_id>(f.where)];
  auto const& k = m.commitments[static_cast<commitment_id>(f.other)];
  sentences say{m};
  say.with("part", the(m, f.part)).with("wanted", "'" + full_phrase(m, c.consequent) + "'");
  say.with("debtor", the(m, k.debtor)).with("creditor", the(m, k.creditor));
  say.with("owed", "'" + full_phrase(m, k.consequent) + "'");
  explanation x;
  x.what =
      say(k.consequent.quality == c.consequent.quality
              ? "{shop} commits, for {part}, {wanted}, and {debtor}, to whom the work is passed "
                "on, commits to no more than {owed}."
              : "{shop} commits, for {part}, {wanted}, and {debtor}, to whom the work is passed "
                "on, commits to nothing of that quality.");
  x.where = name_of(m, f.part) + ", " + name_of(m, k.creditor) + " -> " + name_of(m, k.debtor);
  x.why = say(
      "{debtor} can keep its contract to the letter while {shop} breaks its word to {customer}.");
  x.mend =
      say("{debtor} commits to {creditor}, for {part}: {wanted}; or {shop} commits to no more than "
          "it is "
          "owed.");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap weaker_subcontract{.id = "weaker-subcontract",
                                        .severity = severity::error,
                                        .between = boundary::fulfilment_delivery,
                                        .service = service_gap::specification_delivery,
                                        .words = detail::explain_weaker_subcontract,
                                        .rests_on = detail::evidence_of_weaker_subcontract,
                                        .find = detail::find_weaker_subcontract};
}

namespace checks {
inline constexpr check_for<gaps::weaker_subcontract> weaker_subcontract{};
}

/// The gap as a type, in the user's words.
template <class Subcontractor, class Part>
struct weaker_subcontract {};

namespace detail {
template <>
struct gap_type<gaps::weaker_subcontract> {
  template <class Words>
  using in = weaker_subcontract<its_debtor_in<Words>, its_part_in<Words>>;
};
}  // namespace detail

}  // namespace lupaus::inline v0
