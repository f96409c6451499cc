// SPDX-License-Identifier: BSL-1.0
//
// What both commands do alike: read every promise of every file, and print one after the other.
#pragma once

#include "command.hpp"
#include "input.hpp"
#include "promise_json.hpp"

#include "lupaus/detail/visible_text.hpp"
#include "lupaus/model/odd_names.hpp"

#include <cstddef>
#include <iostream>
#include <string>
#include <vector>

/// Prints promises in the format that was asked for. What cannot be read is told on the standard
/// error, and in JSON also where the answers would stand.
class promise_printer {
 public:
  void print_errors(promise_read const& p) {
    std::cout.flush();  // so that a log has both in order
    ++not_read_;
    std::cerr << lupaus::to_string(errors_in_order(p)) << '\n';
    if (as_ == format::json) print_json(errors_of(p));
  }

 protected:
  promise_printer(format as, char const* json_begin, char const* json_end)
      : as_{as}, json_end_{json_end} {
    if (as_ == format::json) std::cout << json_begin;
  }

  void print_text(promise_read const& p, std::string const& text) {
    separate("\n\n");
    std::cout << lupaus::detail::visible(p.file);
    if (p.line > 0) std::cout << ':' << p.line;
    std::cout << "\n\n" << text;
  }
  void print_json(std::string const& object) {
    separate(",\n");
    std::cout << object;
  }
  /// Ends the JSON; or sums up the text, where more than one promise was read or not.
  void end(std::size_t read, std::string const& sum) {
    if (as_ == format::json) std::cout << json_end_;
    if (as_ == format::text && read + not_read_ > 1) {
      separate("\n\n");
      std::cout << sum << ", " << not_read_ << " not read\n";
    }
  }
  void separate(char const* by) {
    if (!is_first_) std::cout << by;
    is_first_ = false;
  }

  format as_;

 private:
  char const* json_end_;
  bool is_first_ = true;
  std::size_t not_read_ = 0;
};

/// Tells of names that look like others, on the standard error.
inline void warn_of_odd_names(promise_read const& p) {
  auto const& m = p.document->model.view();
  for (auto const& n : lupaus::find_odd_names(m)) {
    lupaus::error e;
    e.file = p.file;
    e.line = static_cast<int>(p.line);
    e.pointer = p.document->places[n.of];
    e.where = "warning";
    e.message = to_string(m, n);
    std::cout.flush();
    std::cerr << e.to_string() << '\n';
  }
}

/// Calls `answer(promise_read)` for every promise that was read, and has `out` tell of the others.
template <class Printer, class F>
outcome answer_all(std::vector<std::string> const& files, Printer& out, F answer) {
  auto result = outcome::sound;
  for (auto const& file : files)
    for_each_promise(file, [&](promise_read const& p) {
      if (p.document) {
        warn_of_odd_names(p);
        result = worse(result, answer(p));
      } else {
        out.print_errors(p);
        result = worse(result, outcome::bad_input);
      }
    });
  out.end();
  return result;
}
