// SPDX-License-Identifier: BSL-1.0
//
// Exposures: the order by hand, and reordered where a parameter is doubled; sources and
// populations.
#include "lupaus/journey.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

using namespace lupaus;

namespace {

constexpr money euros(std::int64_t n) { return {n * 100, "EUR"}; }

exposure_parameter leave_after_one() {
  return {.name = "leave",
          .value = fraction::per_cent(32),
          .source = "PwC, Experience is everything, 2018",
          .measures = "will walk away from a brand they love after just one bad experience",
          .population = "all respondents"};
}

struct figures {
  std::vector<exposure_parameter> parameters{
      leave_after_one(),
      {.name = "visits", .value = fraction::whole(1'000), .source = "the till, made up"},
      {.name = "returns", .value = fraction::whole(400), .source = "the warehouse, made up"}};
  std::vector<exposed_finding> findings{
      {"broken greeting", euros(50), "margin a customer a year, made up", {"visits", "leave"}},
      {"late parcel", euros(50), "cost of a return, made up", {"returns"}},
      {"no word", euros(7), "cost of a call, made up", {"visits"}}};

  std::vector<std::string> order() const {
    std::vector<std::string> names;
    for (auto const& e : rank_exposures(parameters, findings))
      names.push_back(findings[e.finding].finding);
    return names;
  }
};
using strings = std::vector<std::string>;

/// 1,000 · 0.32 · 50 = 16,000; 400 · 50 = 20,000; 1,000 · 7 = 7,000. With twice as many who leave
/// it is 32,000, and comes first; with twice the visits 32,000 and 14,000.
BOOST_AUTO_TEST_CASE(doubling_a_parameter_reorders_as_by_hand) {
  figures f;
  auto const r = rank_exposures(f.parameters, f.findings);
  BOOST_TEST_REQUIRE(r.size() == 3u);
  BOOST_TEST((r[0].exposure == euros(20'000)));
  BOOST_TEST((r[1].exposure == euros(16'000)));
  BOOST_TEST((r[2].exposure == euros(7'000)));
  BOOST_TEST(r[1].arithmetic == "50.00 EUR × 1000 (visits) × 32 % (leave) = 16000.00 EUR");
  BOOST_TEST(f.order() == (strings{"late parcel", "broken greeting", "no word"}),
             boost::test_tools::per_element());
  f.parameters[0].value = fraction::per_cent(64);
  BOOST_TEST(f.order() == (strings{"broken greeting", "late parcel", "no word"}),
             boost::test_tools::per_element());
  f = {};
  f.parameters[2].value = fraction::whole(100);  // 5,000: the parcel is last
  BOOST_TEST(f.order() == (strings{"broken greeting", "no word", "late parcel"}),
             boost::test_tools::per_element());
}

bool refused(figures const& f, char const* why) {
  try {
    (void)rank_exposures(f.parameters, f.findings);
  } catch (bad_input const& e) {
    return std::string{e.what()}.find(why) != std::string::npos;
  }
  return false;
}

BOOST_AUTO_TEST_CASE(populations_are_not_mixed) {
  figures f;
  auto american = leave_after_one();
  american.name = "leave, United States";
  american.value = fraction::per_cent(17);
  american.population = "respondents in the United States";
  f.parameters.push_back(american);
  BOOST_TEST(!refused(f, ""));  // declared and not used
  f.findings[2].factors.push_back("leave, United States");
  BOOST_TEST(refused(f, "not mixed"));
  f.findings[0].factors.pop_back();  // now only one of them is used
  BOOST_TEST(!refused(f, ""));
}

BOOST_AUTO_TEST_CASE(nothing_comes_without_a_source) {
  figures f;
  f.parameters[1].source.clear();
  BOOST_TEST(refused(f, "no source"));
  f = {}, f.findings[1].amount_source.clear();
  BOOST_TEST(refused(f, "no source"));
  f = {}, f.findings[1].factors = {"retruns"};
  BOOST_TEST(refused(f, "did you mean 'returns'"));
  f = {}, f.findings[1].per_case.in = "USD";
  BOOST_TEST(refused(f, "one currency"));
  f = {}, f.parameters[1].value = fraction::whole(-1);
  BOOST_TEST(refused(f, "0 or more"));
  f = {}, f.parameters[2].name = "visits";
  BOOST_TEST(refused(f, "same name"));
  f = {}, f.parameters[1].value = fraction::of(INT64_MAX, 1).value();
  BOOST_TEST(refused(f, "63 bits"));
  auto const text = to_text(figures{}.parameters, figures{}.findings);
  BOOST_TEST(
      text.find("leave: 32 % of all respondents. Source: PwC, Experience is everything, 2018") !=
      text.npos);
}

/// The order of exact values is that of long doubles, where those can tell.
BOOST_AUTO_TEST_CASE(the_order_is_exact_on_random_figures) {
  std::mt19937_64 random{32};
  for (int i = 0; i < 500; ++i) {
    figures f;
    f.parameters.clear(), f.findings.clear();
    for (int k = 0; k < 6; ++k) {
      auto const name = std::to_string(k);
      auto const value = fraction::of(static_cast<std::int64_t>(random() % 1'000'000),
                                      1 + static_cast<std::int64_t>(random() % 1'000'000));
      f.parameters.push_back({.name = name, .value = *value, .source = "made up"});
      f.findings.push_back(
          {name, {static_cast<std::int64_t>(random() % 1'000), "EUR"}, "made up", {name}});
    }
    auto const r = rank_exposures(f.parameters, f.findings);
    auto const value = [&](ranked_exposure const& e) {
      auto const& p = f.parameters[e.finding].value;
      return static_cast<long double>(p.num()) / static_cast<long double>(p.den()) *
             static_cast<long double>(f.findings[e.finding].per_case.minor_units);
    };
    for (std::size_t k = 1; k < r.size(); ++k)
      BOOST_TEST_REQUIRE(value(r[k - 1]) >= value(r[k]) * (1 - 1e-15L));
  }
  // Two that doubles do not tell apart.
  figures f;
  auto const large = std::int64_t{1} << 60;
  f.parameters = {{.name = "a", .value = fraction::of(large, large - 1).value(), .source = "x"},
                  {.name = "b", .value = fraction::of(large + 1, large).value(), .source = "x"}};
  f.findings = {{"b", {1, "EUR"}, "x", {"b"}}, {"a", {1, "EUR"}, "x", {"a"}}};
  BOOST_TEST(f.order() == (strings{"a", "b"}), boost::test_tools::per_element());
}

}  // namespace
