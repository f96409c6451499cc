// SPDX-License-Identifier: BSL-1.0
//
// What waits for what: precedence, conditions and gates together, in the first attempt and in the
// second, for a replacement has events of its own.
#pragma once

#include "lupaus/check/delegation.hpp"
#include "lupaus/model/element.hpp"
#include "lupaus/model/qualities.hpp"
#include "lupaus/model/situation.hpp"

#include <cstddef>

namespace lupaus::inline v0 {

/// An event in an attempt: 0, or 1 for what is done again.
struct attempted {
  event_id what = {};
  std::size_t attempt = 0;
};

namespace detail {

/// How an event can begin, over all its ways: after one event that they share, or with its part.
class beginnings {
 public:
  constexpr explicit beginnings(model_view const& m)
      : after_{m.events.size()}, is_mixed_{m.events.size()} {
    for (auto const& t : m.transitions) {
      auto& known = after_[t.to.index()];
      is_mixed_[t.to.index()] = is_mixed_[t.to.index()] || (known && known != t.from);
      known = t.from;
    }
  }
  /// The event that it always follows, the order where it begins its part; none when it has no
  /// way, or several that differ.
  constexpr event_id of(event_id e) const {
    return is_mixed_[e.index()] ? event_id{} : after_[e.index()];
  }

 private:
  scratch<event_id> after_;
  flags is_mixed_;
};

/// True when the gate can still open in the attempt in which the rule fires; else it is one of the
/// attempt that waits for it.
constexpr bool can_open_now(model_view const& m, situations const& s, rule const& r) {
  flags reached{s.size()};
  reached[s.of(s.cause_of(r.on))] = true;
  s.spread(reached, [](std::size_t) { return true; });
  for (auto e : m.events.ids())
    if (is_meant(m, e, r.gate) && (reached[s.of(e)] || is_of_order(m.events[e].kind))) return true;
  return false;
}

/// True when the commitment says what its event waits for: work, or an event that it names.
constexpr bool has_waits(commitment const& c) {
  if (c.overrides || c.on_request) return false;
  return c.brings_about || !(c.consequent.quality && c.consequent.quality->personal);
}

}  // namespace detail

/// Calls `f(x, y, because)` where `x` waits for `y`, which is never the order.
/// O(events + precedences · events of a part + commitments), and a walk of the situations for every
/// rule with a gate.
template <class F>
constexpr void for_each_wait(model_view const& m, situations const& s, F&& f) {
  detail::beginnings const begins{m};
  detail::scratch<event_id> done{m.parts.size()};
  for (auto e : m.events.ids())
    if (m.events[e].kind == event_kind::completed) done[m.events[e].of.index()] = e;
  auto const wait = [&](event_id x, std::size_t k, event_id y, std::size_t other, element because) {
    if (x && y && y != ordering) f(attempted{x, k}, attempted{y, other}, because);
  };
  for (std::size_t k = 0; k < 2; ++k) {
    for (auto const& p : m.precedences) {
      auto const earlier = done[p.before.index()];
      wait(done[p.after.index()], k, earlier, k, p.after);
      for (auto e : m.events.ids())
        if (m.events[e].of == p.after && e != done[p.after.index()] && begins.of(e) == ordering)
          wait(e, k, earlier, k, p.after);
    }
    for (auto e : m.events.ids()) wait(e, k, begins.of(e), k, e);
    for (auto i : m.commitments.ids()) {
      auto const& c = m.commitments[i];
      if (!detail::has_waits(c)) continue;
      auto const what = c.brings_about ? c.brings_about : done[c.about.index()];
      wait(what, k, c.antecedent, k, i);
      if (c.consequent.quality == &quality_of<deadline> && c.consequent.anchor != c.antecedent)
        wait(what, k, c.consequent.anchor, k, i);
    }
  }
  for (auto i : m.rules.ids()) {
    auto const& r = m.rules[i];
    if (!r.object || !is_leaf(m.parts[r.object])) continue;
    auto const again = done[r.object.index()];  // the second attempt is what the rule brings about
    wait(again, 1, s.cause_of(r.on), 0, i);
    if (r.gate) wait(again, 1, r.gate, detail::can_open_now(m, s, r) ? 0 : 1, i);
  }
}

}  // namespace lupaus::inline v0
