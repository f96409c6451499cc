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
  b.product(lamp >> delivery).carries(delivery, lamp).can_do("shop", lamp, 0h);
  b.fails(delivery, "lost");

  b.claims("website", delivery, within(48h));  // what the page says
  b.commits("shop", lamp, undamaged);          // what the shop's terms take on
  b.on(cancel_requested).until(shipped(delivery)).owes("shop", accept);
  b.commits_to("carrier", "shop", delivery, within(48h));  // what will be done
  b.covers("carrier", "shop", loss_of(lamp), shipped(delivery), possession(lamp));
  b.ends_contract_with("carrier", "shop", {kept, cancelled, refunded});

  std::cout << to_text(validate(b.build().value()));
}
