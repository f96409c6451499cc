// SPDX-License-Identifier: BSL-1.0
//
// impossible-order, fulfilment / delivery: precedence between parts has a cycle.
#pragma once

#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/detail/strong_components.hpp"
#include "lupaus/model/element_text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// Calls `f(before, after)` for every precedence.
template <class F>
constexpr void for_each_step(model_view const& m, F&& f) {
  for (auto const& x : m.precedences) f(x.before.index(), x.after.index());
}

constexpr components order_of(model_view const& m) {
  return components{m.parts.size(), [&](auto&& f) { for_each_step(m, f); }};
}

/// One finding a component. O(parts + precedences).
constexpr void find_impossible_order(model_analysis& analysis, gap const& what,
                                     finding_sink& sink) {
  auto const& m = analysis.model();
  if (!has_cycle(m.parts.size(), [&](auto&& f) { for_each_step(m, f); })) return;
  auto const order = order_of(m);
  order.for_each_cycle([&](std::size_t leader) {
    sink(finding{.what = &what,
                 .where = part_id{leader},
                 .other = part_id{order.after(leader)},
                 .part = part_id{leader},
                 .accountable = m.seller,
                 .performing = m.parts[part_id{leader}].performer});
  });
}

inline void evidence_of_impossible_order(model_view const& m, finding const& f,
                                         std::vector<element>& seen) {
  auto const c = order_of(m);
  for (auto p : m.parts.ids())
    if (c.leader(p.index()) == f.where.index) seen.push_back(p);
}

inline explanation explain_impossible_order(model_view const& m, finding const& f) {
  auto const c = order_of(m);
  auto const leader = static_cast<part_id>(f.where).index();
  explanation x;
  std::vector<std::string> members;
  for (auto p : m.parts.ids())
    if (c.leader(p.index()) == leader) members.push_back(the(m, p));
  x.what = sentence(listed(members) + (members.size() > 1 ? " each have to come before the other."
                                                          : " has to come before itself."));
  if (members.size() > 2)
    x.what = sentence(listed(members) + " come before one another in a ring.");
  x.where = name_of(m, static_cast<part_id>(f.where));
  std::vector<std::string> steps;
  for (auto const& p : m.precedences)
    if (c.leader(p.before.index()) == leader && c.leader(p.after.index()) == leader)
      steps.push_back(the(m, p.before) + " before " + the(m, p.after));
  x.why = sentence(listed(steps) + ": " +
                   (members.size() == 1   ? "it cannot begin."
                    : members.size() == 2 ? "neither of them can begin."
                                          : "none of them can begin."));
  x.mend = members.size() == 1 ? "It no longer has to come before itself."
                               : "One of them no longer has to come before the next.";
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap impossible_order{.id = "impossible-order",
                                      .severity = severity::error,
                                      .between = boundary::fulfilment_delivery,
                                      .service = service_gap::perception_specification,
                                      .words = detail::explain_impossible_order,
                                      .rests_on = detail::evidence_of_impossible_order,
                                      .find = detail::find_impossible_order};
}

namespace checks {
inline constexpr check_for<gaps::impossible_order> impossible_order{};
}

}  // namespace lupaus::inline v0
