// SPDX-License-Identifier: BSL-1.0
//
// What a verdict says to a reader: the case of the washing machine, word for word, and what stands
// at the head of a verdict of every kind.
#include "check/flagship.hpp"

#include "lupaus/explore.hpp"
#include "lupaus/report/story.hpp"

#include <boost/test/unit_test.hpp>

#include <stdexcept>
#include <string>
#include <string_view>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;
using flagship::variant;
using flagship::washing_machine;

std::string head_of(std::string const& text) {
  auto const end = text.find("\n\nTimes count");
  return end == text.npos ? text : text.substr(0, end + 1);
}
bool says(std::string const& text, std::string_view words) { return text.find(words) != text.npos; }

}  // namespace

BOOST_AUTO_TEST_SUITE(stories_as_prose)

BOOST_AUTO_TEST_CASE(the_damaged_machine_reads_as_the_case) {
  auto const m = washing_machine{}.b.build().value();
  auto const v = explore(m);
  BOOST_TEST_REQUIRE(v.stories.size() == 2U);
  BOOST_TEST(to_text(m, v.stories[1], {.is_by_the_rules = true}) ==
             R"(  1.  0 h            The customer orders.
  2.  48 h           The carrier ships the machine.
                     As owed: carrier commits to shop for delivery: within 48 h
                     of the order.
  3.  48 h           The delivery fails ('damaged'), in the hands of the
                     carrier.
                     Nobody owes the customer word of it.
  4.  48 h or later  Returned (the carrier's doing): the supplier now has the
                     machine.
                     Nobody has committed to it.
                     From here on she is doomed: nothing that can be counted on
                     brings her what she was promised, or her money back.
  5.  48 h or later  The customer asks the shop for another machine. Told to
                     wait for 'received back', by the rule: on damaged: shop
                     replaces the machine, waits for received back.
  6.  48 h or later  The customer asks the shop to cancel. Refused, by the rule:
                     on cancellation requested, from shipped until possession of
                     machine: shop refuses.

  What she asked for waits for 'received back', which nobody has committed to
  bring about: the supplier could, and owes it to nobody.
  Something could still free her, but nothing that she can count on.
  She was promised the delivery within 48 h of the order: it may never come.
  She was promised the installation within 24 h after delivery completed: it may
  never come.
)");
}

BOOST_AUTO_TEST_CASE(the_lost_parcel_is_released_by_nothing) {
  auto const m = washing_machine{}.b.build().value();
  auto const text = to_text(m, explore(m).stories.at(0), {.width = 200, .is_by_the_rules = true});
  BOOST_TEST(says(text, "asks the shop for another machine. Refused: no rule covers it.\n"));
  BOOST_TEST(says(text, "\n  No rule puts 'lost' right.\n"));
  BOOST_TEST(says(text, "Released by nothing: no event that can happen at all frees her.\n"));
  BOOST_TEST(says(text, "within 48 h of the order: it never comes.\n"));
  // Code of the user's own need name no rule.
  auto const own = to_text(m, explore(m).stories.at(0), {.width = 200});
  BOOST_TEST(says(own, "another machine. Refused.\n"));
}

BOOST_AUTO_TEST_CASE(the_head_says_what_was_found_and_on_how_many_states) {
  auto const m = washing_machine{}.b.build().value();
  auto const v = explore(m, {.times = false});
  BOOST_TEST(head_of(to_text(v)) == R"(washing machine, delivered and installed
========================================

With at most 2 failures, a customer can be trapped in 2 ways.

  Looked at  )" + to_string(v.seen) + R"(; every unit of every part
  Trapped    in )" + std::to_string(v.trapped) +
                                        " states; doomed in " + std::to_string(v.doomed) +
                                        ", of which released by nothing " +
                                        std::to_string(v.released_by_nothing) + R"(
  Contacts   at most 1 that she needs, wherever there is a way out
  Told       of 'damaged' (delivery) never; she was promised word within 2 h
             of 'lost' (delivery) never; she was promised word within 2 h
  Seller     exposed in 1 way
)");
  // Three times 48 h and the notice within 1 h; then 48 h, and 24 h for the installation.
  auto const mended = explore(washing_machine{variant::mended}.b.build().value(), {.failures = 3});
  BOOST_TEST(head_of(to_text(mended)) == R"(washing machine, delivered and installed
========================================

With at most 3 failures, no customer is trapped: proved over all states.

  Looked at  )" + to_string(mended.seen) +
                                             R"(; every unit of every part
  Contacts   none that she needs, wherever there is a way out
  Takes      at worst 219 h until all is performed (72 h promised) and 1 h from
             a failure until a remedy is decided; not counting waits that nobody
             has bound to a length of time
  Told       of every failure, in the time that she was promised
  Seller     exposed in 2 ways
)");
}

BOOST_AUTO_TEST_CASE(the_other_side_is_told_after_hers) {
  auto const v = explore(washing_machine{}.b.build().value());
  auto const text = to_text(v);
  auto const begin = text.find("\nThe other side of the counter\n");
  BOOST_TEST_REQUIRE((begin != text.npos));
  BOOST_TEST(text.substr(begin) == R"(
The other side of the counter

3. Exposed, goods-and-money: nothing has failed

The shop is exposed: the customer cancels, has her money back and keeps the
machine, and nothing that the shop can count on takes it back.

  1.  0 h   The customer orders.
  2.  48 h  The carrier ships the machine.
            As owed: carrier commits to shop for delivery: within 48 h of the
            order.
  3.  48 h  The carrier completes the delivery.
            As owed: carrier commits to shop for delivery: within 48 h of the
            order.
  4.  48 h  The customer asks the shop to cancel. Accepted, and the payment
            returned, by the rule: on cancellation requested, from possession of
            machine: shop accepts.
)");
  // Prices tell what it costs.
  washing_machine priced;
  BOOST_TEST(!says(text, "Costs"));
  priced.b.charges("shop", "machine", {599'00, "EUR"});
  BOOST_TEST(says(to_text(explore(priced.b.build().value()), {.width = 200}),
                  "  Costs      'damaged' (delivery): the customer unknown, the shop nothing\n"));
}

/// A desk in two deliveries; the second fitter goes by word of the first.
model desk(bool is_told, bool is_bound) {
  builder b{"desk, fitted"};
  auto const shop = b.seller("shop");
  b.customer("customer");
  auto const van = b.subcontractor("van"), fitter = b.subcontractor("fitter");
  auto const desk = b.good("desk");
  auto const delivery = b.service("delivery"), fitting = b.service("fitting");
  b.product(desk >> delivery >> fitting).can_do(shop, desk, 0h);
  b.commits_to(van, shop, delivery, within(48h));
  if (is_bound)
    b.commits_to(fitter, shop, fitting, within(24h).after(completed(delivery)));
  else
    b.performs(fitter, fitting);
  if (is_told) b.tells(van, fitter, completed(delivery), 2h);
  return b.build().value();
}

BOOST_AUTO_TEST_CASE(where_nothing_fails_it_says_what_nobody_is_counted_on_for) {
  BOOST_TEST(says(to_text(explore(desk(false, true)), {.width = 200}),
                  "\n  Nobody tells the fitter that the fitting can begin.\n"));
  BOOST_TEST(says(to_text(explore(desk(true, false)), {.width = 200}),
                  "\n  Nobody is bound to a time for the fitting.\n"));
  BOOST_TEST(explore(desk(true, true)).is_clean());
}

BOOST_AUTO_TEST_CASE(who_could_still_bring_about_what_she_waits_for) {
  auto const told = [](auto&& say) {
    builder b{"lamp, delivered"};
    auto const shop = b.seller("shop");
    b.customer("customer");
    auto const van = b.subcontractor("van"), depot = b.subcontractor("depot");
    auto const lamp = b.good("lamp");
    auto const delivery = b.service("delivery");
    b.product(lamp >> delivery).carries(delivery, lamp).can_do(shop, lamp, 0h);
    b.commits_to(van, shop, delivery, within(48h));
    auto const lost = b.fails(delivery, "lost").id();
    auto const found = b.step(delivery, "found").follows(lost).by(depot).id();
    auto const back = b.step(delivery, "back").follows(found).by(van).hands(lamp, shop).id();
    auto const sold = b.step(delivery, "sold on").follows(found).by(depot).id();
    say(b, lost, back, sold);
    return to_text(explore(b.build().value(), {.failures = 1}), {.width = 200});
  };
  BOOST_TEST(says(told([](builder& b, event_id lost, event_id back, event_id) {
                    b.on(lost).owes("shop", replace("lamp")).waits_for(back);
                  }),
                  "'back', which nobody has committed to bring about: the depot and the van could, "
                  "and owe it to nobody."));
  BOOST_TEST(
      says(told([](builder& b, event_id lost, event_id back, event_id sold) {
             b.on(lost).owes("shop", replace("lamp")).waits_for(back);
             b.commits_to("van", "shop", "delivery", within(24h).after(sold)).brings_about(back);
           }),
           "'back', which nobody can be counted on to bring about here: the depot and the "
           "van could."));
  BOOST_TEST(says(told([](builder& b, event_id lost, event_id, event_id) {
                    b.on(lost).owes("shop", replace("lamp")).waits_for(completed("delivery"));
                  }),
                  "which cannot come about any more."));
}

BOOST_AUTO_TEST_CASE(a_search_that_was_stopped_proves_nothing) {
  auto const m = washing_machine{variant::mended}.b.build().value();
  auto const text = to_text(explore(m, {.limits = {.states = 10}}), {.width = 200});
  BOOST_TEST(says(text, "no trap was found, but not every state was seen: this proves nothing.\n"));
  BOOST_TEST(says(text, "10 states, all within"));
  BOOST_TEST(says(text, "stopped by the limit of states"));
  BOOST_TEST(!says(text, "proved over"));
  BOOST_TEST(says(to_text(explore(m, {.failures = 256})), "It could not be explored: a budget of"));
}

BOOST_AUTO_TEST_CASE(units_that_were_not_followed_are_told) {
  builder b{"chairs"};
  auto const shop = b.seller("shop");
  b.customer("customer");
  auto const chair = b.good("chair", 6, "pcs");
  b.product(chair);
  b.can_do(shop, chair, 0h);
  auto const text = to_text(explore(b.build().value(), {.units = 1}));
  BOOST_TEST(says(text, "of each part at most 1 unit\n"));
}

BOOST_AUTO_TEST_CASE(a_policy_that_breaks_and_an_invariant_that_does_not_hold) {
  auto const m = washing_machine{variant::mended}.b.build().value();
  auto const thrower = [](circumstances const& c) -> decision {
    if (c.on == occasion::replacement) throw std::runtime_error{"no stock left"};
    return c.on == occasion::cancellation ? decision::accepts() : decision::waits();
  };
  auto const text = to_text(explore(m, thrower), {.width = 200});
  BOOST_TEST(says(text, "the policy breaks in 1 way."));
  BOOST_TEST(says(text, "1. Broken policy: it throws\n"));
  BOOST_TEST(says(text, "It says: \"no stock left\".\n"));

  explore_options options;
  options.invariants.push_back(
      {"nothing fails", [](order_view const& v) { return v.failures() == 0; }});
  auto const broken = to_text(explore(m, options), {.width = 200});
  BOOST_TEST(says(broken, "1 invariant does not hold."));
  BOOST_TEST(says(broken, "1. Broken invariant: nothing fails\n"));
}

BOOST_AUTO_TEST_SUITE_END()
