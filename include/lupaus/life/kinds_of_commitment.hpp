// SPDX-License-Identifier: BSL-1.0
//
// What a commitment is a promise of: of money, of the state of things, of work.
#pragma once

#include "lupaus/life/knowledge.hpp"
#include "lupaus/model/terms/qualities.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0::detail {

/// Only the price: it is paid, and makes its debtor answer for nothing else.
constexpr bool is_debt_of_money(commitment const& c) {
  return c.consequent.quality == &quality_of<price> && !c.brings_about;
}

/// How something is, or will be put right: a promise that holds from some time on, and is no work
/// by itself.
constexpr bool is_promise_of_state(commitment const& c) {
  auto const q = c.consequent.quality;
  return !c.brings_about &&
         (q == &quality_of<condition> || q == &quality_of<need_fit> || q == &quality_of<recovery>);
}

/// A promise of state that begins with another event, or of what its debtor does not perform. A
/// condition that a performer promises for his work is part of the work.
constexpr bool is_warranty(model_view const& m, commitment const& c) {
  if (!is_promise_of_state(c)) return false;
  if (c.antecedent || c.consequent.quality == &quality_of<recovery>) return true;
  auto const& p = m.parts[c.about];
  return is_leaf(p) && p.performer && !same_firm(m, c.debtor, p.performer);
}

}  // namespace lupaus::inline v0::detail
