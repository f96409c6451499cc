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
  builder b{"vegetable box, delivered"};
  b.customer("customer");
  auto const farm = b.seller("farm");
  auto const website = b.department("website");
  auto const picking = b.service("picking");
  auto const delivery = b.service("delivery");
  b.product(picking >> delivery);
  b.can_do(farm, picking, 12h);
  b.can_do(farm, delivery, 20h);
  b.on(cancel_requested).owes(farm, accept);

  if (!mended) b.says(website, delivery, "farm fresh");
  //! [as-sold]

  //! [mended]
  if (mended) {
    auto const fresh = within(24h).after(completed(picking));
    b.claims(website, delivery, fresh, "farm fresh");
    b.commits(farm, delivery, fresh);
  }
  //! [mended]
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
