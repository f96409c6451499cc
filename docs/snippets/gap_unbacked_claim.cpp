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
  builder b{"bicycle repair"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const website = b.department("website");
  auto const repair = b.service("repair");
  b.can_do(shop, repair, 4h);
  b.on(cancel_requested).owes(shop, accept);

  b.claims(website, repair, within(24h));
  //! [as-sold]

  //! [mended]
  if (mended) b.commits(shop, repair, within(24h));
  //! [mended]
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
