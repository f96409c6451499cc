// SPDX-License-Identifier: BSL-1.0
//
// Parties that act and know as one: the seller and its departments.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

constexpr bool same_firm(model_view const& m, party_id a, party_id b) {
  return a && b && firm_of(m, a) == firm_of(m, b);
}

/// Some firms, each by the seller, or by its only party. To clear it takes as long as it has
/// members.
class firm_set {
 public:
  constexpr explicit firm_set(model_view const& m)
      : m_{&m}, has_{m.parties.size()}, all_{m.parties.size(), unset{}} {}

  constexpr bool contains(party_id p) const { return has_[firm_of(*m_, p).index()]; }
  /// Adds the firm of the party; true when it is a new one.
  constexpr bool add(party_id p) {
    auto const firm = firm_of(*m_, p);
    if (has_[firm.index()]) return false;
    has_[firm.index()] = true;
    all_[size_++] = firm;
    return true;
  }
  constexpr void clear() {
    for (auto const p : *this) has_[p.index()] = false;
    size_ = 0;
  }
  /// Keeps those that the other has too.
  constexpr void keep(firm_set const& other) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < size_; ++i) {
      has_[all_[i].index()] = other.has_[all_[i].index()];
      if (has_[all_[i].index()]) all_[kept++] = all_[i];
    }
    size_ = kept;
  }
  constexpr party_id const* begin() const { return all_.data(); }
  constexpr party_id const* end() const { return all_.data() + size_; }

 private:
  model_view const* m_;
  flags has_;
  scratch<party_id> all_;
  std::size_t size_ = 0;
};

}  // namespace lupaus::inline v0::detail
