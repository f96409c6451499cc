// SPDX-License-Identifier: BSL-1.0
//
// From what was written to a whole model: spells out precedence between leaf parts, finds who
// performs, gives every event its way to happen, and every promise to keep informed its notices.
//
// One body for both forms: `Columns` are vectors at run time, and fixed arrays in a constant
// expression. Idempotent.
#pragma once

#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/model/terms/qualities.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

template <class Columns>
class completion {
 public:
  constexpr explicit completion(Columns& c) : c_{c} {}

  /// False when a table would grow beyond what an id can count.
  constexpr bool run() {
    expand_precedences();
    find_performers();
    fill_lives();
    for (std::size_t i = 0; i < c_.changes.size(); ++i) spell_out(c_.changes[i]);
    for (std::size_t i = 0; i < c_.commitments.size(); ++i) {
      auto const& k = c_.commitments[i];
      if (k.consequent.quality == &quality_of<informed>)
        spell_out({k.debtor, k.creditor, k.about, k.consequent.limit});
    }
    return fits_;
  }

 private:
  constexpr part& at(part_id p) { return c_.parts[p.index()]; }
  constexpr event& at(event_id e) { return c_.events[e.index()]; }

  template <class T, class Column>
  constexpr void add(T const& value, Column& column) {
    if (column.size() < id<T>::limit)
      column.push_back(value);
    else
      fits_ = false;
  }

  // ---- precedence ----------------------------------------------------------------------------

  // Marks the leaves that end (or begin) a part: its own, or those of the children that nothing
  // follows (or precedes) inside it; all of them, when the children form a cycle.
  constexpr void mark_boundary(part_id p, scratch<precedence> const& written, bool ends,
                               flags& leaves) {
    if (is_leaf(at(p))) {
      leaves[p.index()] = true;
      return;
    }
    auto none = true;
    for (auto only_outer : {true, false}) {
      if (!none) break;
      for (std::size_t i = 1; i < c_.parts.size(); ++i) {
        part_id const child{i};
        if (at(child).within != p) continue;
        if (only_outer && is_inner(child, written, ends)) continue;
        none = false;
        mark_boundary(child, written, ends, leaves);
      }
    }
  }

  constexpr bool is_inner(part_id child, scratch<precedence> const& written, bool ends) {
    for (std::size_t i = 0; i < written.size(); ++i) {
      auto const here = ends ? written[i].before : written[i].after;
      auto const there = ends ? written[i].after : written[i].before;
      if (here == child && at(there).within == at(child).within) return true;
    }
    return false;
  }

  constexpr void expand_precedences() {
    scratch<precedence> written{c_.precedences.size()};
    for (std::size_t i = 0; i < written.size(); ++i) written[i] = c_.precedences[i];
    c_.precedences.clear();
    auto const n = c_.parts.size();
    for (std::size_t i = 0; i < written.size(); ++i) {
      auto const [before, after] = written[i];
      if (is_leaf(at(before)) && is_leaf(at(after))) {
        add(written[i], c_.precedences);
        continue;
      }
      flags first{n}, then{n};
      mark_boundary(before, written, true, first);
      mark_boundary(after, written, false, then);
      for (std::size_t a = 0; a < n; ++a)
        for (std::size_t b = 0; first[a] && b < n; ++b)
          if (then[b]) add(precedence{part_id{a}, part_id{b}}, c_.precedences);
    }
    sort_precedences();
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

  // Work that can be passed on: no remedy on call, no incentive, nothing that is done in person.
  constexpr bool is_work_on(commitment const& c, part_id p) const {
    if (c.on_request || c.overrides || (c.consequent.quality && c.consequent.quality->personal))
      return false;
    if (c.brings_about) {
      auto const& e = c_.events[c.brings_about.index()];
      if (e.kind != event_kind::completed || e.of != p) return false;
    }
    return is_inside(p, c.about);
  }

  // Follows the work from the seller down its subcontracts to whoever passes it on no further.
  constexpr party_id performer_of(part_id p) const {
    auto now = c_.seller;
    flags seen{c_.parties.size()};
    for (;;) {
      if (seen[now.index()]) return {};  // it comes back: nobody does it
      seen[now.index()] = true;
      party_id next;
      auto exact = false;
      for (std::size_t i = 0; i < c_.commitments.size() && !exact; ++i) {
        auto const& c = c_.commitments[i];
        if (firm(c.creditor) != now || firm(c.debtor) == now || c.debtor == c_.customer ||
            !is_work_on(c, p))
          continue;
        exact = c.about == p;
        if (exact || !next) next = firm(c.debtor);
      }
      if (!next) break;
      now = next;
    }
    if (now != c_.seller) return now;
    for (std::size_t i = 0; i < c_.abilities.size(); ++i)
      if (c_.abilities[i].what == p && firm(c_.abilities[i].who) == c_.seller)
        return c_.abilities[i].who;
    return {};
  }

  constexpr void find_performers() {
    for (std::size_t i = 1; i < c_.parts.size(); ++i)
      if (is_leaf(c_.parts[i]) && !c_.parts[i].performer_declared)
        c_.parts[i].performer = performer_of(part_id{i});
  }

  // ---- events --------------------------------------------------------------------------------

  // An event that nothing is said of follows the start of its part, or begins it; by the performer.
  constexpr void fill_lives() {
    scratch<event_id> start{c_.parts.size()};
    flags has_way{c_.events.size()};
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
        e.good = part.carries;
        e.holder = e.kind == event_kind::started ? part.performer : c_.customer;
      }
      if (!has_way[i]) add(transition{before(id), id, part.performer, true, true}, c_.transitions);
    }
  }

  constexpr void spell_out(change_notice const& n) {
    flags owed{c_.events.size()};
    for (std::size_t k = 0; k < c_.notices.size(); ++k) {
      auto const& known = c_.notices[k];
      if (known.from == n.from && known.to == n.to) owed[known.of.index()] = true;
    }
    for (std::size_t i = 0; i < c_.events.size(); ++i)
      if (!owed[i] && is_failure(c_.events[i].kind) && is_inside(c_.events[i].of, n.of))
        add(notice{n.from, n.to, event_id{i}, n.within, true}, c_.notices);
  }

  Columns& c_;
  bool fits_ = true;
};

}  // namespace lupaus::inline v0::detail
