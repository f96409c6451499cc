// SPDX-License-Identifier: BSL-1.0
//
// What the explorer is measured on: the washing machine as it was sold, and promises of parts that
// have nothing in common but the order.
#pragma once

#include "lupaus/model/builder/builder.hpp"

#include <chrono>
#include <cstddef>
#include <string>

namespace promises {

/// One machine, delivered and installed; two failures trap whoever buys it.
inline lupaus::model washing_machine() {
  using namespace lupaus;
  using namespace std::chrono_literals;
  builder b{"washing machine, delivered and installed"};
  auto const customer = b.customer("customer");
  auto const shop = b.seller("shop");
  auto const carrier = b.subcontractor("carrier"), installer = b.subcontractor("installer"),
             supplier = b.subcontractor("supplier");
  auto const machine = b.good("machine");
  auto const delivery = b.service("delivery"), installation = b.service("installation");
  b.product(machine >> delivery >> installation);
  b.carries(delivery, machine).can_do(shop, machine, 0h);
  auto const damaged = b.fails(delivery, "damaged").id();
  b.fails(delivery, "lost");
  auto const handed =
      b.step(delivery, "handed over damaged").follows(damaged).by(carrier).hands(machine, customer);
  auto const returned =
      b.step(delivery, "returned").follows(damaged).by(carrier).hands(machine, supplier);
  auto const back = b.step(delivery, "received back")
                        .follows(handed.id())
                        .by(customer)
                        .follows(returned.id())
                        .by(supplier)
                        .hands(machine, shop)
                        .id();
  b.commits_to(carrier, shop, delivery, within(48h));
  b.commits_to(installer, shop, installation, within(24h).after(completed(delivery)));
  b.reaches(customer, shop).reaches(customer, carrier).reaches(customer, installer);
  b.on(damaged).owes(shop, replace(machine)).waits_for(back);
  b.on(cancel_requested).until(shipped(delivery)).owes(shop, accept);
  b.on(cancel_requested).between(shipped(delivery), possession(machine)).owes(shop, refuse);
  b.on(cancel_requested).since(possession(machine)).owes(shop, accept);
  return b.build().value();
}

/// n deliveries, each of which can be lost; every other one is then sent again.
inline lupaus::model deliveries(std::size_t n) {
  using namespace lupaus;
  using namespace std::chrono_literals;
  builder b{"deliveries"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  product all;
  for (std::size_t i = 0; i < n; ++i) {
    auto const number = std::to_string(i);
    auto const carrier = b.subcontractor("carrier " + number);
    auto const delivery = b.service("delivery " + number);
    b.commits_to(carrier, shop, delivery, within(48h));
    auto const lost = b.fails(delivery, "lost " + number).id();
    if (i % 2 == 0) b.on(lost).owes(shop, perform_again(delivery));
    all = i == 0 ? product{delivery} : all_of(all, delivery);
  }
  b.product(all);
  return b.build().value();
}

}  // namespace promises
