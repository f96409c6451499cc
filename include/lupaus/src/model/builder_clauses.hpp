// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the clauses of the builder.
#pragma once

#include "lupaus/model/builder/builder_clauses.hpp"
#include "lupaus/model/builder/prices.hpp"

#include <string>
#include <string_view>

namespace lupaus::inline v0 {

// ---- a step ----------------------------------------------------------------------------------

LUPAUS_DECL step_clause& step_clause::follows(event_ref from, source_place at) {
  if (!event_) return *this;
  if (auto const way = writer_->add_way(event_, from, at)) way_ = way;
  return *this;
}
LUPAUS_DECL step_clause& step_clause::by(party_ref who, source_place at) {
  if (event_) way_ = writer_->set_actor(event_, way_, who, at);
  return *this;
}
LUPAUS_DECL step_clause& step_clause::hands(part_ref good, party_ref holder, source_place at) {
  if (event_) writer_->set_goods(event_, good, holder, at);
  return *this;
}

LUPAUS_DECL step_clause& step_clause::until(event_ref time_out, source_place at) {
  if (event_) writer_->set_end(event_, time_out, at);
  return *this;
}

// ---- commitments -----------------------------------------------------------------------------

LUPAUS_DECL detail::statement commitment_clause::about(char const* what) const {
  if (made_.first >= made_.end) return {what, {}, "", {}, at_};
  return {what, party_ref{writer_->tables.columns.commitments[made_.first].debtor}, "", {}, at_};
}

LUPAUS_DECL commitment_clause& commitment_clause::to(party_ref creditor) {
  auto& t = writer_->tables;
  auto const c = t.find(creditor, about("the creditor of"));
  for (auto i = made_.first; i < made_.end; ++i) {
    t.columns.commitments[i].creditor = c;
    if (c && c == t.columns.commitments[i].debtor)
      t.fail(error_code::contradiction, about("a commitment of"),
             {"nobody can owe something to himself"});
  }
  return *this;
}
LUPAUS_DECL commitment_clause& commitment_clause::given(event_ref antecedent) {
  auto& t = writer_->tables;
  auto const e = t.find(antecedent, about("the condition of"));
  for (auto i = made_.first; i < made_.end; ++i) t.columns.commitments[i].antecedent = e;
  return *this;
}
LUPAUS_DECL commitment_clause& commitment_clause::brings_about(event_ref what) {
  auto& t = writer_->tables;
  auto const s = about("what is owed by");
  auto const e = t.find(what, s);
  t.refuse_time_out(e, s);
  for (auto i = made_.first; i < made_.end; ++i) t.columns.commitments[i].brings_about = e;
  return *this;
}
LUPAUS_DECL commitment_clause& commitment_clause::on_request() {
  for (auto i = made_.first; i < made_.end; ++i)
    writer_->tables.columns.commitments[i].on_request = true;
  return *this;
}
LUPAUS_DECL commitment_clause& commitment_clause::rests_on(std::string_view capability) {
  auto& t = writer_->tables;
  auto const s = about("a commitment of");
  auto const found = t.find_capability(capability, s);
  for (auto i = made_.first; found && i < made_.end; ++i)
    t.add(requirement{commitment_id{i}, found}, t.columns.requirements, s);
  return *this;
}
LUPAUS_DECL commitment_clause& commitment_clause::overrides(term_spec const& quality,
                                                            std::string_view interest) {
  auto& t = writer_->tables;
  auto const s = about("an incentive of");
  auto const resolved = t.resolve(quality, s);
  t.refuse_control_characters(interest, s);
  auto const name = t.keep(interest);
  for (auto i = made_.first; i < made_.end; ++i) {
    t.columns.commitments[i].overrides = resolved.quality;
    t.columns.commitments[i].interest = name;
  }
  return *this;
}

// ---- a rule ----------------------------------------------------------------------------------

LUPAUS_DECL detail::statement rule_clause::about() const {
  auto const& r = writer_->tables.columns.rules[rule_.index()];
  return {"the rule on", event_ref{r.on}, "", {}, at_};
}

LUPAUS_DECL rule_clause& rule_clause::set(event_id rule::*member, event_ref e) {
  if (!rule_) return *this;
  auto const found = writer_->tables.find(e, about());
  writer_->tables.columns.rules[rule_.index()].*member = found;
  return *this;
}

LUPAUS_DECL rule_clause& rule_clause::set_time(std::uint8_t rule::*member, char const* word,
                                               std::size_t least, std::size_t n) {
  if (!rule_) return *this;
  if (n < least || n > least + most_times_counted - 2)
    writer_->tables.fail(
        error_code::bad_value, about(),
        {"'", word, "' is ", detail::decimal{least}, " to ",
         detail::decimal{least + most_times_counted - 2}, ", and ", detail::decimal{n},
         " was given: failures are counted to ", detail::decimal{most_times_counted}});
  else
    writer_->tables.columns.rules[rule_.index()].*member = static_cast<std::uint8_t>(n);
  return *this;
}

LUPAUS_DECL rule_clause& rule_clause::owes(party_ref debtor, action const& what,
                                           party_ref creditor) {
  if (!rule_) return *this;
  auto& t = writer_->tables;
  auto const s = about();
  auto const who = t.find(debtor, s);
  auto const object = what.object ? t.find(what.object, s) : part_id{};
  auto const to_whom = creditor ? t.find(creditor, s) : t.columns.customer;
  if (object && what.units > t.columns.parts[object.index()].quantity)
    t.fail(error_code::bad_value, s,
           {detail::decimal{what.units}, " units of '", t.columns.parts[object.index()].name,
            "' are more than the ", detail::decimal{t.columns.parts[object.index()].quantity},
            " ordered"});
  if (!what.object && what.units > 0)
    t.fail(error_code::missing, s,
           {detail::decimal{what.units}, " units are of a part, and none was named"});
  if (what.kind == action_kind::act && what.words.empty())
    t.fail(error_code::missing, s, {"an action in words is expected, and none was given"});
  if (what.kind == action_kind::act && what.object)
    t.fail(error_code::contradiction, s, {"an action in words says all in its words"});
  auto const is_amount = what.by.in.valid() || what.by.minor_units != 0;
  if (is_amount && what.kind != action_kind::reduce_price)
    t.fail(error_code::contradiction, s, {"an amount is taken off a price alone"});
  else if (is_amount && !what.object)
    t.fail(error_code::missing, s,
           {"an amount is taken off the price of a part, and none was named"});
  else if (is_amount && !detail::is_part_of_price(what.by))
    t.fail(error_code::bad_value, s,
           {"an amount of 1 to ", detail::decimal{detail::most_minor_units},
            " minor units of a currency is expected, and ", detail::decimal{what.by.minor_units},
            " were given"});
  t.refuse_control_characters(what.words, s);
  auto const words = t.keep(what.words);
  auto& r = t.columns.rules[rule_.index()];
  r.debtor = who;
  r.creditor = to_whom;
  r.action = what.kind;
  r.object = object;
  r.units = what.units;
  r.words = words;
  if (is_amount && detail::is_part_of_price(what.by)) r.reduction = what.by;
  return *this;
}

LUPAUS_DECL rule_clause& rule_clause::takes(time_limit const& t) {
  if (!rule_) return *this;
  auto const& limit = t.value;
  if (limit.fault)
    writer_->tables.fail(error_code::bad_value, about(), {limit.fault, " is expected"});
  else if (!is_length(limit.value))
    writer_->tables.fail(error_code::unit_mismatch, about(),
                         {"a rule takes a length of time, not a date"});
  writer_->tables.columns.rules[rule_.index()].within = limit.value;
  return *this;
}

LUPAUS_DECL rule_clause& rule_clause::keeps(money fee) {
  if (!rule_) return *this;
  if (fee.minor_units < 1 || fee.minor_units > detail::most_minor_units)
    writer_->tables.fail(
        error_code::bad_value, about(),
        {"a fee of 1 to ", detail::decimal{detail::most_minor_units},
         " minor units is expected, and ", detail::decimal{fee.minor_units}, " were given"});
  else if (auto const amount = bound_codec<money>::encode(fee); amount.fault)
    writer_->tables.fail(error_code::bad_value, about(), {amount.fault, " is expected"});
  else
    writer_->tables.columns.rules[rule_.index()].fee = fee;
  return *this;
}

LUPAUS_DECL rule_clause& rule_clause::presumes(presumed const& p) {
  if (!rule_) return *this;
  auto& t = writer_->tables;
  auto const s = about();
  presumption x{rule_, {}, {}, {}};
  if (p.happened) {
    x.happened = t.find(p.happened, s);
    x.is_not = p.is_not;
  } else {
    x.holder = t.find(p.holder, s);
    x.good = t.find(p.good, s);
    if (x.good && t.columns.parts[x.good.index()].kind != part_kind::good)
      t.fail(error_code::unit_mismatch, s, {"only a good can be held"});
  }
  t.add(x, t.columns.presumptions, s);
  return *this;
}

}  // namespace lupaus::inline v0
