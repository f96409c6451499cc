// SPDX-License-Identifier: BSL-1.0
//
// The checks over masks: for each, what finds the same as the check in less time, or tells that
// there is nothing to find. A check without an overload here runs as it is.
#pragma once

#include "lupaus/check/all.hpp"
#include "lupaus/screen/masks.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lupaus::inline v0::detail {

/// The masks of one model, and memory for what is found on the way to the findings.
class screen {
 public:
  void read(model_view const& m) {
    masks_.read(m);
    has_handoffs_ = has_situations_ = false;
  }

  // ---- marketing / fulfilment ----

  template <class Sink>
  void find(checks::disowned_part_fn const& check, model_view const& m, Sink&& sink) {
    if (masks_.some_answerable) check(m, sink);
  }
  template <class Sink>
  void find(checks::unmandated_claim_fn const& check, model_view const& m, Sink&& sink) {
    if (masks_.some_lack_mandate) check(m, sink);
  }
  template <class Sink>
  void find(checks::unbacked_claim_fn const&, model_view const& m, Sink&& sink) {
    for_each_claim_that(
        m, [&](term const& t, part_id about) { return !has_backing(m, t, about); },
        [&](claim_id i) { sink(claim_finding(gaps::unbacked_claim, m, i)); });
  }
  template <class Sink>
  void find(checks::overclaimed_term_fn const&, model_view const& m, Sink&& sink) {
    for_each_claim_that(
        m, [&](term const& t, part_id about) { return is_overclaimed(m, t, about); },
        [&](claim_id i) { checks::overclaimed_term.of(m, i, sink); });
  }
  template <class Sink>
  void find(checks::conflicting_commitments_fn const& check, model_view const& m, Sink&& sink) {
    if (masks_.may_conflict) check(m, sink);
  }
  template <class Sink>
  void find(checks::split_accountability_fn const& check, model_view const& m, Sink&& sink) {
    if (masks_.may_split) check(m, sink);
  }

  // ---- fulfilment / delivery ----

  template <class Sink>
  void find(checks::impossible_order_fn const& check, model_view const& m, Sink&& sink) {
    if (masks_.is_in_impossible_order) check(m, sink);
  }
  template <class Sink>
  void find(checks::cyclic_delegation_fn const& check, model_view const& m, Sink&& sink) {
    if (masks_.delegates_in_circles) check(m, sink);
  }
  template <class Sink>
  void find(checks::unperformed_commitment_fn const& check, model_view const& m, Sink&& sink) {
    if (!m.requirements.empty() || masks_.some_answerable) return check(m, sink);
    for_each_bit(masks_.leaves, [&](std::size_t i) {
      auto const who = masks_.performer(i);
      part_id const p{i};
      if (who == masks_.seller || (who != masks::nobody && has(masks_.reached_for(m, p), who)))
        return;
      sink(finding{.what = &gaps::unperformed_commitment,
                   .where = p,
                   .part = p,
                   .accountable = m.seller,
                   .performing = m.parts[p].performer});
    });
  }
  template <class Sink>
  void find(checks::late_by_design_fn const& check, model_view const& m, Sink&& sink) {
    if (may_be_late(m)) check(m, sink);
  }
  template <class Sink>
  void find(checks::unowned_handoff_fn const&, model_view const& m, Sink&& sink) {
    find_handoffs(m);
    for (auto const& h : handoffs_)
      if (!is_owned(m, h)) sink(handoff_finding(gaps::unowned_handoff, m, h));
  }
  template <class Sink>
  void find(checks::customer_in_the_middle_fn const&, model_view const& m, Sink&& sink) {
    find_handoffs(m);
    for (auto const& h : handoffs_) {
      auto const x = masks_.firm(h.giver), y = masks_.firm(h.taker);
      if (x == masks_.customer || y == masks_.customer || has(masks_.channels[x], y)) continue;
      auto const past_her = without(masks_.customer, x);
      if (!has(past_her, y) && has(reached_from(masks_.channels, bit(x)), y))
        sink(handoff_finding(gaps::customer_in_the_middle, m, h));
    }
  }
  template <class Sink>
  void find(checks::imposed_duty_fn const&, model_view const& m, Sink&& sink) {
    for (auto i : m.rules.ids())
      if (m.rules[i].debtor != m.customer && is_owed_in_vain(m, m.rules[i]))
        sink(checks::imposed_duty.finding_of(m, i));
  }

  // ---- recovery ----

  template <class Sink>
  void find(checks::uncovered_failure_fn const& check, model_view const& m, Sink&& sink) {
    covered_.assign(m.events.size(), 0);
    for (auto const& r : m.rules) {
      auto const& on = m.events[r.on];
      if (on.kind == event_kind::replacement_requested) return check(m, sink);  // by its scope
      covered_[r.on.index()] = 1;
      if (on.kind == event_kind::reported) covered_[on.subject.index()] = 1;
    }
    for (std::size_t i = 0; i < m.events.size(); ++i) {
      event_id const e{i};
      if (covered_[i] || !is_failure(m.events[e].kind)) continue;
      sink(finding{.what = &gaps::uncovered_failure,
                   .where = e,
                   .part = m.events[e].of,
                   .accountable = m.seller,
                   .performing = m.parts[m.events[e].of].performer});
    }
  }
  template <class Sink>
  void find(checks::blocked_remedy_fn const& check, model_view const& m, Sink&& sink) {
    for (auto const& r : m.rules)
      if (r.gate) return check(m, sink);
    for (auto i : m.rules.ids())
      if (is_remedy(m.rules[i]) && is_owed_in_vain(m, m.rules[i]))
        sink(checks::blocked_remedy.finding_of(m, i, false));
  }
  template <class Sink>
  void find(checks::circular_wait_fn const& check, model_view const& m, Sink&& sink) {
    if (masks_.may_wait_in_circles) check(m, sink);
  }

  /// Any other check, as it is.
  template <class Check, class Sink>
  void find(Check const& check, model_view const& m, Sink&& sink) {
    check(m, sink);
  }

 private:
  template <class Is, class Tell>
  void for_each_claim_that(model_view const& m, Is is, Tell tell) const {
    for (auto i : m.claims.ids()) {
      auto const& c = m.claims[i];
      auto const first = c.first_term.index();
      for (std::size_t k = 0; k < c.terms; ++k)
        if (is(m.terms[term_id{first + k}], c.about)) {
          tell(i);
          break;
        }
    }
  }

  /// Calls `f(commitment)` for those that back the quality on the part, until it returns true.
  template <class F>
  bool any_backing(model_view const& m, quality_type const* q, part_id about, F f) const {
    auto const on = [&](std::size_t part) {
      for (auto i = masks_.first_backing(part); i != commitment_id::none;
           i = masks_.next_backing(i))
        if (auto const& c = m.commitments[commitment_id{i}]; c.consequent.quality == q && f(c))
          return true;
      return false;
    };
    if (on(about.index())) return true;
    if (!q->covers_parts) return false;
    for (auto p = m.parts[about].within; p; p = m.parts[p].within)
      if (on(p.index())) return true;
    return false;
  }
  bool has_backing(model_view const& m, term const& t, part_id about) const {
    return any_backing(m, t.quality, about, [](commitment const&) { return true; });
  }
  bool is_overclaimed(model_view const& m, term const& t, part_id about) const {
    auto is_backed = false;
    auto const is_enough = any_backing(m, t.quality, about, [&](commitment const& c) {
      is_backed = true;
      return entails(c.consequent, t);
    });
    return is_backed && !is_enough;
  }

  /// The firms that can be reached over channels past somebody.
  mask without(std::size_t somebody, std::size_t from) const {
    auto seen = bit(from);
    for (auto open = seen; open != 0;) {
      mask next = 0;
      for_each_bit(open, [&](std::size_t i) { next |= masks_.channels[i]; });
      open = next & ~seen & ~bit(somebody);
      seen |= open;
    }
    return seen;
  }

  void find_handoffs(model_view const& m) {
    if (has_handoffs_) return;
    has_handoffs_ = true;
    handoffs_.clear();
    auto const follows = [&](precedence const& p) {
      auto const x = masks_.performer(p.before.index()), y = masks_.performer(p.after.index());
      return x != y && x != masks::nobody && y != masks::nobody && !masks_.have_contract(x, y);
    };
    for (auto const& p : m.precedences)
      if (follows(p))
        handoffs_.push_back(
            {p.before, p.after, m.parts[p.before].performer, m.parts[p.after].performer});
    auto const from_product = handoffs_.size();
    needs_.clear();
    for (auto const& n : m.needs) {
      handoff const h = n.before ? handoff{n.before, n.after, m.parts[n.before].performer,
                                           m.parts[n.after].performer}
                                 : handoff{{}, {}, n.a, n.b};
      auto said = false;
      for (auto const& known : needs_) said = said || known == h;
      needs_.push_back(h);
      if (said || !h.giver || !h.taker || masks_.firm(h.giver) == masks_.firm(h.taker)) continue;
      for (std::size_t i = 0; h.before && i < from_product; ++i)
        said = said || (handoffs_[i].before == h.before && handoffs_[i].after == h.after);
      if (!said) handoffs_.push_back(h);
    }
  }

  bool is_owed_in_vain(model_view const& m, rule const& r) const {
    auto const who = masks_.firm(r.debtor);
    if (who == masks_.seller) return false;
    auto const& on = m.events[r.on];
    auto const& trigger = on.kind == event_kind::reported ? m.events[on.subject] : on;
    if (is_of_order(trigger.kind) && !r.object) return !masks_.has_commitment(who);
    auto const object = r.object ? r.object : trigger.of;
    return (masks_.around(object) & masks_.committed(who)) == 0 &&
           !has(masks_.committed_exactly(who), object.index());
  }

  /// False when every deadline that is claimed as a length from the order holds by the clock.
  bool may_be_late(model_view const& m) {
    auto has_times = false;
    for (auto const& c : m.claims)
      for (std::size_t k = 0; k < c.terms; ++k) {
        auto const& t = m.terms[term_id{c.first_term.index() + k}];
        if (!is_claimed_length(t)) continue;
        if (t.anchor || t.limit.kind != bound_kind::elapsed) return true;
        if (!has_times && !find_times(m)) return true;
        has_times = true;
        auto late = false;
        for_each_bit(masks_.leaves, [&](std::size_t p) {
          late = late || (masks_.is_within(part_id{p}, c.about) && ends_[p] > t.limit.a);
        });
        if (late) return true;
      }
    return false;
  }

  /// When each leaf part ends, in seconds; false when that is not all there is to say.
  bool find_times(model_view const& m) {
    if (masks_.is_in_impossible_order) return false;
    constexpr seconds_t unknown = -1;
    for_each_bit(masks_.leaves, [&](std::size_t p) { takes_[p] = unknown; });
    for (auto const& a : m.abilities) {
      auto const p = a.what.index();
      if (!has(masks_.leaves, p) || masks_.firm(a.who) != masks_.performer(p)) continue;
      if (a.lead_time.kind != bound_kind::elapsed) return false;
      if (takes_[p] == unknown || a.lead_time.a < takes_[p]) takes_[p] = a.lead_time.a;
    }
    auto is_known = true;
    for_each_bit(masks_.leaves,
                 [&](std::size_t p) { is_known = is_known && takes_[p] != unknown; });
    if (!is_known) return false;
    for (auto left = masks_.leaves; left != 0;)
      for_each_bit(left, [&](std::size_t p) {
        auto const earlier = masks_.before[p];
        if (earlier & left) return;
        seconds_t begins = 0;
        for_each_bit(earlier,
                     [&](std::size_t q) { begins = ends_[q] > begins ? ends_[q] : begins; });
        ends_[p] = begins + takes_[p];
        left &= ~bit(p);
      });
    return true;
  }

  masks masks_;
  bool has_handoffs_ = false, has_situations_ = false;
  std::vector<handoff> handoffs_, needs_;
  std::vector<unsigned char> covered_;
  std::array<seconds_t, mask_size> takes_ = {}, ends_ = {};
};

}  // namespace lupaus::inline v0::detail
