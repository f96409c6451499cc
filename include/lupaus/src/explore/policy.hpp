// SPDX-License-Identifier: BSL-1.0
//
// What a policy may ask the clock, and the rules of a promise as a policy.
#pragma once

#include "lupaus/explore/order/policy.hpp"
#include "lupaus/life/committed_actions.hpp"
#include "lupaus/life/order/order_results.hpp"
#include "lupaus/life/order/price_reduction.hpp"
#include "lupaus/life/order/state_reader.hpp"
#include "lupaus/life/part_order.hpp"

#include <cstddef>

namespace lupaus::inline v0 {

LUPAUS_DECL seconds_t circumstances::now() const {
  if (asks_time_) *asks_time_ = true;
  return may_ask() ? now_ : now_ + seconds_t{any_number()};
}

namespace detail {

/// The rules of a promise, asked on one occasion (Q4 of docs/explanation/semantics.md).
class rule_choice {
 public:
  explicit rule_choice(circumstances const& c)
      : asked_{c}, order_{order_access::plan(c), order_access::bytes(c)}, model_{c.promise()} {}

  decision choose() const {
    decision best;
    for (auto id : model_.rules.ids()) {
      if (!applies(id)) continue;
      auto const d = by_rule(id);
      if (is_granted(d)) return d;
      if (best.does == answer::refuses && (d.does == answer::waits || !best.under)) best = d;
    }
    return best;
  }

 private:
  /// The rule is for this occasion, and its situation holds.
  bool applies(rule_id id) const {
    auto const& r = model_.rules[id];
    auto const kind = model_.events[r.on].kind;
    if (r.creditor != model_.customer) return false;  // it gives her nothing
    switch (asked_.on) {
      case occasion::cancellation:
        return kind == event_kind::cancel_requested && is_in_situation(id);
      case occasion::replacement:
        if (kind == event_kind::replacement_requested)
          return is_in_situation(id) && (!r.object || can_serve(r.object));
        return has_fired(id);
      case occasion::news: return has_fired(id);
    }
    return false;
  }
  bool is_in_situation(rule_id id) const {
    order_access::note(asked_, id);
    return asked_.part ? order_.is_in_situation(id, asked_.part, asked_.unit)
                       : order_.is_in_situation(id);
  }
  bool has_fired(rule_id id) const {
    if (!is_of_unit(id)) return false;
    order_access::note(asked_, id);
    return order_.has_fired(id, asked_.unit);
  }

  /// What the rule says, now.
  decision by_rule(rule_id id) const {
    auto const& r = model_.rules[id];
    decision d{.does = answer::waits, .object = r.object, .gate = r.gate, .under = id};
    if (r.action == action_kind::refuse) {
      d.does = answer::refuses;
      d.gate = {};
      return d;
    }
    if (!order_.is_open(id, asked_.part, asked_.unit) || is_owed_in_vain(model_, r)) return d;
    if (r.action == action_kind::refund && is_returned(r.object)) return d;
    if (r.action == action_kind::reduce_price && !may_reduce(r)) return d;
    d.gate = {};
    if (is_length(r.within)) d.takes = worst_case(length_of(r.within));
    switch (r.action) {
      case action_kind::replace: d.does = answer::replaces; break;
      case action_kind::perform_again: d.does = answer::performs_again; break;
      case action_kind::repair: d.does = answer::repairs; break;
      case action_kind::reduce_price: d.does = answer::reduces_price; break;
      case action_kind::refund: d.does = answer::refunds; break;
      case action_kind::accept: d.does = answer::accepts; break;
      case action_kind::refuse:
      case action_kind::act: d.takes = -1; break;  // words put nothing right: she waits
    }
    if (asked_.on == occasion::news && d.does == answer::accepts) d.does = answer::waits;
    return d;
  }

  /// A refund of it would change nothing any more.
  bool is_returned(part_id object) const {
    auto const parts = order_.plan().returned_by_refund(object);
    for (auto p : parts) {
      auto const is_asked = asked_.on != occasion::news && is_on_asking(model_, p, asked_.part);
      if (!order_.is_returned(p) || (is_asked && !order_.is_returned_on_asking(p))) return false;
    }
    return !parts.empty();
  }
  // R6.
  bool may_reduce(rule const& r) const {
    auto const asks = model_.events[r.on].kind == event_kind::replacement_requested;
    auto const failure = asks ? event_id{} : cause_of(model_, r.on);
    return asked_.part && may_reduce_price(order_, r.object, asked_.part, asked_.unit, failure);
  }
  bool is_of_unit(rule_id id) const {
    auto const cause = cause_of(model_, model_.rules[id].on);
    return asked_.on == occasion::news ? cause == asked_.failure
                                       : model_.events[cause].of == asked_.part;
  }
  // A replacement of that object can serve what failed: the part itself, or what comes before it.
  bool can_serve(part_id object) const {
    return object == asked_.part || is_before(model_, object, asked_.part) ||
           model_.parts[asked_.part].carries == object;
  }

  circumstances const& asked_;
  state_reader order_;
  model_view const& model_;
};

}  // namespace detail

LUPAUS_DECL decision rules_policy::decide(circumstances const& c) const {
  return detail::rule_choice{c}.choose();
}

}  // namespace lupaus::inline v0
