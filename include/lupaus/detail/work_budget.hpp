// SPDX-License-Identifier: BSL-1.0
//
// Work that may still be done, counted in steps, so that what takes long can leave off.
#pragma once

#include <cstddef>

namespace lupaus::inline v0::detail {

/// Is asked from time to time whether work goes on: somebody's clock.
class work_watch {
 public:
  constexpr virtual bool goes_on() = 0;

 protected:
  constexpr work_watch() = default;
  constexpr work_watch(work_watch const&) = default;
  constexpr work_watch& operator=(work_watch const&) = default;
  constexpr ~work_watch() = default;
};

/// Steps that may still be taken. A step is a node or an element that is looked at in work whose
/// amount is no matter of the model's size alone; what takes n log n is not counted. Once it has
/// said no it always does; what was under way is then of no use, and whoever asked leaves off.
class work_budget {
 public:
  static constexpr auto unlimited = ~std::size_t{0};

  constexpr work_budget() = default;
  constexpr explicit work_budget(std::size_t steps, work_watch* watch = nullptr)
      : left_{steps}, watch_{watch} {}

  /// So many more steps; at least one. O(1).
  constexpr bool spend(std::size_t steps) {
    if (steps <= slice_) {
      slice_ -= steps;
      return true;
    }
    return take_more(steps);
  }
  constexpr bool is_over() const { return why_not_ != reason::none; }
  /// The watch said so; else the steps are used up.
  constexpr bool was_ended_by_watch() const { return why_not_ == reason::watch; }
  /// The steps that were taken.
  constexpr std::size_t spent() const { return spent_ - slice_; }

 private:
  enum class reason : unsigned char { none, steps, watch };
  static constexpr auto most_slice = std::size_t{1} << 20;  // between two questions to the watch

  constexpr bool take_more(std::size_t steps) {
    if (is_over()) return false;
    auto const needed = steps - slice_;
    if (needed > left_) return leave_off(reason::steps);
    if (watch_ && !watch_->goes_on()) return leave_off(reason::watch);
    auto const more = needed + (left_ - needed < most_slice ? left_ - needed : most_slice);
    if (left_ != unlimited) left_ -= more;
    spent_ += more;
    slice_ = slice_ + more - steps;
    return true;
  }
  constexpr bool leave_off(reason why) {
    spent_ -= slice_;
    slice_ = 0;
    why_not_ = why;
    return false;
  }

  std::size_t left_ = unlimited, slice_ = 0,
              spent_ = 0;  // `slice_`: of what is spent, not yet used
  work_watch* watch_ = nullptr;
  reason why_not_ = reason::none;
};

/// The same where there may be no budget.
constexpr bool goes_on(work_budget* work, std::size_t steps) { return !work || work->spend(steps); }

}  // namespace lupaus::inline v0::detail
