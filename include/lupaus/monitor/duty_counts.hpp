// SPDX-License-Identifier: BSL-1.0
//
// Duties of one order in the counts of many.
#pragma once

#include "lupaus/monitor/duty.hpp"
#include "lupaus/monitor/scorecard.hpp"

namespace lupaus::inline v0::detail {

/// What became of it.
inline void count_duty(scorecard& s, duty const& d) {
  if (d.state == duty_state::dropped || d.state == duty_state::owed) return;
  if (d.kind == duty_kind::word) {
    if (d.state == duty_state::terminated) return;
    ++s.words_owed;
    if (d.state == duty_state::kept) ++s.words_in_time;
    if (d.state == duty_state::broken && d.met_at != due_time::never) ++s.words_late;
    if (d.met_at == due_time::never) return;
    s.word_latency += d.met_at - d.since;
    s.word_delays.add(d.met_at - d.since);
    return;
  }
  auto const of = d.term->of;
  auto& counts = of.kind == element_kind::claim ? s.claims[of.index] : s.commitments[of.index];
  ++(d.state == duty_state::kept     ? counts.kept
     : d.state == duty_state::broken ? counts.broken
                                     : counts.terminated);
  if (d.state == duty_state::kept && d.due != due_time::never && d.met_at < d.due)
    ++counts.early, counts.early_by += d.due - d.met_at;
  if (d.state != duty_state::broken || d.met_at == due_time::never) return;
  ++counts.met_late;
  counts.late_by += d.met_at - d.due;
  counts.lateness.add(d.met_at - d.due);
}

}  // namespace lupaus::inline v0::detail
