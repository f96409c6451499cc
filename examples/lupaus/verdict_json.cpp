// SPDX-License-Identifier: BSL-1.0
#include "verdict_json.hpp"

#include "promise_json.hpp"

#include "lupaus/explore/answers/trace_times.hpp"
#include "lupaus/explore/move_text.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/report/exposure.hpp"
#include "lupaus/report/stories_left_out.hpp"
#include "lupaus/report/story.hpp"
#include "lupaus/report/verdict_words.hpp"

#include <boost/json.hpp>

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace json = boost::json;
using namespace lupaus;

namespace {

/// The first word of "complete", "states", …; as `to_string(search_coverage)` tells it in a
/// sentence.
char const* name_of(stop_reason why) {
  constexpr char const* names[] = {"not yet", "complete", "states", "bytes",
                                   "time",    "memory",   "caller", "unsteady"};
  return names[static_cast<std::size_t>(why)];
}

json::object explored(verdict const& v) {
  json::object o;
  o["states"] = v.seen.states;
  o["transitions"] = v.seen.transitions;
  o["searches"] = v.searches;
  o["apart"] = v.is_apart;
  o["depth"] = v.seen.depth;
  if (v.seen.complete_depth) o["complete_depth"] = *v.seen.complete_depth;
  o["complete"] = v.seen.is_complete();
  if (!v.seen.is_complete()) o["stopped_by"] = name_of(v.seen.why);
  return o;
}

json::object times_of(worst_case_times const& t) {
  json::object o;
  auto const add = [&](char const* name, std::optional<seconds_t> const& time) {
    if (time) o[name] = *time;
  };
  add("until_acceptable_seconds", t.until_acceptable);
  add("until_kept_seconds", t.until_kept);
  add("promised_seconds", t.promised);
  add("longest_limbo_seconds", t.longest_limbo);
  o["has_unbound_waits"] = t.has_unbound_waits;
  if (t.why != stop_reason::complete && t.why != stop_reason::not_yet)
    o["stopped_by"] = name_of(t.why);
  return o;
}

json::object element_of(promise_read const& p, model_view const& m, element e) {
  json::object o;
  o["place"] = p.document->places[e];
  o["text"] = describe(m, e);
  return o;
}

json::object move_of(promise_read const& p, trace_plan const& plan, order_move const& x,
                     moment const& t) {
  auto const& m = plan.model();
  json::object o;
  o["kind"] = as_json(to_string(x.kind));
  o["text"] = sentence(phrase(plan, x));
  if (x.by) o["by"] = lupaus::name_of(m, x.by);
  if (x.part) o["part"] = lupaus::name_of(m, x.part);
  if (x.part) o["unit"] = x.unit + 1;
  if (x.event) o["event"] = lupaus::name_of(m, x.event);
  o["at_seconds"] = t.at;
  o["is_bound"] = t.is_bound;
  o["is_dependable"] = x.is_dependable;
  if (t.under) o["owed_under"] = element_of(p, m, t.under);
  if (x.kind == move_kind::asks) {
    o["asks_for"] = x.on == occasion::cancellation ? "cancellation" : "replacement";
    o["answer"] = as_json(to_string(x.says.does));
    if (x.says.gate) o["waits_for"] = lupaus::name_of(m, x.says.gate);
  }
  if (x.says.under) o["rule"] = element_of(p, m, x.says.under);
  return o;
}

/// Names and numbers, more or less.
constexpr std::size_t bytes_of_a_move = 500;

/// The stories of one verdict, within the limits that there are for them.
struct telling {
  promise_read const& p;
  verdict const& v;
  trace_plan plan;
  detail::stories_left_out left_out;

  /// None, and counted, where a limit ends it.
  std::optional<json::array> moves_of(std::vector<order_move> const& trace,
                                      trace_times const& times) {
    json::array moves;
    for (std::size_t i = 0; i < trace.size(); ++i) {
      if (!left_out.goes_on()) return leave_out();
      moves.push_back(move_of(p, plan, trace[i], times[i]));
      left_out.add_written(bytes_of_a_move);
    }
    return moves;
  }
  std::optional<json::array> moves_of(std::vector<order_move> const& trace) {
    if (!left_out.goes_on()) return leave_out();
    return moves_of(trace, trace_times{plan, trace});
  }
  std::nullopt_t leave_out() {
    left_out.add_one();
    return std::nullopt;
  }
};

std::optional<json::object> story_of(telling& t, story const& s) {
  auto const& m = t.v.model();
  if (!t.left_out.goes_on()) return t.leave_out();
  trace_times const times{t.plan, s.moves};
  auto moves = t.moves_of(s.moves, times);
  if (!moves) return std::nullopt;
  json::object o;
  o["ends"] = as_json(to_string(s.ends));
  o["title"] = title_of(m, s);
  if (s.failure) {
    o["part"] = lupaus::name_of(m, m.events[s.failure].of);
    o["failure"] = lupaus::name_of(m, s.failure);
  }
  if (s.doomed_after < s.moves.size()) o["doomed_after"] = s.doomed_after + 1;
  o["released_by_nothing"] = s.is_released_by_nothing;
  o["moves"] = *std::move(moves);
  json::array holds;
  for (auto const& line : conclusions_of(m, s, times)) {
    holds.emplace_back(line);
    t.left_out.add_written(line.size());
  }
  o["what_holds_her"] = std::move(holds);
  return o;
}

json::value cost_of(std::optional<money> const& cost) {
  if (!cost) return "unknown";
  json::object o;
  o["minor_units"] = cost->minor_units;
  o["currency"] = as_json(cost->in.view());
  return o;
}

/// The other side of the counter.
json::object sellers_side_of(telling& t) {
  auto const& v = t.v;
  auto const& m = v.model();
  json::object o;
  o["found"] = summary_of_exposures(v);
  o["complete"] = v.has_every_exposure;
  json::array exposures, costs;
  for (auto const& x : v.exposures) {
    auto moves = t.moves_of(x.how.moves);
    if (!moves) continue;
    json::object e;
    e["kind"] = as_json(to_string(x.kind));
    e["text"] = phrase(m, x);
    e["part"] = lupaus::name_of(m, x.part);
    if (x.failure) {
      e["failed"] = lupaus::name_of(m, m.events[x.failure].of);
      e["failure"] = lupaus::name_of(m, x.failure);
    }
    json::array goods;
    for (auto good : x.goods) goods.emplace_back(lupaus::name_of(m, good));
    if (x.kind != exposure_kind::uncovered_loss) e["goods"] = std::move(goods);
    e["moves"] = *std::move(moves);
    exposures.push_back(std::move(e));
  }
  for (auto const& x : v.costs) {
    json::object c;
    c["part"] = lupaus::name_of(m, m.events[x.failure].of);
    c["failure"] = lupaus::name_of(m, x.failure);
    c["customer"] = cost_of(x.customer);
    c["seller"] = cost_of(x.seller);
    costs.push_back(std::move(c));
  }
  o["exposures"] = std::move(exposures);
  o["costs"] = std::move(costs);
  return o;
}

/// The steps of an encounter.
json::object encounter_of(telling& t) {
  auto const& v = t.v;
  auto const& m = v.model();
  json::object o;
  o["complete"] = v.encounter.is_complete && v.seen.is_complete();
  json::array breaks, found;
  for (auto const& line : detail::encounter_lines(v)) found.emplace_back(line);
  for (auto const& b : v.encounter.breaks) {
    auto moves = t.moves_of(b.moves);
    if (!moves) continue;
    json::object x;
    x["step"] = lupaus::name_of(m, b.step);
    if (b.failure) x["failure"] = lupaus::name_of(m, b.failure);
    x["moves"] = *std::move(moves);
    breaks.push_back(std::move(x));
  }
  o["found"] = std::move(found);
  o["breaks"] = std::move(breaks);
  return o;
}

}  // namespace

std::string verdict_of(promise_read const& p, verdict const& v, search_limits const& limits) {
  auto const& m = v.model();
  auto o = begin_promise(p, m);
  o["clean"] = v.is_clean();
  o["found"] = summary(v);
  o["failures"] = v.failures;
  o["units"] = v.units;
  o["every_unit"] = v.has_every_unit;
  if (!v.refusal.empty()) {
    o["refusal"] = v.refusal;
    return visible_json(std::move(o));
  }
  o["explored"] = explored(v);
  if (!v.is_apart) {  // else one state may have been seen more than once
    o["trapped"] = v.trapped;
    o["doomed"] = v.doomed;
    o["released_by_nothing"] = v.released_by_nothing;
  }
  if (v.most_contacts) o["most_contacts"] = *v.most_contacts;
  o["times"] = times_of(v.times);
  json::array missed_notices;
  for (auto const& s : v.missed_notices) {
    json::object x;
    x["part"] = lupaus::name_of(m, m.events[s.failure].of);
    x["failure"] = lupaus::name_of(m, s.failure);
    if (s.told_within) x["told_within_seconds"] = *s.told_within;
    if (s.promised) x["promised_within_seconds"] = *s.promised;
    missed_notices.push_back(std::move(x));
  }
  o["silences"] = std::move(missed_notices);
  json::array stories;
  telling t{p, v, trace_plan{m, v.units}, detail::stories_left_out{limits}};
  for (auto const& s : v.stories)
    if (auto told = story_of(t, s)) stories.push_back(*std::move(told));
  o["stories"] = std::move(stories);
  if (detail::has_steps(m)) o["encounter"] = encounter_of(t);
  o["seller"] = sellers_side_of(t);
  if (t.left_out.size() > 0)
    o["left_out"] =
        json::object{{"stories", t.left_out.size()}, {"stopped_by", name_of(t.left_out.why())}};
  return visible_json(std::move(o));
}
