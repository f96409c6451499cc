// SPDX-License-Identifier: BSL-1.0
//
// From what was written to a whole model: spells out precedence between leaf parts, finds who
// performs, gives every event its way to happen, and every promise to keep informed its notices.
//
// One body for both forms: `Columns` are vectors at run time, and fixed arrays in a constant
// expression. Idempotent.
#pragma once

#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/detail/sparse_set.hpp"
#include "lupaus/model/builder/carriage_legs.hpp"
#include "lupaus/model/builder/in_house_work.hpp"
#include "lupaus/model/builder/ways.hpp"
#include "lupaus/model/terms/qualities.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0::detail {

template <class Columns>
class derivation {
 public:
  constexpr explicit derivation(Columns& c) : c_{c} {}

  /// False when a table would grow beyond what an id can count. O(n log n) in all that follows.
  constexpr bool run() {
    expand_precedences();
    find_performers();
    fill_lives();
    spell_out_notices();
    return fits_;
  }

  /// The first of these alone: precedence between leaf parts, sorted, each once.
  constexpr void expand_precedences() {
    auto const n = c_.precedences.size();
    auto all_leaves = true;
    for (std::size_t i = 0; i < n; ++i)
      all_leaves = all_leaves && is_leaf(at(c_.precedences[i].before)) &&
                   is_leaf(at(c_.precedences[i].after));
    if (!all_leaves) expand_composites();
    sort_precedences();
  }

 private:
  constexpr part& at(part_id p) { return c_.parts[p.index()]; }
  constexpr event& at(event_id e) { return c_.events[e.index()]; }

  template <class T, class Column>
  constexpr void add(T const& value, Column& column) {
    fits_ = fits_ && column.size() < id<T>::limit;
    if (fits_) column.push_back(value);
  }

  // ---- precedence ----------------------------------------------------------------------------

  // What lies in what, and which of the parts in one composite follow, or precede, another of them.
  struct nesting {
    rows_by<part_id, part_id> children;
    flags has_next, has_last;
  };

  // The leaves that end (or begin) a part: its own, or those of the children that nothing follows
  // (or precedes) inside it; all of them, when the children form a cycle.
  constexpr void find_boundary(part_id p, nesting const& n, bool ends, sparse_set& leaves) const {
    if (is_leaf(c_.parts[p.index()])) {
      leaves.insert(p.index());
      return;
    }
    auto is_empty = true;
    for (auto only_outer : {true, false}) {
      if (!is_empty) break;
      for (auto const child : n.children[p]) {
        if (only_outer && (ends ? n.has_next : n.has_last)[child.index()]) continue;
        is_empty = false;
        find_boundary(child, n, ends, leaves);
      }
    }
  }

  constexpr void expand_composites() {
    auto const parts = c_.parts.size();
    scratch<precedence> written{c_.precedences.size()};
    nesting n{rows_by<part_id, part_id>{parts,
                                        [&](auto&& tell) {
                                          for (std::size_t i = 1; i < parts; ++i)
                                            if (auto const outer = c_.parts[i].within)
                                              tell(outer, part_id{i});
                                        }},
              flags{parts}, flags{parts}};
    for (std::size_t i = 0; i < written.size(); ++i) {
      auto const [before, after] = written[i] = c_.precedences[i];
      if (at(before).within != at(after).within) continue;
      n.has_next[before.index()] = true;
      n.has_last[after.index()] = true;
    }
    c_.precedences.clear();
    sparse_set first{parts}, then{parts};
    for (std::size_t i = 0; i < written.size(); ++i) {
      auto const [before, after] = written[i];
      if (is_leaf(at(before)) && is_leaf(at(after))) {
        add(written[i], c_.precedences);
        continue;
      }
      find_boundary(before, n, true, first);
      find_boundary(after, n, false, then);
      for (auto const a : first)
        for (auto const b : then) add(precedence{part_id{a}, part_id{b}}, c_.precedences);
      first.clear();
      then.clear();
    }
  }

  // By `before`, then by `after`, each once: two counting passes. O(precedences + parts).
  constexpr void sort_precedences() {
    auto const n = c_.precedences.size();
    scratch<precedence> sorted{n};
    for (auto key : {&precedence::after, &precedence::before}) {
      scratch<std::size_t> next{c_.parts.size() + 1};
      for (std::size_t i = 0; i < n; ++i) ++next[(c_.precedences[i].*key).index() + 1];
      for (std::size_t i = 0; i < c_.parts.size(); ++i) next[i + 1] += next[i];
      for (std::size_t i = 0; i < n; ++i)
        sorted[next[(c_.precedences[i].*key).index()]++] = c_.precedences[i];
      for (std::size_t i = 0; i < n; ++i) c_.precedences[i] = sorted[i];
    }
    c_.precedences.clear();
    for (std::size_t i = 0; i < n; ++i)
      if (i == 0 || !(sorted[i] == sorted[i - 1])) c_.precedences.push_back(sorted[i]);
  }

  // ---- performers ----------------------------------------------------------------------------

  constexpr party_id firm(party_id p) const {
    return p && c_.parties[p.index()].is == role::department ? c_.seller : p;
  }

  constexpr bool is_inside(part_id p, part_id outer) const {
    for (; p; p = c_.parts[p.index()].within)
      if (p == outer) return true;
    return false;
  }

  // Work that is passed on, by the part that it is on and the firm that it is owed to. No work is a
  // remedy on call, an incentive, what is done in person, or another event than the completion.
  using delegations = rows_by_pair<part_id, party_id, commitment_id>;
  template <class Tell>
  constexpr void tell_delegations(Tell&& tell) const {
    for (std::size_t i = 0; i < c_.commitments.size(); ++i) {
      auto const& c = c_.commitments[i];
      if (!is_work(c) || c.debtor == c_.customer || firm(c.creditor) == firm(c.debtor)) continue;
      auto on = c.about;
      if (c.brings_about) {
        auto const& e = c_.events[c.brings_about.index()];
        on = e.of;
        if (e.kind != event_kind::completed || !is_inside(on, c.about)) continue;
      }
      tell(on, firm(c.creditor), commitment_id{i});
    }
  }

  // The first commitment that passes the part on to another firm: one on exactly the part, else one
  // on what holds it.
  constexpr party_id next_firm(part_id p, party_id now, delegations const& work) const {
    commitment_id found;
    for (auto q = p; q; q = c_.parts[q.index()].within)
      for (auto const& w : work(q, now)) {
        auto const& c = c_.commitments[w.row.index()];
        if (c.about == p) return firm(c.debtor);
        if (q != p && c.brings_about) continue;
        if (!found || w.row < found) found = w.row;
      }
    return found ? firm(c_.commitments[found.index()].debtor) : party_id{};
  }

  // Follows the work from the seller down its subcontracts to whoever passes it on no further.
  constexpr party_id performer_of(part_id p, delegations const& work,
                                  scratch<party_id> const& able) const {
    auto now = c_.seller;
    flags seen{work.empty() ? 0 : c_.parties.size()};
    while (!work.empty()) {
      if (seen[now.index()]) return {};  // it comes back: nobody does it
      seen[now.index()] = true;
      auto const next = next_firm(p, now, work);
      if (!next) break;
      now = next;
    }
    return now != c_.seller ? now : able[p.index()];
  }

  constexpr void find_performers() {
    delegations const work{c_.parts.size(), c_.parties.size(),
                           [&](auto&& tell) { tell_delegations(tell); }};
    scratch<party_id> able{c_.parts.size()};  // of the seller's firm, the first
    find_in_house_work(c_, able);
    for (std::size_t i = 1; i < c_.parts.size(); ++i)
      if (is_leaf(c_.parts[i]) && !c_.parts[i].performer_declared)
        c_.parts[i].performer =
            is_instalment(c_.parts[i]) ? c_.customer : performer_of(part_id{i}, work, able);
  }

  // ---- events --------------------------------------------------------------------------------

  // An event without a way follows the start of its part, or begins it; by the performer.
  constexpr void fill_lives() {
    sort_ways(c_);
    scratch<event_id> start{c_.parts.size()};
    flags has_way{c_.events.size()}, goes_on{c_.parts.size()};
    find_legs(c_, goes_on);
    for (std::size_t i = 0; i < c_.events.size(); ++i)
      if (c_.events[i].kind == event_kind::started) start[c_.events[i].of.index()] = event_id{i};
    auto const before = [&](event_id e) {
      auto const s = start[at(e).of.index()];
      return s && s != e ? s : ordering;
    };
    for (std::size_t i = 0; i < c_.transitions.size(); ++i) {
      auto& t = c_.transitions[i];
      has_way[t.to.index()] = true;
      if (!t.from) t.from = before(t.to), t.from_is_derived = true;
      if (!t.by) t.by = at(at(t.to).of).performer, t.by_is_derived = true;
    }
    for (std::size_t i = 0; i < c_.events.size(); ++i) {
      event_id const id{i};
      auto& e = c_.events[i];
      if (is_of_order(e.kind) || e.kind == event_kind::possession || e.kind == event_kind::reported)
        continue;
      auto const& part = at(e.of);
      if (part.carries && (e.kind == event_kind::started || e.kind == event_kind::completed)) {
        auto const is_left = e.kind == event_kind::completed && goes_on[e.of.index()];
        e.good = is_left ? part_id{} : part.carries;
        e.holder = e.kind == event_kind::started ? part.performer
                   : is_left                     ? party_id{}
                                                 : c_.customer;
      }
      if (!has_way[i]) add(derived_way(id, e, before(id), part.performer), c_.transitions);
    }
  }

  // ---- notices -------------------------------------------------------------------------------

  // What is known of notices while they grow: of each event the last, and of each notice the one
  // before it of the same event.
  struct known_notices {
    scratch<std::uint16_t> last;
    growing<std::uint16_t> before;
  };
  static constexpr auto no_notice = notice_id::none;

  constexpr void know(known_notices& k, std::size_t notice) const {
    auto& last = k.last[c_.notices[notice].of.index()];
    k.before.push_back(last);
    last = static_cast<std::uint16_t>(notice);
  }

  constexpr void spell_out_notices() {
    auto some = c_.changes.size() > 0;
    for (std::size_t i = 0; i < c_.commitments.size() && !some; ++i)
      some = c_.commitments[i].consequent.quality == &quality_of<informed>;
    if (!some) return;
    known_notices known{scratch<std::uint16_t>{c_.events.size(), no_notice}, {}};
    for (std::size_t i = 0; i < c_.notices.size(); ++i) know(known, i);
    rows_by<part_id, event_id> const failures{c_.parts.size(), [&](auto&& tell) {
                                                for (std::size_t i = 0; i < c_.events.size(); ++i)
                                                  if (is_failure(c_.events[i].kind))
                                                    tell(c_.events[i].of, event_id{i});
                                              }};
    auto const spell_out = [&](change_notice const& n) {
      if (is_leaf(at(n.of))) {
        for (auto const e : failures[n.of]) tell_of(e, n, known);
        return;
      }
      for (std::size_t i = 0; i < c_.events.size(); ++i)
        if (is_failure(c_.events[i].kind) && is_inside(c_.events[i].of, n.of))
          tell_of(event_id{i}, n, known);
    };
    for (std::size_t i = 0; i < c_.changes.size(); ++i) spell_out(c_.changes[i]);
    for (std::size_t i = 0; i < c_.commitments.size(); ++i) {
      auto const& k = c_.commitments[i];
      if (k.consequent.quality == &quality_of<informed>)
        spell_out({k.debtor, k.creditor, k.about, k.consequent.limit});
    }
  }

  constexpr void tell_of(event_id e, change_notice const& n, known_notices& known) {
    for (auto i = known.last[e.index()]; i != no_notice; i = known.before[i])
      if (c_.notices[i].from == n.from && c_.notices[i].to == n.to) return;
    auto const size = c_.notices.size();
    add(notice{n.from, n.to, e, n.within, true, n.words}, c_.notices);
    if (c_.notices.size() > size) know(known, size);
  }

  Columns& c_;
  bool fits_ = true;
};

}  // namespace lupaus::inline v0::detail
