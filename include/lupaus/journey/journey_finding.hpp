// SPDX-License-Identifier: BSL-1.0
//
// What is wrong with a journey as it is designed: whose move the next is, and what a good goes
// with.
#pragma once

#include "lupaus/check/gap.hpp"
#include "lupaus/config.hpp"
#include "lupaus/journey/touchpoint.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0 {

/// A kind of finding on a journey or on a log of journeys. Two are the same when their ids are.
struct journey_gap {
  std::string_view id = {};
  lupaus::severity severity = lupaus::severity::note;
  lupaus::boundary between = lupaus::boundary::fulfilment_delivery;
  service_gap service = service_gap::specification_delivery;

  friend constexpr bool operator==(journey_gap const& a, journey_gap const& b) {
    return a.id == b.id;
  }
};

/// One finding, with its words.
struct journey_finding {
  journey_gap what = {};
  std::size_t step = 0;       ///< the touchpoint, by its place in the journey
  part_id part = {};          ///< what it concerns; none: the step as such
  party_id accountable = {};  ///< who answers to the customer
  party_id performing = {};   ///< who meets her there, if anybody
  std::string visit = {};     ///< in a log: of which visit
  explanation words = {};     ///< what, where, why and who mends it; of elements, what it rests on
};

namespace journey_gaps {
/// The next move of a step is the customer's, and was not promised as hers: she performs no such
/// part, and owes nothing of it.
inline constexpr journey_gap burden_on_customer{.id = "burden-on-customer",
                                                .severity = severity::warning,
                                                .between = boundary::recovery,
                                                .service = service_gap::perception_specification};
/// A good is sold at a step, and no step names an add-on for it. An add-on itself needs none.
inline constexpr journey_gap missing_companion{.id = "missing-companion",
                                               .severity = severity::note,
                                               .between = boundary::recovery,
                                               .service = service_gap::perception_specification};
/// In a log: a step was done less well than was agreed.
inline constexpr journey_gap below_standard{.id = "below-standard",
                                            .severity = severity::error,
                                            .between = boundary::fulfilment_delivery,
                                            .service = service_gap::specification_delivery};
}  // namespace journey_gaps

/// The findings on the design: burdens in the order of the steps, one a step; then companions, one
/// a good, in the order in which they are first sold. O(steps · (commitments + goods)).
[[nodiscard]] LUPAUS_DECL std::vector<journey_finding> check_journey(model_view const& m,
                                                                     customer_journey const& j);

/// "warning: burden-on-customer: checkout: …", one line.
[[nodiscard]] LUPAUS_DECL std::string to_text(model_view const& m, journey_finding const& f);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/journey/journey_finding.hpp"
#endif
