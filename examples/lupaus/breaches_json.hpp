// SPDX-License-Identifier: BSL-1.0
//
// Breaches, remarks and scorecards as JSON: docs/schema/breaches.schema.json.
#pragma once

#include "input.hpp"
#include "order_logs.hpp"

#include "lupaus/monitor.hpp"

#include <string>

/// The beginning of the document: which promise the orders are held against.
std::string breaches_begin(promise_read const& p);
/// One of several such promises.
std::string promise_begin(promise_read const& p);
/// `names_promise`: it says of which promise it is.
std::string breach_of(lupaus::model_view const& m, lupaus::breach const& b, bool names_promise);
std::string remark_of(lupaus::model_view const& m, lupaus::remark const& r, bool names_promise);
std::string scorecard_of(lupaus::model_view const& m, lupaus::scorecard const& s);
/// ,"skipped":{...},"logs":[...]: what was found in foreign logs; empty where there are none.
std::string foreign_logs_of(order_logs const& logs);
