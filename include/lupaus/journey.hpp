// SPDX-License-Identifier: BSL-1.0
//
// The customer's journey: touchpoints and friction, walked and over a log; what encounters are said
// to add to the receipt, with its source; sellers enough for the flow; advice and what decides it.
//
//   customer_journey visit{.title = "a visit to the shop", .steps = {{.name = "entrance", …}, …}};
//   auto const walk = friction_walk(shop, visit);         // per step, running, the worst and whose
//   for (auto const& f : check_journey(shop, visit)) …    // burden-on-customer, missing-companion
#pragma once

#include "lupaus/journey/advice.hpp"
#include "lupaus/journey/association.hpp"
#include "lupaus/journey/enablers.hpp"
#include "lupaus/journey/exposure.hpp"
#include "lupaus/journey/fraction.hpp"
#include "lupaus/journey/friction_walk.hpp"
#include "lupaus/journey/journey_document.hpp"
#include "lupaus/journey/journey_finding.hpp"
#include "lupaus/journey/receipt.hpp"
#include "lupaus/journey/staffing.hpp"
#include "lupaus/journey/touchpoint.hpp"
#include "lupaus/journey/walk_log.hpp"
