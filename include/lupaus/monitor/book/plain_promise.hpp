// SPDX-License-Identifier: BSL-1.0
//
// What is asked of a promise for an order that goes a plain way: it was placed, things have
// happened once each, somebody was told. Found once, event by event, so that a record touches only
// what depends on it. All else is judged by `order_watch`.
#pragma once

#include "lupaus/life/order/order_results.hpp"
#include "lupaus/monitor/due_time.hpp"
#include "lupaus/monitor/watched_promise.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lupaus::inline v0::detail {

/// Leaf parts, or terms, by their bits.
using plain_set = std::uint32_t;

/// A way in which an event comes about (E2 to E7).
struct plain_way {
  event_id from = {};    ///< none: its part begins with it
  plain_set before = 0;  ///< parts that are done then
  std::vector<event_id> may_replace = {};
  part_id needs = {};
  party_id holder = {};
};

/// Word that is owed of an event, to each firm once (W3).
struct plain_word {
  party_id to = {}, from = {};
  seconds_t within = 0;
  bool is_between_firms = false;
};

/// An event of the life of a part; small, as it is looked at for each record.
struct plain_event {
  plain_set meets = 0;    ///< terms that it may meet
  std::uint8_t part = 0;  ///< by its place in the plan
  event_kind kind = event_kind::ordered;
  bool is_plain = false;  ///< else the order is no plain one any more when it happens
  bool has_words = false;
};
/// How it comes about, and what follows.
struct plain_event_rules {
  std::vector<plain_way> ways = {};
  std::vector<plain_word> words = {};
};

struct plain_term {
  watched_term const* term = nullptr;
  plain_set leaves = 0;
  bool is_elapsed = false;  ///< due `length` after the order; else at `due`, or as is kept
  bool is_kept = false;     ///< business days: counted once an order
  seconds_t length = 0, due = 0;
  int rank = 0;             ///< of limits that pass in one second, as of `order_duties`
  bool is_hers = false;     ///< of a completion, to the customer: it may be in jeopardy (C6)
  bool makes_late = false;  ///< when it is broken, its part is late (F5)
};

/// Refers to the watched promise.
class plain_promise {
 public:
  static constexpr std::size_t most_parts = 32, most_terms = 32;

  plain_promise(watched_promise const& p, due_time const& due)
      : promise_{&p}, events_(p.model().events.size()), rules_(p.model().events.size()) {
    is_plain_ = !p.has_time_outs() && p.plan().parts().size() <= most_parts && is_plain_in_parts();
    if (!is_plain_) return;
    find_events();
    is_plain_ = find_terms(due);
    sort_terms();
  }

  watched_promise const& promise() const { return *promise_; }
  model_view const& model() const { return promise_->model(); }
  /// False where no order of it goes a plain way.
  bool is_plain() const { return is_plain_; }
  plain_event const& of(event_id e) const { return events_[e.index()]; }
  std::vector<plain_way> const& ways_to(event_id e) const { return rules_[e.index()].ways; }
  std::vector<plain_word> const& words_of(event_id e) const { return rules_[e.index()].words; }
  std::vector<plain_term> const& terms() const { return terms_; }
  /// What is completed by itself, as soon as it can be, in the order of the plan.
  std::vector<std::uint8_t> const& in_stock() const { return in_stock_; }
  part_plan const& part(std::size_t i) const { return promise_->plan().parts()[i]; }
  std::size_t parts() const { return promise_->plan().parts().size(); }
  plain_set all() const { return parts() == 32 ? ~plain_set{0} : (plain_set{1} << parts()) - 1; }
  /// Right before a part.
  plain_set before(std::size_t part) const { return before_[part]; }
  plain_set bit_of(part_id p) const { return plain_set{1} << number_of(p); }
  /// Whether it matters where goods are in the end.
  bool has_goods() const { return has_goods_; }
  /// Whether some terms are due on a day that is counted once an order.
  bool keeps_due() const { return keeps_due_; }
  /// Whether some terms may be in jeopardy.
  bool has_hers() const { return has_hers_; }
  /// How many times are kept of an order: of each term, when its jeopardy begins, and when it is
  /// due; and one for which have been in jeopardy.
  std::size_t times() const {
    return (has_hers_ ? terms_.size() + 1 : 0) + (keeps_due_ ? terms_.size() : 0);
  }
  /// Its terms stand in the order in which they pass.
  bool is_sorted() const { return is_sorted_; }
  plain_set all_terms() const {
    return terms_.size() == 32 ? ~plain_set{0} : (plain_set{1} << terms_.size()) - 1;
  }

 private:
  std::size_t number_of(part_id p) const {
    return static_cast<std::size_t>(promise_->plan().of(p) - promise_->plan().parts().data());
  }
  bool is_plain_in_parts() const {
    auto const& all = promise_->plan().parts();
    return std::all_of(all.begin(), all.end(), [](part_plan const& p) {
      return p.units == 1 && p.rest == 0 && p.is_needed;
    });
  }

  void find_events() {
    auto const& m = model();
    for (std::size_t i = 0; i < parts(); ++i) {
      auto const& p = part(i);
      plain_set before = 0;
      for (auto b : p.before) before |= bit_of(b);
      before_.push_back(before);
      if (p.is_in_stock) in_stock_.push_back(static_cast<std::uint8_t>(i));
      auto const& done = m.events[p.completed];
      has_goods_ = has_goods_ || (done.good && done.holder);
      for (auto const e : promise_->events_of(p.part)) {
        auto& x = events_[e.index()];
        x.is_plain = true;
        x.part = static_cast<std::uint8_t>(i);
        x.kind = m.events[e].kind;
        find_ways(e, x);
        find_words(e, x);
      }
    }
  }
  void find_ways(event_id e, plain_event& x) {
    auto const& m = model();
    for (auto const i : part(x.part).ways) {
      auto const& w = promise_->plan().ways()[i];
      if (w.to != e) continue;
      // What the order itself comes to, and reports, are not looked at.
      if (w.from && !is_of_life(m, w.from)) x.is_plain = false;
      plain_way y{.from = w.from, .before = 0, .may_replace = w.may_replace, .needs = w.needs};
      if (!w.from) y.before = before_[x.part];
      y.holder = w.holder;
      rules_[e.index()].ways.push_back(std::move(y));
    }
  }
  void find_words(event_id e, plain_event& x) {
    auto& words = rules_[e.index()].words;
    for (auto const& w : promise_->words()) {
      if (w.of != e) continue;
      if (!w.while_unfinished.empty() || w.within.kind != bound_kind::elapsed) x.is_plain = false;
      auto const same = std::find_if(words.begin(), words.end(),
                                     [&](plain_word const& y) { return y.to == w.to; });
      if (same == words.end()) {
        x.has_words = true;
        words.push_back({w.to, w.from, w.within.a, w.is_between_firms});
        continue;
      }
      same->is_between_firms = same->is_between_firms || w.is_between_firms;
      if (w.within.a < same->within) same->within = w.within.a, same->from = w.from;
    }
  }

  // False where a term cannot be judged in a plain way.
  bool find_terms(due_time const& due) {
    for (auto const& t : promise_->terms()) {
      if (t.is_recovery) {
        for (auto p : t.leaves)
          for (auto const e : promise_->events_of(p))
            if (is_failure(model().events[e].kind)) events_[e.index()].is_plain = false;
        continue;
      }
      if (t.anchor != ordering && is_length(t.limit)) {
        if (!find_anchored(t)) return false;
      } else if (!add_term(t, due)) {
        return false;
      }
    }
    return true;
  }
  // Where nothing but elapsed time counts, the first of those that are owed passes first: of equal
  // times, what firms owe each other.
  void sort_terms() {
    is_sorted_ = !has_hers_ && std::all_of(terms_.begin(), terms_.end(), [](plain_term const& t) {
      return t.is_elapsed && t.length >= 0;
    });
    if (is_sorted_)
      std::stable_sort(terms_.begin(), terms_.end(), [](plain_term const& a, plain_term const& b) {
        if (a.length != b.length) return a.length < b.length;
        return a.rank < b.rank;
      });
    for (std::size_t i = 0; i < terms_.size(); ++i) {
      auto const& t = *terms_[i].term;
      auto const bit = plain_set{1} << i;
      if (t.to) events_[t.to.index()].meets |= bit;
      for (auto p : t.leaves)
        if (!t.to) events_[promise_->plan().of(p)->completed.index()].meets |= bit;
    }
  }
  // It begins to count when that happens, and the order is no plain one then.
  bool find_anchored(watched_term const& t) {
    auto const& m = model();
    auto const of = promise_->name_of(cause_of(m, t.anchor));
    auto const kind = m.events[of].kind;
    if (is_of_order(kind) && kind != event_kind::cancel_requested &&
        kind != event_kind::replacement_requested)
      return false;
    for (auto i : m.events.ids())
      if (is_meant(m, i, of) || i == t.anchor) events_[i.index()].is_plain = false;
    if (t.to && !can_meet(t.to)) return false;
    return true;
  }
  // By an event of a part's life, and not in the second in which a limit passes.
  bool can_meet(event_id to) const {
    auto const& m = model();
    return is_of_life(m, to) && promise_->plan().of(m.events[to].of) &&
           m.events[to].kind != event_kind::late;
  }
  bool add_term(watched_term const& t, due_time const& due) {
    plain_term x{.term = &t};
    switch (t.limit.kind) {
      case bound_kind::elapsed: x.is_elapsed = true, x.length = t.limit.a; break;
      case bound_kind::working: x.is_kept = keeps_due_ = true; break;
      case bound_kind::calendar_day:
      case bound_kind::instant: x.due = due(t.limit, 0); break;
      default:
        if (!t.is_of_steps) return true;  // never due
        x.due = due_time::never;
    }
    if (t.to && !can_meet(t.to)) return false;
    // Of two breaches with one key the first would count.
    for (auto const& y : terms_)
      if (y.term->of == t.of) return false;
    if (terms_.size() == most_terms) return false;
    for (auto p : t.leaves) x.leaves |= bit_of(p);
    x.rank = t.is_between_firms ? 0 : 2;
    x.is_hers = t.where != layer::delivery && !t.to && !t.is_of_steps;
    has_hers_ = has_hers_ || x.is_hers;
    x.makes_late = !t.is_of_steps && is_leaf(model().parts[t.about]) && !t.to &&
                   promise_->late_event(t.leaves.front());
    terms_.push_back(x);
    return true;
  }

  watched_promise const* promise_;
  std::vector<plain_event> events_;
  std::vector<plain_event_rules> rules_;
  std::vector<plain_term> terms_;
  std::vector<std::uint8_t> in_stock_;
  std::vector<plain_set> before_;
  bool is_plain_ = false, has_goods_ = false, keeps_due_ = false, has_hers_ = false;
  bool is_sorted_ = false;
};

}  // namespace lupaus::inline v0::detail
