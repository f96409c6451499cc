// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: moves in words.
#pragma once

#include "lupaus/explore/answers/trace_times.hpp"
#include "lupaus/explore/move_text.hpp"
#include "lupaus/explore/order/order_move.hpp"
#include "lupaus/explore/order/order_remedies.hpp"
#include "lupaus/life/order/order_ways.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/model/terms/time_text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

namespace lupaus::inline v0 {

namespace detail {

/// " (no. 2)", of a part that is there more than once.
inline std::string number_of_unit(model_view const& m, order_move const& x) {
  return x.part && units_of(m, x.part) > 1 ? " (no. " + std::to_string(x.unit + 1) + ")" : "";
}

/// "another machine"; of a service that carries nothing, "the installation again".
inline std::string another(model_view const& m, part_id object) {
  return m.parts[object].kind == part_kind::good ? "another " + name_of(m, object)
                                                 : the(m, object) + " again";
}

inline std::string phrase_happening(trace_plan const& plan, order_move const& x) {
  auto const& m = plan.model();
  auto const& e = m.events[x.event];
  auto const part = the(m, e.of) + number_of_unit(m, x);
  switch (e.kind) {
    case event_kind::started: {
      auto const good = m.parts[e.of].carries;
      if (good)
        return (x.by ? the(m, x.by) + " ships " + the(m, good) : the(m, good) + " is shipped") +
               number_of_unit(m, x);
      return x.by ? the(m, x.by) + " begins " + part : part + " begins";
    }
    case event_kind::completed:
      if (m.parts[e.of].kind == part_kind::good)
        return x.by ? the(m, x.by) + " has " + part + " ready" : part + " is ready";
      if (is_instalment(m.parts[e.of]))
        return x.by ? the(m, x.by) + " pays " + part : part + " is paid";
      return x.by ? the(m, x.by) + " completes " + part : part + " is completed";
    case event_kind::failed: {
      auto text = failing(m, x.event) + number_of_unit(m, x);
      if (x.by && !plan.is_maybe_in_her_hands(x.event))
        text += ", in the hands of " + the(m, plan.is_in_her_hands(x.event) ? m.customer : x.by);
      return text;
    }
    case event_kind::late: return part + " is late";
    case event_kind::timed_out:
      if (!e.subject)
        return phrase_limit(e.within) + " pass after " +
               (e.since == ordering ? std::string{"the order"} : name_of(m, e.since)) +
               number_of_unit(m, x);
      break;
    default: break;
  }
  auto text = name_of(m, x.event) + number_of_unit(m, x);
  if (x.by) text += " (" + the(m, x.by) + "'s doing)";
  if (e.good)
    text += ": " + (e.holder ? the(m, e.holder) + " now has " + the(m, e.good)
                             : the(m, e.good) + " is in nobody's hands");
  return text;
}

/// ", but for 50.00 EUR": the fee that is kept
inline std::string but_for_the_fee(model_view const& m, decision const& d) {
  return d.under && has_fee(m.rules[d.under]) ? ", but for " + phrase(m.rules[d.under].fee) : "";
}

/// " by 30.00 EUR"
inline std::string by_how_much(model_view const& m, decision const& d) {
  return d.under && has_reduction(m.rules[d.under]) ? " by " + phrase(m.rules[d.under].reduction)
                                                    : std::string{};
}

/// "replaces the machine"
inline std::string phrase_remedy(model_view const& m, order_move const& x) {
  auto const object = x.part ? object_of(m, x.says, x.part) : part_id{};
  auto const what = object ? " " + the(m, object) : std::string{};
  auto const& d = x.says;
  std::string text;
  switch (d.does) {
    case answer::replaces:
    case answer::accepts: text = "replaces" + what; break;
    case answer::performs_again: text = "performs" + what + " again"; break;
    case answer::repairs: text = "repairs" + what; break;
    case answer::reduces_price:
      text = "reduces the price of " + the(m, d.object ? d.object : object) + by_how_much(m, d);
      break;
    case answer::refunds: text = "returns the payment" + but_for_the_fee(m, d); break;
    case answer::waits: return "waits";
    case answer::refuses: return "refuses";
  }
  return d.takes > 0 ? text + " within " + in_words(d.takes) : text;
}

}  // namespace detail

LUPAUS_DECL std::string phrase(model_view const& m, order_move const& x) {
  return phrase(trace_plan{m}, x);
}

LUPAUS_DECL std::string phrase(trace_plan const& plan, order_move const& x) {
  auto const& m = plan.model();
  switch (x.kind) {
    case move_kind::orders: return the(m, x.by) + " orders";
    case move_kind::happens: return detail::phrase_happening(plan, x);
    case move_kind::reports:
      return the(m, x.by) + " tells " + the(m, m.seller) + " of '" + name_of(m, x.event) + "'" +
             detail::number_of_unit(m, x);
    case move_kind::tells:
      return the(m, x.by) + " tells " + the(m, m.parts[x.part].performer) + " that " +
             the(m, x.part) + detail::number_of_unit(m, x) + " can begin";
    case move_kind::acts:
      return the(m, m.seller) + " acts on '" + name_of(m, x.event) + "'" +
             detail::number_of_unit(m, x) + ": " + detail::phrase_remedy(m, x);
    case move_kind::asks: {
      auto const begin = the(m, x.by) + " asks " + the(m, m.seller);
      if (x.on == occasion::cancellation) return begin + " to cancel";
      return begin + " for " + detail::another(m, detail::object_of(m, {}, x.part)) +
             detail::number_of_unit(m, x);
    }
    case move_kind::leaves: return the(m, x.by) + " goes elsewhere, having paid nothing";
    case move_kind::breaks: return "the policy " + std::string{to_string(x.fault)};
  }
  return {};
}

LUPAUS_DECL std::string phrase_answer(model_view const& m, order_move const& x) {
  if (x.kind != move_kind::asks) return {};
  switch (x.says.does) {
    case answer::waits:
      return x.says.gate ? "told to wait for '" + name_of(m, x.says.gate) + "'" : "told to wait";
    case answer::refuses: return "refused";
    default: break;
  }
  if (x.on == occasion::cancellation)
    return "accepted, and the payment returned" + detail::but_for_the_fee(m, x.says);
  return "granted: " + the(m, m.seller) + " " + detail::phrase_remedy(m, x);
}

LUPAUS_DECL std::string phrase_ground(model_view const& m, order_move const& x,
                                      bool is_by_the_rules) {
  if (x.kind != move_kind::asks && x.kind != move_kind::acts) return {};
  if (x.says.under) return "by the rule: " + describe(m, x.says.under);
  return is_by_the_rules ? "no rule covers it" : "";
}

LUPAUS_DECL std::string phrase_outcome(model_view const& m, order_move const& x,
                                       bool is_by_the_rules) {
  auto const said = phrase_answer(m, x), ground = phrase_ground(m, x, is_by_the_rules);
  return said.empty() || ground.empty() ? said : said + "; " + ground;
}

}  // namespace lupaus::inline v0
