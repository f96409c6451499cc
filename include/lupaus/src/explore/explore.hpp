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
#include "lupaus/src/explore/notice_times.hpp"

#include <algorithm>
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
  whole.searches += (std::max)(part.searches, std::size_t{1});
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
      : v_{v},
        policy_{p},
        options_{o},
        meter_{o.limits, o.progress, v.seen},
        asked_{v.model()},
        ends_{v.model(), [this](auto const& followed, auto const& look) {
                return look_at(followed, look);
              }} {}

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
  // `taken`, `at`: as of an `order_plan`.
  order_plan plan_of(std::vector<bool> const& set, bool keeps_time,
                     std::vector<event_id> const& taken = {},
                     std::vector<order_ticks> const& at = {}) const {
    return {v_.model(), options_.units, !policy_.follows_rules(),     set,
            keeps_time, !options_.invariants.empty(), at, taken};
  }
  search_limits limits_left() const {
    auto limits = options_.limits;
    limits.states -= (std::min)(limits.states, v_.seen.states);
    limits.time = meter_.time_left();
    return limits;
  }

  // Invariants may look at all parts at once, and time is one for all.
  bool may_be_apart() const {
    return !options_.together && options_.invariants.empty() && !options_.tells_time;
  }

  void search(std::vector<bool> const& set) {
    auto const plan = plan_of(set, options_.tells_time);
    v_.has_every_unit = v_.has_every_unit && plan.has_every_unit();
    auto const is_large = plan.bytes() > order_plan::most_bytes;
    if (is_large && !(may_be_apart() && search_apart(plan, set))) {
      v_.refusal = "the promise needs " + std::to_string(plan.bytes()) +
                   " bytes a state; at most 512 can be explored";
      return;
    }
    if (!is_large) search_together(plan, set);
  }

  // In one search, but that parts which meet are explored apart where it grows large.
  void search_together(order_plan const& plan, std::vector<bool> const& set) {
    verdict part{v_.model()};
    auto const is_steady = policy_.follows_rules();
    order_moves const moves{plan, policy_, options_.failures, options_.tells_time, options_.only};
    auto is_told = false;
    if (!has_memory_for([&] {
          auto const space = make_order_space(moves);
          explorer e{*space, options_, meter_, part, {nullptr, &ends_, &set}};
          auto const limits = limits_left();
          auto first = limits;
          if (may_be_apart()) first.states = (std::min)(limits.states, options_.states_together);
          if (e.look(first, is_steady).why == stop_reason::states && first.states < limits.states) {
            is_told = search_apart(plan, set);
            if (is_told) return;
            e.look(limits_left(), is_steady);
          }
          e.answer(is_steady);
        }))
      part.seen.why = stop_reason::memory;  // and what was found before stands
    meter_.tells_of(v_.seen);
    if (is_told) return;
    merge(v_, std::move(part));
  }

  // False where parts cannot be explored apart.
  bool search_apart(order_plan const& plan, std::vector<bool> const& set) {
    for (;;) {
      small_searches const searches{plan, set, policy_, options_, asked_};
      if (!searches.are_possible()) return false;
      verdict found{v_.model()};
      searches.for_each([&](small_searches::search const& s) {
        merge(found, explored(searches, s, found.seen.states));
        return found.seen.is_complete() && searches.agree();
      });
      meter_.tells_of(v_.seen);
      if (!searches.agree() && found.seen.is_complete()) continue;  // once for each question at most
      v_.is_apart = true;
      merge(v_, std::move(found));
      return true;
    }
  }
  verdict explored(small_searches const& searches, small_searches::search const& s,
                   std::size_t seen_before) {
    auto const is_steady = policy_.follows_rules();
    auto const plan = plan_of(s.followed, false, s.taken);
    auto const earlier = searches.earlier_than(s.followed);
    order_moves const moves{plan, policy_, budget_of(s), false, s.failures, &asked_};
    verdict part{v_.model()};
    if (plan.bytes() > order_plan::most_bytes)
      part.seen.why = stop_reason::bytes;
    else if (!has_memory_for([&] {
               auto limits = limits_left();
               limits.states -= (std::min)(limits.states, seen_before);
               auto const space = make_order_space(moves);
               explorer e{*space, options_, meter_, part, {&earlier, &ends_, &s.followed}};
               e.look(limits, is_steady);
               e.answer(is_steady);
             }))
      part.seen.why = stop_reason::memory;
    return part;
  }
  // Looks at a group of parts alone; false where that is too much.
  bool look_at(std::vector<bool> const& followed,
               std::function<void(order_space const&)> const& look) const {
    auto const plan = plan_of(followed, false);
    if (plan.bytes() > order_plan::most_bytes) return false;
    order_moves const moves{plan, policy_, options_.failures, false, options_.only};
    auto const space = make_order_space(moves);
    auto const seen = space->run(limits_left(), options_.progress);
    look(*space);
    return seen.is_complete();
  }
  std::size_t budget_of(small_searches::search const& s) const {
    return s.failures.empty() ? 0 : options_.failures;
  }

  void find_times(std::vector<std::vector<bool>> sets) {
    if (have_parts_in_common(sets)) sets = {{}};
    std::vector<set_times> found(sets.size(), set_times{options_.failures});
    auto why = stop_reason::complete;
    for (std::size_t i = 0; i < sets.size() && why == stop_reason::complete; ++i)
      why = find_times(sets[i], found[i]);
    if (why == stop_reason::complete) find_whole(found, v_.times);
    v_.times.why = why;
  }
  static bool have_parts_in_common(std::vector<std::vector<bool>> const& sets) {
    for (std::size_t p = 0; sets.size() > 1 && p < sets[0].size(); ++p)
      if (sets[0][p] && sets[1][p]) return true;
    return false;
  }
  stop_reason find_times(std::vector<bool> const& set, set_times& found) {
    auto const plan = plan_of(set, true);
    auto const is_large = plan.bytes() > order_plan::most_bytes;
    auto why = is_large ? stop_reason::bytes : stop_reason::states;
    auto const together = [&](std::size_t most_states) {
      return find_times(plan, options_.only, options_.failures, most_states, 0, found);
    };
    auto const first = may_be_apart() ? options_.states_together : most_timed_states;
    if (!is_large && first > 0) why = together(first);
    if (!may_be_apart() || (!is_large && why != stop_reason::states)) return why;
    if (auto const apart = find_times_apart(set, found)) return *apart;
    return is_large ? why : together(most_timed_states);
  }
  // None where parts cannot be explored apart.
  std::optional<stop_reason> find_times_apart(std::vector<bool> const& set, set_times& found) {
    auto const plan = plan_of(set, false);
    small_searches const searches{plan, set, policy_, options_, asked_};
    if (!searches.are_possible()) return std::nullopt;
    auto const at = searches.times_without_failures();
    if (!at) return std::nullopt;
    auto const is_put_right = v_.is_clean();
    if (!is_put_right && searches.are_closed_elsewhere()) return find_times_together(set, found);
    auto why = find_times_apart(searches, *at, is_put_right, found);
    // Then what one waits for does not end in a time, and all that fails together counts.
    if (why != stop_reason::complete || !is_put_right || !found.has_unbound_waits) return why;
    if (searches.are_closed_elsewhere()) return find_times_together(set, found);
    return find_times_apart(searches, *at, false, found);
  }
  // While she may cancel, an end may come that no search sees which takes it that she may not. Then
  // one space must do, and not too large a one.
  stop_reason find_times_together(std::vector<bool> const& set, set_times& found) {
    auto const plan = plan_of(set, true);
    if (plan.bytes() > order_plan::most_bytes) return stop_reason::bytes;
    return find_times(plan, options_.only, options_.failures, 8 * options_.states_together, 0,
                      found);
  }
  stop_reason find_times_apart(small_searches const& searches, std::vector<order_ticks> const& at,
                               bool is_put_right, set_times& found) {
    auto why = stop_reason::complete;
    searches.for_each_timed(is_put_right, [&](small_searches::search const& s) {
      auto const small = plan_of(s.followed, true, s.taken, at);
      order_ticks others = 0;
      for (std::size_t p = 0; p < s.followed.size(); ++p)
        if (!s.followed[p]) others = (std::max)(others, at[p]);
      why = small.bytes() > order_plan::most_bytes
                ? stop_reason::bytes
                : find_times(small, s.failures, budget_of(s), limits_of_times().states, others,
                             found);
      return why == stop_reason::complete;
    });
    return why;
  }
  search_limits limits_of_times() const {
    auto limits = limits_left();
    limits.states = (std::min)(options_.limits.states, most_timed_states);
    if (limits.bytes != (std::numeric_limits<std::size_t>::max)()) limits.bytes /= 2;
    return limits;
  }
  // `others`: when all is performed that the plan does not follow.
  stop_reason find_times(order_plan const& plan, std::vector<event_id> const& only,
                         std::size_t failures, std::size_t most_states, order_ticks others,
                         set_times& found) {
    auto limits = limits_of_times();
    limits.states = (std::min)(limits.states, most_states);
    auto why = stop_reason::complete;
    if (!has_memory_for([&] {
          order_moves const moves{plan, policy_, failures, options_.tells_time, only};
          auto const space = make_order_space(moves);
          auto const seen = space->run(limits, options_.progress);
          why = seen.why;
          if (!seen.is_complete()) return;
          meter_.hold(seen.bytes);
          worst_times{*space, meter_, others}.find(found);
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
  asked_parts asked_;
  ends_elsewhere ends_;
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
