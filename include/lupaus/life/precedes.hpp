// SPDX-License-Identifier: BSL-1.0
//
// What is sure to have happened before what: the walks of `situations`, answered for many questions
// of one model.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/sparse_set.hpp"
#include "lupaus/life/dominator_tree.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// The same as `situations::is_certain_before`, in O(1) but for a good that several events hand to
/// the customer. O(elements + situations) to make.
class certainty {
 public:
  // First in the class, because clang 14 can evaluate only the member templates that it has seen.

  /// Calls `f(event)` for the events that are what `reference` means: see `is_meant`.
  template <class F>
  constexpr void for_each_meant(event_id reference, F&& f) const {
    f(reference);
    auto const& x = m_->events[reference];
    if (x.kind == event_kind::possession && x.good)
      for (auto const e : hers_[x.good]) f(e);
  }

  /// The graph must outlive this.
  constexpr certainty(model_view const& m, situations const& s)
      : m_{&m}, s_{&s}, tree_{s}, hers_{m.parts.size(), [&](auto&& f) {
                                          for (auto e : m.events.ids())
                                            if (auto const& x = m.events[e];
                                                x.good && x.holder == m.customer)
                                              f(x.good, e);
                                        }} {}

  constexpr bool is_reachable(situations::node n) { return tree_.is_reachable(n); }

  constexpr bool is_certain_before(event_id earlier, event_id later) {
    if (earlier == later || earlier == ordering || is_meant(*m_, later, earlier)) return true;
    auto way = earlier;
    std::size_t ways = 0;
    for_each_meant(earlier, [&](event_id e) {
      if (is_reachable(s_->of(e))) way = e, ++ways;
    });
    return ways > 1 ? s_->is_certain_before(earlier, later)
                    : tree_.is_certain_before(s_->of(way), s_->of(later));
  }

 private:
  model_view const* m_;
  situations const* s_;
  dominators tree_;
  rows_by<part_id, event_id> hers_;  // of each good, what hands it to her
};

/// The same as `situations::find_scope` and `find_firing`, rule after rule, each in the time of the
/// situations that it is about.
class rule_scopes {
 public:
  using node = situations::node;

  /// What it is given must outlive this.
  constexpr rule_scopes(model_view const& m, situations const& s, certainty& certain)
      : m_{&m}, s_{&s}, certain_{&certain}, scope_{s.size()}, firing_{s.size()}, kept_{s.size()} {}

  /// Where the rule applies. Holds until the next question.
  constexpr sparse_set const& scope_of(rule const& r) {
    auto const is_over = [&](node n) { return r.until && s_->is(n, r.until); };
    scope_.clear();
    auto const begin = [&](event_id e) {
      if (!r.since || !is_over(s_->of(e))) scope_.insert(s_->of(e));
    };
    if (r.since)
      certain_->for_each_meant(r.since, begin);
    else
      begin(ordering);
    s_->spread(scope_,
               [&](node, node n) { return !is_over(n) && !(r.since && s_->ends_attempt(n)); });
    return scope_;
  }

  /// Where it may have to be applied. Holds until the next question.
  constexpr sparse_set const& firing_of(rule const& r) {
    auto const trigger = s_->cause_of(r.on);
    auto const& e = m_->events[trigger];
    if (is_of_order(e.kind)) return scope_of(r);
    firing_.clear();
    certain_->for_each_meant(trigger, [&](event_id x) { firing_.insert(s_->of(x)); });
    s_->spread(firing_, [&](node, node n) {
      if (n >= m_->events.size() || s_->ends_attempt(n)) return false;
      auto const& x = m_->events[event_id{n}];
      return x.of == e.of && x.kind != event_kind::completed && !(r.gate && s_->is(n, r.gate));
    });
    if (r.since) scope_of(r);
    kept_.clear();
    for (auto const n : firing_)
      if (r.since ? scope_.contains(n) : is_before_end(r, n)) kept_.insert(n);
    return kept_;
  }

 private:
  /// True when a rule that holds from the order on can still hold after this event.
  constexpr bool is_before_end(rule const& r, node n) {
    if (!certain_->is_reachable(n)) return false;
    auto const never_ends = !r.until || r.until == ordering;  // for the order has been already
    return never_ends || !certain_->is_certain_before(r.until, event_id{n});
  }

  model_view const* m_;
  situations const* s_;
  certainty* certain_;
  sparse_set scope_, firing_, kept_;
};

}  // namespace lupaus::inline v0::detail
