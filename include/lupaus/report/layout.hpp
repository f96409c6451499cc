// SPDX-License-Identifier: BSL-1.0
//
// Plain text in columns and paragraphs; bytes of UTF-8 continuation do not count as width.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail {

inline std::size_t width_of(std::string_view s) {
  return static_cast<std::size_t>(std::count_if(
      s.begin(), s.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

/// Words in lines of at most `width`, as far as a word is not longer; continuation lines are
/// indented.
inline std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines{1};
  std::size_t at = 0, taken = 0;  // of the last line
  while (at < text.size()) {
    auto const end = (std::min)(text.find(' ', at), text.size());
    auto const word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    auto const needed = width_of(word);
    if (taken > 0 && taken + 1 + needed > width) {
      lines.emplace_back(word);
      taken = needed;
    } else {
      if (taken > 0) lines.back() += ' ', ++taken;
      lines.back() += word;
      taken += needed;
    }
  }
  return lines;
}

/// "  What   The shop …": a label, and a paragraph beside it.
inline std::string labelled(std::string const& label, std::string_view text, std::size_t width) {
  std::string out;
  auto first = true;
  for (auto const& line : wrapped(text, width > label.size() ? width - label.size() : 1)) {
    out += first ? label : std::string(label.size(), ' ');
    out += line + '\n';
    first = false;
  }
  return out;
}

/// Rows of cells in columns as wide as they need to be, those from `from` up to `until` at most
/// `widest`: longer cells wrap.
inline std::string columns(std::vector<std::vector<std::string>> const& rows, std::size_t from,
                           std::size_t until, std::size_t widest, std::string_view indent) {
  std::vector<std::size_t> widths;
  std::vector<std::vector<std::vector<std::string>>> cells;
  for (auto const& row : rows) {
    cells.emplace_back();
    for (std::size_t c = 0; c < row.size(); ++c) {
      auto lines =
          from <= c && c < until ? wrapped(row[c], widest) : std::vector<std::string>{row[c]};
      if (widths.size() <= c) widths.resize(c + 1);
      for (auto const& line : lines) widths[c] = (std::max)(widths[c], width_of(line));
      cells.back().push_back(std::move(lines));
    }
  }
  std::string out;
  for (auto const& row : cells) {
    std::size_t height = 1;
    for (auto const& cell : row) height = (std::max)(height, cell.size());
    for (std::size_t k = 0; k < height; ++k) {
      std::string line{indent};
      for (std::size_t c = 0; c < row.size(); ++c) {
        auto const text = k < row[c].size() ? row[c][k] : std::string{};
        line += text;
        if (c + 1 < row.size()) line.append(widths[c] - width_of(text) + 2, ' ');
      }
      while (!line.empty() && line.back() == ' ') line.pop_back();
      out += line + '\n';
    }
  }
  return out;
}

}  // namespace lupaus::inline v0::detail
