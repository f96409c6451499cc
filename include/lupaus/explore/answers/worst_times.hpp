// SPDX-License-Identifier: BSL-1.0
//
// How long it can take until all is well, and how long a customer can be left hanging, when every
// party takes all the time that it has.
#pragma once

#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/explore/order/order_system.hpp"
#include "lupaus/explore/search/exploration.hpp"
#include "lupaus/explore/search/transitions.hpp"

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
template <class System>
class worst_times {
 public:
  using state = typename System::state_type;
  using ticks = order_times::ticks;

  explicit worst_times(exploration<System> const& space)
      : space_{space}, moves_{space, [](state const&, order_move const& m, state const&) {
                                return m.is_dependable;
                              }} {}

  void find(times_found& found) const {
    if (moves_.why() != stop::complete) return;
    longer(found.until_acceptable, worst([&](order_view const& x) { return x.is_acceptable(); }));
    longer(found.until_kept, worst([&](order_view const& x) { return x.is_kept(); }));
    find_limbo(found);
  }

 private:
  static void longer(std::optional<seconds_t>& a, std::optional<seconds_t> b) {
    if (b && (!a || *b > *a)) a = b;
  }
  order_times clock(state const& s) const { return {space_.system().plan(), s.bytes}; }

  // The worst over all states of the best that can still be had there. Backwards from the goals,
  // the earliest first: the first that reaches a state is its best.
  template <class Goal>
  std::optional<seconds_t> worst(Goal&& is_goal) const {
    struct arc {
      state_number from;
      std::uint32_t next;  // 1 + the next arc to the same state
    };
    std::vector<arc> arcs;
    std::vector<std::uint32_t> first_to(space_.size());
    moves_.for_each_upwards([&](state_number from, state_number to) {
      arcs.push_back({from, first_to[to]});
      first_to[to] = static_cast<std::uint32_t>(arcs.size());
      return true;
    });
    std::vector<std::pair<ticks, state_number>> goals;
    for (std::size_t n = 0; n < space_.size(); ++n)
      if (is_goal(space_.system().view(space_[n])) && !clock(space_[n]).has_waited())
        goals.emplace_back(clock(space_[n]).now(), static_cast<state_number>(n));
    std::sort(goals.begin(), goals.end());
    std::vector<bool> seen(space_.size());
    std::vector<state_number> open;
    std::optional<seconds_t> worst;
    for (auto const& [time, goal] : goals) {
      if (seen[goal]) continue;
      seen[goal] = true;
      open.push_back(goal);
      longer(worst, time);
      while (!open.empty()) {
        auto const to = open.back();
        open.pop_back();
        for (auto at = first_to[to]; at != 0; at = arcs[at - 1].next) {
          auto const from = arcs[at - 1].from;
          if (!seen[from]) seen[from] = true, open.push_back(from);
        }
      }
    }
    return worst;
  }

  // From a failure until the remedy for it is decided, and until the part is performed after all.
  void find_limbo(times_found& found) const {
    auto const& system = space_.system();
    for (std::size_t n = 0; n < space_.expanded(); ++n) {
      auto const before = clock(space_[n]);
      found.has_unbound_waits = found.has_unbound_waits || before.has_waited();
      if (before.has_waited()) continue;
      system.for_each_successor(space_[n], [&](state const& to, order_move const& m) {
        if (!m.is_dependable || !m.part) return;
        auto const unit = system.plan().of(m.part)->first_unit + m.unit;
        auto const is_answer = m.kind == move_kind::acts || m.kind == move_kind::asks;
        auto const since = [&](order_times::ticks start, order_times::ticks end) {
          return static_cast<seconds_t>(end) - static_cast<seconds_t>(start);
        };
        if (is_answer && is_granted(m.says) && before.failed(unit) != order_times::never)
          longer(found.longest_limbo, since(before.failed(unit), before.last(unit)));
        auto const is_over =
            m.kind == move_kind::happens
                ? system.plan().model().events[m.event].kind == event_kind::completed
                : is_answer && m.says.does == answer::repairs;
        if (is_over && before.known_failed(unit) != order_times::never)
          longer(found.longest_recovery, since(before.known_failed(unit), clock(to).last(unit)));
      });
    }
  }

  exploration<System> const& space_;
  relation moves_;
};

/// By when the whole was to be kept, as claimed: the last of the parts' deadlines, one after the
/// other where they are counted so; none where no part has one.
inline std::optional<seconds_t> time_promised(model_view const& m) {
  std::vector<std::optional<seconds_t>> due(m.parts.size());
  for (std::size_t round = 0; round <= m.parts.size(); ++round)
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
        if (!known || by < *known) known = by;
      }
  std::optional<seconds_t> last;
  for (auto const& d : due)
    if (d && (!last || *d > *last)) last = d;
  return last;
}

}  // namespace detail

}  // namespace lupaus::inline v0
