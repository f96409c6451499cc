// SPDX-License-Identifier: BSL-1.0
//
// fulfilment / delivery: handoffs between performers.
//   unowned-handoff          need(a, b), and nobody owes the coordination
//   customer-in-the-middle   need(a, b); connected over channels, and no longer without the
//   customer
#pragma once

#include "lupaus/check/analysis/handoffs.hpp"
#include "lupaus/check/brief.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/model/element_text.hpp"

namespace lupaus::inline v0 {

namespace detail {

inline handoff handoff_of(model_view const& m, finding const& f) {
  if (f.where.kind == element_kind::party)
    return {{}, {}, static_cast<party_id>(f.where), static_cast<party_id>(f.other)};
  auto const a = static_cast<part_id>(f.where), b = static_cast<part_id>(f.other);
  return {a, b, m.parts[a].performer, m.parts[b].performer};
}

constexpr finding handoff_finding(gap const& g, model_view const& m, handoff const& h) {
  finding f{.what = &g, .part = h.after, .accountable = m.seller, .performing = h.taker};
  if (h.before) {
    f.where = h.before;
    f.other = h.after;
  } else {
    f.where = h.giver;
    f.other = h.taker;
  }
  return f;
}

inline std::string phrase(model_view const& m, handoff const& h) {
  if (!h.before) return name_of(m, h.giver) + " and " + name_of(m, h.taker);
  return name_of(m, h.before) + " -> " + name_of(m, h.after);
}

inline void add_contracts(model_view const& m, party_id p, std::vector<element>& evidence) {
  for (auto i : m.commitments.ids())
    if (same_firm(m, m.commitments[i].debtor, p) && m.commitments[i].creditor != m.customer)
      evidence.push_back(i);
}

inline void evidence_of_unowned_handoff(model_view const& m, finding const& f,
                                        std::vector<element>& seen) {
  auto const are_parts = f.where.kind == element_kind::part;
  if (are_parts) {
    seen.push_back(f.where);
    seen.push_back(f.other);
  }
  if (m.digest) {
    brief const b{m};
    for (auto const side : {f.where, f.other})
      b.add_contracts_of(
          are_parts ? b.performer_of(static_cast<part_id>(side)) : static_cast<party_id>(side),
          seen);
    return;
  }
  auto const h = handoff_of(m, f);
  add_contracts(m, h.giver, seen);
  add_contracts(m, h.taker, seen);
}

inline explanation explain_unowned_handoff(model_view const& m, finding const& f) {
  auto const h = handoff_of(m, f);
  auto const giver = the(m, h.giver), taker = the(m, h.taker), shop = the(m, m.seller);
  explanation x;
  x.what = "Nobody coordinates " + giver + " and " + taker + ".";
  x.where = phrase(m, h);
  x.why = sentence(h.before ? the(m, h.before) + " is done by " + giver + " and, after it, " +
                                  the(m, h.after) + " by " + taker
                            : giver + " and " + taker + " have to work together") +
          ". Neither has contracted the other, and no party owes it to keep the two in step" +
          (h.before ? ": when the first is late or fails, the second comes for nothing." : ".");
  x.mend =
      sentence(shop + " owes the coordination of " +
               (h.before ? the(m, h.before) + " and " + the(m, h.after) : giver + " and " + taker) +
               ": word to both when the first is done, and when it is late.");
  return x;
}

inline void evidence_of_customer_in_the_middle(model_view const& m, finding const& f,
                                               std::vector<element>& seen) {
  auto const h = handoff_of(m, f);
  seen.insert(seen.end(), {h.giver, m.customer, h.taker});
  auto const is_one_of_them = [&](party_id p) {
    return same_firm(m, p, h.giver) || same_firm(m, p, h.taker);
  };
  for (auto i : m.channels.ids())
    if (is_one_of_them(m.channels[i].a) || is_one_of_them(m.channels[i].b)) seen.push_back(i);
  for (auto i : m.notices.ids())
    if (is_one_of_them(m.notices[i].from) || is_one_of_them(m.notices[i].to)) seen.push_back(i);
  for (auto i : m.coordinations.ids())
    if (is_one_of_them(m.parts[m.coordinations[i].before].performer) ||
        is_one_of_them(m.parts[m.coordinations[i].after].performer))
      seen.push_back(i);
}

inline explanation explain_customer_in_the_middle(model_view const& m, finding const& f) {
  auto const h = handoff_of(m, f);
  auto const giver = the(m, h.giver), taker = the(m, h.taker);
  auto const her = the(m, m.customer), shop = the(m, m.seller);
  explanation x;
  x.what = sentence(giver + " and " + taker + " can reach each other only through " + her + ".");
  x.where = phrase(m, h);
  x.why = "The two have to coordinate. Take " + her +
          " out of the channels, and no word passes between them any more: she is the link between "
          "the suppliers of " +
          shop + ", and it is she who finds out.";
  x.mend = sentence(shop + " opens a channel to " + giver + " and to " + taker +
                    ", by coordinating the two or by owing them notice.");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap unowned_handoff{"unowned-handoff",
                                     severity::error,
                                     boundary::fulfilment_delivery,
                                     service_gap::perception_specification,
                                     detail::explain_unowned_handoff,
                                     detail::evidence_of_unowned_handoff};
inline constexpr gap customer_in_the_middle{"customer-in-the-middle",
                                            severity::error,
                                            boundary::fulfilment_delivery,
                                            service_gap::perception_specification,
                                            detail::explain_customer_in_the_middle,
                                            detail::evidence_of_customer_in_the_middle};
}  // namespace gaps

namespace checks {

/// O(coordinations + handoffs · log coordinations) after the handoffs are found.
inline constexpr struct unowned_handoff_fn {
  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    if (m.precedences.empty() && m.needs.empty()) return;
    coordinated const owned{m};
    for_each_handoff(m, [&](handoff const& h) {
      if (!owned.contains(h)) sink(detail::handoff_finding(gaps::unowned_handoff, m, h));
    });
  }
} unowned_handoff{};

/// She is an articulation point between the two. O(parties + channels + handoffs), near enough,
/// after the handoffs are found.
inline constexpr struct customer_in_the_middle_fn {
  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    reach with_her{m}, without_her{m, m.customer};
    for_each_handoff(m, [&](handoff const& h) {
      if (h.giver == m.customer || h.taker == m.customer) return;
      if (with_her.joins(h.giver, h.taker) && !without_her.joins(h.giver, h.taker))
        sink(detail::handoff_finding(gaps::customer_in_the_middle, m, h));
    });
  }
} customer_in_the_middle{};

}  // namespace checks

}  // namespace lupaus::inline v0
