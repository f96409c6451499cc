// SPDX-License-Identifier: BSL-1.0
#include "command.hpp"
#include "findings_json.hpp"
#include "findings_lines.hpp"
#include "printer.hpp"

#include "lupaus/report.hpp"
#include "lupaus/validate.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <iostream>
#include <string>

namespace {

class printer : public promise_printer {
 public:
  explicit printer(format as) : promise_printer{as, findings_begin, findings_end} {}

  /// The limits are those of the words.
  void print(promise_read const& p, lupaus::report const& r,
             lupaus::validate_options const& limits) {
    ++(r.is_sound() ? sound_ : r.has_errors() ? broken_ : stopped_);
    switch (as_) {
      case format::text: print_text(p, report_text(r, limits)); break;
      case format::lines: std::cout << lines_of(p, r, limits); break;
      case format::json: print_json(findings_of(p, r, limits)); break;
      case format::dot: write_dot(std::cout, r, limits); break;
      case format::gherkin:
      case format::boost_test: break;  // of stories, and not offered
    }
  }

  void end() {
    auto sum = std::to_string(sound_) + " sound, " + std::to_string(broken_) + " not sound";
    if (stopped_ > 0) sum += ", " + std::to_string(stopped_) + " not checked to the end";
    promise_printer::end(sound_ + broken_ + stopped_, sum);
  }

 private:
  static std::string report_text(lupaus::report const& r, lupaus::validate_options const& limits) {
    auto const more = to_text(r.model(), lupaus::over_fulfilments(r.model()));
    return to_text(r, {.limits = limits}) + (more.empty() ? "" : "\n" + more);
  }

  std::size_t sound_ = 0, broken_ = 0, stopped_ = 0;
};

}  // namespace

outcome validate_command(validate_request const& request) {
  using clock = std::chrono::steady_clock;
  lupaus::validate_options options;
  if (request.work > 0) options.work = request.work;
  auto const time = std::chrono::duration_cast<std::chrono::nanoseconds>(
      std::chrono::duration<double>{request.seconds});

  printer out{request.as};
  return answer_all(request.files, out, [&](promise_read const& p) {
    auto const begin = clock::now();
    auto limits = options;
    limits.time = time / 20 * 17;  // what is found has to be told
    auto const report = lupaus::validate(p.document->model, limits);
    // And written, which takes as long again.
    limits.time = (std::max)((time - (clock::now() - begin)) / 2, time / 20);
    out.print(p, report, limits);
    if (report.has_errors()) return outcome::gaps;
    return report.is_complete() ? outcome::sound : outcome::stopped;
  });
}
