// SPDX-License-Identifier: BSL-1.0
//
// From the precedences of a model back to a product that can be read: what comes one after the
// other, and what stands together.
#pragma once

#include "lupaus/model/builder/derivation.hpp"
#include "lupaus/model/model_columns.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail::io {

/// A part, or parts one after the other, or together.
struct written_product {
  part_id part = {};
  bool in_order = false;
  std::vector<written_product> inside = {};
};

class product_finder {
 public:
  using edges = std::vector<std::pair<part_id, part_id>>;

  /// Products of all composites, and what must come before what besides. O(precedences + parts ·
  /// how deep the products go).
  explicit product_finder(model_view const& m)
      : m_{m}, of_(m.parts.size()), at_(m.parts.size()), depth_(m.parts.size()) {
    for (auto p : m.parts.ids())
      if (m.parts[p].within) children_of(m.parts[p].within).push_back(p);
    find(true);
    if (leaves_nothing_out(true)) return;
    find(false);
    static_cast<void>(leaves_nothing_out(false));
  }

  written_product const& of(part_id composite) const { return of_[composite.index()]; }
  edges const& besides() const { return besides_; }

 private:
  using list_of_parts = std::vector<part_id>;
  /// Parts that are composed, and the steps between them.
  struct group {
    list_of_parts parts = {};
    edges steps = {};
  };

  list_of_parts& children_of(part_id p) {
    if (children_.empty()) children_.resize(m_.parts.size());
    return children_[p.index()];
  }

  void find(bool in_order) {
    std::vector<edges> steps(m_.parts.size());  // between the children of each composite
    if (in_order)
      for (auto const& [a, b] : m_.precedences) {
        auto x = a, y = b;
        while (!meet(x, y)) depth(x) >= depth(y) ? x = m_.parts[x].within : y = m_.parts[y].within;
        if (x != y) steps[m_.parts[x].within.index()].emplace_back(x, y);
      }
    for (auto& list : steps) {
      std::sort(list.begin(), list.end());
      list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    for (auto p : m_.parts.ids())
      if (!is_leaf(m_.parts[p])) of_[p.index()] = compose({children_of(p), steps[p.index()]});
  }
  bool meet(part_id x, part_id y) const { return m_.parts[x].within == m_.parts[y].within; }
  // Found once for each.
  std::size_t depth(part_id p) {
    if (!p) return 0;
    auto q = p;
    std::size_t n = 0;
    for (; q && depth_[q.index()] == 0; q = m_.parts[q].within) ++n;
    n += q ? depth_[q.index()] : 0;
    for (q = p; q && depth_[q.index()] == 0; q = m_.parts[q].within) depth_[q.index()] = n--;
    return depth_[p.index()];
  }

  // Series-parallel, as far as it is that; else together, and the steps are left to `besides`.
  written_product compose(group const& g) {
    if (g.steps.empty() && g.parts.size() > 1) {
      written_product side_by_side;
      for (auto p : g.parts) side_by_side.inside.push_back({p, false, {}});
      return side_by_side;
    }
    if (g.parts.size() == 1) return {g.parts[0], false, {}};
    written_product whole_of;
    auto groups = connected(g);
    if (groups.size() > 1) {
      for (auto const& x : groups) whole_of.inside.push_back(compose(x));
      return whole_of;
    }
    groups = in_series(g);
    whole_of.in_order = groups.size() > 1;
    if (whole_of.in_order)
      for (auto const& x : groups) whole_of.inside.push_back(compose(x));
    else
      for (auto p : g.parts) whole_of.inside.push_back({p, false, {}});
    return whole_of;
  }

  // Remembers where each stands in the list, for at().
  void number(list_of_parts const& list) {
    for (std::size_t i = 0; i < list.size(); ++i) at_[list[i].index()] = i;
  }
  std::size_t at(part_id p) const { return at_[p.index()]; }

  // The steps within each of the groups that a group falls into.
  void share_out(edges const& steps, std::vector<group>& groups) {
    for (std::size_t i = 0; i < groups.size(); ++i)
      for (auto const p : groups[i].parts) at_[p.index()] = i;
    for (auto const& s : steps)
      if (at(s.first) == at(s.second)) groups[at(s.first)].steps.push_back(s);
  }

  // Weakly connected components, in the order of their first parts.
  std::vector<group> connected(group const& g) {
    auto const& parts = g.parts;
    number(parts);
    std::vector<std::size_t> root(parts.size());
    for (std::size_t i = 0; i < root.size(); ++i) root[i] = i;
    auto const find_root = [&](std::size_t i) {
      while (root[i] != i) i = root[i] = root[root[i]];
      return i;
    };
    for (auto const& [a, b] : g.steps) {
      auto const x = find_root(at(a)), y = find_root(at(b));
      root[(std::max)(x, y)] = (std::min)(x, y);
    }
    std::vector<group> found;
    std::vector<std::size_t> place(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
      auto const r = find_root(i);
      if (r == i) {
        place[i] = found.size();
        found.emplace_back();
      }
      found[place[r]].parts.push_back(parts[i]);
    }
    if (found.size() > 1) share_out(g.steps, found);
    return found;
  }

  // Cut wherever every end of what comes before is followed by every beginning of what comes after,
  // and by nothing else. One group when there is a cycle, or no cut. O(parts log parts + steps).
  std::vector<group> in_series(group const& g) {
    auto const order = in_line(g);
    std::vector<group> groups(1);
    if (order.size() < g.parts.size()) return groups;
    number(order);
    auto const is_cut = find_cuts(order.size(), g.steps);
    for (std::size_t n = 0; n < order.size(); ++n) {
      if (is_cut[n]) groups.emplace_back();
      groups.back().parts.push_back(order[n]);
    }
    if (groups.size() == 1) return groups;
    for (auto& x : groups) std::sort(x.parts.begin(), x.parts.end());
    share_out(g.steps, groups);
    return groups;
  }
  // Each after all that come before it; those on a cycle, and after one, are left out.
  list_of_parts in_line(group const& g) {
    auto const& parts = g.parts;
    number(parts);
    std::vector<std::size_t> waits(parts.size());
    std::vector<std::vector<std::size_t>> next(parts.size());
    for (auto const& [a, b] : g.steps) {
      ++waits[at(b)];
      next[at(a)].push_back(at(b));
    }
    list_of_parts order;
    std::vector<std::size_t> free;
    for (std::size_t i = parts.size(); i-- > 0;)
      if (waits[i] == 0) free.push_back(i);
    while (!free.empty()) {
      auto const i = free.back();
      free.pop_back();
      order.push_back(parts[i]);
      for (auto const j : next[i])
        if (--waits[j] == 0) free.push_back(j);
    }
    return order;
  }
  // Whether the line is cut before each place. Of a cut at n, the steps that cross it lead from
  // x < n to y >= n. An end of what comes before is followed by nothing there, and a beginning of
  // what comes after follows nothing there: so each is one for the cuts of a stretch of the line,
  // and all cuts are judged in one pass over the places where stretches begin and end.
  std::vector<bool> find_cuts(std::size_t size, edges const& steps) const {
    std::vector<std::size_t> first_after(size, size), last_before(size, 0);  // from 1; 0: none
    for (auto const& [a, b] : steps) {
      auto const x = at(a), y = at(b);
      first_after[x] = (std::min)(first_after[x], y);
      last_before[y] = (std::max)(last_before[y], x + 1);
    }
    struct turn {
      std::ptrdiff_t ends = 0, beginnings = 0, crossing = 0, amiss = 0;
    };
    std::vector<turn> turns(size + 2);
    auto const stretch = [&](std::ptrdiff_t turn::*what, std::size_t first, std::size_t last) {
      if (first > last) return;
      ++(turns[first].*what);
      --(turns[last + 1].*what);
    };
    for (std::size_t i = 0; i < size; ++i) {
      stretch(&turn::ends, i + 1, first_after[i]);
      stretch(&turn::beginnings, last_before[i], i);
    }
    for (auto const& [a, b] : steps) {
      auto const x = at(a), y = at(b);
      stretch(&turn::crossing, x + 1, y);
      stretch(&turn::amiss, first_after[x] + 1, y);      // it leads from no end
      stretch(&turn::amiss, x + 1, last_before[y] - 1);  // or to no beginning
    }
    std::vector<bool> is_cut(size);
    turn now;
    for (std::size_t n = 0; n < size; ++n) {
      now.ends += turns[n].ends, now.beginnings += turns[n].beginnings;
      now.crossing += turns[n].crossing, now.amiss += turns[n].amiss;
      is_cut[n] = n > 0 && now.amiss == 0 && now.crossing == now.ends * now.beginnings;
    }
    return is_cut;
  }

  // ---- what the products say, spelled out ----------------------------------------------------

  using boundary = std::pair<std::vector<part_id>, std::vector<part_id>>;

  static boundary spell_out(written_product const& w, std::vector<precedence>& out) {
    if (w.part) return {{w.part}, {w.part}};
    boundary all;
    for (auto const& x : w.inside) {
      auto const one = spell_out(x, out);
      if (w.in_order) {
        for (auto a : all.second)
          for (auto b : one.first) out.push_back({a, b});
        if (&x == &w.inside.front()) all.first = one.first;
        all.second = one.second;
      } else {
        all.first.insert(all.first.end(), one.first.begin(), one.first.end());
        all.second.insert(all.second.end(), one.second.begin(), one.second.end());
      }
    }
    return all;
  }

  // Completed as a reader would complete it, the products and `besides` give the model's
  // precedences and no others.
  bool leaves_nothing_out(bool in_order) {
    model_columns c;
    for (auto const& p : m_.parts) c.parts.push_back({.kind = p.kind, .within = p.within});
    if (in_order)
      for (auto p : m_.parts.ids())
        if (!is_leaf(m_.parts[p])) spell_out(of_[p.index()], c.precedences);
    auto const written = c.precedences;
    derivation<model_columns>{c}.expand_precedences();
    besides_.clear();
    auto const is_less = [](precedence const& x, precedence const& y) {
      return x.before != y.before ? x.before < y.before : x.after < y.after;
    };
    for (auto const& p : m_.precedences)
      if (!std::binary_search(c.precedences.begin(), c.precedences.end(), p, is_less))
        besides_.emplace_back(p.before, p.after);
    if (besides_.empty()) return c.precedences.size() == m_.precedences.size();
    c.precedences = written;
    for (auto const& [a, b] : besides_) c.precedences.push_back({a, b});
    derivation<model_columns>{c}.expand_precedences();
    return std::equal(c.precedences.begin(), c.precedences.end(), m_.precedences.begin(),
                      m_.precedences.end());
  }

  model_view const& m_;
  std::vector<list_of_parts> children_;
  std::vector<written_product> of_;
  std::vector<std::size_t> at_;     // of each part, its place in what is looked at
  std::vector<std::size_t> depth_;  // of each part, from 1; 0: not found yet
  edges besides_;
};

}  // namespace lupaus::inline v0::detail::io
