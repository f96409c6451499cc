// SPDX-License-Identifier: BSL-1.0
//
// What planting a gap takes: a place in a sound promise, and a way to leave all else in order.
#pragma once

#include "support/chooser.hpp"
#include "support/leaf_order.hpp"
#include "support/planted.hpp"
#include "support/teller.hpp"
#include "support/walks.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace proof {

class planter_tools {
 public:
  using maybe = std::optional<planted>;  // none: the promise has no place for it

  /// Precondition: `m` is the description's model; it is sound, and every part has a performer.
  planter_tools(description d, lupaus::model m, std::uint64_t seed)
      : d_{std::move(d)}, m_{std::move(m)}, order_{d_.product.front()}, r_{seed} {
    for (auto const& p : d_.parties) (p.is_department ? desks_ : firms_).push_back(p.name);
    house_ = desks_;
    house_.push_back(d_.seller);
    for (auto const& c : d_.claims) tag_ = std::max(tag_, c.tag);
    for (auto const& r : d_.rules) tag_ = std::max(tag_, r.tag);
    ++tag_;
  }

 protected:
  using strings = std::vector<std::string>;
  using kind = lupaus::event_kind;
  using act = lupaus::action_kind;

  /// A part that she buys.
  std::string const& leaf() {
    for (;;)
      if (auto const& part = r_.one_of(order_.leaves()); !is_hers(part)) return part;
  }
  bool is_hers(std::string const& part) const { return proof::is_hers(d_, part); }
  static std::string rule_name(int tag) { return "rule #" + std::to_string(tag); }

  lupaus::party_id party_id(std::string const& name) const {
    for (auto p : m_->parties.ids())
      if (m_->parties[p].name == name) return p;
    return {};
  }
  lupaus::event_id event_id(mention const& e) const {
    for (auto x : m_->events.ids())
      if (namer{m_, d_}(x) == name_of(e)) return x;
    return {};
  }
  std::string performer(std::string const& part) const {
    for (auto const& p : m_->parts)
      if (p.name == part) return std::string{m_->parties[p.performer].name};
    return {};
  }
  std::string firm(std::string const& party) const {
    return std::find(desks_.begin(), desks_.end(), party) == desks_.end() ? party : d_.seller;
  }
  bool same_firm(std::string const& a, std::string const& b) const { return firm(a) == firm(b); }
  bool is_in_house(std::string const& party) const { return firm(party) == d_.seller; }
  static bool is_remedy(rule_says const& r) {
    return r.action != lupaus::action_kind::accept && r.action != lupaus::action_kind::refuse;
  }

  // ---- what is planted -------------------------------------------------------------------------

  static std::string claim_name(int tag) { return "claim #" + std::to_string(tag); }
  static std::string commitment_name(int tag) { return "commitment #" + std::to_string(tag); }

  planted done(foreseen const& root, std::vector<foreseen> consequences = {}) {
    settle();
    return {d_, root, std::move(consequences)};
  }
  /// Sees to the rest of what was planted: every contract ends with the order, and so on.
  void settle() {
    number_commitments(d_);
    for (auto const& c : d_.commitments) {
      if (c.creditor == d_.customer || c.debtor == d_.customer || !c.overrides.empty() ||
          same_firm(c.debtor, c.creditor))
        continue;
      for (auto when : {kind::kept, kind::cancelled, kind::refunded})
        if (std::none_of(d_.ends.begin(), d_.ends.end(), [&](end_says const& e) {
              return e.when == when && same_firm(e.debtor, c.debtor) &&
                     same_firm(e.creditor, c.creditor);
            }))
          d_.ends.push_back({c.debtor, c.creditor, when, hours(4)});
    }
  }
  /// The tag of the commitment.
  int commit(commitment_says c) {
    number_commitments(d_);
    d_.commitments.push_back(std::move(c));
    number_commitments(d_);
    return d_.commitments.back().tag;
  }
  /// What the seller owes for it, it can recover from the performer.
  void recover(mention const& failure) {
    if (!is_in_house(performer(failure.part)))
      d_.recourses.push_back({performer(failure.part), d_.seller, failure, minutes(0)});
  }
  /// To whom the performer of a part owes the work.
  std::string principal(std::string const& part) const {
    oracle const o{m_};
    auto const p = part_id(part);
    for (auto const& c : m_->commitments)
      if (o.is_work(c, p) && o.is_passed_on(c) && o.one_firm(c.debtor, m_->parts[p].performer))
        return std::string{m_->parties[c.creditor].name};
    return d_.seller;
  }
  lupaus::part_id part_id(std::string const& name) const {
    if (name.empty()) return lupaus::whole;
    for (auto p : m_->parts.ids())
      if (m_->parts[p].name == name) return p;
    return {};
  }
  bool within(std::string const& part, std::string const& outer) const {
    return is_within(m_, part_id(part), part_id(outer));
  }
  /// Somebody promises, claims or can override the quality, anywhere.
  bool is_spoken_of(quality_name q) const {
    for (auto const& c : d_.claims)
      for (auto const& t : c.terms)
        if (t.quality == q) return true;
    for (auto const& c : d_.commitments)
      if ((!c.term.empty() && c.term[0].quality == q) ||
          (!c.overrides.empty() && c.overrides[0] == q))
        return true;
    return false;
  }
  std::optional<quality_name> unspoken(std::vector<quality_name> of) {
    r_.shuffle(of);
    for (auto q : of)
      if (!is_spoken_of(q)) return q;
    return {};
  }
  bool is_any_firm_committed_to_her() const {
    for (auto const& c : d_.commitments)
      if (c.creditor == d_.customer && !is_in_house(c.debtor)) return true;
    return false;
  }
  bool is_some_contact_single() const {
    for (auto const& c : d_.commitments)
      if (c.creditor == d_.customer && !c.term.empty() &&
          c.term[0].quality == quality_name::single_contact)
        return true;
    return false;
  }

  // ---- parts beside the rest -------------------------------------------------------------------

  /// A firm does whatever the whole consists of: what is added, too.
  bool is_all_passed_on() const {
    for (auto const& c : d_.commitments)
      if (c.about.empty() && c.overrides.empty() && !c.on_request && !c.brings_about &&
          c.creditor != d_.customer && !is_in_house(c.debtor))
        return true;
    return false;
  }
  void add_beside(strings const& names) {
    shape all{{}, false, {std::move(d_.product.front())}};
    for (auto const& n : names) {
      d_.parts.push_back({n, false});
      all.inside.push_back({n});
    }
    d_.product = {std::move(all)};
  }
  /// What the seller commits on the whole is kept by this step of the work on a part, too.
  void stand_behind(std::string const& debtor, std::string const& creditor,
                    std::string const& part) {
    for (auto const& c : std::vector{d_.commitments}) {
      if (c.creditor != d_.customer || !is_in_house(c.debtor) || !c.about.empty() ||
          c.term.empty() || !c.overrides.empty() || c.on_request || c.brings_about)
        continue;
      auto t = c.term[0];
      t.anchor = {};
      if (t.quality == quality_name::deadline) t.limit = hours(9);
      if (t.quality == quality_name::deadline || t.quality == quality_name::condition ||
          t.quality == quality_name::installed || t.quality == quality_name::window)
        d_.commitments.push_back({debtor, creditor, part, {t}});
    }
  }

  // ---- duties, failures ----

  /// The party owes something that depends on the event.
  void give_duty(std::string const& who, mention const& e, std::size_t way) {
    auto const creditor = is_in_house(who) ? d_.customer : d_.seller;
    commitment_says c{who, creditor, {}, {{quality_name::recovery, hours(60'000)}}};
    switch (way) {
      case 0:
        c.term[0].anchor = e;
        d_.commitments.push_back(c);
        break;
      case 1:
        c.given = e;
        d_.commitments.push_back(c);
        break;
      case 2:
        d_.rules.push_back({tag_, e, who, creditor});
        if (e.kind == kind::failed || e.kind == kind::late) recover(e);
        break;
      default: d_.notices.push_back({who, creditor, e, hours(1)}); break;
    }
  }

  /// The seller knows when a window ends.
  void tell_shop(mention const& e) {
    if (!is_in_house(performer(e.part)))
      d_.notices.push_back({performer(e.part), d_.seller, e, hours(1)});
  }

  mention new_failure() {
    // Where she can get out only after some part, its failure would keep her in, too.
    std::string waited_for;
    for (auto const& r : d_.rules)
      if (r.on.kind == lupaus::event_kind::cancel_requested && r.gate) waited_for = r.gate.part;
    event_says e{leaf(), "planted", lupaus::event_kind::failed};
    for (int tries = 20; tries > 0 && e.part == waited_for; --tries) e.part = leaf();
    if (r_.chance(20)) e.ways.push_back({{}, performer(e.part)});
    d_.events.push_back(e);
    return e.said();
  }

  /// Owes word of a new failure to all who have to hear of it, or leaves some
  /// of them out: then it is silent, and says to whom.
  std::optional<foreseen> tell_of(mention const& e, bool leave_some_out) {
    auto const by = performer(e.part);
    std::set<std::string> ask{d_.customer};
    for (auto const& p : d_.parts)
      if (p.name == e.part && p.gives != 0) ask.clear();  // she is there
    for (auto const& q : order_.leaves())
      if (order_.precedes(e.part, q)) ask.insert(firm(performer(q)));
    ask.erase(firm(by));
    // Word of any change is owed to some in general; who owes it has to hear of
    // this one too.
    auto const told = to_model(d_);
    if (!told) return {};
    for (auto const& n : (*told)->notices)
      if (namer{*told, d_}(n.of) == name_of(e)) {
        auto const from = std::string{(*told)->parties[n.from].name};
        ask.erase(firm(std::string{(*told)->parties[n.to].name}));
        if (same_firm(from, by)) continue;
        ask.erase(firm(from));
        d_.notices.push_back({by, from, e, hours(1)});
      }
    foreseen silence{"silent-failure", name_of(e)};
    for (auto const& who : ask) {
      if (leave_some_out && r_.chance(60))
        silence.listed.insert(who);
      else
        d_.notices.push_back({by, who, e, hours(1)});
    }
    if (silence.listed.empty()) return {};
    return silence;
  }

  description d_;
  lupaus::model m_;
  leaf_order order_;
  chooser r_;
  strings desks_, firms_, house_;
  int tag_ = 0;
};

}  // namespace proof
