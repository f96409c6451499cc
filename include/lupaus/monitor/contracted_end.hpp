// SPDX-License-Identifier: BSL-1.0
//
// When what is still to be done of an order ends at contracted times: rule C6 of
// docs/explanation/what-the-monitor-judges.md.
#pragma once

#include "lupaus/monitor/due_time.hpp"
#include "lupaus/monitor/watched_promise.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace lupaus::inline v0::detail {

/// Asked of one order at one moment; `Life`: an `order_life`, or what answers as one does. O(parts
/// · their contracts) for all parts.
template <class Life>
class contracted_end {
 public:
  contracted_end(Life const& order, due_time const& due, seconds_t now)
      : order_{&order}, due_{&due}, now_{now}, ends_(order.model().parts.size()) {}

  /// Of some leaf parts, all.
  seconds_t of(std::vector<part_id> const& leaves) {
    auto last = order_->ordered_at();
    for (auto p : leaves) last = (std::max)(last, of(p));
    return last;
  }
  seconds_t of(part_id p) {
    auto& known = ends_[p.index()];
    if (!known) {
      known = find(p);
    }
    return *ends_[p.index()];
  }

 private:
  seconds_t find(part_id part) {
    auto const& p = *order_->plan().of(part);
    auto begins = order_->ordered_at(), attempt = begins, done = begins;
    auto is_done = true;
    for (std::size_t u = 0; u < p.units; ++u) {
      if (order_->is_done(part, u)) {
        done = (std::max)(done, order_->time_of(p.completed, u));
        continue;
      }
      is_done = false;
      if (auto const b = order_->begin_of(part, u); b != due_time::never)
        attempt = (std::max)(attempt, b);
      auto const failure = order_->standing_failure(part, u);
      if (failure && order_->model().events[failure].kind == event_kind::failed)
        begins = (std::max)(begins, now_);
    }
    if (is_done) return done;
    begins = (std::max)(begins, attempt);
    for (auto before : p.before)
      if (!is_later(before, p)) begins = (std::max)(begins, of(before));
    auto ends = due_time::never;
    for (auto const& lead : order_->promise().leads_of(part))
      ends = (std::min)(ends, by(part, lead, begins, attempt));
    return (std::max)(ends == due_time::never ? begins : ends, now_);
  }
  seconds_t by(part_id part, contracted_lead const& lead, seconds_t begins, seconds_t attempt) {
    auto const& limit = order_->limit_of(lead.of, lead.limit);
    if (!is_length(limit)) {
      auto const date = (*due_)(limit, begins);
      return date == due_time::never ? date : (std::max)(date, begins);
    }
    auto from = begins;
    if (lead.anchor) {
      auto const& a = order_->model().events[lead.anchor];
      if (lead.anchor == ordering) {
        from = attempt;
      } else if (a.kind == event_kind::completed && is_all_before(a.of, part)) {
        from = order_->ordered_at();
        for (auto const& q : order_->plan().parts())
          if (is_within(order_->model(), q.part, a.of)) from = (std::max)(from, of(q.part));
      }
    }
    auto const end = (*due_)(limit, from);
    return end < begins ? (*due_)(limit, begins) : end;
  }

  bool is_all_before(part_id earlier, part_id part) const {
    auto const& parts = order_->plan().parts();
    return std::all_of(parts.begin(), parts.end(), [&](part_plan const& q) {
      return !is_within(order_->model(), q.part, earlier) ||
             (is_later(part, q) && !is_later(q.part, *order_->plan().of(part)));
    });
  }
  // In a ring a part comes after itself, and waits for nothing in it.
  static bool is_later(part_id p, part_plan const& than) {
    return std::find(than.later.begin(), than.later.end(), p) != than.later.end();
  }

  Life const* order_;
  due_time const* due_;
  seconds_t now_;
  std::vector<std::optional<seconds_t>> ends_;
};

}  // namespace lupaus::inline v0::detail
