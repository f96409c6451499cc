// SPDX-License-Identifier: BSL-1.0
//
// Prices for the parts of a description, which add up.
#pragma once

#include "support/chooser.hpp"
#include "support/description.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace proof {

class price_maker {
 public:
  price_maker(chooser& r, description& d) : r_{r}, d_{d} {}

  /// Of some parts, of all, or of none; and sometimes of what they make up. Then fees that rules
  /// keep, of no more than a coin, so that they fit any price but none.
  void run() {
    state_prices();
    auto some_are_free = false;
    for (auto const& p : d_.prices) some_are_free = some_are_free || p.cents == 0;
    if (some_are_free) return;
    for (auto& r : d_.rules)
      if (r.creditor == d_.customer && pays_back(r) && is_alone(r) && r_.chance(20))
        r.fee_cents = r_.between(1, 99);
  }

 private:
  /// Two rules with different fees on one event are rivals.
  bool is_alone(rule_says const& r) const {
    std::size_t n = 0;
    for (auto const& x : d_.rules)
      n += x.on.kind == r.on.kind && x.on.part == r.on.part && x.on.name == r.on.name ? 1U : 0U;
    return n == 1;
  }
  static bool pays_back(rule_says const& r) {
    return r.action == lupaus::action_kind::refund ||
           (r.action == lupaus::action_kind::accept &&
            r.on.kind == lupaus::event_kind::cancel_requested);
  }
  void state_prices() {
    if (!r_.chance(60)) return;
    known_ = r_.chance(60) ? 100 : 50;
    int all = 0;
    if (d_.product.empty() || d_.product.front().inside.empty())
      for (auto const& p : d_.parts) add(all, price(p.name));
    else
      all = price_of_inside(d_.product.front());
    if (all > 0 && r_.chance(30)) d_.prices.push_back({{}, all});
  }

  static constexpr int unknown = -1;  // an optional of g++ 12 warns at -O2

  static void add(int& all, int one) {
    all = all == unknown || one == unknown ? unknown : all + one;
  }
  /// Of all units of a part.
  int price(std::string const& name) {
    if (!r_.chance(known_)) return unknown;
    auto const cents = 100 * r_.between(0, 9);
    d_.prices.push_back({name, cents});
    for (auto const& p : d_.parts)
      if (p.name == name) return cents * p.quantity;
    return unknown;
  }
  int price_of_inside(shape const& s) {
    int all = 0;
    for (auto const& x : s.inside) {
      if (x.inside.empty()) {
        add(all, price(x.name));
        continue;
      }
      auto const one = price_of_inside(x);
      if (one != unknown && !x.name.empty() && r_.chance(30)) d_.prices.push_back({x.name, one});
      add(all, one);
    }
    return all;
  }

  chooser& r_;
  description& d_;
  int known_ = 100;
};

}  // namespace proof
