// SPDX-License-Identifier: BSL-1.0
//
// What parts that a search does not follow do in the meantime: it takes no move there, and its
// moves are told in a story where they are needed.
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

/// Sets of work, by bits: what comes before a part that is followed; and what ends the time in
/// which she may cancel. The work of one set is done once, however many parts need it.
class earlier_work {
 public:
  using mask = std::uint32_t;
  static constexpr std::size_t most_sets = 5;

  /// `followed`: by part, how many of its `units`. None where the fewest moves of a story cannot be
  /// told by sets: there are more than `most_sets`, or two of them need one cluster in states of
  /// which none leads to the other.
  static std::optional<earlier_work> find(
      part_clusters const& clusters, std::vector<std::size_t> const& followed,
      std::vector<std::size_t> const& units,
      std::vector<std::unique_ptr<quiet_cluster>> const& quiet) {
    earlier_work found{followed.size()};
    std::map<std::vector<part_id>, mask> sets;
    for (std::size_t i = 0; i < followed.size(); ++i) {
      auto const after = part_id{i};
      if (followed[i] == 0) continue;
      std::vector<part_id> needed;
      for (std::size_t c = 0; c < clusters.size(); ++c)
        for (auto p : clusters[c])
          if (followed[p.index()] < units[p.index()] && clusters.is_later(after, p))
            needed.push_back(p);
      if (needed.empty()) continue;
      auto const known = sets.find(needed);
      if (known == sets.end() && sets.size() + 1 == most_sets) return std::nullopt;
      found.needs_[i] = sets.try_emplace(needed, mask{1} << sets.size()).first->second;
    }
    found.sets_ = sets.size();
    for (std::size_t c = 0; c < clusters.size(); ++c) {
      auto const first = clusters[c][0].index();
      if (followed[first] == units[first]) continue;
      std::vector<need> needs;
      for (auto const& [parts, bit] : sets) {
        quiet_cluster::aim a;
        for (auto p : parts)
          if (clusters.of(p) == c) a.performed.push_back(p);
        add(needs, std::move(a), bit);
      }
      quiet_cluster::aim closes{{}, clusters.closing(c)};
      for (auto p : clusters[c])
        if (clusters.is_before_closing(p, followed)) closes.performed.push_back(p);
      if (found.closing_ == 0 && !(closes == quiet_cluster::aim{}))
        found.closing_ = mask{1} << found.sets_++;
      add(needs, std::move(closes), found.closing_);
      // A cluster of which one unit was searched does for each of the rest what that does.
      if (!found.add_work(needs, *quiet[c], clusters.rank(c), followed[first], units[first],
                          quiet[c]->units(clusters[c][0])))
        return std::nullopt;
    }
    std::stable_sort(found.work_.begin(), found.work_.end(), [](work const& a, work const& b) {
      return std::pair{a.rank, a.step} < std::pair{b.rank, b.step};
    });
    return found;
  }

  std::size_t sets() const { return sets_; }
  /// What a part needs before it can begin.
  mask needed_by(part_id p) const { return needs_[p.index()]; }
  /// What must have happened before she can no longer cancel.
  mask closing() const { return closing_; }
  /// The moves that it takes where `done` is done. O(moves).
  std::size_t moves_of(mask needed, mask done) const {
    std::size_t many = 0;
    for_each(needed, done, [&](work const&) { ++many; });
    return many;
  }
  /// Adds these moves, what comes first before what follows it.
  void tell(mask needed, mask done, std::vector<order_move>& to) const {
    for_each(needed, done, [&](work const& w) { to.push_back(w.move); });
  }

 private:
  struct need {
    quiet_cluster::aim of;
    mask in;
  };
  struct work {
    std::size_t rank;  // clusters that come before its own
    std::size_t step;  // there: all units take it before one takes the next
    mask in;           // the sets that it is part of
    order_move move;
  };

  explicit earlier_work(std::size_t parts) : needs_(parts) {}

  static void add(std::vector<need>& needs, quiet_cluster::aim a, mask bit) {
    if (a.performed.empty() && a.happened.empty()) return;
    for (auto& n : needs)
      if (n.of == a) return void(n.in |= bit);
    needs.push_back({std::move(a), bit});
  }
  // The work of one cluster: one shortest way that passes where each set needs it, no later than a
  // way of its own would.
  // For each `searched` units from the first to before the last.
  bool add_work(std::vector<need> const& needs, quiet_cluster const& c, std::size_t rank,
                std::size_t first_unit, std::size_t last_unit, std::size_t searched) {
    std::vector<state_number> farthest;  // the states on the longest of the ways
    std::vector<std::size_t> moves_needed;
    for (auto const& n : needs) {
      auto const at = c.first(n.of);
      if (!at) return false;
      auto path = c.states_to(*at);
      moves_needed.push_back(path.size() - 1);
      if (path.size() > farthest.size()) farthest = std::move(path);
    }
    if (farthest.empty()) return true;
    auto const moves = c.moves_to(farthest.back());
    std::vector<mask> in(moves.size());  // by move: the sets that need it
    for (std::size_t i = 0; i < needs.size(); ++i) {
      if (!c.is_at(farthest[moves_needed[i]], needs[i].of)) return false;
      for (std::size_t k = 0; k < moves_needed[i]; ++k) in[k] |= needs[i].in;
    }
    for (auto u = first_unit; u < last_unit; u += searched)
      for (std::size_t k = 0; k < moves.size(); ++k) {
        work_.push_back({rank, k, in[k], moves[k]});
        auto& unit = work_.back().move.unit;
        unit = static_cast<std::uint8_t>(unit + u);
      }
    return true;
  }
  template <class F>
  void for_each(mask needed, mask done, F&& f) const {
    for (auto const& w : work_)
      if ((w.in & needed) != 0 && (w.in & done) == 0) f(w);
  }

  std::vector<mask> needs_;
  std::vector<work> work_;
  std::size_t sets_ = 0;
  mask closing_ = 0;
};

}  // namespace lupaus::inline v0::detail
