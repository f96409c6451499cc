// SPDX-License-Identifier: BSL-1.0
//
// The events of a part by name, as a written story speaks of them.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/model/view.hpp"

#include <string>
#include <string_view>

namespace lupaus::inline v0 {

/// The part of that name; none when there is none. O(parts).
[[nodiscard]] LUPAUS_DECL part_id part_called(model_view const& m, std::string_view name);

/// The event of a part that goes by a name: its own, that of its kind ("started", "completed",
/// "late"), or how it is told ("shipped"); the first of these that any event has. None when no
/// event does. O(events).
[[nodiscard]] LUPAUS_DECL event_id event_called(model_view const& m, part_id p,
                                                std::string_view name);

/// A name by which `event_called` finds an event of a part. O(events).
[[nodiscard]] LUPAUS_DECL std::string call_of(model_view const& m, event_id e);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/explore/event_names.hpp"
#endif
