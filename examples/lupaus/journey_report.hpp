// SPDX-License-Identifier: BSL-1.0
//
// All that is found of a journey and its logs, and the two forms in which it is printed.
#pragma once

#include "lupaus/journey.hpp"
#include "lupaus/validate.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// Advice of one product for one need that it does not meet.
struct misfit_count {
  std::string need, advised;
  std::size_t times = 0;
  std::vector<std::string> unmet;  ///< what was asked for, in words
};

struct journey_report {
  lupaus::model_view const* promise = nullptr;
  lupaus::journey_document const* document = nullptr;
  lupaus::journey_logs const* logs = nullptr;

  lupaus::report gaps;
  std::vector<lupaus::journey_finding> findings = {};
  lupaus::walk_result walk = {};
  // Of visits, where the logs have some.
  std::vector<lupaus::step_distribution> by_step = {};
  lupaus::standards_seen standards = {};
  // Of advice, where the logs have some.
  std::vector<lupaus::advice_finding> inconsistent = {};
  std::size_t misfits = 0;
  std::vector<misfit_count> misfit_counts = {};
  std::optional<lupaus::advice_explained> explained = {};
  std::vector<lupaus::ranked_exposure> exposures = {};

  /// Nothing was found but notes, and every level is kept.
  [[nodiscard]] bool is_clean() const;
};

/// What it refers to must outlive it.
journey_report made_report(lupaus::model_view const& m, lupaus::journey_document const& d,
                           lupaus::journey_logs const& logs);

std::string text_of(journey_report const& r);
std::string json_of(journey_report const& r);
