// SPDX-License-Identifier: BSL-1.0
#include "support/small_model.hpp"

#include "support/random_counts.hpp"
#include "support/random_model.hpp"
#include "support/random_payments.hpp"
#include "support/random_prices.hpp"
#include "support/random_reductions.hpp"
#include "support/random_steps.hpp"
#include "support/walks.hpp"
#include "support/wild_clauses.hpp"
#include "support/wild_model.hpp"

#include <string>
#include <vector>

namespace proof {

class small_maker : private wild_clauses {
 public:
  explicit small_maker(std::uint64_t seed) : wild_clauses{seed} {}

  description run(int parts) {
    time_outs_ = r_.chance(35) ? 40 : 0;
    if (r_.chance(30)) d_.parties.push_back({"desk", true});
    for (int i = r_.between(1, 2); i > 0; --i)
      d_.parties.push_back({"firm" + std::to_string(i), false});
    product_maker{r_, d_}.run(parts);
    if (r_.chance(15)) d_.parts[r_.below(d_.parts.size())].quantity = 2;
    d_.on_the_spot = r_.chance(8);
    look_around();
    for (auto const& s : services_)
      if (!goods_.empty() && r_.chance(60)) d_.carries.push_back({s, r_.one_of(goods_)});
    for (auto const& p : leaves_) share_out(p);
    if (r_.chance(25)) add_severable();
    for (int i = r_.between(1, 2); i > 0; --i) add_failure(leaf());
    for (int i = r_.chance(40) ? r_.between(1, 2) : 0; i > 0; --i) add_event();
    if (r_.chance(15)) add_turning_point();
    for (int i = r_.between(0, 2); i > 0; --i) add_cancellation();
    if (r_.chance(25)) add_answer_to_her();
    for (int i = r_.between(0, 2); i > 0; --i) add_commitment();
    if (r_.chance(25)) add_rule();
    if (time_outs_ > 0 && r_.chance(50)) add_expiry();
    for (int i = r_.between(0, 2); i > 0; --i) add_notice();
    for (int i = r_.between(0, 3); i > 0; --i) add_coordination();
    price_maker{r_, d_}.run();
    if (r_.chance(25)) add_recourse();
    if (r_.chance(25)) add_risk();
    make_steps(d_);
    payment_maker of_hers{d_};
    of_hers.turn_work();
    of_hers.state_amounts();
    number_commitments(d_);
    return std::move(d_);
  }

 private:
  std::string firm() { return firms_.empty() || r_.chance(25) ? d_.seller : r_.one_of(firms_); }

  /// Who performs a part, and whether he is bound to.
  void share_out(std::string const& part) {
    auto const who = firm();
    if (r_.chance(80)) d_.performers.push_back({part, who});
    auto const how = r_.below(10);
    if (how < 3) d_.abilities.push_back({who, part, minutes(r_.chance(50) ? 0 : 60)});
    if (how < 2 || how >= 8) return;
    commitment_says c{who,
                      who == d_.seller ? d_.customer : d_.seller,
                      part,
                      {{quality_name::deadline, hours(24), maybe(20)}}};
    c.given = maybe(10);
    d_.commitments.push_back(c);
  }

  void add_severable() {
    for (auto const* list : {&leaves_, &composites_})
      for (auto const& p : *list)
        if (r_.chance(50)) d_.severable.push_back({p});
  }
  /// Mostly of what can be left out.
  void pay_back_some(rule_says& r) {
    if (r.action == act::refund && !d_.severable.empty() && r_.chance(70))
      r.object = r_.chance(80) ? r_.one_of(d_.severable).part : leaf();
  }

  /// A failure, what may follow it, what is owed for it, and who tells the seller.
  void add_failure(std::string const& part) {
    event_says e{part, "broken" + std::to_string(++steps_), kind::failed};
    if (r_.chance(20)) {
      e.kind = kind::late, e.name.clear();
      for (auto const& x : d_.events)
        if (x.kind == kind::late && x.part == part) return;
    }
    if (r_.chance(25)) e.ways.push_back({started(part), {}});
    if (time_outs_ > 0 && e.kind == kind::failed && r_.chance(30)) {
      if (r_.chance(40)) e.ways = {{completed(part), {}}};
      e.until = time_out();
    }
    d_.events.push_back(e);
    if (r_.chance(50)) {
      event_says after{part, "step" + std::to_string(++steps_), kind::step, {{e.said(), {}}}};
      if (e.kind == kind::late) after.ways[0].from = started(part);
      if (r_.chance(60)) after.ways[0].by = party();
      if (!goods_.empty() && r_.chance(70))
        after.good = r_.one_of(goods_), after.holder = r_.chance(50) ? d_.seller : party();
      d_.events.push_back(after);
      if (r_.chance(40)) {
        commitment_says c{
            party(),
            d_.seller,
            part,
            {{quality_name::deadline, hours(24), r_.chance(70) ? e.said() : mention{}}}};
        if (c.debtor == d_.seller) c.creditor = d_.customer;
        c.brings_about = after.said();
        d_.commitments.push_back(c);
      }
    }
    if (r_.chance(60)) d_.notices.push_back({firm(), d_.seller, e.said(), hours(2)});
    if (r_.chance(30)) return;
    rule_says r{++tags_, r_.chance(40) ? reported(e.said()) : e.said(),
                r_.chance(75) ? d_.seller : party(), d_.customer};
    r.action = r_.one_of(std::vector{act::replace, act::replace, act::perform_again, act::repair,
                                     act::refund, act::accept, act::refuse, act::act});
    if (r.action <= act::repair) r.object = r_.chance(60) ? part : leaf();
    pay_back_some(r);
    r.since = maybe(20);
    r.until = e.until && r_.chance(60) ? e.until : maybe(20);
    r.gate = maybe(45);
    d_.rules.push_back(r);
  }

  void add_cancellation() {
    rule_says r{++tags_, of_order(kind::cancel_requested), d_.seller, d_.customer};
    r.action = r_.one_of(std::vector{act::accept, act::refuse, act::refuse, act::refund, act::act});
    pay_back_some(r);
    r.since = maybe(60);
    r.until = maybe(60);
    r.gate = maybe(25);
    d_.rules.push_back(r);
  }

  /// What is owed where a part, or the promise, is not there in time.
  void add_expiry() {
    auto const part = leaf();
    rule_says r{++tags_, not_by(completed(part), 60 * r_.between(1, 60), of_order(kind::ordered)),
                r_.chance(85) ? d_.seller : party(), d_.customer};
    if (r_.chance(20)) r.on = passed(60 * r_.between(0, 48), event_of_a_life());
    if (r_.chance(20)) r.on.since_kind = kind::started, r.on.since_part = leaf();
    if (r_.chance(15) && !goods_.empty())
      r.on.since_kind = kind::possession, r.on.since_part = r_.one_of(goods_);
    r.action = r_.one_of(std::vector{act::replace, act::perform_again, act::refund, act::refund,
                                     act::accept, act::act});
    if (r.action <= act::repair) r.object = r_.chance(60) ? part : leaf();
    pay_back_some(r);
    r.since = maybe(10), r.until = maybe(10), r.gate = maybe(20);
    d_.rules.push_back(r);
  }

  void add_answer_to_her() {
    rule_says r{++tags_, of_order(kind::replacement_requested), d_.seller, d_.customer};
    r.action = r_.one_of(std::vector{act::accept, act::refuse, act::replace, act::perform_again,
                                     act::refund, act::act});
    if (r.action <= act::repair) r.object = leaf();
    pay_back_some(r);
    r.since = maybe(40);
    r.until = maybe(30);
    r.gate = maybe(40);
    d_.rules.push_back(r);
  }
};

description small_promise(std::uint64_t seed) {
  auto const kind = seed % 8;
  auto d = kind == 0   ? wild_promise(seed)
           : kind == 1 ? sound_promise(seed)
                       : small_maker{seed}.run(1 + static_cast<int>(seed % 3));
  chooser of_times{seed + 3};  // apart, so that the rest is as it is
  if (of_times.chance(15)) count_failures(of_times, d);
  chooser of_prices{seed + 5};
  if (of_prices.chance(14)) reduce_prices(of_prices, d);
  d.seed = seed;
  return d;
}

}  // namespace proof
