// SPDX-License-Identifier: BSL-1.0
//
// impossible-order: precedence between parts has a cycle.
#include "check/support.hpp"

using namespace check_test;

namespace {

// Parts that the shop performs itself, in so many hours.
struct workshop {
  builder b{"a kitchen"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  part_id make(char const* name, std::chrono::hours time) {
    auto const p = b.service(name);
    b.can_do(shop, p, time);
    return p;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(impossible_order)

BOOST_AUTO_TEST_CASE(two_parts_each_before_the_other) {
  workshop s;
  auto const oven = s.make("oven", 1h), hob = s.make("hob", 1h);
  s.b.before(oven, hob);
  BOOST_TEST(pairs(s.b, checks::impossible_order) == "");
  s.b.before(hob, oven);
  BOOST_TEST(pairs(s.b, checks::impossible_order) == "oven (service) & hob (service)");
}

BOOST_AUTO_TEST_CASE(one_finding_a_ring) {
  workshop s;
  part_id const p[] = {s.make("a", 1h), s.make("b", 1h), s.make("c", 1h), s.make("d", 1h),
                       s.make("e", 1h)};
  s.b.before(p[2], p[1]).before(p[1], p[0]).before(p[0], p[2]);
  s.b.before(p[3], p[4]).before(p[4], p[3]).before(p[2], p[3]);
  BOOST_TEST(pairs(s.b, checks::impossible_order) ==
             "a (service) & b (service); d (service) & e (service)");
}

BOOST_AUTO_TEST_CASE(between_composites_it_is_their_parts_that_wait) {
  workshop s;
  auto const oven = s.make("oven", 1h), hob = s.make("hob", 1h), sink = s.make("sink", 1h);
  auto const heat = s.b.composite("heat", all_of(oven, hob));
  s.b.product(heat >> sink).before(sink, heat);
  BOOST_TEST(places(s.b, checks::impossible_order) == "oven (service)");
}

BOOST_AUTO_TEST_CASE(what_waits_and_what_never_ends_follow_from_it) {
  workshop s;
  s.b.paid(payment::on_the_spot);
  auto const oven = s.make("oven", 1h), hob = s.make("hob", 1h);
  s.b.before(oven, hob).before(hob, oven);
  s.b.claims(s.shop, oven, within(9h));
  s.b.commits(s.shop, oven, within(9h));
  BOOST_TEST(lines(validate(built(s.b))) ==
             "impossible-order: oven (service)\n"
             "  late-by-design: shop claims for oven: within 9 h of the order\n"
             "  circular-wait: oven completed\n");
}

BOOST_AUTO_TEST_SUITE_END()
