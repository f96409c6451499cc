// SPDX-License-Identifier: BSL-1.0
#include "findings_json.hpp"

#include "lupaus/model/words.hpp"

#include <boost/json.hpp>

#include <string_view>

namespace json = boost::json;

namespace {

/// JSON is UTF-8; a file's name may be any bytes. What is none is shown as U+FFFD.
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

json::object begin(promise_read const& p) {
  json::object o;
  o["file"] = as_utf8(p.file);
  if (p.line > 0) o["line"] = p.line;
  return o;
}

json::object to_json(promise_read const& p, lupaus::report const& r, lupaus::finding const& f) {
  auto const& m = r.model();
  auto const& places = p.document->places;
  auto const words = r.explain(f);
  json::object o;
  o["id"] = json::string_view{f.what->id.data(), f.what->id.size()};
  auto const text = [](std::string_view t) { return json::string{t.data(), t.size()}; };
  o["severity"] = text(to_string(f.what->severity));
  o["between"] = text(to_string(f.what->between));
  o["service_gap"] = static_cast<int>(f.what->service);
  if (f.part) o["part"] = lupaus::name_of(m, f.part);
  if (f.accountable) o["accountable"] = lupaus::name_of(m, f.accountable);
  if (f.performing) o["performing"] = lupaus::name_of(m, f.performing);
  if (f.late_by > 0) o["late_by_seconds"] = f.late_by;
  o["what"] = words.what;
  o["where"] = words.where;
  o["why"] = words.why;
  o["mend"] = words.mend;
  json::array at;
  for (auto const e : {f.where, f.other})
    if (e) at.emplace_back(places[e]);
  o["places"] = std::move(at);
  json::array evidence;
  for (auto const e : words.evidence) {
    json::object seen;
    seen["place"] = places[e];
    seen["text"] = describe(m, e);
    evidence.push_back(std::move(seen));
  }
  o["evidence"] = std::move(evidence);
  return o;
}

}  // namespace

std::string findings_of(promise_read const& p, lupaus::report const& r) {
  auto const& m = r.model();
  auto o = begin(p);
  o["title"] = lupaus::name_of(m, lupaus::whole);
  if (!m.identity.empty()) o["id"] = std::string{m.identity};
  if (!m.version.empty()) o["version"] = std::string{m.version};
  o["content_hash"] = lupaus::content_hash(m);
  o["sound"] = r.is_sound();
  json::array findings;
  for (std::size_t i = 0; i < r.size(); ++i) {
    auto f = to_json(p, r, r[i]);
    json::array hence;
    for (auto const& c : r.consequences(i)) hence.push_back(to_json(p, r, c));
    f["consequences"] = std::move(hence);
    findings.push_back(std::move(f));
  }
  o["findings"] = std::move(findings);
  return json::serialize(o);
}

std::string errors_of(promise_read const& p) {
  auto o = begin(p);
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
