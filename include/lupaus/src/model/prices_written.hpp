// SPDX-License-Identifier: BSL-1.0
//
// What is said of money: what a part costs, and what she pays of it.
#pragma once

#include "lupaus/model/builder/model_writer.hpp"
#include "lupaus/model/builder/prices.hpp"

namespace lupaus::inline v0::detail {

LUPAUS_DECL void model_writer::set_price(party_ref who, part_ref what, money price, here at) {
  statement const s{"the price of", what, "", {}, at};
  auto const q = tables.find(who, s);
  auto const p = tables.find(what, s);
  if (q && q != tables.columns.seller)
    tables.fail(error_code::contradiction, s, {"what she buys, the seller charges for"});
  if (p && is_instalment(tables.columns.parts[p.index()]))
    tables.fail(error_code::contradiction, s,
                {"an instalment has no price; `pays` says how much it is"});
  else
    set_money(p, price, s);
}
LUPAUS_DECL void model_writer::set_amount(party_ref who, part_ref what, money amount, here at) {
  statement const s{"the amount of", what, "", {}, at};
  auto const q = tables.find(who, s);
  auto const p = tables.find(what, s);
  if (q && q != tables.columns.customer)
    tables.fail(error_code::contradiction, s, {"what is sold to her, the customer pays for"});
  if (p && !is_instalment(tables.columns.parts[p.index()]))
    tables.fail(error_code::contradiction, s,
                {"only an instalment is paid; `charges` says what a part costs"});
  else
    set_money(p, amount, s);
}
LUPAUS_DECL void model_writer::set_money(part_id p, money given, statement const& s) {
  auto const amount = bound_codec<money>::encode(given);
  if (amount.fault)
    tables.fail(error_code::bad_value, s, {amount.fault, " is expected"});
  else if (given.minor_units < 0 || given.minor_units > most_minor_units)
    tables.fail(error_code::bad_value, s,
                {"0 to ", decimal{most_minor_units}, " minor units are expected, and ",
                 decimal{given.minor_units}, " were given"});
  else if (p && is_priced(tables.columns.parts[p.index()]))
    tables.fail(error_code::contradiction, s, {"the part has a price already; it has one"});
  else if (p)
    tables.columns.parts[p.index()].price = given;
}

}  // namespace lupaus::inline v0::detail
