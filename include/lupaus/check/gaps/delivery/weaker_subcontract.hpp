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
#include "lupaus/config.hpp"
#include "lupaus/detail/bit_set.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/life/committed_actions.hpp"
#include "lupaus/model/element_text.hpp"

#include <cstddef>
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

/// How what the seller commits is passed on, part by part. O(elements) to make; a question takes
/// the time of the commitments on the part and on what holds it, and asks for assurances where
/// terms are counted from different events.
class chains {
 public:
  /// What it is given must outlive this.
  constexpr explicit chains(model_analysis& analysis)
      : analysis_{&analysis},
        m_{&analysis.model()},
        names_{&analysis.names()},
        sellers_{m_->parts.size(),
                 [&](auto&& f) {
                   for (auto i : m_->commitments.ids())
                     if (is_sellers_work(*m_, m_->commitments[i])) f(m_->commitments[i].about, i);
                 }},
        passed_on_{m_->parts.size(),
                   [&](auto&& f) {
                     for (auto i : m_->commitments.ids())
                       if (auto const& c = m_->commitments[i]; is_contract(*m_, c) && is_work(c))
                         f(c.about, i);
                   }},
        hops_{m_->commitments.size(), unset{}},
        reached_{m_->parties.size()},
        strong_{m_->parties.size()},
        towards_{m_->parties.size()} {}

  /// True when another commitment of the seller says the same or more, so that this one adds
  /// nothing.
  constexpr bool is_surpassed(commitment_id i) const {
    auto const& c = m_->commitments[i];
    if (!analysis_->goes_on(1 + sellers_[c.about].size())) return true;
    for (auto const k : sellers_[c.about]) {
      auto const& o = m_->commitments[k];
      if (k == i || !names_->entails(o.consequent, c.consequent)) continue;
      if (k < i || !names_->entails(c.consequent, o.consequent)) return true;
    }
    return false;
  }

  /// The first weak link of all parts that a commitment of the seller stands for; none where each
  /// has a way to its performer without one, or none at all.
  constexpr weak_link weak_link_of(commitment const& c) {
    if (!c.consequent.quality->covers_parts)
      return is_leaf(m_->parts[c.about]) ? weak_link_on(c, c.about) : weak_link{};
    for (auto const p : analysis_->leaves()[c.about])
      if (!analysis_->goes_on())
        return {};
      else if (auto const w = weak_link_on(c, p))
        return w;
    return {};
  }

 private:
  /// What passes work on the part in question on, from firm to firm.
  struct hop {
    commitment_id id = {};
    std::size_t from = 0, to = 0;
    bool is_asked = false, is_kept = false;
  };

  /// True when whoever keeps the subcontract keeps the term: it entails it, or, counted from
  /// another event, is done in time all the same.
  constexpr bool keeps_term(commitment const& sub, term const& wanted) {
    auto const& t = sub.consequent;
    if (names_->entails(t, wanted)) return true;
    if (t.quality != wanted.quality || t.quality != &quality_of<deadline> || !is_length(t.limit) ||
        !is_length(wanted.limit))
      return false;
    auto const start = analysis_->assured().of(t.anchor ? t.anchor : ordering,
                                               wanted.anchor ? wanted.anchor : ordering);
    if (!start.is_assured || !start.within.is_known) return false;
    return overrun(start.within.length + length_of(t.limit), length_of(wanted.limit)) == 0;
  }
  /// True when the hop keeps what the seller commits; found once for each commitment.
  constexpr bool keeps(hop& h, commitment const& c) {
    if (!h.is_asked) {
      auto const& sub = m_->commitments[h.id];
      h.is_asked = true;
      h.is_kept = sub.consequent.quality == c.consequent.quality && keeps_term(sub, c.consequent);
    }
    return h.is_kept;
  }

  /// Finds all that pass work on the part on, and what they reach, unless it is known.
  constexpr void follow(part_id p, party_id who) {
    analysis_->goes_on(1 + count_);
    for (std::size_t i = 0; i < count_; ++i) hops_[i].is_asked = false;
    if (p == followed_) return;
    followed_ = p;
    count_ = 0;
    for (auto about = p; about; about = outer_of(*m_, about))
      for (auto const i : passed_on_[about])
        if (auto const& k = m_->commitments[i]; is_for(*m_, k, p))
          hops_[count_++] = {i, firm_of(*m_, k.creditor).index(), firm_of(*m_, k.debtor).index()};
    is_reached_known_ = false;
    who_ = who.index();
  }
  /// Adds what is reached from the members of a set: forwards or backwards, over those for which
  /// `leads(hop)`.
  template <class Leads>
  constexpr void spread(number_set& reached, bool forwards, Leads const& leads) {
    for (auto news = true; news;) {
      news = false;
      if (!analysis_->goes_on(1 + count_)) return;
      for (std::size_t i = 0; i < count_; ++i) {
        auto& h = hops_[i];
        auto const from = forwards ? h.from : h.to, to = forwards ? h.to : h.from;
        if (!reached.contains(from) || reached.contains(to) || !leads(h)) continue;
        reached.insert(to);
        news = true;
      }
    }
  }
  constexpr bool is_performer_reached() {
    if (!is_reached_known_) {
      is_reached_known_ = true;
      auto const any = [](hop const&) { return true; };
      reached_.begin_with(m_->seller.index());
      spread(reached_, true, any);
      if (!reached_.contains(who_)) return false;
      towards_.begin_with(who_);
      spread(towards_, false, any);
    }
    return reached_.contains(who_);
  }

  /// The first weak hop on the way from the seller to the performer of the part.
  constexpr weak_link weak_link_on(commitment const& c, part_id p) {
    auto const who = firm_of(*m_, m_->parts[p].performer);
    if (!who || is_sellers(*m_, who)) return {};
    follow(p, who);
    // The plain case is seen without following chains: passed on to the performer right away.
    for (std::size_t i = 0; i < count_; ++i)
      if (hops_[i].to == who_ && hops_[i].from == m_->seller.index() && keeps(hops_[i], c))
        return {};
    if (!is_performer_reached()) return {};  // another gap
    strong_.begin_with(m_->seller.index());
    spread(strong_, true, [&](hop& h) { return keeps(h, c); });
    if (strong_.contains(who_)) return {};
    weak_link same_quality, any;
    for (std::size_t i = 0; i < count_; ++i) {
      auto const& h = hops_[i];
      if (!strong_.contains(h.from) || strong_.contains(h.to) || !towards_.contains(h.to)) continue;
      auto const is_same = m_->commitments[h.id].consequent.quality == c.consequent.quality;
      auto& first = is_same ? same_quality : any;
      if (!first || h.id < first.link) first = {p, h.id};
    }
    return same_quality ? same_quality : any;
  }

  model_analysis* analysis_;
  model_view const* m_;
  event_names const* names_;
  rows_by<part_id, commitment_id> sellers_, passed_on_;  // on each part
  scratch<hop, 64> hops_;                                // on the part that was followed last
  std::size_t count_ = 0;
  part_id followed_;
  std::size_t who_ = 0;  // its performer
  bool is_reached_known_ = false;
  number_set reached_, strong_, towards_;  // firms: from the seller, in strength, to the performer
};

/// One finding a commitment of the seller, naming the first weak link. O(elements + situations),
/// and for every such commitment and every part that it stands for, the commitments on that part.
constexpr void find_weaker_subcontract(model_analysis& analysis, gap const& what,
                                       finding_sink& sink) {
  auto const& m = analysis.model();
  auto is_worth_it = false;
  for (auto const& c : m.commitments) is_worth_it |= is_sellers_work(m, c);
  if (!is_worth_it) return;
  chains on{analysis};
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

LUPAUS_COLD inline explanation explain_weaker_subcontract(model_view const& m, finding const& f) {
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

// What the compiler says where this gap stands.
template <class Subcontractor, class Part>
inline constexpr bool the_subcontract_keeps_the_commitment = false;
template <class Subcontractor, class Part>
constexpr bool explain(weaker_subcontract<Subcontractor, Part>*) {
  static_assert(
      the_subcontract_keeps_the_commitment<Subcontractor, Part>,
      "lupaus: a subcontract is as strong as what the seller commits. Here this subcontractor owes "
      "less. To mend: `subcontractor.commits_to(seller, part, term)` with the term of the seller, "
      "or commit no more.");
  return true;
}
}  // namespace detail

}  // namespace lupaus::inline v0
