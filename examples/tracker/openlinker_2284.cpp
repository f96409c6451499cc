// SPDX-License-Identifier: BSL-1.0
//
// https://github.com/openlinker-project/openlinker/issues/2284
// https://github.com/openlinker-project/openlinker/issues/1170
// Orders of a marketplace are passed on to the shop that sends the goods. An order cancelled at the
// marketplace was created in the shop all the same, and sent. The other way, nobody told the
// marketplace, nor the customer there, that the shop had cancelled.
#include "show.hpp"

using namespace tracker;

namespace {

model sold(bool mended) {
  builder b{"headphones from a marketplace"};
  auto const customer = b.customer("customer");
  auto const trader = b.seller("trader");
  auto const market = b.subcontractor("marketplace"), shop = b.subcontractor("shop");
  auto const phones = b.good("headphones");
  auto const delivery = b.service("delivery");
  b.product(phones >> delivery).carries(delivery, phones).can_do(trader, phones, 0h);
  b.commits(trader, phones, undamaged);
  b.commits(trader, delivery, within(72h));
  b.commits_to(shop, trader, delivery, within(72h));
  b.ends_contract_with(shop, trader, {kept, cancelled, refunded}, 4h);
  b.reaches(customer, market).reaches(market, trader).reaches(trader, shop);
  b.bears(trader, loss_of(phones), ordered, possession(phones));
  b.covers(shop, trader, loss_of(phones), shipped(delivery), possession(phones));
  b.on(cancel_requested).owes(trader, accept);

  auto const cancelled_there =
      b.step(delivery, "cancelled at the marketplace").follows(ordered).by(market).id();
  b.on(cancelled_there).owes(shop, act("sends nothing"));
  auto const cancelled_here = b.fails(delivery, "cancelled by the shop").follows(ordered).id();
  b.on(cancelled_here).owes(trader, refund);
  b.recovers_from(trader, shop, cancelled_here, within(72h));
  if (mended) {
    b.tells(market, shop, cancelled_there, 1h);  // before it creates the order
    b.tells(shop, market, cancelled_here, 1h).tells(market, customer, cancelled_here, 2h);
    b.tells(shop, trader, cancelled_here, 1h);
  }
  return b.build().value();
}

}  // namespace

int main() {
  auto const shipped = validate(sold(false)), mended = validate(sold(true));
  show("As shipped", shipped);
  show("Mended: each tells the other", mended);
  auto const is_found =
      shipped.count(gaps::uninformed_party) >= 1 && shipped.count(gaps::silent_failure) == 1;
  return outcome(is_found, mended.empty() && explore(sold(true)).is_clean());
}
