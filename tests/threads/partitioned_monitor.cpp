// SPDX-License-Identifier: BSL-1.0
//
// Partitions in threads of their own tell what one monitor tells. Run under ThreadSanitizer.
#include "check/flagship.hpp"
#include "lupaus/explore/event_names.hpp"
#include "lupaus/partition.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

using namespace lupaus;

namespace {

constexpr seconds_t placed = 1'772'442'000;
constexpr int orders = 400;

/// Orders of which some go wrong, one record of each in turn.
std::vector<order_event> some_log(model const& m) {
  auto const delivery = part_called(m, "delivery");
  std::vector<order_event> all;
  auto const add = [&](int order, seconds_t after, char const* happens) {
    order_event e{.order = std::to_string(order), .at = placed + after + order};
    e.event = happens ? event_called(m, delivery, happens) : event_id{};
    if (!happens) e.kind = order_event_kind::placed;
    all.push_back(e);
  };
  for (int i = 0; i < orders; ++i) add(i, 0, nullptr);
  for (int i = 0; i < orders; ++i) add(i, 36'000, "shipped");
  for (int i = 0; i < orders; ++i) add(i, 72'000, i % 3 == 0 ? "damaged" : "completed");
  return all;
}
std::vector<std::string> ids(std::vector<breach> const& all) {
  std::vector<std::string> found;
  for (auto const& b : all) found.push_back(b.id() + " at " + std::to_string(b.at));
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(partitioned)

BOOST_AUTO_TEST_CASE(several_threads_tell_what_one_monitor_tells) {
  flagship::washing_machine const w;
  auto const m = w.b.build().value();
  auto const log = some_log(m);
  std::vector<breach> one;
  monitor alone{m, [&](breach const& b) { one.push_back(b); }};
  for (auto const& e : log) alone.observe(e);
  alone.advance(placed + 30 * one_day);
  alone.finish();
  BOOST_TEST(!one.empty());

  std::array<std::vector<breach>, 4> told;
  partitioned_monitor several{m, told.size(),
                              [&](std::size_t i, breach const& b) { told[i].push_back(b); }};
  for (std::size_t i = 0; i < log.size(); ++i) {
    several.observe(log[i]);
    if (i % 300 == 0) several.advance(log[i].at);
    // A snapshot of one partition while the others work.
    if (i % 450 == 0)
      several.in(i % told.size(), [](monitor& mine) {
        auto const place = mine.restore(mine.snapshot({7, 0}));
        if (!place || place->sequence != 7) BOOST_ERROR("not restored");
      });
  }
  several.advance(placed + 30 * one_day);
  several.finish();
  std::vector<breach> all;
  for (auto const& some : told) {
    BOOST_TEST(!some.empty());
    all.insert(all.end(), some.begin(), some.end());
  }
  BOOST_TEST(ids(all) == ids(one), boost::test_tools::per_element());
  BOOST_TEST((several.score() == alone.score()));
}

BOOST_AUTO_TEST_CASE(what_waits_is_done_before_it_goes) {
  flagship::washing_machine const w;
  auto const m = w.b.build().value();
  auto const log = some_log(m);
  std::atomic<int> begun = 0;
  std::size_t kept = 0;
  {
    monitor_options options;
    options.on_signal = [&](monitor_signal const& x) {
      if (x.kind == signal_kind::order_begun) ++begun;
    };
    partitioned_monitor several{m, 2, {}, {}, options};
    for (auto const& e : log) several.observe(e);
    BOOST_CHECK_THROW(several.observe({}), bad_input);
    for (std::size_t i = 0; i < 2; ++i)
      several.in(i, [&](monitor& mine) {
        BOOST_TEST(mine.size() > 0u);
        kept += mine.size();
      });
    BOOST_TEST(kept == std::size_t{orders});
    for (int i = 0; i < 3; ++i)
      several.observe({.order = "more " + std::to_string(i),
                       .at = placed + one_day,
                       .kind = order_event_kind::placed});
  }
  BOOST_TEST(begun == orders + 3);
}

BOOST_AUTO_TEST_SUITE_END()
