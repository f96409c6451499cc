// SPDX-License-Identifier: BSL-1.0
//
// The steps of an encounter as the customer met them: begun by her, interrupted, left out when she
// goes. Rules V of docs/explanation/what-the-monitor-judges.md.
#pragma once

#include "lupaus/monitor/order_findings.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

class order_steps : protected order_findings {
 public:
  std::uint32_t extra_steps() const { return extra_steps_; }

 protected:
  using order_findings::order_findings;

  /// V5.
  void exceed() { ++extra_steps_; }
  /// V2. It is the first that is told of the step in its attempt, it is hers, and the step is not.
  bool is_begun_by_her(order_event const& e) const {
    auto const step = model().events[e.event].of;
    if (!e.who || e.who != model().customer || !is_step(model().parts[step]) ||
        model().parts[step].performer == model().customer)
      return false;
    auto const& events = promise().events_of(step);
    return std::all_of(events.begin(), events.end(), [&](event_id x) {
      return is_time_out(model().events[x].kind) || life().time_of(x, e.unit) == order_life::never;
    });
  }
  void note_begun_by_her(order_event const& e) {
    break_step(model().events[e.event].of, e.unit, e.event, e.at);
    break_promise_through_steps();
  }
  /// V3. She goes: what she was not given she will not be given.
  void note_left_out(seconds_t at) {
    for (auto const p : promise().steps())
      for (std::size_t u = 0; u < life().plan().of(p)->units; ++u)
        if (!life().is_done(p, u)) {
          auto const failure = life().standing_failure(p, u);
          break_step(p, static_cast<std::uint32_t>(u), failure, at);
        }
    break_promise_through_steps();
  }

 private:
  // V4. Once an order, whatever becomes of the step afterwards. It is also a measure of those who
  // meet her that was not kept (C5).
  void break_step(part_id step, std::uint32_t unit, event_id through, seconds_t at) {
    if (std::find(broken_.begin(), broken_.end(), std::pair{step, unit}) != broken_.end()) return;
    broken_.emplace_back(step, unit);
    breach b{.key = {breach_kind::broken_term, step}, .at = at, .where = layer::fulfilment};
    b.key.unit = unit;
    b.part = step;
    b.event = through;
    if (through && is_failure(model().events[through].kind))
      b.interrupted_at = life().time_of(through, unit);
    b.answers = answerable_for(model(), step);
    b.caused_by = model().parts[step].performer;
    for (auto& d : duties_) {
      if (d.kind != duty_kind::term || !d.term->is_of_steps || !is_about(*d.term, step)) continue;
      d.state = duty_state::broken;
      is_hers_broken_ = is_hers_broken_ || d.term->where != layer::delivery;
    }
    b.where = where_said(step);
    break_between_firms(at);
    add(std::move(b));
  }
  void break_promise_through_steps() {
    if (!is_hers_broken_ || is_promise_broken()) return;
    for (auto const& f : found()) {
      if (f.what.key.kind != breach_kind::broken_term || f.what.key.of.kind != element_kind::part)
        continue;
      // The first of those that something promised rests on.
      auto const& terms = promise().terms();
      auto const is_hers = std::any_of(terms.begin(), terms.end(), [&](watched_term const& t) {
        return t.is_of_steps && t.where != layer::delivery && is_about(t, f.what.part);
      });
      if (!is_hers) continue;
      auto through = f.what;
      through.at = found().back().what.at;
      for (auto const& [step, unit] : broken_)
        if (std::find(through.steps.begin(), through.steps.end(), step) == through.steps.end())
          through.steps.push_back(step);
      return break_promise(through);
    }
  }
  static bool is_about(watched_term const& t, part_id step) {
    return std::find(t.leaves.begin(), t.leaves.end(), step) != t.leaves.end();
  }
  // Of a step that is committed to, there; of one that is claimed alone, in the claim.
  layer where_said(part_id step) const {
    auto is_claimed = false, is_committed = false;
    for (auto const& t : promise().terms()) {
      if (!t.is_of_steps || !is_about(t, step)) continue;
      is_claimed = is_claimed || t.where == layer::marketing;
      is_committed = is_committed || t.where != layer::marketing;
    }
    return is_claimed && !is_committed ? layer::marketing : layer::fulfilment;
  }

  std::vector<std::pair<part_id, std::uint32_t>> broken_;  ///< steps, with their units
  bool is_hers_broken_ = false;  ///< some claim, or commitment to her, rests on one of them
  std::uint32_t extra_steps_ = 0;
};

}  // namespace lupaus::inline v0::detail
