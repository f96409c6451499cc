// SPDX-License-Identifier: BSL-1.0
//
// A fulfilment policy: circumstances in, decision out. The explorer drives the very function that
// decides in production.
//
//   decision decide(circumstances const& c) {
//     if (c.on == occasion::cancellation) return decision::accepts();
//     return c.has_happened(received_back) ? decision::replaces(machine)
//                                          : decision::waits_for(received_back);
//   }
#pragma once

#include "lupaus/explore/order/order_view.hpp"
#include "lupaus/life/committed_actions.hpp"
#include "lupaus/life/part_order.hpp"

#include <concepts>
#include <cstddef>
#include <string>
#include <utility>

namespace lupaus::inline v0 {

/// All that a policy may decide by. No clock runs, nothing is read or written elsewhere.
struct circumstances : order_view {
  occasion on = occasion::news;
  part_id part = {};      ///< what failed; none for a cancellation
  std::size_t unit = 0;   ///< which of its units
  event_id failure = {};  ///< the failure, or the other event that the news is of

  circumstances(order_view const& v, occasion o) : order_view{v}, on{o} {}
  circumstances(order_view const& v, occasion o, part_id p, std::size_t u, event_id f)
      : order_view{v}, on{o}, part{p}, unit{u}, failure{f} {}

  /// Since the order. A policy that asks must be explored with `explore_options::tells_time`: one
  /// that is never told the time proves nothing, and counts as broken.
  seconds_t now() const {
    if (asks_time_) *asks_time_ = true;
    return now_;
  }
  /// Tells the time.
  void tell_time(seconds_t t) { now_ = t; }
  /// Remembers there that the policy asked what time it is.
  void watch_clock(bool& asked) { asks_time_ = &asked; }

 private:
  seconds_t now_ = 0;
  bool* asks_time_ = nullptr;
};

/// A function object that decides: `decision(circumstances const&)`, or a member `decide` of the
/// same shape.
template <class P>
concept policy = requires(P& p, circumstances const& c) {
  { p.decide(c) } -> std::convertible_to<decision>;
}
|| requires(P& p, circumstances const& c) {
  { p(c) } -> std::convertible_to<decision>;
};

namespace detail {

template <policy P>
decision ask(P& p, circumstances const& c) {
  if constexpr (requires { p.decide(c); })
    return p.decide(c);
  else
    return p(c);
}

/// A policy that says so is asked at every event at once, whether the seller knows of it or not,
/// because it looks to that itself; and once, because it cannot change its mind.
template <class P>
inline constexpr bool is_rules = requires {
  typename P::follows_the_rules;
};

}  // namespace detail

/// The rules of the promise as a policy. Of the rules that apply, the first that gives her
/// something now; else the first that makes her wait; else she is refused.
struct rules_policy {
  using follows_the_rules = void;

  decision decide(circumstances const& c) const {
    decision best;
    auto const& m = c.promise();
    for (auto id : m.rules.ids()) {
      if (!applies(c, id)) continue;
      auto const d = by_rule(c, id);
      if (is_granted(d)) return d;
      if (best.does == answer::refuses && (d.does == answer::waits || !best.under)) best = d;
    }
    return best;
  }

  /// The rule is for this occasion, and its situation holds.
  static bool applies(circumstances const& c, rule_id id) {
    auto const& m = c.promise();
    auto const& r = m.rules[id];
    auto const kind = m.events[r.on].kind;
    switch (c.on) {
      case occasion::cancellation:
        return kind == event_kind::cancel_requested && c.is_in_situation(id);
      case occasion::replacement:
        if (kind == event_kind::replacement_requested)
          return c.is_in_situation(id) && (!r.object || is_about(m, r.object, c.part));
        return is_of_unit(c, id) && c.has_fired(id, c.unit);
      case occasion::news: return is_of_unit(c, id) && c.has_fired(id, c.unit);
    }
    return false;
  }

  /// What the rule says, now.
  static decision by_rule(circumstances const& c, rule_id id) {
    auto const& m = c.promise();
    auto const& r = m.rules[id];
    decision d{.does = answer::waits, .object = r.object, .gate = r.gate, .under = id};
    if (r.action == action_kind::refuse) {
      d.does = answer::refuses;
      d.gate = {};
      return d;
    }
    if (!c.is_open(id, c.part, c.unit) || detail::is_owed_in_vain(m, r)) return d;
    d.gate = {};
    if (is_length(r.within)) d.takes = worst_case(length_of(r.within));
    switch (r.action) {
      case action_kind::replace: d.does = answer::replaces; break;
      case action_kind::perform_again: d.does = answer::performs_again; break;
      case action_kind::repair: d.does = answer::repairs; break;
      case action_kind::refund: d.does = answer::refunds; break;
      case action_kind::accept: d.does = answer::accepts; break;
      case action_kind::refuse:
      case action_kind::act: d.takes = -1; break;  // words put nothing right: she waits
    }
    if (c.on == occasion::news && d.does == answer::accepts) d.does = answer::waits;
    return d;
  }

 private:
  static bool is_of_unit(circumstances const& c, rule_id id) {
    auto const& m = c.promise();
    auto const& on = m.events[m.rules[id].on];
    auto const cause = on.kind == event_kind::reported ? on.subject : m.rules[id].on;
    return c.on == occasion::news ? cause == c.failure : m.events[cause].of == c.part;
  }
  // A replacement of that object can serve what failed: the part itself, or what comes before it.
  static bool is_about(model_view const& m, part_id object, part_id failed) {
    return object == failed || detail::is_before(m, object, failed) ||
           m.parts[failed].carries == object;
  }
};

}  // namespace lupaus::inline v0
