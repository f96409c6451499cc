// SPDX-License-Identifier: BSL-1.0
#include "order_logs.hpp"

#include "input.hpp"

#include "lupaus/event_logs.hpp"

#include <boost/json/parse.hpp>

#include <fstream>
#include <utility>

using namespace lupaus;

namespace {

/// Which log a mapping is of; where it does not say so, the reader of EPCIS tells what is wrong.
bool is_of_ocel(std::string const& json) {
  boost::json::error_code ec;
  auto const read = boost::json::parse(json, ec);
  auto const* const object = ec ? nullptr : read.if_object();
  auto const* const log = object ? object->if_contains("log") : nullptr;
  auto const* const kind = log ? log->if_string() : nullptr;
  return kind && *kind == "ocel";
}

}  // namespace

void order_logs::fail(std::string_view file, std::string message) const {
  on_error_(input_detail::fault(file, std::move(message)));
}

bool order_logs::read_mapping(std::string const& file) {
  if (file.empty()) return true;
  json_options how;
  how.file = file;
  std::ifstream in{file, std::ios::binary};
  std::string json;
  if (!in || (in.peek(), in.bad())) return fail(file, input_detail::why_unreadable(file)), false;
  in.clear();
  if (!input_detail::read_all(in, how.limits.bytes, json))
    return fail(file, "the file cannot be read to its end"), false;
  if (is_of_ocel(json)) {
    auto read = read_ocel_mapping(*m_, json, how);
    if (!read) return on_error_(read.error()), false;
    ocel_ = std::move(read).value();
    by_mapping_ = log_format::ocel;
  } else {
    auto read = read_epcis_mapping(*m_, json, how);
    if (!read) return on_error_(read.error()), false;
    epcis_ = std::move(read).value();
    by_mapping_ = log_format::epcis;
  }
  return true;
}

void order_logs::take(foreign_event const& e) {
  if (!e.error.empty()) return on_error_(e.error);
  if (e.records.empty()) ++skipped_[static_cast<std::size_t>(e.skipped)];
  for (auto const& r : e.records) on_event_(r);
}

bool order_logs::read(std::istream& in, std::string_view file, log_format as) {
  if (as == log_format::by_name)
    as = file.ends_with(".jsonl")      ? log_format::lines
         : file.ends_with(".jsonld")   ? log_format::epcis
         : file.ends_with(".jsonocel") ? log_format::ocel
                                       : by_mapping_;
  json_options how;
  how.file = file;
  if (as == log_format::epcis) {
    if (!epcis_log_) epcis_log_.emplace(*m_, epcis_);
    auto const before = epcis_log_->counts();
    epcis_log_->read(
        in, [&](foreign_event const& e) { take(e); }, file);
    foreign_.push_back({std::string{file}, as});
    auto& c = foreign_.back().counts;
    static_cast<log_counts&>(c) = epcis_log_->counts();
    c.events -= before.events, c.read -= before.read, c.records -= before.records;
    c.refused -= before.refused;
  } else if (as == log_format::ocel) {
    if (ocel_.order.empty())
      return fail(file, "of an OCEL log a mapping says what its orders and events are: --mapping"),
             false;
    auto const counts = for_each_ocel_event(
        in, [&](foreign_event const& e) { take(e); }, ocel_, how);
    foreign_.push_back({std::string{file}, as, counts});
  } else {
    for_each_event(
        *m_, in,
        [&](event_line const& l) {
          if (l.event)
            on_event_(*l.event);
          else
            on_error_(l.event.error());
        },
        how);
  }
  return true;
}
