// SPDX-License-Identifier: BSL-1.0
//
// What the programs of this folder share: how they print, and the number that they exit with.
#pragma once

#include "lupaus/check/gaps.hpp"
#include "lupaus/explore.hpp"
#include "lupaus/explore/order/replacement_gates.hpp"
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/report/story.hpp"
#include "lupaus/report/text.hpp"
#include "lupaus/validate.hpp"

#include <chrono>
#include <iostream>
#include <string>
#include <string_view>

namespace tracker {

using namespace lupaus;
using namespace std::chrono_literals;

inline void show(std::string_view version, verdict const& v) {
  std::cout << "---- " << version << " ----\n\n" << to_text(v) << '\n';
}
inline void show(std::string_view version, report const& r) {
  std::cout << "---- " << version << " ----\n\n" << to_text(r, {.with_matrix = false}) << '\n';
}

/// One story, of so many moves, in which she is trapped and told to wait for that event.
inline bool traps_her_until(verdict const& v, event_id gate, std::size_t moves) {
  if (v.stories.size() != 1 || v.stories[0].ends != ending::trapped) return false;
  auto const& told = v.stories[0].moves;
  return told.size() == moves && told[moves - 2].says == decision::waits_for(gate) &&
         told[moves - 1].says.does == answer::refuses;
}

/// 0 when what was shipped is found out, and what was mended is not.
inline int outcome(bool is_found, bool is_mended) {
  std::cout << (is_found ? "As shipped: found" : "As shipped: NOT FOUND")
            << (is_mended ? "; mended: nothing left.\n" : "; mended: NOT MENDED.\n");
  return is_found && is_mended ? 0 : 1;
}

}  // namespace tracker
