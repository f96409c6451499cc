// SPDX-License-Identifier: BSL-1.0
#include <lupaus/model/builder/builder.hpp>
#include <lupaus/report/text.hpp>
#include <lupaus/validate.hpp>

#include <chrono>
#include <iostream>

using namespace lupaus;
using namespace std::chrono_literals;

int main() {
  //! [offer]
  builder b{"lamp, delivered"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const carrier = b.subcontractor("carrier");
  auto const delivery = b.service("delivery");
  auto const lost = b.fails(delivery, "lost").id();
  b.commits_to(carrier, shop, delivery, within(48h));
  b.ends_contract_with(carrier, shop, {kept, cancelled, refunded}, 4h);
  b.recovers_from(shop, carrier, lost, within(48h));
  b.on(cancel_requested).owes(shop, accept);

  b.claims(shop, delivery, within(48h));
  b.answers(carrier, delivery);  // and the failure has no rule
  //! [offer]

  auto const show = [](report const& r) {
    for (finding const& f : r) {
      std::cout << f.what->id << ": " << r.explain(f).what << '\n';
      for (finding const& c : r.consequences(f))
        std::cout << "  hence " << c.what->id << ": " << r.explain(c).what << '\n';
    }
  };
  std::cout << "Both causes\n";
  show(validate(b.build().value()));

  //! [rule]
  b.commits(shop, delivery, recovered_within(48h));
  b.on(lost).owes(shop, refund).within(48h);
  //! [rule]
  std::cout << "\nWith a rule for the failure\n";
  show(validate(b.build().value()));
}
