// SPDX-License-Identifier: BSL-1.0
//
// Who bears the loss of a part, and who covers whom.
#pragma once

#include "lupaus/model/id.hpp"

namespace lupaus::inline v0 {

/// Who bears the loss of a part, from one event to another.
struct risk {
  party_id bearer = {};
  part_id of = {};
  event_id from = {};   ///< none: from the order on
  event_id until = {};  ///< none: for ever
  /// A cover: `bearer` makes the loss good to this party. None: `bearer` bears it for good.
  party_id covers = {};
};

}  // namespace lupaus::inline v0
