// SPDX-License-Identifier: BSL-1.0
//
// Logs of advice: the same need and different advice, advice that misses the need, and what
// decides.
#include "lupaus/journey.hpp"
#include "lupaus/model/terms/qualities.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace lupaus;

namespace {

advice_record advised(std::string need, std::string product, std::string seller = "s",
                      std::string campaign = "") {
  return {.store = "store",
          .seller = std::move(seller),
          .week = "week",
          .need = std::move(need),
          .campaign = std::move(campaign),
          .advised = std::move(product)};
}
std::string any(std::mt19937& random, char const* prefix, unsigned of) {
  return prefix + std::to_string(random() % of);
}

BOOST_AUTO_TEST_CASE(the_same_need_and_different_advice) {
  std::vector<advice_record> const log{advised("films", "a"), advised("sports", "b"),
                                       advised("films", "a"), advised("films", "c"),
                                       advised("sports", "b")};
  auto const found = find_inconsistent_advice(log);
  BOOST_TEST_REQUIRE(found.size() == 1u);
  BOOST_TEST(found[0].need == "films");
  BOOST_TEST(found[0].one == 0u);
  BOOST_TEST(found[0].other == 3u);
  BOOST_TEST_REQUIRE(found[0].advised.size() == 2u);
  BOOST_TEST(found[0].advised[0].product == "a");
  BOOST_TEST(found[0].advised[0].times == 2u);
  BOOST_TEST((found[0].what == journey_gaps::inconsistent_advice));
  BOOST_TEST(to_text(found[0]).find("inconsistent-advice") != std::string::npos);
  BOOST_TEST(to_text(found[0]).find("a 2 times and c once") != std::string::npos);
}

/// Against all pairs of records.
BOOST_AUTO_TEST_CASE(against_all_pairs_on_random_logs) {
  std::mt19937 random{8};
  std::size_t inconsistent = 0, consistent = 0;
  for (int i = 0; i < 500; ++i) {
    std::vector<advice_record> log;
    for (auto n = random() % 12; n > 0; --n)
      log.push_back(advised(any(random, "n", 4), any(random, "p", 3)));
    std::set<std::string> expected, all;
    for (auto const& a : log) {
      all.insert(a.need);
      for (auto const& b : log)
        if (a.need == b.need && a.advised != b.advised) expected.insert(a.need);
    }
    std::set<std::string> got;
    for (auto const& f : find_inconsistent_advice(log)) {
      got.insert(f.need);
      BOOST_TEST_REQUIRE(log[f.one].need == f.need);
      BOOST_TEST_REQUIRE(log[f.other].need == f.need);
      BOOST_TEST_REQUIRE(log[f.one].advised != log[f.other].advised);
      std::uint64_t times = 0;
      for (auto const& p : f.advised) times += p.times;
      BOOST_TEST_REQUIRE(
          times == static_cast<std::uint64_t>(std::count_if(
                       log.begin(), log.end(), [&](auto const& r) { return r.need == f.need; })));
    }
    BOOST_TEST_REQUIRE((got == expected));
    inconsistent += expected.size(), consistent += all.size() - expected.size();
  }
  BOOST_TEST(inconsistent > 200u);
  BOOST_TEST(consistent > 200u);
}

// ---- needs as properties

struct size_of_screen {
  static constexpr std::string_view name = "size";
  using bound_type = int;
  static constexpr bool entails(int a, int b) { return a >= b; }
  static std::string phrase(int n) { return std::to_string(n); }
};

BOOST_AUTO_TEST_CASE(a_product_meets_a_need_property_by_property) {
  constexpr auto euros = [](std::int64_t n) { return money{n, "EUR"}; };
  std::vector<stated_need> const needs{
      {"big", {property_of<size_of_screen>(55), property_of<price>(euros(600))}}, {"any", {}}};
  std::vector<product_facts> const products{
      {"small", {property_of<size_of_screen>(32), property_of<price>(euros(200))}},
      {"large", {property_of<size_of_screen>(65), property_of<price>(euros(600))}},
      {"dear", {property_of<size_of_screen>(55), property_of<price>(euros(601))}},
      {"unknown", {}}};
  using places = std::vector<std::size_t>;
  auto const unmet = [&](std::size_t p) { return unmet_asks(needs[0], products[p]); };
  BOOST_TEST(unmet(0) == places{0}, boost::test_tools::per_element());
  BOOST_TEST(unmet(1).empty());
  BOOST_TEST(unmet(2) == places{1}, boost::test_tools::per_element());
  BOOST_TEST(unmet(3) == (places{0, 1}), boost::test_tools::per_element());
  BOOST_TEST(unmet_asks(needs[1], products[3]).empty());
  auto const in_dollars = stated_need{"x", {property_of<price>({600, "USD"})}};
  BOOST_TEST(unmet_asks(in_dollars, products[0]).size() == 1u);  // another currency tells nothing

  std::vector<advice_record> log{advised("big", "small"), advised("big", "large"),
                                 advised("any", "unknown"), advised("big", "dear")};
  auto const misfits = advice_misfits(log, needs, products);
  BOOST_TEST_REQUIRE(misfits.size() == 2u);
  BOOST_TEST(misfits[0].record == 0u);
  BOOST_TEST(misfits[1].record == 3u);

  log.push_back(advised("big", "larg"));
  try {
    (void)advice_misfits(log, needs, products);
    BOOST_ERROR("a product that is none was taken");
  } catch (bad_input const& e) {
    BOOST_TEST(e.all()[0].suggestion == "large");
    BOOST_TEST(e.all()[0].where == "record 4");
  }
}

// ---- what decides

enum class by { need, campaign, seller, nobody };

/// 240 records; what is advised is, most times, what one of the three says.
std::vector<advice_record> log_decided(by what, unsigned seed, unsigned noise) {
  std::mt19937 random{seed};
  std::vector<advice_record> log;
  for (unsigned i = 0; i < 240; ++i) {
    auto r = advised(any(random, "", 3), "", any(random, "", 4), any(random, "", 4));
    auto const is_noise = what == by::nobody || random() % 100 < noise;
    r.advised = is_noise               ? any(random, "", 4)
                : what == by::need     ? r.need
                : what == by::campaign ? r.campaign
                                       : r.seller;
    log.push_back(std::move(r));
  }
  return log;
}

BOOST_AUTO_TEST_CASE(what_decides_is_found) {
  for (unsigned seed = 0; seed < 20; ++seed)
    for (auto noise : {0U, 30U, 50U}) {
      BOOST_TEST(
          (explain_advice(log_decided(by::need, seed, noise)).decides == advice_driver::need));
      BOOST_TEST((explain_advice(log_decided(by::campaign, seed, noise)).decides ==
                  advice_driver::campaign));
      BOOST_TEST(
          (explain_advice(log_decided(by::seller, seed, noise)).decides == advice_driver::seller));
    }
}

BOOST_AUTO_TEST_CASE(chance_decides_seldom) {
  int told = 0;
  for (unsigned seed = 0; seed < 200; ++seed)
    told += explain_advice(log_decided(by::nobody, seed, 0)).decides != advice_driver::unclear;
  BOOST_TEST(told <=
             10);  // each of three intervals leaves 2.5 % above; few of those also lie apart
}

/// Where each seller has one campaign all the time, the two go together and neither is told.
BOOST_AUTO_TEST_CASE(what_comes_together_is_not_told_apart) {
  auto log = log_decided(by::seller, 1, 10);
  for (auto& r : log) r.campaign = r.seller;
  auto const x = explain_advice(log);
  BOOST_TEST((x.decides == advice_driver::unclear));
  BOOST_TEST(x.by_campaign->v == x.by_seller->v);
  BOOST_TEST(to_text(x).find("campaign and seller come together in this log") != std::string::npos);
  BOOST_TEST(to_text(x).find("The log does not tell.") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_the_log_leaves_out) {
  auto log = log_decided(by::seller, 2, 20);
  for (auto& r : log) r.campaign.clear();
  auto const x = explain_advice(log);
  BOOST_TEST(!x.by_campaign);
  BOOST_TEST((x.decides == advice_driver::seller));
  BOOST_TEST((explain_advice({}).decides == advice_driver::unclear));
  BOOST_TEST(find_inconsistent_advice({}).empty());
  log[3].seller.clear();
  BOOST_CHECK_THROW((void)explain_advice(log), bad_input);
  BOOST_CHECK_THROW((void)find_inconsistent_advice(log), bad_input);
}

/// Names are names: other ones, and another order of the records, change no figure.
BOOST_AUTO_TEST_CASE(renamed_and_reordered_it_is_the_same) {
  for (unsigned seed = 0; seed < 10; ++seed) {
    auto log = log_decided(by::campaign, seed, 40);
    auto const x = explain_advice(log);
    std::mt19937 random{seed};
    std::shuffle(std::begin(log), std::end(log), random);
    for (auto& r : log) r.need = "N" + r.need, r.seller += "!", r.advised = "the " + r.advised;
    auto const y = explain_advice(log);
    BOOST_TEST(std::abs(x.by_need->v - y.by_need->v) < 1e-9);
    BOOST_TEST(std::abs(x.by_campaign->low - y.by_campaign->low) < 1e-6);
    BOOST_TEST((x.decides == y.decides));
  }
}

}  // namespace
