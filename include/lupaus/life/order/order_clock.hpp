// SPDX-License-Identifier: BSL-1.0
//
// When things happen, at the latest, where a state keeps time: every party takes all the time that
// it has, and a failure comes out when the part was due.
#pragma once

#include "lupaus/life/order/state_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>

namespace lupaus::inline v0::detail {

/// True when what the condition asks for has happened.
inline bool holds(state_reader const& v, event_way::condition const& c) {
  return (!c.antecedent || v.has_happened(c.antecedent)) && (!c.anchor || v.has_happened(c.anchor));
}

/// Reads the times in a state; all 0 where none are kept. Times are seconds since the order, of
/// events at their latest.
class order_times {
 public:
  using ticks = std::uint32_t;
  static constexpr ticks never = (std::numeric_limits<ticks>::max)();

  order_times(order_plan const& plan, std::uint8_t const* bytes) : plan_{plan}, read_{bytes} {}

  /// When something last happened to a unit.
  ticks last(std::size_t unit) const { return read(unit, 0); }
  /// When it failed; `never` when it has not, or that was put right.
  ticks failed(std::size_t unit) const {
    auto const t = read(unit, 2);
    return t == 0 ? never : t - 1;
  }
  /// When it first failed, or the seller was told so, since it was last performed.
  ticks known_failed(std::size_t unit) const {
    auto const t = read(unit, 3);
    return t == 0 ? never : t - 1;
  }
  /// Something was waited for that nobody has bound, and that time is not counted.
  bool has_waited() const { return plan_.keeps_time() && read_[plan_.waited_at()] != 0; }

  /// When a notice of what happened to the unit comes in.
  ticks told_at(std::size_t unit, seconds_t within) const {
    return add(failed(unit) == never ? last(unit) : failed(unit), within);
  }

  /// The latest time at which anything has happened.
  ticks now() const { return (std::max)(last_work(), last_time_out()); }
  /// The same of what was done, or failed.
  ticks last_work() const {
    ticks t = 0;
    for (std::size_t u = 0; u < plan_.units(); ++u) t = (std::max)(t, last(u));
    return t;
  }
  /// When time last passed by a time-out; it is a time of no unit, for work does not wait for it.
  ticks last_time_out() const { return read(plan_.units(), 0); }
  /// When a unit of the part can begin: after its attempt did, and all that comes before it.
  ticks ready(part_plan const& p, std::size_t unit) const {
    auto t = (std::max)(read(unit, 1), p.ready_at);
    for (auto before : p.before)
      if (auto const* b = plan_.of(before))
        for (std::size_t u = 0; u < b->units; ++u) t = (std::max)(t, last(b->first_unit + u));
    return t;
  }

 protected:
  static ticks add(ticks t, seconds_t more) {
    auto const sum = static_cast<seconds_t>(t) + more;
    return static_cast<ticks>(std::min<seconds_t>(sum, never - 2));
  }
  ticks read(std::size_t unit, std::size_t which) const {
    ticks t = 0;
    if (plan_.keeps_time())
      std::memcpy(&t, read_ + plan_.times_at(unit) + which * sizeof t, sizeof t);
    return t;
  }

  order_plan const& plan_;

 private:
  std::uint8_t const* read_;
};

/// Writes them too; does nothing where none are kept.
class order_clock : public order_times {
 public:
  order_clock(order_plan const& plan, std::uint8_t* bytes)
      : order_times{plan, bytes}, bytes_{bytes} {}

  void set_last(std::size_t unit, ticks t) { write(unit, 0, t); }
  /// A new attempt.
  void begin(std::size_t unit, ticks t) {
    write(unit, 0, t);
    write(unit, 1, t);
    write(unit, 2, 0);
  }
  void end_at(ticks t, bool waited) {
    if (!plan_.keeps_time()) return;
    bytes_[plan_.waited_at()] = waited ? 1 : 0;
    set_last(0, t);
  }
  /// It is as it was promised.
  void performed(std::size_t unit) {
    write(unit, 2, 0);
    write(unit, 3, 0);
  }
  /// A remedy that takes so long, for a unit.
  void take(std::size_t unit, seconds_t time) {
    if (time > 0) set_last(unit, add(last(unit), time));
  }
  void report(std::size_t unit, seconds_t within) {
    auto const from = failed(unit) == never ? last(unit) : failed(unit);
    auto const told = told_at(unit, within);
    if (known_failed(unit) == from) write(unit, 3, told + 1);
    set_last(unit, (std::max)(last(unit), told));
  }

  /// A step in the life of a unit, before it is taken: by when it is, at the latest.
  void step(part_plan const& p, std::size_t number, event_way const& w, bool is_dependable) {
    if (!plan_.keeps_time()) return;
    auto const unit = p.first_unit + number;
    auto const& e = plan_.model().events[w.to];
    auto start = w.from ? last(unit) : (std::max)(last(unit), ready(p, unit));
    if (w.from && is_time_out(plan_.model().events[w.from].kind))
      start = (std::max)(start, last_time_out());
    else if (w.from && plan_.model().events[w.from].of != p.part)
      start = (std::max)(start, time_of(w.from));
    auto const is_late = is_overdue(p, number, w.to);
    if (is_late) start = (std::max)(start, last_time_out());
    auto const t = is_failure(e.kind) ? due_of(p, unit, start) : due(w, unit, start);
    set_last(unit, (std::max)(start, t.value_or(start)));
    if (!t && !w.is_hers && is_owed(w, true)) bytes_[plan_.waited_at()] = 1;  // for a date, say
    if (is_failure(e.kind)) {
      if (failed(unit) == never) write(unit, 2, last(unit) + 1);
      if (known_failed(unit) == never) write(unit, 3, last(unit) + 1);
    } else if (!is_dependable || is_late || (w.is_handing_over && !is_owed(w, false))) {
      bytes_[plan_.waited_at()] = 1;  // it may come, and nobody has said by when
    }
    if (e.kind == event_kind::completed) performed(unit);
  }

  /// When a time-out of a unit of the part is; of the order, where there is no part (E11).
  ticks end_of_time(part_plan const* p, std::size_t number, event_way const& w) const {
    auto const from = w.from ? time_of(w.from) : p ? read(p->first_unit + number, 1) : 0;
    return (std::max)(last_time_out(), add(from, longest(plan_.model().events[w.to].within)));
  }
  void time_out(ticks at) { set_last(plan_.units(), at); }
  /// What is done about a time-out of a unit is done after it.
  void wait_for_time_out(std::size_t unit) {
    set_last(unit, (std::max)(last(unit), last_time_out()));
  }

 private:
  void write(std::size_t unit, std::size_t which, ticks t) {
    if (plan_.keeps_time())
      std::memcpy(bytes_ + plan_.times_at(unit) + which * sizeof t, &t, sizeof t);
  }

  // A time has passed in which it was to come.
  bool is_overdue(part_plan const& p, std::size_t number, event_id e) const {
    auto const& m = plan_.model();
    state_reader const v{plan_, bytes_};
    auto const is_past = [&](std::size_t i) {
      auto const& w = plan_.ways()[i];
      if (!w.is_time_out) return false;
      auto const& x = m.events[w.to];
      return x.subject && is_meant(m, e, cause_of(m, x.subject)) &&
             v.has_happened_for(w.to, p.part, number);
    };
    return std::any_of(p.ways.begin(), p.ways.end(), is_past);
  }
  // `directly`: not as a step to what is owed.
  bool is_owed(event_way const& w, bool directly) const {
    state_reader const v{plan_, bytes_};
    return std::any_of(w.owed.begin(), w.owed.end(), [&](event_way::condition const& c) {
      return (c.is_direct || !directly) && holds(v, c);
    });
  }
  // When an event happened, as late as its part's last news.
  ticks time_of(event_id e) const {
    auto const& m = plan_.model();
    if (is_time_out(m.events[e].kind)) return last_time_out();
    auto const cause = m.events[e].kind == event_kind::reported ? m.events[e].subject : e;
    state_reader const v{plan_, bytes_};
    ticks t = plan_.is_taken_as_happened(cause) || plan_.is_taken_of_the_rest(cause)
                  ? plan_.performed_at(m.events[cause].of)
                  : 0;
    for (auto i : m.events.ids()) {
      auto const* const p = is_meant(m, i, cause) ? plan_.of(m.events[i].of) : nullptr;
      for (std::size_t u = 0; p && u < p->units; ++u)
        if (v.has_happened(i, u)) t = (std::max)(t, last(p->first_unit + u));
    }
    return t;
  }
  // The earliest of the performer's deadlines that hold; none where none does, or it is a date.
  std::optional<ticks> due(event_way const& w, std::size_t unit, ticks start) const {
    state_reader const v{plan_, bytes_};
    std::optional<ticks> best;
    auto const is_contracted =
        std::any_of(w.owed.begin(), w.owed.end(), [&](event_way::condition const& c) {
          return c.is_direct && c.is_performers && !c.is_promise && holds(v, c);
        });
    for (auto const& c : w.owed) {
      if (c.is_promise && is_contracted) continue;
      if (!c.is_direct || !c.is_performers || c.within < 0 || !holds(v, c)) continue;
      auto const from = c.is_lead_time ? start : c.anchor ? time_of(c.anchor) : read(unit, 1);
      auto const by = add(from, c.within);
      if (!best || by < *best) best = by;
    }
    return best;
  }
  // When the part is due.
  std::optional<ticks> due_of(part_plan const& p, std::size_t unit, ticks start) const {
    std::optional<ticks> best;
    for (auto const& w : plan_.ways()) {
      if (w.to != p.completed) continue;
      auto const by = due(w, unit, start);
      if (by && (!best || *by < *best)) best = by;
    }
    return best;
  }

  std::uint8_t* bytes_;
};

}  // namespace lupaus::inline v0::detail
