// SPDX-License-Identifier: BSL-1.0
// clang-format off
#include <lupaus/promise.hpp>
#include <lupaus/validate.hpp>

#include <chrono>
#include <iostream>
#include <type_traits>

namespace shop_floor {
using namespace lupaus;
using namespace std::chrono_literals;

inline constexpr struct customer_  : customer<customer_>       {} customer;
inline constexpr struct shop_      : seller<shop_>             {} shop;
inline constexpr struct website_   : department<website_>      {} website;
inline constexpr struct carrier_   : subcontractor<carrier_>   {} carrier;
inline constexpr struct installer_ : subcontractor<installer_> {} installer;
inline constexpr struct supplier_  : subcontractor<supplier_>  {} supplier;

inline constexpr struct machine_      : good<machine_>         {} machine;
inline constexpr struct delivery_     : service<delivery_>     {} delivery;
inline constexpr struct installation_ : service<installation_> {} installation;

//! [events]
inline constexpr struct damaged_       : failure_of<damaged_, delivery_>    {} damaged;
inline constexpr struct lost_          : failure_of<lost_, delivery_>       {} lost;
inline constexpr struct handed_over_damaged_ : step_of<handed_over_damaged_, delivery_> {} handed_over;
inline constexpr struct returned_      : step_of<returned_, delivery_>      {} returned;
inline constexpr struct received_back_ : step_of<received_back_, delivery_> {} received_back;
//! [events]

constexpr auto title = "washing machine, delivered and installed";
constexpr auto product = machine >> delivery >> installation;

constexpr auto says = marketing(
    website.claims (delivery,     within(48h)),
    website.claims (installation, within(24h).after(completed(delivery))),
    website.implies(whole,        single_contact),
    website.implies(whole,        informed_within(2h)),
    website.claims (whole,        recovered_within(48h)));
constexpr auto will_do = subcontracts(
    carrier  .commits_to(shop, delivery,     within(48h)),
    installer.commits_to(shop, installation, within(24h).after(completed(delivery))),
    delivery .carries(machine),
    carrier.tells(shop, shipped(delivery), 2h), carrier.tells(shop, completed(delivery), 2h),
    carrier.tells(shop, damaged, 1h), carrier.tells(shop, lost, 1h),
    shop.recovers_from(carrier, damaged, within(48h)), shop.recovers_from(carrier, lost, within(48h)),
    carrier  .covers(shop, loss_of(machine)).between(shipped(delivery), possession(machine)),
    carrier  .ends_contract_with(shop, kept, cancelled, refunded).within(4h),
    installer.ends_contract_with(shop, kept, cancelled, refunded).within(4h),
    customer.reaches(shop), customer.reaches(carrier), customer.reaches(installer), shop.reaches(carrier));
//! [life]
constexpr auto life = may_happen(
    damaged, lost,
    handed_over  .follows(damaged).by(carrier).hands(machine, customer),
    returned     .follows(damaged).by(carrier).hands(machine, supplier),
    received_back.follows(handed_over).by(customer).follows(returned).by(supplier).hands(machine, shop));
//! [life]
constexpr auto stock = fulfilment(shop.commits(machine, undamaged), shop.has_in_stock(machine));

//! [terms]
constexpr auto disclaims = fulfilment(carrier.answers(delivery), installer.answers(installation));
constexpr auto old_rules = fulfilment(
    on(damaged).owes(shop, replace(machine)).waits_for(received_back).presumes(held_by(customer, machine)),
    on(cancel_requested).until(shipped(delivery)).owes(shop, accept),
    on(cancel_requested).between(shipped(delivery), possession(machine)).owes(shop, refuse),
    on(cancel_requested).since(possession(machine)).owes(shop, accept));
//! [terms]

//! [steps]
static constexpr auto step_0 = promise(title, product, says, stock, disclaims, old_rules, will_do, life);
static_assert(std::is_same_v<first_gap<step_0>, disowned_part<delivery_>>);

// The shop answers for all that it sells: the disclaimers go.
static constexpr auto step_1 = promise(title, product, says, stock, old_rules, will_do, life);
static_assert(std::is_same_v<first_gap<step_1>, unbacked_claim<website_, delivery_>>);

// It takes on what the page claims.
constexpr auto takes_on = fulfilment(
    shop.commits(delivery,     within(48h)),
    shop.commits(installation, within(24h).after(completed(delivery))),
    shop.commits(whole,        single_contact, informed_within(2h), recovered_within(48h)));
static constexpr auto step_2 = promise(title, product, says, stock, takes_on, old_rules, will_do, life);
static_assert(std::is_same_v<first_gap<step_2>, unowned_handoff<delivery_, installation_>>);

// It coordinates the handoff, and the installer is told of any change.
constexpr auto coordinates = fulfilment(
    shop.coordinates(delivery, installation),
    shop.tells_of_any_change(installer, whole, 2h));
static constexpr auto step_3 =
    promise(title, product, says, stock, takes_on, coordinates, old_rules, will_do, life);
static_assert(std::is_same_v<first_gap<step_3>, uncovered_failure<lost_>>);

// A lost machine is replaced too.
constexpr auto lost_rule = fulfilment(on(reported(lost)).owes(shop, replace(machine)));
static constexpr auto step_4 =
    promise(title, product, says, stock, takes_on, coordinates, lost_rule, old_rules, will_do, life);
static_assert(std::is_same_v<first_gap<step_4>, blocked_remedy<damaged_, received_back_>>);

// The replacement waits for nothing, and presumes nothing.
constexpr auto exits = fulfilment(
    on(cancel_requested).until(shipped(delivery)).owes(shop, accept),
    on(cancel_requested).between(shipped(delivery), possession(machine)).owes(shop, refuse),
    on(cancel_requested).since(possession(machine)).owes(shop, accept));
constexpr auto damage_rule = fulfilment(on(reported(damaged)).owes(shop, replace(machine)));
static constexpr auto step_5 = promise(title, product, says, stock, takes_on, coordinates, lost_rule,
                                       damage_rule, exits, will_do, life);
static_assert(std::is_same_v<first_gap<step_5>, no_exit<started_<delivery_>>>);

// She may cancel until she has the machine.
constexpr auto open_exits = fulfilment(
    on(cancel_requested).until(possession(machine)).owes(shop, accept),
    on(cancel_requested).since(possession(machine)).owes(shop, accept));
static constexpr auto step_6 = promise(title, product, says, stock, takes_on, coordinates, lost_rule,
                                       damage_rule, open_exits, will_do, life);
static_assert(require_sound<step_6>);
//! [steps]

void print(char const* step, report const& r) {
  std::cout << step << ": " << r.size() << (r.size() == 1 ? " finding" : " findings");
  if (!r.empty()) std::cout << ", first " << (*r.begin()).what->id << ", " << r.explain(*r.begin()).where;
  std::cout << '\n';
}
}  // namespace shop_floor

int main() {
  using namespace shop_floor;
  print("step 0", validate(view_of<step_0>));
  print("step 1", validate(view_of<step_1>));
  print("step 2", validate(view_of<step_2>));
  print("step 3", validate(view_of<step_3>));
  print("step 4", validate(view_of<step_4>));
  print("step 5", validate(view_of<step_5>));
  print("step 6", validate(view_of<step_6>));
}
