// SPDX-License-Identifier: BSL-1.0
//
// Erlang C: against the sums of its definition, the balance of the queue, a worked example, and a
// simulation that knows no formula.
#include "lupaus/journey.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <functional>
#include <iterator>
#include <queue>
#include <random>
#include <string>
#include <vector>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

/// From the definition, in long double: the terms load^k/k! one by one, none by a recursion for B.
long double direct_c(std::uint32_t servers, long double load) {
  long double sum = 0, term = 1;  // load^k / k!
  for (std::uint32_t k = 0; k < servers; ++k) sum += term, term *= load / (k + 1);
  auto const waiting = term * servers / (servers - load);
  return waiting / (sum + waiting);
}

/// The same by logarithms, for so many servers that the terms would overflow.
long double c_by_logarithms(std::uint32_t servers, long double load) {
  auto const term = [&](std::uint32_t k) { return k * std::log(load) - std::lgamma(k + 1.0L); };
  auto const last = term(servers) + std::log(servers / (servers - load));
  long double others = 0;
  for (std::uint32_t k = 0; k < servers; ++k) others += std::exp(term(k) - last);
  return 1 / (1 + others);
}

bool is_near(long double a, long double b, long double relative) {
  return std::abs(a - b) <= relative * std::abs(b);
}

BOOST_AUTO_TEST_CASE(the_formula_is_the_sum_of_its_definition) {
  std::mt19937 random{1917};
  for (int i = 0; i < 3'000; ++i) {
    auto const servers = 1 + static_cast<std::uint32_t>(random() % 120);
    auto const load = servers * static_cast<double>(random() % 9'999 + 1) / 10'000;
    BOOST_TEST_REQUIRE(is_near(erlang_c(servers, load), direct_c(servers, load), 1e-12L),
                       servers << " servers, load " << load);
  }
  BOOST_TEST(erlang_c(1, 0.3) == 0.3, boost::test_tools::tolerance(1e-15));  // M/M/1: C is the load
  BOOST_TEST(erlang_c(5, 0) == 0);
  BOOST_TEST(erlang_b(0, 3.5) == 1);
}

BOOST_AUTO_TEST_CASE(it_is_stable_to_thousands_of_servers) {
  for (auto servers : {500U, 2'000U, 5'000U, 20'000U})
    for (auto share : {0.5, 0.9, 0.98, 0.999}) {
      auto const load = servers * share;
      auto const got = erlang_c(servers, load);
      BOOST_TEST(std::isfinite(got));
      auto const expected = c_by_logarithms(servers, load);
      // Where the logarithms themselves keep some ten digits.
      if (expected > 1e-300L)
        BOOST_TEST(is_near(got, expected, 1e-9L), servers << " servers, load " << load);
    }
  BOOST_TEST(erlang_c(1'000'000, 999'000) > 0.2);
  BOOST_TEST(erlang_c(1'000'000, 10) == 0);  // less than any double, and no error
}

/// The balance of birth and death: what flows from k to k+1 customers flows back. The states, found
/// by their balance alone, give the share who wait, the queue, and its mean wait by Little's law.
BOOST_AUTO_TEST_CASE(it_balances_birth_and_death) {
  for (auto [servers, load] : {std::pair{1U, 0.7}, {2U, 1.0}, {3U, 2.0}, {7U, 6.0}, {20U, 17.5}}) {
    customer_flow const flow{load * 6, 10min};  // 6 an hour keep one seller busy
    auto const w = waiting_with(flow, servers);
    std::vector<long double> p{1};
    while (p.size() < 4'000)
      p.push_back(p.back() * load / (std::min)(static_cast<std::size_t>(servers), p.size()));
    long double all = 0, delayed = 0, queue = 0;
    for (std::size_t k = 0; k < p.size(); ++k) {
      all += p[k];
      if (k >= servers) delayed += p[k], queue += p[k] * (k - servers);
    }
    BOOST_TEST(is_near(w.delayed, delayed / all, 1e-10L));
    BOOST_TEST(is_near(w.queue, queue / all, 1e-9L));
    BOOST_TEST(is_near(w.mean.count(), queue / all / (flow.arrivals_per_hour / 3'600), 1e-9L));
    BOOST_TEST(w.utilisation() == load / servers, boost::test_tools::tolerance(1e-12));
  }
}

/// Three servers, six an hour, twenty minutes each: one wait in the queue of 8/9 on average, 80/9
/// minutes long (Gross and Harris, the eye clinic of their section on M/M/c).
BOOST_AUTO_TEST_CASE(a_worked_example) {
  auto const w = waiting_with({6, 20min}, 3);
  auto const close = boost::test_tools::tolerance(1e-12);
  BOOST_TEST(w.load == 2, close);
  BOOST_TEST(w.delayed == 4.0 / 9, close);
  BOOST_TEST(w.queue == 8.0 / 9, close);
  BOOST_TEST(w.mean.count() == 60 * 80.0 / 9, close);
}

/// Customers one by one, each taken by the seller who is free first.
std::vector<double> simulated_waits(customer_flow const& flow, std::uint32_t sellers,
                                    std::size_t customers, unsigned seed) {
  std::mt19937_64 random{seed};
  std::exponential_distribution<double> gap{flow.arrivals_per_hour / 3'600};
  std::exponential_distribution<double> work{1 / flow.service_time.count()};
  std::priority_queue<double, std::vector<double>, std::greater<>> free_at;
  for (std::uint32_t i = 0; i < sellers; ++i) free_at.push(0);
  std::vector<double> waits;
  double now = 0;
  for (std::size_t i = 0; i < customers; ++i) {
    now += gap(random);
    auto const begins = (std::max)(now, free_at.top());
    free_at.pop(), free_at.push(begins + work(random));
    if (i >= customers / 10) waits.push_back(begins - now);  // once it is in its steady state
  }
  return waits;
}

BOOST_AUTO_TEST_CASE(a_simulation_agrees) {
  for (auto sellers : {1U, 3U, 8U}) {
    customer_flow const flow{4.5 * sellers, 10min};  // three quarters of their time
    auto const w = waiting_with(flow, sellers);
    auto waits = simulated_waits(flow, sellers, 400'000, 7 + sellers);
    auto const n = static_cast<double>(waits.size());
    double sum = 0, delayed = 0, within = 0;
    for (auto t : waits) sum += t, delayed += t > 0, within += t <= 300;
    BOOST_TEST(delayed / n == w.delayed, boost::test_tools::tolerance(0.02));
    BOOST_TEST(sum / n == w.mean.count(), boost::test_tools::tolerance(0.05));
    BOOST_TEST(within / n == w.share_within(5min), boost::test_tools::tolerance(0.02));
    std::sort(std::begin(waits), std::end(waits));
    BOOST_TEST(waits[static_cast<std::size_t>(0.9 * n)] == w.percentile(0.9).count(),
               boost::test_tools::tolerance(0.05));
  }
}

BOOST_AUTO_TEST_CASE(a_percentile_is_where_the_share_is_reached) {
  auto const w = waiting_with({17, 10min}, 3);
  for (auto share : {0.5, 0.8, 0.95, 0.999}) {
    auto const t = w.percentile(share);
    BOOST_TEST(t.count() > 0);
    BOOST_TEST(w.share_within(t) == share, boost::test_tools::tolerance(1e-12));
  }
  BOOST_TEST(w.percentile((1 - w.delayed) / 2).count() == 0);  // they do not wait
  BOOST_TEST(w.share_within(0s) == 1 - w.delayed, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(w.share_within(-1s) == 0);
}

/// So many keep the level, and one less does not: asked of each number by itself.
BOOST_AUTO_TEST_CASE(the_least_number_of_sellers_is_the_least) {
  std::mt19937 random{3};
  for (int i = 0; i < 400; ++i) {
    customer_flow const flow{static_cast<double>(1 + random() % 3'000) / 10,
                             waiting_time{10.0 + static_cast<double>(random() % 1'500)}};
    service_level const goal{static_cast<double>(1 + random() % 98) / 100,
                             waiting_time{static_cast<double>(random() % 400)}};
    auto const n = sellers_for(flow, goal);
    BOOST_TEST_REQUIRE(waiting_with(flow, n).keeps(goal));
    auto const fewer = n - 1;
    BOOST_TEST_REQUIRE(!(fewer > flow.load() && waiting_with(flow, fewer).keeps(goal)));
    // Nobody waits longer because there is one seller more.
    BOOST_TEST_REQUIRE(waiting_with(flow, n + 1).mean <= waiting_with(flow, n).mean);
  }
  // A call centre of thousands.
  auto const many = sellers_for({60'000, 5min}, {0.95, 20s});
  BOOST_TEST(many > 5'000u);
  BOOST_TEST(many < 5'100u);
  BOOST_TEST(!waiting_with({60'000, 5min}, many - 1).keeps({0.95, 20s}));
}

BOOST_AUTO_TEST_CASE(what_has_no_steady_state_is_refused) {
  auto const says = [](auto&& call, char const* what) {
    try {
      call();
    } catch (bad_input const& e) {
      return std::string{e.what()}.find(what) != std::string::npos;
    }
    return false;
  };
  customer_flow const flow{18, 10min};
  BOOST_TEST(says([&] { (void)waiting_with(flow, 3); }, "grows without end"));
  BOOST_TEST(says([&] { (void)waiting_with(flow, 0); }, "keeps 3 sellers busy, and there are 0"));
  BOOST_TEST(says([&] { (void)waiting_with({0, 10min}, 3); }, "above 0"));
  BOOST_TEST(says([&] { (void)waiting_with({6, -1min}, 3); }, "above 0"));
  BOOST_TEST(says([&] { (void)waiting_with({std::nan(""), 1min}, 3); }, "above 0"));
  BOOST_TEST(says([&] { (void)erlang_c(3, 3); }, "steady state"));
  BOOST_TEST(says([&] { (void)erlang_b(3, -1); }, "0 or more"));
  BOOST_TEST(says([&] { (void)sellers_for(flow, {1, 5min}); }, "below 1"));
  BOOST_TEST(says([&] { (void)sellers_for(flow, {0.8, -1s}); }, "0 or more"));
  BOOST_TEST(says([&] { (void)sellers_for(flow, {0.8, 5min}, 3); }, "3 sellers do not keep"));
  BOOST_TEST(says([&] { (void)waiting_with(flow, 4).percentile(1); }, "below 1"));
}

BOOST_AUTO_TEST_CASE(the_load_in_words) {
  BOOST_TEST(
      load_text({6, 20min}, 3, {0.5, 5min}) ==
      "6 customers an hour × 20 min each keep 2 sellers busy; 3 on duty. 44.4 % wait, all on "
      "average 8.9 min; 65.4 % no longer than 5 min (Erlang C). That keeps the level of 50 %.");
  auto const short_of = load_text({18, 10min}, 3, {0.8, 5min});
  BOOST_TEST(short_of.find("keep 3 sellers busy; 3 on duty. The queue grows without end.") !=
             short_of.npos);
  auto const needed = std::to_string(sellers_for({18, 10min}, {0.8, 5min}));
  BOOST_TEST(short_of.find(needed + " are needed.") != short_of.npos);
}

}  // namespace
