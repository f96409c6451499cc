// SPDX-License-Identifier: BSL-1.0
//
// One cause, one gap: where a gap only follows from another, the cause is reported and the
// consequence is listed under it.
#pragma once

#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/gap_cause.hpp"
#include "lupaus/check/gaps.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

/// A row of the table: when `effect` follows from `cause`, in the same model.
struct consequence : gap_cause {
  gap const* effect;
};

namespace detail {

constexpr std::size_t count_consequences() {
  std::size_t n = 0;
  for (auto const* g : standard_gaps) n += g->follows_from.size();
  return n;
}

/// The table, from what each gap says that it follows from; by cause, in the order of the list.
constexpr auto make_consequences() {
  std::array<consequence, count_consequences()> rows{};
  std::size_t n = 0;
  for (auto const* cause : standard_gaps)
    for (auto const* effect : standard_gaps)
      for (auto const& c : effect->follows_from)
        if (*c.cause == *cause) rows[n++] = {c, effect};
  return rows;
}

}  // namespace detail

/// The table of consequences. A gap that follows from several causes is listed under the first.
inline constexpr auto consequences = detail::make_consequences();

/// True when `effect` follows from `cause` by the table: for a single question.
inline bool follows_from(model_view const& m, finding const& cause, finding const& effect) {
  detail::model_analysis a{m};
  for (auto const& row : consequences)
    if (cause.is(*row.cause) && effect.is(*row.effect) &&
        row.of_cause(m, cause) == row.of_effect(m, effect) && row.follows(a, cause, effect))
      return true;
  return false;
}

namespace detail {

/// Calls `f(cause, effect)` for the places of findings of which the second follows from the first
/// by a row. n log n, and what follows() takes for those that concern the same element.
template <class F>
void for_each_consequence(model_analysis& a, std::vector<finding> const& found,
                          consequence const& row, F&& f) {
  std::vector<std::pair<element, std::size_t>> causes;
  for (std::size_t i = 0; i < found.size(); ++i)
    if (found[i].is(*row.cause)) causes.emplace_back(row.of_cause(a.model(), found[i]), i);
  if (causes.empty()) return;
  std::sort(causes.begin(), causes.end());
  for (std::size_t e = 0; e < found.size(); ++e) {
    if (!found[e].is(*row.effect)) continue;
    auto const on = row.of_effect(a.model(), found[e]);
    for (auto at = std::lower_bound(causes.begin(), causes.end(), std::pair{on, std::size_t{0}});
         at != causes.end() && at->first == on && a.goes_on(); ++at)
      if (row.follows(a, found[at->second], found[e])) {
        f(at->second, e);
        break;
      }
  }
}

/// For every finding, the place of the first that it follows from by the table, or else the number
/// of findings.
inline std::vector<std::size_t> causes_of(model_analysis& a, std::vector<finding> const& found) {
  std::vector<std::size_t> causes(found.size(), found.size());
  for (auto const& row : consequences)
    for_each_consequence(a, found, row, [&](std::size_t cause, std::size_t effect) {
      causes[effect] = (std::min)(causes[effect], cause);
    });
  return causes;
}

}  // namespace detail

}  // namespace lupaus::inline v0
