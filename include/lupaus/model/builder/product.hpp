// SPDX-License-Identifier: BSL-1.0
//
// The composite product at run time: machine >> delivery >> installation. `>>` is "then",
// `all_of` is "together".
#pragma once

#include "lupaus/model/builder/reference.hpp"

#include <utility>
#include <vector>

namespace lupaus::inline v0 {

/// A series-parallel composition of parts, as written.
struct product {
  std::vector<part_ref> parts;                             ///< in the order of writing
  std::vector<std::pair<part_ref, part_ref>> precedences;  ///< first is completed before second
  std::vector<part_ref> first, last;                       ///< what begins it, what ends it

  product() = default;
  product(part_ref p) : parts{p}, first{p}, last{p} {}
  product(part_id p) : product{part_ref{p}} {}
};

namespace detail {

inline product beside(product a, product const& b) {
  a.parts.insert(a.parts.end(), b.parts.begin(), b.parts.end());
  a.precedences.insert(a.precedences.end(), b.precedences.begin(), b.precedences.end());
  return a;
}

}  // namespace detail

/// First `a`, then `b`: every end of `a` comes before every beginning of `b`. O(|a| + |b| + ends).
inline product operator>>(product const& a, product const& b) {
  auto p = detail::beside(a, b);
  for (auto const& end : a.last)
    for (auto const& beginning : b.first) p.precedences.emplace_back(end, beginning);
  p.last = b.last;
  return p;
}

/// Together, in no order.
template <class... Rest>
product all_of(product const& a, Rest const&... rest) {
  [[maybe_unused]] auto const together = [](product x, product const& y) {
    auto p = detail::beside(std::move(x), y);
    p.first.insert(p.first.end(), y.first.begin(), y.first.end());
    p.last.insert(p.last.end(), y.last.begin(), y.last.end());
    return p;
  };
  product p = a;
  ((p = together(std::move(p), product{rest})), ...);
  return p;
}

}  // namespace lupaus::inline v0
