// SPDX-License-Identifier: BSL-1.0
//
// Which clusters of parts are quiet, which are made of units that are alike, and when they are
// performed where nothing fails.
#pragma once

#include "lupaus/explore/explore_options.hpp"
#include "lupaus/explore/joins/part_clusters.hpp"
#include "lupaus/explore/joins/quiet_cluster.hpp"
#include "lupaus/explore/order/asked_parts.hpp"
#include "lupaus/explore/order/policy_ref.hpp"
#include "lupaus/life/order/order_plan.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// Searches each cluster alone. Its arguments must outlive it.
class quiet_parts {
 public:
  quiet_parts(order_plan const& plan, part_clusters const& clusters, policy_ref const& p,
              explore_options const& options, asked_parts& asked)
      : plan_{plan}, clusters_{clusters}, policy_{p}, options_{options}, asked_{asked} {
    find();
  }

  /// By cluster; none where it is not quiet, decides on requests, or on whether she may leave
  /// (E10).
  std::vector<std::unique_ptr<quiet_cluster>> const& searched() const { return quiet_; }
  bool has(std::size_t cluster) const { return quiet_[cluster] != nullptr; }
  bool any() const {
    return std::any_of(quiet_.begin(), quiet_.end(), [](auto const& q) { return q != nullptr; });
  }
  /// So many units of a cluster do for all that it has.
  bool are_alike(std::size_t cluster) const { return are_alike_[cluster]; }
  std::size_t most_alike() const { return std::max<std::size_t>(options_.failures, 1); }
  /// Of units that are alike, what each does that somebody may ask of any.
  std::vector<event_id> const& happen_always(std::size_t cluster) const {
    return happen_always_[cluster];
  }
  /// By part, when it is performed where nothing fails, in seconds since the order; none where
  /// somebody waits for what nobody has bound. 0 of parts that are followed in every timed search.
  std::optional<std::vector<std::uint32_t>> times_without_failures() const {
    std::vector<std::size_t> line(clusters_.size());
    std::iota(line.begin(), line.end(), std::size_t{0});
    std::stable_sort(line.begin(), line.end(), [&](std::size_t a, std::size_t b) {
      return clusters_.rank(a) < clusters_.rank(b);
    });
    std::vector<std::uint32_t> at(plan_.model().parts.size());
    for (auto c : line) {
      auto is_always = !quiet_[c];
      for (std::size_t d = 0; d < clusters_.size(); ++d)
        is_always = is_always || (!quiet_[d] && clusters_.comes_after(c, d));
      if (is_always) continue;
      quiet_cluster timed{plan_of(c, true, at), policy_, asked_};
      if (!timed.is_quiet()) return std::nullopt;
      for (auto p : clusters_[c]) {
        auto const by = timed.performed_by(p);
        if (!by) return std::nullopt;
        at[p.index()] = *by;
      }
    }
    return at;
  }

 private:
  model_view const& model() const { return plan_.model(); }
  /// Of a cluster alone: where its units are alike, of one.
  order_plan plan_of(std::size_t cluster, bool keeps_time,
                     std::vector<std::uint32_t> at = {}) const {
    return {model(),
            are_alike_[cluster] ? 1 : options_.units,
            !policy_.follows_rules(),
            only(cluster),
            keeps_time,
            false,
            {std::move(at), {}, {}}};
  }
  bool has_instalment(std::size_t cluster) const {
    auto const& parts = clusters_[cluster];
    return std::any_of(parts.begin(), parts.end(),
                       [&](part_id p) { return plan_.of(p)->is_instalment; });
  }
  std::vector<bool> only(std::size_t cluster) const {
    std::vector<bool> followed(model().parts.size());
    for (auto p : clusters_[cluster]) followed[p.index()] = true;
    return followed;
  }
  void find() {
    quiet_.resize(clusters_.size());
    are_alike_.resize(clusters_.size());
    happen_always_.resize(clusters_.size());
    for (std::size_t c = 0; c < clusters_.size(); ++c) {
      if (clusters_.decides(c) || has_instalment(c)) continue;
      are_alike_[c] = may_be_alike(c);
      auto cluster = make_quiet(c);
      if (are_alike_[c] && !(cluster && is_asked_of_one(c, *cluster))) {
        are_alike_[c] = false;
        cluster = make_quiet(c);
      }
      if (cluster && cluster->first({{}, clusters_.closing(c)})) quiet_[c] = std::move(cluster);
    }
  }
  /// None where it is not quiet.
  std::unique_ptr<quiet_cluster> make_quiet(std::size_t c) const {
    auto cluster = std::make_unique<quiet_cluster>(plan_of(c, false), policy_, asked_);
    return cluster->is_quiet() ? std::move(cluster) : nullptr;
  }
  // There are more of it than can fail, and as many of each part: what happens to one unit is asked
  // for by that unit alone.
  bool may_be_alike(std::size_t c) const {
    auto const& cluster = clusters_[c];
    auto const units = plan_.of(cluster[0])->units;
    return policy_.follows_rules() && clusters_.closing(c).empty() && units > most_alike() &&
           std::all_of(cluster.begin(), cluster.end(),
                       [&](part_id p) { return plan_.of(p)->units == units; });
  }
  // But deadlines ask for what has happened to any unit. Of the others, that is known of what
  // happens never, or always.
  bool is_asked_of_one(std::size_t c, quiet_cluster const& cluster) {
    auto& always = happen_always_[c];
    auto const ask = [&](event_id e) {
      if (!e || !is_of(e, c)) return true;
      if (cluster.happens_always(e)) always.push_back(e);
      return cluster.happens_never_or_always(e);
    };
    return std::all_of(
        model().commitments.begin(), model().commitments.end(),
        [&](commitment const& x) { return ask(x.antecedent) && ask(x.consequent.anchor); });
  }
  bool is_of(event_id e, std::size_t cluster) const {
    auto const& x = model().events[e];
    return x.of && clusters_.of(x.of) == cluster;
  }

  order_plan const& plan_;
  part_clusters const& clusters_;
  policy_ref policy_;
  explore_options const& options_;
  asked_parts& asked_;
  std::vector<std::unique_ptr<quiet_cluster>> quiet_;
  std::vector<bool> are_alike_;
  std::vector<std::vector<event_id>> happen_always_;
};

}  // namespace lupaus::inline v0::detail
