// SPDX-License-Identifier: BSL-1.0
//
// All that a document says of a journey: the path, what encounters are said to add to the receipt,
// who is there for the flow, needs and products by their properties, what breaches may cost. And
// what its logs say of visits and of advice.
#pragma once

#include "lupaus/journey/advice.hpp"
#include "lupaus/journey/exposure.hpp"
#include "lupaus/journey/receipt.hpp"
#include "lupaus/journey/staffing.hpp"
#include "lupaus/journey/touchpoint.hpp"
#include "lupaus/journey/walk_log.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

/// Who comes, who is there for them, and what the shop takes on.
struct staffed_flow {
  std::string name = {};
  customer_flow flow = {};
  std::uint32_t on_duty = 0;
  service_level level = {};
  /// The capability of the promise that is there while the level is kept; none: it says of none.
  capability_id condition = {};
};

/// True when so many sellers as are on duty keep the level; false too where the queue grows without
/// end. Bad input as of `waiting_with`. O(sellers).
[[nodiscard]] LUPAUS_DECL bool is_kept(staffed_flow const& f);

/// The figures of one ranking.
struct exposure_figures {
  std::vector<exposure_parameter> parameters = {};
  std::vector<exposed_finding> findings = {};
  std::int32_t minor_digits = 2;
};

/// Plain values; refers to its promise by ids, and to the promise's qualities.
struct journey_document {
  customer_journey journey = {};
  std::optional<receipt_model> receipt = {};
  std::vector<staffed_flow> flows = {};
  std::vector<stated_need> needs = {};
  std::vector<product_facts> products = {};
  std::optional<exposure_figures> exposure = {};
  std::shared_ptr<void const> qualities = {};  ///< that the document declares itself
};

/// Records in the order of the log.
struct journey_logs {
  std::vector<walk_record> visits = {};
  std::vector<advice_record> advice = {};
};

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/journey/journey_document.hpp"
#endif
