// SPDX-License-Identifier: BSL-1.0
//
// A space of orders as the answers see it: states by number, whatever their size.
#pragma once

#include "lupaus/explore/order/order_system.hpp"
#include "lupaus/explore/search/exploration.hpp"
#include "lupaus/explore/search/work_meter.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace lupaus::inline v0::detail {

/// How the moves of a space are marked.
struct order_marks {
  static constexpr std::uint8_t dependable = move_array::first_mark;
  static constexpr std::uint8_t contact = move_array::second_mark;
  std::uint8_t operator()(order_move const& m) const {
    return static_cast<std::uint8_t>((m.is_dependable ? dependable : 0) |
                                     (is_contact(m) ? contact : 0));
  }
};

class order_space {
 public:
  explicit order_space(order_moves const& moves) : moves_{&moves} {}
  /// Looks at every move that `run` takes; none: nobody does.
  void be_watched(exposure_watch* by) { watch_ = by; }

  order_space(order_space const&) = delete;
  order_space& operator=(order_space const&) = delete;
  virtual ~order_space() = default;

  virtual search_coverage run(search_limits const& limits,
                              std::function<bool(search_coverage const&)> const& progress) = 0;
  /// Looks until a state is found for which it holds.
  virtual bool find(bool (*is_sought)(state_reader const&)) = 0;
  virtual std::size_t size() const = 0;
  virtual std::size_t expanded() const = 0;
  virtual std::size_t depth_of(state_number n) const = 0;
  virtual state_number parent_of(state_number n) const = 0;
  virtual std::vector<order_move> path_to(state_number n) const = 0;
  /// The number of a state that was seen, by its bytes.
  virtual std::optional<state_number> number_of(std::uint8_t const* state) const = 0;
  /// The moves of all expanded states, those that can be counted on and her contacts marked.
  virtual move_array const& kept_moves() const = 0;
  /// Asks the policy for all expanded states again, the last one first, and unevenly often: the
  /// first state whose moves are others then, if there is one. `meter` may stop it.
  virtual std::optional<state_number> ask_again(work_meter& meter) const = 0;

  /// The states on the way that `path_to` tells, from the first on.
  std::vector<state_number> states_to(state_number n) const {
    std::vector<state_number> path{n};
    for (; parent_of(n) != n; path.push_back(n)) n = parent_of(n);
    std::reverse(path.begin(), path.end());
    return path;
  }

  order_moves const& moves() const { return *moves_; }
  std::uint8_t const* bytes(std::size_t n) const { return bytes_of(n); }
  state_reader operator[](std::size_t n) const { return moves_->read(bytes_of(n)); }
  /// Calls `f(state, move)` for every move of a state.
  template <class F>
  void for_each_successor(std::size_t n, F&& f) const {
    std::uint8_t next[order_plan::most_bytes];
    moves_->for_each(bytes_of(n), next, move_sink{f});
  }

 private:
  virtual std::uint8_t const* bytes_of(std::size_t n) const = 0;

  order_moves const* moves_;

 protected:
  exposure_watch* watch_ = nullptr;
};

template <std::size_t Bytes>
class sized_order_space final : public order_space {
 public:
  sized_order_space(order_moves const& moves, std::uint8_t const* start, bool only_dependable)
      : order_space{moves}, system_{moves, start, only_dependable, &watch_}, space_{system_} {}

  search_coverage run(search_limits const& limits,
                      std::function<bool(search_coverage const&)> const& progress) override {
    return space_.run(limits, teller{&progress});
  }
  bool find(bool (*is_sought)(state_reader const&)) override {
    std::function<bool(search_coverage const&)> const nothing;
    auto const is_found = [&](packed_order<Bytes> const& s) {
      return is_sought(moves().read(s.bytes));
    };
    return space_.find(is_found, {}, teller{&nothing}).has_value();
  }
  std::size_t size() const override { return space_.size(); }
  std::size_t expanded() const override { return space_.expanded(); }
  std::size_t depth_of(state_number n) const override { return space_.depth_of(n); }
  state_number parent_of(state_number n) const override { return space_.parent_of(n); }
  std::vector<order_move> path_to(state_number n) const override {
    std::vector<order_move> path;
    for (auto const& step : space_.path_to(n)) path.push_back(step.label);
    return path;
  }
  std::optional<state_number> number_of(std::uint8_t const* state) const override {
    packed_order<Bytes> wanted;
    std::memcpy(wanted.bytes, state, moves().plan().bytes());
    auto probe = space_.states().begin(wanted);
    space_.states().locate(probe);
    state_number number = 0;
    return space_.states().find(probe, number) ? std::optional{number} : std::nullopt;
  }
  move_array const& kept_moves() const override { return space_.moves(); }
  std::optional<state_number> ask_again(work_meter& meter) const override {
    std::optional<state_number> first;
    auto const begins = space_.moves().offsets();
    for (auto n = expanded(); n-- > 0 && meter.goes_on();) {
      if (n % 64 == 0 && meter.time_left() == std::chrono::nanoseconds::zero())
        meter.stop(stop_reason::time);
      if (!has_same_moves(n, begins[n], begins[n + 1])) first = static_cast<state_number>(n);
    }
    return first;
  }

 private:
  bool has_same_moves(std::size_t n, std::size_t at, std::size_t end) const {
    probes_.clear();
    system_.for_each_successor(space_[n], [&](packed_order<Bytes> const& to, order_move const&) {
      probes_.push_back(space_.states().begin(to));
    });
    if (space_.moves().to(at) == move_array::nowhere) ++at;
    if (probes_.size() != end - at) return false;
    for (auto& p : probes_) space_.states().locate(p);
    for (auto& p : probes_) {
      state_number to = 0;
      if (!space_.states().find(p, to) || to != space_.moves().to(at++)) return false;
    }
    return true;
  }

  struct teller {
    std::function<bool(search_coverage const&)> const* progress;
    bool operator()(search_coverage const& e) const { return !*progress || (*progress)(e); }
  };

  std::uint8_t const* bytes_of(std::size_t n) const override { return space_[n].bytes; }

  order_system<Bytes> system_;
  exploration<order_system<Bytes>, order_marks> space_;
  mutable std::vector<typename state_set<packed_order<Bytes>>::probe> probes_;
};

/// A space with states that are large enough for the plan; none where no state is. The moves must
/// outlive it. `start` and `only_dependable` are as of `order_system`.
inline std::unique_ptr<order_space> make_order_space(order_moves const& moves,
                                                     std::uint8_t const* start = nullptr,
                                                     bool only_dependable = false) {
  auto const bytes = moves.plan().bytes();
  if (bytes <= 32) return std::make_unique<sized_order_space<32>>(moves, start, only_dependable);
  if (bytes <= 128) return std::make_unique<sized_order_space<128>>(moves, start, only_dependable);
  static_assert(order_plan::most_bytes == 512);
  if (bytes <= 512) return std::make_unique<sized_order_space<512>>(moves, start, only_dependable);
  return nullptr;
}

/// From a state, dependable moves lead to an acceptable outcome, or to where the policy breaks.
/// Searches until one is found: O(states + moves) at worst, of what can be counted on.
inline bool can_reach_acceptable(order_moves const& moves, std::uint8_t const* state) {
  auto const space = make_order_space(moves, state, true);
  return space && space->find([](state_reader const& s) {
    return s.is_acceptable() || s.phase() == order_phase::broken;
  });
}

}  // namespace lupaus::inline v0::detail
