// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the reader of promises in JSON.
#pragma once

#include "lupaus/io/reader/parse.hpp"
#include "lupaus/io/reader/reader.hpp"
#include "lupaus/json.hpp"
#include "lupaus/src/json/positions.hpp"

#include <memory>
#include <string_view>
#include <utility>

namespace lupaus::inline v0 {

namespace detail::io {

LUPAUS_DECL document_reader::document_reader(json_options const& options)
    : reading_{std::make_unique<reading>(options)} {}
LUPAUS_DECL document_reader::document_reader(document_reader&&) noexcept = default;
LUPAUS_DECL document_reader& document_reader::operator=(document_reader&&) noexcept = default;
LUPAUS_DECL document_reader::~document_reader() = default;

LUPAUS_DECL result<json_document> document_reader::read(std::string_view json) {
  auto& r = *reading_;
  r.begin(json);
  if (!parse_json(r.source)) return std::move(r.source.faults);
  auto const made = read_tree(r);
  if (!made) return std::move(r.source.faults);
  return json_document{*made, r.positions.finish(r.source.tree)};
}

}  // namespace detail::io

LUPAUS_DECL result<json_document> read_document(std::string_view json,
                                                json_options const& options) {
  return detail::io::document_reader{options}.read(json);
}

LUPAUS_DECL result<model> read_model(std::string_view json, json_options const& options) {
  auto const read = read_document(json, options);
  if (!read) return read.error();
  return read->model;
}

}  // namespace lupaus::inline v0
