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
  builder b{"carpet, laid"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const layer = b.subcontractor("layer");
  auto const laying = b.service("laying");
  b.product(laying);
  b.commits_to(layer, shop, laying, within(120h));
  b.ends_contract_with(layer, shop, {kept, cancelled, refunded}, 4h);
  b.on(cancel_requested).owes(shop, accept);

  b.commits(shop, laying, within(120h));
  b.commits(shop, b.whole(), single_contact);
  if (!mended) b.commits(layer, laying, within(120h));  // in the layer's letter of welcome
  //! [as-sold]
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
