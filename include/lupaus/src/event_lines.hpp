// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the reader of logs in JSON lines.
#pragma once

#include "lupaus/event_logs.hpp"
#include "lupaus/io/log/order_events.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace lupaus::inline v0 {

namespace detail::io {

/// Takes a text apart into lines, piece by piece, and reads each.
class event_line_reader {
 public:
  event_line_reader(model_view const& m, event_line_source const& lines,
                    json_options const& options)
      : lines_{&lines}, options_{&options}, reader_{m, options} {}
  event_line_reader(promise_source const& promises, event_line_source const& lines,
                    json_options const& options)
      : promises_{&promises}, lines_{&lines}, options_{&options}, reader_{options} {}

  std::size_t read() {
    char buffer[65'536];
    while (auto const n = lines_->fill(lines_->source, buffer, sizeof buffer)) take({buffer, n});
    end_line();
    return right_;
  }

 private:
  void take(std::string_view text) {
    while (!text.empty()) {
      auto const end = text.find('\n');
      add(text.substr(0, end));
      if (end == text.npos) return;
      end_line();
      text.remove_prefix(end + 1);
    }
  }
  void add(std::string_view some) {
    is_too_long_ = is_too_long_ || line_.size() + some.size() > options_->limits.bytes;
    if (is_too_long_)
      line_.clear();
    else
      line_ += some;
  }
  void end_line() {
    ++number_;
    if (is_too_long_) {
      lupaus::error e;
      e.code = error_code::too_large;
      e.message = "a line has at most " + std::to_string(options_->limits.bytes) + " bytes";
      tell(errors{std::move(e)});
    } else if (line_.find_first_not_of(" \t\r") != line_.npos) {
      said_ = {};
      tell(read_line());
    }
    line_.clear();
    is_too_long_ = false;
  }
  result<order_event> read_line() {
    if (!promises_) return reader_.read(line_);
    return reader_.read(
        line_,
        [&](std::string_view order, promise_name said) {
          return promises_->find(promises_->catalogue, order, said);
        },
        said_);
  }
  void tell(result<order_event> const& read) {
    if (read) {
      ++right_;
      return lines_->tell(lines_->sink, {number_, read, line_, said_});
    }
    auto faults = read.error();
    for (auto& e : faults) {
      e.line = static_cast<int>(number_);
      e.file = options_->file;
    }
    lines_->tell(lines_->sink, {number_, result<order_event>{std::move(faults)}, line_});
  }

  promise_source const* promises_ = nullptr;
  event_line_source const* lines_;
  json_options const* options_;
  order_event_reader reader_;
  std::string line_;
  promise_name said_;
  std::size_t number_ = 0, right_ = 0;
  bool is_too_long_ = false;
};

LUPAUS_DECL std::size_t read_event_lines(model_view const& m, event_line_source const& lines,
                                         json_options const& options) {
  return event_line_reader{m, lines, options}.read();
}
LUPAUS_DECL std::size_t read_event_lines(promise_source const& promises,
                                         event_line_source const& lines,
                                         json_options const& options) {
  return event_line_reader{promises, lines, options}.read();
}

}  // namespace detail::io

LUPAUS_DECL result<order_event> read_event(model_view const& m, std::string_view json,
                                           json_options const& options) {
  return detail::io::order_event_reader{m, options}.read(json);
}

}  // namespace lupaus::inline v0
