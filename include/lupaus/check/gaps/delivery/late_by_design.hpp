// SPDX-License-Identifier: BSL-1.0
//
// late-by-design, fulfilment / delivery: the critical path at contracted times is longer than a
// deadline claimed.
#pragma once

#include "lupaus/check/analysis/claimed_times.hpp"
#include "lupaus/check/analysis/critical_path.hpp"
#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gap_cause.hpp"
#include "lupaus/check/gap_type.hpp"
#include "lupaus/check/gaps/delivery/impossible_order.hpp"
#include "lupaus/check/sentences.hpp"
#include "lupaus/config.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/life/leaf_parts.hpp"
#include "lupaus/model/element_text.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// A part on the way to what was claimed, how long it takes by contract, and by how much the
/// longest way through it is shorter than what was claimed, by the clock at worst.
struct link_slack {
  part_id part;
  seconds_t takes, slack;
};

inline std::vector<link_slack> slack_of_links(model_analysis& analysis, claim const& c,
                                              term const& t) {
  auto const& m = analysis.model();
  auto const anchor = anchor_of(m, t).part;
  auto const n = m.parts.size();
  auto const& plan = analysis.plan();
  flags inside{n}, wanted{n};
  find_counted(m, plan.order, anchor, inside);
  for (auto p : m.parts.ids()) wanted[p.index()] = inside[p.index()] && is_within(m, p, c.about);
  scratch<known_time> earliest{n, known_time::of({})};
  if (anchor)
    analysis.times_claimed().for_each_beside(
        c.about, anchor, inside, [&](part_id, known_time ends, part_id next) {
          if (next) earliest[next.index()] = longer(earliest[next.index()], ends);
        });
  finish_times const times{
      plan, inside, {true, anchor}, [&](part_id p) { return earliest[p.index()]; }};
  scratch<seconds_t> rest{n};
  times.find_rest(plan.order, wanted, rest);
  std::vector<link_slack> links;
  auto const limit = best_case(length_of(t.limit));
  if (anchor)
    analysis.times_claimed().for_each_beside(
        c.about, anchor, inside, [&](part_id p, known_time ends, part_id next) {
          auto const after = worst_case(ends.length);
          auto const left = next && rest[next.index()] >= 0 && times[next].is_known
                                ? times.takes(next) + rest[next.index()]
                                : 0;
          if (after > 0) links.push_back({p, after, limit - after - left});
        });
  for (auto p : m.parts.ids())
    if (rest[p.index()] >= 0 && times[p].is_known)
      links.push_back({p, times.takes(p), limit - worst_case(times[p].length) - rest[p.index()]});
  return links;
}

/// What the time of the part rests on: how fast its performer is, or has contracted to be. Adds
/// what has not been seen since `first`.
inline void add_times_of(model_view const& m, part_id p, std::size_t first,
                         std::vector<element>& seen) {
  auto const add = [&](element e) {
    auto const begin = seen.begin() + static_cast<std::ptrdiff_t>(first);
    if (std::find(begin, seen.end(), e) == seen.end()) seen.push_back(e);
  };
  for (auto i : m.abilities.ids())
    if (m.abilities[i].what == p && same_firm(m, m.abilities[i].who, m.parts[p].performer)) add(i);
  for (auto i : m.commitments.ids()) {
    auto const& c = m.commitments[i];
    if (is_deadline_of_work(c) && same_firm(m, c.debtor, m.parts[p].performer) &&
        is_within(m, p, c.about))
      add(i);
  }
}

/// One finding a claim, with the largest lateness of its terms. O(parts + precedences +
/// commitments · parts) a deadline claimed.
constexpr void find_late_by_design(model_analysis& analysis, gap const& what, finding_sink& sink) {
  auto const& m = analysis.model();
  for (auto i : m.claims.ids()) {
    auto const& c = m.claims[i];
    auto is_late = false;
    finding f{.what = &what,
              .where = i,
              .part = c.about,
              .accountable = m.seller,
              .performing = m.parts[c.about].performer};
    for_each_term(m, c, [&](term const& t) {
      if (!analysis.goes_on() || !is_claimed_length(t) || !anchor_of(m, t).is_known) return;
      auto const l = analysis.times_claimed().of(c.about, t);
      if (!l.last) return;
      if (!is_late || l.by > f.late_by) f.other = l.last, f.late_by = l.by;
      is_late = true;
    });
    if (is_late) sink(f);
  }
}

inline void evidence_of_late_by_design(model_analysis& analysis, finding const& f,
                                       std::vector<element>& seen) {
  auto const& m = analysis.model();
  auto const& c = m.claims[static_cast<claim_id>(f.where)];
  auto const first = seen.size();
  seen.push_back(f.where);
  auto const& times = analysis.times_claimed();
  for_each_term(m, c, [&](term const& t) {
    if (!is_claimed_length(t) || !anchor_of(m, t).is_known || times.of(c.about, t).by == 0) return;
    for (auto const& link : slack_of_links(analysis, c, t)) add_times_of(m, link.part, first, seen);
  });
}

LUPAUS_COLD inline explanation explain_late_by_design(model_analysis& analysis, finding const& f) {
  auto const& m = analysis.model();
  auto const& c = m.claims[static_cast<claim_id>(f.where)];
  auto const& times = analysis.times_claimed();
  std::vector<std::string> sums;
  for_each_term(m, c, [&](term const& t) {
    if (!is_claimed_length(t) || !anchor_of(m, t).is_known) return;
    auto const l = times.of(c.about, t);
    if (l.is_endless) sums.push_back("the way there runs into parts that wait for each other");
    if (l.by == 0) return;
    std::vector<std::string> links;
    for (auto const& [p, takes, slack] : slack_of_links(analysis, c, t))
      links.push_back(name_of(m, p) + " " + in_hours(takes) + " (slack " +
                      (slack < 0 ? "-" + in_hours(-slack) : in_hours(slack)) + ")");
    sums.push_back("claimed '" + full_phrase(m, t) + "', contracted " + in_hours(l.takes.length) +
                   ": " + listed(links));
  });
  sentences say{m};
  say.with("part", the(m, c.about)).with("claimant", the(m, c.claimant));
  say.with("late by", in_hours(f.late_by)).with("sums", listed(sums, "; and "));
  explanation x;
  x.what = say(f.late_by > 0
                   ? "at contracted times, {part} ends {late by} later than {customer} is told."
                   : "{part} is never done, and {customer} is told by when it is.");
  x.where = heading_of(m, c.about) + ", claimed by " + name_of(m, c.claimant);
  x.why = say("{sums}. Everybody can keep his contract, and the claim is broken all the same.");
  x.mend = say(f.late_by > 0
                   ? "whoever has the least slack commits to a time that is {late by} shorter; or "
                     "{claimant} claims one that is {late by} longer."
                   : "one of the parts that wait for each other no longer has to come before the "
                     "next.");
  return x;
}

/// What was claimed never ends, because what leads to it never begins.
inline bool never_begins(model_analysis& a, finding const& cause, finding const& effect) {
  return effect.late_by <= 0 &&
         a.after_rings().contains(static_cast<part_id>(cause.where), effect.part);
}

inline constexpr gap_cause causes_of_late_by_design[] = {
    {&gaps::impossible_order, anything, anything, never_begins}};

}  // namespace detail

namespace gaps {
inline constexpr gap late_by_design{.id = "late-by-design",
                                    .severity = severity::error,
                                    .between = boundary::fulfilment_delivery,
                                    .service = service_gap::delivery_communication,
                                    .words = detail::explain_late_by_design,
                                    .rests_on = detail::evidence_of_late_by_design,
                                    .find = detail::find_late_by_design,
                                    .follows_from = detail::causes_of_late_by_design};
}

namespace checks {
inline constexpr check_for<gaps::late_by_design> late_by_design{};
}

/// The gap as a type, in the user's words.
template <class Part, long LateByHours>
struct late_by_design {};

namespace detail {
template <>
struct gap_type<gaps::late_by_design> {
  template <class Words>
  using in = late_by_design<its_part_in<Words>, Words::late_hours>;
};

// What the compiler says where this gap stands.
template <class Part, long Hours>
inline constexpr bool the_contracts_are_as_fast_as_the_claim = false;
template <class Part, long Hours>
constexpr bool explain(late_by_design<Part, Hours>*) {
  static_assert(
      the_contracts_are_as_fast_as_the_claim<Part, Hours>,
      "lupaus: a deadline that is claimed holds at contracted times. Here the critical path is so "
      "many hours longer. To mend: `claimant.claims(part, term)` with a longer time, or contract "
      "shorter ones.");
  return true;
}
}  // namespace detail

}  // namespace lupaus::inline v0
