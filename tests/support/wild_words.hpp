// SPDX-License-Identifier: BSL-1.0
//
// Random words of a model that nobody would write: a party, a part, an event, a term.
#pragma once

#include "support/chooser.hpp"
#include "support/description.hpp"
#include "support/product_maker.hpp"
#include "support/walks.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace proof {

class wild_words {
 protected:
  explicit wild_words(std::uint64_t seed) : r_{seed} {}

  using kind = lupaus::event_kind;
  using act = lupaus::action_kind;

  /// What there is to speak of.
  void look_around() {
    parties_ = {d_.customer, d_.seller, d_.seller};
    firms_.clear();
    for (auto const& p : d_.parties) {
      parties_.push_back(p.name);
      if (!p.is_department) firms_.push_back(p.name);
    }
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
  mention maybe(int percent) {
    if (!r_.chance(percent)) return {};
    return time_outs_ > 0 && r_.chance(time_outs_) ? time_out() : event();
  }
  /// That time has passed, perhaps without something that should have happened.
  mention time_out() {
    auto const since = r_.chance(60) ? of_order(kind::ordered) : event_of_a_life();
    auto const time = 60 * r_.between(0, 3) * r_.between(1, 12);
    auto const what = r_.below(10);
    if (what < 3) return passed(time, since);
    auto const x = what == 3   ? of_order(r_.chance(50) ? kind::kept : kind::cancel_requested)
                   : what == 4 ? event_of_a_life()
                               : completed(leaf());
    if (x == since || (x.kind == kind::ordered)) return passed(time, since);
    return not_by(r_.chance(10) && what > 4 ? reported(x) : x, time, since);
  }

  // Odd minutes: two sums of them are hardly ever the same.
  amount length(amount::kind_type clock) {
    if (clock == amount::workdays)
      return {clock, r_.between(0, 12) + (r_.chance(20) ? 100 * r_.between(1, 2) : 0)};
    return minutes(r_.chance(10) ? 0 : r_.between(1, 6'000));
  }

  term_says term(amount::kind_type clock) {
    auto const quality = r_.one_of(std::vector{
        quality_name::deadline, quality_name::deadline, quality_name::deadline,
        quality_name::informed, quality_name::recovery, quality_name::recovery,
        quality_name::cancellable, quality_name::condition, quality_name::single_contact,
        quality_name::price, quality_name::installed, quality_name::window});
    return term(quality, clock);
  }
  term_says term(quality_name quality, amount::kind_type clock) {
    term_says t{quality, length(clock), {}};
    if (quality == quality_name::window) {
      auto const from = r_.between(8, 18);
      t.limit = minutes(100 * from + r_.between(from + 1, 20));
      return t;
    }
    auto const is_of_time = quality <= quality_name::cancellable;
    if (!is_of_time) t.limit = minutes(r_.between(1, 9));
    if (quality == quality_name::deadline && r_.chance(5)) t.limit = {amount::date, 20'000};
    if (is_of_time && t.limit.kind != amount::date) t.anchor = maybe(35);
    if (quality == quality_name::cancellable && t.anchor && r_.chance(60)) t.limit = minutes(0);
    return t;
  }

  chooser r_;
  description d_;
  amount::kind_type contracts_ = amount::minutes, claims_ = amount::minutes;
  std::vector<std::string> parties_, firms_, leaves_, goods_, services_, composites_;
  int tags_ = 0, steps_ = 0;
  int time_outs_ = 0;  ///< of a hundred events that may be left out
};

}  // namespace proof
