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
  builder b{"birthday cake, brought"};
  auto const customer = b.customer("customer");
  auto const bakery = b.seller("bakery");
  auto const courier = b.subcontractor("courier");
  auto const cake = b.good("cake");
  auto const delivery = b.service("delivery");
  b.product(cake >> delivery);
  b.carries(delivery, cake);
  b.can_do(bakery, cake, 24h);
  b.commits_to(courier, bakery, delivery, within(4h).after(completed(cake)));
  b.tells(bakery, courier, completed(cake), 1h);
  b.ends_contract_with(courier, bakery, {kept, cancelled, refunded}, 4h);
  b.covers(courier, bakery, loss_of(cake));
  b.on(cancel_requested).owes(bakery, accept);

  auto const dropped = b.fails(delivery, "dropped").id();
  b.tells(courier, bakery, dropped, 1h).tells(bakery, customer, dropped, 1h);
  if (!mended) b.on(dropped).owes(courier, refund).within(48h);
  //! [as-sold]

  //! [mended]
  if (mended) {
    b.on(dropped).owes(bakery, refund).within(48h);
    b.recovers_from(bakery, courier, dropped, within(48h));
  }
  //! [mended]
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
