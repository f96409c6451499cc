// SPDX-License-Identifier: BSL-1.0
//
// The moves between the states of an exploration, by number: what a search backwards needs.
#pragma once

#include "lupaus/explore/search/exploration.hpp"
#include "lupaus/explore/search/move_array.hpp"
#include "lupaus/explore/search/search_coverage.hpp"

#include <chrono>
#include <cstddef>
#include <vector>

namespace lupaus::inline v0 {

/// Stands where every move counts.
struct every_move {
  template <class State, class Label>
  bool operator()(State const&, Label const&, State const&) const {
    return true;
  }
};

/// Where the allowed moves of every expanded state lead, and those of no other state.
class transition_relation : public move_array {
 public:
  /// `is_allowed(from, label, to)` says which moves count. Looks every one up. `why()` says whether
  /// it could; the limits are those of the relation itself. O(states + moves), expected.
  template <class Space, move_predicate<typename Space::system_type> Allowed = every_move>
  explicit transition_relation(Space const& space, Allowed&& is_allowed = {},
                               search_limits const& limits = {}) {
    fill(space, is_allowed, limits);
  }

  /// `complete`, or the limit that stopped it; then it is empty.
  [[nodiscard]] stop_reason why() const noexcept { return why_; }

 private:
  static constexpr std::size_t batch = 64, most_pending = 256;

  template <class Space, class Allowed>
  void fill(Space const& space, Allowed& is_allowed, search_limits const& limits) {
    using clock = std::chrono::steady_clock;
    using state_type = typename Space::state_type;
    using label_type = typename Space::label_type;
    auto const& known = space.states();
    auto const start = clock::now();
    std::vector<typename detail::state_set<state_type>::probe> pending;
    std::vector<std::size_t> until;
    std::vector<kept_move> moves;
    if (space.size() > most_states) return give_up(stop_reason::memory);
    while (states() < space.expanded()) {
      pending.clear();
      until.clear();
      for (auto n = states();
           n < space.expanded() && until.size() < batch && pending.size() < most_pending; ++n) {
        auto const& from = space[n];
        space.system().for_each_successor(from, [&](state_type const& to, label_type const& label) {
          if (is_allowed(from, label, to)) pending.push_back(known.begin(to));
        });
        until.push_back(pending.size());
      }
      auto const more = pending.size() + until.size();
      auto const added = growth(more);
      if (added > 0 && (bytes() > limits.bytes || added > limits.bytes - bytes()))
        return give_up(stop_reason::bytes);
      if (limits.time != (std::chrono::nanoseconds::max)() && clock::now() - start >= limits.time)
        return give_up(stop_reason::time);
      if (!reserve(more)) return give_up(stop_reason::memory);
      for (auto& p : pending) known.locate(p);
      for (std::size_t i = 0, at = 0; i < until.size(); ++i) {
        moves.clear();
        for (; at < until[i]; ++at) {
          state_number to = 0;
          if (!known.find(pending[at], to)) return give_up(stop_reason::unsteady);
          moves.push_back({to, 0});
        }
        add_state(moves.data(), moves.data() + moves.size());
      }
    }
  }
  void give_up(stop_reason why) {
    static_cast<move_array&>(*this) = {};
    why_ = why;
  }

  stop_reason why_ = stop_reason::complete;
};

}  // namespace lupaus::inline v0
