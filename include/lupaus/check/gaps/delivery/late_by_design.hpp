// SPDX-License-Identifier: BSL-1.0
//
// fulfilment / delivery: can it be done in the time that is claimed?
//   late-by-design   the critical path at contracted times is longer than a deadline claimed
#pragma once

#include "lupaus/check/analysis/critical_path.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/life/leaf_parts.hpp"
#include "lupaus/model/element_text.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// The part whose completion a term is counted from: none for the order itself.
struct anchor_part {
  bool is_known = false;
  part_id part = {};
};

constexpr anchor_part anchor_of(model_view const& m, term const& t) {
  if (!t.anchor || t.anchor == ordering) return {true, {}};
  if (m.events[t.anchor].kind == event_kind::completed) return {true, m.events[t.anchor].of};
  if (m.events[t.anchor].kind == event_kind::possession)
    for (auto const& e : m.events)
      if (e.kind == event_kind::completed && e.good == m.events[t.anchor].of &&
          e.holder == m.customer)
        return {true, e.of};
  return {};
}

/// Against a claimed deadline: how late, by which part. `is_endless`: some part never ends, because
/// a cycle of precedence lies on the way.
struct lateness {
  bool is_endless = false;
  seconds_t by = 0;
  known_time takes = {};  ///< to the end of the part that is the latest
  part_id last = {};      ///< that part; none when nothing is late
};

/// Marks the leaf parts that count from the anchor: all, or those that come after its part.
constexpr void find_counted(model_view const& m, part_order const& order, part_id anchor,
                            flags& inside) {
  if (anchor) {
    order.find_later(anchor, inside);
    return;
  }
  for (auto p : m.parts.ids()) inside[p.index()] = is_leaf(m.parts[p]);
}

/// Takes out of the marked parts what does not lead to a part of `about`.
constexpr void keep_what_leads_to(model_view const& m, part_order const& earlier, part_id about,
                                  flags& inside) {
  flags leads{m.parts.size()};
  for (auto p : m.parts.ids()) leads[p.index()] = inside[p.index()] && is_within(m, p, about);
  earlier.spread(leads, [&](part_id p) { return inside[p.index()]; });
  for (auto p : m.parts.ids()) inside[p.index()] = leads[p.index()];
}

/// What a claimed deadline is held against. The times from the order are found once; those from
/// another event, for the claim that counts from it.
class claimed_times {
 public:
  constexpr explicit claimed_times(model_view const& m)
      : m_{&m},
        plan_{m},
        earlier_{m, towards::earlier},
        within_{leaves_within(m)},
        leaves_{m.parts.size()},
        from_order_{plan_, marked()} {}

  /// Every leaf by itself: one that is late is late whatever the others take. The sum with the
  /// latest worst case need not be the one that overruns most, where hours meet business days.
  constexpr lateness of(part_id about, term const& claimed) const {
    auto const anchor = anchor_of(*m_, claimed).part;
    lateness l;
    if (!anchor) {
      add_lateness(l, from_order_, leaves_, about, claimed);
    } else if (follows_only(about, anchor)) {
      auto const takes = plan_.contracted.end_of_part(about, known_time::of({}), [&](part_id p) {
        return !p || p == anchor ? known_time::of({}) : known_time::unknown();
      });
      add(l, about, takes, claimed);
    } else {
      flags inside{m_->parts.size()};
      find_counted(*m_, plan_.order, anchor, inside);
      keep_what_leads_to(*m_, earlier_, about, inside);
      add_lateness(l, finish_times{plan_, inside, {true, anchor}}, inside, about, claimed);
    }
    return l;
  }

  constexpr contracted_times const& contracted() const { return plan_.contracted; }

 private:
  constexpr flags const& marked() {
    find_counted(*m_, plan_.order, {}, leaves_);
    return leaves_;
  }
  /// The plain case: a leaf part that nothing but the anchor comes right before.
  constexpr bool follows_only(part_id p, part_id anchor) const {
    if (!is_leaf(m_->parts[p]) || p == anchor) return false;
    auto follows = false, alone = true;
    earlier_.for_each_next(p, [&](part_id before) {
      follows = true;
      alone = alone && before == anchor;
    });
    earlier_.for_each_next(anchor, [&](part_id before) {
      alone = alone && before != p;  // else they are on a ring
    });
    return follows && alone;
  }
  constexpr void add(lateness& l, part_id p, known_time takes, term const& claimed) const {
    auto const late = takes.is_known ? overrun(takes.length, length_of(claimed.limit)) : 0;
    if (late > l.by) l = {l.is_endless, late, takes, p};
  }
  constexpr void add_lateness(lateness& l, finish_times const& times, flags const& inside,
                              part_id about, term const& claimed) const {
    for (auto const p : within_[about]) {
      if (!inside[p.index()]) continue;
      if (times.is_endless(p)) {
        l.is_endless = true;
        if (!l.last) l.last = p;
      }
      add(l, p, times[p], claimed);
    }
  }

  model_view const* m_;
  work_plan plan_;
  part_order earlier_;
  rows_by<part_id, part_id> within_;
  flags leaves_;
  finish_times from_order_;
};

constexpr bool is_claimed_length(term const& t) {
  return t.quality == &quality_of<deadline> && is_length(t.limit);
}

/// A part on the way to what was claimed, how long it takes by contract, and by how much the
/// longest way through it is shorter than what was claimed, by the clock at worst.
struct link_slack {
  part_id part;
  seconds_t takes, slack;
};

inline std::vector<link_slack> slack_of_links(model_view const& m, claim const& c, term const& t) {
  auto const anchor = anchor_of(m, t).part;
  auto const n = m.parts.size();
  work_plan const plan{m};
  flags inside{n}, wanted{n};
  find_counted(m, plan.order, anchor, inside);
  for (auto p : m.parts.ids()) wanted[p.index()] = inside[p.index()] && is_within(m, p, c.about);
  finish_times const times{plan, inside, {true, anchor}};
  scratch<seconds_t> rest{n};
  times.find_rest(plan.order, wanted, rest);
  std::vector<link_slack> links;
  auto const limit = best_case(length_of(t.limit));
  for (auto p : m.parts.ids())
    if (rest[p.index()] >= 0 && times[p].is_known)
      links.push_back({p, times.takes(p), limit - worst_case(times[p].length) - rest[p.index()]});
  return links;
}

/// What the time of the part rests on: how fast its performer is, or has contracted to be. Adds
/// what has not been seen since `first`.
inline void add_times_of(model_view const& m, contracted_times const& contracted, part_id p,
                         std::size_t first, std::vector<element>& seen) {
  auto const add = [&](element e) {
    auto const begin = seen.begin() + static_cast<std::ptrdiff_t>(first);
    if (std::find(begin, seen.end(), e) == seen.end()) seen.push_back(e);
  };
  for (auto i : m.abilities.ids())
    if (m.abilities[i].what == p && same_firm(m, m.abilities[i].who, m.parts[p].performer)) add(i);
  contracted.for_each_deadline_of(p, add);
}

inline void evidence_of_late_by_design(model_view const& m, finding const& f,
                                       std::vector<element>& seen) {
  auto const& c = m.claims[static_cast<claim_id>(f.where)];
  auto const first = seen.size();
  seen.push_back(f.where);
  claimed_times const times{m};
  for_each_term(m, c, [&](term const& t) {
    if (!is_claimed_length(t) || !anchor_of(m, t).is_known || times.of(c.about, t).by == 0) return;
    for (auto const& link : slack_of_links(m, c, t))
      add_times_of(m, times.contracted(), link.part, first, seen);
  });
}

inline explanation explain_late_by_design(model_view const& m, finding const& f) {
  auto const& c = m.claims[static_cast<claim_id>(f.where)];
  explanation x;
  claimed_times const times{m};
  std::vector<std::string> sums;
  for_each_term(m, c, [&](term const& t) {
    if (!is_claimed_length(t) || !anchor_of(m, t).is_known) return;
    auto const l = times.of(c.about, t);
    if (l.is_endless) sums.push_back("the way there runs into parts that wait for each other");
    if (l.by == 0) return;
    std::vector<std::string> links;
    for (auto const& [p, takes, slack] : slack_of_links(m, c, t))
      links.push_back(name_of(m, p) + " " + in_hours(takes) + " (slack " +
                      (slack < 0 ? "-" + in_hours(-slack) : in_hours(slack)) + ")");
    sums.push_back("claimed '" + full_phrase(m, t) + "', contracted " + in_hours(l.takes.length) +
                   ": " + listed(links));
  });
  auto const part = the(m, c.about), her = the(m, m.customer);
  x.what = f.late_by > 0
               ? "At contracted times, " + part + " ends " + in_hours(f.late_by) + " later than " +
                     her + " is told."
               : sentence(part + " is never done, and " + her + " is told by when it is.");
  x.where = heading_of(m, c.about) + ", claimed by " + name_of(m, c.claimant);
  x.why = sentence(listed(sums, "; and ") +
                   ". Everybody can keep his contract, and the claim is broken all the same.");
  x.mend = f.late_by > 0
               ? sentence("whoever has the least slack contracts to be faster, or " +
                          the(m, c.claimant) + " claims a longer time.")
               : "One of the parts that wait for each other no longer has to come before the next.";
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap late_by_design{"late-by-design",
                                    severity::error,
                                    boundary::fulfilment_delivery,
                                    service_gap::delivery_communication,
                                    detail::explain_late_by_design,
                                    detail::evidence_of_late_by_design};
}  // namespace gaps

namespace checks {

/// One finding a claim, with the largest lateness of its terms. O(parts + precedences +
/// commitments · parts) a deadline claimed.
inline constexpr struct late_by_design_fn {
  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    detail::claimed_times const times{m};
    for (auto i : m.claims.ids()) {
      auto const& c = m.claims[i];
      auto is_late = false;
      finding f{.what = &gaps::late_by_design,
                .where = i,
                .part = c.about,
                .accountable = m.seller,
                .performing = m.parts[c.about].performer};
      for_each_term(m, c, [&](term const& t) {
        if (!detail::is_claimed_length(t) || !detail::anchor_of(m, t).is_known) return;
        auto const l = times.of(c.about, t);
        if (!l.last) return;
        if (!is_late || l.by > f.late_by) f.other = l.last, f.late_by = l.by;
        is_late = true;
      });
      if (is_late) sink(f);
    }
  }
} late_by_design{};

}  // namespace checks

}  // namespace lupaus::inline v0
