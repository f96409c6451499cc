// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: reports as text.
#pragma once

#include "lupaus/check/analysis/claims.hpp"
#include "lupaus/detail/visible_text.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/model/responsibility_matrix.hpp"
#include "lupaus/report/layout.hpp"
#include "lupaus/report/text.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

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
  for (std::size_t i = 0; i < r.size(); ++i)
    for (auto const& c : r.consequences(i)) found.push_back(c.what->severity);
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

/// "service-quality gap 4 (…), between service delivery and external communications", out of the
/// name that its authors gave it.
inline std::string service_gap_text(service_gap g) {
  std::string name{to_string(g)};
  name.front() = static_cast<char>(name.front() - 'A' + 'a');
  name.erase(name.rfind(" gap"));
  if (auto const at = name.find(" - "); at != name.npos) name.replace(at, 3, " and ");
  return "service-quality gap " + std::to_string(static_cast<int>(g)) +
         " (Parasuraman, Zeithaml, Berry 1985), between " + name;
}

}  // namespace detail

LUPAUS_DECL std::string matrix_text(model_view const& m, text_options const& options) {
  std::vector<std::vector<std::string>> rows{
      {"part", "claimed", "committed", "subcontracted", "answers", "performs"}};
  detail::commitments_to_her const backing{m};
  part_id next{0};  // of which nothing has been written
  auto const begin_part = [&](part_id p) -> std::vector<std::string> {
    auto const& part = m.parts[p];
    auto name = p == whole ? std::string{"(the whole)"} : name_of(m, p);
    if (part.quantity != 1)
      name += ", " + std::to_string(part.quantity) + " " + std::string{part.unit};
    next = part_id{p.index() + 1};
    return {std::move(name),
            "-",
            "-",
            "-",
            name_of(m, answerable_for(m, p)),
            is_leaf(part) ? name_of(m, part.performer) : std::string{}};
  };
  auto const begin_parts_before = [&](part_id p) {
    while (next < p) rows.push_back(begin_part(next));
  };
  for_each_responsibility(m, [&](matrix_row const& r) {
    begin_parts_before(r.part);
    auto row = next == r.part ? begin_part(r.part) : std::vector<std::string>(6);
    row[1] = detail::cell_text(m, r.claimed);
    row[2] = r.claimed && !backing.back(r.part, r.quality) ? std::string{"nobody"}
                                                           : detail::cell_text(m, r.committed);
    row[3] = detail::cell_text(m, r.subcontracted);
    rows.push_back(std::move(row));
  });
  begin_parts_before(part_id{m.parts.size()});
  std::size_t taken = 2;  // by the columns of names, which do not wrap
  for (std::size_t c : {0U, 4U, 5U}) {
    std::size_t widest = 0;
    for (auto const& row : rows) widest = (std::max)(widest, detail::width_of(row[c]));
    taken += widest + 2;
  }
  auto const left = options.width > taken + 6 ? (options.width - taken - 6) / 3 : 0;
  auto const widest = std::max<std::size_t>(left, 16);
  return detail::visible_lines(detail::columns(rows, 1, 4, widest, "  "));
}

LUPAUS_DECL std::string to_text(report const& r, text_options const& options) {
  auto const& m = r.model();
  auto const title = name_of(m, whole);
  auto out = title + '\n' + std::string(detail::width_of(title), '=') + "\n\n";
  if (options.with_matrix) out += "Who promises what\n\n" + matrix_text(m, options) + '\n';

  auto const say = [&](std::string const& text) {
    for (auto const& line : detail::wrapped(text, options.width)) out += line + '\n';
  };
  if (r.empty()) {
    say(r.is_complete()
            ? "No gap was found: whatever the customer is let to expect, somebody answers for it."
            : "No gap was found, but not every check was finished: this proves nothing.");
    if (!r.is_complete()) say("Looked at: " + to_string(r.coverage()) + ".");
    return detail::visible_lines(out);
  }
  out += detail::tally(r) + ".\n";
  if (!r.is_complete())
    say("There may be more: " + to_string(r.coverage()) +
        ". What follows from what was not sorted out.");
  if (auto const following = detail::tally_of_consequences(r); !following.empty())
    out += following + ".\n";

  explainer explain{r, options.limits};
  for (std::size_t i = 0; i < r.size(); ++i) {
    auto const& f = r[i];
    auto const x = explain(f);
    out += '\n' + std::to_string(i + 1) + ". " + std::string{f.what->id} + "  [" +
           std::string{to_string(f.what->severity)} + ", " +
           std::string{to_string(f.what->between)} + "]\n";
    auto const paragraph = [&](char const* label, std::string const& text) {
      if (!text.empty()) out += detail::labelled(label, text, options.width);
    };
    paragraph("   What   ", x.what);
    paragraph("   Where  ", x.where);
    paragraph("   Why    ", x.why);
    paragraph("   Mend   ", x.mend);
    paragraph("   Gap    ", detail::service_gap_text(f.what->service));
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
    for (auto const& c : r.consequences(i)) {
      auto const y = explain(c);
      paragraph(label, std::string{c.what->id} + ": " + y.what);
      label = "          ";
    }
  }
  return detail::visible_lines(out);
}

LUPAUS_DECL std::string to_lines(report const& r, validate_options const& limits) {
  std::string out;
  explainer explain{r, limits};
  for (finding const& f : r) {
    auto const x = explain(f);
    out += detail::visible(std::string{to_string(f.what->severity)} + ": " +
                           std::string{f.what->id} + ": " + x.where + ": " + x.what) +
           '\n';
  }
  if (!r.is_complete())
    out += "warning: not-finished: " + name_of(r.model(), whole) + ": " + to_string(r.coverage()) +
           ".\n";
  return out;
}

}  // namespace lupaus::inline v0
