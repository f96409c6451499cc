// SPDX-License-Identifier: BSL-1.0
//
// unowned-handoff, fulfilment / delivery: need(a, b), and nobody owes the coordination.
#pragma once

#include "lupaus/check/analysis/handoff_findings.hpp"
#include "lupaus/check/analysis/handoffs.hpp"
#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gap_type.hpp"
#include "lupaus/check/sentences.hpp"
#include "lupaus/config.hpp"
#include "lupaus/model/element_text.hpp"

#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

inline void add_contracts(model_view const& m, party_id p, std::vector<element>& evidence) {
  for (auto i : m.commitments.ids())
    if (same_firm(m, m.commitments[i].debtor, p) && m.commitments[i].creditor != m.customer)
      evidence.push_back(i);
}

/// O(coordinations + handoffs · log coordinations) after the handoffs are found.
constexpr void find_unowned_handoff(model_analysis& analysis, gap const& what, finding_sink& sink) {
  auto const& m = analysis.model();
  if (m.precedences.empty() && m.needs.empty()) return;
  coordinated const owned{m};
  for_each_handoff(m, [&](handoff const& h) {
    if (!owned.contains(h)) sink(handoff_finding(what, m, h));
  });
}

inline void evidence_of_unowned_handoff(model_view const& m, finding const& f,
                                        std::vector<element>& seen) {
  auto const are_parts = f.where.kind == element_kind::part;
  if (are_parts) {
    seen.push_back(f.where);
    seen.push_back(f.other);
  }
  auto const h = handoff_of(m, f);
  add_contracts(m, h.giver, seen);
  add_contracts(m, h.taker, seen);
}

LUPAUS_COLD inline explanation explain_unowned_handoff(model_view const& m, finding const& f) {
  auto const h = handoff_of(m, f);
  sentences say{m};
  say.with("giver", the(m, h.giver)).with("taker", the(m, h.taker));
  say.with("before", the(m, h.before)).with("after", the(m, h.after));
  explanation x;
  x.what = say("nobody coordinates {giver} and {taker}.");
  x.where = phrase(m, h);
  x.why =
      say(h.before ? "{before} is done by {giver} and, after it, {after} by {taker}. Neither has "
                     "contracted the other, and no party owes it to keep the two in step: when "
                     "the first is late or fails, the second comes for nothing."
                   : "{giver} and {taker} have to work together. Neither has contracted the "
                     "other, and no party owes it to keep the two in step.");
  x.mend = say(h.before ? "{shop} coordinates {before} and {after}: word to both when the first is "
                          "done, and when it is late."
                        : "{shop} coordinates what {giver} and {taker} perform.");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap unowned_handoff{.id = "unowned-handoff",
                                     .severity = severity::error,
                                     .between = boundary::fulfilment_delivery,
                                     .service = service_gap::perception_specification,
                                     .words = detail::explain_unowned_handoff,
                                     .rests_on = detail::evidence_of_unowned_handoff,
                                     .find = detail::find_unowned_handoff};
}

namespace checks {
inline constexpr check_for<gaps::unowned_handoff> unowned_handoff{};
}

/// The gap as a type, in the user's words.
template <class Before, class After>
struct unowned_handoff {};

namespace detail {
template <>
struct gap_type<gaps::unowned_handoff> {
  template <class Words>
  using in = unowned_handoff<its_place_in<Words>, its_other_in<Words>>;
};

// What the compiler says where this gap stands.
template <class Before, class After>
inline constexpr bool somebody_coordinates = false;
template <class Before, class After>
constexpr bool explain(unowned_handoff<Before, After>*) {
  static_assert(
      somebody_coordinates<Before, After>,
      "lupaus: where two performers meet, somebody coordinates them. Here neither has "
      "contracted the other, and nobody does. To mend: `seller.coordinates(before, after)`.");
  return true;
}
}  // namespace detail

}  // namespace lupaus::inline v0
