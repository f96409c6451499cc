// SPDX-License-Identifier: BSL-1.0
//
// A promise as JSON, in one canonical form: members in one order, nothing that is derived or goes
// without saying. Reading it gives the same model. Needs no part of Boost.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/io/writer/json_layout.hpp"
#include "lupaus/model/view.hpp"

#include <string>

namespace lupaus::inline v0 {

/// "sha256:" and 64 hexadecimal digits: of the canonical compact form without the hash itself. It
/// covers all that the promise says, its id and version too; layout, the order of members and the
/// spelling of numbers and texts do not matter, the order of lists does. O(length of the form).
[[nodiscard]] LUPAUS_DECL std::string content_hash(model_view const& m);

/// The canonical form, with its hash. O(length).
[[nodiscard]] LUPAUS_DECL std::string write_model(model_view const& m,
                                                  json_layout layout = json_layout::lines);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/write_json.hpp"
#endif
