// SPDX-License-Identifier: BSL-1.0
//
// fulfilment / delivery: is what the seller commits kept down the chain?
//   weaker-subcontract   the chain exists, and does not keep what the seller commits
#pragma once

#include "lupaus/check/assurance.hpp"
#include "lupaus/check/delegation.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/model/words.hpp"

namespace lupaus::inline v0 {

namespace detail {

/// True when the commitment is the seller's to the customer and can be passed on.
constexpr bool is_sellers_work(model_view const& m, commitment const& c) {
  return c.creditor == m.customer && is_sellers(m, c.debtor) && is_work(c) &&
         c.consequent.quality && !c.brings_about;
}

/// True when another commitment of the seller says the same or more, so that this one adds nothing.
constexpr bool is_surpassed(model_view const& m, commitment_id i) {
  auto const& c = m.commitments[i];
  for (auto k : m.commitments.ids()) {
    auto const& o = m.commitments[k];
    if (k == i || o.about != c.about || !is_sellers_work(m, o) ||
        !entails(o.consequent, c.consequent))
      continue;
    if (k < i || !entails(c.consequent, o.consequent)) return true;
  }
  return false;
}

/// True when whoever keeps the subcontract keeps the term: it entails it, or, counted from another
/// event, is done in time all the same.
constexpr bool keeps_term(model_view const& m, situations const& s, commitment const& sub,
                          term const& wanted) {
  auto const& t = sub.consequent;
  if (entails(t, wanted)) return true;
  if (t.quality != wanted.quality || t.quality != &quality_of<deadline> || !is_length(t.limit) ||
      !is_length(wanted.limit))
    return false;
  auto const start =
      assurance_of(m, s, t.anchor ? t.anchor : ordering, wanted.anchor ? wanted.anchor : ordering);
  if (!start.is_assured || !start.within.is_known) return false;
  return overrun(start.within.length + length_of(t.limit), length_of(wanted.limit)) == 0;
}

/// A hop from firm to firm that does not keep what the seller commits.
struct weak_link {
  part_id part = {};
  commitment_id link = {};
  constexpr explicit operator bool() const { return static_cast<bool>(part); }
};

/// True when the seller has passed the part on to its performer right away, on terms that keep what
/// it commits: the plain case, seen without following chains.
constexpr bool is_kept_directly(model_view const& m, situations const& s, commitment const& c,
                                part_id p, party_id who) {
  for (auto const& k : m.commitments)
    if (k.consequent.quality == c.consequent.quality && same_firm(m, k.debtor, who) &&
        is_sellers(m, k.creditor) && is_hop(m, k, p) && keeps_term(m, s, k, c.consequent))
      return true;
  return false;
}

/// The first weak hop on the way from the seller to the performer of the part; none when some way
/// has none.
constexpr weak_link weak_link_on(model_view const& m, situations const& s, commitment const& c,
                                 part_id p) {
  auto const who = firm_of(m, m.parts[p].performer);
  if (!who || is_sellers(m, who) || is_kept_directly(m, s, c, p, who) ||
      !is_passed_on_to_performer(m, p))
    return {};
  auto const n = m.parties.size();
  flags strong{n}, towards{n};
  find_reached(m, strong, [&](commitment const& k) {
    return is_hop(m, k, p) && k.consequent.quality == c.consequent.quality &&
           keeps_term(m, s, k, c.consequent);
  });
  if (strong[who.index()]) return {};
  towards[who.index()] = true;  // the firms from which the performer is reached
  for (bool news = true; news;) {
    news = false;
    for (auto const& k : m.commitments)
      if (is_hop(m, k, p) && towards[firm_of(m, k.debtor).index()] &&
          !towards[firm_of(m, k.creditor).index()])
        towards[firm_of(m, k.creditor).index()] = news = true;
  }
  weak_link found;
  for (auto i : m.commitments.ids()) {
    auto const& k = m.commitments[i];
    if (!is_hop(m, k, p) || !strong[firm_of(m, k.creditor).index()] ||
        strong[firm_of(m, k.debtor).index()] || !towards[firm_of(m, k.debtor).index()])
      continue;
    if (k.consequent.quality == c.consequent.quality) return {p, i};
    if (!found) found = {p, i};
  }
  return found;
}

/// The first weak link of all parts that the commitment stands for.
constexpr weak_link weak_link_of(model_view const& m, situations const& s, commitment const& c) {
  for (auto p : m.parts.ids()) {
    if (!is_leaf(m.parts[p])) continue;
    if (c.consequent.quality->covers_parts ? !is_within(m, p, c.about) : p != c.about) continue;
    if (auto const w = weak_link_on(m, s, c, p)) return w;
  }
  return {};
}

inline explanation explain_weaker_subcontract(model_view const& m, finding const& f) {
  auto const i = static_cast<commitment_id>(f.where);
  auto const link = static_cast<commitment_id>(f.other);
  auto const& c = m.commitments[i];
  auto const& k = m.commitments[link];
  auto const says = k.consequent.quality == c.consequent.quality;
  auto const wanted = full_phrase(m, c.consequent);
  explanation x;
  x.what = sentence(
      the(m, m.seller) + " commits, for " + the(m, f.part) + ", '" + wanted + "', and " +
      the(m, k.debtor) + ", to whom the work is passed on, owes " +
      (says ? "no more than '" + full_phrase(m, k.consequent) + "'." : "nothing of that quality."));
  x.where = name_of(m, f.part) + ", " + name_of(m, k.creditor) + " -> " + name_of(m, k.debtor);
  x.why = sentence(the(m, k.debtor) + " can keep its contract to the letter while " +
                   the(m, m.seller) + " breaks its word to " + the(m, m.customer) + ".");
  x.mend =
      sentence(the(m, k.debtor) + " commits to " + the(m, k.creditor) + ", for " + the(m, f.part) +
               ": '" + wanted + "'; or " + the(m, m.seller) + " commits no more than it is owed.");
  x.evidence = {i, link};
  for (auto j : m.commitments.ids())
    if (j != link && is_hop(m, m.commitments[j], f.part)) x.evidence.push_back(j);
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap weaker_subcontract{
    "weaker-subcontract", severity::error, boundary::fulfilment_delivery,
    service_gap::specification_delivery, detail::explain_weaker_subcontract};
}  // namespace gaps

namespace checks {

/// One finding a commitment of the seller, naming the first weak link.
/// O(commitments² · parts · the longest chain) at worst.
inline constexpr struct weaker_subcontract_fn {
  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    auto is_worth_it = false;
    for (auto const& c : m.commitments) is_worth_it |= detail::is_sellers_work(m, c);
    if (!is_worth_it) return;
    situations const s{m};
    for (auto i : m.commitments.ids()) {
      auto const& c = m.commitments[i];
      if (!detail::is_sellers_work(m, c) || detail::is_surpassed(m, i)) continue;
      auto const weak = detail::weak_link_of(m, s, c);
      if (weak)
        sink(finding{.what = &gaps::weaker_subcontract,
                     .where = i,
                     .other = weak.link,
                     .part = weak.part,
                     .accountable = m.seller,
                     .performing = m.parts[weak.part].performer});
    }
  }
} weaker_subcontract{};

}  // namespace checks

}  // namespace lupaus::inline v0
