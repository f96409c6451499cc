// SPDX-License-Identifier: BSL-1.0
//
// The words that all writers of verdicts and stories share: what was found, proved or neither; what
// a story is of; times.
#pragma once

#include "lupaus/detail/visible_text.hpp"
#include "lupaus/explore/answers/trace_times.hpp"
#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/model/terms/time_text.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

inline std::string number_of(std::size_t n, std::string_view one, std::string_view many) {
  return std::to_string(n) + " " + std::string{n == 1 ? one : many};
}

/// "at most 2 failures"
inline std::string budget_of(verdict const& v) {
  return v.failures == 0 ? "no failure" : "at most " + number_of(v.failures, "failure", "failures");
}

/// "145 h until all is performed, and 72 h were promised"; empty where nothing takes time.
inline std::string phrase(worst_case_times const& t) {
  std::vector<std::string> said;
  auto const promised = t.promised ? " (" + in_words(*t.promised) + " promised)" : "";
  auto const takes = [](std::optional<seconds_t> const& s) { return s && *s > 0; };
  if (takes(t.until_kept))
    said.push_back(in_words(*t.until_kept) + " until all is performed" + promised);
  if (takes(t.until_acceptable) && t.until_acceptable != t.until_kept)
    said.push_back(in_words(*t.until_acceptable) + " until it is or she has her money back");
  if (takes(t.longest_limbo))
    said.push_back(in_words(*t.longest_limbo) + " from a failure until a remedy is decided");
  if (said.empty() && t.has_unbound_waits)
    return "unknown: it waits for what nobody has bound to a length of time" + promised;
  if (said.empty()) return {};
  return "at worst " + listed(said) +
         (t.has_unbound_waits ? "; not counting waits that nobody has bound to a length of time"
                              : "");
}

/// "of 'damaged' (delivery) at all, and was promised word within 2 h"
inline std::string phrase(model_view const& m, missed_notice const& s) {
  auto text = "of '" + name_of(m, s.failure) + "' (" + name_of(m, m.events[s.failure].of) + ") " +
              (s.told_within ? "within " + in_words(*s.told_within) : std::string{"never"});
  return s.promised ? text + "; she was promised word within " + in_words(*s.promised) : text;
}

/// "48 h"; "48 h or later" where nobody has bound the time.
inline std::string phrase(moment const& t) {
  return in_words(t.at) + (t.is_bound ? "" : " or later");
}

/// What a story is of: "the delivery fails ('lost')"; "nothing has failed".
inline std::string subject_of(model_view const& m, story const& s) {
  return s.failure ? failing(m, s.failure) : "nothing has failed";
}

/// "exposed in 2 ways"
inline std::string exposed_in(verdict const& v) {
  auto const n = v.exposures.size();
  auto text = n == 0 ? std::string{"not exposed"} : "exposed in " + number_of(n, "way", "ways");
  if (!v.has_every_exposure)
    text += n == 0 ? ", as far as it looked" : "; there may be more: not all was seen";
  return text;
}

/// "Exposed, two-for-one: the delivery fails ('damaged')"
inline std::string title_of_exposure(model_view const& m, story const& s) {
  return "Exposed, " + s.words + ": " + subject_of(m, s);
}

inline bool has_steps(model_view const& m) {
  return std::any_of(m.parts.begin(), m.parts.end(), [](part const& p) { return is_step(p); });
}

/// "'interrupted' (attention): nothing that she can count on takes it up again"
inline std::string phrase(model_view const& m, encounter_break const& b) {
  if (!b.failure) return "nobody can be counted on for " + the(m, b.step);
  return "'" + name_of(m, b.failure) + "' (" + name_of(m, b.step) +
         "): nothing that she can count on takes it up again";
}

inline bool has_failures(model_view const& m) {
  return std::any_of(m.events.begin(), m.events.end(),
                     [](event const& e) { return is_failure(e.kind); });
}

/// What was found of the steps of an encounter, a line each; none where there are no steps.
inline std::vector<std::string> encounter_lines(verdict const& v) {
  auto const& m = v.model();
  std::vector<std::string> lines, unserved;
  if (!has_steps(m)) return lines;
  for (auto const& b : v.encounter.breaks)
    if (!b.failure) unserved.push_back(the(m, b.step));
  if (!unserved.empty()) lines.push_back("nobody can be counted on for " + listed(unserved));
  for (auto const& b : v.encounter.breaks)
    if (b.failure) lines.push_back(phrase(m, b));
  auto const is_seen = v.seen.is_complete() && v.has_every_unit && v.encounter.is_complete;
  if (!is_seen) {
    lines.push_back("not every state was seen: this proves nothing of the rest");
  } else if (lines.empty()) {
    auto const can_fail = std::any_of(m.events.begin(), m.events.end(), [&](event const& e) {
      return is_failure(e.kind) && is_step(m.parts[e.of]);
    });
    lines.push_back(std::string{"every step can be counted on"} +
                    (can_fail && v.failures > 0
                         ? ", and is taken up again whatever interrupts it: proved over all states"
                         : "; nothing is said to interrupt one, so nothing is proved of that"));
  }
  return lines;
}

/// One line, whatever is in the text: a line ends a step.
inline std::string on_one_line(std::string_view text) {
  std::string line;
  for (char const c : text) line += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  return visible(line);
}

}  // namespace detail

}  // namespace lupaus::inline v0
