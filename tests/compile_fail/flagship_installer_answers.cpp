// SPDX-License-Identifier: BSL-1.0
//
// The mended washing machine, and one line more: the installer answers for the installation.
// error: the_seller_answers_for<.*installation_>
// error: make another party answer to the customer
// error: To mend: take out `party.answers\(part\)`
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct damaged_ : failure_of<damaged_, delivery_> {
} damaged;
inline constexpr struct lost_ : failure_of<lost_, delivery_> {
} lost;

constexpr auto life =
    may_happen(damaged, lost, handed_over.follows(damaged).by(carrier).hands(machine, customer),
               returned.follows(damaged).by(carrier).hands(machine, supplier),
               received_back.follows(handed_over)
                   .by(customer)
                   .follows(returned)
                   .by(supplier)
                   .hands(machine, shop));

constexpr auto contracts = subcontracts(
    carrier.commits_to(shop, delivery, within(48h)),
    installer.commits_to(shop, installation, within(24h).after(completed(delivery))),
    delivery.carries(machine), carrier.tells(shop, completed(delivery), 2h),
    carrier.tells(shop, damaged, 1h), carrier.tells(shop, lost, 1h), customer.reaches(shop),
    customer.reaches(carrier), customer.reaches(installer), shop.reaches(carrier));

static constexpr auto mended = promise(
    "washing machine, delivered and installed", machine >> delivery >> installation,
    marketing(website.claims(delivery, within(48h)),
              website.claims(installation, within(24h).after(completed(delivery))),
              website.implies(whole, single_contact), website.implies(whole, informed_within(2h)),
              website.claims(whole, recovered_within(48h))),
    fulfilment(shop.commits(machine, undamaged), shop.has_in_stock(machine),
               shop.commits(delivery, within(48h)),
               shop.commits(installation, within(24h).after(completed(delivery))),
               shop.commits(whole, single_contact, informed_within(2h), recovered_within(48h)),
               shop.coordinates(delivery, installation),
               shop.tells_of_any_change(installer, whole, 2h),
               on(reported(damaged)).owes(shop, replace(machine)),
               on(reported(lost)).owes(shop, replace(machine)),
               on(cancel_requested).until(possession(machine)).owes(shop, accept),
               on(cancel_requested).since(possession(machine)).owes(shop, accept)),
#ifndef MENDED
    fulfilment(installer.answers(installation)),  // the one line too many
#endif
    contracts, life);

static_assert(require_sound<mended>);

}  // namespace shop_floor
