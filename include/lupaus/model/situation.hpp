// SPDX-License-Identifier: BSL-1.0
//
// The situations that an order can be in, one part at a time: before the part has begun, or after
// one of the events of its life. They form a graph, along what can follow what.
#pragma once

#include "lupaus/model/scratch.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0 {

/// A situation: the last thing that happened, or a part that is due and has not begun.
struct situation {
  event_id after = {};  ///< none: `pending` has not begun
  part_id pending = {};

  friend constexpr bool operator==(situation const&, situation const&) = default;
};

/// The graph of situations, in place over a model. Node 0 is the order; a node for every event,
/// then one for every part that can be pending.
class situations {
 public:
  using node = std::size_t;

  constexpr explicit situations(model_view const& m) : m_{&m} {}

  constexpr node size() const { return m_->events.size() + m_->parts.size(); }
  constexpr node of(event_id e) const { return e.index(); }
  constexpr node before(part_id p) const { return m_->events.size() + p.index(); }
  constexpr situation at(node n) const {
    if (n < m_->events.size()) return {event_id{n}, {}};
    return {{}, part_id{n - m_->events.size()}};
  }

  /// Calls `f(node, node)` for every step from one situation to the next.
  template <class F>
  constexpr void for_each_step(F&& f) const {
    for (auto p : m_->parts.ids()) {
      if (!is_leaf(m_->parts[p])) continue;
      auto first = true;
      for (auto const& x : m_->precedences)
        if (x.after == p) {
          first = false;
          if (auto const done = find_event(*m_, event_kind::completed, x.before))
            f(of(done), before(p));
        }
      if (first) f(of(ordering), before(p));
    }
    for (auto const& t : m_->transitions)
      f(t.from == ordering ? before(m_->events[t.to].of) : of(t.from), of(t.to));
  }

  /// Marks everything that can be reached from the marked nodes, over nodes that `enter` allows.
  /// Time O(nodes · steps) at worst, O(steps) on a life without loops told in order.
  template <class Enter>
  constexpr void spread(detail::flags& reached, Enter&& enter) const {
    for (bool news = true; news;) {
      news = false;
      for_each_step([&](node from, node to) {
        if (reached[from] && !reached[to] && enter(to)) reached[to] = news = true;
      });
    }
  }

  /// True when the event at this node is what `reference` means.
  constexpr bool is(node n, event_id reference) const {
    return n < m_->events.size() && is_meant(*m_, event_id{n}, reference);
  }

  /// The goods are back with the seller: the attempt has ended, and the next begins anew.
  constexpr bool ends_attempt(node n) const {
    if (n >= m_->events.size()) return false;
    auto const& e = m_->events[event_id{n}];
    return e.good && e.holder && is_sellers(*m_, e.holder) && e.kind != event_kind::started;
  }

  /// She has the goods.
  constexpr bool gives_possession(node n) const {
    if (n >= m_->events.size()) return false;
    auto const& e = m_->events[event_id{n}];
    return e.good && e.holder == m_->customer;
  }

  /// True when every way to `later` leads over `earlier`.
  constexpr bool is_certain_before(event_id earlier, event_id later) const {
    if (earlier == later || earlier == ordering) return true;
    detail::flags reached{size()};
    reached[of(ordering)] = true;
    spread(reached, [&](node n) { return !is(n, earlier); });
    return !reached[of(later)];
  }

  /// Marks the situations in which a rule applies by its `since` and `until`.
  constexpr void find_scope(rule const& r, detail::flags& covered) const {
    for (node n = 0; n < size(); ++n)
      covered[n] = r.since ? is(n, r.since) && !(r.until && is(n, r.until)) : n == of(ordering);
    spread(covered,
           [&](node n) { return !(r.until && is(n, r.until)) && !(r.since && ends_attempt(n)); });
  }

  /// Marks the situations in which a rule may have to be applied: for a request, its scope; for an
  /// event in the life of a part, what follows it in that life until the part is completed or the
  /// gate opens, as far as its scope reaches.
  constexpr void find_firing(rule const& r, detail::flags& firing) const {
    detail::flags scope{size()};
    find_scope(r, scope);
    auto const trigger = cause_of(r.on);
    auto const& e = m_->events[trigger];
    if (is_of_order(e.kind)) {
      for (node n = 0; n < size(); ++n) firing[n] = scope[n];
      return;
    }
    for (node n = 0; n < size(); ++n) firing[n] = is(n, trigger) && scope[n];
    spread(firing, [&](node n) {
      if (n >= m_->events.size() || !scope[n] || ends_attempt(n)) return false;
      auto const& x = m_->events[event_id{n}];
      return x.of == e.of && x.kind != event_kind::completed && !(r.gate && is(n, r.gate));
    });
  }

  /// Of a report, what is reported; else the event itself.
  constexpr event_id cause_of(event_id e) const {
    return m_->events[e].kind == event_kind::reported ? m_->events[e].subject : e;
  }

  /// Marks the nodes that can be reached with `holds` false, when `holds` changes only where
  /// `sets(node)` says so (1: to true, 0: to false, -1: not at all) and begins as `initially`.
  template <class Sets>
  constexpr void find_false(bool initially, Sets&& sets, detail::flags& may_be_false) const {
    detail::flags may_be_true{size()};
    (initially ? may_be_true : may_be_false)[of(ordering)] = true;
    for (bool news = true; news;) {
      news = false;
      for_each_step([&](node from, node to) {
        auto const set = sets(to);
        auto const arrives = [&](bool value, detail::flags& where) {
          auto const comes = set == -1
                                 ? (value ? may_be_true[from] : may_be_false[from])
                                 : (may_be_true[from] || may_be_false[from]) && (set == 1) == value;
          if (comes && !where[to]) where[to] = news = true;
        };
        arrives(true, may_be_true);
        arrives(false, may_be_false);
      });
    }
  }

 private:
  model_view const* m_;
};

}  // namespace lupaus::inline v0
