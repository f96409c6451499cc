// SPDX-License-Identifier: BSL-1.0
//
// Logs of visits and of advice, a record on each line:
//   {"visit": "v1", "step": "entrance", "friction": -1, "observed": {"value": "glance"}}
//   {"advised": "Aava 55", "need": "films", "seller": "s1", "week": "w1", "campaign": "Valo 50"}
#pragma once

#include "lupaus/io/reader/parse.hpp"
#include "lupaus/io/reader/terms.hpp"
#include "lupaus/journey/journey_document.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail::io {

/// Reads the lines of logs of one journey.
class journey_log_reader {
 public:
  /// Both must outlive it.
  journey_log_reader(customer_journey const& j, json_options const& options)
      : j_{&j}, reading_{options}, source_{reading_.source} {
    for (std::size_t i = 0; i < j.steps.size(); ++i) {
      steps_.emplace(j.steps[i].name, i);
      names_.push_back(j.steps[i].name);
    }
  }

  result<journey_logs> read(std::string_view lines) {
    journey_logs logs;
    errors found;
    std::size_t number = 0;
    while (!lines.empty()) {
      auto const end = lines.find('\n');
      auto const line = lines.substr(0, end);
      lines.remove_prefix(end == lines.npos ? lines.size() : end + 1);
      ++number;
      if (line.find_first_not_of(" \t\r") == line.npos) continue;
      source_.begin(line);
      if (parse_json(source_)) read_record(logs);
      for (auto& f : source_.faults) {
        f.line = static_cast<int>(number);
        found.push_back(std::move(f));
      }
      if (found.size() >= source_.limits().errors) break;
    }
    if (!found.empty()) return found;
    return logs;
  }

 private:
  void read_record(journey_logs& logs) {
    json_object o{source_, 0, "a record"};
    if (!o) return;
    if (o.has("visit")) {
      if (auto r = visit_in(o)) logs.visits.push_back(std::move(*r));
    } else if (o.has("advised")) {
      if (auto r = advice_in(o)) logs.advice.push_back(std::move(*r));
    } else {
      source_.fail(
          0, error_code::missing,
          {"a record of a visit has a 'visit', and one of advice says what was 'advised'"});
    }
  }

  std::optional<walk_record> visit_in(json_object& o) {
    auto const before = source_.faults.size();
    walk_record r;
    r.visit = name_in(o, "visit");
    std::optional<std::size_t> step;
    if (auto const at = o.require("step"); at != no_place) step = step_at(at);
    if (step) r.step = *step;
    if (auto const at = o.find("friction"); at != no_place) {
      constexpr auto most = (std::numeric_limits<std::int32_t>::max)();
      r.friction = static_cast<std::int32_t>(integer_of(source_, at, -most, most).value_or(0));
    }
    if (auto const at = o.find("observed"); at != no_place && step) read_observed(at, r);
    r.surprise = o.text("surprise");
    o.finish();
    if (source_.faults.size() > before) return {};
    return r;
  }
  void read_observed(json_place at, walk_record& r) {
    auto const& standard = j_->steps[r.step].standard;
    if (!standard) {
      source_.fail(at, error_code::contradiction,
                   {"the touchpoint ", in_quotes(j_->steps[r.step].name), " has no standard"});
      return;
    }
    json_object o{source_, at, "a level"};
    if (!o) return;
    auto is_right = true;
    auto const level = bound_in(reading_, o, standard->quality, is_right);
    o.finish();
    if (level.kind == bound_kind::text)
      source_.fail(at, error_code::unit_mismatch, {"a level is no text"});
    else
      r.observed = level;
  }
  std::optional<std::size_t> step_at(json_place at) {
    auto const name = text_of(source_, at, "a touchpoint's name");
    if (!name) return {};
    if (auto const known = steps_.find(*name); known != steps_.end()) return known->second;
    source_.fail(at, error_code::unknown_name, {"there is no touchpoint named ", in_quotes(*name)},
                 source_.nearest(*name, names_));
    return {};
  }

  std::optional<advice_record> advice_in(json_object& o) {
    auto const before = source_.faults.size();
    advice_record r;
    r.advised = name_in(o, "advised");
    r.need = name_in(o, "need");
    r.seller = name_in(o, "seller");
    r.store = o.text("store");
    r.week = o.text("week");
    r.campaign = o.text("campaign");
    o.finish();
    if (source_.faults.size() > before) return {};
    return r;
  }

  std::string name_in(json_object& o, std::string_view member) {
    auto const at = o.require(member);
    if (at == no_place) return {};
    auto const name = text_of(source_, at);
    if (name && name->empty())
      source_.fail(at, error_code::empty_name, {"a name is expected, and the text is empty"});
    return std::string{name.value_or("")};
  }

  customer_journey const* j_;
  reading reading_;
  json_source& source_;
  std::map<std::string_view, std::size_t> steps_;
  std::vector<std::string_view> names_;
};

}  // namespace lupaus::inline v0::detail::io
