// SPDX-License-Identifier: BSL-1.0
//
// A promise as the explorer walks it: which events can follow which, who can be counted on for
// them, what must be remembered of an order, and where in a state it stands. Made once.
#pragma once

#include "lupaus/life/dependable/start_notice.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/order/order_results.hpp"
#include "lupaus/life/order/order_ways.hpp"
#include "lupaus/life/order/part_plan.hpp"
#include "lupaus/life/order/seller_notice.hpp"
#include "lupaus/life/order/state_layout.hpp"
#include "lupaus/life/part_order.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lupaus::inline v0::detail {

/// A promise laid out for the explorer. Refers to the model's columns.
class order_plan : public state_layout {
 public:
  /// `most_units`: of a part of more units, that many are followed. `by_code`: the policy is no
  /// rules; it hears of every failure, may return the money of any part, and asks what came last.
  /// `only`: by part, whether it is followed; all where it is empty. `keeps_time`: a state holds
  /// when things happened. `keeps_last`: and what happened last to each unit. `others`: what is
  /// taken of what is not followed. `history`: where it is noted what is asked of earlier attempts;
  /// what was so far is kept. It may be none, and must outlive the plan.
  order_plan(model_view const& m, std::size_t most_units, bool by_code,
             std::vector<bool> const& only = {}, bool keeps_time = false, bool keeps_last = false,
             not_in_plan others = {}, asked_history* history = nullptr)
      : state_layout{m, keeps_time, keeps_last || by_code, history},
        m_{m},
        others_{std::move(others)} {
    lay_parts(most_units, only);
    find_ways(by_code);
    find_seller_notices(by_code);
    lay_events();
    for (auto r : m.rules.ids()) lay_rule(r);
    if (by_code || has_partial_refund()) returned_bits_ = bits_, bits_ += 2 * parts_.size();
    lay_history(m_, parts_);
    times_at_ = bits_at_ + (bits_ + 7) / 8;
    bytes_ = times_at_ + (keeps_time_ ? 1 + (units_ * 4 + 1) * sizeof(std::uint32_t) : 0);
  }

  model_view const& model() const { return m_; }
  std::vector<part_plan> const& parts() const { return parts_; }
  std::vector<event_way> const& ways() const { return ways_; }
  /// Of them, to time-outs of the order as a whole.
  std::vector<std::size_t> const& order_ways() const { return order_ways_; }
  std::vector<seller_notice> const& seller_notices() const { return seller_notices_; }
  /// The plan of a leaf part; none for a composite. O(1).
  part_plan const* of(part_id p) const {
    auto const i = plan_of_[p.index()];
    return i == none ? nullptr : &parts_[i];
  }
  /// It happened to a leaf part that is not followed: such a part is completed.
  bool is_taken_as_happened(event_id e) const {
    auto const& x = m_.events[e];
    return !of(x.of) && is_leaf(m_.parts[x.of]) && (x.kind == event_kind::completed || is_taken(e));
  }
  /// It happened to some unit that is not followed, of a part of which others are.
  bool is_taken_of_the_rest(event_id e) const {
    auto const& x = m_.events[e];
    auto const* const p = of(x.of);
    return p && p->rest > 0 && (x.kind == event_kind::completed || is_taken(e));
  }
  /// When what is not followed of a part is performed.
  std::uint32_t performed_at(part_id p) const {
    return others_.performed_at.empty() ? 0 : others_.performed_at[p.index()];
  }
  /// Some part is an instalment.
  bool has_instalments() const { return has_instalments_; }
  /// False where a part has more units than are followed.
  bool has_every_unit() const { return has_every_unit_; }

  /// A failure of the part may come about after it is completed (E4). O(ways).
  bool may_fail_when_done(part_id p) const {
    auto const& plan = *of(p);
    return std::any_of(plan.ways.begin(), plan.ways.end(), [&](std::size_t i) {
      auto const& w = ways_[i];
      return is_failure(m_.events[w.to].kind) &&
             std::find(w.may_replace.begin(), w.may_replace.end(), plan.completed) !=
                 w.may_replace.end();
    });
  }
  /// The parts of which a remedy begins a new attempt: its object, all that follows it, and the
  /// part that failed (R2). Each after all that come later than it. O(parts · log parts).
  std::vector<part_id> renewed(part_id object, part_id failed) const {
    auto const& later = of(object)->later;
    std::vector<part_id> all;
    for (auto const& p : parts_)
      if (p.part == object || p.part == failed ||
          std::find(later.begin(), later.end(), p.part) != later.end())
        all.push_back(p.part);
    std::stable_sort(all.begin(), all.end(), [&](part_id a, part_id b) {
      return of(a)->later.size() < of(b)->later.size();
    });
    return all;
  }
  /// The parts whose money a refund returns; none where it is all of the promise (R5).
  std::vector<part_id> returned_by_refund(part_id object) const {
    std::vector<part_id> parts;
    auto is_all = true;
    for (auto p : m_.parts.ids()) {
      if (!is_leaf(m_.parts[p])) continue;
      auto const is_hers = lupaus::is_hers(m_, p);
      if (object ? !is_within(m_, p, object) : is_hers)
        is_all = is_all && is_hers;
      else if (of(p))
        parts.push_back(p);
    }
    if (is_all) parts.clear();
    return parts;
  }

 private:
  void lay_parts(std::size_t most_units, std::vector<bool> const& only) {
    std::size_t goods = 0;
    for (auto p : m_.parts.ids()) {
      auto const& x = m_.parts[p];
      has_instalments_ = has_instalments_ || is_instalment(x);
      if (!is_leaf(x) || (!only.empty() && !only[p.index()])) continue;
      auto units = units_of(m_, p);
      has_every_unit_ = has_every_unit_ && units <= most_units;
      units = (std::min)(units, most_units);
      auto const all = units;
      if (!others_.most_units.empty()) units = (std::min)(units, others_.most_units[p.index()]);
      part_plan plan{.part = p, .first_unit = units_, .units = units, .rest = all - units};
      plan.completed = find_event(m_, event_kind::completed, p);
      plan.is_needed = !is_hers(m_, p);
      plan.is_instalment = is_instalment(x);
      plan_of_[p.index()] = parts_.size();
      parts_.push_back(std::move(plan));
      units_ += units;
      if (x.kind == part_kind::good) {
        good_unit_[p.index()] = goods;
        goods += units;
      }
    }
    lasts_at_ = 4 + 2 * units_ + goods;
    bits_at_ = lasts_at_ + (keeps_last_ ? units_ : 0);
    part_order const order{m_};
    for (auto& p : parts_) {
      find_before(p);
      p.severable = find_severable(m_, p.part, parts_);
      flags later{m_.parts.size()};
      order.find_later(p.part, later);
      for (auto const& q : parts_)
        if (later[q.part.index()]) p.later.push_back(q.part);
      // What is not followed is performed; but not before what is hers and comes before it.
      for (auto q : m_.parts.ids())
        if (later[q.index()] && is_leaf(m_.parts[q]) && !of(q)) p.is_needed = true;
    }
  }

  bool is_taken(event_id e) const {
    return std::find(others_.happened.begin(), others_.happened.end(), e) != others_.happened.end();
  }
  // What is followed and comes before it: right before it, or before what is not followed.
  void find_before(part_plan& plan) const {
    flags seen{m_.parts.size()};
    std::vector<part_id> open{plan.part};
    while (!open.empty()) {
      auto const after = open.back();
      open.pop_back();
      for (auto const& x : m_.precedences) {
        if (x.after != after || seen[x.before.index()]) continue;
        seen[x.before.index()] = true;
        if (auto const* const p = of(x.before)) {
          plan.before.push_back(x.before);
          if (p->rest > 0) plan.ready_at = (std::max)(plan.ready_at, performed_at(x.before));
        } else {
          plan.ready_at = (std::max)(plan.ready_at, performed_at(x.before));
          open.push_back(x.before);
        }
      }
    }
  }

  void find_ways(bool by_code) {
    std::vector<std::vector<std::size_t>> after(m_.events.size());
    for (auto const& t : m_.transitions) {
      if (!is_of_life(m_, t.to)) continue;
      auto const& e = m_.events[t.to];
      auto* const plan = of_mutable(e.of);
      auto const is_of_order = is_time_out(e.kind) && e.of == whole;
      if (!plan && !is_of_order) continue;
      event_way w{.from = t.from == ordering ? event_id{} : t.from, .to = t.to, .by = t.by};
      w.is_hers = t.by == m_.customer;
      w.is_handing_over = e.good && e.holder == m_.customer && t.by && !w.is_hers;
      if (is_time_out(e.kind)) find_time_out(m_, w);
      if (w.from) after[w.from.index()].push_back(ways_.size());
      (plan ? plan->ways : order_ways_).push_back(ways_.size());
      ways_.push_back(std::move(w));
    }
    // What a performer is bound to bring about within a time; on the way there he can be counted
    // on for every step that is his.
    auto const due = deadlines_by_event(m_);
    for (auto& w : ways_)
      if (!is_failure(m_.events[w.to].kind) && !w.is_time_out) find_owed(m_, ways_, after, due, w);
    events_in_reach const reach{m_};
    for (auto e : m_.events.ids())
      if (auto const* const p = of(m_.events[e].of)) find_replacing(m_, reach, e, p->ways, ways_);
    auto repairs = by_code;
    for (auto const& r : m_.rules) repairs = repairs || mends_in_place(r);
    for (auto& p : parts_) {
      find_custody(m_, p.part, p.ways, ways_);
      p.is_bound = is_bound(m_, p.part);
      if (repairs) p.until_completed = find_until_completed(m_, reach, p.part);
      std::size_t lives = 0;
      for (auto e : m_.events.ids())
        if (is_of_life(m_, e) && m_.events[e].of == p.part && !is_time_out(m_.events[e].kind))
          ++lives;
      std::size_t begins = 0, ways = 0;
      for (auto const i : p.ways)
        if (!ways_[i].is_time_out) ++ways, begins += ways_[i].from ? 0U : 1U;
      if (lives == 1 && ways == 1 && begins == 1) p.is_in_stock = is_in_stock(m_, p.part);
      auto const knows = [&](party_id who, event_id e) { return lupaus::knows(m_, who, e); };
      std::vector<part_id> right_before;
      for (auto const& x : m_.precedences)
        if (x.after == p.part) right_before.push_back(x.before);
      auto const notice = find_start_notice(m_, p.part, right_before, knows);
      p.needs_notice = notice.needs_notice;
      p.can_be_told = notice.can_be_told;
    }
  }

  part_plan* of_mutable(part_id p) {
    auto const i = plan_of_[p.index()];
    return i == none ? nullptr : &parts_[i];
  }

  void find_seller_notices(bool every_failure) {
    std::vector<bool> wanted(m_.events.size());
    for (auto const& e : m_.events)
      if (e.kind == event_kind::reported)
        for (auto x : m_.events.ids())
          if (is_of_life(m_, x) && is_meant(m_, x, e.subject)) wanted[x.index()] = true;
    if (every_failure)
      for (auto e : m_.events.ids())
        if (is_failure(m_.events[e].kind)) wanted[e.index()] = true;
    for (auto e : m_.events.ids())
      if (wanted[e.index()]) seller_notices_.push_back(find_seller_notice(m_, e));
  }

  void lay_events() {
    for (auto e : m_.events.ids())
      if (is_time_out(m_.events[e].kind) && m_.events[e].of == whole)
        happened_[e.index()] = bits_++;
    for (auto const& p : parts_)
      for (auto e : m_.events.ids())
        if (is_of_life(m_, e) && m_.events[e].of == p.part) {
          happened_[e.index()] = bits_;
          bits_ += p.units;
        }
    for (auto const& n : seller_notices_) {
      auto const* p = of(m_.events[n.of].of);
      if (!p) continue;
      reported_[n.of.index()] = bits_;
      bits_ += p->units;
    }
  }
  bool has_partial_refund() const {
    for (auto const& r : m_.rules)
      if (r.action == action_kind::refund && !returned_by_refund(r.object).empty()) return true;
    return false;
  }

  // A rule on an event of a part that holds in a situation only must be remembered once it fired.
  void lay_rule(rule_id id) {
    auto const& r = m_.rules[id];
    auto const& on = m_.events[r.on];
    auto const cause = on.kind == event_kind::reported ? on.subject : r.on;
    if (!is_of_life(m_, cause) || (!r.since && !r.until)) return;
    if (auto const* p = of(m_.events[cause].of)) {
      fired_[id.index()] = bits_;
      bits_ += p->units;
    }
  }

  model_view m_;
  std::vector<part_plan> parts_;
  std::vector<event_way> ways_;
  std::vector<std::size_t> order_ways_;
  std::vector<seller_notice> seller_notices_;
  not_in_plan others_;
  bool has_every_unit_ = true, has_instalments_ = false;
};

}  // namespace lupaus::inline v0::detail
