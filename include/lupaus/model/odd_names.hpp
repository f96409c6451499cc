// SPDX-License-Identifier: BSL-1.0
//
// Names that look like other names: in which something is not seen, or changes what stands beside
// it. They are allowed, and worth a warning.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/model/element.hpp"
#include "lupaus/model/odd_kind.hpp"
#include "lupaus/model/view.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

/// A party, a part, a failure or a step with such a character in its name.
struct odd_name {
  element of = {};
  std::uint32_t code = 0;  ///< of the first of them
  odd_kind kind = odd_kind::combining;
};

/// At most one for each element, in the order of the model: parties, parts, events. O(bytes of the
/// names), and the logarithm of a table for each character that is not of ASCII.
[[nodiscard]] LUPAUS_DECL std::vector<odd_name> find_odd_names(model_view const& m);

/// "the name 'cafe\u0301' of a party has a combining mark (U+0301): it can look like another name"
[[nodiscard]] LUPAUS_DECL std::string to_string(model_view const& m, odd_name const& n);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/model/odd_names.hpp"
#endif
