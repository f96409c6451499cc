// SPDX-License-Identifier: BSL-1.0
//
// The washing machine, delivered and installed: as it was sold, and mended.
#pragma once

#include "lupaus/model/builder/builder.hpp"

#include <chrono>

namespace flagship {

using namespace lupaus;
using namespace std::chrono_literals;

enum class variant { as_sold, as_sold_with_return_term, mended };

/// Says the whole promise to a builder. Handles stay valid for the model that it builds.
struct washing_machine {
  builder b{"washing machine, delivered and installed"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  party_id website = b.department("website");
  party_id carrier = b.subcontractor("carrier"), installer = b.subcontractor("installer"),
           supplier = b.subcontractor("supplier");
  part_id machine = b.good("machine"), delivery = b.service("delivery"),
          installation = b.service("installation");
  event_id damaged, lost, returned, back;

  explicit washing_machine(variant v = variant::as_sold) {
    b.product(machine >> delivery >> installation);
    b.carries(delivery, machine).can_do(shop, machine, 0h);
    damaged = b.fails(delivery, "damaged").id();
    lost = b.fails(delivery, "lost").id();
    auto const handed =
        b.step(delivery, "handed over damaged").follows(damaged).hands(machine, customer).id();
    returned =
        b.step(delivery, "returned").follows(damaged).by(carrier).hands(machine, supplier).id();
    back = b.step(delivery, "received back")
               .follows(handed)
               .by(customer)
               .follows(returned)
               .by(supplier)
               .hands(machine, shop)
               .id();

    b.claims(website, delivery, within(48h));
    b.claims(website, installation, within(24h).after(completed(delivery)));
    b.implies(website, b.whole(), single_contact);
    b.implies(website, b.whole(), informed_within(2h));
    b.commits(shop, machine, undamaged);
    b.commits_to(carrier, shop, delivery, within(48h));
    b.commits_to(installer, shop, installation, within(24h).after(completed(delivery)));
    b.recovers_from(shop, carrier, damaged, within(48h))
        .recovers_from(shop, carrier, lost, within(48h));
    b.ends_contract_with(carrier, shop, {kept, cancelled, refunded}, 4h)
        .ends_contract_with(installer, shop, {kept, cancelled, refunded}, 4h);
    b.bears(shop, loss_of(machine), ordered, possession(machine));
    b.covers(carrier, shop, loss_of(machine), shipped(delivery), possession(machine));
    b.reaches(customer, shop).reaches(customer, carrier).reaches(customer, installer);
    b.reaches(shop, carrier).tells(carrier, shop, shipped(delivery), 2h);
    b.tells(carrier, shop, completed(delivery), 2h);
    v == variant::mended ? mend() : sell_as_it_was(v);
  }

 private:
  void sell_as_it_was(variant v) {
    b.answers(carrier, delivery).answers(installer, installation);
    b.tells(carrier, shop, damaged, 2h).tells(carrier, shop, lost, 2h);
    b.on(damaged).owes(shop, replace(machine)).waits_for(back).presumes(held_by(customer, machine));
    b.on(cancel_requested).until(shipped(delivery)).owes(shop, accept);
    b.on(cancel_requested).between(shipped(delivery), possession(machine)).owes(shop, refuse);
    b.on(cancel_requested).since(possession(machine)).owes(shop, accept);
    if (v == variant::as_sold_with_return_term)
      b.commits_to(carrier, shop, delivery, within(120h).after(damaged)).brings_about(back);
  }

  void mend() {
    b.commits(shop, delivery, within(48h));
    b.commits(shop, installation, within(24h).after(completed(delivery)));
    b.commits(shop, b.whole(), {single_contact, informed_within(2h), recovered_within(48h)});
    b.claims(website, b.whole(), recovered_within(48h));
    b.tells(carrier, shop, damaged, 1h).tells(carrier, shop, lost, 1h);
    b.tells_of_any_change(shop, installer, b.whole(), 2h);
    b.coordinates(shop, delivery, installation);
    b.on(reported(damaged)).owes(shop, replace(machine));
    b.on(reported(lost)).owes(shop, replace(machine));
    b.on(cancel_requested).until(possession(machine)).owes(shop, accept);
    b.on(cancel_requested).since(possession(machine)).owes(shop, accept);
  }
};

}  // namespace flagship
