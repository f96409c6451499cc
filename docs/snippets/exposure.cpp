// SPDX-License-Identifier: BSL-1.0
//
// Findings in the order of what they may cost.
#include "lupaus/journey.hpp"

#include <iostream>
#include <vector>

using namespace lupaus;

int main() {
  //! [figures]
  std::vector<exposure_parameter> figures{
      {.name = "walk away after one bad experience",
       .value = fraction::per_cent(32),
       .source = "PwC, Experience is everything, 2018",
       .measures = "will walk away from a brand they love after just one bad experience",
       .population = "all respondents, 12 countries"},
      {.name = "visits a year", .value = fraction::whole(1'000), .source = "made up"},
      {.name = "calls a year", .value = fraction::whole(3'000), .source = "made up"}};
  std::vector<exposed_finding> const findings{
      {.finding = "broken-promise: the visit",
       .per_case = {50'00, "EUR"},
       .amount_source = "margin a customer a year, made up",
       .factors = {"visits a year", "walk away after one bad experience"}},
      {.finding = "untold: the delay",
       .per_case = {7'00, "EUR"},
       .amount_source = "cost of a call, made up",
       .factors = {"calls a year"}}};
  std::cout << to_text(figures, findings);
  //! [figures]

  //! [doubled]
  figures[0].value = fraction::per_cent(64);  // were it twice as many, the visit would come first
  for (auto const& e : rank_exposures(figures, findings))
    std::cout << findings[e.finding].finding << ": " << amount_text(e.exposure) << '\n';
  //! [doubled]
}
