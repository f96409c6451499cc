// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: stories as text.
#pragma once

#include "lupaus/explore/answers/missed_claims.hpp"
#include "lupaus/explore/answers/notice_times.hpp"
#include "lupaus/explore/answers/trace_times.hpp"
#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/explore/answers/who_could_bring_about.hpp"
#include "lupaus/explore/move_text.hpp"
#include "lupaus/life/order/order_plan.hpp"
#include "lupaus/report/exposure.hpp"
#include "lupaus/report/layout.hpp"
#include "lupaus/report/story.hpp"
#include "lupaus/report/verdict_words.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// A sentence, with what begins it and ends it.
inline std::string full_stop(std::string text) { return sentence(std::move(text)) + "."; }

/// Who binds the time of a move, or that nobody does. Empty where it needs nobody's word.
inline std::string bond_of(model_view const& m, order_move const& x, moment const& t) {
  if (x.kind != move_kind::happens && x.kind != move_kind::reports) return {};
  if (t.under) return "As owed: " + describe(m, t.under) + ".";
  if (x.kind == move_kind::happens && (is_failure(m.events[x.event].kind) ||
                                       is_time_out(m.events[x.event].kind) || x.by == m.customer))
    return {};
  return x.is_dependable ? "At a time that nobody has bound." : "Nobody has committed to it.";
}

/// Parts that nobody can be counted on for, though nothing fails.
inline std::vector<std::string> what_never_begins(model_view const& m) {
  std::vector<std::string> said;
  order_plan const plan{m, 1, false};
  for (auto const& p : plan.parts()) {
    auto const who = m.parts[p.part].performer;
    auto is_owed = p.is_in_stock;
    for (auto const& w : plan.ways())
      is_owed = is_owed || (w.to == p.completed && (w.is_hers || !w.owed.empty()));
    if (!is_owed)
      said.push_back("Nobody is bound to a time for " + the(m, p.part) + ".");
    else if (p.needs_notice && !p.can_be_told)
      said.push_back("Nobody tells " + the(m, who) + " that " + the(m, p.part) + " can begin.");
  }
  return said;
}

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

LUPAUS_DECL std::vector<std::string> conclusions_of(model_view const& m, story const& s,
                                                    trace_times const& times) {
  std::vector<std::string> said;
  if (s.ends == ending::exposed) return said;  // it is not she who is held
  std::unordered_set<std::string> known;       // claims can be many
  auto const add = [&](std::string text) {
    if (known.insert(text).second) said.push_back(std::move(text));
  };
  for (auto const& x : s.moves) {
    if (x.kind != move_kind::asks || is_granted(x.says)) continue;
    if (x.says.does == answer::waits && x.says.gate)
      add("What she asked for waits for '" + name_of(m, x.says.gate) + "', which " +
          why_not_dependable(m, s, x.says.gate) + ".");
    else if (x.on == occasion::replacement && x.says.does == answer::refuses && !x.says.under)
      add("No rule puts '" + name_of(m, x.event) + "' right.");
  }
  if (s.ends == ending::trapped || s.ends == ending::doomed) {
    if (!s.failure)
      for (auto& line : detail::what_never_begins(m)) add(std::move(line));
    if (s.is_released_by_nothing)
      add("Released by nothing: no event that can happen at all frees her.");
    else
      add("Something could still free her, but nothing that she can count on.");
  }
  for (auto const& c : missed_claims(m, s.failure, times)) {
    auto const& about = m.claims[c.claim].about;
    add("She was promised " + the(m, about) + " " + full_phrase(m, m.terms[c.term]) + ": " +
        (c.late_by > 0              ? "it is " + in_words(c.late_by) + " late."
         : s.is_released_by_nothing ? "it never comes."
                                    : "it may never come."));
  }
  return said;
}

LUPAUS_DECL std::string title_of(model_view const& m, story const& s) {
  switch (s.ends) {
    case ending::trapped: return "Trapped: " + detail::subject_of(m, s);
    case ending::doomed: return "Doomed: " + detail::subject_of(m, s);
    case ending::violation: return "Broken invariant: " + s.words;
    case ending::exposed: return detail::title_of_exposure(m, s);
    case ending::broken: break;
  }
  return "Broken policy: it " +
         std::string{s.moves.empty() ? "breaks" : to_string(s.moves.back().fault)};
}

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

LUPAUS_DECL std::string to_text(model_view const& m, story const& s, story_options const& options) {
  trace_times const times{m, s.moves, options.units};
  std::size_t widest = 0;
  for (std::size_t i = 0; i < s.moves.size(); ++i)
    widest = (std::max)(widest, detail::width_of(detail::phrase(times[i])));
  std::string out;
  auto const digits = std::to_string(s.moves.size()).size();
  for (std::size_t i = 0; i < s.moves.size(); ++i) {
    auto const& x = s.moves[i];
    auto const number = std::to_string(i + 1);
    auto const when = detail::phrase(times[i]);
    auto label = std::string(2 + digits - number.size(), ' ') + number;
    label.append(".  ").append(when).append(widest - detail::width_of(when) + 2, ' ');
    auto text = detail::full_stop(lupaus::phrase(m, x));
    auto const ground = phrase_ground(m, x, options.is_by_the_rules);
    if (auto const said = phrase_answer(m, x); !said.empty()) {
      text += " " + sentence(said);
      if (!ground.empty()) text += (x.says.under ? ", " : ": ") + ground;
      text += ".";
    }
    out += detail::labelled(label, text, options.width);
    std::string const indent(label.size(), ' ');
    auto const note = [&](std::string const& more) {
      if (!more.empty()) out += detail::labelled(indent, more, options.width);
    };
    if (x.kind == move_kind::acts && !ground.empty()) note(detail::full_stop(ground));
    note(detail::bond_of(m, x, times[i]));
    if (x.kind == move_kind::happens && is_failure(m.events[x.event].kind) &&
        !told_within(m, m.customer, x.event))
      note("Nobody owes " + the(m, m.customer) + " word of it.");
    if (i == s.doomed_after)
      note(
          "From here on she is doomed: nothing that can be counted on brings her what she was "
          "promised, or her money back.");
    if (x.kind == move_kind::breaks && !s.words.empty()) note("It says: \"" + s.words + "\".");
  }
  auto const last = conclusions_of(m, s, times);
  if (!last.empty()) out += '\n';
  for (auto const& line : last) out += detail::labelled("  ", line, options.width);
  return detail::visible_lines(out);
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
  std::size_t number = 0;
  for (auto const* stories : {&v.stories, &v.violations, &v.broken})
    for (auto const& s : *stories)
      out +=
          '\n' + std::to_string(++number) + ". " + title_of(m, s) + "\n\n" + to_text(m, s, options);
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
    out += '\n' + std::to_string(++number) +
           ". Interrupted and not taken up again: " + failing(m, b.failure) + "\n\n" +
           to_text(m, s, options);
  }
  if (!v.exposures.empty()) out += "\nThe other side of the counter\n";
  for (auto const& x : v.exposures) {
    out += '\n' + std::to_string(++number) + ". " + title_of(m, x) + "\n\n";
    for (auto const& line : detail::wrapped(phrase(m, x), options.width)) out += line + '\n';
    out += '\n' + to_text(m, x.how, options);
  }
  return detail::visible_lines(out);
}

namespace detail {

LUPAUS_DECL std::string missed_notices_text(verdict const& v) {
  auto const& m = v.model();
  std::string text;
  for (auto const& s : v.missed_notices)
    text += full_stop(the(m, m.customer) + " is told " + phrase(m, s)) + "\n";
  return text;
}

LUPAUS_DECL std::string late_recovery_text(verdict const& v, seconds_t most) {
  auto const& longest = v.times.longest_recovery;
  if (!longest || *longest <= most) return {};
  return "Recovery takes " + in_words(*longest) + " at its worst, which is " +
         in_words(*longest - most) + " more than " + in_words(most) + ".\n";
}

}  // namespace detail

}  // namespace lupaus::inline v0
