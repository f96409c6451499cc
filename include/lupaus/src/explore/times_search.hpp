// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the search for the times of a promise.
#pragma once

#include "lupaus/explore/answers/worst_times.hpp"
#include "lupaus/explore/joins/small_searches.hpp"
#include "lupaus/src/explore/search_scope.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

namespace lupaus::inline v0::detail {

/// The times are looked for in at most so many states.
inline constexpr std::size_t most_timed_states = 1'000'000;
/// And in so many where one of many searches is large, as where much may begin at one time.
inline constexpr std::size_t most_timed_states_apart = std::size_t{1} << 17;

/// Sets of parts that have nothing to do with each other apart, and, where one is large, parts that
/// meet apart too.
class times_search {
 public:
  explicit times_search(search_scope& in) : in_{in} {}

  void run(std::vector<std::vector<bool>> sets) {
    if (have_parts_in_common(sets)) sets = {{}};
    std::vector<set_times> found(sets.size(), set_times{in_.options.failures});
    auto why = stop_reason::complete;
    for (std::size_t i = 0; i < sets.size() && why == stop_reason::complete; ++i)
      why = find_times(sets[i], found[i]);
    if (why == stop_reason::complete) find_whole(found, in_.v.times);
    in_.v.times.why = why;
  }

 private:
  static bool have_parts_in_common(std::vector<std::vector<bool>> const& sets) {
    for (std::size_t p = 0; sets.size() > 1 && p < sets[0].size(); ++p)
      if (sets[0][p] && sets[1][p]) return true;
    return false;
  }
  stop_reason find_times(std::vector<bool> const& set, set_times& found) {
    auto const plan = in_.plan_of(set, true);
    auto const is_large = plan.bytes() > order_plan::most_bytes;
    auto why = is_large ? stop_reason::bytes : stop_reason::states;
    auto const together = [&](std::size_t most_states) {
      return find_times(plan, in_.options.only, in_.options.failures, most_states, 0, found);
    };
    auto const first = in_.may_be_timed_apart() ? in_.options.states_together : most_timed_states;
    if (!is_large && first > 0) why = together(first);
    if (!in_.may_be_timed_apart() || (!is_large && why != stop_reason::states)) return why;
    if (auto const apart = find_times_apart(set, found)) return *apart;
    return is_large ? why : together(most_timed_states);
  }
  // None where parts cannot be explored apart.
  std::optional<stop_reason> find_times_apart(std::vector<bool> const& set, set_times& found) {
    auto const plan = in_.plan_of(set, false);
    small_searches const searches{plan, set, in_.policy, in_.options, in_.asked};
    if (!searches.are_possible()) return std::nullopt;
    auto const at = searches.times_without_failures();
    if (!at) return std::nullopt;
    auto const is_put_right = in_.v.is_clean();
    if (!is_put_right && searches.are_closed_elsewhere()) return find_times_together(set, found);
    auto is_told = true;
    auto apart = set_times{in_.options.failures};
    auto why = find_times_apart(searches, *at, is_put_right, apart, is_told);
    // Then what one waits for does not end in a time, and all that fails together counts.
    if (why == stop_reason::complete && is_told && is_put_right && apart.has_unbound_waits) {
      if (searches.are_closed_elsewhere()) return find_times_together(set, found);
      why = find_times_apart(searches, *at, false, apart, is_told);
    }
    if (!is_told) return find_times_together(set, found);
    found.take(apart);
    return why;
  }
  // While she may cancel, an end may come that no search sees which takes it that she may not. Then
  // one space must do, and not too large a one.
  stop_reason find_times_together(std::vector<bool> const& set, set_times& found) {
    auto const plan = in_.plan_of(set, true);
    if (plan.bytes() > order_plan::most_bytes) return stop_reason::bytes;
    return find_times(plan, in_.options.only, in_.options.failures, most_timed_states_apart, 0,
                      found);
  }
  // `is_told`: false where one line of what comes later waits for what nobody has bound, and
  // another does not: what both lead to waits for both.
  stop_reason find_times_apart(small_searches const& searches, std::vector<order_ticks> const& at,
                               bool is_put_right, set_times& found, bool& is_told) {
    auto why = stop_reason::complete;
    searches.for_each_timed(is_put_right, [&](std::vector<small_searches::search> const& lines) {
      std::optional<set_times> first;
      for (auto const& s : lines) {
        set_times of_line{in_.options.failures};
        why = find_times_of(s, at, of_line);
        if (why != stop_reason::complete) return false;
        if (!first) first = of_line;
        is_told = of_line.waits_like(*first);
        if (!is_told) return false;
        found.take(of_line);
      }
      return true;
    });
    return why;
  }
  stop_reason find_times_of(small_searches::search const& s, std::vector<order_ticks> const& at,
                            set_times& found) {
    auto const timed = in_.plan_of(s, true, at);
    if (timed.bytes() > order_plan::most_bytes) return stop_reason::bytes;
    order_ticks others = 0;
    for (std::size_t p = 0; p < s.followed.size(); ++p)
      if ((!s.followed[p] && !s.later[p]) || (s.followed[p] && s.units[p] < in_.options.units))
        others = (std::max)(others, at[p]);
    return find_times(timed, s.failures, in_.budget_of(s), most_timed_states_apart, others, found);
  }
  search_limits limits_of_times() const {
    auto limits = in_.limits_left();
    limits.states = (std::min)(in_.options.limits.states, most_timed_states);
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
          order_moves const moves{plan, in_.policy, failures, in_.options.tells_time, only};
          auto const space = make_order_space(moves);
          auto const seen = space->run(limits, in_.options.progress);
          why = seen.why;
          if (plan.lacks_history()) why = stop_reason::unsteady;
          if (why != stop_reason::complete) return;
          in_.meter.hold(seen.bytes);
          worst_times{*space, in_.meter, others}.find(found);
          why = in_.meter.why();
        }))
      why = stop_reason::memory;
    in_.meter.hold(0);
    return why;
  }

  search_scope& in_;
};

}  // namespace lupaus::inline v0::detail
