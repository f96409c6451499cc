// SPDX-License-Identifier: BSL-1.0
#include <lupaus/io/writer/write_json.hpp>
#include <lupaus/model/builder/builder.hpp>

#include <chrono>
#include <iostream>

using namespace lupaus;
using namespace std::chrono_literals;

int main() {
  //! [builder]
  builder b{"two lamps, delivered and mounted"};
  b.identity("L-2", "2026-11");
  b.customer("customer");
  b.seller("shop");
  b.department("website");
  b.subcontractor("carrier");
  b.subcontractor("fitter");
  b.good("lamp", 2);
  b.service("delivery");
  b.service("mounting");
  b.product(part_ref{"lamp"} >> part_ref{"delivery"} >> part_ref{"mounting"});
  b.carries("delivery", "lamp").can_do("shop", "lamp", 0h);
  auto const lost = b.fails("delivery", "lost").id();
  auto const back =
      b.step("delivery", "back").follows(lost).by("carrier").hands("lamp", "shop").id();
  b.capability("ladder");
  b.claims("website", "delivery", {within(48h), at(place::doorstep)}, "fast and near");
  b.implies("website", b.whole(), {single_contact, cancel_until(possession("lamp"))});
  b.commits("shop", "lamp", {undamaged, priced_at({4'900, "EUR"})});
  b.commits_to("carrier", "shop", "delivery", within(business_days{2, 1}));
  b.commits_to("fitter", "shop", "mounting", in_window(8h, 12h)).rests_on("ladder");
  b.provides("fitter", "ladder").recovers_from("shop", "carrier", lost, within(48h));
  b.ends_contract_with("carrier", "shop", {kept, cancelled}, 4h);
  b.on(reported(lost))
      .owes("shop", replace("lamp", 1))
      .waits_for(back)
      .within(24h)
      .presumes(held_by("carrier", "lamp"));
  b.on(b.not_by(completed("delivery"), 720h)).owes("shop", refund);
  b.tells("carrier", "shop", lost, 2h).tells_of_any_change("shop", "fitter", b.whole(), 3h);
  b.coordinates("shop", "delivery", "mounting").reaches("customer", "shop");
  b.must_coordinate_parties("carrier", "fitter").sees("fitter", lost);
  b.bears("shop", loss_of("lamp"), ordered, possession("lamp"));
  std::cout << write_model(b.build().value());
  //! [builder]
}
