// SPDX-License-Identifier: BSL-1.0
//
// Plants one gap at a random place of a sound promise, and says exactly what has to be found there.
// Each has variants that only just open the gap, and variants that bring consequences with them.
#pragma once

#include "support/planter_promises.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace proof {

class planter : public planter_promises {
 public:
  using planter_promises::planter_promises;

  // ---- order and time --------------------------------------------------------------------------

  maybe impossible_order() {
    strings ring{"extra one", "extra two"};
    if (is_all_passed_on()) return {};
    if (r_.chance(40)) ring.push_back("extra three");
    add_in_house(ring);
    for (std::size_t i = 0; i < ring.size(); ++i)
      d_.before.push_back({ring[i], ring[(i + 1) % ring.size()]});
    foreseen const root{"impossible-order", ring[0], ring[1], 0, {ring.begin(), ring.end()}};
    foreseen wait{"circular-wait", name_of(completed(ring[0])), name_of(completed(ring[1]))};
    for (auto const& p : ring) wait.listed.insert(name_of(completed(p)));
    std::vector<foreseen> consequences{wait};
    for (auto const& c : d_.claims)
      for (auto const& t : c.terms)
        if (c.about.empty() && t.quality == quality_name::deadline && !t.anchor) {
          consequences.push_back({"late-by-design", claim_name(c.tag), ring[0]});
          break;
        }
    return done(root, consequences);
  }

  maybe late_by_design() {
    if (is_all_passed_on()) return {};
    add_in_house({"extra one", "extra two"});  // five hours each
    d_.before.push_back({"extra one", "extra two"});
    auto const late = r_.between(1, 300);
    auto const way = r_.below(3);
    term_says term{quality_name::deadline, minutes(600 - late), {}};
    if (way == 1) term = {quality_name::deadline, minutes(300 - late), completed("extra one")};
    std::string const last = way == 2 ? "extra one" : "extra two";
    if (way == 2) term.limit = minutes(300 - late);
    d_.claims.push_back({tag_, r_.one_of(house_), last, {term}});
    d_.commitments.push_back({r_.one_of(house_), d_.customer, last, {term}});
    return done({"late-by-design", claim_name(tag_), last, 60 * late});
  }

  // ---- duties ----------------------------------------------------------------------------------

  maybe imposed_duty() {
    auto const part = leaf();
    std::string who = "outsider";
    for (auto const& f : firms_)  // one who has committed to something else
      if (r_.chance(30) &&
          std::none_of(
              d_.commitments.begin(), d_.commitments.end(),
              [&](commitment_says const& c) { return c.debtor == f && within(part, c.about); }) &&
          std::none_of(d_.risks.begin(), d_.risks.end(),  // a cover is a commitment
                       [&](risk_says const& x) { return x.bearer == f && !x.covers.empty(); }))
        who = f;
    if (who == "outsider") d_.parties.push_back({who, false});
    if (performer(part) == who) return {};
    auto const is_remedy = r_.chance(60);
    d_.rules.push_back(
        {tag_, completed(part), who, d_.customer, is_remedy ? act::act : act::accept});
    d_.notices.push_back({performer(part), who, completed(part), hours(1)});
    foreseen const root{"imposed-duty", rule_name(tag_), who};
    if (!is_remedy) return done(root);
    return done(root, {{"blocked-remedy", rule_name(tag_), who}});
  }

  maybe dangling_antecedent() {
    auto const part = leaf();
    event_says const step{part, "planted", kind::step};
    d_.events.push_back(step);
    auto const who = r_.one_of(house_);
    commitment_says c{who, d_.customer, part, {{quality_name::recovery, hours(60'000)}}};
    c.given = step.said();
    // Who owes as much in any case waits for nothing.
    for (auto const& x : d_.commitments)
      if (x.debtor == c.debtor && x.creditor == c.creditor && x.about == c.about && !x.given &&
          !x.term.empty() && x.term.front().quality == quality_name::recovery)
        return {};
    if (r_.chance(40)) c.brings_about = step.said();  // it does not make its own condition true
    auto const brings = static_cast<bool>(c.brings_about);
    auto const tag = commit(c);
    if (!is_in_house(performer(part)))
      d_.notices.push_back({performer(part), d_.seller, step.said(), hours(1)});
    if (brings) return {};  // and waits for itself: two gaps
    return done({"dangling-antecedent", commitment_name(tag), name_of(step.said())});
  }

  maybe circular_wait() {
    auto const part = leaf(), by = performer(part);
    auto const creditor = is_in_house(by) ? d_.customer : d_.seller;
    event_says const one{part, "planted", kind::step}, two{part, "planted too", kind::step};
    auto const owe = [&](mention const& what, mention const& given) {
      commitment_says c{by, creditor, part, {{quality_name::recovery, hours(60'000)}}};
      c.brings_about = what;
      c.given = given;
      commit(c);
    };
    d_.events.push_back(one);
    if (r_.chance(30)) {  // it is due some time after itself
      commitment_says c{by, creditor, part, {{quality_name::deadline, hours(9), one.said()}}};
      c.brings_about = one.said();
      commit(c);
      auto const name = name_of(one.said());
      return done({"circular-wait", name, name, 0, {name}});
    }
    d_.events.push_back(two);
    owe(one.said(), two.said()), owe(two.said(), one.said());
    auto const x = name_of(one.said()), y = name_of(two.said());
    return done({"circular-wait", x, y, 0, {x, y}});
  }

  // ---- who owes, who bears ---------------------------------------------------------------------

  maybe reversed_remedy() {
    std::vector<rule_says> all;
    for (auto const& r : d_.rules)
      if (is_remedy(r) && !r.on.part.empty() && is_in_house(r.debtor)) all.push_back(r);
    if (all.empty() || firms_.empty()) return {};
    auto rule = r_.one_of(all);
    rule = {tag_, rule.on, rule.debtor, r_.one_of(firms_)};
    if (r_.chance(40) && !is_any_firm_committed_to_her()) {
      auto const by = performer(rule.on.part);
      if (is_in_house(by)) return {};
      rule.debtor = by;  // who owes it to somebody else
      rule.creditor = d_.customer;
      rule.on.reported = false;
    }
    for (auto const& x : d_.risks)  // who covers somebody may owe it
      if (x.bearer == rule.debtor && x.covers == rule.creditor) return {};
    d_.rules.push_back(rule);
    return done({"reversed-remedy", rule_name(tag_), rule.debtor});
  }

  maybe uninsured_leg() {
    std::vector<pair_says> all;
    for (auto const& c : d_.carries)
      if (!is_in_house(performer(c.a))) all.push_back(c);
    auto const hers = r_.chance(50) && !d_.carries.empty();
    if (!hers && all.size() != 1) return {};
    auto const c = hers ? r_.one_of(d_.carries) : all[0];
    foreseen root{"uninsured-leg", c.b, name_of(started(c.a)), 0, {name_of(started(c.a))}};
    for (auto const& e : d_.events)
      if (e.part == c.a && e.holder != d_.customer && (hers || e.good.empty()))
        root.listed.insert(name_of(e.said()));
    if (hers) {
      std::erase_if(d_.risks, [&](risk_says const& r) {  // nobody else bears it, or covers her
        return r.of == c.b && (r.covers.empty() || r.covers == d_.customer);
      });
      d_.risks.push_back(
          {d_.customer, c.b, started(c.a), r_.chance(50) ? possession(c.b) : mention{}, {}});
      root.of = d_.customer;
    } else {
      std::erase_if(d_.risks, [&](risk_says const& r) {
        return r.bearer == d_.customer || !is_in_house(r.bearer);
      });
      root.of = performer(c.a);
    }
    return done(root);
  }

 private:
  void add_in_house(strings const& parts) {
    add_beside(parts);
    for (auto const& p : parts) d_.abilities.push_back({d_.seller, p, hours(5)});
  }
};

/// How each gap of the catalogue is planted.
struct way_to_plant {
  std::string_view gap;
  planter::maybe (planter::*plant)();
};
inline std::vector<way_to_plant> const& all_ways_to_plant() {
  static std::vector<way_to_plant> const all{
      {"unbacked-claim", &planter::unbacked_claim},
      {"overclaimed-term", &planter::overclaimed_term},
      {"unmeasurable-claim", &planter::unmeasurable_claim},
      {"disowned-part", &planter::disowned_part},
      {"unmandated-claim", &planter::unmandated_claim},
      {"conflicting-commitments", &planter::conflicting_commitments},
      {"split-accountability", &planter::split_accountability},
      {"unperformed-commitment", &planter::unperformed_commitment},
      {"weaker-subcontract", &planter::weaker_subcontract},
      {"missing-recourse", &planter::missing_recourse},
      {"cyclic-delegation", &planter::cyclic_delegation},
      {"impossible-order", &planter::impossible_order},
      {"late-by-design", &planter::late_by_design},
      {"unowned-handoff", &planter::unowned_handoff},
      {"customer-in-the-middle", &planter::customer_in_the_middle},
      {"uninformed-party", &planter::uninformed_party},
      {"imposed-duty", &planter::imposed_duty},
      {"dangling-antecedent", &planter::dangling_antecedent},
      {"missing-enabler", &planter::missing_enabler},
      {"uninsured-leg", &planter::uninsured_leg},
      {"uncovered-failure", &planter::uncovered_failure},
      {"blocked-remedy", &planter::blocked_remedy},
      {"broken-by-rule", &planter::broken_by_rule},
      {"circular-wait", &planter::circular_wait},
      {"late-remedy", &planter::a_late_remedy},
      {"misapplied-rule", &planter::misapplied_rule},
      {"reversed-remedy", &planter::reversed_remedy},
      {"rival-rules", &planter::rival_rules},
      {"silent-failure", &planter::silent_failure},
      {"no-exit", &planter::no_exit},
      {"surviving-subcontract", &planter::surviving_subcontract}};
  return all;
}

}  // namespace proof
