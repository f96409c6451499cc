// SPDX-License-Identifier: BSL-1.0
#include <lupaus/model/builder/builder.hpp>
#include <lupaus/validator.hpp>

#include <chrono>
#include <iostream>
#include <string>
#include <vector>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

/// A lamp, delivered: claimed within two days, and owed within as many hours as the carrier says.
model lamp(int number, std::chrono::hours carried_within) {
  builder b{"lamp " + std::to_string(number) + ", delivered"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const carrier = b.subcontractor("carrier");
  auto const good = b.good("lamp"), delivery = b.service("delivery");
  b.product(good >> delivery).can_do(shop, good, 0h);
  b.claims(shop, delivery, within(48h));
  b.commits(shop, delivery, within(48h));
  b.commits_to(carrier, shop, delivery, within(carried_within));
  b.ends_contract_with(carrier, shop, {kept, cancelled, refunded}, 4h);
  b.on(cancel_requested).owes(shop, accept);
  return b.build().value();
}

}  // namespace

int main() {
  std::vector<model> catalogue;
  for (int i = 0; i < 1'000; ++i) catalogue.push_back(lamp(i, i % 400 == 7 ? 96h : 48h));

  //! [validator]
  validator v;
  for (auto const& m : catalogue)
    v(m.view(),
      [&](finding const& f) { std::cout << m->parts[whole].name << ": " << f.what->id << '\n'; });
  //! [validator]
}
