// SPDX-License-Identifier: BSL-1.0
//
// The bite of a finding, theorem T2 of docs/explanation/semantics.md: what it says, of a state that
// an order can come to. Each stands on the page of its gap; here it is read off one state.
#pragma once

#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/explore.hpp"
#include "lupaus/life/committed_actions.hpp"
#include "lupaus/life/order/state_reader.hpp"
#include "lupaus/life/part_order.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/validate.hpp"

#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace proof {

class bites {
 public:
  using bite = std::function<bool(lupaus::order_view const&)>;

  /// The model must outlive this.
  explicit bites(lupaus::model const& m) : m_{m.view()}, analysis_{m} {}

  /// None for a gap that has no bite.
  bite of(lupaus::finding const& f) {
    auto const id = f.what->id;
    auto const where = f.where;
    if (id == "silent-failure") return of_failure(static_cast<event_id>(where), false);
    if (id == "uncovered-failure") return of_failure(static_cast<event_id>(where), true);
    if (id == "no-exit") return of_closed(f);
    if (id == "surviving-subcontract") return of_end(static_cast<lupaus::commitment_id>(where));
    if (where.kind != lupaus::element_kind::rule) return {};
    auto const i = static_cast<rule_id>(where);
    if (id == "blocked-remedy") return of_blocked(i);
    if (id == "misapplied-rule") return of_misapplied(i);
    if (id == "rival-rules") return of_rivals(i, static_cast<rule_id>(f.other));
    if (id == "broken-by-rule") return of_refusal(i, f);
    return {};
  }

 private:
  using event_id = lupaus::event_id;
  using part_id = lupaus::part_id;
  using rule_id = lupaus::rule_id;
  using order_view = lupaus::order_view;
  using kind = lupaus::event_kind;
  using act = lupaus::action_kind;
  using reader = lupaus::detail::state_reader;

  static reader read(order_view const& o) {
    return {lupaus::detail::order_access::plan(o), lupaus::detail::order_access::bytes(o)};
  }
  static bool is_open(order_view const& o) { return o.phase() == lupaus::order_phase::open; }

  /// Calls `is(part, unit)` for what a rule is about; once for none, where that is the order.
  template <class Is>
  bool any_unit(order_view const& o, rule_id i, Is&& is) const {
    auto const& on = m_.events[lupaus::cause_of(m_, m_.rules[i].on)];
    if (lupaus::is_of_order(on.kind) && on.kind != kind::replacement_requested)
      return is(part_id{}, std::size_t{0});
    for (auto p : m_.parts.ids())
      if (lupaus::is_leaf(m_.parts[p]) &&
          (on.kind == kind::replacement_requested || !on.of || p == on.of))
        for (std::size_t u = 0; u < o.units(p); ++u)
          if (is(p, u)) return true;
    return false;
  }
  /// What it is on has come about, and its situation holds, so that it says what happens now.
  bool applies(order_view const& o, rule_id i, part_id p, std::size_t u) const {
    auto const& r = m_.rules[i];
    auto const on = m_.events[r.on].kind;
    auto const now = read(o);
    if (on == kind::cancel_requested) return now.is_in_situation(i);
    if (on == kind::replacement_requested)
      return o.open_failure(p, u) && now.is_in_situation(i, p, u);
    if (!p) return false;
    // Its event is behind it, though by now its window may have closed.
    return now.has_fired(i, u) && !o.is_done(p, u);
  }

  bite of_failure(event_id f, bool is_unanswered) const {
    auto const p = m_.events[f].of;
    return [=, this](order_view const& o) {
      if (!is_open(o)) return false;
      for (std::size_t u = 0; u < o.units(p); ++u) {
        if (!o.has_happened(f, u)) continue;
        if (!is_unanswered) return true;
        auto is_answered = o.open_failure(p, u) != f;
        for (auto i : m_.rules.ids())
          is_answered = is_answered || (may_answer(i, f) && applies(o, i, p, u));
        if (!is_answered) return true;
      }
      return false;
    };
  }
  bool may_answer(rule_id i, event_id f) const {
    auto const& r = m_.rules[i];
    auto const p = m_.events[f].of;
    auto const on = lupaus::cause_of(m_, r.on);
    if (r.creditor != m_.customer) return false;
    if (on != f && m_.events[on].kind != kind::replacement_requested &&
        !lupaus::is_time_out(m_.events[on].kind))
      return false;
    switch (r.action) {
      case act::refuse:
      case act::act: return false;
      case act::refund: return !r.object || lupaus::detail::is_all_she_buys(m_, r.object);
      case act::accept: return m_.events[on].kind == kind::replacement_requested;
      default: break;
    }
    return !r.object || lupaus::is_within(m_, p, r.object) ||
           (m_.parts[p].carries && lupaus::is_within(m_, m_.parts[p].carries, r.object)) ||
           lupaus::detail::is_before(m_, r.object, p);
  }

  /// She wants out in one of its situations, and cannot at once.
  bite of_closed(lupaus::finding const& f) {
    std::vector<std::pair<event_id, part_id>> cases;  // an event, and its part; none: all performed
    auto& exits = analysis_.way_out();
    exits.for_each_closed(f, [&](std::size_t n) {
      auto const at = exits.graph().at(n);
      cases.emplace_back(at.after, at.after ? m_.events[at.after].of : at.pending);
    });
    return [=, this](order_view const& o) {
      if (!is_open(o) || o.is_acceptable() || lets_out(o)) return false;
      for (auto const& [e, p] : cases)
        for (std::size_t u = 0; u < o.units(p); ++u)
          if (e ? o.has_happened(e, u) : !read(o).is_begun(p, u)) return true;
      return false;
    };
  }
  bool lets_out(order_view const& o) const {
    for (auto i : m_.rules.ids())
      if (frees(i) && read(o).is_in_situation(i) && o.is_open(i, {}, 0)) return true;
    return false;
  }
  bool frees(rule_id i) const {
    auto const& r = m_.rules[i];
    return r.creditor == m_.customer && m_.events[r.on].kind == kind::cancel_requested &&
           !lupaus::detail::is_owed_in_vain(m_, r) &&
           (r.action == act::accept ||
            (r.action == act::refund &&
             (!r.object || lupaus::detail::is_all_she_buys(m_, r.object))));
  }

  /// It is owed, and its gate has not come; or nobody has committed to it.
  bite of_blocked(rule_id i) const {
    auto const is_in_vain = lupaus::detail::is_owed_in_vain(m_, m_.rules[i]);
    return [=, this](order_view const& o) {
      return is_open(o) && any_unit(o, i, [&](part_id p, std::size_t u) {
               return applies(o, i, p, u) && (is_in_vain || !o.is_open(i, p, u));
             });
    };
  }
  /// It is owed while something that it presumes is not so.
  bite of_misapplied(rule_id i) const {
    return [=, this](order_view const& o) {
      return is_open(o) && any_unit(o, i, [&](part_id p, std::size_t u) {
               if (!applies(o, i, p, u)) return false;
               for (auto const& x : m_.presumptions) {
                 if (x.of != i) continue;
                 if (x.happened ? o.has_happened(x.happened) == x.is_not : !is_held(o, x))
                   return true;
               }
               return false;
             });
    };
  }
  bool is_held(order_view const& o, lupaus::presumption const& x) const {
    for (std::size_t u = 0; u < o.units(x.good); ++u)
      if (!lupaus::detail::same_firm(m_, o.holder(x.good, u), x.holder)) return false;
    return true;
  }
  bite of_rivals(rule_id a, rule_id b) const {
    return [=, this](order_view const& o) {
      return is_open(o) && any_unit(o, a, [&](part_id p, std::size_t u) {
               return applies(o, a, p, u) && applies(o, b, p, u);
             });
    };
  }
  /// A request to cancel is denied while a right to cancel lasts.
  bite of_refusal(rule_id i, lupaus::finding const& f) const {
    return [=, this](order_view const& o) {
      if (!is_open(o) || !applies(o, i, {}, 0)) return false;
      auto is_over = false, is_some = false;
      auto const hold = [&](lupaus::term const& t) {
        if (t.quality != &lupaus::quality_of<lupaus::cancellable>) return;
        is_some = true;
        is_over = is_over || (t.anchor && o.has_happened(t.anchor));
      };
      if (f.other.kind == lupaus::element_kind::claim)
        for_each_term(m_, m_.claims[static_cast<lupaus::claim_id>(f.other)], hold);
      else
        hold(m_.commitments[static_cast<lupaus::commitment_id>(f.other)].consequent);
      return is_some && !is_over && !lets_out(o);
    };
  }

  /// The order has come to an end with which the contract does not end.
  bite of_end(lupaus::commitment_id i) const {
    auto const& c = m_.commitments[i];
    auto const goes_on = [&](kind end) {
      for (auto const& e : m_.contract_ends)
        if (lupaus::detail::same_firm(m_, e.debtor, c.debtor) &&
            lupaus::detail::same_firm(m_, e.creditor, c.creditor) && m_.events[e.when].kind == end)
          return false;
      return true;
    };
    auto const kept = goes_on(kind::kept), cancelled = goes_on(kind::cancelled),
               refunded = goes_on(kind::refunded);
    return [=](order_view const& o) {
      if (o.phase() == lupaus::order_phase::called_off) return cancelled;
      return o.phase() == lupaus::order_phase::paid_back ? refunded : kept && o.is_kept();
    };
  }

  lupaus::model_view m_;
  lupaus::detail::model_analysis analysis_;
};

}  // namespace proof
