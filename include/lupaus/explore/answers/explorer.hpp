// SPDX-License-Identifier: BSL-1.0
//
// Explores one space of orders and tells the stories in it.
#pragma once

#include "lupaus/explore/answers/encounter.hpp"
#include "lupaus/explore/answers/exposures.hpp"
#include "lupaus/explore/answers/failure_costs.hpp"
#include "lupaus/explore/answers/second_thoughts.hpp"
#include "lupaus/explore/answers/state_paths.hpp"
#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/explore/explore_options.hpp"
#include "lupaus/explore/joins/ends_elsewhere.hpp"
#include "lupaus/explore/order/customer_effort.hpp"
#include "lupaus/explore/order/order_space.hpp"
#include "lupaus/explore/search/reachability.hpp"
#include "lupaus/explore/search/work_meter.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// What a search does not follow; each may be none.
struct not_followed {
  earlier_work const* earlier = nullptr;  ///< what comes before the parts of the space
  ends_elsewhere* ends = nullptr;         ///< what may end the order
  std::vector<bool> const* followed = nullptr;
  exposure_watch* watch = nullptr;  ///< what looks at the moves
  /// What decides, where something that is not followed need not be performed.
  policy_ref const* decides = nullptr;
};

class explorer {
 public:
  /// What is left of the limits of the whole call is the meter's.
  explorer(order_space& space, explore_options const& options, work_meter& meter, verdict& v,
           not_followed const& others)
      : space_{space}, options_{options}, meter_{meter}, v_{v}, others_{others} {}

  /// Searches as far as it may; with higher limits it goes on.
  search_coverage const& look(search_limits const& limits, bool is_steady) {
    meter_.tells_of(v_.seen);
    space_.be_watched(others_.watch);
    v_.seen = space_.run(share_of(limits, is_steady), options_.progress);
    space_.be_watched(nullptr);
    return v_.seen;
  }
  /// Tells of what it saw.
  void answer(bool is_steady) {
    if (plan().lacks_history()) {  // then it is looked at anew
      v_.seen.why = stop_reason::unsteady;
      return;
    }
    meter_.hold(v_.seen.bytes);
    find_answers();
    find_exposures();
    if (!is_steady) ask_again();
    meter_.hold(0);
  }
  /// Tells of nothing but the other side of the counter.
  void find_exposures() {
    if (!others_.watch || plan().lacks_history()) return;
    add_costs_of_answers(*others_.watch, v_);
    if (others_.decides) look_where_settled(space_, *others_.decides, *others_.watch, meter_);
    tell_exposures(space_, *others_.watch, others_.earlier, meter_, v_);
  }

 private:
  // What comes after the search needs some of the time and of the memory, and asking a policy again
  // as much time as the search.
  search_limits share_of(search_limits limits, bool is_steady) const {
    if (limits.time != (std::chrono::nanoseconds::max)())
      limits.time = limits.time / 20 * (is_steady ? 17 : 9);
    if (limits.bytes != (std::numeric_limits<std::size_t>::max)()) limits.bytes -= limits.bytes / 8;
    return limits;
  }
  // What was found under a policy that remembers, or that could not be asked again, is not told.
  void ask_again() {
    std::optional<story> changed;
    if (meter_.why() == stop_reason::complete)
      changed = second_thoughts{space_, others_.earlier, meter_}.find(lost_, !v_.broken.empty());
    auto const is_known = !is_new(static_cast<std::uint8_t>(policy_fault::changes_its_mind));
    if (!changed && !is_known && meter_.why() == stop_reason::complete) return;
    verdict nothing{v_.model()};
    nothing.seen = v_.seen;
    if (!is_known) nothing.seen.why = changed ? stop_reason::unsteady : meter_.why();
    nothing.broken = std::move(v_.broken);
    v_ = std::move(nothing);
    if (changed && !is_known) v_.broken.push_back(std::move(*changed));
  }

  void find_answers() {
    auto const is_goal = [&](std::size_t n) {
      auto const x = space_[n];
      return x.is_acceptable() || x.phase() == order_phase::broken;
    };
    auto const& all = space_.kept_moves();
    marked_moves const counted_on{all, order_marks::dependable};
    goal_reachability const ahead{space_.size(), counted_on, is_goal, meter_};
    goal_reachability const at_all{space_.size(), all, is_goal, meter_};
    if (ahead.is_complete() && at_all.is_complete()) {
      find_stories(counted_on, ahead, at_all);
      find_violations();
    }
    if (meter_.why() != stop_reason::complete) {
      v_.seen.why = meter_.why();
      return;
    }
    auto meter = meter_;  // want of memory for these alone takes nothing else back
    encounter_search{space_, others_.earlier, meter, v_}.run();
    v_.most_contacts = most_contacts(space_, is_goal, ahead, meter);
    if (v_.most_contacts && may_cancel_)
      v_.most_contacts = (std::max)(*v_.most_contacts, std::size_t{1});
  }

  void find_stories(marked_moves const& counted_on, goal_reachability const& ahead,
                    goal_reachability const& at_all) {
    std::vector<story> doomed;
    std::vector<std::optional<goal_reachability>> stuck(plan().parts().size());
    if (!has_stories(ahead)) return;
    state_paths const paths{space_, others_.earlier, meter_};
    std::vector<goal_reachability> ends;  // found where the first story asks
    auto knows_ends = false;
    for (std::size_t i = 0; i < space_.size() && meter_.goes_on(); ++i) {
      auto const n = paths.nearest(i);
      auto const x = space_[n];
      if (x.phase() == order_phase::broken && is_new(x.fault())) tell_broken(paths.to(n));
      if (!is_doomed(n, ahead)) continue;
      may_cancel_ = may_cancel_ || paths.may_cancel_at(n);
      ++v_.doomed;
      auto const is_trapped = x.has_asked_in_vain();
      auto is_lost = at_all[n] == reachability::unreachable;
      if (is_lost && !std::exchange(knows_ends, true)) find_ends(ends);
      if (meter_.why() != stop_reason::complete) break;  // then it is not known what is lost
      is_lost = is_lost && std::all_of(ends.begin(), ends.end(), [&](goal_reachability const& e) {
                  return e[n] == reachability::unreachable;
                });
      v_.trapped += is_trapped ? 1u : 0u;
      v_.released_by_nothing += is_lost ? 1u : 0u;
      auto& list = is_trapped ? v_.stories : doomed;
      for_each_cause(n, counted_on, stuck, [&](event_id f) {
        add_cost_to_her(x, f);
        if (std::any_of(list.begin(), list.end(), [&](story const& s) { return s.failure == f; }))
          return;
        if (!meter_.has_time()) return;
        auto s = tell(paths.to(n), is_trapped ? ending::trapped : ending::doomed, ahead);
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

  // Once for each failure, but where her money may have come back for some parts.
  void add_cost_to_her(state_reader const& x, event_id failure) {
    if (!failure || !others_.watch || others_.watch->prices().is_empty()) return;
    is_weighed_.resize(plan().model().events.size());
    auto const is_known = std::exchange(is_weighed_[failure.index()], char{1}) != 0;
    auto const some = plan().parts().front().part;
    if (!is_known || plan().returned_bit(some) != order_plan::none)
      add_customers_cost(others_.watch->prices(), x, failure, v_);
  }

  // The failures of parts that nothing dependable completes any more; none, once, where no such
  // part has failed. What becomes of each part is found when it is first asked for.
  template <class F>
  void for_each_cause(std::size_t n, marked_moves const& counted_on,
                      std::vector<std::optional<goal_reachability>>& stuck, F&& f) {
    auto const x = space_[n];
    auto any = false;
    for (std::size_t i = 0; i < stuck.size(); ++i) {
      auto const& p = plan().parts()[i];
      for (std::size_t u = 0; u < p.units; ++u) {
        auto const failure = x.open_failure(p.part, u);
        if (!failure) continue;
        if (!stuck[i])
          stuck[i].emplace(
              space_.size(), counted_on, [&](std::size_t to) { return space_[to].is_done(p.part); },
              meter_);
        if (!stuck[i]->is_complete()) return;
        if ((*stuck[i])[n] != reachability::unreachable) continue;
        any = true;
        f(failure);
      }
    }
    if (!any) f(event_id{});
  }

  // Where what happens to parts that are not followed may still end the order: what comes before
  // them is performed, what comes after has not begun, and the failures that it takes may happen.
  void find_ends(std::vector<goal_reachability>& found) {
    if (!others_.ends || others_.followed->empty()) return;
    for (auto const& end : others_.ends->outside(*others_.followed)) {
      auto const before = others_.ends->before(end.part, *others_.followed);
      auto const after = others_.ends->after(end.part, *others_.followed);
      auto const is_begun = [](state_reader const& x, part_id p) {
        for (std::size_t u = 0; u < x.units(p); ++u)
          if (x.is_begun(p, u)) return true;
        return false;
      };
      found.emplace_back(
          space_.size(), space_.kept_moves(),
          [&](std::size_t n) {
            auto const x = space_[n];
            return x.phase() == order_phase::open &&
                   x.failures() + end.failures <= options_.failures &&
                   std::all_of(before.begin(), before.end(),
                               [&](part_id p) { return x.is_done(p); }) &&
                   (end.comes_when_done || std::none_of(after.begin(), after.end(),
                                                        [&](part_id p) { return is_begun(x, p); }));
          },
          meter_);
    }
  }
  bool is_doomed(std::size_t n, goal_reachability const& ahead) const {
    return ahead[n] == reachability::unreachable && space_[n].phase() != order_phase::before;
  }
  bool has_stories(goal_reachability const& ahead) const {
    for (std::size_t n = 0; n < space_.size(); ++n)
      if (is_doomed(n, ahead) || space_[n].phase() == order_phase::broken) return true;
    return false;
  }

  story tell(state_path path, ending how, goal_reachability const& ahead) {
    auto doomed_after = path.moves.size();
    for (auto i = path.states.size();
         i-- > 0 && ahead[path.states[i]] == reachability::unreachable;)
      doomed_after = i == 0 ? 0 : path.told[i] - 1;
    doomed_after = (std::max)(doomed_after, path.closed == 0 ? 0 : path.closed - 1);
    auto s = tell(std::move(path), how);
    s.doomed_after = doomed_after;
    return s;
  }
  story tell(state_path path, ending how) {
    if (path.moves.size() < space_.depth_of(path.states.back()))
      lost_ = path.states.back();  // a move was not found again
    story s;
    s.ends = how;
    s.moves = std::move(path.moves);
    s.doomed_after = s.moves.size();
    return s;
  }

  bool is_new(std::uint8_t fault) const {
    return std::none_of(v_.broken.begin(), v_.broken.end(), [&](story const& s) {
      return static_cast<std::uint8_t>(s.moves.back().fault) == fault;
    });
  }
  void tell_broken(state_path path) {
    auto s = tell(std::move(path), ending::broken);
    if (s.moves.empty() || s.moves.back().kind != move_kind::breaks) return;  // not found again
    s.words = space_.moves().words(s.moves.back().words);
    s.failure = s.moves.back().event;
    v_.broken.push_back(std::move(s));
  }

  void find_violations() {
    state_paths const paths{space_, nullptr, meter_};
    for (auto const& i : options_.invariants)
      for (std::size_t n = 0; n < space_.size() && meter_.has_time(); ++n) {
        auto const phase = space_[n].phase();
        if (phase == order_phase::before || phase == order_phase::broken) continue;
        if (i.holds(order_view{plan(), space_.bytes(n)})) continue;
        auto s = tell(paths.to(static_cast<state_number>(n)), ending::violation);
        s.words = i.name;
        v_.violations.push_back(std::move(s));
        break;
      }
  }

  order_plan const& plan() const { return space_.moves().plan(); }

  order_space& space_;
  explore_options const& options_;
  work_meter& meter_;
  verdict& v_;
  not_followed others_;
  bool may_cancel_ = false;  // once, where else she is doomed
  std::vector<char> is_weighed_;
  std::optional<state_number> lost_;  // a state, on the way to which the policy said something else
};

}  // namespace lupaus::inline v0::detail
