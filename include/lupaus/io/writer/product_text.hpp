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

  /// Products of all composites, and what must come before what besides. O(parts · precedences).
  explicit product_finder(model_view const& m) : m_{m}, of_(m.parts.size()) {
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
  std::vector<part_id>& children_of(part_id p) {
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
      if (!is_leaf(m_.parts[p])) of_[p.index()] = compose(children_of(p), steps[p.index()]);
  }
  bool meet(part_id x, part_id y) const { return m_.parts[x].within == m_.parts[y].within; }
  std::size_t depth(part_id p) const {
    std::size_t n = 0;
    for (; p; p = m_.parts[p].within) ++n;
    return n;
  }

  // Series-parallel, as far as it is that; else together, and the steps are left to `besides`.
  written_product compose(std::vector<part_id> const& parts, edges const& steps) const {
    if (steps.empty() && parts.size() > 1) {
      written_product side_by_side;
      for (auto p : parts) side_by_side.inside.push_back({p, false, {}});
      return side_by_side;
    }
    if (parts.size() == 1) return {parts[0], false, {}};
    written_product whole_of;
    auto groups = connected(parts, steps);
    if (groups.size() > 1) {
      for (auto const& g : groups) whole_of.inside.push_back(compose(g, within(g, steps)));
      return whole_of;
    }
    groups = in_series(parts, steps);
    whole_of.in_order = groups.size() > 1;
    if (whole_of.in_order)
      for (auto const& g : groups) whole_of.inside.push_back(compose(g, within(g, steps)));
    else
      for (auto p : parts) whole_of.inside.push_back({p, false, {}});
    return whole_of;
  }

  // Places of parts in a list, by their ids.
  class ranks {
   public:
    ranks(std::vector<part_id> const& list, std::size_t parts) : of_(parts, none) {
      for (std::size_t i = 0; i < list.size(); ++i) of_[list[i].index()] = i;
    }
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t operator()(part_id p) const { return of_[p.index()]; }

   private:
    std::vector<std::size_t> of_;
  };

  edges within(std::vector<part_id> const& parts, edges const& steps) const {
    ranks const at{parts, m_.parts.size()};
    edges inner;
    for (auto const& s : steps)
      if (at(s.first) != ranks::none && at(s.second) != ranks::none) inner.push_back(s);
    return inner;
  }

  // Weakly connected components, in the order of their first parts.
  std::vector<std::vector<part_id>> connected(std::vector<part_id> const& parts,
                                              edges const& steps) const {
    ranks const at{parts, m_.parts.size()};
    std::vector<std::size_t> root(parts.size());
    for (std::size_t i = 0; i < root.size(); ++i) root[i] = i;
    auto const find_root = [&](std::size_t i) {
      while (root[i] != i) i = root[i] = root[root[i]];
      return i;
    };
    for (auto const& [a, b] : steps) {
      auto const x = find_root(at(a)), y = find_root(at(b));
      root[(std::max)(x, y)] = (std::min)(x, y);
    }
    std::vector<std::vector<part_id>> found;
    std::vector<std::size_t> place(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
      auto const r = find_root(i);
      if (r == i) {
        place[i] = found.size();
        found.emplace_back();
      }
      found[place[r]].push_back(parts[i]);
    }
    return found;
  }

  // Cut wherever every end of what comes before is followed by every beginning of what comes after,
  // and by nothing else. One group when there is a cycle, or no cut. O(parts² + parts · steps).
  std::vector<std::vector<part_id>> in_series(std::vector<part_id> const& parts,
                                              edges const& steps) const {
    ranks const at{parts, m_.parts.size()};
    std::vector<std::size_t> waits(parts.size());
    std::vector<std::vector<std::size_t>> next(parts.size());
    for (auto const& [a, b] : steps) {
      ++waits[at(b)];
      next[at(a)].push_back(at(b));
    }
    std::vector<part_id> order;
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
    if (order.size() < parts.size()) return {parts};
    ranks const place{order, m_.parts.size()};
    std::vector<std::vector<part_id>> groups(1);
    for (std::size_t n = 0; n < order.size(); ++n) {
      if (n > 0 && is_cut(place, order.size(), n, steps)) groups.emplace_back();
      groups.back().push_back(order[n]);
    }
    for (auto& g : groups) std::sort(g.begin(), g.end());
    return groups;
  }
  static bool is_cut(ranks const& place, std::size_t size, std::size_t n, edges const& steps) {
    std::vector<char> is_inner(size);  // neither an end of the one nor a beginning of the other
    for (auto const& [a, b] : steps) {
      auto const x = place(a), y = place(b);
      if (y < n) is_inner[x] = 1;
      if (x >= n) is_inner[y] = 1;
    }
    std::size_t crossing = 0, ends = 0, beginnings = 0;
    for (std::size_t i = 0; i < size; ++i)
      if (!is_inner[i]) ++(i < n ? ends : beginnings);
    for (auto const& [a, b] : steps) {
      auto const x = place(a), y = place(b);
      if (x >= n || y < n) continue;
      if (is_inner[x] || is_inner[y]) return false;
      ++crossing;
    }
    return crossing == ends * beginnings;
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
  std::vector<std::vector<part_id>> children_;
  std::vector<written_product> of_;
  edges besides_;
};

}  // namespace lupaus::inline v0::detail::io
