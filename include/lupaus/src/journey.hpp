// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: journeys.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/src/journey/advice.hpp"
#include "lupaus/src/journey/association.hpp"
#include "lupaus/src/journey/exposure.hpp"
#include "lupaus/src/journey/friction_walk.hpp"
#include "lupaus/src/journey/journey_document.hpp"
#include "lupaus/src/journey/journey_finding.hpp"
#include "lupaus/src/journey/receipt.hpp"
#include "lupaus/src/journey/staffing.hpp"
#include "lupaus/src/journey/touchpoint.hpp"
#include "lupaus/src/journey/walk_log.hpp"
