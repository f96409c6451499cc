// SPDX-License-Identifier: BSL-1.0
//
// One order as it really goes: the state of the relation, with the time of each event.
#pragma once

#include "lupaus/explore/order/order_remedies.hpp"
#include "lupaus/explore/order/policy.hpp"
#include "lupaus/life/order/order_change.hpp"
#include "lupaus/life/order/order_events.hpp"
#include "lupaus/monitor/due_time.hpp"
#include "lupaus/monitor/order_event.hpp"
#include "lupaus/monitor/watched_promise.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// Refers to the promise. Times are in seconds from 1970-01-01T00:00Z; `never` where nothing has
/// happened.
class order_life {
 public:
  static constexpr seconds_t never = due_time::never;

  explicit order_life(watched_promise const& p)
      : promise_{&p},
        bytes_(p.plan().bytes()),
        times_(p.slots(), never),
        attempts_(p.plan().units()),
        begins_(p.plan().units(), never) {}

  watched_promise const& promise() const { return *promise_; }
  model_view const& model() const { return promise_->model(); }
  order_plan const& plan() const { return promise_->plan(); }
  state_reader read() const { return {plan(), bytes_.data()}; }

  bool is_placed() const { return ordered_at_ != never; }
  seconds_t ordered_at() const { return ordered_at_; }
  /// Cancelled, refunded or left.
  bool is_ended() const { return ended_at_ != never; }
  order_phase end() const { return end_; }

  /// What was promised with this order, or else with all.
  bound const& limit_of(element of, bound const& declared) const {
    for (auto const& p : promised_)
      if (p.of == of) return p.limit;
    return declared;
  }

  seconds_t time_of(event_id e, std::size_t unit) const { return times_[promise_->slot(e, unit)]; }
  /// When it has happened to every unit, in their present attempts; also of the order, of the
  /// possession of a good, and of reports, for which `told` gives the time.
  template <class Told>
  seconds_t time_of_all(event_id e, Told&& told) const {
    auto const& m = model();
    auto const& x = m.events[e];
    if (x.kind == event_kind::ordered) return ordered_at_;
    if (x.kind == event_kind::possession)
      return time_of_possession(e, [&](event_id i, std::size_t u) { return time_of(i, u); });
    if (x.kind == event_kind::cancel_requested) return cancel_requested_at_;
    if (x.kind == event_kind::replacement_requested) return replacement_requested_at_;
    if (x.kind == event_kind::kept) return kept_at_;
    auto const is_report = x.kind == event_kind::reported;
    auto const of = is_report ? promise_->name_of(x.subject) : e;
    if (is_report && m.events[of].kind == event_kind::possession)
      return time_of_possession(of, told);
    auto const* const p = plan().of(m.events[of].of);
    if (!p || !is_of_life(m, of)) return never;
    seconds_t last = (std::numeric_limits<seconds_t>::min)();
    for (std::size_t u = 0; u < p->units; ++u)
      last = (std::max)(last, is_report ? told(of, u) : time_of(of, u));
    return last;
  }
  bool is_done(part_id p, std::size_t unit) const { return read().is_done(p, unit); }
  /// How many new attempts a unit has had.
  std::uint32_t attempt(part_id p, std::size_t unit) const {
    return attempts_[plan().of(p)->first_unit + unit];
  }
  std::uint32_t attempt(event_id e, std::size_t unit) const {
    return plan().of(model().events[e].of) ? attempt(model().events[e].of, unit) : 0;
  }
  /// How many new attempts there were of what an event happens to, in all.
  std::uint32_t attempts_of(event_id e) const {
    auto const& m = model();
    auto const of = promise_->name_of(cause_of(m, e));
    std::uint32_t sum = 0;
    for (auto const& p : plan().parts())
      for (auto i : promise_->events_of(p.part))
        if (is_meant(m, i, of))
          for (std::size_t u = 0; u < p.units; ++u) sum += attempt(p.part, u);
    return sum;
  }
  /// When the present attempt began; `never` of the first one.
  seconds_t begin_of(part_id p, std::size_t unit) const {
    return begins_[plan().of(p)->first_unit + unit];
  }
  /// The failure of the present attempt, lateness too (A2).
  event_id standing_failure(part_id p, std::size_t unit) const {
    return is_ended() ? event_id{} : read().open_failure(p, unit);
  }
  template <class F>
  bool any_standing_failure(F&& is) const {
    for (auto const& p : plan().parts())
      for (std::size_t u = 0; u < p.units; ++u)
        if (auto const e = standing_failure(p.part, u))
          if (is(p.part, u, e)) return true;
    return false;
  }
  bool any_standing_failure() const {
    return any_standing_failure([](part_id, std::size_t, event_id) { return true; });
  }

  /// A way of the relation leads there now (E2 to E7).
  bool fits(event_id e, std::size_t unit) const {
    auto const& p = *plan().of(model().events[e].of);
    order_events const relation{plan(), (std::numeric_limits<std::size_t>::max)(), {}};
    return std::any_of(p.ways.begin(), p.ways.end(), [&](std::size_t i) {
      auto const& w = plan().ways()[i];
      return w.to == e && relation.can_come_about(read(), p, unit, w);
    });
  }
  /// It is a failure, and the time is over in which it counts as one (E2).
  bool is_over(event_id e, std::size_t unit) const {
    return order_events{plan(), 0, {}}.is_over(read(), model().events[e].of, unit, e);
  }
  /// What would have had to come first, where it does not fit.
  std::vector<event_id> wanted_for(event_id e, std::size_t unit) const {
    auto const& p = *plan().of(model().events[e].of);
    std::vector<event_id> wanted;
    for (auto const i : p.ways) {
      auto const& w = plan().ways()[i];
      if (w.to != e) continue;
      if (w.from && !read().has_happened_for(w.from, p.part, unit)) wanted.push_back(w.from);
      if (w.from) continue;
      for (auto before : p.before)
        if (!read().is_done(before)) wanted.push_back(plan().of(before)->completed);
    }
    return wanted;
  }
  /// What the promise's own rules decide now (Q4).
  decision by_rules(occasion on, part_id p = {}, std::size_t unit = 0,
                    event_id failure = {}) const {
    order_view const v{plan(), bytes_.data()};
    return rules_policy{}.decide(on == occasion::cancellation
                                     ? circumstances{v, on}
                                     : circumstances{v, on, p, unit, failure});
  }

  /// The same when the customer has told of all that failed with the unit, and asks for another
  /// one.
  decision by_rules_on_request(part_id p, std::size_t unit, event_id failure) const {
    auto told = bytes_;
    order_change{plan(), told.data()}.report_failures(*plan().of(p), unit);
    order_view const v{plan(), told.data()};
    return rules_policy{}.decide({v, occasion::replacement, p, unit, failure});
  }

  // What happens; each calls `f(event, unit)` for what has come about by it, at that time.

  template <class F>
  void place(seconds_t at, std::vector<promised_limit> promised, F&& f) {
    ordered_at_ = at;
    promised_ = std::move(promised);
    change().order();
    stamp(at, f);
  }
  template <class F>
  void happen(event_id e, std::size_t unit, seconds_t at, F&& f) {
    auto const is_time = is_time_out(model().events[e].kind);
    if (!is_time) times_[promise_->slot(e, unit)] = never;  // what happens again has the new time
    is_time ? change().time_out(e, unit, false) : change().happen(e, unit);
    stamp(at, f);
  }
  /// Word of it reaches the seller.
  template <class F>
  void report(event_id e, std::size_t unit, seconds_t at, F&& f) {
    change().report(e, unit);
    stamp(at, f);
  }
  /// The customer tells the seller what failed, and asks for another one.
  template <class F>
  void ask_for_another(part_id p, std::size_t unit, seconds_t at, F&& f) {
    replacement_requested_at_ = (std::min)(replacement_requested_at_, at);
    change().report_failures(*plan().of(p), unit);
    stamp(at, f);
  }
  void reply_to_replacement(part_id p, std::size_t unit, reply r) {
    change().reply_to_replacement(*plan().of(p), unit, r);
  }
  void reply_to_cancellation(reply r, seconds_t at) {
    cancel_requested_at_ = (std::min)(cancel_requested_at_, at);
    change().reply_to_cancellation(r);
  }
  /// A remedy of what failed; calls `renewed(part, unit)` for each unit of which an attempt begins.
  template <class Renewed, class F>
  void remedy(order_event const& e, Renewed&& renewed, F&& f) {
    decision const says{.does = e.was, .object = e.object};
    if (e.was == answer::refunds) {
      change().return_money(plan().returned_by_refund(e.object), [](part_id) { return false; });
      return stamp(e.at, f);
    }
    if (!plan().of(object_of(model(), says, e.part))) return;
    if (e.was == answer::reduces_price && !may_reduce_price(read(), e.object, e.part, e.unit))
      return;
    for_each_renewed_by(read(), says, e.part, e.unit, [&](part_plan const& p, std::size_t u) {
      ++attempts_[p.first_unit + u];
      begins_[p.first_unit + u] = e.at;
      forget(p, u);
      renewed(p.part, u);
    });
    auto c = change();
    begin_remedy(c, model(), says, e.part, e.unit);
    if (!mends_in_place(says)) return stamp(e.at, f);
    // What it came by is known from before.
    stamp(e.at, [&](event_id x, std::size_t u) {
      if (model().events[x].kind == event_kind::completed) f(x, u);
    });
  }
  void end(order_phase how, seconds_t at) {
    end_ = how;
    ended_at_ = at;
    held_ = bytes_;  // who has what is still asked for
    change().set_phase(how);
  }
  party_id holder(part_id good, std::size_t unit) const {
    auto const& of = is_ended() ? held_ : bytes_;
    return state_reader{plan(), of.data()}.holder(good, unit);
  }

 private:
  order_change change() { return {plan(), bytes_.data()}; }

  void forget(part_plan const& p, std::size_t unit) {
    for (auto const e : promise_->events_of(p.part)) times_[promise_->slot(e, unit)] = never;
  }

  // What the change brought with it happened at the same time.
  template <class F>
  void stamp(seconds_t at, F&& f) {
    auto const v = read();
    for (auto const& p : plan().parts())
      for (auto const e : promise_->events_of(p.part))
        for (std::size_t u = 0; u < p.units; ++u) {
          auto& time = times_[promise_->slot(e, u)];
          if (!v.has_happened(e, u)) {
            time = never;
          } else if (time == never) {
            time = at;
            f(e, u);
          }
        }
    if (kept_at_ == never && v.is_kept()) kept_at_ = at;
  }
  // For each unit of the good, by whatever first handed it to the customer.
  template <class Time>
  seconds_t time_of_possession(event_id e, Time&& time) const {
    auto const& m = model();
    auto const good = m.events[e].of;
    auto const* const of_good = plan().of(good);
    if (!of_good) return never;
    auto last = (std::numeric_limits<seconds_t>::min)();
    for (std::size_t u = 0; u < of_good->units; ++u) {
      auto first = never;
      for (auto i : m.events.ids()) {
        auto const* const p = plan().of(m.events[i].of);
        if (i == e || !p || !is_of_life(m, i) || !is_meant(m, i, e)) continue;
        for (std::size_t x = 0; x < p->units; ++x)
          if (p->units != of_good->units || x == u) first = (std::min)(first, time(i, x));
      }
      last = (std::max)(last, first);
    }
    return last;
  }

  watched_promise const* promise_;
  std::vector<std::uint8_t> bytes_, held_;
  std::vector<seconds_t> times_;
  std::vector<std::uint32_t> attempts_;
  std::vector<seconds_t> begins_;
  std::vector<promised_limit> promised_;
  seconds_t ordered_at_ = never, ended_at_ = never, kept_at_ = never;
  seconds_t cancel_requested_at_ = never, replacement_requested_at_ = never;
  order_phase end_ = order_phase::open;
};

}  // namespace lupaus::inline v0::detail
