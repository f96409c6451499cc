// SPDX-License-Identifier: BSL-1.0
//
// She may cancel for a month, says the page; the rule refuses it once she has the machine.
// error: the_rules_keep_what_is_promised<.*shop_>
// error: no rule breaks what is claimed or committed to the customer
// error: To mend: `on\(cancel_requested\).since\(event\).owes\(seller, accept\)`
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise(
    "machine, delivered", machine >> delivery, marketing(website.claims(whole, cancel_until(720h))),
    fulfilment(customer.reaches(shop), shop.commits(whole, cancel_until(720h)),
               shop.has_in_stock(machine), shop.can_do(delivery, 24h), delivery.carries(machine),
               on(cancel_requested).until(possession(machine)).owes(shop, accept),
#ifdef MENDED
               on(cancel_requested).since(possession(machine)).owes(shop, accept)));
#else
               on(cancel_requested).since(possession(machine)).owes(shop, refuse)));
#endif

static_assert(require_sound<p>);

}  // namespace shop_floor
