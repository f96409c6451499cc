// SPDX-License-Identifier: BSL-1.0
//
// What the checks ask of a model again and again, read off its digest once and kept as masks: who
// is of one firm, what lies within what, who has contracted whom, who reaches whom, what waits for
// what.
#pragma once

#include "lupaus/detail/bit_set.hpp"
#include "lupaus/model/digest.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0::detail {

/// The masks of a model that has a digest. Firms go by the index of their party; a department, by
/// the seller's.
class masks {
 public:
  static constexpr std::size_t nobody = mask_size;

  /// Reads the digest, which must outlive this. O(parts · depth + precedences + contracts).
  void read(digest const& d) {
    d_ = &d;
    read_parts();
    read_contracts();
  }

  std::size_t firm(std::uint8_t party) const {
    if (party == digest_row::none) return nobody;
    return has(d_->departments, party) ? d_->seller : party;
  }
  std::size_t performer(std::size_t part) const { return performer_[part]; }
  /// The part and all that holds it.
  mask around(std::size_t part) const { return around_[part]; }
  /// What comes right before a part.
  mask before(std::size_t part) const { return before_[part]; }
  mask leaves() const { return leaves_; }
  /// The firms that perform any part.
  mask performers() const { return performers_; }

  /// The parts that come right after a part, and are performed by another firm, when neither of the
  /// two has contracted the other.
  mask handed_over_after(std::size_t part) const {
    auto const who = performer_[part];
    if (who == nobody) return 0;
    auto strangers = d_->after[part] & performed_;
    for_each_bit(joined_[who] | bit(who), [&](std::size_t firm) { strangers &= ~performs_[firm]; });
    return strangers;
  }
  /// True when the first firm owes the second anything at all, besides what the seller owes her.
  bool owes(std::size_t debtor, std::size_t creditor) const { return has(owed_[debtor], creditor); }
  /// All who have a contract with anybody but the customer.
  mask contractors() const { return contractors_; }

  /// The firms to which the work on a leaf part is passed on, from the seller on.
  mask reached_for(std::size_t part) const {
    if (!has_hops_apart_) return reached_;
    mask_graph hops{};
    for (std::size_t i = 0; i < d_->contracts.size(); ++i)
      if (auto const c = d_->contracts[i]; is_hop_for(c, part))
        hops[firm(c.creditor)] |= bit(firm(c.debtor));
    return reached_from(hops, bit(d_->seller));
  }
  /// Some work is passed on for single parts only.
  bool has_hops_apart() const { return has_hops_apart_; }
  /// Who passes work on to whom, where none is passed on for single parts.
  mask_graph const& hops() const { return hops_; }
  bool delegates_in_circles() const { return !is_acyclic(hops_, passing_on_); }

  bool is_in_impossible_order() const { return is_in_impossible_order_; }
  bool may_wait_in_circles() const {
    if (!d_->has(digest_row::lives_go_on)) return true;
    if (d_->waits.empty()) return is_in_impossible_order_;
    auto waits = before_;
    for (std::size_t i = 0; i < d_->waits.size(); ++i) {
      auto const w = d_->waits[i];
      if (w.a == w.b) return true;
      waits[w.a] |= bit(w.b);
    }
    return !is_acyclic(waits, all_parts());
  }
  mask all_parts() const { return up_to(d_->parts.size()); }

  /// True when the firm has a commitment to the customer, or to a firm under the seller's
  /// contracts, on the part: on it or on what holds it, naming no other event than its completion.
  bool has_committed(std::size_t who, std::size_t part) const {
    return (around_[part] & committed_[who]) != 0 || has(committed_exactly_[who], part);
  }
  bool has_commitment(std::size_t who) const { return has(committed_firms_, who); }

 private:
  static mask up_to(std::size_t n) { return n == mask_size ? ~mask{0} : bit(n) - 1; }

  void read_parts() {
    leaves_ = 0;
    performed_ = performers_ = 0;
    for (std::size_t i = 0; i < d_->party_count; ++i) performs_[i] = 0;
    auto const n = d_->parts.size();
    for (std::size_t i = 0; i < n; ++i) {
      auto const p = d_->parts[i];
      auto around = bit(i);
      for (auto q = p.within; q != digest_row::none; q = d_->parts[q].within) around |= bit(q);
      around_[i] = around;
      performer_[i] = static_cast<std::uint8_t>(firm(p.performer));
      if (p.performer != digest_row::none) {
        performed_ |= bit(i);
        performers_ |= bit(performer_[i]);
        performs_[performer_[i]] |= bit(i);
      }
      if (p.flags & digest_row::part::is_leaf) leaves_ |= bit(i);
      before_[i] = 0;
    }
    for (std::size_t i = 0; i < n; ++i)
      for_each_bit(d_->after[i], [&](std::size_t later) { before_[later] |= bit(i); });
    is_in_impossible_order_ = !is_acyclic(before_, leaves_);
  }

  void read_contracts() {
    using row = digest_row::contract;
    for (std::size_t i = 0; i < d_->party_count; ++i)
      joined_[i] = owed_[i] = hops_[i] = chain_[i] = committed_[i] = committed_exactly_[i] = 0;
    has_hops_apart_ = false;
    committed_firms_ = contractors_ = passing_on_ = 0;
    auto const n = d_->contracts.size();
    for (std::size_t i = 0; i < n; ++i) {
      auto const c = d_->contracts[i];
      auto const debtor = firm(c.debtor), creditor = firm(c.creditor);
      if ((c.flags & row::overrides) == 0) owed_[debtor] |= bit(creditor);
      if (c.creditor != d_->customer) {
        joined_[debtor] |= bit(creditor);
        joined_[creditor] |= bit(debtor);
        contractors_ |= bit(debtor) | bit(creditor);
      }
      if (c.flags & row::is_contract) chain_[creditor] |= bit(debtor);
      if ((c.flags & row::is_work) == 0) continue;
      hops_[creditor] |= bit(debtor);
      passing_on_ |= bit(creditor);
      has_hops_apart_ |= c.about != 0 || (c.flags & row::brings_about) != 0;
    }
    joined_[d_->seller] |= bit(d_->customer);  // by the order
    joined_[d_->customer] |= bit(d_->seller);
    reached_ = reached_from(hops_, bit(d_->seller));
    auto const chain = reached_from(chain_, bit(d_->seller));
    for (std::size_t i = 0; i < n; ++i) {
      auto const c = d_->contracts[i];
      if (c.flags & row::overrides) continue;
      if (c.creditor != d_->customer && !has(chain, firm(c.creditor))) continue;
      auto const who = firm(c.debtor);
      committed_firms_ |= bit(who);
      if ((c.flags & row::brings_about) == 0)
        committed_[who] |= bit(c.about);
      else if (c.completes != digest_row::none && has(around_[c.completes], c.about))
        committed_exactly_[who] |= bit(c.completes);
    }
  }

  bool is_hop_for(digest_row::contract const& c, std::size_t part) const {
    return (c.flags & digest_row::contract::is_work) != 0 && has(around_[part], c.about) &&
           ((c.flags & digest_row::contract::brings_about) == 0 || c.completes == part);
  }

  digest const* d_ = nullptr;
  std::array<std::uint8_t, mask_size> performer_ = {};
  std::array<mask, mask_size> around_ = {}, committed_ = {}, committed_exactly_ = {};
  mask_graph before_ = {}, joined_ = {}, owed_ = {}, hops_ = {}, chain_ = {};
  std::array<mask, mask_size> performs_ = {};  // of each firm, the parts
  mask leaves_ = 0, performed_ = 0, performers_ = 0, reached_ = 0, committed_firms_ = 0,
       contractors_ = 0, passing_on_ = 0;
  bool has_hops_apart_ = false, is_in_impossible_order_ = false;
};

}  // namespace lupaus::inline v0::detail
