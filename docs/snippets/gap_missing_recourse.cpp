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
  b.able(pottery, vase, 0h);
  b.subcontract(carrier, delivery, within(48h));
  b.ends(carrier, {kept, cancelled, refunded});
  b.covers_loss(carrier, vase, pottery);
  b.on(cancel_requested).owes(pottery, accept);

  auto const broken = b.fails(delivery, "broken").id();
  b.notice(carrier, pottery, broken, 2h).notice(pottery, customer, broken, 4h);
  b.on(broken).owes(pottery, refund).within(72h);
  //! [as-sold]

  //! [mended]
  if (mended) b.recourse_against(carrier, broken, within(72h));
  //! [mended]
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
