// SPDX-License-Identifier: BSL-1.0
//
// A term: a quality and a bound, and when one term entails another.
#pragma once

#include "lupaus/model/id.hpp"
#include "lupaus/model/terms/quality.hpp"

namespace lupaus::inline v0 {

/// A quality and a bound: what is promised of a part. A bound of time is counted from `anchor`;
/// without one, from what the quality says (the order, unless it says otherwise).
struct term {
  quality_ref quality = nullptr;
  bound limit = {};
  event_id anchor = {};

  friend constexpr bool operator==(term const&, term const&) = default;
};

/// True when whoever keeps `a` keeps `b`: the same quality, counted from the same event, and a
/// bound at least as strong. Partial: of two terms neither may entail the other. O(1).
constexpr bool entails(term const& a, term const& b) {
  return a.quality == b.quality && a.anchor == b.anchor && a.quality != nullptr &&
         a.quality->entails(a.limit, b.limit);
}

}  // namespace lupaus::inline v0
