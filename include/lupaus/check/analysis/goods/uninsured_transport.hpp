// SPDX-License-Identifier: BSL-1.0
//
// Who bears the loss of goods where nobody should: of every good the first situations, for 64 goods
// at a time.
#pragma once

#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/life/rule_scopes.hpp"
#include "lupaus/life/situations.hpp"

#include <bit>
#include <cstddef>

namespace lupaus::inline v0::detail {

/// The first uninsured situation of a good for which the customer bears the loss, and the first for
/// which the seller does while another firm holds it: as `for_each_uninsured`.
struct uninsured {
  std::size_t hers = 0, theirs = 0;  // nodes; as many as there are, where there is none
  party_id holder = {};              // of the second
};

/// Of every good. O(events + parts · depth + risks and the goods that they are of) to make, and for
/// every 64 goods a walk of the situations for each risk of one of them, and for each holder.
class uninsured_legs {
  // First in the class, because clang 14 can evaluate only the member templates that it has seen.
  using goods = growing<part_id>;

  /// Calls `f(stretch_of)` for the first risk of each good for which `is(risk)`, then for the
  /// second, and so on.
  template <class Is, class F>
  constexpr void for_each_round(goods const& asked, Is&& is, F&& f) const {
    growing<risk_id> risks;
    scratch<std::size_t> next{most_questions + 1};  // of each good, in risks
    for (std::size_t i = 0; i < asked.size(); ++i) {
      for (auto p = asked[i]; p; p = outer_of(*m_, p))
        for (auto const r : on_[p])
          if (is(m_->risks[r])) risks.push_back(r);
      next[i + 1] = risks.size();
    }
    for (std::size_t round = 0;; ++round) {
      auto some = false;
      for (std::size_t i = 0; i < asked.size(); ++i) some = some || next[i] + round < next[i + 1];
      if (!some || !scopes_.graph().goes_on(m_->events.size())) return;
      f([&](std::size_t i) {
        if (next[i] + round >= next[i + 1]) return stretch{{}, {}, false};
        auto const& r = m_->risks[risks[next[i] + round]];
        return stretch{r.from == ordering ? event_id{} : r.from, r.until, true};
      });
    }
  }

  /// Where the customer bears the loss, and has not got the good.
  template <class StretchOf>
  constexpr void add_hers(std::size_t count, StretchOf&& stretch_of, scratch<questions> const& gone,
                          scratch<questions> const& pending, scratch<questions>& hers) const {
    auto const nodes = scopes_.graph().size();
    scratch<questions> here{nodes}, over{nodes};
    for (std::size_t i = 0; i < count; ++i) {
      stretch const x = stretch_of(i);
      if (!x.is_asked) continue;
      auto const begin = [&](std::size_t n) { here[n] |= question(i) & pending[n] & ~over[n]; };
      if (x.until) scopes_.for_each_meant(x.until, [&](std::size_t n) { over[n] |= question(i); });
      if (x.since)
        scopes_.for_each_meant(x.since, begin);
      else
        begin(scopes_.graph().of(ordering));
    }
    scopes_.walk().spread(here, [&](std::size_t n) { return ~gone[n] & ~over[n]; });
    for (std::size_t n = 0; n < nodes; ++n) hers[n] |= here[n];
  }

  /// Where a firm holds the good, the firms one after the other, and `bare(node)`.
  template <class Bare>
  constexpr void find_theirs(goods const& asked, scratch<questions> const& changes,
                             scratch<questions> const& pending, Bare&& bare) {
    auto const nodes = scopes_.graph().size();
    scratch<std::size_t> at{most_questions};  // of each good, which of its events is next
    scratch<party_id> firm{most_questions};
    questions found = 0;
    for (;;) {
      scratch<questions> held{nodes};
      auto some = false;
      for (std::size_t i = 0; i < asked.size(); ++i) {
        auto const all = events_[asked[i]];
        auto next = all.begin() + at[i];
        while (next != all.end() && !is_anothers(next->second)) ++next;
        if (next != all.end()) firm[i] = next->second, some = true;
        for (; next != all.end() && next->second == firm[i]; ++next) {
          auto const n = scopes_.graph().of(next->row);
          held[n] |= question(i) & pending[n];
        }
        at[i] = static_cast<std::size_t>(next - all.begin());
      }
      if (!some || !scopes_.graph().goes_on(nodes)) return;
      scopes_.walk().spread(held, [&](std::size_t n) { return ~changes[n] & ~found; });
      for (std::size_t n = 0; n < m_->events.size(); ++n)  // only what happens
        for (auto here = held[n] & bare(n) & ~found; here != 0; here &= here - 1) {
          auto const i = static_cast<std::size_t>(std::countr_zero(here));
          first_[asked[i].index()].theirs = n;
          first_[asked[i].index()].holder = firm[i];
          found |= question(i);
        }
    }
  }

 public:
  constexpr uninsured_legs(model_view const& m, situations const& s)
      : m_{&m},
        scopes_{m, s},
        events_{m.parts.size(), m.parties.size(),
                [&](auto&& f) {
                  for (auto e : m.events.ids())
                    if (auto const& x = m.events[e]; x.good && x.holder)
                      f(x.good, firm_of(m, x.holder), e);
                }},
        changes_{m.parts.size(),
                 [&](auto&& f) {
                   for (auto e : m.events.ids())
                     if (m.events[e].good) f(m.events[e].good, e);
                 }},
        on_{m.parts.size(),
            [&](auto&& f) {
              for (auto i : m.risks.ids()) f(m.risks[i].of, i);
            }},
        first_{m.parts.size(), uninsured{s.size(), s.size(), {}}} {
    growing<part_id> batch;
    for (auto p : m.parts.ids()) {
      if (m.parts[p].kind != part_kind::good || !may_be_uninsured(p)) continue;
      batch.push_back(p);
      if (batch.size() == most_questions) ask(batch), batch.clear();
    }
    if (batch.size() > 0) ask(batch);
  }

  constexpr uninsured const& of(part_id good) const { return first_[good.index()]; }

 private:
  constexpr bool is_hers(risk const& r) const { return !r.covers && r.bearer == m_->customer; }
  /// Another firm covers her.
  constexpr bool covers_her(risk const& r) const {
    return r.covers == m_->customer && r.bearer != m_->customer;
  }
  /// Another firm bears the loss, or covers the seller.
  constexpr bool is_anothers(risk const& r) const {
    return !is_sellers(*m_, r.bearer) && r.bearer != m_->customer &&
           (!r.covers || is_sellers(*m_, r.covers));
  }
  constexpr bool is_anothers(party_id firm) const {
    return firm != m_->seller && firm != m_->customer;
  }
  /// Where the loss is hers, or another firm holds the good.
  constexpr bool may_be_uninsured(part_id good) const {
    for (auto const& x : events_[good])
      if (is_anothers(x.second)) return true;
    for (auto p = good; p; p = outer_of(*m_, p))
      for (auto const i : on_[p])
        if (is_hers(m_->risks[i])) return true;
    return false;
  }

  constexpr void ask(goods const& asked) {
    auto const nodes = scopes_.graph().size();
    scratch<questions> gone{nodes}, changes{nodes}, pending{nodes}, hers{nodes}, covered{nodes},
        covers_hers{nodes};
    for (std::size_t i = 0; i < asked.size(); ++i)
      for (auto const e : changes_[asked[i]]) {
        auto const n = scopes_.graph().of(e);
        if (m_->events[e].holder == m_->customer) gone[n] |= question(i);
        if (m_->events[e].kind != event_kind::possession) changes[n] |= question(i);
      }
    pending[scopes_.graph().of(ordering)] = ~questions{0};
    scopes_.walk().spread(pending, [&](std::size_t n) { return ~gone[n]; });

    for_each_round(
        asked, [&](risk const& r) { return is_hers(r); },
        [&](auto const& stretch_of) { add_hers(asked.size(), stretch_of, gone, pending, hers); });
    auto const add_scopes = [&](scratch<questions>& all) {
      return [&](auto const& stretch_of) {
        scratch<questions> here{nodes};  // each spreads by itself, as far as it goes
        scopes_.find(asked.size(), stretch_of, here);
        for (std::size_t n = 0; n < nodes; ++n) all[n] |= here[n];
      };
    };
    for_each_round(
        asked, [&](risk const& r) { return covers_her(r); }, add_scopes(covers_hers));
    for (std::size_t n = nodes; n-- > 0;)
      for (auto found = hers[n] & ~covers_hers[n]; found != 0; found &= found - 1)
        first_[good(asked, found).index()].hers = n;

    for_each_round(
        asked, [&](risk const& r) { return is_anothers(r); }, add_scopes(covered));
    find_theirs(asked, changes, pending, [&](std::size_t n) { return ~covered[n] & ~hers[n]; });
  }

  static constexpr part_id good(goods const& asked, questions found) {
    return asked[static_cast<std::size_t>(std::countr_zero(found))];
  }

  model_view const* m_;
  scopes scopes_;
  rows_by_pair<part_id, party_id, event_id> events_;  // of each good and who holds it then
  rows_by<part_id, event_id> changes_;                // of each good
  rows_by<part_id, risk_id> on_;
  scratch<uninsured, 64> first_;
};

}  // namespace lupaus::inline v0::detail
