// SPDX-License-Identifier: BSL-1.0
//
// https://github.com/medusajs/medusa/issues/5457
// Once the payment was captured an order could not be cancelled; nor after a refund, so that it
// stayed open for ever, with all that hung on it. Many a law lets the customer cancel later.
#include "show.hpp"

using namespace tracker;

namespace {

model sold(bool mended) {
  builder b{"teapot, delivered"};
  auto const customer = b.customer("customer");
  auto const shop = b.seller("shop");
  auto const warehouse = b.subcontractor("warehouse");
  auto const payment = b.service("payment"), delivery = b.service("delivery");
  auto const teapot = b.good("teapot");
  b.product(payment >> teapot >> delivery).carries(delivery, teapot);
  b.can_do(shop, teapot, 0h).can_do(shop, payment, 0h);  // captured as she orders
  b.commits(shop, delivery, within(72h));
  b.commits_to(warehouse, shop, delivery, within(72h));
  b.commits(shop, teapot, undamaged);
  b.reaches(customer, shop);
  b.reaches(shop, warehouse);
  b.bears(shop, loss_of(teapot), ordered, possession(teapot));
  b.covers(warehouse, shop, loss_of(teapot), shipped(delivery), possession(teapot));

  auto const missing = b.fails(delivery, "not on the shelf").follows(ordered).id();
  b.recovers_from(shop, warehouse, missing, within(72h));
  b.tells(warehouse, shop, missing, 24h).tells(shop, customer, missing, 24h);
  if (mended) {
    b.on(missing).owes(shop, refund);
    b.on(cancel_requested).owes(shop, accept);
    b.ends_contract_with(warehouse, shop, {kept, cancelled, refunded}, 4h);
  } else {
    b.on(missing).owes(shop, act("looks for another one"));
    b.on(cancel_requested).until(completed(payment)).owes(shop, accept);
    b.on(cancel_requested).since(completed(payment)).owes(shop, refuse);
    b.ends_contract_with(warehouse, shop, {kept, cancelled}, 4h);
  }
  return b.build().value();
}

}  // namespace

int main() {
  auto const shipped = validate(sold(false)), mended = validate(sold(true));
  auto const story = explore(sold(false)), proof = explore(sold(true));
  show("As shipped", shipped);
  show("As shipped", story);
  show("Mended", mended);
  show("Mended", proof);
  auto const is_found = shipped.count(gaps::no_exit) == 1 && story.trapped > 0 &&
                        shipped.count(gaps::uncovered_failure) == 1 &&
                        shipped.count(gaps::surviving_subcontract) == 1 && shipped.size() == 3;
  return outcome(is_found, mended.empty() && proof.is_clean());
}
