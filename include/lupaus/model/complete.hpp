// SPDX-License-Identifier: BSL-1.0
//
// From what was written to a whole model: places parts, spells out precedence between leaf parts,
// finds who performs, gives every event its way to happen. Idempotent.
#pragma once

#include "lupaus/model/draft.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// Notice of every failure of a part, written as one clause.
struct change_notice {
  party_id from, to;
  part_id of;
  bound within;
  bool derived = false;
};

class completion {
 public:
  completion(draft& d, std::vector<change_notice> changes)
      : d_{d}, c_{d.columns}, changes_{std::move(changes)} {}

  void run() {
    if (!check_parties()) return;
    place_parts();
    if (!d_.faults.empty()) return;
    expand_precedences();
    find_performers();
    fill_lives();
    spell_out_notices();
    check_currencies();
  }

 private:
  using edge = std::pair<part_id, part_id>;

  bool check_parties() {
    saying const s{"the promise", "", "", "", {}};
    if (!c_.customer) d_.fail(error_code::missing, s, "it has no customer; say who buys");
    if (!c_.seller) d_.fail(error_code::missing, s, "it has no seller; say who answers to her");
    if (c_.parts.size() < 2)
      d_.fail(error_code::missing, s, "it has no part; say what good or service she buys");
    return d_.faults.empty();
  }

  void place_parts() {
    auto const placed = std::any_of(c_.parts.begin(), c_.parts.end(),
                                    [](part const& p) { return p.within == whole; });
    for (std::size_t i = 1; i < c_.parts.size(); ++i) {
      if (c_.parts[i].within) continue;
      if (placed)
        d_.fail(error_code::missing, {"the product", "", "", "", {}},
                "the part '" + std::string{c_.parts[i].name} +
                    "' was declared and is in no product; add it, or leave it out");
      else
        c_.parts[i].within = whole;
    }
  }

  part& at(part_id p) { return c_.parts[p.index()]; }

  // The leaves that begin (or end) a part: its own, or those of the children that nothing
  // precedes (or follows) inside it.
  std::vector<part_id> boundary(part_id p, std::vector<edge> const& edges, bool ends) {
    if (is_leaf(at(p))) return {p};
    std::vector<part_id> leaves, all;
    for (std::size_t i = 1; i < c_.parts.size(); ++i) {
      part_id const child{i};
      if (at(child).within != p) continue;
      auto const mine = boundary(child, edges, ends);
      all.insert(all.end(), mine.begin(), mine.end());
      auto const inner = std::any_of(edges.begin(), edges.end(), [&](edge const& e) {
        auto const& [here, there] = ends ? e : edge{e.second, e.first};
        return here == child && at(there).within == p;
      });
      if (!inner) leaves.insert(leaves.end(), mine.begin(), mine.end());
    }
    return leaves.empty() ? all : leaves;  // all: the children form a cycle
  }

  void expand_precedences() {
    std::vector<edge> written, leaf;
    for (auto const& p : c_.precedences) written.emplace_back(p.before, p.after);
    for (auto const& [before, after] : written)
      for (auto a : boundary(before, written, true))
        for (auto b : boundary(after, written, false)) leaf.emplace_back(a, b);
    std::sort(leaf.begin(), leaf.end());
    leaf.erase(std::unique(leaf.begin(), leaf.end()), leaf.end());
    c_.precedences.clear();
    saying const s{"the product", "", "", "", {}};
    for (auto const& [a, b] : leaf) d_.add(precedence{a, b}, c_.precedences, s);
  }

  party_id firm(party_id p) const {
    return p && c_.parties[p.index()].is == role::department ? c_.seller : p;
  }

  bool is_work_on(commitment const& c, part_id p) const {
    if (c.on_request || c.overrides || (c.consequent.quality && c.consequent.quality->personal))
      return false;
    if (c.brings_about) {
      auto const& e = c_.events[c.brings_about.index()];
      if (e.kind != event_kind::completed || e.of != p) return false;
    }
    for (auto q = p; q; q = c_.parts[q.index()].within)
      if (q == c.about) return true;
    return false;
  }

  // Follows the work from the seller down its subcontracts to whoever passes it on no further.
  party_id performer_of(part_id p) const {
    auto now = c_.seller;
    std::vector<bool> seen(c_.parties.size());
    for (;;) {
      if (seen[now.index()]) return {};  // it comes back: nobody does it
      seen[now.index()] = true;
      commitment const* next = nullptr;
      for (auto const& c : c_.commitments)
        if (firm(c.creditor) == now && firm(c.debtor) != now && c.debtor != c_.customer &&
            is_work_on(c, p) && (!next || (c.about == p && next->about != p)))
          next = &c;
      if (!next) break;
      now = firm(next->debtor);
    }
    if (now != c_.seller) return now;
    for (auto const& a : c_.abilities)
      if (a.what == p && firm(a.who) == c_.seller) return a.who;
    return {};
  }

  void find_performers() {
    for (std::size_t i = 1; i < c_.parts.size(); ++i)
      if (is_leaf(c_.parts[i]) && !c_.parts[i].performer_declared)
        c_.parts[i].performer = performer_of(part_id{i});
  }

  event_id event_of(event_kind k, part_id p) const {
    for (std::size_t i = 0; i < c_.events.size(); ++i)
      if (c_.events[i].kind == k && c_.events[i].of == p) return event_id{i};
    return {};
  }

  void fill_lives() {
    saying const s{"the events", "", "", "", {}};
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
      auto const start = event_of(event_kind::started, e.of);
      auto const before = id == start || !start ? ordering : start;
      auto ways = 0;
      for (auto& t : c_.transitions) {
        if (t.to != id) continue;
        if (!t.from) t.from = before;
        ++ways;
      }
      if (ways == 0) d_.add(transition{before, id, part.performer}, c_.transitions, s);
    }
    // A way without an actor is the performer's: it happens while the part is in its hands.
    for (auto& t : c_.transitions)
      if (!t.by) t.by = at(c_.events[t.to.index()].of).performer;
  }

  void spell_out_notices() {
    for (auto const& c : c_.commitments)
      if (c.consequent.quality == &quality_of<informed>)
        changes_.push_back({c.debtor, c.creditor, c.about, c.consequent.limit, true});
    saying const s{"the notices", "", "", "", {}};
    for (auto const& n : changes_) {
      for (std::size_t i = 0; i < c_.events.size(); ++i) {
        event_id const e{i};
        if (!is_failure(c_.events[i].kind) || !lies_within(c_.events[i].of, n.of)) continue;
        auto const owed =
            std::any_of(c_.notices.begin(), c_.notices.end(), [&](notice const& known) {
              return known.from == n.from && known.to == n.to && known.of == e;
            });
        if (!owed) d_.add(notice{n.from, n.to, e, n.within, n.derived}, c_.notices, s);
      }
    }
  }

  bool lies_within(part_id p, part_id outer) const {
    for (; p; p = c_.parts[p.index()].within)
      if (p == outer) return true;
    return false;
  }

  void check_currencies() {
    bound const* first = nullptr;
    auto const check = [&](term const& t) {
      if (t.limit.kind != bound_kind::money) return;
      if (!first) first = &t.limit;
      if (first->b != t.limit.b)
        d_.fail(error_code::unit_mismatch, {"the promise", "", "", "", {}},
                "prices are in " + std::string{bound_codec<money>::decode(*first).in.view()} +
                    " and in " + std::string{bound_codec<money>::decode(t.limit).in.view()} +
                    "; one promise has one currency");
    };
    for (auto const& t : c_.terms) check(t);
    for (auto const& c : c_.commitments) check(c.consequent);
  }

  draft& d_;
  model_columns& c_;
  std::vector<change_notice> changes_;
};

}  // namespace lupaus::inline v0::detail
