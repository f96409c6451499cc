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
  b.able(shop, machine, 0h);   // in stock
  //! [parts]

  //! [marketing]
  b.claims (website, delivery,     within(48h));
  b.claims (website, installation, within(24h).after(completed(delivery)));
  b.implies(website, b.whole(),    single_contact);
  b.implies(website, b.whole(),    informed_within(2h));
  //! [marketing]

  //! [subcontracts]
  b.subcontract(carrier,   delivery,     within(48h));
  b.subcontract(installer, installation, within(24h).after(completed(delivery)));
  b.notice(carrier, shop, completed(delivery), 2h);
  b.covers_loss(carrier, machine, shop, shipped(delivery), possession(machine));
  b.ends(carrier, {kept, cancelled, refunded}).ends(installer, {kept, cancelled, refunded});

  b.channel(customer, shop).channel(customer, carrier).channel(customer, installer);
  b.channel(shop, carrier);
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
