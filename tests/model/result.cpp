// SPDX-License-Identifier: BSL-1.0
//
// Several faults in one go, and the result that holds them or the model.
#include "model/support.hpp"

#include <chrono>
#include <string>
#include <utility>

using namespace lupaus;
using namespace std::chrono_literals;
using model_test::small_shop;

namespace {

// Three faults in three lines.
struct broken_shop : small_shop {
  broken_shop() {
    b.claims("web site", lamp, undamaged);
    b.subcontractor("");
    b.reaches(shop, shop);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(results)

BOOST_AUTO_TEST_CASE(all_faults_are_reported_together_in_the_order_of_the_calls) {
  broken_shop s;
  auto const made = s.b.build();
  BOOST_TEST(!made.has_value());
  BOOST_TEST(!made);
  BOOST_TEST_REQUIRE(made.error().size() == 3u);
  BOOST_TEST(made.error()[0].code == error_code::unknown_name);
  BOOST_TEST(made.error()[1].code == error_code::empty_name);
  BOOST_TEST(made.error()[2].code == error_code::contradiction);
  BOOST_TEST(made.error()[1].line == made.error()[0].line + 1);
  BOOST_TEST(made.error()[2].line == made.error()[0].line + 2);
  for (auto const& e : made.error()) BOOST_TEST(e.file == __FILE__);
}

BOOST_AUTO_TEST_CASE(several_faults_of_one_call) {
  small_shop s;
  s.b.claims("web site", "delivry", {within(-1h), named_term("plaice")});
  BOOST_TEST_REQUIRE(s.b.faults().size() == 4u);
  for (auto const& e : s.b.faults()) {
    BOOST_TEST(e.line == s.b.faults()[0].line);
    BOOST_TEST(e.where == "a claim of web site on delivry");
  }
  BOOST_TEST(s.b.faults()[0].suggestion == "website");
  BOOST_TEST(s.b.faults()[1].suggestion == "delivery");
  BOOST_TEST(s.b.faults()[2].code == error_code::bad_value);
  BOOST_TEST(s.b.faults()[3].suggestion == "place");
}

BOOST_AUTO_TEST_CASE(value_throws_bad_input_with_every_error) {
  broken_shop s;
  auto const made = s.b.build();
  auto const tells_all = [&](bad_input const& thrown) {
    return thrown.all().size() == 3 && thrown.what() == to_string(made.error()) &&
           thrown.all()[1].to_string() == made.error()[1].to_string();
  };
  BOOST_CHECK_EXCEPTION(static_cast<void>(made.value()), bad_input, tells_all);
  BOOST_CHECK_EXCEPTION(static_cast<void>(s.b.build().value()), std::invalid_argument,
                        [](auto const&) { return true; });
}

BOOST_AUTO_TEST_CASE(a_result_with_a_value) {
  result<std::string> r{std::string{"kept"}};
  BOOST_TEST(r.has_value());
  BOOST_TEST(bool{r});
  BOOST_TEST(r.value() == "kept");
  BOOST_TEST(*r == "kept");
  BOOST_TEST(r->size() == 4u);
  BOOST_TEST(r.error().empty());
  std::string const moved = std::move(r).value();
  BOOST_TEST(moved == "kept");
}

BOOST_AUTO_TEST_CASE(an_error_in_one_line) {
  error e{error_code::bad_value, "claim 2", "a number is expected", "", "shop.json", 12, 7};
  BOOST_TEST(e.to_string() == "shop.json:12:7: claim 2: a number is expected");
  e.column = 0;
  BOOST_TEST(e.to_string() == "shop.json:12: claim 2: a number is expected");
  e.line = 0;
  e.where = "";
  e.suggestion = "7";
  BOOST_TEST(e.to_string() == "shop.json: a number is expected; did you mean '7'?");
  e.file = "";
  BOOST_TEST(to_string(errors{e, e}) ==
             "a number is expected; did you mean '7'?\n"
             "a number is expected; did you mean '7'?");
  BOOST_TEST(to_string(errors{}) == "");
}

BOOST_AUTO_TEST_CASE(clauses_after_a_fault_bring_no_more_faults) {
  small_shop s;
  s.b.on(failed("delivry", "lost"))
      .since(ordered)
      .owes("nobody", refund)
      .waits_for(kept)
      .within(-1h);
  s.b.step("delivry", "returned").follows(ordered).by("nobody").hands("nothing", "nobody");
  BOOST_TEST(s.b.faults().size() == 2u);
}

BOOST_AUTO_TEST_CASE(after_a_fault_the_builder_still_answers) {
  broken_shop s;
  BOOST_TEST(!s.b.build().has_value());
  BOOST_TEST(!s.b.build().has_value());  // asked again, it says the same
  BOOST_TEST(s.b.faults().size() == 3u);
}

BOOST_AUTO_TEST_CASE(a_builder_may_be_asked_again_after_more_was_said) {
  small_shop s;
  auto const before = model_test::built(s.b);
  s.b.claims(s.website, s.lamp, undamaged);
  auto const after = model_test::built(s.b);
  BOOST_TEST(before->claims.size() == 0u);
  BOOST_TEST(after->claims.size() == 1u);
  BOOST_TEST(before->events.size() == after->events.size());
}

BOOST_AUTO_TEST_SUITE_END()
