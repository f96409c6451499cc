// SPDX-License-Identifier: BSL-1.0
//
// The passing of time in a promise written as a type, against what the builder makes of the same
// words.
#include "promise/agree.hpp"
#include "promise/shop.hpp"

#include <algorithm>
#include <chrono>

namespace shop_floor {
namespace {

using namespace std::chrono_literals;

static constexpr auto timed =
    promise("machine, delivered", machine >> delivery, basis,
            fulfilment(on(not_by(completed(delivery), 720h)).owes(shop, refund),
                       on(cancel_requested)
                           .since(not_by(kept, 240h))
                           .until(passed(336h, possession(machine)))
                           .owes(shop, accept),
                       on(not_by(completed(delivery), 720h)).owes(shop, replace(machine)),
                       shop.tells(customer, not_by(shipped(delivery), business_days{3}), 24h)),
            subcontracts(carrier.commits_to(shop, delivery, within(48h)).given(passed(1h))));

inline constexpr struct set_ : composite<set_, "set"> {
} set;
static constexpr auto inner =
    promise(set, machine >> delivery, basis,
            fulfilment(on(cancel_requested).since(not_by(kept, 240h)).owes(shop, refuse)));
static constexpr auto outer = promise("set, installed", inner >> installation, basis);

std::size_t time_outs_of_the_order(model_view const& m) {
  return static_cast<std::size_t>(std::count_if(
      m.events.begin(), m.events.end(),
      [](event const& e) { return e.kind == event_kind::timed_out && e.of == lupaus::whole; }));
}

inline constexpr struct leaks_ : failure_of<leaks_, machine_> {
} leaks;
inline constexpr auto two_years = passed(17'520h, possession(machine));
static constexpr auto warranted =
    promise("machine, delivered", machine >> delivery, basis,
            may_happen(leaks.until(two_years).follows(completed(delivery)).by(carrier)),
            fulfilment(on(leaks).until(two_years).owes(shop, repair(machine)), severable(machine)));

BOOST_AUTO_TEST_SUITE(time_outs)

BOOST_AUTO_TEST_CASE(say_what_the_builder_says) {
  small b;
  b.subcontractor("carrier");
  auto const delivery = part_id{2}, machine = part_id{1};
  auto const late = b.not_by(lupaus::completed(delivery), 720h);
  b.on(late).owes("shop", refund);
  b.on(cancel_requested)
      .since(b.not_by(kept, 240h))
      .until(b.passed(336h, lupaus::possession(machine)))
      .owes("shop", accept);
  b.on(late).owes("shop", lupaus::replace(machine));
  b.tells("shop", "customer", b.not_by(lupaus::shipped(delivery), business_days{3}), 24h);
  b.commits_to("carrier", "shop", delivery, within(48h)).given(b.passed(1h));
  BOOST_TEST(agree<timed>(b));
}

BOOST_AUTO_TEST_CASE(of_a_promise_within_are_of_the_one_order) {
  BOOST_TEST(time_outs_of_the_order(view_of<outer>) == 1U);
}

BOOST_AUTO_TEST_CASE(end_failures) {
  small b;
  b.subcontractor("carrier");
  auto const delivery = part_id{2}, machine = part_id{1};
  auto const leaks = b.fails(machine, "leaks").follows(lupaus::completed(delivery)).by("carrier");
  auto const two_years = b.passed(17'520h, lupaus::possession(machine));
  step_clause{leaks}.until(two_years);
  b.on(leaks).until(two_years).owes("shop", lupaus::repair(machine));
  b.severable(machine);
  BOOST_TEST(agree<warranted>(b));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace shop_floor
