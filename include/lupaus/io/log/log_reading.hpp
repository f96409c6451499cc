// SPDX-License-Identifier: BSL-1.0
//
// What the readers of foreign logs do alike: parse a piece of the log, tell its faults by their
// places in the log, and make order numbers.
#pragma once

#include "lupaus/io/log/foreign_events.hpp"
#include "lupaus/io/log/log_splitter.hpp"
#include "lupaus/io/log/timestamp.hpp"
#include "lupaus/io/reader/fields.hpp"
#include "lupaus/io/reader/parse.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail::io {

/// Text of a member that must be there, and must not be empty.
inline std::optional<std::string_view> needed_text(json_source& s, json_object& o,
                                                   std::string_view name) {
  auto const at = o.find(name);
  if (at == no_place) {
    s.fail(o.place(), error_code::missing, {"the member '", name, "' is missing"});
    return {};
  }
  auto const text = text_of(s, at);
  if (text && text->empty()) {
    s.fail(at, error_code::bad_value, {"'", name, "' is an empty text"});
    return {};
  }
  return text;
}

inline std::optional<seconds_t> needed_moment(json_source& s, json_object& o,
                                              std::string_view name) {
  auto const text = needed_text(s, o, name);
  if (!text) return {};
  auto const t = read_timestamp(*text);
  if (!t)
    s.fail(o.look(name), error_code::bad_value,
           {"a moment with its zone is expected, as 2026-12-24T18:00:00.000Z or "
            "2026-12-24T18:00:00+02:00, and ",
            in_quotes(*text), " was found"});
  return t;
}

/// An order's number without what the mapping leaves out; the first beginning that fits counts.
inline std::string_view order_number(std::string_view id, std::vector<std::string> const& without) {
  for (auto const& w : without)
    if (!w.empty() && id.size() > w.size() && id.starts_with(w)) return id.substr(w.size());
  return id;
}

inline void add_distinct(std::vector<std::string_view>& list, std::string_view text) {
  if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

/// Reads all of a log, and tells of its events and faults.
class log_teller {
 public:
  log_teller(foreign_log const& log, json_options const& options, log_counts& counts)
      : log_{&log}, options_{&options}, counts_{&counts} {}

  void read(std::span<list_path const> lists, log_listener& listener) {
    log_splitter splitter{lists, options_->limits, listener};
    char buffer[65'536];
    while (auto const n = log_->fill(log_->source, buffer, sizeof buffer))
      splitter.take({buffer, n});
    splitter.finish();
  }

  /// The next event; `records` empty: it was skipped.
  void tell(log_element const& e, std::span<order_event const> records, skip_reason why) {
    ++counts_->events;
    counts_->read += records.empty() ? 0U : 1U;
    counts_->records += records.size();
    if (records.empty()) ++counts_->skipped[static_cast<std::size_t>(why)];
    log_->tell(log_->sink, {++number_, clamped(e.place.line), clamped(e.place.column), records, why,
                            errors{}, e.text});
  }
  /// The same of one that is refused; the faults are of its text.
  void refuse(log_element const& e, errors found, std::string const& pointer) {
    ++counts_->events, ++counts_->refused;
    for (auto& f : found) put(f, e.place.after(f.line, f.column), pointer + f.pointer);
    log_->tell(log_->sink, {++number_,
                            clamped(e.place.line),
                            clamped(e.place.column),
                            {},
                            skip_reason::none,
                            found,
                            e.text});
  }
  void refuse_too_long(log_element const& e, std::string const& pointer) {
    lupaus::error f;
    f.code = error_code::too_large;
    f.message = "an event has at most " + std::to_string(options_->limits.bytes) + " bytes";
    f.line = f.column = 1;
    refuse(e, {std::move(f)}, pointer);
  }
  /// The same of something else than an event.
  void refuse_declared(log_element const& e, errors found, std::string const& pointer) {
    for (auto& f : found) put(f, e.place.after(f.line, f.column), pointer + f.pointer);
    faults(found);
  }
  /// Of the log besides its events.
  void fault(log_place at, std::string pointer, error_code code, std::string message) {
    lupaus::error f;
    f.code = code;
    f.message = std::move(message);
    put(f, at, std::move(pointer));
    faults({std::move(f)});
  }
  void faults(log_rest const& rest, errors list) {
    for (auto& f : list) put(f, rest.place_of({f.line, f.column}), std::move(f.pointer));
    faults(list);
  }
  /// How far an element is from the top: "/epcisBody/eventList/12".
  static std::string pointer_of(std::span<list_path const> lists, log_element const& e) {
    return lists[e.list].pointer + ("/" + std::to_string(e.number));
  }

 private:
  void put(error& f, log_place at, std::string pointer) const {
    f.line = clamped(at.line);
    f.column = clamped(at.column);
    f.pointer = std::move(pointer);
    f.file = options_->file;
  }
  void faults(errors const& list) {
    counts_->faults += list.size();
    auto const& first = list.front();
    log_->tell(log_->sink, {0, first.line, first.column, {}, skip_reason::none, list, {}});
  }

  foreign_log const* log_;
  json_options const* options_;
  log_counts* counts_;
  std::size_t number_ = 0;
};

}  // namespace lupaus::inline v0::detail::io
