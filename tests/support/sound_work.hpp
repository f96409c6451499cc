// SPDX-License-Identifier: BSL-1.0
//
// Random sound promises, first half: who does what under which contract, and who is told. Every
// choice that opens a gap closes it again, at once.
#pragma once

#include "support/chooser.hpp"
#include "support/leaf_order.hpp"
#include "support/product_maker.hpp"
#include "support/walks.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace proof {

class sound_work {
 protected:
  explicit sound_work(std::uint64_t seed) : r_{seed} {}

  using kind = lupaus::event_kind;
  using act = lupaus::action_kind;

  // ---- who and what --------------------------------------------------------------------------

  void tell_parties() {
    for (int i = 1, n = r_.between(1, 2); i <= n; ++i)
      d_.parties.push_back({"desk" + std::to_string(i), true});
    for (int i = 1, n = r_.between(1, 5); i <= n; ++i)
      d_.parties.push_back({"firm" + std::to_string(i), false});
    for (auto const& p : d_.parties) (p.is_department ? desks_ : firms_).push_back(p.name);
  }

  std::string somebody_in_house() { return r_.chance(60) ? d_.seller : r_.one_of(desks_); }
  std::string firm_of(std::string const& party) const {
    for (auto const& p : d_.parties)
      if (p.name == party && p.is_department) return d_.seller;
    return party;
  }
  bool same_firm(std::string const& a, std::string const& b) const {
    return firm_of(a) == firm_of(b);
  }
  bool in_house(std::string const& party) const { return firm_of(party) == d_.seller; }

  amount work_time() { return hours(r_.between(0, 72)); }
  /// Longer than all that a promise of twelve parts can take.
  amount ample_time() { return hours(r_.between(5'000, 50'000)); }
  amount notice_time() { return hours(r_.between(0, 6)); }

  // ---- work ----------------------------------------------------------------------------------

  commitment_says& commit(std::string debtor, std::string creditor, std::string about,
                          quality_name q, amount limit, mention anchor = {}) {
    d_.commitments.push_back({std::move(debtor),
                              std::move(creditor),
                              std::move(about),
                              {{q, limit, std::move(anchor)}}});
    return d_.commitments.back();
  }

  void pass_on(std::string const& from, std::string const& to, std::string const& part) {
    commit(to, from, part, quality_name::deadline, work_time());
    if (r_.chance(20)) d_.commitments.back().term.clear();
    hops_[part].push_back({from, to});
  }

  void share_out_work() {
    // A composite in one hand, whoever then does its parts.
    std::map<std::string, std::string> contractor;  // of a leaf
    for (auto const* c : composites_) {
      if (!r_.chance(30)) continue;
      auto const leaves = leaf_order{*c}.leaves();
      auto taken = false;
      for (auto const& p : leaves) taken = taken || contractor.contains(p);
      if (taken) continue;
      auto const& who = r_.one_of(firms_);
      commit(who, d_.seller, c->name, quality_name::deadline, work_time());
      for (auto const& p : leaves) contractor[p] = who, hops_[p] = {{d_.seller, who}};
    }
    for (auto const& p : order_.leaves()) {
      auto const way = r_.below(100);
      if (contractor.contains(p)) {
        auto const& general = performer_[p] = contractor[p];
        auto const& other = r_.one_of(firms_);
        if (way < 40 && other != general) {
          pass_on(general, other, p);
          performer_[p] = other;
        }
      } else if (way < 25) {
        performer_[p] = somebody_in_house();
        d_.abilities.push_back({performer_[p], p, work_time()});
      } else if (way < 35) {
        performer_[p] = r_.chance(50) ? somebody_in_house() : r_.one_of(firms_);
        d_.performers.push_back({p, performer_[p]});
        // In-house work without a time of its own would take as long as the shop allows itself.
        if (in_house(performer_[p]) || r_.chance(70))
          d_.abilities.push_back({performer_[p], p, work_time()});
        if (!in_house(performer_[p])) pass_on(d_.seller, performer_[p], p);
      } else {
        auto const first = r_.one_of(firms_);
        performer_[p] = first;
        pass_on(d_.seller, first, p);
        auto const& second = r_.one_of(firms_);
        if (way > 75 && second != first) {
          pass_on(first, second, p);
          performer_[p] = second;
        }
      }
    }
  }

  void carry_goods() {
    for (auto const& service : d_.parts)
      for (auto const& good : d_.parts) {
        auto taken = service.is_good || !good.is_good || !order_.precedes(good.name, service.name);
        for (auto const& c : d_.carries) taken = taken || c.a == service.name || c.b == good.name;
        if (!taken && r_.chance(60)) d_.carries.push_back({service.name, good.name});
      }
  }
  std::string carried_by(std::string const& part) const { return proof::carried_by(d_, part); }

  // ---- who is told ---------------------------------------------------------------------------

  /// All that happens to a part in a sound promise is its performer's act.
  std::string const& actor_of(mention const& e) const { return performer_.at(e.part); }

  bool is_told(std::string const& who, mention const& e) const {
    for (auto const& n : d_.notices)
      if (n.of == e && same_firm(n.to, who)) return true;
    if (e.kind == kind::late) return is_told(who, completed(e.part));
    if (e.kind == kind::completed)
      for (auto const& c : d_.coordinations)
        if (c.before == e.part && same_firm(performer_.at(c.after), who)) return true;
    return false;
  }
  /// Sees to it that the party knows of the event.
  void inform(std::string const& who, mention e) {
    if (e.part.empty()) return;  // of the order: only the seller's firm has duties on these
    e.reported = false;          // a report is known to whoever knows what is reported
    auto const& actor = actor_of(e);
    if (same_firm(actor, who) || is_told(who, e)) return;
    auto from = actor;
    if (!in_house(actor) && !in_house(who) && r_.chance(30)) {
      inform(d_.seller, e);
      from = d_.seller;
    }
    d_.notices.push_back({from, who, e, notice_time()});
  }

  void coordinate() {
    for (auto const& [a, b] : order_.steps()) {
      auto const &giver = performer_[a], &taker = performer_[b];
      if (same_firm(giver, taker) && !r_.chance(10)) continue;
      auto const way = r_.below(4);
      auto const owner = way == 0 ? giver : way == 1 ? taker : somebody_in_house();
      inform(owner, completed(a));
      d_.coordinations.push_back({owner, a, b});
      if (r_.chance(10)) d_.part_needs.push_back({a, b});
      if (r_.chance(10)) d_.party_needs.push_back({giver, taker});
      if (r_.chance(10)) d_.party_needs.push_back({taker, giver});
    }
    // A contract may count from the end of the part before.
    for (auto& c : d_.commitments) {
      if (c.term.empty() || !r_.chance(40)) continue;
      for (auto const& [a, b] : order_.steps())
        if (b == c.about) {
          auto const debtor = c.debtor;
          c.term[0].anchor = completed(a);
          inform(debtor, completed(a));
          break;
        }
    }
  }

  // ---- parts -----------------------------------------------------------------------------------

  std::string some_part() {
    auto const n = r_.below(order_.leaves().size() + composites_.size() + 2);
    if (n < order_.leaves().size()) return order_.leaves()[n];
    if (n - order_.leaves().size() < composites_.size())
      return composites_[n - order_.leaves().size()]->name;
    return {};
  }
  bool is_leaf(std::string const& part) const {
    for (auto const& p : order_.leaves())
      if (p == part) return true;
    return false;
  }
  /// Each composite around a part, from the part itself on, and the whole.
  std::vector<std::string> around(std::string const& part) const {
    std::vector<std::string> found{part};
    if (part.empty()) return found;
    for (auto const* c : composites_) {
      std::vector<shape> inside = c->inside;
      auto holds = false;
      for_each_shape(inside, [&](shape const& s) { holds = holds || s.name == part; });
      if (holds) found.push_back(c->name);
    }
    found.push_back({});
    return found;
  }
  bool within(std::string const& part, std::string const& outer) const {
    for (auto const& x : around(part))
      if (x == outer) return true;
    return false;
  }

  chooser r_;
  description d_;
  leaf_order order_;
  std::vector<std::string> desks_, firms_;
  std::vector<shape const*> composites_;
  std::map<std::string, std::string> performer_;        // of each leaf
  std::map<std::string, std::vector<pair_says>> hops_;  // from whom to whom its work is passed on
  int tags_ = 0, steps_ = 0;
};

}  // namespace proof
