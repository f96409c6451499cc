// SPDX-License-Identifier: BSL-1.0
//
// A situation in words.
#pragma once

#include "lupaus/life/situations.hpp"
#include "lupaus/model/element_text.hpp"

#include <string>

namespace lupaus::inline v0 {

namespace detail {

/// "before the delivery begins"
inline std::string before_it(model_view const& m, part_id p) {
  auto const& x = m.parts[p];
  return "before " + the(m, p) +
         (x.kind == part_kind::good ? " is ready"
          : is_instalment(x)        ? " is paid"
                                    : " begins");
}

inline std::string phrase(model_view const& m, situation const& s) {
  return s.after ? name_of(m, s.after) : before_it(m, s.pending);
}

}  // namespace detail

}  // namespace lupaus::inline v0
