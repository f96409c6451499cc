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
  builder b{"vase, sent"};
  auto const customer = b.customer("customer");
  auto const pottery = b.seller("pottery");
  auto const carrier = b.subcontractor("carrier");
  auto const vase = b.good("vase");
  auto const delivery = b.service("delivery");
  b.product(vase >> delivery);
  b.carries(delivery, vase);
  b.can_do(pottery, vase, 0h);
  b.commits_to(carrier, pottery, delivery, within(48h));
  b.ends_contract_with(carrier, pottery, {kept, cancelled, refunded}, 4h);
  b.covers(carrier, pottery, loss_of(vase));
  b.on(cancel_requested).owes(pottery, accept);

  auto const broken = b.fails(delivery, "broken").id();
  b.tells(carrier, pottery, broken, 2h).tells(pottery, customer, broken, 4h);
  b.on(broken).owes(pottery, refund).within(72h);
  //! [as-sold]

  //! [mended]
  if (mended) b.recovers_from(pottery, carrier, broken, within(72h));
  //! [mended]
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
