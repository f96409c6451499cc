// SPDX-License-Identifier: BSL-1.0
//
// Plants gaps of failures, their remedies, and the ways out.
#pragma once

#include "support/planter_clauses.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace proof {

class planter_recovery : public planter_clauses {
 public:
  using planter_clauses::planter_clauses;

  // ---- recovery ----

  maybe uncovered_failure() {
    for (auto const& r : d_.rules)  // her request would be answered
      if (r.on.kind == lupaus::event_kind::replacement_requested &&
          r.since.kind == lupaus::event_kind::ordered)
        return {};
    auto const e = new_failure();
    auto const silence = tell_of(e, r_.chance(50));
    planted p{d_, {"uncovered-failure", name_of(e)}, {}};
    if (r_.chance(50))
      if (auto* exit = the_one_exit(); exit && !has_refusal() &&
                                       e.kind == lupaus::event_kind::failed && is_alone(e.part) &&
                                       !(silence && silence->listed.contains(d_.seller))) {
        exit->until = e;
        tell_shop(e);
        p.consequences.push_back({"no-exit", e.part, "-", 0, {name_of(e)}});
      }
    if (silence) p.consequences.push_back(*silence);
    return done(p.root, p.consequences);
  }

  /// Told that she may cancel for years, she is refused: once all is done; or at any time, where
  /// she pays on the spot and needs no other way out.
  maybe broken_by_rule() {
    if (is_spoken_of(quality_name::cancellable) || has_refusal()) return {};
    rule_says no{tag_, of_order(kind::cancel_requested), d_.seller, d_.customer, act::refuse};
    if (!d_.on_the_spot) {
      auto* exit = the_one_exit();
      if (!exit || exit->gate) return {};
      auto last = leaf();
      for (auto const& p : order_.leaves())
        if (order_.precedes(last, p)) last = p;
      for (auto const& p : order_.leaves())
        if (p != last && !order_.always_precedes(p, last)) return {};
      no.since = exit->until = completed(last);
      tell_shop(no.since);
    }
    auto const tag =
        commit({d_.seller, d_.customer, {}, {{quality_name::cancellable, hours(60'000)}}});
    d_.rules.push_back(no);
    return done({"broken-by-rule", rule_name(tag_), commitment_name(tag)});
  }

  maybe blocked_remedy() {
    std::vector<rule_says*> all;
    for (auto& r : d_.rules)
      if (is_remedy(r) && r.action != lupaus::action_kind::refund && !r.on.part.empty())
        all.push_back(&r);
    if (all.empty()) return {};
    auto& rule = *r_.one_of(all);
    auto const by = performer(rule.on.part);
    auto trigger = rule.on;
    trigger.reported = false;
    event_says const step{rule.on.part, "planted", lupaus::event_kind::step, {{trigger, {}}}};
    auto const gate = rule.gate = step.said();
    auto const tag = rule.tag;
    auto const debtor = rule.debtor;
    d_.events.push_back(step);
    if (!same_firm(by, debtor)) d_.notices.push_back({by, debtor, gate, hours(1)});
    // What looks like a commitment to bring it about, and assures nothing.
    commitment_says c{by, is_in_house(by) ? d_.customer : d_.seller, step.part};
    c.brings_about = gate;
    auto const what = r_.below(3);
    c.term = {{quality_name::deadline, hours(9)}};
    if (what == 0) c.term = {{quality_name::recovery, hours(9)}};
    auto const q =
        unspoken({quality_name::installed, quality_name::condition, quality_name::window});
    if (what == 1 && q) c.overrides = {*q};  // an incentive
    if (what == 0 || (what == 1 && q)) d_.commitments.push_back(c);
    return done({"blocked-remedy", rule_name(tag), name_of(gate)});
  }

  /// A claim that the slowest remedy of a part misses by a known time; by none
  /// at all when `misses` is false, and then nothing must be found.
  maybe late_remedy(bool misses = true) {
    oracle const o{m_};
    auto const part = leaf();
    rule_says const* slowest = nullptr;
    lupaus::seconds_t longest = 0, second = 0;
    for (auto const& r : d_.rules) {
      if (!is_remedy(r) || r.on.part != part) continue;
      auto const i = static_cast<std::size_t>(&r - d_.rules.data());
      auto const& rule = m_->rules[lupaus::rule_id{i}];
      if (!o.is_for_her(rule)) continue;
      auto const took = o.steps_of(rule, o.happening(rule.on));
      if (!took || took->working.count != 0) continue;
      if (took->elapsed >= longest) {
        second = longest;
        longest = took->elapsed;
        slowest = &r;
      } else {
        second = std::max(second, took->elapsed);
      }
    }
    if (!slowest || longest == second) return {};
    auto const late_by = misses ? 60 * r_.between(1, static_cast<int>((longest - second) / 60)) : 0;
    auto limit = minutes(static_cast<int>((longest - late_by) / 60));
    auto const tag = slowest->tag;
    auto anchor = mention{};
    auto failure = slowest->on;
    failure.reported = false;
    if (r_.chance(30)) anchor = slowest->on;
    if (r_.chance(30) && slowest->on.reported) {
      // Counted from the failure itself: the report takes its time, which is not the rule's.
      auto const lag = o.assured(event_id(failure));
      auto const report = lag.find(event_id(slowest->on));
      if (report != lag.end() && report->second) {
        anchor = failure;
        limit.n += static_cast<int>(report->second->elapsed / 60);
      }
    }
    if (anchor && !o.knowing(event_id(failure)).contains(m_->seller))
      d_.notices.push_back({performer(part), d_.seller, failure, hours(1)});
    term_says const term{quality_name::recovery, limit, anchor};
    d_.claims.push_back({tag_, d_.seller, part, {term}});
    d_.commitments.push_back({d_.seller, d_.customer, part, {term}});
    return done({"late-remedy", rule_name(tag), claim_name(tag_), late_by});
  }

  maybe a_late_remedy() { return late_remedy(true); }

  maybe misapplied_rule() {
    std::vector<rule_says*> all;
    for (auto& r : d_.rules)
      if (!r.on.part.empty()) all.push_back(&r);
    if (all.empty()) return {};
    auto& rule = *r_.one_of(all);
    auto cases = firing_after(rule);
    auto const part = rule.on.part;
    std::string good;
    for (auto const& c : d_.carries)
      if (c.a == part) good = c.b;
    auto const way = r_.below(3);
    if (way == 0) {
      rule.presumes.push_back({{}, {}, completed(part)});
    } else if (way == 1) {
      auto const q = leaf();
      if (order_.precedes(q, part)) return {};
      rule.presumes.push_back({{}, {}, completed(q)});
    } else {
      if (good.empty()) return {};
      // It is hers only where it was handed over all the same.
      rule.presumes.push_back({d_.customer, good, {}});
      for (auto const& e : d_.events)
        if (e.part == part && e.good == good && e.holder == d_.customer)
          cases.erase(name_of(e.said()));
    }
    return done({"misapplied-rule", rule_name(rule.tag), "-", 0, cases});
  }

  /// Her money back, beside what puts the failure right: in the same window, after the same gate.
  maybe rival_rules() {
    std::vector<rule_says*> all;
    for (auto& r : d_.rules)
      if (is_remedy(r) && r.action != act::refund && r.action != act::act && !r.on.part.empty() &&
          r.creditor == d_.customer && is_in_house(r.debtor))
        all.push_back(&r);
    if (all.empty()) return {};
    auto const& rule = *r_.one_of(all);
    auto rival = rule;
    rival.tag = tag_;
    rival.action = act::refund;
    rival.object.clear();
    auto const tag = rule.tag;
    d_.rules.push_back(rival);
    return done(
        {"rival-rules", rule_name(tag), rule_name(tag_), 0, {rule_name(tag), rule_name(tag_)}});
  }

  maybe silent_failure() {
    auto const e = new_failure();
    auto const by = performer(e.part);
    auto const debtor = r_.one_of(house_);
    if (!same_firm(debtor, by)) d_.notices.push_back({by, debtor, e, hours(1)});
    d_.rules.push_back({tag_, e, debtor, d_.customer, lupaus::action_kind::refund});
    recover(e);  // another rule may cover it, too
    auto const silence = tell_of(e, true);
    if (!silence) return {};
    if (r_.chance(50)) {  // and one of those has a duty that hangs on it
      std::vector<std::string> untold(silence->listed.begin(), silence->listed.end());
      auto const who = r_.one_of(untold);
      give_duty(who, e, 0);
      return done(*silence, {{"uninformed-party", name_of(e), who}});
    }
    return done(*silence);
  }

  maybe no_exit() {
    auto* exit = the_one_exit();
    if (!exit || may_be_taken_back_late()) return {};
    // Once a part is completed she cannot get out of what comes after it, or goes on beside it.
    auto const ended = leaf();
    auto const from = completed(ended);
    std::set<std::string> cases;
    std::string part;
    for (auto const& x : order_.leaves()) {
      if (x == ended || order_.precedes(x, ended) || is_hers(x)) continue;
      part = part.empty() ? x : "several";
      auto const asked = asked_of(x);
      if (asked.empty()) return {};
      cases.insert(asked.begin(), asked.end());
    }
    if (cases.empty()) return {};
    auto const may_refuse = !is_spoken_of(quality_name::cancellable);
    if (part == "several" && !may_refuse) return {};
    exit->until = from;
    tell_shop(from);
    std::erase_if(d_.rules, [](rule_says const& r) {
      return r.on.kind == lupaus::event_kind::cancel_requested &&
             r.action == lupaus::action_kind::refuse;
    });
    if (part == "several" || (may_refuse && r_.chance(50))) {
      d_.rules.push_back({tag_,
                          of_order(lupaus::event_kind::cancel_requested),
                          d_.seller,
                          d_.customer,
                          lupaus::action_kind::refuse,
                          {},
                          from});
      return done({"no-exit", rule_name(tag_), "-", 0, cases});
    }
    return done({"no-exit", part, "-", 0, cases});
  }

 private:
  // ---- situations ----

  /// The event can come after that one. In a sound promise nothing comes after
  /// a step.
  static bool follows(event_says const& e, mention const& from) {
    for (auto const& w : e.ways)
      if (w.from == from) return true;
    return false;
  }
  /// Where a rule on a failure may have to be applied.
  std::set<std::string> firing_after(rule_says const& r) const {
    auto failure = r.on;
    failure.reported = false;
    std::set<std::string> cases{name_of(failure)};
    for (auto const& e : d_.events)
      if (follows(e, failure) && !(e.said() == r.gate)) cases.insert(name_of(e.said()));
    return cases;
  }
  /// Something that she gets answers the failure.
  bool is_answered(event_says const& failure) const {
    for (auto const& r : d_.rules) {
      auto on = r.on;
      on.reported = false;
      if (on == failure.said() && r.creditor == d_.customer &&
          r.action != lupaus::action_kind::refuse && r.action != lupaus::action_kind::act)
        return true;
    }
    return false;
  }
  /// What comes late is hers, and may be taken from her all the same.
  bool may_be_taken_back_late() const {
    for (auto const& e : d_.events)
      for (auto const& w : e.ways)
        if (e.kind == lupaus::event_kind::step && !e.good.empty() && e.holder != d_.customer &&
            w.from.kind == lupaus::event_kind::late)
          return true;
    return false;
  }
  /// The situations of a part that is not performed, without those in which a remedy is due. None
  /// where that is hard to say.
  std::set<std::string> asked_of(std::string const& part) const {
    std::set<std::string> cases{part};
    for (auto const& c : d_.carries)
      if (c.a == part) cases.insert(name_of(started(part)));
    auto all = d_;
    for_each_mention(all, [&](mention const& e) {
      if (e == started(part)) cases.insert(name_of(e));
    });
    for (auto const& e : d_.events) {
      if (e.part != part) continue;
      if (e.kind != lupaus::event_kind::step) {
        if (!is_answered(e)) return {};
        continue;
      }
      for (auto const& w : e.ways)
        if (w.from.kind != lupaus::event_kind::failed && w.from.kind != lupaus::event_kind::late)
          return {};
      if (e.ways.empty()) return {};
    }
    return cases;
  }
  /// The only rule by which she can cancel, if it is the only one and holds
  /// everywhere.
  rule_says* the_one_exit() {
    rule_says* found = nullptr;
    if (d_.on_the_spot) return nullptr;
    for (auto& r : d_.rules) {
      if (r.on.kind != lupaus::event_kind::cancel_requested ||
          r.action == lupaus::action_kind::refuse)
        continue;
      if (found || r.since || r.until) return nullptr;
      found = &r;
    }
    return found;
  }
  /// No part goes on beside it.
  bool is_alone(std::string const& part) const {
    for (auto const& x : order_.leaves())
      if (x != part && !order_.precedes(x, part) && !order_.precedes(part, x)) return false;
    return true;
  }
  bool has_refusal() const {
    for (auto const& r : d_.rules)
      if (r.action == lupaus::action_kind::refuse) return true;
    return false;
  }
};

}  // namespace proof
