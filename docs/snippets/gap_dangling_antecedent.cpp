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
  builder b{"window blinds, made to measure"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const surveyor = b.subcontractor("surveyor");
  auto const maker = b.subcontractor("maker");
  auto const blinds = b.service("making of the blinds");
  b.product(blinds);
  auto const measured = b.step(blinds, "windows measured").by(surveyor).id();
  b.commits_to(maker, shop, blinds, within(240h).after(measured)).given(measured);
  b.tells(surveyor, maker, measured, 24h);
  b.ends_contract_with(maker, shop, {kept, cancelled, refunded}, 4h);
  b.on(cancel_requested).owes(shop, accept);
  //! [as-sold]

  //! [mended]
  if (mended) {
    b.commits_to(surveyor, shop, blinds, within(72h)).brings_about(measured);
    b.ends_contract_with(surveyor, shop, {kept, cancelled, refunded}, 4h);
  }
  //! [mended]
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
