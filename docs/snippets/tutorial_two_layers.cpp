// SPDX-License-Identifier: BSL-1.0
//! [includes]
#include <lupaus/model/builder/builder.hpp>
#include <lupaus/report/text.hpp>
#include <lupaus/validate.hpp>

#include <chrono>
#include <iostream>

using namespace lupaus;
using namespace std::chrono_literals;
//! [includes]

// clang-format off
int main() {
  //! [parties]
  builder b{"washing machine, delivered and installed"};

  auto const customer  = b.customer("customer");
  auto const shop      = b.seller("shop");
  auto const website   = b.department("website");
  auto const carrier   = b.subcontractor("carrier");
  auto const installer = b.subcontractor("installer");
  //! [parties]

  //! [parts]
  auto const machine      = b.good("machine");
  auto const delivery     = b.service("delivery");
  auto const installation = b.service("installation");
  b.product(machine >> delivery >> installation);
  b.carries(delivery, machine);
  b.can_do(shop, machine, 0h);   // in stock
  //! [parts]

  //! [marketing]
  b.claims (website, delivery,     within(48h));
  b.claims (website, installation, within(24h).after(completed(delivery)));
  b.implies(website, b.whole(),    single_contact);
  b.implies(website, b.whole(),    informed_within(2h));
  //! [marketing]

  //! [subcontracts]
  b.commits_to(carrier, shop, delivery, within(48h));
  b.commits_to(installer, shop, installation, within(24h).after(completed(delivery)));
  b.tells(carrier, shop, completed(delivery), 2h);
  b.covers(carrier, shop, loss_of(machine), shipped(delivery), possession(machine));
  b.ends_contract_with(carrier, shop, {kept, cancelled, refunded}, 4h).ends_contract_with(installer, shop, {kept, cancelled, refunded}, 4h);

  b.reaches(customer, shop).reaches(customer, carrier).reaches(customer, installer);
  b.reaches(shop, carrier);
  //! [subcontracts]

  //! [print]
  report const r = validate(b.build().value());
  std::cout << matrix_text(r.model()) << '\n';
  for (finding const& f : r) {
    auto const x = r.explain(f);
    std::cout << f.what->id << ", " << x.where << "\n    " << x.what << '\n';
  }
  //! [print]
}
