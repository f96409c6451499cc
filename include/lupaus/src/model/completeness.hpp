// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: what a whole model must have.
#pragma once

#include "lupaus/model/builder/completeness.hpp"
#include "lupaus/model/builder/model_tables.hpp"
#include "lupaus/model/builder/prices.hpp"
#include "lupaus/model/terms/qualities.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace lupaus::inline v0::detail {

inline void check_duties(model_tables& t) {
  for (auto const& r : t.columns.rules)
    if (r.action == action_kind::act && r.words.empty())
      t.fail(error_code::missing, {.what = "the rule on", .subject = event_ref{r.on}},
             {"it owes nothing; say who owes what"});
  for (auto const& c : t.columns.commitments)
    if (c.debtor == c.creditor)
      t.fail(error_code::contradiction,
             {.what = "a commitment of",
              .subject = party_ref{c.debtor},
              .link = "on",
              .object = part_ref{c.about}},
             {"nobody can owe something to himself"});
}

/// Parts that no product mentions are the whole's, side by side, if no product was written.
inline void place_parts(model_tables& t) {
  auto placed = false;
  for (auto const& p : t.columns.parts) placed |= p.within == whole;
  for (std::size_t i = 1; i < t.columns.parts.size(); ++i) {
    auto& p = t.columns.parts[i];
    if (p.within) continue;
    if (!placed)
      p.within = whole;
    else
      t.fail(
          error_code::missing, {.what = "the product"},
          {"the part '", p.name, "' was declared and is in no product; add it, or leave it out"});
  }
}

inline void check_currencies(model_tables& t) {
  currency first;
  auto const check = [&](currency const& x) {
    if (!first.valid()) first = x;
    if (first == x) return;
    t.fail(
        error_code::unit_mismatch, {.what = "the promise"},
        {"prices are in ", first.view(), " and in ", x.view(), "; one promise has one currency"});
  };
  auto const check_term = [&](term const& x) {
    if (x.limit.kind == bound_kind::money) check(bound_codec<money>::decode(x.limit).in);
  };
  for (auto const& p : t.columns.parts)
    if (is_priced(p)) check(p.price.in);
  for (auto const& r : t.columns.rules)
    if (amount_in(r).in.valid()) check(amount_in(r).in);
  for (auto const& x : t.columns.terms) check_term(x);
  for (auto const& c : t.columns.commitments) check_term(c.consequent);
}

/// What a part is made of costs what the part costs.
inline void check_prices(model_tables& t) {
  using of = price_fault::of;
  part_prices const prices{t.columns.parts, t.columns.customer};
  auto const& wrong = prices.fault();
  // Two currencies have been told of.
  if (wrong.is == of::currency) return;
  if (wrong.is == of::nothing) {
    if (auto const* const r = excessive_amount(t.columns.rules, prices))
      t.fail(error_code::contradiction, {.what = "the rule on", .subject = event_ref{r->on}},
             {has_fee(*r) ? "it keeps " : "it takes ", phrase(amount_in(*r)),
              has_fee(*r) ? " of " : " off a price of ",
              phrase(money{prices.minor_units(r->object ? r->object : whole), amount_in(*r).in}),
              "; no more than that is expected"});
    return;
  }
  if (wrong.is == of::instalments) {
    auto const in = t.columns.parts[wrong.at].price.in;
    auto const costs = phrase(money{prices.minor_units(whole), prices.currency()});
    t.fail(error_code::contradiction,
           {.what = "the instalment", .subject = part_ref{part_id{wrong.at}}},
           {"the instalments pay ", phrase(money{wrong.found, in.valid() ? in : prices.currency()}),
            " together, and what she buys costs ", costs, "; that is expected"});
    return;
  }
  statement const s{.what = "the price of", .subject = part_ref{part_id{wrong.at}}};
  auto const& stated = t.columns.parts[wrong.at].price;
  auto const said = [&](std::int64_t units) { return phrase(money{units, stated.in}); };
  if (wrong.is == of::too_large)
    t.fail(error_code::too_large, s,
           {"all its units cost more than ", decimal{most_minor_units}, " minor units"});
  else if (wrong.is == of::sum)
    t.fail(error_code::contradiction, s,
           {"it is ", said(stated.minor_units), ", and what it is made of costs ",
            said(wrong.found), "; ", said(wrong.found), " is expected"});
  else
    t.fail(error_code::contradiction, s,
           {"it is ", said(stated.minor_units), ", and some of what it is made of costs ",
            said(wrong.found), " already; at least that is expected"});
}

/// A fee is kept of what she gets back.
inline void check_fees(model_tables& t) {
  for (auto const& r : t.columns.rules) {
    if (!has_fee(r) || !r.debtor) continue;
    auto const on = t.columns.events[r.on.index()].kind;
    if (r.creditor != t.columns.customer || !returns_money(r.action, on))
      t.fail(error_code::contradiction, {.what = "the rule on", .subject = event_ref{r.on}},
             {"a fee is kept of the customer's money: of a refund, or where she may cancel"});
  }
}

/// She is given a lower price for what failed.
inline void check_reductions(model_tables& t) {
  for (auto const& r : t.columns.rules) {
    if (r.action != action_kind::reduce_price || !r.debtor) continue;
    if (r.creditor != t.columns.customer || !may_reduce_price_on(t.columns.events, r.on))
      t.fail(error_code::contradiction, {.what = "the rule on", .subject = event_ref{r.on}},
             {"a price is reduced for the customer, when something fails or is late, on the report "
              "of it, or where she asks for a replacement"});
  }
}

/// How often something came is counted of failures.
inline void check_counts(model_tables& t) {
  for (auto const& r : t.columns.rules) {
    if (!is_counted(r)) continue;
    statement const s{.what = "the rule on", .subject = event_ref{r.on}};
    if (!is_of_failure(t.columns.events, r.on))
      t.fail(error_code::contradiction, s,
             {"how often is counted of what fails or is late, and of the report of it"});
    if (r.up_to_time > 0 && r.from_time > r.up_to_time)
      t.fail(error_code::contradiction, s,
             {"it is from time ", decimal{r.from_time}, " on and up to time ",
              decimal{r.up_to_time}, ", which is never"});
  }
}

/// Who pays in instalments does so when each is due.
inline void check_instalments(model_tables& t) {
  auto some_are_bought = t.columns.parts.size() < 2;
  for (std::size_t i = 1; i < t.columns.parts.size(); ++i) {
    auto const& p = t.columns.parts[i];
    some_are_bought = some_are_bought || (is_leaf(p) && !is_instalment(p));
    if (!is_instalment(p)) continue;
    statement const s{.what = "the instalment", .subject = part_ref{part_id{i}}};
    if (t.columns.paid == payment::on_the_spot)
      t.fail(error_code::contradiction, s,
             {"who pays on the spot pays no instalments; leave out one of the two"});
    if (p.answerable && p.answerable != t.columns.customer)
      t.fail(error_code::contradiction, s, {"for what she pays the customer answers herself"});
  }
  if (!some_are_bought)
    t.fail(error_code::missing, {.what = "the promise"},
           {"it has instalments alone; say what good or service she buys"});
}

LUPAUS_DECL void check_complete(model_tables& t) {
  statement const s{.what = "the promise"};
  if (!t.columns.customer) t.fail(error_code::missing, s, {"it has no customer; say who buys"});
  if (!t.columns.seller)
    t.fail(error_code::missing, s, {"it has no seller; say who answers to her"});
  if (t.columns.parts.size() < 2)
    t.fail(error_code::missing, s, {"it has no part; say what good or service she buys"});
  check_duties(t);
  check_instalments(t);
  check_fees(t);
  check_reductions(t);
  check_counts(t);
  place_parts(t);
  check_currencies(t);
  if (t.faults.empty()) check_prices(t);
}

}  // namespace lupaus::inline v0::detail
