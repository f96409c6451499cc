// SPDX-License-Identifier: BSL-1.0
//
// What the checks ask of a model again and again, read off once and kept as masks: who is of one
// firm, what lies within what, who has contracted whom, who reaches whom, what waits for what.
#pragma once

#include "lupaus/check/accountability.hpp"
#include "lupaus/check/delegation.hpp"
#include "lupaus/check/handoff.hpp"
#include "lupaus/check/waits.hpp"
#include "lupaus/screen/bits.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lupaus::inline v0::detail {

/// The masks of a model of at most 64 parts and 64 parties. Keeps its memory from one model to the
/// next. Firms go by the index of their party; a department, by the seller's.
class masks {
 public:
  static constexpr std::size_t nobody = mask_size;

  static bool fits(model_view const& m) {
    return m.parts.size() <= mask_size && m.parties.size() <= mask_size;
  }

  /// Reads the model. Precondition: `fits(m)`. O(elements + parts · depth).
  void read(model_view const& m) {
    read_parties(m);
    read_parts(m);
    read_commitments(m);
    read_rest(m);
  }

  std::size_t firm(party_id p) const { return p ? firm_[p.index()] : nobody; }
  bool is_sellers(party_id p) const { return firm(p) == seller; }
  std::size_t performer(std::size_t part) const { return performer_[part]; }
  /// The part and all that holds it.
  mask around(part_id p) const { return around_[p.index()]; }
  bool is_within(part_id p, part_id outer) const { return has(around_[p.index()], outer.index()); }

  /// The first commitment of the seller to the customer that is about the part and has a quality;
  /// then the next. In order.
  std::uint16_t first_backing(std::size_t part) const { return first_backing_[part]; }
  std::uint16_t next_backing(std::size_t commitment) const { return next_backing_[commitment]; }

  /// True when one of the two firms has contracted the other.
  bool have_contract(std::size_t a, std::size_t b) const {
    if ((a == customer && b == seller) || (b == customer && a == seller)) return true;
    return has(contracts_[a], b);
  }
  /// The firms to which work on the leaf part is passed on, from the seller on.
  mask reached_for(model_view const& m, part_id p) const {
    if (!has_hops_apart) return reached_for_whole;
    mask_graph hops{};
    for (auto const& c : m.commitments)
      if (is_hop(m, c, p)) hops[firm(c.creditor)] |= bit(firm(c.debtor));
    return reached_from(hops, bit(seller));
  }
  /// The parts about which the firm has a commitment to the customer, or to a firm under the
  /// seller's contracts, that names no other event than their completion.
  mask committed(std::size_t firm) const { return committed_[firm]; }
  mask committed_exactly(std::size_t firm) const { return committed_exactly_[firm]; }
  bool has_commitment(std::size_t firm) const { return has(committed_firms_, firm); }

  std::size_t seller = 0, customer = 0;
  mask leaves = 0;
  bool some_answerable = false;  ///< a part was declared somebody's
  bool some_lack_mandate = false;
  bool has_hops_apart = false;  ///< some work is passed on for single parts only
  bool delegates_in_circles = false;
  bool may_wait_in_circles = false;
  bool is_in_impossible_order = false;
  bool may_conflict = false;  ///< an incentive, or a quality whose bounds exclude each other
  bool may_split = false;     ///< somebody besides the seller commits to the customer
  mask reached_for_whole = 0;
  mask_graph before = {};    ///< of each part, what comes right before it
  mask_graph channels = {};  ///< who can reach whom, by firms

 private:
  void read_parties(model_view const& m) {
    seller = m.seller.index();
    customer = m.customer.index();
    for (std::size_t i = 0; i < m.parties.size(); ++i) {
      firm_[i] =
          static_cast<std::uint8_t>(m.parties[party_id{i}].is == role::department ? seller : i);
      contracts_[i] = hops_[i] = chain_[i] = channels[i] = 0;
      committed_[i] = committed_exactly_[i] = 0;
    }
    some_lack_mandate = false;
    for (auto const& c : m.claims) some_lack_mandate |= !m.parties[c.claimant].has_mandate;
  }

  void read_parts(model_view const& m) {
    leaves = 0;
    some_answerable = false;
    for (std::size_t i = 0; i < m.parts.size(); ++i) {
      auto const& p = m.parts[part_id{i}];
      auto around = bit(i);
      for (auto q = p.within; q; q = m.parts[q].within) around |= bit(q.index());
      around_[i] = around;
      performer_[i] = static_cast<std::uint8_t>(firm(p.performer));
      if (is_leaf(p)) leaves |= bit(i);
      some_answerable |= static_cast<bool>(p.answerable);
      before[i] = waits_[i] = 0;
      first_backing_[i] = last_backing_[i] = commitment_id::none;
    }
    for (auto const& x : m.precedences) before[x.after.index()] |= bit(x.before.index());
    is_in_impossible_order = !is_acyclic(before, leaves);
  }

  void read_commitments(model_view const& m) {
    auto const n = m.commitments.size();
    if (next_backing_.size() < n) next_backing_.resize(n);
    owed_to_firms_.clear();
    has_hops_apart = may_conflict = may_split = may_wait_in_circles = false;
    committed_firms_ = 0;
    for (std::size_t i = 0; i < n; ++i) {
      auto const& c = m.commitments[commitment_id{i}];
      auto const debtor = firm(c.debtor), creditor = firm(c.creditor);
      auto const* quality = c.consequent.quality;
      may_conflict |= c.overrides || (quality && quality->compatible);
      if (c.antecedent || c.consequent.anchor) note_waits(m, c);
      if (c.creditor == m.customer) {
        if (c.overrides) continue;
        commit(m, c, debtor);
        if (debtor != seller) {
          may_split |= debtor != customer;
          continue;
        }
        if (!quality) continue;
        auto const about = c.about.index();
        auto const id = static_cast<std::uint16_t>(i);
        next_backing_[i] = commitment_id::none;
        if (first_backing_[about] == commitment_id::none)
          first_backing_[about] = id;
        else
          next_backing_[last_backing_[about]] = id;
        last_backing_[about] = id;
        continue;
      }
      contracts_[debtor] |= bit(creditor);
      contracts_[creditor] |= bit(debtor);
      if (c.overrides) continue;
      if (debtor == creditor || debtor == customer || creditor == customer) {
        owed_to_firms_.push_back(commitment_id{i});
        continue;
      }
      chain_[creditor] |= bit(debtor);
      owed_to_firms_.push_back(commitment_id{i});
      if (!is_work(c)) continue;
      hops_[creditor] |= bit(debtor);
      has_hops_apart |= c.about != whole || c.brings_about;
    }
    reached_for_whole = reached_from(hops_, bit(seller));
    auto const chain = reached_from(chain_, bit(seller));
    for (auto const i : owed_to_firms_) {
      auto const& c = m.commitments[i];
      if (has(chain, firm(c.creditor))) commit(m, c, firm(c.debtor));
    }
    mask parties = 0;
    for (std::size_t i = 0; i < m.parties.size(); ++i)
      if (hops_[i]) parties |= bit(i);
    delegates_in_circles = !is_acyclic(hops_, parties);
  }

  void commit(model_view const& m, commitment const& c, std::size_t debtor) {
    committed_firms_ |= bit(debtor);
    if (!c.brings_about) {
      committed_[debtor] |= bit(c.about.index());
      return;
    }
    auto const& e = m.events[c.brings_about];
    if (e.kind == event_kind::completed && has(around_[e.of.index()], c.about.index()))
      committed_exactly_[debtor] |= bit(e.of.index());
  }

  // A cycle of waits runs over parts that wait for each other, or within one part.
  void wait(std::size_t x, std::size_t y) {
    waits_[x] |= bit(y);
    may_wait_in_circles |= x == y;
  }

  void note_waits(model_view const& m, commitment const& c) {
    if (!has_waits(c)) return;
    auto const x = c.brings_about ? m.events[c.brings_about].of : c.about;
    for (auto const y : {c.antecedent, c.consequent.anchor})
      if (y && y != ordering) wait(x.index(), m.events[y].of.index());
  }

  void read_rest(model_view const& m) {
    for (auto const& x : m.precedences) waits_[x.after.index()] |= bit(x.before.index());
    for (auto const& t : m.transitions) {
      if (!t.from || t.from == ordering) continue;
      auto const x = m.events[t.to].of, y = m.events[t.from].of;
      if (x != y)
        wait(x.index(), y.index());
      else
        may_wait_in_circles |= t.from.index() >= t.to.index();
    }
    for (auto const& r : m.rules)
      if (r.gate && r.object) wait(r.object.index(), m.events[r.gate].of.index());
    mask parts = 0;
    for (std::size_t i = 0; i < m.parts.size(); ++i)
      if (waits_[i]) parts |= bit(i);
    may_wait_in_circles = may_wait_in_circles || !is_acyclic(waits_, parts);

    auto const join = [&](party_id a, party_id b) {
      auto const x = firm(a), y = firm(b);
      if (x == nobody || y == nobody || x == y) return;
      channels[x] |= bit(y);
      channels[y] |= bit(x);
    };
    for (auto const& c : m.channels) join(c.a, c.b);
    for (auto const& x : m.notices) join(x.from, x.to);
    for (auto const& c : m.coordinations) {
      join(c.owner, m.parts[c.before].performer);
      join(c.owner, m.parts[c.after].performer);
    }
  }

  std::array<std::uint8_t, mask_size> firm_ = {}, performer_ = {};
  std::array<mask, mask_size> around_ = {}, committed_ = {}, committed_exactly_ = {};
  std::array<std::uint16_t, mask_size> first_backing_ = {}, last_backing_ = {};
  std::vector<std::uint16_t> next_backing_;
  std::vector<commitment_id> owed_to_firms_;
  mask_graph contracts_ = {}, hops_ = {}, chain_ = {}, waits_ = {};
  mask committed_firms_ = 0;
};

}  // namespace lupaus::inline v0::detail
