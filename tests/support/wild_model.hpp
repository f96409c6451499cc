// SPDX-License-Identifier: BSL-1.0
//
// Random models that nobody would write, and sound ones with something wrong in them: whatever the
// builder accepts, the checks have to judge by their definitions.
#pragma once

#include "support/random_model.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace proof {

class wild_maker {
 public:
  explicit wild_maker(std::uint64_t seed) : r_{seed} {
    // Which clock the contracts go by, and which the claims: sums of hours and of business days
    // cannot be ordered among themselves, so one model keeps to one clock within a sum.
    auto const clocks = r_.below(10);
    if (clocks >= 6) contracts_ = clocks % 2 ? amount::workdays : amount::minutes;
    if (clocks >= 6) claims_ = clocks >= 8 ? amount::workdays : amount::minutes;
  }

  /// Everything at random.
  description from_nothing() {
    for (int i = r_.between(0, 2); i > 0; --i)
      d_.parties.push_back({"desk" + std::to_string(i), true});
    for (int i = r_.between(1, 4); i > 0; --i)
      d_.parties.push_back({"firm" + std::to_string(i), false});
    product_maker{r_, d_}.run(r_.between(1, r_.chance(20) ? 10 : 5));
    d_.on_the_spot = r_.chance(10);
    look_around();
    add_product_clauses();
    for (int i = r_.between(0, 6); i > 0; --i) add_event();
    look_around();
    for (int i = r_.between(0, 4); i > 0; --i) add_claim();
    for (int i = r_.between(0, 10); i > 0; --i) add_commitment();
    for (int i = r_.between(0, 6); i > 0; --i) add_rule();
    // Where little is owed in words, it is over channels that the parties reach each other.
    auto const is_quiet = r_.chance(35);
    for (int i = r_.between(0, is_quiet ? 1 : 8); i > 0; --i) add_notice();
    for (int i = is_quiet ? r_.between(3, 8) : r_.between(0, 4); i > 0; --i) add_coordination();
    for (int i = r_.between(0, 3); i > 0; --i) add_ability();
    return std::move(d_);
  }

  /// A sound promise with something changed, dropped and added.
  description from(description d) {
    d_ = std::move(d);
    contracts_ = claims_ = amount::minutes;  // as it is told
    look_around();
    for (int i = r_.between(1, 5); i > 0; --i) {
      auto const what = r_.below(8);
      if (what < 3) drop();
      if (what == 3) change_a_mention();
      if (what == 4) change_a_party();
      if (what == 5) change_a_time();
      if (what >= 6) add_a_clause();
    }
    return std::move(d_);
  }

 private:
  using kind = lupaus::event_kind;
  using act = lupaus::action_kind;

  /// What there is to speak of.
  void look_around() {
    parties_ = {d_.customer, d_.seller, d_.seller};
    for (auto const& p : d_.parties) parties_.push_back(p.name);
    leaves_.clear(), goods_.clear(), services_.clear(), composites_.clear();
    for (auto const& p : d_.parts) {
      leaves_.push_back(p.name);
      (p.is_good ? goods_ : services_).push_back(p.name);
    }
    for_each_shape(d_.product, [&](shape const& s) {
      if (!s.inside.empty() && !s.name.empty()) composites_.push_back(s.name);
    });
    for (auto const& c : d_.claims) tags_ = std::max(tags_, c.tag);
    for (auto const& r : d_.rules) tags_ = std::max(tags_, r.tag);
    steps_ += 100;  // names that a sound promise has not given
  }

  std::string party() { return r_.one_of(parties_); }
  std::string other_party(std::string const& than) {
    for (;;)
      if (auto p = party(); p != than) return p;
  }
  std::string leaf() { return r_.one_of(leaves_); }
  std::string any_part() {
    auto const n = r_.below(leaves_.size() + composites_.size() + 1);
    if (n < leaves_.size()) return leaves_[n];
    return n == leaves_.size() ? std::string{} : composites_[n - leaves_.size() - 1];
  }
  /// An event of whatever kind. Those that have to be declared are, or it is another one.
  mention event() {
    auto const what = r_.below(100);
    auto e = mention{};
    if (what < 40 && !d_.events.empty())
      e = r_.one_of(d_.events).said();
    else if (what < 65)
      e = completed(leaf());
    else if (what < 75)
      e = started(leaf());
    else if (what < 85 && !goods_.empty())
      e = possession(r_.one_of(goods_));
    else
      e = of_order(r_.one_of(std::vector{kind::ordered, kind::ordered, kind::cancel_requested,
                                         kind::replacement_requested, kind::cancelled,
                                         kind::refunded, kind::kept}));
    return r_.chance(12) ? reported(e) : e;
  }
  /// One that a step can follow.
  mention event_of_a_life() {
    auto const what = r_.below(100);
    if (what < 50 && !d_.events.empty()) return r_.one_of(d_.events).said();
    if (what < 75) return completed(leaf());
    if (what < 90) return started(leaf());
    return of_order(kind::ordered);
  }
  mention maybe(int percent) { return r_.chance(percent) ? event() : mention{}; }

  // Odd minutes: two sums of them are hardly ever the same.
  amount length(amount::kind_type clock) {
    if (clock == amount::workdays) return {clock, r_.between(0, 12)};
    return minutes(r_.chance(10) ? 0 : r_.between(1, 6'000));
  }

  term_says term(amount::kind_type clock) {
    auto const quality = r_.one_of(
        std::vector{quality_name::deadline, quality_name::deadline, quality_name::deadline,
                    quality_name::informed, quality_name::recovery, quality_name::recovery,
                    quality_name::cancellable, quality_name::condition,
                    quality_name::single_contact, quality_name::price, quality_name::greeting});
    term_says t{quality, length(clock), {}};
    auto const is_of_time = quality <= quality_name::cancellable;
    if (!is_of_time) t.limit = minutes(r_.between(1, 9));
    if (quality == quality_name::deadline && r_.chance(5)) t.limit = {amount::date, 20'000};
    if (is_of_time && t.limit.kind != amount::date) t.anchor = maybe(35);
    return t;
  }

  void add_product_clauses() {
    if (r_.chance(20))
      for (int i = r_.between(1, 2); i > 0; --i) {
        auto const a = any_part(), b = any_part();
        if (!a.empty() && !b.empty()) d_.before.push_back({a, b});
      }
    for (auto const& s : services_)
      if (!goods_.empty() && r_.chance(40)) d_.carries.push_back({s, r_.one_of(goods_)});
    for (auto const& p : leaves_) {
      if (r_.chance(20)) d_.performers.push_back({p, party()});
      if (r_.chance(15)) d_.answers.push_back({party(), p});
    }
    for (auto const& c : composites_)
      if (r_.chance(10)) d_.answers.push_back({party(), c});
  }

  void add_event() {
    event_says e{leaf(), "event" + std::to_string(++steps_), kind::step};
    auto const what = r_.below(10);
    if (what < 4) e.kind = kind::failed;
    if (what == 4) e.kind = kind::late, e.name.clear();
    if (e.kind == kind::late)
      for (auto const& x : d_.events)
        if (x.kind == kind::late && x.part == e.part) return;
    for (int i = r_.between(0, 2); i > 0; --i) {
      way_says way{event_of_a_life(), {}};
      if (way.from == e.said()) continue;
      if (r_.chance(40)) way.by = party();
      e.ways.push_back(way);
    }
    if (e.ways.empty() && r_.chance(30)) e.ways.push_back({{}, party()});
    if (!goods_.empty() && r_.chance(35)) e.good = r_.one_of(goods_), e.holder = party();
    d_.events.push_back(e);
  }

  void add_claim() {
    claim_says c{++tags_, other_party(d_.customer), any_part(), {}, r_.chance(30)};
    for (int i = r_.between(0, 3); i > 0; --i) c.terms.push_back(term(claims_));
    // Claims of a failing part's recovery are what remedies are held against.
    if (!d_.events.empty() && r_.chance(40)) {
      auto const& e = r_.one_of(d_.events);
      auto const anchor = r_.one_of(std::vector{mention{}, e.said(), reported(e.said())});
      c.about = r_.chance(60) ? e.part : c.about;
      c.terms.push_back({quality_name::recovery, length(claims_), anchor});
    }
    d_.claims.push_back(c);
  }

  void add_commitment() {
    commitment_says c;
    c.debtor = party();
    c.creditor = r_.chance(50) && c.debtor != d_.seller ? d_.seller : other_party(c.debtor);
    c.about = any_part();
    if (r_.chance(85)) c.term.push_back(term(contracts_));
    c.given = maybe(12);
    c.brings_about = maybe(25);
    c.on_request = r_.chance(8);
    if (r_.chance(6)) c.overrides.push_back(quality_name::deadline);
    d_.commitments.push_back(c);
  }

  void add_rule() {
    rule_says r{++tags_, event(), r_.chance(60) ? d_.seller : party(), {}};
    auto const what = r_.below(10);
    if (what < 4) r.on = of_order(kind::cancel_requested);
    if (what == 4) r.on = of_order(kind::replacement_requested);
    if (what > 6 && !d_.events.empty()) r.on = r_.one_of(d_.events).said();
    if (what > 8) r.on = reported(r.on);
    r.creditor = r_.chance(85) ? d_.customer : party();
    r.action = r_.one_of(std::vector{act::replace, act::redo, act::repair, act::refund, act::accept,
                                     act::refuse, act::act});
    if (what < 4)
      r.action = r_.one_of(std::vector{act::accept, act::refuse, act::refuse, act::refund});
    if (r.action <= act::repair) r.object = any_part();
    r.since = maybe(35);
    r.until = maybe(25);
    r.gate = maybe(35);
    if (r_.chance(50)) r.within = length(contracts_);
    for (int i = r_.between(0, 2); i > 0; --i) {
      if (r_.chance(50) || goods_.empty())
        r.presumes.push_back({{}, {}, event()});
      else
        r.presumes.push_back({party(), r_.one_of(goods_), {}});
    }
    d_.rules.push_back(r);
  }

  void add_notice() {
    auto const from = party(), to = other_party(from);
    if (r_.chance(15))
      d_.change_notices.push_back({from, to, any_part(), length(contracts_)});
    else
      d_.notices.push_back({from, to, event(), length(contracts_)});
  }

  void add_coordination() {
    auto const what = r_.below(4);
    auto const a = leaf(), b = leaf();
    if (what == 0) d_.coordinations.push_back({party(), a, b});
    if (what == 1)
      r_.chance(50) ? d_.part_needs.push_back({a, b})
                    : d_.party_needs.push_back({party(), party()});
    if (what >= 2) {
      auto const from = r_.chance(40) ? d_.customer : party();
      d_.channels.push_back({from, other_party(from)});
    }
  }

  void add_ability() { d_.abilities.push_back({party(), leaf(), length(contracts_)}); }

  // ---- changes of what is there --------------------------------------------------------------

  /// Drops a clause of some list; parts and parties are not clauses.
  void drop() {
    std::size_t clauses = 0;
    auto const is_clause = []<class T>(std::vector<T> const&) {
      return !std::is_same_v<T, part_says> && !std::is_same_v<T, party_says>;
    };
    for_each_list(d_, [&](auto& list) { clauses += is_clause(list) ? list.size() : 0; });
    if (clauses == 0) return;
    auto which = r_.below(clauses);
    auto done = false;
    for_each_list(d_, [&](auto& list) {
      if (done || !is_clause(list)) return;
      if (which >= list.size()) {
        which -= list.size();
        return;
      }
      list.erase(list.begin() + static_cast<std::ptrdiff_t>(which));
      done = true;
    });
  }
  void change_a_mention() {
    std::vector<mention*> all;
    for_each_mention(d_, [&](mention& e) { all.push_back(&e); });
    if (!all.empty()) *r_.one_of(all) = event();
  }
  void change_a_party() {
    std::vector<std::string*> all;
    for (auto& p : d_.performers) all.push_back(&p.b);
    for (auto& p : d_.answers) all.push_back(&p.a);
    for (auto& a : d_.abilities) all.push_back(&a.who);
    for (auto& e : d_.events) {
      if (!e.holder.empty()) all.push_back(&e.holder);
      for (auto& w : e.ways) all.push_back(&w.by);
    }
    for (auto& c : d_.commitments) all.push_back(&c.debtor), all.push_back(&c.creditor);
    for (auto& r : d_.rules) {
      all.push_back(&r.debtor), all.push_back(&r.creditor);
      for (auto& p : r.presumes)
        if (!p.happened) all.push_back(&p.holder);
    }
    for (auto& n : d_.notices) all.push_back(&n.from), all.push_back(&n.to);
    for (auto& c : d_.coordinations) all.push_back(&c.owner);
    if (!all.empty()) *r_.one_of(all) = party();
  }
  void change_a_time() {
    std::vector<amount*> all;
    for (auto& c : d_.claims)
      for (auto& t : c.terms)
        if (t.quality <= quality_name::recovery) all.push_back(&t.limit);
    for (auto& c : d_.commitments)
      for (auto& t : c.term)
        if (t.quality <= quality_name::recovery) all.push_back(&t.limit);
    for (auto& r : d_.rules)
      if (r.within.kind != amount::none) all.push_back(&r.within);
    for (auto& n : d_.notices) all.push_back(&n.within);
    if (!all.empty()) *r_.one_of(all) = length(amount::minutes);
  }
  void add_a_clause() {
    switch (r_.below(8)) {
      case 0: return add_event();
      case 1: return add_claim();
      case 2: return add_commitment();
      case 3:
      case 4: return add_rule();
      case 5: return add_notice();
      case 6: return add_coordination();
      default: return add_ability();
    }
  }

  chooser r_;
  description d_;
  amount::kind_type contracts_ = amount::minutes, claims_ = amount::minutes;
  std::vector<std::string> parties_, leaves_, goods_, services_, composites_;
  int tags_ = 0, steps_ = 0;
};

/// A model with or without gaps; one in four is a sound promise that somebody has meddled with.
/// The same seed gives the same model.
inline description wild_promise(std::uint64_t seed) {
  wild_maker make{seed};
  auto d = seed % 4 == 0 ? make.from(sound_promise(seed)) : make.from_nothing();
  d.seed = seed;
  return d;
}

}  // namespace proof
