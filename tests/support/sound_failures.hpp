// SPDX-License-Identifier: BSL-1.0
//
// Random sound promises: what can go wrong, what is owed then, and who is told.
#pragma once

#include "support/sound_claims.hpp"

#include <string>
#include <vector>

namespace proof {

class sound_failures : protected sound_claims {
 protected:
  using sound_claims::sound_claims;

  // ---- what can go wrong ---------------------------------------------------------------------

  void tell_failures(std::string const& part) {
    for (int i = r_.between(0, 2); i > 0; --i) {
      event_says e{part, "broken" + std::to_string(i), kind::failed};
      if (i == 2 && r_.chance(50)) e.kind = kind::late, e.name.clear();
      d_.events.push_back(e);
      provide_for(e.said());
    }
  }

  /// A step that can follow a failure, by the performer.
  mention add_step(mention const& after, std::string const& good, std::string const& holder) {
    event_says e{after.part, "step" + std::to_string(++steps_), kind::step, {{after, {}}}, good,
                 holder};
    if (r_.chance(30)) e.ways[0].by = performer_[after.part];
    d_.events.push_back(e);
    return e.said();
  }

  void provide_for(mention const& failure) {
    auto const& part = failure.part;
    auto const performer = performer_[part];
    rule_says r{++tags_, failure, d_.seller, d_.customer};
    auto const is_general = r_.chance(5) && !is_any_request_answered();
    if (is_general) {  // her request is answered, whatever it is that failed
      r.on = of_order(kind::replacement_requested);
      r.since = r_.chance(50) ? of_order(kind::ordered) : failure;
    } else if (r_.chance(40)) {
      r.on = reported(failure);
      inform(d_.seller, failure);
    } else if (r_.chance(30)) {
      r.debtor = performer;
    }
    if (r.debtor == d_.seller) r.debtor = somebody_in_house();
    if (!is_general) inform(r.debtor, failure);
    auto const is_performers = !in_house(r.debtor);
    if (is_performers) r.creditor = hops_[part].back().a;  // to whom it owes the work

    auto const carried = carried_by(part);
    auto const actions =
        std::vector{act::replace, act::perform_again, act::repair, act::refund, act::act};
    r.action = r_.one_of(actions);
    if (r.action == act::replace || r.action == act::perform_again || r.action == act::repair)
      r.object =
          r.action != act::perform_again && !carried.empty() && !is_performers ? carried : part;
    if (r_.chance(50)) r.within = hours(r_.between(0, 48));

    auto const hers = !carried.empty() && r_.chance(20);  // it is handed over all the same
    if (hers) add_step(failure, carried, d_.customer);
    if (r_.chance(20)) add_step(failure, {}, {});
    if (!is_general && r_.chance(40)) add_gate(r, failure);
    if (!is_general && r_.chance(50)) add_presumption(r, failure, hers);
    d_.rules.push_back(r);
    if (!is_performers) secure_recourse(failure);
    if (is_performers || r.action == act::act) answer(failure);
  }

  /// One word on it is enough: two would be rivals.
  bool is_any_request_answered() const {
    for (auto const& r : d_.rules)
      if (r.on.kind == kind::replacement_requested) return true;
    return false;
  }

  /// She gets her money back, whatever else is owed.
  void answer(mention const& failure) {
    rule_says r{++tags_, failure, somebody_in_house(), d_.customer, act::refund};
    inform(r.debtor, failure);
    d_.rules.push_back(r);
    secure_recourse(failure);
  }

  /// What the seller makes good it can recover, at once, from the performer or down the chain.
  void secure_recourse(mention const& failure) {
    for (auto const& x : d_.recourses)
      if (x.failure == failure) return;
    auto const& chain = hops_[failure.part];
    if (chain.empty()) return;
    if (r_.chance(30))
      d_.recourses.push_back({chain.back().b, d_.seller, failure, minutes(0)});
    else
      for (auto const& hop : chain) d_.recourses.push_back({hop.b, hop.a, failure, minutes(0)});
  }

  void add_gate(rule_says& r, mention const& failure) {
    auto const performer = performer_[failure.part];
    auto const way = r_.below(3);
    if (way == 0 && r.on == failure && in_house(r.debtor) && !in_house(performer)) {
      // A report is assured by a notice, and by nothing less.
      d_.notices.push_back({performer, d_.seller, failure, notice_time()});
      r.gate = reported(failure);
      return;
    }
    if (way == 1)
      for (auto const& q : order_.leaves())
        // What comes after the object again cannot be waited for before it is there.
        if (order_.always_precedes(q, failure.part) && q != r.object &&
            !order_.precedes(r.object, q)) {
          r.gate = completed(q);
          inform(r.debtor, r.gate);
          return;
        }
    auto const carried = carried_by(failure.part);
    auto const comes_back = !carried.empty() && r_.chance(60);
    r.gate =
        comes_back ? add_step(failure, carried, somebody_in_house()) : add_step(failure, {}, {});
    auto& c = commit(performer, in_house(performer) ? d_.customer : d_.seller, failure.part,
                     quality_name::deadline, work_time(), r_.chance(70) ? failure : mention{});
    c.brings_about = r.gate;
    inform(r.debtor, r.gate);
  }

  void add_presumption(rule_says& r, mention const& failure, bool hers) {
    auto const carried = carried_by(failure.part);
    if (!carried.empty()) {
      r.presumes.push_back({{}, {}, started(failure.part)});
      if (!hers) r.presumes.push_back({performer_[failure.part], carried, {}});
    }
    for (auto const& q : order_.leaves())
      if (order_.always_precedes(q, failure.part) && r_.chance(30))
        r.presumes.push_back({{}, {}, completed(q)});
    for (auto const& c : d_.carries)
      if (order_.precedes(failure.part, c.a) && r_.chance(50))
        r.presumes.push_back({r_.chance(50) ? d_.seller : r_.one_of(desks_), c.b, {}});
    if (r_.chance(20)) r.presumes.push_back({{}, {}, of_order(kind::ordered)});
    if (r_.chance(20)) r.presumes.push_back({{}, {}, failure});
  }

  void tell_failures_to_all() {
    for (auto const& r : d_.rules)  // her request may be answered whatever it was that failed
      if (r.on.kind == kind::replacement_requested)
        for (auto const& e : d_.events)
          if (e.kind != kind::step) secure_recourse(e.said());
    // Word of every change, told in one breath: the one who owes it has to hear of each.
    if (r_.chance(30))
      d_.change_notices.push_back({d_.seller, d_.customer, some_part(), notice_time()});
    auto const owed_in_general = [&](std::string const& debtor, std::string const& about) {
      for (auto const& e : std::vector<event_says>{d_.events})
        if (e.kind != kind::step && within(e.part, about)) inform(debtor, e.said());
    };
    for (auto const& n : std::vector{d_.change_notices}) owed_in_general(n.from, n.part);
    for (auto const& c : std::vector{d_.commitments})
      if (!c.term.empty() && c.term[0].quality == quality_name::informed)
        owed_in_general(c.debtor, c.about);

    for (auto const& e : d_.events) {
      if (e.kind == kind::step) continue;
      if (!hears_of_changes(e.part) || r_.chance(20)) inform(d_.customer, e.said());
      for (auto const& q : order_.leaves())
        if (order_.precedes(e.part, q)) inform(performer_[q], e.said());
    }
  }
  bool hears_of_changes(std::string const& part) const {
    for (auto const& n : d_.change_notices)
      if (within(part, n.part)) return true;
    for (auto const& c : d_.commitments)
      if (!c.term.empty() && c.term[0].quality == quality_name::informed && within(part, c.about))
        return true;
    return false;
  }
};

}  // namespace proof
