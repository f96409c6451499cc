// SPDX-License-Identifier: BSL-1.0
#include <lupaus/model/builder/builder.hpp>
#include <lupaus/report/text.hpp>
#include <lupaus/validate.hpp>

#include <chrono>
#include <iostream>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

enum class terms { silent, at_her_risk, mended };

model offer(terms say) {
  //! [as-sold]
  builder b{"antique mirror, sent"};
  auto const customer = b.customer("customer");
  auto const dealer = b.seller("dealer");
  auto const carrier = b.subcontractor("carrier");
  auto const mirror = b.good("mirror");
  auto const delivery = b.service("delivery");
  b.product(mirror >> delivery);
  b.carries(delivery, mirror);
  b.can_do(dealer, mirror, 0h);
  b.commits_to(carrier, dealer, delivery, within(48h));
  b.ends_contract_with(carrier, dealer, {kept, cancelled, refunded}, 4h);
  b.on(cancel_requested).owes(dealer, accept);
  //! [as-sold]

  //! [at-her-risk]
  if (say == terms::at_her_risk)  // 'sent at the risk of the buyer'
    b.bears(customer, loss_of(mirror), shipped(delivery));
  //! [at-her-risk]

  //! [mended]
  if (say == terms::mended)
    b.covers(carrier, dealer, loss_of(mirror), shipped(delivery), possession(mirror));
  //! [mended]
  return b.build().value();
}

}  // namespace

int main() {
  text_options const findings_only{.with_matrix = false};
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(terms::silent)), findings_only);
  std::cout << "\nAT HER RISK\n\n" << to_text(validate(offer(terms::at_her_risk)), findings_only);
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(terms::mended)), findings_only);
}
