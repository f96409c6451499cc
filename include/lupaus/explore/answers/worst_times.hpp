// SPDX-License-Identifier: BSL-1.0
//
// How long it can take until all is well, and how long a customer can be left hanging, when every
// party takes all the time that it has.
#pragma once

#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/explore/order/order_space.hpp"
#include "lupaus/explore/search/predecessors.hpp"
#include "lupaus/explore/search/work_meter.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// The times of a space whose states keep them. A way out is one of dependable moves; she takes
/// the quickest that is still open to her. What waits for something that nobody has bound has no
/// time and is left out. O(states · log + moves).
class worst_times {
 public:
  using ticks = order_times::ticks;

  worst_times(order_space const& space, work_meter& meter) : space_{space}, meter_{meter} {}

  /// As far as the meter lets it.
  void find(worst_case_times& found) const {
    predecessors before{space_.size()};
    marked_moves{space_.kept_moves(), order_marks::dependable}.for_each_upwards(
        [&](state_number from, state_number to) {
          if (!meter_.has_room_for(before.bytes())) return false;
          before.add(from, to);
          return true;
        });
    longer(found.until_acceptable, worst(before, &state_reader::is_acceptable));
    longer(found.until_kept, worst(before, &state_reader::is_kept));
    find_limbo(found);
  }

 private:
  static void longer(std::optional<seconds_t>& a, std::optional<seconds_t> b) {
    if (b && (!a || *b > *a)) a = b;
  }
  order_times clock(std::uint8_t const* state) const { return {space_.moves().plan(), state}; }

  // The worst over all states of the best that can still be had there. Backwards from the goals,
  // the earliest first: the first that reaches a state is its best.
  std::optional<seconds_t> worst(predecessors const& before,
                                 bool (state_reader::*is_goal)() const) const {
    std::vector<std::pair<ticks, state_number>> goals;
    for (std::size_t n = 0; n < space_.size() && meter_.goes_on(); ++n) {
      auto const times = clock(space_.bytes(n));
      if ((space_[n].*is_goal)() && !times.has_waited())
        goals.emplace_back(times.now(), static_cast<state_number>(n));
    }
    std::sort(goals.begin(), goals.end());
    std::vector<bool> seen(space_.size());
    std::vector<state_number> open;
    std::optional<seconds_t> worst;
    for (auto const& [time, goal] : goals) {
      if (seen[goal]) continue;
      seen[goal] = true;
      open.push_back(goal);
      longer(worst, time);
      while (!open.empty() && meter_.goes_on()) {
        auto const to = open.back();
        open.pop_back();
        before.for_each(to, [&](state_number from, bool) {
          if (!seen[from]) seen[from] = true, open.push_back(from);
        });
      }
    }
    return worst;
  }

  // From a failure until the remedy for it is decided, and until the part is performed after all.
  void find_limbo(worst_case_times& found) const {
    auto const& plan = space_.moves().plan();
    for (std::size_t n = 0; n < space_.expanded() && meter_.goes_on(); ++n) {
      auto const before = clock(space_.bytes(n));
      found.has_unbound_waits = found.has_unbound_waits || before.has_waited();
      if (before.has_waited()) continue;
      auto const look = [&](std::uint8_t const* to, order_move const& m) {
        if (!m.is_dependable || !m.part) return;
        auto const unit = plan.of(m.part)->first_unit + m.unit;
        auto const is_answer = m.kind == move_kind::acts || m.kind == move_kind::asks;
        auto const since = [&](ticks start, ticks end) {
          return static_cast<seconds_t>(end) - static_cast<seconds_t>(start);
        };
        if (is_answer && is_granted(m.says) && before.failed(unit) != order_times::never)
          longer(found.longest_limbo, since(before.failed(unit), before.last(unit)));
        auto const is_over = m.kind == move_kind::happens
                                 ? plan.model().events[m.event].kind == event_kind::completed
                                 : is_answer && m.says.does == answer::repairs;
        if (is_over && before.known_failed(unit) != order_times::never)
          longer(found.longest_recovery, since(before.known_failed(unit), clock(to).last(unit)));
      };
      space_.for_each_successor(n, look);
    }
  }

  order_space const& space_;
  work_meter& meter_;
};

/// By when the whole was to be kept, as claimed: the last of the parts' deadlines, one after the
/// other where they are counted so; none where no part has one.
inline std::optional<seconds_t> time_promised(model_view const& m) {
  std::vector<std::optional<seconds_t>> due(m.parts.size());
  auto is_new = true;
  for (std::size_t round = 0; is_new && round <= m.parts.size(); ++round) {
    is_new = false;
    for (auto const& c : m.claims)
      for (std::size_t i = 0; i < c.terms; ++i) {
        auto const& t = m.terms[term_id{c.first_term.index() + i}];
        if (t.quality != &quality_of<deadline> || !is_length(t.limit)) continue;
        std::optional<seconds_t> from = 0;
        if (t.anchor && t.anchor != ordering)
          from = m.events[t.anchor].kind == event_kind::completed
                     ? due[m.events[t.anchor].of.index()]
                     : std::nullopt;
        if (!from) continue;
        auto const by = *from + worst_case(length_of(t.limit));
        auto& known = due[c.about.index()];
        if (!known || by < *known) known = by, is_new = true;
      }
  }
  // Of a part alone it says nothing of the whole: all that the product ends with must have one.
  auto const due_of = [&](part_id p) {
    std::optional<seconds_t> by;
    for (; p; p = m.parts[p].within)
      if (auto const& d = due[p.index()]; d && (!by || *d < *by)) by = d;
    return by;
  };
  flags goes_on{m.parts.size()};
  for (auto const& x : m.precedences) goes_on[x.before.index()] = true;
  std::optional<seconds_t> last;
  for (auto p : m.parts.ids()) {
    if (!is_leaf(m.parts[p])) continue;
    auto const by = due_of(p);
    if (!by && !goes_on[p.index()]) return {};
    if (by && (!last || *by > *last)) last = by;
  }
  return last;
}

}  // namespace detail

}  // namespace lupaus::inline v0
