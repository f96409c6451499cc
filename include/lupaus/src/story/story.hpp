// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: stories as text.
#pragma once

#include "lupaus/explore/answers/missed_claims.hpp"
#include "lupaus/explore/answers/trace_times.hpp"
#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/explore/answers/who_could_bring_about.hpp"
#include "lupaus/explore/move_text.hpp"
#include "lupaus/life/order/order_plan.hpp"
#include "lupaus/report/exposure.hpp"
#include "lupaus/report/layout.hpp"
#include "lupaus/report/stories_left_out.hpp"
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

// Else there may be a rule, and it was for another time.
inline bool is_counted_by_a_rule(model_view const& m, event_id failure) {
  return std::any_of(m.rules.begin(), m.rules.end(),
                     [&](rule const& r) { return is_counted(r) && cause_of(m, r.on) == failure; });
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
      add("No rule puts '" + name_of(m, x.event) +
          (detail::is_counted_by_a_rule(m, x.event) ? "' right this time." : "' right."));
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

namespace detail {

LUPAUS_DECL std::string story_text(trace_plan const& plan, story const& s,
                                   story_options const& options, stories_left_out& left_out) {
  auto const& m = plan.model();
  if (!left_out.goes_on()) return left_out.add_one(), std::string{};
  trace_times const times{plan, s.moves};
  std::size_t widest = 0;
  for (std::size_t i = 0; i < s.moves.size(); ++i)
    widest = (std::max)(widest, width_of(phrase(times[i])));
  std::string out;
  auto const digits = std::to_string(s.moves.size()).size();
  for (std::size_t i = 0; i < s.moves.size(); ++i) {
    if (!left_out.goes_on()) return left_out.add_one(), std::string{};
    auto const& x = s.moves[i];
    auto const number = std::to_string(i + 1);
    auto const when = phrase(times[i]);
    auto label = std::string(2 + digits - number.size(), ' ') + number;
    label.append(".  ").append(when).append(widest - width_of(when) + 2, ' ');
    auto text = full_stop(lupaus::phrase(plan, x));
    auto const ground = phrase_ground(m, x, options.is_by_the_rules);
    if (auto const said = phrase_answer(m, x); !said.empty()) {
      text += " " + sentence(said);
      if (!ground.empty()) text += (x.says.under ? ", " : ": ") + ground;
      text += ".";
    }
    out += labelled(label, text, options.width);
    std::string const indent(label.size(), ' ');
    auto const note = [&](std::string const& more) {
      if (!more.empty()) out += labelled(indent, more, options.width);
    };
    if (x.kind == move_kind::acts && !ground.empty()) note(full_stop(ground));
    note(bond_of(m, x, times[i]));
    if (x.kind == move_kind::happens && is_failure(m.events[x.event].kind) &&
        !plan.told_within(m.customer, x.event))
      note("Nobody owes " + the(m, m.customer) + " word of it.");
    if (i == s.doomed_after)
      note(
          "From here on she is doomed: nothing that can be counted on brings her what she was "
          "promised, or her money back.");
    if (x.kind == move_kind::breaks && !s.words.empty()) note("It says: \"" + s.words + "\".");
  }
  auto const last = conclusions_of(m, s, times);
  if (!last.empty()) out += '\n';
  for (auto const& line : last) out += labelled("  ", line, options.width);
  return visible_lines(out);
}

}  // namespace detail

LUPAUS_DECL std::string to_text(model_view const& m, story const& s, story_options const& options) {
  detail::stories_left_out unlimited{search_limits{}};
  return detail::story_text(trace_plan{m, options.units}, s, options, unlimited);
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
