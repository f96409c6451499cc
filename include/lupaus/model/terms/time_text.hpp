// SPDX-License-Identifier: BSL-1.0
//
// Times in words: 172800 s is "48 h", 604800 s is "7 days". One spelling for the whole library.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/model/terms/time.hpp"

#include <cstdint>
#include <string>

namespace lupaus::inline v0 {

namespace detail {

/// "08:30"
[[nodiscard]] LUPAUS_DECL std::string clock_time(std::int64_t minutes);
/// "2026-11-22" (days_from_civil backwards; Hinnant)
[[nodiscard]] LUPAUS_DECL std::string iso_date(std::int64_t days);

}  // namespace detail

/// "48 h", "7 days", "90 min": the largest unit that loses nothing; hours up to four days,
/// because that is how the trade says it.
[[nodiscard]] LUPAUS_DECL std::string in_words(seconds_t s);
/// "2 business days"; what is unusual about them is said too.
[[nodiscard]] LUPAUS_DECL std::string in_words(business_days d);
[[nodiscard]] LUPAUS_DECL std::string in_words(span_of_time const& t);
/// "120 h": one unit throughout, for sums that a reader can add up.
[[nodiscard]] LUPAUS_DECL std::string in_hours(seconds_t s);
[[nodiscard]] LUPAUS_DECL std::string in_hours(span_of_time const& t);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/model/time_text.hpp"
#endif
