// SPDX-License-Identifier: BSL-1.0
//
// The other side of the counter, in words: where the seller is exposed, and what each failure costs
// whom.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/model/view.hpp"

#include <string>
#include <vector>

namespace lupaus::inline v0 {

/// "The shop is exposed when the delivery fails ('damaged'): the customer has her money back …"
[[nodiscard]] LUPAUS_DECL std::string phrase(model_view const& m, seller_exposure const& x);

/// What its story is of: "Exposed, two-for-one: the delivery fails ('damaged')".
[[nodiscard]] LUPAUS_DECL std::string title_of(model_view const& m, seller_exposure const& x);

/// "'damaged' (delivery): the customer nothing, the shop 599.00 EUR"
[[nodiscard]] LUPAUS_DECL std::string phrase(model_view const& m, failure_cost const& x);

/// How the seller stands: "The shop is exposed in 2 ways." A proof only where all was looked at.
[[nodiscard]] LUPAUS_DECL std::string summary_of_exposures(verdict const& v);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/story/exposure.hpp"
#endif
