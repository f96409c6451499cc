// SPDX-License-Identifier: BSL-1.0
//
// A story told again, move by move: to the promise that it came from, to one that was mended, and
// to one that knows nothing of it.
#include "check/flagship.hpp"

#include "lupaus/explore/event_names.hpp"
#include "lupaus/explore/replay.hpp"

#include <boost/test/unit_test.hpp>

#include <stdexcept>
#include <string>
#include <string_view>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;
using flagship::variant;
using flagship::washing_machine;

model machine(variant v = variant::as_sold) { return washing_machine{v}.b.build().value(); }

template <class Order>
void tell_damaged(Order& order) {
  order.orders();
  order.happens("delivery", "shipped");
  order.happens("delivery", "damaged");
  order.happens("delivery", "returned");
  order.asks_for_replacement("delivery", answer::waits);
  order.asks_to_cancel(answer::refuses);
}

bool says(std::string const& text, std::string_view words) { return text.find(words) != text.npos; }

}  // namespace

BOOST_AUTO_TEST_SUITE(replays)

BOOST_AUTO_TEST_CASE(as_it_was_sold_it_ends_in_the_trap) {
  replay order{machine(), rules_policy{}};
  tell_damaged(order);
  BOOST_TEST(order.is_the_same_story());
  BOOST_TEST(order.is_trapped());
  BOOST_TEST(!order.has_a_way_out());
  BOOST_TEST(order.account() == R"(
  1. the customer orders
  2. the carrier ships the machine
  3. the delivery fails ('damaged'), in the hands of the carrier
  4. returned (the carrier's doing): the supplier now has the machine
  5. the customer asks the shop for another machine: told to wait for 'received back'; by the rule: )"
                                "on damaged: shop replaces the machine, waits for received back\n"
                                "  6. the customer asks the shop to cancel: refused; by the rule: "
                                "on cancellation requested, from shipped until possession of "
                                "machine: shop refuses\n"
                                "  Nothing that can be counted on frees her.");
}

BOOST_AUTO_TEST_CASE(doomed_before_she_asks_and_not_before_the_return) {
  replay order{machine(), rules_policy{}};
  order.orders();
  order.happens("delivery", "started");
  order.happens("delivery", "damaged");
  BOOST_TEST(order.has_a_way_out());  // the carrier may hand it over
  order.happens("delivery", "returned");
  BOOST_TEST(!order.has_a_way_out());
  BOOST_TEST(!order.is_trapped());
}

BOOST_AUTO_TEST_CASE(with_a_term_for_the_return_it_is_the_same_story_and_no_trap) {
  replay order{machine(variant::as_sold_with_return_term), rules_policy{}};
  tell_damaged(order);
  BOOST_TEST(order.is_the_same_story());
  BOOST_TEST(!order.is_trapped());
}

BOOST_AUTO_TEST_CASE(mended_the_story_ends_where_she_is_given_another_one) {
  replay order{machine(variant::mended), rules_policy{}};
  tell_damaged(order);
  BOOST_TEST(order.is_over());
  BOOST_TEST(order.has_a_way_out());
  BOOST_TEST(order.moves().size() == 5U);
  BOOST_TEST(says(order.account(), "Here the story ends: it was 'waits'."));
}

BOOST_AUTO_TEST_CASE(code_that_waits_where_it_refused_changes_the_story_and_not_the_trap) {
  auto const never = [](circumstances const&) { return decision::waits(); };
  replay order{machine(), never};
  tell_damaged(order);
  BOOST_TEST(!order.is_the_same_story());
  BOOST_TEST(!order.is_over());
  BOOST_TEST(order.is_trapped());
}

BOOST_AUTO_TEST_CASE(what_cannot_be_is_an_error) {
  auto const is = [](char const* words) {
    return [=](bad_input const& x) {
      BOOST_TEST_INFO(x.what());
      BOOST_TEST(x.all().at(0).line > 0);
      return says(x.what(), words) && says(x.what(), __FILE__);
    };
  };
  replay order{machine(), rules_policy{}};
  order.orders();
  BOOST_CHECK_EXCEPTION(order.happens("delivery", "lost"), bad_input,  // not before it is shipped
                        is("'lost' is not possible after 1 moves"));
  BOOST_CHECK_EXCEPTION(order.orders(), bad_input, is("'the customer orders' is not possible"));
  BOOST_CHECK_EXCEPTION(order.happens("delivery", "stolen"), bad_input,
                        is("'stolen' cannot happen to the part 'delivery'"));
  BOOST_CHECK_EXCEPTION(order.happens("delivery", "shiped"), bad_input,
                        is("did you mean 'shipped'?"));
  BOOST_CHECK_EXCEPTION(order.happens("delivry", "lost"), bad_input,
                        is("there is no part named 'delivry'; did you mean 'delivery'?"));
  // Nothing has failed, and there is no eighth.
  BOOST_CHECK_EXCEPTION(order.asks_for_replacement("delivery", answer::waits, 7), bad_input,
                        is("asks the shop for another machine' is not possible"));
  BOOST_CHECK_THROW(order.make({.kind = move_kind::happens, .part = part_id{99}}), bad_input);
  BOOST_CHECK_THROW(order.make({.kind = move_kind::happens, .event = event_id{999}}), bad_input);
  BOOST_TEST(order.moves().size() == 1U);
  BOOST_TEST(!order.is_over());
}

BOOST_AUTO_TEST_CASE(a_name_is_an_error_after_the_end_too) {
  replay order{machine(variant::mended), rules_policy{}};
  tell_damaged(order);
  BOOST_TEST_REQUIRE(order.is_over());
  order.happens("delivery", "lost");  // passed over
  BOOST_CHECK_THROW(order.happens("delivery", "stolen"), bad_input);
}

BOOST_AUTO_TEST_CASE(what_may_be_impossible_ends_the_story) {
  replay order{machine(), rules_policy{}};
  order.orders();
  order.if_possible().happens("delivery", "shipped");
  order.if_possible().happens("delivery", "completed");
  order.if_possible().happens("delivery", "lost");  // it has arrived
  BOOST_TEST(order.is_over());
  BOOST_TEST(order.moves().size() == 3U);
  BOOST_TEST(says(order.account(), "Here the story ends: 'lost' cannot be."));
  BOOST_TEST(order.has_a_way_out());
  BOOST_CHECK_THROW(order.if_possible().happens("delivery", "stolen"), bad_input);

  replay next{machine(), rules_policy{}};
  next.orders();
  next.if_possible().happens("delivery", "shipped");
  BOOST_CHECK_THROW(next.orders(), bad_input);  // only the move that was named
}

BOOST_AUTO_TEST_CASE(a_policy_that_no_longer_acts_is_no_error) {
  auto const idle = [](circumstances const&) { return decision::waits(); };
  auto const tell = [](replay& order, answer was) {
    order.orders();
    order.happens("delivery", "shipped");
    order.happens("delivery", "lost");
    order.acts("delivery", "lost", was);
  };
  replay waited{machine(variant::mended), idle};
  tell(waited, answer::waits);  // as where it threw
  BOOST_TEST(waited.is_the_same_story());
  replay replaced{machine(variant::mended), idle};
  tell(replaced, answer::replaces);
  BOOST_TEST(says(replaced.account(), "Here the story ends: it was 'replaces'."));
  replay early{machine(variant::mended), idle};
  early.orders();
  BOOST_CHECK_THROW(early.acts("delivery", "lost", answer::waits), bad_input);  // nothing happened
  replay broke{machine(), idle};
  broke.orders();
  broke.make({.kind = move_kind::breaks, .on = occasion::cancellation});
  BOOST_TEST(says(broke.account(), "Here the story ends: the policy gives a decision."));
}

BOOST_AUTO_TEST_CASE(a_promise_that_is_too_large) {
  builder b{"a party of many"};
  auto const shop = b.seller("shop");
  b.customer("customer");
  lupaus::product all;
  for (int i = 0; i < 130; ++i) {
    auto const p = b.service("dance " + std::to_string(i));
    b.can_do(shop, p, 1h);
    b.fails(p, "stumbles");
    all = i == 0 ? lupaus::product{p} : all_of(all, p);
  }
  auto const m = b.product(all).build().value();
  BOOST_CHECK_EXCEPTION((replay{m, rules_policy{}}), bad_input, [](bad_input const& x) {
    return says(x.what(), "a party of many: it is too large to be replayed");
  });
}

BOOST_AUTO_TEST_CASE(asking_again_is_no_matter) {
  replay order{machine(), rules_policy{}};
  order.orders();
  order.happens("delivery", "shipped");
  order.asks_to_cancel(answer::refuses);
  order.asks_to_cancel(answer::refuses);
  BOOST_TEST(order.is_the_same_story());
  // A replay remembers all that came before (S8), so that each request is a move (Q1).
  BOOST_TEST(order.moves().size() == 2U + 2U);
  BOOST_TEST(order.view().cancellation_requests() == 2U);
}

BOOST_AUTO_TEST_CASE(a_policy_that_breaks) {
  struct thrower {
    decision decide(circumstances const& c) const {
      if (c.on == occasion::cancellation) throw std::runtime_error{"no"};
      return decision::waits();
    }
  };
  replay order{machine(), thrower{}};
  order.orders();
  order.asks_to_cancel(answer::waits);
  BOOST_TEST(order.is_broken());
  BOOST_TEST(order.is_over());
  BOOST_TEST(says(order.account(), "the policy throws"));
}

BOOST_AUTO_TEST_CASE(parts_that_do_not_touch_each_other_are_looked_at_apart) {
  builder b{"twenty repairs at a time"};
  auto const shop = b.seller("shop");
  b.customer("customer");
  lupaus::product all;
  for (int i = 0; i < 20; ++i) {
    auto const p = b.service("repair " + std::to_string(i));
    b.can_do(shop, p, 1h);
    b.fails(p, "botched");
    b.step(p, "begun");
    all = i == 0 ? lupaus::product{p} : all_of(all, p);
  }
  b.product(all);
  auto const m = b.build().value();
  replay order{m, rules_policy{}};
  order.orders();
  BOOST_TEST(order.has_a_way_out());  // one space of them all has 2^20 states and more
  order.happens("repair 7", "botched");
  order.asks_for_replacement("repair 7", answer::refuses);
  BOOST_TEST(!order.is_trapped());
  order.asks_to_cancel(answer::refuses);
  BOOST_TEST(order.is_trapped());
}

BOOST_AUTO_TEST_CASE(code_that_decides_by_the_clock) {
  auto const late = [](circumstances const& c) {
    return c.on == occasion::cancellation && c.now() >= 48 * 3'600 ? decision::accepts()
                                                                   : decision::refuses();
  };
  for (auto const tells_time : {false, true}) {
    replay order{machine(), late, {.tells_time = tells_time}};
    order.orders();
    order.happens("delivery", "shipped");
    order.happens("delivery", "lost");
    order.asks_to_cancel(answer::refuses);
    BOOST_TEST(order.has_a_way_out() == tells_time);
    BOOST_TEST(order.is_broken() == !tells_time);  // it asks the time, and is not told
  }
}

BOOST_AUTO_TEST_CASE(every_event_is_found_by_how_it_is_called) {
  builder b{"washing, twice over"};
  auto const shop = b.seller("shop");
  b.customer("customer");
  auto const wash = b.service("wash"), dry = b.service("dry");
  b.product(wash >> dry).can_do(shop, wash, 1h).can_do(shop, dry, 1h);
  b.fails(wash, "torn");
  b.fails(dry, "torn");
  b.fails(wash, "completed");  // of all names
  b.may_be_late(wash);
  b.step(wash, "late in a way").follows(started(wash));
  auto const m = b.build().value();
  for (auto e : m->events.ids()) {
    auto const& x = m->events[e];
    if (is_of_order(x.kind) || x.kind == event_kind::possession || x.kind == event_kind::reported)
      continue;
    BOOST_TEST_INFO(call_of(m, e));
    BOOST_TEST((event_called(m, x.of, call_of(m, e)) == e));
  }
}

BOOST_AUTO_TEST_SUITE_END()
