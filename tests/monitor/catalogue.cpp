// SPDX-License-Identifier: BSL-1.0
//
// The orders of a whole catalogue: each is judged as by a monitor of its own promise that is told
// the time of all; by the version that it was sold under; and over the end of a process.
#include "monitor/random_runs.hpp"
#include "monitor/scratch.hpp"

#include "lupaus/builder.hpp"
#include "lupaus/journal.hpp"
#include "lupaus/monitor.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace lupaus;
using namespace proof::watching;

// ---- random catalogues -------------------------------------------------------------------------

/// Three promises, two of them versions of one, and what comes in of all their orders. An order of
/// the first and one of the last may have the same number.
struct random_catalogue {
  struct offered {
    model m;
    model_view named;
    promise_name name;
  };
  struct record {
    std::size_t of;
    arrival what;
    bool is_time_told;  ///< before, the time when it comes in
  };
  std::vector<offered> all;
  std::vector<record> log;
  monitor_options options;

  explicit random_catalogue(std::uint64_t seed) {
    constexpr promise_name names[] = {{"lamp", "1"}, {"lamp", "2"}, {"desk", "1"}};
    proof::chooser r{seed + 7};
    options = with(proof::random_calendar(seed), r.chance(50) ? 0 : r.between(1, 86'400));
    if (r.chance(50)) options.keeps_ended = r.between(0, 5) * one_day;
    for (std::size_t i = 0; i < 3; ++i) {
      auto m = proof::to_model(some_promise(seed * 3 + i));
      if (!m) continue;
      auto named = m->view();
      named.identity = names[i].identity, named.version = names[i].version;
      all.push_back({std::move(*m), named, names[i]});
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      proof::naive_promise const p{all[i].named};
      auto own = proof::random_log(p, seed * 3 + i);
      for (auto& e : own)
        if (all[i].name == names[1]) e.order += " of 2";
      for (auto& x : r.chance(50) ? in_time(own) : with_corrections(own, options.lateness, seed))
        log.push_back({i, std::move(x), r.chance(20)});
    }
    std::stable_sort(log.begin(), log.end(),
                     [](auto const& a, auto const& b) { return a.what.at < b.what.at; });
  }
};

/// What is told, promise by promise.
struct told_of_each {
  std::vector<std::vector<breach>> breaches;
  std::vector<std::size_t> remarks;
  std::vector<scorecard> scores;
};

constexpr auto no_time = (std::numeric_limits<seconds_t>::max)();

/// A monitor for each promise, all told of one time.
told_of_each apart(random_catalogue const& c) {
  told_of_each out;
  out.breaches.resize(c.all.size()), out.remarks.resize(c.all.size());
  std::vector<monitor> watches;
  for (std::size_t i = 0; i < c.all.size(); ++i)
    watches.emplace_back(
        c.all[i].named, [&out, i](breach const& b) { out.breaches[i].push_back(b); },
        [&out, i](remark const&) { ++out.remarks[i]; }, c.options);
  std::optional<seconds_t> now;
  for (auto const& x : c.log) {
    auto const at = x.what.what.at;
    auto const tick = [&](seconds_t until, std::size_t of_record) {
      for (std::size_t i = 0; i < watches.size(); ++i)
        while (watches[i].next_due().value_or(no_time) <= until - (i == of_record))
          watches[i].advance(*watches[i].next_due());
    };
    if (x.is_time_told) {
      tick(x.what.at, watches.size());
      now = now ? (std::max)(*now, x.what.at) : x.what.at;
    }
    // The clock ticks until then, and in that second the record comes first.
    tick(at, x.of);
    if (now && at < *now) watches[x.of].advance(*now);
    watches[x.of].observe(x.what.what);
    now = now ? (std::max)(*now, at) : at;
  }
  for (auto& w : watches) {
    if (now) w.advance(*now), w.finish();
    out.scores.push_back(w.score());
  }
  return out;
}

/// What one monitor of them all tells. It is closed and opened anew now and then, where it has
/// files.
struct together {
  random_catalogue const& c;
  told_of_each told, kept;
  std::string wrong;
  std::optional<catalogue_monitor> watch;

  explicit together(random_catalogue const& of) : c{of} {
    told.breaches.resize(c.all.size()), told.remarks.resize(c.all.size());
    kept = told;
  }
  std::size_t number_of(model_view const& m) const {
    for (std::size_t i = 0; i < c.all.size(); ++i)
      if (name_of(m) == c.all[i].name) return i;
    return c.all.size();
  }
  void open(order_store const& store = {}) {
    watch.reset();
    auto const before = std::exchange(told, kept);
    watch.emplace(
        [this](model_view const& m, breach const& b) { told.breaches[number_of(m)].push_back(b); },
        [this](model_view const& m, remark const&) { ++told.remarks[number_of(m)]; }, c.options,
        store);
    for (auto const& x : c.all)
      if (auto const faults = watch->add(x.named); !faults.empty())
        wrong = "  refused: " + to_string(faults) + "\n";
    // What was told since the checkpoint is told again, and nothing else.
    if (wrong.empty()) wrong = differences(before);
  }
  std::string differences(told_of_each const& other) const {
    for (std::size_t i = 0; i < c.all.size(); ++i) {
      auto difference = same_told(c.all[i].named, other.breaches[i], told.breaches[i]);
      if (difference.empty() && other.remarks[i] != told.remarks[i])
        difference = "  other remarks: " + std::to_string(other.remarks[i]) + ", " +
                     std::to_string(told.remarks[i]) + "\n";
      if (!difference.empty())
        return "  of " + std::string{c.all[i].name.identity} + " " +
               std::string{c.all[i].name.version} + ":\n" + difference;
    }
    return {};
  }
  /// The record names its promise with the first of an order, and later as it likes.
  void take(random_catalogue::record const& x, proof::chooser& r) {
    auto const& e = x.what.what;
    if (x.is_time_told)
      if (auto const faults = watch->advance(x.what.at); !faults.empty())
        wrong = "  refused: " + to_string(faults) + "\n";
    promise_name said;
    auto const own = c.all[x.of].name;
    if (auto const of = watch->promise_of(e.order); !of || name_of(**of) != own || r.chance(50)) {
      said = own;
      auto const other = watch->promise_of(e.order, {own.identity, {}});
      if (other && name_of(**other) == own && r.chance(50)) said.version = {};
    }
    if (auto const faults = watch->observe(e, said); !faults.empty() && wrong.empty())
      wrong = "  refused: " + to_string(faults) + "\n";
  }
  std::string end(told_of_each const& wanted) {
    watch->finish();
    if (wrong.empty()) wrong = differences(wanted);
    for (std::size_t i = 0; i < c.all.size() && wrong.empty(); ++i)
      if (watch->watch(i).score() != wanted.scores[i]) wrong = "  another score\n";
    return wrong;
  }
};

std::string judges_each_by_its_own(std::uint64_t seed) {
  random_catalogue const c{seed};
  proof::chooser r{seed + 8};
  together all{c};
  all.open();
  for (auto const& x : c.log) all.take(x, r);
  return all.end(apart(c));
}
std::string goes_on_from_its_files(std::uint64_t seed) {
  random_catalogue const c{seed};
  proof::chooser r{seed + 9};
  proof::scratch const folder;
  together all{c};
  all.open(in_folder(folder("")));
  for (auto const& x : c.log) {
    if (r.chance(5)) {
      if (auto const faults = all.watch->checkpoint(); !faults.empty()) return to_string(faults);
      all.kept = all.told;
    }
    if (r.chance(5)) all.open(in_folder(folder("")));
    all.take(x, r);
    if (!all.wrong.empty()) return all.wrong;
  }
  return all.end(apart(c));
}
std::string tells_in_the_order_of_time(std::uint64_t seed) {
  random_catalogue c{seed};
  c.options.lateness = 0;
  c.log.erase(std::remove_if(c.log.begin(), c.log.end(),
                             [](auto const& x) {
                               return x.what.at != x.what.what.at || !x.what.what.corrects.empty();
                             }),
              c.log.end());
  std::vector<seconds_t> times;
  catalogue_monitor watch{
      [&](model_view const&, breach const& b) { times.push_back(b.at); }, {}, c.options};
  for (auto const& x : c.all)
    if (!watch.add(x.named).empty()) return "  refused\n";
  for (auto const& x : c.log) {
    if (auto const due = watch.next_due(); due && *due < x.what.at) {
      // Nothing is told before that.
      auto const before = times.size();
      if (!watch.advance(*due - 1).empty() || times.size() != before)
        return "  something was told before it was due\n";
    }
    if (!watch.observe(x.what.what, c.all[x.of].name).empty()) return "  refused\n";
  }
  return std::is_sorted(times.begin(), times.end()) ? "" : "  not in the order of time\n";
}

template <class Property>
void hold_for_catalogues(std::size_t runs, Property property) {
  auto const first = proof::first_seed();
  for (std::size_t i = 0; i < proof::runs(runs); ++i) {
    auto const wrong = property(first + i);
    if (wrong.empty()) continue;
    BOOST_ERROR("LUPAUS_SEED=" << first + i << " LUPAUS_RUNS=1 shows it again:\n" << wrong);
    return;
  }
}

// ---- a changed offer ---------------------------------------------------------------------------

constexpr seconds_t hour(int h) { return seconds_t{1'772'442'000} + h * 3'600; }

model delivered_within(char const* identity, char const* version, std::chrono::hours limit) {
  builder b{"lamp, delivered"};
  b.identity(identity, version);
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const lamp = b.good("lamp");
  auto const delivery = b.service("delivery");
  b.product(lamp >> delivery);
  b.carries(delivery, lamp);
  b.claims(shop, delivery, within(limit));
  return b.build().value();
}
std::string text_of(errors const& faults) {
  return faults.empty() ? "nothing is wrong" : to_string(faults);
}
order_event placed(char const* order, int at) {
  return {.order = order, .at = hour(at), .kind = order_event_kind::placed};
}
order_event completed(model const& m, char const* order, int at) {
  order_event e{.order = order, .at = hour(at)};
  e.event = event_called(m.view(), part_called(m.view(), "delivery"), "completed");
  return e;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(catalogue)

BOOST_AUTO_TEST_CASE(each_order_by_its_own_promise) {
  hold_for_catalogues(300, judges_each_by_its_own);
}
BOOST_AUTO_TEST_CASE(over_the_end_of_a_process) { hold_for_catalogues(60, goes_on_from_its_files); }
BOOST_AUTO_TEST_CASE(in_the_order_of_time) { hold_for_catalogues(200, tells_in_the_order_of_time); }

BOOST_AUTO_TEST_CASE(a_changed_offer_judges_no_earlier_order) {
  auto const slow = delivered_within("lamp", "1", std::chrono::hours{48});
  auto const fast = delivered_within("lamp", "2", std::chrono::hours{24});
  std::vector<std::string> broken;
  catalogue_monitor watch{[&](model_view const& m, breach const& b) {
    if (b.key.kind == breach_kind::broken_promise)
      broken.push_back(b.order + " under " + std::string{m.version});
  }};
  BOOST_TEST(text_of(watch.add(slow)) == "nothing is wrong");
  BOOST_TEST(text_of(watch.observe(placed("4711", 0))) == "nothing is wrong");
  BOOST_TEST(text_of(watch.add(fast)) == "nothing is wrong");
  BOOST_TEST(text_of(watch.add(fast)) == "nothing is wrong");
  BOOST_TEST(watch.promises() == 2U);
  BOOST_TEST(text_of(watch.observe(placed("4712", 0), {"lamp", "2"})) == "nothing is wrong");
  BOOST_TEST(text_of(watch.observe(completed(slow, "4711", 30))) == "nothing is wrong");
  BOOST_TEST(text_of(watch.observe(completed(fast, "4712", 30))) == "nothing is wrong");
  BOOST_TEST(broken == std::vector<std::string>{"4712 under 2"}, boost::test_tools::per_element());
  BOOST_TEST(watch.size() == 2U);
  BOOST_REQUIRE(watch.promises_of("4711").size() == 1U);
  BOOST_TEST(watch.promises_of("4711").front().version == "1");
  BOOST_TEST(watch.watch({"lamp", "2"})->score().placed == 1U);
  BOOST_TEST(!watch.watch({"lamp", "3"}));
  BOOST_TEST(text_of(watch.erase("4712")) == "nothing is wrong");
  BOOST_TEST(watch.promises_of("4712").empty());
}

BOOST_AUTO_TEST_CASE(an_order_of_a_store_is_known) {
  auto const lamp = delivered_within("lamp", "1", std::chrono::hours{48});
  auto const desk = delivered_within("desk", "1", std::chrono::hours{24});
  proof::scratch const folder;
  for (auto const is_new : {true, false}) {
    catalogue_monitor watch{{}, {}, {}, in_folder(folder(""))};
    for (auto const* m : {&lamp, &desk}) BOOST_TEST(text_of(watch.add(*m)) == "nothing is wrong");
    if (is_new)
      BOOST_TEST(text_of(watch.observe(placed("1", 0), {"lamp", {}})) == "nothing is wrong");
    else
      BOOST_TEST(text_of(watch.observe(completed(lamp, "1", 3))) == "nothing is wrong");
    if (is_new) BOOST_TEST(text_of(watch.checkpoint()) == "nothing is wrong");
    watch.finish();
    BOOST_TEST(text_of(watch.observe(completed(lamp, "1", 4))) ==
               "the log has ended, and its files are closed");
  }
  catalogue_monitor watch{{}, {}, {}, in_folder(folder("nowhere"))};
  BOOST_TEST(text_of(watch.add(lamp)).find("No such file") != std::string::npos);
  BOOST_TEST(watch.promises() == 0U);
}

BOOST_AUTO_TEST_CASE(what_nobody_can_tell_is_refused) {
  auto const first = delivered_within("lamp", "1", std::chrono::hours{48});
  auto const second = delivered_within("lamp", "2", std::chrono::hours{24});
  auto const desk = delivered_within("desk", "1", std::chrono::hours{24});
  catalogue_monitor watch;
  BOOST_TEST(text_of(watch.observe(placed("1", 0))) == "order '1': there is no promise yet");
  for (auto const* m : {&first, &second, &desk})
    BOOST_TEST(text_of(watch.add(*m)) == "nothing is wrong");
  BOOST_TEST(text_of(watch.add(delivered_within("lamp", "1", std::chrono::hours{1}))) ==
             "there is another promise 'lamp' of version '1': one that is changed has another "
             "version, so that earlier orders are judged by what they were promised");
  BOOST_TEST(text_of(watch.observe(placed("1", 0))) ==
             "order '1': no record has said under which promise this order is, and there are "
             "several: the first record of an order names one");
  BOOST_TEST(text_of(watch.observe(placed("1", 0), {"lamp", {}})) ==
             "order '1': there are 2 versions of 'lamp', and no record has said under which of "
             "them this order is");
  BOOST_TEST(text_of(watch.observe(placed("1", 0), {"lmap", "1"})) ==
             "order '1': there is no promise named 'lmap'; did you mean 'lamp'?");
  BOOST_TEST(text_of(watch.observe(placed("1", 0), {"lamp", "3"})) ==
             "order '1': there is no version '3' of 'lamp'; did you mean '1'?");
  BOOST_TEST(text_of(watch.observe(placed("1", 0), {{}, "3"})) ==
             "order '1': there is no promise of version '3'");
  BOOST_TEST(watch.size() == 0U);
  BOOST_TEST(text_of(watch.observe(placed("1", 0), {"lamp", "1"})) == "nothing is wrong");
  BOOST_TEST(text_of(watch.observe(completed(second, "1", 3), {"lamp", "2"})) ==
             "order '1': the order is under version '1' of 'lamp', and the record says version "
             "'2'");
  // The other thing in the same basket.
  BOOST_TEST(text_of(watch.observe(placed("1", 0), {"desk", {}})) == "nothing is wrong");
  BOOST_TEST(text_of(watch.observe(completed(first, "1", 3))) ==
             "order '1': the order is under several promises, and the record does not say about "
             "which of them it is");
  BOOST_TEST(text_of(watch.observe(completed(first, "1", 3), {"lamp", {}})) == "nothing is wrong");
  auto wrong = placed("1", 0);
  wrong.kind = order_event_kind::happened;
  BOOST_TEST(text_of(watch.observe(wrong, {"lamp", "1"})) ==
             "order '1': an event in the life of a part is expected");
}

BOOST_AUTO_TEST_SUITE_END()
