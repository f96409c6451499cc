// SPDX-License-Identifier: BSL-1.0
//
// What somebody who mistyped a name may have meant.
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string_view>
#include <vector>

namespace lupaus::inline v0 {

/// Number of single edits (insert, delete, replace, swap of neighbours) between two names: the
/// optimal string alignment distance (Damerau 1964). Time O(a·b), memory O(b).
inline std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = (std::min)({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = (std::min)(row[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

/// The nearest of `known`, if it is near enough to be what was meant: at most a third of the
/// letters differ. Empty when none is. The first of equals wins.
template <class Names>
std::string_view nearest_name(std::string_view wanted, Names const& known) {
  constexpr std::size_t longest = 64;  // beyond it nobody mistypes, and the cost is quadratic
  if (wanted.size() > longest) return {};
  std::string_view best;
  auto allowed = std::max<std::size_t>(1, wanted.size() / 3);
  for (std::string_view name : known) {
    if (name.empty() || name.size() > longest) continue;
    auto const d = edit_distance(wanted, name);
    if (d <= allowed && (best.empty() || d < allowed)) best = name, allowed = d;
  }
  return best;
}

}  // namespace lupaus::inline v0
