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
  builder b{"wedding album"};
  b.customer("couple");
  auto const studio = b.seller("studio");
  auto const retoucher = b.subcontractor("retoucher");
  auto const layout = b.service("layout");
  auto const retouching = b.service("retouching");
  b.product(all_of(layout, retouching));
  b.ends_contract_with(retoucher, studio, {kept, cancelled, refunded}, 4h);
  b.tells(studio, retoucher, completed(layout), 1h);
  b.tells(retoucher, studio, completed(retouching), 1h);
  b.on(cancel_requested).owes(studio, accept);

  // The retoucher works on the pictures that the layout needs ...
  b.commits_to(retoucher, studio, retouching, within(120h).after(completed(layout)));
  // ... and the studio lays out the pictures that are retouched.
  b.can_do(studio, layout, 48h);
  if (!mended) b.commits(studio, layout, within(48h).after(completed(retouching)));
  //! [as-sold]

  //! [mended]
  if (mended) b.commits(studio, layout, within(96h));
  //! [mended]
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
