// SPDX-License-Identifier: BSL-1.0
//
// When does a replacement leave? Order systems know four gates: after the goods are received back
// (with a unit reserved for it, or without), once they are on their way back, or at once. Here is
// the washing machine as it was sold under its own rules, and under each of the gates with all else
// as it was: whom it traps, how long it takes and how often she must call where it does not; and
// how the shop stands on the other side of the counter. The prices are made up.
//
// Exits with 0 when that comes out as it should.
#include "lupaus/explore/order/replacement_gates.hpp"
#include "lupaus/check/analysis/critical_path.hpp"
#include "lupaus/explore.hpp"
#include "lupaus/life/dependable/assurance_of.hpp"
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/model/terms/time_text.hpp"

#include <chrono>
#include <iomanip>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

struct offer {
  model promise;
  part_id machine, delivery;
  event_id damaged, lost, returned, back;
};

// clang-format off
offer washing_machine(bool with_return_term) {
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
  b.product(machine >> delivery >> installation);
  b.carries(delivery, machine).can_do(shop, machine, 0h);
  b.charges(shop, machine, {599'00, "EUR"}).charges(shop, delivery, {49'00, "EUR"});
  b.charges(shop, installation, {39'00, "EUR"});

  auto const damaged  = b.fails(delivery, "damaged").id();
  auto const lost     = b.fails(delivery, "lost").id();
  auto const handed   = b.step(delivery, "handed over damaged")
                         .follows(damaged).by(carrier).hands(machine, customer).id();
  auto const returned = b.step(delivery, "returned")
                         .follows(damaged).by(carrier).hands(machine, supplier).id();
  auto const back     = b.step(delivery, "received back")
                         .follows(handed).by(customer).follows(returned).by(supplier)
                         .hands(machine, shop).id();

  b.claims(website, delivery, within(48h));
  b.claims(website, installation, within(24h).after(completed(delivery)));
  b.commits(shop, machine, undamaged);
  b.commits_to(carrier, shop, delivery, within(48h));
  b.commits_to(installer, shop, installation, within(24h).after(completed(delivery)));
  b.tells(carrier, shop, completed(delivery), 2h).tells(carrier, shop, damaged, 2h);
  b.tells(carrier, shop, lost, 2h).reaches(customer, shop).reaches(shop, carrier);
  b.reaches(customer, carrier).reaches(customer, installer);
  if (with_return_term)
    b.commits_to(carrier, shop, delivery, within(120h).after(damaged)).brings_about(back);

  b.on(damaged).owes(shop, replace(machine)).waits_for(back).presumes(held_by(customer, machine));
  b.on(cancel_requested).until(shipped(delivery)).owes(shop, accept);
  b.on(cancel_requested).between(shipped(delivery), possession(machine)).owes(shop, refuse);
  b.on(cancel_requested).since(possession(machine)).owes(shop, accept);
  return {b.build().value(), machine, delivery, damaged, lost, returned, back};
}
// clang-format on

/// What she lives through after a failure: "trapped after 6 moves", or "free".
std::string after(verdict const& v, event_id failure) {
  for (auto const& s : v.stories)
    if (s.failure == failure)
      return std::string{to_string(s.ends)} + ", " + std::to_string(s.moves.size()) + " moves";
  return v.seen.is_complete() ? "free" : "unknown";
}

/// The moves of the shortest order that fails and is kept in the end.
std::string put_right(verdict const& v) {
  return v.violations.empty() ? "never" : std::to_string(v.violations[0].moves.size()) + " moves";
}
invariant const nothing_is_put_right{
    "nothing is put right", [](order_view const& o) { return o.failures() == 0 || !o.is_kept(); }};

/// From the damage until another machine has been delivered, at the worst, if she asks at once.
std::string delivered_again(offer const& o, std::vector<event_id> const& opens) {
  auto const again = time_again(o.promise.view(), o.machine, o.delivery);
  auto waits = opens.empty() ? known_time::of({}) : known_time::unknown();
  for (auto e : opens)
    if (auto const a = assurance_of(o.promise.view(), e, o.damaged); a.is_assured)
      waits = shorter(waits, a.within);
  auto const time = waits + again;
  return time.is_known ? in_hours(time.length) : "no bound";
}

void print(std::vector<std::string> const& cells) {
  std::cout << std::left << std::setw(15) << cells[0] << std::setw(18) << cells[1] << std::setw(18)
            << cells[2] << std::setw(11) << cells[3] << std::setw(10) << cells[4] << cells[5]
            << '\n';
}

/// The kinds of exposure, without those that are there under every gate.
std::string exposed(verdict const& v) {
  std::string kinds;
  for (auto const& x : v.exposures)
    if (x.failure && x.kind != exposure_kind::uncovered_loss)
      kinds += (kinds.empty() ? "" : ", ") + std::string{to_string(x.kind)};
  return kinds.empty() ? "no" : kinds;
}
std::string amount(std::optional<money> const& cost) {
  if (!cost) return "unknown";
  return cost->minor_units == 0 ? "-" : phrase(*cost);
}
std::string cost_to_her(verdict const& v, event_id failure) {
  for (auto const& x : v.costs)
    if (x.failure == failure) return amount(x.customer);
  return "-";
}
std::string cost_to_the_shop(verdict const& v, event_id failure) {
  for (auto const& x : v.costs)
    if (x.failure == failure) return amount(x.seller);
  return "-";
}

struct row {
  std::string name;
  verdict v;
  std::string time;
};

/// The same gates from the other side of the counter.
void print_costs(offer const& o, std::vector<row> const& rows) {
  auto const line = [](std::vector<std::string> const& cells) {
    std::cout << std::left << std::setw(15) << cells[0] << std::setw(14) << cells[1]
              << std::setw(13) << cells[2] << std::setw(13) << cells[3] << std::setw(13) << cells[4]
              << cells[5] << '\n';
  };
  std::cout << '\n';
  line({"", "", "damaged", "", "lost", ""});
  line({"gate", "shop exposed", "costs her", "the shop", "costs her", "the shop"});
  for (auto const& x : rows)
    line({x.name, exposed(x.v), cost_to_her(x.v, o.damaged), cost_to_the_shop(x.v, o.damaged),
          cost_to_her(x.v, o.lost), cost_to_the_shop(x.v, o.lost)});
}

std::vector<row> explore_gates(offer const& o) {
  explore_options options{.failures = 2};
  options.invariants = {nothing_is_put_right};
  std::vector<row> rows;
  print({"gate", "damaged", "lost", "put right", "contacts", "delivered again"});
  auto const tell = [&](std::string const& name, verdict v, std::vector<event_id> const& opens) {
    rows.push_back({name, std::move(v), delivered_again(o, opens)});
    auto const& x = rows.back();
    print({name, after(x.v, o.damaged), after(x.v, o.lost), put_right(x.v),
           x.v.most_contacts ? std::to_string(*x.v.most_contacts) : "?", x.time});
  };
  tell("(as sold)", explore(o.promise, options), {o.back});
  //! [explore]
  for (auto gate : {replacement_gate::wait, replacement_gate::wait_reserved,
                    replacement_gate::cross_ship, replacement_gate::immediate}) {
    gated_replacements const policy{
        o.promise, gate, {.object = o.machine, .returned = o.returned, .received_back = o.back}};
    auto opens = std::vector{o.back};  // any of these
    if (gate == replacement_gate::cross_ship) opens.push_back(o.returned);
    if (gate == replacement_gate::immediate) opens.clear();
    tell(std::string{to_string(gate)}, explore(o.promise, policy, options), opens);
  }
  //! [explore]
  print_costs(o, rows);
  return rows;
}

}  // namespace

int main() {
  std::cout << "As sold\n\n";
  auto const sold = explore_gates(washing_machine(false));
  std::cout << "\nWith a term for the return of damaged goods, of 120 h\n\n";
  auto const term = explore_gates(washing_machine(true));

  auto as_expected = sold[4].v.never_traps() && sold[4].time == "48 h" && term[1].time == "168 h";
  std::size_t const traps_as_sold[] = {2, 2, 2, 1, 0}, traps_with_term[] = {1, 1, 1, 1, 0};
  for (std::size_t i = 0; i < sold.size(); ++i)
    as_expected = as_expected && sold[i].v.stories.size() == traps_as_sold[i] &&
                  term[i].v.stories.size() == traps_with_term[i];
  // Who sends the next one at once has none of the two in hand.
  as_expected = as_expected && exposed(sold[1].v) == "no" && exposed(sold[4].v) == "two-for-one";
  return as_expected ? 0 : 1;
}
