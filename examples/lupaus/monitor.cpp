// SPDX-License-Identifier: BSL-1.0
#include "breaches_json.hpp"
#include "command.hpp"
#include "input.hpp"
#include "log_watch.hpp"
#include "order_logs.hpp"
#include "printer.hpp"

#include "lupaus/detail/visible_text.hpp"
#include "lupaus/monitor.hpp"

#include <unistd.h>

#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <system_error>
#include <utility>

using namespace lupaus;

namespace {

/// Tells on a terminal how far a log is read.
class log_progress {
 public:
  void tell(std::size_t lines, std::size_t orders) {
    if (!is_shown_ || lines % 65'536 != 0) return;
    std::cerr << "\r\x1b[K" << lines << " records, " << orders << " orders watched" << std::flush;
    is_written_ = true;
  }
  void clear() {
    if (std::exchange(is_written_, false)) std::cerr << "\r\x1b[K" << std::flush;
  }

 private:
  bool is_shown_ = isatty(STDERR_FILENO) == 1, is_written_ = false;
};

/// Prints what the monitor tells, as it falls due.
class breach_printer {
 public:
  breach_printer(monitor_request const& request, promise_read const& p)
      : as_{request.as},
        is_scorecard_{request.is_scorecard},
        model_{p.document->model},
        begin_{breaches_begin(p)} {}

  void print(breach const& b) {
    if (b.key.kind == breach_kind::revised)
      ++revised_;
    else
      ++told_;
    if (is_scorecard_) return;
    if (as_ == format::json)
      separate(breach_of(model_, b));
    else
      std::cout << to_text(model_, b) << '\n';
  }
  void print(remark const& r) {
    ++remarks_;
    if (is_scorecard_) return;
    if (as_ == format::json)
      separate(remark_of(model_, r));
    else
      std::cout << to_text(model_, r) << '\n';
  }
  void end(scorecard const& s, std::size_t records, std::size_t bad, order_logs const& logs) {
    if (as_ == format::json) {
      begin();
      if (!is_scorecard_) std::cout << "\n]";
      std::cout << ",\"scorecard\":" << scorecard_of(model_, s) << ",\"records\":" << records
                << ",\"not_read\":" << bad << foreign_logs_of(logs) << "}\n";
    } else if (is_scorecard_) {
      std::cout << to_text(model_, s);
    } else {
      if (told_ + remarks_ > 0) std::cout << '\n';
      std::cout << s.placed << (s.placed == 1 ? " order, " : " orders, ") << told_
                << (told_ == 1 ? " breach" : " breaches");
      if (revised_ > 0) std::cout << ", " << revised_ << " revised";
      if (remarks_ > 0) std::cout << ", " << remarks_ << (remarks_ == 1 ? " remark" : " remarks");
      if (bad > 0) std::cout << ", " << bad << " not read";
      std::cout << '\n';
    }
    if (as_ == format::json) return;
    auto const& skipped = logs.skipped();
    for (std::size_t i = 0; i < skipped.size(); ++i)
      if (skipped[i] > 0)
        std::cout << skipped[i] << (skipped[i] == 1 ? " event" : " events")
                  << " skipped: " << to_string(static_cast<skip_reason>(i)) << '\n';
  }

 private:
  // Not before something is told: files that are refused tell nothing.
  void begin() {
    if (begin_.empty()) return;
    std::cout << std::exchange(begin_, {});
    if (!is_scorecard_) std::cout << ",\"told\":[\n";
  }
  void separate(std::string const& object) {
    begin();
    std::cout << (std::exchange(is_first_, false) ? "" : ",\n") << object;
  }

  format as_;
  bool is_scorecard_, is_first_ = true;
  model model_;
  std::string begin_;
  std::size_t told_ = 0, revised_ = 0, remarks_ = 0;
};

outcome fail(std::string const& file, std::string message) {
  std::cerr << to_string(input_detail::fault(file, std::move(message))) << '\n';
  return outcome::bad_input;
}

/// Local time by the tz database of the system; false where it does not have the zone.
bool set_zone(std::string const& name, monitor_options& options) {
  auto const* const elsewhere = std::getenv("TZDIR");
  std::filesystem::path const folder{elsewhere ? elsewhere : "/usr/share/zoneinfo"};
  std::error_code ignored;
  if (name.empty() || name.find("..") != name.npos || name.front() == '/' ||
      !std::filesystem::is_regular_file(folder / name, ignored))
    return false;
  setenv("TZ", name.c_str(), 1);
  tzset();
  options.zone = [](seconds_t at) -> seconds_t {
    auto const moment = static_cast<std::time_t>(at);
    std::tm local{};
    return localtime_r(&moment, &local) ? local.tm_gmtoff : 0;
  };
  return true;
}

outcome watch_orders(monitor_request const& request, promise_read const& p) {
  auto const& m = p.document->model.view();
  monitor_options options;
  if (!request.zone.empty() && !set_zone(request.zone, options)) {
    std::cerr << "lupaus: there is no zone '" << detail::visible(request.zone)
              << "' on this system; its names are those of the tz database, as Europe/Helsinki\n";
    return outcome::bad_input;
  }
  breach_printer out{request, p};
  options.lateness = static_cast<seconds_t>(std::llround(request.lateness_hours * 3'600));
  log_watch log{request, p.document->model, [&](breach const& b) { out.print(b); },
                [&](remark const& r) { out.print(r); }, options};
  if (!log.is_right()) {
    std::cerr << log.fault() << '\n';
    return outcome::bad_input;
  }
  auto result = outcome::sound;
  std::size_t records = 0, bad = 0;
  log_progress progress;
  order_logs logs{m,
                  [&](order_event const& e) {
                    log.observe(e);
                    progress.tell(++records, log.size());
                  },
                  [&](errors const& e) {
                    ++bad;
                    std::cout.flush();
                    std::cerr << to_string(e) << '\n';
                    result = outcome::bad_input;
                  }};
  if (!logs.read_mapping(request.mapping)) return outcome::bad_input;
  for (auto const& file : request.logs) {
    auto const is_standard = file == "-";
    std::ifstream opened;
    if (!is_standard) {
      opened.open(file, std::ios::binary);
      if (!opened || (opened.peek(), opened.bad())) {
        result = fail(file, input_detail::why_unreadable(file));
        continue;
      }
      opened.clear();
    }
    auto& in = is_standard ? std::cin : static_cast<std::istream&>(opened);
    std::string const name = is_standard ? "standard input" : file;
    if (!logs.read(in, name, request.log)) continue;
    if (in.bad()) result = fail(name, "the file cannot be read to its end");
  }
  auto watch = log.end();
  progress.clear();
  if (!log.is_right()) {
    std::cerr << log.fault() << '\n';
    return outcome::bad_input;
  }
  if (request.is_ended) watch.finish();
  auto const score = watch.score();
  out.end(score, records, bad, logs);
  if (result == outcome::bad_input) return result;
  for (auto const n : score.breaches)
    if (n > 0) return outcome::breaches;
  return outcome::sound;
}

}  // namespace

outcome monitor_command(monitor_request const& request) {
  auto result = outcome::sound;
  std::size_t promises = 0;
  for_each_promise(request.model, [&](promise_read const& p) {
    if (!p.document) {
      std::cerr << to_string(errors_in_order(p)) << '\n';
      result = outcome::bad_input;
    } else if (++promises > 1) {
      result = fail(request.model, "one promise is expected, and there are several in it");
    } else {
      warn_of_odd_names(p);
      result = watch_orders(request, p);
    }
  });
  return result;
}
