// SPDX-License-Identifier: BSL-1.0
//
// The events and terms of a model as JSON.
#pragma once

#include "lupaus/io/time_text.hpp"
#include "lupaus/io/writer/writing.hpp"
#include "lupaus/model/terms/qualities.hpp"

#include <cstddef>
#include <string_view>

namespace lupaus::inline v0::detail::io {

inline std::string_view word_of(event_kind k) {
  constexpr std::string_view words[] = {"ordered",
                                        "started",
                                        "completed",
                                        "failed",
                                        "late",
                                        "step",
                                        "not",
                                        "possession",
                                        "reported",
                                        "cancel_requested",
                                        "replacement_requested",
                                        "cancelled",
                                        "refunded",
                                        "kept"};
  return words[static_cast<std::size_t>(k)];
}

void write_event(writing& w, event_id id);
void write_length(writing& w, std::string_view key, bound const& b);

/// A member; left out when there is none.
LUPAUS_NOINLINE inline void write_event(writing& w, std::string_view key, event_id id) {
  if (!id) return;
  w.out.key(key);
  write_event(w, id);
}

/// What stands in the event's object.
inline void write_event_members(writing& w, event_id id) {
  auto const& e = w.m.events[id];
  switch (e.kind) {
    case event_kind::reported: write_event(w, "reported", e.subject); return;
    case event_kind::timed_out:
      write_event(w, "not", e.subject);
      write_length(w, e.subject ? "within" : "passed", e.within);
      if (e.since != ordering) write_event(w, "after", e.since);
      return;
    case event_kind::failed:
    case event_kind::step:
      w.out.key(word_of(e.kind));
      write_pair(w, w.name(e.of), e.name);
      return;
    case event_kind::started:
      w.out.member(w.m.parts[e.of].carries ? "shipped" : "started", w.name(e.of));
      return;
    default: w.out.member(word_of(e.kind), w.name(e.of));
  }
}

LUPAUS_NOINLINE inline void write_event(writing& w, event_id id) {
  auto const& e = w.m.events[id];
  if (is_of_order(e.kind)) {
    w.out.text(word_of(e.kind));
    return;
  }
  w.out.open('{');
  write_event_members(w, id);
  w.out.close();
}

LUPAUS_NOINLINE inline void write_length(writing& w, std::string_view key, bound const& b) {
  w.out.key(key);
  if (b.kind != bound_kind::working) {
    w.out.text(write_length(b.a));
    return;
  }
  auto const d = working(b);
  w.out.open('{').key("business_days").number(d.count);
  if (d.holidays != 0) w.out.key("holidays").number(d.holidays);
  if (d.days_per_week != 5) w.out.key("days_per_week").number(d.days_per_week);
  w.out.close();
}

inline void write_amount(writing& w, std::string_view member, money const& m) {
  w.out.key(member).open('{').key("minor_units").number(m.minor_units);
  w.out.member("currency", m.in.view()).close();
}

inline void write_bound(writing& w, bound const& b, quality_type const& q) {
  switch (b.kind) {
    case bound_kind::nothing: return;
    case bound_kind::elapsed:
    case bound_kind::working: write_length(w, "within", b); return;
    case bound_kind::calendar_day: w.out.member("by", write_day(b.a)); return;
    case bound_kind::instant: w.out.member("by", write_instant(b.a)); return;
    case bound_kind::window:
      w.out.key("window").open('{').member("from", clock_time(b.a));
      w.out.member("until", clock_time(b.b)).close();
      return;
    case bound_kind::number:
      w.out.key("value");
      if (q.words && b.a >= 0 && b.a < static_cast<std::int64_t>(q.word_count))
        w.out.text(q.words[static_cast<std::size_t>(b.a)]);
      else
        w.out.number(b.a);
      return;
    case bound_kind::money: write_amount(w, "amount", bound_codec<money>::decode(b)); return;
    case bound_kind::text: w.out.member("text", b.text); return;
  }
}

inline void write_term(writing& w, term const& t) {
  auto const& b = t.limit;
  if (b.kind == bound_kind::nothing) {
    w.out.text(t.quality->name);
    return;
  }
  w.out.open('{').member("quality", t.quality->name);
  auto const is_until = t.quality == &quality_of<cancellable> && t.anchor &&
                        b.kind == bound_kind::elapsed && b.a == 0;
  if (!is_until) write_bound(w, b, *t.quality);
  write_event(w, is_until ? "until" : "after", t.anchor);
  w.out.close();
}

}  // namespace lupaus::inline v0::detail::io
