// SPDX-License-Identifier: BSL-1.0
//
// Prices for the parts of a description, which add up.
#pragma once

#include "support/chooser.hpp"
#include "support/description.hpp"

#include <string>
#include <vector>

namespace proof {

class price_maker {
 public:
  price_maker(chooser& r, description& d) : r_{r}, d_{d} {}

  /// Of some parts, of all, or of none; and sometimes of what they make up.
  void run() {
    if (!r_.chance(60)) return;
    known_ = r_.chance(60) ? 100 : 50;
    int all = 0;
    if (d_.product.empty() || d_.product.front().inside.empty())
      for (auto const& p : d_.parts) add(all, price(p.name));
    else
      all = price_of_inside(d_.product.front());
    if (all > 0 && r_.chance(30)) d_.prices.push_back({{}, all});
  }

 private:
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
