// SPDX-License-Identifier: BSL-1.0
//
// Drives a fulfilment policy through every failure, and finds the shortest stories in which a
// customer is trapped; or proves that there is none.
//
//   auto const found = explore(as_sold, rules_policy{}, {.failures = 2});
#pragma once

#include "lupaus/explore/answers/explorer.hpp"
#include "lupaus/explore/answers/notice_times.hpp"
#include "lupaus/explore/answers/worst_times.hpp"
#include "lupaus/explore/order/independent_parts.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// Calls `f` with the size of a state that is large enough for the plan; false when none is.
template <class F>
bool with_state_size(order_plan const& plan, F&& f) {
  if (plan.bytes() <= 32)
    f(std::integral_constant<std::size_t, 32>{});
  else if (plan.bytes() <= 128)
    f(std::integral_constant<std::size_t, 128>{});
  else if (plan.bytes() <= 512)
    f(std::integral_constant<std::size_t, 512>{});
  else
    return false;
  return true;
}

/// The times are looked for in at most so many states.
inline constexpr std::size_t most_timed_states = 1'000'000;

inline std::string why_not(model_view const& m, explore_options const& o) {
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

/// What is left of the limits after a search has looked so far.
inline search_limits rest_of(search_limits l, extent const& seen,
                             std::chrono::steady_clock::time_point since) {
  l.states -= std::min(l.states, seen.states);
  if (l.time != std::chrono::nanoseconds::max()) {
    auto const used = std::chrono::steady_clock::now() - since;
    l.time = used < l.time ? l.time - used : std::chrono::nanoseconds::zero();
  }
  return l;
}

/// The parts of one set after those of others: their stories sorted in, their states added.
inline void add_part(verdict& whole, verdict&& part) {
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
    if (same == whole.stories.end())
      whole.stories.push_back(std::move(s));
    else if (is_before(s, *same))
      *same = std::move(s);
  }
  std::stable_sort(whole.stories.begin(), whole.stories.end(), is_before);
  for (auto& s : part.violations) whole.violations.push_back(std::move(s));
  for (auto& s : part.broken) whole.broken.push_back(std::move(s));
  whole.trapped += part.trapped;
  whole.doomed += part.doomed;
  whole.released_by_nothing += part.released_by_nothing;
  whole.most_contacts = std::max(whole.most_contacts, part.most_contacts);
  auto &a = whole.seen, &b = part.seen;
  a.complete_depth =
      whole.searches == 0 || (b.complete_depth && a.complete_depth &&
                              *b.complete_depth < *a.complete_depth && !b.is_complete())
          ? b.complete_depth
          : a.complete_depth;
  a.states += b.states;
  a.expanded += b.expanded;
  a.transitions += b.transitions;
  a.bytes = std::max(a.bytes, b.bytes);
  a.depth = std::max(a.depth, b.depth);
  a.why = b.why;
  ++whole.searches;
}

/// The search of one promise, set of parts by set of parts.
template <class Policy>
class promise_search {
 public:
  promise_search(verdict& v, Policy& p, explore_options const& o)
      : v_{v}, policy_{p}, options_{o}, start_{std::chrono::steady_clock::now()} {}

  void run() {
    v_.failures = options_.failures;
    v_.units = options_.units;
    v_.is_by_the_rules = is_rules<Policy>;
    v_.refusal = why_not(v_.model(), options_);
    if (!v_.refusal.empty()) return;
    // Code and invariants may look at all parts at once.
    auto const is_whole = options_.together || !is_rules<Policy> || !options_.invariants.empty();
    auto const sets = is_whole ? std::vector<std::vector<bool>>{{}} : independent_parts(v_.model());
    for (auto const& set : sets) {
      search(set);
      if (!v_.refusal.empty() || !v_.seen.is_complete()) break;
      if (options_.times) find_times(set);
    }
    if (!v_.seen.is_complete()) v_.times = {};
    v_.times.promised = time_promised(v_.model());
    find_silences(v_);
  }

 private:
  order_plan plan_of(std::vector<bool> const& set, bool keeps_time) const {
    return {v_.model(), options_.units, !is_rules<Policy>, set, keeps_time};
  }

  void search(std::vector<bool> const& set) {
    auto const plan = plan_of(set, options_.tells_time);
    v_.has_every_unit = v_.has_every_unit && plan.has_every_unit();
    auto o = options_;
    o.limits = rest_of(options_.limits, v_.seen, start_);
    verdict part{v_.model(), std::nullopt};
    auto const fits = with_state_size(plan, [&](auto size) {
      order_system<size(), Policy> const system{plan, policy_, o.failures, o.tells_time, o.only};
      explorer{system, o, part}.run();
    });
    if (fits) return add_part(v_, std::move(part));
    v_.refusal = "the promise needs " + std::to_string(plan.bytes()) +
                 " bytes a state; at most 512 can be explored";
  }

  void find_times(std::vector<bool> const& set) {
    auto const plan = plan_of(set, true);
    auto limits = rest_of(options_.limits, {}, start_);
    limits.states = std::min(limits.states, most_timed_states);
    with_state_size(plan,
                    [&](auto size) {
                      order_system<size(), Policy> const system{plan, policy_, options_.failures,
                                                                options_.tells_time, options_.only};
                      exploration space{system};
                      if (space.run(limits).is_complete()) return worst_times{space}.find(v_.times);
                      times_are_known_ = false;
                    }) ||
        (times_are_known_ = false);
    if (!times_are_known_) v_.times = {};
  }

  verdict& v_;
  Policy& policy_;
  explore_options const& options_;
  std::chrono::steady_clock::time_point start_;
  bool times_are_known_ = true;
};

template <class Policy>
verdict explore_view(model_view const& m, std::optional<model> keep, Policy& p,
                     explore_options const& options) {
  verdict v{m, std::move(keep)};
  promise_search{v, p, options}.run();
  return v;
}

}  // namespace detail

/// Explores a promise under a policy: its own rules (`rules_policy{}`), or any code of the concept
/// `policy`. The same promise, policy and options give the same verdict on any machine, unless a
/// limit of time or bytes ends the search. Time and memory: O(states + moves), as of `exploration`.
template <policy Policy>
verdict explore(model const& m, Policy&& p, explore_options const& options = {}) {
  return detail::explore_view(m.view(), m, p, options);
}
/// The same over columns that somebody else keeps alive, such as `view_of<as_sold>`.
template <policy Policy>
verdict explore(model_view const& m, Policy&& p, explore_options const& options = {}) {
  return detail::explore_view(m, std::nullopt, p, options);
}
/// Under the rules that the promise itself states.
inline verdict explore(model const& m, explore_options const& options = {}) {
  return explore(m, rules_policy{}, options);
}
inline verdict explore(model_view const& m, explore_options const& options = {}) {
  return explore(m, rules_policy{}, options);
}

}  // namespace lupaus::inline v0
