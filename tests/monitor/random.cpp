// SPDX-License-Identifier: BSL-1.0
//
// The monitor against an oracle that reads each log after the fact, on random promises and logs;
// and what must not change anything: the order of arrival, records that come in twice, the names of
// the orders; and what must change no more than it should: records that come in late, or were
// wrong.
#include "monitor/random_runs.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace lupaus;
using namespace proof::watching;

std::string finds_what_the_oracle_finds(question const& q, monitor_options const& calendar,
                                        seconds_t after) {
  auto const options = with(calendar, 0);
  auto const end = last_time(q.log) + after;
  auto const ours = watch(q.promise.m, in_time(q.log), end, options);
  auto wrong = against_oracle(q.promise, ours, q.log, end, options);
  if (wrong.empty()) wrong = told_as_it_stands(q.promise.m, ours);
  return wrong;
}
std::string as_the_oracle(question const& q) {
  return finds_what_the_oracle_finds(q, {}, some_time(q.seed));
}
std::string as_the_oracle_by_any_calendar(question const& q) {
  return finds_what_the_oracle_finds(q, proof::odd_calendar(q.seed), some_time(q.seed));
}

std::string arrives_in_any_order(question const& q) {
  proof::chooser r{q.seed};
  auto const lateness = r.chance(50) ? r.between(2, 7'200) : r.between(2, 9 * 86'400);
  auto const options = with(proof::random_calendar(q.seed), lateness);
  auto const end = last_time(q.log) + lateness + some_time(q.seed);
  auto const ours = watch(q.promise.m, in_time(q.log), end, options);
  auto const late =
      watch(q.promise.m, with_delays(q.log, lateness, q.seed), end, options, r.chance(50));
  auto wrong = same_told(q.promise.m, ours.told, late.told);
  if (wrong.empty() && ours.score != late.score) wrong = "  another score\n";
  if (wrong.empty()) wrong = against_oracle(q.promise, late, q.log, end, options);
  return wrong;
}

std::string comes_in_twice(question const& q) {
  proof::chooser r{q.seed};
  auto const options = with(proof::random_calendar(q.seed), r.chance(50) ? 0 : 3'600);
  auto const end = last_time(q.log) + some_time(q.seed);
  auto const once = watch(q.promise.m, in_time(q.log), end, options);
  std::vector<arrival> all;
  std::vector<order_event> earlier;
  for (auto const& x : in_time(q.log)) {
    all.push_back(x);
    earlier.push_back(x.what);
    while (!earlier.empty() && r.chance(50)) {
      auto const i = r.below(earlier.size());
      all.push_back({x.at, earlier[i]});
      earlier.erase(earlier.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
  for (auto const& e : earlier) all.push_back({end, e});
  auto const twice = watch(q.promise.m, all, end, options);
  auto wrong = same_told(q.promise.m, once.told, twice.told);
  auto score = twice.score;
  if (wrong.empty() && score.duplicates != q.log.size()) wrong = "  duplicates are not counted\n";
  score.duplicates = once.score.duplicates;
  if (wrong.empty() && score != once.score) wrong = "  another score\n";
  return wrong;
}

std::string is_corrected(question const& q) {
  proof::chooser r{q.seed};
  auto const lateness = r.chance(50) ? 0 : r.between(1, 86'400);
  auto const options = with(proof::random_calendar(q.seed), lateness);
  auto const all = with_corrections(q.log, lateness, q.seed);
  log_of_orders arrived;
  seconds_t end = 0;
  for (auto const& x : all) arrived.push_back(x.what), end = std::max({end, x.at, x.what.at});
  end += some_time(q.seed);
  auto const ours = watch(q.promise.m, all, end, options, r.chance(50));
  auto wrong = against_oracle(q.promise, ours, arrived, end, options);
  if (wrong.empty()) wrong = told_as_it_stands(q.promise.m, ours);
  if (wrong.empty()) return {};
  std::ostringstream out;
  out << wrong << "as it came in, with a lateness of " << lateness << ":\n";
  for (auto const& x : all)
    out << "  at " << x.at << ": " << proof::to_string(q.promise.m, x.what) << "\n";
  return out.str();
}

std::string is_renamed(question const& q) {
  proof::chooser r{q.seed};
  auto const options = with(proof::random_calendar(q.seed), r.chance(50) ? 0 : 3'600);
  auto const end = last_time(q.log) + some_time(q.seed);
  auto ours = watch(q.promise.m, in_time(q.log), end, options);
  std::map<std::string, std::string> names, back;
  for (auto const& order : orders_of(q.log)) {
    auto name = std::to_string(r.below(1'000'000)) + (r.chance(50) ? " \xc3\xa4" : "") + order;
    names[order] = name, back[name] = order;
  }
  auto renamed = q.log;
  for (auto& e : renamed) e.order = names[e.order];
  auto theirs = watch(q.promise.m, in_time(renamed), end, options);
  for (auto& b : theirs.told) b.order = back[b.order];
  // Which of two orders comes first in one second is a matter of their numbers.
  for (auto* told : {&ours.told, &theirs.told})
    std::stable_sort(told->begin(), told->end(),
                     [](auto const& a, auto const& b) { return a.order < b.order; });
  auto wrong = same_told(q.promise.m, ours.told, theirs.told);
  if (wrong.empty() && ours.score != theirs.score) wrong = "  another score\n";
  return wrong;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(random_logs)

BOOST_AUTO_TEST_CASE(give_what_the_oracle_finds) { hold(400, as_the_oracle); }

BOOST_AUTO_TEST_CASE(by_any_calendar) { hold(200, as_the_oracle_by_any_calendar); }

BOOST_AUTO_TEST_CASE(in_any_order_of_arrival) { hold(100, arrives_in_any_order); }

BOOST_AUTO_TEST_CASE(with_every_record_twice) { hold(50, comes_in_twice); }

BOOST_AUTO_TEST_CASE(with_late_and_wrong_records) { hold(150, is_corrected); }

BOOST_AUTO_TEST_CASE(under_other_numbers) { hold(40, is_renamed); }

BOOST_AUTO_TEST_SUITE_END()
