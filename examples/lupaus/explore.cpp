// SPDX-License-Identifier: BSL-1.0
#include "command.hpp"
#include "printer.hpp"
#include "process_memory.hpp"
#include "verdict_json.hpp"

#include "lupaus/explore.hpp"
#include "lupaus/report/story.hpp"
#include "lupaus/report/story_dot.hpp"
#include "lupaus/report/story_gherkin.hpp"
#include "lupaus/report/story_test.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace lupaus;

/// How far the search is, on one line of a terminal that is written again and again; nothing where
/// the standard error is none. How many states there are nobody knows before the end; what is known
/// is when the first of the limits will be reached, if all goes on as it did.
class progress_line {
 public:
  explicit progress_line(search_limits const& limits)
      : limits_{limits}, is_shown_{isatty(STDERR_FILENO) == 1} {}
  void tell(search_coverage const& e) {
    if (!is_shown_) return;
    auto const bytes = resident_bytes();
    std::cerr << "\r\x1b[K" << e.states << " states, " << e.depth << " moves deep, "
              << (e.states == 0 ? 0 : e.expanded * 100 / e.states)
              << " % of them followed: " << bytes / (1U << 20) << " MB; ends in about "
              << seconds_left(e.states, bytes) << " s, if not before" << std::flush;
    is_written_ = true;
  }
  void clear() {
    if (is_written_) std::cerr << "\r\x1b[K" << std::flush;
    is_written_ = false;
  }

 private:
  using seconds = std::chrono::duration<double>;

  /// Until the first of the limits, at least 0.
  long long seconds_left(std::size_t states, std::size_t bytes) const {
    auto const used = seconds{std::chrono::steady_clock::now() - begin_}.count();
    auto left = seconds{limits_.time}.count() - used;
    auto const until = [&](std::size_t limit, std::size_t now) {
      if (now == 0) return;
      auto const share = static_cast<double>(limit) / static_cast<double>(now);
      left = (std::min)(left, used * share - used);
    };
    until(limits_.states, states);
    until(limits_.bytes, bytes);
    return left > 0 ? static_cast<long long>(left + 0.5) : 0;
  }

  search_limits limits_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  bool is_shown_, is_written_ = false;
};

/// Explores a promise within the limits of the request. Want of memory is one of them.
verdict explored(model const& m, explore_options options, std::size_t most_bytes) {
  progress_line line{options.limits};
  auto is_full = false;
  options.progress = [&](search_coverage const& e) {
    line.tell(e);
    is_full = resident_bytes() > most_bytes;
    return !is_full;
  };
  auto v = explore(m, options);
  line.clear();
  for (auto* why : {&v.seen.why, &v.times.why})
    if (is_full && *why == stop_reason::caller) *why = stop_reason::bytes;
  return v;
}

/// Code that reads the promise again from where it was read: so its file can be mended, and the
/// tests pass. What came by the standard input is written into the code.
test_options test_of(promise_read const& p, model_view const& m, std::size_t number,
                     search_limits const& limits) {
  test_options o;
  o.limits = limits;
  o.includes = {"\"lupaus/json.hpp\"", "<fstream>", "<string>"};
  if (number > 1) o.suite = "stories_of_promise_" + std::to_string(number);
  o.helpers =
      "// Somewhere in the program: #include <boost/json/src.hpp>, or link Boost.JSON.\n"
      "static lupaus::model the_promise() {\n";
  if (p.file == "standard input") {
    o.helpers += "  std::string const text = " + cpp_string(write_model(m)) + ";\n";
  } else {
    o.helpers += "  std::ifstream in{" + cpp_string(p.file) + "};\n  std::string text;\n";
    o.helpers += p.line == 0 ? "  std::getline(in, text, '\\0');\n"
                             : "  for (int line = 0; line < " + std::to_string(p.line) +
                                   "; ++line) std::getline(in, text);\n";
  }
  o.helpers += "  return lupaus::read_model(text).value();\n}\n";
  return o;
}

class printer : public promise_printer {
 public:
  explicit printer(format as) : promise_printer{as, verdicts_begin, verdicts_end} {}

  /// The limits are those of the stories.
  void print(promise_read const& p, verdict const& v, search_limits const& limits) {
    ++(v.is_clean() ? clean_ : !v.stories.empty() ? trapping_ : stopped_);
    switch (as_) {
      case format::text: print_text(p, to_text(v, {.limits = limits})); break;
      case format::json: print_json(verdict_of(p, v, limits)); break;
      case format::dot: write_dot(std::cout, v, limits); break;
      case format::gherkin: add_feature(v, limits); break;
      case format::boost_test:
        separate("\n");
        std::cout << to_boost_test(v, test_of(p, v.model(), ++number_, limits));
        break;
      case format::lines: break;  // of findings, and not offered
    }
  }

  void end() {
    if (as_ == format::gherkin) print_features();
    promise_printer::end(clean_ + trapping_ + stopped_,
                         std::to_string(clean_) + " without a trap, " + std::to_string(trapping_) +
                             " with one, " + std::to_string(stopped_) + " not explored to the end");
  }

 private:
  // A feature file holds one feature; of many promises, each is a rule in it. The first is both
  // until there is another.
  void add_feature(verdict const& v, search_limits limits) {
    limits.time /= 2;
    limits.bytes /= 2;
    if (rules_.empty()) feature_ = to_gherkin(v, limits);
    rules_.push_back(to_gherkin_rule(v, limits));
  }
  void print_features() {
    if (rules_.size() == 1) std::cout << feature_;
    if (rules_.size() < 2) return;
    std::cout << "Feature: nobody is trapped by what was promised\n";
    for (auto const& rule : rules_) std::cout << '\n' << rule;
  }

  std::size_t clean_ = 0, trapping_ = 0, stopped_ = 0, number_ = 0;
  std::string feature_;  // of the first
  std::vector<std::string> rules_;
};

/// Of the time, so much is left for the stories, however short it is.
constexpr std::chrono::nanoseconds least_time_to_tell = std::chrono::milliseconds{10};

/// A byte of JSON takes so many while it is made; one of text fewer, as it grows and is copied.
constexpr std::size_t bytes_while_written = 5;

/// What the process may still take; at least 1.
std::size_t bytes_left(std::size_t most) { return most - (std::min)(resident_bytes(), most - 1); }

outcome outcome_of(verdict const& v) {
  if (!v.stories.empty()) return outcome::traps;
  return v.is_clean() ? outcome::sound : outcome::stopped;
}

}  // namespace

outcome explore_command(explore_request const& request) {
  using clock = std::chrono::steady_clock;
  explore_options options;
  options.failures = request.failures;
  options.units = request.units;
  if (request.states > 0) options.limits.states = request.states;
  // What the explorer counts comes on top of what the program holds.
  options.limits.bytes = bytes_left(request.bytes);
  auto const time = std::chrono::duration_cast<std::chrono::nanoseconds>(
      std::chrono::duration<double>{request.seconds});
  options.limits.time = time / 20 * 19;  // what is found has to be told

  printer out{request.as};
  return answer_all(request.files, out, [&](promise_read const& p) {
    auto const begin = clock::now();
    auto const v = explored(p.document->model, options, request.bytes);
    search_limits words;
    // To write it takes as long again.
    words.time = (std::max)({(time - (clock::now() - begin)) / 2, time / 20, least_time_to_tell});
    words.bytes = bytes_left(request.bytes) / bytes_while_written;
    out.print(p, v, words);
    return outcome_of(v);
  });
}
