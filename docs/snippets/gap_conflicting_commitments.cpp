// SPDX-License-Identifier: BSL-1.0
#include <lupaus/model/builder/builder.hpp>
#include <lupaus/report/text.hpp>
#include <lupaus/validate.hpp>

#include <chrono>
#include <iostream>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

enum class terms { two_windows, incentive, mended };

model offer(terms say) {
  //! [as-sold]
  builder b{"mattress, chosen with advice"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const adviser = b.department("adviser");
  auto const phone_desk = b.department("phone desk");
  auto const maker = b.subcontractor("maker");
  auto const advice = b.service("advice");
  auto const delivery = b.service("delivery");
  b.product(advice >> delivery);
  b.can_do(adviser, advice, 1h);
  b.can_do(shop, delivery, 48h);
  b.on(cancel_requested).owes(shop, accept);

  b.claims(shop, advice, fits_need, "we find the mattress for your back");
  b.commits(adviser, advice, fits_need);
  b.commits(shop, delivery, in_window(8h, 12h));
  if (say == terms::two_windows) b.commits(phone_desk, delivery, in_window(16h, 20h));
  //! [as-sold]

  //! [incentive]
  if (say == terms::incentive)  // a bonus for every mattress of the maker's
    b.commits(adviser, advice, advised).to(maker).overrides(fits_need);
  //! [incentive]

  //! [mended]
  if (say == terms::mended) b.commits(phone_desk, delivery, in_window(8h, 12h));
  //! [mended]
  return b.build().value();
}

}  // namespace

int main() {
  text_options const findings_only{.with_matrix = false};
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(terms::two_windows)), findings_only);
  std::cout << "\nWITH AN INCENTIVE\n\n"
            << to_text(validate(offer(terms::incentive)), findings_only);
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(terms::mended)), findings_only);
}
