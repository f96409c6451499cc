// SPDX-License-Identifier: BSL-1.0
//
// One entry of a journal: what the monitor was told.
#pragma once

#include "lupaus/detail/crc32c.hpp"
#include "lupaus/monitor/journal_place.hpp"
#include "lupaus/monitor/order_event.hpp"
#include "lupaus/monitor/state/records.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace lupaus::inline v0::detail {

enum class entry_kind : std::uint8_t {
  observed = 1,
  advanced,  ///< also: a record of an order that was erased, of which the time is left
  erased,
  nothing,  ///< was the erasure of an order, before its number left the journal
};

struct journal_entry {
  entry_kind kind = entry_kind::nothing;
  order_event event = {};  ///< of `erased`: the order's number alone
  seconds_t now = 0;       ///< of `advanced`
};

inline void write(byte_writer& w, journal_entry const& x) {
  w.byte(static_cast<std::uint8_t>(x.kind));
  if (x.kind == entry_kind::advanced) w.signed_number(x.now);
  if (x.kind == entry_kind::observed || x.kind == entry_kind::erased) w.text(x.event.order);
  if (x.kind == entry_kind::observed) write(w, x.event);
}
inline void read(byte_reader& r, journal_entry& x) {
  x = {};
  x.kind = static_cast<entry_kind>(r.byte());
  if (x.kind < entry_kind::observed || x.kind > entry_kind::nothing) r.fail("a kind of entry");
  if (x.kind == entry_kind::advanced) x.now = r.signed_number();
  if (x.kind == entry_kind::observed || x.kind == entry_kind::erased) x.event.order = r.text();
  if (x.kind == entry_kind::observed) read(r, x.event);
  if (!r.is_at_end()) r.fail("the end of the entry");
}

/// One entry further.
inline journal_place after_entry(journal_place p, std::string_view content) {
  return {p.sequence + 1, crc32c(p.checksum, content)};
}

}  // namespace lupaus::inline v0::detail
