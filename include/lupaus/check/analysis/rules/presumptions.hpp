// SPDX-License-Identifier: BSL-1.0
//
// Where rules fire while what they presume is false: for 64 presumptions at a time. Of what they
// presume has not happened, see histories.hpp.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/rule_scopes.hpp"
#include "lupaus/life/situations.hpp"

#include <bit>
#include <cstddef>

namespace lupaus::inline v0::detail {

/// True when the gate of the rule makes the presumption true: a rule that waits for it presumes
/// nothing by it.
constexpr bool is_made_true_by_gate(model_view const& m, presumption const& p) {
  auto const gate = m.rules[p.of].gate;
  if (!gate) return false;
  if (p.happened) return is_meant(m, gate, p.happened);
  return m.events[gate].good == p.good && same_firm(m, m.events[gate].holder, p.holder);
}

/// Walks the situations with what is known on the way there: whether the rule applies, whether it
/// has fired and waits for its gate, and whether what it presumes is true. O(model) to make.
class misapplications {
  // The member template first, because clang 14 can evaluate only those that it has seen.
  /// What each situation changes, and for which questions.
  struct changes {
    questions begins = 0, ends = 0, fires = 0, opens = 0, is_true = 0, is_false = 0;
  };
  /// What is the same in all of them.
  struct asked_rules {
    questions on_order = 0;
    scratch<questions> life;  // of each part: the rules on an event of it
  };
  /// On the way there: the rule has fired, it applies, the presumption is true; as one number.
  static constexpr std::size_t ways = 8;
  static constexpr questions if_in(std::size_t way, std::size_t bit, questions q) {
    return (way & bit) != 0 ? q : ~q;
  }

  /// Calls `f(node, presumption)` where one of them is false and its rule fires.
  template <class F>
  constexpr void ask(scratch<presumption_id> const& asked, std::size_t count, F&& f) const {
    auto const& s = scopes_.graph();
    if (!s.goes_on(s.size())) return;
    scratch<changes> at{s.size()};
    asked_rules rules{0, scratch<questions>{m_->parts.size()}};
    questions at_first[3] = {};  // fired, applies, true
    find_changes(asked, count, at, rules, at_first);

    scratch<questions> known{ways * s.size()};
    auto const all = count == most_questions ? ~questions{0} : question(count) - 1;
    for (std::size_t way = 0; way < ways; ++way)
      known[s.of(ordering) * ways + way] = all & if_in(way, 4, at_first[0]) &
                                           if_in(way, 2, at_first[1]) & if_in(way, 1, at_first[2]);
    scopes_.walk().go_over(s.of(ordering), [&](std::size_t from, std::size_t to) {
      return go(known, from, to, at[to], rules);
    });
    for (std::size_t n = 0; n < s.size(); ++n)
      for (auto wrong = known[n * ways + 6]; wrong != 0; wrong &= wrong - 1)
        f(n, asked[static_cast<std::size_t>(std::countr_zero(wrong))]);
  }

 public:
  constexpr misapplications(model_view const& m, situations const& s)
      : m_{&m},
        scopes_{m, s},
        goods_{m.parts.size(),
               [&](auto&& f) {
                 for (auto e : m.events.ids())
                   if (m.events[e].good) f(m.events[e].good, e);
               }},
        by_rule_{m.rules.size(), [&](auto&& f) {
                   for (auto i : m.presumptions.ids())
                     if (auto const& p = m.presumptions[i];
                         !p.is_not && !is_made_true_by_gate(m, p))
                       f(p.of, i);
                 }} {}

  /// The first situation in which each rule is misapplied; the number of situations when there is
  /// none. A walk of the situations for every 64 presumptions.
  constexpr void find_first(scratch<std::size_t>& first) const {
    scratch<presumption_id> asked{most_questions};
    std::size_t count = 0;
    auto const ask_now = [&] {
      ask(asked, count, [&](std::size_t n, presumption_id i) {
        auto& known = first[m_->presumptions[i].of.index()];
        if (n < known) known = n;
      });
      count = 0;
    };
    for (auto r : m_->rules.ids()) first[r.index()] = scopes_.graph().size();
    for (auto r : m_->rules.ids())
      for (auto const i : by_rule_[r]) {
        asked[count++] = i;
        if (count == most_questions) ask_now();
      }
    if (count > 0) ask_now();
  }

  /// Marks all situations in which the rule is misapplied.
  constexpr void find(rule_id r, flags& wrong) const {
    scratch<presumption_id> asked{most_questions};
    for (auto const i : by_rule_[r]) {
      asked[0] = i;
      ask(asked, 1, [&](std::size_t n, presumption_id) { wrong[n] = true; });
    }
  }

 private:
  /// Takes what is known along a step; true when that says something new.
  constexpr bool go(scratch<questions>& known, std::size_t from, std::size_t to, changes const& at,
                    asked_rules const& rules) const {
    questions goes_on = 0;
    if (to < m_->events.size())
      if (auto const& e = m_->events[event_id{to}]; e.kind != event_kind::completed)
        goes_on = rules.life[e.of.index()] & ~at.opens;
    auto is_new = false;
    for (std::size_t way = 0; way < ways; ++way) {
      auto const x = known[from * ways + way];
      if (x == 0) continue;
      auto const fired = at.fires | rules.on_order | ((way & 4) != 0 ? goes_on : 0);
      auto const applies = (at.begins | ((way & 2) != 0 ? ~questions{0} : 0)) & ~at.ends;
      auto const is_true = at.is_true | ((way & 1) != 0 ? ~at.is_false : 0);
      for (std::size_t then = 0; then < ways; ++then) {
        auto& there = known[to * ways + then];
        auto const more =
            x & if_in(then, 4, fired) & if_in(then, 2, applies) & if_in(then, 1, is_true) & ~there;
        there |= more;
        is_new = is_new || more != 0;
      }
    }
    return is_new;
  }

  constexpr void find_changes(scratch<presumption_id> const& asked, std::size_t count,
                              scratch<changes>& at, asked_rules& rules,
                              questions (&at_first)[3]) const {
    auto const& s = scopes_.graph();
    for (std::size_t i = 0; i < count; ++i) {
      auto const& p = m_->presumptions[asked[i]];
      auto const& r = m_->rules[p.of];
      auto const q = question(i);
      auto const each = [&](event_id e, questions changes::*what) {
        if (e) scopes_.for_each_meant(e, [&](std::size_t n) { at[n].*what |= q; });
      };
      each(r.since, &changes::begins);
      each(r.until, &changes::ends);
      if (!r.since && r.until != ordering) at_first[1] |= q;
      auto const trigger = s.cause_of(r.on);
      if (is_of_order(m_->events[trigger].kind)) {
        rules.on_order |= q;
      } else {
        each(trigger, &changes::fires);
        each(r.gate, &changes::opens);
        rules.life[m_->events[trigger].of.index()] |= q;
      }
      if (p.happened) {
        each(p.happened, &changes::is_true);
        continue;
      }
      if (is_sellers(*m_, p.holder)) at_first[2] |= q;
      for (auto const e : goods_[p.good])
        if (same_firm(*m_, m_->events[e].holder, p.holder))
          at[s.of(e)].is_true |= q;
        else
          at[s.of(e)].is_false |= q;
    }
    auto const& first = at[s.of(ordering)];
    at_first[0] |= first.fires | rules.on_order;
    at_first[1] |= first.begins & ~first.ends;
    at_first[2] |= first.is_true;
  }

  model_view const* m_;
  scopes scopes_;
  rows_by<part_id, event_id> goods_;  // the events by which each changes hands
  rows_by<rule_id, presumption_id> by_rule_;
};

}  // namespace lupaus::inline v0::detail
