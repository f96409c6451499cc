// SPDX-License-Identifier: BSL-1.0
//
// fulfilment / delivery and recovery: what subcontracts fall short of.
//   weaker-subcontract      the chain exists, and does not keep what the seller commits
//   missing-recourse        the seller makes good what another broke, and cannot recover it in time
//   surviving-subcontract   the promise ends, and a subcontract under it stays alive
#pragma once

#include "lupaus/check/delegation.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/remedy.hpp"
#include "lupaus/check/timing.hpp"
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

/// True when the remedy is the seller's to the customer, for that failure.
constexpr bool is_sellers_remedy(model_view const& m, rule const& r, event_id failure) {
  return is_remedy(r) && is_sellers(m, r.debtor) && r.creditor == m.customer &&
         is_rule_for(m, r, failure);
}

/// True when the seller recovers the loss from the performer, directly or down the chain, in the
/// time in which it has to make it good.
constexpr bool recovers_in_time(model_view const& m, event_id failure, party_id performer,
                                known_time allowed) {
  auto const in_time = [&](recourse const& r) {
    if (!allowed.is_known) return true;
    return r.within.quality && is_length(r.within.limit) &&
           overrun(length_of(r.within.limit), allowed.length) == 0;
  };
  flags reached{m.parties.size()};
  reached[m.seller.index()] = true;
  for (bool news = true; news;) {
    news = false;
    for (auto const& r : m.recourses) {
      auto const to = firm_of(m, r.debtor).index();
      if (r.failure != failure || reached[to] || !reached[firm_of(m, r.creditor).index()] ||
          !in_time(r))
        continue;
      reached[to] = news = true;
    }
  }
  return reached[firm_of(m, performer).index()];
}

/// The time in which the seller has to make the failure good; unknown where the rule states none.
constexpr known_time time_to_remedy(model_view const& m, situations const& s, rule const& r,
                                    event_id failure) {
  auto const is_stated = r.gate || r.within.kind != bound_kind::nothing ||
                         (r.object && r.action != action_kind::repair);
  return is_stated ? steps_of(m, s, contracted_times{m}, r, failure).total()
                   : known_time::unknown();
}

/// The first remedy that the seller gives and cannot recover in time; none when there is none.
constexpr rule_id without_recourse(model_view const& m, situations const& s, event_id failure) {
  auto const who = firm_of(m, m.parts[m.events[failure].of].performer);
  if (!who || is_sellers(m, who) || who == m.customer) return {};
  for (auto i : m.rules.ids()) {
    auto const& r = m.rules[i];
    if (!is_sellers_remedy(m, r, failure)) continue;
    if (!recovers_in_time(m, failure, who, time_to_remedy(m, s, r, failure))) return i;
  }
  return {};
}

constexpr bool ends_with(model_view const& m, party_id debtor, party_id creditor, event_kind when) {
  for (auto const& e : m.contract_ends)
    if (same_firm(m, e.debtor, debtor) && same_firm(m, e.creditor, creditor) &&
        m.events[e.when].kind == when)
      return true;
  return false;
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

inline explanation explain_missing_recourse(model_view const& m, finding const& f) {
  auto const e = static_cast<event_id>(f.where);
  auto const r = static_cast<rule_id>(f.other);
  auto const shop = the(m, m.seller), who = the(m, f.performing);
  auto const time = time_to_remedy(m, situations{m}, m.rules[r], e);
  explanation x;
  x.what =
      sentence("when " + failing(m, e) + ", " + shop + " makes it good, and cannot recover its " +
               "loss from " + who + (time.is_known ? " in the same time." : "."));
  x.where = place_of(m, e);
  auto const at_once = time.is_known && worst_case(time.length) == 0;
  auto const in_time = at_once ? std::string{"at once"} : "within " + in_hours(time.length);
  x.why = sentence(the(m, m.events[e].of) + " is performed by " + who + ". " +
                   (time.is_known ? "The remedy is due " + in_time + ". " : "") + sentence(shop) +
                   " bears a loss that it did not cause, and will hesitate to make it good.");
  x.mend = sentence(shop + " has recourse against " + who + " for '" + name_of(m, e) + "'" +
                    (time.is_known ? ", " + in_time : "") + ".");
  x.evidence = {e, r};
  for (auto i : m.recourses.ids())
    if (m.recourses[i].failure == e) x.evidence.push_back(i);
  return x;
}

inline explanation explain_surviving_subcontract(model_view const& m, finding const& f) {
  auto const& c = m.commitments[static_cast<commitment_id>(f.where)];
  explanation x;
  std::vector<std::string> open;
  for (auto when : {event_kind::kept, event_kind::cancelled, event_kind::refunded})
    if (!ends_with(m, c.debtor, c.creditor, when))
      open.push_back(when == event_kind::kept        ? "the promise is kept"
                     : when == event_kind::cancelled ? "the order is cancelled"
                                                     : "the price is refunded");
  auto const debtor = the(m, firm_of(m, c.debtor)), creditor = the(m, firm_of(m, c.creditor));
  x.what = sentence("when " + listed(open, " or ") + ", the contract of " + debtor + " with " +
                    creditor + " goes on.");
  x.where = name_of(m, firm_of(m, c.creditor)) + " -> " + name_of(m, firm_of(m, c.debtor));
  x.why = sentence(debtor + " still has to perform, and still has to be paid for, what nobody " +
                   "needs any more.");
  x.mend = sentence("the contract of " + debtor + " with " + creditor + " ends when " +
                    listed(open, " or ") + ".");
  for (auto i : m.commitments.ids())
    if (is_contract(m, m.commitments[i]) && same_firm(m, m.commitments[i].debtor, c.debtor) &&
        same_firm(m, m.commitments[i].creditor, c.creditor))
      x.evidence.push_back(i);
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap weaker_subcontract{
    "weaker-subcontract", severity::error, boundary::fulfilment_delivery,
    service_gap::specification_delivery, detail::explain_weaker_subcontract};
inline constexpr gap missing_recourse{
    "missing-recourse", severity::note, boundary::fulfilment_delivery,
    service_gap::perception_specification, detail::explain_missing_recourse};
inline constexpr gap surviving_subcontract{
    "surviving-subcontract", severity::warning, boundary::recovery,
    service_gap::perception_specification, detail::explain_surviving_subcontract};
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

/// One finding a failure mode. O(failures · rules · recourses).
inline constexpr struct missing_recourse_fn {
  static constexpr severity at_most = severity::note;

  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    situations const s{m};
    for (auto e : m.events.ids()) {
      if (!is_failure(m.events[e].kind)) continue;
      if (auto const r = detail::without_recourse(m, s, e))
        sink(finding{.what = &gaps::missing_recourse,
                     .where = e,
                     .other = r,
                     .part = m.events[e].of,
                     .accountable = m.seller,
                     .performing = m.parts[m.events[e].of].performer});
    }
  }
} missing_recourse{};

/// One finding a debtor and creditor. O(commitments · (commitments + contract ends)).
inline constexpr struct surviving_subcontract_fn {
  static constexpr severity at_most = severity::warning;

  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    for (auto i : m.commitments.ids()) {
      auto const& c = m.commitments[i];
      if (!detail::is_contract(m, c)) continue;
      auto is_first = true;
      for (auto k : m.commitments.ids())
        if (k < i && detail::is_contract(m, m.commitments[k]) &&
            detail::same_firm(m, m.commitments[k].debtor, c.debtor) &&
            detail::same_firm(m, m.commitments[k].creditor, c.creditor))
          is_first = false;
      if (!is_first || (detail::ends_with(m, c.debtor, c.creditor, event_kind::kept) &&
                        detail::ends_with(m, c.debtor, c.creditor, event_kind::cancelled) &&
                        detail::ends_with(m, c.debtor, c.creditor, event_kind::refunded)))
        continue;
      sink(finding{.what = &gaps::surviving_subcontract,
                   .where = i,
                   .other = c.debtor,
                   .part = c.about,
                   .accountable = m.seller,
                   .performing = c.debtor});
    }
  }
} surviving_subcontract{};

}  // namespace checks

}  // namespace lupaus::inline v0
