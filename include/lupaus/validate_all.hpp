// SPDX-License-Identifier: BSL-1.0
//
// A catalogue, validated by several threads: the same findings in the same order as by one. Where a
// thread cannot be started, or has no memory, the others do its work.
//
//   validate_all(catalogue, {.threads = 4}, [&](std::size_t i, finding const& f) { … });
#pragma once

#include "lupaus/validator.hpp"

#include <algorithm>
#include <concepts>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <iterator>
#include <mutex>
#include <new>
#include <optional>
#include <system_error>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

struct validate_all_options {
  std::size_t threads = 0;  ///< 0: as many as the machine runs at once
  std::size_t chunk = 256;  ///< how many models a thread takes at a time
};

/// Models by their number, from 0 on: a vector of `model` or `model_view`, or anything that gives
/// them when it is asked, by reference or by value. Several threads ask at once.
template <class M>
concept indexed_models = requires(M const& models, std::size_t i) {
  { std::size(models) } -> std::convertible_to<std::size_t>;
  { models[i] } -> std::convertible_to<model_view const&>;
};

/// Anything that may be told of findings in many models: it is called with the number of the model
/// and one finding after the other.
template <class F>
concept numbered_finding_receiver = std::invocable<F&, std::size_t, finding const&>;

namespace detail {

/// Calls `sink(i, finding)` for the models from `i` on. What `models[i]` gives by value lives as
/// long as it is looked at.
template <class Checks, class Models, class Sink>
void validate_run(basic_validator<Checks>& v, Models const& models, std::size_t i, std::size_t end,
                  Sink&& sink) {
  for (; i < end; ++i) v(models[i], [&](finding const& f) { sink(i, f); });
}

/// What was found in some models, one after the other.
class kept_findings {
 public:
  /// Small enough to be inlined wherever something is found, so that a finding is made in its place
  /// here: to copy one that has just been made takes longer than to make it.
  void add(std::size_t model, finding const& f) {
    if (model != model_) begin_model(model);
    if (size_ == found_.size()) make_room();
    found_[size_++] = f;
  }
  template <class Sink>
  void hand_over(Sink& sink) const {
    for (std::size_t r = 0; r < runs_.size(); ++r) {
      auto const end = r + 1 < runs_.size() ? runs_[r + 1].first : size_;
      for (auto i = runs_[r].first; i < end; ++i) sink(runs_[r].model, found_[i]);
    }
    if (broke_) std::rethrow_exception(broke_);
  }
  /// Makes room, where there is none yet, for as much as others have found.
  void reserve(std::size_t findings) {
    if (found_.empty()) found_.resize(findings);
  }
  std::size_t room() const { return found_.size(); }
  void break_off(std::exception_ptr why) { broke_ = std::move(why); }
  void clear() {
    runs_.clear();
    size_ = 0;
    model_ = none;
    broke_ = nullptr;
  }

 private:
  static constexpr auto none = ~std::size_t{0};
  struct run {
    std::size_t model, first;
  };

  [[gnu::noinline]] void begin_model(std::size_t model) {
    runs_.push_back({model, size_});
    model_ = model;
  }
  [[gnu::noinline]] void make_room() { found_.resize((std::max)(2 * size_, std::size_t{256})); }

  std::vector<finding> found_;  // and room for more
  std::size_t size_ = 0;
  std::vector<run> runs_;     // of each model with findings, in found_
  std::size_t model_ = none;  // the last of them
  std::exception_ptr broke_;  // what a check threw after that
};

/// Work in numbered chunks, handed to the caller in their order. The caller goes through a block of
/// chunks from its front, where it is its turn and nothing need be kept; the others go through it
/// from its back and keep what they find. They meet where the work is shared, whoever is faster.
/// Nobody is more than one block ahead, so that memory is bounded whatever the number of chunks.
template <class Checks, class Models>
class chunked_validation {
 public:
  chunked_validation(Models const& models, std::size_t size, std::size_t chunk, std::size_t threads,
                     Checks const& checks)
      : models_{models},
        size_{size},
        chunk_{chunk},
        chunks_{(size + chunk - 1) / chunk},
        block_{8 * threads},
        checks_{checks},
        slots_(2 * block_),
        back_{(std::min)(block_, chunks_)} {
    workers_.reserve(threads - 1);
    try {
      for (std::size_t i = 1; i < threads; ++i) workers_.emplace_back([this] { work(); });
    } catch (std::system_error const&) {  // goes on with those that there are
    } catch (std::bad_alloc const&) {
    }
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

  /// Takes part in the work, and hands over what is found.
  template <class Sink>
  void hand_over(Sink&& sink) {
    basic_validator<Checks> v{checks_};
    kept_findings mine;
    auto has_memory = true;
    std::unique_lock lock{mutex_};
    while (front_ < chunks_) {
      auto& here = slot_of(front_);
      while (here.is == state::taken)  // by another, who is at it
        if (auto const ahead = has_memory ? take() : none; ahead != none)
          has_memory = keep(v, ahead, mine, lock);
        else
          changed_.wait(lock, [&] { return here.is != state::taken; });
      auto const is_done = here.is == state::done;
      here.is = state::taken;
      lock.unlock();
      if (is_done)
        here.found.hand_over(sink);
      else
        run(v, front_, sink);
      lock.lock();
      here.is = state::open;
      if (++front_ % block_ == 0) changed_.notify_all();  // there is room for another block
    }
  }

 private:
  static constexpr auto none = ~std::size_t{0};
  enum class state : std::uint8_t { open, taken, done };
  struct slot {
    state is = state::open;
    kept_findings found;
  };

  slot& slot_of(std::size_t chunk) { return slots_[chunk % slots_.size()]; }

  /// A chunk for somebody whose turn it is not: the last that is open in the block that the others
  /// are at, or else in the next; none when there is no room.
  std::size_t take() {
    for (;;) {
      auto const last = back_ - 1;
      if (last >= (std::max)(front_, at_ * block_) && back_ > at_ * block_ &&
          slot_of(last).is == state::open) {
        slot_of(last).is = state::taken;
        return --back_;
      }
      if (is_last_block() || at_ > front_ / block_) return none;
      ++at_;
      back_ = (std::min)((at_ + 1) * block_, chunks_);
    }
  }
  bool is_last_block() const { return (at_ + 1) * block_ >= chunks_; }

  void work() {
    basic_validator<Checks> v{checks_};
    kept_findings mine;
    std::unique_lock lock{mutex_};
    for (auto has_memory = true; has_memory;) {
      auto chunk = none;
      changed_.wait(lock, [&] {
        if (is_over_) return true;
        chunk = take();
        return chunk != none || is_last_block();
      });
      if (chunk == none) return;
      has_memory = keep(v, chunk, mine, lock);
    }
  }

  /// Fills the slot of a chunk that was taken. Not in place: slots lie side by side, and writing to
  /// one would slow down whoever writes to the next. False when there is no memory for it: then the
  /// chunk is open again, for the caller, who keeps nothing.
  bool keep(basic_validator<Checks>& v, std::size_t chunk, kept_findings& mine,
            std::unique_lock<std::mutex>& lock) {
    auto const room = room_;
    auto has_memory = true;
    lock.unlock();
    mine.clear();
    try {
      mine.reserve(room);
      run(v, chunk, [&](std::size_t i, finding const& f) { mine.add(i, f); });
    } catch (std::bad_alloc const&) {
      has_memory = false;
    } catch (...) {
      mine.break_off(std::current_exception());
    }
    lock.lock();
    if (has_memory) {
      room_ = (std::max)(room_, mine.room());
      std::swap(slot_of(chunk).found, mine);
    }
    slot_of(chunk).is = has_memory ? state::done : state::open;
    changed_.notify_all();
    return has_memory;
  }

  template <class Sink>
  void run(basic_validator<Checks>& v, std::size_t chunk, Sink&& sink) const {
    validate_run(v, models_, chunk * chunk_, (std::min)((chunk + 1) * chunk_, size_), sink);
  }

  Models const& models_;
  std::size_t size_, chunk_, chunks_, block_;
  Checks const& checks_;
  std::vector<slot> slots_;  // of two blocks
  std::vector<std::thread> workers_;
  std::mutex mutex_;  // of all below, and of the states of the slots
  std::condition_variable changed_;
  std::size_t front_ = 0;  // the next to be handed over
  std::size_t at_ = 0;     // the block that the others are at
  std::size_t back_;       // the first that they have taken of it
  std::size_t room_ = 0;   // the most that anybody has made for the findings of a chunk
  bool is_over_ = false;
};

}  // namespace detail

/// Calls `sink(i, finding)` for what the checks find in `models[i]`: model by model in their
/// order, on the calling thread. What the sink or a check throws is thrown on, once the threads
/// have stopped; of a check, after what was found before it. Memory: the findings of sixteen chunks
/// a thread.
template <indexed_models Models, numbered_finding_receiver Sink,
          class Checks = std::remove_const_t<decltype(standard_checks)>>
void validate_all(Models const& models, validate_all_options options, Sink&& sink,
                  Checks const& checks = standard_checks) {
  auto const size = static_cast<std::size_t>(std::size(models));
  auto const chunk = options.chunk > 0 ? options.chunk : 1;
  auto const useful = size / chunk + (size % chunk > 0 ? 1 : 0);
  auto threads = options.threads > 0
                     ? options.threads
                     : static_cast<std::size_t>(std::thread::hardware_concurrency());
  if (threads > useful) threads = useful;
  std::optional<detail::chunked_validation<Checks, Models>> together;
  if (threads > 1) try {
      together.emplace(models, size, chunk, threads, checks);
    } catch (std::bad_alloc const&) {  // goes on alone
    }
  if (together) return together->hand_over(std::forward<Sink>(sink));
  basic_validator<Checks> v{checks};
  detail::validate_run(v, models, 0, size, sink);
}

}  // namespace lupaus::inline v0
