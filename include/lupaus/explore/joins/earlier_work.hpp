// SPDX-License-Identifier: BSL-1.0
//
// What comes before the parts that a search follows, and is not followed: it takes no move there,
// and its moves are told in a story where they are needed.
#pragma once

#include "lupaus/explore/joins/part_clusters.hpp"
#include "lupaus/explore/joins/quiet_cluster.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// Sets of work, by bits. The work of one set is done once, however many parts need it.
class earlier_work {
 public:
  using mask = std::uint32_t;
  static constexpr std::size_t most_sets = 4;

  /// `followed`: by part. None where the fewest moves of a story cannot be told by sets: there are
  /// more than `most_sets`, or two of them need one cluster in different states.
  static std::optional<earlier_work> find(
      part_clusters const& clusters, std::vector<bool> const& followed,
      std::vector<std::unique_ptr<quiet_cluster>> const& quiet) {
    earlier_work found{followed.size()};
    std::map<std::vector<part_id>, mask> sets;
    for (std::size_t i = 0; i < followed.size(); ++i) {
      auto const after = part_id{i};
      if (!followed[i]) continue;
      std::vector<part_id> needed;
      for (std::size_t c = 0; c < clusters.size(); ++c)
        for (auto p : clusters[c])
          if (!followed[p.index()] && clusters.is_later(after, p)) needed.push_back(p);
      if (needed.empty()) continue;
      auto const known = sets.find(needed);
      if (known == sets.end() && sets.size() == most_sets) return std::nullopt;
      found.needs_[i] = sets.try_emplace(needed, mask{1} << sets.size()).first->second;
    }
    std::map<std::size_t, std::vector<part_id>> of_cluster;
    for (auto const& [needed, bit] : sets) {
      std::map<std::size_t, std::vector<part_id>> mine;
      for (auto p : needed) mine[clusters.of(p)].push_back(p);
      for (auto const& [c, parts] : mine) {
        if (auto const [at, is_new] = of_cluster.try_emplace(c, parts);
            !is_new && at->second != parts)
          return std::nullopt;
        auto const at = std::find_if(found.work_.begin(), found.work_.end(),
                                     [&](work const& w) { return w.cluster == c; });
        if (at != found.work_.end())
          at->in |= bit;
        else
          found.work_.push_back({c, rank_of(clusters, c), bit, quiet[c]->moves_to(parts)});
      }
    }
    std::sort(found.work_.begin(), found.work_.end(), [](work const& a, work const& b) {
      return std::pair{a.rank, a.cluster} < std::pair{b.rank, b.cluster};
    });
    found.sets_ = sets.size();
    return found;
  }

  std::size_t sets() const { return sets_; }
  /// What a part needs before it can begin.
  mask needed_by(part_id p) const { return needs_[p.index()]; }
  /// The moves that it takes where `done` is done. O(clusters).
  std::size_t moves_of(mask needed, mask done) const {
    std::size_t many = 0;
    for_each(needed, done, [&](work const& w) { many += w.moves.size(); });
    return many;
  }
  /// Adds these moves, what comes first before what follows it.
  void tell(mask needed, mask done, std::vector<order_move>& to) const {
    for_each(needed, done,
             [&](work const& w) { to.insert(to.end(), w.moves.begin(), w.moves.end()); });
  }

 private:
  struct work {
    std::size_t cluster;
    std::size_t rank;  // clusters that come before it
    mask in;           // the sets that it is part of
    std::vector<order_move> moves;
  };

  explicit earlier_work(std::size_t parts) : needs_(parts) {}

  static std::size_t rank_of(part_clusters const& clusters, std::size_t c) {
    std::size_t rank = 0;
    for (std::size_t i = 0; i < clusters.size(); ++i) rank += clusters.comes_after(c, i) ? 1u : 0u;
    return rank;
  }
  template <class F>
  void for_each(mask needed, mask done, F&& f) const {
    for (auto const& w : work_)
      if ((w.in & needed) != 0 && (w.in & done) == 0) f(w);
  }

  std::vector<mask> needs_;
  std::vector<work> work_;
  std::size_t sets_ = 0;
};

}  // namespace lupaus::inline v0::detail
