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
  builder b{"jacket, sent"};
  auto const buyer = b.customer("buyer");
  auto const shop = b.seller("shop");
  auto const jacket = b.good("jacket");
  auto const delivery = b.service("delivery");
  b.product(jacket >> delivery);
  b.carries(delivery, jacket);
  b.can_do(shop, jacket, 0h).can_do(shop, delivery, 48h);
  b.reaches(buyer, shop);
  b.claims(shop, b.whole(), cancel_until(30 * 24h));
  b.commits(shop, b.whole(), cancel_until(30 * 24h));
  b.on(cancel_requested).until(possession(jacket)).owes(shop, accept);
  b.on(cancel_requested).since(possession(jacket)).owes(shop, mended ? accept : refuse);
  //! [as-sold]
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
