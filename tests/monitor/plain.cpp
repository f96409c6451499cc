// SPDX-License-Identifier: BSL-1.0
//
// Two ways of judging, held against each other. Records without ids, that come in as they happen,
// are kept and judged in a short way; the same records with ids are not. What is told, in what
// order, what is remarked, what stands and what is counted must be the same; also where the monitor
// was written down and restored on the way.
#include "monitor/random_runs.hpp"

#include "lupaus/monitor/book/order_index.hpp"
#include "lupaus/monitor/book/order_slots.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace {

using namespace lupaus;
using namespace proof::watching;

struct notes {
  std::vector<breach> told;
  std::vector<remark> remarks;
  std::vector<std::string> signals;
  std::vector<breach> stand;
  std::string score;
};

notes take_notes(model_view const& m, std::vector<arrival> const& log, monitor_options options,
                 std::uint64_t seed, bool restores) {
  notes n;
  proof::chooser r{seed};
  options.on_signal = [&](monitor_signal const& s) {
    if (s.kind == signal_kind::restored || s.kind == signal_kind::snapshot_written) return;
    n.signals.push_back(std::string{id_of(s.kind)} + " " + std::string{s.order});
  };
  auto const make = [&] {
    return monitor{m, [&](breach const& b) { n.told.push_back(b); },
                   [&](remark const& x) { n.remarks.push_back(x); }, options};
  };
  std::optional<monitor> w{make()};
  auto const advances = r.chance(40), asks = r.chance(30);
  for (std::size_t i = 0; i < log.size(); ++i) {
    if (advances) w->advance(log[i].at);
    w->observe(log[i].what);
    // Each of these chances is taken in both ways, restored or not.
    if (r.chance(10) && restores) {
      auto const bytes = w->snapshot();
      w.emplace(make());
      BOOST_REQUIRE(w->restore(bytes));
      BOOST_TEST((w->snapshot() == bytes));
    }
    if (r.chance(20) && asks)
      for (auto const& b : w->breaches(log[i].what.order)) n.stand.push_back(b);
  }
  w->advance((log.empty() ? 0 : log.back().at) + some_time(seed));
  w->finish();
  for (auto const& x : log)
    for (auto const& b : w->breaches(x.what.order)) n.stand.push_back(b);
  n.score = to_text(m, w->score());
  return n;
}
bool is_same(remark const& a, remark const& b) {
  return a.order == b.order && a.kind == b.kind && a.at == b.at && a.event == b.event &&
         a.unit == b.unit && a.wanted == b.wanted;
}
std::string differences(model_view const& m, notes const& a, notes const& b) {
  if (auto wrong = same_told(m, a.told, b.told); !wrong.empty()) return wrong;
  if (auto wrong = same_told(m, a.stand, b.stand); !wrong.empty()) return wrong + "  that stand\n";
  if (!std::equal(a.remarks.begin(), a.remarks.end(), b.remarks.begin(), b.remarks.end(),
                  [](auto const& x, auto const& y) { return is_same(x, y); }))
    return "  other remarks\n";
  if (a.signals != b.signals) return "  other signals\n";
  return a.score == b.score ? std::string{} : "  another score:\n" + a.score + b.score;
}

std::string goes_either_way(question const& q) {
  proof::chooser r{q.seed + 3};
  auto options = with(proof::random_calendar(q.seed), 0);
  if (r.chance(60)) options.keeps_ended = r.between(0, 5) * (r.chance(30) ? 0 : one_day / 4);
  if (r.chance(10)) options.most_records = static_cast<std::size_t>(r.between(1, 8));
  auto log = in_time(q.log);
  if (r.chance(20)) log = with_delays(q.log, 7'200, q.seed);
  if (r.chance(70))
    for (auto& x : log) x.what.promised.clear();
  // Of records that are equal otherwise, ids say which counts first: of one time, that which came
  // in first.
  std::vector<arrival*> in_order;
  for (auto& x : log) in_order.push_back(&x);
  std::stable_sort(in_order.begin(), in_order.end(),
                   [](auto const* a, auto const* b) { return a->what.at < b->what.at; });
  for (std::size_t i = 0; i < log.size(); ++i) in_order[i]->what.id = std::to_string(1'000 + i);
  auto const with_ids = take_notes(q.promise.m, log, options, q.seed, false);
  for (auto& x : log) x.what.id.clear();
  auto const without = take_notes(q.promise.m, log, options, q.seed, false);
  auto wrong = differences(q.promise.m, with_ids, without);
  if (!wrong.empty()) return wrong;
  return differences(q.promise.m, with_ids, take_notes(q.promise.m, log, options, q.seed, true));
}

/// Some numbers are longer than a slot has room for.
std::string some_number(proof::chooser& r) {
  auto const n = std::to_string(r.below(3'000));
  return r.chance(20) ? std::string(r.below(40), 'x') + n : n;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plain_orders)

BOOST_AUTO_TEST_CASE(are_judged_as_all_others) { hold(500, goes_either_way); }

BOOST_AUTO_TEST_CASE(are_found_by_their_numbers) {
  proof::chooser r{17};
  detail::order_slots slots{3, 2};
  std::map<std::string, std::uint32_t> known;
  for (int i = 0; i < 60'000; ++i) {
    auto const number = some_number(r);
    auto const found = known.find(number);
    auto const slot = slots.find(number);
    if (found == known.end()) {
      BOOST_REQUIRE(slot == detail::order_slot::no_slot);
      if (r.chance(40)) continue;
      auto const [fresh, is_new] = slots.find_or_add(number, detail::number_hash(number));
      BOOST_REQUIRE(is_new);
      BOOST_REQUIRE((slots[fresh].number.view() == number));
      BOOST_REQUIRE(slots[fresh].records == 0);
      for (auto n = r.below(30); n > 0; --n)
        slots.add(slots[fresh], {static_cast<std::uint32_t>(n * 70'001), event_id{n}, 254});
      known[number] = fresh;
    } else {
      BOOST_REQUIRE(slot == found->second);
      auto const& s = slots[slot];
      for (std::size_t n = 0; n < s.records; ++n) {
        auto const& x = slots.records(s)[n];
        BOOST_REQUIRE(x.of().index() == s.records - n);
        BOOST_REQUIRE(x.seconds() == (s.records - n) * 70'001);
      }
      if (r.chance(50)) continue;
      slots.remove(slot);
      known.erase(found);
    }
    BOOST_REQUIRE(slots.size() == known.size());
  }
}

BOOST_AUTO_TEST_CASE(are_taken_many_at_once_as_one_by_one) {
  hold(60, [](question const& q) -> std::string {
    auto log = in_time(q.log);
    std::vector<order_event> some;
    for (auto& x : log) {
      x.what.id.clear();
      some.push_back(x.what);
    }
    notes one_by_one, at_once;
    monitor a{q.promise.m, [&](breach const& b) { one_by_one.told.push_back(b); },
              [&](remark const& x) { one_by_one.remarks.push_back(x); }};
    monitor b{q.promise.m, [&](breach const& x) { at_once.told.push_back(x); },
              [&](remark const& x) { at_once.remarks.push_back(x); }};
    for (auto const& e : some) a.observe(e);
    b.observe(some);
    return differences(q.promise.m, one_by_one, at_once);
  });
}

BOOST_AUTO_TEST_SUITE_END()
