// SPDX-License-Identifier: BSL-1.0
//
// misapplied-rule, recovery: a reachable situation fires the rule while what it presumes is false.
#pragma once

#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/analysis/rules/histories.hpp"
#include "lupaus/check/analysis/rules/presumptions.hpp"
#include "lupaus/check/analysis/situation_text.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gap_type.hpp"
#include "lupaus/config.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/element_text.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// Who may hold a good in each situation: the last to whom it was handed. The seller, at first. A
/// walk of the situations for every 64 parties.
class possible_holders {
 public:
  possible_holders(model_view const& m, situations const& s, part_id good)
      : m_{&m}, nodes_{s.size()} {
    scopes const walk{m, s};
    auto const hands_over = [&](std::size_t n) {
      return n < m.events.size() && m.events[event_id{n}].good == good;
    };
    for (std::size_t begin = 0; begin < m.parties.size(); begin += most_questions) {
      scratch<questions> here{nodes_};
      auto const put = [&](std::size_t n, party_id p) {
        if (p && p.index() / most_questions == begin / most_questions)
          here[n] |= question(p.index());
      };
      for (auto e : m.events.ids())
        if (hands_over(s.of(e))) put(s.of(e), m.events[e].holder);
      put(s.of(ordering), m.seller);
      walk.walk().spread(here, [&](std::size_t n) { return hands_over(n) ? 0 : ~questions{0}; });
      for (std::size_t n = 0; n < nodes_; ++n) held_.push_back(here[n]);
    }
  }

  std::vector<std::string> at(std::size_t node) const {
    std::vector<std::string> names;
    for (auto p : m_->parties.ids())
      if ((held_[p.index() / most_questions * nodes_ + node] & question(p.index())) != 0)
        names.push_back(the(*m_, p));
    return names;
  }

 private:
  model_view const* m_;
  std::size_t nodes_;
  std::vector<questions> held_;  // of every situation, by 64 parties; the next 64 after them
};

/// Calls `f(node, rule)` for what has happened though a rule presumes that it has not; `of`: one
/// rule alone, if it is given. For each such presumption a walk of the situations.
template <class F>
constexpr void for_each_unexpected(model_analysis& analysis, rule_id of, F&& f) {
  auto const& m = analysis.model();
  history at{analysis};
  for (auto const& p : m.presumptions)
    if (p.is_not && (!of || p.of == of) && at.goes_on() &&
        at.can_be_owed_after(m.rules[p.of], p.happened))
      f(analysis.graph().of(p.happened), p.of);
}

/// One finding a rule, listing the situations. O(model), and a few walks of the situations for
/// every 64 presumptions, and one for each of what has not happened.
constexpr void find_misapplied_rule(model_analysis& analysis, gap const& what, finding_sink& sink) {
  auto const& m = analysis.model();
  if (m.presumptions.empty()) return;
  auto const& s = analysis.graph();
  scratch<std::size_t> first{m.rules.size()};
  misapplications{m, s}.find_first(first);
  for_each_unexpected(analysis, {}, [&](std::size_t n, rule_id i) {
    if (n < first[i.index()]) first[i.index()] = n;
  });
  for (auto i : m.rules.ids()) {
    if (first[i.index()] == s.size() || !analysis.may_apply(m.rules[i])) continue;
    auto const at = s.at(first[i.index()]);
    sink(finding{.what = &what,
                 .where = i,
                 .other = at.after ? element{at.after} : element{at.pending},
                 .part = m.rules[i].object ? m.rules[i].object : m.events[m.rules[i].on].of,
                 .accountable = m.seller,
                 .performing = m.rules[i].debtor});
  }
}

/// Marks all situations in which the rule is misapplied.
inline void find_misapplications(model_analysis& analysis, rule_id r, flags& wrong) {
  misapplications{analysis.model(), analysis.graph()}.find(r, wrong);
  for_each_unexpected(analysis, r, [&](std::size_t n, rule_id) { wrong[n] = true; });
}

inline void evidence_of_misapplied_rule(model_analysis& analysis, finding const& f,
                                        std::vector<element>& seen) {
  auto const& s = analysis.graph();
  flags wrong{s.size()};
  find_misapplications(analysis, static_cast<rule_id>(f.where), wrong);
  seen.push_back(f.where);
  for (std::size_t n = 0; n < s.size(); ++n) {
    if (!wrong[n]) continue;
    auto const at = s.at(n);
    seen.push_back(at.after ? element{at.after} : element{at.pending});
  }
}

LUPAUS_COLD inline explanation explain_misapplied_rule(model_analysis& analysis, finding const& f) {
  auto const& m = analysis.model();
  auto const i = static_cast<rule_id>(f.where);
  auto const& r = m.rules[i];
  auto const& s = analysis.graph();
  explanation x;
  std::vector<std::string> presumed, cases;
  std::vector<std::pair<part_id, possible_holders>> goods;
  for (auto const& p : m.presumptions)
    if (p.of == i && p.good) goods.emplace_back(p.good, possible_holders{m, s, p.good});
  for (auto const& p : m.presumptions)
    if (p.of == i)
      presumed.push_back(p.happened ? "'" + name_of(m, p.happened) +
                                          (p.is_not ? "' has not happened" : "' has happened")
                                    : the(m, p.holder) + " holds " + the(m, p.good));
  flags wrong{s.size()};
  find_misapplications(analysis, i, wrong);
  for (std::size_t n = 0; n < s.size(); ++n) {
    if (!wrong[n]) continue;
    auto const at = s.at(n);
    auto text = phrase(m, at);
    for (auto const& [good, holders] : goods)
      text += " (" + listed(holders.at(n), " or ") + " holds " + the(m, good) + ")";
    cases.push_back(text);
  }
  x.what = "The rule presumes that " + listed(presumed) +
           ", and fires where that is not so: " + listed(cases) + ".";
  x.where = "the rule on '" + name_of(m, r.on) + "'";
  x.why = "A rule that is right in the situation it was written for is applied in another. There " +
          the(m, m.customer) + " is held to what she cannot do.";
  x.mend = sentence(the(m, r.debtor) +
                    " limits the rule to the situations that it was written for, "
                    "and gives the others a rule of their own.");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap misapplied_rule{.id = "misapplied-rule",
                                     .severity = severity::error,
                                     .between = boundary::recovery,
                                     .service = service_gap::perception_specification,
                                     .words = detail::explain_misapplied_rule,
                                     .rests_on = detail::evidence_of_misapplied_rule,
                                     .find = detail::find_misapplied_rule};
}

namespace checks {
inline constexpr check_for<gaps::misapplied_rule> misapplied_rule{};
}

/// The gap as a type, in the user's words.
template <class Trigger, class FirstSituation>
struct misapplied_rule {};

namespace detail {
template <>
struct gap_type<gaps::misapplied_rule> {
  template <class Words>
  using in = misapplied_rule<its_trigger_in<Words>, its_situation_in<Words>>;
};

// What the compiler says where this gap stands.
template <class Trigger, class Situation>
inline constexpr bool the_rule_on_presumes_what_is_so_in = false;
template <class Trigger, class Situation>
constexpr bool explain(misapplied_rule<Trigger, Situation>*) {
  static_assert(
      the_rule_on_presumes_what_is_so_in<Trigger, Situation>,
      "lupaus: a rule fires only where what it presumes is so. Here this situation fires "
      "it, and the presumption is false. To mend: limit it by `.between(…)`, and give the "
      "other situations a rule of their own.");
  return true;
}
}  // namespace detail

}  // namespace lupaus::inline v0
