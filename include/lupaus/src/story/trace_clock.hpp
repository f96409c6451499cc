// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: a trace followed move by move, each as late as was agreed.
#pragma once

#include "lupaus/explore/answers/moment.hpp"
#include "lupaus/explore/order/order_move.hpp"
#include "lupaus/explore/order/order_remedies.hpp"
#include "lupaus/life/order/order_change.hpp"
#include "lupaus/life/order/order_plan.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// Refers to the plan.
class trace_clock {
 public:
  explicit trace_clock(order_plan const& plan)
      : plan_{plan},
        units_(plan_.units()),
        happened_(plan_.model().events.size()),
        reported_(plan_.model().events.size()),
        state_(plan_.bytes()) {}

  /// When the next move happens.
  moment advance(order_move const& x) {
    follow(x);
    auto t = at(x);
    if (x.kind == move_kind::asks || x.kind == move_kind::tells) t.under = {};
    now_ = later(now_, t);
    return t;
  }
  std::optional<moment> done(part_id p) const {
    moment all;
    auto const* const x = plan_.of(p);
    if (!x) return {};
    for (std::size_t u = 0; u < x->units; ++u) {
      auto const one = done_of(*x, u);
      if (!one) return {};
      all = later(all, *one);
    }
    return all;
  }
  std::optional<moment> when(event_id e) const {
    if (!e || e == ordering) return moment{};
    auto const& m = plan_.model();
    std::optional<moment> last;
    auto const is_report = m.events[e].kind == event_kind::reported;
    auto const wanted = is_report ? m.events[e].subject : e;
    auto const look = [&](event_id i) {
      for (auto const& t : (is_report ? reported_ : happened_)[i.index()])
        if (t) last = last ? later(*last, *t) : *t;
    };
    if (m.events[wanted].kind != event_kind::possession) {
      look(wanted);
      return last;
    }
    for (auto i : m.events.ids())
      if (is_meant(m, i, wanted)) look(i);
    return last;
  }

 private:
  // How the order stands after the move, as far as remedies ask for it.
  void follow(order_move const& x) {
    order_change c{plan_, state_.data()};
    if (x.kind == move_kind::orders) c.order();
    if (x.kind == move_kind::happens && is_time_out(plan_.model().events[x.event].kind))
      c.time_out(x.event, x.unit, !x.is_dependable);
    else if (x.kind == move_kind::happens)
      c.happen(x.event, x.unit);
    if (!x.part || !is_granted(x.says) || x.says.does == answer::refunds) return;
    renewed_.clear();
    for_each_renewed_by({plan_, state_.data()}, x.says, x.part, x.unit,
                        [&](part_plan const& p, std::size_t u) {
                          renewed_.push_back({&p, u});
                        });
    begin_remedy(c, plan_.model(), x.says, x.part, x.unit);
  }

  struct unit_times {
    moment base;  // of the attempt: the order, or the remedy
    std::optional<moment> last = {}, done = {};
  };
  using times_of_units = std::vector<std::optional<moment>>;

  static void note(times_of_units& times, std::size_t unit, moment t) {
    if (times.size() <= unit) times.resize(unit + 1);
    times[unit] = t;
  }

  moment at(order_move const& x) {
    switch (x.kind) {
      case move_kind::orders: return {};
      case move_kind::happens: return happens(x);
      case move_kind::reports: return reports(x);
      case move_kind::acts: {
        auto const& last = of(*plan_.of(x.part), x.unit).last;
        return decides(x, later(later(news_of(x), gate_of(x)), last ? *last : moment{}));
      }
      case move_kind::asks: return decides(x, now_);
      case move_kind::tells:
      case move_kind::leaves:
      case move_kind::breaks: break;
    }
    return now_;
  }

  unit_times& of(part_plan const& p, std::size_t unit) { return units_[p.first_unit + unit]; }
  unit_times const& of(part_plan const& p, std::size_t unit) const {
    return units_[p.first_unit + unit];
  }
  std::optional<moment> done_of(part_plan const& p, std::size_t unit) const {
    return p.is_in_stock ? std::optional{ready(p, unit)} : of(p, unit).done;
  }
  // When the part can begin.
  moment ready(part_plan const& p, std::size_t unit) const {
    auto t = of(p, unit).base;
    for (auto before : p.before)
      if (auto const d = done(before)) t = later(t, *d);
    return t;
  }

  // The first deadline, of those that hold for a way now; none without any.
  std::optional<moment> bound_of(event_way const& w, part_plan const& p, std::size_t unit) const {
    auto const& m = plan_.model();
    auto const begins = ready(p, unit);
    std::optional<moment> first;
    auto const is_contracted =
        std::any_of(w.owed.begin(), w.owed.end(), [&](event_way::condition const& c) {
          return c.is_performers && !c.is_promise && when(c.antecedent) && when(c.anchor);
        });
    for (auto const& c : w.owed) {
      if (!c.is_performers || (c.is_promise && is_contracted)) continue;
      auto start = c.anchor ? when(c.anchor) : std::optional{of(p, unit).base};
      auto const given = when(c.antecedent);
      if (!start || !given) continue;
      auto const is_ability = c.under.kind == element_kind::ability;
      auto const limit = is_ability
                             ? m.abilities[static_cast<ability_id>(c.under)].lead_time
                             : m.commitments[static_cast<commitment_id>(c.under)].consequent.limit;
      if (!is_length(limit)) continue;
      auto const takes = worst_case(length_of(limit));
      // Where it ends before the part can even begin, it counts from there.
      if (is_ability || start->at + takes < begins.at) start = begins;
      moment const t{(std::max)(start->at + takes, given->at), start->is_bound && given->is_bound,
                     c.under};
      if (!first || t.at < first->at) first = t;
    }
    return first;
  }

  moment passes(order_move const& x, event const& e) {
    auto const* const p = x.part && e.since == ordering ? plan_.of(x.part) : nullptr;
    auto const from = p ? of(*p, x.unit).base : when(e.since).value_or(now_);
    moment const t{from.at + worst_case(length_of(e.within)), from.is_bound, {}};
    note(happened_[x.event.index()], x.unit, t);
    return t;
  }

  moment happens(order_move const& x) {
    auto const& m = plan_.model();
    auto const& e = m.events[x.event];
    if (is_time_out(e.kind)) return passes(x, e);
    auto const& p = *plan_.of(e.of);
    auto& unit = of(p, x.unit);
    auto const is_failing = is_failure(e.kind);
    auto cause = unit.last ? *unit.last : ready(p, x.unit);
    for (auto i : p.ways) {
      auto const& w = plan_.ways()[i];
      if (w.to != x.event || !w.from || m.events[w.from].of == p.part) continue;
      if (auto const t = when(w.from)) cause = later(cause, *t);
    }
    auto t = cause;
    t.under = {};
    std::optional<moment> by;
    auto is_hers = false;
    if (!(is_failing && unit.done))
      for (auto const& w : plan_.ways()) {
        // What fails was to be completed; else it is the event itself that is owed.
        if (w.to != (is_failing ? p.completed : x.event) || !(is_failing || w.by == x.by)) continue;
        is_hers = is_hers || (w.is_hers && !is_failing);
        auto const b = bound_of(w, p, x.unit);
        if (b && (!by || b->at < by->at)) by = b;
      }
    if (by) {
      t = later(*by, cause);
      if (is_failing) t.under = {};
    } else if (!is_hers) {
      t.is_bound = false;
    }
    for (auto const i : p.ways)  // it comes after the time in which it was to come
      if (auto const& w = plan_.ways()[i];
          w.is_time_out && m.events[w.to].subject &&
          is_meant(m, x.event, cause_of(m, m.events[w.to].subject)))
        if (auto const passed = when(w.to); passed && passed->at > t.at)
          t.at = passed->at, t.is_bound = false;
    if (e.kind != event_kind::late) unit.last = t;
    if (is_failing) unit.done.reset();
    if (e.kind == event_kind::completed) unit.done = t;
    note(happened_[x.event.index()], x.unit, t);
    return t;
  }

  moment reports(order_move const& x) {
    auto const& m = plan_.model();
    auto const& times = happened_[x.event.index()];
    auto t = x.unit < times.size() && times[x.unit] ? *times[x.unit] : now_;
    t.under = {};
    std::optional<seconds_t> within;
    for (auto i : m.notices.ids()) {
      auto const& n = m.notices[i];
      if (n.of != x.event || n.from != x.by || !is_sellers(m, n.to) || !is_length(n.within))
        continue;
      auto const takes = worst_case(length_of(n.within));
      if (within && *within <= takes) continue;
      within = takes;
      t.under = i;
    }
    if (within)
      t.at += *within;
    else
      t.is_bound = false;
    note(reported_[x.event.index()], x.unit, t);
    return t;
  }

  // What the policy acts on: when the seller knew of it, or when it happened.
  moment news_of(order_move const& x) const {
    for (auto const* all : {&reported_, &happened_}) {
      auto const& times = (*all)[x.event.index()];
      if (x.unit < times.size() && times[x.unit]) return *times[x.unit];
    }
    return now_;
  }
  moment gate_of(order_move const& x) const {
    auto const& m = plan_.model();
    return x.says.under ? when(m.rules[x.says.under].gate).value_or(moment{}) : moment{};
  }

  // A decision, and the remedy that begins with it.
  moment decides(order_move const& x, moment t) {
    t.under = {};
    if (!x.part || !is_granted(x.says) || x.says.does == answer::refunds) return t;
    auto begins = t;
    begins.at += std::max<seconds_t>(x.says.takes, 0);
    auto const is_repair = mends_in_place(x.says);
    for (auto const& [p, u] : renewed_) {
      forget(*p, u);
      of(*p, u) = {.base = begins};
      if (!is_repair || p->is_in_stock || !state_reader{plan_, state_.data()}.is_done(p->part, u))
        continue;
      of(*p, u).last = of(*p, u).done = begins;
      note(happened_[p->completed.index()], u, begins);
    }
    return t;
  }

  // Nothing has happened yet in a new attempt.
  void forget(part_plan const& p, std::size_t unit) {
    auto const& m = plan_.model();
    for (auto e : m.events.ids())
      if (m.events[e].of == p.part)
        for (auto* times : {&happened_[e.index()], &reported_[e.index()]})
          if (unit < times->size()) (*times)[unit].reset();
  }

  order_plan const& plan_;
  std::vector<unit_times> units_;
  std::vector<times_of_units> happened_, reported_;  // by event
  std::vector<std::uint8_t> state_;
  std::vector<std::pair<part_plan const*, std::size_t>> renewed_;  // by the remedy of the last move
  moment now_;
};

}  // namespace lupaus::inline v0::detail
