// SPDX-License-Identifier: BSL-1.0
//
// no-exit, recovery: ordered or paid ahead, and a situation in which something is unperformed, no
// remedy is due, and she can neither cancel nor be refunded.
#pragma once

#include "lupaus/check/analysis/exits.hpp"
#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/analysis/situation_text.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gap_cause.hpp"
#include "lupaus/check/gap_type.hpp"
#include "lupaus/check/gaps/recovery/uncovered_failure.hpp"
#include "lupaus/config.hpp"
#include "lupaus/model/element_text.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// One finding a refusing rule, then one a part for which no rule answers. O(elements +
/// situations), and for every situation the rules on a request to cancel that have a window.
constexpr void find_no_exit(model_analysis& analysis, gap const& what, finding_sink& sink) {
  auto const& m = analysis.model();
  auto const& x = analysis.way_out();
  scratch<element> of_rule{m.rules.size()}, of_part{m.parts.size()};
  x.for_each_closed([&](std::size_t n, part_id p, rule_id by) {
    auto& first = by ? of_rule[by.index()] : of_part[p.index()];
    auto const at = x.graph().at(n);
    if (!first) first = at.after ? element{at.after} : element{at.pending};
  });
  auto const tell = [&](element where, element first, part_id part, party_id performing) {
    if (first)
      sink(finding{.what = &what,
                   .where = where,
                   .other = first,
                   .part = part,
                   .accountable = m.seller,
                   .performing = performing});
  };
  for (auto i : m.rules.ids()) tell(i, of_rule[i.index()], whole, m.rules[i].debtor);
  for (auto p : m.parts.ids()) tell(p, of_part[p.index()], p, m.parts[p].performer);
}

inline void evidence_of_no_exit(model_analysis& analysis, finding const& f,
                                std::vector<element>& seen) {
  seen.push_back(f.where);
  auto const& exit = analysis.way_out();
  exit.for_each_closed(f, [&](std::size_t n) {
    auto const at = exit.graph().at(n);
    seen.push_back(at.after ? element{at.after} : element{at.pending});
  });
}

/// What else has to have happened, in words; empty where that is nothing.
inline std::string besides_in_words(model_view const& m, exits& exit, std::size_t n) {
  std::vector<std::string> names;
  exit.for_each_besides(n, [&](event_id e) { names.push_back("'" + name_of(m, e) + "'"); });
  return names.empty() ? std::string{} : "once " + listed(names) + " has happened";
}

LUPAUS_COLD inline explanation explain_no_exit(model_analysis& analysis, finding const& f) {
  auto const& m = analysis.model();
  auto& exit = analysis.way_out();
  explanation x;
  std::vector<std::string> cases, besides;
  auto const is_rule = f.where.kind == element_kind::rule;
  std::vector<std::size_t> closed;
  exit.for_each_closed(f, [&](std::size_t n) { closed.push_back(n); });
  if (closed.empty()) return x;  // the work has ended
  for (auto const n : closed) {
    cases.push_back(phrase(m, exit.graph().at(n)));
    besides.push_back(besides_in_words(m, exit, n));
  }
  // Said of all at once where it is the same.
  auto const is_same = std::count(besides.begin(), besides.end(), besides.front()) ==
                       static_cast<std::ptrdiff_t>(besides.size());
  for (std::size_t i = 0; !is_same && i < cases.size(); ++i)
    if (!besides[i].empty()) cases[i] += " (" + besides[i] + ")";
  auto const when = is_same && !besides.front().empty() ? besides.front() + ", " : std::string{};
  auto const her = the(m, m.customer);
  x.what = sentence(when + her + " can neither cancel nor get her money back in " +
                    (cases.size() == 1 ? "this situation: " : "these situations: ") +
                    listed(cases) + ".");
  if (is_rule) {
    auto const& r = m.rules[static_cast<rule_id>(f.where)];
    x.where = "the rule on '" + name_of(m, r.on) + "'" +
              (r.since ? ", from '" + name_of(m, r.since) + "'" : "") +
              (r.until ? " until '" + name_of(m, r.until) + "'" : "");
    x.why = sentence(the(m, r.debtor) + " refuses there, and nothing else lets her out");
  } else {
    x.where = name_of(m, static_cast<part_id>(f.where));
    x.why = "No rule answers a request to cancel there, and no rule refunds her on a failure";
  }
  x.why += ". She has paid ahead, and has not got what she bought.";
  x.mend = sentence(the(m, m.seller) + " accepts a cancellation, with the money back, in " +
                    (cases.size() == 1 ? "that situation." : "each of them."));
  return x;
}

/// She has no exit there because the failure has no rule: all that is listed comes after a
/// failure that no rule is for.
inline bool closed_by_failure(model_analysis& a, finding const& cause, finding const& effect) {
  if (effect.where.kind != element_kind::part) return false;  // a refusing rule lists it already
  return a.closed().contain(static_cast<event_id>(cause.where), static_cast<part_id>(effect.where));
}

inline constexpr gap_cause causes_of_no_exit[] = {
    {&gaps::uncovered_failure, its_part, its_part, closed_by_failure}};

}  // namespace detail

namespace gaps {
inline constexpr gap no_exit{.id = "no-exit",
                             .severity = severity::error,
                             .between = boundary::recovery,
                             .service = service_gap::perception_specification,
                             .words = detail::explain_no_exit,
                             .rests_on = detail::evidence_of_no_exit,
                             .find = detail::find_no_exit,
                             .follows_from = detail::causes_of_no_exit};
}

namespace checks {
inline constexpr check_for<gaps::no_exit> no_exit{};
}

/// The gap as a type, in the user's words.
template <class FirstSituation>
struct no_exit {};

namespace detail {
template <>
struct gap_type<gaps::no_exit> {
  template <class Words>
  using in = no_exit<its_situation_in<Words>>;
};

// What the compiler says where this gap stands.
template <class Situation>
inline constexpr bool she_can_get_out_in_situation = false;
template <class Situation>
constexpr bool explain(no_exit<Situation>*) {
  static_assert(
      she_can_get_out_in_situation<Situation>,
      "lupaus: who has paid ahead can get out until she has it. Here she can neither "
      "cancel nor be refunded. To mend: `on(cancel_requested).owes(seller, accept)` there.");
  return true;
}
}  // namespace detail

}  // namespace lupaus::inline v0
