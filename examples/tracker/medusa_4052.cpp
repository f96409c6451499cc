// SPDX-License-Identifier: BSL-1.0
//
// https://github.com/medusajs/medusa/issues/4052
// A parcel was lost, a replacement was on its way; then the first parcel came back to the
// warehouse. It could be received only as a return, and a return only with a refund: the rule takes
// it for granted that whatever comes back was returned by a customer who had it.
#include "show.hpp"

using namespace tracker;

namespace {

model sold(bool mended) {
  builder b{"jumper, delivered"};
  auto const customer = b.customer("customer");
  auto const shop = b.seller("shop");
  auto const carrier = b.subcontractor("carrier");
  auto const jumper = b.good("jumper");
  auto const delivery = b.service("delivery");
  b.product(jumper >> delivery).carries(delivery, jumper).can_do(shop, jumper, 0h);
  b.commits(shop, jumper, undamaged);
  b.commits(shop, delivery, within(96h));
  b.commits_to(carrier, shop, delivery, within(96h));
  b.ends_contract_with(carrier, shop, {kept, cancelled, refunded}, 4h);
  b.reaches(customer, shop).reaches(shop, carrier);
  b.bears(shop, loss_of(jumper), ordered, possession(jumper));
  b.covers(carrier, shop, loss_of(jumper), shipped(delivery), possession(jumper));

  auto const lost = b.fails(delivery, "lost").id();
  auto const back =
      b.step(delivery, "comes back").follows(lost).by(carrier).hands(jumper, shop).id();
  b.recovers_from(shop, carrier, lost, within(96h));
  b.tells(carrier, shop, lost, 24h).tells(shop, customer, lost, 24h);
  b.on(reported(lost)).owes(shop, replace(jumper));  // the claim
  b.on(cancel_requested).owes(shop, accept);
  if (mended)
    b.on(back).owes(shop, act("takes it into stock"));
  else
    b.on(back).owes(shop, refund).presumes(happened(possession(jumper)));
  return b.build().value();
}

}  // namespace

int main() {
  auto const shipped = validate(sold(false)), mended = validate(sold(true));
  show("As shipped: received with a refund", shipped);
  show("Mended: received", mended);
  auto const is_found = shipped.size() == 1 && shipped.count(gaps::misapplied_rule) == 1;
  return outcome(is_found, mended.empty() && explore(sold(true)).is_clean());
}
