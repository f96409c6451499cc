// SPDX-License-Identifier: BSL-1.0
//
// How long things take by contract, and which events somebody is committed to bring about.
#pragma once

#include "lupaus/check/knowledge.hpp"
#include "lupaus/model/qualities.hpp"
#include "lupaus/model/situation.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0 {

/// A length of time, if one is known.
struct known_time {
  bool is_known = false;
  span_of_time length = {};

  static constexpr known_time unknown() { return {}; }
  static constexpr known_time of(span_of_time t) { return {true, t}; }
  friend constexpr known_time operator+(known_time a, known_time b) {
    return a.is_known && b.is_known ? of(a.length + b.length) : unknown();
  }
  friend constexpr bool operator==(known_time const&, known_time const&) = default;
};

/// The shorter (by its worst case) of two times of which either may be unknown.
constexpr known_time shorter(known_time a, known_time b) {
  if (!a.is_known) return b;
  if (!b.is_known) return a;
  return worst_case(b.length) < worst_case(a.length) ? b : a;
}

/// The longer of two times; unknown when either is.
constexpr known_time longer(known_time a, known_time b) {
  if (!a.is_known || !b.is_known) return known_time::unknown();
  return worst_case(b.length) > worst_case(a.length) ? b : a;
}

constexpr known_time time_of(bound const& b) {
  return is_length(b) ? known_time::of(length_of(b)) : known_time::unknown();
}

/// The time in which the performer of a leaf part has contracted to perform it: its shortest
/// deadline for that part, or its own lead time. O(commitments + abilities).
constexpr known_time contracted_time(model_view const& m, part_id p) {
  auto const who = m.parts[p].performer;
  auto time = known_time::unknown();
  for (auto const& a : m.abilities)
    if (a.what == p && detail::same_firm(m, a.who, who)) time = shorter(time, time_of(a.lead_time));
  if (time.is_known) return time;
  for (auto const& c : m.commitments)
    if (c.consequent.quality == &quality_of<deadline> && !c.on_request && !c.brings_about &&
        detail::same_firm(m, c.debtor, who) && is_within(m, p, c.about))
      time = shorter(time, time_of(c.consequent.limit));
  return time;
}

namespace detail {

/// The times by which a part's performer is bound, found once for all parts: its shortest lead
/// time, and its deadlines. O(parts + abilities + commitments) to make, and the parts of composites
/// that a deadline is about.
class contracted_times {
  // First in the class, because clang 14 can evaluate only the member templates that it has seen.
  template <class F>
  static constexpr void for_each_deadline(model_view const& m, F&& f) {
    for (auto i : m.commitments.ids()) {
      auto const& c = m.commitments[i];
      if (c.consequent.quality != &quality_of<deadline> || c.on_request || c.brings_about) continue;
      if (is_leaf(m.parts[c.about])) {
        if (same_firm(m, c.debtor, m.parts[c.about].performer)) f(c.about, i);
        continue;
      }
      for (auto p : m.parts.ids())
        if (is_leaf(m.parts[p]) && same_firm(m, c.debtor, m.parts[p].performer) &&
            is_within(m, p, c.about))
          f(p, i);
    }
  }

 public:
  constexpr explicit contracted_times(model_view const& m)
      : m_{&m}, lead_{m.parts.size()}, first_{m.parts.size() + 1}, ids_{count(m)} {
    for (auto const& a : m.abilities)
      if (same_firm(m, a.who, m.parts[a.what].performer))
        lead_[a.what.index()] = shorter(lead_[a.what.index()], time_of(a.lead_time));
    for_each_deadline(m, [&](part_id p, commitment_id) { ++first_[p.index() + 1]; });
    scratch<std::size_t> at{m.parts.size()};
    for (std::size_t p = 0; p < m.parts.size(); ++p) {
      first_[p + 1] += first_[p];
      at[p] = first_[p];
    }
    for_each_deadline(m, [&](part_id p, commitment_id i) { ids_[at[p.index()]++] = i; });
  }

  /// When a leaf part ends that can begin at that time: after its lead time, where its performer is
  /// able; else by the deadline that comes first. A deadline counts from its own anchor: from the
  /// order, or from the end of an earlier part; `end_of(part)` tells when that is, and for no part
  /// when the order is. Where the part cannot even begin by then, or nothing is known of the
  /// anchor, it counts from the beginning.
  template <class EndOf>
  constexpr known_time end_of_part(part_id p, known_time begins, EndOf&& end_of) const {
    if (lead_[p.index()].is_known) return begins + lead_[p.index()];
    auto ends = known_time::unknown();
    for (auto i = first_[p.index()]; i < first_[p.index() + 1]; ++i) {
      auto const& t = m_->commitments[ids_[i]].consequent;
      auto const takes = time_of(t.limit);
      auto const is_order = !t.anchor || t.anchor == ordering;
      auto start = known_time::unknown();
      if (is_order || m_->events[t.anchor].kind == event_kind::completed)
        start = end_of(is_order ? part_id{} : m_->events[t.anchor].of);
      auto by = start + takes;
      if (!by.is_known || (begins.is_known && worst_case(by.length) < worst_case(begins.length)))
        by = begins + takes;
      ends = shorter(ends, by);
    }
    return ends;
  }

 private:
  static constexpr std::size_t count(model_view const& m) {
    std::size_t n = 0;
    for_each_deadline(m, [&](part_id, commitment_id) { ++n; });
    return n;
  }

  model_view const* m_;
  scratch<known_time> lead_;
  scratch<std::size_t> first_;  // of the deadlines of each part, in ids_
  scratch<commitment_id> ids_;
};

/// True when precedence leads from one part to the other. O(parts · precedences) at worst.
constexpr bool is_before(model_view const& m, part_id earlier, part_id later) {
  for (auto const& x : m.precedences)
    if (x.before == earlier && x.after == later) return true;
  flags reached{m.parts.size()};
  reached[earlier.index()] = true;
  for (bool news = true; news && !reached[later.index()];) {
    news = false;
    for (auto const& x : m.precedences)
      if (reached[x.before.index()] && !reached[x.after.index()])
        reached[x.after.index()] = news = true;
  }
  return earlier != later && reached[later.index()];
}

/// What time 0 is: the order, unless it is not; or the end of a part, after it.
struct clock_start {
  bool is_order = true;
  part_id end_of = {};
};

/// When each of the marked parts ends at contracted times, counted from when the first of them can
/// begin. What is not marked takes no time. O(parts + precedences),
/// and the contracted times.
class finish_times {
 public:
  constexpr finish_times(model_view const& m, contracted_times const& contracted,
                         flags const& inside, clock_start from = {})
      : begins_{m.parts.size(), known_time::of({})},
        ends_{m.parts.size()},
        is_endless_{m.parts.size()} {
    auto const n = m.parts.size();
    scratch<std::size_t> first{n + 1}, next{m.precedences.size()}, at{n}, waits{n}, open{n};
    auto const counts = [&](precedence const& x) {
      return inside[x.before.index()] && inside[x.after.index()];
    };
    for (auto const& x : m.precedences)
      if (counts(x)) ++first[x.before.index() + 1], ++waits[x.after.index()];
    for (std::size_t p = 0; p < n; ++p) first[p + 1] += first[p];
    for (std::size_t p = 0; p < n; ++p) at[p] = first[p];
    for (auto const& x : m.precedences)
      if (counts(x)) next[at[x.before.index()]++] = x.after.index();
    std::size_t opened = 0;
    for (std::size_t p = 0; p < n; ++p) {
      is_endless_[p] = inside[p];
      if (inside[p] && waits[p] == 0) open[opened++] = p;
    }
    while (opened > 0) {
      auto const p = open[--opened];
      is_endless_[p] = false;
      ends_[p] = contracted.end_of_part(part_id{p}, begins_[p], [&](part_id earlier) {
        if (!earlier) return from.is_order ? known_time::of({}) : known_time::unknown();
        if (earlier == from.end_of) return known_time::of({});
        return inside[earlier.index()] && is_before(m, earlier, part_id{p}) ? ends_[earlier.index()]
                                                                            : known_time::unknown();
      });
      for (auto i = first[p]; i < first[p + 1]; ++i) {
        auto const q = next[i];
        begins_[q] = longer(begins_[q], ends_[p]);
        if (--waits[q] == 0) open[opened++] = q;
      }
    }
  }

  constexpr known_time operator[](part_id p) const {
    return is_endless_[p.index()] ? known_time::unknown() : ends_[p.index()];
  }
  constexpr known_time begin_of(part_id p) const { return begins_[p.index()]; }
  /// True when the part lies on a cycle of precedence among the marked parts, or after one.
  constexpr bool is_endless(part_id p) const { return is_endless_[p.index()]; }

 private:
  scratch<known_time> begins_, ends_;
  flags is_endless_;
};

}  // namespace detail

/// The time it takes to do a part again and, after it, everything up to another part: a machine is
/// replaced, and has to be delivered again. Where nothing leads from one to the other, the part
/// alone. O(parts · precedences).
constexpr known_time time_again(model_view const& m, detail::contracted_times const& contracted,
                                part_id object, part_id up_to) {
  detail::clock_start const again{false, {}};  // of the order it is too late to count
  detail::flags follows{m.parts.size()};       // the object's leaves, and all that follows them
  for (auto p : m.parts.ids()) follows[p.index()] = is_leaf(m.parts[p]) && is_within(m, p, object);
  for (bool news = true; news;) {
    news = false;
    for (auto const& x : m.precedences)
      if (follows[x.before.index()] && !follows[x.after.index()])
        follows[x.after.index()] = news = true;
  }
  if (follows[up_to.index()]) return detail::finish_times{m, contracted, follows, again}[up_to];
  detail::flags inside{m.parts.size()};
  for (auto p : m.parts.ids()) inside[p.index()] = is_leaf(m.parts[p]) && is_within(m, p, object);
  detail::finish_times const ends{m, contracted, inside, again};
  auto longest = known_time::of({});
  for (auto p : m.parts.ids())
    if (inside[p.index()]) longest = longer(longest, ends[p]);
  return longest;
}
constexpr known_time time_again(model_view const& m, part_id object, part_id up_to) {
  return time_again(m, detail::contracted_times{m}, object, up_to);
}

/// True when the commitment is to bring that event about.
constexpr bool brings_about(model_view const& m, commitment const& c, event_id e) {
  if (c.overrides) return false;
  if (c.brings_about) return is_meant(m, c.brings_about, e) || is_meant(m, e, c.brings_about);
  auto const& x = m.events[e];
  if (x.kind == event_kind::possession) {
    for (auto done : m.events.ids())
      if (m.events[done].kind == event_kind::completed && is_meant(m, done, e) &&
          is_within(m, m.events[done].of, c.about))
        return true;
    return false;
  }
  return x.kind == event_kind::completed && is_within(m, x.of, c.about);
}

namespace detail {

/// True when the event is sure to have happened once `now` has. Only what a deadline counts from
/// is asked; `now` itself, and what it reports, always has.
constexpr bool is_past(model_view const& m, situations const& s, event_id e, event_id now) {
  if (!e || e == ordering || e == now) return true;
  auto const happened = s.cause_of(now);
  if (e == happened) return true;
  if (is_of_order(m.events[e].kind) || is_of_order(m.events[happened].kind)) return false;
  for (auto by : m.events.ids())  // possession comes by any event that is meant by it
    if (is_meant(m, by, happened) && !s.is_certain_before(e, by)) return false;
  return true;
}

}  // namespace detail

/// Whether an event is assured, and within what time; unknown where the bound is a date.
struct assurance {
  bool is_assured = false;
  known_time within = {};
};

/// Whether committed parties bring an event about within a bound, once `now` has happened: some
/// deadline for it is counted from what is past, or from what is itself assured. The least
/// fixpoint: what waits for itself is not assured. Only what the event may hang on is asked.
/// Time O(such events · (commitments + situations) · rounds) at worst.
constexpr assurance assurance_of(model_view const& m, situations const& s, event_id wanted,
                                 event_id now) {
  auto const anchor_of = [](commitment const& c) {
    return c.consequent.anchor ? c.consequent.anchor : ordering;
  };
  detail::scratch<assurance, 64> all{m.events.size()};
  detail::flags asked{m.events.size()};
  detail::scratch<event_id> order{m.events.size()};  // in which they were asked for
  std::size_t n = 0;
  auto const ask = [&](event_id e) {
    if (asked[e.index()]) return;
    asked[e.index()] = true;
    all[e.index()] = {detail::is_past(m, s, e, now), known_time::of({})};
    if (!all[e.index()].is_assured) order[n++] = e;
  };
  ask(wanted);
  for (std::size_t i = 0; i < n; ++i) {
    for (auto const& c : m.commitments)
      if (c.consequent.quality == &quality_of<deadline> && brings_about(m, c, order[i])) {
        ask(anchor_of(c));
        if (c.antecedent) ask(c.antecedent);
      }
    if (m.events[order[i]].kind == event_kind::reported) ask(m.events[order[i]].subject);
  }

  bool news = n > 0;
  auto const offer = [&](event_id e, assurance start, known_time takes) {
    auto& known = all[e.index()];
    if (!start.is_assured) return;
    auto const total = start.within + takes;
    auto const better =
        total.is_known &&
        (!known.within.is_known || worst_case(total.length) < worst_case(known.within.length));
    if (known.is_assured && !better) return;
    known = {true, total};
    news = true;
  };
  while (news) {
    news = false;
    for (std::size_t i = n; i-- > 0;) {  // what others hang on was asked for after them
      auto const e = order[i];
      for (auto const& c : m.commitments) {
        if (c.consequent.quality != &quality_of<deadline> || !brings_about(m, c, e)) continue;
        auto start = all[anchor_of(c).index()];
        if (c.antecedent) {
          auto const& condition = all[c.antecedent.index()];
          start = {start.is_assured && condition.is_assured,
                   longer(start.within, condition.within)};
        }
        offer(e, start, time_of(c.consequent.limit));
      }
      if (m.events[e].kind == event_kind::completed)
        for (auto const& a : m.abilities)
          if (a.what == m.events[e].of) offer(e, {true, known_time::of({})}, time_of(a.lead_time));
      if (m.events[e].kind == event_kind::reported)
        for (auto const& x : m.notices)
          if (x.of == m.events[e].subject && is_sellers(m, x.to))
            offer(e, all[x.of.index()], time_of(x.within));
    }
  }
  return all[wanted.index()];
}
constexpr assurance assurance_of(model_view const& m, event_id wanted, event_id now) {
  return assurance_of(m, situations{m}, wanted, now);
}

}  // namespace lupaus::inline v0
