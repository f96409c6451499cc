// SPDX-License-Identifier: BSL-1.0
//
// A catalogue, validated by several threads: the same findings in the same order as by one.
//
//   validate_all(catalogue, {.threads = 4}, [&](std::size_t i, finding const& f) { … });
#pragma once

#include "lupaus/validator.hpp"

#include <condition_variable>
#include <cstddef>
#include <iterator>
#include <mutex>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

struct validate_all_options {
  std::size_t threads = 0;  ///< 0: as many as the machine runs at once
  std::size_t chunk = 256;  ///< how many models a thread takes at a time
};

namespace detail {

/// Calls `sink(i, finding)` for the models from `i` on. While one is looked at, those after it are
/// on their way from memory.
template <class Checks, class Models, class Sink>
void validate_run(basic_validator<Checks>& v, Models const& models, std::size_t i, std::size_t end,
                  Sink&& sink) {
  constexpr std::size_t view_ahead = 4, digest_ahead = 2;
  for (; i < end; ++i) {
    if (i + view_ahead < end) {
      model_view const& later = models[i + view_ahead];
      fetch(&later.digest, 1);
    }
    if (i + digest_ahead < end) {
      model_view const& next = models[i + digest_ahead];
      if (next.digest) fetch(next.digest);
    }
    v(models[i], [&](finding const& f) { sink(i, f); });
  }
}

/// Work in numbered chunks: done by any thread in any order, handed to the caller in their order.
/// A thread that is too far ahead waits, so that memory is bounded by the threads, whatever the
/// number of chunks.
template <class Checks, class Models>
class chunked_validation {
  using found = std::vector<std::pair<std::size_t, finding>>;

 public:
  chunked_validation(Models const& models, std::size_t size, std::size_t chunk, std::size_t threads,
                     Checks const& checks)
      : models_{models},
        size_{size},
        chunk_{chunk},
        chunks_{(size + chunk - 1) / chunk},
        checks_{checks},
        slots_(4 * threads) {
    workers_.reserve(threads - 1);
    for (std::size_t i = 1; i < threads; ++i) workers_.emplace_back([this] { work(); });
  }
  chunked_validation(chunked_validation const&) = delete;
  chunked_validation& operator=(chunked_validation const&) = delete;
  /// Tells the others to stop; they finish the chunk that they are at.
  ~chunked_validation() {
    {
      std::lock_guard const lock{mutex_};
      is_over_ = true;
    }
    changed_.notify_all();
    for (auto& w : workers_) w.join();
  }

  /// Takes part in the work, and hands over what is ready.
  template <class Sink>
  void hand_over(Sink&& sink) {
    basic_validator<Checks> v{checks_};
    for (std::size_t next = 0; next < chunks_;) {
      auto& here = slots_[next % slots_.size()];
      std::unique_lock lock{mutex_};
      if (!here.is_ready && can_take()) {
        auto const mine = taken_++;
        lock.unlock();
        fill(v, mine);
        continue;
      }
      changed_.wait(lock, [&] { return here.is_ready; });
      lock.unlock();
      for (auto const& [i, f] : here.findings) sink(i, f);
      lock.lock();
      here.is_ready = false;
      handed_over_ = ++next;
      lock.unlock();
      changed_.notify_all();
    }
  }

 private:
  struct slot {
    found findings;
    bool is_ready = false;
  };

  bool can_take() const { return taken_ < chunks_ && taken_ - handed_over_ < slots_.size(); }

  void work() {
    basic_validator<Checks> v{checks_};
    for (;;) {
      std::unique_lock lock{mutex_};
      changed_.wait(lock, [&] { return is_over_ || taken_ == chunks_ || can_take(); });
      if (is_over_ || taken_ == chunks_) return;
      auto const mine = taken_++;
      lock.unlock();
      fill(v, mine);
    }
  }

  void fill(basic_validator<Checks>& v, std::size_t chunk) {
    auto& here = slots_[chunk % slots_.size()];
    here.findings.clear();
    auto const end = chunk + 1 == chunks_ ? size_ : (chunk + 1) * chunk_;
    validate_run(v, models_, chunk * chunk_, end,
                 [&](std::size_t i, finding const& f) { here.findings.emplace_back(i, f); });
    {
      std::lock_guard const lock{mutex_};
      here.is_ready = true;
    }
    changed_.notify_all();
  }

  Models const& models_;
  std::size_t size_, chunk_, chunks_;
  Checks const& checks_;
  std::vector<slot> slots_;
  std::vector<std::thread> workers_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t taken_ = 0, handed_over_ = 0;
  bool is_over_ = false;
};

}  // namespace detail

/// Calls `sink(i, finding)` for what the checks find in `models[i]`: model by model in their
/// order, on the calling thread. What the sink throws is thrown on, once the threads have stopped.
/// Models are anything indexed that holds `model` or `model_view`. Memory: the findings of four
/// chunks a thread.
template <class Models, class Sink, class Checks = std::remove_const_t<decltype(standard_checks)>>
void validate_all(Models const& models, validate_all_options options, Sink&& sink,
                  Checks const& checks = standard_checks) {
  auto const size = static_cast<std::size_t>(std::size(models));
  auto const chunk = options.chunk > 0 ? options.chunk : 1;
  auto const useful = (size + chunk - 1) / chunk;
  auto threads = options.threads > 0
                     ? options.threads
                     : static_cast<std::size_t>(std::thread::hardware_concurrency());
  if (threads > useful) threads = useful;
  if (threads <= 1) {
    basic_validator<Checks> v{checks};
    detail::validate_run(v, models, 0, size, sink);
    return;
  }
  detail::chunked_validation<Checks, Models>{models, size, chunk, threads, checks}.hand_over(
      std::forward<Sink>(sink));
}

}  // namespace lupaus::inline v0
