// SPDX-License-Identifier: BSL-1.0
#include <lupaus/explore.hpp>
#include <lupaus/model/builder/builder.hpp>
#include <lupaus/report/story.hpp>

#include <chrono>
#include <iostream>

int main() {
  using namespace lupaus;
  using namespace std::chrono_literals;
  builder b{"washing machine, delivered and installed"};
  auto const shop = b.seller("shop"), customer = b.customer("customer");
  auto const carrier = b.subcontractor("carrier"), installer = b.subcontractor("installer"),
             supplier = b.subcontractor("supplier");
  auto const machine = b.good("machine"), delivery = b.service("delivery"),
             installation = b.service("installation");
  b.product(machine >> delivery >> installation);
  b.carries(delivery, machine).can_do(shop, machine, 0h);
  auto const damaged = b.fails(delivery, "damaged").id();
  auto const handed =
      b.step(delivery, "handed over damaged").follows(damaged).hands(machine, customer).id();
  auto const returned =
      b.step(delivery, "returned").follows(damaged).by(carrier).hands(machine, supplier).id();
  auto const back = b.step(delivery, "received back")
                        .follows(handed)
                        .by(customer)
                        .follows(returned)
                        .by(supplier)
                        .hands(machine, shop)
                        .id();
  b.claims(shop, delivery, within(48h));
  b.commits_to(carrier, shop, delivery, within(48h));
  b.commits_to(installer, shop, installation, within(24h).after(completed(delivery)));
  b.reaches(customer, installer);
  b.on(damaged).owes(shop, replace(machine)).waits_for(back);
  b.on(cancel_requested).until(shipped(delivery)).owes(shop, accept);
  b.on(cancel_requested).since(shipped(delivery)).owes(shop, refuse);

  //! [story]
  auto const found = explore(b.build().value());
  for (auto const& s : found.stories)
    std::cout << to_text(found.model(), s, {.is_by_the_rules = true});
  //! [story]
}
