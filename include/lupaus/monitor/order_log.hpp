// SPDX-License-Identifier: BSL-1.0
//
// The records of one order in the order in which they count, and what has been told of it. Rules L
// of docs/explanation/what-the-monitor-judges.md.
#pragma once

#include "lupaus/monitor/duty_counts.hpp"
#include "lupaus/monitor/order_watch.hpp"
#include "lupaus/monitor/record_order.hpp"
#include "lupaus/monitor/scorecard.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// What became of a record that came in.
enum class taken : std::uint8_t { waits, is_late, duplicate, changed, refused };

/// Refers to the promise. `settles_after`: so long after its time nothing comes in any more that
/// counts with an event or before it, in seconds.
class order_log {
  friend struct order_keeper;

 public:
  static constexpr seconds_t never = order_life::never;

  order_log(std::string number, watched_promise const& p, due_time const& due,
            seconds_t settles_after)
      : number_{std::move(number)}, promise_{&p}, due_{&due}, settles_after_{settles_after} {
    watch_ = std::make_unique<order_watch>(p, due);
  }

  std::string const& number() const { return number_; }
  order_watch const& watch() const { return *watch_; }
  std::uint64_t duplicates = 0, changed = 0, unknown = 0, refused = 0;

  /// Takes up an order that was judged elsewhere: its records in the order in which they count, and
  /// how many of its breaches and remarks were told.
  void take_up(std::vector<order_event> records, seconds_t until, std::size_t breaches,
               std::size_t remarks) {
    records_ = std::move(records);
    placed_at_ = records_.front().at;
    seen_at_ = records_.back().at;
    judge_until(until);
    told_ = breaches;
    for (std::size_t i = 0; i < told_; ++i)
      revised_ += watch_->found()[i].what.key.kind == breach_kind::revised;
    standing_ = standing_keys(told_);
    auto const& found = watch_->remarks();
    told_remarks_.assign(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(remarks));
  }

  /// Takes a record (L3, L4), where it has less than `most` (L6); `passed`: the time up to which
  /// everything has been judged.
  taken take(order_event const& e, seconds_t passed, std::size_t most) {
    seen_at_ = (std::max)(seen_at_, e.at);
    auto is_gone = false;
    if (!e.id.empty()) {
      auto const same = record_called(e.id);
      if (same != records_.end()) return *same == e ? taken::duplicate : taken::changed;
      if (std::find(corrections_.begin(), corrections_.end(), e.id) != corrections_.end())
        return taken::duplicate;
      auto const gone = std::find_if(withdrawn_.begin(), withdrawn_.end(),
                                     [&](auto const& w) { return w.id == e.id; });
      is_gone = gone != withdrawn_.end();
      if (is_gone && std::exchange(gone->is_matched, true)) return taken::duplicate;
    }
    if (records_.size() + withdrawn_.size() >= most) return taken::refused;
    // What it corrects is gone, even where it is itself corrected.
    auto is_late = !e.corrects.empty() && withdraw(e.corrects);
    if (e.kind == order_event_kind::withdrawn && !e.id.empty()) corrections_.push_back(e.id);
    if (is_gone || e.kind == order_event_kind::withdrawn)
      return is_late ? taken::is_late : taken::waits;
    is_late = is_late || (e.at < passed && e.at + settles_after_ <= passed);
    if (e.kind == order_event_kind::placed && e.at < placed_at_) {
      is_late = is_late || applied_ > 0;
      placed_at_ = e.at;
      sort();
    }
    auto const at = std::upper_bound(records_.begin(), records_.end(), e, before());
    is_late = is_late || at - records_.begin() < static_cast<std::ptrdiff_t>(applied_);
    records_.insert(at, e);
    return is_late ? taken::is_late : taken::waits;
  }
  /// When there is something to do next; `never` where there is nothing.
  seconds_t next(seconds_t keeps_ended) const {
    auto const of_limits = watch_->life().is_placed() ? watch_->next() : never;
    return (std::min)({of_limits, next_event(), over_at(keeps_ended)});
  }
  /// Judges all that is settled by then.
  void judge_until(seconds_t t) {
    for (;;) {
      auto const event = next_event();
      auto const limit = watch_->life().is_placed() ? watch_->next() : never;
      if (event <= t && limit > before().time_of(records_[applied_])) {
        auto e = records_[applied_++];
        if (e.at < placed_at_) watch_->note_early(e);
        e.at = before().time_of(e);
        watch_->apply(e);
      } else if (limit <= t) {
        watch_->pass_until(limit);
      } else {
        return;
      }
    }
  }
  /// Judges everything again, up to then.
  void judge_again(seconds_t t) {
    watch_ = std::make_unique<order_watch>(*promise_, *due_);
    applied_ = 0;
    judge_until(t);
  }
  /// Nothing is owed any more, and it is kept no longer; or it was never placed.
  bool is_over(seconds_t t, seconds_t keeps_ended) const {
    auto const at = over_at(keeps_ended);
    return at != never && at <= t;
  }

  /// Calls `f` on each breach that has not been told yet, and those that no longer stand.
  template <class F>
  void for_each_news(F&& f) {
    auto const& found = watch_->found();
    for (; told_ < found.size(); ++told_) tell(found[told_].what, false, f);
    standing_ = standing_keys();
  }
  /// The same after all was judged again: what no longer stands is revised (L3).
  template <class F>
  void for_each_change(seconds_t now, F&& f) {
    auto const before = std::exchange(standing_, standing_keys());
    for (auto const& b : before) {
      if (std::find(standing_.begin(), standing_.end(), b) != standing_.end()) continue;
      breach r{.key = b, .at = now};
      r.key.kind = breach_kind::revised;
      r.revises = b;
      r.part = whole;
      r.is_found_late = true;
      tell(r, true, f);
    }
    for (auto const& x : watch_->found())
      if (x.stands && x.what.key.kind != breach_kind::revised &&
          std::find(before.begin(), before.end(), x.what.key) == before.end())
        tell(x.what, true, f);
    told_ = watch_->found().size();
  }
  template <class F>
  void for_each_new_remark(F&& f) {
    for (auto const& r : watch_->remarks()) {
      auto const is_told =
          std::any_of(told_remarks_.begin(), told_remarks_.end(), [&](auto const& t) {
            return t.kind == r.kind && t.at == r.at && t.event == r.event && t.unit == r.unit;
          });
      if (is_told) continue;
      told_remarks_.push_back(r);
      auto named = r;
      named.order = number_;
      f(named);
    }
  }
  /// Withdrawals of records that have not come in.
  std::size_t unmatched() const {
    return static_cast<std::size_t>(std::count_if(withdrawn_.begin(), withdrawn_.end(),
                                                  [](auto const& w) { return !w.is_matched; }));
  }
  std::vector<breach> standing() const {
    std::vector<breach> all;
    for (auto const& x : watch_->found())
      if (x.stands && x.what.key.kind != breach_kind::revised) {
        all.push_back(x.what);
        all.back().order = number_;
      }
    std::stable_sort(all.begin(), all.end(),
                     [](auto const& a, auto const& b) { return a.at < b.at; });
    return all;
  }

  void add_to(scorecard& s) const {
    s.duplicates += duplicates;
    s.revised += revised_;
    s.remarks[static_cast<std::size_t>(remark_kind::changed_record)] += changed;
    s.remarks[static_cast<std::size_t>(remark_kind::unknown_record)] += unknown;
    s.remarks[static_cast<std::size_t>(remark_kind::too_many_records)] += refused;
    for (auto const& r : watch_->remarks()) ++s.remarks[static_cast<std::size_t>(r.kind)];
    auto const& life = watch_->life();
    if (!life.is_placed()) return;
    ++s.placed;
    auto const breaches = standing();
    for (auto const& b : breaches) ++s.breaches[static_cast<std::size_t>(b.key.kind)];
    s.contacts += watch_->contacts();
    s.extra_steps += watch_->extra_steps();
    if (life.is_ended()) {
      ++(life.end() == order_phase::called_off  ? s.cancelled
         : life.end() == order_phase::paid_back ? s.refunded
                                                : s.left);
      if (watch_->ended_in_failure()) ++s.ended_in_failure;
      if (life.end() == order_phase::left && watch_->is_promise_broken()) ++s.left_after_breach;
    } else if (life.read().is_kept()) {
      ++s.kept;
      if (breaches.empty()) ++s.perfect;
    } else {
      ++(life.read().is_settled() ? s.settled : s.open);
    }
    for (auto const& d : watch_->duties()) count_duty(s, d);
  }

 private:
  struct withdrawal {
    std::string id;
    bool is_matched = false;
  };

  std::vector<order_event>::iterator record_called(std::string const& id) {
    return std::find_if(records_.begin(), records_.end(),
                        [&](order_event const& x) { return x.id == id; });
  }
  /// True when that changes what was judged.
  bool withdraw(std::string const& id) {
    auto const same = record_called(id);
    auto const is_correction =
        std::find(corrections_.begin(), corrections_.end(), id) != corrections_.end();
    withdrawn_.push_back({id, same != records_.end() || is_correction});
    if (same == records_.end()) return false;
    auto const was_applied = same - records_.begin() < static_cast<std::ptrdiff_t>(applied_);
    auto const was_placing = same->kind == order_event_kind::placed;
    records_.erase(same);
    if (was_applied) --applied_;
    if (was_placing) {
      placed_at_ = never;
      for (auto const& e : records_)
        if (e.kind == order_event_kind::placed) placed_at_ = (std::min)(placed_at_, e.at);
      sort();
    }
    return was_applied;
  }
  counts_before before() const { return {promise_->model(), placed_at_}; }
  void sort() { std::stable_sort(records_.begin(), records_.end(), before()); }
  // An order that is not placed has nothing that could be judged.
  seconds_t next_event() const {
    if (applied_ == records_.size()) return never;
    if (placed_at_ == never) return never;
    return before().time_of(records_[applied_]) + settles_after_;
  }
  seconds_t over_at(seconds_t keeps_ended) const {
    auto const& life = watch_->life();
    if (life.is_placed()) {
      if (applied_ < records_.size() || watch_->next() != never) return never;
      if (!life.is_ended() && !life.read().is_settled()) return never;
    } else if (next_event() != never) {
      return never;
    }
    return seen_at_ + settles_after_ + keeps_ended;
  }
  std::vector<breach_key> standing_keys() const { return standing_keys(watch_->found().size()); }
  // Of the first ones that were found.
  std::vector<breach_key> standing_keys(std::size_t first) const {
    std::vector<breach_key> keys;
    for (std::size_t i = 0; i < first; ++i)
      if (auto const& x = watch_->found()[i]; x.stands && x.what.key.kind != breach_kind::revised)
        keys.push_back(x.what.key);
    return keys;
  }
  template <class F>
  void tell(breach const& b, bool is_late, F&& f) {
    if (b.key.kind == breach_kind::revised) ++revised_;
    auto named = b;
    named.order = number_;
    named.is_found_late = named.is_found_late || is_late;
    f(named);
  }

  std::string number_;
  watched_promise const* promise_;
  due_time const* due_;
  seconds_t settles_after_;
  seconds_t placed_at_ = never;
  seconds_t seen_at_ = 0;  ///< of the latest record, whatever became of it
  std::unique_ptr<order_watch> watch_;
  std::vector<order_event> records_;
  std::size_t applied_ = 0, told_ = 0;
  std::vector<breach_key> standing_;  // of those that were told
  std::vector<remark> told_remarks_;
  std::vector<withdrawal> withdrawn_;
  std::vector<std::string> corrections_;
  std::uint64_t revised_ = 0;
};

}  // namespace lupaus::inline v0::detail
