// SPDX-License-Identifier: BSL-1.0
//
// `sound` in constraints, and the first gap as a type: every gap with the user's own types.
#include "promise/agree.hpp"
#include "promise/shop.hpp"

#include <concepts>

namespace shop_floor {
namespace {

template <auto const& P, class Gap>
inline constexpr bool first_is = std::same_as<first_gap<P>, Gap>;

// Somebody performs every part, so that the gaps below are the first.
constexpr auto performed = fulfilment(shop.has_in_stock(machine), shop.can_do(delivery, 1h));
constexpr auto basis = fulfilment(customer.reaches(shop), she_can_cancel,
                                  shop.has_in_stock(machine), shop.can_do(delivery, 1h));
constexpr auto two_firms = subcontracts(carrier.commits_to(shop, delivery, within(48h)),
                                        installer.commits_to(shop, installation, within(24h)));
constexpr auto product = machine >> delivery;
constexpr auto installed_product = machine >> delivery >> installation;

static constexpr auto nothing_wrong = promise("a", product, basis);
static_assert(first_is<nothing_wrong, no_gap>);

static constexpr auto disowned =
    promise("b", product, basis, fulfilment(carrier.answers(delivery)));
static_assert(first_is<disowned, disowned_part<delivery_>>);

static constexpr auto unbacked =
    promise("c", product, basis, marketing(website.claims(delivery, within(48h))));
static_assert(first_is<unbacked, unbacked_claim<website_, delivery_>>);
static constexpr auto unbacked_whole =
    promise("c", product, basis, marketing(shop.implies(whole, single_contact)));
static_assert(first_is<unbacked_whole, unbacked_claim<shop_, the_whole>>);

static constexpr auto unowned = promise("d", installed_product, basis, two_firms);
static_assert(first_is<unowned, unowned_handoff<delivery_, installation_>>);

static constexpr auto middle =
    promise("e", installed_product, basis, two_firms,
            fulfilment(shop.has_in_stock(machine), customer.coordinates(delivery, installation)));
static_assert(first_is<middle, customer_in_the_middle<delivery_, installation_>>);

inline constexpr struct damaged_ : failure_of<damaged_, delivery_> {
} damaged;
constexpr auto told_of_damage = subcontracts(shop.tells(customer, damaged, 1h));
constexpr auto replaced = fulfilment(on(damaged).owes(shop, replace(machine)));
constexpr auto no_damage = cannot_happen(damaged);

static constexpr auto uncovered = promise("f", product, basis, told_of_damage, may_happen(damaged));
static_assert(first_is<uncovered, uncovered_failure<damaged_>>);
static constexpr auto uncovered_lateness =
    promise("f", product, basis, no_damage, subcontracts(shop.tells(customer, late(delivery), 1h)),
            may_happen(late(delivery)));
static_assert(first_is<uncovered_lateness, uncovered_failure<late_<delivery_>>>);

static constexpr auto blocked =
    promise("g", product, basis, told_of_damage,
            fulfilment(on(reported(damaged)).owes(shop, replace(machine)).waits_for(received_back)),
            may_happen(damaged, received_back.follows(damaged)));
static_assert(first_is<blocked, blocked_remedy<report_of<damaged_>, received_back_>>);
static constexpr auto blocked_request =
    promise("g", product, basis, told_of_damage, replaced,
            fulfilment(customer.reaches(shop), on(cancel_requested).owes(shop, accept),
                       on(cancel_requested).owes(shop, refund).waits_for(received_back)),
            may_happen(damaged, received_back.follows(damaged)));
static_assert(first_is<blocked_request, blocked_remedy<a_request_to_cancel, received_back_>>);
static constexpr auto blocked_by_possession =
    promise("g", product, basis, told_of_damage, subcontracts(delivery.carries(machine)),
            fulfilment(on(damaged).owes(shop, replace(machine)).waits_for(possession(machine))),
            may_happen(damaged));
static_assert(first_is<blocked_by_possession, blocked_remedy<damaged_, possession_<machine_>>>);

template <long Hours>
constexpr auto recovered_in = marketing(website.claims(whole, recovered_within(Hours * 1h)));
constexpr auto recovery = fulfilment(shop.commits(whole, recovered_within(1h)));
constexpr auto redelivered =
    subcontracts(shop.has_in_stock(machine), carrier.commits_to(shop, delivery, within(48h)),
                 carrier.tells(shop, damaged, 1h), shop.tells(customer, damaged, 1h));
static constexpr auto late_by_a_day = promise("h", product, basis, recovery, redelivered,
                                              recovered_in<24>, replaced, may_happen(damaged));
static_assert(first_is<late_by_a_day, late_remedy<damaged_, 24>>);
static constexpr auto late_by_an_hour = promise("h", product, basis, recovery, redelivered,
                                                recovered_in<47>, replaced, may_happen(damaged));
static_assert(first_is<late_by_an_hour, late_remedy<damaged_, 1>>);
static constexpr auto late_by_a_second =
    promise("h", product, basis, recovery, redelivered, replaced, may_happen(damaged),
            marketing(website.claims(whole, recovered_within(48h - 1s))));
static_assert(first_is<late_by_a_second, late_remedy<damaged_, 1>>);  // hours, rounded up
static constexpr auto in_time = promise("h", product, basis, recovery, redelivered,
                                        recovered_in<48>, replaced, may_happen(damaged));
static_assert(first_is<in_time, no_gap>);

static constexpr auto misapplied = promise(
    "i", product, basis, told_of_damage,
    subcontracts(delivery.carries(machine), carrier.commits_to(shop, delivery, within(48h))),
    fulfilment(on(damaged).owes(shop, replace(machine)).presumes(held_by(customer, machine))),
    may_happen(damaged));
static_assert(first_is<misapplied, misapplied_rule<damaged_, damaged_>>);
static constexpr auto misapplied_before = promise(
    "i", product, performed, no_damage, fulfilment(customer.reaches(shop)),
    fulfilment(on(cancel_requested).owes(shop, accept).presumes(happened(started(delivery)))));
static_assert(first_is<misapplied_before, misapplied_rule<a_request_to_cancel, the_order>>);

static constexpr auto silent = promise("j", product, basis, replaced, may_happen(damaged));
static_assert(first_is<silent, silent_failure<damaged_, customer_>>);

static constexpr auto closed =
    promise("k", product, performed, no_damage, fulfilment(customer.reaches(shop)));
static_assert(first_is<closed, no_exit<before<machine_>>>);
static constexpr auto closed_once_shipped =
    promise("k", product, performed, no_damage,
            subcontracts(delivery.carries(machine), customer.reaches(shop)),
            fulfilment(on(cancel_requested).until(shipped(delivery)).owes(shop, accept)));
static_assert(first_is<closed_once_shipped, no_exit<started_<delivery_>>>);

// ---- in constraints ----

template <auto const& P>
constexpr int sell() {
  return 0;
}
template <auto const& P>
  requires sound<P>
constexpr int sell() { return 1; }
template <auto const& P>
  requires(!sound<P>)
constexpr int mend() { return 1; }
template <auto const& P>
concept may_be_sold = requires {
  requires sound<P>;
};

static_assert(sell<nothing_wrong>() == 1 && sell<closed>() == 0);
static_assert(mend<closed>() == 1);
static_assert(may_be_sold<in_time> && !may_be_sold<silent>);
static_assert(sound<in_time> && !sound<misapplied>);
static_assert(require_sound<in_time>);

/// A warning leaves a promise sound.
static constexpr auto warned = promise("l", product, basis, no_damage,
                                       subcontracts(carrier.commits_to(shop, delivery, within(48h)),
                                                    carrier.tells(shop, completed(machine), 1h)),
                                       fulfilment(shop.has_in_stock(machine)));
static_assert(finds<warned>("uninformed-party", "surviving-subcontract") && sound<warned>);

BOOST_AUTO_TEST_SUITE(sound_promises)

BOOST_AUTO_TEST_CASE(the_compiler_finds_what_the_same_checks_find_at_run_time) {
  auto const check = [](compiled const& c) {
    BOOST_TEST((c.findings == raw_findings(c.model)));
    BOOST_TEST(validate(c.model).is_sound() == c.first_gap.empty());
  };
  check(as_compiled<disowned>()), check(as_compiled<unbacked>()), check(as_compiled<unowned>());
  check(as_compiled<middle>()), check(as_compiled<uncovered>()), check(as_compiled<blocked>());
  check(as_compiled<late_by_a_day>()), check(as_compiled<in_time>()), check(as_compiled<silent>());
  check(as_compiled<misapplied>()), check(as_compiled<closed>()), check(as_compiled<warned>());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace shop_floor
