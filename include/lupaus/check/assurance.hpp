// SPDX-License-Identifier: BSL-1.0
//
// Which events somebody is committed to bring about, and within what time.
#pragma once

#include "lupaus/check/timing.hpp"
#include "lupaus/model/situation.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0 {

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
