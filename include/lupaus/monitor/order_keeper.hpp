// SPDX-License-Identifier: BSL-1.0
//
// What is kept of orders over the end of a process. An order is its records and what was told of
// it: all else is judged again from these, by rule L3 of
// docs/explanation/what-the-monitor-judges.md.
#pragma once

#include "lupaus/monitor/order_book.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// One order, by value.
struct kept_order {
  struct withdrawal {
    std::string id;
    bool is_matched = false;
  };
  std::string number;
  std::vector<order_event> records;  ///< in the order in which they count
  seconds_t seen_at = 0;
  std::uint64_t duplicates = 0, changed = 0, unknown = 0, refused = 0, revised = 0;
  std::vector<breach_key> standing;  ///< told, and not revised
  std::vector<remark> remarks;       ///< told
  std::vector<withdrawal> withdrawn;
  std::vector<std::string> corrections;
};

/// All orders but their own.
struct kept_book {
  seconds_t now = 0, passed = 0;
  scorecard retired;
};

/// The one door into a book of orders for what keeps them.
struct order_keeper {
  static kept_book book_of(order_book const& b) { return {b.now_, b.passed_, b.retired_}; }

  /// Calls `f` with each order, by number. O(orders · log orders).
  template <class F>
  static void for_each_order(order_book const& b, F&& f) {
    std::vector<order_log const*> all;
    all.reserve(b.orders_.size());
    for (auto const& [number, log] : b.orders_) all.push_back(log.get());
    std::sort(all.begin(), all.end(),
              [](auto const* x, auto const* y) { return x->number() < y->number(); });
    for (auto const* log : all) f(*log);
  }
  static kept_order order_of(order_log const& log) {
    kept_order k{.number = log.number_,
                 .records = log.records_,
                 .seen_at = log.seen_at_,
                 .duplicates = log.duplicates,
                 .changed = log.changed,
                 .unknown = log.unknown,
                 .refused = log.refused,
                 .revised = log.revised_,
                 .standing = log.standing_,
                 .remarks = log.told_remarks_,
                 .withdrawn = {},
                 .corrections = log.corrections_};
    for (auto const& w : log.withdrawn_) k.withdrawn.push_back({w.id, w.is_matched});
    return k;
  }

  /// Puts these orders in the place of all. What is judged otherwise than it was told, by another
  /// calendar or another version of the rules, is told. O(their records).
  static void restore(order_book& b, kept_book kept, std::vector<kept_order> orders) {
    b.orders_.clear();
    b.wakes_.clear();
    b.now_ = kept.now;
    b.passed_ = kept.passed;
    b.retired_ = std::move(kept.retired);
    b.orders_.reserve(orders.size());
    for (auto& k : orders) {
      auto& log = b.orders_[k.number];
      log = std::make_unique<order_log>(k.number, b.watched_, b.due_, b.settles_after());
      fill(*log, k);
      k = {};
      log->judge_again(b.passed_);
      log->for_each_change(b.now_, [&](breach const& x) { b.tell(x); });
      log->for_each_new_remark([&](remark const& r) { b.tell(r); });
      b.schedule(*log);
    }
    b.signal(signal_kind::restored, {}, orders.size());
  }

 private:
  static void fill(order_log& log, kept_order& k) {
    log.records_ = std::move(k.records);
    for (auto& e : log.records_) {
      e.order = k.number;
      if (e.kind == order_event_kind::placed) log.placed_at_ = (std::min)(log.placed_at_, e.at);
    }
    log.sort();
    log.seen_at_ = k.seen_at;
    log.duplicates = k.duplicates, log.changed = k.changed;
    log.unknown = k.unknown, log.refused = k.refused;
    log.revised_ = k.revised;
    log.standing_ = std::move(k.standing);
    log.told_remarks_ = std::move(k.remarks);
    for (auto& w : k.withdrawn) log.withdrawn_.push_back({std::move(w.id), w.is_matched});
    log.corrections_ = std::move(k.corrections);
  }
};

}  // namespace lupaus::inline v0::detail
