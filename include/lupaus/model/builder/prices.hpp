// SPDX-License-Identifier: BSL-1.0
//
// What parts cost: as is stated, or as what they are made of adds up to; and where prices, or the
// instalments that pay them, do not fit together.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/model/terms/money.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0::detail {

/// No amount of a promise is larger, of all its units together.
inline constexpr std::int64_t most_minor_units = 999'999'999'999'999'999;

/// What is wrong with the prices of a promise.
struct price_fault {
  enum class of : unsigned char {
    nothing,
    currency,    ///< two of them
    sum,         ///< what it is made of costs `found` in all
    too_little,  ///< what is known of what it is made of costs more already: `found`
    too_large,
    instalments,  ///< together they pay `found`, and the whole costs something else
  };
  of is = of::nothing;
  std::size_t at = 0;      ///< the part with the price that does not fit
  std::int64_t found = 0;  ///< minor units
};

/// The prices of parts in a column that is complete: each part has its place. Her own work, of
/// which no price is stated, costs nothing. O(parts).
template <class Parts>
class part_prices {
 public:
  constexpr part_prices(Parts const& parts, party_id customer)
      : parts_{parts}, customer_{customer}, of_(parts.size()) {
    auto some = none;  // with an amount
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (!is_priced(at(i))) continue;
      if (some == none) some = i;
      if (!(at(i).price.in == at(some).price.in)) refuse(price_fault::of::currency, i);
      if (first_ == none && !is_instalment(at(i))) first_ = i;
    }
    if (first_ == none) return;
    rows_by<std::size_t, std::size_t> const children{parts.size(), [&](auto&& tell) {
                                                       for (std::size_t i = 1; i < parts.size();
                                                            ++i)
                                                         if (auto const outer = at(i).within)
                                                           tell(outer.index(), i);
                                                     }};
    add_up(0, {}, children);
    check_instalments(children);
  }

  /// No part has one.
  constexpr bool are_unknown() const { return first_ == none; }
  /// Of all of them. Precondition: some part has a price.
  constexpr lupaus::currency currency() const { return at(first_).price.in; }
  /// Of one unit of the part: stated, or added up. Else it is not known.
  constexpr bool is_known(part_id p) const { return !are_unknown() && of_[p.index()].is_known; }
  constexpr std::int64_t minor_units(part_id p) const { return of_[p.index()].minor_units; }
  constexpr price_fault const& fault() const { return fault_; }

 private:
  static constexpr auto none = static_cast<std::size_t>(-1);
  struct amount {
    std::int64_t minor_units = 0;  // where it is not known, what is known of it
    bool is_known = false;
  };

  // Of a column that grows, and of one of a model.
  constexpr part const& at(std::size_t i) const {
    if constexpr (requires { parts_[part_id{i}]; })
      return parts_[part_id{i}];
    else
      return parts_[i];
  }
  constexpr void refuse(price_fault::of what, std::size_t part, std::int64_t found = 0) {
    if (fault_.is == price_fault::of::nothing) fault_ = {what, part, found};
  }
  constexpr void add_units(amount& all, std::size_t child, amount const& one) {
    auto const units = static_cast<std::int64_t>(at(child).quantity);
    if (units > 0 && one.minor_units > (most_minor_units - all.minor_units) / units)
      refuse(price_fault::of::too_large, child);
    else
      all.minor_units += one.minor_units * units;
  }
  // `answerable`: who is declared to answer for what holds it.
  constexpr amount add_up(std::size_t part, party_id answerable,
                          rows_by<std::size_t, std::size_t> const& children) {
    auto const& p = at(part);
    if (p.answerable) answerable = p.answerable;
    auto const is_hers =
        p.kind != part_kind::composite && p.performer == customer_ && answerable == customer_;
    amount all{0, is_hers};
    auto is_known = true;
    for (auto const child : children[part]) {
      if (is_instalment(at(child))) continue;
      auto const one = add_up(child, answerable, children);
      add_units(all, child, one);
      is_known = is_known && one.is_known;
      all.is_known = is_known;
    }
    if (is_priced(p)) {
      if (all.is_known && all.minor_units != p.price.minor_units)
        refuse(price_fault::of::sum, part, all.minor_units);
      else if (all.minor_units > p.price.minor_units)
        refuse(price_fault::of::too_little, part, all.minor_units);
      all = {p.price.minor_units, true};
    }
    return of_[part] = all;
  }

  // What she pays for one unit of the part.
  constexpr amount add_up_instalments(std::size_t part,
                                      rows_by<std::size_t, std::size_t> const& children) {
    if (is_instalment(at(part))) return {at(part).price.minor_units, is_priced(at(part))};
    amount all{0, true};
    for (auto const child : children[part]) {
      auto const paid = add_up_instalments(child, children);
      add_units(all, child, paid);
      all.is_known = all.is_known && paid.is_known;
    }
    return all;
  }
  // Where some are, they pay the whole; where some amount is not stated, no more than that.
  constexpr void check_instalments(rows_by<std::size_t, std::size_t> const& children) {
    auto some = none;
    for (std::size_t i = 0; i < parts_.size(); ++i)
      if (is_instalment(at(i))) some = i;
    if (some == none || !of_[0].is_known) return;
    auto const all = add_up_instalments(0, children);
    if (all.is_known ? all.minor_units != of_[0].minor_units : all.minor_units > of_[0].minor_units)
      refuse(price_fault::of::instalments, some, all.minor_units);
  }

  Parts const& parts_;
  party_id customer_;
  scratch<amount> of_;
  std::size_t first_ = none;
  price_fault fault_ = {};
};

/// The first rule of which the amount is more than what it pays back, or reduces, costs, or in
/// another currency; none where no price is known.
template <class Rules, class Parts>
constexpr rule const* excessive_amount(Rules const& rules, part_prices<Parts> const& prices) {
  for (std::size_t i = 0; i < rules.size() && !prices.are_unknown(); ++i) {
    auto const& r = rules[i];
    auto const& amount = amount_in(r);
    auto const of = r.object ? r.object : whole;
    if (!amount.in.valid()) continue;
    if (!(amount.in == prices.currency())) return &r;
    if (prices.is_known(of) && amount.minor_units > prices.minor_units(of)) return &r;
  }
  return nullptr;
}

/// It can be a fee, or be taken off a price.
constexpr bool is_part_of_price(money const& x) {
  return !bound_codec<money>::encode(x).fault && x.minor_units > 0 &&
         x.minor_units <= most_minor_units;
}

/// On such an event a price can be reduced.
template <class Events>
constexpr bool may_reduce_price_on(Events const& events, event_id on) {
  return is_of_failure(events, on) || events[on.index()].kind == event_kind::replacement_requested;
}

/// What is owed on such an event gives her money back.
constexpr bool returns_money(action_kind action, event_kind on) {
  return action == action_kind::refund ||
         (action == action_kind::accept && on == event_kind::cancel_requested);
}

}  // namespace lupaus::inline v0::detail
