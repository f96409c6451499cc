// SPDX-License-Identifier: BSL-1.0
//
// Service recovery: which rules count for the customer, and what answers a failure. Said once, for
// all who judge a promise.
#pragma once

#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/leaf_parts.hpp"
#include "lupaus/life/part_order.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0 {

/// True when the rule counts for the customer: it is owed to her, and gives her something. Words
/// put nothing right; what two firms owe each other gives her nothing.
constexpr bool counts_for_customer(model_view const& m, rule const& r) {
  return r.creditor == m.customer && r.action != action_kind::refuse &&
         r.action != action_kind::act;
}

namespace detail {

/// True when the rule speaks of the failure: it fires on it, on the report of it, or on a request
/// for replacement.
constexpr bool speaks_of(model_view const& m, rule const& r, event_id failure) {
  return cause_of(m, r.on) == failure || m.events[r.on].kind == event_kind::replacement_requested;
}

/// True when nothing that she buys lies outside the part. O(parts · depth).
constexpr bool is_all_she_buys(model_view const& m, part_id p) {
  if (p == whole) return true;
  for (auto q : m.parts.ids())
    if (is_leaf(m.parts[q]) && !is_within(m, q, p) && !is_hers(m, q)) return false;
  return true;
}

/// True when to do the object again, or to mend it, puts the failed part right: the part itself or
/// what holds it, the good that it carries, or something earlier, for what follows begins anew.
/// O(depth, and what lies between the two); O(parts) where the object is a composite.
constexpr bool puts_part_right(model_view const& m, part_order const& order, part_id object,
                               part_id failed) {
  if (!object || is_within(m, failed, object)) return true;
  if (auto const good = m.parts[failed].carries; good && is_within(m, good, object)) return true;
  if (is_leaf(m.parts[object])) return order.leads(object, failed);
  for (auto p : m.parts.ids())
    if (is_leaf(m.parts[p]) && is_within(m, p, object) && order.leads(p, failed)) return true;
  return false;
}

/// True when money back for the object leaves the failed part out, and all that comes after it and
/// would wait for it (O2). O(parts · depth).
constexpr bool leaves_out(model_view const& m, part_order const& order, part_id object,
                          part_id failed) {
  if (!is_left_out_by(m, failed, object)) return false;
  auto is_last = true;
  order.for_each_next(failed, [&](part_id) { is_last = false; });
  if (is_last) return true;
  flags later{m.parts.size()};
  order.find_later(failed, later);
  for (auto p : m.parts.ids())
    if (later[p.index()] && is_leaf(m.parts[p]) && !is_hers(m, p) && !is_left_out_by(m, p, object))
      return false;
  return true;
}

/// What a remedy for the failed part is of: the leaf part that it names; else, but where the part
/// is performed again, the good that it carries; else the part itself (R1).
constexpr part_id object_of_remedy(model_view const& m, part_id named, bool performs_again,
                                   part_id failed) {
  if (named && is_leaf(m.parts[named])) return named;
  auto const carried = m.parts[failed].carries;
  return !performs_again && carried ? carried : failed;
}

/// True when money off the object's price is for what failed: for the part itself, for the good
/// that it carries, or for what holds one of these (R6). What is hers has no price.
constexpr bool is_price_of(model_view const& m, part_id object, part_id failed) {
  auto const good = m.parts[failed].carries;
  return !is_hers(m, failed) &&
         (!object || is_within(m, failed, object) || (good && is_within(m, good, object)));
}

/// True when what the rule gives her begins a new attempt of what it is for (R2).
constexpr bool begins_anew(model_view const& m, rule const& r) {
  if (r.creditor != m.customer) return false;
  return r.action == action_kind::replace || r.action == action_kind::perform_again ||
         mends_in_place(r) ||
         (r.action == action_kind::accept &&
          m.events[r.on].kind == event_kind::replacement_requested);
}

/// Marks the parts that some remedy may leave unperformed again (R2). What is repaired is performed
/// at once, and so is a failed part that carries nothing (R4). O((rules + 1) · parts) where rules
/// are on requests and name no object, else O(rules + parts + precedences).
constexpr void find_what_may_begin_anew(model_view const& m, part_order const& order, flags& anew) {
  flags may_fail{m.parts.size()}, itself{m.parts.size()}, after_repair{m.parts.size()};
  for (auto const& e : m.events)
    if (is_failure(e.kind)) may_fail[e.of.index()] = true;
  auto const look_at = [&](rule const& r, part_id failed, bool is_repair) {
    auto const named = r.action == action_kind::reduce_price ? part_id{} : r.object;
    auto const object = object_of_remedy(m, named, r.action == action_kind::perform_again, failed);
    if (is_repair) {
      order.for_each_next(object, [&](part_id p) { after_repair[p.index()] = true; });
      if (m.parts[failed].carries && failed != object) itself[failed.index()] = true;
    } else {
      anew[object.index()] = itself[failed.index()] = true;
    }
  };
  for (auto const& r : m.rules) {
    auto const asks = m.events[r.on].kind == event_kind::replacement_requested;
    auto const is_repair = mends_in_place(r);
    if (!begins_anew(m, r)) continue;
    if (!asks) {
      auto const failed = m.events[cause_of(m, r.on)].of;
      if (failed && is_leaf(m.parts[failed])) look_at(r, failed, is_repair);
      continue;
    }
    auto const is_named = r.object && is_leaf(m.parts[r.object]);
    for (auto p : m.parts.ids())
      if (may_fail[p.index()] && is_leaf(m.parts[p]) &&
          (!is_named || p == r.object || m.parts[p].carries == r.object ||
           order.leads(r.object, p)))
        look_at(r, p, is_repair);
  }
  auto const any = [](part_id) { return true; };
  order.spread(anew, any);
  order.spread(after_repair, any);
  for (auto p : m.parts.ids())
    anew[p.index()] = anew[p.index()] || itself[p.index()] || after_repair[p.index()];
}

/// True when the rule takes something off a price because it is late: that brings nothing (R6).
constexpr bool makes_up_for_lateness(model_view const& m, rule const& r, event_id failure) {
  return r.action == action_kind::reduce_price && m.events[failure].kind == event_kind::late;
}

/// True when what the rule gives her puts the failure right. Money back for another part does not,
/// nor does a right to cancel.
constexpr bool puts_right(model_view const& m, part_order const& order, rule const& r,
                          event_id failure) {
  if (!counts_for_customer(m, r)) return false;
  if (r.action == action_kind::refund)
    return !r.object || is_all_she_buys(m, r.object) ||
           leaves_out(m, order, r.object, m.events[failure].of);
  if (r.action == action_kind::reduce_price)
    return !makes_up_for_lateness(m, r, failure) && is_price_of(m, r.object, m.events[failure].of);
  return puts_part_right(m, order, r.object, m.events[failure].of);
}

/// True when the rule, where it applies, answers the failure. To accept grants what she asks for;
/// money off the price makes up for lateness.
constexpr bool answers_failure(model_view const& m, part_order const& order, rule const& r,
                               event_id failure) {
  if (!speaks_of(m, r, failure)) return false;
  if (r.action == action_kind::accept)
    return counts_for_customer(m, r) && cause_of(m, r.on) != failure;
  if (r.action == action_kind::reduce_price)
    return counts_for_customer(m, r) && is_price_of(m, r.object, m.events[failure].of);
  return puts_right(m, order, r, failure);
}

/// What fails of hers she can put right herself: then it is paid, or done, all the same. `done`:
/// the completion of its part. O(transitions).
constexpr bool is_put_right_by_her(model_view const& m, event_id failure, event_id done) {
  if (!is_hers(m, m.events[failure].of)) return false;
  for (auto const& t : m.transitions)
    if (t.from == failure && t.to == done && t.by == m.customer) return true;
  return m.events[failure].kind == event_kind::late;
}

/// True when it is always the customer who brings the event about. What she causes asks for a rule,
/// and for no remedy.
constexpr bool is_caused_by_customer(word_of_events const& word, event_id e) {
  auto const by = word.by(e);
  for (auto const p : by)
    if (p != word.model().customer) return false;
  return !by.empty();
}

}  // namespace detail

}  // namespace lupaus::inline v0
