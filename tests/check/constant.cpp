// SPDX-License-Identifier: BSL-1.0
//
// The checks in a constant expression, on columns written by hand.
#include "check/support.hpp"

using namespace check_test;

namespace {

constexpr party_id customer{0}, shop{1}, website{2}, carrier{3}, installer{4};
constexpr part_id machine{1}, delivery{2}, installation{3};
constexpr event_id lost{5}, cancel{6};
constexpr quality_type const* until_when = &quality_of<deadline>;

constexpr party parties[] = {{"customer", role::customer},
                             {"shop", role::seller},
                             {"website", role::department},
                             {"carrier"},
                             {"installer"}};
constexpr precedence precedences[] = {{machine, delivery}, {delivery, installation}};
constexpr event events[] = {
    {.kind = event_kind::ordered, .of = whole},
    {.kind = event_kind::completed, .of = machine},
    {.kind = event_kind::completed, .of = delivery, .good = machine, .holder = customer},
    {.kind = event_kind::completed, .of = installation},
    {.kind = event_kind::started, .of = delivery, .good = machine, .holder = carrier},
    {.kind = event_kind::failed, .of = delivery, .name = "lost"},
    {.kind = event_kind::cancel_requested, .of = whole},
    {.kind = event_kind::kept, .of = whole},
    {.kind = event_kind::cancelled, .of = whole},
    {.kind = event_kind::refunded, .of = whole}};
constexpr transition transitions[] = {{ordering, event_id{1}, shop},
                                      {event_id{4}, event_id{2}, carrier},
                                      {ordering, event_id{3}, installer},
                                      {ordering, event_id{4}, carrier},
                                      {event_id{4}, lost, carrier}};
constexpr claim claims[] = {
    {.claimant = website, .about = delivery, .first_term = term_id{0}, .terms = 1}};
constexpr term terms[] = {{until_when, {bound_kind::elapsed, 172'800, 0, {}}, {}}};
constexpr ability abilities[] = {{shop, machine, {bound_kind::elapsed, 0, 0, {}}}};

constexpr part disowned_parts[] = {
    {.name = "a machine", .kind = part_kind::composite},
    {.name = "machine", .kind = part_kind::good, .within = whole, .performer = shop},
    {.name = "delivery",
     .within = whole,
     .answerable = carrier,
     .performer = carrier,
     .carries = machine},
    {.name = "installation", .within = whole, .performer = installer}};
constexpr part owned_parts[] = {
    {.name = "a machine", .kind = part_kind::composite},
    {.name = "machine", .kind = part_kind::good, .within = whole, .performer = shop},
    {.name = "delivery", .within = whole, .performer = carrier, .carries = machine},
    {.name = "installation", .within = whole, .performer = installer}};

constexpr commitment commitments[] = {
    {.debtor = carrier, .creditor = shop, .about = delivery, .consequent = terms[0]},
    {.debtor = installer, .creditor = shop, .about = installation},
    {.debtor = shop, .creditor = customer, .about = delivery, .consequent = terms[0]}};
constexpr channel through_her[] = {{customer, carrier}, {customer, installer}, {customer, shop}};
constexpr coordination coordinations[] = {{shop, delivery, installation}};
constexpr notice notices[] = {{carrier, shop, event_id{2}},
                              {carrier, shop, lost},
                              {shop, customer, lost},
                              {shop, installer, lost}};
constexpr rule rules[] = {
    {.on = cancel, .debtor = shop, .creditor = customer, .action = action_kind::accept},
    {.on = lost, .debtor = shop, .creditor = customer, .action = action_kind::refund}};

constexpr bound told{bound_kind::elapsed, 14'400, 0, {}};
constexpr contract_end contract_ends[] = {
    {carrier, shop, event_id{7}, told},   {carrier, shop, event_id{8}, told},
    {carrier, shop, event_id{9}, told},   {installer, shop, event_id{7}, told},
    {installer, shop, event_id{8}, told}, {installer, shop, event_id{9}, told}};
constexpr contract_end ends_untold[] = {
    {carrier, shop, event_id{7}},   {carrier, shop, event_id{8}},   {carrier, shop, event_id{9}},
    {installer, shop, event_id{7}}, {installer, shop, event_id{8}}, {installer, shop, event_id{9}}};
constexpr recourse recourses[] = {{carrier, shop, lost, {until_when, {bound_kind::elapsed}, {}}}};
constexpr risk risks[] = {{.bearer = carrier, .of = machine, .covers = shop}};

template <class Id, class T, std::size_t N>
constexpr table<Id, T> all(T const (&column)[N]) {
  return {column, N};
}

constexpr model_view common() {
  model_view m;
  m.customer = customer;
  m.seller = shop;
  m.parties = all<party_id>(parties);
  m.precedences = all<precedence_id>(precedences);
  m.events = all<event_id>(events);
  m.transitions = all<transition_id>(transitions);
  m.claims = all<claim_id>(claims);
  m.terms = all<term_id>(terms);
  m.abilities = all<ability_id>(abilities);
  m.channels = all<channel_id>(through_her);
  m.contract_ends = all<contract_end_id>(contract_ends);
  m.recourses = all<recourse_id>(recourses);
  m.risks = all<risk_id>(risks);
  return m;
}

constexpr model_view sold() {
  auto m = common();
  m.parts = all<part_id>(disowned_parts);
  m.commitments = {commitments, 2};  // not the shop's own
  return m;
}

constexpr model_view mended() {
  auto m = common();
  m.parts = all<part_id>(owned_parts);
  m.commitments = all<commitment_id>(commitments);
  m.coordinations = all<coordination_id>(coordinations);
  m.notices = all<notice_id>(notices);
  m.rules = all<rule_id>(rules);
  return m;
}

constexpr model_view untold() {
  auto m = mended();
  m.contract_ends = all<contract_end_id>(ends_untold);
  return m;
}

/// Errors, warnings and notes alike.
template <check C>
constexpr bool is_found(model_view const& m, C const& c) {
  count_findings found;
  c(m, found);
  return found.count > 0;
}

constexpr model_view as_sold = sold(), as_mended = mended(), as_untold = untold();

// The order ends, and nobody tells them; that the contract ends with it is one thing more.
static_assert(!is_found(as_mended, checks::uninformed_party));
static_assert(is_found(as_untold, checks::uninformed_party));
static_assert(!is_found(as_untold, checks::surviving_subcontract));

static_assert(!is_sound(as_sold, checks::disowned_part));
static_assert(!is_sound(as_sold, checks::unbacked_claim));
static_assert(!is_sound(as_sold, checks::unowned_handoff));
static_assert(!is_sound(as_sold, checks::customer_in_the_middle));
static_assert(!is_sound(as_sold, checks::uncovered_failure));
static_assert(!is_sound(as_sold, checks::silent_failure));
static_assert(!is_sound(as_sold, checks::no_exit));
static_assert(is_sound(as_sold, checks::blocked_remedy));  // it has no remedy at all
static_assert(!is_sound(as_sold));

static_assert(is_sound(as_mended, checks::disowned_part));
static_assert(is_sound(as_mended, checks::unbacked_claim));
static_assert(is_sound(as_mended, checks::unowned_handoff));
static_assert(is_sound(as_mended, checks::customer_in_the_middle));
static_assert(is_sound(as_mended, checks::uncovered_failure));
static_assert(is_sound(as_mended, checks::blocked_remedy));
static_assert(is_sound(as_mended, checks::late_remedy));
static_assert(is_sound(as_mended, checks::broken_by_rule));
static_assert(is_sound(as_mended, checks::rival_rules));
static_assert(is_sound(as_mended, checks::misapplied_rule));
static_assert(is_sound(as_mended, checks::silent_failure));
static_assert(is_sound(as_mended, checks::no_exit));
static_assert(!is_found(as_mended, checks::overclaimed_term));
static_assert(!is_found(as_mended, checks::unmeasurable_claim));
static_assert(!is_found(as_mended, checks::unmandated_claim));
static_assert(!is_found(as_mended, checks::conflicting_commitments));
static_assert(!is_found(as_mended, checks::split_accountability));
static_assert(!is_found(as_mended, checks::impossible_order));
static_assert(!is_found(as_mended, checks::cyclic_delegation));
static_assert(!is_found(as_mended, checks::missing_enabler));
static_assert(!is_found(as_mended, checks::unperformed_commitment));
static_assert(!is_found(as_mended, checks::weaker_subcontract));
static_assert(!is_found(as_mended, checks::missing_recourse));
static_assert(!is_found(as_mended, checks::late_by_design));
static_assert(!is_found(as_mended, checks::imposed_duty));
static_assert(!is_found(as_mended, checks::dangling_antecedent));
static_assert(!is_found(as_mended, checks::uninsured_leg));
static_assert(!is_found(as_mended, checks::circular_wait));
static_assert(!is_found(as_mended, checks::reversed_remedy));
static_assert(!is_found(as_mended, checks::surviving_subcontract));
static_assert(is_sound(as_mended));

constexpr std::size_t count(model_view const& m) {
  count_findings found;
  standard_checks(m, found);
  return found.count;
}
constexpr auto findings_in_a_constant = count(as_sold);

}  // namespace

BOOST_AUTO_TEST_SUITE(constant)

BOOST_AUTO_TEST_CASE(at_run_time_the_same_findings) {
  auto const found = validate(as_sold);
  BOOST_TEST(lines(found) ==
             "customer-in-the-middle: delivery (service)\n"
             "disowned-part: delivery (service)\n"
             "  unbacked-claim: website claims for delivery: within 48 h of the order\n"
             "no-exit: delivery (service)\n"
             "no-exit: installation (service)\n"
             "no-exit: machine (good)\n"
             "uncovered-failure: lost (delivery)\n"
             "  silent-failure: lost (delivery)\n"
             "unowned-handoff: delivery (service)\n");
  std::size_t total = found.size();
  for (auto const& f : found) total += found.consequences(f).size();
  BOOST_TEST(total == findings_in_a_constant);
}

BOOST_AUTO_TEST_CASE(mended_it_is_quiet_at_run_time_too) {
  BOOST_TEST(lines(validate(as_mended)) == "");
}

BOOST_AUTO_TEST_SUITE_END()
