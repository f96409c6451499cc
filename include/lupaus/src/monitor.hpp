// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the monitor.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/src/monitor/breach_text.hpp"
#include "lupaus/src/monitor/catalogue.hpp"
#include "lupaus/src/monitor/journal.hpp"
#include "lupaus/src/monitor/monitor.hpp"
#include "lupaus/src/monitor/orders_in_files.hpp"
#include "lupaus/src/monitor/scorecard_text.hpp"
#include "lupaus/src/monitor/snapshot.hpp"
