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
  builder b{"glass with a name on it"};
  b.customer("customer");
  auto const shop = b.seller("gift shop");
  auto const engraver = b.subcontractor("engraver");
  auto const glass = b.good("glass");
  auto const engraving = b.service("engraving");
  b.product(glass >> engraving);
  b.can_do(shop, glass, 0h);
  b.performs(engraver, engraving);
  b.coordinates(shop, glass, engraving);
  b.on(cancel_requested).owes(shop, accept);
  b.commits(shop, engraving, within(72h));
  //! [as-sold]

  //! [mended]
  if (mended) {
    b.commits_to(engraver, shop, engraving, within(48h));
    b.ends_contract_with(engraver, shop, {kept, cancelled, refunded}, 4h);
  }
  //! [mended]
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
