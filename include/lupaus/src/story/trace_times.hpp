// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: when the moves of a story happen.
#pragma once

#include "lupaus/explore/answers/trace_times.hpp"
#include "lupaus/life/order/order_plan.hpp"
#include "lupaus/src/story/trace_clock.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace lupaus::inline v0 {

LUPAUS_DECL detail::order_plan const& trace_plan::plan() const {
  if (!plan_) plan_ = std::make_shared<detail::order_plan const>(m_, most_units_, false);
  return *plan_;
}

LUPAUS_DECL trace_times::trace_times(trace_plan const& of, std::vector<order_move> const& moves) {
  auto const& m = of.model();
  detail::trace_clock clock{of.plan()};
  for (auto const& x : moves) times_.push_back(clock.advance(x));
  for (auto p : m.parts.ids()) done_.push_back(clock.done(p));
  for (auto e : m.events.ids()) when_.push_back(clock.when(e));
}

LUPAUS_DECL std::optional<moment> trace_times::done(part_id p) const {
  return p.index() < done_.size() ? done_[p.index()] : std::nullopt;
}

LUPAUS_DECL std::optional<moment> trace_times::when(event_id e) const {
  if (!e) return moment{};
  return e.index() < when_.size() ? when_[e.index()] : std::nullopt;
}

}  // namespace lupaus::inline v0
