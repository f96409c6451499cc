// SPDX-License-Identifier: BSL-1.0
//
// What the explorer says of an encounter: she is free to leave, and that proves nothing of it. Who
// can be counted on for its steps, and what becomes of one that is interrupted.
#include "lupaus/builder.hpp"
#include "lupaus/explore.hpp"
#include "lupaus/report.hpp"
#include "lupaus/report/story.hpp"
#include "lupaus/report/verdict_words.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <string>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;

struct visit {
  builder b{"a visit"};
  party_id customer = b.customer("customer"), shop = b.seller("shop"),
           salesman = b.department("salesman");
  part_id greeting = b.service("greeting"), attention = b.service("attention"),
          thanks = b.service("thanks");
  event_id interrupted;

  explicit visit(payment when = payment::on_the_spot) {
    b.product(greeting >> attention >> thanks).paid(when);
    for (auto p : {greeting, attention, thanks}) b.performs(salesman, p);
    b.gives(greeting, greeted).gives(attention, undivided_attention).gives(thanks, thanked);
  }
  visit& can_be_interrupted() {
    interrupted = b.fails(attention, "interrupted").by(salesman).id();
    return *this;
  }
  visit& is_served() {
    for (auto p : {greeting, attention, thanks}) b.can_do(salesman, p, 5min);
    return *this;
  }
  visit& comes_back() {
    b.on(interrupted).owes(salesman, perform_again(attention)).within(5min);
    return *this;
  }
  verdict explored(std::size_t failures = 2) const {
    return explore(b.build().value(), {.failures = failures});
  }
};

std::string said_of(verdict const& v) {
  std::string all;
  for (auto const& line : detail::encounter_lines(v)) all += line + "\n";
  return all;
}
bool says(verdict const& v, char const* text) { return to_text(v).find(text) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_SUITE(encounters)

BOOST_AUTO_TEST_CASE(nobody_is_bound_to_serve_her) {
  auto const v = visit{}.can_be_interrupted().explored();
  BOOST_TEST(v.is_clean());  // she leaves
  BOOST_TEST(said_of(v) ==
             "nobody can be counted on for the greeting, the attention and the thanks\n"
             "'interrupted' (attention): nothing that she can count on takes it up again\n");
  BOOST_TEST(summary(v) ==
             "With at most 2 failures, no customer is trapped: she is free to leave, which proves "
             "nothing of the encounter.");
  BOOST_TEST(!says(v, "proved"));
}

BOOST_AUTO_TEST_CASE(interrupted_and_not_taken_up_again) {
  auto const v = visit{}.can_be_interrupted().is_served().explored();
  BOOST_TEST(v.is_clean());
  BOOST_TEST(said_of(v) ==
             "'interrupted' (attention): nothing that she can count on takes it up again\n");
  BOOST_REQUIRE(v.encounter.breaks.size() == 1U);
  auto const& b = v.encounter.breaks[0];
  // She enters, is greeted, has his attention; the telephone rings.
  BOOST_TEST(b.moves.size() == 3U);
  BOOST_TEST((b.moves.back().event == b.failure));
  BOOST_TEST(says(v, "1. Interrupted and not taken up again: the attention fails ('interrupted')"));
}

BOOST_AUTO_TEST_CASE(interrupted_and_resumed) {
  auto const v = visit{}.can_be_interrupted().is_served().comes_back().explored();
  BOOST_TEST(said_of(v) ==
             "every step can be counted on, and is taken up again whatever interrupts it: proved "
             "over all states\n");
  BOOST_TEST(v.encounter.breaks.empty());
}

BOOST_AUTO_TEST_CASE(paid_ahead_nobody_is_left_hanging) {
  auto const mended =
      visit{payment::ahead}.can_be_interrupted().is_served().comes_back().explored();
  BOOST_TEST(mended.is_clean());
  BOOST_TEST(summary(mended) ==
             "With at most 2 failures, no customer is trapped: proved over all states.");
  auto const hanging = visit{payment::ahead}.can_be_interrupted().is_served().explored();
  BOOST_REQUIRE(hanging.stories.size() == 1U);
  BOOST_TEST(hanging.encounter.breaks.size() == 1U);
  // The story of the trap tells it; it is not told twice.
  BOOST_TEST(!says(hanging, "Interrupted and not taken up again"));
}

BOOST_AUTO_TEST_CASE(where_nothing_interrupts_nothing_is_proved_of_that) {
  BOOST_TEST(said_of(visit{}.is_served().explored()) ==
             "every step can be counted on; nothing is said to interrupt one, so nothing is proved "
             "of that\n");
  auto const none = visit{}.can_be_interrupted().is_served().explored(0);
  BOOST_TEST(said_of(none) ==
             "every step can be counted on; nothing is said to interrupt one, so nothing is proved "
             "of that\n");
}

BOOST_AUTO_TEST_CASE(what_was_not_seen_is_not_proved) {
  visit s;
  s.can_be_interrupted().is_served().comes_back();
  auto const v = explore(s.b.build().value(), {.limits = {.states = 4}});
  BOOST_TEST(said_of(v) == "not every state was seen: this proves nothing of the rest\n");
  BOOST_TEST(
      summary(v) ==
      "With at most 2 failures, no trap was found, but not every state was seen: this proves "
      "nothing.");
}

BOOST_AUTO_TEST_CASE(a_promise_without_steps_says_nothing_of_encounters) {
  builder b{"a lamp, sent"};
  b.customer("customer"), b.seller("shop"), b.service("sending");
  b.product(part_ref{"sending"}).paid(payment::on_the_spot);
  auto const v = explore(b.build().value());
  BOOST_TEST(said_of(v).empty());
  BOOST_TEST(!says(v, "Encounter"));
}

BOOST_AUTO_TEST_CASE(where_nothing_can_fail_nothing_is_proved) {
  builder b{"a lamp, sent"};
  b.customer("customer"), b.seller("shop");
  auto const sending = b.service("sending");
  b.can_do("shop", sending, 1h).product(sending).paid(payment::on_the_spot);
  BOOST_TEST(
      summary(explore(b.build().value())) ==
      "With at most 2 failures, no customer is trapped: she is free to leave, and nothing in "
      "the promise can fail, so that nothing is proved.");
  // A failure, or her money, is something to prove.
  b.paid(payment::ahead);
  BOOST_TEST(summary(explore(b.build().value())) ==
             "With at most 2 failures, no customer is trapped: proved over all states.");
  b.paid(payment::on_the_spot).fails(sending, "lost");
  BOOST_TEST(summary(explore(b.build().value())) ==
             "With at most 2 failures, no customer is trapped: proved over all states.");
}

BOOST_AUTO_TEST_SUITE_END()
