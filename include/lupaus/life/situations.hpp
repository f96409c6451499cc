// SPDX-License-Identifier: BSL-1.0
//
// The situations that an order can be in, one part at a time: before the part has begun, or after
// one of the events of its life. They form a graph, along what can follow what.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/detail/sparse_set.hpp"
#include "lupaus/detail/work_budget.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0 {

/// A situation: the last thing that happened, or a part that is due and has not begun.
struct situation {
  event_id after = {};  ///< none: `pending` has not begun
  part_id pending = {};

  friend constexpr bool operator==(situation const&, situation const&) = default;
};

/// The graph of situations over a model, with an index of its steps. Node 0 is the order; a node
/// for every event, then one for every part that can be pending. O(nodes + steps) to make.
class situations {
 public:
  using node = std::size_t;

 private:
  // The steps as the model writes them, in no order. First in the class, because clang 14 can
  // evaluate only the member templates that it has seen.
  template <class F>
  constexpr void for_each_written_step(F&& f) const {
    detail::scratch<event_id> done{m_->parts.size()};
    detail::flags follows{m_->parts.size()};
    for (auto e : m_->events.ids())
      if (m_->events[e].kind == event_kind::completed) done[m_->events[e].of.index()] = e;
    for (auto const& x : m_->precedences) {
      follows[x.after.index()] = true;
      if (done[x.before.index()]) f(of(done[x.before.index()]), before(x.after));
    }
    for (auto p : m_->parts.ids())
      if (is_leaf(m_->parts[p]) && !follows[p.index()]) f(of(ordering), before(p));
    for (auto const& t : m_->transitions)
      if (!is_time_out(m_->events[t.to].kind))
        f(t.from == ordering ? before(m_->events[t.to].of) : of(t.from), of(t.to));
      else
        for_each_anchor(t.from, [&](event_id e) { f(of(e), of(t.to)); });
  }

  // What a time counts from: what is reported, and for possession what hands the good to her.
  template <class F>
  constexpr void for_each_anchor(event_id since, F&& f) const {
    auto const cause = lupaus::cause_of(*m_, since);
    auto const& x = m_->events[cause];
    if (x.kind != event_kind::possession) return f(cause);
    for (auto const e : hers_[x.good]) f(e);
  }

 public:
  /// The walks are counted by `work`, if there is one, which must outlive this.
  constexpr explicit situations(model_view const& m, detail::work_budget* work = nullptr)
      : m_{&m},
        work_{work},
        hers_{m.parts.size(),
              [&](auto&& f) {
                for (auto e : m.events.ids())
                  if (auto const& x = m.events[e];
                      x.kind != event_kind::possession && x.good && x.holder == m.customer)
                    f(x.good, e);
              }},
        next_{size(), [&](auto&& f) { for_each_written_step(f); }} {}

  /// So many more steps of work; false where what asks has to leave off.
  constexpr bool goes_on(std::size_t steps = 1) const { return detail::goes_on(work_, steps); }
  constexpr detail::work_budget* work() const { return work_; }

  constexpr node size() const { return m_->events.size() + m_->parts.size(); }
  constexpr node of(event_id e) const { return e.index(); }
  constexpr node before(part_id p) const { return m_->events.size() + p.index(); }
  constexpr situation at(node n) const {
    if (n < m_->events.size()) return {event_id{n}, {}};
    return {{}, part_id{n - m_->events.size()}};
  }

  /// What hands the good to the customer.
  constexpr detail::some_rows<event_id> what_hands_her(part_id good) const { return hers_[good]; }

  /// The situations that can follow.
  constexpr detail::some_rows<node> next(node n) const { return next_[n]; }
  template <class F>
  constexpr void for_each_next(node n, F&& f) const {
    for (auto const to : next_[n]) f(to);
  }

  /// Marks everything that can be reached from the marked nodes, over nodes that `enter` allows.
  /// O(nodes + steps).
  template <class Enter>
  constexpr void spread(detail::flags& reached, Enter&& enter) const {
    if (!goes_on(size())) return;
    detail::scratch<node> open{size()};
    std::size_t n = 0;
    for (node i = 0; i < size(); ++i)
      if (reached[i]) open[n++] = i;
    while (n > 0) {
      auto const from = open[--n];
      for_each_next(from, [&](node to) {
        if (!reached[to] && enter(to)) reached[to] = true, open[n++] = to;
      });
    }
  }

  /// The same over steps that `enter(from, to)` allows, in the time of what is reached.
  template <class Enter>
  constexpr void spread(detail::sparse_set& reached, Enter&& enter) const {
    for (std::size_t i = 0; i < reached.size(); ++i)
      for_each_next(reached[i], [&](node to) {
        if (enter(reached[i], to)) reached.insert(to);
      });
    goes_on(1 + reached.size());
  }

  /// True when the event at this node is what `reference` means.
  constexpr bool is(node n, event_id reference) const {
    return n < m_->events.size() && is_meant(*m_, event_id{n}, reference);
  }

  /// Marks what can be reached from the order at all.
  constexpr void find_reachable(detail::flags& reached) const {
    reached[of(ordering)] = true;
    spread(reached, [](node) { return true; });
  }

  /// True when every way to `later` leads over `earlier`.
  constexpr bool is_certain_before(event_id earlier, event_id later) const {
    return earlier == later || earlier == ordering || is_certain_before(earlier, of(later));
  }
  constexpr bool is_certain_before(event_id earlier, node later) const {
    detail::flags reached{size()};
    reached[of(ordering)] = true;
    spread(reached, [&](node n) { return !is(n, earlier); });
    return !reached[later];
  }

  /// Marks the situations in which a rule applies by its `since` and `until`.
  constexpr void find_scope(rule const& r, detail::flags& covered) const {
    for (node n = 0; n < size(); ++n)
      covered[n] = (r.since ? is(n, r.since) : n == of(ordering)) && !(r.until && is(n, r.until));
    spread(covered, [&](node n) { return !(r.until && is(n, r.until)); });
  }

  /// Of a report, what is reported; else the event itself.
  constexpr event_id cause_of(event_id e) const { return lupaus::cause_of(*m_, e); }
  /// The part that this happens to.
  constexpr part_id part_of(event_id e) const { return m_->events[cause_of(e)].of; }

 private:
  model_view const* m_;
  detail::work_budget* work_;
  detail::rows_by<part_id, event_id> hers_;  // of each good, what hands it to her
  detail::rows_by<node, node> next_;
};

}  // namespace lupaus::inline v0
