// SPDX-License-Identifier: BSL-1.0
//
// Reads a promise from JSON. The format: docs/reference/json.md and docs/schema/model.schema.json.
//
// One translation unit of the program includes <boost/json/src.hpp>, or the program is linked with
// Boost.JSON. Writing (lupaus/io/writer/write_json.hpp) needs neither.
#pragma once

#include "lupaus/io/reader/parse.hpp"
#include "lupaus/io/reader/reader.hpp"
#include "lupaus/io/writer/write_json.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace lupaus::inline v0 {

/// A model, and where its elements stand in the document that it was read from.
struct json_document {
  lupaus::model model;
  json_places places;
};

namespace detail::io {

/// What every document says first: which format it is in, and what the customer buys.
inline std::optional<json_document> read_tree(json_source& s) {
  json_object document{s, 0, "an object"};
  if (!document) return {};
  auto const format = document.require("lupaus");
  if (format != no_place) {
    auto const version = integer_of(s, format, 1, 999'999);
    if (version && *version != json_format) {
      s.fail(format, error_code::bad_value,
             "this is version " + std::to_string(*version) + " of the format, and version " +
                 std::to_string(json_format) + " is read here");
      return {};  // what else stands here means something else
    }
  }
  auto const title_at = document.require("title");
  auto const title = title_at == no_place ? std::nullopt : text_of(s, title_at);
  json_reader reader{s, title.value_or("the promise"), title_at == no_place ? 0 : title_at};
  auto const made = reader.read(document);
  if (!made) return {};
  if (reader.content_hash_at != no_place && reader.content_hash != content_hash(*made)) {
    s.fail(reader.content_hash_at, error_code::contradiction,
           "the content is not what the hash was made of; its hash is " + content_hash(*made));
    return {};
  }
  return json_document{*made, std::move(reader.places)};
}

}  // namespace detail::io

/// The promise and the places of its elements, or everything that is wrong with the document:
/// what is no JSON (RFC 8259), duplicate and unknown members, numbers that are not whole, names
/// that mean nothing, contradictions; each with a JSON pointer (RFC 6901), line and column. Throws
/// nothing but what memory and the user's own qualities throw.
///
/// Time O(bytes · log + what the builder takes), memory O(bytes); both bounded by the limits.
inline result<json_document> read_document(std::string_view json,
                                           json_options const& options = {}) {
  detail::io::json_source s{json, options};
  if (!detail::io::parse_json(s)) return std::move(s.faults);
  auto made = detail::io::read_tree(s);
  if (!made) return std::move(s.faults);
  return std::move(*made);
}

/// The same without the places.
inline result<model> read_model(std::string_view json, json_options const& options = {}) {
  auto const read = read_document(json, options);
  if (!read) return read.error();
  return read->model;
}

}  // namespace lupaus::inline v0
