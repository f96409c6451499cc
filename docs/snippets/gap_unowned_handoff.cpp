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
  builder b{"dishwasher, delivered and installed"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const carrier = b.subcontractor("carrier");
  auto const installer = b.subcontractor("installer");
  auto const delivery = b.service("delivery");
  auto const installation = b.service("installation");
  b.product(delivery >> installation);
  b.commits_to(carrier, shop, delivery, within(48h));
  b.commits_to(installer, shop, installation, within(24h).after(completed(delivery)));
  b.ends_contract_with(carrier, shop, {kept, cancelled, refunded}, 4h)
      .ends_contract_with(installer, shop, {kept, cancelled, refunded}, 4h);
  b.tells(carrier, shop, completed(delivery), 2h);
  b.on(cancel_requested).owes(shop, accept);
  //! [as-sold]

  //! [mended]
  if (mended) b.coordinates(shop, delivery, installation);
  //! [mended]
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
