// SPDX-License-Identifier: BSL-1.0
//
// All orders under one promise: what comes in, in what order it counts, and who is told of it.
// Rules L of docs/explanation/what-the-monitor-judges.md.
#pragma once

#include "lupaus/explore/explorable_promise.hpp"
#include "lupaus/monitor/book/order_records.hpp"
#include "lupaus/monitor/book/order_slots.hpp"
#include "lupaus/monitor/book/plain_course.hpp"
#include "lupaus/monitor/book/plain_promise.hpp"
#include "lupaus/monitor/book/told_to.hpp"
#include "lupaus/monitor/book/wake_queue.hpp"
#include "lupaus/monitor/order_log.hpp"
#include "lupaus/monitor/scorecard.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

class order_book : told_to {
  friend struct order_keeper;

 public:
  using told_to::share;
  using told_to::signal;
  using told_to::tell;
  static constexpr seconds_t first_time = (std::numeric_limits<seconds_t>::min)();

  order_book(explorable_promise const& promise, breach_sink on_breach, remark_sink on_remark,
             monitor_options options)
      : told_to{std::move(on_breach), std::move(on_remark), std::move(options)},
        promise_{promise},
        watched_{promise_.view()},
        due_{options_},
        plain_{watched_, due_},
        slots_{plain_.times(), (std::min)(plain_.parts() + 2, std::size_t{16})} {
    retired_.claims.resize(promise_.view().claims.size());
    retired_.commitments.resize(promise_.view().commitments.size());
  }
  order_book(order_book const&) = delete;
  order_book& operator=(order_book const&) = delete;

  model_view const& model() const { return promise_.view(); }
  watched_promise const& watched() const { return watched_; }
  std::size_t size() const { return slots_.size(); }
  seconds_t now() const { return now_; }
  std::optional<seconds_t> next_due() const { return wakes_.first_after(options_.lateness); }
  /// Calls `f` with the order; not where it is not there. O(its records).
  template <class F>
  void ask(std::string_view order, F&& f) const {
    auto const slot = slots_.find(order);
    if (slot == order_slot::no_slot) return;
    auto const& s = slots_[slot];
    s.log() ? f(*s.log()) : f(*log_of(watched_, due_, slots_, s, passed_));
  }

  void observe(order_event const& e) { observe(e, number_hash(e.order)); }
  /// As one after the other; the orders of the next ones are brought near together.
  void observe(std::span<order_event const> some) {
    constexpr std::size_t at_once = 32;
    std::uint32_t hashes[at_once];
    while (!some.empty()) {
      auto const next = some.first((std::min)(some.size(), at_once));
      for (std::size_t i = 0; i < next.size(); ++i)
        slots_.prefetch(hashes[i] = number_hash(next[i].order));
      for (std::size_t i = 0; i < next.size(); ++i) slots_.touch(hashes[i]);
      for (std::size_t i = 0; i < next.size(); ++i) observe(next[i], hashes[i]);
      some = some.subspan(next.size());
    }
  }
  void observe(order_event const& e, std::uint32_t hash) {
    auto const [slot, is_new] = slots_.find_or_add(e.order, hash);
    auto& s = slots_[slot];
    if (is_new) signal(signal_kind::order_begun, e.order, slots_.size());
    if (auto const seconds = seconds_of(s, is_new, e); seconds != no_seconds) {
      now_ = e.at;
      return pass(now_, {slot, seconds, &e});
    }
    auto& log = is_new ? begin(s) : general(s, passed_);
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
    schedule(slot, log.next(options_.keeps_ended));
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
    slots_.for_each([&](std::uint32_t, order_slot& s) {
      if (s.log()) all.push_back(s.log());
    });
    std::sort(all.begin(), all.end(),
              [](auto const* a, auto const* b) { return a->number() < b->number(); });
    for (auto* log : all) tell_unmatched(*log);
  }
  bool erase(std::string_view order) {
    auto const slot = slots_.find(order);
    if (slot == order_slot::no_slot) return false;
    slots_.remove(slot);
    signal(signal_kind::order_erased, order, slots_.size());
    return true;
  }

  scorecard score() const {
    auto s = retired_;
    slots_.for_each([&](std::uint32_t, order_slot& x) {
      x.log() ? x.log()->add_to(s) : course(x, [](auto&&) {}).add_to(s);
    });
    return s;
  }

 private:
  static constexpr seconds_t never = order_life::never;

  /// A record of an order that goes a plain way, and counts next.
  struct next_record {
    std::uint32_t slot = order_slot::no_slot, seconds = 0;
    order_event const* event = nullptr;
    bool is_alone = false;  ///< nothing else is to be looked at in its second
  };

  template <class Tell>
  plain_course<Tell> course(order_slot& s, Tell tell) const {
    return {plain_, due_, slots_, s, std::move(tell)};
  }
  // Within a lateness, an event may have company in its second until that is over.
  seconds_t settles_after() const { return options_.lateness == 0 ? 0 : 1; }
  bool goes_plain() const { return plain_.is_plain() && options_.lateness == 0; }
  std::uint32_t seconds_of(order_slot const& s, bool is_new, order_event const& e) const {
    if (s.log() || e.at < passed_ || !goes_plain() || !is_plain(watched_, e) ||
        s.taken >= options_.most_records)
      return no_seconds;
    if (is_new) return e.kind == order_event_kind::placed ? 0 : no_seconds;
    return e.kind == order_event_kind::placed ? no_seconds : seconds_in(watched_, slots_, s, e);
  }
  order_log& begin(order_slot& s) {
    return s.go_on_in(
        std::make_unique<order_log>(std::string{s.number.view()}, watched_, due_, settles_after()));
  }
  /// The order goes no plain way any more, judged until then.
  order_log& general(order_slot& s, seconds_t until) {
    if (s.log()) return *s.log();
    if (s.taken == 0) return begin(s);
    return s.go_on_in(log_of(watched_, due_, slots_, s, until));
  }

  void schedule(std::uint32_t slot, seconds_t at) {
    auto& s = slots_[slot];
    if (at >= s.wakes_at) return;  // it is looked at before
    s.wakes_at = at;
    wakes_.add(at, slot);
  }
  /// Judges all that is settled by then, order by order as it falls due; and the record, which is
  /// of that time.
  void pass(seconds_t until) { pass(until, {}); }
  void pass(seconds_t until, next_record const& record) {
    passed_ = (std::max)(passed_, until);
    awaits_ = record.slot;
    while (!wakes_.is_empty() && wakes_.first_time() <= passed_) {
      auto const at = wakes_.first_time();
      if (record.event && at == record.event->at) break;
      judge_all(at, {});
    }
    awaits_ = order_slot::no_slot;
    if (!record.event) return;
    auto const at = record.event->at;
    if (!wakes_.is_empty() && wakes_.first_time() == at) return judge_all(at, record);
    auto alone = record;
    alone.is_alone = true;
    judge(record.slot, at, alone);
  }
  /// Orders that are to be looked at in one second, by their numbers.
  void judge_all(seconds_t at, next_record const& record) {
    due_now_.clear();
    if (record.event) due_now_.push_back(record.slot);
    while (!wakes_.is_empty() && wakes_.first_time() == at) {
      auto const slot = wakes_.take();
      if (!wakes_.is_empty()) slots_.prefetch_slot(wakes_.first_slot());
      if (slots_[slot].wakes_at != at) continue;
      slots_[slot].wakes_at = never;
      if (slot != record.slot) due_now_.push_back(slot);
    }
    if (due_now_.size() > 1)
      std::sort(due_now_.begin(), due_now_.end(), [&](std::uint32_t a, std::uint32_t b) {
        return slots_[a].number.view() < slots_[b].number.view();
      });
    for (auto const slot : due_now_) judge(slot, at, slot == record.slot ? record : next_record{});
  }
  void judge(std::uint32_t slot, seconds_t at, next_record record) {
    auto& s = slots_[slot];
    if (!s.log() && judge_plain(slot, at, record)) return;
    auto& log = general(s, at);
    if (record.event) log.take(*record.event, passed_, options_.most_records);
    log.judge_until(at);
    log.for_each_news([&](breach const& b) { tell(b); });
    log.for_each_new_remark([&](remark const& r) { tell(r); });
    if (log.is_over(at, options_.keeps_ended))
      retire(slot);
    else
      schedule(slot, log.next(options_.keeps_ended));
  }
  /// False where it cannot be judged so; `record` is left where that is not taken in.
  bool judge_plain(std::uint32_t slot, seconds_t at, next_record& record) {
    auto& s = slots_[slot];
    auto of = course(s, [&](auto const& x) { tell(x); });
    if (s.taken > 0 && !record.is_alone && !of.pass_until(at)) return false;
    if (record.event) {
      auto const& e = *record.event;
      auto const is_taken = e.kind == order_event_kind::placed ? of.place(e.at)
                            : e.kind == order_event_kind::happened
                                ? of.happen(e.event, record.seconds)
                                : of.hear(e.event, e.who, record.seconds);
      if (!is_taken) return false;
      record.event = nullptr;
      if (!of.pass_until(at)) return false;
    }
    of.tell_remark();
    auto const next = of.next_time(options_.keeps_ended);
    if (next <= at)
      retire(slot);
    else
      schedule(slot, next);
    return true;
  }
  void retire(std::uint32_t slot) {
    if (slot == awaits_) return;
    auto& s = slots_[slot];
    if (s.log())
      retire(*s.log());
    else
      course(s, [](auto&&) {}).add_to(retired_);
    std::string const number{s.number.view()};
    slots_.remove(slot);
    signal(signal_kind::order_retired, number, slots_.size());
  }
  void retire(order_log& log) {
    if (!log.watch().life().is_placed()) tell(log, {{}, remark_kind::never_placed, now_, {}, 0});
    tell_unmatched(log);
    log.add_to(retired_);
    if (!log.watch().life().is_placed())
      ++retired_.remarks[static_cast<std::size_t>(remark_kind::never_placed)];
  }

  void tell_unmatched(order_log& log) {
    for (; log.unknown < log.unmatched(); ++log.unknown)
      tell(log, {{}, remark_kind::unknown_record, now_, {}, 0});
  }
  void tell(order_log const& log, remark r) {
    r.order = log.number();
    tell(r);
  }

  explorable_promise promise_;
  watched_promise watched_;
  due_time due_;
  plain_promise plain_;
  order_slots slots_;
  wake_queue wakes_;
  std::vector<std::uint32_t> due_now_;
  std::uint32_t awaits_ = order_slot::no_slot;  // of which a record has come, and counts later
  scorecard retired_;
  seconds_t now_ = first_time, passed_ = first_time;
};

}  // namespace lupaus::inline v0::detail
