// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: a verdict as text.
#pragma once

#include "lupaus/explore/answers/trace_times.hpp"
#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/report/exposure.hpp"
#include "lupaus/report/layout.hpp"
#include "lupaus/report/stories_left_out.hpp"
#include "lupaus/report/story.hpp"
#include "lupaus/report/verdict_words.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// " in 3 sets of parts that do not touch each other"; empty where there was one search of all.
inline std::string searches_of(verdict const& v) {
  auto const searches = number_of(v.searches, "search", "searches");
  if (v.is_apart)
    return " in " + searches + ", each of the parts that " +
           number_of(v.failures, "failure", "failures") + " can touch";
  return v.searches > 1
             ? " in " + std::to_string(v.searches) + " sets of parts that do not touch each other"
             : std::string{};
}

inline std::string contacts_of(verdict const& v) {
  if (!v.most_contacts) return "unknown: the search for them was not finished";
  auto text =
      *v.most_contacts == 0 ? std::string{"none"} : "at most " + std::to_string(*v.most_contacts);
  text += " that she needs, wherever there is a way out";
  return v.seen.is_complete() ? text : text + ", as far as it looked";
}

/// Empty where nothing takes time, or nobody asked.
inline std::string takes_of(verdict const& v) {
  if (!v.seen.is_complete()) return "unknown: not every state was seen";
  auto const why = v.times.why;
  if (why == stop_reason::complete || why == stop_reason::not_yet) return phrase(v.times);
  return "unknown: the search for the times was " + std::string{to_string(why)};
}

}  // namespace detail

LUPAUS_DECL std::string summary(verdict const& v) {
  if (!v.refusal.empty()) return "It could not be explored: " + v.refusal + ".";
  std::size_t traps = 0;
  for (auto const& s : v.stories) traps += s.ends == ending::trapped ? 1u : 0u;
  auto const doomed = v.stories.size() - traps;
  std::vector<std::string> found;
  if (traps > 0)
    found.push_back("a customer can be trapped in " + detail::number_of(traps, "way", "ways"));
  if (doomed > 0)
    found.push_back("a customer can be doomed without being refused everything in " +
                    detail::number_of(doomed, "way", "ways"));
  if (!v.broken.empty())
    found.push_back("the policy breaks in " + detail::number_of(v.broken.size(), "way", "ways"));
  if (!v.violations.empty())
    found.push_back(detail::number_of(v.violations.size(), "invariant does not hold",
                                      "invariants do not hold"));
  auto const begin = "With " + detail::budget_of(v) + ", ";
  if (!found.empty())
    return begin + listed(found) + "." +
           (v.seen.is_complete() ? "" : " There may be more: not every state was seen.");
  auto const is_free = v.seen.is_complete() && v.model().paid == payment::on_the_spot;
  if (is_free && detail::has_steps(v.model()))
    return begin + "no customer is trapped: she is free to leave, which proves nothing of the " +
           "encounter.";
  if (is_free && !detail::has_failures(v.model()))
    return begin + "no customer is trapped: she is free to leave, and nothing in the promise can " +
           "fail, so that nothing is proved.";
  if (v.seen.is_complete() && v.has_every_unit)
    return begin + "no customer is trapped: proved over all states.";
  if (v.seen.is_complete())
    return begin + "no customer is trapped in an order of " +
           detail::number_of(v.units, "unit", "units") +
           " of a part at most: proved over all states of such orders, and of no larger one.";
  return begin + "no trap was found, but not every state was seen: this proves nothing.";
}

LUPAUS_DECL std::string to_text(verdict const& v, story_options options) {
  auto const& m = v.model();
  options.units = v.units;
  options.is_by_the_rules = v.is_by_the_rules;
  auto const title = name_of(m, whole);
  auto out = title + '\n' + std::string(detail::width_of(title), '=') + "\n\n";
  for (auto const& line : detail::wrapped(summary(v), options.width)) out += line + '\n';
  if (!v.refusal.empty()) return detail::visible_lines(out);
  out += '\n';
  auto const row = [&](char const* label, std::string const& text) {
    out += detail::labelled(label, text, options.width);
  };
  row("  Looked at  ", to_string(v.seen) + detail::searches_of(v) + "; " +
                           (v.has_every_unit ? "every unit of every part"
                                             : "of each part at most " +
                                                   detail::number_of(v.units, "unit", "units")));
  if (v.doomed > 0 && !v.is_apart)  // else one state may have been seen more than once
    row("  Trapped    ", "in " + detail::number_of(v.trapped, "state", "states") + "; doomed in " +
                             std::to_string(v.doomed) + ", of which released by nothing " +
                             std::to_string(v.released_by_nothing));
  row("  Contacts   ", detail::contacts_of(v));
  if (auto const takes = detail::takes_of(v); !takes.empty()) row("  Takes      ", takes);
  auto label = "  Told       ";
  if (v.missed_notices.empty()) row(label, "of every failure, in the time that she was promised");
  for (auto const& s : v.missed_notices) {
    row(label, detail::phrase(m, s));
    label = "             ";
  }
  label = "  Encounter  ";
  for (auto const& line : detail::encounter_lines(v)) {
    row(label, line);
    label = "             ";
  }
  row("  Seller     ", detail::exposed_in(v));
  label = "  Costs      ";
  for (auto const& x : v.costs) {
    row(label, phrase(m, x));
    label = "             ";
  }
  if (!v.stories.empty() || !v.violations.empty() || !v.broken.empty() || !v.exposures.empty())
    out += "\nTimes count from the order, at the latest that was agreed.\n";
  trace_plan const plan{m, options.units};
  detail::stories_left_out left_out{options.limits};
  std::size_t number = 0;
  // With the title and what else stands above it, where there is time for it.
  auto const tell = [&](story const& s, auto&& above) {
    ++number;
    auto const text = detail::story_text(plan, s, options, left_out);
    left_out.add_written(text.size());
    if (!text.empty()) out += '\n' + std::to_string(number) + ". " + above() + text;
  };
  for (auto const* stories : {&v.stories, &v.violations, &v.broken})
    for (auto const& s : *stories) tell(s, [&] { return title_of(m, s) + "\n\n"; });
  auto const is_told = [&](event_id failure) {
    return std::any_of(v.stories.begin(), v.stories.end(),
                       [&](story const& s) { return s.failure == failure; });
  };
  for (auto const& b : v.encounter.breaks) {
    if (!b.failure || is_told(b.failure)) continue;
    story s;
    s.ends = ending::exposed;  // to whom it matters is said above; here the moves alone
    s.moves = b.moves;
    s.doomed_after = s.moves.size();
    tell(s,
         [&] { return "Interrupted and not taken up again: " + failing(m, b.failure) + "\n\n"; });
  }
  if (!v.exposures.empty()) out += "\nThe other side of the counter\n";
  for (auto const& x : v.exposures)
    tell(x.how, [&] {
      auto text = title_of(m, x) + "\n\n";
      for (auto const& line : detail::wrapped(phrase(m, x), options.width)) text += line + '\n';
      return text + '\n';
    });
  if (left_out.size() > 0) out += '\n' + left_out.text() + '\n';
  return detail::visible_lines(out);
}

}  // namespace lupaus::inline v0
