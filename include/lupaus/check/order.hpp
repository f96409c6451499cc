// SPDX-License-Identifier: BSL-1.0
//
// fulfilment / delivery: can it be done in that order, and in that time?
//   impossible-order   precedence between parts has a cycle
//   late-by-design     the critical path at contracted times is longer than a deadline claimed
#pragma once

#include "lupaus/check/components.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/information.hpp"
#include "lupaus/check/timing.hpp"
#include "lupaus/model/words.hpp"

#include <algorithm>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

constexpr components order_of(model_view const& m) {
  return components{m.parts.size(), [&](auto&& f) {
                      for (auto const& x : m.precedences) f(x.before.index(), x.after.index());
                    }};
}

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
constexpr void find_counted(model_view const& m, part_id anchor, flags& inside) {
  if (anchor) {
    find_later(m, anchor, inside);
    return;
  }
  for (auto p : m.parts.ids()) inside[p.index()] = is_leaf(m.parts[p]);
}

/// Takes out of the marked parts what does not lead to a part of `about`.
constexpr void keep_what_leads_to(model_view const& m, part_id about, flags& inside) {
  flags leads{m.parts.size()};
  for (auto p : m.parts.ids()) leads[p.index()] = inside[p.index()] && is_within(m, p, about);
  for (bool news = true; news;) {
    news = false;
    for (auto i = m.precedences.size(); i-- > 0;) {  // they are sorted: mostly one round
      auto const& x = m.precedences[precedence_id{i}];
      if (leads[x.after.index()] && inside[x.before.index()] && !leads[x.before.index()])
        leads[x.before.index()] = news = true;
    }
  }
  for (auto p : m.parts.ids()) inside[p.index()] = leads[p.index()];
}

/// What a claimed deadline is held against. The times from the order are found once; those from
/// another event, for the claim that counts from it.
class claimed_times {
 public:
  constexpr explicit claimed_times(model_view const& m)
      : m_{&m}, contracted_{m}, leaves_{m.parts.size()}, from_order_{m, contracted_, marked()} {}

  /// Every leaf by itself: one that is late is late whatever the others take. The sum with the
  /// latest worst case need not be the one that overruns most, where hours meet business days.
  constexpr lateness of(part_id about, term const& claimed) const {
    auto const anchor = anchor_of(*m_, claimed).part;
    lateness l;
    if (!anchor) {
      add_lateness(l, from_order_, leaves_, about, claimed);
    } else if (follows_only(about, anchor)) {
      auto const takes = contracted_.end_of_part(about, known_time::of({}), [&](part_id p) {
        return !p || p == anchor ? known_time::of({}) : known_time::unknown();
      });
      add(l, about, takes, claimed);
    } else {
      flags inside{m_->parts.size()};
      find_counted(*m_, anchor, inside);
      keep_what_leads_to(*m_, about, inside);
      add_lateness(l, finish_times{*m_, contracted_, inside, {true, anchor}}, inside, about,
                   claimed);
    }
    return l;
  }

 private:
  constexpr flags const& marked() {
    find_counted(*m_, {}, leaves_);
    return leaves_;
  }
  /// The plain case: a leaf part that nothing but the anchor comes right before.
  constexpr bool follows_only(part_id p, part_id anchor) const {
    if (!is_leaf(m_->parts[p]) || p == anchor) return false;
    auto follows = false;
    for (auto const& x : m_->precedences) {
      if (x.after == p && x.before != anchor) return false;
      if (x.after == anchor && x.before == p) return false;  // they are on a ring
      follows = follows || x.after == p;
    }
    return follows;
  }
  constexpr void add(lateness& l, part_id p, known_time takes, term const& claimed) const {
    auto const late = takes.is_known ? overrun(takes.length, length_of(claimed.limit)) : 0;
    if (late > l.by) l = {l.is_endless, late, takes, p};
  }
  constexpr void add_lateness(lateness& l, finish_times const& times, flags const& inside,
                              part_id about, term const& claimed) const {
    for (auto p : m_->parts.ids()) {
      if (!inside[p.index()] || !is_within(*m_, p, about)) continue;
      if (times.is_endless(p)) {
        l.is_endless = true;
        if (!l.last) l.last = p;
      }
      add(l, p, times[p], claimed);
    }
  }

  model_view const* m_;
  contracted_times contracted_;
  flags leaves_;
  finish_times from_order_;
};

constexpr bool is_claimed_length(term const& t) {
  return t.quality == &quality_of<deadline> && is_length(t.limit);
}

inline explanation explain_impossible_order(model_view const& m, finding const& f) {
  auto const c = order_of(m);
  auto const leader = static_cast<part_id>(f.where).index();
  explanation x;
  std::vector<std::string> members;
  for (auto p : m.parts.ids())
    if (c.leader(p.index()) == leader) {
      members.push_back(the(m, p));
      x.evidence.push_back(p);
    }
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

/// A part on the way to what was claimed, how long it takes by contract, and by how much the
/// longest way through it is shorter than what was claimed, by the clock at worst.
struct link_slack {
  part_id part;
  seconds_t takes, slack;
};

inline std::vector<link_slack> slack_of_links(model_view const& m, claim const& c, term const& t) {
  auto const anchor = anchor_of(m, t).part;
  flags inside{m.parts.size()};
  find_counted(m, anchor, inside);
  finish_times const times{m, contracted_times{m}, inside, {true, anchor}};
  auto const takes = [&](part_id p) {
    auto const begins = times.begin_of(p);
    return worst_case(times[p].length) - (begins.is_known ? worst_case(begins.length) : 0);
  };
  auto const n = m.parts.size();
  std::vector<seconds_t> after(n, -1);  // from the end of the part to the end of what was claimed
  for (auto p : m.parts.ids())
    if (inside[p.index()] && is_within(m, p, c.about)) after[p.index()] = 0;
  for (std::size_t round = 0; round < n; ++round)
    for (auto const& x : m.precedences) {
      auto const then = after[x.after.index()];
      if (then < 0 || !times[x.after].is_known || !inside[x.before.index()]) continue;
      auto& here = after[x.before.index()];
      here = std::max(here, then + takes(x.after));
    }
  std::vector<link_slack> links;
  auto const limit = best_case(length_of(t.limit));
  for (auto p : m.parts.ids())
    if (inside[p.index()] && after[p.index()] >= 0 && times[p].is_known)
      links.push_back({p, takes(p), limit - worst_case(times[p].length) - after[p.index()]});
  return links;
}

/// What the time of the part rests on: how fast its performer is, or has contracted to be.
inline void add_times_of(model_view const& m, part_id p, std::vector<element>& evidence) {
  auto const add = [&](element e) {
    if (std::find(evidence.begin(), evidence.end(), e) == evidence.end()) evidence.push_back(e);
  };
  auto const who = m.parts[p].performer;
  for (auto i : m.abilities.ids())
    if (m.abilities[i].what == p && same_firm(m, m.abilities[i].who, who)) add(i);
  for (auto i : m.commitments.ids()) {
    auto const& c = m.commitments[i];
    if (c.consequent.quality == &quality_of<deadline> && !c.on_request && !c.brings_about &&
        same_firm(m, c.debtor, who) && is_within(m, p, c.about))
      add(i);
  }
}

inline explanation explain_late_by_design(model_view const& m, finding const& f) {
  auto const& c = m.claims[static_cast<claim_id>(f.where)];
  explanation x;
  x.evidence = {f.where};
  std::vector<std::string> sums;
  for (std::size_t k = 0; k < c.terms; ++k) {
    auto const& t = m.terms[term_id{c.first_term.index() + k}];
    if (!is_claimed_length(t) || !anchor_of(m, t).is_known) continue;
    auto const l = claimed_times{m}.of(c.about, t);
    if (l.is_endless) sums.push_back("the way there runs into parts that wait for each other");
    if (l.by == 0) continue;
    std::vector<std::string> links;
    for (auto const& [p, takes, slack] : slack_of_links(m, c, t)) {
      links.push_back(name_of(m, p) + " " + in_hours(takes) + " (slack " +
                      (slack < 0 ? "-" + in_hours(-slack) : in_hours(slack)) + ")");
      add_times_of(m, p, x.evidence);
    }
    sums.push_back("claimed '" + full_phrase(m, t) + "', contracted " + in_hours(l.takes.length) +
                   ": " + listed(links));
  }
  auto const part = the(m, c.about), her = the(m, m.customer);
  x.what = f.late_by > 0
               ? "At contracted times, " + part + " ends " + in_hours(f.late_by) + " later than " +
                     her + " is told."
               : sentence(part + " is never done, and " + her + " is told by when it is.");
  x.where = (c.about == whole ? "'" + name_of(m, whole) + "'" : name_of(m, c.about)) +
            ", claimed by " + name_of(m, c.claimant);
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
inline constexpr gap impossible_order{
    "impossible-order", severity::error, boundary::fulfilment_delivery,
    service_gap::perception_specification, detail::explain_impossible_order};
inline constexpr gap late_by_design{
    "late-by-design", severity::error, boundary::fulfilment_delivery,
    service_gap::delivery_communication, detail::explain_late_by_design};
}  // namespace gaps

namespace checks {

/// One finding a component. O(parts + precedences).
inline constexpr struct impossible_order_fn {
  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    auto const order = detail::order_of(m);
    order.for_each_cycle([&](std::size_t leader) {
      sink(finding{.what = &gaps::impossible_order,
                   .where = part_id{leader},
                   .other = part_id{order.after(leader)},
                   .part = part_id{leader},
                   .accountable = m.seller,
                   .performing = m.parts[part_id{leader}].performer});
    });
  }
} impossible_order{};

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
      for (std::size_t k = 0; k < c.terms; ++k) {
        auto const& t = m.terms[term_id{c.first_term.index() + k}];
        if (!detail::is_claimed_length(t) || !detail::anchor_of(m, t).is_known) continue;
        auto const l = times.of(c.about, t);
        if (!l.last) continue;
        if (!is_late || l.by > f.late_by) f.other = l.last, f.late_by = l.by;
        is_late = true;
      }
      if (is_late) sink(f);
    }
  }
} late_by_design{};

}  // namespace checks

}  // namespace lupaus::inline v0
