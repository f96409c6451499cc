// SPDX-License-Identifier: BSL-1.0
#include "support/random_model.hpp"

#include "support/random_counts.hpp"
#include "support/random_payments.hpp"
#include "support/random_prices.hpp"
#include "support/random_reductions.hpp"
#include "support/random_steps.hpp"
#include "support/sound_failures.hpp"
#include "support/walks.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace proof {

class sound_maker : private sound_failures {
 public:
  explicit sound_maker(std::uint64_t seed) : sound_failures{seed} {}

  description run() {
    tell_parties();
    product_maker{r_, d_}.run(r_.between(3, r_.chance(30) ? 12 : 6));
    order_ = leaf_order{d_.product.front()};
    for_each_shape(d_.product, [&](shape const& s) {
      if (!s.inside.empty() && !s.name.empty()) composites_.push_back(&s);
    });
    share_out_work();
    carry_goods();
    coordinate();
    tell_claims();
    for (auto const& p : order_.leaves()) tell_failures(p);
    tell_exits();
    tell_failures_to_all();
    add_what_does_no_harm();
    end_contracts();
    insure();
    price_maker{r_, d_}.run();
    make_steps(d_);
    payment_maker of_hers{d_};
    of_hers.add_deposit();
    of_hers.add_her_work();
    of_hers.state_amounts();
    number_commitments(d_);
    return std::move(d_);
  }

 private:
  // ---- how she gets out ----------------------------------------------------------------------

  rule_says& on_cancellation(act action) {
    d_.rules.push_back(
        {++tags_, of_order(kind::cancel_requested), somebody_in_house(), d_.customer, action});
    return d_.rules.back();
  }
  act a_way_out() { return r_.chance(70) ? act::accept : act::refund; }

  mention some_event() {
    std::vector<mention> all;
    for (auto const& p : order_.leaves()) all.push_back(completed(p));
    for (auto const& c : d_.carries) all.push_back(started(c.a)), all.push_back(possession(c.b));
    for (auto const& e : d_.events) all.push_back(e.said());
    return r_.one_of(all);
  }

  /// One that the seller knows of when she asks, be it from her.
  mention end_of_a_window() {
    auto const e = some_event();
    if (e.kind != kind::possession) inform(d_.seller, e);
    return e;
  }

  void tell_exits() {
    if (r_.chance(15)) {
      d_.on_the_spot = true;  // a refusal there would break what may be said of cancelling
      return;
    }
    if (r_.chance(50)) {
      auto& r = on_cancellation(a_way_out());
      // Assured whatever happens: somebody can do it, nothing has to come before, and it never
      // fails.
      std::vector<std::string> at_once;
      for (auto const& a : d_.abilities)
        if (std::none_of(order_.steps().begin(), order_.steps().end(),
                         [&](auto const& x) { return x.second == a.what; }) &&
            std::none_of(d_.events.begin(), d_.events.end(),
                         [&](auto const& e) { return e.part == a.what; }) &&
            order_.leaves().size() > 1)
          at_once.push_back(a.what);
      if (!at_once.empty() && r_.chance(30)) {
        auto const& done = r_.one_of(at_once);
        r.gate = completed(done);
        inform(d_.seller, completed(done));
      }
      if (r_.chance(30))
        on_cancellation(act::refuse).until = end_of_a_window();  // she is out all the same
    } else {
      auto const e = end_of_a_window();
      on_cancellation(a_way_out()).until = e;
      on_cancellation(a_way_out()).since = e;
    }
    for (auto const& p : order_.leaves()) {
      auto is_last = true;
      for (auto const& [a, b] : order_.steps()) is_last = is_last && a != p;
      if (!is_last || !r_.chance(20)) continue;
      inform(d_.seller, completed(p));
      on_cancellation(act::refuse).since = completed(p);
    }
  }

  // ---- what changes nothing ------------------------------------------------------------------

  void add_what_does_no_harm() {
    std::vector<std::string> everybody{d_.customer, d_.seller};
    for (auto const& p : d_.parties) everybody.push_back(p.name);
    for (int i = r_.between(0, 3); i > 0; --i) {
      auto const &a = r_.one_of(everybody), &b = r_.one_of(everybody);
      if (a != b) d_.channels.push_back({a, b});
    }
    if (r_.chance(20))
      d_.sightings.push_back({r_.one_of(everybody), completed(r_.one_of(order_.leaves()))});
    for (auto const& p : order_.leaves())
      if (r_.chance(10)) d_.answers.push_back({somebody_in_house(), p});
    for (auto const* c : composites_)
      if (r_.chance(15)) d_.answers.push_back({somebody_in_house(), c->name});
    if (r_.chance(20)) add_incentive();
    if (r_.chance(20)) {
      auto& c = commit(r_.one_of(firms_), d_.seller, some_part(), quality_name::recovery, {});
      c.on_request = true;  // a remedy is no work
    }
    if (r_.chance(30)) add_direct_promise();
    if (r_.chance(30)) add_condition();
  }
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
  /// One that nothing promised can suffer from: neither work nor backing.
  void add_incentive() {
    for (auto q : {quality_name::installed, quality_name::window, quality_name::condition}) {
      if (is_spoken_of(q)) continue;
      auto& c =
          commit(r_.one_of(firms_), d_.seller, some_part(), quality_name::deadline, work_time());
      c.overrides = {q};
      return;
    }
  }
  /// A firm that promises her itself what nobody else does.
  void add_direct_promise() {
    if (is_spoken_of(quality_name::single_contact) || is_spoken_of(quality_name::installed)) return;
    commit(r_.one_of(firms_), d_.customer, some_part(), quality_name::installed, {});
  }
  /// A condition that is seen to: a part that somebody performs.
  void add_condition() {
    for (auto& c : d_.commitments) {
      if (c.on_request || !c.overrides.empty() || c.brings_about || !is_leaf(c.about)) continue;
      for (auto const& q : order_.leaves())
        if (order_.precedes(q, c.about) && r_.chance(30)) {
          c.given = completed(q);
          auto const debtor = c.debtor;
          inform(debtor, completed(q));
          return;
        }
    }
  }

  // ---- what ends, and who bears the loss -------------------------------------------------------

  void end_contracts() {
    std::vector<pair_says> known;
    for (auto const& c : d_.commitments) {
      if (c.creditor == d_.customer || same_firm(c.debtor, c.creditor)) continue;
      auto is_known = false;
      for (auto const& x : known)
        is_known = is_known || (same_firm(x.a, c.debtor) && same_firm(x.b, c.creditor));
      if (is_known) continue;
      known.push_back({c.debtor, c.creditor});
      // By a notice, and not by the contract.
      auto const is_firms = c.debtor != d_.customer && !in_house(c.debtor);
      auto const is_told_apart = r_.chance(20) && is_firms;
      for (auto when : {kind::kept, kind::cancelled, kind::refunded}) {
        auto const is_noticed = is_told_apart && when != kind::kept;
        auto const creditor = in_house(c.creditor) ? somebody_in_house() : c.creditor;
        d_.ends.push_back({c.debtor, creditor, when, is_noticed ? amount{} : hours(4)});
        if (is_noticed) d_.notices.push_back({creditor, c.debtor, of_order(when), hours(2)});
      }
    }
  }
  void insure() {
    for (auto const& c : d_.carries) {
      if (in_house(performer_[c.a])) continue;
      auto const who = r_.chance(80) ? performer_[c.a] : r_.one_of(firms_);
      auto const way = r_.below(10);
      if (way == 0) {  // she bears it, and is covered herself
        d_.risks.push_back({d_.customer, c.b, started(c.a), possession(c.b), {}});
        d_.risks.push_back({who, c.b, {}, {}, d_.customer});
        continue;
      }
      risk_says r{who, c.b, {}, {}, {}};
      if (r_.chance(30)) r.from = started(c.a);
      if (way < 3) {  // it bears the loss itself
        r.until = possession(c.b);
      } else {
        r.covers = d_.seller;
        r.of = r_.one_of(around(c.b));
        if (r_.chance(50)) r.until = possession(c.b);
        if (r_.chance(30)) d_.risks.push_back({d_.seller, c.b, {}, possession(c.b), {}});
      }
      d_.risks.push_back(r);
      if (r_.chance(30)) d_.risks.push_back({d_.customer, c.b, possession(c.b), {}, {}});
    }
  }
};

description sound_promise(std::uint64_t seed) {
  auto d = sound_maker{seed}.run();
  chooser of_times{seed + 3};  // apart, so that the rest is as it is
  if (of_times.chance(12)) count_failures_soundly(of_times, d);
  chooser of_prices{seed + 5};
  if (of_prices.chance(15)) reduce_prices_soundly(of_prices, d);
  d.seed = seed;
  return d;
}

}  // namespace proof
