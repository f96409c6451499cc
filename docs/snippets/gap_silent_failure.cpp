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
  auto const delivery = b.service("delivery");
  b.commits_to(carrier, shop, delivery, within(48h));
  b.ends_contract_with(carrier, shop, {kept, cancelled, refunded}, 4h);
  b.on(cancel_requested).owes(shop, accept);

  auto const lost = b.fails(delivery, "lost").id();
  b.recovers_from(shop, carrier, lost, within(72h));
  b.on(lost).owes(shop, refund).within(72h);
  b.tells(carrier, shop, lost, 2h);
  //! [as-sold]

  //! [mended]
  if (mended) b.tells(shop, customer, lost, 4h);
  //! [mended]
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
