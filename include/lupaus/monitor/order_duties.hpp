// SPDX-License-Identifier: BSL-1.0
//
// What is owed of one order, and until when: terms, recoveries and word, from when they begin to
// count until they are met, broken or owed no more. Rules F and W of
// docs/explanation/what-the-monitor-judges.md.
#pragma once

#include "lupaus/monitor/duty.hpp"
#include "lupaus/monitor/order_life.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// The duties of an order; `order_watch` says what their breach is.
class order_duties {
 public:
  std::vector<duty> const& duties() const { return duties_; }
  order_life const& life() const { return life_; }

 protected:
  using occurrence = std::pair<event_id, std::size_t>;

  order_duties(watched_promise const& p, due_time const& due)
      : life_{p}, due_{due}, counted_(p.terms().size()), since_(p.terms().size()) {}

  watched_promise const& promise() const { return life_.promise(); }
  model_view const& model() const { return life_.model(); }
  auto news() {
    return [this](event_id e, std::size_t unit) { news_.emplace_back(e, unit); };
  }
  seconds_t time_of_all(event_id e) const {
    return life_.time_of_all(e, [&](event_id of, std::size_t u) { return reported_at(of, u); });
  }

  /// The first second at which nothing can mend it any more, or at which it is in jeopardy.
  static seconds_t passes_at(duty const& d) {
    if (d.state != duty_state::owed) return order_life::never;
    auto const limit = d.due == order_life::never ? d.due : (std::max)(d.due + 1, d.since);
    return (std::min)(limit, d.jeopardy_at);
  }
  /// Of limits that pass in the same second: what firms owe each other comes first.
  static int rank_of(duty const& d) {
    if (d.kind == duty_kind::word) return d.is_between_firms ? 1 : 3;
    return d.term->is_between_firms ? 0 : 2;
  }

  /// Which limit passes first of those that pass by then; none: how many there are.
  std::size_t first_to_pass(seconds_t t) const {
    auto first = duties_.size();
    auto const before = [&](std::size_t a, std::size_t b) {
      auto const& x = duties_[a];
      auto const& y = duties_[b];
      if (passes_at(x) != passes_at(y)) return passes_at(x) < passes_at(y);
      return rank_of(x) < rank_of(y);
    };
    for (std::size_t i = 0; i < duties_.size(); ++i)
      if (passes_at(duties_[i]) <= t && passes_at(duties_[i]) != order_life::never &&
          (first == duties_.size() || before(i, first)))
        first = i;
    return first;
  }
  // ---- terms

  /// All that counts from the order does from now on; dates do (F2).
  void count_from_order(seconds_t at) {
    for (std::size_t i = 0; i < promise().terms().size(); ++i)
      if (counts_from_order(promise().terms()[i])) begin_term(i, at);
  }
  /// Terms that count from an event of a part: from when it has happened, in each attempt (F2).
  void count_from_anchors(seconds_t at) {
    for (std::size_t i = 0; i < promise().terms().size(); ++i) {
      auto const& t = promise().terms()[i];
      if (t.is_recovery || counts_from_order(t)) continue;
      auto const from = time_of_all(t.anchor);
      auto const attempts = life_.attempts_of(t.anchor);
      auto& since = since_[i];
      // Once an attempt, also where it happens again in it.
      if (from == since.at || (from != order_life::never && since.at != order_life::never &&
                               attempts == since.attempts))
        continue;
      drop_term(t);
      since = {from, attempts};
      if (from == at) begin_term(i, from);  // else it did not happen in the new attempt
    }
  }
  /// What firms owe each other from the order on, and is begun anew, counts from the remedy (F2).
  void count_again(std::vector<part_id> const& renewed, seconds_t at) {
    for (std::size_t i = 0; i < promise().terms().size(); ++i) {
      auto const& t = promise().terms()[i];
      if (!t.is_between_firms || t.is_recovery || t.anchor != ordering || !is_length(limit_of(t)))
        continue;
      if (std::none_of(t.leaves.begin(), t.leaves.end(), [&](part_id p) {
            return std::find(renewed.begin(), renewed.end(), p) != renewed.end();
          }))
        continue;
      drop_term(t);
      begin_term(i, at);
    }
  }
  /// When the term is met in the present attempts; `never` where it is not.
  seconds_t met_at(watched_term const& t) const {
    if (t.to && model().events[t.to].kind == event_kind::kept && !life_.read().is_kept())
      return order_life::never;  // after a remedy it may be so no longer
    if (t.to) return time_of_all(t.to);
    seconds_t last = life_.ordered_at();
    for (auto p : t.leaves) {
      if (!life_.read().is_done(p)) return order_life::never;  // what failed since is not there
      last = (std::max)(last, time_of_all(life_.plan().of(p)->completed));
    }
    return last;
  }
  /// What is met stays met (F4).
  void meet_terms(seconds_t at) {
    for (auto& d : duties_) {
      if (d.met_at != order_life::never) continue;
      if (d.state != duty_state::owed && d.state != duty_state::broken) continue;
      if (d.state == duty_state::broken && d.term && d.term->is_of_steps) continue;
      if (d.kind == duty_kind::recovery) {
        if (life_.is_done(model().events[d.event].of, d.unit)) meet(d, at);
      } else if (d.kind == duty_kind::term && met_at(*d.term) != order_life::never) {
        meet(d, at);
      }
    }
  }
  /// Of what the seller knows reports count; a failure is to be put right in time (F6).
  void note_reports(seconds_t at) {
    if (life_.is_ended()) return;
    for (auto const& p : life_.plan().parts())
      for (auto const e : promise().events_of(p.part)) {
        for (std::size_t u = 0; u < p.units; ++u) {
          if (life_.time_of(e, u) == order_life::never) continue;
          auto const unit = static_cast<std::uint32_t>(u);
          auto const is_known = life_.read().is_reported(e, u);
          if (is_known && reported_at(e, u) == order_life::never)
            reports_.push_back({{}, e, unit, life_.attempt(p.part, u), at});
          if (is_failure(model().events[e].kind)) begin_recoveries(e, unit, is_known, at);
        }
      }
  }

  // ---- word

  /// Word of what has just happened (W1 to W3).
  void begin_words(event_id e, std::size_t unit, seconds_t at) {
    std::vector<duty> owed;  // to each firm, the shortest
    for (auto const& w : promise().words()) {
      if (w.of != e || !is_owed(w) || is_counted(w.to, e, unit)) continue;
      auto const due = due_(w.within, at);
      auto const same =
          std::find_if(owed.begin(), owed.end(), [&](duty const& x) { return x.to == w.to; });
      if (same == owed.end()) {
        owed.push_back({.kind = duty_kind::word, .event = e, .to = w.to, .from = w.from});
        owed.back().is_between_firms = w.is_between_firms;
        owed.back().due = due;
        continue;
      }
      same->is_between_firms = same->is_between_firms || w.is_between_firms;
      if (due < same->due) same->due = due, same->from = w.from;
    }
    for (auto& d : owed) {
      d.unit = static_cast<std::uint32_t>(unit);
      d.attempt = life_.attempt(e, unit);
      d.since = at;
      if (auto const told = told_at(d.to, e, d.unit, d.attempt); told != order_life::never) {
        d.state = duty_state::kept;
        d.met_at = (std::max)(told, at);
      }
      duties_.push_back(d);
    }
  }
  /// A new attempt forgets what had not run out (A1).
  void drop_words_of(part_id p, std::size_t unit) {
    for (auto& d : duties_)
      if (d.kind == duty_kind::word && d.state == duty_state::owed && d.unit == unit &&
          model().events[d.event].of == p)
        d.state = duty_state::dropped;
  }
  /// `never` where nobody was told.
  seconds_t told_at(party_id firm, event_id e, std::uint32_t unit, std::uint32_t attempt) const {
    for (auto const& w : told_)
      if (w.to == firm && w.of == e && w.unit == unit && w.attempt == attempt) return w.at;
    return order_life::never;
  }
  // ---- the end

  void end_duties(order_phase how, seconds_t at) {
    std::vector<event_id> ends;
    for (auto e : model().events.ids()) {
      auto const kind = model().events[e].kind;
      if ((kind == event_kind::cancelled && how == order_phase::called_off) ||
          (kind == event_kind::refunded && how == order_phase::paid_back))
        ends.push_back(e);
    }
    for (auto& d : duties_) {
      if (d.state != duty_state::owed) continue;
      if (d.kind == duty_kind::recovery)
        meet(d, at);
      else
        d.state = duty_state::terminated;
    }
    for (auto e : ends) begin_words(e, 0, at);
    life_.end(how, at);
  }

  order_life life_;
  due_time due_;
  std::vector<duty> duties_;
  std::vector<given_word> told_;
  std::vector<occurrence> news_;

 private:
  void begin_term(std::size_t i, seconds_t from) {
    auto const& t = promise().terms()[i];
    duty d{.kind = duty_kind::term, .term = &t, .attempt = counted_[i]++, .since = from};
    d.due = due_(limit_of(t), from);
    if (d.due != order_life::never || t.is_of_steps) duties_.push_back(d);
  }
  // What is promised with an order is of its deadlines.
  bound const& limit_of(watched_term const& t) const {
    return t.is_of_steps ? t.limit : life_.limit_of(t.of, t.limit);
  }
  bool counts_from_order(watched_term const& t) const {
    return !t.is_recovery && (t.anchor == ordering || !is_length(limit_of(t)));
  }
  void drop_term(watched_term const& t) {
    for (auto& d : duties_)
      if (d.term == &t && d.state == duty_state::owed) d.state = duty_state::dropped;
  }
  void meet(duty& d, seconds_t at) {
    d.met_at = at;
    if (d.state == duty_state::owed &&
        (d.due == order_life::never || (std::max)(d.due + 1, d.since) > at))
      d.state = duty_state::kept;
  }
  void begin_recoveries(event_id e, std::uint32_t unit, bool is_known, seconds_t at) {
    auto const of = model().events[e].of;
    auto const attempt = life_.attempt(of, unit);
    for (auto const& t : promise().terms()) {
      if (!t.is_recovery || std::find(t.leaves.begin(), t.leaves.end(), of) == t.leaves.end())
        continue;
      auto counts = is_known;
      if (t.anchor) {
        auto const& a = model().events[t.anchor];
        auto const is_report = a.kind == event_kind::reported;
        counts = (is_report ? a.subject : t.anchor) == e && (!is_report || is_known);
      }
      auto const is_there = std::any_of(duties_.begin(), duties_.end(), [&](duty const& d) {
        return d.term == &t && d.event == e && d.unit == unit && d.attempt == attempt &&
               d.of_time == life_.time_of(e, unit);
      });
      if (!counts || is_there) continue;
      duty d{.kind = duty_kind::recovery, .term = &t, .event = e};
      d.unit = unit;
      d.attempt = attempt;
      d.of_time = life_.time_of(e, unit);
      d.since = at;
      d.due = due_(t.limit, at);
      if (d.due != order_life::never) duties_.push_back(d);
    }
  }
  /// One word is owed of one event of one unit and attempt (W3).
  bool is_counted(party_id to, event_id e, std::size_t unit) const {
    return std::any_of(duties_.begin(), duties_.end(), [&](duty const& d) {
      return d.kind == duty_kind::word && d.event == e && d.to == to && d.unit == unit &&
             d.attempt == life_.attempt(e, unit);
    });
  }
  bool is_owed(watched_word const& w) const {
    return w.while_unfinished.empty() ||
           std::any_of(w.while_unfinished.begin(), w.while_unfinished.end(),
                       [&](part_id p) { return !life_.read().is_done(p); });
  }
  /// When the seller learnt of it, in the present attempt.
  seconds_t reported_at(event_id e, std::size_t unit) const {
    for (auto const& r : reports_)
      if (r.of == e && r.unit == unit && r.attempt == life_.attempt(e, unit)) return r.at;
    return order_life::never;
  }

  std::vector<std::uint32_t> counted_;  // of each term, how often it has begun to count
  // Of those that count from an event, when that happened, and in which attempt.
  struct last_anchor {
    seconds_t at = order_life::never;
    std::uint32_t attempts = 0;
  };
  std::vector<last_anchor> since_;
  std::vector<given_word> reports_;
};

}  // namespace lupaus::inline v0::detail
