// SPDX-License-Identifier: BSL-1.0
//
// circular-wait, recovery: precedence, conditions and gates together form a cycle: nothing on it
// happens.
#pragma once

#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/analysis/waits.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gap_cause.hpp"
#include "lupaus/check/gap_type.hpp"
#include "lupaus/check/gaps/delivery/impossible_order.hpp"
#include "lupaus/config.hpp"
#include "lupaus/detail/strong_components.hpp"
#include "lupaus/model/element_text.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// Marks the leaders of what waits for itself in the second attempt, and does so in the first
/// already, perhaps with less around it: the wait comes again with every attempt. O(events).
constexpr void find_repeated(components const& c, std::size_t n, flags& repeated) {
  for (std::size_t e = 0; e < n; ++e)
    if (auto const leader = c.leader(e + n); leader >= n && c.is_cyclic(e)) repeated[leader] = true;
}

/// Calls `f(x, y, because)` for the waits on the cycle that a finding is of.
template <class F>
void for_each_wait_of(model_analysis& analysis, finding const& found, F&& f) {
  auto const& m = analysis.model();
  wait_list const waits{m, [&]() -> situations const& { return analysis.graph(); }};
  auto const c = waits_of(m, waits);
  auto const n = m.events.size();
  auto leader = 2 * n;
  flags repeated{2 * n};
  find_repeated(c, n, repeated);
  c.for_each_cycle([&](std::size_t l) {
    if (element{event_id{l % n}} == found.where && !repeated[l]) leader = l;
  });
  waits.for_each([&](attempted a, attempted b, element because) {
    auto const from = a.what.index() + a.attempt * n, to = b.what.index() + b.attempt * n;
    if (c.leader(from) == leader && c.leader(to) == leader) f(a, b, because);
  });
}

/// One finding a component. O(waits), and a walk of the situations for every 64 rules with a gate.
constexpr void find_circular_wait(model_analysis& analysis, gap const& what, finding_sink& sink) {
  auto const& m = analysis.model();
  auto const n = m.events.size();
  wait_list const waits{m, [&]() -> situations const& { return analysis.graph(); }};
  auto const comes_back = has_cycle(n, [&](auto&& f) {
    waits.for_each_within(
        0, [&](attempted x, attempted y, element) { f(x.what.index(), y.what.index()); });
  });
  if (!comes_back && !waits.has_gates()) return;
  auto const c = waits_of(m, waits);
  flags repeated{2 * n};
  find_repeated(c, n, repeated);
  c.for_each_cycle([&](std::size_t leader) {
    if (repeated[leader]) return;
    event_id const first{leader % n}, second{c.after(leader) % n};
    sink(finding{.what = &what,
                 .where = first,
                 .other = second,
                 .part = m.events[first].of,
                 .accountable = m.seller,
                 .performing = m.parts[m.events[first].of].performer});
  });
}

inline void evidence_of_circular_wait(model_analysis& analysis, finding const& f,
                                      std::vector<element>& seen) {
  std::set<element> known;
  for_each_wait_of(analysis, f, [&](attempted a, attempted, element because) {
    for (element const e : {element{a.what}, because})
      if (known.insert(e).second) seen.push_back(e);
  });
}

LUPAUS_COLD inline explanation explain_circular_wait(model_analysis& analysis, finding const& f) {
  auto const& m = analysis.model();
  explanation x;
  std::vector<std::string> steps;
  std::set<std::string> known;
  for_each_wait_of(analysis, f, [&](attempted a, attempted b, element) {
    auto const again = [&](attempted y) {
      return "'" + name_of(m, y.what) + "'" + (y.attempt > 0 ? " (again)" : "");
    };
    auto const step = again(a) + " waits for " + again(b);
    // Two events may go by the same name; and a wait may have two reasons.
    if (known.insert(step).second) steps.push_back(step);
  });
  x.what = sentence(listed(steps) + ".");
  x.where = place_of(m, static_cast<event_id>(f.where));
  x.why =
      "Each waits for the next, and the last for the first: none of them ever happens, and "
      "nobody has broken his word.";
  x.mend = "One of them goes first: the condition that it waits for is given up.";
  return x;
}

/// All parts that come before each other wait for each other.
inline bool in_the_ring(model_analysis& a, finding const& cause, finding const& effect) {
  return a.rings().hold(static_cast<part_id>(cause.where), static_cast<event_id>(effect.where));
}

inline constexpr gap_cause causes_of_circular_wait[] = {
    {&gaps::impossible_order, anything, anything, in_the_ring}};

}  // namespace detail

namespace gaps {
inline constexpr gap circular_wait{.id = "circular-wait",
                                   .severity = severity::error,
                                   .between = boundary::recovery,
                                   .service = service_gap::perception_specification,
                                   .words = detail::explain_circular_wait,
                                   .rests_on = detail::evidence_of_circular_wait,
                                   .find = detail::find_circular_wait,
                                   .follows_from = detail::causes_of_circular_wait};
}

namespace checks {
inline constexpr check_for<gaps::circular_wait> circular_wait{};
}

/// The gap as a type, in the user's words.
template <class Event, class Next>
struct circular_wait {};

namespace detail {
template <>
struct gap_type<gaps::circular_wait> {
  template <class Words>
  using in = circular_wait<its_place_in<Words>, its_other_in<Words>>;
};

// What the compiler says where this gap stands.
template <class Event, class Next>
inline constexpr bool the_waits_have_an_end = false;
template <class Event, class Next>
constexpr bool explain(circular_wait<Event, Next>*) {
  static_assert(the_waits_have_an_end<Event, Next>,
                "lupaus: nothing waits for itself. Here these wait for each other, so that neither "
                "happens. To mend: drop one of the conditions or gates.");
  return true;
}
}  // namespace detail

}  // namespace lupaus::inline v0
