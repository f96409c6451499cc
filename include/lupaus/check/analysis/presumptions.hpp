// SPDX-License-Identifier: BSL-1.0
//
// Where rules fire while what they presume is false: of every rule the first situation, for 64
// presumptions at a time.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/rule_scopes.hpp"
#include "lupaus/life/situations.hpp"

#include <bit>
#include <cstddef>

namespace lupaus::inline v0::detail {

/// The same as `find_misapplied`, for all rules. O(model) to make, and a few walks of the
/// situations for every 64 presumptions.
class first_misapplied {
 public:
  constexpr first_misapplied(model_view const& m, situations const& s)
      : m_{&m},
        scopes_{m, s},
        goods_{m.parts.size(),
               [&](auto&& f) {
                 for (auto e : m.events.ids())
                   if (m.events[e].good) f(m.events[e].good, e);
               }},
        by_rule_{m.rules.size(),
                 [&](auto&& f) {
                   for (auto i : m.presumptions.ids()) f(m.presumptions[i].of, i);
                 }},
        is_entered_{s.size()},
        first_{m.rules.size(), s.size()} {
    flags reachable{s.size()};
    s.find_reachable(reachable);
    for (std::size_t n = 0; n < s.size(); ++n)
      if (reachable[n]) s.for_each_next(n, [&](std::size_t to) { is_entered_[to] = true; });

    scratch<presumption_id> asked{most_questions};
    std::size_t count = 0;
    for (auto r : m.rules.ids())
      for (auto const i : by_rule_[r]) {
        asked[count++] = i;
        if (count == most_questions) ask(asked, count), count = 0;
      }
    if (count > 0) ask(asked, count);
  }

  /// The node; the number of nodes when there is none.
  constexpr std::size_t of(rule_id i) const { return first_[i.index()]; }

 private:
  constexpr void ask(scratch<presumption_id> const& asked, std::size_t count) {
    auto const nodes = scopes_.graph().size();
    scratch<questions> firing{nodes}, may_be_false{nodes};
    find_firing(asked, count, firing);
    find_false(asked, count, may_be_false);
    for (std::size_t n = 0; n < nodes; ++n)
      for (auto wrong = firing[n] & may_be_false[n]; wrong != 0; wrong &= wrong - 1) {
        auto const i = asked[static_cast<std::size_t>(std::countr_zero(wrong))];
        auto& known = first_[m_->presumptions[i].of.index()];
        if (n < known) known = n;
      }
  }

  /// As `situations::find_firing`.
  constexpr void find_firing(scratch<presumption_id> const& asked, std::size_t count,
                             scratch<questions>& firing) const {
    auto const& s = scopes_.graph();
    auto const rule_of = [&](std::size_t i) -> rule const& {
      return m_->rules[m_->presumptions[asked[i]].of];
    };
    scratch<questions> scope{s.size()}, gates{s.size()}, life{m_->parts.size()};
    questions on_order = 0;
    scopes_.find(
        count,
        [&](std::size_t i) {
          return stretch{rule_of(i).since, rule_of(i).until};
        },
        scope);
    for (std::size_t i = 0; i < count; ++i) {
      auto const trigger = s.cause_of(rule_of(i).on);
      if (is_of_order(m_->events[trigger].kind)) {
        on_order |= question(i);
        continue;
      }
      scopes_.for_each_meant(trigger, [&](std::size_t n) { firing[n] |= question(i); });
      life[m_->events[trigger].of.index()] |= question(i);
      if (auto const gate = rule_of(i).gate)
        scopes_.for_each_meant(gate, [&](std::size_t n) { gates[n] |= question(i); });
    }
    if (on_order != (count == most_questions ? ~questions{0} : question(count) - 1))
      scopes_.walk().spread(firing, [&](std::size_t n) {
        if (n >= m_->events.size() || s.ends_attempt(n)) return questions{0};
        auto const& e = m_->events[event_id{n}];
        return e.kind == event_kind::completed ? questions{0} : life[e.of.index()] & ~gates[n];
      });
    for (std::size_t n = 0; n < s.size(); ++n) firing[n] = (firing[n] | on_order) & scope[n];
  }

  /// As `situations::find_false`: what may be reached where the last word on the fact is that it is
  /// false.
  constexpr void find_false(scratch<presumption_id> const& asked, std::size_t count,
                            scratch<questions>& may_be_false) const {
    auto const& s = scopes_.graph();
    scratch<questions> is_true{s.size()};  // by the event itself
    auto const says_false = [&](std::size_t n, questions q) {
      if (is_entered_[n]) may_be_false[n] |= q;
    };
    questions at_first = 0;
    for (std::size_t i = 0; i < count; ++i) {
      auto const& p = m_->presumptions[asked[i]];
      auto const q = question(i);
      if (p.happened) {
        if (p.happened != ordering) at_first |= q;
        scopes_.for_each_meant(p.happened, [&](std::size_t n) { is_true[n] |= q; });
        continue;
      }
      if (!is_sellers(*m_, p.holder)) at_first |= q;
      for (auto const e : goods_[p.good])
        if (same_firm(*m_, m_->events[e].holder, p.holder))
          is_true[s.of(e)] |= q;
        else
          says_false(s.of(e), q);
    }
    may_be_false[s.of(ordering)] |= at_first;
    scopes_.walk().spread(may_be_false, [&](std::size_t n) { return ~is_true[n]; });
  }

  model_view const* m_;
  scopes scopes_;
  rows_by<part_id, event_id> goods_;  // the events by which each changes hands
  rows_by<rule_id, presumption_id> by_rule_;
  flags is_entered_;  // each situation, by some step that can be taken
  scratch<std::size_t> first_;
};

}  // namespace lupaus::inline v0::detail
