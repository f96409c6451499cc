// SPDX-License-Identifier: BSL-1.0
#include <lupaus/builder.hpp>
#include <lupaus/monitor.hpp>

#include <chrono>
#include <iostream>

using namespace lupaus;
using namespace std::chrono_literals;

int main() {
  builder b{"lamp, delivered"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const carrier = b.subcontractor("carrier");
  auto const lamp = b.good("lamp");
  auto const delivery = b.service("delivery");
  b.product(lamp >> delivery);
  b.carries(delivery, lamp);
  b.fails(delivery, "damaged");
  b.can_do(shop, lamp, 0h);
  b.claims(shop, delivery, within(48h));
  b.claims(shop, b.whole(), informed_within(2h));
  b.commits(shop, delivery, within(48h));
  b.commits_to(carrier, shop, delivery, within(36h));
  model const m = b.build().value();

  //! [watch]
  // The promise that was validated, and where breaches go.
  monitor watch{m, [&](breach const& x) { std::cout << to_text(m, x) << '\n'; }};

  // Orders are told by the backend, in seconds from 1970-01-01T00:00Z.
  auto const hour = [](int h) { return seconds_t{1'772'442'000} + h * 3'600; };
  watch.orders("4711", hour(0));
  watch.orders("4712", hour(1));
  watch.happens("4711", "delivery", "shipped", hour(10));
  watch.happens("4712", "delivery", "shipped", hour(11));
  watch.happens("4711", "delivery", "damaged", hour(20));
  watch.contacts("4711", hour(30));  // the customer looks it up
  watch.happens("4712", "delivery", "completed", hour(40));

  // And the time, which passes without events too.
  watch.advance(hour(100));
  //! [watch]

  //! [score]
  std::cout << to_text(m, watch.score());
  //! [score]
}
