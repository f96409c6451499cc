// SPDX-License-Identifier: BSL-1.0
//
// What the builder's calls return, so that a clause can be said to its end:
//   b.on(damaged).owes(shop, replace(machine)).waits_for(back).presumes(held_by(customer,
//   machine));
// A clause refers to its builder and is used up in the expression that made it.
#pragma once

#include "lupaus/model/builder/name_resolution.hpp"

namespace lupaus::inline v0 {

/// A step in the life of a part.
class step_clause {
 public:
  step_clause(detail::draft& d, event_id e) : draft_{&d}, event_{e} {}

  operator event_ref() const { return event_ref{event_}; }
  event_id id() const { return event_; }

  /// It can follow that event. Said again, it is another way in which the step can come about.
  step_clause& follows(event_ref from, source_place at = source_place::here()) {
    if (!event_) return *this;
    auto const s = about("the way to", at);
    auto const f = draft_->find(from, s);
    if (f == event_) {
      draft_->fail(error_code::contradiction, s, "an event cannot follow itself");
      return *this;
    }
    if (f && f != ordering && !draft_->is_in_a_life(f)) {
      draft_->fail(error_code::contradiction, s,
                   "a step follows an event in the life of a part, and '" + draft_->name_of(from) +
                       "' is none; name the step that it means");
      return *this;
    }
    transition_ = draft_->add(transition{f, event_, {}}, draft_->columns.transitions, s);
    return *this;
  }
  /// Who brings it about, after the event last named; if nobody is said, the part's performer.
  step_clause& by(party_ref who, source_place at = source_place::here()) {
    if (!event_) return *this;
    auto const s = about("the actor of", at);
    if (!transition_)
      transition_ = draft_->add(transition{{}, event_, {}}, draft_->columns.transitions, s);
    auto const p = draft_->find(who, s);
    if (transition_) draft_->columns.transitions[transition_.index()].by = p;
    return *this;
  }
  /// With it the good changes hands: afterwards `holder` holds it.
  step_clause& hands(part_ref good, party_ref holder, source_place at = source_place::here()) {
    if (!event_) return *this;
    auto const s = about("the goods in", at);
    auto const g = draft_->find(good, s);
    auto const h = draft_->find(holder, s);
    if (g && draft_->columns.parts[g.index()].kind != part_kind::good)
      draft_->fail(error_code::unit_mismatch, s, "only a good can change hands");
    auto& e = draft_->columns.events[event_.index()];
    e.good = g;
    e.holder = h;
    return *this;
  }

 private:
  detail::saying about(char const* what, source_place at) const {
    return {what, draft_->name_of(event_ref{event_}), "", "", at};
  }
  detail::draft* draft_;
  event_id event_;
  transition_id transition_;
};

/// One commitment, or several made in one breath.
class commitment_clause {
 public:
  commitment_clause(detail::draft& d, std::size_t first, std::size_t end, source_place at)
      : draft_{&d}, first_{first}, end_{end}, at_{at} {}

  /// Owed to that party.
  commitment_clause& to(party_ref creditor) {
    auto const c = draft_->find(creditor, saying("the creditor of"));
    for_each([&](commitment& x) {
      x.creditor = c;
      if (c && c == x.debtor)
        draft_->fail(error_code::contradiction, saying("a commitment of"),
                     "nobody can owe something to himself");
    });
    return *this;
  }
  /// Owed only if that event happens.
  commitment_clause& given(event_ref antecedent) {
    auto const e = draft_->find(antecedent, saying("the condition of"));
    for_each([&](commitment& x) { x.antecedent = e; });
    return *this;
  }
  /// What is owed is that event, and not the completion of the part.
  commitment_clause& brings_about(event_ref what) {
    auto const e = draft_->find(what, saying("what is owed by"));
    for_each([&](commitment& x) { x.brings_about = e; });
    return *this;
  }
  /// A remedy: owed only where a rule calls for it.
  commitment_clause& on_request() {
    for_each([&](commitment& x) { x.on_request = true; });
    return *this;
  }
  /// It rests on an enabling condition, declared by `capability`.
  commitment_clause& rests_on(std::string_view capability) {
    auto const s = saying("a commitment of");
    capability_id found;
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < draft_->columns.capabilities.size(); ++i) {
      names.push_back(draft_->columns.capabilities[i].name);
      if (names.back() == capability) found = capability_id{i};
    }
    if (!found)
      draft_->fail(error_code::unknown_name, s,
                   "there is no capability named '" + std::string{capability} + "'",
                   nearest_name(capability, names));
    for (auto i = first_; found && i < end_; ++i)
      draft_->add(requirement{commitment_id{i}, found}, draft_->columns.requirements, s);
    return *this;
  }
  /// An incentive that can override what is promised of a quality.
  commitment_clause& overrides(term_spec const& quality) {
    auto const t = draft_->resolve(quality, saying("an incentive of"));
    for_each([&](commitment& x) { x.overrides = t.quality; });
    return *this;
  }

  /// The id of the first of them.
  commitment_id id() const { return first_ < end_ ? commitment_id{first_} : commitment_id{}; }

 private:
  detail::saying saying(char const* what) const {
    std::string who;
    if (first_ < end_) who = draft_->name_of(party_ref{draft_->columns.commitments[first_].debtor});
    return {what, who, "", "", at_};
  }
  template <class F>
  void for_each(F f) {
    for (auto i = first_; i < end_; ++i) f(draft_->columns.commitments[i]);
  }
  detail::draft* draft_;
  std::size_t first_, end_;
  source_place at_;
};

/// A rule, from the event that it fires on to what it takes for granted.
class rule_clause {
 public:
  rule_clause(detail::draft& d, rule_id r, source_place at) : draft_{&d}, rule_{r}, at_{at} {}

  /// Only from that event on.
  rule_clause& since(event_ref e) { return set(&rule::since, e); }
  /// Only as long as that event has not happened.
  rule_clause& until(event_ref e) { return set(&rule::until, e); }
  rule_clause& between(event_ref from, event_ref to) { return since(from).until(to); }

  /// Who owes what; to the customer, unless somebody else is said.
  rule_clause& owes(party_ref debtor, action const& what, party_ref creditor = {}) {
    if (!rule_) return *this;
    auto& d = *draft_;
    auto const s = saying();
    auto const who = d.find(debtor, s);
    auto const object = what.object ? d.find(what.object, s) : part_id{};
    auto const to_whom = creditor ? d.find(creditor, s) : d.columns.customer;
    if (object && what.units > d.columns.parts[object.index()].quantity)
      d.fail(error_code::bad_value, s,
             std::to_string(what.units) + " units of '" +
                 std::string{d.columns.parts[object.index()].name} + "' are more than the " +
                 std::to_string(d.columns.parts[object.index()].quantity) + " ordered");
    if (!what.object && what.units > 0)
      d.fail(error_code::missing, s,
             std::to_string(what.units) + " units are of a part, and none was named");
    if (what.kind == action_kind::act && what.words.empty())
      d.fail(error_code::missing, s, "an action in words is expected, and none was given");
    if (what.kind == action_kind::act && what.object)
      d.fail(error_code::contradiction, s, "an action in words says all in its words");
    d.refuse_control_characters(what.words, s);
    auto const words = d.keep(what.words);
    auto& r = d.columns.rules[rule_.index()];
    r.debtor = who;
    r.creditor = to_whom;
    r.action = what.kind;
    r.object = object;
    r.units = what.units;
    r.words = words;
    return *this;
  }
  /// The action waits for that event.
  rule_clause& waits_for(event_ref gate) { return set(&rule::gate, gate); }
  /// The action takes at most so long, after the gate if there is one.
  template <length_or_date T>
  rule_clause& within(T t) {
    if (!rule_) return *this;
    auto const limit = lasting(t).value;
    if (limit.fault)
      draft_->fail(error_code::bad_value, saying(), std::string{limit.fault} + " is expected");
    else if (!is_length(limit.value))
      draft_->fail(error_code::unit_mismatch, saying(),
                   "a rule takes a length of time, not a date");
    draft_->columns.rules[rule_.index()].within = limit.value;
    return *this;
  }
  /// What it takes for granted.
  rule_clause& presumes(presumed const& p) {
    if (!rule_) return *this;
    auto& d = *draft_;
    auto const s = saying();
    presumption x{rule_, {}, {}, {}};
    if (p.happened) {
      x.happened = d.find(p.happened, s);
    } else {
      x.holder = d.find(p.holder, s);
      x.good = d.find(p.good, s);
      if (x.good && d.columns.parts[x.good.index()].kind != part_kind::good)
        d.fail(error_code::unit_mismatch, s, "only a good can be held");
    }
    d.add(x, d.columns.presumptions, s);
    return *this;
  }

  rule_id id() const { return rule_; }

 private:
  detail::saying saying() const {
    auto const& r = draft_->columns.rules[rule_.index()];
    return {"the rule on", draft_->name_of(event_ref{r.on}), "", "", at_};
  }
  rule_clause& set(event_id rule::*member, event_ref e) {
    if (!rule_) return *this;
    auto const found = draft_->find(e, saying());
    draft_->columns.rules[rule_.index()].*member = found;
    return *this;
  }
  detail::draft* draft_;
  rule_id rule_;
  source_place at_;
};

}  // namespace lupaus::inline v0
