// SPDX-License-Identifier: BSL-1.0
//
// Which of two records of one order counts first: rule L1 of
// docs/explanation/what-the-monitor-judges.md.
#pragma once

#include "lupaus/model/view.hpp"
#include "lupaus/monitor/due_time.hpp"
#include "lupaus/monitor/order_event.hpp"

#include <cstdint>
#include <string_view>
#include <tuple>

namespace lupaus::inline v0::detail {

/// Of two records of one order, which counts first (L1).
class counts_before {
 public:
  /// `placed_at`: when the order is placed; nothing else counts before that (L6).
  counts_before(model_view const& m, seconds_t placed_at) : m_{&m}, placed_at_{placed_at} {}

  seconds_t time_of(order_event const& e) const {
    auto const is_early = placed_at_ != due_time::never && e.at < placed_at_;
    return is_early ? placed_at_ : e.at;
  }

  bool operator()(order_event const& a, order_event const& b) const { return key(a) < key(b); }

 private:
  static int rank(order_event_kind k) {
    switch (k) {
      case order_event_kind::placed: return 0;
      case order_event_kind::happened: return 1;
      case order_event_kind::remedied: return 2;
      case order_event_kind::told: return 3;
      case order_event_kind::contacted: return 4;
      case order_event_kind::asked_for_another: return 5;
      case order_event_kind::asked_to_cancel: return 6;
      case order_event_kind::exceeded: return 7;
      default: return 8;
    }
  }
  int stage(event_id e) const {
    if (!e) return 0;
    auto const kind = m_->events[e].kind;
    return kind == event_kind::started ? 0 : kind == event_kind::completed ? 2 : 1;
  }
  using key_type =
      std::tuple<seconds_t, int, std::uint16_t, int, std::uint16_t, std::uint32_t, std::uint16_t,
                 order_event_kind, answer, std::uint16_t, std::string_view>;
  key_type key(order_event const& e) const {
    auto const part = e.event ? m_->events[e.event].of : e.part;
    return {time_of(e),  rank(e.kind), part.value, stage(e.event), e.event.value, e.unit,
            e.who.value, e.kind,       e.was,      e.object.value, e.id};
  }

  model_view const* m_;
  seconds_t placed_at_;
};

}  // namespace lupaus::inline v0::detail
