// SPDX-License-Identifier: BSL-1.0
#include <lupaus/model/builder/builder.hpp>
#include <lupaus/report/text.hpp>
#include <lupaus/validate.hpp>

#include <chrono>
#include <iostream>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

model offer(bool mended) {
  //! [as-sold]
  builder b{"lamp, delivered"};
  auto const customer = b.customer("customer");
  auto const shop = b.seller("shop");
  auto const carrier = b.subcontractor("carrier");
  auto const lamp = b.good("lamp");
  auto const delivery = b.service("delivery");
  b.product(lamp >> delivery);
  b.carries(delivery, lamp);
  b.can_do(shop, lamp, 0h);
  b.commits_to(carrier, shop, delivery, within(48h));
  b.ends_contract_with(carrier, shop, {kept, cancelled, refunded}, 4h);
  b.covers(carrier, shop, loss_of(lamp));
  b.on(cancel_requested).owes(shop, accept);

  auto const damaged = b.fails(delivery, "damaged").id();
  auto const handed_over =
      b.step(delivery, "handed over damaged").follows(damaged).hands(lamp, customer).id();
  b.tells(carrier, shop, damaged, 2h).tells(shop, customer, damaged, 4h);
  b.tells(carrier, shop, handed_over, 2h);
  b.recovers_from(shop, carrier, damaged, within(48h));

  if (!mended) b.on(damaged).owes(shop, replace(lamp)).presumes(held_by(customer, lamp));
  //! [as-sold]

  //! [mended]
  if (mended) {
    b.on(handed_over).owes(shop, replace(lamp)).presumes(held_by(customer, lamp));
    b.on(damaged).until(possession(lamp)).owes(shop, replace(lamp));
    b.tells(carrier, shop, possession(lamp), 2h);
  }
  //! [mended]
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
