// SPDX-License-Identifier: BSL-1.0
#include "support/wild_model.hpp"

#include "support/product_maker.hpp"
#include "support/random_counts.hpp"
#include "support/random_model.hpp"
#include "support/random_payments.hpp"
#include "support/random_presumptions.hpp"
#include "support/random_prices.hpp"
#include "support/random_reductions.hpp"
#include "support/random_steps.hpp"
#include "support/walks.hpp"
#include "support/wild_clauses.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace proof {

class wild_maker : private wild_clauses {
 public:
  explicit wild_maker(std::uint64_t seed) : wild_clauses{seed} {
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
    add_capabilities();
    if (r_.chance(20)) add_mandate();
    add_product_clauses();
    for (int i = r_.between(0, 6); i > 0; --i) add_event();
    if (r_.chance(20)) add_turning_point();
    look_around();
    for (int i = r_.between(0, 4); i > 0; --i) add_claim();
    for (int i = r_.between(0, 3); i > 0; --i) add_chain();
    for (int i = r_.between(0, 7); i > 0; --i) add_commitment();
    for (int i = r_.between(0, 6); i > 0; --i) add_rule();
    if (r_.chance(25)) add_right_to_cancel();
    if (r_.chance(25))
      for (int i = r_.between(1, 2); i > 0; --i) add_rival();
    // Where little is owed in words, it is over channels that the parties reach each other.
    auto const is_quiet = r_.chance(35);
    for (int i = r_.between(0, is_quiet ? 1 : 8); i > 0; --i) add_notice();
    for (int i = is_quiet ? r_.between(3, 8) : r_.between(0, 4); i > 0; --i) add_coordination();
    for (int i = r_.between(0, 3); i > 0; --i) add_ability();
    add_ends();
    for (int i = r_.between(0, 3); i > 0; --i) add_recourse();
    for (int i = r_.between(0, 3); i > 0; --i) add_risk();
    price_maker{r_, d_}.run();
    make_steps(d_);
    payment_maker of_hers{d_};
    of_hers.turn_work();
    of_hers.state_amounts();
    number_commitments(d_);
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
    number_commitments(d_);
    return std::move(d_);
  }

 private:
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
    for (auto* events : {&d_.events, &d_.turning_points})
      for (auto& e : *events) {
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
    for (auto& r : d_.risks) all.push_back(&r.bearer);
    for (auto& c : d_.claims) all.push_back(&c.who);
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
    for (auto& r : d_.recourses)
      if (r.within.kind != amount::none) all.push_back(&r.within);
    if (!all.empty()) *r_.one_of(all) = length(amount::minutes);
  }
  void add_a_clause() {
    switch (r_.below(15)) {
      case 0: return add_event();
      case 1: return add_claim();
      case 2: return add_commitment();
      case 3:
      case 4: return add_rule();
      case 5: return add_notice();
      case 6: return add_coordination();
      case 7: return add_ability();
      case 8: return add_chain();
      case 9: return add_mandate();
      case 10: return add_capabilities();
      case 11: return add_recourse();
      case 12: return add_right_to_cancel();
      case 13: return add_rival();
      default: return add_risk();
    }
  }
};

description random_promise(std::uint64_t seed) {
  auto d = wild_maker{seed}.from_nothing();
  chooser of_times{seed + 3};  // apart, so that the rest is as it is
  if (of_times.chance(15)) count_failures(of_times, d);
  chooser of_prices{seed + 5};
  if (of_prices.chance(20)) reduce_prices(of_prices, d);
  if (of_prices.chance(40)) presume_the_contrary(of_prices, d);
  d.seed = seed;
  return d;
}

description wild_promise(std::uint64_t seed) {
  if (seed % 4 != 0) return random_promise(seed);
  auto d = wild_maker{seed}.from(sound_promise(seed));
  chooser of_times{seed + 3};
  if (of_times.chance(15)) count_failures(of_times, d);
  chooser of_prices{seed + 5};
  if (of_prices.chance(20)) reduce_prices(of_prices, d);
  if (of_prices.chance(40)) presume_the_contrary(of_prices, d);
  d.seed = seed;
  return d;
}

}  // namespace proof
