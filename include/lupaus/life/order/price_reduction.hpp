// SPDX-License-Identifier: BSL-1.0
//
// A lower price for what failed: she keeps it as it is (R6 of docs/explanation/semantics.md).
#pragma once

#include "lupaus/life/order/state_reader.hpp"
#include "lupaus/life/service_recovery.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// The good that a failure of the part is about: the part, or what it carries; none of other work.
constexpr part_id good_that_failed(model_view const& m, part_id failed) {
  if (auto const carried = m.parts[failed].carries) return carried;
  return m.parts[failed].kind == part_kind::good ? failed : part_id{};
}

/// The failure stands for which the price is reduced, and the price is one of what failed.
/// `failure`: none, where it is whichever stands.
inline bool may_reduce_price(state_reader const& v, part_id object, part_id failed,
                             std::size_t unit, event_id failure = {}) {
  auto const& m = v.model();
  auto const stands = v.open_failure(failed, unit);
  return stands && (!failure || stands == failure) && m.events[stands].kind != event_kind::late &&
         is_price_of(m, object, failed);
}

/// There is nothing to bring her any more.
inline bool has_what_failed(state_reader const& v, part_id failed, std::size_t unit) {
  auto const& m = v.model();
  auto const good = good_that_failed(m, failed);
  if (!good) return true;
  auto const as_many = v.units(good) == v.units(failed);
  for (std::size_t u = 0; u < v.units(good); ++u)
    if ((!as_many || u == unit) && v.holder(good, u) == m.customer) return true;
  return false;
}

}  // namespace lupaus::inline v0::detail
