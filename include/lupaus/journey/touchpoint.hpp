// SPDX-License-Identifier: BSL-1.0
//
// A customer's journey: the touchpoints in the order in which she comes to them, and what stands
// behind them. Parties, parts and commitments are those of a promise, by its ids.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/model/error.hpp"
#include "lupaus/model/terms/quality.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

/// What a touchpoint is for.
enum class step_purpose : std::uint8_t { sells, delights, informs, recovers };

constexpr std::string_view to_string(step_purpose p) {
  constexpr std::string_view names[] = {"sells", "delights", "informs", "recovers"};
  return names[static_cast<std::size_t>(p)];
}

/// What rubs the customer at a touchpoint (below 0), or carries her along (above 0).
struct friction_note {
  std::string what = {};
  std::int32_t amount = 0;  ///< on the journey's own scale; never 0
  party_id owner = {};      ///< who can change it; none: who meets her there
};

/// The move with which the step goes on, and whose it is.
struct next_move {
  party_id by = {};
  std::string words = {};
};

/// An add-on that is named for a good: its best friend.
struct companion {
  part_id of = {};        ///< the good that is sold
  std::string name = {};  ///< of the add-on
  part_id part = {};      ///< where the add-on is a part of the promise itself
};

/// How well a step is done, as several parties have agreed: an excellence, or a least.
struct step_standard {
  quality_ref quality = nullptr;
  bound level = {};
  std::vector<party_id> agreed_by = {};  ///< at least two
};

/// A standard of a quality given as a type. A level that is none is told by `faults_of`.
template <quality Q>
step_standard standard_of(typename Q::bound_type const& level, std::vector<party_id> agreed_by) {
  auto const encoded = bound_codec<typename Q::bound_type>::encode(level);
  return {encoded.fault ? nullptr : &quality_of<Q>, encoded.value, std::move(agreed_by)};
}

/// Where the customer meets the firm, or somebody who works for it.
struct touchpoint {
  std::string name = {};
  party_id met_by = {};  ///< who meets her; none: she meets nobody (a shelf, a page)
  part_id of = {};  ///< the part of the promise that this step is; its commitments are the step's
  layer where = layer::fulfilment;
  step_purpose purpose = step_purpose::informs;
  std::vector<friction_note> friction = {};
  std::optional<next_move> next = {};
  std::vector<part_id> sells = {};  ///< goods that are sold here
  std::vector<companion> suggests = {};
  std::optional<step_standard> standard = {};
};

/// A step below the line of visibility. What front steps rest on, it provides.
struct backstage_step {
  std::string name = {};
  party_id by = {};
  capability_id provides = {};  ///< of the promise, which has the same party provide it
};

/// The journey as it is designed, or as it was found. Plain values; refers to one promise by ids.
struct customer_journey {
  std::string title = {};
  std::string scale = "points";  ///< what friction is counted in
  std::vector<touchpoint> steps = {};
  std::vector<backstage_step> backstage = {};
};

/// Everything that is wrong with a journey on that promise; empty when nothing is. The functions
/// that take both refuse a journey with faults by `bad_input`. O(n log n) in the journey
/// and the provisions.
[[nodiscard]] LUPAUS_DECL errors faults_of(model_view const& m, customer_journey const& j);

/// What is committed to the customer of the part that the step is. O(commitments).
[[nodiscard]] LUPAUS_DECL std::vector<commitment_id> commitments_at(model_view const& m,
                                                                    touchpoint const& t);
/// The backstage steps that the commitments at a step rest on, by their places in the journey.
/// O(requirements · backstage).
[[nodiscard]] LUPAUS_DECL std::vector<std::size_t> backstage_of(model_view const& m,
                                                                customer_journey const& j,
                                                                touchpoint const& t);

/// What the promise itself calls steps backstage, and the commitments at a step rest on. O(what it
/// requires · commitments + capabilities).
[[nodiscard]] LUPAUS_DECL std::vector<capability_id> backstage_of(model_view const& m,
                                                                  touchpoint const& t);

/// The path, step by step, with the line of visibility under it and what stands below.
[[nodiscard]] LUPAUS_DECL std::string to_text(model_view const& m, customer_journey const& j);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/journey/touchpoint.hpp"
#endif
