// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: scorecards, added and in words.
#pragma once

#include "lupaus/detail/joined_text.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/model/terms/time_text.hpp"
#include "lupaus/monitor/scorecard.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace lupaus::inline v0 {

namespace detail {

inline void add_all(std::vector<term_counts>& to, std::vector<term_counts> const& from) {
  if (to.size() < from.size()) to.resize(from.size());
  for (std::size_t i = 0; i < from.size(); ++i) to[i] += from[i];
}

// Of two or more; one is told by its sum.
inline std::string spread_text(duration_sketch const& s) {
  if (s.count() < 2) return {};
  return "; half within " + in_words(s.quantile(0.5)) + ", 95 % within " +
         in_words(s.quantile(0.95)) + " (to 1 %)";
}

inline void write_counts(std::string& text, std::string const& what, term_counts const& c) {
  if (c == term_counts{}) return;
  text += "  " + what + ": " + std::to_string(c.kept) + " kept";
  if (c.early != 0)
    text +=
        " (" + std::to_string(c.early) + " ahead of time, by " + in_words(c.early_by) + " in all)";
  text += ", " + std::to_string(c.broken) + " broken";
  if (c.terminated != 0) text += ", " + std::to_string(c.terminated) + " ended before their time";
  if (c.met_late != 0)
    text += "; " + std::to_string(c.met_late) + " met late, by " + in_words(c.late_by) + " in all" +
            spread_text(c.lateness);
  text += "\n";
}

}  // namespace detail

LUPAUS_DECL scorecard& scorecard::operator+=(scorecard const& o) {
  placed += o.placed, open += o.open, kept += o.kept, settled += o.settled;
  cancelled += o.cancelled, refunded += o.refunded, left += o.left, perfect += o.perfect;
  ended_in_failure += o.ended_in_failure;
  for (std::size_t i = 0; i < breach_kinds; ++i) breaches[i] += o.breaches[i];
  for (std::size_t i = 0; i < remark_kinds; ++i) remarks[i] += o.remarks[i];
  revised += o.revised, duplicates += o.duplicates, contacts += o.contacts;
  left_after_breach += o.left_after_breach, extra_steps += o.extra_steps;
  words_owed += o.words_owed, words_in_time += o.words_in_time, words_late += o.words_late;
  word_latency += o.word_latency;
  word_delays += o.word_delays;
  detail::add_all(claims, o.claims);
  detail::add_all(commitments, o.commitments);
  return *this;
}

LUPAUS_DECL std::string to_text(model_view const& m, scorecard const& s) {
  auto const number = [](std::uint64_t n) { return std::to_string(n); };
  auto const of = [](std::uint64_t n, char const* one, char const* many) {
    return detail::counted(static_cast<std::int64_t>(n), one, many);
  };
  std::string text = "Orders: " + number(s.placed) + " placed; " + number(s.open) + " open, " +
                     number(s.kept) + " kept, " + number(s.settled) + " settled, " +
                     number(s.cancelled) + " cancelled, " + number(s.refunded) + " refunded, " +
                     number(s.left) + " left.\n";
  text += "Perfect orders (SCOR RL.1.1): " + number(s.perfect) + " of " + number(s.kept) +
          " kept. That leaves out " + number(s.cancelled + s.refunded + s.left) +
          " that ended otherwise, " + number(s.ended_in_failure) + " of them in a failure.\n";
  if (s.left != 0)
    text += "Lost sales: " + of(s.left, " customer", " customers") +
            " left without having bought, " + number(s.left_after_breach) +
            " of them after a broken promise.\n";
  text += "Broken to the customer: " +
          of(s.count(breach_kind::broken_promise), " promise", " promises") + "; in " +
          number(s.count(breach_kind::watermelon)) +
          " every firm kept its terms with the others.\n";
  text += "Customer effort: " + of(s.contacts, " contact", " contacts") + ", " +
          number(s.count(breach_kind::customer_chased)) + " because something was wrong.\n";
  if (s.extra_steps != 0)
    text += "Positive friction: " + of(s.extra_steps, " extra step", " extra steps") +
            ", more than was promised.\n";
  text += "Word: " + number(s.words_owed) + " owed, " + number(s.words_in_time) + " in time, " +
          number(s.words_late) + " late, " + number(s.words_owed - s.words_in_time - s.words_late) +
          " never" + detail::spread_text(s.word_delays) + ".\n";
  std::string breaches, terms;
  for (std::size_t i = 0; i < breach_kinds; ++i)
    if (s.breaches[i] != 0)
      breaches += "  " + std::string{id_of(static_cast<breach_kind>(i))} + ": " +
                  number(s.breaches[i]) + "\n";
  if (s.revised != 0) breaches += "  revised: " + number(s.revised) + "\n";
  for (std::size_t i = 0; i < s.claims.size(); ++i)
    detail::write_counts(terms, place_of(m, m.claims[claim_id{i}]), s.claims[i]);
  for (std::size_t i = 0; i < s.commitments.size(); ++i)
    detail::write_counts(terms, describe(m, commitment_id{i}), s.commitments[i]);
  if (!breaches.empty()) text += "Breaches:\n" + breaches;
  if (!terms.empty()) text += "Terms:\n" + terms;
  for (std::size_t i = 0; i < remark_kinds; ++i)
    if (s.remarks[i] != 0)
      text += "Remarks, " + std::string{id_of(static_cast<remark_kind>(i))} + ": " +
              number(s.remarks[i]) + "\n";
  if (s.duplicates != 0) text += "Records that came twice: " + number(s.duplicates) + "\n";
  return text;
}

}  // namespace lupaus::inline v0
