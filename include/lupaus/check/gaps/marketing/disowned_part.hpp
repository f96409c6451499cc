// SPDX-License-Identifier: BSL-1.0
//
// disowned-part, marketing / fulfilment: a leaf part of what she buys whose answerable party is
// declared other than the seller.
#pragma once

#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gap_cause.hpp"
#include "lupaus/check/gap_type.hpp"
#include "lupaus/check/sentences.hpp"
#include "lupaus/config.hpp"
#include "lupaus/model/element_text.hpp"

#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// O(parts).
constexpr void find_disowned_part(model_analysis& analysis, gap const& what, finding_sink& sink) {
  auto const& m = analysis.model();
  for (auto p : m.parts.ids()) {
    auto const& part = m.parts[p];
    if (is_leaf(part) && !is_hers(m, p) && !is_sellers(m, answerable_for(m, p)))
      sink(finding{.what = &what,
                   .where = p,
                   .other = answerable_for(m, p),
                   .part = p,
                   .accountable = m.seller,
                   .performing = part.performer});
  }
}

inline void evidence_of_disowned_part(model_view const& m, finding const& f,
                                      std::vector<element>& seen) {
  seen.insert(seen.end(), {f.part, answerable_for(m, f.part)});
  for (auto i : m.claims.ids())
    if (m.claims[i].about == f.part) seen.push_back(i);
  for (auto i : m.commitments.ids())
    if (m.commitments[i].about == f.part) seen.push_back(i);
}

LUPAUS_COLD inline explanation explain_disowned_part(model_view const& m, finding const& f) {
  sentences say{m};
  say.with("part", the(m, f.part)).with("other", the(m, answerable_for(m, f.part)));
  say.with("performer", the(m, f.performing));
  auto const performs_for_seller = f.performing && !is_sellers(m, f.performing);
  explanation x;
  x.what = say("{shop} sells {part} as a part of the whole, and does not answer for it.");
  x.where = name_of(m, f.part) + ", part of '" + name_of(m, whole) + "'";
  x.why =
      say("{customer} buys one product from {shop}. The terms make {other} answer for {part}, with "
          "whom "
          "she has no agreement: when it fails, nobody owes her anything.");
  x.mend =
      say(performs_for_seller
              ? "{shop} answers for {part}, and {other} no longer does; what {performer} fails "
                "at, {shop} recovers from it."
              : "{shop} answers for {part}, and {other} no longer does.");
  return x;
}

/// On the disowned part, or on the composite that was declared another's with all it holds.
inline bool on_disowned_part(model_analysis& a, finding const& cause, finding const& effect) {
  auto const& m = a.model();
  if (cause.part == effect.part) return true;
  auto const declared = m.parts[effect.part].answerable;
  return effect.part != whole && declared && !is_sellers(m, declared) &&
         is_within(m, cause.part, effect.part);
}

}  // namespace detail

namespace gaps {
inline constexpr gap disowned_part{.id = "disowned-part",
                                   .severity = severity::error,
                                   .between = boundary::marketing_fulfilment,
                                   .service = service_gap::delivery_communication,
                                   .words = detail::explain_disowned_part,
                                   .rests_on = detail::evidence_of_disowned_part,
                                   .find = detail::find_disowned_part};
}

namespace checks {
inline constexpr check_for<gaps::disowned_part> disowned_part{};
}

/// The gap as a type, in the user's words.
template <class Part>
struct disowned_part {};

namespace detail {
template <>
struct gap_type<gaps::disowned_part> {
  template <class Words>
  using in = disowned_part<its_place_in<Words>>;
};

// What the compiler says where this gap stands.
template <class Part>
inline constexpr bool the_seller_answers_for = false;
template <class Part>
constexpr bool explain(disowned_part<Part>*) {
  static_assert(the_seller_answers_for<Part>,
                "lupaus: who sells a part answers for it. Here the terms make another party answer "
                "to the customer. To mend: take out `party.answers(part)`.");
  return true;
}
}  // namespace detail

}  // namespace lupaus::inline v0
