// SPDX-License-Identifier: BSL-1.0
//
// marketing / fulfilment: duties that pull against each other, and duties that two parties share.
//   conflicting-commitments   terms of one debtor that cannot all be met; an incentive that can
//                             override what is promised
//   split-accountability      two parties commit to the customer on the same thing
#pragma once

#include "lupaus/check/analysis/conflicts.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/element_text.hpp"

namespace lupaus::inline v0 {

namespace detail {

/// Calls `f(id, commitment)` for the other duties of that debtor for that thing that are in
/// conflict with any.
template <class F>
void for_each_in_conflict(model_view const& m, commitment_id i, F&& f) {
  situations const s{m};
  for (auto k : m.commitments.ids()) {
    auto const& other = m.commitments[k];
    if (k == i || !are_rivals(m, m.commitments[i], other)) continue;
    auto in_conflict = false;
    for (auto const& any : m.commitments) in_conflict = in_conflict || conflict(m, s, other, any);
    if (in_conflict) f(k, other);
  }
}

inline void evidence_of_conflicting_commitments(model_view const& m, finding const& f,
                                                std::vector<element>& seen) {
  auto const i = static_cast<commitment_id>(f.where);
  seen.push_back(i);
  if (is_incentive(m, m.commitments[i]))
    for_each_overridden(m, m.commitments[i], [&](element e) { seen.push_back(e); });
  else
    for_each_in_conflict(m, i, [&](commitment_id k, commitment const&) { seen.push_back(k); });
}

inline explanation explain_conflicting_commitments(model_view const& m, finding const& f) {
  auto const i = static_cast<commitment_id>(f.where);
  auto const& c = m.commitments[i];
  auto const who = the(m, c.debtor), part = the(m, c.about);
  explanation x;
  x.where = heading_of(m, c.about) + ", at " + name_of(m, c.debtor);
  if (is_incentive(m, c)) {
    auto const quality = "'" + std::string{c.overrides->name} + "'";
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
  std::vector<std::string> terms{"'" + phrase(m, c.consequent) + "'"}, owing{who};
  for_each_in_conflict(m, i, [&](commitment_id, commitment const& other) {
    terms.push_back("'" + phrase(m, other.consequent) + "'");
    auto const name = the(m, other.debtor);
    auto is_new = true;
    for (auto const& known : owing) is_new = is_new && known != name;
    if (is_new) owing.push_back(name);
  });
  x.what = sentence(listed(owing) + (owing.size() == 1 ? " owes " : " owe ") + part +
                    " on terms that cannot all be met: " + listed(terms) + ".");
  x.why = "No single performance keeps them all. Whoever is owed the one that yields is let down.";
  x.mend = sentence(the(m, firm_of(m, c.debtor)) +
                    " withdraws all but one of them, or says which of them holds when.");
  return x;
}

/// True when the finding is of a promise of a single contact.
inline bool is_of_contact(model_view const& m, finding const& f) {
  auto const* q = m.commitments[static_cast<commitment_id>(f.where)].consequent.quality;
  return q == &quality_of<one_contact> &&
         m.commitments[static_cast<commitment_id>(f.other)].consequent.quality != q;
}

/// Calls `f(id, commitment)` for what the other firms have committed to.
template <class F>
void for_each_sharing(model_view const& m, finding const& found, F&& f) {
  auto const& c = m.commitments[static_cast<commitment_id>(found.where)];
  auto const is_contact = is_of_contact(m, found);
  for (auto k : m.commitments.ids()) {
    auto const& other = m.commitments[k];
    if (is_contact ? is_second_contact(m, c, other) : is_split(m, c, other)) f(k, other);
  }
}

inline void evidence_of_split_accountability(model_view const& m, finding const& f,
                                             std::vector<element>& seen) {
  seen.push_back(f.where);
  for_each_sharing(m, f, [&](commitment_id k, commitment const&) { seen.push_back(k); });
}

inline explanation explain_split_accountability(model_view const& m, finding const& f) {
  auto const& c = m.commitments[static_cast<commitment_id>(f.where)];
  explanation x;
  std::vector<std::string> who{the(m, c.debtor)};
  auto const is_contact = is_of_contact(m, f);
  for_each_sharing(m, f, [&](commitment_id, commitment const& other) {
    auto const name = the(m, other.debtor);
    auto is_new = true;
    for (auto const& known : who) is_new = is_new && known != name;
    if (is_new) who.push_back(name);
  });
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
inline constexpr gap conflicting_commitments{"conflicting-commitments",
                                             severity::error,
                                             boundary::marketing_fulfilment,
                                             service_gap::specification_delivery,
                                             detail::explain_conflicting_commitments,
                                             detail::evidence_of_conflicting_commitments};
inline constexpr gap split_accountability{"split-accountability",
                                          severity::warning,
                                          boundary::marketing_fulfilment,
                                          service_gap::perception_specification,
                                          detail::explain_split_accountability,
                                          detail::evidence_of_split_accountability};
}  // namespace gaps

namespace checks {

/// One finding a debtor, part and quality, then one an incentive. Time as of `for_each_conflict`
/// and `find_overridden`.
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
    detail::for_each_conflict(m, tell);
    auto some = false;
    for (auto const& c : m.commitments) some = some || detail::is_incentive(m, c);
    if (!some) return;
    detail::scratch<element> first{m.commitments.size()};
    detail::find_overridden(m, first);
    for (auto i : m.commitments.ids())
      if (first[i.index()]) tell(i, first[i.index()]);
  }
} conflicting_commitments{};

/// One finding a part and quality, then one a promise of a single contact. O(commitments) where
/// only the seller commits to her, else as of `for_each_split`.
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
    detail::for_each_split(m, tell);
    detail::for_each_second_contact(
        m, [&](commitment_id i, commitment_id k) { tell(i, k, m.commitments[i].about); });
  }
} split_accountability{};

}  // namespace checks

}  // namespace lupaus::inline v0
