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
  builder b{"holiday flat, one week"};
  b.customer("guest");
  auto const host = b.seller("host");
  auto const cleaner = b.subcontractor("cleaner");
  auto const stay = b.service("stay");
  auto const cleaning = b.service("cleaning");
  b.product(stay >> cleaning);
  b.can_do(host, stay, 168h);
  b.commits_to(cleaner, host, cleaning, within(4h).after(completed(stay)));
  b.tells(host, cleaner, completed(stay), 1h);
  b.on(cancel_requested).owes(host, accept);

  b.ends_contract_with(cleaner, host, {kept}, 4h);
  //! [as-sold]

  //! [mended]
  if (mended) b.ends_contract_with(cleaner, host, {cancelled, refunded}, 4h);
  //! [mended]
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
