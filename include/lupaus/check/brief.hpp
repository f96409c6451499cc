// SPDX-License-Identifier: BSL-1.0
//
// Evidence off the digest of a model: of the gaps of which a catalogue has many, the same as over
// the columns, in the same order, in a fraction of the time.
#pragma once

#include "lupaus/detail/bit_set.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/model/digest.hpp"
#include "lupaus/model/element.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lupaus::inline v0::detail {

/// Appends `id_of(i)` for every i < n for which `is(i)`. Writes them all and keeps those, for which
/// ones cannot be foretold, least of all by a processor.
template <class Is, class IdOf>
void append_if(std::vector<element>& seen, std::size_t n, Is is, IdOf id_of) {
  auto const first = seen.size();
  seen.resize(first + n);
  auto* at = seen.data() + first;
  for (std::size_t i = 0; i < n; ++i) {
    *at = id_of(i);
    at += is(i) ? 1 : 0;
  }
  seen.resize(static_cast<std::size_t>(at - seen.data()));
}

/// A model, by its digest. Precondition: it has one.
class brief {
 public:
  explicit brief(model_view const& m) : m_{&m}, d_{m.digest} {}

  party_id performer_of(part_id p) const {
    return party_id{std::size_t{d_.parts[p.index()].performer}};
  }

  /// Appends what the firm of a party owes to anybody but the customer.
  void add_contracts_of(party_id debtor, std::vector<element>& seen) const {
    auto const who = firm_of(debtor);
    add_contracts(seen, [&](digest_row::contract const& c) {
      return firm_of(c.debtor) == who && c.creditor != d_.customer;
    });
  }
  /// Appends the contracts between the two firms of one.
  void add_contracts_beside(commitment_id contract, std::vector<element>& seen) const {
    auto debtor = digest_row::none, creditor = digest_row::none;
    for (std::size_t i = 0; i < d_.contracts.size(); ++i)
      if (auto const c = d_.contracts[i]; c.id == contract.value)
        debtor = firm_of(c.debtor), creditor = firm_of(c.creditor);
    add_contracts(seen, [&](digest_row::contract const& c) {
      return (c.flags & digest_row::contract::is_contract) != 0 && firm_of(c.debtor) == debtor &&
             firm_of(c.creditor) == creditor;
    });
  }
  /// Appends what passes work on the leaf part on, but for one.
  void add_hops(part_id p, element but_for, std::vector<element>& seen) const {
    using row = digest_row::contract;
    auto const around = around_of(p.index());
    add_contracts(seen, [&](row const& c) {
      return (c.flags & row::is_work) != 0 && has(around, c.about) && c.id != but_for.index &&
             ((c.flags & row::brings_about) == 0 || c.completes == p.index());
    });
  }

  /// Appends the duties of the firm of a party that depend on the event.
  void add_dependent(event_id e, party_id party, std::vector<element>& seen) const {
    auto const firm = firm_of(party);
    for (std::size_t i = 0; i < d_.conditions.size(); ++i)
      if (auto const c = d_.conditions[i]; c.on == e.value && firm_of(c.debtor) == firm)
        seen.push_back(commitment_id{std::size_t{c.commitment}});
    for (std::size_t i = 0; i < d_.rules.size(); ++i) {
      auto const r = d_.rules[i];
      if (r.on == e.value && firm_of(r.debtor) == firm) seen.push_back(rule_id{i});
      if (r.gate == e.value && firm_of(r.debtor) == firm) seen.push_back(rule_id{i});
    }
    for (std::size_t i = 0; i < d_.notices.size(); ++i)
      if (auto const n = d_.notices[i]; n.of == e.value && firm_of(n.from) == firm)
        seen.push_back(notice_id{i});
    for (std::size_t i = 0; i < d_.coordinations.size(); ++i)
      if (auto const c = d_.coordinations[i];
          d_.parts[c.b].completion == e.value && firm_of(c.a) == firm)
        seen.push_back(coordination_id{i});
  }

  /// Appends who is left untold of a failure. Precondition: the model has no notices and
  /// no coordinations, so that everybody knows what he sees and no more.
  void add_untold(event_id failure, std::vector<element>& seen) const {
    auto const e = d_.events[failure.index()];
    auto asked = witnesses_of(e);
    // That nothing is completed in time is seen by whoever would see it completed.
    if (static_cast<event_kind>(e.kind) == event_kind::late)
      if (auto const done = d_.parts[e.of].completion; done != event_id::none)
        asked |= witnesses_of(d_.events[done]);
    auto const ask = [&](std::size_t firm) {
      if (!has(asked, firm)) seen.push_back(party_id{firm});
      asked |= bit(firm);
    };
    ask(d_.customer);
    for_each_bit(later_than(e.of), [&](std::size_t p) {
      if (auto const who = d_.parts[p].performer; who != digest_row::none) ask(firm_of(who));
    });
  }

  /// The failure that the rule is a remedy for. Precondition: there is one.
  event_id failure_of(rule_id i) const {
    auto const on = d_.rules[i.index()].on;
    auto const e = d_.events[on];
    return event_id{
        std::size_t{static_cast<event_kind>(e.kind) == event_kind::reported ? e.subject : on}};
  }
  /// The parts of which a commitment is breached by a failure: the one that fails, the goods that
  /// it carries or that change hands in its life, and what holds them.
  mask breached_by(event_id failure) const {
    auto const failed = d_.events[failure.index()].of;
    auto breached = around_of(failed);
    if (!d_.has(digest_row::some_goods)) return breached;
    if (auto const good = d_.parts[failed].carries; good != digest_row::none)
      breached |= around_of(good);
    for (std::size_t i = 0; i < d_.events.size(); ++i)
      if (auto const e = d_.events[i]; e.of == failed && e.good != digest_row::none)
        breached |= around_of(e.good);
    return breached;
  }

  /// True when a commitment may override others.
  bool has_incentives() const { return d_.has(digest_row::some_exclude); }

  /// True when no rule lets her out, or refuses to.
  bool is_without_exit() const {
    auto some_do = false;
    for (std::size_t i = 0; i < d_.rules.size(); ++i) {
      auto const action = static_cast<action_kind>(d_.rules[i].action_and_flags / 4);
      some_do |= d_.rules[i].creditor == d_.customer &&
                 (action == action_kind::refuse || action == action_kind::accept ||
                  action == action_kind::refund);
    }
    return !some_do;
  }
  /// True when the model has so few events that they make a mask.
  bool has_few_events() const { return d_.events.size() <= mask_size; }
  /// Appends the situations of a part before possession or performance.
  /// Precondition: `has_few_events()`.
  void add_life(part_id p, std::vector<element>& seen) const {
    mask here = bit(ordering.index());  // from it the part begins
    for (mask before = 0, left = here; before != here && left != 0;) {
      before = here;
      left = 0;
      for (auto const& t : m_->transitions) {
        auto const to = d_.events[t.to.index()];
        auto const one = mask{to.of == p.index() && !is_over(to)} << t.to.index();
        (has(here, t.from.index()) ? here : left) |= one;
      }
      left &= ~here;
    }
    seen.push_back(p);
    for_each_bit(here & ~bit(ordering.index()),
                 [&](std::size_t e) { seen.push_back(event_id{e}); });
  }

 private:
  /// Appends those of all commitments, but those of the seller to the customer, for which
  /// `is(row)`.
  template <class Is>
  void add_contracts(std::vector<element>& seen, Is is) const {
    append_if(
        seen, d_.contracts.size(), [&](std::size_t i) { return is(d_.contracts[i]); },
        [&](std::size_t i) { return commitment_id{std::size_t{d_.contracts[i].id}}; });
  }
  std::uint8_t firm_of(std::uint8_t party) const {
    return party < mask_size && has(d_.departments, party) ? static_cast<std::uint8_t>(d_.seller)
                                                           : party;
  }
  /// Precondition: there is one.
  std::uint8_t firm_of(party_id p) const { return firm_of(static_cast<std::uint8_t>(p.value)); }
  mask around_of(std::size_t part) const {
    auto around = bit(part);
    for (auto p = d_.parts[part].within; p != digest_row::none; p = d_.parts[p].within)
      around |= bit(p);
    return around;
  }
  mask witnesses_of(digest_row::event const& e) const {
    mask firms = 0;
    for (auto const who : {e.holder, e.actor})
      if (who != digest_row::none) firms |= bit(firm_of(who));
    return firms;
  }
  mask later_than(std::size_t part) const {
    mask later = 0;
    for (auto open = d_.after[part]; open != 0;) {
      later |= open;
      mask next = 0;
      for_each_bit(open, [&](std::size_t p) { next |= d_.after[p]; });
      open = next & ~later;
    }
    return later & ~bit(part);
  }
  /// Completed, or handed to her, or back with the seller.
  bool is_over(digest_row::event const& e) const {
    auto const kind = static_cast<event_kind>(e.kind);
    if (kind == event_kind::completed) return true;
    if (e.good == digest_row::none || e.holder == digest_row::none) return false;
    return e.holder == d_.customer ||
           (firm_of(e.holder) == d_.seller && kind != event_kind::started);
  }

  model_view const* m_;
  digest d_;
};

}  // namespace lupaus::inline v0::detail
