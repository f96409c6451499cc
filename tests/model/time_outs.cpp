// SPDX-License-Identifier: BSL-1.0
//
// Time-outs in a model: told, named, refused.
#include "model/support.hpp"

#include "lupaus/io/writer/write_json.hpp"
#include "lupaus/json.hpp"
#include "lupaus/model/element_text.hpp"

#include <chrono>
#include <string>

using namespace lupaus;
using namespace std::chrono_literals;
using model_test::check_fault;
using model_test::small_shop;

BOOST_AUTO_TEST_SUITE(time_outs)

BOOST_AUTO_TEST_CASE(have_names) {
  small_shop s;
  auto const& d = s.delivery;
  auto const names = [&](event_id e) { return name_of(s.b.build().value(), e); };
  BOOST_TEST(names(s.b.not_by(completed(d), 720h)) ==
             "delivery not completed within 30 days of the order");
  BOOST_TEST(names(s.b.not_by(kept, business_days{5})) ==
             "promise not kept within 5 business days of the order");
  BOOST_TEST(names(s.b.not_by(cancel_requested, 24h, completed(d))) ==
             "no cancellation requested within 24 h after delivery completed");
  BOOST_TEST(names(s.b.passed(336h, completed(d))) == "14 days after delivery completed");
  BOOST_TEST(names(s.b.passed(24h)) == "24 h after the order");
}

BOOST_AUTO_TEST_CASE(said_twice_are_one) {
  small_shop s;
  auto const a = s.b.not_by(completed(s.delivery), 48h), b = s.b.not_by(completed(s.delivery), 48h);
  BOOST_TEST(a == b);
  BOOST_TEST(a != s.b.not_by(completed(s.delivery), 49h));
  BOOST_TEST(a != s.b.passed(48h));
  BOOST_TEST(s.b.passed(48h) == s.b.passed(48h, ordered));
}

BOOST_AUTO_TEST_CASE(come_by_nobody) {
  small_shop s;
  auto const e = s.b.passed(48h, completed(s.delivery));
  auto const m = s.b.build().value();
  auto ways = 0;
  for (auto const& t : m.view().transitions)
    if (t.to == e) {
      ++ways;
      BOOST_TEST(!t.by);
      BOOST_TEST(m.view().events[t.from].kind == event_kind::completed);
    }
  BOOST_TEST(ways == 1);
}

BOOST_AUTO_TEST_CASE(are_read_as_they_are_written) {
  small_shop s;
  s.b.on(s.b.not_by(completed(s.delivery), 720h)).owes(s.shop, refund);
  s.b.on(cancel_requested)
      .until(s.b.passed(business_days{3}, completed(s.delivery)))
      .owes(s.shop, accept);
  auto const text = write_model(s.b.build().value());
  BOOST_TEST(text.find("\"not\"") != std::string::npos);
  BOOST_TEST(text.find("\"passed\"") != std::string::npos);
  auto const again = read_model(text);
  BOOST_TEST_REQUIRE(again.has_value());
  BOOST_TEST(write_model(*again) == text);
}

BOOST_AUTO_TEST_CASE(do_not_wait_for_what_the_seller_does_about_the_order) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.not_by(refunded, 48h);
  check_fault(s.b, error_code::contradiction, line, "the time-out refunded since ordered",
              "a time-out waits for what may happen to a part, for a request to cancel, or for "
              "`kept`, and 'refunded' is none of them");
}

BOOST_AUTO_TEST_CASE(do_not_count_from_each_other) {
  small_shop s;
  auto const first = s.b.passed(48h);
  auto const line = __LINE__ + 1;
  s.b.passed(48h, first);
  check_fault(s.b, error_code::contradiction, line, "the time-out since time after ordered",
              "a time-out counts from the order or from what happens to a part, and 'timed out' is "
              "neither");
}

BOOST_AUTO_TEST_CASE(are_lengths_of_time) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.passed(day(2026, 12, 24));
  check_fault(s.b, error_code::unit_mismatch, line, "the time-out since ordered",
              "a length of time is expected, not a date");
}

BOOST_AUTO_TEST_CASE(are_brought_about_by_nobody) {
  small_shop s;
  auto const e = s.b.passed(48h, completed(s.delivery));
  auto const line = __LINE__ + 1;
  s.b.commits(s.shop, s.delivery, within(48h)).brings_about(e);
  check_fault(s.b, error_code::contradiction, line, "what is owed by shop",
              "time passes by itself, and nobody brings that about; name what has to happen by "
              "then");
}

BOOST_AUTO_TEST_CASE(are_brought_about_by_nobody_in_a_document) {
  auto const read = read_model(R"({"lupaus": 1, "title": "a lamp",
    "parties": [{"name": "customer", "role": "customer"}, {"name": "shop", "role": "seller"}],
    "parts": [{"name": "lamp", "kind": "good"}], "product": {"then": ["lamp"]},
    "commitments": [{"by": "shop", "to": "customer", "about": "lamp",
      "terms": [{"quality": "deadline", "within": "P2D"}], "brings_about": {"passed": "P1D"}}]})");
  BOOST_TEST_REQUIRE(!read.has_value());
  BOOST_TEST_REQUIRE(read.error().size() == 1U);
  BOOST_TEST(read.error()[0].pointer == "/commitments/0");
  BOOST_TEST(read.error()[0].line == 4U);
}

BOOST_AUTO_TEST_CASE(are_not_reported) {
  small_shop s;
  auto const e = s.b.passed(48h, completed(s.delivery));
  auto const line = __LINE__ + 1;
  s.b.on(reported(e));
  check_fault(s.b, error_code::contradiction, line, "the rule on time after delivery completed",
              "that time has passed is known to all, and not reported");
}

BOOST_AUTO_TEST_CASE(of_the_whole_order_have_no_rule) {
  small_shop s;
  auto const e = s.b.not_by(kept, 48h);
  auto const line = __LINE__ + 1;
  s.b.on(e);
  check_fault(s.b, error_code::contradiction, line, "the rule on no promise kept in time",
              "a rule is on what happens to a part, and this time-out is of the order as a whole; "
              "name the part that is late by `not_by(completed(part), ...)`");
}

BOOST_AUTO_TEST_CASE(end_failures_and_nothing_else) {
  {
    small_shop s;
    auto const year = s.b.passed(8'760h, completed(s.delivery));
    auto const broken = s.b.fails(s.lamp, "broken").follows(completed(s.delivery)).until(year).id();
    auto const m = s.b.build().value();
    BOOST_TEST(m.view().events[broken].until == year);
  }
  {
    small_shop s;
    auto const year = s.b.passed(8'760h, completed(s.delivery));
    auto const line = __LINE__ + 1;
    s.b.may_be_late(s.delivery).until(year);
    check_fault(s.b, error_code::contradiction, line, "the end of delivery late",
                "only a failure declared by `fails` counts until a time");
  }
  {
    small_shop s;
    auto const line = __LINE__ + 1;
    s.b.fails(s.lamp, "broken").until(completed(s.delivery));
    check_fault(s.b, error_code::contradiction, line, "the end of broken",
                "a failure counts until a time has passed, and 'delivery completed' is none; say "
                "`passed`");
  }
}

BOOST_AUTO_TEST_SUITE_END()
