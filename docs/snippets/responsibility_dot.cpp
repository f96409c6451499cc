// SPDX-License-Identifier: BSL-1.0
//! [program]
#include <lupaus/builder.hpp>
#include <lupaus/report.hpp>
#include <lupaus/validate.hpp>

#include <chrono>
#include <iostream>

int main() {
  using namespace lupaus;
  using namespace std::chrono_literals;

  builder b{"lamp, delivered"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const website = b.department("website");
  auto const carrier = b.subcontractor("carrier");
  auto const lamp = b.good("lamp");
  auto const delivery = b.service("delivery");
  b.product(lamp >> delivery);
  b.can_do(shop, lamp, 0h);
  b.claims(website, delivery, within(48h));
  b.commits(shop, lamp, undamaged);
  b.commits_to(carrier, shop, delivery, within(48h));
  b.ends_contract_with(carrier, shop, {kept, cancelled, refunded}, 4h);
  b.on(cancel_requested).owes(shop, accept);

  write_dot(std::cout, validate(b.build().value()));
}
//! [program]
