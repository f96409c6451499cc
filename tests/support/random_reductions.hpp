// SPDX-License-Identifier: BSL-1.0
//
// Promises in which she keeps what failed as it is, for less.
#pragma once

#include "support/chooser.hpp"
#include "support/description.hpp"

namespace proof {

inline bool may_reduce_price(rule_says const& r, description const& d) {
  using kind = lupaus::event_kind;
  auto const is_of_failure = r.on.kind == kind::failed || r.on.kind == kind::late;
  return r.creditor == d.customer && (is_of_failure || r.on.kind == kind::replacement_requested);
}

/// Any price but none is higher than a coin.
inline bool costs_nothing(description const& d) {
  for (auto const& p : d.prices)
    if (p.cents == 0) return true;
  return false;
}

/// Some rules for failures, and some answers to her requests, take something off a price instead;
/// mostly off that of what failed.
inline void reduce_prices(chooser& r, description& d) {
  for (auto& rule : d.rules) {
    if (!may_reduce_price(rule, d) || r.chance(50)) continue;
    rule.action = lupaus::action_kind::reduce_price;
    rule.fee_cents = 0;
    auto const carried = carried_by(d, rule.on.part);
    rule.object = r.chance(15)                       ? r.one_of(d.parts).name
                  : !carried.empty() && r.chance(60) ? carried
                                                     : rule.on.part;
    if (!rule.object.empty() && !costs_nothing(d) && r.chance(60))
      rule.off_cents = r.between(1, 99);
  }
}

/// The same for what somebody answers for all the same: part of the price, where it was put right.
inline void reduce_prices_soundly(chooser& r, description& d) {
  for (auto& rule : d.rules) {
    auto const is_remedy = rule.action <= lupaus::action_kind::repair;
    if (rule.on.kind != lupaus::event_kind::failed || !may_reduce_price(rule, d) || !is_remedy ||
        r.chance(50))
      continue;
    rule.action = lupaus::action_kind::reduce_price;
    auto const carried = carried_by(d, rule.on.part);
    rule.object = !carried.empty() && r.chance(50) ? carried : rule.on.part;
    if (!costs_nothing(d)) rule.off_cents = 50;
  }
}

}  // namespace proof
