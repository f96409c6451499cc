// SPDX-License-Identifier: BSL-1.0
//
// In which clauses prices, fees and reductions were written, and which of them do not fit together.
#pragma once

#include "lupaus/detail/growing_array.hpp"
#include "lupaus/model/builder/prices.hpp"
#include "lupaus/model/view.hpp"
#include "lupaus/promise/clauses/clause_base.hpp"
#include "lupaus/promise/type_name.hpp"

#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0::detail {

/// What was written, and in which clause.
template <class Id>
struct written {
  Id what;
  type_id in = nullptr;
};
/// The clause that it was last written in; null, where it is none of them.
template <class Id>
constexpr type_id clause_of(growing<written<Id>> const& all, Id wanted) {
  type_id found = nullptr;
  for (auto const& one : all)
    if (one.what == wanted) found = one.in;
  return found;
}

/// An amount that does not fit.
struct amount_error {
  value_error is = value_error::none;
  type_id in = nullptr;                  ///< the clause
  std::int64_t kept = 0, paid_back = 0;  ///< of a fee that is too high, or what is taken off which
                                         ///< price; in minor units
};

/// Prices, fees and reductions, by the clauses that they were written in.
class written_amounts {
 public:
  constexpr void add(part_id of, type_id clause) { prices_.push_back({of, clause}); }
  constexpr void add(rule_id of, type_id clause) { of_rules_.push_back({of, clause}); }

  /// What does not fit in a complete model; none where nothing has a price.
  template <class Columns>
  constexpr amount_error find_error(Columns const& c) const {
    if (prices_.size() == 0) return {};
    part_prices const prices{c.parts, c.customer};
    if (prices.fault().is != price_fault::of::nothing)
      return {value_error::price, clause_of(prices_, part_id{prices.fault().at})};
    auto const* const r = excessive_amount(c.rules, prices);
    if (!r) return {};
    rule_id const id{static_cast<std::size_t>(r - c.rules.begin())};
    auto const object = r->object ? r->object : whole;
    auto const& amount = amount_in(*r);
    return {has_fee(*r) ? value_error::fee : value_error::reduction, clause_of(of_rules_, id),
            amount.minor_units, amount.in == prices.currency() ? prices.minor_units(object) : 0};
  }

 private:
  growing<written<part_id>> prices_;
  growing<written<rule_id>> of_rules_;
};

}  // namespace lupaus::inline v0::detail
