// SPDX-License-Identifier: BSL-1.0
//
// The other side of the counter, told: what a watch saw of it, each with a shortest story.
#pragma once

#include "lupaus/explore/answers/state_paths.hpp"
#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/explore/order/exposure_watch.hpp"
#include "lupaus/explore/order/order_space.hpp"
#include "lupaus/explore/order/policy_call.hpp"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// Adds an exposure; of the same one, the shorter story stays.
inline void add_exposure(std::vector<seller_exposure>& all, seller_exposure&& x) {
  auto const rank = [](seller_exposure const& e) {
    return std::tuple{e.how.moves.size(), e.kind, e.failure, e.part};
  };
  auto const is_before = [&](seller_exposure const& a, seller_exposure const& b) {
    if (a.how.moves.size() == b.how.moves.size() && a.kind == b.kind && a.failure == b.failure &&
        a.part == b.part)
      return std::lexicographical_compare(a.how.moves.begin(), a.how.moves.end(),
                                          b.how.moves.begin(), b.how.moves.end(), is_preferred);
    return rank(a) < rank(b);
  };
  auto const same = std::find_if(all.begin(), all.end(), [&](seller_exposure const& e) {
    return e.kind == x.kind && e.failure == x.failure && e.part == x.part;
  });
  if (same != all.end()) {
    if (!is_before(x, *same)) return;
    all.erase(same);
  }
  auto const after = std::find_if(all.begin(), all.end(),
                                  [&](seller_exposure const& e) { return is_before(x, e); });
  all.insert(after, std::move(x));
}

/// Where all that is followed is performed, something else need not be: then she may cancel, or
/// leave, all the same; as far as the meter lets it. O(states · moves).
inline void look_where_settled(order_space const& space, policy_ref const& p, exposure_watch& watch,
                               work_meter& meter) {
  auto const& plan = space.moves().plan();
  auto const& m = plan.model();
  policy_call const decide{p};
  for (std::size_t n = 0; n < space.size(); ++n) {
    auto const x = space[n];
    if (x.phase() != order_phase::open || !x.is_settled()) continue;
    if (!meter.has_time()) return;
    order_move asks{.kind = move_kind::asks,
                    .by = m.customer,
                    .on = occasion::cancellation,
                    .is_dependable = true};
    asks.says = decide(circumstances{order_view{plan, space.bytes(n)}, asks.on}, asks);
    if (asks.fault == policy_fault::none && is_granted(asks.says) &&
        !order_refunds{plan}.is_of_parts(asks.says))
      watch.look_at_end(space.bytes(n), asks, exposure_kind::goods_and_money, {},
                        exposure_watch::end_by(asks.says));
    if (m.paid == payment::on_the_spot)
      watch.look_at_end(space.bytes(n),
                        {.kind = move_kind::leaves, .by = m.customer, .is_dependable = true},
                        exposure_kind::unpaid_goods, {}, {});
  }
}

/// Tells what a watch saw of one search, in its verdict. `earlier` may be none.
inline void tell_exposures(order_space const& space, exposure_watch const& watch,
                           earlier_work const* earlier, work_meter& meter, verdict& v) {
  if (watch.found().empty() || !meter.has_time()) return;
  state_paths const paths{space, earlier, meter};
  std::vector<exposing_move const*> nearest;
  std::vector<state_number> from;
  for (auto const& x : watch.found()) {
    auto const n = space.number_of(x.from.data());
    if (!n || !meter.goes_on()) continue;  // a state that no limit let in
    // What an instalment comes after need not be in the path.
    if (earlier && x.move.part && is_instalment(v.model().parts[x.move.part])) continue;
    std::size_t i = 0;
    while (i < nearest.size() && !(nearest[i]->is == x.is)) ++i;
    if (i == nearest.size()) nearest.push_back(&x), from.push_back(*n);
    if (paths.moves_to(*n) >= paths.moves_to(from[i])) continue;
    nearest[i] = &x;
    from[i] = *n;
  }
  for (std::size_t i = 0; i < nearest.size() && meter.has_time(); ++i) {
    auto const& x = *nearest[i];
    seller_exposure e{x.is.kind, x.is.failure, x.is.part, x.goods, {}};
    e.how.ends = ending::exposed;
    e.how.failure = x.is.failure;
    e.how.words = to_string(x.is.kind);
    e.how.moves = paths.to(from[i], false).moves;
    e.how.moves.push_back(x.move);
    e.how.doomed_after = e.how.moves.size();
    add_exposure(v.exposures, std::move(e));
  }
}

}  // namespace lupaus::inline v0::detail
