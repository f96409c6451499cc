// SPDX-License-Identifier: BSL-1.0
//
// Promises in JSON lines: one on each line. A line that is wrong is told of, and the rest is read.
#pragma once

#include "lupaus/json.hpp"

#include <concepts>
#include <cstddef>
#include <istream>
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

/// Is told of lines; when it answers false, no more are read.
template <class F>
concept line_sink = std::invocable<F&, json_line const&>;

namespace detail::io {

/// A source and a sink, whatever they are.
struct line_stream {
  void* source;
  void* sink;
  std::size_t (*fill)(void* source, char* buffer, std::size_t size);
  bool (*tell)(void* sink, json_line const& line);
};

/// The number of lines that were right.
LUPAUS_DECL std::size_t read_lines(line_stream const& lines, json_options const& options);

}  // namespace detail::io

/// Reads a text piece by piece and calls `f` with a `json_line` for each line that is not blank, in
/// their order. When `f` returns false, no more is told. Gives the number of lines that were right.
///
/// With `options.threads` as many lines are read at a time; `f` and the source are called by the
/// calling thread alone. Holds a few batches of lines, and of a line longer than the limit nothing:
/// memory O(threads · limits.bytes), whatever the length of the text. Throws what `f`, the source
/// and the user's own qualities throw.
template <chunk_source Source, line_sink F>
std::size_t for_each_model(Source source, F f, json_options const& options = {}) {
  return detail::io::read_lines(
      {&source, &f,
       [](void* s, char* buffer, std::size_t size) {
         return static_cast<std::size_t>((*static_cast<Source*>(s))(buffer, size));
       },
       [](void* s, json_line const& line) {
         auto& sink = *static_cast<F*>(s);
         if constexpr (std::is_convertible_v<std::invoke_result_t<F&, json_line const&>, bool>) {
           return static_cast<bool>(sink(line));
         } else {
           sink(line);
           return true;
         }
       }},
      options);
}

/// The same from a stream.
template <line_sink F>
std::size_t for_each_model(std::istream& in, F f, json_options const& options = {}) {
  auto const source = [&in](char* buffer, std::size_t size) {
    in.read(buffer, static_cast<std::streamsize>(size));
    return static_cast<std::size_t>(in.gcount());
  };
  return for_each_model(source, std::move(f), options);
}

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/json_lines.hpp"
#endif
