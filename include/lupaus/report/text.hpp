// SPDX-License-Identifier: BSL-1.0
//
// A report as a shop's manager reads it: who promises what, then what is wrong, one cause at a
// time, each with who has to promise what to mend it.
#pragma once

#include "lupaus/model/element_text.hpp"
#include "lupaus/model/responsibility_matrix.hpp"
#include "lupaus/report/layout.hpp"
#include "lupaus/validate.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

struct text_options {
  std::size_t width = 80;     ///< of a line, in characters
  bool with_matrix = true;    ///< the responsibility matrix first
  bool with_evidence = true;  ///< the elements that each finding rests on
};

namespace detail {

inline std::string cell_text(model_view const& m, matrix_cell const& c) {
  if (!c) return "-";
  auto text = phrase(m, *c.strongest);
  if (c.is_implied) text = "(" + text + ")";
  if (c.has_others) text += " ...";
  return text;
}

inline std::string counted(std::size_t n, char const* one) {
  return std::to_string(n) + " " + one + (n == 1 ? "" : "s");
}

/// "11 findings: 10 errors, 1 warning"
inline std::string tally(report const& r) {
  auto text = counted(r.size(), "finding") + ": " + counted(r.count(severity::error), "error") +
              ", " + counted(r.count(severity::warning), "warning");
  auto const notes = r.count(severity::note);
  return notes == 0 ? text : text + ", " + counted(notes, "note");
}

/// "4 more follow from them: 3 errors, 1 warning"; empty when none does. A warning may be the cause
/// of an error.
inline std::string tally_of_consequences(report const& r) {
  std::vector<severity> found;
  for (auto const& f : r)
    for (auto const& c : r.consequences(f)) found.push_back(c.what->severity);
  if (found.empty()) return {};
  auto text = std::to_string(found.size()) +
              (found.size() == 1 ? " more follows" : " more follow") +
              (r.size() == 1 ? " from it: " : " from them: ");
  auto is_first = true;
  for (auto const s : {severity::error, severity::warning, severity::note}) {
    auto const n = static_cast<std::size_t>(std::count(found.begin(), found.end(), s));
    if (n == 0) continue;
    text += (is_first ? "" : ", ") + counted(n, std::string{to_string(s)}.c_str());
    is_first = false;
  }
  return text;
}

}  // namespace detail

/// The responsibility matrix as a table. Terms in brackets are implied, never said; "nobody"
/// marks what is claimed and committed by none; "..." further terms that the one shown does not
/// include. Last, who answers for the part to the customer, and who performs it.
inline std::string matrix_text(model_view const& m, text_options const& options = {}) {
  std::vector<std::vector<std::string>> rows{
      {"part", "claimed", "committed", "subcontracted", "answers", "performs"}};
  for (auto p : m.parts.ids()) {
    auto const& part = m.parts[p];
    auto name = p == whole ? std::string{"(the whole)"} : name_of(m, p);
    if (part.quantity != 1)
      name += ", " + std::to_string(part.quantity) + " " + std::string{part.unit};
    auto answers = name_of(m, answerable_for(m, p));
    auto performs = is_leaf(part) ? name_of(m, part.performer) : std::string{};
    auto const begin = rows.size();
    for_each_responsibility(m, [&](matrix_row const& r) {
      if (r.part != p) return;
      auto const committed = r.claimed && !is_backed(m, p, r.quality)
                                 ? std::string{"nobody"}
                                 : detail::cell_text(m, r.committed);
      rows.push_back({name, detail::cell_text(m, r.claimed), committed,
                      detail::cell_text(m, r.subcontracted), answers, performs});
      name = answers = performs = "";
    });
    if (rows.size() == begin) rows.push_back({name, "-", "-", "-", answers, performs});
  }
  std::size_t taken = 2;  // by the columns of names, which do not wrap
  for (std::size_t c : {0U, 4U, 5U}) {
    std::size_t widest = 0;
    for (auto const& row : rows) widest = std::max(widest, detail::width_of(row[c]));
    taken += widest + 2;
  }
  auto const left = options.width > taken + 6 ? (options.width - taken - 6) / 3 : 0;
  auto const widest = std::max<std::size_t>(left, 16);
  return detail::columns(rows, 1, 4, widest, "  ");
}

/// The whole report: what, where, why, who could mend it, the gap of the service quality model it
/// belongs to, what was seen, and what follows from it. Ends with a line feed.
inline std::string to_text(report const& r, text_options const& options = {}) {
  auto const& m = r.model();
  auto const title = name_of(m, whole);
  auto out = title + '\n' + std::string(detail::width_of(title), '=') + "\n\n";
  if (options.with_matrix) out += "Who promises what\n\n" + matrix_text(m, options) + '\n';

  if (r.empty()) {
    for (auto const& line : detail::wrapped(
             "No gap was found: whatever the customer is let to expect, somebody answers for it.",
             options.width))
      out += line + '\n';
    return out;
  }
  out += detail::tally(r) + ".\n";
  if (auto const following = detail::tally_of_consequences(r); !following.empty())
    out += following + ".\n";

  std::size_t number = 0;
  for (finding const& f : r) {
    auto const x = r.explain(f);
    out += '\n' + std::to_string(++number) + ". " + std::string{f.what->id} + "  [" +
           std::string{to_string(f.what->severity)} + ", " +
           std::string{to_string(f.what->between)} + "]\n";
    auto const paragraph = [&](char const* label, std::string const& text) {
      if (!text.empty()) out += detail::labelled(label, text, options.width);
    };
    paragraph("   What   ", x.what);
    paragraph("   Where  ", x.where);
    paragraph("   Why    ", x.why);
    paragraph("   Mend   ", x.mend);
    paragraph(("   Gap " + std::to_string(static_cast<int>(f.what->service)) + "  ").c_str(),
              std::string{to_string(f.what->service)});
    if (options.with_evidence && !x.evidence.empty()) {
      auto label = "   Seen   ";
      element last;
      for (auto const& e : x.evidence) {
        if (e == last) continue;  // a part, and the situation before it has begun
        last = e;
        paragraph(label, describe(m, e));
        label = "          ";
      }
    }
    auto label = "   Hence  ";
    for (auto const& c : r.consequences(f)) {
      auto const y = r.explain(c);
      paragraph(label, std::string{c.what->id} + ": " + y.what);
      label = "          ";
    }
  }
  return out;
}

/// One line a finding, for a build log: "error: no-exit: the rule on …: The customer can …".
inline std::string to_lines(report const& r) {
  std::string out;
  for (finding const& f : r) {
    auto const x = r.explain(f);
    out += std::string{to_string(f.what->severity)} + ": " + std::string{f.what->id} + ": " +
           x.where + ": " + x.what + '\n';
  }
  return out;
}

}  // namespace lupaus::inline v0
