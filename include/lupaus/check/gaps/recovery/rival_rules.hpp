// SPDX-License-Identifier: BSL-1.0
//
// rival-rules, recovery: on one event one party is owed different things in one situation, and
// nothing says which of them comes first.
#pragma once

#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/analysis/remedies.hpp"
#include "lupaus/check/analysis/rules/histories.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/sentences.hpp"
#include "lupaus/config.hpp"
#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/life/service_recovery.hpp"
#include "lupaus/model/element_text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// The rules that give something, by the event that they are on, and which of them are rivals.
class rivalries {
 public:
  /// The analysis must outlive this. O(rules + parts), and for every remedy whether it puts right
  /// what failed.
  constexpr explicit rivalries(model_analysis& analysis)
      : analysis_{&analysis},
        m_{&analysis.model()},
        at_{analysis},
        is_out_{m_->rules.size()},
        puts_right_{m_->rules.size()},
        waits_{m_->rules.size()},
        on_{m_->events.size(),
            [&](auto&& f) {
              for (auto i : m_->rules.ids())
                if (gives(m_->rules[i]) && !analysis.owed_in_vain().contain(i))
                  f(at_.known(m_->rules[i].on), i);
            }},
        wide_{m_->events.size(),
              [&](auto&& f) {
                for (auto e : m_->events.ids())
                  if (on_[e].size() > 1)
                    for (auto const i : on_[e]) {
                      look_at(analysis, e, i);
                      if (!is_narrow(i)) f(e, i);
                    }
              }},
        narrow_{m_->events.size(), m_->parts.size(), [&](auto&& f) {
                  for (auto e : m_->events.ids())
                    if (on_[e].size() > 1)
                      for (auto const i : on_[e]) {
                        if (!is_narrow(i)) continue;
                        auto const object = m_->rules[i].object, good = carried_again(m_->rules[i]);
                        f(e, object, i);
                        if (good != object) f(e, good, i);
                      }
                }} {}

  /// The rules on the event.
  constexpr some_rows<rule_id> on(event_id e) const { return on_[e]; }
  constexpr event_id event_of(rule_id i) { return at_.known(m_->rules[i].on); }

  /// The first rival of a rule on the event that comes after it; none if there is none. Asks those
  /// that may concern the same alone: a request is answered part by part.
  constexpr rule_id next_rival(event_id e, rule_id i) {
    rule_id next;
    auto const ask = [&](rule_id k) {
      if (!at_.goes_on()) return;
      if (i < k && (!next || k < next) && are_rivals(i, k)) next = k;
    };
    if (!is_narrow(i)) {
      for (auto const k : on_[e])
        if (!next) ask(k);
      return next;
    }
    for (auto const k : wide_[e])
      if (!next) ask(k);
    for (auto const& t : narrow_(e, m_->rules[i].object)) ask(t.row);
    for (auto const& t : narrow_(e, carried_again(m_->rules[i]))) ask(t.row);
    return next;
  }

  /// Of two rules on one event: they are owed to one party, either of them gives it something now
  /// or both make it wait, they give different things, and both apply in some situation.
  constexpr bool are_rivals(rule_id i, rule_id k) {
    auto const &a = m_->rules[i], &b = m_->rules[k];
    return same_firm(*m_, a.creditor, b.creditor) && waits_[i.index()] == waits_[k.index()] &&
           !give_the_same(i, k) && concern_the_same(i, k) && share_a_time(a, b) &&
           can_apply_together(a, b);
  }

 private:
  constexpr event_kind kind_of(rule const& r) const { return m_->events[cause_of(*m_, r.on)].kind; }
  /// Words give nothing. To accept grants what was asked for.
  constexpr bool gives(rule const& r) const {
    if (r.action == action_kind::accept)
      return kind_of(r) == event_kind::cancel_requested ||
             kind_of(r) == event_kind::replacement_requested;
    return r.action != action_kind::refuse && r.action != action_kind::act;
  }
  constexpr bool does_again(rule const& r) const {
    return r.action == action_kind::replace || r.action == action_kind::perform_again ||
           r.action == action_kind::repair;
  }

  constexpr void look_at(model_analysis& analysis, event_id e, rule_id i) {
    auto const& r = m_->rules[i];
    is_out_[i.index()] =
        (r.action == action_kind::refund && (!r.object || is_all_she_buys(*m_, r.object))) ||
        (r.action == action_kind::accept && kind_of(r) == event_kind::cancel_requested);
    auto const failed = m_->events[e].of;
    puts_right_[i.index()] =
        is_failure(m_->events[e].kind) &&
        (r.action == action_kind::reduce_price
             ? is_price_of(*m_, r.object, failed)
             : does_again(r) && puts_part_right(*m_, analysis.plan().order, r.object, failed));
    waits_[i.index()] = at_.bounds(r.gate) && !at_.is_sure(r.gate, beginning_of(*m_, r));
  }

  /// It concerns its object and what that carries alone.
  constexpr bool is_narrow(rule_id i) const {
    auto const& r = m_->rules[i];
    return r.object && is_leaf(m_->parts[r.object]) && !is_out_[i.index()] &&
           !puts_right_[i.index()];
  }

  /// With another fee, or less off, it is another thing. To be let go is to have one's money back;
  /// and to be granted a replacement, to have one.
  constexpr bool give_the_same(rule_id i, rule_id k) const {
    auto const &a = m_->rules[i], &b = m_->rules[k];
    if (amount_in(a).minor_units != amount_in(b).minor_units) return false;
    if (is_out_[i.index()] && is_out_[k.index()]) return true;
    if (a.action == b.action) return a.object == b.object;
    auto const is_replacement = [&](rule const& r) {
      return r.action == action_kind::accept || r.action == action_kind::replace;
    };
    return kind_of(a) == event_kind::replacement_requested && is_replacement(a) &&
           is_replacement(b);
  }
  /// What is given for different parts is given side by side: money back for the delivery, and
  /// another lamp.
  constexpr bool concern_the_same(rule_id i, rule_id k) const {
    if (is_out_[i.index()] || is_out_[k.index()]) return true;
    if (puts_right_[i.index()] && puts_right_[k.index()]) return true;
    auto const &a = m_->rules[i], &b = m_->rules[k];
    return overlap(a.object, b.object) || overlap(carried_again(a), b.object) ||
           overlap(a.object, carried_again(b)) || overlap(carried_again(a), carried_again(b));
  }
  /// The good that goes with what is performed again; else what is concerned itself.
  constexpr part_id carried_again(rule const& r) const {
    auto const good = r.object && does_again(r) ? m_->parts[r.object].carries : part_id{};
    return good ? good : r.object;
  }
  constexpr bool overlap(part_id p, part_id q) const {
    return !p || !q || is_within(*m_, p, q) || is_within(*m_, q, p);
  }

  /// Some time that it fails both are for.
  constexpr bool share_a_time(rule const& a, rule const& b) {
    if (!is_counted(a) && !is_counted(b)) return true;
    auto is = false;
    auto const times = analysis_->answered().times_of(cause_of(*m_, a.on));
    for (std::size_t n = 1; n <= times; ++n) is = is || (is_for_time(a, n) && is_for_time(b, n));
    return is;
  }
  /// True when the event of both comes in some situation in which both apply. A walk of the
  /// situations where their windows do not exclude each other anyway.
  constexpr bool can_apply_together(rule const& a, rule const& b) {
    at_.clear();
    if (!at_.add(a.on)) return false;
    growing<event_id> not_yet;
    for (auto const* r : {&a, &b}) {
      if (at_.bounds(r->since) && !at_.add(r->since)) return false;
      if (at_.bounds(r->until)) not_yet.push_back(r->until);
    }
    return at_.can_come_before(not_yet);
  }

  model_analysis* analysis_;
  model_view const* m_;
  history at_;
  flags is_out_;      // she has her money back for all
  flags puts_right_;  // what failed
  flags waits_;       // for a gate that has not come when the rule begins to count
  rows_by<event_id, rule_id> on_;
  rows_by<event_id, rule_id> wide_;                  // of those, what may concern any part
  rows_by_pair<event_id, part_id, rule_id> narrow_;  // and what concerns that part
};

/// One finding an event and party: the first rule that has a rival, and its first. Events of which
/// one rule gives something cost nothing; else, of the rules on one event, those that may concern
/// the same are asked about until two are rivals.
constexpr void find_rival_rules(model_analysis& analysis, gap const& what, finding_sink& sink) {
  auto const& m = analysis.model();
  if (m.rules.size() < 2) return;
  rivalries rules{analysis};
  growing<party_id> told;
  for (auto e : m.events.ids()) {
    auto const on = rules.on(e);
    if (on.size() < 2) continue;
    told.clear();
    for (auto const i : on) {
      auto const to = firm_of(m, m.rules[i].creditor);
      auto is_told = false;
      for (auto const p : told) is_told = is_told || p == to;
      auto const rival = is_told ? rule_id{} : rules.next_rival(e, i);
      if (!rival) continue;
      told.push_back(to);
      sink(finding{.what = &what,
                   .where = i,
                   .other = rival,
                   .part = m.events[e].of,
                   .accountable = m.seller,
                   .performing = m.rules[i].debtor});
    }
  }
}

/// All rules of the finding: those that have a rival among the rules on that event to that party.
inline std::vector<rule_id> rivals_of(model_analysis& analysis, finding const& f) {
  auto const& m = analysis.model();
  rivalries rules{analysis};
  auto const first = static_cast<rule_id>(f.where);
  auto const on = rules.on(rules.event_of(first));
  std::vector<rule_id> all;
  for (auto const i : on) {
    auto has_rival = false;
    if (same_firm(m, m.rules[i].creditor, m.rules[first].creditor))
      for (auto const k : on) has_rival = has_rival || (k != i && rules.are_rivals(i, k));
    if (has_rival) all.push_back(i);
  }
  return all;
}

inline void evidence_of_rival_rules(model_analysis& analysis, finding const& f,
                                    std::vector<element>& seen) {
  auto const& m = analysis.model();
  for (auto const i : rivals_of(analysis, f)) seen.push_back(i);
  seen.push_back(m.rules[static_cast<rule_id>(f.where)].on);
}

LUPAUS_COLD inline explanation explain_rival_rules(model_analysis& analysis, finding const& f) {
  auto const& m = analysis.model();
  auto const& first = m.rules[static_cast<rule_id>(f.where)];
  std::vector<std::string> things;
  auto const rivals = rivals_of(analysis, f);
  for (auto const i : rivals) {
    auto const& r = m.rules[i];
    auto thing = the(m, r.debtor) + " " + phrase_action(m, r);
    if (r.action == action_kind::refund && r.object && r.object != whole)
      thing += " " + the(m, r.object);
    if (has_fee(r)) thing += ", and keeps " + phrase(r.fee);
    if (r.gate) thing += " after '" + name_of(m, r.gate) + "'";
    add_new(things, thing);
  }
  sentences say{m};
  say.with("event", "'" + name_of(m, first.on) + "'").with("to", the(m, first.creditor));
  say.with("things", listed(things, ", or ")).with("who", the(m, first.debtor));
  explanation x;
  x.what =
      say("on {event} {to} is owed different things, and nothing says which comes first: "
          "{things}.");
  x.where = "the rules on '" + name_of(m, first.on) + "'";
  x.why =
      say(by_number(rivals.size() - 1,
                    "Both apply in one situation. Whoever answers may take either, and {to} can "
                    "count on neither.",
                    "Several of them apply in one situation. Whoever answers may take any, and "
                    "{to} can count on none."));
  x.mend =
      say("{who} keeps one of them; or each holds in situations of its own, until an event or "
          "from it on (until, since).");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap rival_rules{.id = "rival-rules",
                                 .severity = severity::warning,
                                 .between = boundary::recovery,
                                 .service = service_gap::perception_specification,
                                 .words = detail::explain_rival_rules,
                                 .rests_on = detail::evidence_of_rival_rules,
                                 .find = detail::find_rival_rules};
}

namespace checks {
inline constexpr check_for<gaps::rival_rules> rival_rules{};
}

}  // namespace lupaus::inline v0
