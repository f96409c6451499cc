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
  builder b{"gas cooker, connected"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const fitter = b.subcontractor("fitter");
  auto const connection = b.service("connection");
  b.product(connection);
  b.capability("gas licence");
  b.commits_to(fitter, shop, connection, within(72h)).rests_on("gas licence");
  b.ends_contract_with(fitter, shop, {kept, cancelled, refunded}, 4h);
  b.on(cancel_requested).owes(shop, accept);
  //! [as-sold]

  //! [mended]
  if (mended) b.provides(fitter, "gas licence");
  //! [mended]
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
