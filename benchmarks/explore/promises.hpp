// SPDX-License-Identifier: BSL-1.0
//
// What the explorer is measured on: the washing machine as it was sold, promises of parts that
// have nothing in common but the order, and kitchens, whose parts meet.
#pragma once

#include "lupaus/explore/order/policy.hpp"
#include "lupaus/model/builder/builder.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

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

/// What a kitchen is like.
struct kitchen_options {
  bool unlike = false;         ///< each carrier, time and failure is another
  bool until_shipped = false;  ///< she may cancel until all is shipped; else at any time
  bool has_rules = true;       ///< else they are a policy's
};

/// n goods, each carried to her, each lost or damaged on the way and sent again, damaged ones once
/// they are back; and one fitting after them all. What a policy needs to know of it, too.
struct kitchen {
  lupaus::builder b{"a kitchen"};
  std::vector<lupaus::part_id> goods, deliveries;
  std::vector<lupaus::event_id> damaged, back;

  explicit kitchen(std::size_t n, kitchen_options const& o = {}) {
    using namespace lupaus;
    using namespace std::chrono_literals;
    b.customer("customer");
    auto const shop = b.seller("shop");
    auto const fitter = b.subcontractor("fitter");
    auto const fitting = b.service("fitting");
    auto carrier = b.subcontractor("carrier");
    product all;
    for (std::size_t i = 0; i < n; ++i) {
      auto const number = std::to_string(i);
      auto const mine = o.unlike ? " " + number : std::string{};
      if (o.unlike) carrier = b.subcontractor("carrier" + mine);
      auto const good = b.good("good " + number), delivery = b.service("delivery " + number);
      b.carries(delivery, good).can_do(shop, good, 0h);
      b.commits_to(carrier, shop, delivery, within(std::chrono::hours{o.unlike ? 24 + i : 48}));
      auto const lost = b.fails(delivery, "lost" + mine).id();
      damaged.push_back(b.fails(delivery, "damaged" + mine).id());
      back.push_back(
          b.step(delivery, "back" + mine).follows(damaged[i]).by(carrier).hands(good, shop).id());
      b.commits_to(carrier, shop, delivery, within(48h).after(damaged[i])).brings_about(back[i]);
      b.tells(carrier, shop, lost, 2h).tells(carrier, shop, damaged[i], 2h);
      if (o.has_rules) {
        b.on(lost).owes(shop, replace(good)).within(24h);
        b.on(damaged[i]).owes(shop, replace(good)).waits_for(back[i]).within(24h);
      }
      if (o.until_shipped) b.on(cancel_requested).until(shipped(delivery)).owes(shop, accept);
      all = i == 0 ? good >> delivery : all_of(all, good >> delivery);
      goods.push_back(good);
      deliveries.push_back(delivery);
    }
    b.product(all >> fitting).commits_to(fitter, shop, fitting, within(72h));
    if (!o.until_shipped) b.on(cancel_requested).owes(shop, accept);
  }
  lupaus::model built() const { return b.build().value(); }

  /// The rules as code.
  lupaus::decision decide(lupaus::circumstances const& c) const {
    using lupaus::decision;
    if (c.on == lupaus::occasion::cancellation) return decision::accepts();
    for (std::size_t i = 0; i < goods.size(); ++i)
      if (c.part == deliveries[i])
        return c.has_happened(damaged[i], c.unit) && !c.has_happened(back[i], c.unit)
                   ? decision::waits_for(back[i])
                   : decision::replaces(goods[i]);
    return decision::waits();
  }
};

}  // namespace promises
