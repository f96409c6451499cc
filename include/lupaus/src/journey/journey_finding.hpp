// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the findings on a journey's design.
#pragma once

#include "lupaus/check/sentences.hpp"
#include "lupaus/detail/visible_text.hpp"
#include "lupaus/journey/journey_finding.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/src/journey/touchpoint.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// True when the part is the customer's own work, or she owes something of it.
inline bool is_promised_as_hers(model_view const& m, part_id p) {
  if (!p) return false;
  if (m.parts[p].performer == m.customer) return true;
  return std::any_of(m.commitments.begin(), m.commitments.end(),
                     [&](commitment const& c) { return c.debtor == m.customer && c.about == p; });
}

inline journey_finding burden_at(model_view const& m, customer_journey const& j, std::size_t i) {
  auto const& t = j.steps[i];
  sentences say{m};
  say.with("words", '"' + t.next->words + '"');
  say.with("step", t.name).with("who", the(m, t.met_by ? t.met_by : m.seller));
  journey_finding f{.what = journey_gaps::burden_on_customer,
                    .step = i,
                    .part = t.of,
                    .accountable = m.seller,
                    .performing = t.met_by};
  f.words.what = say("at the step '{step}' the next move is {customer}'s: {words}.");
  f.words.where = t.name;
  f.words.why = say(
      "nobody promised that move as hers. {Customer} has to know how it goes on, and to say so.");
  f.words.mend =
      say("{Who} makes the next move with something concrete; or the promise says that it is "
          "{customer}'s.");
  f.words.evidence.assign({t.next->by});
  return f;
}

inline journey_finding without_companion(model_view const& m, customer_journey const& j,
                                         std::size_t i, part_id good) {
  std::vector<std::string> steps;
  for (auto const& t : j.steps)
    if (std::find(t.sells.begin(), t.sells.end(), good) != t.sells.end())
      steps.push_back("'" + t.name + "'");
  auto const& t = j.steps[i];
  sentences say{m};
  say.with("good", name_of(m, good)).with("steps", listed(steps));
  say.with("who", the(m, t.met_by ? t.met_by : m.seller));
  journey_finding f{.what = journey_gaps::missing_companion,
                    .step = i,
                    .part = good,
                    .accountable = m.seller,
                    .performing = t.met_by};
  f.words.what = say("'{good}' is sold, and no add-on is named for it.");
  f.words.where = name_of(m, good);
  f.words.why = say("It is sold at {steps}. {Who} can suggest nothing concrete with it.");
  f.words.mend = say("{shop} names an add-on for it, and a step suggests that one.");
  f.words.evidence.assign({good});
  return f;
}

}  // namespace detail

LUPAUS_DECL std::vector<journey_finding> check_journey(model_view const& m,
                                                       customer_journey const& j) {
  detail::require_sound_journey(m, j);
  std::vector<journey_finding> found;
  std::vector<bool> has_companion(m.parts.size());
  for (std::size_t i = 0; i < j.steps.size(); ++i) {
    auto const& t = j.steps[i];
    if (t.next && t.next->by == m.customer && !detail::is_promised_as_hers(m, t.of))
      found.push_back(detail::burden_at(m, j, i));
    for (auto const& c : t.suggests) {
      has_companion[c.of.index()] = true;
      if (c.part) has_companion[c.part.index()] = true;  // an add-on itself needs none
    }
  }
  for (std::size_t i = 0; i < j.steps.size(); ++i)
    for (auto good : j.steps[i].sells) {
      if (has_companion[good.index()]) continue;
      has_companion[good.index()] = true;  // told once
      found.push_back(detail::without_companion(m, j, i, good));
    }
  return found;
}

LUPAUS_DECL std::string to_text(model_view const& m, journey_finding const& f) {
  auto text = std::string{to_string(f.what.severity)} + ": " + std::string{f.what.id} + ": " +
              f.words.where + ": ";
  if (!f.visit.empty()) text += "visit " + f.visit + ": ";
  text += f.words.what + " " + f.words.why + " To mend: " + f.words.mend;
  if (f.performing) text += " (Met by " + the(m, f.performing) + ".)";
  return detail::visible(text);
}

}  // namespace lupaus::inline v0
