// SPDX-License-Identifier: BSL-1.0
//
// fulfilment / delivery over masks: for each check, what finds the same in less time, or tells that
// there is nothing to find.
#pragma once

#include "lupaus/check/gaps/delivery/coordination.hpp"
#include "lupaus/check/gaps/delivery/duties.hpp"
#include "lupaus/check/gaps/delivery/impossible_order.hpp"
#include "lupaus/check/gaps/delivery/late_by_design.hpp"
#include "lupaus/check/gaps/delivery/performance.hpp"
#include "lupaus/check/gaps/delivery/uninsured_leg.hpp"
#include "lupaus/check/gaps/delivery/weaker_subcontract.hpp"
#include "lupaus/check/gaps/recovery/surviving_subcontract.hpp"
#include "lupaus/screen/screened.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lupaus::inline v0::detail {

class delivery_screen {
 public:
  void begin() { has_handoffs_ = false; }

  template <class Sink>
  void find(checks::impossible_order_fn const& check, screened& s, Sink&& sink) {
    if (s.in.is_in_impossible_order()) check(*s.m, sink);
  }
  template <class Sink>
  void find(checks::cyclic_delegation_fn const& check, screened& s, Sink&& sink) {
    if (!s.in.delegates_in_circles()) return;
    if (s.in.has_hops_apart()) return check(*s.m, sink);
    if (s.in.leaves() == 0) return;
    part_id const first{static_cast<std::size_t>(std::countr_zero(s.in.leaves()))};
    mask told = 0;
    for (std::size_t i = 0; i < s.d.party_count; ++i) {
      if (has(told, i)) continue;
      auto const ring = ring_of(s, i);
      told |= ring;
      auto const others = ring & ~bit(i);
      if (others == 0) continue;  // no firm contracts itself
      sink(finding{.what = &gaps::cyclic_delegation,
                   .where = party_id{i},
                   .other = party_id{static_cast<std::size_t>(std::countr_zero(others))},
                   .part = first,
                   .accountable = party_id{s.d.seller},
                   .performing = party_id{i}});
    }
  }
  template <class Sink>
  void find(checks::missing_enabler_fn const& check, screened& s, Sink&& sink) {
    if (s.d.has(digest_row::some_requirements)) check(*s.m, sink);
  }
  template <class Sink>
  void find(checks::unperformed_commitment_fn const& check, screened& s, Sink&& sink) {
    if (s.d.has(digest_row::some_requirements) || s.d.has(digest_row::some_answerable))
      return check(*s.m, sink);
    for_each_bit(s.in.leaves(), [&](std::size_t i) {
      auto const who = s.in.performer(i);
      if (who == s.d.seller || (who != masks::nobody && has(s.in.reached_for(i), who))) return;
      sink(finding{.what = &gaps::unperformed_commitment,
                   .where = part_id{i},
                   .part = part_id{i},
                   .accountable = party_id{s.d.seller},
                   .performing = party_at(s.d.parts[i].performer)});
    });
  }

  /// Where nobody to whom work is passed on owes anything of the quality, and all work is passed on
  /// for all parts, the weak link is the first on the way.
  template <class Sink>
  void find(checks::weaker_subcontract_fn const& check, screened& s, Sink&& sink) {
    std::uint64_t passed_on = 0, owed = 0;  // qualities, folded
    auto const fold = [](std::uint8_t quality) { return bit(quality % mask_size); };
    for (std::size_t i = 0; i < s.d.contracts.size(); ++i)
      if (auto const c = s.d.contracts[i];
          (c.flags & digest_row::contract::is_work) != 0 && c.quality != digest_row::none)
        passed_on |= fold(c.quality);
    for (std::size_t i = 0; passed_on != 0 && i < s.d.committed.size(); ++i)
      if (auto const c = s.d.committed[i]; c.does_work()) owed |= fold(c.quality);
    if (s.in.has_hops_apart() || (passed_on & owed) != 0) return check(*s.m, sink);

    auto const passed_on_to = find_first_links(s);
    for (std::size_t i = 0; i < s.d.committed.size(); ++i) {
      auto const c = s.d.committed[i];
      if (!c.does_work()) continue;
      auto const weak = parts_of(s, c) & passed_on_to;
      if (weak == 0 || s.is_surpassed(i)) continue;
      auto const p = static_cast<std::size_t>(std::countr_zero(weak));
      sink(finding{.what = &gaps::weaker_subcontract,
                   .where = commitment_id{c.id},
                   .other = commitment_id{first_link_[s.in.performer(p)]},
                   .part = part_id{p},
                   .accountable = party_id{s.d.seller},
                   .performing = party_at(s.d.parts[p].performer)});
    }
  }
  template <class Sink>
  void find(checks::surviving_subcontract_fn const& check, screened& s, Sink&& sink) {
    if (s.d.has(digest_row::some_ends)) return check(*s.m, sink);
    for (std::size_t i = 0; i < s.d.party_count; ++i) told_[i] = 0;
    for (std::size_t i = 0; i < s.d.contracts.size(); ++i) {
      auto const c = s.d.contracts[i];
      auto& told = told_[s.in.firm(c.creditor)];
      if ((c.flags & digest_row::contract::is_contract) == 0 || has(told, s.in.firm(c.debtor)))
        continue;
      told |= bit(s.in.firm(c.debtor));
      sink(finding{.what = &gaps::surviving_subcontract,
                   .where = commitment_id{c.id},
                   .other = party_id{std::size_t{c.debtor}},
                   .part = part_id{std::size_t{c.about}},
                   .accountable = party_id{s.d.seller},
                   .performing = party_id{std::size_t{c.debtor}}});
    }
  }

  /// Where all deadlines claimed count from the order, one a claim, and all times go by the clock.
  template <class Sink>
  void find(checks::late_by_design_fn const& check, screened& s, Sink&& sink) {
    auto has_times = false;
    auto before = claim_id::none;
    for (std::size_t i = 0; i < s.d.claimed.size(); ++i)
      if (auto const t = s.d.claimed[i]; t.quality == s.d.deadline) {
        if (!t.tells_all() || t.id == before || (!has_times && !find_times(s)))
          return check(*s.m, sink);
        has_times = true;
        before = t.id;
      }
    for (std::size_t i = 0; has_times && i < s.d.claimed.size(); ++i) {
      auto const t = s.d.claimed[i];
      if (t.quality != s.d.deadline) continue;
      auto const [last, late_by] = lateness_of(s, t);
      if (late_by == 0) continue;
      sink(finding{.what = &gaps::late_by_design,
                   .where = claim_id{t.id},
                   .other = last,
                   .part = part_id{std::size_t{t.about()}},
                   .accountable = party_id{s.d.seller},
                   .performing = party_at(s.d.parts[t.about()].performer),
                   .late_by = late_by});
    }
  }
  template <class Sink>
  void find(checks::unowned_handoff_fn const&, screened& s, Sink&& sink) {
    find_handoffs(s);
    for (auto const& h : handoffs_)
      if (s.d.coordinations.empty() || !is_owned(*s.m, h))
        sink(handoff_finding(gaps::unowned_handoff, *s.m, h));
  }
  template <class Sink>
  void find(checks::customer_in_the_middle_fn const&, screened& s, Sink&& sink) {
    if (are_all_in_company(s)) return;
    find_handoffs(s);
    mask known = 0;  // the firms whose company without her was found
    for (auto const& h : handoffs_) {
      auto const x = s.in.firm(to_byte(h.giver)), y = s.in.firm(to_byte(h.taker));
      if (x == s.d.customer || y == s.d.customer || has(s.d.channels[x], y)) continue;
      if (!has(known, x)) {
        auto const company = reached_over_channels(s, x, bit(s.d.customer));
        for_each_bit(company, [&](std::size_t i) { company_[i] = company; });
        known |= company;
      }
      if (!has(company_[x], y) && has(reached_over_channels(s, x, 0), y))
        sink(handoff_finding(gaps::customer_in_the_middle, *s.m, h));
    }
  }

  /// Only a condition that somebody need be committed to, of a part that nobody is able to do, is
  /// looked into.
  template <class Sink>
  void find(checks::dangling_antecedent_fn const& check, screened& s, Sink&& sink) {
    for (std::size_t i = 0; i < s.d.conditions.size(); ++i)
      if (s.d.conditions[i].can_dangle && !is_brought_about(s, s.d.conditions[i].on))
        return check(*s.m, sink);
  }
  template <class Sink>
  void find(checks::uninsured_leg_fn const& check, screened& s, Sink&& sink) {
    if (s.d.has(digest_row::some_goods)) check(*s.m, sink);
  }

 private:
  static std::uint8_t to_byte(party_id p) { return static_cast<std::uint8_t>(p.value); }

  /// The leaf parts that a commitment stands for.
  static mask parts_of(screened const& s, digest_row::term const& c) {
    if (has(s.in.leaves(), c.about())) return bit(c.about());
    if (!s.d.qualities[c.quality]->covers_parts) return 0;
    mask parts = 0;
    for_each_bit(s.in.leaves(), [&](std::size_t p) {
      if (has(s.in.around(p), c.about())) parts |= bit(p);
    });
    return parts;
  }

  /// The firms that pass work on to each other, by way of whomever, this one among them.
  static mask ring_of(screened const& s, std::size_t firm) {
    mask ring = bit(firm);
    for_each_bit(reached_from(s.in.hops(), bit(firm)) & ~bit(firm), [&](std::size_t other) {
      if (has(reached_from(s.in.hops(), bit(other)), firm)) ring |= bit(other);
    });
    return ring;
  }

  /// For every firm to which work is passed on, the first contract of the seller on the way there.
  /// Gives the parts that such firms perform. O(contracts · firms) at worst.
  mask find_first_links(screened const& s) {
    auto const& d = s.d;
    constexpr auto none = commitment_id::none;
    for (std::size_t i = 0; i < d.party_count; ++i) first_link_[i] = none;
    for (std::size_t i = 0; i < d.contracts.size(); ++i) {
      auto const c = d.contracts[i];
      auto const to = s.in.firm(c.debtor);
      if ((c.flags & digest_row::contract::is_work) == 0 || s.in.firm(c.creditor) != d.seller ||
          first_link_[to] != none)
        continue;
      for_each_bit(reached_from(s.in.hops(), bit(to)), [&](std::size_t firm) {
        if (first_link_[firm] == none) first_link_[firm] = c.id;
      });
    }
    mask parts = 0;
    for_each_bit(s.in.leaves(), [&](std::size_t p) {
      auto const who = s.in.performer(p);
      if (who != d.seller && who != masks::nobody && first_link_[who] != none) parts |= bit(p);
    });
    return parts;
  }

  /// True when all who may have to coordinate reach each other without the customer.
  static bool are_all_in_company(screened const& s) {
    auto all = s.in.performers();
    for (std::size_t i = 0; i < s.d.needs.size(); ++i)
      for (auto const party : {s.d.needs[i].c, s.d.needs[i].d})
        if (party != digest_row::none) all |= bit(s.in.firm(party));
    all &= ~bit(s.d.customer);
    if (all == 0) return true;
    auto const first = static_cast<std::size_t>(std::countr_zero(all));
    return (all & ~reached_over_channels(s, first, bit(s.d.customer))) == 0;
  }

  static mask reached_over_channels(screened const& s, std::size_t from, mask past) {
    auto seen = bit(from);
    for (auto open = seen; open != 0;) {
      mask next = 0;
      for_each_bit(open, [&](std::size_t i) { next |= s.d.channels[i]; });
      open = next & ~seen & ~past;
      seen |= open;
    }
    return seen;
  }

  void find_handoffs(screened const& s) {
    if (has_handoffs_) return;
    has_handoffs_ = true;
    handoffs_.clear();
    needs_.clear();
    auto const& d = s.d;
    auto const by = [&](std::size_t part) { return party_at(d.parts[part].performer); };
    for (std::size_t i = 0; i < d.parts.size(); ++i)
      for_each_bit(s.in.handed_over_after(i), [&](std::size_t k) {
        handoffs_.push_back({part_id{i}, part_id{k}, by(i), by(k)});
      });
    auto const from_product = handoffs_.size();
    for (std::size_t i = 0; i < d.needs.size(); ++i) {
      auto const n = d.needs[i];
      auto const h = n.a != digest_row::none ? handoff{part_at(n.a), part_at(n.b), by(n.a), by(n.b)}
                                             : handoff{{}, {}, party_at(n.c), party_at(n.d)};
      auto said = false;
      for (auto const& known : needs_) said = said || known == h;
      needs_.push_back(h);
      if (said || !h.giver || !h.taker ||
          s.in.firm(to_byte(h.giver)) == s.in.firm(to_byte(h.taker)))
        continue;
      for (std::size_t k = 0; h.before && k < from_product; ++k)
        said = said || (handoffs_[k].before == h.before && handoffs_[k].after == h.after);
      if (!said) handoffs_.push_back(h);
    }
  }

  static bool is_brought_about(screened const& s, std::uint16_t on) {
    auto const e = s.d.events[on];
    auto const kind = static_cast<event_kind>(e.kind);
    if (is_of_order(kind) || is_failure(kind)) return true;  // nobody need be committed to it
    if (kind != event_kind::completed && kind != event_kind::started) return false;
    return (s.d.parts[e.of].flags & digest_row::part::is_able) != 0 ||
           s.in.performer(e.of) == s.d.seller;
  }

  struct lateness_by_clock {
    part_id last;
    seconds_t by = 0;
  };
  lateness_by_clock lateness_of(screened const& s, digest_row::term const& t) const {
    lateness_by_clock l;
    for_each_bit(s.in.leaves(), [&](std::size_t p) {
      if (ends_[p] - t.amount() > l.by && has(s.in.around(p), t.about()))
        l = {part_id{p}, ends_[p] - t.amount()};
    });
    return l;
  }

  /// When each leaf part ends, in seconds; false when that is not all there is to say.
  bool find_times(screened const& s) {
    if (s.in.is_in_impossible_order() || !s.d.has(digest_row::all_lead_times_known)) return false;
    for (auto left = s.in.leaves(); left != 0;)
      for_each_bit(left, [&](std::size_t p) {
        auto const earlier = s.in.before(p);
        if (earlier & left) return;
        std::int64_t begins = 0;
        for_each_bit(earlier,
                     [&](std::size_t q) { begins = ends_[q] > begins ? ends_[q] : begins; });
        ends_[p] = begins + s.d.lead_times[p];
        left &= ~bit(p);
      });
    return true;
  }

  bool has_handoffs_ = false;
  std::vector<handoff> handoffs_, needs_;
  std::array<std::uint16_t, mask_size> first_link_ = {};
  std::array<mask, mask_size> told_ = {}, company_ = {};
  std::array<std::int64_t, mask_size> ends_ = {};
};

}  // namespace lupaus::inline v0::detail
