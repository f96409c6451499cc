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
  builder b{"hotel room, two nights"};
  b.customer("guest");
  auto const hotel = b.seller("hotel");
  auto const portal = b.subcontractor("booking portal");
  auto const stay = b.service("stay");
  b.product(stay);
  b.can_do(hotel, stay, 48h);
  b.commits(hotel, stay, cancel_until(started(stay)));
  b.on(cancel_requested).owes(hotel, accept);

  b.claims(portal, stay, cancel_until(started(stay)), "free cancellation");
  //! [as-sold]

  //! [mended]
  if (mended) b.has_mandate(portal);
  //! [mended]
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
