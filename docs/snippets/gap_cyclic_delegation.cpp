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
  builder b{"piano, moved upstairs"};
  b.customer("customer");
  auto const shop = b.seller("piano house");
  auto const mover = b.subcontractor("mover");
  auto const crew = b.subcontractor("stair crew");
  auto const carrying = b.service("carrying");
  b.product(carrying);
  b.commits(shop, carrying, within(120h));
  b.commits_to(mover, shop, carrying, within(120h));
  b.commits(crew, carrying, within(120h)).to(mover);
  b.ends_contract_with(mover, shop, {kept, cancelled, refunded}, 4h);
  b.ends_contract_with(crew, mover, {kept, cancelled, refunded}, 4h);
  b.on(cancel_requested).owes(shop, accept);

  if (!mended) {  // 'heavy pieces: by arrangement with the mover'
    b.commits(mover, carrying, within(120h)).to(crew);
    b.ends_contract_with(mover, crew, {kept, cancelled, refunded}, 4h);
  }
  //! [as-sold]
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
