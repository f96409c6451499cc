// SPDX-License-Identifier: BSL-1.0
//
// The life of a part: which event follows which, by whom, who holds the goods, and how events are
// called.
#include "model/delivered_lamp.hpp"

#include <chrono>
#include <string>

using namespace lupaus;
using namespace std::chrono_literals;

using model_test::delivered_lamp, model_test::ways;

namespace {

event_id named(model_view const& m, std::string_view name) {
  for (auto e : m.events.ids())
    if (name_of(m, e) == name) return e;
  return {};
}
std::string handed_over(model_view const& m, std::string_view event) {
  auto const e = named(m, event);
  BOOST_TEST_REQUIRE(bool{e}, event);
  return name_of(m, m.events[e].good) + " to " + name_of(m, m.events[e].holder);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lives)

BOOST_AUTO_TEST_CASE(every_leaf_part_is_completed_by_its_performer_from_the_order_on) {
  delivered_lamp s;
  auto const m = model_test::built(s.b);
  BOOST_TEST(ways(m, find_event(m, event_kind::completed, s.lamp)) == "ordered by shop");
  BOOST_TEST(ways(m, find_event(m, event_kind::completed, s.delivery)) == "ordered by carrier");
  BOOST_TEST(!find_event(m, event_kind::completed, whole));
  BOOST_TEST(name_of(m, ordering) == "ordered");
  BOOST_TEST(m->events[ordering].kind == event_kind::ordered);
}

BOOST_AUTO_TEST_CASE(what_can_happen_follows_the_start_where_there_is_one) {
  delivered_lamp s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.on(lost).since(started(s.delivery)).owes(s.shop, refund);
  auto const m = model_test::built(s.b);
  BOOST_TEST(ways(m, lost) == "delivery started by carrier");
  BOOST_TEST(ways(m, named(m, "delivery completed")) == "delivery started by carrier");
  BOOST_TEST(ways(m, named(m, "delivery started")) == "ordered by carrier");
}

BOOST_AUTO_TEST_CASE(declared_ways_replace_the_default) {
  delivered_lamp s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  auto const found = s.b.step(s.delivery, "found").follows(lost).by(s.customer).follows(lost).id();
  auto const m = model_test::built(s.b);
  BOOST_TEST(ways(m, lost) == "ordered by carrier");
  BOOST_TEST(ways(m, found) == "lost by customer; lost by carrier");
}

BOOST_AUTO_TEST_CASE(an_actor_without_an_event_before_acts_from_the_beginning) {
  delivered_lamp s;
  auto const burnt = s.b.fails(s.lamp, "burnt").by(s.customer).id();
  s.b.carries(s.delivery, s.lamp);
  auto const dropped = s.b.fails(s.delivery, "dropped").by(s.customer).id();
  auto const m = model_test::built(s.b);
  BOOST_TEST(ways(m, burnt) == "ordered by customer");
  BOOST_TEST(ways(m, dropped) == "shipped by customer");
}

BOOST_AUTO_TEST_CASE(lateness_is_an_event_like_another) {
  delivered_lamp s;
  auto const late = s.b.may_be_late(s.delivery).id();
  auto const m = model_test::built(s.b);
  BOOST_TEST(m->events[late].kind == event_kind::late);
  BOOST_TEST(name_of(m, late) == "delivery late");
  BOOST_TEST(ways(m, late) == "ordered by carrier");
  BOOST_TEST(s.b.may_be_late(s.delivery).id() == late);  // once, however often it is said
}

BOOST_AUTO_TEST_CASE(carriage_hands_the_good_over_twice) {
  delivered_lamp s;
  s.b.carries(s.delivery, s.lamp);
  auto const m = model_test::built(s.b);
  BOOST_TEST(handed_over(m, "shipped") == "lamp to carrier");
  BOOST_TEST(handed_over(m, "delivery completed") == "lamp to customer");
  BOOST_TEST(handed_over(m, "lamp completed") == "no part to nobody");
  BOOST_TEST(ways(m, named(m, "shipped")) == "ordered by carrier");
  BOOST_TEST(ways(m, named(m, "delivery completed")) == "shipped by carrier");
}

BOOST_AUTO_TEST_CASE(a_step_hands_the_good_to_whom_it_says) {
  delivered_lamp s;
  s.b.carries(s.delivery, s.lamp);
  s.b.step(s.delivery, "returned").follows(shipped(s.delivery)).hands(s.lamp, s.shop);
  auto const m = model_test::built(s.b);
  BOOST_TEST(handed_over(m, "returned") == "lamp to shop");
}

BOOST_AUTO_TEST_CASE(possession_is_meant_by_whatever_hands_her_the_good) {
  delivered_lamp s;
  s.b.carries(s.delivery, s.lamp);
  auto const left = s.b.step(s.delivery, "left at the door").hands(s.lamp, s.customer).id();
  auto const taken = s.b.step(s.delivery, "taken back").hands(s.lamp, s.shop).id();
  s.b.on(cancel_requested).until(possession(s.lamp)).owes(s.shop, accept);
  auto const m = model_test::built(s.b);
  auto const hers = find_event(m, event_kind::possession, s.lamp);
  BOOST_TEST_REQUIRE(bool{hers});
  BOOST_TEST(name_of(m, hers) == "possession of lamp");
  BOOST_TEST(is_meant(m, left, hers));
  BOOST_TEST(is_meant(m, named(m, "delivery completed"), hers));
  BOOST_TEST(is_meant(m, hers, hers));
  BOOST_TEST(!is_meant(m, taken, hers));
  BOOST_TEST(!is_meant(m, named(m, "shipped"), hers));
  BOOST_TEST(!is_meant(m, hers, left));
}

BOOST_AUTO_TEST_CASE(events_of_the_order_are_made_once_when_they_are_first_named) {
  delivered_lamp s;
  auto const first = model_test::built(s.b);
  auto const before = first->events.size();
  s.b.on(cancel_requested).owes(s.shop, accept);
  s.b.on(cancel_requested).owes(s.shop, accept);
  s.b.on(replacement_requested).owes(s.shop, replace(s.lamp));
  s.b.ends_contract_with(s.carrier, s.shop, {kept, cancelled, refunded}, 4h);
  auto const m = model_test::built(s.b);
  BOOST_TEST(m->events.size() == before + 5);
  for (auto const* name :
       {"cancellation requested", "replacement requested", "promise kept", "cancelled", "refunded"})
    BOOST_TEST(bool{named(m, name)}, name);
}

BOOST_AUTO_TEST_CASE(a_report_is_an_event_of_its_own) {
  delivered_lamp s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.on(reported(lost)).owes(s.shop, refund);
  s.b.on(reported(failed("delivery", "lost"))).owes(s.shop, replace(s.lamp));
  auto const m = model_test::built(s.b);
  auto const report = named(m, "lost reported");
  BOOST_TEST_REQUIRE(bool{report});
  BOOST_TEST(m->events[report].kind == event_kind::reported);
  BOOST_TEST(m->events[report].subject == lost);
  BOOST_TEST(m->events[report].of == s.delivery);
  for (auto r : m->rules.ids()) BOOST_TEST(m->rules[r].on == report);
}

BOOST_AUTO_TEST_CASE(two_carriages_are_called_by_what_they_carry) {
  delivered_lamp s;
  auto const shade = s.b.good("shade");
  auto const sending = s.b.service("sending");
  s.b.product(shade >> sending).carries(s.delivery, s.lamp).carries(sending, shade);
  auto const m = model_test::built(s.b);
  BOOST_TEST(bool{named(m, "lamp shipped")});
  BOOST_TEST(bool{named(m, "shade shipped")});
  BOOST_TEST(!named(m, "shipped"));
}

BOOST_AUTO_TEST_SUITE_END()
