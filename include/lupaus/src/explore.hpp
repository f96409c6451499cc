// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the explorer, and stories told again.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/src/explore/event_names.hpp"
#include "lupaus/src/explore/explore.hpp"
#include "lupaus/src/explore/independent_parts.hpp"
#include "lupaus/src/explore/move_text.hpp"
#include "lupaus/src/explore/notice_times.hpp"
#include "lupaus/src/explore/order_view.hpp"
#include "lupaus/src/explore/policy.hpp"
#include "lupaus/src/explore/replacement_gates.hpp"
#include "lupaus/src/explore/replay.hpp"
#include "lupaus/src/explore/scenarios.hpp"
