// SPDX-License-Identifier: BSL-1.0
//
// Drives a fulfilment policy through every failure, and finds the shortest stories in which a
// customer is trapped; or proves that there is none.
//
//   auto const found = explore(as_sold, rules_policy{}, {.failures = 2});
#pragma once

#include "lupaus/policy/effort.hpp"
#include "lupaus/policy/exploration.hpp"
#include "lupaus/policy/order_system.hpp"
#include "lupaus/policy/outlook.hpp"
#include "lupaus/policy/relation.hpp"
#include "lupaus/policy/silence.hpp"
#include "lupaus/policy/verdict.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

/// What must hold of every order at every time.
struct invariant {
  std::string name;
  std::function<bool(order_view const&)> holds;
};

struct explore_options {
  std::size_t failures = 2;  ///< how many may happen to one order, of all its parts together
  std::size_t units = 2;     ///< followed of a part that has more
  search_limits limits = {};
  std::vector<invariant> invariants = {};
  /// Called from time to time; false stops the search.
  std::function<bool(extent const&)> progress = {};
};

namespace detail {

template <class System>
class explorer {
 public:
  using state = typename System::state_type;

  explorer(System const& system, explore_options const& options, verdict& v)
      : system_{system}, options_{options}, v_{v}, space_{system} {}

  void run() {
    v_.seen = options_.progress ? space_.run(options_.limits, options_.progress)
                                : space_.run(options_.limits);
    auto const is_goal = [&](state const& s) {
      auto const x = system_.view(s);
      return x.is_acceptable() || x.phase() == order_phase::broken;
    };
    relation const counted_on{space_, is_dependable};
    relation const all{space_};
    if (counted_on.why() != stop::complete || all.why() != stop::complete) {
      v_.seen.why = counted_on.why() != stop::complete ? counted_on.why() : all.why();
      return;
    }
    outlook const ahead{space_, counted_on, is_goal};
    outlook const at_all{space_, all, is_goal};
    find_stories(ahead, at_all);
    find_violations();
    v_.most_contacts = most_contacts(space_, counted_on, is_goal, ahead);
  }

 private:
  static bool is_dependable(state const&, order_move const& m, state const&) {
    return m.is_dependable;
  }

  void find_stories(outlook const& ahead, outlook const& at_all) {
    std::vector<story> doomed;
    for (std::size_t n = 0; n < space_.size(); ++n) {
      auto const x = system_.view(space_[n]);
      auto const number = static_cast<state_number>(n);
      if (x.phase() == order_phase::broken) tell_broken(number, x);
      if (x.phase() == order_phase::before || ahead[n] != fate::doomed) continue;
      ++v_.doomed;
      auto const is_trapped = system_.has_asked_in_vain(space_[n]);
      auto const is_lost = at_all[n] == fate::doomed;
      v_.trapped += is_trapped ? 1u : 0u;
      v_.released_by_nothing += is_lost ? 1u : 0u;
      for_each_failure(x, [&](event_id f) {
        auto& list = is_trapped ? v_.stories : doomed;
        if (std::any_of(list.begin(), list.end(), [&](story const& s) { return s.failure == f; }))
          return;
        auto s = tell(number, is_trapped ? ending::trapped : ending::doomed, ahead);
        s.failure = f;
        s.is_released_by_nothing = is_lost;
        list.push_back(std::move(s));
      });
    }
    for (auto& s : doomed)
      if (std::none_of(v_.stories.begin(), v_.stories.end(),
                       [&](story const& t) { return t.failure == s.failure; }))
        v_.stories.push_back(std::move(s));
  }

  // Every failure that is open; none, once, where nothing failed.
  template <class F>
  void for_each_failure(order_view const& x, F&& f) {
    auto any = false;
    for (auto const& p : system_.plan().parts())
      for (std::size_t u = 0; u < p.units; ++u)
        if (auto const e = x.open_failure(p.part, u)) {
          any = true;
          f(e);
        }
    if (!any) f(event_id{});
  }

  story tell(state_number n, ending how, outlook const& ahead) {
    auto s = tell(n, how);
    auto const path = numbers_to(n);
    s.doomed_after = s.moves.size();
    for (std::size_t i = path.size(); i-- > 0 && ahead[path[i]] == fate::doomed;)
      s.doomed_after = i == 0 ? 0 : i - 1;
    return s;
  }
  story tell(state_number n, ending how) {
    story s;
    s.ends = how;
    auto const path = space_.path_to(n);
    if (path.size() != space_.depth_of(n)) v_.seen.why = stop::unsteady;
    for (auto const& step : path) s.moves.push_back(step.label);
    s.doomed_after = s.moves.size();
    return s;
  }
  std::vector<state_number> numbers_to(state_number n) const {
    std::vector<state_number> path{n};
    for (; space_.parent_of(n) != n; path.push_back(n)) n = space_.parent_of(n);
    std::reverse(path.begin(), path.end());
    return path;
  }

  void tell_broken(state_number n, order_view const& x) {
    auto const fault = x.bytes()[order_plan::fault_at];
    for (auto const& s : v_.broken)
      if (static_cast<std::uint8_t>(s.moves.back().fault) == fault) return;
    auto s = tell(n, ending::broken);
    if (s.moves.empty()) return;
    s.words = system_.words(s.moves.back().words);
    s.failure = s.moves.back().event;
    v_.broken.push_back(std::move(s));
  }

  void find_violations() {
    for (auto const& i : options_.invariants) {
      auto const found = space_.count([&](state const& s) {
        auto const x = system_.view(s);
        return x.phase() != order_phase::before && x.phase() != order_phase::broken && !i.holds(x);
      });
      if (!found.first) continue;
      auto s = tell(*found.first, ending::violation);
      s.words = i.name;
      v_.violations.push_back(std::move(s));
    }
  }

  System const& system_;
  explore_options const& options_;
  verdict& v_;
  exploration<System> space_;
};

template <std::size_t Bytes, class Policy>
bool explore_in(order_plan const& plan, Policy& p, explore_options const& o, verdict& v) {
  if (plan.bytes() > Bytes) return false;
  order_system<Bytes, Policy> const system{plan, p, o.failures};
  explorer{system, o, v}.run();
  return true;
}

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

template <class Policy>
verdict explore_view(model_view const& m, std::optional<model> keep, Policy& p,
                     explore_options const& o) {
  verdict v{m, std::move(keep)};
  v.failures = o.failures;
  v.refusal = why_not(m, o);
  if (!v.refusal.empty()) return v;
  order_plan const plan{v.model(), o.units, !is_rules<Policy>};
  v.has_every_unit = plan.has_every_unit();
  if (!explore_in<32>(plan, p, o, v) && !explore_in<128>(plan, p, o, v) &&
      !explore_in<512>(plan, p, o, v))
    v.refusal = "the promise needs " + std::to_string(plan.bytes()) +
                " bytes a state; at most 512 can be explored";
  find_silences(v);
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
