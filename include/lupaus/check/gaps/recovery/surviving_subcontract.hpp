// SPDX-License-Identifier: BSL-1.0
//
// surviving-subcontract, recovery: the promise ends, and a subcontract under it stays alive.
#pragma once

#include "lupaus/check/analysis/ends_of_contracts.hpp"
#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/config.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/model/element_text.hpp"

#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

struct ways_to_end {
  bool kept = false, cancelled = false, refunded = false, is_seen = false;
};

constexpr bool ends_with(model_view const& m, party_id debtor, party_id creditor, event_kind when) {
  for (auto const& e : m.contract_ends)
    if (same_firm(m, e.debtor, debtor) && same_firm(m, e.creditor, creditor) &&
        m.events[e.when].kind == when)
      return true;
  return false;
}

/// Marks the first contract of every debtor with a creditor, unless it ends however the order ends.
constexpr void find_surviving(model_view const& m, flags& survives) {
  rows_by<party_id, commitment_id> const contracts{m.parties.size(), [&](auto&& f) {
                                                     for (auto i : m.commitments.ids())
                                                       if (ends_with_order(m, m.commitments[i]))
                                                         f(firm_of(m, m.commitments[i].debtor), i);
                                                   }};
  if (contracts.empty()) return;
  rows_by<party_id, contract_end_id> const ends{m.parties.size(), [&](auto&& f) {
                                                  for (auto i : m.contract_ends.ids())
                                                    f(firm_of(m, m.contract_ends[i].debtor), i);
                                                }};
  // Of one debtor, with each of its creditors: how the contract ends, and whether it is known.
  scratch<ways_to_end> with{m.parties.size()};
  for (auto debtor : m.parties.ids()) {
    for (auto const i : ends[debtor]) {
      auto const& e = m.contract_ends[i];
      auto& known = with[firm_of(m, e.creditor).index()];
      auto const when = m.events[e.when].kind;
      if (when == event_kind::kept) known.kept = true;
      if (when == event_kind::cancelled) known.cancelled = true;
      if (when == event_kind::refunded) known.refunded = true;
    }
    for (auto const i : contracts[debtor]) {
      auto& known = with[firm_of(m, m.commitments[i].creditor).index()];
      survives[i.index()] = !known.is_seen && !(known.kept && known.cancelled && known.refunded);
      known.is_seen = true;
    }
    for (auto const i : ends[debtor]) with[firm_of(m, m.contract_ends[i].creditor).index()] = {};
    for (auto const i : contracts[debtor]) with[firm_of(m, m.commitments[i].creditor).index()] = {};
  }
}

/// One finding a debtor and creditor. O(parties + commitments + contract ends).
constexpr void find_surviving_subcontract(model_analysis& analysis, gap const& what,
                                          finding_sink& sink) {
  auto const& m = analysis.model();
  flags survives{m.commitments.size()};
  find_surviving(m, survives);
  for (auto i : m.commitments.ids()) {
    auto const& c = m.commitments[i];
    if (survives[i.index()])
      sink(finding{.what = &what,
                   .where = i,
                   .other = c.debtor,
                   .part = c.about,
                   .accountable = m.seller,
                   .performing = c.debtor});
  }
}

inline void evidence_of_surviving_subcontract(model_view const& m, finding const& f,
                                              std::vector<element>& seen) {
  auto const first = static_cast<commitment_id>(f.where);
  auto const& c = m.commitments[first];
  for (auto i : m.commitments.ids())
    if (ends_with_order(m, m.commitments[i]) && same_firm(m, m.commitments[i].debtor, c.debtor) &&
        same_firm(m, m.commitments[i].creditor, c.creditor))
      seen.push_back(i);
}

LUPAUS_COLD inline explanation explain_surviving_subcontract(model_view const& m,
                                                             finding const& f) {
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
                    listed(open, " or ") + ", and " + creditor + " tells " + debtor +
                    " so within a stated time.");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap surviving_subcontract{.id = "surviving-subcontract",
                                           .severity = severity::warning,
                                           .between = boundary::recovery,
                                           .service = service_gap::perception_specification,
                                           .words = detail::explain_surviving_subcontract,
                                           .rests_on = detail::evidence_of_surviving_subcontract,
                                           .find = detail::find_surviving_subcontract};
}

namespace checks {
inline constexpr check_for<gaps::surviving_subcontract> surviving_subcontract{};
}

}  // namespace lupaus::inline v0
