// SPDX-License-Identifier: BSL-1.0
#include "promise_json.hpp"

#include "lupaus/io/json_write.hpp"
#include "lupaus/model/words.hpp"

#include <boost/json.hpp>

#include <cstddef>
#include <utility>

namespace json = boost::json;

std::string as_utf8(std::string_view bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size();) {
    auto const byte = [&](std::size_t k) {
      return k < bytes.size() ? static_cast<unsigned char>(bytes[k]) : 0U;
    };
    auto const first = byte(i);
    std::size_t const length = first < 0x80                    ? 1
                               : first >= 0xc2 && first < 0xe0 ? 2
                               : first >= 0xe0 && first < 0xf0 ? 3
                               : first >= 0xf0 && first < 0xf5 ? 4
                                                               : 0;
    auto is_valid = length > 0;
    for (std::size_t k = 1; k < length; ++k) is_valid = is_valid && (byte(i + k) & 0xc0) == 0x80;
    auto const second = byte(i + 1);
    is_valid = is_valid && !(first == 0xe0 && second < 0xa0) && !(first == 0xed && second > 0x9f) &&
               !(first == 0xf0 && second < 0x90) && !(first == 0xf4 && second > 0x8f);
    if (is_valid)
      text.append(bytes.substr(i, length));
    else
      text += "\xef\xbf\xbd";
    i += is_valid ? length : 1;
  }
  return text;
}

json::object begin_promise(promise_read const& p) {
  json::object o;
  o["file"] = as_utf8(p.file);
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
    fault["place"] = as_utf8(e.pointer);
    fault["message"] = as_utf8(e.message);
    if (!e.suggestion.empty()) fault["suggestion"] = as_utf8(e.suggestion);
    errors.push_back(std::move(fault));
  }
  o["errors"] = std::move(errors);
  return json::serialize(o);
}
