// SPDX-License-Identifier: BSL-1.0
//
// Plants gaps of what is claimed and committed, to her and under contract.
#pragma once

#include "support/planter_recovery.hpp"
#include "support/teller.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace proof {

class planter_promises : public planter_recovery {
 public:
  using planter_recovery::planter_recovery;

  maybe overclaimed_term() {
    auto const q =
        unspoken({quality_name::recovery, quality_name::cancellable, quality_name::price});
    if (!q) return {};
    auto const about = leaf();
    auto const more = r_.between(1, 500);
    foreseen root{"overclaimed-term", claim_name(tag_), r_.one_of(house_)};
    term_says said{*q, hours(50'000)}, kept = said;
    if (*q == quality_name::price) said.limit = minutes(1), kept.limit = minutes(1 + more);
    if (*q == quality_name::cancellable) kept.limit.n -= more;
    if (*q == quality_name::recovery) {
      kept.limit.n += more;
      root.late_by = 60 * more;
      auto weaker = kept;  // the strongest counts, wherever it stands
      weaker.limit.n += 60;
      if (r_.chance(30)) d_.commitments.push_back({d_.seller, d_.customer, about, {weaker}});
    }
    auto const on = *q == quality_name::recovery && r_.chance(30) ? std::string{} : about;
    d_.commitments.push_back({r_.one_of(house_), d_.customer, on, {kept}});
    d_.claims.push_back({tag_, root.other, about, {said}, r_.chance(30)});
    return done(root);
  }

  maybe unmeasurable_claim() {
    auto const who = r_.one_of(house_);
    d_.claims.push_back({tag_, who, r_.chance(70) ? leaf() : std::string{}, {}});
    return done({"unmeasurable-claim", claim_name(tag_), who});
  }

  maybe unmandated_claim() {
    if (d_.claims.empty()) return {};
    auto claim = r_.one_of(d_.claims);
    auto const in_house = r_.chance(40);
    claim.who = "barker";
    claim.tag = tag_;
    d_.parties.push_back({claim.who, in_house});
    if (in_house) d_.mandates.push_back({claim.who, false});
    d_.claims.push_back(claim);
    return done({"unmandated-claim", claim_name(tag_), claim.who});
  }

  maybe conflicting_commitments() {
    if (r_.chance(30)) return two_bearers();
    return r_.chance(50) ? two_windows() : an_incentive();
  }

  maybe split_accountability() {
    if (firms_.empty() || is_any_firm_committed_to_her()) return {};
    auto const firm = r_.one_of(firms_);
    if (!is_some_contact_single() && !is_spoken_of(quality_name::single_contact) && r_.chance(50)) {
      auto const about = r_.chance(50) ? leaf() : std::string{};
      auto const q = unspoken({quality_name::installed, quality_name::price});
      if (!q) return {};
      auto const i = commit({d_.seller, d_.customer, about, {{quality_name::single_contact}}});
      auto const k = commit({firm, d_.customer, about.empty() ? leaf() : about, {{*q, hours(1)}}});
      return done({"split-accountability", commitment_name(i), commitment_name(k)});
    }
    if (is_some_contact_single()) return {};
    for (auto const& c : std::vector{d_.commitments}) {
      if (c.creditor != d_.customer || c.term.empty() || !c.overrides.empty()) continue;
      auto const q = c.term[0].quality;
      if (q == quality_name::deadline || q == quality_name::informed) continue;
      auto const is_of_one = q == quality_name::price || q == quality_name::cancellable;
      auto const about = is_of_one || r_.chance(50) ? c.about : leaf();
      auto beside = 0;  // another one would be named in its place
      for (auto const& x : d_.commitments)
        beside += x.creditor == d_.customer && !x.term.empty() && x.term[0].quality == q &&
                  (x.about == about || within(about, x.about) || within(x.about, about));
      if (beside != 1 || !(c.about == about || within(about, c.about))) continue;
      auto term = c.term;
      term[0].anchor = {};
      auto const k = commit({firm, d_.customer, about, term});
      foreseen root{"split-accountability", commitment_name(c.tag), commitment_name(k)};
      root.on = about.empty() ? "the whole" : about;
      return done(root);
    }
    return {};
  }

  // ---- fulfilment / delivery -------------------------------------------------------------------

  /// A part beside the rest that nobody does, or somebody whom nobody has told to.
  maybe unperformed_commitment() {
    if (is_all_passed_on()) return {};
    auto const way = r_.below(4);
    if (way == 3) return a_good_that_nobody_hands_over();
    add_beside({"extra"});
    if (way > 0) {
      d_.parties.push_back({"stranger", false});
      d_.performers.push_back({"extra", "stranger"});
    }
    if (way == 2) {  // under contract, but not the seller's
      d_.parties.push_back({"friend", false});
      d_.commitments.push_back(
          {"stranger", "friend", "extra", {{quality_name::deadline, hours(9)}}});
    }
    return done({"unperformed-commitment", "extra"});
  }

  /// She is promised more than is asked of one of those to whom the work is passed on.
  maybe weaker_subcontract() {
    auto const q =
        unspoken({quality_name::condition, quality_name::installed, quality_name::window});
    auto const part = leaf();
    auto const chain = chain_of(part);
    if (!q || chain.size() < 2) return {};
    auto const i = commit({r_.one_of(house_), d_.customer, part, {{*q, minutes(912)}}});
    auto const weak = r_.below(chain.size() - 1);
    for (std::size_t k = 0; k < weak; ++k)
      commit({chain[k + 1], chain[k], part, {{*q, minutes(912)}}});
    auto link = first_work(part, chain[weak], chain[weak + 1]);
    if (*q == quality_name::window && r_.chance(50))
      link = commit({chain[weak + 1], chain[weak], part, {{*q, minutes(913)}}});
    foreseen root{"weaker-subcontract", commitment_name(i), commitment_name(link)};
    root.on = part;
    return done(root);
  }

  maybe missing_recourse() {
    std::vector<mention> all;
    for (auto const& x : d_.recourses) all.push_back(x.failure);
    if (all.empty()) return {};
    auto const failure = r_.one_of(all);
    oracle const o{m_};
    for (auto const& r : d_.rules) {
      auto const i = static_cast<std::size_t>(&r - d_.rules.data());
      auto const& rule = m_->rules[lupaus::rule_id{i}];
      if (!is_remedy(r) || !is_in_house(r.debtor) || r.creditor != d_.customer ||
          !o.covers(rule, event_id(failure)))
        continue;
      auto const takes = o.time_to_remedy(rule, event_id(failure));
      auto const is_late = takes && takes->working.count == 0 && r_.chance(50);
      if (is_late)  // a minute too late, or in no time that is stated
        for (auto& x : d_.recourses)
          if (x.failure == failure)
            x.within =
                r_.chance(70) ? minutes(static_cast<int>(takes->elapsed / 60) + 1) : amount{};
      if (!is_late)
        std::erase_if(d_.recourses, [&](recourse_says const& x) { return x.failure == failure; });
      return done({"missing-recourse", name_of(failure), rule_name(r.tag)});
    }
    return {};
  }

  maybe cyclic_delegation() {
    if (is_all_passed_on()) return {};
    add_beside({"extra"});
    strings ring{"first", "second"};
    if (r_.chance(40)) ring.push_back("third");
    for (auto const& p : ring) d_.parties.push_back({p, false});
    for (std::size_t i = 0; i < ring.size(); ++i) pass_on(ring[(i + 1) % ring.size()], ring[i]);
    foreseen const root{"cyclic-delegation", "first", "second", 0, {ring.begin(), ring.end()}};
    auto const way = r_.below(3);
    if (way == 0) {  // the seller does it himself: nothing comes of it
      d_.abilities.push_back({d_.seller, "extra", hours(9)});
      return done(root);
    }
    pass_on("first", d_.seller);
    if (way == 1) return done(root, {{"unperformed-commitment", "extra"}});
    d_.performers.push_back({"extra", r_.one_of(ring)});
    return done(root);
  }

  maybe missing_enabler() {
    std::string lacking = "lack";
    if (!d_.capabilities.empty() && r_.chance(50)) {
      lacking = r_.one_of(d_.capabilities).name;
      std::erase_if(d_.provides, [&](pair_says const& p) { return p.b == lacking; });
    } else {
      if (d_.commitments.empty()) return {};
      d_.capabilities.push_back({lacking, d_.commitments.size() % 2 == 1});
      for (int i = r_.between(1, 2); i > 0; --i)
        d_.commitments[r_.below(d_.commitments.size())].rests_on.push_back({lacking});
    }
    foreseen root{"missing-enabler", lacking};
    std::set<std::string> unperformed;
    for (auto const& c : d_.commitments) {
      if (std::none_of(c.rests_on.begin(), c.rests_on.end(),
                       [&](name_says const& k) { return k.name == lacking; }))
        continue;
      if (root.other == "-") root.other = commitment_name(c.tag);
      for (auto const& p : order_.leaves())
        if (c.overrides.empty() && within(p, c.about) && !is_hers(p) &&
            (is_in_house(c.debtor) || same_firm(c.debtor, performer(p))))
          unperformed.insert(p);
    }
    if (root.other == "-") return {};
    std::vector<foreseen> consequences;
    for (auto const& p : unperformed) consequences.push_back({"unperformed-commitment", p});
    return done(root, consequences);
  }

  maybe surviving_subcontract() {
    if (d_.ends.empty()) return {};
    auto const end = r_.one_of(d_.ends);
    auto const all = r_.chance(30);
    auto const same = [&](std::string const& debtor, std::string const& creditor) {
      return same_firm(debtor, end.debtor) && same_firm(creditor, end.creditor);
    };
    std::erase_if(d_.ends, [&](end_says const& e) {
      return same(e.debtor, e.creditor) && (all || e.when == end.when);
    });
    for (auto when : {kind::cancelled, kind::refunded})  // the debtor hears of it all the same
      if (all || when == end.when)
        d_.notices.push_back({d_.seller, end.debtor, of_order(when), hours(4)});
    oracle const o{m_};
    for (auto const& c : d_.commitments)
      if (auto const i = static_cast<std::size_t>(&c - d_.commitments.data());
          c.overrides.empty() && same(c.debtor, c.creditor) &&
          !o.lives_on(m_->commitments[lupaus::commitment_id{i}]))
        return planted{d_, {"surviving-subcontract", commitment_name(c.tag), c.debtor}};
    return {};
  }

 private:
  /// The seller's firm, and then those to whom the work is passed on.
  strings chain_of(std::string const& part) const {
    oracle const o{m_};
    auto const hops = o.hops(part_id(part));
    strings chain{d_.seller};
    for (auto at = m_->seller; hops.contains(at) && hops.at(at).size() == 1;) {
      at = *hops.at(at).begin();
      chain.push_back(std::string{m_->parties[at].name});
    }
    return chain.back() == performer(part) ? chain : strings{};
  }
  int first_work(std::string const& part, std::string const& from, std::string const& to) const {
    oracle const o{m_};
    for (auto i : m_->commitments.ids()) {
      auto const& c = m_->commitments[i];
      if (o.is_work(c, part_id(part)) && firm(std::string{m_->parties[c.creditor].name}) == from &&
          m_->parties[c.debtor].name == to)
        return d_.commitments[i.index()].tag;
    }
    return 0;
  }
  void pass_on(std::string const& to, std::string const& from) {
    d_.commitments.push_back({to, from, "extra", {{quality_name::deadline, hours(9)}}});
    stand_behind(to, from, "extra");
  }

  /// Somebody who has committed to all but that may hand it over.
  maybe a_good_that_nobody_hands_over() {
    add_beside({"extra", "extra good"});
    d_.parts.back().is_good = true;
    d_.abilities.push_back({d_.seller, "extra good", hours(9)});
    d_.parties.push_back({"porter", false});
    pass_on("porter", d_.seller);
    d_.events.push_back(
        {"extra", "handed", kind::step, {{{}, "porter"}}, "extra good", d_.customer});
    return done({"unperformed-commitment", "extra good"});
  }

  /// Both from some time on, and neither covers the other.
  maybe two_bearers() {
    std::vector<std::string> goods;
    for (auto const& p : d_.parts)
      if (p.is_good) goods.push_back(p.name);
    if (goods.empty() || firms_.empty()) return {};
    auto const good = r_.one_of(goods);
    for (auto const& r : d_.risks)
      if (r.of == good && r.covers.empty()) return {};
    d_.risks.push_back({d_.seller, good, {}, {}, {}});
    d_.risks.push_back({"hauler", good, r_.chance(50) ? completed(leaf()) : mention{}, {}, {}});
    d_.parties.push_back({"hauler", false});
    return done({"conflicting-commitments", good});
  }

  maybe two_windows() {
    if (is_spoken_of(quality_name::window)) return {};
    auto const part = leaf();
    auto const chain = chain_of(part);
    auto const by_firm = chain.size() > 1;
    commitment_says c{by_firm ? chain[1] : r_.one_of(house_),
                      by_firm ? d_.seller : d_.customer,
                      part,
                      {{quality_name::window, minutes(812)}}};
    c.on_request = by_firm && r_.chance(30);
    auto const i = commit(c);
    c.term[0].limit = minutes(1'216);  // from noon on, where the other ends
    if (by_firm && r_.chance(30)) c.given = completed(part);
    if (!by_firm && r_.chance(50)) c.debtor = r_.one_of(house_);
    if (by_firm && c.given && !same_firm(performer(part), c.debtor))
      d_.notices.push_back({performer(part), c.debtor, c.given, hours(1)});
    auto const waits_for_itself = c.given && !c.on_request;
    auto const k = commit(c);
    if (waits_for_itself) return {};
    return done({"conflicting-commitments", commitment_name(i), commitment_name(k)});
  }

  maybe an_incentive() {
    std::vector<term_says> all;
    std::string about;
    if (!d_.claims.empty() && r_.chance(60)) {
      auto const& c = r_.one_of(d_.claims);
      all = c.terms, about = c.about;
    } else if (!d_.commitments.empty()) {
      auto const& c = r_.one_of(d_.commitments);
      all = c.term, about = c.about;
      if (!c.overrides.empty()) return {};
    }
    if (all.empty() || firms_.empty()) return {};
    auto const q = r_.one_of(all).quality;
    commitment_says c{r_.chance(70) ? r_.one_of(firms_) : r_.one_of(desks_), d_.seller, about, {}};
    c.overrides = {q};
    if (d_.commitments.size() % 2 == 1) c.interest = "the campaign of the week";
    if (q != quality_name::price && q != quality_name::cancellable && r_.chance(40)) c.about = {};
    auto const i = commit(c);
    auto const m = to_model(d_);
    if (!m) return {};
    auto const other =
        oracle{*m}.overridden((*m)->commitments[lupaus::commitment_id{d_.commitments.size() - 1}]);
    return done({"conflicting-commitments", commitment_name(i), namer{*m, d_}(other)});
  }
};

}  // namespace proof
