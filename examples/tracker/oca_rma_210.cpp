// SPDX-License-Identifier: BSL-1.0
//
// https://github.com/OCA/rma/issues/210
// A return had to be received before anything else could follow, a replacement above all. Shops
// send one on a photograph of the breakage, and want nothing back.
#include "show.hpp"

using namespace tracker;

int main() {
  builder b{"glass table, delivered"};
  auto const customer = b.customer("customer");
  auto const shop = b.seller("shop");
  auto const carrier = b.subcontractor("carrier");
  auto const table = b.good("table");
  auto const delivery = b.service("delivery");
  b.product(table >> delivery).carries(delivery, table).can_do(shop, table, 0h);
  b.commits(shop, table, undamaged);
  b.commits(shop, delivery, within(72h));
  b.commits_to(carrier, shop, delivery, within(72h));
  b.reaches(customer, shop).reaches(shop, carrier);

  // It arrives in pieces. The carrier may fetch them; nobody has committed to that.
  auto const broken = b.fails(delivery, "arrives broken").hands(table, customer).id();
  auto const back =
      b.step(delivery, "received back").follows(broken).by(carrier).hands(table, shop).id();
  auto const m = b.build().value();

  replacement_terms const terms{.object = table, .received_back = back};
  auto const shipped = explore(m, gated_replacements{m, replacement_gate::wait, terms});
  show("As shipped: received first", shipped);

  // The flag that the thread asks for: no return is needed.
  auto const mended = explore(m, gated_replacements{m, replacement_gate::immediate, terms});
  show("Mended: on confirmation", mended);
  return outcome(traps_her_until(shipped, back, 5), mended.is_clean());
}
