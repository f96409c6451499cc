// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: a story told again to an order.
#pragma once

#include "lupaus/detail/nearest_name.hpp"
#include "lupaus/explore/answers/trace_times.hpp"
#include "lupaus/explore/event_names.hpp"
#include "lupaus/explore/move_text.hpp"
#include "lupaus/explore/order/exposure_watch.hpp"
#include "lupaus/explore/order/independent_parts.hpp"
#include "lupaus/explore/order/order_space.hpp"
#include "lupaus/explore/replay.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/model/error.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// An order that a story is told to.
class order_replay {
 public:
  order_replay(explorable_promise const& promise, std::shared_ptr<void> policy,
               policy_ref const& asked, replay_options const& options)
      : promise_{promise},
        policy_{std::move(policy)},
        asked_{asked},
        options_{options},
        history_{promise_.view()},
        all_history_{everything_of(promise_.view())},
        plan_{fitting_plan()},
        moves_{plan_, asked_, most_failures, options.tells_time},
        watch_{plan_, false, options.units} {
    auto const is_large = plan_.bytes() > order_plan::most_bytes ||
                          model().events.size() > order_plan::most_events ||
                          model().parties.size() > order_plan::most_events;
    if (is_large) refuse(too_large(), {});
  }

  void make(order_move const& x, source_place const& at) {
    auto const may_be_impossible = std::exchange(may_be_impossible_, false);
    auto const& m = model();
    if ((x.part && !m.parts.contains(x.part)) || (x.event && !m.events.contains(x.event)))
      refuse(unknown("the move names what the promise does not have", {}), at);
    if (is_over()) return;
    auto const before = state_;
    auto const made = find_move(moves_, state_, x);
    if (plan_.lacks_history()) refuse(too_large(), at);
    if (!made) return pass_over(x, may_be_impossible, at);
    watch_.look(before.data(), *made, state_.data());
    made_.push_back(*made);
    if (made->kind == move_kind::breaks && x.kind != move_kind::breaks) {
      over_ = "Here the story ends: the policy gives no decision.";
      return;
    }
    auto const is_answer = x.kind == move_kind::asks || x.kind == move_kind::acts;
    if (!is_answer || made->says.does == x.says.does) return;
    is_answered_otherwise_ = true;
    if (is_granted(made->says) && !is_granted(x.says))
      over_ = "Here the story ends: it was '" + std::string{to_string(x.says.does)} + "'.";
  }
  void make_named(order_move x, std::string_view part, std::string_view event, std::size_t unit,
                  source_place const& at) {
    x.part = part_called(model(), part);
    if (!x.part) refuse_part(part, at);
    if (!event.empty() && !(x.event = event_called(model(), x.part, event)))
      refuse_event(x.part, event, at);
    if (x.part == whole) x.part = {};  // a time-out of the order
    x.unit = static_cast<std::uint8_t>(std::min<std::size_t>(unit, 255));
    make(x, at);
  }
  void allow_impossible() noexcept { may_be_impossible_ = true; }

  bool is_over() const noexcept { return !over_.empty(); }
  bool is_the_same_story() const noexcept { return !is_over() && !is_answered_otherwise_; }
  order_view view() const noexcept { return {plan_, state_.data()}; }
  std::vector<order_move> const& made() const noexcept { return made_; }

  bool is_exposed() const noexcept { return !watch_.found().empty(); }
  bool is_broken() const { return read().phase() == order_phase::broken; }
  bool is_trapped() const { return read().has_asked_in_vain() && !has_a_way_out(); }
  bool has_a_way_out() const {
    if (is_broken()) return false;
    if (!asked_.follows_rules()) return has_a_way_out({});
    auto const sets = independent_parts(model());
    if (sets.size() == 1) return has_a_way_out({});
    return std::all_of(sets.begin(), sets.end(),
                       [&](std::vector<bool> const& set) { return has_a_way_out(set); });
  }

  std::string account() const {
    trace_plan const plan{model()};
    std::string text;
    for (std::size_t i = 0; i < made_.size(); ++i) {
      auto const said = phrase_outcome(model(), made_[i], asked_.follows_rules());
      text += "\n  " + std::to_string(i + 1) + ". " + phrase(plan, made_[i]);
      if (!said.empty()) text += ": " + said;
    }
    if (is_over()) text += "\n  " + over_;
    for (auto const& x : watch_.found())
      text += "\n  " + sentence(the(model(), model().seller)) +
              " is exposed: " + std::string{to_string(x.is.kind)} + ".";
    if (has_a_way_out()) return text + "\n  She has a way out.";
    return text + "\n  Nothing that can be counted on frees her.";
  }

 private:
  static constexpr std::size_t most_failures = 255;
  using state = std::array<std::uint8_t, order_plan::most_bytes>;

  model_view const& model() const { return plan_.model(); }
  state_reader read() const { return {plan_, state_.data()}; }
  order_plan plan_of(model_view const& m, std::vector<bool> const& set, asked_history* h) const {
    return {
        m, options_.units, !asked_.follows_rules(), set, options_.tells_time, true, not_in_plan{},
        h};
  }
  static asked_history everything_of(model_view const& m) {
    asked_history h{m};
    h.note_all(m);
    return h;
  }
  // One in which everything of earlier attempts is kept, where that can be.
  order_plan fitting_plan() {
    auto plan = plan_of(promise_.view(), {}, &all_history_);
    return plan.bytes() <= order_plan::most_bytes ? plan : plan_of(promise_.view(), {}, &history_);
  }
  // Of some parts, all where none are named: with as much of what came before as the policy asks.
  bool has_a_way_out(std::vector<bool> const& set) const {
    for (;;) {
      auto const plan = plan_of(model(), set, &history_);
      order_moves const moves{plan, asked_, most_failures, options_.tells_time};
      state s{};
      for (auto const& x : made_) find_move(moves, s, x);
      auto const is_free = can_reach_acceptable(moves, s.data());
      if (!plan.lacks_history()) return is_free;
    }
  }

  // The first move of a state that is the one told, if there is one; and makes it.
  static std::optional<order_move> find_move(order_moves const& moves, state& s,
                                             order_move const& told) {
    std::optional<order_move> found;
    state next{}, to{};
    auto const look = [&](std::uint8_t const* bytes, order_move const& with) {
      if (found || !is_same(with, told)) return;
      found = with;
      std::memcpy(to.data(), bytes, moves.plan().bytes());
    };
    moves.for_each(s.data(), next.data(), move_sink{look});
    if (found) s = to;
    return found;
  }
  static bool is_same(order_move const& made, order_move const& told) {
    auto const is_question = told.kind == move_kind::asks || told.kind == move_kind::acts;
    if (made.kind != told.kind && !(is_question && made.kind == move_kind::breaks)) return false;
    if (made.part != told.part || made.unit != told.unit || made.on != told.on) return false;
    return told.kind == move_kind::asks || !told.event || made.event == told.event;
  }

  // What the policy decides otherwise than it did is no fault of the story.
  void pass_over(order_move const& x, bool may_be_impossible, source_place const& at) {
    if (x.kind == move_kind::breaks) {
      over_ = "Here the story ends: the policy gives a decision.";
      return;
    }
    if (x.kind == move_kind::asks && read().phase() == order_phase::open) {
      auto const was = x.on == occasion::cancellation ? view().cancellation()
                                                      : view().replacement(x.part, x.unit);
      if (was != reply::not_asked) return;  // answered so already
    }
    if (x.kind == move_kind::acts && view().has_happened(x.event, x.unit)) {
      if (is_granted(x.says))
        over_ = "Here the story ends: it was '" + std::string{to_string(x.says.does)} + "'.";
      return;
    }
    auto told = x;
    if (!told.by) told.by = told.kind == move_kind::acts ? model().seller : model().customer;
    auto const is_event = x.kind == move_kind::happens || x.kind == move_kind::reports;
    auto const name = "'" + (is_event ? name_of(model(), x.event) : phrase(model(), told)) + "'";
    if (!may_be_impossible)
      refuse({error_code::contradiction,
              {},
              name + " is not possible after " + std::to_string(made_.size()) +
                  " moves; where it need not be, `if_possible()` stands before it",
              {},
              {}},
             at);
    over_ = "Here the story ends: " + name + " cannot be.";
  }

  LUPAUS_COLD void refuse_part(std::string_view name, source_place const& at) const {
    std::vector<std::string_view> known;
    for (auto const& p : model().parts) known.push_back(p.name);
    refuse(unknown("there is no part named '" + std::string{name} + "'", nearest_name(name, known)),
           at);
  }
  LUPAUS_COLD void refuse_event(part_id p, std::string_view name, source_place const& at) const {
    std::vector<std::string> told;
    for (auto e : model().events.ids())
      if (model().events[e].of == p && is_of_life(model(), e)) told.push_back(call_of(model(), e));
    std::vector<std::string_view> const known{told.begin(), told.end()};
    refuse(unknown("'" + std::string{name} + "' cannot happen to the part '" + name_of(model(), p) +
                       "'",
                   nearest_name(name, known)),
           at);
  }
  static error too_large() {
    return {error_code::too_large, {}, "it is too large to be replayed", {}, {}};
  }
  static error unknown(std::string message, std::string_view suggestion) {
    return {error_code::unknown_name, {}, std::move(message), std::string{suggestion}, {}};
  }
  LUPAUS_COLD void refuse(error e, source_place const& at) const {
    e.where = "in the story of " + name_of(model(), whole);
    e.file = at.file;
    e.line = at.line;
    static_cast<void>(result<bool>{errors{std::move(e)}}.value());  // which throws
  }

  explorable_promise promise_;
  std::shared_ptr<void> policy_;  // asked for what could be, too
  policy_ref asked_;
  replay_options options_;
  mutable asked_history history_;  // what the policy has asked so far
  asked_history all_history_;      // a view may ask anything of what came before
  order_plan plan_;
  order_moves moves_;
  exposure_watch watch_;
  state state_{};
  std::vector<order_move> made_;
  std::string over_;  // why the story is over
  bool is_answered_otherwise_ = false, may_be_impossible_ = false;
};

}  // namespace detail

LUPAUS_DECL replay::replay(explorable_promise const& promise, std::shared_ptr<void> policy,
                           detail::policy_ref const& asked, replay_options const& options)
    : order_{std::make_unique<detail::order_replay>(promise, std::move(policy), asked, options)} {}
LUPAUS_DECL replay::~replay() = default;

LUPAUS_DECL void replay::orders(source_place at) { order_->make({.kind = move_kind::orders}, at); }
LUPAUS_DECL void replay::happens(std::string_view part, std::string_view event, std::size_t unit,
                                 source_place at) {
  order_->make_named({.kind = move_kind::happens}, part, event, unit, at);
}
LUPAUS_DECL void replay::reports(std::string_view part, std::string_view event, std::size_t unit,
                                 source_place at) {
  order_->make_named({.kind = move_kind::reports}, part, event, unit, at);
}
LUPAUS_DECL void replay::acts(std::string_view part, std::string_view event, answer was,
                              std::size_t unit, source_place at) {
  order_->make_named({.kind = move_kind::acts, .says = {.does = was}}, part, event, unit, at);
}
LUPAUS_DECL void replay::tells(std::string_view part, std::size_t unit, source_place at) {
  order_->make_named({.kind = move_kind::tells}, part, {}, unit, at);
}
LUPAUS_DECL void replay::asks_for_replacement(std::string_view part, answer was, std::size_t unit,
                                              source_place at) {
  order_->make_named({.kind = move_kind::asks, .on = occasion::replacement, .says = {.does = was}},
                     part, {}, unit, at);
}
LUPAUS_DECL void replay::asks_to_cancel(answer was, source_place at) {
  order_->make({.kind = move_kind::asks, .on = occasion::cancellation, .says = {.does = was}}, at);
}
LUPAUS_DECL void replay::leaves(source_place at) { order_->make({.kind = move_kind::leaves}, at); }
LUPAUS_DECL void replay::make(order_move const& x, source_place at) { order_->make(x, at); }
LUPAUS_DECL replay& replay::if_possible() noexcept {
  order_->allow_impossible();
  return *this;
}

LUPAUS_DECL bool replay::is_over() const noexcept { return order_->is_over(); }
LUPAUS_DECL bool replay::is_the_same_story() const noexcept { return order_->is_the_same_story(); }
LUPAUS_DECL order_view replay::view() const noexcept { return order_->view(); }
LUPAUS_DECL std::vector<order_move> const& replay::moves() const noexcept { return order_->made(); }
LUPAUS_DECL bool replay::has_a_way_out() const { return order_->has_a_way_out(); }
LUPAUS_DECL bool replay::is_trapped() const { return order_->is_trapped(); }
LUPAUS_DECL bool replay::is_broken() const { return order_->is_broken(); }
LUPAUS_DECL bool replay::is_exposed() const noexcept { return order_->is_exposed(); }
LUPAUS_DECL std::string replay::account() const { return order_->account(); }

}  // namespace lupaus::inline v0
