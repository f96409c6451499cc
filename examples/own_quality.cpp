// SPDX-License-Identifier: BSL-1.0
//
// A quality of your own in a few lines: how loud the machine is. No header of the library changes;
// claims, commitments, entailment and findings treat it like any other.
//
// Exits with 0 when the claim is unbacked at first and backed in the end.
#include "lupaus/check/gaps.hpp"
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/report/text.hpp"
#include "lupaus/validate.hpp"

#include <chrono>
#include <iostream>
#include <string>

using namespace lupaus;

namespace {

//! [quality]
struct noise_level {
  static constexpr std::string_view name = "noise-level";
  using bound_type = int;  // decibels
  static constexpr bool entails(int a, int b) { return a <= b; }
  static std::string phrase(int dB) { return "no louder than " + std::to_string(dB) + " dB"; }
};
constexpr term_spec quieter_than(int dB) { return term_of<noise_level>(dB); }
//! [quality]

}  // namespace

int main() {
  //! [use]
  builder b{"quiet washing machine"};
  b.customer("customer");
  b.seller("shop");
  b.department("website");
  b.good("machine");
  b.can_do("shop", "machine", std::chrono::hours{0}).paid(payment::on_the_spot);
  b.claims("website", "machine", quieter_than(52));

  auto const unbacked = validate(b.build().value());
  std::cout << to_lines(unbacked);

  b.commits("shop", "machine", quieter_than(49));
  auto const m = b.build().value();
  std::cout << matrix_text(m);
  //! [use]

  // 49 dB keeps a claim of 52 dB; 60 dB would not.
  auto const& claimed = m->terms[term_id{0}];
  auto const& committed = m->commitments[commitment_id{0}].consequent;
  auto const backed = validate(m).empty() && entails(committed, claimed);
  return unbacked.count(gaps::unbacked_claim) == 1 && backed ? 0 : 1;
}
