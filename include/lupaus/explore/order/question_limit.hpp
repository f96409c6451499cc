// SPDX-License-Identifier: BSL-1.0
//
// How often a policy may look at the order for one decision. A policy that never comes to an end
// asks too often; it is got out of its loop by answers that keep changing, since nothing may be
// thrown through a function that is declared `noexcept`.
#pragma once

#include "lupaus/explore/order/asked_parts.hpp"

#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0::detail {

/// Thrown at a policy that goes on asking whatever it is answered, where it may be thrown at.
struct out_of_questions {};

class question_limit {
 public:
  /// So many questions are answered truly. A policy that asks more is taken not to end.
  static constexpr std::size_t most = 100'000;
  /// So many more are answered at random, before it is thrown at.
  static constexpr std::size_t most_random = 1'000'000;

  /// `asked`: where it is noted what is asked about; none where nobody wants to know.
  explicit question_limit(bool may_throw, asked_parts* asked = nullptr) noexcept
      : asked_about_{asked}, may_throw_{may_throw} {}

  template <class Id>
  void note(Id what) {
    if (asked_about_) asked_about_->note(what);
  }

  /// Counts so many questions: false where the answer no longer matters.
  bool may_ask(std::size_t many) {
    if (asked_ >= most) is_reached_ = true;
    if (asked_ < most + most_random) return asked_ += many, !is_reached_;
#if defined(__cpp_exceptions)
    if (may_throw_) throw out_of_questions{};
#endif
    return false;
  }
  /// Too many were asked; seen also where the policy catches what is thrown.
  bool is_reached() const noexcept { return is_reached_; }

  /// From 0 to 2³²-1, another one every time, and the same ones on every machine (Steele, Lea,
  /// Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
  std::uint32_t any_number() noexcept {
    auto x = seed_ += 0x9E3779B97F4A7C15u;
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
    x = (x ^ x >> 27) * 0x94D049BB133111EBu;
    return static_cast<std::uint32_t>((x ^ x >> 31) >> 32);
  }

 private:
  asked_parts* asked_about_;
  std::size_t asked_ = 0;
  std::uint64_t seed_ = 0;
  [[maybe_unused]] bool may_throw_;  // without exceptions nobody asks
  bool is_reached_ = false;
};

}  // namespace lupaus::inline v0::detail
