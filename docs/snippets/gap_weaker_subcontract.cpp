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
  builder b{"sofa, brought in"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const haulier = b.subcontractor("haulier");
  auto const driver = b.subcontractor("driver");
  auto const delivery = b.service("delivery");
  b.product(delivery);
  b.on(cancel_requested).owes(shop, accept);

  b.commits(shop, delivery, at(place::room_of_choice));
  b.commits_to(haulier, shop, delivery, at(place::room_of_choice));
  if (!mended) b.commits(driver, delivery, at(place::kerb)).to(haulier);
  b.ends_contract_with(haulier, shop, {kept, cancelled, refunded}, 4h);
  b.ends_contract_with(driver, haulier, {kept, cancelled, refunded}, 4h);
  //! [as-sold]

  //! [mended]
  if (mended) b.commits(driver, delivery, at(place::room_of_choice)).to(haulier);
  //! [mended]
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
