// SPDX-License-Identifier: BSL-1.0
//
// The washing machine: a woman buys one thing, a machine delivered and installed, fast. The shop
// thinks that it sold three, and answers for one. Here is that offer as it was sold, the same with
// a term for the return of damaged goods, and mended; each is validated and the report printed.
//
// Exits with 0 when the three come out as they should.
#include "lupaus/model/builder.hpp"
#include "lupaus/report/text.hpp"
#include "lupaus/validate.hpp"

#include <chrono>
#include <iostream>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

enum class version { as_sold, as_sold_with_return_term, mended };

// clang-format off
//! [parties and parts]
model washing_machine(version v) {
  builder b{"washing machine, delivered and installed"};

  auto const customer  = b.customer("customer");
  auto const shop      = b.seller("shop");
  auto const website   = b.department("website");
  auto const carrier   = b.subcontractor("carrier");
  auto const installer = b.subcontractor("installer");
  auto const supplier  = b.subcontractor("supplier");

  auto const machine      = b.good("machine");
  auto const delivery     = b.service("delivery");
  auto const installation = b.service("installation");
  b.product(machine >> delivery >> installation);   // the one thing that she buys
  b.carries(delivery, machine);
  b.able(shop, machine, 0h);                        // in stock
  //! [parties and parts]

  //! [what may happen]
  auto const damaged     = b.fails(delivery, "damaged").id();
  auto const lost        = b.fails(delivery, "lost").id();
  auto const handed_over = b.step(delivery, "handed over damaged")
                            .after(damaged).by(carrier).hands(machine, customer).id();
  auto const returned    = b.step(delivery, "returned")
                            .after(damaged).by(carrier).hands(machine, supplier).id();
  auto const back        = b.step(delivery, "received back")
                            .after(handed_over).by(customer)
                            .after(returned).by(supplier).hands(machine, shop).id();
  //! [what may happen]

  //! [marketing]
  b.claims (website, delivery,     within(48h));
  b.claims (website, installation, within(24h).after(completed(delivery)));
  b.implies(website, b.whole(),    single_contact);
  b.implies(website, b.whole(),    informed_within(2h));
  //! [marketing]

  //! [delivery]
  b.subcontract(carrier,   delivery,     within(48h));
  b.subcontract(installer, installation, within(24h).after(completed(delivery)));
  b.recourse_against(carrier, damaged, within(48h)).recourse_against(carrier, lost, within(48h));
  b.ends(carrier, {kept, cancelled, refunded}).ends(installer, {kept, cancelled, refunded});
  b.bears_risk(shop, machine, ordered, possession(machine));
  b.covers_loss(carrier, machine, shop, shipped(delivery), possession(machine));
  b.notice(carrier, shop, completed(delivery), 2h);
  auto const report_within = v == version::mended ? 1h : 2h;
  b.notice(carrier, shop, damaged, report_within).notice(carrier, shop, lost, report_within);
  if (v == version::as_sold_with_return_term)
    b.subcontract(carrier, delivery, within(120h).after(damaged)).brings_about(back);

  b.channel(customer, shop).channel(customer, carrier).channel(customer, installer);
  b.channel(shop, carrier);
  //! [delivery]

  //! [fulfilment]
  b.commits(shop, machine, undamaged);
  b.on(cancel_requested).since(possession(machine)).owes(shop, accept);

  if (v != version::mended) {
    b.answers(carrier, delivery).answers(installer, installation);   // so the shop's terms
    b.on(damaged).owes(shop, replace(machine)).after(back).presumes(held_by(customer, machine));
    b.on(cancel_requested).until(shipped(delivery)).owes(shop, accept);
    b.on(cancel_requested).between(shipped(delivery), possession(machine)).owes(shop, refuse);
    return b.build().value();
  }
  //! [fulfilment]

  //! [mended]
  b.commits(shop, delivery,     within(48h));
  b.commits(shop, installation, within(24h).after(completed(delivery)));
  b.commits(shop, b.whole(),    {single_contact, informed_within(2h), recovered_within(48h)});
  b.claims (website, b.whole(), recovered_within(48h));
  b.coordinates(shop, delivery, installation);
  b.notice_of_any_change(shop, installer, b.whole(), 2h);
  b.on(reported(damaged)).owes(shop, replace(machine));   // the return is the carrier's problem
  b.on(reported(lost)).owes(shop, replace(machine));
  b.on(cancel_requested).until(possession(machine)).owes(shop, accept);
  return b.build().value();
  //! [mended]
}
// clang-format on

}  // namespace

int main() {
  //! [validate]
  auto const as_sold = validate(washing_machine(version::as_sold));
  std::cout << "AS SOLD\n\n" << to_text(as_sold);
  //! [validate]

  auto const with_return = validate(washing_machine(version::as_sold_with_return_term));
  std::cout << "\n\nAS SOLD, WITH A TERM FOR THE RETURN OF DAMAGED GOODS\n\n"
            << to_lines(with_return);

  auto const mended = validate(washing_machine(version::mended));
  std::cout << "\n\nMENDED\n\n" << to_text(mended);

  auto const as_expected = as_sold.size() == 11 && with_return.size() == 11 &&
                           with_return.count(gaps::late_remedy) == 1 && mended.empty();
  return as_expected ? 0 : 1;
}
