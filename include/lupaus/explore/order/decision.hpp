// SPDX-License-Identifier: BSL-1.0
//
// What a fulfilment policy is asked, and what it may answer.
#pragma once

#include "lupaus/model/id.hpp"
#include "lupaus/model/rule.hpp"
#include "lupaus/model/terms/time.hpp"

#include <cstdint>
#include <string_view>

namespace lupaus::inline v0 {

/// Why the policy is asked.
enum class occasion : std::uint8_t {
  news,          ///< the seller has learnt of a failure, or of another event with a rule
  replacement,   ///< the customer asks for another one
  cancellation,  ///< the customer asks to cancel; the answer accepts or refuses
};

[[nodiscard]] constexpr std::string_view to_string(occasion o) noexcept {
  constexpr std::string_view names[] = {"news", "replacement requested", "cancellation requested"};
  return names[static_cast<std::size_t>(o)];
}

/// What the policy does: begins a remedy, answers a request, or waits.
enum class answer : std::uint8_t {
  waits,     ///< not yet; `gate` says for what
  refuses,   ///< no
  accepts,   ///< yes: a cancellation, with the payment returned; or another one of what failed
  replaces,  ///< another unit of `object`, and again all begun parts that follow it
  performs_again,  ///< `object` is performed again, and all begun parts that follow it
  repairs,         ///< `object` is mended where it is
  refunds,         ///< the payment is returned, and the order ends; of `object` alone, it goes on
  reduces_price,   ///< she keeps what failed as it is, for less
};

[[nodiscard]] constexpr std::string_view to_string(answer a) noexcept {
  constexpr std::string_view names[] = {"waits",          "refuses", "accepts", "replaces",
                                        "performs_again", "repairs", "refunds", "reduces_price"};
  return names[static_cast<std::size_t>(a)];
}

/// A policy's decision: a plain value, compared by what it says.
///
///   return decision::replaces(machine).within(48h);
///   return decision::waits_for(received_back);
struct decision {
  answer does = answer::refuses;
  part_id object = {};   ///< what it is done to, or of what the money is; none: what failed
  event_id gate = {};    ///< what it waits for, if it says so
  rule_id under = {};    ///< the rule of the model that it follows, if any
  seconds_t takes = -1;  ///< the time of the remedy after the decision; -1: none stated

  [[nodiscard]] static constexpr decision waits() noexcept { return {.does = answer::waits}; }
  [[nodiscard]] static constexpr decision waits_for(event_id e) noexcept {
    return {.does = answer::waits, .gate = e};
  }
  [[nodiscard]] static constexpr decision refuses() noexcept { return {}; }
  [[nodiscard]] static constexpr decision accepts() noexcept { return {.does = answer::accepts}; }
  [[nodiscard]] static constexpr decision replaces(part_id p = {}) noexcept {
    return {.does = answer::replaces, .object = p};
  }
  [[nodiscard]] static constexpr decision performs_again(part_id p = {}) noexcept {
    return {.does = answer::performs_again, .object = p};
  }
  [[nodiscard]] static constexpr decision repairs(part_id p = {}) noexcept {
    return {.does = answer::repairs, .object = p};
  }
  [[nodiscard]] static constexpr decision refunds() noexcept { return {.does = answer::refunds}; }
  /// For the failure that stands, and not for lateness: else she waits.
  [[nodiscard]] static constexpr decision reduces_price(part_id p = {}) noexcept {
    return {.does = answer::reduces_price, .object = p};
  }

  /// The same by a rule of the model.
  [[nodiscard]] constexpr decision by(rule_id r) const noexcept {
    auto d = *this;
    d.under = r;
    return d;
  }
  /// The same, done within a time after the decision. A time that is no time counts as none.
  template <duration_like D>
  [[nodiscard]] constexpr decision within(D time) const {
    auto d = *this;
    auto const s = to_seconds(time);
    d.takes = s.fault ? -1 : s.value;
    return d;
  }

  friend constexpr bool operator==(decision const&, decision const&) = default;
};

/// True when the decision gives the customer what she can want, now.
[[nodiscard]] constexpr bool is_granted(decision const& d) noexcept {
  return d.does != answer::waits && d.does != answer::refuses;
}

namespace detail {

/// The same of a decision as of a rule.
constexpr bool mends_in_place(decision const& d) noexcept {
  return d.does == answer::repairs || d.does == answer::reduces_price;
}

}  // namespace detail

}  // namespace lupaus::inline v0
