// SPDX-License-Identifier: BSL-1.0
//
// impossible-order, fulfilment / delivery: precedence between parts has a cycle.
#pragma once

#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/sentences.hpp"
#include "lupaus/config.hpp"
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

LUPAUS_COLD inline explanation explain_impossible_order(model_view const& m, finding const& f) {
  auto const c = order_of(m);
  auto const leader = static_cast<part_id>(f.where).index();
  std::vector<std::string> members, steps;
  for (auto p : m.parts.ids())
    if (c.leader(p.index()) == leader) members.push_back(the(m, p));
  for (auto const& p : m.precedences)
    if (c.leader(p.before.index()) == leader && c.leader(p.after.index()) == leader)
      steps.push_back(the(m, p.before) + " before " + the(m, p.after));
  sentences say{m};
  say.with("members", listed(members)).with("steps", listed(steps));
  explanation x;
  x.where = name_of(m, static_cast<part_id>(f.where));
  if (members.size() == 1) {
    x.what = say("{members} has to come before itself.");
    x.why = say("{steps}: it cannot begin.");
    x.mend = "It no longer has to come before itself.";
  } else if (members.size() == 2) {
    x.what = say("{members} each have to come before the other.");
    x.why = say("{steps}: neither of them can begin.");
    x.mend = "One of them no longer has to come before the other.";
  } else {
    x.what = say("{members} come before one another in a ring.");
    x.why = say("{steps}: none of them can begin.");
    x.mend = "One of them no longer has to come before the next, so that no ring is left.";
  }
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
