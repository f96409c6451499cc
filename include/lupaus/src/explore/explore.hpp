// SPDX-License-Identifier: BSL-1.0
//
// The search of one promise: set of parts by set of parts, and then for its times.
#pragma once

#include "lupaus/explore.hpp"
#include "lupaus/explore/answers/explorer.hpp"
#include "lupaus/explore/answers/worst_times.hpp"
#include "lupaus/explore/order/independent_parts.hpp"
#include "lupaus/src/explore/notice_times.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// The times are looked for in at most so many states.
inline constexpr std::size_t most_timed_states = 1'000'000;

inline std::string refusal_of(model_view const& m, explore_options const& o) {
  if (m.events.size() > order_plan::most_events)
    return "the promise has " + std::to_string(m.events.size()) + " events; at most " +
           std::to_string(order_plan::most_events) + " can be explored";
  if (m.parties.size() > order_plan::most_events)
    return "the promise has " + std::to_string(m.parties.size()) + " parties; at most " +
           std::to_string(order_plan::most_events) + " can be explored";
  if (o.failures > 255) return "a budget of more than 255 failures";
  if (o.units < 1 || o.units > 255) return "1 to 255 units of a part can be followed";
  return {};
}

/// The parts of one set after those of others: their stories sorted in, their states added.
inline void merge(verdict& whole, verdict&& part) {
  auto const is_before = [](story const& a, story const& b) {
    auto const is_worse = a.ends == ending::trapped && b.ends != ending::trapped;
    if (a.ends != b.ends) return is_worse;
    if (a.moves.size() != b.moves.size()) return a.moves.size() < b.moves.size();
    return std::lexicographical_compare(a.moves.begin(), a.moves.end(), b.moves.begin(),
                                        b.moves.end(), is_preferred);
  };
  for (auto& s : part.stories) {
    auto const same = std::find_if(whole.stories.begin(), whole.stories.end(),
                                   [&](story const& t) { return t.failure == s.failure; });
    if (same != whole.stories.end()) {
      if (!is_before(s, *same)) continue;
      whole.stories.erase(same);
    }
    auto const after = std::find_if(whole.stories.begin(), whole.stories.end(),
                                    [&](story const& t) { return is_before(s, t); });
    whole.stories.insert(after, std::move(s));
  }
  for (auto& s : part.violations) whole.violations.push_back(std::move(s));
  for (auto& s : part.broken) whole.broken.push_back(std::move(s));
  whole.trapped += part.trapped;
  whole.doomed += part.doomed;
  whole.released_by_nothing += part.released_by_nothing;
  // Unknown of one set is unknown of all.
  if (!part.most_contacts || (whole.searches > 0 && !whole.most_contacts))
    whole.most_contacts = {};
  else
    whole.most_contacts = (std::max)(whole.most_contacts.value_or(0), *part.most_contacts);
  auto &a = whole.seen, &b = part.seen;
  a.complete_depth =
      whole.searches == 0 || (b.complete_depth && a.complete_depth &&
                              *b.complete_depth < *a.complete_depth && !b.is_complete())
          ? b.complete_depth
          : a.complete_depth;
  a.states += b.states;
  a.expanded += b.expanded;
  a.transitions += b.transitions;
  a.bytes = (std::max)(a.bytes, b.bytes);
  a.depth = (std::max)(a.depth, b.depth);
  a.why = b.why;
  ++whole.searches;
}

/// False where the machine has not the memory for it.
template <class F>
bool has_memory_for(F&& work) {
#if defined(__cpp_exceptions)
  try {
    work();
  } catch (std::bad_alloc const&) {
    return false;
  }
#else
  work();
#endif
  return true;
}

/// The search of one promise, set of parts by set of parts.
class promise_search {
 public:
  promise_search(verdict& v, policy_ref const& p, explore_options const& o)
      : v_{v}, policy_{p}, options_{o}, meter_{o.limits, o.progress, v.seen} {}

  void run() {
    v_.failures = options_.failures;
    v_.units = options_.units;
    v_.is_by_the_rules = policy_.follows_rules();
    v_.refusal = refusal_of(v_.model(), options_);
    if (!v_.refusal.empty()) return;
    // Code and invariants may look at all parts at once.
    auto const is_whole =
        options_.together || !policy_.follows_rules() || !options_.invariants.empty();
    auto const sets = is_whole ? std::vector<std::vector<bool>>{{}} : independent_parts(v_.model());
    for (auto const& set : sets) {
      search(set);
      if (!v_.refusal.empty() || !v_.seen.is_complete()) break;
    }
    if (options_.times && v_.refusal.empty() && v_.seen.is_complete()) find_times(sets);
    v_.times.promised = time_promised(v_.model());
    find_missed_notices(v_);
  }

 private:
  order_plan plan_of(std::vector<bool> const& set, bool keeps_time) const {
    return {v_.model(), options_.units, !policy_.follows_rules(),
            set,        keeps_time,     !options_.invariants.empty()};
  }
  search_limits limits_left() const {
    auto limits = options_.limits;
    limits.states -= (std::min)(limits.states, v_.seen.states);
    limits.time = meter_.time_left();
    return limits;
  }

  void search(std::vector<bool> const& set) {
    auto const plan = plan_of(set, options_.tells_time);
    v_.has_every_unit = v_.has_every_unit && plan.has_every_unit();
    verdict part{v_.model()};
    if (plan.bytes() <= order_plan::most_bytes) {
      order_moves const moves{plan, policy_, options_.failures, options_.tells_time, options_.only};
      auto const space = make_order_space(moves);
      if (!has_memory_for([&] {
            explorer{*space, options_, meter_, part}.run(limits_left(), policy_.follows_rules());
          }))
        part.seen.why = stop_reason::memory;  // and what was found before stands
      meter_.tells_of(v_.seen);
      return merge(v_, std::move(part));
    }
    v_.refusal = "the promise needs " + std::to_string(plan.bytes()) +
                 " bytes a state; at most 512 can be explored";
  }

  void find_times(std::vector<std::vector<bool>> const& sets) {
    v_.times.why = stop_reason::complete;
    for (auto const& set : sets)
      if (auto const why = find_times(set); why != stop_reason::complete) {
        v_.times = {};
        v_.times.why = why;
        return;
      }
  }
  stop_reason find_times(std::vector<bool> const& set) {
    auto const plan = plan_of(set, true);
    if (plan.bytes() > order_plan::most_bytes) return stop_reason::bytes;
    auto limits = limits_left();
    limits.states = (std::min)(options_.limits.states, most_timed_states);
    if (limits.bytes != (std::numeric_limits<std::size_t>::max)()) limits.bytes /= 2;
    order_moves const moves{plan, policy_, options_.failures, options_.tells_time, options_.only};
    auto const space = make_order_space(moves);
    auto why = stop_reason::complete;
    if (!has_memory_for([&] {
          auto const seen = space->run(limits, options_.progress);
          why = seen.why;
          if (!seen.is_complete()) return;
          meter_.hold(seen.bytes);
          worst_times{*space, meter_}.find(v_.times);
          why = meter_.why();
        }))
      why = stop_reason::memory;
    meter_.hold(0);
    return why;
  }

  verdict& v_;
  policy_ref policy_;
  explore_options const& options_;
  work_meter meter_;
};

LUPAUS_DECL verdict explore(explorable_promise const& promise, policy_ref const& p,
                            explore_options const& options) {
  verdict v{promise};
  if (!has_memory_for([&] { promise_search{v, p, options}.run(); }))
    v.seen.why = stop_reason::memory;
  return v;
}

}  // namespace detail

}  // namespace lupaus::inline v0
