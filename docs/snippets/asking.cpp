// SPDX-License-Identifier: BSL-1.0
// clang-format off
//! [includes]
#include <lupaus/check/analysis/schedule.hpp>
#include <lupaus/model/responsibility_matrix.hpp>
#include <lupaus/model/element_text.hpp>
#include <lupaus/promise.hpp>
//! [includes]

#include <chrono>
#include <iostream>
#include <string_view>

namespace shop_floor {
using namespace lupaus;
using namespace std::chrono_literals;

inline constexpr struct customer_  : customer<customer_>       {} customer;
inline constexpr struct shop_      : seller<shop_>             {} shop;
inline constexpr struct website_   : department<website_>      {} website;
inline constexpr struct carrier_   : subcontractor<carrier_>   {} carrier;
inline constexpr struct plumber_   : subcontractor<plumber_>   {} plumber;
inline constexpr struct machine_   : good<machine_>            {} machine;
inline constexpr struct delivery_  : service<delivery_>        {} delivery;
inline constexpr struct tap_       : service<tap_, "new tap">  {} tap;
inline constexpr struct connection_ : service<connection_>     {} connection;

//! [promise]
static constexpr auto offer = promise("machine, connected to a new tap",
    all_of(machine >> delivery, tap) >> connection,
    marketing   (website.claims(delivery, within(48h)), website.claims(connection, within(96h))),
    fulfilment  (shop.has_in_stock(machine), customer.reaches(shop),
                 shop.commits(delivery, within(48h)), shop.commits(connection, within(96h)),
                 shop.coordinates(delivery, connection), shop.coordinates(tap, connection),
                 on(cancel_requested).owes(shop, accept)),
    subcontracts(carrier.commits_to(shop, delivery,   within(48h)),
                 plumber.commits_to(shop, tap,        within(24h)),
                 plumber.commits_to(shop, connection, within(24h).after(completed(delivery))),
                 carrier.tells(shop, completed(delivery), 1h)));
//! [promise]
static_assert(require_sound<offer>);

//! [requires]
template <auto const& P>
  requires sound<P>
constexpr std::string_view on_sale() { return P.title(); }

static_assert(on_sale<offer>() == "machine, connected to a new tap");
//! [requires]

//! [schedule]
constexpr auto const& m = view_of<offer>;
constexpr auto part_called = [](std::string_view name) {
  for (auto p : m.parts.ids())
    if (m.parts[p].name == name) return p;
  return part_id{};
};

static_assert(schedule{m}.critical_path() == known_time::of({72h / 1s, {}}));
static_assert(schedule{m}.last() == part_called("connection"));
static_assert(schedule{m}[part_called("delivery")].is_critical);
static_assert(schedule{m}[part_called("new tap")].slack == 24h / 1s);
//! [schedule]

//! [responsibility]
constexpr auto row = responsibility_for(m, part_called("delivery"), &quality_of<deadline>);
static_assert(row.claimed && row.committed && row.subcontracted);
static_assert(row.claimed.strongest->limit == row.committed.strongest->limit);

static_assert(m.parties[answerable_for(m, part_called("delivery"))].name == "shop");
static_assert(m.parties[m.parts[part_called("delivery")].performer].name == "carrier");
//! [responsibility]
}  // namespace shop_floor

int main() {
  //! [run]
  using namespace shop_floor;
  schedule const times{m};
  for (auto p : m.parts.ids())
    if (is_leaf(m.parts[p]))
      std::cout << name_of(m, p) << ": from " << in_words(times[p].begins.length) << " to "
                << in_words(times[p].ends.length) << ", slack " << in_words(times[p].slack) << '\n';
  //! [run]
}
