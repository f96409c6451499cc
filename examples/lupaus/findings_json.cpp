// SPDX-License-Identifier: BSL-1.0
#include "findings_json.hpp"

#include "promise_json.hpp"

#include "lupaus/model/element_text.hpp"

#include <boost/json.hpp>

#include <cstddef>
#include <string>
#include <utility>

namespace json = boost::json;

namespace {

char const* name_of(lupaus::work_end why) {
  constexpr char const* names[] = {"complete", "work", "time", "memory"};
  return names[static_cast<std::size_t>(why)];
}

json::object checked(lupaus::validate_coverage const& c) {
  json::object o;
  o["complete"] = c.is_complete();
  if (c.is_complete()) return o;
  o["stopped_by"] = name_of(c.why);
  if (c.left_off) o["left_off"] = as_json(c.left_off->id);
  json::array not_begun;
  for (auto const* g : c.not_begun) not_begun.push_back(as_json(g->id));
  o["not_begun"] = std::move(not_begun);
  return o;
}

json::object to_json(promise_read const& p, lupaus::model_view const& m, lupaus::explainer& explain,
                     lupaus::finding const& f) {
  auto const& places = p.document->places;
  auto const words = explain(f);
  json::object o;
  o["id"] = as_json(f.what->id);
  o["severity"] = as_json(to_string(f.what->severity));
  o["between"] = as_json(to_string(f.what->between));
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

json::array exceeding(promise_read const& p, lupaus::model_view const& m) {
  auto const& places = p.document->places;
  json::array all;
  for (auto const& o : lupaus::over_fulfilments(m)) {
    json::array at{places[o.more]};
    if (o.less) at.emplace_back(places[o.less]);
    all.push_back(json::object{{"kind", as_json(to_string(o.kind))},
                               {"part", lupaus::name_of(m, o.part)},
                               {"what", to_string(m, o)},
                               {"places", std::move(at)}});
  }
  return all;
}

}  // namespace

std::string findings_of(promise_read const& p, lupaus::report const& r,
                        lupaus::validate_options const& limits) {
  auto const& m = r.model();
  auto o = begin_promise(p, m);
  o["sound"] = r.is_sound();
  o["checked"] = checked(r.coverage());
  lupaus::explainer explain{r, limits};
  json::array findings;
  for (std::size_t i = 0; i < r.size(); ++i) {
    auto f = to_json(p, m, explain, r[i]);
    json::array hence;
    for (auto const& c : r.consequences(i)) hence.push_back(to_json(p, m, explain, c));
    f["consequences"] = std::move(hence);
    findings.push_back(std::move(f));
  }
  o["findings"] = std::move(findings);
  o["exceeding"] = exceeding(p, m);
  return visible_json(std::move(o));
}
