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
  builder b{"lens, by courier"};
  b.customer("photographer");
  auto const shop = b.seller("shop");
  auto const lens = b.good("lens");
  auto const delivery = b.service("delivery");
  b.product(lens >> delivery);
  b.carries(delivery, lens).can_do(shop, lens, 0h).can_do(shop, delivery, 48h);
  auto const missing = b.fails(delivery, "missing").id();
  b.tells(shop, "photographer", missing, 24h);
  b.on(cancel_requested).owes(shop, accept);

  auto const sold_out = b.step(delivery, "sold out").follows(missing).by(shop).id();
  //! [as-sold]

  if (!mended) {
    //! [rules]
    b.on(missing).owes(shop, replace(lens)).within(72h);
    b.on(missing).owes(shop, refund).within(72h);
    //! [rules]
  } else {
    //! [mended]
    b.on(missing).until(sold_out).owes(shop, replace(lens)).within(72h);
    b.on(missing).since(sold_out).owes(shop, refund).within(72h);
    //! [mended]
  }
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
