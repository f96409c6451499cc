// SPDX-License-Identifier: BSL-1.0
//
// Which leaf parts have to do with each other: because one comes before the other, or because what
// happens to one decides what can happen to the other.
#pragma once

#include "lupaus/life/dependable/brings_about.hpp"
#include "lupaus/life/leaf_parts.hpp"
#include "lupaus/life/order/order_ways.hpp"
#include "lupaus/life/part_order.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace lupaus::inline v0::detail {

/// What joins two parts.
enum class joined_by : std::uint8_t {
  anything,  ///< precedence too
  events,    ///< what happens to one is asked for by the other's ways, rules or deadlines; that it
             ///< is performed, by what comes after it, is not counted
};

/// Leaf parts, joined into groups. Union by the smaller index, so that a group goes by its first.
/// O(events · commitments + parts²).
class part_groups {
 public:
  part_groups(model_view const& m, joined_by what) : m_{m}, order_{m}, group_(m.parts.size()) {
    std::iota(group_.begin(), group_.end(), std::size_t{0});
    if (what == joined_by::anything)
      for (auto const& x : m.precedences) join(x.before, x.after);
    for (auto p : m.parts.ids()) join(p, m.parts[p].carries);
    for (auto const& e : m.events) join(e.of, e.good), join(e.of, part_of(e.until));
    join_what_is_left_out_together();
    for (auto const& t : m.transitions) join(part_of(t.from), part_of(t.to));
    for (auto const& c : m.commitments) {
      if (c.consequent.quality != &quality_of<deadline>) continue;
      for (auto e : m.events.ids())
        if (brings_about(m, c, e)) join_deadline(c, e);
    }
    for (auto const& r : m.rules) join_rule(r);
    if (what == joined_by::events) join_what_is_in_stock();
  }

  /// The first leaf part of the group that a leaf part belongs to.
  std::size_t operator[](part_id p) const {
    auto i = p.index();
    while (group_[i] != i) i = group_[i];
    return i;
  }
  void join(part_id a, part_id b) {
    if (!a || !b || a == whole || b == whole || !is_leaf(m_.parts[a]) || !is_leaf(m_.parts[b]))
      return;
    auto const x = (*this)[a], y = (*this)[b];
    group_[x < y ? y : x] = x < y ? x : y;
  }
  /// Leaf parts whose events decide how a request is answered that concerns the whole order.
  std::vector<part_id> const& deciding() const { return deciding_; }
  /// Events that do no more than end such a window: until then she may cancel.
  std::vector<event_id> const& closing() const { return closing_; }
  part_order const& order() const { return order_; }

 private:
  // Of a report, the part of what is reported; of possession, the good; none for the order's own.
  part_id part_of(event_id e) const {
    if (!e) return {};
    auto const& x = m_.events[e];
    if (x.kind == event_kind::reported) return part_of(x.subject);
    return is_of_order(x.kind) ? part_id{} : x.of;
  }

  // A severable composite is left out as a whole (O2).
  void join_what_is_left_out_together() {
    std::vector<part_id> first(m_.parts.size());
    for (auto p : m_.parts.ids()) {
      if (!is_leaf(m_.parts[p])) continue;
      for_each_severable(m_, p, [&](part_id outer) {
        auto& one = first[outer.index()];
        if (!one) one = p;
        join(one, p);
      });
    }
  }

  // A deadline that counts from the completion of what comes before is asked for no sooner.
  void join_deadline(commitment const& c, event_id e) {
    for (auto from : {c.antecedent, c.consequent.anchor}) {
      auto const before = part_of(from), after = part_of(e);
      if (!before || !after) continue;
      auto const is_earlier = m_.events[from].kind == event_kind::completed &&
                              is_leaf(m_.parts[before]) && order_.leads(before, after);
      if (!is_earlier) join(before, after);
    }
  }

  void join_rule(rule const& r) {
    auto const on = part_of(r.on);
    auto const refers = [&](part_id p) {
      if (!p) return;
      if (on)
        join(on, p);
      else if (is_leaf(m_.parts[p]))
        deciding_.push_back(p);  // a request about the order, answered by what happened to a part
    };
    refers(part_of(r.since));
    if (is_window_to_cancel(r))
      closing_.push_back(r.until);
    else
      refers(part_of(r.until));
    refers(part_of(r.gate));
    refers(r.object);
    if (r.object) join(on, r.object);
  }

  bool is_window_to_cancel(rule const& r) const {
    if (!r.until || m_.events[r.on].kind != event_kind::cancel_requested) return false;
    auto const kind = m_.events[r.until].kind;
    auto const is_plain =
        kind == event_kind::started || kind == event_kind::completed || kind == event_kind::step;
    auto const gives =
        r.action == action_kind::accept || (r.action == action_kind::refund && !r.object);
    return is_plain && gives && !r.since && !r.gate && is_leaf(m_.parts[m_.events[r.until].of]);
  }

  // What is in stock is there as soon as what comes before it is done. Where that is asked for, it
  // is no matter of precedence alone.
  void join_what_is_in_stock() {
    flags asked{m_.events.size()};
    auto const ask = [&](event_id e) {
      if (e) asked[cause_of(m_, e).index()] = true;
    };
    for (auto const& r : m_.rules) ask(r.on), ask(r.since), ask(r.until), ask(r.gate);
    for (auto const& t : m_.transitions) ask(t.from);
    for (auto const& c : m_.commitments) ask(c.antecedent), ask(c.consequent.anchor);
    for (auto const& x : m_.precedences) {
      auto const done = find_event(m_, event_kind::completed, x.after);
      if (done && asked[done.index()] && is_in_stock(m_, x.after)) join(x.before, x.after);
    }
  }

  model_view const& m_;
  part_order order_;
  std::vector<std::size_t> group_;
  std::vector<part_id> deciding_;
  std::vector<event_id> closing_;
};

}  // namespace lupaus::inline v0::detail
