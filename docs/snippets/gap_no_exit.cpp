// SPDX-License-Identifier: BSL-1.0
#include <lupaus/model/builder/builder.hpp>
#include <lupaus/report/text.hpp>
#include <lupaus/validate.hpp>

#include <chrono>
#include <iostream>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

enum class terms { silent, refusing, mended };

model offer(terms say) {
  //! [as-sold]
  builder b{"lamp, delivered"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const carrier = b.subcontractor("carrier");
  auto const lamp = b.good("lamp");
  auto const delivery = b.service("delivery");
  b.product(lamp >> delivery);
  b.carries(delivery, lamp);
  b.can_do(shop, lamp, 0h);
  b.commits_to(carrier, shop, delivery, within(48h));
  b.ends_contract_with(carrier, shop, {kept, cancelled, refunded}, 4h);
  b.covers(carrier, shop, loss_of(lamp));
  b.tells(carrier, shop, shipped(delivery), 2h);

  b.on(cancel_requested).until(shipped(delivery)).owes(shop, accept);
  //! [as-sold]

  //! [refusing]
  if (say == terms::refusing)
    b.on(cancel_requested).between(shipped(delivery), possession(lamp)).owes(shop, refuse);
  //! [refusing]

  //! [mended]
  if (say == terms::mended)
    b.on(cancel_requested).between(shipped(delivery), possession(lamp)).owes(shop, accept);
  //! [mended]
  return b.build().value();
}

}  // namespace

int main() {
  text_options const findings_only{.with_matrix = false};
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(terms::silent)), findings_only);
  std::cout << "\nWITH A REFUSING RULE\n\n"
            << to_text(validate(offer(terms::refusing)), findings_only);
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(terms::mended)), findings_only);
}
