// SPDX-License-Identifier: BSL-1.0
//
// https://github.com/odoo/odoo/issues/3674
// A sale could not be cancelled once its goods had left, not even after all of them had come back;
// and it could still be invoiced. What was asked is whether a transfer was ever done, not where the
// goods are.
#include "show.hpp"

using namespace tracker;

int main() {
  builder b{"cupboard, delivered"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const carrier = b.subcontractor("carrier");
  auto const cupboard = b.good("cupboard");
  auto const delivery = b.service("delivery");
  b.product(cupboard >> delivery).carries(delivery, cupboard).can_do(shop, cupboard, 0h);
  b.commits_to(carrier, shop, delivery, within(96h));
  // Nobody is at home: the carrier brings it back, and has committed to do so.
  auto const away = b.fails(delivery, "nobody at home").id();
  auto const back =
      b.step(delivery, "received back").follows(away).by(carrier).hands(cupboard, shop).id();
  b.commits_to(carrier, shop, delivery, within(72h).after(away)).brings_about(back);
  auto const m = b.build().value();

  auto const as_shipped = [&](circumstances const& c) {
    if (c.on != occasion::cancellation) return decision::refuses();
    return c.last(delivery) ? decision::refuses() : decision::accepts();  // it has left once
  };
  auto const mended = [&](circumstances const& c) {
    if (c.on != occasion::cancellation) return decision::refuses();
    return c.holder(cupboard) == shop ? decision::accepts() : decision::waits_for(back);
  };
  explore_options options;
  options.invariants = {{"what is back can be cancelled", [&](order_view const& o) {
                           return o.holder(cupboard) != shop || o.cancellation() != reply::refused;
                         }}};
  auto const story = explore(m, as_shipped, options), proof = explore(m, mended, options);
  show("As shipped", story);
  show("Mended: where are the goods?", proof);
  auto const& broken = story.violations;
  auto const is_found = story.trapped > 0 && broken.size() == 1 && broken[0].moves.size() == 5 &&
                        broken[0].moves[3].event == back &&
                        broken[0].moves[4].on == occasion::cancellation;
  return outcome(is_found, proof.is_clean());
}
