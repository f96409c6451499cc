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
  builder b{"phone contract, with your old number"};
  b.customer("customer");
  auto const network = b.seller("network");
  auto const webshop = b.department("webshop");
  auto const activation = b.service("activation");
  auto const transfer = b.service("number transfer");
  b.product(activation >> transfer);
  b.can_do(network, activation, 2h);
  b.can_do(network, transfer, 24h);
  b.on(cancel_requested).owes(network, accept);

  b.claims(webshop, transfer, within(48h).after(completed(activation)), "your number in two days");
  if (!mended) b.commits(network, transfer, within(120h).after(completed(activation)));
  //! [as-sold]

  //! [mended]
  if (mended) b.commits(network, transfer, within(48h).after(completed(activation)));
  //! [mended]
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
