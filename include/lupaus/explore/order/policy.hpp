// SPDX-License-Identifier: BSL-1.0
//
// A fulfilment policy: circumstances in, decision out. The explorer drives the very function that
// decides in production.
//
//   struct return_first {
//     part_id machine;
//     event_id received_back;
//     decision decide(circumstances const& c) const {
//       if (c.on == occasion::cancellation) return decision::accepts();
//       return c.has_happened(received_back) ? decision::replaces(machine)
//                                            : decision::waits_for(received_back);
//     }
//   };
#pragma once

#include "lupaus/explore/order/decision.hpp"
#include "lupaus/explore/order/order_view.hpp"

#include <concepts>
#include <cstddef>

namespace lupaus::inline v0 {

namespace detail {
struct order_clock_access;
}  // namespace detail

/// All that a policy may decide by: what it is asked, and what it asks of the order. No clock runs,
/// nothing is read or written elsewhere; what came before, it asks here, and does not remember.
struct circumstances : order_view {
  occasion on = occasion::news;
  part_id part = {};      ///< what failed; none for a cancellation
  std::size_t unit = 0;   ///< which of its units
  event_id failure = {};  ///< the failure, or the other event that the news is of

  circumstances(order_view const& v, occasion o) noexcept : order_view{v}, on{o} {}
  circumstances(order_view const& v, occasion o, part_id p, std::size_t u, event_id f) noexcept
      : order_view{v}, on{o}, part{p}, unit{u}, failure{f} {}

  /// Since the order. A policy that asks must be explored with `explore_options::tells_time`: one
  /// that is never told the time proves nothing, and counts as broken.
  [[nodiscard]] seconds_t now() const;

 private:
  friend detail::order_clock_access;

  seconds_t now_ = 0;
  bool* asks_time_ = nullptr;
};

namespace detail {

/// Of the explorer: the clock that a policy looks at.
struct order_clock_access {
  static void tell_time(circumstances& c, seconds_t t) noexcept { c.now_ = t; }
  /// Remembers there that the policy asked what time it is.
  static void watch_clock(circumstances& c, bool& asked) noexcept { c.asks_time_ = &asked; }
};

template <class P>
concept decides_by_member = requires(P& p, circumstances const& c) {
  { p.decide(c) } -> std::convertible_to<decision>;
};
template <class P>
concept decides_by_call = requires(P& p, circumstances const& c) {
  { p(c) } -> std::convertible_to<decision>;
};

}  // namespace detail

/// A function or function object that decides: `decision(circumstances const&)`, or a member
/// `decide` of the same shape.
template <class P>
concept policy = detail::decides_by_member<P> || detail::decides_by_call<P>;

/// The rules of the promise as a policy. Of the rules that apply, the first that gives her
/// something now; else the first that makes her wait; else she is refused.
struct rules_policy {
  using follows_the_rules = void;

  /// O(rules · events).
  [[nodiscard]] decision decide(circumstances const& c) const;
};

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/explore/policy.hpp"
#endif
