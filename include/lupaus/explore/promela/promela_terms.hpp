// SPDX-License-Identifier: BSL-1.0
//
// What can be asked of an order, as expressions of Promela over the variables of its model.
#pragma once

#include "lupaus/life/order/order_plan.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail {

/// A name as part of an identifier: letters, digits and underscores, not too many.
inline std::string promela_word(std::string_view name) {
  std::string word;
  for (auto c : name.substr(0, 24)) {
    auto const is_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    word += is_word ? c : '_';
  }
  return word;
}

inline std::string promela_join(std::vector<std::string> const& parts, std::string_view between) {
  std::string text;
  for (auto const& p : parts) {
    if (!text.empty()) text += between;
    text += p;
  }
  return text;
}
inline std::string promela_not(std::string const& x) {
  if (x == "true" || x == "false") return x == "true" ? "false" : "true";
  if (x.find(' ') != std::string::npos) return "!(" + x + ")";
  return x.front() == '!' ? x.substr(1) : "!" + x;
}
/// True when all hold; `true` of none. Constants are folded.
inline std::string promela_all(std::vector<std::string> const& of) {
  std::vector<std::string> kept;
  for (auto const& x : of) {
    if (x == "false") return "false";
    if (x != "true") kept.push_back(x);
  }
  if (kept.empty()) return "true";
  return kept.size() == 1 ? kept[0] : "(" + promela_join(kept, " && ") + ")";
}
/// True when one holds; `false` of none.
inline std::string promela_any(std::vector<std::string> const& of) {
  std::vector<std::string> kept;
  for (auto const& x : of) {
    if (x == "true") return "true";
    if (x != "false") kept.push_back(x);
  }
  if (kept.empty()) return "false";
  return kept.size() == 1 ? kept[0] : "(" + promela_join(kept, " || ") + ")";
}

/// One more, as far as it is counted.
inline std::string promela_counted(std::string const& n, std::size_t so_far) {
  auto const most = std::to_string(so_far);
  return n + " = (" + n + " < " + most + " -> " + n + " + 1 : " + most + ")";
}

/// The unit of whose failures she is just telling the seller; none, where she is not.
struct promela_asking {
  part_id part = {};
  std::size_t unit = 0;
};

/// Names the variables of a promise, and says by them what has happened.
class promela_terms {
 public:
  explicit promela_terms(order_plan const& plan) : plan_{plan}, m_{plan.model()} {}

  order_plan const& plan() const { return plan_; }
  model_view const& model() const { return m_; }

  // ---- variables -----------------------------------------------------------------------------

  std::string of_unit(std::string_view what, part_id p, std::size_t unit) const {
    return std::string{what} + "_P" + std::to_string(p.index()) + "_" +
           promela_word(m_.parts[p].name) + "_" + std::to_string(unit);
  }
  std::string result(part_id p, std::size_t unit) const { return of_unit("result", p, unit); }
  std::string done(part_id p, std::size_t unit) const {
    std::string text{"("};  // appended to: g++ 12 warns of an inserted one at -O3
    text.append(result(p, unit)).append(" == ").append(number(plan_.of(p)->completed));
    return text.append(")");
  }
  /// The money of a part was returned; and on her asking.
  std::string returned(part_id p) const { return of_part("returned", p); }
  std::string asked_back(part_id p) const { return of_part("asked_back", p); }
  std::string told(part_id p, std::size_t unit) const { return of_unit("told", p, unit); }
  std::string reply(part_id p, std::size_t unit) const { return of_unit("reply", p, unit); }
  std::string holder(part_id p, std::size_t unit) const { return of_unit("holder", p, unit); }
  std::string of_part(std::string_view what, part_id p) const {
    if (plan_.returned_bit(p) == order_plan::none) return "false";
    return std::string{what} + "_P" + std::to_string(p.index()) + "_" +
           promela_word(m_.parts[p].name);
  }
  std::string of_event(std::string_view what, event_id e, std::size_t unit) const {
    return std::string{what} + "_E" + std::to_string(e.index()) + "_" +
           promela_word(m_.events[e].name) + "_" + std::to_string(unit);
  }
  std::string fired(rule_id r, std::size_t unit) const {
    return "fired_R" + std::to_string(r.index()) + "_" + std::to_string(unit);
  }
  /// How often it has come to the unit (S8); empty where no rule counts it.
  std::string count(event_id e, std::size_t unit) const {
    return plan_.count_bit(e, unit) == order_plan::none ? std::string{}
                                                        : of_event("count", e, unit);
  }
  static std::string number(event_id e) { return std::to_string(e.index() + 1); }
  static std::string number(party_id p) { return p ? std::to_string(p.index() + 1) : "0"; }

  std::size_t units(part_id p) const {
    auto const* x = plan_.of(p);
    return x ? x->units : 0;
  }
  event_id cause_of(rule_id r) const {
    auto const& on = m_.events[m_.rules[r].on];
    return on.kind == event_kind::reported ? on.subject : m_.rules[r].on;
  }

  // ---- expressions ---------------------------------------------------------------------------

  std::string all_done(part_id p) const {
    std::vector<std::string> all;
    for (std::size_t u = 0; u < units(p); ++u) all.push_back(done(p, u));
    return promela_all(all);
  }
  std::string all_before_done(part_plan const& p) const {
    std::vector<std::string> all;
    for (auto q : p.before) all.push_back(all_done(q));
    return promela_all(all);
  }
  std::string happened(event_id e, std::size_t unit) const {
    return plan_.happened_bit(e, unit) == order_plan::none ? "false"
                                                           : of_event("happened", e, unit);
  }
  std::string reported(event_id e, std::size_t unit, promela_asking const& a = {}) const {
    if (plan_.reported_bit(e, unit) == order_plan::none) return "false";
    auto const told = of_event("reported", e, unit);
    auto const is_just_told =
        a.part && m_.events[e].of == a.part && a.unit == unit && is_failure(m_.events[e].kind);
    return is_just_told ? promela_any({told, happened(e, unit)}) : told;
  }
  /// The event, or a report of it, has happened for a unit of a part, which may be none: to the
  /// unit that belongs to it, else to some unit; `all`: else to all units.
  std::string happened_for(event_id e, part_id p, std::size_t unit, bool all = false,
                           promela_asking const& a = {}) const {
    auto const& x = m_.events[e];
    switch (x.kind) {
      case event_kind::ordered: return "(phase != 0)";
      case event_kind::cancelled: return "(phase == 2)";
      case event_kind::refunded: return "(phase == 3)";
      case event_kind::cancel_requested: return "(cancellation != 0)";
      case event_kind::kept: return all_kept();
      case event_kind::replacement_requested: return "false";
      default: break;
    }
    if (is_time_out(x.kind) && x.of == whole) return happened(e, 0);
    auto const is_report = x.kind == event_kind::reported;
    std::vector<std::string> any;
    for (auto i : m_.events.ids()) {
      if (!is_meant(m_, i, is_report ? x.subject : e)) continue;
      auto const n = units(m_.events[i].of);
      auto const one = [&](std::size_t u) {
        return is_report ? reported(i, u, a) : happened(i, u);
      };
      std::vector<std::string> of_units;
      if (p && n == units(p))
        of_units.push_back(one(unit));
      else
        for (std::size_t u = 0; u < n; ++u) of_units.push_back(one(u));
      any.push_back(n == 0 ? "false" : all ? promela_all(of_units) : promela_any(of_units));
    }
    return promela_any(any);
  }
  std::string some_happened(event_id e) const { return happened_for(e, {}, 0); }
  /// What the completion of a carriage hands over is still with whom it was handed to, or with her.
  std::string is_with_her(part_id p) const {
    auto const& done = m_.events[plan_.of(p)->completed];
    if (!done.good || !done.holder) return "true";
    std::vector<std::string> all;
    for (std::size_t u = 0; u < units(done.good); ++u) {
      auto const who = holder(done.good, u);
      std::vector<std::string> any{"(" + who + " == " + number(m_.customer) + ")"};
      for (auto q : m_.parties.ids())
        if (q != m_.customer && same_firm(m_, q, done.holder))
          any.push_back("(" + who + " == " + number(q) + ")");
      all.push_back(promela_any(any));
    }
    return promela_any({left_out(done.good), promela_all(all)});
  }
  /// Its money was returned, and she asked for that, or it is severable.
  std::string left_out(part_id p) const {
    std::vector<std::string> any{asked_back(p)};
    if (auto const* const plan = plan_.of(p))
      for (auto const& all : plan->severable) {
        std::vector<std::string> back;
        back.reserve(all.size());
        for (auto const q : all) back.push_back(returned(q));
        any.push_back(promela_all(back));
      }
    return promela_any(any);
  }
  std::string all_kept() const {
    std::vector<std::string> all{"(phase == 1)"};
    for (auto const& p : plan_.parts()) {
      if (p.is_needed) all.push_back(all_done(p.part));
      all.push_back(is_with_her(p.part));
    }
    return promela_all(all);
  }
  /// E10.
  std::string nothing_paid() const {
    std::vector<std::string> all;
    for (auto const& p : plan_.parts())
      for (std::size_t u = 0; p.is_instalment && u < p.units; ++u)
        all.push_back(promela_not(happened(p.completed, u)));
    return promela_all(all);
  }
  std::string all_settled() const {
    std::vector<std::string> all{"(phase == 1)"};
    for (auto const& p : plan_.parts()) {
      auto const carried = m_.parts[p.part].carries;
      all.push_back(is_with_her(p.part));
      if (!p.is_needed) continue;
      all.push_back(
          promela_any({left_out(p.part), carried ? left_out(carried) : "false", all_done(p.part)}));
    }
    return promela_all(all);
  }
  /// E11. A time-out of the unit has happened, or can no longer.
  std::string time_is_over(event_id e, part_id p, std::size_t unit) const {
    auto const what = m_.events[e].subject;
    return promela_any(
        {happened(e, unit), what ? happened_for(what, p, unit, true) : std::string{"false"}});
  }
  std::string some_failed(part_id p, std::size_t unit) const {
    std::vector<std::string> any;
    for (auto e : m_.events.ids())
      if (m_.events[e].of == p && is_failure(m_.events[e].kind))
        any.push_back("(" + result(p, unit) + " == " + number(e) + ")");
    return promela_any(any);
  }
  std::string in_situation(rule_id id, part_id p = {}, std::size_t unit = 0,
                           promela_asking const& a = {}) const {
    auto const& r = m_.rules[id];
    return promela_all({r.until ? promela_not(happened_for(r.until, p, unit, true, a)) : "true",
                        r.since ? happened_for(r.since, p, unit, false, a) : "true"});
  }
  /// The event that the rule is on has happened to the unit, or has been reported.
  std::string cause_happened(rule_id id, std::size_t unit, promela_asking const& a = {}) const {
    auto const e = m_.rules[id].on;
    return m_.events[e].kind == event_kind::reported ? reported(m_.events[e].subject, unit, a)
                                                     : happened(e, unit);
  }
  /// It is for the so-many-th time that what the rule is on has come to the unit (Q3).
  std::string is_time(rule_id id, std::size_t unit) const {
    auto const& r = m_.rules[id];
    if (!is_counted(r)) return "true";
    auto const n = count(cause_of(id), unit);
    auto const is = [&](char const* how, std::size_t time) {
      return time == 0 ? std::string{"true"} : "(" + n + how + std::to_string(time) + ")";
    };
    return promela_all({is(" >= ", r.from_time), is(" <= ", r.up_to_time)});
  }
  std::string has_fired(rule_id id, std::size_t unit, promela_asking const& a = {}) const {
    auto happened = promela_all({cause_happened(id, unit, a), is_time(id, unit)});
    if (plan_.fired_bit(id, unit) == order_plan::none) return happened;
    auto const p = m_.events[cause_of(id)].of;
    return promela_all({happened, promela_any({fired(id, unit), in_situation(id, p, unit, a)})});
  }
  std::string gate_is_open(rule_id id, promela_asking const& a, part_id p, std::size_t unit) const {
    auto const gate = m_.rules[id].gate;
    return gate ? happened_for(gate, p, unit, false, a) : "true";
  }

 private:
  order_plan const& plan_;
  model_view const& m_;
};

}  // namespace lupaus::inline v0::detail
