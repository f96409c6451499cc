// SPDX-License-Identifier: BSL-1.0
//
// The search of one promise: set of parts by set of parts, and then for its times.
#pragma once

#include "lupaus/explore.hpp"
#include "lupaus/explore/answers/explorer.hpp"
#include "lupaus/explore/answers/worst_times.hpp"
#include "lupaus/explore/joins/ends_elsewhere.hpp"
#include "lupaus/explore/joins/small_searches.hpp"
#include "lupaus/explore/order/independent_parts.hpp"
#include "lupaus/src/explore/exposure_search.hpp"
#include "lupaus/src/explore/merged_verdict.hpp"
#include "lupaus/src/explore/notice_times.hpp"
#include "lupaus/src/explore/search_scope.hpp"
#include "lupaus/src/explore/times_search.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <functional>
#include <limits>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

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

/// The search of one promise, set of parts by set of parts.
class promise_search {
 public:
  promise_search(verdict& v, policy_ref const& p, explore_options const& o, asked_history& h)
      : v_{v},
        in_{v, p, o, h},
        ends_{v.model(),
              [this](auto const& followed, auto const& look) { look_at(followed, look); },
              in_.meter} {}

  void run() {
    v_.failures = in_.options.failures;
    v_.units = in_.options.units;
    v_.is_by_the_rules = in_.policy.follows_rules();
    v_.refusal = refusal_of(v_.model(), in_.options);
    if (!v_.refusal.empty()) return;
    // Code and invariants may look at all parts at once.
    auto const is_whole =
        in_.options.together || !in_.policy.follows_rules() || !in_.options.invariants.empty();
    auto const sets = is_whole ? std::vector<std::vector<bool>>{{}} : independent_parts(v_.model());
    for (auto const& set : sets) {
      search(set);
      if (!v_.refusal.empty() || !v_.seen.is_complete()) break;
    }
    // The meter may have stopped the last of them.
    v_.has_every_exposure =
        v_.refusal.empty() && v_.seen.is_complete() && in_.meter.why() == stop_reason::complete;
    if (in_.options.times && v_.refusal.empty() && v_.seen.is_complete())
      times_search{in_}.run(sets);
    if (v_.has_every_exposure && (sets.size() > 1 || v_.is_apart))
      v_.has_every_exposure = exposure_search{in_, sets}.run();
    v_.times.promised = time_promised(v_.model());
    find_missed_notices(v_);
  }

 private:
  void search(std::vector<bool> const& set) {
    auto const plan = in_.plan_of(set, in_.options.tells_time);
    v_.has_every_unit = v_.has_every_unit && plan.has_every_unit();
    auto const is_large = plan.bytes() > order_plan::most_bytes;
    if (is_large && !(in_.may_be_apart() && search_apart(plan, set))) {
      v_.refusal = "the promise needs " + std::to_string(plan.bytes()) +
                   " bytes a state; at most 512 can be explored";
      return;
    }
    if (!is_large) search_together(plan, set);
  }

  // In one search, but that parts which meet are explored apart where it grows large.
  void search_together(order_plan const& plan, std::vector<bool> const& set) {
    verdict part{v_.model()};
    auto const is_steady = in_.policy.follows_rules();
    order_moves const moves{plan, in_.policy, in_.options.failures, in_.options.tells_time,
                            in_.options.only};
    auto is_told = false;
    if (!has_memory_for([&] {
          auto const space = make_order_space(moves);
          exposure_watch watch{plan, false, in_.options.units};
          explorer e{*space,
                     in_.options,
                     in_.meter,
                     part,
                     {nullptr, &ends_, &set, &watch, in_.decides_elsewhere(plan, set)}};
          auto const limits = in_.limits_left();
          auto first = limits;
          if (in_.may_be_apart())
            first.states = (std::min)(limits.states, in_.options.states_together);
          if (e.look(first, is_steady).why == stop_reason::states && first.states < limits.states) {
            is_told = search_apart(plan, set);
            if (is_told) return;
            e.look(in_.limits_left(), is_steady);
          }
          e.answer(is_steady);
          in_.add_money(watch);
        }))
      part.seen.why = stop_reason::memory;  // and what was found before stands
    in_.meter.tells_of(v_.seen);
    if (is_told) return;
    merge(v_, std::move(part));
  }

  // False where parts cannot be explored apart.
  bool search_apart(order_plan const& plan, std::vector<bool> const& set) {
    for (auto noted = in_.asked.noted();; noted = in_.asked.noted()) {
      small_searches const searches{plan, set, in_.policy, in_.options, in_.asked};
      if (!searches.are_possible()) return false;
      verdict found{v_.model()};
      searches.for_each([&](small_searches::search const& s) {
        merge(found, explored(searches, s, found.seen.states));
        return found.seen.is_complete() && searches.agree();
      });
      in_.meter.tells_of(v_.seen);
      if (!searches.agree() && found.seen.is_complete()) {
        if (in_.asked.noted() == noted) return false;  // then nothing new is known of it
        continue;
      }
      v_.is_apart = true;
      merge(v_, std::move(found));
      return true;
    }
  }
  verdict explored(small_searches const& searches, small_searches::search const& s,
                   std::size_t seen_before) {
    auto const is_steady = in_.policy.follows_rules();
    auto const plan = in_.plan_of(s, false);
    auto const earlier = searches.earlier_than(s);
    order_moves const moves{plan, in_.policy, in_.budget_of(s), false, s.failures, &in_.asked};
    verdict part{v_.model()};
    if (plan.bytes() > order_plan::most_bytes)
      part.seen.why = stop_reason::bytes;
    else if (!has_memory_for([&] {
               auto limits = in_.limits_left();
               limits.states -= (std::min)(limits.states, seen_before);
               auto const space = make_order_space(moves);
               exposure_watch watch{plan, true, in_.options.units};
               explorer e{*space,
                          in_.options,
                          in_.meter,
                          part,
                          {&earlier, &ends_, &s.followed, &watch,
                           in_.decides_elsewhere(plan, s.followed)}};
               e.look(limits, is_steady);
               e.answer(is_steady);
               in_.add_money(watch);
             }))
      part.seen.why = stop_reason::memory;
    return part;
  }
  // Looks at a group of parts alone, as far as it may.
  void look_at(std::vector<bool> const& followed,
               std::function<void(order_space const&)> const& look) const {
    auto const plan = in_.plan_of(followed, false);
    if (plan.bytes() > order_plan::most_bytes) return;
    order_moves const moves{plan, in_.policy, in_.options.failures, false, in_.options.only};
    auto const space = make_order_space(moves);
    space->run(in_.limits_left(), in_.options.progress);
    look(*space);
  }

  verdict& v_;
  search_scope in_;
  ends_elsewhere ends_;
};

LUPAUS_DECL verdict explore(explorable_promise const& promise, policy_ref const& p,
                            explore_options const& options) {
  using clock = std::chrono::steady_clock;
  auto const start = clock::now();
  auto in_time = options;
  asked_history history{promise.view()};
  // What is asked of earlier attempts and is not in a state ends a search; with it in the states
  // the search begins anew. There is so much and no more that can be asked.
  for (;;) {
    auto const known = history.size();
    verdict v{promise};
    if (!has_memory_for([&] { promise_search{v, p, in_time, history}.run(); }))
      v.seen.why = stop_reason::memory;
    if (history.size() == known) return v;
    if (v.seen.why == stop_reason::caller) {
      verdict nothing{promise};
      nothing.failures = v.failures;
      nothing.units = v.units;
      nothing.seen.why = stop_reason::caller;
      return nothing;
    }
    if (options.limits.time == (std::chrono::nanoseconds::max)()) continue;
    auto const used = clock::now() - start;
    in_time.limits.time =
        used < options.limits.time ? options.limits.time - used : std::chrono::nanoseconds::zero();
  }
}

}  // namespace detail

}  // namespace lupaus::inline v0
