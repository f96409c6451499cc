// SPDX-License-Identifier: BSL-1.0
//
// The elements of a model in words.
#pragma once

#include "lupaus/model/element_text.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

LUPAUS_DECL std::string name_of(model_view const& m, party_id p) {
  return p ? std::string{m.parties[p].name} : "nobody";
}
LUPAUS_DECL std::string name_of(model_view const& m, part_id p) {
  return p ? std::string{m.parts[p].name} : "no part";
}
namespace detail {

// "delivery not completed within 30 days of the order", "14 days after possession of machine".
inline std::string name_of_time_out(model_view const& m, event const& e) {
  auto const since = e.since == ordering ? std::string{"the order"} : name_of(m, e.since);
  auto const time = phrase_limit(e.within);
  if (!e.subject) return time + " after " + since;
  auto const& x = m.events[e.subject];
  auto const part = name_of(m, x.of);
  auto missing = "not " + name_of(m, e.subject);
  if (x.kind == event_kind::completed)
    missing = part + (is_instalment(m.parts[x.of]) ? " not paid" : " not completed");
  if (x.kind == event_kind::started) missing = part + " not started";
  if (x.kind == event_kind::kept) missing = "promise not kept";
  if (x.kind == event_kind::possession) missing = "no " + name_of(m, e.subject);
  if (x.kind == event_kind::cancel_requested) missing = "no " + name_of(m, e.subject);
  if (x.kind == event_kind::reported) missing = name_of(m, x.subject) + " not reported";
  return missing + " within " + time + (e.since == ordering ? " of " : " after ") + since;
}

}  // namespace detail

LUPAUS_DECL std::string name_of(model_view const& m, event_id id) {
  if (!id) return "no event";
  auto const& e = m.events[id];
  auto const part = name_of(m, e.of);
  switch (e.kind) {
    case event_kind::failed:
    case event_kind::step: return std::string{e.name};
    case event_kind::timed_out: return detail::name_of_time_out(m, e);
    case event_kind::ordered: return "ordered";
    case event_kind::started: {
      auto const good = m.parts[e.of].carries;
      if (!good) return part + " started";
      std::size_t carriers = 0;
      for (auto const& p : m.parts) carriers += p.carries ? 1U : 0U;
      return carriers == 1 ? "shipped" : name_of(m, good) + " shipped";
    }
    case event_kind::completed:
      return part + (is_instalment(m.parts[e.of]) ? " paid" : " completed");
    case event_kind::late: return part + " late";
    case event_kind::possession: return "possession of " + part;
    case event_kind::reported: return name_of(m, e.subject) + " reported";
    case event_kind::cancel_requested: return "cancellation requested";
    case event_kind::replacement_requested: return "replacement requested";
    case event_kind::cancelled: return "cancelled";
    case event_kind::refunded: return "refunded";
    case event_kind::kept: return "promise kept";
  }
  return {};
}

inline std::string with_article(std::string name) {
  auto const is_noun = !name.empty() && name[0] >= 'a' && name[0] <= 'z';
  return (is_noun ? "the " : "") + name;
}
LUPAUS_DECL std::string the(model_view const& m, party_id p) {
  return p ? with_article(name_of(m, p)) : name_of(m, p);
}
LUPAUS_DECL std::string the(model_view const& m, event_id e) {
  return e ? with_article(name_of(m, e)) : name_of(m, e);
}
LUPAUS_DECL std::string the(model_view const& m, part_id p) {
  if (!p) return name_of(m, p);
  return p == whole ? "the whole" : with_article(name_of(m, p));
}

LUPAUS_DECL std::string heading_of(model_view const& m, part_id p) {
  return p == whole ? "'" + name_of(m, p) + "'" : name_of(m, p);
}

LUPAUS_DECL std::string sentence(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

LUPAUS_DECL std::string failing(model_view const& m, event_id failure) {
  auto const& e = m.events[failure];
  if (e.kind == event_kind::late) return the(m, e.of) + " is late";
  return the(m, e.of) + " fails ('" + name_of(m, failure) + "')";
}

LUPAUS_DECL std::string place_of(model_view const& m, event_id e) {
  auto const& x = m.events[e];
  if (is_of_order(x.kind) || x.kind == event_kind::completed || x.kind == event_kind::possession ||
      x.kind == event_kind::late)
    return name_of(m, e);
  return name_of(m, e) + " (" + name_of(m, x.of) + ")";
}
LUPAUS_DECL std::string place_of(model_view const& m, claim const& c) {
  return heading_of(m, c.about) + ", claimed by " + name_of(m, c.claimant) +
         (c.words.empty() ? "" : " in the words \"" + std::string{c.words} + "\"");
}

LUPAUS_DECL std::string phrase(model_view const& m, term const& t) {
  if (!t.quality) return "no term";
  auto text = t.quality->phrase(t.limit);
  if (!t.anchor) return text;
  if (t.quality == &quality_of<cancellable> && t.limit.a == 0)
    return text + " until " + name_of(m, t.anchor);
  return text + " after " + name_of(m, t.anchor);
}

LUPAUS_DECL std::string full_phrase(model_view const& m, term const& t) {
  auto text = phrase(m, t);
  if (t.quality && !t.anchor && !t.quality->from.empty() && is_length(t.limit))
    text += " of " + std::string{t.quality->from};
  return text;
}

LUPAUS_DECL std::string listed(std::vector<std::string> const& items, char const* last) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? last : ", ";
    text += items[i];
  }
  return text;
}

LUPAUS_DECL std::string phrase_action(model_view const& m, rule const& r) {
  auto const object = r.object ? " " + the(m, r.object) : std::string{};
  switch (r.action) {
    case action_kind::replace: return "replaces" + object;
    case action_kind::perform_again: return "performs" + object + " again";
    case action_kind::repair: return "repairs" + object;
    case action_kind::reduce_price:
      return "reduces the price" + (r.object ? " of" + object : "") +
             (has_reduction(r) ? " by " + phrase(r.reduction) : "");
    case action_kind::refund: return "refunds";
    case action_kind::accept: return "accepts";
    case action_kind::refuse: return "refuses";
    case action_kind::act: return std::string{r.words};
  }
  return {};
}

namespace detail {

LUPAUS_DECL std::string ordinal(std::size_t n) {
  constexpr char const* ends[] = {"th", "st", "nd", "rd"};
  return std::to_string(n) + ends[n < 4 ? n : 0];
}
// ", the 1st time", ", the first 2 times", ", from the 2nd time on", ", from the 2nd
// to the 4th time", ", the 2nd time".
inline std::string times_of(rule const& r) {
  if (r.from_time == r.up_to_time || r.from_time + r.up_to_time == 1)
    return is_counted(r) ? ", the " + ordinal(r.up_to_time) + " time" : "";
  if (r.from_time == 0) return ", the first " + std::to_string(r.up_to_time) + " times";
  auto const from = ", from the " + ordinal(r.from_time);
  return from + (r.up_to_time > 0 ? " to the " + ordinal(r.up_to_time) + " time" : " time on");
}

}  // namespace detail

LUPAUS_DECL std::string describe(model_view const& m, element e) {
  switch (e.kind) {
    case element_kind::nothing: return "nothing";
    case element_kind::party: {
      auto const p = static_cast<party_id>(e);
      return name_of(m, p) + " (" + std::string{to_string(m.parties[p].is)} + ")";
    }
    case element_kind::part: {
      auto const p = static_cast<part_id>(e);
      auto text = name_of(m, p) + " (" + std::string{to_string(m.parts[p].kind)};
      if (is_priced(m.parts[p])) text += ", " + phrase(m.parts[p].price);
      if (is_step(m.parts[p])) text += ", " + m.parts[p].gives->phrase({});
      if (m.parts[p].level != experience_level::unsaid)
        text += ", level of " + std::string{to_string(m.parts[p].level)};
      return text + ")";
    }
    case element_kind::event: return place_of(m, static_cast<event_id>(e));
    case element_kind::claim: {
      auto const& c = m.claims[static_cast<claim_id>(e)];
      auto text = name_of(m, c.claimant) + (c.implied ? " implies for " : " claims for ") +
                  name_of(m, c.about) + ": ";
      std::vector<std::string> terms;
      for_each_term(m, c, [&](term const& t) { terms.push_back(full_phrase(m, t)); });
      if (!c.words.empty()) terms.insert(terms.begin(), "\"" + std::string{c.words} + "\"");
      return text + listed(terms);
    }
    case element_kind::commitment: {
      auto const& c = m.commitments[static_cast<commitment_id>(e)];
      auto text = name_of(m, c.debtor) + " commits to " + name_of(m, c.creditor) + " for ";
      text += name_of(m, c.brings_about ? m.events[c.brings_about].of : c.about);
      if (c.brings_about) text += " (" + name_of(m, c.brings_about) + ")";
      if (c.consequent.quality) text += ": " + full_phrase(m, c.consequent);
      if (c.antecedent) text += ", if " + name_of(m, c.antecedent);
      if (!c.interest.empty()) text += ", for " + std::string{c.interest};
      if (c.overrides) text += ", which can override '" + std::string{c.overrides->name} + "'";
      return text;
    }
    case element_kind::rule: {
      auto const& r = m.rules[static_cast<rule_id>(e)];
      auto text = "on " + name_of(m, r.on);
      if (r.since) text += ", from " + name_of(m, r.since);
      if (r.until)
        text += r.since ? " until " + name_of(m, r.until) : ", until " + name_of(m, r.until);
      text += detail::times_of(r) + ": " + name_of(m, r.debtor) + " " + phrase_action(m, r);
      if (has_fee(r)) text += ", and keeps " + phrase(r.fee);
      if (r.gate) text += ", waits for " + name_of(m, r.gate);
      if (r.within.kind != bound_kind::nothing)
        text += (r.gate ? ", then within " : " within ") + phrase_limit(r.within);
      return text;
    }
    case element_kind::notice: {
      auto const& n = m.notices[static_cast<notice_id>(e)];
      return name_of(m, n.from) + " tells " + name_of(m, n.to) + " of " + name_of(m, n.of) +
             (n.within.kind == bound_kind::nothing ? "" : " within " + phrase_limit(n.within)) +
             (n.words.empty() ? "" : ": \"" + std::string{n.words} + "\"");
    }
    case element_kind::coordination: {
      auto const& c = m.coordinations[static_cast<coordination_id>(e)];
      return name_of(m, c.owner) + " coordinates " + name_of(m, c.before) + " and " +
             name_of(m, c.after);
    }
    case element_kind::channel: {
      auto const& c = m.channels[static_cast<channel_id>(e)];
      return name_of(m, c.a) + " reaches " + name_of(m, c.b);
    }
    case element_kind::recourse: {
      auto const& r = m.recourses[static_cast<recourse_id>(e)];
      return name_of(m, r.creditor) + " recovers from " + name_of(m, r.debtor) + " for " +
             name_of(m, r.failure);
    }
    case element_kind::capability:
      return std::string{m.capabilities[static_cast<capability_id>(e)].name};
    case element_kind::ability: {
      auto const& a = m.abilities[static_cast<ability_id>(e)];
      return name_of(m, a.who) + " can do " + name_of(m, a.what) + " within " +
             phrase_limit(a.lead_time);
    }
    case element_kind::risk: {
      auto const& r = m.risks[static_cast<risk_id>(e)];
      auto text = name_of(m, r.bearer) + (r.covers ? " covers " + name_of(m, r.covers) : " bears") +
                  (r.covers ? " for the loss of " : " the loss of ") + name_of(m, r.of);
      if (r.from) text += ", from " + name_of(m, r.from);
      if (r.until)
        text += r.from ? " until " + name_of(m, r.until) : ", until " + name_of(m, r.until);
      return text;
    }
  }
  return {};
}

}  // namespace lupaus::inline v0
