// SPDX-License-Identifier: BSL-1.0
//
// What is found of one order: broken terms and words, the promise broken through them, jeopardy,
// and who is named for it. Rules C4 to C6, and 'Who', of
// docs/explanation/what-the-monitor-judges.md.
#pragma once

#include "lupaus/monitor/breach.hpp"
#include "lupaus/monitor/contracted_end.hpp"
#include "lupaus/monitor/order_duties.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// A breach, and whether it still stands.
struct found_breach {
  breach what;
  bool stands = true;
};

class order_findings : protected order_duties {
 public:
  using order_duties::duties;
  using order_duties::life;
  std::vector<found_breach> const& found() const { return found_; }
  std::vector<remark> const& remarks() const { return remarks_; }

 protected:
  using order_duties::order_duties;

  bool is_promise_broken() const { return is_promise_broken_; }

  /// C2.
  bool is_before_promised_end_of_cancelling(seconds_t at) const {
    auto const& m = model();
    auto const is_open = [&](term const& t, event_id antecedent) {
      if (t.quality != &quality_of<cancellable>) return false;
      auto const given =
          antecedent ? time_of_all(promise().name_of(antecedent)) : life_.ordered_at();
      if (given == order_life::never) return false;
      auto const anchor = promise().name_of(t.anchor);
      auto const from = anchor ? time_of_all(anchor) : given;
      return from == order_life::never || at <= due_(t.limit, from);
    };
    for (auto const& c : m.claims) {
      auto is = false;
      if (c.about == whole) for_each_term(m, c, [&](term const& t) { is = is || is_open(t, {}); });
      if (is) return true;
    }
    return std::any_of(m.commitments.begin(), m.commitments.end(), [&](commitment const& c) {
      return c.about == whole && c.creditor == m.customer && is_open(c.consequent, c.antecedent);
    });
  }

  /// Its limit has passed.
  void break_duty(duty& d, seconds_t at) {
    d.state = duty_state::broken;
    if (d.kind == duty_kind::word) {
      auto const b = of_word(d, breach_kind::untold, at);
      auto const is_hers = d.to == model().customer;
      if (d.is_between_firms) break_between_firms(at);
      add(b);
      if (is_hers) break_promise(b);
      return;
    }
    auto const& t = *d.term;
    breach b = of_term(d, breach_kind::broken_term, at);
    if (!t.is_recovery) count_units(d, b);
    if (t.is_between_firms) break_between_firms(at);
    add(b);
    if (t.where != layer::delivery) break_promise(b);
  }
  void look_for_jeopardy(seconds_t at) {
    for (std::size_t i = 0; i < duties_.size(); ++i)
      if (find_jeopardy(duties_[i], at) == at) tell_jeopardy(i, at);
  }
  void tell_jeopardy(std::size_t i, seconds_t at) {
    auto& d = duties_[i];
    d.jeopardy_at = order_life::never;
    d.is_in_jeopardy = true;
    auto b = of_term(d, breach_kind::jeopardy, at);
    b.late_by = contracted_end{life_, due_, at}.of(d.term->leaves) - d.due;
    add(std::move(b));
  }

  // C3.
  void find_double_deviation(event_id e, std::size_t u, seconds_t at) {
    auto const of = model().events[e].of;
    auto const attempt = life_.attempt(of, u);
    if (attempt == 0) return;
    for (auto const& f : found())
      if (f.what.key.kind == breach_kind::double_deviation && f.what.part == of &&
          f.what.key.unit == u && f.what.key.attempt == attempt)
        return;
    breach b{.key = {breach_kind::double_deviation, e}, .at = at, .part = of, .event = e};
    b.key.unit = static_cast<std::uint32_t>(u);
    b.key.attempt = attempt;
    b.answers = answerable_for(model(), of);
    b.caused_by = model().parts[of].performer;
    add(std::move(b));
  }
  // C4, C5.
  void break_promise(breach const& through) {
    if (std::exchange(is_promise_broken_, true)) return;
    auto b = through;
    b.key = {breach_kind::broken_promise, whole};
    b.answers = model().seller;
    add(b);
    if (is_firm_broken_) return;
    b.key.kind = breach_kind::watermelon;
    add(std::move(b));
  }
  void break_between_firms(seconds_t at) {
    if (std::exchange(is_firm_broken_, true)) return;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (found_[i].what.key.kind != breach_kind::watermelon) continue;
      found_[i].stands = false;
      auto b = found_[i].what;
      b.revises = b.key;
      b.key.kind = breach_kind::revised;
      b.at = at;
      add(std::move(b));
    }
  }
  breach of_word(duty const& d, breach_kind kind, seconds_t at) const {
    auto const of = model().events[d.event].of;
    breach b{.key = {kind, d.event, d.to}, .at = at, .part = of};
    b.key.unit = d.unit;
    b.key.attempt = d.attempt;
    b.event = d.event;
    b.due = d.due;
    b.answers = answerable_for(model(), of);
    b.caused_by =
        is_failure(model().events[d.event].kind) ? model().parts[of].performer : party_id{};
    b.failed_to_tell = who_failed_to_tell(d);
    return b;
  }
  // Of two with equal keys the first counts.
  void add(breach b) {
    auto const is_there = std::any_of(found_.begin(), found_.end(), [&](found_breach const& f) {
      return f.what.key == b.key && f.what.revises == b.revises;
    });
    if (!is_there) found_.push_back({std::move(b), true});
  }
  void add_remark(remark_kind kind, order_event const& e, std::vector<event_id> wanted = {}) {
    remarks_.push_back({{}, kind, e.at, e.event, e.unit, std::move(wanted)});
  }

 private:
  breach of_term(duty const& d, breach_kind kind, seconds_t at) const {
    auto const& t = *d.term;
    breach b{.key = {kind, t.of}, .at = at, .where = t.where};
    b.key.unit = d.unit;
    b.key.attempt = d.attempt;
    b.part = t.about;
    if (t.is_recovery) b.part = b.key.part = model().events[d.event].of;
    b.event = d.event;
    b.due = d.due;
    b.answers = answerable_for(model(), t.about);
    auto const cause = t.is_recovery ? model().events[d.event].of : earliest_missing(t);
    b.caused_by = model().parts[cause].performer;
    return b;
  }
  // Among what is missing, what nothing missing comes before.
  part_id earliest_missing(watched_term const& t) const {
    auto const is_missing = [&](part_id p) { return !life_.read().is_done(p); };
    auto p = t.to && life_.plan().of(model().events[t.to].of) ? model().events[t.to].of
                                                              : t.leaves.front();
    for (auto leaf : t.leaves)
      if (!t.to && is_missing(leaf)) {
        p = leaf;
        break;
      }
    for (std::size_t steps = 0; steps < life_.plan().parts().size(); ++steps) {
      auto const& before = life_.plan().of(p)->before;
      auto const earlier = std::find_if(before.begin(), before.end(), is_missing);
      if (earlier == before.end()) break;
      p = *earlier;
    }
    return p;
  }
  void count_units(duty const& d, breach& b) const {
    if (auto const e = d.term->to) {
      auto const* const p = life_.plan().of(model().events[e].of);
      if (!p || !is_of_life(model(), e)) return;
      b.of_units = static_cast<std::uint32_t>(p->units);
      for (std::size_t u = 0; u < p->units; ++u)
        b.units += life_.time_of(e, u) != order_life::never ? 1U : 0U;
      return;
    }
    for (auto p : d.term->leaves) {
      auto const units = life_.plan().of(p)->units;
      b.of_units += static_cast<std::uint32_t>(units);
      for (std::size_t u = 0; u < units; ++u) b.units += life_.is_done(p, u) ? 1U : 0U;
    }
  }
  /// Who owed it; or, where he did not know it either, who owed it to him, and so on.
  party_id who_failed_to_tell(duty const& d) const {
    auto who = d.from;
    for (std::size_t hops = 0; hops < model().parties.size(); ++hops) {
      auto const firm = firm_of(model(), who);
      auto const owed = std::find_if(
          promise().words().begin(), promise().words().end(), [&](watched_word const& w) {
            return w.of == d.event && w.to == firm && w.while_unfinished.empty() &&
                   firm_of(model(), w.from) != firm;
          });
      if (owed == promise().words().end() ||
          told_at(firm, d.event, d.unit, d.attempt) != order_life::never)
        break;
      who = owed->from;
    }
    return who;
  }

  /// When a promise to the customer can no longer be kept at contracted times (C6); also noted in
  /// the duty. `never` where that is not before its limit.
  seconds_t find_jeopardy(duty& d, seconds_t now) const {
    d.jeopardy_at = order_life::never;
    if (d.kind != duty_kind::term || d.state != duty_state::owed || d.is_in_jeopardy ||
        d.term->where == layer::delivery || d.term->to || d.term->is_of_steps || now > d.due)
      return order_life::never;
    auto const is_lost_at = [&](seconds_t t) {
      return contracted_end{life_, due_, t}.of(d.term->leaves) > d.due;
    };
    if (is_lost_at(now)) return d.jeopardy_at = now;
    if (!is_lost_at(d.due)) return order_life::never;
    auto before = now, at = d.due;
    while (at - before > 1) {
      auto const middle = before + (at - before) / 2;
      (is_lost_at(middle) ? at : before) = middle;
    }
    return d.jeopardy_at = at;
  }

  std::vector<found_breach> found_;
  std::vector<remark> remarks_;
  bool is_promise_broken_ = false, is_firm_broken_ = false;
};

}  // namespace lupaus::inline v0::detail
