// SPDX-License-Identifier: BSL-1.0
//
// What a search says of the steps of an encounter: those that nobody can be counted on to give, and
// those that are not taken up again when they were interrupted. That she may leave frees her, and
// gives her no step.
#pragma once

#include "lupaus/explore/answers/state_paths.hpp"
#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/explore/order/order_space.hpp"
#include "lupaus/explore/search/reachability.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// Adds a break; of the same one, the shorter story stays.
inline void add_break(std::vector<encounter_break>& all, encounter_break&& x) {
  auto const same = std::find_if(all.begin(), all.end(), [&](encounter_break const& b) {
    return b.step == x.step && b.failure == x.failure;
  });
  if (same == all.end())
    all.push_back(std::move(x));
  else if (x.moves.size() < same->moves.size())
    *same = std::move(x);
}

/// Looks at one search; `earlier` may be none. O(steps · (states + moves)).
class encounter_search {
 public:
  encounter_search(order_space const& space, earlier_work const* earlier, work_meter& meter,
                   verdict& v)
      : space_{space}, earlier_{earlier}, meter_{meter}, v_{v} {}

  void run() {
    for (auto const& p : space_.moves().plan().parts())
      if (is_step(v_.model().parts[p.part])) look_at(p);
    v_.encounter.is_complete = v_.encounter.is_complete && meter_.goes_on();
  }

 private:
  void look_at(part_plan const& p) {
    marked_moves const counted_on{space_.kept_moves(), order_marks::dependable};
    goal_reachability const given{space_.size(), counted_on,
                                  [&](std::size_t n) { return space_[n].is_done(p.part); }, meter_};
    if (!given.is_complete()) return;
    for (std::size_t n = 0; n < space_.size() && meter_.goes_on(); ++n) {
      auto const x = space_[n];
      if (x.phase() != order_phase::open || given[n] != reachability::unreachable) continue;
      // What comes before it is another step's matter.
      auto const is_due = std::all_of(p.before.begin(), p.before.end(),
                                      [&](part_id before) { return x.is_done(before); });
      if (!is_due) continue;
      if (x.failures() == 0) add_break(v_.encounter.breaks, {p.part, {}, {}});
      for (std::size_t u = 0; u < p.units; ++u)
        if (auto const failure = x.open_failure(p.part, u)) note(p.part, failure, n);
    }
  }
  void note(part_id step, event_id failure, std::size_t state) {
    auto const n = static_cast<state_number>(state);
    if (!paths_) paths_.emplace(space_, earlier_, meter_);
    auto& all = v_.encounter.breaks;
    auto const is_known = std::any_of(all.begin(), all.end(), [&](encounter_break const& b) {
      return b.step == step && b.failure == failure && b.moves.size() <= paths_->moves_to(n);
    });
    if (is_known || !meter_.has_time()) return;
    add_break(all, {step, failure, paths_->to(n, false).moves});
  }

  order_space const& space_;
  earlier_work const* earlier_;
  work_meter& meter_;
  verdict& v_;
  std::optional<state_paths> paths_;
};

}  // namespace lupaus::inline v0::detail
