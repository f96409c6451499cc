// SPDX-License-Identifier: BSL-1.0
//
// Names that mean nothing, names that are taken, ids of somebody else's model.
#include "model/support.hpp"

#include <chrono>

using namespace lupaus;
using namespace std::chrono_literals;
using model_test::check_fault;
using model_test::small_shop;

BOOST_AUTO_TEST_SUITE(rejects_names)

BOOST_AUTO_TEST_CASE(an_unknown_party) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.claims("web site", s.lamp, undamaged);
  check_fault(s.b, error_code::unknown_name, line, "a claim of web site on lamp",
              "there is no party named 'web site'", "website");
}

BOOST_AUTO_TEST_CASE(an_unknown_part) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.claims(s.website, "delivry", within(48h));
  check_fault(s.b, error_code::unknown_name, line, "a claim of website on delivry",
              "there is no part named 'delivry'", "delivery");
}

BOOST_AUTO_TEST_CASE(the_whole_sentence) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.claims(s.website, "delivry", within(48h));
  auto const& e = s.b.faults().at(0);
  BOOST_TEST(e.file == __FILE__);
  BOOST_TEST(e.to_string() == std::string{__FILE__} + ":" + std::to_string(line) +
                                  ": a claim of website on delivry: there is no part named "
                                  "'delivry'; did you mean 'delivery'?");
}

BOOST_AUTO_TEST_CASE(nothing_is_suggested_for_a_name_like_no_other) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.answers(s.carrier, "insurance");
  check_fault(s.b, error_code::unknown_name, line, "the answer carrier for insurance",
              "there is no part named 'insurance'");
}

BOOST_AUTO_TEST_CASE(an_unknown_failure_mode) {
  small_shop s;
  s.b.fails(s.delivery, "damaged");
  auto const line = __LINE__ + 1;
  s.b.on(failed(s.delivery, "damage"));
  check_fault(s.b, error_code::unknown_name, line, "the rule on damage",
              "'delivery' has no event named 'damage'", "damaged");
}

BOOST_AUTO_TEST_CASE(a_step_is_no_failure_mode) {
  small_shop s;
  s.b.step(s.delivery, "returned");
  auto const line = __LINE__ + 1;
  s.b.on(failed(s.delivery, "returned"));
  check_fault(s.b, error_code::unknown_name, line, "the rule on returned",
              "'delivery' has no event named 'returned'");
}

BOOST_AUTO_TEST_CASE(an_event_of_another_part) {
  small_shop s;
  s.b.step(s.delivery, "returned");
  auto const line = __LINE__ + 1;
  s.b.on(step(s.lamp, "returned"));
  check_fault(s.b, error_code::unknown_name, line, "the rule on returned",
              "'lamp' has no event named 'returned'");
}

BOOST_AUTO_TEST_CASE(lateness_that_is_not_declared) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.on(late(s.delivery));
  check_fault(s.b, error_code::unknown_name, line, "the rule on delivery late",
              "'late' is not declared as a failure mode of 'delivery'");
}

BOOST_AUTO_TEST_CASE(an_unknown_quality) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.commits(s.shop, s.lamp, named_term("conditon"));
  check_fault(s.b, error_code::unknown_name, line, "a commitment of shop on lamp",
              "there is no quality named 'conditon'", "condition");
}

BOOST_AUTO_TEST_CASE(an_unknown_capability) {
  small_shop s;
  s.b.capability("fork-lift");
  auto const line = __LINE__ + 1;
  s.b.provides(s.carrier, "forklift");
  check_fault(s.b, error_code::unknown_name, line, "the provision of forklift by carrier",
              "there is no capability named 'forklift'", "fork-lift");
}

BOOST_AUTO_TEST_CASE(an_unknown_capability_that_a_commitment_rests_on) {
  small_shop s;
  s.b.capability("fork-lift");
  auto const line = __LINE__ + 1;
  s.b.commits_to(s.carrier, s.shop, s.delivery).rests_on("fork lift");
  check_fault(s.b, error_code::unknown_name, line, "a commitment of carrier",
              "there is no capability named 'fork lift'", "fork-lift");
}

BOOST_AUTO_TEST_CASE(a_party_named_twice) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.subcontractor("carrier");
  check_fault(s.b, error_code::duplicate_name, line, "the party carrier",
              "the name 'carrier' is taken; names must differ");
}

BOOST_AUTO_TEST_CASE(a_part_named_twice) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.service("lamp");
  check_fault(s.b, error_code::duplicate_name, line, "the part lamp",
              "the name 'lamp' is taken; names must differ");
}

BOOST_AUTO_TEST_CASE(a_part_named_as_the_whole) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.good("a lamp, delivered");
  check_fault(s.b, error_code::duplicate_name, line, "the part a lamp, delivered",
              "the name 'a lamp, delivered' is taken; names must differ");
}

BOOST_AUTO_TEST_CASE(a_capability_named_twice) {
  small_shop s;
  s.b.capability("fork-lift");
  auto const line = __LINE__ + 1;
  s.b.capability("fork-lift");
  check_fault(s.b, error_code::duplicate_name, line, "the capability fork-lift",
              "the name 'fork-lift' is taken; names must differ");
}

BOOST_AUTO_TEST_CASE(an_event_of_a_part_named_twice) {
  small_shop s;
  s.b.fails(s.delivery, "lost");
  s.b.fails(s.lamp, "lost");  // of another part: fine
  auto const line = __LINE__ + 1;
  s.b.step(s.delivery, "lost");
  check_fault(s.b, error_code::duplicate_name, line, "the step lost of delivery",
              "the part has an event named 'lost' already");
}

BOOST_AUTO_TEST_CASE(a_party_and_a_part_may_share_a_name) {
  small_shop s;
  s.b.service("carrier");
  BOOST_TEST(s.b.faults().empty());
}

BOOST_AUTO_TEST_CASE(empty_names) {
  {
    auto const line = __LINE__ + 1;
    builder b{""};
    check_fault(b, error_code::empty_name, line, "the promise",
                "the name is empty; every element needs one");
  }
  {
    small_shop s;
    auto const line = __LINE__ + 1;
    s.b.subcontractor("");
    check_fault(s.b, error_code::empty_name, line, "the party",
                "the name is empty; every element needs one");
  }
  {
    small_shop s;
    auto const line = __LINE__ + 1;
    s.b.good("");
    check_fault(s.b, error_code::empty_name, line, "the part",
                "the name is empty; every element needs one");
  }
  {
    small_shop s;
    auto const line = __LINE__ + 1;
    s.b.good("shade", 1, "");
    check_fault(s.b, error_code::empty_name, line, "the part shade", "the unit is empty");
  }
  {
    small_shop s;
    auto const line = __LINE__ + 1;
    s.b.fails(s.lamp, "");
    check_fault(s.b, error_code::empty_name, line, "the failure mode of lamp", "the name is empty");
  }
  {
    small_shop s;
    auto const line = __LINE__ + 1;
    s.b.capability("");
    check_fault(s.b, error_code::empty_name, line, "the capability",
                "the name is empty; every element needs one");
  }
}

BOOST_AUTO_TEST_CASE(two_empty_names_are_two_faults_and_no_duplicates) {
  small_shop s;
  s.b.subcontractor("");
  s.b.subcontractor("");
  BOOST_TEST_REQUIRE(s.b.faults().size() == 2u);
  BOOST_TEST(s.b.faults()[1].code == error_code::empty_name);
}

BOOST_AUTO_TEST_CASE(a_party_of_another_model) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.has_no_mandate(party_id{17});
  check_fault(s.b, error_code::foreign_id, line, "the mandate of",
              "a party of another model was given; use one that this builder returned");
}

BOOST_AUTO_TEST_CASE(a_part_of_another_model) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.may_be_late(part_id{17});
  check_fault(s.b, error_code::foreign_id, line, "the failure mode late",
              "a part of another model was given; use one that this builder returned");
}

BOOST_AUTO_TEST_CASE(an_event_of_another_model) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.on(event_id{17});
  check_fault(s.b, error_code::foreign_id, line, "the rule on",
              "an event of another model was given; use one that this builder returned");
}

BOOST_AUTO_TEST_CASE(nobody_where_somebody_is_expected) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.coordinates(party_id{}, s.lamp, s.delivery);
  check_fault(s.b, error_code::missing, line, "the handoff of lamp to delivery",
              "a party is expected here, and none was given");
}

BOOST_AUTO_TEST_CASE(no_part_where_one_is_expected) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.performs(s.carrier, "");
  check_fault(s.b, error_code::missing, line, "the performer carrier",
              "a part is expected here, and none was given");
}

BOOST_AUTO_TEST_SUITE_END()
