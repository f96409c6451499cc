// SPDX-License-Identifier: BSL-1.0
//
// From the precedences of a model back to a product that can be read: what comes one after the
// other, and what stands together.
#pragma once

#include "lupaus/model/complete.hpp"
#include "lupaus/model/model.hpp"

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
        auto& to = steps[m_.parts[x].within.index()];
        if (x != y && std::find(to.begin(), to.end(), std::pair{x, y}) == to.end())
          to.emplace_back(x, y);
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

  static bool holds(std::vector<part_id> const& parts, part_id p) {
    return std::find(parts.begin(), parts.end(), p) != parts.end();
  }
  static edges within(std::vector<part_id> const& parts, edges const& steps) {
    edges inner;
    for (auto const& s : steps)
      if (holds(parts, s.first) && holds(parts, s.second)) inner.push_back(s);
    return inner;
  }

  static std::vector<std::vector<part_id>> connected(std::vector<part_id> const& parts,
                                                     edges const& steps) {
    std::vector<std::size_t> group(parts.size());
    auto const at = [&](part_id p) {
      return static_cast<std::size_t>(std::find(parts.begin(), parts.end(), p) - parts.begin());
    };
    for (std::size_t i = 0; i < group.size(); ++i) group[i] = i;
    for (auto const& [a, b] : steps) {
      auto const from = std::max(group[at(a)], group[at(b)]);
      auto const to = std::min(group[at(a)], group[at(b)]);
      std::replace(group.begin(), group.end(), from, to);
    }
    std::vector<std::vector<part_id>> found;
    for (std::size_t g = 0; g < group.size(); ++g) {
      std::vector<part_id> members;
      for (std::size_t i = 0; i < group.size(); ++i)
        if (group[i] == g) members.push_back(parts[i]);
      if (!members.empty()) found.push_back(std::move(members));
    }
    return found;
  }

  // Cut wherever every end of what comes before is followed by every beginning of what comes after,
  // and by nothing else. One group when there is a cycle, or no cut.
  static std::vector<std::vector<part_id>> in_series(std::vector<part_id> const& parts,
                                                     edges const& steps) {
    std::vector<part_id> order;
    for (auto left = parts; !left.empty();) {
      auto const free = std::find_if(left.begin(), left.end(), [&](part_id p) {
        return std::none_of(steps.begin(), steps.end(), [&](auto const& s) {
          return s.second == p && holds(left, s.first);
        });
      });
      if (free == left.end()) return {parts};
      order.push_back(*free);
      left.erase(free);
    }
    std::vector<std::vector<part_id>> groups(1);
    for (std::size_t n = 0; n < order.size(); ++n) {
      if (n > 0 && is_cut(order, n, steps)) groups.emplace_back();
      groups.back().push_back(order[n]);
    }
    for (auto& g : groups) std::sort(g.begin(), g.end());
    return groups;
  }
  static bool is_cut(std::vector<part_id> const& order, std::size_t n, edges const& steps) {
    std::vector<part_id> const early(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(n));
    std::size_t crossing = 0, ends = 0, beginnings = 0;
    std::vector<part_id> has_next, has_previous;
    for (auto const& [a, b] : steps) {
      auto const from_early = holds(early, a), to_early = holds(early, b);
      if (from_early && to_early) has_next.push_back(a);
      if (!from_early && !to_early) has_previous.push_back(b);
    }
    for (auto p : order) {
      if (holds(early, p))
        ends += holds(has_next, p) ? 0U : 1U;
      else
        beginnings += holds(has_previous, p) ? 0U : 1U;
    }
    for (auto const& [a, b] : steps)
      if (holds(early, a) && !holds(early, b)) {
        if (holds(has_next, a) || holds(has_previous, b)) return false;
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
    c.parties.push_back({});
    c.seller = party_id{0};
    for (auto const& p : m_.parts) c.parts.push_back({.kind = p.kind, .within = p.within});
    if (in_order)
      for (auto p : m_.parts.ids())
        if (!is_leaf(m_.parts[p])) spell_out(of_[p.index()], c.precedences);
    auto const written = c.precedences;
    completion<model_columns>{c}.run();
    besides_.clear();
    for (auto const& p : m_.precedences)
      if (std::find(c.precedences.begin(), c.precedences.end(), p) == c.precedences.end())
        besides_.emplace_back(p.before, p.after);
    if (besides_.empty()) return c.precedences.size() == m_.precedences.size();
    c.precedences = written;
    for (auto const& [a, b] : besides_) c.precedences.push_back({a, b});
    completion<model_columns>{c}.run();
    return std::equal(c.precedences.begin(), c.precedences.end(), m_.precedences.begin(),
                      m_.precedences.end());
  }

  model_view const& m_;
  std::vector<std::vector<part_id>> children_;
  std::vector<written_product> of_;
  edges besides_;
};

}  // namespace lupaus::inline v0::detail::io
