// SPDX-License-Identifier: BSL-1.0
//
// Values out of range, and values of the wrong kind.
#include "model/support.hpp"

#include <chrono>

using namespace lupaus;
using namespace std::chrono_literals;
using model_test::check_fault;
using model_test::small_shop;

namespace {

struct colour {
  static constexpr std::string_view name = "colour";
  using bound_type = std::string_view;
  static constexpr bool entails(bound_type a, bound_type b) { return a == b; }
  static std::string phrase(bound_type c) { return "in " + std::string{c}; }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(rejects_values)

BOOST_AUTO_TEST_CASE(a_negative_deadline) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.claims(s.website, s.delivery, within(-1h));
  check_fault(s.b, error_code::bad_value, line, "a claim of website on delivery",
              "deadline takes a duration of 0 s or more, and was given something else");
}

BOOST_AUTO_TEST_CASE(control_characters_in_any_text) {
  constexpr char const* words = "a name or text has no control characters in it";
  auto const refused = [&](auto say, char const* where) {
    small_shop s;
    auto const line = say(s);
    check_fault(s.b, error_code::bad_value, line, where, words);
  };
  refused([](small_shop& s) { return s.b.identity("L\n2"), __LINE__; },
          "the identity of the promise");
  refused([](small_shop& s) { return s.b.identity("L-2", "1\x7f"), __LINE__; },
          "the identity of the promise");
  refused([](small_shop& s) { return s.b.identity(s.carrier, "A\t7"), __LINE__; },
          "the identity of carrier");
  refused([](small_shop& s) { return s.b.identity(s.lamp, "A\r7"), __LINE__; },
          "the identity of lamp");
  refused([](small_shop& s) { return s.b.good("bulb", 3, "bo\nx"), __LINE__; }, "the part bulb");
  refused([](small_shop& s) { return s.b.fails(s.delivery, "lo\nst"), __LINE__; },
          "the failure mode lo\nst of delivery");
  refused([](small_shop& s) { return s.b.says(s.website, s.lamp, "lux\nury"), __LINE__; },
          "a claim of website on lamp");
  refused([](small_shop& s) { return s.b.on(ordered).owes(s.shop, act("says\nsorry")), __LINE__; },
          "the rule on ordered");
  refused(
      [](small_shop& s) {
        return s.b.claims(s.website, s.lamp, term_of<colour>("re\nd")), __LINE__;
      },
      "a claim of website on lamp");
}

BOOST_AUTO_TEST_CASE(units_of_no_part) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.on(ordered).owes(s.shop, action{action_kind::replace, {}, 2, {}});
  check_fault(s.b, error_code::missing, line, "the rule on ordered",
              "2 units are of a part, and none was named");
}

BOOST_AUTO_TEST_CASE(an_action_in_words_that_has_a_part_too) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.on(ordered).owes(s.shop, action{action_kind::act, s.lamp, 0, "polishes it"});
  check_fault(s.b, error_code::contradiction, line, "the rule on ordered",
              "an action in words says all in its words");
}

BOOST_AUTO_TEST_CASE(an_endless_deadline) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(std::chrono::hours::max()));
  check_fault(s.b, error_code::bad_value, line, "the subcontract of carrier on delivery",
              "deadline takes a duration of at most 100 years, and was given something else");
}

BOOST_AUTO_TEST_CASE(half_a_second_of_information) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.commits(s.shop, s.delivery, informed_within(500ms));
  check_fault(s.b, error_code::bad_value, line, "a commitment of shop on delivery",
              "informed-within takes a duration in whole seconds, and was given something else");
}

BOOST_AUTO_TEST_CASE(a_week_of_eight_days) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.claims(s.website, s.delivery, within(business_days{2, 0, 8}));
  check_fault(s.b, error_code::bad_value, line, "a claim of website on delivery",
              "deadline takes 0 to 36525 business days, 0 to 366 holidays and a week of 1 to 7 "
              "days, and was given something else");
}

BOOST_AUTO_TEST_CASE(a_window_that_ends_before_it_begins) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.claims(s.website, s.delivery, in_window(12h, 8h));
  check_fault(s.b, error_code::bad_value, line, "a claim of website on delivery",
              "time-window takes a window that ends after it begins, within one day, and was "
              "given something else");
}

BOOST_AUTO_TEST_CASE(a_negative_price) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.claims(s.website, s.lamp, priced_at({-1, "EUR"}));
  check_fault(s.b, error_code::bad_value, line, "a claim of website on lamp",
              "price takes an amount of 0 or more, and was given something else");
}

BOOST_AUTO_TEST_CASE(a_negative_lead_time) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.can_do(s.shop, s.lamp, -1h);
  check_fault(s.b, error_code::bad_value, line, "the ability of shop for lamp",
              "a duration of 0 s or more is expected");
}

BOOST_AUTO_TEST_CASE(a_lead_time_that_is_a_date) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.can_do(s.shop, s.lamp, day(2026, 12, 24));
  check_fault(s.b, error_code::unit_mismatch, line, "the ability of shop for lamp",
              "a length of time is expected, not a date");
}

BOOST_AUTO_TEST_CASE(a_notice_after_a_negative_time) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.tells(s.carrier, s.shop, completed(s.delivery), -1h);
  check_fault(s.b, error_code::bad_value, line, "the notice from carrier to shop",
              "a duration of 0 s or more is expected");
}

BOOST_AUTO_TEST_CASE(a_notice_on_a_date) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.tells(s.carrier, s.shop, completed(s.delivery), instant{0});
  check_fault(s.b, error_code::unit_mismatch, line, "the notice from carrier to shop",
              "a length of time is expected, not a date");
}

BOOST_AUTO_TEST_CASE(word_of_any_change_on_a_date) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.tells_of_any_change(s.carrier, s.shop, s.delivery, day(2026, 1, 1));
  check_fault(s.b, error_code::unit_mismatch, line, "the notice from carrier to shop",
              "a length of time is expected, not a date");
}

BOOST_AUTO_TEST_CASE(a_rule_within_a_negative_time) {
  small_shop s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  auto const line = __LINE__ + 1;
  s.b.on(lost).owes(s.shop, refund).within(-1h);
  check_fault(s.b, error_code::bad_value, line, "the rule on lost",
              "a duration of 0 s or more is expected");
}

BOOST_AUTO_TEST_CASE(a_rule_with_a_date) {
  small_shop s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  auto const line = __LINE__ + 1;
  s.b.on(lost).owes(s.shop, refund).within(day(2026, 12, 24));
  check_fault(s.b, error_code::unit_mismatch, line, "the rule on lost",
              "a rule takes a length of time, not a date");
}

BOOST_AUTO_TEST_CASE(quantities) {
  for (std::int64_t const n :
       {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1'000'001}, std::int64_t{INT64_MIN}}) {
    small_shop s;
    auto const line = __LINE__ + 1;
    s.b.good("shade", n);
    check_fault(s.b, error_code::bad_value, line, "the part shade",
                "a quantity of 1 to 1000000 is expected, and " + std::to_string(n) + " was given");
  }
  small_shop s;
  s.b.good("shade", 1'000'000, "kg");
  s.b.good("bulb", 1);
  BOOST_TEST(s.b.faults().empty());
}

BOOST_AUTO_TEST_CASE(more_units_than_were_ordered) {
  small_shop s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.on(lost).owes(s.shop, replace(s.lamp, 2));
  BOOST_TEST(s.b.faults().empty());
  auto const line = __LINE__ + 1;
  s.b.on(lost).owes(s.shop, replace(s.lamp, 3));
  check_fault(s.b, error_code::bad_value, line, "the rule on lost",
              "3 units of 'lamp' are more than the 2 ordered");
}

BOOST_AUTO_TEST_CASE(a_bound_of_the_wrong_kind) {
  // What each quality is given, and how it is called in the message.
  struct row {
    bound given;
    char const* called;
  };
  for (auto const& [given, called] :
       {row{{}, "no bound"}, row{{bound_kind::window, 1, 2, {}}, "a time window"},
        row{{bound_kind::number, 1, 0, {}}, "a number"},
        row{{bound_kind::money, 1, 0, {}}, "an amount of money"},
        row{{bound_kind::text, 0, 0, "soon"}, "a text"}}) {
    small_shop s;
    auto const line = __LINE__ + 1;
    s.b.claims(s.website, s.lamp, named_term("deadline", {given}));
    check_fault(
        s.b, error_code::unit_mismatch, line, "a claim of website on lamp",
        std::string{"deadline was given "} + called + ", which is not a bound that it takes");
  }
  for (auto const& [given, called] : {row{{bound_kind::elapsed, 1, 0, {}}, "a length of time"},
                                      row{{bound_kind::working, 1, 5, {}}, "business days"},
                                      row{{bound_kind::calendar_day, 1, 0, {}}, "a day"},
                                      row{{bound_kind::instant, 1, 0, {}}, "an instant"}}) {
    small_shop s;
    auto const line = __LINE__ + 1;
    s.b.claims(s.website, s.lamp, named_term("place", {given}));
    check_fault(s.b, error_code::unit_mismatch, line, "a claim of website on lamp",
                std::string{"place was given "} + called + ", which is not a bound that it takes");
  }
}

BOOST_AUTO_TEST_CASE(the_terms_of_recourse_and_of_incentives_are_checked_too) {
  {
    small_shop s;
    s.b.fails(s.delivery, "lost");
    auto const line = __LINE__ + 1;
    s.b.recovers_from(s.shop, s.carrier, failed("delivery", "lost"), within(-1h));
    check_fault(s.b, error_code::bad_value, line, "the recourse against carrier for lost",
                "deadline takes a duration of 0 s or more, and was given something else");
  }
  {
    small_shop s;
    auto const line = __LINE__ + 1;
    s.b.commits_to(s.carrier, s.shop, s.delivery).overrides(within(-1h));
    check_fault(s.b, error_code::bad_value, line, "an incentive of carrier",
                "deadline takes a duration of 0 s or more, and was given something else");
  }
}

BOOST_AUTO_TEST_CASE(possession_of_a_service) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.on(cancel_requested).until(possession(s.delivery));
  check_fault(s.b, error_code::unit_mismatch, line, "the rule on cancellation requested",
              "possession is of a good, and 'delivery' is none");
}

BOOST_AUTO_TEST_CASE(a_service_that_changes_hands) {
  small_shop s;
  auto step = s.b.step(s.delivery, "returned");
  auto const line = __LINE__ + 1;
  step.hands(s.delivery, s.shop);
  check_fault(s.b, error_code::unit_mismatch, line, "the goods in returned",
              "only a good can change hands");
}

BOOST_AUTO_TEST_CASE(a_service_that_is_held) {
  small_shop s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  auto const line = __LINE__ + 1;
  s.b.on(lost).presumes(held_by(s.customer, s.delivery));
  check_fault(s.b, error_code::unit_mismatch, line, "the rule on lost", "only a good can be held");
}

BOOST_AUTO_TEST_CASE(a_good_that_carries_a_service) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.carries(s.lamp, s.delivery);
  check_fault(s.b, error_code::unit_mismatch, line, "the carriage delivery by lamp",
              "a service carries a good");
}

BOOST_AUTO_TEST_CASE(too_many_of_a_kind) {
  small_shop s;
  for (std::size_t i = 0; i < channel_id::limit; ++i) s.b.reaches(s.customer, s.shop);
  BOOST_TEST(s.b.faults().empty());
  auto const line = __LINE__ + 1;
  s.b.reaches(s.customer, s.shop);
  check_fault(s.b, error_code::too_large, line, "the channel customer - shop",
              "a model holds at most 65534 of a kind");
}

BOOST_AUTO_TEST_SUITE_END()
