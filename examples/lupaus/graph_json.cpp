// SPDX-License-Identifier: BSL-1.0
#include "graph_json.hpp"

#include "promise_json.hpp"

#include "lupaus/model/element_text.hpp"

#include <boost/json.hpp>

#include <utility>

namespace json = boost::json;
using namespace lupaus;

namespace {

template <class Ids>
json::array names_of(model_view const& m, Ids const& ids) {
  json::array names;
  for (auto const id : ids) names.emplace_back(name_of(m, id));
  return names;
}

template <class Ids>
json::array places_of(promise_read const& p, Ids const& ids) {
  json::array places;
  for (auto const id : ids) places.emplace_back(p.document->places[id]);
  return places;
}

json::object path_of(model_view const& m, critical_path const& path) {
  json::object o;
  if (!path.impossible.empty()) o["impossible"] = names_of(m, path.impossible);
  if (!path.untimed.empty()) o["untimed"] = names_of(m, path.untimed);
  if (path.steps.empty()) return o;
  o["takes_seconds"] = worst_case(path.length());
  json::array steps;
  for (auto const& s : path.steps) {
    json::object step;
    step["part"] = name_of(m, s.part);
    if (auto const who = m.parts[s.part].performer) step["performer"] = name_of(m, who);
    step["begins_seconds"] = worst_case(s.begins);
    step["ends_seconds"] = worst_case(s.ends);
    steps.push_back(std::move(step));
  }
  o["steps"] = std::move(steps);
  return o;
}

json::object link_of(promise_read const& p, model_view const& m, weakest_link const& w) {
  json::object o;
  o["part"] = name_of(m, w.part);
  o["committed"] = p.document->places[w.committed];
  o["chain"] = places_of(p, w.chain);
  o["weakest"] = p.document->places[w.link];
  o["text"] = describe(m, w.link);
  return o;
}

json::object middle_of(model_view const& m, party_in_the_middle const& x) {
  json::object o;
  o["party"] = name_of(m, x.who);
  o["between"] = json::array{name_of(m, x.giver), name_of(m, x.taker)};
  if (x.before) o["parts"] = json::array{name_of(m, x.before), name_of(m, x.after)};
  return o;
}

json::object ring_of(promise_read const& p, model_view const& m, delegation_ring const& r) {
  json::object o;
  o["part"] = name_of(m, r.part);
  o["parties"] = names_of(m, r.firms);
  o["contracts"] = places_of(p, r.contracts);
  return o;
}

}  // namespace

std::string graphs_of(promise_read const& p, promise_graphs const& g) {
  auto const& m = p.document->model.view();
  auto o = begin_promise(p, m);
  o["critical_path"] = path_of(m, g.path);
  json::array weakest, middle, rings;
  for (auto const& w : g.weakest) weakest.push_back(link_of(p, m, w));
  for (auto const& x : g.middle) middle.push_back(middle_of(m, x));
  for (auto const& r : g.rings) rings.push_back(ring_of(p, m, r));
  o["weakest_links"] = std::move(weakest);
  o["in_the_middle"] = std::move(middle);
  o["rings"] = std::move(rings);
  return visible_json(std::move(o));
}
