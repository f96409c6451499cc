// SPDX-License-Identifier: BSL-1.0
//
// What the programs of this folder share: how a finding and a story are printed, and the exit code.
#pragma once

#include "lupaus/model/builder.hpp"
#include "lupaus/policy/explore.hpp"
#include "lupaus/policy/gates.hpp"
#include "lupaus/report/text.hpp"
#include "lupaus/validate.hpp"

#include <chrono>
#include <iostream>
#include <string>
#include <string_view>

namespace tracker {

using namespace lupaus;
using namespace std::chrono_literals;

inline std::string told(model_view const& m, order_move const& x) {
  switch (x.kind) {
    case move_kind::orders: return "ordered";
    case move_kind::happens: return name_of(m, x.event);
    case move_kind::reports: return name_of(m, x.event) + " reported";
    case move_kind::tells: return "she tells " + the(m, m.parts[x.part].performer);
    case move_kind::leaves: return "she leaves";
    default: break;
  }
  std::string text = x.on == occasion::cancellation ? "she asks to cancel: "
                     : x.on == occasion::replacement
                         ? "she asks for another one: "
                         : "on the news of " + name_of(m, x.event) + ": ";
  text += the(m, m.seller) + " " + std::string{to_string(x.says.does)};
  return text + (x.says.gate ? " for '" + name_of(m, x.says.gate) + "'" : "");
}

inline void show(std::string_view title, verdict const& v) {
  std::cout << title << ": " << to_string(v.seen) << '\n';
  for (auto const* list : {&v.stories, &v.violations, &v.broken})
    for (auto const& s : *list) {
      std::cout << "  " << to_string(s.ends) << (s.words.empty() ? "" : ", \"" + s.words + "\"")
                << '\n';
      for (auto const& x : s.moves) std::cout << "    " << told(v.model(), x) << '\n';
    }
  if (v.is_clean()) std::cout << "  nobody is trapped within " << v.failures << " failures\n";
}

inline void show(std::string_view title, report const& r) {
  std::cout << title << '\n' << to_lines(r);
}

/// 0 when what was shipped is found out, and what was mended is not.
inline int outcome(bool is_found, bool is_mended) {
  std::cout << (is_found ? "found" : "NOT FOUND") << ", " << (is_mended ? "mended" : "NOT MENDED")
            << '\n';
  return is_found && is_mended ? 0 : 1;
}

/// A trace as short text, for comparison: "shipped / lost / ...".
inline std::string trace(verdict const& v, story const& s) {
  std::string text;
  for (auto const& x : s.moves) text += (text.empty() ? "" : " / ") + told(v.model(), x);
  return text;
}

}  // namespace tracker
