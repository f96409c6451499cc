// SPDX-License-Identifier: BSL-1.0
//
// Promises in JSON lines: one on each line. A line that is wrong is told of, and the rest is read.
#pragma once

#include "lupaus/json.hpp"

#include <concepts>
#include <cstddef>
#include <istream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace lupaus::inline v0 {

/// One line: its number in the file, from 1 on, and the promise, or what is wrong with it. The
/// errors have that number as their line, and columns within it. The text, which of a line that is
/// too long is empty, is there while `f` is called.
struct json_line {
  std::size_t number;
  result<json_document> const& document;
  std::string_view text = {};
};

/// Fills a buffer with the next bytes of a text and says how many; 0 at its end.
template <class S>
concept chunk_source = requires(S s, char* buffer, std::size_t size) {
  { s(buffer, size) } -> std::convertible_to<std::size_t>;
};

/// Reads a text piece by piece and calls `f` with a `json_line` for each line that is not blank.
/// When `f` returns false, no more is read. Gives the number of lines that were right.
///
/// Holds one line at a time, and of a line longer than the limit nothing: memory O(limits.bytes),
/// whatever the length of the text. Throws what `f` and the source throw.
template <chunk_source Source, class F>
  requires std::invocable<F&, json_line const&> std::size_t for_each_model(
      Source source, F f, json_options const& options = {}) {
    std::string line;
    std::size_t number = 1, right = 0;
    auto is_too_long = false, goes_on = true;
    auto const end_line = [&] {
      auto const is_blank = !is_too_long && line.find_first_not_of(" \t\r") == line.npos;
      if (!is_blank) {
        auto document = [&]() -> result<json_document> {
          if (!is_too_long) return read_document(line, options);
          error too_long{error_code::too_large, {}, {}, {}, std::string{options.file}, 1, 1};
          too_long.message = "a line has at most " + std::to_string(options.limits.bytes) +
                             " bytes, and this more";
          return errors{std::move(too_long)};
        }();
        if (!document) {
          auto faults = document.error();
          for (auto& e : faults) e.line += static_cast<int>(number - 1);
          document = std::move(faults);
        }
        right += document ? 1U : 0U;
        json_line const told{number, document, line};
        if constexpr (std::is_convertible_v<std::invoke_result_t<F&, json_line const&>, bool>)
          goes_on = static_cast<bool>(f(told));
        else
          f(told);
      }
      line.clear();
      is_too_long = false;
      ++number;
    };
    char buffer[16'384];
    while (goes_on) {
      auto const n = static_cast<std::size_t>(source(buffer, sizeof buffer));
      if (n == 0) break;
      std::string_view chunk{buffer, n < sizeof buffer ? n : sizeof buffer};
      while (goes_on && !chunk.empty()) {
        auto const end = chunk.find('\n');
        auto const piece = chunk.substr(0, end);
        if (!is_too_long && line.size() + piece.size() <= options.limits.bytes) {
          line += piece;
        } else {
          is_too_long = true;
          line.clear();
        }
        chunk.remove_prefix(end == std::string_view::npos ? chunk.size() : end + 1);
        if (end != std::string_view::npos) end_line();
      }
    }
    if (goes_on && (is_too_long || !line.empty())) end_line();
    return right;
  }

/// The same from a stream.
template <class F>
  requires std::invocable<F&, json_line const&> std::size_t for_each_model(
      std::istream& in, F f, json_options const& options = {}) {
    auto const source = [&in](char* buffer, std::size_t size) {
      in.read(buffer, static_cast<std::streamsize>(size));
      return static_cast<std::size_t>(in.gcount());
    };
    return for_each_model(source, std::move(f), options);
  }

}  // namespace lupaus::inline v0
