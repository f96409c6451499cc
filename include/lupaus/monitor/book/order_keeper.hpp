// SPDX-License-Identifier: BSL-1.0
//
// What is kept of orders over the end of a process. An order is its records and what was told of
// it: all else is judged again from these, by rule L3 of
// docs/explanation/what-the-monitor-judges.md.
#pragma once

#include "lupaus/monitor/book/order_book.hpp"

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

  /// Of the orders that are kept, sorted. O(orders · log orders).
  static std::vector<std::string> numbers_of(order_book const& b) {
    std::vector<std::string> all;
    all.reserve(b.size());
    b.slots_.for_each(
        [&](std::uint32_t, order_slot const& s) { all.emplace_back(s.number.view()); });
    std::sort(all.begin(), all.end());
    return all;
  }

  /// Calls `f` with each order, by number. O(orders · log orders).
  template <class F>
  static void for_each_order(order_book const& b, F&& f) {
    std::vector<order_slot const*> all;
    all.reserve(b.size());
    b.slots_.for_each([&](std::uint32_t, order_slot const& s) { all.push_back(&s); });
    std::sort(all.begin(), all.end(),
              [](auto const* x, auto const* y) { return x->number.view() < y->number.view(); });
    for (auto const* s : all) f(order_of(b, *s));
  }
  static kept_order order_of(order_book const& b, order_slot const& s) {
    if (s.log()) return order_of(*s.log());
    // What was told of it is in no plain order's slot.
    if (s.breaches + s.remarks > 0)
      return order_of(*log_of(b.watched_, b.due_, b.slots_, s, b.passed_));
    kept_order k;
    k.number = s.number.view();
    k.records = records_of(b.slots_, s);
    k.seen_at = s.placed_at + s.seen;
    return k;
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
    b.slots_.clear();
    b.wakes_.clear();
    b.now_ = kept.now;
    b.passed_ = kept.passed;
    b.retired_ = std::move(kept.retired);
    for (auto& k : orders) {
      if (is_plain(b, k) && restore_plain(b, k)) continue;
      auto const slot = b.slots_.find_or_add(k.number, number_hash(k.number)).first;
      auto& log = b.begin(b.slots_[slot]);
      fill(log, k);
      k = {};
      log.judge_again(b.passed_);
      log.for_each_change(b.now_, [&](breach const& x) { b.tell(x); });
      log.for_each_new_remark([&](remark const& r) { b.tell(r); });
      b.schedule(slot, log.next(b.options_.keeps_ended));
    }
    b.signal(signal_kind::restored, {}, orders.size());
  }

 private:
  // It may go a plain way: nothing of it was corrected, refused or said twice.
  static bool is_plain(order_book const& b, kept_order const& k) {
    return b.goes_plain() && k.withdrawn.empty() && k.corrections.empty() && !k.records.empty() &&
           k.records.front().kind == order_event_kind::placed &&
           k.records.size() <= order_slots::most_records &&
           k.records.size() <= b.options_.most_records && k.seen_at == k.records.back().at &&
           k.duplicates + k.changed + k.unknown + k.refused + k.revised == 0 &&
           std::all_of(k.records.begin(), k.records.end(),
                       [&](order_event const& e) { return detail::is_plain(b.watched_, e); });
  }
  // False where it does not, or something else is found of it than was told.
  static bool restore_plain(order_book& b, kept_order const& k) {
    auto const slot = b.slots_.find_or_add(k.number, number_hash(k.number)).first;
    auto& s = b.slots_[slot];
    std::size_t breaches = 0, remarks = 0;
    auto is_same = true;
    auto const same_breach = [&](breach const& x) {
      return breaches < k.standing.size() && k.standing[breaches++] == x.key;
    };
    auto const same_remark = [&](remark const& x) {
      if (remarks == k.remarks.size()) return false;
      auto const& y = k.remarks[remarks++];
      return x.kind == y.kind && x.at == y.at && x.event == y.event && x.unit == y.unit;
    };
    auto const tell = [&](auto const& x) {
      if constexpr (requires { x.key; })
        is_same = is_same && same_breach(x);
      else
        is_same = is_same && same_remark(x);
    };
    auto goes = true;
    for (auto const& e : k.records) {
      if (!goes) break;
      auto of = b.course(s, tell);
      if (e.kind == order_event_kind::placed) {
        goes = s.taken == 0 && of.place(e.at) && of.pass_until(e.at);
      } else {
        auto const seconds = seconds_in(b.watched_, b.slots_, s, e);
        goes = seconds != no_seconds && of.pass_until(e.at) &&
               (e.kind == order_event_kind::happened ? of.happen(e.event, seconds)
                                                     : of.hear(e.event, e.who, seconds)) &&
               of.pass_until(e.at);
      }
      of.tell_remark();
    }
    auto of = b.course(s, tell);
    if (goes && of.pass_until(b.passed_) && is_same && breaches == k.standing.size() &&
        remarks == k.remarks.size() && s.placed_at + s.seen <= b.passed_) {
      b.schedule(slot, of.next_time(b.options_.keeps_ended));
      return true;
    }
    b.slots_.remove(slot);
    return false;
  }
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
