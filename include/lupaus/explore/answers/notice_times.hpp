// SPDX-License-Identifier: BSL-1.0
//
// Who is told of an event, and how soon: what the notices that are owed add up to.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/model/view.hpp"

#include <optional>

namespace lupaus::inline v0 {

/// The longest time after an event until a party has word of it: at once where it sees it, holds
/// the goods, or has the part under way; else by notices owed, and contracts that say when their
/// end is told, each at its latest; none when nobody need tell it. Whoever would have word that a
/// part is completed knows as soon that it is late. A notice's time counts from the event; who
/// hears of it later than that passes it on at once. A notice without a time counts as none, and so
/// does the coordination of a handoff. O(parties · notices + model).
[[nodiscard]] LUPAUS_DECL std::optional<seconds_t> told_within(model_view const& m, party_id who,
                                                               event_id e);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/explore/notice_times.hpp"
#endif
