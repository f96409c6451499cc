// SPDX-License-Identifier: BSL-1.0
//
// In whose hands goods fail, as a story tells it.
#include "lupaus/explore.hpp"
#include "lupaus/explore/answers/trace_times.hpp"
#include "lupaus/explore/move_text.hpp"
#include "lupaus/model/builder/builder.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <string>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;

/// A lamp is carried to her and then put up.
struct lamp_put_up {
  builder b{"a lamp, put up"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  party_id carrier = b.subcontractor("carrier"), joiner = b.subcontractor("joiner");
  part_id lamp = b.good("lamp"), sending = b.service("sending"),
          putting_up = b.service("putting up");

  lamp_put_up() {
    b.product(lamp >> sending >> putting_up).carries(sending, lamp).can_do(shop, lamp, 0h);
    b.commits_to(carrier, shop, sending, within(48h));
    b.commits_to(joiner, shop, putting_up, within(72h));
  }

  std::string hands_of(event_id failure) {
    auto const m = b.build().value();
    order_move const fails{.kind = move_kind::happens,
                           .event = failure,
                           .by = m->parts[m->events[failure].of].performer,
                           .part = m->events[failure].of};
    trace_plan const plan{m};
    auto const text = phrase(m, fails);
    BOOST_TEST(phrase(plan, fails) == text);
    auto const at = text.find("in the hands of ");
    return at == text.npos ? "" : text.substr(at + 16);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(in_whose_hands)

BOOST_AUTO_TEST_CASE(on_the_way_it_is_the_carriers) {
  lamp_put_up s;
  BOOST_TEST(s.hands_of(s.b.fails(s.sending, "dropped").follows(shipped(s.sending)).id()) ==
             "the carrier");
}

BOOST_AUTO_TEST_CASE(what_has_come_to_her_is_hers) {
  lamp_put_up s;
  auto const broken = s.b.fails(s.lamp, "broken").follows(completed(s.sending)).id();
  BOOST_TEST(s.hands_of(broken) == "the customer");
}

BOOST_AUTO_TEST_CASE(it_is_still_hers_when_it_has_been_put_up) {
  lamp_put_up s;
  auto const flickers = s.b.fails(s.lamp, "flickers").follows(completed(s.putting_up)).id();
  BOOST_TEST(s.hands_of(flickers) == "the customer");
}

BOOST_AUTO_TEST_CASE(what_has_been_sent_back_is_no_more_hers) {
  lamp_put_up s;
  auto const back = s.b.step(s.sending, "sent back")
                        .follows(completed(s.sending))
                        .by(s.customer)
                        .hands(s.lamp, s.shop)
                        .id();
  BOOST_TEST(s.hands_of(s.b.fails(s.lamp, "found broken").follows(back).id()) == "the shop");
}

BOOST_AUTO_TEST_CASE(of_what_she_may_have_sent_back_the_story_does_not_say) {
  lamp_put_up s;
  s.b.step(s.sending, "sent back")
      .follows(completed(s.sending))
      .by(s.customer)
      .hands(s.lamp, s.shop);
  BOOST_TEST(s.hands_of(s.b.fails(s.lamp, "flickers").follows(completed(s.sending)).id()) == "");
}

BOOST_AUTO_TEST_SUITE_END()
