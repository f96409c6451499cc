// SPDX-License-Identifier: BSL-1.0
//
// Orders shared out over several monitors, each in a thread of its own: the same verdicts as of
// one.
//
//   partitioned_monitor watch{as_sold, 4, [&](std::size_t, breach const& b) { log.push(b); }};
//   watch.observe(record);
//   watch.advance(now);
//   auto const counts = watch.score();
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/monitor.hpp"

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <limits>
#include <memory>
#include <mutex>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

/// Which of so many partitions has an order: FNV-1a of 64 bits over the bytes of its number, the
/// upper half added to the lower bit by bit, modulo their number. The same on every machine and in
/// every version of this format. Precondition: `partitions > 0`. O(length).
[[nodiscard]] constexpr std::uint32_t partition_of(std::string_view order,
                                                   std::uint32_t partitions) noexcept {
  std::uint64_t h = 0xcbf29ce484222325U;
  for (auto const c : order) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return static_cast<std::uint32_t>((h ^ h >> 32) % partitions);
}

namespace detail {

/// A monitor in a thread of its own, which does what it is given in that order.
class monitor_thread {
 public:
  /// A record with the time before it; or, without an order, something else to do.
  struct job {
    seconds_t before = 0;
    order_event event = {};
    std::function<void(monitor&)> task = {};
  };
  static constexpr seconds_t no_time = (std::numeric_limits<seconds_t>::min)();
  static constexpr std::size_t batch = 256, most_waiting = 16'384;

  explicit monitor_thread(monitor watch) : watch_{std::move(watch)}, thread_{[this] { run(); }} {}
  monitor_thread(monitor_thread const&) = delete;
  monitor_thread& operator=(monitor_thread const&) = delete;
  ~monitor_thread() {
    hand_over();
    {
      std::scoped_lock const hold{lock_};
      is_over_ = true;
    }
    there_is_work_.notify_one();
    thread_.join();
  }

  void add(job j) {
    mine_.push_back(std::move(j));
    if (mine_.size() >= batch) hand_over();
  }
  /// Waits where too much does already.
  void hand_over() {
    if (mine_.empty()) return;
    std::unique_lock hold{lock_};
    there_is_room_.wait(hold, [&] { return waiting_.size() < most_waiting; });
    if (waiting_.empty())
      waiting_.swap(mine_);
    else
      std::move(mine_.begin(), mine_.end(), std::back_inserter(waiting_));
    hold.unlock();
    mine_.clear();
    there_is_work_.notify_one();
  }
  /// Waits until all that it was given is done.
  void wait() {
    hand_over();
    std::unique_lock hold{lock_};
    there_is_room_.wait(hold, [&] { return waiting_.empty() && !is_busy_; });
  }

 private:
  void run() {
    std::vector<job> jobs;
    std::unique_lock hold{lock_};
    for (;;) {
      there_is_work_.wait(hold, [&] { return is_over_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      jobs.swap(waiting_);
      is_busy_ = true;
      hold.unlock();
      there_is_room_.notify_all();
      for (auto& j : jobs) work(j);
      jobs.clear();
      hold.lock();
      is_busy_ = false;
      there_is_room_.notify_all();
    }
  }
  void work(job& j) {
    if (j.before != no_time) watch_.advance(j.before);
    if (j.task)
      j.task(watch_);
    else
      watch_.observe(j.event);
  }

  monitor watch_;
  std::vector<job> mine_;  // of the thread that gives
  std::mutex lock_;
  std::condition_variable there_is_work_, there_is_room_;
  std::vector<job> waiting_;
  bool is_busy_ = false, is_over_ = false;
  std::thread thread_;
};

}  // namespace detail

/// Some monitors of one promise, each with its share of the orders in a thread of its own. It is
/// itself called by one thread. Each order is told the same breaches in the same order as by one
/// monitor; of two orders of two partitions, either may come first. Memory as of `monitor`, and up
/// to some ten thousand records that wait in each partition.
class partitioned_monitor {
 public:
  /// Called in the thread of the partition that it is told; those of two partitions at once. Must
  /// not throw. `options.on_signal`, `zone` and `is_holiday` are called by all of them.
  using breach_sink = std::function<void(std::size_t partition, breach const&)>;
  using remark_sink = std::function<void(std::size_t partition, remark const&)>;

  /// Precondition: `partitions > 0`. Throws as `monitor` does, and `std::system_error` where no
  /// thread can be started.
  partitioned_monitor(explorable_promise const& promise, std::size_t partitions,
                      breach_sink const& on_breach = {}, remark_sink const& on_remark = {},
                      monitor_options options = {})
      : promise_{promise} {
    for (std::size_t i = 0; i < partitions; ++i) {
      options.share = {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(partitions)};
      monitor::breach_sink tell_breach;
      monitor::remark_sink tell_remark;
      if (on_breach) tell_breach = [on_breach, i](breach const& b) { on_breach(i, b); };
      if (on_remark) tell_remark = [on_remark, i](remark const& r) { on_remark(i, r); };
      all_.push_back(std::make_unique<detail::monitor_thread>(
          monitor{promise_, std::move(tell_breach), std::move(tell_remark), options}));
    }
  }

  [[nodiscard]] std::size_t partitions() const noexcept { return all_.size(); }
  [[nodiscard]] std::size_t partition_of(std::string_view order) const noexcept {
    return lupaus::partition_of(order, static_cast<std::uint32_t>(all_.size()));
  }

  /// As of `monitor`; returns before it is judged. Bad input is thrown here.
  void observe(order_event e) {
    require_record(promise_.view(), e);
    auto& in = *all_[partition_of(e.order)];
    auto const at = e.at;
    in.add({now_, std::move(e), {}});
    now_ = (std::max)(now_, at);
  }
  /// Tells all partitions the time; what waits is begun.
  void advance(seconds_t now) {
    now_ = (std::max)(now_, now);
    each([](monitor&) {});
  }
  /// Waits until all is judged.
  void finish() {
    each([](monitor& m) { m.finish(); });
    wait();
  }
  /// Waits until all is judged.
  [[nodiscard]] scorecard score() {
    scorecard sum;
    for (std::size_t i = 0; i < all_.size(); ++i) in(i, [&](monitor& m) { sum += m.score(); });
    return sum;
  }
  /// Does something with the monitor of one partition, in its thread, after all that it was given;
  /// waits for it. So a partition is written to a snapshot, and restored in another process that
  /// has the same number of partitions.
  template <class F>
  void in(std::size_t partition, F f) {
    all_[partition]->add({now_, {}, [&f](monitor& m) { f(m); }});
    all_[partition]->wait();
  }
  /// Waits until all that was told is judged.
  void wait() {
    for (auto& m : all_) m->hand_over();
    for (auto& m : all_) m->wait();
  }

 private:
  void each(std::function<void(monitor&)> const& f) {
    for (auto& m : all_) {
      m->add({now_, {}, f});
      m->hand_over();
    }
  }

  explorable_promise promise_;
  std::vector<std::unique_ptr<detail::monitor_thread>> all_;
  seconds_t now_ = detail::monitor_thread::no_time;
};

}  // namespace lupaus::inline v0
