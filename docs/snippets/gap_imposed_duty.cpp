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
  builder b{"evening at the theatre"};
  b.customer("guest");
  auto const theatre = b.seller("theatre");
  auto const office = b.subcontractor("ticket office");
  auto const evening = b.service("performance");
  b.product(evening);
  b.can_do(theatre, evening, 3h);

  b.tells(theatre, office, cancel_requested, 24h);
  if (!mended) b.on(cancel_requested).owes(office, refund);
  //! [as-sold]

  //! [mended]
  if (mended) b.on(cancel_requested).owes(theatre, refund);
  //! [mended]
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
