// SPDX-License-Identifier: BSL-1.0
//
// What the customer does herself for a description: instalments that she pays, and work of her own.
#pragma once

#include "support/chooser.hpp"
#include "support/description.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace proof {

/// With a chooser of its own, so that all else stays as it was.
class payment_maker {
 public:
  explicit payment_maker(description& d)
      : d_{d},
        r_{static_cast<unsigned>(3 + d.parts.size() + 29 * d.rules.size() + 101 * d.events.size() +
                                 1'013 * d.commitments.size() + 10'007 * d.notices.size())} {}

  /// Some services become instalments, or her own work.
  void turn_work() {
    if (d_.on_the_spot || !r_.chance(25)) return;
    auto left = d_.parts.size();  // something has to be bought
    for (auto& p : d_.parts) {
      if (p.is_good || p.gives > 0 || carries_some(p.name) || left < 2 || !r_.chance(60)) continue;
      --left;
      std::erase_if(d_.answers, [&](pair_says const& a) { return a.b == p.name; });
      std::erase_if(d_.severable, [&](severable_says const& a) { return a.part == p.name; });
      // What it cost is no longer part of any sum.
      std::erase_if(d_.prices,
                    [&](price_says const& x) { return x.part == p.name || !is_leaf_name(x.part); });
      if (r_.chance(70))
        std::erase_if(d_.performers, [&](pair_says const& x) { return x.a == p.name; });
      if (r_.chance(70)) {
        p.is_instalment = true;
        p.quantity = 1;
      } else {
        std::erase_if(d_.performers, [&](pair_says const& x) { return x.a == p.name; });
        d_.performers.push_back({p.name, d_.customer});
        d_.answers.push_back({d_.customer, p.name});
      }
      if (r_.chance(40))
        d_.commitments.push_back(
            {d_.customer, d_.seller, p.name, {{quality_name::deadline, hours(24)}}});
    }
  }

  /// A deposit before all else, and perhaps a rest after it, that everybody has word of.
  void add_deposit() {
    if (d_.on_the_spot || d_.product.empty() || !r_.chance(25)) return;
    shape all{{}, true, {{"deposit"}, std::move(d_.product.front())}};
    add("deposit");
    if (r_.chance(30)) {
      add("rest");
      all.inside.push_back({"rest"});
    }
    d_.product.front() = std::move(all);
  }

  /// Work of her own before all else, of which she tells everybody.
  void add_her_work() {
    if (d_.product.empty() || !r_.chance(15)) return;
    d_.product.front() = shape{{}, true, {{"wall"}, std::move(d_.product.front())}};
    d_.parts.push_back({"wall", false});
    d_.performers.push_back({"wall", d_.customer});
    d_.answers.push_back({d_.customer, "wall"});
    for (auto const& p : d_.parts)
      if (p.name != "wall" && !p.is_instalment)
        d_.coordinations.push_back({d_.seller, "wall", p.name});
    d_.notices.push_back({d_.customer, d_.seller, completed("wall"), minutes(30)});
    for (auto const& p : d_.parties)
      d_.notices.push_back({d_.customer, p.name, completed("wall"), minutes(30)});
    if (r_.chance(30)) d_.events.push_back({"wall", {}, kind::late});
  }

  /// How much the instalments are. Where the price of the whole is known, they add up to it.
  void state_amounts() {
    if (!r_.chance(70)) return;
    auto left = 0;
    auto is_known = true;
    for (auto const& p : d_.parts) {
      if (is_hers(d_, p.name)) continue;
      auto const price = std::find_if(d_.prices.begin(), d_.prices.end(),
                                      [&](price_says const& x) { return x.part == p.name; });
      if (price == d_.prices.end())
        is_known = false;
      else
        left += price->cents * p.quantity;
    }
    std::vector<std::string> instalments;
    for (auto const& p : d_.parts)
      if (p.is_instalment) instalments.push_back(p.name);
    for (auto const& name : instalments) {
      auto const is_last = &name == &instalments.back();
      if (r_.chance(20)) continue;
      auto const amount = is_known ? (is_last ? left : r_.between(0, left)) : r_.between(0, 2'000);
      left -= is_known ? amount : 0;
      d_.prices.push_back({name, amount});
    }
  }

 private:
  using kind = lupaus::event_kind;

  bool carries_some(std::string const& part) const {
    return std::any_of(d_.carries.begin(), d_.carries.end(),
                       [&](pair_says const& c) { return c.a == part; });
  }
  bool is_leaf_name(std::string const& name) const {
    return std::any_of(d_.parts.begin(), d_.parts.end(),
                       [&](part_says const& p) { return p.name == name; });
  }
  void add(std::string const& name) {
    d_.parts.push_back({name, false, 1, 0, 0, true});
    d_.commitments.push_back(
        {d_.customer, d_.seller, name, {{quality_name::deadline, minutes(0)}}});
    for (auto const& p : d_.parties)
      d_.notices.push_back({d_.seller, p.name, completed(name), minutes(30)});
    if (!r_.chance(40)) return;
    event_says const refused{name, name + " refused", kind::failed};
    d_.events.push_back(refused);
    event_says const paid{name,
                          {},
                          kind::completed,
                          {{of_order(kind::ordered), d_.customer}, {refused.said(), d_.customer}}};
    d_.turning_points.push_back(paid);
  }

  description& d_;
  chooser r_;
};

}  // namespace proof
