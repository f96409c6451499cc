// SPDX-License-Identifier: BSL-1.0
//
// Breaches, remarks and scorecards as JSON: docs/schema/breaches.schema.json.
#pragma once

#include "input.hpp"

#include "lupaus/io/log/foreign_events.hpp"
#include "lupaus/monitor.hpp"

#include <array>
#include <cstddef>
#include <string>

/// The beginning of the document: which promise the orders are held against.
std::string breaches_begin(promise_read const& p);
std::string breach_of(lupaus::model_view const& m, lupaus::breach const& b);
std::string remark_of(lupaus::model_view const& m, lupaus::remark const& r);
std::string scorecard_of(lupaus::model_view const& m, lupaus::scorecard const& s);
/// Events of foreign logs that say nothing of an order: how many, by the reason.
std::string skipped_of(std::array<std::size_t, lupaus::skip_reasons> const& skipped);
