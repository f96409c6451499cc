// SPDX-License-Identifier: BSL-1.0
//
// marketing / fulfilment: duties that pull against each other, and duties that two parties share.
//   conflicting-commitments   terms of one debtor that cannot all be met; an incentive that can
//                             override what is promised
//   split-accountability      two parties commit to the customer on the same thing
#pragma once

#include "lupaus/check/gap.hpp"
#include "lupaus/check/knowledge.hpp"
#include "lupaus/model/situation.hpp"
#include "lupaus/model/words.hpp"

namespace lupaus::inline v0 {

namespace detail {

/// True when both conditions can hold in one order: they are not alternatives in the life of one
/// part.
constexpr bool can_meet(model_view const& m, situations const& s, event_id a, event_id b) {
  if (!a || !b || a == b || m.events[a].of != m.events[b].of) return true;
  auto const leads = [&](event_id from, event_id to) {
    flags reached{s.size()};
    reached[s.of(from)] = true;
    s.spread(reached, [](std::size_t) { return true; });
    return reached[s.of(to)];
  };
  return leads(a, b) || leads(b, a);
}

/// True when the two are duties of one debtor for the same thing.
constexpr bool are_rivals(model_view const& m, commitment const& a, commitment const& b) {
  return !a.overrides && !b.overrides && a.about == b.about && a.on_request == b.on_request &&
         a.brings_about == b.brings_about && a.consequent.quality == b.consequent.quality &&
         a.consequent.quality && a.consequent.quality->compatible &&
         same_firm(m, a.debtor, b.debtor);
}

constexpr bool conflict(model_view const& m, situations const& s, commitment const& a,
                        commitment const& b) {
  return are_rivals(m, a, b) &&
         !a.consequent.quality->compatible(a.consequent.limit, b.consequent.limit) &&
         can_meet(m, s, a.antecedent, b.antecedent);
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
  auto const* q = incentive.overrides;
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

constexpr part_id inner_of(model_view const& m, part_id a, part_id b) {
  return is_within(m, a, b) ? a : b;
}

/// The other firm's commitment that a promise of a single contact stands beside.
constexpr bool is_second_contact(model_view const& m, commitment const& contact,
                                 commitment const& c) {
  return is_to_customer(m, c) && c.consequent.quality != &quality_of<one_contact> &&
         !same_firm(m, contact.debtor, c.debtor) &&
         (is_within(m, c.about, contact.about) || is_within(m, contact.about, c.about));
}

inline explanation explain_conflicting_commitments(model_view const& m, finding const& f) {
  auto const i = static_cast<commitment_id>(f.where);
  auto const& c = m.commitments[i];
  auto const who = the(m, c.debtor), part = the(m, c.about);
  explanation x;
  x.evidence = {i};
  x.where = heading_of(m, c.about) + ", at " + name_of(m, c.debtor);
  if (is_incentive(m, c)) {
    auto const quality = "'" + std::string{c.overrides->name} + "'";
    for_each_overridden(m, c, [&](element e) { x.evidence.push_back(e); });
    x.what =
        sentence(who + " owes " + the(m, c.creditor) +
                 " something that can override what is promised of " + part + ": " + quality + ".");
    x.why = sentence(quality + " of " + part + " is claimed or committed. " + sentence(who) +
                     " has a duty to " + the(m, c.creditor) +
                     " that pulls the other way, and nothing says which of the two yields.");
    x.mend = sentence("the duty of " + who + " to " + the(m, c.creditor) +
                      " yields where it would override " + quality + " of " + part + ".");
    return x;
  }
  situations const s{m};
  std::vector<std::string> terms{"'" + phrase(m, c.consequent) + "'"}, owing{who};
  for (auto k : m.commitments.ids()) {
    auto const& other = m.commitments[k];
    if (k == i || !are_rivals(m, c, other)) continue;
    auto in_conflict = false;
    for (auto const& any : m.commitments) in_conflict = in_conflict || conflict(m, s, other, any);
    if (!in_conflict) continue;
    terms.push_back("'" + phrase(m, other.consequent) + "'");
    auto const name = the(m, other.debtor);
    auto is_new = true;
    for (auto const& known : owing) is_new = is_new && known != name;
    if (is_new) owing.push_back(name);
    x.evidence.push_back(k);
  }
  x.what = sentence(listed(owing) + (owing.size() == 1 ? " owes " : " owe ") + part +
                    " on terms that cannot all be met: " + listed(terms) + ".");
  x.why = "No single performance keeps them all. Whoever is owed the one that yields is let down.";
  x.mend = sentence(the(m, firm_of(m, c.debtor)) +
                    " withdraws all but one of them, or says which of them holds when.");
  return x;
}

inline explanation explain_split_accountability(model_view const& m, finding const& f) {
  auto const i = static_cast<commitment_id>(f.where);
  auto const& c = m.commitments[i];
  explanation x;
  x.evidence = {i};
  std::vector<std::string> who{the(m, c.debtor)};
  auto const is_contact =
      c.consequent.quality == &quality_of<one_contact> &&
      m.commitments[static_cast<commitment_id>(f.other)].consequent.quality != c.consequent.quality;
  for (auto k : m.commitments.ids()) {
    auto const& other = m.commitments[k];
    if (!(is_contact ? is_second_contact(m, c, other) : is_split(m, c, other))) continue;
    x.evidence.push_back(k);
    auto const name = the(m, other.debtor);
    auto is_new = true;
    for (auto const& known : who) is_new = is_new && known != name;
    if (is_new) who.push_back(name);
  }
  auto const her = the(m, m.customer), shop = the(m, m.seller);
  x.where = heading_of(m, f.part);
  if (is_contact) {
    who.erase(who.begin());
    x.what =
        sentence(the(m, c.debtor) + " is to be the single contact of " + her + ", and " +
                 listed(who) + (who.size() == 1 ? " commits" : " commit") + " to her as well.");
    x.why =
        "She was promised one party to turn to. When something goes wrong, there are several, "
        "and each can send her to another.";
  } else {
    x.what = sentence(listed(who) + " each commit to " + her + ", for " + the(m, f.part) +
                      ", on the same quality: '" + std::string{c.consequent.quality->name} + "'.");
    x.why = "When it is not kept, each can say that another answers for it.";
  }
  x.mend = sentence("one of them, as a rule " + shop + ", commits to " + her +
                    "; the others commit to " + shop + ".");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap conflicting_commitments{
    "conflicting-commitments", severity::error, boundary::marketing_fulfilment,
    service_gap::specification_delivery, detail::explain_conflicting_commitments};
inline constexpr gap split_accountability{
    "split-accountability", severity::warning, boundary::marketing_fulfilment,
    service_gap::perception_specification, detail::explain_split_accountability};
}  // namespace gaps

namespace checks {

/// One finding a debtor, part and quality, then one an incentive. O(commitments²) where a quality
/// says which of its bounds exclude each other, else O(commitments); for incentives O(claims +
/// commitments) each.
inline constexpr struct conflicting_commitments_fn {
  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    auto const tell = [&](commitment_id i, element other) {
      sink(finding{.what = &gaps::conflicting_commitments,
                   .where = i,
                   .other = other,
                   .part = m.commitments[i].about,
                   .accountable = m.seller,
                   .performing = m.commitments[i].debtor});
    };
    auto some_exclude = false;
    for (auto const& c : m.commitments)
      some_exclude |= c.consequent.quality && c.consequent.quality->compatible;
    if (some_exclude) {
      situations const s{m};
      for (auto i : m.commitments.ids()) {
        auto const& c = m.commitments[i];
        if (!c.consequent.quality || !c.consequent.quality->compatible) continue;
        commitment_id other;
        for (auto k : m.commitments.ids())
          if (!other && k.index() > i.index() && detail::conflict(m, s, c, m.commitments[k]))
            other = k;
        if (!other) continue;
        auto is_first = true;  // of those of this debtor for this thing that are in conflict
        for (auto j : m.commitments.ids())
          for (auto k : m.commitments.ids())
            if (is_first && j < i && j < k && detail::are_rivals(m, m.commitments[j], c) &&
                detail::conflict(m, s, m.commitments[j], m.commitments[k]))
              is_first = false;
        if (is_first) tell(i, other);
      }
    }
    for (auto i : m.commitments.ids()) {
      if (!detail::is_incentive(m, m.commitments[i])) continue;
      element first;
      detail::for_each_overridden(m, m.commitments[i],
                                  [&](element e) { first = first ? first : e; });
      if (first) tell(i, first);
    }
  }
} conflicting_commitments{};

/// One finding a part and quality, then one a promise of a single contact. O(c²) for the c
/// commitments to the customer.
inline constexpr struct split_accountability_fn {
  static constexpr severity at_most = severity::warning;

  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    auto others = false;  // besides the seller
    for (auto const& c : m.commitments)
      others |= detail::is_to_customer(m, c) && !is_sellers(m, c.debtor);
    if (!others) return;
    auto const tell = [&](commitment_id i, commitment_id other, part_id part) {
      sink(finding{.what = &gaps::split_accountability,
                   .where = i,
                   .other = other,
                   .part = part,
                   .accountable = m.seller,
                   .performing = m.commitments[other].debtor});
    };
    auto const for_each_pair = [&](auto&& f) {
      for (auto i : m.commitments.ids())
        for (auto k : m.commitments.ids())
          if (i < k && detail::is_split(m, m.commitments[i], m.commitments[k]))
            f(i, k, detail::inner_of(m, m.commitments[i].about, m.commitments[k].about));
    };
    for_each_pair([&](commitment_id i, commitment_id k, part_id part) {
      auto const* q = m.commitments[i].consequent.quality;
      auto is_first = true;
      for_each_pair([&](commitment_id i2, commitment_id k2, part_id part2) {
        if (part2 == part && m.commitments[i2].consequent.quality == q &&
            (i2 < i || (i2 == i && k2 < k)))
          is_first = false;
      });
      if (is_first) tell(i, k, part);
    });
    for (auto i : m.commitments.ids()) {
      auto const& c = m.commitments[i];
      if (!detail::is_to_customer(m, c) || c.consequent.quality != &quality_of<one_contact>)
        continue;
      commitment_id first;
      for (auto k : m.commitments.ids())
        if (!first && detail::is_second_contact(m, c, m.commitments[k])) first = k;
      if (first) tell(i, first, c.about);
    }
  }
} split_accountability{};

}  // namespace checks

}  // namespace lupaus::inline v0
