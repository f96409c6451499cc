// SPDX-License-Identifier: BSL-1.0
//
// Who passes which part on, in chains from the seller and in rings, and what they lack: found once
// for all findings.
#pragma once

#include "lupaus/check/analysis/delegation.hpp"
#include "lupaus/check/analysis/delegation_cycles.hpp"
#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/kept_sets.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/detail/strong_components.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// Of leaf parts. O(elements) to make, and for each part that is asked about once O(firms and
/// commitments that pass it on).
class work_passed_on {
 public:
  constexpr explicit work_passed_on(model_view const& m)
      : m_{&m},
        hops_{m.parts.size(), m.parties.size(),
              [&](auto&& f) {
                for_each_contract_of_work(m,
                                          [&](commitment_id i, std::size_t from, std::size_t to) {
                                            if (auto const p = passed_on(m, m.commitments[i]))
                                              f(p, party_id{from}, party_id{to});
                                          });
              }},
        of_anything_{delegation_of_anything(m)},
        ring_hops_{m, of_anything_},
        sets_{ring_hops_.firms()},
        rings_{m.parts.size()},
        reached_{m.parts.size() < m.parties.size() ? m.parties.size() : m.parts.size()},
        provided_{m.capabilities.size()},
        lacking_{m.parts.size(), m.capabilities.size(), [&](auto&& f) {
                   find_provided(m, provided_);
                   for (auto const& r : m.requirements) {
                     auto const& c = m.commitments[r.of];
                     if (!c.overrides && !provided_[r.on.index()]) f(c.about, r.on, c.debtor);
                   }
                 }} {}

  /// The performer is the seller, or a chain leads to it.
  constexpr bool reaches_performer(part_id p) {
    auto const who = m_->parts[p].performer;
    return who && (is_sellers(*m_, who) || reaches(p, who));
  }
  /// A chain leads from the seller to the firm.
  constexpr bool reaches(part_id p, party_id firm) {
    auto const find = [&](flags& those) { find_reached_firms(p, those); };
    if (reached_.keep(p.index(), find)) return reached_.contains(p.index(), firm.index());
    flags those{m_->parties.size()};
    find(those);
    return those[firm.index()];
  }
  /// Both parts are passed on in a ring of the same firms, of which this is the first.
  constexpr bool share_ring(part_id p, part_id q, party_id first) {
    auto const x = ring_of(p, first);
    return x != 0 && x == ring_of(q, first);
  }
  /// Who performs the part, or sells it, rests on that, and nobody provides it.
  constexpr bool lacks(part_id p, capability_id what) const {
    for (auto outer = p; outer; outer = outer_of(*m_, outer))
      for (auto const& [about, on, debtor] : lacking_(outer, what))
        if (is_sellers(*m_, debtor) || same_firm(*m_, debtor, m_->parts[p].performer)) return true;
    return false;
  }

 private:
  struct ring {
    party_id first = {};
    std::size_t set = 0;  ///< one number for the same firms
  };
  struct some_rings {
    std::size_t begin = 0, end = 0;
    bool is_known = false;
  };

  constexpr void find_reached_firms(part_id p, flags& those) const {
    scratch<party_id> open{m_->parties.size()};
    std::size_t opened = 0;
    open[opened++] = m_->seller;
    those[m_->seller.index()] = true;
    while (opened > 0) {
      auto const from = open[--opened];
      for (auto outer = p; outer; outer = outer_of(*m_, outer))
        for (auto const& [part, creditor, debtor] : hops_(outer, from)) {
          if (those[debtor.index()]) continue;
          those[debtor.index()] = true;
          open[opened++] = debtor;
        }
    }
  }

  /// The number of its firms; 0 where that is the first of none.
  constexpr std::size_t ring_of(part_id p, party_id first) {
    auto const like = ring_hops_.like(p);
    if (!like) return 0;
    auto& of = rings_[like.index()];
    if (!of.is_known) {
      of = {all_.size(), 0, true};
      auto const here = ring_hops_.of(like);
      here.for_each_cycle([&](std::size_t leader) {
        all_.push_back({ring_hops_.firm(leader), sets_.number(here, leader)});
      });
      of.end = all_.size();
    }
    auto begin = of.begin, end = of.end;  // by their first firms
    while (begin < end) {
      auto const middle = begin + (end - begin) / 2;
      if (all_[middle].first == first) return all_[middle].set;
      if (all_[middle].first < first)
        begin = middle + 1;
      else
        end = middle;
    }
    return 0;
  }

  model_view const* m_;
  rows_by_pair<part_id, party_id, party_id> hops_;  // part, creditor, debtor
  components of_anything_;
  ring_hops ring_hops_;
  known_sets sets_;
  scratch<some_rings> rings_;  // of each part on which there are hops of rings
  growing<ring> all_;
  kept_sets reached_;  // of each part, the firms
  flags provided_;
  rows_by_pair<part_id, capability_id, party_id> lacking_;
};

}  // namespace lupaus::inline v0::detail
