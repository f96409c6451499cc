// SPDX-License-Identifier: BSL-1.0
#include <lupaus/model/builder/builder.hpp>
#include <lupaus/report/text.hpp>
#include <lupaus/validate.hpp>

#include <chrono>
#include <iostream>

int main() {
  using namespace lupaus;
  using namespace std::chrono_literals;
  builder b{"lamp, delivered"};
  b.customer("customer"), b.seller("shop"), b.department("website"), b.subcontractor("carrier");
  auto const lamp = b.good("lamp"), delivery = b.service("delivery");
  b.product(lamp >> delivery);

  b.claims("website", delivery, within(48h));  // what the page says
  b.commits("shop", lamp, undamaged);          // what the shop takes on
  b.can_do("shop", lamp, 0h);                  // in stock
  b.on(cancel_requested).owes("shop", accept);
  b.reaches("customer", "shop");
  b.commits_to("carrier", "shop", delivery, within(48h));  // what the carrier owes the shop
  b.ends_contract_with("carrier", "shop", {kept, cancelled, refunded}, 4h);

  std::cout << to_text(validate(b.build().value()));
}
