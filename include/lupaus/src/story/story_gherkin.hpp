// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: stories as scenarios of Gherkin.
#pragma once

#include "lupaus/explore/answers/trace_times.hpp"
#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/explore/move_text.hpp"
#include "lupaus/report/exposure.hpp"
#include "lupaus/report/stories_left_out.hpp"
#include "lupaus/report/story.hpp"
#include "lupaus/report/story_gherkin.hpp"
#include "lupaus/report/verdict_words.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace lupaus::inline v0 {

namespace detail {

/// What a story asks for: "Nobody is trapped when the delivery fails ('lost')".
inline std::string wish_of(model_view const& m, story const& s) {
  switch (s.ends) {
    case ending::trapped:
    case ending::doomed:
      return s.failure ? "Nobody is trapped when " + failing(m, s.failure)
                       : "Nobody is trapped though nothing has failed";
    case ending::violation: return "It always holds: " + s.words;
    case ending::exposed:
      return sentence(the(m, m.seller)) + " is not exposed (" + s.words + ")" +
             (s.failure ? " when " + failing(m, s.failure) : std::string{});
    case ending::broken: break;
  }
  return "The policy decides" + (s.failure ? " when " + failing(m, s.failure) : std::string{});
}

inline std::string outcome_of(model_view const& m, story const& s) {
  switch (s.ends) {
    case ending::trapped:
    case ending::doomed:
      return "what can be counted on brings the customer what she was promised, or her money back";
    case ending::violation: return "it holds: " + s.words;
    case ending::exposed:
      return the(m, m.seller) + " has lost nothing that it can neither take back nor recover";
    case ending::broken: break;
  }
  return "the policy gives a decision that can be followed";
}

/// Empty, and counted, where a limit ends it.
inline std::string to_scenario(verdict const& v, trace_plan const& plan, story const& s,
                               std::string const& indent, stories_left_out& left_out) {
  auto const& m = v.model();
  if (!left_out.goes_on()) return left_out.add_one(), std::string{};
  trace_times const times{plan, s.moves};
  auto out = indent + "Scenario: " + on_one_line(wish_of(m, s)) + '\n';
  auto const n = s.moves.size();
  auto const begin = s.doomed_after > 0 && s.doomed_after < n ? s.doomed_after : n - (n > 0);
  auto const line = [&](std::string_view begins, std::string_view text) {
    out += indent + "  " + std::string{begins} + on_one_line(text) + '\n';
  };
  std::string last;
  for (std::size_t i = 0; i < n; ++i) {
    if (!left_out.goes_on()) return left_out.add_one(), std::string{};
    auto const when = phrase(times[i]);
    if (when != last) line("# ", last = when);
    line(i == begin ? "When " : i == 0 ? "Given " : "And ", lupaus::phrase(plan, s.moves[i]));
    if (auto const said = phrase_outcome(m, s.moves[i], v.is_by_the_rules); !said.empty())
      line("# now ", said);
    if (s.moves[i].kind == move_kind::breaks && !s.words.empty()) line("# it says ", s.words);
  }
  line("Then ", outcome_of(m, s));
  return out;
}

/// A feature of that name, or a rule within one, with a scenario for every story.
inline std::string to_feature(verdict const& v, std::string_view keyword, std::string const& indent,
                              search_limits const& limits) {
  auto out = indent + std::string{keyword} + on_one_line(name_of(v.model(), whole)) + "\n";
  auto const note =
      on_one_line(summary(v) + " " + summary_of_exposures(v) + " " + to_string(v.seen));
  out += indent + "  # " + note + ".\n";
  trace_plan const plan{v.model(), v.units};
  stories_left_out left_out{limits};
  auto const tell = [&](story const& s, std::string const& tag) {
    auto const scenario = to_scenario(v, plan, s, indent + "  ", left_out);
    left_out.add_written(scenario.size());
    if (!scenario.empty()) out += '\n' + tag + scenario;
  };
  for (auto const* stories : {&v.stories, &v.violations, &v.broken})
    for (auto const& s : *stories) tell(s, {});
  // With a tag: a trap is a fault, what the seller takes upon him is a choice.
  for (auto const& x : v.exposures) tell(x.how, indent + "  @exposure\n");
  if (left_out.size() > 0) out += '\n' + indent + "  # " + left_out.text() + '\n';
  return out;
}

}  // namespace detail

LUPAUS_DECL std::string to_gherkin(verdict const& v, search_limits const& limits) {
  return detail::to_feature(v, "Feature: ", "", limits);
}

LUPAUS_DECL std::string to_gherkin_rule(verdict const& v, search_limits const& limits) {
  return detail::to_feature(v, "Rule: ", "  ", limits);
}

}  // namespace lupaus::inline v0
