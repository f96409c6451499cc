// SPDX-License-Identifier: BSL-1.0
//
// Prints what a monitor tells, as it falls due, and counts in the end.
#pragma once

#include "breaches_json.hpp"
#include "command.hpp"
#include "order_logs.hpp"

#include "lupaus/model/view.hpp"
#include "lupaus/monitor.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

/// The orders under one promise, or under several: then each thing that is told in JSON says of
/// which.
class breach_printer {
 public:
  struct counted {
    lupaus::model_view const* promise;
    lupaus::scorecard score;
  };

  /// `begin`: of the document in JSON.
  breach_printer(monitor_request const& request, std::string begin, bool is_of_many)
      : as_{request.as},
        is_scorecard_{request.is_scorecard},
        is_of_many_{is_of_many},
        begin_{std::move(begin)} {}

  void print(lupaus::model_view const& m, lupaus::breach const& b);
  void print(lupaus::model_view const& m, lupaus::remark const& r);
  void end(std::vector<counted> const& all, std::size_t records, std::size_t bad,
           order_logs const* foreign);

 private:
  // Not before something is told: files that are refused tell nothing.
  void begin();
  void separate(std::string const& object);
  void end_text(std::vector<counted> const& all, std::size_t bad) const;

  format as_;
  bool is_scorecard_, is_of_many_, is_first_ = true;
  std::string begin_;
  std::size_t told_ = 0, revised_ = 0, remarks_ = 0;
};
