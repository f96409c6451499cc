// SPDX-License-Identifier: BSL-1.0
//
// Reads a promise from JSON. The format: docs/reference/json.md and docs/schema/model.schema.json.
//
// The parser is Boost.JSON's. In the compiled form it is built with the library; header-only, one
// translation unit of the program includes <boost/json/src.hpp>, or the program is linked with it.
// Writing (lupaus/io/writer/write_json.hpp) needs neither.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/io/json_options.hpp"
#include "lupaus/io/json_positions.hpp"
#include "lupaus/io/writer/write_json.hpp"
#include "lupaus/model/error.hpp"
#include "lupaus/model/model.hpp"

#include <memory>
#include <string_view>

namespace lupaus::inline v0 {

/// A model, and where its elements stand in the document that it was read from.
struct json_document {
  lupaus::model model;
  json_positions places;
};

namespace detail::io {

struct reading;

/// Reads one document after the other, and keeps its memory from one to the next.
class document_reader {
 public:
  /// The options must outlive it.
  explicit document_reader(json_options const& options);
  document_reader(document_reader&&) noexcept;
  document_reader& operator=(document_reader&&) noexcept;
  ~document_reader();

  result<json_document> read(std::string_view json);

 private:
  std::unique_ptr<reading> reading_;
};

}  // namespace detail::io

/// The promise and the places of its elements, or everything that is wrong with the document:
/// what is no JSON (RFC 8259), duplicate and unknown members, numbers that are not whole, names
/// that mean nothing, contradictions; each with a JSON pointer (RFC 6901), line and column. Throws
/// nothing but what memory and the user's own qualities throw.
///
/// Time O(bytes · log + what the builder takes), memory O(bytes); both bounded by the limits.
[[nodiscard]] LUPAUS_DECL result<json_document> read_document(std::string_view json,
                                                              json_options const& options = {});

/// The same without the places.
[[nodiscard]] LUPAUS_DECL result<model> read_model(std::string_view json,
                                                   json_options const& options = {});

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/json.hpp"
#endif
