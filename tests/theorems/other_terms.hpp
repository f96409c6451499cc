// SPDX-License-Identifier: BSL-1.0
//
// Sound promises whose terms somebody has rewritten: other windows and gates, on requests and on
// failures, and other ways in which things come about. Some still hold together, most do not.
#pragma once

#include "support/chooser.hpp"
#include "support/description.hpp"
#include "support/random_counts.hpp"
#include "support/random_model.hpp"
#include "support/random_presumptions.hpp"
#include "support/random_reductions.hpp"
#include "support/random_severance.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace proof {

class other_terms {
 public:
  explicit other_terms(std::uint64_t seed)
      : r_{seed},
        of_ends_{seed + 1},
        of_times_{seed + 2},
        of_prices_{seed + 5},
        d_{sound_promise(seed)} {}

  description run() {
    for (auto const& p : d_.parts) events_.push_back(completed(p.name));
    for (auto const& c : d_.carries)
      events_.push_back(started(c.a)), events_.push_back(possession(c.b));
    for (auto const& e : d_.events) events_.push_back(e.said());
    if (r_.chance(60)) add_steps();
    if (r_.chance(30)) add_time_outs();
    if (r_.chance(75)) rewrite_cancellation();
    for (auto& r : d_.rules)
      if (r.on.kind != lupaus::event_kind::cancel_requested && r_.chance(12)) rewrite(r);
    for (auto& e : d_.events)
      if (r_.chance(8)) e.ways.push_back({some(), r_.chance(50) ? std::string{} : somebody()});
    if (of_ends_.chance(20)) leave_parts_out(of_ends_, d_);
    if (of_times_.chance(15)) count_failures(of_times_, d_);
    if (of_prices_.chance(20)) reduce_prices(of_prices_, d_);
    if (of_prices_.chance(30)) presume_the_contrary(of_prices_, d_);
    if (r_.chance(15)) add_turning_point();
    if (r_.chance(15) && !d_.commitments.empty()) drop_a_term();
    return std::move(d_);
  }

 private:
  using kind = lupaus::event_kind;
  using act = lupaus::action_kind;

  mention some() { return r_.one_of(events_); }
  /// The same, or that the seller has word of it.
  mention some_or_word() {
    auto const e = some();
    return e.minutes < 0 && r_.chance(12) ? reported(e) : e;
  }
  mention maybe(int percent) { return r_.chance(percent) ? some() : mention{}; }
  std::string somebody() {
    return d_.parties.empty() || r_.chance(25) ? (r_.chance(50) ? d_.customer : d_.seller)
                                               : r_.one_of(d_.parties).name;
  }

  void add_steps() {
    for (int i = r_.between(1, 3); i > 0; --i) {
      auto const part = r_.one_of(d_.parts).name;
      auto const name = "step" + std::to_string(i);
      event_says e{part, name, kind::step};
      if (r_.chance(70)) e.ways.push_back({some(), r_.chance(50) ? std::string{} : somebody()});
      if (r_.chance(25) && !d_.carries.empty()) {
        e.good = r_.one_of(d_.carries).b;
        e.holder = somebody();
      }
      d_.events.push_back(e);
      events_.push_back(e.said());
      if (!r_.chance(60)) continue;
      commitment_says c{d_.seller, d_.customer, part};
      if (!d_.parties.empty() && r_.chance(50))
        c.debtor = r_.one_of(d_.parties).name, c.creditor = d_.seller;
      c.term.push_back({quality_name::deadline, hours(r_.between(1, 40)), maybe(50)});
      c.brings_about = e.said();
      c.tag = 10'000 + i;
      d_.commitments.push_back(c);
    }
  }

  /// Times after which something is late, or no longer free; and what is owed then.
  void add_time_outs() {
    std::vector<mention> times;
    for (int i = r_.between(1, 2); i > 0; --i) {
      auto const since = r_.chance(60) ? of_order(kind::ordered) : some();  // also possession
      auto const time = 60 * r_.between(0, 400);
      auto const x = some();
      auto const is_time = x == since || r_.chance(35);
      times.push_back(is_time         ? passed(time, since)
                      : r_.chance(15) ? not_by(of_order(kind::kept), time, since)
                                      : not_by(x, time, since));
    }
    for (auto const& t : times) {
      if (r_.chance(60) && (!t.only_time || t.since_kind != kind::ordered) &&
          t.kind != kind::kept) {
        rule_says r{30'000 + static_cast<int>(events_.size()), t, d_.seller, d_.customer,
                    act::refund};
        if (r_.chance(40)) r.action = r_.chance(50) ? act::replace : act::perform_again;
        if (r.action != act::refund) r.object = r_.one_of(d_.parts).name;
        if (r_.chance(50))  // it takes the place of what was owed for a failure
          std::erase_if(d_.rules, [&](rule_says const& x) {
            return x.on.kind == kind::failed && r_.chance(60);
          });
        d_.rules.push_back(r);
      }
      for (int i = 0; i < 3; ++i) events_.push_back(t);
    }
    for (auto& e : d_.events)
      if (e.kind == kind::failed && of_ends_.chance(40)) end(e, of_ends_.one_of(times));
  }

  /// It counts until then, as a warranty does, and perhaps the rules for it hold no longer.
  void end(event_says& e, mention const& time) {
    e.until = time;
    if (of_ends_.chance(50)) e.ways.push_back({completed(e.part), {}});
    for (auto& r : d_.rules)
      if (r.on == e.said() && of_ends_.chance(70)) r.until = time;
  }

  /// What else completes a part, or begins it.
  void add_turning_point() {
    event_says e{r_.one_of(d_.parts).name, {}, r_.chance(70) ? kind::completed : kind::started};
    for (int i = r_.between(1, 2); i > 0; --i)
      e.ways.push_back({some(), r_.chance(50) ? std::string{} : somebody()});
    if (r_.chance(50)) e.ways.push_back({of_order(kind::ordered), {}});
    d_.turning_points.push_back(e);
  }

  void rewrite_cancellation() {
    std::erase_if(d_.rules, [](rule_says const& r) { return r.on.kind == kind::cancel_requested; });
    auto const pivot = some_or_word(), other = some_or_word();
    auto const bound = [&](int percent) {
      if (!r_.chance(percent)) return mention{};
      return r_.chance(50) ? pivot : r_.chance(50) ? other : some_or_word();
    };
    for (int i = r_.between(1, 4); i > 0; --i) {
      auto const does = r_.chance(65) ? act::accept : r_.chance(30) ? act::refund : act::refuse;
      rule_says r{20'000 + i, of_order(kind::cancel_requested), d_.seller, d_.customer, does};
      r.since = bound(45);
      r.until = bound(45);
      if (does != act::refuse) r.gate = bound(20);
      d_.rules.push_back(r);
    }
  }

  void rewrite(rule_says& r) {
    switch (r_.between(0, 5)) {
      case 0: r.since = some_or_word(); break;
      case 1: r.until = some_or_word(); break;
      case 2: r.gate = some_or_word(); break;
      case 3: r.object = r_.one_of(d_.parts).name; break;
      case 4:
        r.action =
            r_.one_of(std::vector{act::refund, act::repair, act::perform_again, act::replace});
        break;
      default: r.debtor = somebody(); break;
    }
  }

  void drop_a_term() {
    auto& c = d_.commitments[r_.below(d_.commitments.size())];
    c.term.clear();
  }

  chooser r_;
  chooser
      of_ends_;  // of failures that end, and of parts left out: apart, so that the rest is as it is
  chooser of_times_, of_prices_;  // of what is counted, and of prices, apart too
  description d_;
  std::vector<mention> events_;
};

}  // namespace proof
