// SPDX-License-Identifier: BSL-1.0
//
// From the records of an order that goes a plain way to those of any order, and back.
#pragma once

#include "lupaus/monitor/book/order_slots.hpp"
#include "lupaus/monitor/book/plain_promise.hpp"
#include "lupaus/monitor/order_log.hpp"
#include "lupaus/monitor/record_order.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// True where a record says no more than an order that goes a plain way keeps of it.
inline bool is_plain(watched_promise const& p, order_event const& e) {
  if (e.part || e.unit != 0 || e.was != answer::waits || e.object || !e.promised.empty() ||
      !e.id.empty() || !e.corrects.empty())
    return false;
  if (e.kind == order_event_kind::placed) return !e.event && !e.who;
  if (e.kind == order_event_kind::happened) return !e.who;
  if (e.kind != order_event_kind::told) return false;
  auto const& x = p.model().events[e.event];
  return is_of_life(p.model(), e.event) ? p.plan().of(x.of) != nullptr
                                        : x.kind != event_kind::possession;
}

/// The records as they came in.
inline std::vector<order_event> records_of(order_slots const& slots, order_slot const& s) {
  std::vector<order_event> all;
  all.reserve(s.taken);
  std::string const number{s.number.view()};
  all.push_back({.order = number, .at = s.placed_at, .kind = order_event_kind::placed});
  auto const* const records = slots.records(s);
  for (std::size_t i = 0; i < s.records; ++i) {
    auto const& r = records[i];
    if (r.who == plain_record::followed) continue;
    order_event e{.order = number, .at = s.placed_at + r.seconds()};
    e.event = r.of();
    if (r.is_word()) e.kind = order_event_kind::told, e.who = party_id{r.who};
    all.push_back(std::move(e));
  }
  return all;
}

/// The same order, judged until then; what was told of it is known there.
inline std::unique_ptr<order_log> log_of(watched_promise const& p, due_time const& due,
                                         order_slots const& slots, order_slot const& s,
                                         seconds_t until) {
  auto log = std::make_unique<order_log>(std::string{s.number.view()}, p, due, 0);
  log->take_up(records_of(slots, s), until, s.breaches, s.remarks);
  return log;
}

/// In the time since the placing where a record of it is the next one to count (L1); `none` where
/// it is not, or is as many seconds away as no plain record can be.
inline constexpr std::uint32_t no_seconds = ~std::uint32_t{0};
inline std::uint32_t seconds_in(watched_promise const& p, order_slots const& slots,
                                order_slot const& s, order_event const& e) {
  auto const since = e.at - s.placed_at;
  if (since < seconds_t{s.seen} || since >= seconds_t{no_seconds}) return no_seconds;
  if (since > seconds_t{s.seen} || s.taken < 2) return static_cast<std::uint32_t>(since);
  auto const* r = slots.records(s) + s.records - 1;
  while (r->who == plain_record::followed) --r;
  order_event last{.at = e.at};
  last.event = r->of();
  if (r->is_word()) last.kind = order_event_kind::told, last.who = party_id{r->who};
  return counts_before{p.model(), s.placed_at}(e, last) ? no_seconds
                                                        : static_cast<std::uint32_t>(since);
}

}  // namespace lupaus::inline v0::detail
