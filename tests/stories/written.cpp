// SPDX-License-Identifier: BSL-1.0
//
// Stories as Given/When/Then, as a test and as a picture: the shape of each, whatever names hold.
// That the test compiles, fails and passes once mended, is tested by tests/models/explore.py.
#include "check/flagship.hpp"

#include "lupaus/explore.hpp"
#include "lupaus/report/story.hpp"
#include "lupaus/report/story_dot.hpp"
#include "lupaus/report/story_gherkin.hpp"
#include "lupaus/report/story_test.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <cstddef>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;
using flagship::variant;
using flagship::washing_machine;

std::size_t count(std::string_view text, std::string_view words) {
  std::size_t n = 0;
  for (auto at = text.find(words); at != text.npos; at = text.find(words, at + 1)) ++n;
  return n;
}
std::string drawn(verdict const& v) {
  std::ostringstream out;
  write_dot(out, v);
  return out.str();
}

/// A promise whose names are of all kinds that a text could stumble over.
model with_names() {
  builder b{"\"Scenario: # ?\?/ \\"};
  auto const shop = b.seller("R\"(shop)\" \\n");
  b.customer("Then # she");
  auto const mug = b.good("m\xc3\xbcg \"1\" \\", 3, "pcs");
  b.product(mug).can_do(shop, mug, 1h);
  b.fails(mug, "*/ \"broken\" \\");
  return b.build().value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(written_stories)

BOOST_AUTO_TEST_CASE(a_story_that_a_limit_leaves_no_room_for_is_counted) {
  auto const v = explore(washing_machine{}.b.build().value());
  BOOST_TEST_REQUIRE(v.stories.size() + v.exposures.size() == 3U);
  search_limits no_time, few_bytes;
  no_time.time = std::chrono::nanoseconds::zero();
  few_bytes.bytes = 1;  // the first is more, and ends it
  for (auto const& [limits, said, told] :
       {std::tuple{no_time, "3 stories are left out: stopped by the limit of time.", 0U},
        std::tuple{few_bytes, "2 stories are left out: stopped by the limit of memory.", 1U},
        std::tuple{search_limits{}, "", 3U}}) {
    auto const text = to_text(v, {.limits = limits}), gherkin = to_gherkin(v, limits),
               rule = to_gherkin_rule(v, limits), test = to_boost_test(v, {.limits = limits});
    std::ostringstream dot;
    write_dot(dot, v, limits);
    for (auto const& all : {text, gherkin, rule, test, dot.str()}) {
      if (told < 3) BOOST_TEST(count(all, said) == 1U, all);
      BOOST_TEST(count(all, "left out") == (told == 3 ? 0U : 1U), all);
    }
    BOOST_TEST(count(text, "\n1. Trapped: ") == (told > 0 ? 1U : 0U));
    BOOST_TEST(count(gherkin, "Scenario: ") == told);
    BOOST_TEST(count(rule, "Scenario: ") == told);
    BOOST_TEST(count(test, "BOOST_AUTO_TEST_CASE(") == told);
    BOOST_TEST(count(dot.str(), "peripheries=2") == told);
    // What was found is said all the same.
    BOOST_TEST(count(text, "a customer can be trapped in 2 ways") == 1U);
  }
}
BOOST_AUTO_TEST_CASE(given_when_then) {
  auto const text = to_gherkin(explore(washing_machine{}.b.build().value()));
  auto const begin = text.find("  Scenario: Nobody is trapped when the delivery fails ('damaged')");
  BOOST_TEST_REQUIRE((begin != text.npos));
  auto const end = text.find("\n  @exposure\n");
  BOOST_TEST_REQUIRE((end != text.npos));
  BOOST_TEST(text.substr(end) == R"(
  @exposure
  Scenario: The shop is not exposed (goods-and-money)
    # 0 h
    Given the customer orders
    # 48 h
    And the carrier ships the machine
    And the carrier completes the delivery
    When the customer asks the shop to cancel
    # now accepted, and the payment returned; by the rule: on cancellation requested, from possession of machine: shop accepts
    Then the shop has lost nothing that it can neither take back nor recover
)");
  BOOST_TEST(text.substr(begin, end - begin) ==
             R"(  Scenario: Nobody is trapped when the delivery fails ('damaged')
    # 0 h
    Given the customer orders
    # 48 h
    And the carrier ships the machine
    And the delivery fails ('damaged'), in the hands of the carrier
    # 48 h or later
    When returned (the carrier's doing): the supplier now has the machine
    And the customer asks the shop for another machine
    # now told to wait for 'received back'; by the rule: on damaged: shop replaces the machine, waits for received back
    And the customer asks the shop to cancel
    # now refused; by the rule: on cancellation requested, from shipped until possession of machine: shop refuses
    Then what can be counted on brings the customer what she was promised, or her money back
)");
  BOOST_TEST(text.starts_with("Feature: washing machine, delivered and installed\n  # With at "));
}

BOOST_AUTO_TEST_CASE(every_line_of_a_feature_is_a_line_of_gherkin) {
  for (auto const& v : {explore(with_names()), explore(washing_machine{}.b.build().value())}) {
    BOOST_TEST(!v.stories.empty());
    std::istringstream lines{to_gherkin(v) + to_gherkin_rule(v)};
    for (std::string line; std::getline(lines, line);) {
      line.erase(0, line.find_first_not_of(' '));
      auto const begins = [&](std::string_view w) { return line.starts_with(w); };
      BOOST_TEST_INFO(line);
      BOOST_TEST((line.empty() || begins("Feature: ") || begins("Rule: ") || begins("Scenario: ") ||
                  begins("Given ") || begins("When ") || begins("And ") || begins("Then ") ||
                  begins("# ") || line == "@exposure"));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_test_for_every_story) {
  auto const text = to_boost_test(explore(washing_machine{}.b.build().value()), {});
  BOOST_TEST(count(text, "BOOST_AUTO_TEST_CASE(") == 3U);  // and one of the other side
  BOOST_TEST(count(text, "BOOST_TEST(order.has_a_way_out(), order.account());") == 2U);
  BOOST_TEST(count(text, "BOOST_AUTO_TEST_CASE(story_2_damaged) {") == 1U);
  BOOST_TEST(count(text, "  order.happens(\"delivery\", \"returned\");\n") == 1U);
  BOOST_TEST(count(text, "  order.asks_for_replacement(\"delivery\", lupaus::answer::waits);\n") ==
             1U);
  auto const mended =
      to_boost_test(explore(washing_machine{variant::mended}.b.build().value()), {});
  BOOST_TEST(count(mended, "BOOST_AUTO_TEST_CASE(") == 2U);
  BOOST_TEST(count(mended, "boost::unit_test::disabled()") == 2U);
  BOOST_TEST(count(mended, "  BOOST_TEST(!order.is_exposed(), order.account());\n") == 2U);
  BOOST_TEST(count(mended, "// Exposed, two-for-one: the delivery fails ('damaged')\n") == 1U);
}

BOOST_AUTO_TEST_CASE(names_of_all_kinds_stay_where_they_belong) {
  auto const text = to_boost_test(explore(with_names()), {});
  BOOST_TEST(count(text, "\\\n") == 0U);  // no comment goes on
  BOOST_TEST(count(text, R"(order.happens("m)"
                         "\xc3\xbc"
                         R"(g \"1\" \\", "*/ \"broken\" \\");)") > 0U);
  BOOST_TEST(count(text, "BOOST_AUTO_TEST_SUITE(stories_of_scenario)") == 1U);
}

BOOST_AUTO_TEST_CASE(what_breaks_and_what_does_not_hold_are_tests_too) {
  auto const m = washing_machine{variant::mended}.b.build().value();
  auto const thrower = [](circumstances const& c) -> decision {
    if (c.on == occasion::replacement) throw std::runtime_error{"no"};
    return c.on == occasion::cancellation ? decision::accepts() : decision::waits();
  };
  auto const text = to_boost_test(explore(m, thrower), {.policy = "thrower"});
  // And one of the other side.
  BOOST_TEST(count(text, "lupaus::replay order{the_promise(), thrower};") == 2U);
  BOOST_TEST(count(text, "order.asks_for_replacement(\"delivery\", lupaus::answer::waits);") == 1U);
  BOOST_TEST(count(text, "BOOST_TEST(!order.is_broken(), order.account());") == 1U);
  BOOST_TEST(count(to_gherkin(explore(m, thrower)), "    # it says no\n") == 1U);

  explore_options options;
  options.invariants.push_back({"it is quiet", [](order_view const&) { return false; }});
  auto const broken = explore(m, options);
  BOOST_TEST(count(to_boost_test(broken, {}), "// Put the invariant here: it is quiet\n") == 1U);
  BOOST_TEST(count(to_gherkin(broken), "Scenario: It always holds: it is quiet\n") == 1U);
}

BOOST_AUTO_TEST_CASE(the_stories_are_one_picture) {
  auto const dot = drawn(explore(washing_machine{}.b.build().value()));
  // 5 and 6 moves, of which they share two; and 2 more of the other side.
  BOOST_TEST(count(dot, " -> ") == 11U);
  BOOST_TEST(count(dot, "Exposed, goods-and-money") == 1U);
  BOOST_TEST(count(dot, "style=dashed") == 3U);
  BOOST_TEST(count(dot, "penwidth=2") == 2U);  // what dooms her, in each
  BOOST_TEST(count(dot, "peripheries=2") == 3U);
  BOOST_TEST(count(dot, "2 -> 3 [") == 1U);
  BOOST_TEST(count(dot, "released by nothing") == 1U);
  auto const names = drawn(explore(with_names()));
  BOOST_TEST(count(names, "\\\"broken\\\"") > 0U);
}

BOOST_AUTO_TEST_SUITE_END()
