// SPDX-License-Identifier: BSL-1.0
//
// What happens to parts that a search does not follow, and ends the order for all.
#pragma once

#include "lupaus/explore/joins/part_groups.hpp"
#include "lupaus/explore/order/order_space.hpp"
#include "lupaus/explore/search/work_meter.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// An end that some part brings about by itself, as a refund when it has failed.
struct end_elsewhere {
  part_id part = {};
  std::size_t failures = 0;      ///< that it takes at least
  bool comes_when_done = false;  ///< it may come though the part was performed before
};

/// The ends that each group of parts can bring about. Looks for those of a group when it is first
/// asked about it, in a search of that group alone.
class ends_elsewhere {
 public:
  using search = std::function<void(std::vector<bool> const& followed,
                                    std::function<void(order_space const&)> const& look)>;

  /// `explore` searches those parts alone and shows what it saw, as far as it may. Where the meter
  /// stops it, ends are missing.
  ends_elsewhere(model_view const& m, search explore, work_meter& meter)
      : groups_{m, joined_by::events}, m_{m}, explore_{std::move(explore)}, meter_{meter} {}

  /// Those of parts that are not followed.
  std::vector<end_elsewhere> outside(std::vector<bool> const& followed) {
    std::vector<end_elsewhere> all;
    for (auto p : m_.parts.ids()) {
      if (!is_leaf(m_.parts[p]) || groups_[p] != p.index()) continue;
      if (!followed.empty() && !followed[p.index()])
        for (auto const& e : ends_of(p)) all.push_back(e);
    }
    return all;
  }
  /// The followed parts that come before a part, and those that come after it and are not there by
  /// themselves.
  std::vector<part_id> before(part_id part, std::vector<bool> const& followed) const {
    std::vector<part_id> all;
    for (auto p : m_.parts.ids())
      if (followed[p.index()] && groups_.order().leads(p, part)) all.push_back(p);
    return all;
  }
  std::vector<part_id> after(part_id part, std::vector<bool> const& followed) const {
    std::vector<part_id> all;
    for (auto p : m_.parts.ids())
      if (followed[p.index()] && groups_.order().leads(part, p) && !is_in_stock(m_, p))
        all.push_back(p);
    return all;
  }

 private:
  std::vector<end_elsewhere> const& ends_of(part_id first) {
    auto const [at, is_new] = known_.try_emplace(first.index());
    auto& ends = at->second;
    if (!is_new) return ends;
    std::vector<bool> set(m_.parts.size());
    for (auto p : m_.parts.ids())
      set[p.index()] = is_leaf(m_.parts[p]) && groups_[p] == groups_[first];
    explore_(set, [&](order_space const& space) {
      for (std::size_t n = 0; n < space.expanded() && meter_.has_time(); ++n)
        space.for_each_successor(n, [&](std::uint8_t const* to, order_move const& x) {
          if (x.part && space.moves().read(to).phase() == order_phase::paid_back)
            add(ends,
                {x.part, space[n].failures(), space.moves().plan().may_fail_when_done(x.part)});
        });
    });
    return ends;
  }
  static void add(std::vector<end_elsewhere>& ends, end_elsewhere e) {
    for (auto& known : ends)
      if (known.part == e.part) {
        known.failures = (std::min)(known.failures, e.failures);
        return;
      }
    ends.push_back(e);
  }

  part_groups groups_;
  model_view m_;
  search explore_;
  work_meter& meter_;
  std::map<std::size_t, std::vector<end_elsewhere>> known_;  // by the group's first part
};

}  // namespace lupaus::inline v0::detail
