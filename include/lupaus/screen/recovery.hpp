// SPDX-License-Identifier: BSL-1.0
//
// The checks on rules and failures over masks: for each, what finds the same in less time, or tells
// that there is nothing to find.
#pragma once

#include "lupaus/check/gaps/delivery/duties.hpp"
#include "lupaus/check/gaps/delivery/missing_recourse.hpp"
#include "lupaus/check/gaps/delivery/weaker_subcontract.hpp"
#include "lupaus/check/gaps/recovery/blocked_remedy.hpp"
#include "lupaus/check/gaps/recovery/circular_wait.hpp"
#include "lupaus/check/gaps/recovery/information.hpp"
#include "lupaus/check/gaps/recovery/misapplied_rule.hpp"
#include "lupaus/check/gaps/recovery/no_exit.hpp"
#include "lupaus/check/gaps/recovery/remedy.hpp"
#include "lupaus/check/gaps/recovery/reversed_remedy.hpp"
#include "lupaus/screen/knowledge.hpp"
#include "lupaus/screen/screened.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lupaus::inline v0::detail {

class recovery_screen {
 public:
  void begin() {
    knowledge_.begin();
    has_breaches_ = false;
  }

  template <class Sink>
  void find(checks::uncovered_failure_fn const& check, screened& s, Sink&& sink) {
    auto const& d = s.d;
    covered_.assign(d.events.size(), 0);
    for (std::size_t i = 0; i < d.rules.size(); ++i) {
      auto const on = d.rules[i].on;
      auto const e = d.events[on];
      if (static_cast<event_kind>(e.kind) == event_kind::replacement_requested)
        return check(*s.m, sink);  // by its scope
      covered_[on] = 1;
      if (static_cast<event_kind>(e.kind) == event_kind::reported) covered_[e.subject] = 1;
    }
    for_each_failure(d, [&](std::size_t i, digest_row::event const& e) {
      if (!covered_[i]) sink(failure_finding(gaps::uncovered_failure, d, i, e));
    });
  }
  template <class Sink>
  void find(checks::imposed_duty_fn const& check, screened& s, Sink&& sink) {
    for (std::size_t i = 0; i < s.d.rules.size(); ++i)
      if (auto const r = s.d.rules[i]; r.debtor != s.d.customer && is_owed_in_vain(s, r))
        sink(check.finding_of(*s.m, rule_id{i}));
  }
  template <class Sink>
  void find(checks::blocked_remedy_fn const& check, screened& s, Sink&& sink) {
    if (s.d.has(digest_row::some_gates)) return check(*s.m, sink);
    for (std::size_t i = 0; i < s.d.rules.size(); ++i)
      if (auto const r = s.d.rules[i]; puts_right(r) && is_owed_in_vain(s, r))
        sink(check.finding_of(*s.m, rule_id{i}, false));
  }
  template <class Sink>
  void find(checks::circular_wait_fn const& check, screened& s, Sink&& sink) {
    if (s.in.may_wait_in_circles()) check(*s.m, sink);
  }
  template <class Sink>
  void find(checks::misapplied_rule_fn const& check, screened& s, Sink&& sink) {
    if (s.d.has(digest_row::some_presumptions)) check(*s.m, sink);
  }

  /// A remedy is held against a claim of recovery, or of a deadline on the part that failed.
  template <class Sink>
  void find(checks::late_remedy_fn const& check, screened& s, Sink&& sink) {
    auto const& d = s.d;
    mask claimed = 0;
    for (std::size_t i = 0; i < d.claimed.size(); ++i) {
      auto const t = d.claimed[i];
      if (t.quality == d.recovery) return check(*s.m, sink);
      if (t.quality == d.deadline) claimed |= bit(t.about());
    }
    for (std::size_t i = 0; i < d.rules.size(); ++i) {
      auto const failed = failed_part(d, d.rules[i]);
      if (failed != digest_row::none && has(claimed, failed)) return check(*s.m, sink);
    }
  }

  template <class Sink>
  void find(checks::reversed_remedy_fn const&, screened& s, Sink&& sink) {
    auto const& d = s.d;
    for (std::size_t i = 0; i < d.rules.size(); ++i) {
      auto const r = d.rules[i];
      auto const failed = failed_part(d, r);
      if (failed == digest_row::none || !puts_right(r)) continue;
      auto const debtor = s.in.firm(r.debtor), creditor = s.in.firm(r.creditor);
      if (debtor == d.seller && creditor == d.customer) continue;
      if (s.in.owes(debtor, creditor) && owes_for(s, debtor, creditor, failed)) continue;
      sink(finding{.what = &gaps::reversed_remedy,
                   .where = rule_id{i},
                   .other = party_id{std::size_t{r.debtor}},
                   .part = part_id{std::size_t{failed}},
                   .accountable = party_id{d.seller},
                   .performing = party_id{std::size_t{r.debtor}}});
    }
  }

  /// Without any recourse, the first remedy of the seller is the one that it cannot recover.
  template <class Sink>
  void find(checks::missing_recourse_fn const& check, screened& s, Sink&& sink) {
    auto const& d = s.d;
    if (d.has(digest_row::some_recourses)) return check(*s.m, sink);
    remedy_.assign(d.events.size(), rule_id::none);
    for (std::size_t i = 0; i < d.rules.size(); ++i) {
      auto const r = d.rules[i];
      auto const e = d.events[r.on];
      if (static_cast<event_kind>(e.kind) == event_kind::replacement_requested)
        return check(*s.m, sink);
      if (!puts_right(r) || s.in.firm(r.debtor) != d.seller || r.creditor != d.customer) continue;
      auto const is_report = static_cast<event_kind>(e.kind) == event_kind::reported;
      for (auto const on : {r.on, is_report ? e.subject : r.on})
        if (remedy_[on] == rule_id::none) remedy_[on] = static_cast<std::uint16_t>(i);
    }
    for_each_failure(d, [&](std::size_t i, digest_row::event const& e) {
      auto const who = s.in.performer(e.of);
      if (remedy_[i] == rule_id::none || who == masks::nobody || who == d.seller ||
          who == d.customer)
        return;
      auto f = failure_finding(gaps::missing_recourse, d, i, e);
      f.other = rule_id{std::size_t{remedy_[i]}};
      sink(f);
    });
  }

  template <class Sink>
  void find(checks::silent_failure_fn const&, screened& s, Sink&& sink) {
    auto const& d = s.d;
    for_each_failure(d, [&](std::size_t i, digest_row::event const& e) {
      auto const told = knowledge_.knowing(s, i) | knowledge_.owed_notice(s, i);
      auto first = has(told, d.customer) ? masks::nobody : d.customer;
      if (first == masks::nobody)
        for (auto left = knowledge_.later_than(s, e.of); left != 0 && first == masks::nobody;
             left &= left - 1) {
          auto const who = s.in.performer(static_cast<std::size_t>(std::countr_zero(left)));
          if (who != masks::nobody && !has(told, who)) first = who;
        }
      if (first == masks::nobody) return;
      auto f = failure_finding(gaps::silent_failure, d, i, e);
      f.other = party_id{first};
      sink(f);
    });
  }

  template <class Sink>
  void find(checks::uninformed_party_fn const&, screened& s, Sink&& sink) {
    auto const& d = s.d;
    uninformed_.clear();
    first_.assign(d.events.size(), no_link);
    auto const ask = [&](std::size_t on, std::uint8_t debtor) {
      auto const who = s.in.firm(debtor);
      if (has(knowledge_.knowing(s, on), who)) return;
      auto at = &first_[on];  // in the order of their duties, each once
      for (; *at != no_link; at = &uninformed_[*at].next)
        if (uninformed_[*at].who == who) return;
      *at = static_cast<std::uint32_t>(uninformed_.size());
      uninformed_.push_back({static_cast<std::uint32_t>(who), no_link});
    };
    for (std::size_t i = 0; i < d.conditions.size(); ++i)
      ask(d.conditions[i].on, d.conditions[i].debtor);
    for (std::size_t i = 0; i < d.rules.size(); ++i) {
      auto const r = d.rules[i];
      ask(r.on, r.debtor);
      if (r.action_and_flags & digest_row::rule::has_gate) ask(r.gate, r.debtor);
    }
    for (std::size_t i = 0; i < d.notices.size(); ++i) ask(d.notices[i].of, d.notices[i].from);
    for (std::size_t i = 0; i < d.coordinations.size(); ++i) {
      auto const c = d.coordinations[i];
      if (d.parts[c.b].completion != event_id::none) ask(d.parts[c.b].completion, c.a);
    }
    if (uninformed_.empty()) return;
    for (std::size_t i = 0; i < d.events.size(); ++i)
      for (auto k = first_[i]; k != no_link; k = uninformed_[k].next) {
        auto const who = party_id{std::size_t{uninformed_[k].who}};
        sink(finding{.what = &gaps::uninformed_party,
                     .where = event_id{i},
                     .other = who,
                     .part = part_id{std::size_t{d.events[i].of}},
                     .accountable = party_id{d.seller},
                     .performing = who});
      }
  }

  /// Where no rule lets her out or refuses to, she has no exit from any part that can be due.
  template <class Sink>
  void find(checks::no_exit_fn const& check, screened& s, Sink&& sink) {
    auto const& d = s.d;
    if (d.has(digest_row::paid_on_the_spot)) return;
    if (!d.has(digest_row::lives_are_apart)) return check(*s.m, sink);
    for (std::size_t i = 0; i < d.rules.size(); ++i)
      if (answers_her(d, d.rules[i])) return check(*s.m, sink);
    mask due = 0;
    for (mask before = ~due; before != due;) {
      before = due;
      for_each_bit(s.in.leaves() & ~due, [&](std::size_t p) {
        auto is_due = s.in.before(p) == 0;
        for_each_bit(s.in.before(p) & due, [&](std::size_t q) {
          is_due = is_due || (d.parts[q].flags & digest_row::part::can_end) != 0;
        });
        if (is_due) due |= bit(p);
      });
    }
    for_each_bit(due, [&](std::size_t p) {
      sink(finding{.what = &gaps::no_exit,
                   .where = part_id{p},
                   .other = part_id{p},
                   .part = part_id{p},
                   .accountable = party_id{d.seller},
                   .performing = party_at(d.parts[p].performer)});
    });
  }

 private:
  static constexpr auto no_link = ~std::uint32_t{0};
  struct uninformed {
    std::uint32_t who, next;
  };

  template <class F>
  static void for_each_failure(digest const& d, F f) {
    for (std::size_t i = 0; i < d.events.size(); ++i)
      if (auto const e = d.events[i]; is_failure(static_cast<event_kind>(e.kind))) f(i, e);
  }
  static finding failure_finding(gap const& g, digest const& d, std::size_t i,
                                 digest_row::event const& e) {
    return {.what = &g,
            .where = event_id{i},
            .part = part_id{std::size_t{e.of}},
            .accountable = party_id{d.seller},
            .performing = party_at(d.parts[e.of].performer)};
  }

  static action_kind action_of(digest_row::rule const& r) {
    return static_cast<action_kind>(r.action_and_flags / 4);
  }
  static bool puts_right(digest_row::rule const& r) {
    return action_of(r) != action_kind::refuse && action_of(r) != action_kind::accept;
  }
  /// What the rule fires on; of a report, what is reported.
  static digest_row::event cause_of(digest const& d, digest_row::rule const& r) {
    auto const on = d.events[r.on];
    return static_cast<event_kind>(on.kind) == event_kind::reported ? d.events[on.subject] : on;
  }
  /// The part that has failed when the rule fires; none when it fires on anything else.
  static std::uint8_t failed_part(digest const& d, digest_row::rule const& r) {
    auto const e = cause_of(d, r);
    return is_failure(static_cast<event_kind>(e.kind)) ? e.of : digest_row::none;
  }
  static bool answers_her(digest const& d, digest_row::rule const& r) {
    auto const action = action_of(r);
    if (r.creditor != d.customer) return false;
    if (action != action_kind::refuse && action != action_kind::accept &&
        action != action_kind::refund)
      return false;
    return static_cast<event_kind>(d.events[r.on].kind) == event_kind::cancel_requested ||
           (action == action_kind::refund && failed_part(d, r) != digest_row::none);
  }

  static bool is_owed_in_vain(screened const& s, digest_row::rule const& r) {
    auto const who = s.in.firm(r.debtor);
    if (who == s.d.seller) return false;
    auto const trigger = cause_of(s.d, r);
    auto const has_object = r.object != digest_row::none;
    if (is_of_order(static_cast<event_kind>(trigger.kind)) && !has_object)
      return !s.in.has_commitment(who);
    return !s.in.has_committed(who, has_object ? r.object : trigger.of);
  }

  /// What else is breached when a part fails: what holds it, the goods that it carries or that
  /// change hands in its life, and what holds them.
  void find_breaches(screened const& s) {
    if (has_breaches_) return;
    has_breaches_ = true;
    auto const& d = s.d;
    for (std::size_t p = 0; p < d.parts.size(); ++p) {
      breached_[p] = s.in.around(p);
      if (d.parts[p].carries != digest_row::none) breached_[p] |= s.in.around(d.parts[p].carries);
    }
    for (std::size_t i = 0; i < d.events.size(); ++i)
      if (auto const e = d.events[i]; e.good != digest_row::none)
        breached_[e.of] |= s.in.around(e.good);
  }
  bool owes_for(screened const& s, std::size_t debtor, std::size_t creditor, std::size_t failed) {
    find_breaches(s);
    for (std::size_t i = 0; i < s.d.contracts.size(); ++i)
      if (auto const c = s.d.contracts[i];
          (c.flags & digest_row::contract::overrides) == 0 && s.in.firm(c.debtor) == debtor &&
          s.in.firm(c.creditor) == creditor && has(breached_[failed], c.about))
        return true;
    return false;
  }

  knowledge knowledge_;
  bool has_breaches_ = false;
  std::array<mask, mask_size> breached_ = {};
  std::vector<unsigned char> covered_;
  std::vector<std::uint16_t> remedy_;
  std::vector<std::uint32_t> first_;  // of those uninformed of each event
  std::vector<uninformed> uninformed_;
};

}  // namespace lupaus::inline v0::detail
