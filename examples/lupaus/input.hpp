// SPDX-License-Identifier: BSL-1.0
//
// The promises of a file, one after the other.
#pragma once

#include "lupaus/io/json.hpp"
#include "lupaus/io/json_lines.hpp"

#include <cstddef>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

/// A promise of a file, read or not.
struct promise_read {
  std::string_view file;
  std::size_t line = 0;  ///< of a file of lines, from 1 on; 0 where the file is the promise
  lupaus::result<lupaus::json_document> const& document;
};

namespace input_detail {

inline lupaus::errors cannot_read(std::string_view file) {
  lupaus::error e;
  e.code = lupaus::error_code::missing;
  e.file = file;
  e.message = "the file cannot be read";
  return {e};
}

/// Reads at most one byte more than a promise may have: enough to see that it has too many.
inline bool read_all(std::istream& in, std::size_t most, std::string& text) {
  char buffer[65'536];
  while (in && text.size() <= most) {
    in.read(buffer, sizeof buffer);
    text.append(buffer, static_cast<std::size_t>(in.gcount()));
  }
  return !in.bad();
}

}  // namespace input_detail

/// Calls `f(promise_read)` for every promise of the file; for a file that cannot be read, once.
template <class F>
void for_each_promise(std::string const& file, F f) {
  lupaus::json_options options;
  options.file = file == "-" ? "standard input" : std::string_view{file};
  auto const fail = [&] {
    lupaus::result<lupaus::json_document> const none{input_detail::cannot_read(options.file)};
    f(promise_read{options.file, 0, none});
  };
  std::ifstream opened;
  if (file != "-") {
    opened.open(file, std::ios::binary);
    // A directory can be opened, and not read.
    if (!opened || (opened.peek(), opened.bad())) return fail();
    opened.clear();
  }
  auto& in = file == "-" ? std::cin : static_cast<std::istream&>(opened);
  if (file == "-" || file.ends_with(".jsonl")) {
    lupaus::for_each_model(
        in,
        [&](lupaus::json_line const& l) {
          f(promise_read{options.file, l.number, l.document});
        },
        options);
    if (in.bad()) fail();
    return;
  }
  std::string text;
  if (!input_detail::read_all(in, options.limits.bytes, text)) return fail();
  auto const document = lupaus::read_document(text, options);
  f(promise_read{options.file, 0, document});
}
