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
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const carrier = b.subcontractor("carrier");
  auto const lamp = b.good("lamp");
  auto const delivery = b.service("delivery");
  b.product(lamp >> delivery);
  b.can_do(shop, lamp, 0h);
  b.commits_to(carrier, shop, delivery, within(48h));
  b.ends_contract_with(carrier, shop, {kept, cancelled, refunded}, 4h);
  b.on(cancel_requested).owes(shop, accept);

  b.claims(shop, delivery, within(48h));
  if (!mended) b.answers(carrier, delivery);  // "for the delivery, turn to the carrier"
  //! [as-sold]

  //! [mended]
  if (mended) b.commits(shop, delivery, within(48h));
  //! [mended]
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
