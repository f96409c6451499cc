// SPDX-License-Identifier: BSL-1.0
//
// What the policy does of itself with an order, and what it answers the customer.
#pragma once

#include "lupaus/explore/order/move_sink.hpp"
#include "lupaus/explore/order/order_move.hpp"
#include "lupaus/explore/order/order_remedies.hpp"
#include "lupaus/explore/order/policy_call.hpp"
#include "lupaus/life/order/order_change.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace lupaus::inline v0::detail {

/// The moves that the policy decides. It is asked for every state anew, twice, and must say the
/// same: nothing is kept of it but the words of what went wrong.
class order_answers {
 public:
  /// The policy and the plan must outlive it. `tells_time`: the policy is told what time it is,
  /// which the plan must keep. `asked`: notes what a policy looks at; may be none.
  order_answers(order_plan const& plan, policy_ref const& p, bool tells_time, asked_parts* asked)
      : plan_{&plan}, decide_{p, asked}, tells_time_{tells_time} {
    news_of_.resize(plan.parts().size());
    for (std::size_t i = 0; i < plan.parts().size(); ++i)
      for (auto e : model().events.ids())
        if (model().events[e].of == plan.parts()[i].part && is_news(model(), p.follows_rules(), e))
          news_of_[i].push_back(e);
  }

  order_plan const& plan() const { return *plan_; }
  state_reader read(std::uint8_t const* s) const { return {*plan_, s}; }
  /// The words of a fault, by the number in its move; empty when there are none.
  std::string words(std::size_t number) const { return decide_.words(number); }
  policy_call const& policy() const noexcept { return decide_; }

 protected:
  /// Where a move is told, and where the state that it leads to is written.
  struct out {
    move_sink const& sink;
    std::uint8_t* next;
  };

  model_view const& model() const { return plan_->model(); }

  template <class Change>
  void add_move(std::uint8_t const* s, order_move const& label, out const& f, Change&& how) const {
    std::memcpy(f.next, s, plan_->bytes());
    order_change c{*plan_, f.next};
    how(c);
    f.sink(f.next, label);
  }

  void add_policy_action(std::uint8_t const* s, state_reader const& v, std::size_t part,
                         std::size_t unit, out const& f) const {
    auto const& p = plan_->parts()[part];
    if (v.is_done(p.part, unit)) return;
    decision last;
    for (auto e : news_of_[part]) {
      if (!v.has_happened(e, unit)) continue;
      if (!decide_.follows_rules() && !v.is_reported(e, unit)) continue;
      circumstances const c{order_view{*plan_, s}, occasion::news, p.part, unit, e};
      order_move label{.kind = move_kind::acts,
                       .event = e,
                       .by = model().seller,
                       .part = p.part,
                       .unit = static_cast<std::uint8_t>(unit),
                       .on = occasion::news,
                       .is_dependable = true};
      auto const d = decide(c, label);
      label.says = d;
      if (label.fault != policy_fault::none) {
        add_policy_fault(s, label, f);
        continue;
      }
      if (!is_granted(d) || d == last) continue;
      last = d;
      add_remedy(s, label, p, unit, f);
    }
  }

  void add_replacement_request(std::uint8_t const* s, state_reader const& v, part_plan const& p,
                               std::size_t unit, out const& f) const {
    auto const failure = v.open_failure(p.part, unit);
    if (!failure) return;
    // By asking she tells the seller what failed.
    std::uint8_t asked[order_plan::most_bytes];
    std::memcpy(asked, s, plan_->bytes());
    order_change{*plan_, asked}.report_failures(p, unit);
    circumstances const c{order_view{*plan_, asked}, occasion::replacement, p.part, unit, failure};
    order_move label{.kind = move_kind::asks,
                     .event = failure,
                     .by = model().customer,
                     .part = p.part,
                     .unit = static_cast<std::uint8_t>(unit),
                     .on = c.on,
                     .is_dependable = true};
    label.says = decide(c, label);
    if (label.fault != policy_fault::none) return add_policy_fault(s, label, f);
    auto const counts = note_request(asked, plan_->requests_bit(p.part, unit), label.says);
    if (is_granted(label.says) && !refunds().is_of_parts(label.says))
      return add_remedy(asked, label, p, unit, f);
    add_reply(asked, label, v.replacement(p.part, unit), counts, f,
              [&](order_change& x, reply said) { x.reply_to_replacement(p, unit, said); });
  }

  void add_cancellation_request(std::uint8_t const* s, state_reader const& v, out const& f) const {
    circumstances const c{order_view{*plan_, s}, occasion::cancellation};
    order_move label{
        .kind = move_kind::asks, .by = model().customer, .on = c.on, .is_dependable = true};
    label.says = decide(c, label);
    if (label.fault != policy_fault::none) return add_policy_fault(s, label, f);
    if (is_granted(label.says) && !refunds().is_of_parts(label.says)) {
      auto const end =
          label.says.does == answer::refunds ? order_phase::paid_back : order_phase::called_off;
      return add_move(s, label, f, [&](order_change& x) { x.set_phase(end); });
    }
    std::uint8_t asked[order_plan::most_bytes];
    auto const keeps = plan_->cancellations_bit() != order_plan::none;
    if (keeps) std::memcpy(asked, s, plan_->bytes());
    auto const counts = keeps && note_request(asked, plan_->cancellations_bit(), label.says);
    add_reply(keeps ? asked : s, label, v.cancellation(), counts, f,
              [](order_change& x, reply said) { x.reply_to_cancellation(said); });
  }

  static bool note_request(std::uint8_t* s, std::size_t bit, decision const& d) {
    return detail::note_request(s, bit, static_cast<std::size_t>(d.does));
  }
  // What leaves her waiting or refused, with money for a part or without; once, or as often as that
  // `counts` (Q1).
  template <class Say>
  void add_reply(std::uint8_t const* s, order_move const& label, reply before, bool counts,
                 out const& f, Say const& say) const {
    auto const said = label.says.does == answer::refuses ? reply::refused : reply::wait;
    auto const returns = refunds().would_change(s, label.says, label.part);
    if (before == said && !returns && !counts) return;
    add_move(s, label, f, [&](order_change& x) {
      if (returns) refunds().make(x, label.says, label.part);
      say(x, said);
    });
  }
  order_refunds refunds() const { return order_refunds{*plan_}; }

  decision decide(circumstances c, order_move& label) const {
    auto asks_time = false;
    order_clock_access::watch_clock(c, asks_time);
    if (tells_time_)
      order_clock_access::tell_time(c, order_times{*plan_, order_access::bytes(c)}.now());
    auto const d = decide_(c, label);
    if (asks_time && !tells_time_ && label.fault == policy_fault::none)
      label.fault = policy_fault::asks_the_time;
    return d;
  }

  void add_policy_fault(std::uint8_t const* s, order_move label, out const& f) const {
    label.kind = move_kind::breaks;
    label.is_dependable = false;
    add_move(s, label, f,
             [&](order_change& c) { c.breaks(static_cast<std::uint8_t>(label.fault)); });
  }

  // A remedy that was decided, for a unit that failed.
  void add_remedy(std::uint8_t const* s, order_move const& label, part_plan const& p,
                  std::size_t unit, out const& f) const {
    auto const does = label.says.does;
    if (refunds().is_of_parts(label.says)) {  // by itself, so on nobody's asking
      auto const parts = plan_->returned_by_refund(label.says.object);
      auto const is_back = [&](part_id x) { return read(s).is_returned(x); };
      if (std::all_of(parts.begin(), parts.end(), is_back)) return;
      return add_move(s, label, f, [&](order_change& c) {
        c.return_money(parts, [](part_id) { return false; });
      });
    }
    auto const object = object_of(model(), label.says, p.part);
    if (!plan_->of(object)) return;  // what a policy names is noted, also where it is not followed
    add_move(s, label, f, [&](order_change& c) {
      if (label.event && is_time_out(model().events[label.event].kind))
        c.clock().wait_for_time_out(p.first_unit + unit);
      c.clock().take(p.first_unit + unit, label.says.takes);
      if (does == answer::refunds) return c.set_phase(order_phase::paid_back);
      begin_remedy(c, model(), label.says, p.part, unit);
    });
  }

  order_plan const* plan_;
  policy_call decide_;
  bool tells_time_;
  std::vector<std::vector<event_id>> news_of_;  // of each part of the plan
};

}  // namespace lupaus::inline v0::detail
