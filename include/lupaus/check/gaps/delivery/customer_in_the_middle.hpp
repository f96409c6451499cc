// SPDX-License-Identifier: BSL-1.0
//
// customer-in-the-middle, fulfilment / delivery: need(a, b); connected over channels, and no longer
// without the customer.
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

/// She is an articulation point between the two. O(parties + channels + handoffs), near enough,
/// after the handoffs are found.
constexpr void find_customer_in_the_middle(model_analysis& analysis, gap const& what,
                                           finding_sink& sink) {
  auto const& m = analysis.model();
  reach without_her{m, m.customer};
  // As a rule those whom she reaches reach each other without her.
  party_id one;
  auto is_link = false;
  for_each_channel(m, [&](party_id a, party_id b) {
    if (a != m.customer && b != m.customer) return;
    auto const other = a == m.customer ? b : a;
    if (!one) one = other;
    is_link = is_link || !without_her.joins(one, other);
  });
  if (!is_link) return;
  reach with_her{m};
  for_each_handoff(m, [&](handoff const& h) {
    if (h.giver == m.customer || h.taker == m.customer) return;
    if (with_her.joins(h.giver, h.taker) && !without_her.joins(h.giver, h.taker))
      sink(handoff_finding(what, m, h));
  });
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
    if (makes_a_channel(m, m.notices[i]) &&
        (is_one_of_them(m.notices[i].from) || is_one_of_them(m.notices[i].to)))
      seen.push_back(i);
  for (auto i : m.coordinations.ids())
    if (is_one_of_them(m.parts[m.coordinations[i].before].performer) ||
        is_one_of_them(m.parts[m.coordinations[i].after].performer))
      seen.push_back(i);
}

LUPAUS_COLD inline explanation explain_customer_in_the_middle(model_view const& m,
                                                              finding const& f) {
  auto const h = handoff_of(m, f);
  sentences say{m};
  say.with("giver", the(m, h.giver)).with("taker", the(m, h.taker));
  say.with("before", the(m, h.before)).with("after", the(m, h.after));
  explanation x;
  x.what = say("{giver} and {taker} can reach each other only through {customer}.");
  x.where = phrase(m, h);
  x.why = say(
      "the two have to coordinate. Take {customer} out of the channels, and no word passes "
      "between them any more: she is the link between the suppliers of {shop}, and it is she who "
      "finds out.");
  x.mend = say(h.before ? "{shop} coordinates {before} and {after}; or {shop} reaches {giver} and "
                          "{taker}."
                        : "{shop} reaches {giver} and {taker}.");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap customer_in_the_middle{.id = "customer-in-the-middle",
                                            .severity = severity::error,
                                            .between = boundary::fulfilment_delivery,
                                            .service = service_gap::perception_specification,
                                            .words = detail::explain_customer_in_the_middle,
                                            .rests_on = detail::evidence_of_customer_in_the_middle,
                                            .find = detail::find_customer_in_the_middle};
}

namespace checks {
inline constexpr check_for<gaps::customer_in_the_middle> customer_in_the_middle{};
}

/// The gap as a type, in the user's words.
template <class Before, class After>
struct customer_in_the_middle {};

namespace detail {
template <>
struct gap_type<gaps::customer_in_the_middle> {
  template <class Words>
  using in = customer_in_the_middle<its_place_in<Words>, its_other_in<Words>>;
};

// What the compiler says where this gap stands.
template <class Before, class After>
inline constexpr bool word_passes_without_the_customer_between = false;
template <class Before, class After>
constexpr bool explain(customer_in_the_middle<Before, After>*) {
  static_assert(
      word_passes_without_the_customer_between<Before, After>,
      "lupaus: the customer is no link between performers. Here they can reach each other "
      "only through her. To mend: `seller.coordinates(before, after)`, or `seller.reaches(party)` "
      "for both.");
  return true;
}
}  // namespace detail

}  // namespace lupaus::inline v0
