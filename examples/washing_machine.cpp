// SPDX-License-Identifier: BSL-1.0
//
// The washing machine: a woman buys one thing, a machine delivered and installed, fast. The shop
// thinks that it sold three, and answers for one. Here is that offer as it was sold, the same with
// a term for the return of damaged goods, and mended: first by the builder, as a shop's backend
// would read it from data, then as types, which the compiler refuses unless somebody answers. Then
// its rules are driven through every failure: as sold, the stories of how she is trapped; mended,
// the proof that she is not.
//
// Exits with 0 when all come out as they should, and alike in both forms.
#include "lupaus/check/gaps.hpp"
#include "lupaus/explore.hpp"
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/promise.hpp"
#include "lupaus/report/story.hpp"
#include "lupaus/report/text.hpp"
#include "lupaus/validate.hpp"

#include <chrono>
#include <iostream>
#include <string_view>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

enum class version { as_sold, as_sold_with_return_term, mended };

// clang-format off
//! [parties-and-parts]
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
  b.can_do(shop, machine, 0h);                        // in stock
  //! [parties-and-parts]

  //! [what-may-happen]
  auto const damaged     = b.fails(delivery, "damaged").id();
  auto const lost        = b.fails(delivery, "lost").id();
  auto const handed_over = b.step(delivery, "handed over damaged")
                            .follows(damaged).by(carrier).hands(machine, customer).id();
  auto const returned    = b.step(delivery, "returned")
                            .follows(damaged).by(carrier).hands(machine, supplier).id();
  auto const back        = b.step(delivery, "received back")
                            .follows(handed_over).by(customer)
                            .follows(returned).by(supplier).hands(machine, shop).id();
  //! [what-may-happen]

  //! [marketing]
  b.claims (website, delivery,     within(48h));
  b.claims (website, installation, within(24h).after(completed(delivery)));
  b.implies(website, b.whole(),    single_contact);
  b.implies(website, b.whole(),    informed_within(2h));
  //! [marketing]

  //! [delivery]
  b.commits_to(carrier, shop, delivery, within(48h));
  b.commits_to(installer, shop, installation, within(24h).after(completed(delivery)));
  b.recovers_from(shop, carrier, damaged, within(48h)).recovers_from(shop, carrier, lost, within(48h));
  b.ends_contract_with(carrier, shop, {kept, cancelled, refunded}, 4h).ends_contract_with(installer, shop, {kept, cancelled, refunded}, 4h);
  b.bears(shop, loss_of(machine), ordered, possession(machine));
  b.covers(carrier, shop, loss_of(machine), shipped(delivery), possession(machine));
  b.tells(carrier, shop, shipped(delivery), 2h).tells(carrier, shop, completed(delivery), 2h);
  auto const report_within = v == version::mended ? 1h : 2h;
  b.tells(carrier, shop, damaged, report_within).tells(carrier, shop, lost, report_within);
  if (v == version::as_sold_with_return_term)
    b.commits_to(carrier, shop, delivery, within(120h).after(damaged)).brings_about(back);

  b.reaches(customer, shop).reaches(customer, carrier).reaches(customer, installer);
  b.reaches(shop, carrier);
  //! [delivery]

  //! [fulfilment]
  b.commits(shop, machine, undamaged);
  b.on(cancel_requested).since(possession(machine)).owes(shop, accept);

  if (v != version::mended) {
    b.answers(carrier, delivery).answers(installer, installation);   // so the shop's terms
    b.on(damaged).owes(shop, replace(machine)).waits_for(back).presumes(held_by(customer, machine));
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
  b.tells_of_any_change(shop, installer, b.whole(), 2h);
  b.on(reported(damaged)).owes(shop, replace(machine));   // the return is the carrier's problem
  b.on(reported(lost)).owes(shop, replace(machine));
  b.on(cancel_requested).until(possession(machine)).owes(shop, accept);
  return b.build().value();
  //! [mended]
}
// clang-format on

// ---- the same as types: a promise that nobody answers for does not compile ---------------------

namespace shop_floor {

// clang-format off
//! [named-types]
inline constexpr struct customer_  : customer<customer_>       {} customer;
inline constexpr struct shop_      : seller<shop_>             {} shop;
inline constexpr struct website_   : department<website_>      {} website;
inline constexpr struct carrier_   : subcontractor<carrier_>   {} carrier;
inline constexpr struct installer_ : subcontractor<installer_> {} installer;
inline constexpr struct supplier_  : subcontractor<supplier_>  {} supplier;

inline constexpr struct machine_      : good<machine_>         {} machine;
inline constexpr struct delivery_     : service<delivery_>     {} delivery;
inline constexpr struct installation_ : service<installation_> {} installation;

inline constexpr struct damaged_       : failure_of<damaged_, delivery_>    {} damaged;
inline constexpr struct lost_          : failure_of<lost_, delivery_>       {} lost;
inline constexpr struct handed_over_damaged_ : step_of<handed_over_damaged_, delivery_> {} handed_over;
inline constexpr struct returned_      : step_of<returned_, delivery_>      {} returned;
inline constexpr struct received_back_ : step_of<received_back_, delivery_> {} received_back;
//! [named-types]

//! [common]
constexpr auto title = "washing machine, delivered and installed";
constexpr auto product = machine >> delivery >> installation;   // the one thing that she buys

constexpr auto life = may_happen(
    damaged, lost,
    handed_over  .follows(damaged).by(carrier).hands(machine, customer),
    returned     .follows(damaged).by(carrier).hands(machine, supplier),
    received_back.follows(handed_over).by(customer).follows(returned).by(supplier).hands(machine, shop));

constexpr auto contracts = subcontracts(
    carrier  .commits_to(shop, delivery,     within(48h)),
    installer.commits_to(shop, installation, within(24h).after(completed(delivery))),
    delivery .carries(machine),
    shop.recovers_from(carrier, damaged, within(48h)), shop.recovers_from(carrier, lost, within(48h)),
    carrier.ends_contract_with(shop, kept, cancelled, refunded).within(4h), installer.ends_contract_with(shop, kept, cancelled, refunded).within(4h),
    shop.bears(loss_of(machine)).between(ordered, possession(machine)),
    carrier.covers(shop, loss_of(machine)).between(shipped(delivery), possession(machine)),
    carrier.tells(shop, shipped(delivery), 2h), carrier.tells(shop, completed(delivery), 2h),
    customer.reaches(shop), customer.reaches(carrier), customer.reaches(installer), shop.reaches(carrier));
//! [common]

//! [as-sold]
static constexpr auto as_sold = promise(title, product,
    marketing (website.claims (delivery,     within(48h)),                     // what the page says
               website.claims (installation, within(24h).after(completed(delivery))),
               website.implies(whole,        single_contact),                  // and lets her understand
               website.implies(whole,        informed_within(2h))),

    fulfilment(shop.commits(machine, undamaged), shop.has_in_stock(machine),   // what the shop takes on
               carrier.answers(delivery), installer.answers(installation),     // and what it disclaims
               on(damaged).owes(shop, replace(machine)).waits_for(received_back)
                          .presumes(held_by(customer, machine)),
               on(cancel_requested).until(shipped(delivery)).owes(shop, accept),
               on(cancel_requested).between(shipped(delivery), possession(machine)).owes(shop, refuse),
               on(cancel_requested).since(possession(machine)).owes(shop, accept)),

    contracts, subcontracts(carrier.tells(shop, damaged, 2h), carrier.tells(shop, lost, 2h)), life);

static_assert(!sound<as_sold>);
//! [as-sold]

static constexpr auto as_sold_with_return_term = promise(title, product,
    marketing (website.claims (delivery,     within(48h)),
               website.claims (installation, within(24h).after(completed(delivery))),
               website.implies(whole,        single_contact),
               website.implies(whole,        informed_within(2h))),
    fulfilment(shop.commits(machine, undamaged), shop.has_in_stock(machine),
               carrier.answers(delivery), installer.answers(installation),
               on(damaged).owes(shop, replace(machine)).waits_for(received_back)
                          .presumes(held_by(customer, machine)),
               on(cancel_requested).until(shipped(delivery)).owes(shop, accept),
               on(cancel_requested).between(shipped(delivery), possession(machine)).owes(shop, refuse),
               on(cancel_requested).since(possession(machine)).owes(shop, accept)),
    contracts, subcontracts(carrier.tells(shop, damaged, 2h), carrier.tells(shop, lost, 2h),
               carrier.commits_to(shop, delivery, within(120h).after(damaged)).brings_about(received_back)),
    life);

//! [mended-as-a-type]
static constexpr auto mended = promise(title, product,
    marketing (website.claims (delivery,     within(48h)),
               website.claims (installation, within(24h).after(completed(delivery))),
               website.implies(whole,        single_contact),
               website.implies(whole,        informed_within(2h)),
               website.claims (whole,        recovered_within(48h))),

    fulfilment(shop.commits(machine,      undamaged), shop.has_in_stock(machine),
               shop.commits(delivery,     within(48h)),
               shop.commits(installation, within(24h).after(completed(delivery))),
               shop.commits(whole,        single_contact, informed_within(2h), recovered_within(48h)),
               shop.coordinates(delivery, installation),
               shop.tells_of_any_change(installer, whole, 2h),
               on(reported(damaged)).owes(shop, replace(machine)),
               on(reported(lost))   .owes(shop, replace(machine)),
               on(cancel_requested).until(possession(machine)).owes(shop, accept),
               on(cancel_requested).since(possession(machine)).owes(shop, accept)),

    contracts, subcontracts(carrier.tells(shop, damaged, 1h), carrier.tells(shop, lost, 1h)), life);

static_assert(require_sound<mended>);
//! [mended-as-a-type]
// clang-format on

}  // namespace shop_floor

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

  //! [validate-the-types]
  std::cout << "\n\nTHE SAME AS TYPES\n\n";
  auto const same = [](std::string_view name, report const& as_type, report const& as_built) {
    auto const equal = to_text(as_type) == to_text(as_built);
    std::cout << name << ": " << as_type.size() << " findings, "
              << (equal ? "word for word those of the builder's form\n"
                        : "NOT those of the builder\n");
    return equal;
  };
  auto const equal = same("as sold", validate(view_of<shop_floor::as_sold>), as_sold) &&
                     same("with the return term",
                          validate(view_of<shop_floor::as_sold_with_return_term>), with_return) &&
                     same("mended", validate(view_of<shop_floor::mended>), mended);
  //! [validate-the-types]

  //! [explore]
  std::cout << "\n\nAS SOLD, EXPLORED\n\n";
  auto const traps = explore(washing_machine(version::as_sold), {.failures = 2});
  std::cout << to_text(traps);

  std::cout << "\n\nMENDED, EXPLORED\n\n";
  auto const proof = explore(washing_machine(version::mended), {.failures = 3});
  std::cout << to_text(proof);
  //! [explore]

  auto const as_expected = as_sold.size() == 11 && with_return.size() == 11 &&
                           with_return.count(gaps::late_remedy) == 1 && mended.empty() && equal &&
                           traps.stories.size() == 2 && proof.is_clean();
  return as_expected ? 0 : 1;
}
