// SPDX-License-Identifier: BSL-1.0
//
// Losses that two parties bear at a time, neither covering the other: found for all of a model at
// once.
#pragma once

#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/parallel_search.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/rule_scopes.hpp"

#include <bit>
#include <cstddef>

namespace lupaus::inline v0::detail {

/// Two risks of one loss.
struct shared_loss {
  risk_id one = {}, other = {};
};

/// Calls `f(part, shared)` for the first pair of every part that has one: both bear the loss of the
/// part, or of the part and of what holds it. Two stretches meet where one of them begins while the
/// other lasts.
class shared_losses {
  // First in the class, because clang 14 can evaluate only the member templates that it has seen.
  template <class F>
  constexpr void for_each_start(risk const& r, F&& f) const {
    if (!r.from || r.from == ordering) return f(ordering);
    analysis_->certain().for_each_meant(r.from, [&](event_id e) {
      if (m_->events[e].kind != event_kind::possession) f(e);  // but what hands it over
    });
  }

 public:
  /// The analysis must outlive this.
  constexpr explicit shared_losses(model_analysis& analysis)
      : analysis_{&analysis}, m_{&analysis.model()}, on_{m_->parts.size(), [&](auto&& f) {
                                                           for (auto i : m_->risks.ids())
                                                             f(m_->risks[i].of, i);
                                                         }} {}

  /// O(parts + risks), and where some part has two bearers a walk of the situations for every 64 of
  /// them, and the pairs of a part.
  template <class F>
  constexpr void for_each(F&& f) const {
    growing<risk_id> all;  // the bearers of the parts, one part after the other
    growing<part_id> parts;
    growing<std::size_t> first;  // of each part, in all
    for (auto p : m_->parts.ids()) {
      if (!has_two_bearers(p)) continue;
      parts.push_back(p);
      first.push_back(all.size());
      for_each_bearing(p, [&](risk_id i) { all.push_back(i); });
    }
    if (parts.size() == 0) return;
    first.push_back(all.size());
    scopes const walk{*m_, analysis_->graph()};
    std::size_t part = 0;
    shared_loss found;
    for (std::size_t begin = 0; begin < all.size(); begin += most_questions) {
      auto const end = all.size() - begin < most_questions ? all.size() : begin + most_questions;
      scratch<questions> lasts{walk.graph().size()};
      walk.find(
          end - begin, [&](std::size_t i) { return stretch_of(m_->risks[all[begin + i]]); }, lasts);
      for (auto i = begin; i < end; ++i) {
        for (; first[part + 1] <= i; found = {}) {
          if (found.one) f(parts[part], found);
          ++part;
        }
        if (!found.one && !analysis_->goes_on(1 + first[part + 1] - first[part])) return;
        for (auto k = first[part]; k < first[part + 1] && !found.one; ++k)
          if (meets(parts[part], all[i], all[k], [&](event_id e) {
                return (lasts[walk.graph().of(e)] & question(i - begin)) != 0;
              }))
            found = {all[i], all[k]};
      }
    }
    if (found.one) f(parts[part], found);
  }

 private:
  static constexpr stretch stretch_of(risk const& r) {
    return {r.from == ordering ? event_id{} : r.from, r.until, true};
  }

  /// The risks of those who bear the loss of the part, or of what holds it.
  template <class F>
  constexpr void for_each_bearing(part_id p, F&& f) const {
    for (auto outer = p; outer; outer = outer_of(*m_, outer))
      for (auto const i : on_[outer])
        if (!m_->risks[i].covers) f(i);
  }
  constexpr bool has_two_bearers(part_id p) const {
    if (on_[p].empty()) return false;
    party_id first;
    auto two = false;
    for_each_bearing(p, [&](risk_id i) {
      two = two || (first && !same_firm(*m_, first, m_->risks[i].bearer));
      first = m_->risks[i].bearer;
    });
    return two;
  }

  /// True when the second begins while the first lasts.
  template <class Lasts>
  constexpr bool meets(part_id p, risk_id lasting, risk_id beginning, Lasts const& lasts) const {
    auto const &a = m_->risks[lasting], &b = m_->risks[beginning];
    if (same_firm(*m_, a.bearer, b.bearer) || (a.of != p && b.of != p)) return false;
    auto met = false;
    for_each_start(b, [&](event_id e) {
      if (met || !lasts(e) || is_over(a, e) || is_over(b, e)) return;
      met = !is_covered(p, a.bearer, b.bearer, e);
    });
    return met;
  }
  constexpr bool is_over(risk const& r, event_id e) const {
    if (!r.until || r.until == ordering || is_meant(*m_, e, r.until))
      return static_cast<bool>(r.until);
    auto const now = cause_of(*m_, e);
    return !is_of_order(m_->events[r.until].kind) && !is_of_order(m_->events[now].kind) &&
           analysis_->certain().is_certain_before(r.until, now);
  }
  /// True when one of the two covers the other then.
  constexpr bool is_covered(part_id p, party_id a, party_id b, event_id e) const {
    for (auto outer = p; outer; outer = outer_of(*m_, outer))
      for (auto const i : on_[outer]) {
        auto const& r = m_->risks[i];
        auto const is_between = (same_firm(*m_, r.bearer, a) && same_firm(*m_, r.covers, b)) ||
                                (same_firm(*m_, r.bearer, b) && same_firm(*m_, r.covers, a));
        if (!is_between) continue;
        auto const& s = analysis_->graph();
        flags lasts{s.size()};
        rule scope;
        scope.since = stretch_of(r).since;
        scope.until = r.until;
        s.find_scope(scope, lasts);
        if (lasts[s.of(e)]) return true;
      }
    return false;
  }

  model_analysis* analysis_;
  model_view const* m_;
  rows_by<part_id, risk_id> on_;
};

}  // namespace lupaus::inline v0::detail
