// SPDX-License-Identifier: BSL-1.0
//
// A situation in words.
#pragma once

#include "lupaus/life/situations.hpp"
#include "lupaus/model/element_text.hpp"

#include <string>

namespace lupaus::inline v0 {

namespace detail {

inline std::string phrase(model_view const& m, situation const& s) {
  if (s.after) return name_of(m, s.after);
  return "before " + the(m, s.pending) +
         (m.parts[s.pending].kind == part_kind::good ? " is ready" : " begins");
}

}  // namespace detail

}  // namespace lupaus::inline v0
