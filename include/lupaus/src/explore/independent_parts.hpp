// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: parts that have nothing to do with each other.
#pragma once

#include "lupaus/explore/order/independent_parts.hpp"
#include "lupaus/life/dependable/brings_about.hpp"
#include "lupaus/life/order/order_ways.hpp"

#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// Leaf parts, joined into groups. Union by the smaller index, so that a group goes by its first.
class part_groups {
 public:
  explicit part_groups(model_view const& m) : m_{m}, group_(m.parts.size()) {
    std::iota(group_.begin(), group_.end(), std::size_t{0});
    for (auto const& x : m.precedences) join(x.before, x.after);
    for (auto p : m.parts.ids()) join(p, m.parts[p].carries);
    for (auto const& e : m.events) join(e.of, e.good);
    for (auto const& t : m.transitions) join(part_of(t.from), part_of(t.to));
    for (auto const& c : m.commitments) {
      if (c.consequent.quality != &quality_of<deadline>) continue;
      for (auto e : m.events.ids())
        if (brings_about(m, c, e)) join(c.antecedent, e), join(c.consequent.anchor, e);
    }
    for (auto const& r : m.rules) join_rule(r);
  }

  /// The first leaf part of the group that a leaf part belongs to.
  std::size_t operator[](part_id p) const {
    auto i = p.index();
    while (group_[i] != i) i = group_[i];
    return i;
  }
  /// Leaf parts whose events decide how a request is answered that concerns the whole order.
  std::vector<part_id> const& deciding() const { return deciding_; }

 private:
  // Of a report, the part of what is reported; of possession, the good; none for the order's own.
  part_id part_of(event_id e) const {
    if (!e) return {};
    auto const& x = m_.events[e];
    if (x.kind == event_kind::reported) return part_of(x.subject);
    return is_of_order(x.kind) ? part_id{} : x.of;
  }
  void join(part_id a, part_id b) {
    if (!a || !b || a == whole || b == whole || !is_leaf(m_.parts[a]) || !is_leaf(m_.parts[b]))
      return;
    auto const x = (*this)[a], y = (*this)[b];
    group_[x < y ? y : x] = x < y ? x : y;
  }
  void join(event_id a, event_id b) { join(part_of(a), part_of(b)); }

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
    refers(part_of(r.until));
    refers(part_of(r.gate));
    refers(r.object);
    if (r.object) join(on, r.object);
  }

  model_view const& m_;
  std::vector<std::size_t> group_;
  std::vector<part_id> deciding_;
};

}  // namespace detail

LUPAUS_DECL std::vector<std::vector<bool>> independent_parts(model_view const& m) {
  detail::part_groups const groups{m};
  auto const n = m.parts.size();
  std::vector<bool> decides(n);
  for (auto p : groups.deciding()) decides[groups[p]] = true;
  std::vector<std::vector<bool>> sets;
  auto const add = [&](auto&& is_in) {
    std::vector<bool> set(n);
    for (auto p : m.parts.ids())
      set[p.index()] = is_leaf(m.parts[p]) && (decides[groups[p]] || is_in(p));
    sets.push_back(std::move(set));
  };
  for (auto p : m.parts.ids())
    if (is_leaf(m.parts[p]) && groups[p] == p.index() && !decides[p.index()])
      add([&](part_id q) { return groups[q] == p.index(); });
  if (sets.empty()) add([](part_id) { return true; });
  return sets;
}

}  // namespace lupaus::inline v0
