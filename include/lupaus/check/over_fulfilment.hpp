// SPDX-License-Identifier: BSL-1.0
//
// What exceeds a promise by design: more is committed than claimed, more is contracted than
// committed, or it was never claimed at all: the extra step. It is stated beside the findings, and
// is none. No worth is invented for it.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/model/element.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0 {

enum class excess : std::uint8_t {
  beyond_claim,       ///< a commitment, or where there is none a subcontract, entails the claim
  beyond_commitment,  ///< a subcontract entails the commitment
  unclaimed,          ///< a commitment of a quality that nobody claims
};

constexpr std::string_view to_string(excess e) {
  constexpr std::string_view names[] = {"beyond-claim", "beyond-commitment", "unclaimed"};
  return names[static_cast<std::size_t>(e)];
}

/// One thing that exceeds what was said of a part.
struct over_fulfilment {
  excess kind = excess::unclaimed;
  part_id part = {};
  commitment_id more = {};  ///< what exceeds
  element less = {};  ///< the claim or commitment that it exceeds; none where nobody claims it

  friend bool operator==(over_fulfilment const&, over_fulfilment const&) = default;
};

/// Part by part, and of each in the order of its commitments. What exceeds entails every term that
/// was said of that part and quality on the other side, and none of those entails it. Remedies,
/// incentives, conditional duties and those of the customer are left out; a quality is claimed of a
/// part when it is claimed of it, of what holds it or of what it holds. O((parts + claims +
/// commitments) · depth · qualities), and of each part the pairs of its terms.
[[nodiscard]] LUPAUS_DECL std::vector<over_fulfilment> over_fulfilments(model_view const& m);

/// "The shop commits to more than is claimed of the delivery: within 24 h; claimed is: within 48
/// h."
[[nodiscard]] LUPAUS_DECL std::string to_string(model_view const& m, over_fulfilment const& o);

/// A heading and one line each; empty where there is none.
[[nodiscard]] LUPAUS_DECL std::string to_text(model_view const& m,
                                              std::span<over_fulfilment const> all);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/check/over_fulfilment.hpp"
#endif
