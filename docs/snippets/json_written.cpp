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
  b.carries("delivery", "lamp").able("shop", "lamp", 0h);
  auto const lost = b.fails("delivery", "lost").id();
  auto const back = b.step("delivery", "back").after(lost).by("carrier").hands("lamp", "shop").id();
  b.capability("ladder");
  b.claims("website", "delivery", {within(48h), at(place::doorstep)}, "fast and near");
  b.implies("website", b.whole(), {single_contact, cancel_until(possession("lamp"))});
  b.commits("shop", "lamp", {undamaged, priced_at({4'900, "EUR"})});
  b.subcontract("carrier", "delivery", within(business_days{2, 1}));
  b.subcontract("fitter", "mounting", in_window(8h, 12h)).rests_on("ladder");
  b.provides("fitter", "ladder").recourse_against("carrier", lost, within(48h));
  b.ends("carrier", {kept, cancelled});
  b.on(reported(lost))
      .owes("shop", replace("lamp", 1))
      .after(back)
      .within(24h)
      .presumes(held_by("carrier", "lamp"));
  b.notice("carrier", "shop", lost, 2h).notice_of_any_change("shop", "fitter", b.whole(), 3h);
  b.coordinates("shop", "delivery", "mounting").channel("customer", "shop");
  b.must_coordinate_parties("carrier", "fitter");
  b.bears_risk("shop", "lamp", ordered, possession("lamp"));
  std::cout << write_model(b.build().value());
  //! [builder]
}
