// SPDX-License-Identifier: BSL-1.0
//
// A story told again to a promise and a policy, move by move: does it still come to that?
//
//   replay order{as_sold, rules_policy{}};
//   order.orders();
//   order.happens("delivery", "shipped");
//   order.happens("delivery", "lost");
//   order.asks_for_replacement("delivery", answer::refuses);
//   order.asks_to_cancel(answer::refuses);
//   BOOST_TEST(order.has_a_way_out(), order.account());
#pragma once

#include "lupaus/explore/event_names.hpp"
#include "lupaus/explore/move_text.hpp"
#include "lupaus/explore/order/counted_on.hpp"
#include "lupaus/explore/order/independent_parts.hpp"
#include "lupaus/explore/order/order_system.hpp"
#include "lupaus/model/model.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

struct replay_options {
  std::size_t units = 2;    ///< of a part that has more, as `explore_options::units`
  bool tells_time = false;  ///< as `explore_options::tells_time`
};

/// Replays a story. The policy is asked anew at every request; where it now gives her what it did
/// not, or where a move is no longer possible, the story is over, and what follows is passed over.
/// Then, or at the end: is she trapped, has she a way out?
///
/// Keeps the model and the policy. Failures are not limited. Each move costs as much as the moves
/// of its state; `has_a_way_out` a search of what can be counted on.
template <policy Policy>
class replay {
 public:
  explicit replay(model const& m, Policy p = {}, replay_options const& options = {})
      : replay{m.view(), m, std::move(p), options} {}
  explicit replay(model_view const& m, Policy p = {}, replay_options const& options = {})
      : replay{m, std::nullopt, std::move(p), options} {}
  replay(replay const&) = delete;  // its parts refer to each other
  replay& operator=(replay const&) = delete;

  // ---- the moves, by name --------------------------------------------------------------------

  void orders() { make({.kind = move_kind::orders}); }
  /// Something happens to a part. A name is as of `event_called`; `unit` counts from 0.
  void happens(std::string_view part, std::string_view event, std::size_t unit = 0) {
    make_named({.kind = move_kind::happens}, part, event, unit);
  }
  /// The seller is told of it.
  void reports(std::string_view part, std::string_view event, std::size_t unit = 0) {
    make_named({.kind = move_kind::reports}, part, event, unit);
  }
  /// The policy acts on what happened to a part.
  void acts(std::string_view part, std::string_view event, answer was, std::size_t unit = 0) {
    make_named({.kind = move_kind::acts, .says = {.does = was}}, part, event, unit);
  }
  /// The customer tells a part's performer that he can begin.
  void tells(std::string_view part, std::size_t unit = 0) {
    make_named({.kind = move_kind::tells}, part, {}, unit);
  }
  /// She asks for another one of what failed; `was`: what she was answered.
  void asks_for_replacement(std::string_view part, answer was, std::size_t unit = 0) {
    make_named({.kind = move_kind::asks, .on = occasion::replacement, .says = {.does = was}}, part,
               {}, unit);
  }
  void asks_to_cancel(answer was) {
    make({.kind = move_kind::asks, .on = occasion::cancellation, .says = {.does = was}});
  }
  /// She, who has not paid, goes elsewhere.
  void leaves() { make({.kind = move_kind::leaves}); }

  /// Any move; of `says` only what it does counts, and not who makes the move.
  void make(order_move const& x) {
    if (is_over()) return;
    auto const found = find(system_, state_, x);
    if (!found) return pass_over(x);
    auto const& made = found->first;
    state_ = found->second;
    moves_.push_back(made);
    if (made.kind == move_kind::breaks && x.kind != move_kind::breaks) {
      over_ = "Here the story ends: the policy gives no decision.";
      return;
    }
    auto const is_answer = x.kind == move_kind::asks || x.kind == move_kind::acts;
    if (is_answer && made.says.does != x.says.does) {
      is_answered_otherwise_ = true;
      if (is_granted(made.says) && !is_granted(x.says))
        over_ = "Here the story ends: it was '" + std::string{to_string(x.says.does)} + "'.";
    }
  }

  // ---- how it stands -------------------------------------------------------------------------

  /// True when a move could not be made, or she was granted what she had not been.
  bool is_over() const { return !over_.empty(); }
  /// Every move could be made, and every answer was the same.
  bool is_the_same_story() const { return !is_over() && !is_answered_otherwise_; }
  order_view view() const { return system_.view(state_); }
  /// The moves that were made, with the answers of now.
  std::vector<order_move> const& moves() const { return moves_; }

  /// What can be counted on brings her what she was promised, or her money back; never once the
  /// policy has broken. Parts that have nothing to do with each other are looked at apart.
  bool has_a_way_out() const {
    if (is_too_large_ || is_broken()) return false;
    if constexpr (detail::is_rules<Policy>) {
      auto const sets = independent_parts(plan_.model());
      if (sets.size() > 1)
        return std::all_of(sets.begin(), sets.end(), [&](auto const& set) {
          order_plan const plan{plan_.model(), options_.units, false, set, options_.tells_time};
          system_type const system{plan, policy_, most_failures, options_.tells_time};
          auto s = first(system);
          for (auto const& x : moves_)
            if (auto const made = find(system, s, x)) s = made->second;
          return detail::can_end_well(system, s);
        });
    }
    return detail::can_end_well(system_, state_);
  }
  /// She has no way out, and all that she can ask was asked in vain.
  bool is_trapped() const {
    return !is_too_large_ && system_.has_asked_in_vain(state_) && !has_a_way_out();
  }
  /// The policy gave no decision that could be followed.
  bool is_broken() const { return !is_too_large_ && view().phase() == order_phase::broken; }

  /// What happened, a line a move, and how it stands: for the message of a test.
  std::string account() const {
    auto const& m = plan_.model();
    std::string text;
    for (std::size_t i = 0; i < moves_.size(); ++i) {
      auto const said = phrase_outcome(m, moves_[i], detail::is_rules<Policy>);
      text += "\n  " + std::to_string(i + 1) + ". " + phrase(m, moves_[i]);
      if (!said.empty()) text += ": " + said;
    }
    if (is_over()) text += "\n  " + over_;
    if (has_a_way_out()) return text + "\n  She has a way out.";
    return text + "\n  Nothing that can be counted on frees her.";
  }

 private:
  static constexpr std::size_t most_bytes = 512, most_failures = 255;
  using system_type = order_system<most_bytes, Policy>;
  using state = typename system_type::state_type;

  replay(model_view const& m, std::optional<model> keep, Policy p, replay_options const& options)
      : keep_{std::move(keep)},
        policy_{std::move(p)},
        options_{options},
        plan_{keep_ ? keep_->view() : m,
              options.units,
              !detail::is_rules<Policy>,
              {},
              options.tells_time},
        system_{plan_, policy_, most_failures, options.tells_time} {
    is_too_large_ = plan_.bytes() > most_bytes ||
                    plan_.model().events.size() > order_plan::most_events ||
                    plan_.model().parties.size() > order_plan::most_events;
    if (is_too_large_)
      over_ = "The promise is too large to be replayed.";
    else
      state_ = first(system_);
  }

  static state first(system_type const& system) {
    state begin;
    system.for_each_initial([&](state const& s) { begin = s; });
    return begin;
  }
  // The first move of a state that is the one told.
  static std::optional<std::pair<order_move, state>> find(system_type const& system, state const& s,
                                                          order_move const& told) {
    std::optional<std::pair<order_move, state>> found;
    system.for_each_successor(s, [&](state const& to, order_move const& with) {
      if (!found && is_same(with, told)) found.emplace(with, to);
    });
    return found;
  }
  void make_named(order_move x, std::string_view part, std::string_view event, std::size_t unit) {
    if (is_over()) return;
    auto const& m = plan_.model();
    x.part = part_called(m, part);
    x.unit = static_cast<std::uint8_t>(unit);
    if (!x.part) {
      over_ = "Here the story ends: there is no part '" + std::string{part} + "'.";
      return;
    }
    if (!event.empty() && !(x.event = event_called(m, x.part, event))) {
      over_ = "Here the story ends: '" + std::string{event} + "' cannot happen to the part '" +
              std::string{part} + "'.";
      return;
    }
    make(x);
  }

  static bool is_same(order_move const& made, order_move const& told) {
    auto const is_question = told.kind == move_kind::asks || told.kind == move_kind::acts;
    if (made.kind != told.kind && !(is_question && made.kind == move_kind::breaks)) return false;
    if (made.part != told.part || made.unit != told.unit || made.on != told.on) return false;
    return told.kind == move_kind::asks || !told.event || made.event == told.event;
  }

  // A request that was answered so already is no move, and no matter.
  void pass_over(order_move const& x) {
    auto const& m = plan_.model();
    if (x.kind == move_kind::asks && view().phase() == order_phase::open) {
      auto const was = x.on == occasion::cancellation  ? view().cancellation()
                       : x.unit < view().units(x.part) ? view().replacement(x.part, x.unit)
                                                       : reply::not_asked;
      if (was != reply::not_asked) return;
    }
    auto told = x;
    if (!told.by) told.by = told.kind == move_kind::acts ? m.seller : m.customer;
    over_ = "Here the story ends: '" +
            (x.kind == move_kind::happens || x.kind == move_kind::reports ? name_of(m, x.event)
                                                                          : phrase(m, told)) +
            "' cannot be.";
  }

  std::optional<model> keep_;
  mutable Policy policy_;  // asked for what could be, too
  replay_options options_;
  order_plan plan_;
  system_type system_;
  state state_;
  std::vector<order_move> moves_;
  std::string over_;  // why the story is over
  bool is_answered_otherwise_ = false, is_too_large_ = false;
};

}  // namespace lupaus::inline v0
