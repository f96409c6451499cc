// SPDX-License-Identifier: BSL-1.0
#include <lupaus/builder.hpp>
#include <lupaus/explore/event_names.hpp>
#include <lupaus/monitor.hpp>

#include <chrono>
#include <iostream>
#include <string_view>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

model lamp(std::string_view version, std::chrono::hours limit) {
  builder b{"lamp, delivered"};
  b.identity("lamp", version);
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const lamp = b.good("lamp");
  auto const delivery = b.service("delivery");
  b.product(lamp >> delivery);
  b.carries(delivery, lamp);
  b.claims(shop, delivery, within(limit));
  return b.build().value();
}

}  // namespace

int main() {
  auto const in_two_days = lamp("1", 48h), in_one_day = lamp("2", 24h);
  auto const hour = [](int h) { return seconds_t{1'772'442'000} + h * 3'600; };
  auto const tell = [](errors const& faults) {
    if (!faults.empty()) std::cout << to_string(faults) << '\n';
  };

  //! [watch]
  catalogue_monitor watch{[](model_view const& m, breach const& x) {
    std::cout << "version " << m.version << ": " << to_text(m, x) << '\n';
  }};
  tell(watch.add(in_two_days));
  // The record that places an order says under which promise, and in which version, it is.
  order_event placed{.order = "4711", .at = hour(0), .kind = order_event_kind::placed};
  tell(watch.observe(placed, {"lamp", "1"}));

  tell(watch.add(in_one_day));  // the offer is changed: only later orders are under it
  placed.order = "4712";
  tell(watch.observe(placed, {"lamp", "2"}));

  // Both come after 30 hours. From its first record on, the order is known.
  for (auto const* order : {"4711", "4712"}) {
    order_event e{.order = order, .at = hour(30)};
    auto const m = watch.promise_of(order);
    e.event = event_called(**m, part_called(**m, "delivery"), "completed");
    tell(watch.observe(e));
  }
  tell(watch.observe({.order = "4713", .at = hour(31), .kind = order_event_kind::placed}));
  //! [watch]
}
