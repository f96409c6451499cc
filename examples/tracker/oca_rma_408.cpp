// SPDX-License-Identifier: BSL-1.0
//
// https://github.com/OCA/rma/issues/408 (and https://github.com/OCA/rma/pull/412)
// The delivery of a replacement was created only once the faulty goods had been received. A shop
// that drives itself swaps them at the door: the van that brings the one takes the other back. So
// each waits for the other, until the delivery is created when the return is confirmed.
#include "show.hpp"

using namespace tracker;

int main() {
  builder b{"fridge, delivered"};
  auto const customer = b.customer("customer");
  auto const shop = b.seller("shop");
  auto const van = b.department("van");
  auto const fridge = b.good("fridge");
  auto const delivery = b.service("delivery");
  b.product(fridge >> delivery).carries(delivery, fridge);
  b.can_do(shop, fridge, 0h).can_do(van, delivery, 48h);
  b.commits(shop, fridge, undamaged);
  b.commits(shop, delivery, within(48h));
  b.reaches(customer, shop);

  // The van takes the faulty fridge with it when it has delivered one that works.
  auto const faulty = b.fails(delivery, "arrives faulty").hands(fridge, customer).id();
  auto const back =
      b.step(delivery, "received back").follows(faulty).by(van).hands(fridge, shop).id();
  b.commits_to(van, shop, delivery, within(0h).after(completed(delivery))).brings_about(back);
  auto const m = b.build().value();

  replacement_terms const terms{.object = fridge, .received_back = back};
  auto const shipped = explore(m, gated_replacements{m, replacement_gate::wait, terms});
  show("As shipped: the delivery is created on receipt", shipped);
  auto const mended = explore(m, gated_replacements{m, replacement_gate::immediate, terms});
  show("Mended: it is created on confirmation", mended);
  return outcome(traps_her_until(shipped, back, 5), mended.is_clean());
}
