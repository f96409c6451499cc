// SPDX-License-Identifier: BSL-1.0
//
// A customer's journey, walked: the promise that it is of is validated first.
#include "command.hpp"
#include "input.hpp"
#include "journey_report.hpp"

#include "lupaus/journey.hpp"
#include "lupaus/journey_json.hpp"

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

using namespace lupaus;

namespace {

outcome fail(errors const& list) {
  std::cout.flush();
  std::cerr << to_string(list) << '\n';
  return outcome::bad_input;
}

/// The whole file, of at most so many bytes; none, after a word of why.
std::optional<std::string> contents_of(std::string const& file, std::size_t most) {
  std::ifstream in{file, std::ios::binary};
  std::string text;
  if (!in || (in.peek(), in.bad())) {
    fail(input_detail::fault(file, input_detail::why_unreadable(file)));
    return {};
  }
  in.clear();
  if (input_detail::read_all(in, most, text)) return text;
  fail(input_detail::fault(file, "the file cannot be read to its end"));
  return {};
}

/// The records of all logs, one after the other; none, after a word of what is wrong with each.
std::optional<journey_logs> read_logs(journey_request const& request, customer_journey const& j) {
  constexpr std::size_t most = std::size_t{1} << 30;
  journey_logs all;
  auto is_right = true;
  for (auto const& file : request.logs) {
    auto const text = contents_of(file, most);
    if (text && text->size() > most)
      fail(input_detail::fault(file, "a log has at most 1073741824 bytes"));
    if (!text || text->size() > most) {
      is_right = false;
      continue;
    }
    json_options options;
    options.file = file;
    auto read = read_journey_logs(j, *text, options);
    if (!read) {
      fail(read.error());
      is_right = false;
      continue;
    }
    all.visits.insert(all.visits.end(), std::make_move_iterator(read->visits.begin()),
                      std::make_move_iterator(read->visits.end()));
    all.advice.insert(all.advice.end(), std::make_move_iterator(read->advice.begin()),
                      std::make_move_iterator(read->advice.end()));
  }
  if (!is_right) return {};
  return all;
}

outcome walk(journey_request const& request, model_view const& m, journey_document const& d) {
  auto const logs = read_logs(request, d.journey);
  if (!logs) return outcome::bad_input;
  auto const report = made_report(m, d, *logs);
  std::cout << (request.as == format::json ? json_of(report) : text_of(report));
  return report.is_clean() ? outcome::sound : outcome::gaps;
}

}  // namespace

outcome journey_command(journey_request const& request) {
  json_options options;
  options.file = request.file;
  auto const text = contents_of(request.file, options.limits.bytes);
  if (!text) return outcome::bad_input;
  auto const named = promise_of_journey(*text, options);
  if (!named) return fail(named.error());
  auto const promise = (std::filesystem::path{request.file}.parent_path() / *named).string();

  auto result = outcome::bad_input;
  for_each_promise(promise, [&](promise_read const& p) {
    if (!p.document) {
      result = fail(errors_in_order(p));
      return;
    }
    auto const& m = p.document->model.view();
    auto const d = read_journey(m, *text, options);
    result = d ? walk(request, m, *d) : fail(d.error());
  });
  return result;
}
