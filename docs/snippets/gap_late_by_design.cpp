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
  builder b{"spectacles, to your eyes"};
  b.customer("customer");
  auto const optician = b.seller("optician");
  auto const lab = b.subcontractor("lens lab");
  auto const eye_test = b.service("eye test");
  auto const lenses = b.service("lenses");
  auto const fitting = b.service("fitting");
  b.product(eye_test >> lenses >> fitting);
  b.can_do(optician, eye_test, 24h);
  b.can_do(optician, fitting, 24h);
  b.ends_contract_with(lab, optician, {kept, cancelled, refunded}, 4h);
  b.tells(optician, lab, completed(eye_test), 1h);
  b.on(cancel_requested).owes(optician, accept);

  b.claims(optician, b.whole(), within(120h), "your glasses in five days");
  b.commits(optician, b.whole(), within(120h));
  if (!mended) b.commits_to(lab, optician, lenses, within(96h).after(completed(eye_test)));
  //! [as-sold]

  //! [mended]
  if (mended) b.commits_to(lab, optician, lenses, within(72h).after(completed(eye_test)));
  //! [mended]
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
