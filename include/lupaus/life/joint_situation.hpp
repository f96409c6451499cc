// SPDX-License-Identifier: BSL-1.0
//
// What has happened to an order, all parts together, while one part stands in a situation: as
// little of it as the rules of an order allow.
#pragma once

#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/kept_sets.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/detail/sparse_set.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/order_of_events.hpp"
#include "lupaus/life/service_recovery.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/view.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0::detail {

/// A set of events that have happened. Of the events that somebody asks about it holds those that
/// are sure to have happened, and those that were added; with each one what must have come before
/// it. What is asked of it are implications (this one has happened only if that one has) and
/// exclusions, so of all sets that hold what was added it is the least.
class joint_situation {
  // First in the class, because clang 14 can evaluate only the member templates that it has seen.

  /// True when `holds(e)` for all events that the reference means and that can come about.
  template <class Holds>
  constexpr bool is_true_of_all(event_id reference, Holds&& holds) {
    auto all = true;
    certain_->for_each_way(cause_of(*m_, reference), [&](event_id e) {
      all = all && (m_->events[e].kind == event_kind::possession || holds(e));
    });
    return all;
  }

 public:
  /// What it is given must outlive this.
  constexpr joint_situation(model_view const& m, certainty& certain, order_of_events& order,
                            part_order const& parts, word_of_events const& word)
      : m_{&m},
        certain_{&certain},
        order_{&order},
        word_{&word},
        results_{m.parts.size(),
                 [&](auto&& f) {
                   for (auto e : m.events.ids())
                     if (is_result(e)) f(m.events[e].of, e);
                 }},
        comes_after_{m.events.size(),
                     [&](auto&& f) {
                       for (auto const& t : m.transitions)
                         if (t.from != ordering) f(t.to, t.from);
                     }},
        place_{m.events.size()},
        row_{m.events.size()},
        has_happened_{m.events.size()},
        of_asked_{m.events.size()},
        exclude_{m.events.size()},
        results_now_{m.events.size()},
        results_known_{m.parts.size()},
        may_fail_later_{m.parts.size()},
        may_begin_anew_{m.parts.size()} {
    for (auto const& t : m.transitions) {
      auto const& e = m.events[t.to];
      if (e.kind != event_kind::failed || t.from == ordering) continue;
      if (auto const done = order.completion_of(e.of);
          done && !is_of_order(m.events[t.from].kind) &&
          is_true_of_all(t.from, [&](event_id x) { return order.is_sure_before(done, x); }))
        may_fail_later_[e.of.index()] = true;
    }
    find_what_may_begin_anew(m, parts, may_begin_anew_);
  }

  /// Asks about one more event, in all situations: before the first of them begins.
  constexpr void ask_about(event_id e) {
    if (!e || place_[e.index()] != 0) return;
    asked_.push_back(e);
    place_[e.index()] = asked_.size();
  }

  /// Goes to the situation of an unperformed part, with all that is sure to have happened by then.
  /// `p` is none where all parts may have been performed.
  constexpr void begin(situations::node n, part_id p) {
    has_happened_.clear();
    of_asked_.clear();
    results_now_.clear();
    ++round_;
    part_ = p;
    after_ = n < m_->events.size() ? event_id{n} : event_id{};
    if (after_) insert(after_);
    if (!certain_->graph().goes_on(1 + asked_.size())) return;
    for (auto const e : asked_)
      if (is_sure(e)) insert(e);
  }
  /// Something more has happened, and all that must have come before it. False when it cannot have.
  constexpr bool add(event_id e) {
    if (contains(e)) return true;
    if (!can_have_happened(e) || is_excluded(e)) return false;
    insert(e);
    if (row_[e.index()] == 0) list_what_comes_before(e);
    auto const row = (row_[e.index()] - 1) * words();
    for (std::size_t w = 0; w < words(); ++w)
      while (auto const left = before_[row + w] & ~of_asked_.word(w))
        if (!add(asked_[w * 64 + static_cast<std::size_t>(std::countr_zero(left))])) return false;
    return true;
  }
  constexpr bool contains(event_id e) const {
    return e == ordering || has_happened_.contains(e.index());
  }
  /// The one can come about on a way from the other, or from what can only come after it (E4).
  constexpr bool may_follow(event_id earlier, event_id later) {
    for (auto const from : comes_after_[later])
      if (from == earlier || order_->is_sure_before(earlier, from)) return true;
    return false;
  }
  /// Its part is not performed all the same: what is performed has no such failure (E4).
  constexpr bool stands_for_good(event_id failure) {
    auto const done = order_->completion_of(m_->events[failure].of);
    return m_->events[failure].kind == event_kind::failed && !(done && may_follow(failure, done));
  }
  /// In the order in which they were added; grows while it is walked.
  constexpr sparse_set const& events() const { return has_happened_; }

 private:
  /// Words of marks at what is asked about.
  constexpr std::size_t words() const { return asked_.size() / 64 + 1; }
  constexpr void insert(event_id e) {
    has_happened_.insert(e.index());
    if (auto const place = place_[e.index()]) of_asked_.add(place - 1);
    if (is_result(e)) results_now_.add(e.index());
  }
  /// Of what is asked about, that which must have come before it: once for each event, and kept.
  constexpr void list_what_comes_before(event_id e) {
    auto const row = before_.size();
    for (std::size_t w = 0; w < words(); ++w) before_.push_back(0);
    row_[e.index()] = before_.size() / words();
    if (!certain_->graph().goes_on(1 + asked_.size())) return;
    for (std::size_t i = 0; i < asked_.size(); ++i)
      if (asked_[i] != e && is_sure_before(asked_[i], e))
        before_[row + i / 64] |= std::uint64_t{1} << i % 64;
  }

  constexpr bool is_result(event_id e) const {
    return m_->events[e].kind == event_kind::completed || m_->events[e].kind == event_kind::failed;
  }

  constexpr bool is_sure_before(event_id earlier, event_id later) {
    if (is_of_order(m_->events[earlier].kind) || is_of_order(m_->events[later].kind) ||
        is_report_of_order(earlier))
      return false;
    // What is reported is known later; but the report of what the seller is told of does come.
    if (m_->events[earlier].kind == event_kind::reported && (later == earlier || !is_told(earlier)))
      return false;
    if (may_be_undone(earlier, m_->events[later].of)) return false;
    auto const cause = cause_of(*m_, earlier);
    return is_true_of_all(later, [&](event_id x) { return order_->is_sure_before(cause, x); });
  }
  /// The seller gets to know of what is reported.
  constexpr bool is_told(event_id report) {
    firm_set knows{*m_};
    find_who_knows(*word_, report, knows);
    return knows.contains(m_->seller);
  }

  /// Nobody reports the order's own events to the seller: it is told of no such thing.
  constexpr bool is_report_of_order(event_id e) const {
    return m_->events[e].kind == event_kind::reported &&
           is_of_order(m_->events[cause_of(*m_, e)].kind);
  }
  constexpr bool is_sure(event_id e) {
    auto const kind = m_->events[e].kind;
    // She can ask twice.
    if (kind == event_kind::ordered || kind == event_kind::cancel_requested) return true;
    if (is_of_order(kind) || is_report_of_order(e)) return false;
    if (after_) return can_come_about(e) && is_sure_before(e, after_);
    if ((kind == event_kind::reported && !is_told(e)) || may_be_undone(e, {})) return false;
    return can_come_about(e) && order_->is_sure_before(cause_of(*m_, e), part_);
  }
  /// A completion that a new attempt of a part that failed later may take back (R2), but for the
  /// part itself.
  constexpr bool may_be_undone(event_id reference, part_id itself) {
    auto some = false;
    certain_->for_each_meant(cause_of(*m_, reference), [&](event_id e) {
      auto const& x = m_->events[e];
      some = some ||
             (x.kind == event_kind::completed && x.of != itself && may_fail_later_[x.of.index()]);
    });
    return some;
  }
  constexpr bool can_come_about(event_id e) {
    auto some = false;
    certain_->for_each_way(cause_of(*m_, e), [&](event_id x) {
      some = some || m_->events[x].kind != event_kind::possession;
    });
    return some;
  }

  /// While the part is not performed, and nothing more has happened to it.
  constexpr bool can_have_happened(event_id e) {
    if (is_of_order(m_->events[e].kind) || is_report_of_order(e)) return false;  // it would be over
    if (m_->events[e].kind == event_kind::reported && !is_told(e)) return false;
    auto some = false;
    certain_->for_each_way(cause_of(*m_, e), [&](event_id x) {
      some = some || (m_->events[x].kind != event_kind::possession && is_open(x));
    });
    return some;
  }
  constexpr bool is_open(event_id e) {
    if (!part_) return !stands_for_good(e);
    auto const& x = m_->events[e];
    auto const done = order_->completion_of(part_);
    if (e == done) return false;
    auto const is_done_all_the_same =
        may_fail_later_[part_.index()] &&
        (may_begin_anew_[part_.index()] || (after_ && order_->is_sure_before(done, after_)));
    if (done && !is_done_all_the_same && order_->is_sure_before(done, e)) return false;
    if (x.of != part_ || e == after_ || is_time_out(x.kind)) return true;
    if (!after_) return false;
    // A failure may come again, after what came after it.
    return m_->events[after_].kind == event_kind::failed || !certain_->is_certain_before(after_, e);
  }

  /// The part has another result for sure, and that excludes this one.
  constexpr bool is_excluded(event_id reference) {
    auto const e = cause_of(*m_, reference);
    if (!is_result(e)) return false;
    auto const p = m_->events[e].of;
    if (!certain_->graph().goes_on(1 + m_->events.size() / 64)) return false;
    find_results(p);
    auto const find = [&](flags& those) {
      for (auto const other : results_[p]) those[other.index()] = are_exclusive(e, other);
    };
    if (exclude_.keep(e.index(), find)) return exclude_.meets(e.index(), results_now_);
    for (auto const other : results_[p])
      if ((results_now_.word(other.index() / 64) >> other.index() % 64 & 1U) != 0 &&
          are_exclusive(e, other))
        return true;
    return false;
  }
  /// Marks those results of the part that are sure to have come, once in each situation.
  constexpr void find_results(part_id p) {
    if (results_known_[p.index()] == round_) return;
    results_known_[p.index()] = round_;
    if (!certain_->graph().goes_on(results_[p].size())) return;
    for (auto const e : results_[p])
      if (is_sure(e)) results_now_.add(e.index());
  }
  /// Two results of one part, of which neither can come after the other.
  constexpr bool are_exclusive(event_id a, event_id b) {
    return a != b && !may_follow(a, b) && !may_follow(b, a);
  }

  model_view const* m_;
  certainty* certain_;
  order_of_events* order_;
  word_of_events const* word_;
  rows_by<part_id, event_id> results_;       // of each part: of two of them one may stand
  rows_by<event_id, event_id> comes_after_;  // what each can follow
  growing<event_id> asked_;
  scratch<std::size_t> place_;     // of each event, among what is asked about, from 1
  scratch<std::size_t> row_;       // of each event, in `before_`, from 1
  growing<std::uint64_t> before_;  // which of what is asked about, by words, come before it
  sparse_set has_happened_;
  bit_marks of_asked_;                  // the same, by their places
  kept_sets exclude_;                   // of each result, those that it excludes
  bit_marks results_now_;               // that have happened, or are sure to have
  scratch<std::size_t> results_known_;  // of each part, the last situation in which those are
  flags may_fail_later_;                // of each part: after its completion
  flags may_begin_anew_;                // of each part: by a remedy, so that it is not performed
  std::size_t round_ = 0;
  part_id part_ = {};
  event_id after_ = {};
};

}  // namespace lupaus::inline v0::detail
