// SPDX-License-Identifier: BSL-1.0
#include "breach_printer.hpp"
#include "breaches_json.hpp"
#include "command.hpp"
#include "input.hpp"
#include "log_watch.hpp"
#include "order_logs.hpp"
#include "printer.hpp"

#include "lupaus/detail/visible_text.hpp"
#include "lupaus/monitor.hpp"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

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

bool set_options(monitor_request const& request, monitor_options& options) {
  options.lateness = static_cast<seconds_t>(std::llround(request.lateness_hours * 3'600));
  if (request.zone.empty() || set_zone(request.zone, options)) return true;
  std::cerr << "lupaus: there is no zone '" << detail::visible(request.zone)
            << "' on this system; its names are those of the tz database, as Europe/Helsinki\n";
  return false;
}

/// Calls `read(in, name)` for each log that can be opened; false where it could not be read at all.
template <class F>
void for_each_log(monitor_request const& request, outcome& result, F read) {
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
    if (!read(in, name)) continue;
    if (in.bad()) result = fail(name, "the file cannot be read to its end");
  }
}

/// Of foreign logs, what says nothing of an order.
void tell_skipped(order_logs const& logs) {
  auto const& skipped = logs.skipped();
  for (std::size_t i = 0; i < skipped.size(); ++i)
    if (skipped[i] > 0)
      std::cout << skipped[i] << (skipped[i] == 1 ? " event" : " events")
                << " skipped: " << to_string(static_cast<skip_reason>(i)) << '\n';
}

bool is_broken(scorecard const& s) {
  return std::any_of(std::begin(s.breaches), std::end(s.breaches), [](auto n) { return n > 0; });
}

/// A promise of the file, after the file is read.
struct kept_promise {
  std::string file;
  std::size_t line = 0;
  result<json_document> document;

  promise_read read() const { return {file, line, document}; }
};

outcome watch_orders(monitor_request const& request, promise_read const& p) {
  auto const& m = p.document->model.view();
  monitor_options options;
  if (!set_options(request, options)) return outcome::bad_input;
  breach_printer out{request, breaches_begin(p), false};
  log_watch log{request, p.document->model, [&](breach const& b) { out.print(m, b); },
                [&](remark const& r) { out.print(m, r); }, options};
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
  for_each_log(request, result, [&](std::istream& in, std::string const& name) {
    return logs.read(in, name, request.log);
  });
  auto watch = log.end();
  progress.clear();
  if (!log.is_right()) {
    std::cerr << log.fault() << '\n';
    return outcome::bad_input;
  }
  if (request.is_ended) watch.finish();
  auto const score = watch.score();
  out.end({{&m, score}}, records, bad, &logs);
  if (request.as != format::json) tell_skipped(logs);
  if (result == outcome::bad_input) return result;
  return is_broken(score) ? outcome::breaches : outcome::sound;
}

outcome watch_catalogue(monitor_request const& request, std::vector<kept_promise> const& all) {
  if (!request.journal.empty())
    return fail(request.model,
                "there are several promises in it; --journal keeps the orders of one");
  if (!request.mapping.empty())
    return fail(request.model, "there are several promises in it; --mapping is of the logs of one");
  monitor_options options;
  if (!set_options(request, options)) return outcome::bad_input;
  std::string begin;
  for (auto const& p : all) begin += (begin.empty() ? "" : ",\n") + promise_begin(p.read());
  breach_printer out{request, "{\"lupaus_breaches\":1,\"promises\":[" + begin + "]", true};
  catalogue_monitor watch{[&](model_view const& m, breach const& b) { out.print(m, b); },
                          [&](model_view const& m, remark const& r) { out.print(m, r); },
                          std::move(options)};
  for (auto const& p : all)
    if (auto faults = watch.add(p.document->model); !faults.empty()) {
      for (auto& e : faults) e.file = request.model, e.line = static_cast<int>(p.line);
      std::cerr << to_string(faults) << '\n';
      return outcome::bad_input;
    }
  auto result = outcome::sound;
  std::size_t records = 0, bad = 0;
  log_progress progress;
  for_each_log(request, result, [&](std::istream& in, std::string const& name) {
    if (request.log == log_format::epcis || request.log == log_format::ocel ||
        name.ends_with(".jsonld") || name.ends_with(".jsonocel")) {
      result = fail(name,
                    "orders under several promises are read from JSON lines, where each says "
                    "under which it is");
      return false;
    }
    json_options how;
    how.file = name;
    for_each_event(
        watch, in,
        [&](event_line const& l) {
          auto faults = l.event ? watch.observe(*l.event, l.said) : l.event.error();
          if (faults.empty()) return progress.tell(++records, watch.size());
          if (l.event)
            for (auto& e : faults) e.file = name, e.line = static_cast<int>(l.number);
          ++bad;
          std::cout.flush();
          std::cerr << to_string(faults) << '\n';
          result = outcome::bad_input;
        },
        how);
    return true;
  });
  progress.clear();
  if (request.is_ended) watch.finish();
  std::vector<breach_printer::counted> counts;
  auto some = false;
  for (std::size_t i = 0; i < watch.promises(); ++i) {
    counts.push_back({&watch.watch(i).promise(), watch.watch(i).score()});
    some = some || is_broken(counts.back().score);
  }
  out.end(counts, records, bad, nullptr);
  if (result == outcome::bad_input) return result;
  return some ? outcome::breaches : outcome::sound;
}

}  // namespace

outcome monitor_command(monitor_request const& request) {
  std::vector<kept_promise> all;
  auto is_right = true;
  for_each_promise(request.model, [&](promise_read const& p) {
    if (p.document) return all.push_back({std::string{p.file}, p.line, p.document});
    std::cerr << to_string(errors_in_order(p)) << '\n';
    is_right = false;
  });
  if (!is_right) return outcome::bad_input;
  for (auto const& p : all) warn_of_odd_names(p.read());
  return all.size() == 1 ? watch_orders(request, all.front().read())
                         : watch_catalogue(request, all);
}
