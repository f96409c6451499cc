// SPDX-License-Identifier: BSL-1.0
//
// Statements that exclude each other, and what every model needs and does not have.
#include "model/support.hpp"

#include <chrono>

using namespace lupaus;
using namespace std::chrono_literals;
using model_test::check_fault;
using model_test::small_shop;

namespace {

// The one fault that `build` alone can see: it has no place in the source.
void check_build(builder const& b, std::string_view where, std::string_view message,
                 error_code code = error_code::missing) {
  BOOST_TEST(b.faults().empty());
  auto const made = b.build();
  BOOST_TEST_REQUIRE(made.error().size() == 1u, to_string(made.error()));
  BOOST_TEST(made.error()[0].code == code);
  BOOST_TEST(made.error()[0].where == where);
  BOOST_TEST(made.error()[0].message == message);
  BOOST_TEST(made.error()[0].file == "");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rejects_contradictions)

BOOST_AUTO_TEST_CASE(a_second_customer) {
  small_shop s;
  auto const line = __LINE__ + 1;
  auto const again = s.b.customer("her husband");
  check_fault(s.b, error_code::contradiction, line, "the party her husband",
              "a promise has one customer, and 'customer' is it already");
  BOOST_TEST(again == s.customer);
}

BOOST_AUTO_TEST_CASE(a_second_seller) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.seller("market place");
  check_fault(s.b, error_code::contradiction, line, "the party market place",
              "a promise has one seller, and 'shop' is it already");
}

BOOST_AUTO_TEST_CASE(a_service_that_carries_two_goods) {
  small_shop s;
  auto const shade = s.b.good("shade");
  s.b.carries(s.delivery, s.lamp).carries(s.delivery, s.lamp);
  BOOST_TEST(s.b.faults().empty());
  auto const line = __LINE__ + 1;
  s.b.carries(s.delivery, shade);
  check_fault(s.b, error_code::contradiction, line, "the carriage shade by delivery",
              "the service carries another good already");
}

BOOST_AUTO_TEST_CASE(two_performers) {
  small_shop s;
  s.b.performs(s.carrier, s.delivery).performs(s.carrier, s.delivery);
  BOOST_TEST(s.b.faults().empty());
  auto const line = __LINE__ + 1;
  s.b.performs(s.shop, s.delivery);
  check_fault(s.b, error_code::contradiction, line, "the performer shop of delivery",
              "another performer was declared already");
}

BOOST_AUTO_TEST_CASE(a_performer_of_a_composite) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.performs(s.carrier, s.b.whole());
  check_fault(s.b, error_code::contradiction, line, "the performer carrier of a lamp, delivered",
              "a composite is performed by its parts' performers");
}

BOOST_AUTO_TEST_CASE(two_who_answer) {
  small_shop s;
  s.b.answers(s.carrier, s.delivery).answers(s.carrier, s.delivery);
  BOOST_TEST(s.b.faults().empty());
  auto const line = __LINE__ + 1;
  s.b.answers(s.shop, s.delivery);
  check_fault(s.b, error_code::contradiction, line, "the answer shop for delivery",
              "another party was declared answerable already");
}

BOOST_AUTO_TEST_CASE(somebody_else_who_answers_for_the_whole) {
  small_shop s;
  s.b.answers(s.shop, s.b.whole());
  BOOST_TEST(s.b.faults().empty());
  small_shop t;
  auto const line = __LINE__ + 1;
  t.b.answers(t.carrier, t.b.whole());
  check_fault(t.b, error_code::contradiction, line, "the answer carrier for a lamp, delivered",
              "the whole is always the seller's to answer for");
}

BOOST_AUTO_TEST_CASE(a_part_in_two_products) {
  small_shop s;
  s.b.composite("pair", s.lamp >> s.delivery);
  auto const line = __LINE__ + 1;
  s.b.composite("again", part_ref{s.lamp});
  check_fault(s.b, error_code::contradiction, line, "the composite again",
              "the part 'lamp' is in a product already; each part has one place");
}

BOOST_AUTO_TEST_CASE(a_part_twice_in_one_product) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.product(s.lamp >> s.delivery >> s.lamp);
  check_fault(s.b, error_code::contradiction, line, "the product",
              "the part 'lamp' is in a product already; each part has one place");
}

BOOST_AUTO_TEST_CASE(the_whole_as_a_part_of_itself) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.product(s.lamp >> s.b.whole());
  check_fault(s.b, error_code::contradiction, line, "the product",
              "the part 'a lamp, delivered' is in a product already; each part has one place");
}

BOOST_AUTO_TEST_CASE(a_composite_of_itself) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.composite("loop", part_ref{"loop"});
  check_fault(s.b, error_code::contradiction, line, "the composite loop",
              "the part 'loop' is in a product already; each part has one place");
}

BOOST_AUTO_TEST_CASE(a_product_of_nothing) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.product({});
  check_fault(s.b, error_code::missing, line, "the product", "a part is expected");
}

BOOST_AUTO_TEST_CASE(an_event_of_a_composite) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.fails(s.b.whole(), "spoilt");
  check_fault(s.b, error_code::contradiction, line, "the failure mode spoilt of a lamp, delivered",
              "events happen to goods and services; name the part of it that is meant");
}

BOOST_AUTO_TEST_CASE(an_event_after_itself) {
  small_shop s;
  auto lost = s.b.fails(s.delivery, "lost");
  auto const line = __LINE__ + 1;
  lost.follows(lost);
  check_fault(s.b, error_code::contradiction, line, "the way to lost",
              "an event cannot follow itself");
}

BOOST_AUTO_TEST_CASE(a_claim_of_the_customer) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.claims(s.customer, s.lamp, undamaged);
  check_fault(s.b, error_code::contradiction, line, "a claim of customer on lamp",
              "the customer claims nothing to herself");
}

BOOST_AUTO_TEST_CASE(what_somebody_owes_to_himself) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.commits(s.shop, s.delivery, within(2h)).to(s.shop);
  check_fault(s.b, error_code::contradiction, line, "a commitment of shop",
              "nobody can owe something to himself");
}

BOOST_AUTO_TEST_CASE(notice_to_oneself) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.tells(s.carrier, s.carrier, completed(s.delivery), 2h);
  check_fault(s.b, error_code::contradiction, line, "the notice from carrier to carrier",
              "nobody owes notice to himself");
}

BOOST_AUTO_TEST_CASE(word_of_any_change_to_oneself) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.tells_of_any_change(s.shop, s.shop, s.delivery, 2h);
  check_fault(s.b, error_code::contradiction, line, "the notice from shop to shop",
              "nobody owes notice to himself");
}

BOOST_AUTO_TEST_CASE(a_channel_to_oneself) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.reaches(s.shop, s.shop);
  check_fault(s.b, error_code::contradiction, line, "the channel shop - shop",
              "a channel joins two parties");
}

BOOST_AUTO_TEST_CASE(what_nobody_sees) {
  struct unseen {
    event_ref what;
    char const* statement;
  };
  for (auto const& x :
       {unseen{ordered, "the sighting of ordered by carrier"},
        unseen{cancel_requested, "the sighting of cancellation requested by carrier"},
        unseen{possession("lamp"), "the sighting of lamp possession by carrier"}}) {
    small_shop s;
    auto const line = __LINE__ + 1;
    s.b.sees(s.carrier, x.what);
    check_fault(s.b, error_code::contradiction, line, x.statement,
                "somebody sees what happens to a part: that it starts, fails or is completed, or a "
                "step of it");
  }
}

BOOST_AUTO_TEST_CASE(a_place_counted_from_an_event) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.claims(s.website, s.delivery, at(place::kerb).after(completed(s.lamp)));
  check_fault(s.b, error_code::contradiction, line, "a claim of website on delivery",
              "place is counted from an event, but its bound is no length of time");
}

BOOST_AUTO_TEST_CASE(a_date_counted_from_an_event) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.claims(s.website, s.delivery, by(day(2026, 12, 24)).after(completed(s.lamp)));
  check_fault(s.b, error_code::contradiction, line, "a claim of website on delivery",
              "deadline is counted from an event, but its bound is no length of time");
}

BOOST_AUTO_TEST_CASE(an_action_without_words) {
  small_shop s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  auto const line = __LINE__ + 1;
  s.b.on(lost).owes(s.shop, act(""));
  check_fault(s.b, error_code::missing, line, "the rule on lost",
              "an action in words is expected, and none was given");
}

BOOST_AUTO_TEST_CASE(a_claim_without_words_or_terms) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.says(s.website, s.lamp, "");
  check_fault(s.b, error_code::missing, line, "a claim of website on lamp",
              "words or a term are expected");
}

BOOST_AUTO_TEST_CASE(what_is_owed_to_a_customer_who_is_not_declared_yet) {
  builder b{"a lamp"};
  auto const shop = b.seller("shop");
  auto const lamp = b.good("lamp");
  auto const line = __LINE__ + 1;
  b.commits(shop, lamp, undamaged);
  check_fault(b, error_code::missing, line, "a commitment of shop on lamp",
              "declare the customer and the seller before what is owed to them");
}

BOOST_AUTO_TEST_CASE(what_is_owed_to_a_seller_who_is_not_declared_yet) {
  builder b{"a lamp"};
  auto const carrier = b.subcontractor("carrier"), courier = b.subcontractor("courier");
  auto const lamp = b.good("lamp");
  auto const line = __LINE__ + 1;
  b.commits_to(carrier, courier, lamp);
  check_fault(b, error_code::missing, line, "the subcontract of carrier on lamp",
              "declare the customer and the seller before what is owed to them");
}

BOOST_AUTO_TEST_CASE(a_rule_before_there_is_anybody_to_owe_it) {
  builder b{"a lamp"};
  auto const lamp = b.good("lamp");
  auto const burnt = b.fails(lamp, "burnt").id();
  b.customer("customer");
  auto const line = __LINE__ + 1;
  b.on(burnt);
  check_fault(b, error_code::missing, line, "the rule on burnt",
              "declare the customer and the seller before what is owed to them");
}

BOOST_AUTO_TEST_CASE(recourse_and_ends_of_a_contract_with_somebody_who_is_not_declared) {
  builder b{"a lamp"};
  auto const carrier = b.subcontractor("carrier");
  auto const lamp = b.good("lamp");
  auto const lost = b.fails(lamp, "lost").id();
  auto const line = __LINE__ + 1;
  b.recovers_from("shop", carrier, lost);
  b.ends_contract_with(carrier, "shop", {kept}, 4h);
  BOOST_TEST_REQUIRE(b.faults().size() == 2u);
  for (auto const& e : b.faults()) {
    BOOST_TEST(e.code == error_code::unknown_name);
    BOOST_TEST(e.message == "there is no party named 'shop'");
  }
  BOOST_TEST(b.faults()[0].where == "the recourse against carrier for lost");
  BOOST_TEST(b.faults()[0].line == line);
  BOOST_TEST(b.faults()[1].where == "the end of the contract of carrier");
  BOOST_TEST(b.faults()[1].line == line + 1);
}

BOOST_AUTO_TEST_CASE(a_rule_that_owes_nothing) {
  small_shop s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.on(lost).until(completed(s.delivery));
  check_build(s.b, "the rule on lost", "it owes nothing; say who owes what");
}

BOOST_AUTO_TEST_CASE(a_subcontract_of_the_seller_with_itself) {
  small_shop s;
  s.b.commits_to(s.shop, s.carrier, s.delivery);  // the shop works for its carrier: odd, and fine
  BOOST_TEST(s.b.build().has_value());
  auto const line = __LINE__ + 1;
  s.b.commits_to(s.shop, s.shop, s.delivery);
  check_fault(s.b, error_code::contradiction, line, "a commitment of shop",
              "nobody can owe something to himself");
}

BOOST_AUTO_TEST_CASE(recourse_for_what_is_no_failure) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.recovers_from(s.shop, s.carrier, completed(s.delivery));
  check_fault(s.b, error_code::contradiction, line,
              "the recourse against carrier for delivery completed",
              "recourse is for a failure mode of a part");
}

BOOST_AUTO_TEST_CASE(recourse_against_oneself) {
  small_shop s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  auto const line = __LINE__ + 1;
  s.b.recovers_from(s.carrier, s.carrier, lost);
  check_fault(s.b, error_code::contradiction, line, "the recourse against carrier for lost",
              "nobody has recourse against himself");
}

BOOST_AUTO_TEST_CASE(an_end_that_ends_no_order) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.ends_contract_with(s.carrier, s.shop, {kept, completed(s.delivery)}, 4h);
  check_fault(s.b, error_code::contradiction, line, "the end of the contract of carrier",
              "an order ends by being kept, cancelled or refunded");
}

BOOST_AUTO_TEST_CASE(an_end_that_is_told_in_no_length_of_time) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.ends_contract_with(s.carrier, s.shop, {cancelled}, -1h);
  check_fault(s.b, error_code::bad_value, line, "the end of the contract of carrier",
              "a duration of 0 s or more is expected");
}

BOOST_AUTO_TEST_CASE(no_event_where_one_is_expected) {
  {
    small_shop s;
    auto const line = __LINE__ + 1;
    s.b.on({});
    check_fault(s.b, error_code::missing, line, "the rule on",
                "an event is expected here, and none was given");
  }
  {
    small_shop s;
    auto const line = __LINE__ + 1;
    s.b.tells(s.carrier, s.shop, {}, 2h);
    check_fault(s.b, error_code::missing, line, "the notice from carrier to shop",
                "an event is expected here, and none was given");
  }
}

BOOST_AUTO_TEST_CASE(a_part_before_itself) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.before(s.lamp, "lamp");
  check_fault(s.b, error_code::contradiction, line, "the precedence lamp before lamp",
              "a part does not come before itself");
}

BOOST_AUTO_TEST_CASE(the_whole_is_not_severable) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.severable(whole);
  check_fault(s.b, error_code::contradiction, line, "the severable part a lamp, delivered",
              "the whole is left out of nothing");
}

BOOST_AUTO_TEST_CASE(an_instalment_is_not_severable) {
  small_shop s;
  auto const deposit = s.b.instalment("deposit");
  auto const line = __LINE__ + 1;
  s.b.severable(deposit);
  check_fault(s.b, error_code::contradiction, line, "the severable part deposit",
              "an instalment is no part of what she buys");
}

BOOST_AUTO_TEST_CASE(no_customer) {
  builder b{"a lamp"};
  b.seller("shop");
  b.good("lamp");
  check_build(b, "the promise", "it has no customer; say who buys");
}

BOOST_AUTO_TEST_CASE(no_seller) {
  builder b{"a lamp"};
  b.customer("customer");
  b.good("lamp");
  check_build(b, "the promise", "it has no seller; say who answers to her");
}

BOOST_AUTO_TEST_CASE(no_part) {
  builder b{"a lamp"};
  b.customer("customer");
  b.seller("shop");
  check_build(b, "the promise", "it has no part; say what good or service she buys");
}

BOOST_AUTO_TEST_CASE(nothing_at_all_is_three_faults) {
  builder b{"a lamp"};
  BOOST_TEST(b.build().error().size() == 3u);
}

BOOST_AUTO_TEST_CASE(a_part_in_no_product) {
  small_shop s;
  s.b.product(part_ref{s.lamp});
  check_build(s.b, "the product",
              "the part 'delivery' was declared and is in no product; add it, or leave it out");
}

BOOST_AUTO_TEST_SUITE_END()
