// SPDX-License-Identifier: BSL-1.0
//
// On random promises and logs, with late and wrong records: a monitor that was written down and
// restored, one that died and took up its journal, and several that share the orders, tell what one
// does that was never disturbed; and an order that was erased leaves no trace.
#include "monitor/random_runs.hpp"
#include "monitor/scratch.hpp"

#include "lupaus/journal.hpp"
#include "lupaus/partition.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using namespace lupaus;
using namespace proof::watching;

/// What comes in, and by what options.
struct happening {
  std::vector<arrival> log;
  monitor_options options;
  bool advances = false;
};
happening happening_of(question const& q) {
  proof::chooser r{q.seed + 7};
  auto const lateness = r.chance(50) ? 0 : r.between(1, 86'400);
  happening h{with_corrections(q.log, lateness, q.seed),
              with(proof::random_calendar(q.seed), lateness), r.chance(50)};
  // Some orders are retired while others go on.
  if (r.chance(50)) h.options.keeps_ended = r.between(0, 5) * one_day;
  // Some orders take no more records.
  if (r.chance(20)) h.options.most_records = static_cast<std::size_t>(r.between(1, 6));
  return h;
}

/// All that was told.
struct diary {
  std::vector<breach> breaches;
  std::vector<remark> remarks;

  monitor::breach_sink to_breaches() {
    return [this](breach const& b) { breaches.push_back(b); };
  }
  monitor::remark_sink to_remarks() {
    return [this](remark const& r) { remarks.push_back(r); };
  }
};
bool is_same(remark const& a, remark const& b) {
  return a.order == b.order && a.kind == b.kind && a.at == b.at && a.event == b.event &&
         a.unit == b.unit && a.wanted == b.wanted;
}
std::string differences(model_view const& m, diary const& a, diary const& b) {
  if (auto wrong = same_told(m, a.breaches, b.breaches); !wrong.empty()) return wrong;
  auto const is_equal =
      std::equal(a.remarks.begin(), a.remarks.end(), b.remarks.begin(), b.remarks.end(),
                 [](auto const& x, auto const& y) { return is_same(x, y); });
  return is_equal ? std::string{} : "  other remarks\n";
}

/// One step of a log.
template <class Watch>
void take(Watch& w, arrival const& x, bool advances) {
  if (advances) static_cast<void>(w.advance(x.at));
  static_cast<void>(w.observe(x.what));
}
template <>
void take(monitor& w, arrival const& x, bool advances) {
  if (advances) w.advance(x.at);
  w.observe(x.what);
}

/// What one monitor tells, and its bytes in the end.
struct undisturbed {
  diary told;
  std::string bytes, ended_bytes;
  scorecard score;

  undisturbed(model_view const& m, happening const& h) {
    monitor w{m, told.to_breaches(), told.to_remarks(), h.options};
    for (auto const& x : h.log) take(w, x, h.advances);
    bytes = w.snapshot();
    w.finish();
    ended_bytes = w.snapshot();
    score = w.score();
  }
};

// ---- snapshots ---------------------------------------------------------------------------------

std::string goes_on_from_a_snapshot(question const& q) {
  auto const& m = q.promise.m;
  auto const h = happening_of(q);
  undisturbed const once{m, h};
  proof::chooser r{q.seed + 8};
  diary told;
  auto make = [&] { return monitor{m, told.to_breaches(), told.to_remarks(), h.options}; };
  std::optional<monitor> w{make()};
  auto const restore = [&]() -> std::string {
    auto const bytes = w->snapshot({h.log.size(), 5});
    w.emplace(make());
    auto const place = w->restore(bytes);
    if (!place) return "  refused: " + to_string(place.error()) + "\n";
    if (*place != journal_place{h.log.size(), 5}) return "  another place\n";
    if (w->snapshot(*place) != bytes) return "  written again it is not the same\n";
    return {};
  };
  for (auto const& x : h.log) {
    if (r.chance(20))
      if (auto wrong = restore(); !wrong.empty()) return wrong;
    take(*w, x, h.advances);
  }
  if (w->snapshot() != once.bytes) return "  other bytes before the end\n";
  w->finish();
  if (auto wrong = differences(m, once.told, told); !wrong.empty()) return wrong;
  if (w->score() != once.score) return "  another score\n";
  return w->snapshot() == once.ended_bytes ? "" : "  other bytes in the end\n";
}

// ---- journals ----------------------------------------------------------------------------------

std::string goes_on_from_a_journal(question const& q) {
  auto const& m = q.promise.m;
  auto const h = happening_of(q);
  undisturbed const once{m, h};
  proof::chooser r{q.seed + 9};
  proof::scratch const folder;
  journal_options files{.journal = folder("journal")};
  if (r.chance(70)) files.snapshot = folder("snapshot");
  diary told, kept;  // kept: what was told before the last checkpoint
  std::string wrong;
  std::optional<durable_monitor> w;
  auto const open = [&] {
    w.reset();
    auto const before = std::exchange(told, kept);
    auto opened = durable_monitor::open(m, told.to_breaches(), told.to_remarks(), h.options, files);
    if (!opened) return wrong = "  refused: " + to_string(opened.error()) + "\n", false;
    w.emplace(std::move(opened).value());
    // What was told since the checkpoint is told again, and nothing else.
    wrong = differences(m, before, told);
    return wrong.empty();
  };
  if (!open()) return wrong;
  std::uint64_t steps = 0;
  for (auto const& x : h.log) {
    if (r.chance(10)) {
      auto const place = w->place();
      if (!open()) return wrong;
      if (w->place() != place) return "  it goes on at another place\n";
    }
    if (r.chance(10)) {
      if (!w->checkpoint()) return "  no checkpoint\n";
      if (!files.snapshot.empty()) kept = told;
    }
    take(*w, x, h.advances);
    steps += h.advances ? 2 : 1;
  }
  if (w->place().sequence != steps) return "  other entries than steps\n";
  if (!open()) return wrong;
  auto ended = std::move(*w).release();
  if (ended.snapshot() != once.bytes) return "  other bytes\n";
  ended.finish();
  wrong = differences(m, once.told, told);
  if (wrong.empty() && ended.score() != once.score) wrong = "  another score\n";
  return wrong;
}

// ---- erasure -----------------------------------------------------------------------------------

/// Orders with numbers that are nowhere else in the bytes, and so are their records.
happening named(happening h) {
  auto const name = [](std::string& text) {
    if (!text.empty()) text = "the order or record called " + text + ";";
  };
  for (auto& x : h.log) name(x.what.order), name(x.what.id), name(x.what.corrects);
  return h;
}
bool has_trace(std::string const& bytes, happening const& h, std::string const& order) {
  auto const is_in = [&](std::string const& text) {
    return !text.empty() && bytes.find(text) != bytes.npos;
  };
  return std::any_of(h.log.begin(), h.log.end(), [&](arrival const& x) {
    return x.what.order == order && (is_in(order) || is_in(x.what.id) || is_in(x.what.corrects));
  });
}

std::string is_erased(question const& q) {
  auto const& m = q.promise.m;
  auto const h = named(happening_of(q));
  if (h.log.empty()) return {};
  proof::chooser r{q.seed + 10};
  auto const gone = h.log[r.below(h.log.size())].what.order;
  auto const at = r.below(h.log.size() + 1);
  proof::scratch const folder;
  journal_options files{.journal = folder("journal")};
  if (r.chance(50)) files.snapshot = folder("snapshot");
  diary told, others;
  auto opened = durable_monitor::open(m, {}, {}, h.options, files);
  if (!opened) return to_string(opened.error());
  auto w = std::move(opened).value();
  // One that never had the order: of its records only the time passes.
  monitor without{m, {}, {}, h.options};
  for (std::size_t i = 0; i <= h.log.size(); ++i) {
    if (i == at) {
      if (!files.snapshot.empty() && r.chance(50)) static_cast<void>(w.checkpoint());
      if (!w.erase(gone)) return "  not erased\n";
      if (!w.checkpoint()) return "  no checkpoint\n";
      if (has_trace(proof::bytes_of(files.journal), h, gone)) return "  a trace in the journal\n";
      if (!files.snapshot.empty() && has_trace(proof::bytes_of(files.snapshot), h, gone))
        return "  a trace in the snapshot\n";
    }
    if (i == h.log.size()) break;
    auto const& x = h.log[i];
    if (x.what.order != gone) {
      take(w, x, h.advances);
      take(without, x, h.advances);
    } else if (i < at) {
      take(w, x, h.advances);
      if (h.advances) without.advance(x.at);
      without.advance(x.what.at);
    }
  }
  { auto const closed = std::move(w).release(); }
  auto const again = durable_monitor::open(m, {}, {}, h.options, files);
  if (!again) return "  refused: " + to_string(again.error()) + "\n";
  if (has_trace(again->watch().snapshot(), h, gone)) return "  a trace in its memory\n";
  // Whether a retired order was counted is all that may differ.
  auto const is_same = again->watch().snapshot() == without.snapshot();
  auto const was_retired = h.options.keeps_ended < for_ever;
  return is_same || was_retired ? "" : "  other than without the order\n";
}

// ---- partitions --------------------------------------------------------------------------------

std::string is_shared_out(question const& q) {
  auto const& m = q.promise.m;
  auto h = happening_of(q);
  h.advances = false;
  undisturbed const once{m, h};
  proof::chooser r{q.seed + 11};
  auto const parts = static_cast<std::size_t>(r.between(1, 3));
  std::vector<std::vector<breach>> told(parts);
  partitioned_monitor w{
      m, parts, [&](std::size_t i, breach const& b) { told[i].push_back(b); }, {}, h.options};
  for (auto const& x : h.log) {
    w.observe(x.what);
    if (!r.chance(5)) continue;
    // One partition is written down and taken up again.
    auto const i = r.below(parts);
    std::string wrong;
    w.in(i, [&](monitor& mine) {
      auto const restored = mine.restore(mine.snapshot());
      if (!restored) wrong = to_string(restored.error());
    });
    if (!wrong.empty()) return wrong;
  }
  w.finish();
  std::vector<breach> all;
  for (std::size_t i = 0; i < parts; ++i)
    for (auto const& b : told[i]) {
      if (w.partition_of(b.order) != i) return "  told by another partition\n";
      all.push_back(b);
    }
  auto ours = once.told.breaches;
  for (auto* list : {&ours, &all})
    std::stable_sort(list->begin(), list->end(),
                     [](auto const& a, auto const& b) { return a.order < b.order; });
  auto wrong = same_told(m, ours, all);
  if (wrong.empty() && w.score() != once.score) wrong = "  another score\n";
  return wrong;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(durable)

BOOST_AUTO_TEST_CASE(a_restored_monitor_goes_on) { hold(150, goes_on_from_a_snapshot); }

BOOST_AUTO_TEST_CASE(a_journal_is_taken_up) { hold(60, goes_on_from_a_journal); }

BOOST_AUTO_TEST_CASE(an_erased_order_leaves_no_trace) { hold(60, is_erased); }

BOOST_AUTO_TEST_CASE(partitions_tell_what_one_monitor_tells) { hold(60, is_shared_out); }

BOOST_AUTO_TEST_SUITE_END()
