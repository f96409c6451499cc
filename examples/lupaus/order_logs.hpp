// SPDX-License-Identifier: BSL-1.0
//
// Logs of orders in any format that is read: our own JSON lines, EPCIS, OCEL.
#pragma once

#include "command.hpp"

#include "lupaus/event_logs.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What was found in one log in EPCIS or OCEL.
struct foreign_log_read {
  std::string file;
  log_format as = log_format::epcis;
  lupaus::ocel_counts counts = {};  ///< of EPCIS those of events alone
};

class order_logs {
 public:
  using event_sink = std::function<void(lupaus::order_event const&)>;
  using error_sink = std::function<void(lupaus::errors const&)>;

  /// The model must outlive it.
  order_logs(lupaus::model_view const& m, event_sink on_event, error_sink on_error)
      : m_{&m}, on_event_{std::move(on_event)}, on_error_{std::move(on_error)} {}

  /// What the host says of its logs, from a file; empty where it says nothing. False where it could
  /// not be read, which is told.
  bool read_mapping(std::string const& file);
  /// `as`: of what format it is; else it goes by its name, and then by the mapping. False where it
  /// could not be read at all, which is told.
  bool read(std::istream& in, std::string_view file, log_format as);

  /// The foreign logs, in their order.
  std::vector<foreign_log_read> const& foreign() const { return foreign_; }
  /// Of these, the events that say nothing of an order, by the reason.
  std::array<std::size_t, lupaus::skip_reasons> const& skipped() const { return skipped_; }

 private:
  void take(lupaus::foreign_event const& e);
  void fail(std::string_view file, std::string message) const;

  lupaus::model_view const* m_;
  event_sink on_event_;
  error_sink on_error_;
  log_format by_mapping_ = log_format::by_name;
  lupaus::ocel_mapping ocel_;
  lupaus::epcis_mapping epcis_;
  std::optional<lupaus::epcis_log> epcis_log_;  // one for all files
  std::array<std::size_t, lupaus::skip_reasons> skipped_{};
  std::vector<foreign_log_read> foreign_;
};
