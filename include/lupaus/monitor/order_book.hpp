// SPDX-License-Identifier: BSL-1.0
//
// All orders under one promise: what comes in, in what order it counts, and who is told of it.
// Rules L of docs/explanation/what-the-monitor-judges.md.
#pragma once

#include "lupaus/explore/explorable_promise.hpp"
#include "lupaus/monitor/order_log.hpp"
#include "lupaus/monitor/scorecard.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

class order_book {
  friend struct order_keeper;

 public:
  using breach_sink = std::function<void(breach const&)>;
  using remark_sink = std::function<void(remark const&)>;

  order_book(explorable_promise const& promise, breach_sink on_breach, remark_sink on_remark,
             monitor_options options)
      : promise_{promise},
        options_{std::move(options)},
        watched_{promise_.view()},
        due_{options_},
        on_breach_{std::move(on_breach)},
        on_remark_{std::move(on_remark)} {
    retired_.claims.resize(promise_.view().claims.size());
    retired_.commitments.resize(promise_.view().commitments.size());
  }
  order_book(order_book const&) = delete;
  order_book& operator=(order_book const&) = delete;

  model_view const& model() const { return promise_.view(); }
  watched_promise const& watched() const { return watched_; }
  std::size_t size() const { return orders_.size(); }
  order_log const* find(std::string_view order) const {
    auto const at = orders_.find(std::string{order});
    return at == orders_.end() ? nullptr : at->second.get();
  }

  void observe(order_event const& e) {
    auto& log = log_of(e.order);
    now_ = (std::max)(now_, e.at);
    switch (log.take(e, passed_, options_.most_records)) {
      case taken::changed:
        ++log.changed;
        tell(log, {{}, remark_kind::changed_record, e.at, e.event, e.unit});
        break;
      case taken::refused:
        ++log.refused;
        tell(log, {{}, remark_kind::too_many_records, e.at, e.event, e.unit});
        break;
      case taken::duplicate:
        ++log.duplicates;
        signal(signal_kind::record_twice, e.order);
        break;
      case taken::is_late:
        signal(signal_kind::judged_again, e.order);
        log.judge_again(passed_);
        log.for_each_change(now_, [&](breach const& b) { tell(b); });
        log.for_each_new_remark([&](remark const& r) { tell(r); });
        break;
      case taken::waits: break;
    }
    schedule(log);
    pass(now_ - options_.lateness);
  }
  void advance(seconds_t now) {
    now_ = (std::max)(now_, now);
    pass(now_ - options_.lateness);
  }
  void finish() {
    if (now_ == first_time) return;
    pass(now_ + 1);
    std::vector<order_log*> all;
    for (auto const& [number, log] : orders_) all.push_back(log.get());
    std::sort(all.begin(), all.end(),
              [](auto const* a, auto const* b) { return a->number() < b->number(); });
    for (auto* log : all) tell_unmatched(*log);
  }
  /// O(orders): its number leaves the alarms too.
  bool erase(std::string_view order) {
    std::erase_if(wakes_, [&](wake const& w) { return w.order == order; });
    std::make_heap(wakes_.begin(), wakes_.end());
    auto const is_there = orders_.erase(std::string{order}) != 0;
    if (is_there) signal(signal_kind::order_erased, order, orders_.size());
    return is_there;
  }

  partition_share share() const { return options_.share; }
  void signal(signal_kind kind, std::string_view order, std::uint64_t count = 0) const {
    if (options_.on_signal) options_.on_signal({kind, order, count});
  }

  scorecard score() const {
    auto s = retired_;
    for (auto const& [number, log] : orders_) log->add_to(s);
    return s;
  }

 private:
  static constexpr seconds_t never = order_life::never;
  static constexpr seconds_t first_time = (std::numeric_limits<seconds_t>::min)();

  /// When an order is to be looked at again. Of equal times, by number.
  struct wake {
    seconds_t at;
    std::string order;
    friend bool operator<(wake const& a, wake const& b) {
      return a.at != b.at ? a.at > b.at : a.order > b.order;
    }
  };

  // Within a lateness, an event may have company in its second until that is over.
  seconds_t settles_after() const { return options_.lateness == 0 ? 0 : 1; }
  order_log& log_of(std::string const& order) {
    auto& log = orders_[order];
    if (!log) {
      log = std::make_unique<order_log>(order, watched_, due_, settles_after());
      signal(signal_kind::order_begun, order, orders_.size());
    }
    return *log;
  }
  void schedule(order_log& log) {
    auto const at = log.next(options_.keeps_ended);
    if (at == log.wakes_at) return;
    log.wakes_at = at;
    if (at == never) return;
    wakes_.push_back({at, log.number()});
    std::push_heap(wakes_.begin(), wakes_.end());
  }
  /// Judges all that is settled by then, order by order as it falls due.
  void pass(seconds_t until) {
    passed_ = (std::max)(passed_, until);
    while (!wakes_.empty() && wakes_.front().at <= passed_) {
      std::pop_heap(wakes_.begin(), wakes_.end());
      auto const next = std::move(wakes_.back());
      wakes_.pop_back();
      auto const found = orders_.find(next.order);
      if (found == orders_.end() || found->second->wakes_at != next.at) continue;
      auto& log = *found->second;
      log.wakes_at = never;
      log.judge_until(next.at);
      log.for_each_news([&](breach const& b) { tell(b); });
      log.for_each_new_remark([&](remark const& r) { tell(r); });
      if (log.is_over(next.at, options_.keeps_ended))
        retire(log);
      else
        schedule(log);
    }
  }
  void retire(order_log& log) {
    if (!log.watch().life().is_placed()) tell(log, {{}, remark_kind::never_placed, now_, {}, 0});
    tell_unmatched(log);
    log.add_to(retired_);
    if (!log.watch().life().is_placed())
      ++retired_.remarks[static_cast<std::size_t>(remark_kind::never_placed)];
    auto const number = log.number();
    orders_.erase(number);
    signal(signal_kind::order_retired, number, orders_.size());
  }

  void tell_unmatched(order_log& log) {
    for (; log.unknown < log.unmatched(); ++log.unknown)
      tell(log, {{}, remark_kind::unknown_record, now_, {}, 0});
  }
  void tell(order_log const& log, remark r) {
    r.order = log.number();
    tell(r);
  }
  void tell(breach const& b) {
    if (on_breach_) on_breach_(b);
  }
  void tell(remark const& r) {
    if (on_remark_) on_remark_(r);
  }

  explorable_promise promise_;
  monitor_options options_;
  watched_promise watched_;
  due_time due_;
  breach_sink on_breach_;
  remark_sink on_remark_;
  std::unordered_map<std::string, std::unique_ptr<order_log>> orders_;
  std::vector<wake> wakes_;  // a heap
  scorecard retired_;
  seconds_t now_ = first_time, passed_ = first_time;
};

}  // namespace lupaus::inline v0::detail
