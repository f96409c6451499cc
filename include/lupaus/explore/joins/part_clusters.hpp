// SPDX-License-Identifier: BSL-1.0
//
// Parts that meet by precedence alone: what happens to one cluster of them concerns another no
// further than that it is performed, or is not.
#pragma once

#include "lupaus/explore/joins/part_groups.hpp"
#include "lupaus/explore/order/asked_parts.hpp"
#include "lupaus/life/order/order_plan.hpp"
#include "lupaus/model/view.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace lupaus::inline v0::detail {

/// The leaf parts of a promise in clusters. Between two of them there is precedence, one way, and
/// nothing else:
///
///   - no way, deadline, rule, window or gate in one asks what happened in the other, but that what
///     comes before is performed;
///   - no remedy for a failure in one begins a part of the other anew when it has begun: what fails
///     comes before it, and does not fail once it is performed;
///   - what is in stock does not come after what may fail once it is performed.
///
/// O(parts³ + events · commitments).
class part_clusters {
 public:
  static constexpr std::size_t none = ~std::size_t{0};

  /// `plan`: of the whole promise. `set`: by part, those that are to be put in clusters; all where
  /// it is empty. `asked`: what a policy looked at, which is asked too.
  part_clusters(order_plan const& plan, std::vector<bool> const& set, asked_parts const& asked)
      : m_{plan.model()}, groups_{m_, joined_by::events} {
    for (auto p : m_.parts.ids())
      if (is_leaf(m_.parts[p]) && (set.empty() || set[p.index()])) leaves_.push_back(p);
    find_later();
    find_remedied(plan);
    for (auto p : leaves_)
      for (auto q : leaves_)
        if (asked.has(p, q)) groups_.join(p, q);
    join_what_is_there_for_a_while();
    do {
      number();
    } while (join_what_is_begun_anew() || join_rings());
    decides_.resize(size());
    for (auto p : leaves_)
      if (asked.has({}, p)) decides_[of(p)] = true;
    closing_.resize(size());
    for (auto e : groups_.closing())
      if (auto const c = of(m_.events[e].of); c != none) closing_[c].push_back(e);
    for (auto p : groups_.deciding())
      if (of_[p.index()] != none) decides_[of_[p.index()]] = true;
  }

  std::size_t size() const { return parts_.size(); }
  std::vector<part_id> const& operator[](std::size_t cluster) const { return parts_[cluster]; }
  /// The cluster of a leaf part; `none` of one outside the set.
  std::size_t of(part_id p) const { return of_[p.index()]; }
  /// Events of it that end the time in which she may cancel the order.
  std::vector<event_id> const& closing(std::size_t cluster) const { return closing_[cluster]; }
  /// Something that ends that time happens to a part which comes after it, and is not followed.
  bool is_before_closing(part_id p, std::vector<std::size_t> const& followed) const {
    return std::any_of(groups_.closing().begin(), groups_.closing().end(), [&](event_id e) {
      auto const after = m_.events[e].of;
      return of(after) != none && followed[after.index()] == 0 && is_later(after, p);
    });
  }
  /// Its events decide otherwise how a request is answered that concerns the whole order.
  bool decides(std::size_t cluster) const { return decides_[cluster]; }
  /// The part comes after the other, directly or not.
  bool is_later(part_id later, part_id earlier) const {
    return later_[earlier.index()][later.index()];
  }
  /// Some part of the cluster comes after some part of the other.
  bool comes_after(std::size_t cluster, std::size_t other) const { return after_[cluster][other]; }
  /// How many clusters it comes after: less than any that comes after it.
  std::size_t rank(std::size_t cluster) const {
    return static_cast<std::size_t>(
        std::count(after_[cluster].begin(), after_[cluster].end(), true));
  }

 private:
  void find_later() {
    later_.assign(m_.parts.size(), std::vector<bool>(m_.parts.size()));
    for (auto p : leaves_) {
      flags later{m_.parts.size()};
      groups_.order().find_later(p, later);
      for (auto q : leaves_) later_[p.index()][q.index()] = later[q.index()];
    }
  }
  // What a remedy may be for: what fails, and what a rule is on.
  void find_remedied(order_plan const& plan) {
    may_be_remedied_.resize(m_.parts.size());
    for (auto const& r : m_.rules)
      if (auto const p = m_.events[cause_of(m_, r.on)].of) may_be_remedied_[p.index()] = true;
    fails_when_done_.resize(m_.parts.size());
    for (auto const& w : plan.ways())
      if (is_failure(m_.events[w.to].kind)) may_be_remedied_[m_.events[w.to].of.index()] = true;
    for (auto const& p : plan.parts())
      fails_when_done_[p.part.index()] = plan.may_fail_when_done(p.part);
  }
  // What is in stock is there once all that comes before it is performed at one time: that is a
  // matter of all of it, where some of it may fail after that.
  void join_what_is_there_for_a_while() {
    for (auto q : leaves_) {
      if (!is_in_stock(m_, q)) continue;
      for (auto p : leaves_)
        for (auto other : leaves_)
          if (is_later(q, p) && fails_when_done_[p.index()] && is_later(q, other))
            groups_.join(q, other);
    }
  }
  void number() {
    parts_.clear();
    of_.assign(m_.parts.size(), none);
    for (auto p : leaves_) {
      auto& first = of_[groups_[p]];
      if (first == none) first = parts_.size(), parts_.emplace_back();
      of_[p.index()] = first;
      parts_[first].push_back(p);
    }
    after_.assign(size(), std::vector<bool>(size()));
    for (auto p : leaves_)
      for (auto q : leaves_)
        if (is_later(q, p) && of(p) != of(q)) after_[of(q)][of(p)] = true;
    for (std::size_t k = 0; k < size(); ++k)
      for (std::size_t i = 0; i < size(); ++i)
        for (std::size_t j = 0; after_[i][k] && j < size(); ++j)
          if (after_[k][j]) after_[i][j] = true;
  }

  // A remedy in a cluster may begin anew what comes later than any of its parts.
  bool join_what_is_begun_anew() {
    for (auto const& cluster : parts_)
      for (auto object : cluster)
        for (auto q : leaves_) {
          if (of(q) == of(object) || !is_later(q, object)) continue;
          auto const is_apart = std::all_of(cluster.begin(), cluster.end(), [&](part_id p) {
            return !may_be_remedied_[p.index()] || (is_later(q, p) && !fails_when_done_[p.index()]);
          });
          if (is_apart) continue;
          groups_.join(q, object);
          return true;
        }
    return false;
  }
  bool join_rings() {
    for (std::size_t i = 0; i < size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (after_[i][j] && after_[j][i]) {
          groups_.join(parts_[i][0], parts_[j][0]);
          return true;
        }
    return false;
  }

  model_view const& m_;
  part_groups groups_;
  std::vector<part_id> leaves_;
  std::vector<std::vector<bool>> later_;  // by the earlier part
  std::vector<bool> may_be_remedied_, fails_when_done_;
  std::vector<std::vector<part_id>> parts_;
  std::vector<std::size_t> of_;
  std::vector<std::vector<bool>> after_;
  std::vector<bool> decides_;
  std::vector<std::vector<event_id>> closing_;
};

}  // namespace lupaus::inline v0::detail
