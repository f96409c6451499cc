// SPDX-License-Identifier: BSL-1.0
#include "command.hpp"
#include "findings_json.hpp"
#include "input.hpp"
#include "promise_json.hpp"

#include "lupaus/report/dot.hpp"
#include "lupaus/report/text.hpp"
#include "lupaus/validate.hpp"

#include <cstddef>
#include <iostream>

namespace {

/// Prints one promise after the other, in the format that was asked for. What cannot be read is
/// told on the standard error, and in JSON also where the findings would stand.
class printer {
 public:
  explicit printer(format as) : as_{as} {
    if (as_ == format::json) std::cout << findings_begin;
  }

  void print(promise_read const& p, lupaus::report const& r) {
    ++(r.is_sound() ? sound_ : broken_);
    switch (as_) {
      case format::text:
        separate("\n\n");
        std::cout << p.file;
        if (p.line > 0) std::cout << ':' << p.line;
        std::cout << "\n\n" << to_text(r);
        break;
      case format::json:
        separate(",\n");
        std::cout << findings_of(p, r);
        break;
      case format::dot: write_dot(std::cout, r); break;
      case format::gherkin:
      case format::boost_test: break;  // of stories, and not offered
    }
  }

  void print_errors(promise_read const& p) {
    std::cout.flush();  // so that a log has both in order
    ++bad_;
    std::cerr << lupaus::to_string(errors_in_order(p)) << '\n';
    if (as_ != format::json) return;
    separate(",\n");
    std::cout << errors_of(p);
  }

  void end() {
    if (as_ == format::json) std::cout << findings_end;
    if (as_ == format::text && sound_ + broken_ + bad_ > 1) {
      separate("\n\n");
      std::cout << sound_ << " sound, " << broken_ << " not sound, " << bad_ << " not read\n";
    }
  }

 private:
  void separate(char const* by) {
    if (!is_first_) std::cout << by;
    is_first_ = false;
  }
  format as_;
  bool is_first_ = true;
  std::size_t sound_ = 0, broken_ = 0, bad_ = 0;
};

}  // namespace

outcome validate_command(validate_options const& options) {
  printer out{options.as};
  auto result = outcome::sound;
  for (auto const& file : options.files)
    for_each_promise(file, [&](promise_read const& p) {
      if (!p.document) {
        out.print_errors(p);
        result = outcome::bad_input;
        return;
      }
      auto const report = lupaus::validate(p.document->model);
      out.print(p, report);
      if (!report.is_sound()) result = worse(result, outcome::gaps);
    });
  out.end();
  return result;
}
