// SPDX-License-Identifier: BSL-1.0
//
// Which events somebody is committed to bring about, and within what time.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/sparse_set.hpp"
#include "lupaus/life/dependable/ahead_in_life.hpp"
#include "lupaus/life/dependable/assurance.hpp"
#include "lupaus/life/dependable/deadlines.hpp"
#include "lupaus/life/dependable/kept_dues.hpp"
#include "lupaus/life/dependable/start_notice.hpp"
#include "lupaus/life/dependable/taken_away.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/leaf_parts.hpp"
#include "lupaus/life/not_yet.hpp"
#include "lupaus/life/order_of_events.hpp"
#include "lupaus/life/precedes.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0 {

/// Whether one can count on an event, once another has happened, and within what time: rules E2,
/// E4, D1 and D2 of docs/explanation/semantics.md. Some way to it is open by what is past or can
/// itself be counted on; and somebody is bound to it by a deadline, or to something later in the
/// life of the part to which it leads; or is able to do it; or holds the goods that it hands to the
/// customer. Her own acts need no bound, and take nobody's time. The least fixpoint: what waits for
/// itself is not assured. O(elements + situations) to make. A question takes the time of what the
/// event hangs on, and rounds where that runs in rings; what was found for one `now` is kept.
class assurances {
  enum answer : unsigned char { unasked, yes, no };

  // First in the class, because clang 14 can evaluate only the member templates that it has seen.
  /// Calls `f(event)` for what has to have happened before something can come about on the way.
  template <class F>
  constexpr void for_each_needed(transition const& t, F const& f) const {
    if (t.from != ordering)
      f(t.from);
    else
      for (auto const q : order_->right_before(m_->events[t.to].of)) f(order_->completion_of(q));
    if (m_->events[t.to].kind == event_kind::completed)
      if (auto const s = taken_away_.gets_good(m_->events[t.to].of)) f(s);
  }
  /// Offers what comes about on an open way.
  template <class Offer>
  constexpr void offer_on(transition const& t, assurance open, Offer const& offer) {
    auto const& m = *m_;
    if (t.by == m.customer) offer(open, known_time::of({}));
    auto const by_deadline = [&](commitment const& c) {
      auto start = known_[detail::anchor_of(c).index()];
      if (c.antecedent) {
        auto const& condition = known_[c.antecedent.index()];
        start = {start.is_assured && condition.is_assured, longer(start.within, condition.within)};
      }
      offer(start, time_of(c.consequent.limit));
    };
    auto const by_ability = [&](event_id e, auto const& is_able) {
      if (m.events[e].kind != event_kind::completed) return;
      for (auto const i : able_[m.events[e].of])
        if (is_able(m.abilities[i].who)) offer(open, time_of(m.abilities[i].lead_time));
    };
    deadlines_.for_each(t.to, by_deadline);
    by_ability(t.to, [](party_id) { return true; });
    auto const is_bound = [&](event_id later) {
      return deadlines_.has(later) ||
             (m.events[later].kind == event_kind::completed && !able_[m.events[later].of].empty());
    };
    ahead_.for_each(t.to, is_bound, [&](event_id later) {
      deadlines_.for_each(later, [&](commitment const& c) {
        if (!t.by || detail::same_firm(m, c.debtor, t.by)) by_deadline(c);
      });
      by_ability(later, [&](party_id who) { return detail::same_firm(m, who, t.by); });
    });
    auto const& x = m.events[t.to];
    if (x.good && x.holder == m.customer && t.by && t.by != m.customer && t.from != ordering &&
        m.events[t.from].good == x.good && detail::same_firm(m, m.events[t.from].holder, t.by))
      offer(open, known_time::unknown());  // who holds her good hands it over
  }

  /// What it waits for comes, or time passes (E11); what is due before comes too, or cannot (E12).
  template <class Offer>
  constexpr void offer_time_out(event_id e, Offer const& offer) {
    auto const& x = m_->events[e];
    detail::not_yet const now{*m_, *certain_, *order_, then_.now, then_.also, then_.due};
    if (x.subject && !now.contains(x.subject)) return;
    auto is_sure = known_[x.since.index()].is_assured;
    s_->goes_on(m_->events.size() + m_->commitments.size());
    due_.for_each(e, [&](event_id due) {
      is_sure = is_sure && (known_[due.index()].is_assured || now.is_hindered(due));
    });
    if (is_sure) offer(known_[x.since.index()], time_of(x.within));
  }

 public:
  /// What it is given must outlive this.
  constexpr assurances(model_view const& m, situations const& s, detail::certainty& certain,
                       detail::order_of_events& order, word_of_events const& word)
      : m_{&m},
        s_{&s},
        certain_{&certain},
        order_{&order},
        word_{&word},
        deadlines_{m, certain},
        able_{m.parts.size(),
              [&](auto&& f) {
                for (auto i : m.abilities.ids()) f(m.abilities[i].what, i);
              }},
        told_{m.events.size(),
              [&](auto&& f) {
                for (auto i : m.notices.ids())
                  if (is_sellers(m, m.notices[i].to)) f(m.notices[i].of, i);
              }},
        ways_{m.events.size(),
              [&](auto&& f) {
                for (auto i : m.transitions.ids()) f(m.transitions[i].to, i);
              }},
        failures_{m.parts.size(),
                  [&](auto&& f) {
                    for (auto e : m.events.ids())
                      if (m.events[e].kind == event_kind::failed) f(m.events[e].of, e);
                  }},
        due_{m},
        taken_away_{m, order},
        ahead_{m, s},
        begins_{m.parts.size()},
        may_be_left_out_{m.parts.size()},
        known_{m.events.size()},
        asked_{m.events.size()},
        open_{m.events.size()} {
    detail::find_what_may_be_left_out(m, may_be_left_out_);
  }

  /// Whether `wanted` is assured once `now` has happened.
  constexpr assurance of(event_id wanted, event_id now) { return of(wanted, so_far{now}); }
  constexpr assurance of(event_id wanted, so_far const& then) {
    if (then != then_) {
      asked_.clear();
      ahead_.forget();
      open_count_ = 0;
      then_ = then;
    }
    auto const first = open_count_;
    ask(wanted);
    for (auto i = first; i < open_count_ && s_->goes_on(); ++i) ask_for_what_leads_to(open_[i]);
    for (auto news = open_count_ > first; news;) {
      news = false;
      for (auto i = open_count_; i-- > first && s_->goes_on();)
        news = improve(open_[i]) || news;  // what others hang on was asked for after them
    }
    return known_[wanted.index()];
  }

 private:
  constexpr void ask(event_id e) {
    if (!e || !asked_.insert(e.index())) return;
    auto& known = known_[e.index()];
    known = {is_past(e), known_time::of({})};
    if (!known.is_assured) open_[open_count_++] = e;
  }
  constexpr void ask_for_what_leads_to(event_id e) {
    auto const ask_for = [&](commitment const& c) {
      ask(detail::anchor_of(c));
      ask(c.antecedent);
    };
    deadlines_.for_each(e, ask_for);
    auto const& x = m_->events[e];
    if (is_time_out(x.kind)) {
      ask(x.since);
      s_->goes_on(m_->events.size() + m_->commitments.size());
      due_.for_each(e, [&](event_id due) { ask(due); });
    }
    if (x.kind == event_kind::reported) ask(x.subject);
    if (x.kind == event_kind::possession)
      certain_->for_each_meant(e, [&](event_id by) { ask(by); });
    if (is_failure(x.kind)) return;
    for (auto const i : ways_[e]) for_each_needed(m_->transitions[i], [&](event_id n) { ask(n); });
    ahead_.for_each_new(e, [&](event_id later) { deadlines_.for_each(later, ask_for); });
  }
  /// Offers the event what is known by now; true when that says more than before.
  constexpr bool improve(event_id e) {
    auto& known = known_[e.index()];
    auto is_better = false;
    auto const offer = [&](assurance start, known_time takes) {
      if (!start.is_assured) return;
      auto const total = start.within + takes;
      auto const is_sooner =
          total.is_known &&
          (!known.within.is_known || worst_case(total.length) < worst_case(known.within.length));
      if (known.is_assured && !is_sooner) return;
      known = {true, total};
      is_better = true;
    };
    auto const& x = m_->events[e];
    if (x.kind == event_kind::reported)
      for (auto const i : told_[x.subject])
        offer(known_[x.subject.index()], time_of(m_->notices[i].within));
    if (x.kind == event_kind::possession)
      certain_->for_each_meant(e, [&](event_id by) {
        if (by != e) offer(known_[by.index()], known_time::of({}));
      });
    if (is_failure(x.kind)) return is_better;  // nobody is counted on for that
    if (is_time_out(x.kind)) {
      offer_time_out(e, offer);
      return is_better;
    }
    for (auto const i : ways_[e]) {
      auto const& t = m_->transitions[i];
      auto const open = opening_of(t);
      if (open.is_assured) offer_on(t, open, offer);
    }
    return is_better;
  }

  /// Since when the way is open; not assured where it may stay closed.
  constexpr assurance opening_of(transition const& t) {
    assurance open{true, known_time::of({})};
    for_each_needed(t, [&](event_id e) {
      if (!e) return;
      auto const& needed = known_[e.index()];
      open = {open.is_assured && needed.is_assured, longer(open.within, needed.within)};
    });
    if (!open.is_assured) return open;
    auto const p = m_->events[t.to].of;
    if (may_be_left_out_[p.index()] && !is_about(p)) return {};
    if (t.from == ordering && !learns_that_it_can_begin(p)) return {};
    if (m_->events[t.to].kind != event_kind::completed) return open;
    // A failure that stands: completion has to come after it (E4).
    s_->goes_on(1 + failures_[p].size());
    for (auto const f : failures_[p])
      if (f != t.from && is_past(f) &&
          (t.from == ordering || !certain_->is_certain_before(f, t.from)))
        return {};
    // What carries a good has to hold it (E6).
    if (taken_away_.may_be_at_any_time(p)) return {};
    for (auto const by : taken_away_.after_a_failure(p))
      if (is_past(by)) return {};
    return open;
  }
  /// The performer has word that his part can begin, goes by a date, or she tells him (E9).
  constexpr bool learns_that_it_can_begin(part_id p) {
    auto& known = begins_[p.index()];
    if (known == unasked) {
      detail::firm_set who{*m_};
      auto const knows = [&](party_id one, event_id e) {
        find_who_knows(*word_, e, who);
        return who.contains(one);
      };
      auto const notice = detail::find_start_notice(*m_, p, order_->right_before(p), knows);
      known = !notice.needs_notice || notice.can_be_told ? yes : no;
    }
    return known == yes;
  }

  /// What has happened, or is due, is of that part: then it has not been left out.
  constexpr bool is_about(part_id p) const {
    return s_->part_of(then_.now) == p || s_->part_of(then_.also) == p || then_.due == p;
  }
  /// True when the event is sure to have happened by then.
  constexpr bool is_past(event_id e) const {
    return is_past(e, then_.now) || is_past(e, then_.also) ||
           (then_.due && !is_of_order(m_->events[e].kind) && order_->is_sure_before(e, then_.due));
  }
  /// Once `now` has; `now` itself, and what it reports, always has.
  constexpr bool is_past(event_id e, event_id now) const {
    if (e == ordering || e == now) return true;
    auto const happened = s_->cause_of(now);
    if (e == happened) return true;
    if (is_of_order(m_->events[e].kind) || is_of_order(m_->events[happened].kind)) return false;
    auto is_sure = true;  // whichever way that came about
    certain_->for_each_meant(
        happened, [&](event_id by) { is_sure = is_sure && order_->is_sure_before(e, by); });
    return is_sure;
  }

  model_view const* m_;
  situations const* s_;
  detail::certainty* certain_;
  detail::order_of_events* order_;
  word_of_events const* word_;
  detail::deadlines deadlines_;
  detail::rows_by<part_id, ability_id> able_;
  detail::rows_by<event_id, notice_id> told_;
  detail::rows_by<event_id, transition_id> ways_;  // to each event
  detail::rows_by<part_id, event_id> failures_;    // those that stand until something replaces them
  detail::kept_dues due_;
  detail::taken_away taken_away_;
  detail::ahead_in_life ahead_;
  detail::scratch<answer> begins_;    // of each part: somebody learns that it can
  detail::flags may_be_left_out_;     // of each part: some rule returns its money (O2)
  detail::scratch<assurance> known_;  // of what is asked for
  detail::sparse_set asked_;
  detail::scratch<event_id> open_;  // of it, what is not past
  std::size_t open_count_ = 0;
  so_far then_;
};

}  // namespace lupaus::inline v0
