// SPDX-License-Identifier: BSL-1.0
//
// Whether a policy still says what it said: one that remembers does not prove anything, and what
// was found under it is no trap.
#pragma once

#include "lupaus/explore/answers/state_paths.hpp"
#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/explore/order/order_space.hpp"
#include "lupaus/explore/search/work_meter.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// Asks a policy of code again what it was asked in a search, when all has been told.
class second_thoughts {
 public:
  /// A policy is asked at least so often in all, however small the space is: one that changes after
  /// so many questions is found out.
  static constexpr std::size_t least_asked = 2'048;

  /// `earlier` may be none.
  second_thoughts(order_space const& space, earlier_work const* earlier, work_meter& meter)
      : space_{space}, earlier_{earlier}, meter_{meter} {}

  /// None where it says the same; else the story of where it does not. The meter says whether it
  /// could be asked. O(states + moves).
  /// `at`: a state on the way to which it was seen to say something else; it may be none.
  /// `is_once`: however small the space is, for a policy that has another fault, and may take long.
  std::optional<story> find(std::optional<state_number> at, bool is_once) const {
    auto const& policy = space_.moves().policy();
    policy.ask_unevenly(true);
    // What is small is gone through again and again.
    auto asked = std::size_t{0};
    while (!at && meter_.goes_on()) {
      at = space_.ask_again(meter_);
      if (is_once || policy.asked() >= least_asked ||
          policy.asked() == std::exchange(asked, policy.asked()))
        break;
    }
    auto told = at && meter_.why() == stop_reason::complete ? std::optional{tell(*at)}
                                                            : std::optional<story>{};
    policy.ask_unevenly(false);
    return told;
  }

 private:
  // The way to the state, as far as it is still one, and there the answer that is another one.
  story tell(state_number n) const {
    story s;
    s.ends = ending::broken;
    auto path = state_paths{space_, earlier_, meter_}.to(n);
    if (path.moves.size() >= space_.depth_of(n)) {
      s.moves = std::move(path.moves);
    } else {
      auto const states = space_.states_to(n);
      for (std::size_t i = 0; i + 1 < states.size(); ++i) {
        n = states[i];
        auto const m = move_between(n, states[i + 1]);
        if (!m) break;
        s.moves.push_back(*m);
        n = states[i + 1];
      }
    }
    auto broken = changed_answer(n);
    broken.kind = move_kind::breaks;
    broken.fault = policy_fault::changes_its_mind;
    broken.is_dependable = false;
    s.failure = broken.event;
    s.moves.push_back(broken);
    s.doomed_after = s.moves.size();
    return s;
  }
  std::optional<order_move> move_between(state_number from, state_number to) const {
    std::optional<order_move> found;
    space_.for_each_successor(from, [&](std::uint8_t const* bytes, order_move const& m) {
      if (!found && space_.number_of(bytes) == to) found = m;
    });
    return found;
  }
  // One that the search did not see, if that can be had; else the one that is always open to her.
  order_move changed_answer(state_number n) const {
    constexpr auto most_tries = 64;
    auto const begins = space_.kept_moves().offsets();
    std::optional<order_move> found;
    for (auto i = 0; i < most_tries && !found; ++i)
      space_.for_each_successor(n, [&](std::uint8_t const* bytes, order_move const& m) {
        auto const is_answer = m.kind == move_kind::asks || m.kind == move_kind::acts ||
                               m.fault == policy_fault::changes_its_mind;
        if (found || !is_answer) return;
        auto const to = space_.number_of(bytes);
        auto is_known = false;
        for (auto at = begins[n]; at < begins[n + 1U]; ++at)
          is_known = is_known || (to && space_.kept_moves().to(at) == *to);
        if (!is_known) found = m;
      });
    return found.value_or(order_move{.kind = move_kind::breaks,
                                     .by = space_.moves().plan().model().customer,
                                     .on = occasion::cancellation});
  }

  order_space const& space_;
  earlier_work const* earlier_;
  work_meter& meter_;
};

}  // namespace lupaus::inline v0::detail
