// SPDX-License-Identifier: BSL-1.0
//
// Journeys: what is wrong with one as designed, the walk, the log and the standards in it.
#include "lupaus/builder.hpp"
#include "lupaus/journey.hpp"
#include "lupaus/validate.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <vector>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

/// How tidy a place is, by stars.
struct tidiness {
  static constexpr std::string_view name = "tidiness";
  using bound_type = int;
  static constexpr bool entails(int a, int b) { return a >= b; }
  static std::string phrase(int n) { return std::to_string(n) + " stars"; }
};
bound stars(int n) { return bound_codec<int>::encode(n).value; }

struct kiosk {
  builder b{"a lamp, with help"};
  party_id customer = b.customer("customer");
  party_id shop = b.seller("shop");
  party_id clerk = b.department("clerk");
  part_id help = b.service("help");
  part_id lamp = b.good("lamp");
  part_id bulb = b.good("bulb");
  part_id packing = b.service("packing");
  capability_id skill = b.capability("skill");
  model m;

  explicit kiosk(bool packing_is_hers = false) : m{made(packing_is_hers)} {}
  model made(bool packing_is_hers) {
    b.product(help >> lamp >> bulb >> packing).paid(payment::on_the_spot);
    b.performs(clerk, help).performs(packing_is_hers ? customer : clerk, packing);
    b.can_do(shop, lamp, 0h).can_do(shop, bulb, 0h);
    b.commits(shop, help, advised).rests_on("skill");
    b.provides(clerk, "skill");
    return b.build().value();
  }
  customer_journey path() const {
    customer_journey j{.title = "a lamp"};
    j.steps = {{.name = "counter",
                .met_by = clerk,
                .of = help,
                .purpose = step_purpose::sells,
                .sells = {lamp},
                .suggests = {{.of = lamp, .name = "bulb", .part = bulb}}},
               {.name = "table", .of = packing, .purpose = step_purpose::informs}};
    j.backstage = {{.name = "training", .by = clerk, .provides = skill}};
    return j;
  }
};

std::vector<std::string> ids(kiosk const& k, customer_journey const& j) {
  std::vector<std::string> found;
  for (auto const& f : check_journey(k.m, j)) found.emplace_back(f.what.id);
  return found;
}
using strings = std::vector<std::string>;

BOOST_AUTO_TEST_CASE(a_path_without_fault_has_no_finding) {
  kiosk const k;
  BOOST_TEST(faults_of(k.m, k.path()).empty());
  BOOST_TEST(ids(k, k.path()).empty());
}

BOOST_AUTO_TEST_CASE(a_move_that_is_named_as_hers_is_a_burden) {
  kiosk const k;
  auto j = k.path();
  j.steps[1].next = next_move{k.customer, "pack it"};
  auto const found = check_journey(k.m, j);
  BOOST_TEST_REQUIRE(found.size() == 1u);
  BOOST_TEST((found[0].what == journey_gaps::burden_on_customer));
  BOOST_TEST((found[0].what.severity == severity::warning));
  BOOST_TEST(found[0].step == 1u);
  BOOST_TEST((found[0].accountable == k.shop));
  BOOST_TEST(found[0].words.what.find("\"pack it\"") != std::string::npos);
  // The clerk's move is none.
  j.steps[1].next = next_move{k.clerk, "let me pack it"};
  BOOST_TEST(ids(k, j).empty());
}

BOOST_AUTO_TEST_CASE(a_move_that_was_promised_as_hers_is_none) {
  kiosk const hers{true};  // to pack is her own work
  auto j = hers.path();
  j.steps[1].next = next_move{hers.customer, "pack it"};
  BOOST_TEST(ids(hers, j).empty());
  j.steps[0].next = next_move{hers.customer, "anything else?"};  // of the help, nothing is hers
  BOOST_TEST(ids(hers, j) == strings{"burden-on-customer"}, boost::test_tools::per_element());

  kiosk owed;  // she owes something of the help
  owed.b.commits_to(owed.customer, owed.shop, owed.help, advised);
  owed.m = owed.b.build().value();
  auto with_her = owed.path();
  with_her.steps[0].next = next_move{owed.customer, "say what it is for"};
  BOOST_TEST(ids(owed, with_her).empty());
}

BOOST_AUTO_TEST_CASE(a_good_without_an_add_on_is_told_once) {
  kiosk const k;
  auto j = k.path();
  j.steps[0].suggests.clear();
  j.steps.push_back({.name = "till", .purpose = step_purpose::sells, .sells = {k.lamp}});
  auto const found = check_journey(k.m, j);
  BOOST_TEST_REQUIRE(found.size() == 1u);
  BOOST_TEST((found[0].what == journey_gaps::missing_companion));
  BOOST_TEST((found[0].what.severity == severity::note));
  BOOST_TEST((found[0].part == k.lamp));
  BOOST_TEST(found[0].words.why.find("'counter' and 'till'") != std::string::npos);
  // An add-on may be named at any step, also before or after the one that sells.
  j.steps[1].suggests = {{.of = k.lamp, .name = "batteries"}};
  BOOST_TEST(ids(k, j).empty());
}

BOOST_AUTO_TEST_CASE(an_add_on_needs_no_add_on) {
  kiosk const k;
  auto j = k.path();
  j.steps[0].sells = {k.lamp, k.bulb};
  BOOST_TEST(ids(k, j).empty());
  j.steps[0].suggests[0].part = {};  // a bulb by name alone: the bulb of the promise is another
  BOOST_TEST(ids(k, j) == strings{"missing-companion"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_a_journey_is_said) {
  kiosk const k;
  auto const says = [&](auto&& change, char const* what) {
    auto j = k.path();
    change(j);
    for (auto const& e : faults_of(k.m, j))
      if (e.to_string().find(what) != std::string::npos) {
        BOOST_CHECK_THROW((void)check_journey(k.m, j), bad_input);
        BOOST_CHECK_THROW((void)friction_walk(k.m, j), bad_input);
        return true;
      }
    return false;
  };
  BOOST_TEST(says([](customer_journey& j) { j.steps.clear(); }, "no touchpoint"));
  BOOST_TEST(says([](customer_journey& j) { j.steps[1].name = "counter"; }, "same name"));
  BOOST_TEST(says([](customer_journey& j) { j.steps[1].name.clear(); }, "no name"));
  BOOST_TEST(says([&](customer_journey& j) { j.steps[0].met_by = k.customer; }, "herself"));
  BOOST_TEST(
      says([](customer_journey& j) { j.steps[0].met_by = party_id{77}; }, "none of this promise"));
  BOOST_TEST(
      says([](customer_journey& j) { j.steps[0].of = part_id{77}; }, "none of this promise"));
  BOOST_TEST(says([&](customer_journey& j) { j.steps[0].sells = {k.help}; }, "no good"));
  BOOST_TEST(says([](customer_journey& j) { j.steps[0].purpose = step_purpose::delights; },
                  "not to sell"));
  BOOST_TEST(says(
      [](customer_journey& j) {
        j.steps[0].friction = {{"x", 0}};
      },
      "above or below 0"));
  BOOST_TEST(says(
      [](customer_journey& j) {
        j.steps[0].friction = {{"x", 1, party_id{9}}};
      },
      "owns"));
  BOOST_TEST(says(
      [&](customer_journey& j) {
        j.steps[0].next = next_move{k.clerk, ""};
      },
      "no words"));
  BOOST_TEST(says([](customer_journey& j) { j.steps[0].next = next_move{{}, "x"}; }, "next"));
  BOOST_TEST(says([&](customer_journey& j) { j.steps[0].suggests[0].part = k.lamp; }, "of itself"));
  BOOST_TEST(says([&](customer_journey& j) { j.backstage[0].by = k.shop; }, "does not provide"));
  BOOST_TEST(
      says([](customer_journey& j) { j.backstage[0].provides = capability_id{5}; }, "provides"));
  // Agreed on by one alone, it is no joint standard.
  BOOST_TEST(
      says([&](customer_journey& j) { j.steps[0].standard = standard_of<tidiness>(3, {k.clerk}); },
           "two parties"));
  BOOST_TEST(says(
      [&](customer_journey& j) {
        j.steps[0].standard = standard_of<tidiness>(3, {k.clerk, k.clerk});
      },
      "two parties"));
  BOOST_TEST(says(
      [&](customer_journey& j) {
        j.steps[0].standard = standard_of<tidiness>(3, {k.clerk, k.shop});
        j.steps[0].standard->level = bound{};
      },
      "quality has not"));
}

BOOST_AUTO_TEST_CASE(backstage_is_what_the_commitments_of_a_step_rest_on) {
  kiosk const k;
  auto const j = k.path();
  BOOST_TEST(backstage_of(k.m, j, j.steps[0]) == std::vector<std::size_t>{0},
             boost::test_tools::per_element());
  BOOST_TEST(backstage_of(k.m, j, j.steps[1]).empty());
  auto const text = to_text(k.m, j);
  BOOST_TEST(text.find("rests on: training") < text.find("---- line of visibility ----"));
  BOOST_TEST(text.find("training: the clerk provides skill") != text.npos);
}

BOOST_AUTO_TEST_CASE(the_owner_of_the_worst_surface_owns_most_of_it) {
  kiosk const k;
  auto j = k.path();
  j.steps[0].friction = {{"slow", -2}, {"kind", +9}, {"dark", -2, k.shop}, {"cold", -1, k.shop}};
  j.steps[1].friction = {{"wobbles", -4}};
  auto const w = friction_walk(k.m, j);
  BOOST_TEST_REQUIRE(w.worst.has_value());
  BOOST_TEST(*w.worst == 0u);  // -5 against -4: what is kind takes nothing of it away
  BOOST_TEST((w.owner == k.shop));
  BOOST_TEST(w.steps[0].friction() == 4);
  BOOST_TEST(w.steps[1].running == 0);
  j.steps[0].friction = {{"kind", +9}};
  BOOST_TEST(
      (friction_walk(k.m, j).owner == k.shop));  // a table that nobody stands at is the shop's
  j.steps[1].friction.clear();
  BOOST_TEST(!friction_walk(k.m, j).worst);
  BOOST_TEST(to_text(k.m, j, friction_walk(k.m, j)).find("Nothing rubs.") != std::string::npos);
}

customer_journey random_path(kiosk const& k, std::mt19937& random) {
  auto j = k.path();
  j.steps.resize(1);
  j.steps[0].friction.clear();
  for (auto n = random() % 6; n > 0; --n) j.steps.push_back({.name = "step " + std::to_string(n)});
  for (auto& t : j.steps)
    for (auto n = random() % 4; n > 0; --n) {
      auto const amount = static_cast<std::int32_t>(random() % 9) - 4;
      if (amount != 0) t.friction.push_back({"x", amount, party_id{random() % 3}});
    }
  return j;
}

/// Told backwards, the walk has the same steps and ends at the same sum; each running total is the
/// sum of all notes until there; no step rubs more than the worst.
BOOST_AUTO_TEST_CASE(laws_of_the_walk_on_random_paths) {
  kiosk const k;
  std::mt19937 random{4};
  for (int i = 0; i < 500; ++i) {
    auto j = random_path(k, random);
    auto const w = friction_walk(k.m, j);
    std::int64_t all = 0, least = 0;
    for (std::size_t s = 0; s < j.steps.size(); ++s) {
      std::int64_t rubbing = 0;
      for (auto const& n : j.steps[s].friction)
        all += n.amount, rubbing += n.amount < 0 ? n.amount : 0;
      BOOST_TEST_REQUIRE(w.steps[s].running == all);
      BOOST_TEST_REQUIRE(w.steps[s].rubbing == rubbing);
      least = (std::min)(least, rubbing);
    }
    BOOST_TEST_REQUIRE(w.worst.has_value() == (least < 0));
    if (w.worst) {
      BOOST_TEST_REQUIRE(w.steps[*w.worst].rubbing == least);
      std::map<std::size_t, std::int64_t> by;
      for (auto const& n : j.steps[*w.worst].friction)
        by[n.owner.index()] += (std::min)(n.amount, 0);
      for (auto const& [who, sum] : by) BOOST_TEST_REQUIRE(sum >= by[w.owner.index()]);
    }
    std::reverse(std::begin(j.steps), std::end(j.steps));
    auto const back = friction_walk(k.m, j);
    BOOST_TEST_REQUIRE(back.steps.back().running == all);
    for (std::size_t s = 0; s < j.steps.size(); ++s)
      BOOST_TEST_REQUIRE(back.steps[s].friction() == w.steps[j.steps.size() - 1 - s].friction());
  }
}

/// Against a count by hand of how many values are no larger.
BOOST_AUTO_TEST_CASE(distributions_on_random_logs) {
  kiosk const k;
  auto const j = k.path();
  std::mt19937 random{5};
  for (int i = 0; i < 300; ++i) {
    std::vector<walk_record> log;
    for (auto n = random() % 30; n > 0; --n)
      log.push_back({"v" + std::to_string(random() % 12),
                     random() % 2,
                     static_cast<std::int32_t>(random() % 11) - 5,
                     {},
                     random() % 5 ? "" : "oh"});
    auto const got = friction_by_step(k.m, j, log);
    std::map<std::string, int> visits;
    std::map<std::string, std::int64_t> sums[2];
    std::uint64_t surprises[2] = {};
    for (auto const& r : log)
      ++visits[r.visit], sums[r.step][r.visit] += r.friction,
          surprises[r.step] += !r.surprise.empty();
    for (std::size_t s = 0; s < 2; ++s) {
      BOOST_TEST_REQUIRE(got[s].visits == sums[s].size());
      BOOST_TEST_REQUIRE(got[s].missed == visits.size() - sums[s].size());
      BOOST_TEST_REQUIRE(got[s].surprises == surprises[s]);
      auto const rank = [&](double share) {  // the least value that so many are no larger than
        for (std::int64_t v = -200; v <= 200; ++v) {
          auto const n = std::count_if(std::begin(sums[s]), std::end(sums[s]),
                                       [&](auto const& x) { return x.second <= v; });
          if (static_cast<double>(n) >= share * static_cast<double>(sums[s].size()) && n > 0)
            return v;
        }
        return std::int64_t{0};
      };
      BOOST_TEST_REQUIRE(got[s].least == rank(0));
      BOOST_TEST_REQUIRE(got[s].lower_quartile == rank(0.25));
      BOOST_TEST_REQUIRE(got[s].median == rank(0.5));
      BOOST_TEST_REQUIRE(got[s].upper_quartile == rank(0.75));
      BOOST_TEST_REQUIRE(got[s].most == rank(1));
    }
    std::shuffle(std::begin(log), std::end(log), random);
    BOOST_TEST_REQUIRE((friction_by_step(k.m, j, log) == got));
  }
}

BOOST_AUTO_TEST_CASE(standards_in_a_log) {
  kiosk const k;
  auto j = k.path();
  j.steps[0].standard = standard_of<tidiness>(3, {k.clerk, k.shop});
  std::vector<walk_record> const log{{"a", 0, 0, stars(2)},           {"b", 0, 0, stars(3)},
                                     {"c", 0, 0, stars(5)},           {"d", 1, 0, {}, "a present"},
                                     {"e", 0, 0, stars(1), "a joke"}, {"f", 1, -1}};
  auto const seen = observed_standards(k.m, j, log);
  BOOST_TEST_REQUIRE(seen.below.size() == 2u);
  BOOST_TEST(seen.below[0].visit == "a");
  BOOST_TEST(seen.below[1].visit == "e");
  BOOST_TEST((seen.below[0].what == journey_gaps::below_standard));
  BOOST_TEST((seen.below[0].performing == k.clerk));
  BOOST_TEST(seen.below[0].words.what.find("2 stars; agreed was 3 stars") != std::string::npos);
  BOOST_TEST(seen.met == std::vector<std::size_t>{1}, boost::test_tools::per_element());
  BOOST_TEST(seen.exceeded == (std::vector<std::size_t>{2, 3, 4}),
             boost::test_tools::per_element());

  auto const refused = [&](walk_record const& r) {
    std::vector<walk_record> const one{r};
    BOOST_CHECK_THROW((void)observed_standards(k.m, j, one), bad_input);
  };
  refused({"g", 1, 0, stars(3)});                               // a step without a standard
  refused({"g", 0, 0, bound{bound_kind::text, 0, 0, "good"}});  // no level of that quality
  refused({"g", 9});
  refused({"", 0});
}

}  // namespace
