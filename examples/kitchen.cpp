// SPDX-License-Identifier: BSL-1.0
//
// A kitchen: cabinets by one carrier and a fitter, and within it a promise of its own, a dishwasher
// delivered and connected by other firms. A promise nested in a promise is one product to her: the
// kitchen's seller answers for all of it, and for every place where two firms meet.
//
// Exits with 0 when the nested promise is sound in the kitchen and unsound without it.
#include "lupaus/check/analysis/schedule.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/model/responsibility_matrix.hpp"
#include "lupaus/model/terms/time_text.hpp"
#include "lupaus/promise.hpp"
#include "lupaus/report/text.hpp"
#include "lupaus/validate.hpp"

#include <chrono>
#include <iostream>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

// clang-format off
//! [named-types]
inline constexpr struct customer_  : customer<customer_>              {} customer;
inline constexpr struct shop_      : seller<shop_, "kitchen shop">    {} shop;
inline constexpr struct catalogue_ : department<catalogue_>           {} catalogue;
inline constexpr struct van_       : subcontractor<van_, "Van & Co">  {} van;
inline constexpr struct haulier_   : subcontractor<haulier_>          {} haulier;
inline constexpr struct plumber_   : subcontractor<plumber_>          {} plumber;
inline constexpr struct fitter_    : subcontractor<fitter_>           {} fitter;

inline constexpr struct appliance_        : composite<appliance_, "dishwasher, connected"> {} appliance;
inline constexpr struct dishwasher_       : good<dishwasher_>          {} dishwasher;
inline constexpr struct van_delivery_     : service<van_delivery_>     {} van_delivery;
inline constexpr struct connection_       : service<connection_>       {} connection;
inline constexpr struct cabinets_         : good<cabinets_>            {} cabinets;
inline constexpr struct cabinet_delivery_ : service<cabinet_delivery_> {} cabinet_delivery;
inline constexpr struct fitting_          : service<fitting_>          {} fitting;

inline constexpr struct dented_ : failure_of<dented_, van_delivery_>     {} dented;
inline constexpr struct missing_door_
    : failure_of<missing_door_, cabinet_delivery_>                       {} missing_door;
//! [named-types]

//! [nested]
// The dishwasher as its own department sells it.
constexpr auto dishwasher_connected = promise(appliance,
    dishwasher >> van_delivery >> connection,

    marketing (catalogue.claims(van_delivery, within(5 * 24h).after(completed(dishwasher))),
               catalogue.claims(connection,   within(48h).after(completed(van_delivery)))),
    fulfilment(shop.has_in_stock(dishwasher),
               shop.commits(van_delivery, within(5 * 24h).after(completed(dishwasher))),
               shop.commits(connection,   within(48h).after(completed(van_delivery))),
               shop.coordinates(van_delivery, connection),
               on(reported(dented)).owes(shop, replace(dishwasher))),
    subcontracts(van    .commits_to(shop, van_delivery, within(3 * 24h)),
                 plumber.commits_to(shop, connection,   within(48h).after(completed(van_delivery))),
                 van_delivery.carries(dishwasher),
                 van.tells(shop, completed(van_delivery), 2h), van.tells(shop, dented, 2h),
                 van.covers(shop, loss_of(dishwasher)).between(shipped(van_delivery), possession(dishwasher)),
                 shop.recovers_from(van, dented, within(3 * 24h)),
                 van.ends_contract_with(shop, kept, cancelled, refunded).within(4h),
                 plumber.ends_contract_with(shop, kept, cancelled, refunded).within(4h)),
    may_happen(dented));
//! [nested]

//! [kitchen]
static constexpr auto kitchen = promise("kitchen, fitted, with a dishwasher connected",
    4 * cabinets >> cabinet_delivery >> fitting >> dishwasher_connected,

    marketing (catalogue.claims (fitting, within(10 * 24h).after(completed(cabinet_delivery))),
               catalogue.implies(whole,   single_contact),
               catalogue.implies(whole,   informed_within(4h))),
    fulfilment(shop.has_in_stock(cabinets),
               shop.commits(cabinet_delivery, within(7 * 24h)),
               shop.commits(fitting,          within(10 * 24h).after(completed(cabinet_delivery))),
               shop.commits(whole,            single_contact, informed_within(4h)),
               shop.coordinates(cabinet_delivery, fitting),
               shop.coordinates(fitting, van_delivery),
               shop.tells_of_any_change(fitter,  whole, 4h),
               shop.tells_of_any_change(plumber, whole, 4h),
               shop.tells_of_any_change(van,     whole, 4h),
               on(reported(missing_door)).owes(shop, replace(cabinets, 1)).within(24h),
               on(cancel_requested).owes(shop, accept)),
    subcontracts(haulier.commits_to(shop, cabinet_delivery, within(7 * 24h)),
                 fitter .commits_to(shop, fitting, within(10 * 24h).after(completed(cabinet_delivery))),
                 cabinet_delivery.carries(cabinets),
                 haulier.tells(shop, completed(cabinet_delivery), 2h),
                 haulier.tells(shop, missing_door, 2h), fitter.tells(shop, completed(fitting), 2h),
                 haulier.covers(shop, loss_of(cabinets)).between(shipped(cabinet_delivery), possession(cabinets)),
                 shop.recovers_from(haulier, missing_door, within(7 * 24h)),
                 haulier.ends_contract_with(shop, kept, cancelled, refunded).within(4h),
                 fitter .ends_contract_with(shop, kept, cancelled, refunded).within(4h),
                 customer.reaches(shop)),
    may_happen(missing_door));

static_assert(require_sound<kitchen>);
//! [kitchen]

//! [queries]
// Queries are constant expressions too: the critical path at contracted times, and who performs.
static_assert(schedule{view_of<kitchen>}.critical_path() ==
              known_time::of({(7 + 10 + 3 + 2) * one_day, {}}));
static_assert(responsibility_for(view_of<kitchen>, whole, &quality_of<one_contact>).committed);
//! [queries]
// clang-format on

// The dishwasher alone, sold by somebody who names a customer and nothing else: she has no exit,
// and is not told that it is dented.
static constexpr auto alone =
    promise("dishwasher alone", dishwasher_connected, fulfilment(customer.reaches(shop)));
static_assert(!sound<alone>);

}  // namespace

int main() {
  std::cout << to_text(validate(view_of<kitchen>)) << '\n';

  auto const& m = view_of<kitchen>;
  schedule const times{m};
  std::cout << "Critical path: " << in_words(times.critical_path().length) << ", ending with "
            << name_of(m, times.last()) << "\n\n";
  for (auto p : m.parts.ids())
    if (is_leaf(m.parts[p]))
      std::cout << "  " << name_of(m, p) << ": from " << in_words(times[p].begins.length) << " to "
                << in_words(times[p].ends.length) << ", slack " << in_words(times[p].slack) << '\n';

  auto const without = validate(view_of<alone>);
  std::cout << "\nThe dishwasher alone:\n" << to_lines(without);
  return without.is_sound() ? 1 : 0;
}
