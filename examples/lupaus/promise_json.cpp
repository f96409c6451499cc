// SPDX-License-Identifier: BSL-1.0
#include "promise_json.hpp"

#include "lupaus/detail/utf8.hpp"
#include "lupaus/detail/visible_text.hpp"
#include "lupaus/io/writer/write_json.hpp"
#include "lupaus/model/element_text.hpp"

#include <boost/json.hpp>

#include <cstddef>
#include <utility>

namespace json = boost::json;

std::string visible_json(json::value const& v) {
  return lupaus::detail::visible(json::serialize(v));
}

json::object begin_promise(promise_read const& p) {
  json::object o;
  o["file"] = lupaus::as_utf8(p.file);
  if (p.line > 0) o["line"] = p.line;
  return o;
}

json::object begin_promise(promise_read const& p, lupaus::model_view const& m) {
  auto o = begin_promise(p);
  o["title"] = lupaus::name_of(m, lupaus::whole);
  if (!m.identity.empty()) o["id"] = std::string{m.identity};
  if (!m.version.empty()) o["version"] = std::string{m.version};
  o["content_hash"] = lupaus::content_hash(m);
  return o;
}

std::string errors_of(promise_read const& p) {
  auto o = begin_promise(p);
  json::array errors;
  for (auto const& e : errors_in_order(p)) {
    json::object fault;
    if (e.line > 0) fault["line"] = e.line;
    if (e.column > 0) fault["column"] = e.column;
    fault["place"] = lupaus::as_utf8(e.pointer);
    fault["message"] = lupaus::as_utf8(e.message);
    if (!e.suggestion.empty()) fault["suggestion"] = lupaus::as_utf8(e.suggestion);
    errors.push_back(std::move(fault));
  }
  o["errors"] = std::move(errors);
  return visible_json(std::move(o));
}
