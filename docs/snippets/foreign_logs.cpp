// SPDX-License-Identifier: BSL-1.0
#include <lupaus/builder.hpp>
#include <lupaus/event_logs.hpp>
#include <lupaus/explore/event_names.hpp>
#include <lupaus/monitor.hpp>

#include <chrono>
#include <fstream>
#include <iostream>
#include <string>

using namespace lupaus;
using namespace std::chrono_literals;

int main() {
  builder b{"machine, delivered"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const carrier = b.subcontractor("carrier");
  auto const machine = b.good("machine");
  auto const delivery = b.service("delivery");
  b.product(machine >> delivery);
  b.carries(delivery, machine);
  b.fails(delivery, "damaged");
  b.can_do(shop, machine, 0h);
  b.claims(shop, delivery, within(24h));
  b.commits(shop, delivery, within(24h));
  b.commits_to(carrier, shop, delivery, within(24h));
  model const m = b.build().value();
  monitor watch{m, [&](breach const& x) { std::cout << to_text(m, x) << '\n'; }};
  watch.orders("4712", seconds_t{1'772'445'600});

  //! [read]
  epcis_mapping mapping;
  mapping.orders = {"po"};
  mapping.without = {"urn:epcglobal:cbv:bt:9521321000010:"};
  // In the depot nothing is delivered yet: no meaning.
  mapping.rules.push_back({.step = "receiving", .location = "urn:epc:id:sgln:9521321.00002."});
  // What the table does not say: goods that are held at the depot count as damaged.
  order_event damaged;
  damaged.event = event_called(m, part_called(m, "delivery"), "damaged");
  mapping.rules.push_back({.step = "holding", .is = damaged});

  epcis_log log{m, mapping};
  std::ifstream file{"examples/events/carrier.jsonld"};
  log.read(
      file,
      [&](foreign_event const& e) {
        if (!e.error.empty()) std::cerr << to_string(e.error) << '\n';
        for (auto const& record : e.records)
          if (record.order == "4712") watch.observe(record);
      },
      "carrier.jsonld");
  std::cout << log.counts().read << " of " << log.counts().events << " events read\n";
  //! [read]
}
