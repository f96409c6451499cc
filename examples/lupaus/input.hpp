// SPDX-License-Identifier: BSL-1.0
//
// The promises of a file, one after the other.
#pragma once

#include "lupaus/io/json_lines.hpp"
#include "lupaus/json.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

/// A promise of a file, read or not.
struct promise_read {
  std::string_view file;
  std::size_t line = 0;  ///< of a file of lines, from 1 on; 0 where the file is the promise
  lupaus::result<lupaus::json_document> const& document;
  std::string_view text = {};  ///< of the promise
};

/// Why it could not be read, from the first line of the file to the last.
inline lupaus::errors errors_in_order(promise_read const& p) {
  auto errors = p.document.error();
  std::stable_sort(errors.begin(), errors.end(), [](auto const& a, auto const& b) {
    return std::pair{a.line, a.column} < std::pair{b.line, b.column};
  });
  return errors;
}

namespace input_detail {

inline lupaus::errors fault(std::string_view file, std::string message) {
  lupaus::error e;
  e.code = lupaus::error_code::missing;
  e.file = file;
  e.message = std::move(message);
  return {e};
}

/// Why a file that cannot be read cannot be.
inline std::string why_unreadable(std::string const& file) {
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored)) return "this is a folder; name the files in it";
  if (!std::filesystem::exists(file, ignored)) return "there is no such file";
  return "the file cannot be read";
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

/// Reads up to the end of the second line that is not blank. True when they are promises on lines
/// of their own: the first line closes what it opens, or the second opens anew. A promise that is
/// written for a human reader does neither.
inline bool begins_with_lines(std::istream& in, std::size_t most, std::string& head) {
  std::string lines[2];
  for (auto& line : lines)
    while (line.empty() && in && head.size() <= most) {
      for (char c = 0; c != '\n' && head.size() <= most && in.get(c); head += c)
        if (!line.empty() || std::string_view{" \t\r\n"}.find(c) == std::string_view::npos)
          line += c;
      line.erase(line.find_last_not_of(" \t\r\n") + 1);
    }
  return lines[0].ends_with('}') || lines[1].starts_with('{') || head.size() > most;
}

}  // namespace input_detail

/// Calls `f(promise_read)` for every promise of the file; for a file that cannot be read, or has
/// none in it, once.
template <class F>
void for_each_promise(std::string const& file, F f) {
  lupaus::json_options options;
  auto const is_standard = file == "-";
  options.file = is_standard ? "standard input" : std::string_view{file};
  auto const fail = [&](std::string message) {
    lupaus::result<lupaus::json_document> const none{
        input_detail::fault(options.file, std::move(message))};
    f(promise_read{options.file, 0, none, {}});
  };
  std::ifstream opened;
  if (!is_standard) {
    opened.open(file, std::ios::binary);
    // A folder can be opened, and not read.
    if (!opened || (opened.peek(), opened.bad())) return fail(input_detail::why_unreadable(file));
    opened.clear();
  }
  auto& in = is_standard ? std::cin : static_cast<std::istream&>(opened);
  std::string head;
  if (file.ends_with(".jsonl") ||
      (is_standard && input_detail::begins_with_lines(in, options.limits.bytes, head))) {
    std::size_t lines = 0;
    options.threads = is_standard ? 1 : 0;  // a pipe is answered line by line
    std::string_view left = head;
    lupaus::for_each_model(
        [&](char* buffer, std::size_t size) {
          if (!left.empty()) {
            auto const n = left.copy(buffer, size);
            left.remove_prefix(n);
            return n;
          }
          in.read(buffer, static_cast<std::streamsize>(size));
          return static_cast<std::size_t>(in.gcount());
        },
        [&](lupaus::json_line const& l) {
          ++lines;
          f(promise_read{options.file, l.number, l.document, l.text});
        },
        options);
    if (in.bad())
      fail("the file cannot be read to its end");
    else if (lines == 0)
      fail("there is no promise in it");
    return;
  }
  if (!input_detail::read_all(in, options.limits.bytes, head))
    return fail("the file cannot be read to its end");
  auto const document = lupaus::read_document(head, options);
  f(promise_read{options.file, 0, document, head});
}
