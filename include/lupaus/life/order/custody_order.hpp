// SPDX-License-Identifier: BSL-1.0
//
// Whether goods can have come to where they are, each time from whoever had them: rule X1 of
// docs/explanation/semantics.md.
#pragma once

#include "lupaus/life/order/events_in_reach.hpp"
#include "lupaus/life/order/order_plan.hpp"
#include "lupaus/life/order/state_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// Asked of one state and one unit of a good. Refers to the plan.
class custody_order {
 public:
  explicit custody_order(order_plan const& plan) : plan_{plan}, moves_(plan.model().parts.size()) {}

  /// What has moved the unit can have happened in an order in which it ends with that party.
  bool may_end_with(state_reader const& v, part_id good, std::size_t unit, party_id who) {
    auto& all = moves_of(good);
    mask happened = 0;
    for (std::size_t i = 0; i < all.moves.size(); ++i) {
      auto const part = plan_.model().events[all.moves[i].event].of;
      if (v.units(part) != v.units(good)) return true;  // which of them moved it is not known
      if (v.has_happened(all.moves[i].event, unit)) happened |= mask{1} << i;
    }
    auto const [known, is_new] = all.known.try_emplace({happened, who.value}, true);
    if (is_new) known->second = happened == 0 || can_end(all, happened, who);
    return known->second;
  }

 private:
  using mask = std::uint32_t;
  static constexpr std::size_t most_moves = 16;  // beyond, any order will do

  struct good_move {
    event_id event = {};
    party_id to = {};
    mask after = 0;                 // without which it cannot come about
    std::vector<party_id> by = {};  // who hands it on
    bool is_by_anybody = false;     // a start takes over; and what nobody in particular does
  };
  struct moves_of_good {
    std::vector<good_move> moves = {};
    std::map<std::pair<mask, std::uint16_t>, bool> known = {};
  };

  moves_of_good& moves_of(part_id good) {
    auto& kept = moves_[good.index()];
    if (kept) return *kept;
    kept = std::make_unique<moves_of_good>();
    auto const& m = plan_.model();
    auto& all = kept->moves;
    for (auto e : m.events.ids())
      if (is_of_life(m, e) && m.events[e].good == good && plan_.of(m.events[e].of))
        all.push_back({e, m.events[e].holder, 0, {}, m.events[e].kind == event_kind::started});
    if (all.size() > most_moves) all.clear();
    for (auto const& w : plan_.ways())
      for (auto& x : all) {
        if (x.event != w.to) continue;
        x.is_by_anybody = x.is_by_anybody || !w.by;
        x.by.push_back(w.by);
      }
    events_in_reach const reach{m};
    for (std::size_t i = 0; i < all.size(); ++i) {
      auto const without = reach.without(all[i].event);
      for (std::size_t k = 0; k < all.size(); ++k)
        if (k != i && !without[all[k].event.index()]) all[k].after |= mask{1} << i;
    }
    return *kept;
  }

  // From order to order of what happened, one more each time.
  bool can_end(moves_of_good const& all, mask happened, party_id who) const {
    auto const& m = plan_.model();
    std::set<std::pair<mask, std::uint16_t>> seen;
    std::vector<std::pair<mask, party_id>> open;
    auto const go_on = [&](mask done, party_id holder) {
      if (seen.emplace(done, holder.value).second) open.emplace_back(done, holder);
    };
    for (auto p : m.parties.ids()) go_on(0, p);  // an attempt may begin with the goods anywhere
    while (!open.empty()) {
      auto const [done, holder] = open.back();
      open.pop_back();
      if (done == happened && holder == who) return true;
      for (std::size_t i = 0; i < all.moves.size(); ++i) {
        auto const& x = all.moves[i];
        auto const bit = mask{1} << i;
        if ((happened & ~done & bit) == 0 || (x.after & happened & ~done) != 0) continue;
        auto const from = holder;
        if (x.is_by_anybody || std::any_of(x.by.begin(), x.by.end(),
                                           [&](party_id by) { return same_firm(m, by, from); }))
          go_on(done | bit, x.to);
      }
    }
    return false;
  }

  order_plan const& plan_;
  std::vector<std::unique_ptr<moves_of_good>> moves_;
};

}  // namespace lupaus::inline v0::detail
