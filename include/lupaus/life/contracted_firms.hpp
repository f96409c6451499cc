// SPDX-License-Identifier: BSL-1.0
//
// Contracts between firms, and the firms that the seller reaches by them.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

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
  constexpr explicit contracted_firms(model_view const& m) : m_{&m}, reached_{m.parties.size()} {
    rows_by<party_id, party_id> const debtors{m.parties.size(), [&](auto&& f) {
                                                for (auto const& c : m.commitments)
                                                  if (is_contract(m, c))
                                                    f(firm_of(m, c.creditor), firm_of(m, c.debtor));
                                              }};
    scratch<party_id> open{m.parties.size()};
    std::size_t n = 0;
    auto const reach = [&](party_id p) {
      if (!reached_[p.index()]) reached_[p.index()] = true, open[n++] = p;
    };
    reach(m.seller);
    while (n > 0)
      for (auto const p : debtors[open[--n]]) reach(p);
  }
  constexpr bool contains(party_id p) const { return reached_[firm_of(*m_, p).index()]; }

 private:
  model_view const* m_;
  flags reached_;
};

}  // namespace lupaus::inline v0::detail
