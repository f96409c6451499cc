// SPDX-License-Identifier: BSL-1.0
#include <lupaus/model/builder/builder.hpp>
#include <lupaus/report/text.hpp>
#include <lupaus/validate.hpp>

#include <chrono>
#include <iostream>

using namespace lupaus;
using namespace std::chrono_literals;

// clang-format off
int main() {
  builder b{"washing machine, delivered and installed"};

  auto const customer  = b.customer("customer");
  auto const shop      = b.seller("shop");
  auto const carrier   = b.subcontractor("carrier");
  auto const installer = b.subcontractor("installer");
  auto const machine      = b.good("machine");
  auto const delivery     = b.service("delivery");
  auto const installation = b.service("installation");
  b.product(machine >> delivery >> installation);
  b.carries(delivery, machine);
  b.can_do(shop, machine, 0h);
  b.commits_to(carrier, shop, delivery, within(48h));
  b.commits_to(installer, shop, installation, within(24h).after(completed(delivery)));
  b.ends_contract_with(carrier, shop, {kept, cancelled, refunded}, 4h).ends_contract_with(installer, shop, {kept, cancelled, refunded}, 4h);
  b.coordinates(shop, delivery, installation);   // set aside here, to look at recovery alone
  b.tells(carrier, shop, shipped(delivery), 2h).tells(carrier, shop, completed(delivery), 2h);

  //! [events]
  auto const supplier    = b.subcontractor("supplier");
  auto const damaged     = b.fails(delivery, "damaged").id();
  auto const lost        = b.fails(delivery, "lost").id();
  auto const handed_over = b.step(delivery, "handed over damaged")
                            .follows(damaged).by(carrier).hands(machine, customer).id();
  auto const returned    = b.step(delivery, "returned")
                            .follows(damaged).by(carrier).hands(machine, supplier).id();
  auto const back        = b.step(delivery, "received back")
                            .follows(handed_over).by(customer)
                            .follows(returned).by(supplier).hands(machine, shop).id();
  b.tells(carrier, shop, damaged, 2h).tells(carrier, shop, lost, 2h);
  b.recovers_from(shop, carrier, damaged, within(48h)).recovers_from(shop, carrier, lost, within(48h));
  b.covers(carrier, shop, loss_of(machine), shipped(delivery), possession(machine));
  //! [events]

  //! [rules]
  b.on(damaged).owes(shop, replace(machine)).waits_for(back).presumes(held_by(customer, machine));
  b.on(cancel_requested).until(shipped(delivery)).owes(shop, accept);
  b.on(cancel_requested).between(shipped(delivery), possession(machine)).owes(shop, refuse);
  b.on(cancel_requested).since(possession(machine)).owes(shop, accept);
  //! [rules]

  report const r = validate(b.build().value());
  for (finding const& f : r) {
    auto const x = r.explain(f);
    std::cout << f.what->id << ", " << x.where << "\n    " << x.what << '\n';
  }
}
