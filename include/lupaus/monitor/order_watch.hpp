// SPDX-License-Identifier: BSL-1.0
//
// One order under judgement: what is owed of it, and what was broken. The rules:
// docs/explanation/what-the-monitor-judges.md.
#pragma once

#include "lupaus/monitor/order_steps.hpp"
#include "lupaus/monitor/order_time_outs.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// Fed with the events of one order (L1), each after the limits before it.
class order_watch : order_steps {
 public:
  order_watch(watched_promise const& p, due_time const& due) : order_steps{p, due} {}

  using order_findings::duties;
  using order_findings::found;
  using order_findings::is_promise_broken;
  using order_findings::life;
  using order_findings::remarks;
  using order_steps::extra_steps;
  std::uint32_t contacts() const { return contacts_; }
  bool ended_in_failure() const { return ended_in_failure_; }

  /// The first second at which a limit has passed; `never` where nothing is owed.
  seconds_t next() const {
    auto first = order_life::never;
    for (auto const& d : duties_) first = (std::min)(first, passes_at(d));
    return (std::min)(first, first_time_out(life_, due_).at);
  }
  /// All limits before that time have passed, one after the other.
  void pass_until(seconds_t t) {
    for (;;) {
      auto const i = first_to_pass(t);
      auto const time = first_time_out(life_, due_);
      if (time.at <= t && (i == duties_.size() || time.at < passes_at(duties_[i])))
        pass(time);
      else if (i != duties_.size())
        pass(i);
      else
        return;
    }
  }
  /// It is said to have happened before the order was placed; it counts from then on (L6).
  void note_early(order_event const& e) { add_remark(remark_kind::too_early, e); }
  void apply(order_event const& e) {
    if (e.kind != order_event_kind::placed && life_.is_ended()) return after_the_end(e);
    switch (e.kind) {
      case order_event_kind::placed: place(e); break;
      case order_event_kind::happened: happen(e); break;
      case order_event_kind::remedied: remedy(e); break;
      case order_event_kind::told: hear(e); break;
      case order_event_kind::contacted: contact(e.at); break;
      case order_event_kind::asked_for_another: ask_for_another(e); break;
      case order_event_kind::asked_to_cancel: ask_to_cancel(e); break;
      case order_event_kind::called_off: end(order_phase::called_off, e.at); break;
      case order_event_kind::paid_back: end(order_phase::paid_back, e.at); break;
      case order_event_kind::left: end(order_phase::left, e.at); break;
      case order_event_kind::exceeded: exceed(); break;
      case order_event_kind::withdrawn: break;
    }
    if (!life_.is_ended()) react(e.at);
  }

 private:
  // ---- events

  void place(order_event const& e) {
    if (life_.is_placed()) return add_remark(remark_kind::placed_twice, e);
    life_.place(e.at, e.promised, news());
    count_from_order(e.at);
  }
  void after_the_end(order_event const& e) {
    if (e.kind == order_event_kind::told) return hear(e);
    if (e.kind == order_event_kind::contacted) return contact(e.at);
    if (e.kind == order_event_kind::exceeded) return exceed();
    add_remark(remark_kind::after_the_end, e);
  }
  bool has_unit(part_id p, order_event const& e) {
    auto const* const plan = life_.plan().of(p);
    if (plan && e.unit < plan->units) return true;
    add_remark(remark_kind::bad_unit, e);
    return false;
  }
  void happen(order_event const& e) {
    // Time is no news.
    if (is_time_out(model().events[e.event].kind)) return add_remark(remark_kind::does_not_fit, e);
    if (!has_unit(model().events[e.event].of, e)) return;
    auto const fits = life_.fits(e.event, e.unit);
    if (!fits && life_.is_over(e.event, e.unit)) return add_remark(remark_kind::does_not_fit, e);
    if (!fits && life_.time_of(e.event, e.unit) != order_life::never)
      return add_remark(remark_kind::repeated, e);
    if (!fits) add_remark(remark_kind::does_not_fit, e, life_.wanted_for(e.event, e.unit));
    auto const is_hers = is_begun_by_her(e);
    life_.happen(e.event, e.unit, e.at, news());
    if (is_hers) note_begun_by_her(e);
  }
  void remedy(order_event const& e) {
    if (e.was == answer::refunds && life_.plan().returned_by_refund(e.object).empty())
      return end(order_phase::paid_back, e.at);
    if (e.was != answer::refunds && !has_unit(e.part, e)) return;
    std::vector<part_id> renewed;
    life_.remedy(
        e,
        [&](part_id p, std::size_t u) {
          renewed.push_back(p);
          drop_words_of(p, u);
        },
        news());
    if (!renewed.empty()) count_again(renewed, e.at);
  }
  // Word of possession is word of each event that hands the good over (W1).
  void hear(order_event const& e) {
    auto const& m = model();
    auto const& said = m.events[e.event];
    auto const is_of_unit = is_of_life(m, e.event) || said.kind == event_kind::possession;
    if (is_of_unit && !has_unit(said.of, e)) return;
    auto const firm = firm_of(m, e.who);
    hear_of(firm, e.event, e.unit, e.at);
    if (said.kind != event_kind::possession) return;
    for (auto i : m.events.ids()) {
      auto const* const p = life_.plan().of(m.events[i].of);
      if (i == e.event || !p || !is_of_life(m, i) || !is_meant(m, i, e.event)) continue;
      auto const is_same = p->units == life_.plan().of(said.of)->units;
      for (std::size_t u = 0; u < p->units; ++u)
        if (!is_same || u == e.unit) hear_of(firm, i, static_cast<std::uint32_t>(u), e.at);
    }
  }
  void hear_of(party_id firm, event_id of, std::uint32_t unit, seconds_t at) {
    auto const attempt = life_.attempt(of, unit);
    told_.push_back({firm, of, unit, attempt, at});
    if (firm == model().seller && !life_.is_ended() && is_of_life(model(), of) &&
        life_.time_of(of, unit) != order_life::never)
      life_.report(of, unit, at, news());
    for (auto& d : duties_) {
      if (d.kind != duty_kind::word || d.met_at != order_life::never || d.event != of ||
          d.to != firm || d.unit != unit || d.attempt != attempt)
        continue;
      if (d.state != duty_state::owed && d.state != duty_state::broken) continue;
      d.met_at = at;
      if (d.state == duty_state::owed) {
        d.state = duty_state::kept;
      } else {
        auto b = of_word(d, breach_kind::late_notice, at);
        b.late_by = at - d.due;  // W4
        add(std::move(b));
      }
    }
  }
  // ---- the customer

  void contact(seconds_t at) {
    auto const number = contacts_++;
    if (!is_wrong()) return;
    breach b{.key = {breach_kind::customer_chased, whole}, .at = at, .part = whole};
    b.key.attempt = number;
    b.answers = model().seller;
    life_.any_standing_failure([&](part_id p, std::size_t, event_id e) {
      b.event = e;
      b.caused_by = model().parts[p].performer;
      return true;
    });
    add(std::move(b));
  }
  // C1.
  bool is_wrong() const {
    if (life_.is_ended()) return false;
    if (life_.any_standing_failure()) return true;
    for (auto const& d : duties_) {
      if (d.state != duty_state::broken || d.met_at != order_life::never) continue;
      if (d.kind == duty_kind::word) {
        if (d.to == model().customer && d.attempt == life_.attempt(d.event, d.unit)) return true;
      } else if (d.term->where != layer::delivery && !d.term->is_of_steps) {
        return true;
      }
    }
    return false;
  }
  void ask_for_another(order_event const& e) {
    if (!has_unit(e.part, e)) return;
    contact(e.at);
    auto const number = requests_++;
    auto const failure = life_.standing_failure(e.part, e.unit);
    life_.ask_for_another(e.part, e.unit, e.at, news());
    // It is word to the seller of all that failed.
    for (auto const f : promise().events_of(e.part))
      if (is_failure(model().events[f].kind) && life_.time_of(f, e.unit) != order_life::never)
        hear_of(model().seller, f, e.unit, e.at);
    note_reports(e.at);
    if (e.was == answer::refuses && failure && grants_another(e.part, e.unit, failure))
      refuse_right(e, e.part, number);
    auto const said = e.was == answer::refuses ? reply::refused : reply::wait;
    life_.reply_to_replacement(e.part, e.unit, said);
  }
  void ask_to_cancel(order_event const& e) {
    contact(e.at);
    auto const number = requests_++;
    if (e.was == answer::refuses && may_cancel(e.at)) refuse_right(e, whole, number);
    life_.reply_to_cancellation(e.was == answer::refuses ? reply::refused : reply::wait, e.at);
  }
  bool grants_another(part_id p, std::size_t unit, event_id failure) const {
    return is_granted(life_.by_rules_on_request(p, unit, failure));
  }
  // C2.
  bool may_cancel(seconds_t at) const {
    if (is_promise_broken() || is_granted(life_.by_rules(occasion::cancellation))) return true;
    if (is_before_promised_end_of_cancelling(at)) return true;
    return life_.any_standing_failure([&](part_id p, std::size_t u, event_id failure) {
      return !is_granted(life_.by_rules(occasion::news, p, u, failure)) &&
             !grants_another(p, u, failure);
    });
  }
  void refuse_right(order_event const& e, part_id about, std::uint32_t number) {
    breach b{.key = {breach_kind::refused_right, about}, .at = e.at, .part = about};
    b.key.unit = e.unit;
    b.key.attempt = number;
    b.answers = b.caused_by = model().seller;
    add(b);
    break_promise(b);
  }

  // ---- what follows

  // Reactions to what has happened, until nothing more does.
  void react(seconds_t at) {
    while (!news_.empty()) {
      auto const some = std::exchange(news_, {});
      for (auto const& [e, u] : some) {
        if (is_failure(model().events[e].kind)) find_double_deviation(e, u, at);
        begin_words(e, u, at);
        // Word may have come before the event (W3).
        auto const unit = static_cast<std::uint32_t>(u);
        if (told_at(model().seller, e, unit, life_.attempt(e, u)) != order_life::never)
          life_.report(e, u, at, news());
      }
      note_reports(at);
      meet_terms(at);
      count_from_anchors(at);
      meet_terms(at);
    }
    note_reports(at);
    count_from_anchors(at);
    meet_terms(at);
    look_for_jeopardy(at);
  }
  void end(order_phase how, seconds_t at) {
    ended_in_failure_ = life_.any_standing_failure();
    if (how == order_phase::left) note_left_out(at);
    if (ended_in_failure_ && !is_promise_broken()) {
      breach of_end{.at = at, .part = whole};
      life_.any_standing_failure([&](part_id p, std::size_t, event_id e) {
        of_end.part = p;
        of_end.event = e;
        of_end.caused_by = model().parts[p].performer;
        return true;
      });
      break_promise(of_end);
    }
    end_duties(how, at);
  }

  // ---- limits

  void pass(coming_time_out const& x) {
    life_.happen(x.way->to, x.unit, x.at, news());
    react(x.at);
  }
  void pass(std::size_t i) {
    auto const at = passes_at(duties_[i]);
    if (duties_[i].jeopardy_at == at && at <= duties_[i].due) return tell_jeopardy(i, at);
    break_duty(duties_[i], at);
    auto const* const t = duties_[i].term;
    auto const is_of_completion =
        duties_[i].kind == duty_kind::term && is_leaf(model().parts[t->about]) && !t->to;
    if (is_of_completion && !life_.is_ended()) become_late(*t, at);
  }
  // F5.
  void become_late(watched_term const& t, seconds_t at) {
    auto const p = t.leaves.front();
    auto const late = promise().late_event(p);
    if (!late) return;
    auto const units = life_.plan().of(p)->units;
    for (std::size_t u = 0; u < units; ++u)
      if (!life_.is_done(p, u) && life_.time_of(late, u) == order_life::never)
        life_.happen(late, u, at, news());
    react(at);
  }

  std::uint32_t contacts_ = 0, requests_ = 0;
  bool ended_in_failure_ = false;
};

}  // namespace lupaus::inline v0::detail
