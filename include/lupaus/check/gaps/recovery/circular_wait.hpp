// SPDX-License-Identifier: BSL-1.0
//
// recovery: what waits for itself.
//   circular-wait   precedence, conditions and gates together form a cycle: nothing on it happens
#pragma once

#include "lupaus/check/analysis/waits.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/detail/strong_components.hpp"
#include "lupaus/model/element_text.hpp"

#include <algorithm>

namespace lupaus::inline v0 {

namespace detail {

/// The strong components of what waits for what: first attempts, then second ones.
constexpr components waits_of(model_view const& m, situations const& s) {
  auto const n = m.events.size();
  wait_list const waits{m, s};
  return components{2 * n, [&](auto&& f) {
                      waits.for_each([&](attempted x, attempted y, element) {
                        f(x.what.index() + x.attempt * n, y.what.index() + y.attempt * n);
                      });
                    }};
}

/// Marks the leaders of what waits for itself in the second attempt, and does so in the first
/// already, perhaps with less around it: the wait comes again with every attempt. O(events).
constexpr void find_repeated(components const& c, std::size_t n, flags& repeated) {
  for (std::size_t e = 0; e < n; ++e)
    if (auto const leader = c.leader(e + n); leader >= n && c.is_cyclic(e)) repeated[leader] = true;
}

/// Calls `f(x, y, because)` for the waits on the cycle that a finding is of.
template <class F>
void for_each_wait_of(model_view const& m, finding const& found, F&& f) {
  situations const s{m};
  auto const c = waits_of(m, s);
  auto const n = m.events.size();
  auto leader = 2 * n;
  flags repeated{2 * n};
  find_repeated(c, n, repeated);
  c.for_each_cycle([&](std::size_t l) {
    if (element{event_id{l % n}} == found.where && !repeated[l]) leader = l;
  });
  for_each_wait(m, s, [&](attempted a, attempted b, element because) {
    auto const from = a.what.index() + a.attempt * n, to = b.what.index() + b.attempt * n;
    if (c.leader(from) == leader && c.leader(to) == leader) f(a, b, because);
  });
}

inline void evidence_of_circular_wait(model_view const& m, finding const& f,
                                      std::vector<element>& seen) {
  auto const first = static_cast<std::ptrdiff_t>(seen.size());
  for_each_wait_of(m, f, [&](attempted a, attempted, element because) {
    for (element const e : {element{a.what}, because})
      if (std::find(seen.begin() + first, seen.end(), e) == seen.end()) seen.push_back(e);
  });
}

inline explanation explain_circular_wait(model_view const& m, finding const& f) {
  explanation x;
  std::vector<std::string> steps;
  for_each_wait_of(m, f, [&](attempted a, attempted b, element) {
    auto const again = [&](attempted y) {
      return "'" + name_of(m, y.what) + "'" + (y.attempt > 0 ? " (again)" : "");
    };
    auto const step = again(a) + " waits for " + again(b);
    // Two events may go by the same name; and a wait may have two reasons.
    if (std::find(steps.begin(), steps.end(), step) == steps.end()) steps.push_back(step);
  });
  x.what = sentence(listed(steps) + ".");
  x.where = place_of(m, static_cast<event_id>(f.where));
  x.why =
      "Each waits for the next, and the last for the first: none of them ever happens, and "
      "nobody has broken his word.";
  x.mend = "One of them goes first: the condition that it waits for is given up.";
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap circular_wait{"circular-wait",
                                   severity::error,
                                   boundary::recovery,
                                   service_gap::perception_specification,
                                   detail::explain_circular_wait,
                                   detail::evidence_of_circular_wait};
}  // namespace gaps

namespace checks {

/// One finding a component. O(waits), and a walk of the situations for every 64 rules with a gate.
inline constexpr struct circular_wait_fn {
  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    situations const s{m};
    auto const c = detail::waits_of(m, s);
    auto const n = m.events.size();
    detail::flags repeated{2 * n};
    detail::find_repeated(c, n, repeated);
    c.for_each_cycle([&](std::size_t leader) {
      if (repeated[leader]) return;
      event_id const first{leader % n}, second{c.after(leader) % n};
      sink(finding{.what = &gaps::circular_wait,
                   .where = first,
                   .other = second,
                   .part = m.events[first].of,
                   .accountable = m.seller,
                   .performing = m.parts[m.events[first].of].performer});
    });
  }
} circular_wait{};

}  // namespace checks

}  // namespace lupaus::inline v0
