// SPDX-License-Identifier: BSL-1.0
//
// The pet shop: an elderly lady buys a carry bag for her cat, and leaves visibly pleased. Seven
// conditions make such service possible, and an eighth that the text sets apart. As described,
// somebody provides each, and the promise is sound. Each is then taken away: one gap, which names
// the condition, what rests on it, and who should provide it. Whether there are sellers enough for
// the flow is no opinion: it is computed, by Erlang's formula. The figures of the flow are made up.
//
// Exits with 0 when the shop is sound, and each removal is exactly one missing-enabler.
#include "lupaus/builder.hpp"
#include "lupaus/check/gaps.hpp"
#include "lupaus/journey.hpp"
#include "lupaus/monitor.hpp"
#include "lupaus/report.hpp"
#include "lupaus/validate.hpp"

#include <chrono>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

/// One step more than she asked for.
struct extra_step {
  static constexpr std::string_view name = "extra-step";
  using bound_type = nothing;
  static constexpr bool entails(nothing, nothing) { return true; }
  static std::string phrase(nothing) { return "one step more than was asked"; }
};

//! [flow]
// Three in four wait no longer than five minutes. On weekdays two sellers keep that; on a Saturday
// three times as many customers come, and one more seller does not.
constexpr service_level level{.share = 0.75, .within = 5min};
constexpr customer_flow weekday{.arrivals_per_hour = 6, .service_time = 10min};
constexpr customer_flow saturday{.arrivals_per_hour = 18, .service_time = 10min};

bool is_enough(customer_flow const& flow, std::uint32_t sellers) {
  return sellers >= sellers_for(flow, level);
}
//! [flow]

//! [shop]
/// The shop without one condition, or with all.
model pet_shop(std::string_view without = {}) {
  builder b{"a carry bag for a cat, chosen with a saleswoman"};
  b.customer("elderly lady");
  b.seller("shop");
  b.department("manager");
  b.department("saleswoman");
  b.subcontractor("trade association");
  b.service("service");
  b.good("carry bag");
  b.product(part_ref{"service"} >> part_ref{"carry bag"}).paid(payment::on_the_spot);
  b.performs("saleswoman", "service").can_do("shop", "carry bag", 0h);

  // To be served at all rests on none of them; the best result does on all.
  know_enabling_conditions(b);
  b.commits("shop", "service", {greeted, needs_asked});
  rests_on_enabling_conditions(b.commits("shop", "service", {fits_need, term_of<extra_step>()}));

  constexpr std::string_view who[] = {"manager",    "saleswoman",       "saleswoman",
                                      "saleswoman", "saleswoman",       "manager",
                                      "manager",    "trade association"};
  for (std::size_t i = 0; i < std::size(enabling_conditions); ++i)
    if (enabling_conditions[i].name != without) b.provides(who[i], enabling_conditions[i].name);
  return b.build().value();
}
//! [shop]

/// True when exactly one `missing-enabler` stands, with `unperformed-commitment` as its
/// consequence.
bool show_without(enabling_condition const& c) {
  auto const m = pet_shop(c.name);
  auto const found = validate(m);
  std::cout << "Without '" << c.name << "'" << (c.is_set_apart ? " (set apart)" : "") << ":\n";
  for (auto const& f : found) {
    auto const words = found.explain(f);
    std::cout << "  " << f.what->id << ": " << words.what << "\n    " << words.why
              << "\n    To mend: " << words.mend << '\n';
    for (auto const& follows : found.consequences(f))
      std::cout << "    hence " << follows.what->id << ": " << found.explain(follows).what << '\n';
  }
  return found.size() == 1 && found.count(gaps::missing_enabler) == 1 &&
         found.consequences(0).size() == 1 &&
         found.consequences(0)[0].is(gaps::unperformed_commitment);
}

}  // namespace

int main() {
  auto const described = validate(pet_shop());
  std::cout << "As described: " << (described.empty() ? "no finding.\n" : to_lines(described))
            << "  " << load_text(weekday, 2, level) << "\n"
            << to_text(described.model(), over_fulfilments(described.model())) << '\n';

  auto is_as_told = described.empty() && is_enough(weekday, 2) && !is_enough(saturday, 3);
  for (auto const& c : enabling_conditions) {
    is_as_told = show_without(c) && is_as_told;
    if (&c == &enabling_conditions[0])
      std::cout << "  On a Saturday: " << load_text(saturday, 3, level) << '\n';
  }

  //! [extra]
  // What was seen: one step more than she asked for carries her along. A log of three visits.
  auto const m = pet_shop();
  customer_journey j{.title = "choosing a bag",
                     .steps = {{.name = "choosing", .met_by = party_id{3}}}};
  std::vector<walk_record> const log{{.visit = "v1", .friction = 1},
                                     {.visit = "v2", .friction = 3, .surprise = "tried on the cat"},
                                     {.visit = "v3", .friction = -1}};
  std::cout << '\n' << to_text(j, friction_by_step(m, j, log));
  for (auto r : observed_standards(m, j, log).exceeded)
    std::cout << "an extra step: visit " << log[r].visit << ": " << log[r].surprise << '\n';

  // The monitor counts it too, in the scorecard; it gives it no worth.
  monitor watch{m};
  watch.orders("v2", 0);
  watch.happens("v2", "service", "completed", 600);
  watch.exceeds("v2", "service", 700);
  auto const score = watch.score();
  std::cout << '\n' << to_text(m, score);
  //! [extra]
  return is_as_told && score.kept == 1 && score.extra_steps == 1 ? 0 : 1;
}
