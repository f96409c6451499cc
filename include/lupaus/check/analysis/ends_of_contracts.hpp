// SPDX-License-Identifier: BSL-1.0
//
// Contracts that end with the order, and the work on them that is still to do when it ends.
#pragma once

#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/lazy.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/detail/sparse_set.hpp"
#include "lupaus/life/contracted_firms.hpp"
#include "lupaus/life/kinds_of_commitment.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/service_recovery.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0::detail {

/// True for a contract between two firms that has no use once the order is over: of work. Debts of
/// money, warranties and work on request live on rightly.
constexpr bool ends_with_order(model_view const& m, commitment const& c) {
  return is_contract(m, c) && !c.on_request && !is_debt_of_money(c) && !is_warranty(m, c);
}

/// True when the rule ends the order, in this way: she cancels, or gets all of her money back.
constexpr bool ends_order(model_view const& m, rule const& r, event_kind how) {
  if (!counts_for_customer(m, r)) return false;
  if (how == event_kind::cancelled)
    return r.action == action_kind::accept && m.events[r.on].kind == event_kind::cancel_requested;
  return how == event_kind::refunded && r.action == action_kind::refund &&
         (!r.object || is_all_she_buys(m, r.object));
}

/// What is still to do when the order ends in one way. A part is over once it is completed, or has
/// failed; what its rule fires on, begins with and waits for has happened by then. O(elements +
/// situations) to make, and for every rule that ends the order after something else, the parts that
/// are sure to be over by all such rules before it.
template <class Analysis>
class work_at_end {
  // First in the class, because clang 14 can evaluate only the member templates that it has seen.

  /// Calls `f(event)` for what has happened when the rule ends the order, but for requests and the
  /// like, which say nothing of the work.
  template <class F>
  constexpr void for_each_past(rule const& r, F&& f) const {
    for (auto const e : {r.on, r.since, r.gate})
      if (e && !is_of_order(m_->events[cause_of(*m_, e)].kind)) f(cause_of(*m_, e));
  }

  enum class answer : std::uint8_t { none, no, yes };

 public:
  /// The analysis must outlive this.
  constexpr work_at_end(Analysis& analysis, event_kind how)
      : analysis_{&analysis},
        m_{&analysis.model()},
        how_{how},
        failures_{m_->parts.size(),
                  [&](auto&& f) {
                    for (auto e : m_->events.ids())
                      if (m_->events[e].kind == event_kind::failed) f(m_->events[e].of, e);
                  }},
        is_left_{m_->parts.size()},
        events_left_{m_->events.size()},
        ways_over_{m_->parts.size()},
        earlier_{m_->parts.size()},
        over_{m_->parts.size()} {
    for (auto i : m_->rules.ids())
      if (ends_order(*m_, m_->rules[i], how)) endings_.push_back(i);
    find_parts();
  }

  constexpr bool is_left(commitment const& c) {
    if (c.antecedent && is_another_end(m_->events[c.antecedent].kind)) return false;
    if (c.brings_about && m_->events[c.brings_about].kind != event_kind::completed)
      return is_event_left(c.brings_about);
    auto const about = c.brings_about ? m_->events[c.brings_about].of : c.about;
    for (auto const p : analysis_->leaves()[about])
      if (is_left_[p.index()]) return true;
    return false;
  }

 private:
  /// An order ends once.
  constexpr bool is_another_end(event_kind k) const {
    return k != how_ &&
           (k == event_kind::kept || k == event_kind::cancelled || k == event_kind::refunded);
  }

  /// When she has all of it, all parts are over; else by what the rules say.
  constexpr void find_parts() {
    scratch<part_id> open{m_->parts.size()};
    std::size_t count = 0;
    if (how_ != event_kind::kept)
      for (auto p : m_->parts.ids())
        if (is_leaf(m_->parts[p]) && analysis_->word().completion_of(p)) open[count++] = p;
    for (auto const ending : endings_) {
      if (count == 0 || !analysis_->goes_on(1 + count)) return;
      over_.clear();
      for_each_past(m_->rules[ending], [&](event_id e) { find_over(e, open, count); });
      std::size_t kept = 0;
      for (std::size_t i = 0; i < count; ++i) {
        is_left_[open[i].index()] = !over_.contains(open[i].index());
        if (!is_left_[open[i].index()]) open[kept++] = open[i];
      }
      count = kept;
    }
  }
  /// Marks those of the open parts that are over whichever way the event has come about.
  constexpr void find_over(event_id e, scratch<part_id> const& open, std::size_t count) {
    std::size_t ways = 0;
    for (std::size_t i = 0; i < count; ++i) ways_over_[open[i].index()] = 0;
    analysis_->certain().for_each_way(e, [&](event_id by) {
      ++ways;
      earlier_.clear();
      auto const& graph = analysis_->graph();
      auto const part = m_->events[by].of;
      if (analysis_->certain().is_certain(graph.before(part), graph.of(by))) {
        earlier_.insert(part.index());  // all before it is over when it is due
        analysis_->earlier().spread(earlier_, [](part_id) { return true; });
      }
      for (std::size_t i = 0; i < count && analysis_->goes_on(1 + failures_[open[i]].size()); ++i)
        ways_over_[open[i].index()] += is_over(open[i], by);
    });
    for (std::size_t i = 0; i < count; ++i)
      if (ways > 0 && ways_over_[open[i].index()] == ways) over_.insert(open[i].index());
  }
  constexpr bool is_over(part_id p, event_id by) {
    if (m_->events[by].of != p && earlier_.contains(p.index())) return true;
    auto& certain = analysis_->certain();
    if (certain.is_certain_before(analysis_->word().completion_of(p), by)) return true;
    for (auto const failure : failures_[p])
      if (certain.is_certain_before(failure, by)) return true;
    return false;
  }

  /// It is owed, and some rule may end the order before it has happened; or she has all without it.
  /// Found once for each event.
  constexpr bool is_event_left(event_id wanted) {
    auto& known = events_left_[wanted.index()];
    if (known == answer::none) known = find_event_left(wanted) ? answer::yes : answer::no;
    return known == answer::yes;
  }
  constexpr bool find_event_left(event_id wanted) {
    auto const is_past_by = [&](event_id e) {
      if (!analysis_->goes_on()) return true;
      std::size_t ways = 0, past = 0;
      analysis_->certain().for_each_way(e, [&](event_id by) {
        ++ways, past += analysis_->happened().is_sure_before(wanted, by);
      });
      return ways > 0 && past == ways;
    };
    if (how_ == event_kind::kept) {
      for (auto p : m_->parts.ids())
        if (auto const done = analysis_->word().completion_of(p);
            done && !is_hers(*m_, p) && is_past_by(done))
          return false;
      return true;
    }
    for (auto const i : endings_) {
      auto is_past = false;
      for_each_past(m_->rules[i], [&](event_id e) { is_past = is_past || is_past_by(e); });
      if (!is_past) return true;
    }
    return false;
  }

  Analysis* analysis_;
  model_view const* m_;
  event_kind how_;
  rows_by<part_id, event_id> failures_;
  growing<rule_id> endings_;  // the rules by which the order ends
  flags is_left_;
  scratch<answer> events_left_;
  scratch<std::size_t> ways_over_;  // of each part, of the ways of one event
  sparse_set earlier_, over_;
};

/// An end of an order that a party has to know of, because of a contract.
struct end_of_work {
  party_id who = {};
  event_id when = {};
  commitment_id contract = {};
};

/// Calls `tell(party, event, contract)` for every end of an order that a party has to know of: the
/// debtor of a contract that ends with it while there is work left to do, and the creditor who has
/// to tell him. Not where the seller tells him; nor in a contract with a firm that the order has
/// not reached, for there nobody knows of the order either, and that is another gap.
/// O(commitments + contract ends), and more only where somebody else has to see to it that he is
/// told.
template <class Analysis, class Tell>
constexpr void for_each_end_of_work(Analysis& analysis, Tell&& tell) {
  auto const& m = analysis.model();
  auto const is_seen_to = [&](contract_end const& e) {
    return is_told(e) && is_sellers(m, e.creditor);
  };
  auto some = false;
  for (auto const& e : m.contract_ends) some = some || !is_seen_to(e);
  if (!some) return;
  rows_by<party_id, commitment_id> const contracts{m.parties.size(), [&](auto&& f) {
                                                     for (auto i : m.commitments.ids())
                                                       if (ends_with_order(m, m.commitments[i]))
                                                         f(firm_of(m, m.commitments[i].debtor), i);
                                                   }};
  rows_by<party_id, contract_end_id> const ends{m.parties.size(), [&](auto&& f) {
                                                  for (auto i : m.contract_ends.ids())
                                                    f(firm_of(m, m.contract_ends[i].debtor), i);
                                                }};
  // Of one debtor, with each of its creditors.
  struct ends_with {
    contract_end_id by[3] = {};  // kept, cancelled, refunded: the one by which he is told, if any
  };
  constexpr event_kind kinds[] = {event_kind::kept, event_kind::cancelled, event_kind::refunded};
  scratch<ends_with> with{m.parties.size()};
  lazy<work_at_end<Analysis>> work[3];
  contracted_firms const reached{m};
  auto const end_of = [&](contract_end const& e, std::size_t k) -> contract_end_id& {
    return with[firm_of(m, e.creditor).index()].by[k];
  };
  for (auto debtor : m.parties.ids()) {
    if (contracts[debtor].empty()) continue;
    for (auto const i : ends[debtor])
      for (std::size_t k = 0; k < 3; ++k) {
        auto const& e = m.contract_ends[i];
        auto& first = end_of(e, k);
        if (m.events[e.when].kind == kinds[k] && (!first || !is_told(m.contract_ends[first])))
          first = i;
      }
    for (auto const i : contracts[debtor]) {
      auto const& c = m.commitments[i];
      if (!reached.contains(c.creditor)) continue;
      for (std::size_t k = 0; k < 3; ++k) {
        auto const end = with[firm_of(m, c.creditor).index()].by[k];
        if (!end || is_seen_to(m.contract_ends[end])) continue;
        auto& left = work[k].get([&] { return work_at_end<Analysis>{analysis, kinds[k]}; });
        if (!left.is_left(c)) continue;
        tell(c.debtor, m.contract_ends[end].when, i);
        if (is_told(m.contract_ends[end])) tell(c.creditor, m.contract_ends[end].when, i);
      }
    }
    for (auto const i : ends[debtor]) with[firm_of(m, m.contract_ends[i].creditor).index()] = {};
  }
}

/// All of them, for those who ask again and again.
class ends_of_work {
 public:
  template <class Analysis>
  constexpr explicit ends_of_work(Analysis& analysis) {
    for_each_end_of_work(analysis, [&](party_id who, event_id when, commitment_id contract) {
      all_.push_back({who, when, contract});
    });
  }
  constexpr end_of_work const* begin() const { return all_.begin(); }
  constexpr end_of_work const* end() const { return all_.end(); }

 private:
  growing<end_of_work> all_;
};

}  // namespace lupaus::inline v0::detail
