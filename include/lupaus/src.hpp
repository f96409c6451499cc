// SPDX-License-Identifier: BSL-1.0
//
// The compiled form in one unit, for builds without CMake: include this in one source file of a
// program that defines LUPAUS_SEPARATE_COMPILATION everywhere. What needs Boost is not here: a
// program that reads JSON includes lupaus/src/json.hpp besides.
#pragma once

#include "lupaus/src/explore.hpp"
#include "lupaus/src/journey.hpp"
#include "lupaus/src/model.hpp"
#include "lupaus/src/monitor.hpp"
#include "lupaus/src/promela.hpp"
#include "lupaus/src/report.hpp"
#include "lupaus/src/story.hpp"
#include "lupaus/src/validate.hpp"
#include "lupaus/src/write_json.hpp"
