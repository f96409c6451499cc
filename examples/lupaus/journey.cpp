// SPDX-License-Identifier: BSL-1.0
//
// A customer's journey, walked: the promise that it is of is validated first.
#include "command.hpp"
#include "input.hpp"

#include "lupaus/journey.hpp"
#include "lupaus/journey_json.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/report.hpp"
#include "lupaus/validate.hpp"

#include <boost/json.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace json = boost::json;
using namespace lupaus;

namespace {

outcome fail(errors const& list) {
  std::cout.flush();
  std::cerr << to_string(list) << '\n';
  return outcome::bad_input;
}

json::value name_or_null(model_view const& m, party_id p) {
  return p ? json::value(name_of(m, p)) : json::value(nullptr);
}

json::object finding_of(model_view const& m, customer_journey const& j, journey_finding const& f) {
  json::object o;
  o["id"] = std::string{f.what.id};
  o["severity"] = std::string{to_string(f.what.severity)};
  o["boundary"] = std::string{to_string(f.what.between)};
  o["service_gap"] = static_cast<int>(f.what.service);
  o["step"] = j.steps[f.step].name;
  if (f.part) o["part"] = name_of(m, f.part);
  o["accountable"] = name_or_null(m, f.accountable);
  o["performing"] = name_or_null(m, f.performing);
  o["what"] = f.words.what, o["where"] = f.words.where;
  o["why"] = f.words.why, o["mend"] = f.words.mend;
  return o;
}

json::object walk_of(model_view const& m, customer_journey const& j, walk_result const& w) {
  json::object o;
  json::array steps;
  for (std::size_t i = 0; i < w.steps.size(); ++i) {
    auto const& s = w.steps[i];
    steps.push_back(json::object{{"step", j.steps[i].name},
                                 {"rubbing", s.rubbing},
                                 {"carrying", s.carrying},
                                 {"friction", s.friction()},
                                 {"running", s.running}});
  }
  o["scale"] = j.scale;
  o["steps"] = std::move(steps);
  o["worst"] = w.worst ? json::value(j.steps[*w.worst].name) : json::value(nullptr);
  o["owner"] = name_or_null(m, w.owner);
  return o;
}

/// All of one journey. The outcome is `gaps` when the promise has a gap of severity error, or the
/// journey a finding that is more than a note.
outcome walk(journey_request const& request, model_view const& m, customer_journey const& j) {
  auto const report = validate(m);
  auto const found = check_journey(m, j);
  auto const walked = friction_walk(m, j);
  if (request.as == format::json) {
    json::array findings, gaps;
    for (auto const& f : found) findings.push_back(finding_of(m, j, f));
    for (auto const& f : report) gaps.emplace_back(std::string{f.what->id});
    std::cout << json::object{{"lupaus_journey_report", 1},
                              {"journey", j.title},
                              {"promise_gaps", std::move(gaps)},
                              {"findings", std::move(findings)},
                              {"walk", walk_of(m, j, walked)}}
              << '\n';
  } else {
    std::cout << to_text(m, j) << '\n' << to_text(m, j, walked) << '\n' << to_lines(report);
    for (auto const& f : found) std::cout << to_text(m, f) << '\n';
    if (report.empty() && found.empty()) std::cout << "No finding.\n";
  }
  auto is_mended = !report.has_errors();
  for (auto const& f : found) is_mended = is_mended && f.what.severity == severity::note;
  return is_mended ? outcome::sound : outcome::gaps;
}

}  // namespace

outcome journey_command(journey_request const& request) {
  json_options options;
  options.file = request.file;
  std::ifstream in{request.file, std::ios::binary};
  std::string text;
  if (!in || (in.peek(), in.bad()))
    return fail(input_detail::fault(request.file, input_detail::why_unreadable(request.file)));
  in.clear();
  if (!input_detail::read_all(in, options.limits.bytes, text))
    return fail(input_detail::fault(request.file, "the file cannot be read to its end"));
  auto const named = promise_of_journey(text, options);
  if (!named) return fail(named.error());
  auto const promise = (std::filesystem::path{request.file}.parent_path() / *named).string();

  auto result = outcome::bad_input;
  for_each_promise(promise, [&](promise_read const& p) {
    if (!p.document) {
      result = fail(errors_in_order(p));
      return;
    }
    auto const& m = p.document->model.view();
    auto const j = read_journey(m, text, options);
    result = j ? walk(request, m, *j) : fail(j.error());
  });
  return result;
}
