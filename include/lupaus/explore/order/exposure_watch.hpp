// SPDX-License-Identifier: BSL-1.0
//
// Looks at the moves that a search takes: which of them leave the seller exposed, and what each
// failure costs him. Rules X3 to X7 of docs/explanation/semantics.md.
#pragma once

#include "lupaus/explore/order/exposure_kind.hpp"
#include "lupaus/explore/order/order_move.hpp"
#include "lupaus/explore/order/order_remedies.hpp"
#include "lupaus/explore/order/remedy_costs.hpp"
#include "lupaus/life/order/recovered_loss.hpp"
#include "lupaus/life/order/taken_back.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// A move that exposes the seller, and from where.
struct exposing_move {
  exposure_key is = {};
  std::vector<part_id> goods = {};  ///< that are with her then
  order_move move = {};
  std::vector<std::uint8_t> from = {};  ///< the state
};

/// Money that a failure brings back for more than the parts that have to do with it.
struct money_for_others {
  event_id failure = {};
  part_id failed = {}, object = {};  ///< what the money is for; none: all
  friend constexpr bool operator==(money_for_others const&, money_for_others const&) = default;
};

/// Refers to the plan. A state is looked at before it is left: in the order of a search, the first
/// move of an exposure is one that the fewest moves lead to.
class exposure_watch {
 public:
  /// `counts_moves`: what a search does not follow takes moves too, so that the first move that it
  /// finds need not be the nearest: then more of each exposure are kept.
  /// `units`: followed of a part that has more.
  exposure_watch(order_plan const& plan, bool counts_moves, std::size_t units)
      : plan_{plan},
        back_{plan},
        prices_{plan, units},
        losses_(plan.model().events.size()),
        fees_(plan.model().events.size()),
        most_of_a_kind_{counts_moves ? 64u : 1u},
        blamed_(plan.model().events.size()) {}

  void look(std::uint8_t const* s, order_move const& x, std::uint8_t const* next) {
    switch (x.kind) {
      case move_kind::happens: return look_at_event(s, x, next);
      case move_kind::leaves:  // X5
        return look_at_end(s, x, exposure_kind::unpaid_goods, {}, {});
      case move_kind::acts:
      case move_kind::asks: break;
      default: return;
    }
    if (!is_granted(x.says)) return;
    keep_fee(s, x);
    if (x.on == occasion::cancellation && !refunds().is_of_parts(x.says))
      return look_at_end(s, x, exposure_kind::goods_and_money, {}, end_by(x.says));
    look_at_remedy(s, x, next);
  }
  /// As `look`, of an order that ends by a move which the search does not take.
  void look_at_end(std::uint8_t const* s, order_move const& x, exposure_kind kind, event_id failure,
                   event_kind ended) {
    note({kind, failure, whole}, s, x, [&](state_reader const& v) {
      return kept_by_her(v, s, ended, [](part_id) { return true; });
    });
  }
  static event_kind end_by(decision const& d) {
    return d.does == answer::refunds ? event_kind::refunded : event_kind::cancelled;
  }

  std::vector<exposing_move> const& found() const { return found_; }
  /// What a failure costs the seller at worst, of those that happened; none where no price is
  /// known.
  std::optional<price_sum> loss_by(event_id failure) const { return losses_[failure.index()]; }
  /// The largest fee that was kept of her money while a failure stood; 0 where none was.
  std::int64_t fee_after(event_id failure) const { return fees_[failure.index()]; }
  price_list const& prices() const { return prices_; }
  /// What may also be for goods that a search does not follow.
  std::vector<money_for_others> const& money() const { return money_; }

 private:
  /// Whose fault a failure is: nobody's who could be asked to pay; others', and they do, or do not.
  enum class blame : std::uint8_t { nobody, others_pay, others };

  model_view const& model() const { return plan_.model(); }
  order_refunds refunds() const { return order_refunds{plan_}; }
  bool is_good(part_id p) const { return model().parts[p].kind == part_kind::good; }

  // The goods with a unit that is with her, and that nothing the seller can count on takes back.
  template <class Counts>
  std::vector<part_id> kept_by_her(state_reader const& v, std::uint8_t const* s, event_kind ended,
                                   Counts&& counts) {
    std::vector<part_id> goods;
    for (auto const& p : plan_.parts()) {
      if (!is_good(p.part) || !counts(p.part)) continue;
      for (std::size_t u = 0; u < p.units; ++u)
        if (back_.is_with_her(v, p.part, u) && !back_.is_sure(s, p.part, u, ended)) {
          goods.push_back(p.part);
          break;
        }
    }
    return goods;
  }

  // X3: her money came before the goods.
  void look_at_event(std::uint8_t const* s, order_move const& x, std::uint8_t const* next) {
    auto const good = model().events[x.event].good;
    if (!prices_.is_empty() && is_failure(model().events[x.event].kind))
      loss_of(x.event);  // it happened
    auto const is_unpaid =
        is_failure(model().events[x.event].kind) && plan_.of(x.part)->is_instalment;
    if (is_unpaid)
      look_at_instalments(s, x, next, x.event, [&](state_reader const& now) {
        return kept_by_her(now, next, {}, [](part_id) { return true; });
      });
    if (!good || !plan_.of(good)) return;
    state_reader const before{plan_, s}, now{plan_, next};
    auto const comes_to_her = [&] {
      for (std::size_t u = 0; u < now.units(good); ++u)
        if (back_.is_with_her(now, good, u) && !back_.is_held_by_her(before, good, u) &&
            !back_.is_sure(next, good, u, {}))
          return true;
      return false;
    };
    auto const it = [&](auto const&) { return std::vector{good}; };
    if (plan_.has_instalments() && comes_to_her()) look_at_instalments(s, x, next, {}, it);
    if (now.is_returned(good) && comes_to_her())
      note({exposure_kind::goods_and_money, {}, good}, s, x, it);
  }
  // X5. Those that are not paid, and cannot be counted on.
  template <class Goods>
  void look_at_instalments(std::uint8_t const* s, order_move const& x, std::uint8_t const* next,
                           event_id failure, Goods&& goods) {
    state_reader const now{plan_, next};
    for (auto const& p : plan_.parts())
      for (std::size_t u = 0; p.is_instalment && u < p.units; ++u)
        if (!now.has_happened(p.completed, u) && !is_sure_to_be_paid(now, p, u) &&
            (!failure || (p.part == x.part && u == x.unit)))
          note({exposure_kind::unpaid_goods, failure, p.part}, s, x,
               [&](state_reader const&) { return goods(now); });
  }
  bool is_sure_to_be_paid(state_reader const& v, part_plan const& p, std::size_t unit) const {
    auto const failed = v.open_failure(p.part, unit);
    auto const pays_all_the_same = [&](std::size_t i) {
      auto const& w = plan_.ways()[i];
      return w.is_hers && w.from == failed && w.to == p.completed;
    };
    return p.is_bound && (!failed || model().events[failed].kind == event_kind::late ||
                          std::any_of(p.ways.begin(), p.ways.end(), pays_all_the_same));
  }

  void look_at_remedy(std::uint8_t const* s, order_move const& x, std::uint8_t const* next) {
    auto const is_for_a_unit = x.on != occasion::cancellation;
    state_reader const v{plan_, s}, after{plan_, next};
    auto const failure = is_for_a_unit ? v.open_failure(x.part, x.unit) : event_id{};
    // How it stands when he decides: by asking she has told him.
    std::uint8_t told[order_plan::most_bytes];
    auto is_told = false;
    auto const then = [&]() -> std::uint8_t const* {
      if (!is_for_a_unit || x.kind != move_kind::asks) return s;
      if (std::exchange(is_told, true)) return told;
      std::memcpy(told, s, plan_.bytes());
      order_change{plan_, told}.report_failures(*plan_.of(x.part), x.unit);
      return told;
    };
    auto const is_new_money = [&](part_id p) { return after.is_returned(p) && !v.is_returned(p); };
    auto const is_all = after.phase() == order_phase::paid_back;
    auto gives = true;
    if (x.says.does == answer::refunds) {
      auto const object = is_all ? part_id{} : x.says.object;
      money_for_others const paid{failure, x.part, object};
      if (std::find(money_.begin(), money_.end(), paid) == money_.end()) money_.push_back(paid);
      note({exposure_kind::goods_and_money, failure, is_all ? whole : object}, s, x,
           [&](auto const&) {
             return kept_by_her(v, then(), is_all ? event_kind::refunded : event_kind::ordered,
                                [&](part_id p) { return is_all || is_new_money(p); });
           });
      gives = is_all || std::any_of(plan_.parts().begin(), plan_.parts().end(),
                                    [&](part_plan const& p) { return is_new_money(p.part); });
    } else if (x.says.does == answer::replaces || x.says.does == answer::accepts) {  // X4
      for_each_replaced(v, x, [&](part_id good, std::size_t u) {
        if (!back_.is_held_by_her(v, good, u)) return;
        note({exposure_kind::two_for_one, failure, good}, s, x, [&](auto const&) {
          auto const is_hers = back_.is_with_her(v, good, u) && !back_.is_sure(then(), good, u, {});
          return is_hers ? std::vector{good} : std::vector<part_id>{};
        });
      });
    }
    if (!failure) return;
    if (!prices_.is_empty()) weigh({plan_, then()}, after, x, failure);
    if (gives && blame_of(failure) == blame::others)  // X6
      note({exposure_kind::uncovered_loss, failure, x.part}, s, x, [&](auto const&) {
        auto const is_his = !is_covered({plan_, then()}, failure, x.part, x.unit);
        return is_his ? std::vector{x.part} : std::vector<part_id>{};
      });
  }
  // The units of goods that begin a new attempt (R2, R3).
  template <class F>
  void for_each_replaced(state_reader const& v, order_move const& x, F&& f) const {
    auto const object = object_of(model(), x.says, x.part);
    auto const& later = plan_.of(object)->later;
    auto const& failed = *plan_.of(x.part);
    for (auto const& p : plan_.parts()) {
      if (!is_good(p.part)) continue;
      auto const is_meant = p.part == object || p.part == x.part;
      if (!is_meant && std::find(later.begin(), later.end(), p.part) == later.end()) continue;
      for (std::size_t u = 0; u < p.units; ++u)
        if ((p.units != failed.units || u == x.unit) && (is_meant || v.is_begun(p.part, u)))
          f(p.part, u);
    }
  }
  // X7. No more is kept than she has paid.
  void keep_fee(std::uint8_t const* s, order_move const& x) {
    if (!x.says.under || !has_fee(model().rules[x.says.under])) return;
    state_reader const v{plan_, s};
    auto fee = model().rules[x.says.under].fee.minor_units;
    if (auto const paid = paid_so_far(prices_, v); paid && paid->is_known)
      fee = (std::min)(fee, paid->minor_units);
    for (auto const& p : plan_.parts())
      for (std::size_t u = 0; u < p.units; ++u)
        if (auto const failure = v.open_failure(p.part, u);
            failure && (x.on == occasion::cancellation || (p.part == x.part && u == x.unit)))
          fees_[failure.index()] = (std::max)(fees_[failure.index()], fee);
  }
  price_sum& loss_of(event_id failure) {
    auto& known = losses_[failure.index()];
    if (!known) known.emplace();
    return *known;
  }
  void weigh(state_reader const& v, state_reader const& after, order_move const& x,
             event_id failure) {
    auto const by = blame_of(failure);
    auto const is_recovered =
        by == blame::others_pay || (by == blame::others && is_covered(v, failure, x.part, x.unit));
    if (is_recovered) return;
    price_sum lost;
    if (x.says.does == answer::refunds) {
      auto const is_all = after.phase() == order_phase::paid_back;
      lost = prices_.of_goods_gone(v, [&](part_id p, std::size_t u) {
        auto const is_paid = is_all || (plan_.of(p) && after.is_returned(p) && !v.is_returned(p));
        return is_paid && (u >= v.units(p) || back_.may_be_where_it_is(v, p, u));
      });
    } else if (x.says.does == answer::replaces || x.says.does == answer::accepts) {
      for_each_replaced(v, x, [&](part_id good, std::size_t u) {
        prices_.add(lost, good,
                    prices_.is_gone(v, good, u) && back_.may_be_where_it_is(v, good, u) ? 1 : 0);
      });
    }
    if (x.says.does == answer::reduces_price) prices_.add_reduction(lost, x.says.under);
    loss_of(failure).rise_to(lost);
  }
  blame blame_of(event_id failure) {
    auto& known = blamed_[failure.index()];
    if (!known)
      known = !is_caused_by_others(model(), failure)   ? blame::nobody
              : recovers_by_recourse(model(), failure) ? blame::others_pay
                                                       : blame::others;
    return *known;
  }

  // `goods(state)` says which goods are with her; with none it is no exposure.
  template <class Goods>
  void note(exposure_key const& is, std::uint8_t const* s, order_move const& x, Goods&& goods) {
    auto& known = times_found(is);
    if (known >= most_of_a_kind_) return;
    auto with_her = goods(state_reader{plan_, s});
    if (with_her.empty()) return;
    ++known;
    found_.push_back({is, std::move(with_her), x, {s, s + plan_.bytes()}});
  }
  std::size_t& times_found(exposure_key const& is) {
    for (auto& [key, times] : times_found_)
      if (key == is) return times;
    return times_found_.emplace_back(is, 0).second;
  }

  order_plan const& plan_;
  taken_back back_;
  price_list prices_;
  std::vector<std::optional<price_sum>> losses_;  // by failure
  std::vector<std::int64_t> fees_;                // the same
  std::size_t most_of_a_kind_;
  std::vector<exposing_move> found_;
  std::vector<std::pair<exposure_key, std::size_t>> times_found_;
  std::vector<std::optional<blame>> blamed_;  // by failure
  std::vector<money_for_others> money_;
};

}  // namespace lupaus::inline v0::detail
