// SPDX-License-Identifier: BSL-1.0
//
// Shortest ways to the states of a space, also where some moves stand for more than one.
#pragma once

#include "lupaus/explore/joins/earlier_work.hpp"
#include "lupaus/explore/order/order_space.hpp"
#include "lupaus/explore/search/work_meter.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <vector>

namespace lupaus::inline v0::detail {

/// A way to a state.
struct state_path {
  std::vector<state_number> states;  ///< from the first to the last
  std::vector<order_move> moves;
  std::vector<std::size_t> told;  ///< by the states' places: how many of the moves lead there
  std::size_t closed = 0;         ///< after so many moves she can no longer cancel
};

/// The shortest ways as the search found them; where some parts need work that it did not follow,
/// the moves of that work are counted (Dijkstra, "A note on two problems in connexion with graphs",
/// 1959, over states and what is done of the work). Then O(2^sets · (states + moves + cost)), and 9
/// bytes for each state and set of sets.
class state_paths {
 public:
  /// `earlier` may be none. Says nothing where the meter stops it.
  state_paths(order_space const& space, earlier_work const* earlier, work_meter& meter)
      : space_{space}, earlier_{earlier && earlier->sets() > 0 ? earlier : nullptr} {
    if (earlier_) find(meter);
  }

  /// The state to which the next fewest moves lead after `i` others.
  state_number nearest(std::size_t i) const {
    return order_.empty() ? static_cast<state_number>(i) : order_[i];
  }

  /// A way leads to the state after which she may still cancel, though the space takes it that she
  /// may not.
  bool may_cancel_at(state_number n) const {
    for (std::size_t m = 0; earlier_ && m < done(); ++m)
      if (fewest_[place(n, static_cast<mask>(m))] != unknown &&
          earlier_->moves_of(earlier_->closing(), static_cast<mask>(m)) > 0)
        return true;
    return false;
  }
  /// The fewest moves to the state.
  std::size_t moves_to(state_number n) const {
    return earlier_ ? fewest_[nearest_place(n, false)] : space_.depth_of(n);
  }
  /// `closes`: in the end she can no longer cancel.
  state_path to(state_number n, bool closes = true) const {
    state_path path;
    if (earlier_) {
      tell_counted(n, closes, path);
    } else {
      path.moves = space_.path_to(n);
      path.states = space_.states_to(n);
      path.told.resize(path.states.size());
      std::iota(path.told.begin(), path.told.end(), std::size_t{0});
    }
    return path;
  }

 private:
  using mask = earlier_work::mask;
  static constexpr auto unknown = (std::numeric_limits<std::uint32_t>::max)();

  // A place: a state, and what is done of the work.
  std::size_t done() const { return std::size_t{1} << earlier_->sets(); }
  std::size_t place(state_number n, mask m) const { return n * done() + m; }

  // What a move needs that begins something: a part begins, or its performer is told that he can.
  mask needed_by(state_number from, order_move const& m) const {
    if (m.kind == move_kind::asks && m.on == occasion::cancellation && !is_granted(m.says))
      return earlier_->closing();
    if (m.kind == move_kind::tells) return earlier_->needed_by(m.part);
    if (m.kind != move_kind::happens) return 0;
    auto const& plan = space_.moves().plan();
    auto const x = space_[from];
    for (auto i : plan.of(m.part)->ways) {
      auto const& w = plan.ways()[i];
      if (w.to == m.event && w.from && x.has_happened_for(w.from, m.part, m.unit)) return 0;
    }
    return earlier_->needed_by(m.part);
  }

  // Calls `f(to, move)` for every move of an expanded state.
  template <class F>
  void for_each_move(state_number from, F&& f) const {
    if (from >= space_.kept_moves().states()) return;
    auto at = begins_[from];
    space_.for_each_successor(from, [&](std::uint8_t const*, order_move const& m) {
      if (at < begins_[from + 1u]) f(space_.kept_moves().to(at++), m);
    });
  }

  // Of ways as short, one that ends in a request is told: requests come last.
  static std::uint8_t rank(order_move const& m) {
    if (m.kind != move_kind::asks) return 0;
    return m.on == occasion::cancellation ? 2 : 1;
  }

  void find(work_meter& meter) {
    auto const places = space_.size() * done();
    if (places >= unknown) meter.stop(stop_reason::memory);
    if (!meter.has_room_for(places * 9)) return;
    begins_ = space_.kept_moves().offsets();
    fewest_.assign(places, unknown);
    before_.assign(places, 0);
    rank_.assign(places, 0);
    std::vector<std::vector<std::size_t>> open(1);  // by the number of moves
    fewest_[0] = 0;
    open[0].push_back(0);
    for (std::size_t many = 0; many < open.size(); ++many)
      for (std::size_t i = 0; i < open[many].size(); ++i) {
        if (!meter.has_time()) return;
        auto const at = open[many][i];
        if (fewest_[at] != many) continue;
        auto const from = static_cast<state_number>(at / done());
        auto const is_done = static_cast<mask>(at % done());
        for_each_move(from, [&](state_number to, order_move const& m) {
          auto const needed = needed_by(from, m);
          auto const next = place(to, is_done | needed);
          auto const moves = many + 1 + earlier_->moves_of(needed, is_done);
          if (fewest_[next] < moves || (fewest_[next] == moves && rank(m) <= rank_[next])) return;
          auto const is_nearer = moves < fewest_[next];
          fewest_[next] = static_cast<std::uint32_t>(moves);
          before_[next] = static_cast<std::uint32_t>(at);
          rank_[next] = rank(m);
          if (!is_nearer) return;
          if (open.size() <= moves) open.resize(moves + 1);
          open[moves].push_back(next);
        });
      }
    std::vector<std::uint32_t> best(space_.size());
    for (std::size_t n = 0; n < best.size(); ++n) best[n] = closed(nearest_place(n, true));
    order_.resize(space_.size());
    std::iota(order_.begin(), order_.end(), state_number{0});
    std::stable_sort(order_.begin(), order_.end(),
                     [&](state_number a, state_number b) { return best[a] < best[b]; });
  }
  // The moves to a place, and those after which she can no longer cancel there.
  std::uint32_t closed(std::size_t at) const {
    if (fewest_[at] == unknown) return unknown;
    auto const is_done = static_cast<mask>(at % done());
    return fewest_[at] +
           static_cast<std::uint32_t>(earlier_->moves_of(earlier_->closing(), is_done));
  }
  // The place of a state that the fewest moves lead to.
  std::size_t nearest_place(std::size_t n, bool closes) const {
    auto const moves = [&](std::size_t at) { return closes ? closed(at) : fewest_[at]; };
    auto best = n * done();
    for (auto at = best; at < (n + 1) * done(); ++at)
      if (moves(at) < moves(best)) best = at;
    return best;
  }

  void tell_counted(state_number n, bool closes, state_path& path) const {
    std::vector<std::size_t> places{nearest_place(n, closes)};
    while (places.back() != 0) places.push_back(before_[places.back()]);
    std::reverse(places.begin(), places.end());
    path.states.push_back(0);
    path.told.push_back(0);
    auto const close = [&](std::size_t at) {
      auto const left = earlier_->moves_of(earlier_->closing(), static_cast<mask>(at % done()));
      if (left == 0 && path.closed == 0) path.closed = without_requests(path.moves);
    };
    for (std::size_t i = 1; i < places.size(); ++i) {
      auto const from = static_cast<state_number>(places[i - 1] / done());
      auto const is_done = static_cast<mask>(places[i - 1] % done());
      auto is_found = false;
      for_each_move(from, [&](state_number to, order_move const& m) {
        auto const needed = needed_by(from, m);
        if (is_found || place(to, is_done | needed) != places[i] || rank(m) != rank_[places[i]])
          return;
        auto const moves = 1 + earlier_->moves_of(needed, is_done);
        if (fewest_[places[i - 1]] + moves != fewest_[places[i]]) return;
        is_found = true;
        tell_work(needed, is_done, path);
        close(places[i]);
        path.moves.push_back(m);
        path.states.push_back(to);
        path.told.push_back(path.moves.size());
      });
    }
    if (closes) tell_work(earlier_->closing(), static_cast<mask>(places.back() % done()), path);
    if (path.closed == 0) path.closed = without_requests(path.moves);
  }

  static std::size_t without_requests(std::vector<order_move> const& moves) {
    auto many = moves.size();
    while (many > 0 && moves[many - 1].kind == move_kind::asks) --many;
    return many;
  }
  // Work comes before requests that were made right before it is needed: these change nothing in
  // it.
  void tell_work(mask needed, mask is_done, state_path& path) const {
    auto const at = without_requests(path.moves);
    std::vector<order_move> work;
    earlier_->tell(needed, is_done, work);
    path.moves.insert(path.moves.begin() + static_cast<std::ptrdiff_t>(at), work.begin(),
                      work.end());
    for (auto& told : path.told)
      if (told > at) told += work.size();
  }

  order_space const& space_;
  earlier_work const* earlier_;
  std::vector<state_number> order_;
  std::vector<std::size_t> begins_;
  std::vector<std::uint32_t> fewest_, before_;  // by place
  std::vector<std::uint8_t> rank_;              // of the move that leads there
};

}  // namespace lupaus::inline v0::detail
