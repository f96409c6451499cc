// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: exposures that take parts of more than one search.
#pragma once

#include "lupaus/explore/answers/explorer.hpp"
#include "lupaus/explore/answers/exposures.hpp"
#include "lupaus/explore/joins/small_searches.hpp"
#include "lupaus/src/explore/search_scope.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// Where parts were explored apart, one of them may end the order, or bring money back, while the
/// goods are of another. Such two are followed in one search, until an exposure is found or there
/// are no more. What each needs is what a search of one part showed: see
/// docs/explanation/parts-that-meet.md.
class exposure_search {
 public:
  using sets_of_parts = std::vector<std::vector<bool>>;

  exposure_search(search_scope& in, sets_of_parts const& sets) : in_{in}, sets_{sets} {}

  /// False where not all was looked for.
  bool run() {
    // What she pays later may come after what a small search does not follow.
    if (in_.v.is_apart && has_instalments(model())) return false;
    for (auto p : in_.v.model().parts.ids())
      if (may_be_hers(p)) goods_.push_back(p);
    for (std::size_t i = 0; i < in_.money.size() && goes_on_; ++i) {
      auto const x = in_.money[i];  // more may be added
      if (x.failed) look_for_goods_of_others(x);
    }
    if (!has({exposure_kind::goods_and_money, {}, whole}) || may_leave_with_goods())
      look_for_ends();
    return goes_on_;
  }

 private:
  model_view const& model() const { return in_.v.model(); }
  bool may_leave_with_goods() const {
    return model().paid == payment::on_the_spot && !has({exposure_kind::unpaid_goods, {}, whole});
  }
  bool has(exposure_key const& k) const {
    return std::any_of(in_.v.exposures.begin(), in_.v.exposures.end(),
                       [&](seller_exposure const& e) {
                         return e.kind == k.kind && e.failure == k.failure && e.part == k.part;
                       });
  }
  // Some event hands the good to her.
  bool may_be_hers(part_id good) const {
    auto const& m = model();
    if (!is_leaf(m.parts[good]) || m.parts[good].kind != part_kind::good) return false;
    return std::any_of(m.events.begin(), m.events.end(),
                       [&](event const& e) { return e.good == good && e.holder == m.customer; });
  }

  void look_for_goods_of_others(money_for_others const& x) {
    for (auto good : goods_) {
      if (!goes_on_) return;
      if (x.object && !is_within(model(), good, x.object)) continue;
      auto const is_known =
          has({exposure_kind::goods_and_money, x.failure, x.object ? x.object : whole});
      // Where the order goes on, the goods may come later.
      auto const comes_later = x.object && !has({exposure_kind::goods_and_money, {}, good});
      if (!is_known || comes_later) follow({x.failed, good});
    }
  }
  // She cancels, or leaves: each good, and each part until which she may.
  void look_for_ends() {
    for (auto good : goods_) {
      auto const is_sought = [&] {
        return goes_on_ &&
               (!has({exposure_kind::goods_and_money, {}, whole}) || may_leave_with_goods());
      };
      if (is_sought()) follow({good});
      part_groups const groups{model(), joined_by::events};
      for (auto e : groups.closing())
        if (is_sought()) follow({good, model().events[e].of});
    }
  }

  // One search that follows the parts, unless one did.
  void follow(std::vector<part_id> const& parts) {
    std::vector<bool> set(model().parts.size());
    for (auto const& s : sets_)
      for (auto p : parts)
        if (s.empty() || s[p.index()])
          for (std::size_t i = 0; i < set.size(); ++i) set[i] = set[i] || s.empty() || s[i];
    auto const plan = in_.plan_of(set, false);
    if (in_.may_be_apart())
      if (small_searches const apart{plan, set, in_.policy, in_.options, in_.asked};
          apart.are_possible()) {
        std::vector<std::size_t> clusters;
        for (auto p : parts) {
          auto const c = apart.clusters().of(p);
          if (c != part_clusters::none && apart.quiet().has(c) &&
              std::find(clusters.begin(), clusters.end(), c) == clusters.end())
            clusters.push_back(c);
        }
        if (auto const s = apart.following(clusters)) {
          if (was_followed(s->followed, s->units)) return;
          auto const earlier = apart.earlier_than(*s);
          return look(in_.plan_of(*s, false), s->followed, in_.budget_of(*s), s->failures,
                      &earlier);
        }
      }
    if (was_followed(set, {})) return;
    if (plan.bytes() > order_plan::most_bytes)
      goes_on_ = false;
    else
      look(plan, set, in_.options.failures, in_.options.only, nullptr);
  }
  bool was_followed(std::vector<bool> const& set, std::vector<std::size_t> const& units) {
    auto const is_known =
        std::find(followed_.begin(), followed_.end(), std::pair{set, units}) != followed_.end();
    if (!is_known) followed_.emplace_back(set, units);
    return is_known;
  }
  void look(order_plan const& plan, std::vector<bool> const& followed, std::size_t failures,
            std::vector<event_id> const& only, earlier_work const* earlier) {
    order_moves const moves{plan, in_.policy, failures, false, only};
    verdict part{model()};
    exposure_watch watch{plan, earlier != nullptr, in_.options.units};
    if (!has_memory_for([&] {
          auto const space = make_order_space(moves);
          auto const decides = in_.decides_elsewhere(plan, followed);
          explorer e{
              *space, in_.options, in_.meter, part, {earlier, nullptr, nullptr, &watch, decides}};
          e.look(in_.limits_left(), true);
          e.find_exposures();
        }))
      part.seen.why = stop_reason::memory;
    goes_on_ = part.seen.is_complete() && in_.meter.why() == stop_reason::complete;
    in_.add_money(watch);
    for (auto& x : part.exposures) add_exposure(in_.v.exposures, std::move(x));
  }

  search_scope& in_;
  sets_of_parts const& sets_;
  std::vector<part_id> goods_;
  std::vector<std::pair<std::vector<bool>, std::vector<std::size_t>>> followed_;
  bool goes_on_ = true;
};

}  // namespace lupaus::inline v0::detail
