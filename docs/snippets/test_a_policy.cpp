// SPDX-License-Identifier: BSL-1.0
//
// A policy that is code, in a unit test: what was shipped fails, and tells why; the next passes.
#define BOOST_TEST_NO_MAIN
#define BOOST_TEST_ALTERNATIVE_INIT_API
#include "lupaus/model/builder/builder.hpp"

#include <boost/test/included/unit_test.hpp>

// clang-format off
//! [include]
#include <lupaus/boost_test.hpp>
//! [include]
// clang-format on

namespace {

using namespace lupaus;
using namespace std::chrono_literals;

//! [promise]
struct lamp_offer {
  builder b{"lamp, delivered"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  party_id carrier = b.subcontractor("carrier");
  part_id lamp = b.good("lamp"), delivery = b.service("delivery");
  event_id lost = b.fails(delivery, "lost").id();

  lamp_offer() {
    b.product(lamp >> delivery).carries(delivery, lamp).can_do(shop, lamp, 0h);
    b.commits_to(carrier, shop, delivery, within(48h));
    b.claims(shop, delivery, within(48h));
    b.claims(shop, b.whole(), informed_within(24h));
    b.tells(carrier, shop, lost, 24h);
    b.reaches(customer, shop);
  }
};
model lamp_delivered() { return lamp_offer{}.b.build().value(); }
//! [promise]

//! [policies]
// A lost parcel is looked for, and an order that has left cannot be cancelled.
decision as_shipped(circumstances const& c) {
  auto const delivery = lamp_offer{}.delivery;
  if (c.on == occasion::news) return decision::waits();
  if (c.on == occasion::cancellation && !c.last(delivery)) return decision::accepts();
  return decision::refuses();
}

// Another one leaves within a day of the news; until she has it, she can cancel.
decision mended(circumstances const& c) {
  if (c.on == occasion::cancellation) return decision::accepts();
  return decision::replaces().within(24h);
}
//! [policies]

}  // namespace

//! [tests]
BOOST_AUTO_TEST_CASE(nobody_is_trapped_as_shipped) {
  BOOST_TEST(never_traps(lamp_delivered(), as_shipped));
}

BOOST_AUTO_TEST_CASE(nobody_is_trapped_when_mended) {
  BOOST_TEST(never_traps(lamp_delivered(), mended, {.failures = 3}));
  BOOST_TEST(recovers_within(lamp_delivered(), mended, 72h, {.failures = 1}));
}

BOOST_AUTO_TEST_CASE(she_hears_of_a_loss_in_time) { BOOST_TEST(keeps_informed(lamp_delivered())); }

BOOST_DATA_TEST_CASE(whatever_goes_wrong, scenarios(lamp_delivered(), 2), what) {
  BOOST_TEST(never_traps(lamp_delivered(), mended, what));
}
//! [tests]

// As from the command line, so that what is printed does not depend on the terminal.
int main(int, char** argv) {
  char name[] = "", plain[] = "--color_output=no";
  char* arguments[] = {argv[0] ? argv[0] : name, plain};
  return boost::unit_test::unit_test_main([] { return true; }, 2, arguments);
}
