// SPDX-License-Identifier: BSL-1.0
//
// Contracts between firms, and the firms that the seller reaches by them.
#pragma once

#include "lupaus/detail/bit_set.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0::detail {

/// True for a contract between two firms, neither of them the customer.
constexpr bool is_contract(model_view const& m, commitment const& c) {
  return !c.overrides && c.creditor != m.customer && c.debtor != m.customer &&
         !same_firm(m, c.debtor, c.creditor);
}

/// The firms that the seller has contracted, directly or through others, for whatever.
/// O(parties + commitments) to make.
class contracted_firms {
 public:
  constexpr explicit contracted_firms(model_view const& m)
      : m_{&m}, reached_{m.parties.size(), m.seller, [&](auto&& f) {
                           for (auto const& c : m.commitments)
                             if (is_contract(m, c)) f(firm_of(m, c.creditor), firm_of(m, c.debtor));
                         }} {}
  constexpr bool contains(party_id p) const { return reached_.contains(firm_of(*m_, p)); }

 private:
  model_view const* m_;
  reached_nodes<party_id> reached_;
};

}  // namespace lupaus::inline v0::detail
