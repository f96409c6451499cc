// SPDX-License-Identifier: BSL-1.0
//
// The television: a customer knows what he needs. One store presses the model of the week's
// campaign; in another, a week later, that brand has vanished from the talk. Does knowledge vary by
// seller, or is another brand sold each week whatever the need?
//
// First the promise, as sold and mended. Then two logs of advice, BOTH MADE UP: the same stores,
// sellers, weeks and needs, and only what was advised differs. In one of them sellers know one
// product each, in the other the campaign decides.
//
// Exits with 0 when the findings are those of the case and the two logs come out differently.
#include "lupaus/builder.hpp"
#include "lupaus/check/gaps.hpp"
#include "lupaus/journey.hpp"
#include "lupaus/report.hpp"
#include "lupaus/validate.hpp"

#include <cstdint>
#include <iostream>
#include <random>
#include <string>
#include <vector>

using namespace lupaus;

namespace {

// ---- the promise -------------------------------------------------------------------------------

//! [promise]
enum class form { as_sold, need_committed, mended };

model television(form f) {
  builder b{"a television, chosen with advice"};
  b.customer("customer");
  auto const chain = b.seller("chain");
  auto const store = b.department("store");
  auto const staff = b.department("sales staff");
  auto const advice = b.service("advice");
  b.product(advice).paid(payment::on_the_spot).performs(staff, advice);

  b.claims(chain, advice, advised, "let our expert help you");
  b.claims(chain, advice, fits_need, "we find the right product for exactly your needs");
  b.claims(chain, advice, advised, "come and be served");
  if (f == form::mended) {
    auto const fits = b.step(advice, "found to fit the need").by(staff).id();
    b.commits(store, advice, {advised, needs_asked, fits_need});
    b.commits_to(staff, chain, advice, needs_asked).brings_about(fits);
    b.commits_to(staff, chain, advice).given(fits);  // the campaign, where it fits
    return b.build().value();
  }
  b.says(staff, advice, "the picture is best, definitely take this one");
  b.commits(store, advice, advised);
  if (f == form::need_committed) b.commits(store, advice, fits_need);
  b.commits_to(staff, chain, advice).overrides(fits_need, "the campaign of the week");
  return b.build().value();
}
//! [promise]

// ---- the needs and the products ----------------------------------------------------------------

//! [needs]
struct screen_size {
  static constexpr std::string_view name = "screen-size";
  using bound_type = int;  // inches
  static constexpr bool entails(int a, int b) { return a >= b; }
  static std::string phrase(int n) {
    return "a screen of " + std::to_string(n) + " inches or more";
  }
};
enum class panel { lcd, oled };
struct panel_kind {
  static constexpr std::string_view name = "panel";
  using bound_type = panel;
  static constexpr bool entails(panel a, panel b) { return a == b; }
  static std::string phrase(panel p) { return p == panel::oled ? "an OLED panel" : "an LCD panel"; }
};
struct tuner {
  static constexpr std::string_view name = "tuner";
  using bound_type = nothing;
  static constexpr bool entails(nothing, nothing) { return true; }
  static std::string phrase(nothing) { return "a tuner for cable"; }
};
constexpr money euros(std::int64_t n) { return {n * 100, "EUR"}; }

std::vector<stated_need> const needs = {
    {"films", {property_of<screen_size>(55), property_of<panel_kind>(panel::oled)}},
    {"kitchen", {property_of<tuner>({}), property_of<price>(euros(300))}},
    {"sports", {property_of<screen_size>(65), property_of<price>(euros(900))}}};
std::vector<product_facts> const products = {
    {"Aava 55",
     {property_of<screen_size>(55), property_of<panel_kind>(panel::oled), property_of<tuner>({}),
      property_of<price>(euros(1'200))}},
    {"Koto 32",
     {property_of<screen_size>(32), property_of<panel_kind>(panel::lcd), property_of<tuner>({}),
      property_of<price>(euros(250))}},
    {"Loiste 65",
     {property_of<screen_size>(65), property_of<panel_kind>(panel::lcd),
      property_of<price>(euros(850))}},
    {"Valo 50",
     {property_of<screen_size>(50), property_of<panel_kind>(panel::lcd), property_of<tuner>({}),
      property_of<price>(euros(500))}}};
//! [needs]

// ---- two logs, made up -------------------------------------------------------------------------

//! [logs]
/// Four sellers in two stores, eight weeks, three needs, each stated twice. The same in both logs;
/// what is advised is, seven times in eight, what the seller knows or what the campaign says, and
/// else what fits the need.
std::vector<advice_record> made_up(bool campaign_decides) {
  std::mt19937 random{55};
  std::vector<advice_record> log;
  for (std::size_t week = 0; week < 8; ++week)
    for (std::size_t seller = 0; seller < 4; ++seller)
      for (std::size_t need = 0; need < 6; ++need) {
        auto const& campaign = products[week % 4].name;
        auto const& known = products[seller].name;
        auto const& fitting = products[need % 3].name;  // the three needs and what meets them
        log.push_back({.store = seller < 2 ? "store 1" : "store 2",
                       .seller = "seller " + std::to_string(seller + 1),
                       .week = "week " + std::to_string(week + 1),
                       .need = needs[need % 3].name,
                       .campaign = campaign,
                       .advised = random() % 8 == 0  ? fitting
                                  : campaign_decides ? campaign
                                                     : known});
      }
  return log;
}
//! [logs]

advice_driver show(char const* title, std::vector<advice_record> const& log) {
  std::cout << "== " << title << ", made up ==\n\n";
  auto const inconsistent = find_inconsistent_advice(log);
  for (auto const& f : inconsistent) std::cout << to_text(f) << '\n';
  auto const misfits = advice_misfits(log, needs, products);
  std::cout << misfits.size() << " of " << log.size() << " do not meet the need. The first: ";
  if (!misfits.empty()) {
    auto const& r = log[misfits[0].record];
    std::cout << r.advised << " for " << r.need << "; it lacks";
    for (auto const& n : needs)
      if (n.name == r.need)
        for (auto i : misfits[0].unmet)
          std::cout << ": " << n.asks[i].quality->phrase(n.asks[i].limit);
  }
  auto const explained = explain_advice(log);
  std::cout << "\n\n" << to_text(explained) << '\n';
  return inconsistent.size() == needs.size() ? explained.decides : advice_driver::unclear;
}

}  // namespace

int main() {
  auto const sold = validate(television(form::as_sold));
  auto const committed = validate(television(form::need_committed));
  auto const mended = validate(television(form::mended));
  std::cout << "== as sold ==\n\n"
            << to_lines(sold) << "\n== the need committed ==\n\n"
            << to_lines(committed) << "\n== mended ==\n\n"
            << (mended.empty() ? "No finding.\n" : to_lines(mended)) << '\n';

  auto const first = show("a log in which knowledge varies by seller", made_up(false));
  auto const second = show("a log in which the campaign decides", made_up(true));

  auto const is_as_told = sold.size() == 3 && sold.count(gaps::unbacked_claim) == 1 &&
                          sold.count(gaps::unmeasurable_claim) == 1 &&
                          sold.count(gaps::conflicting_commitments) == 1 &&
                          committed.count(gaps::conflicting_commitments) == 1 && mended.empty() &&
                          first == advice_driver::seller && second == advice_driver::campaign;
  return is_as_told ? 0 : 1;
}
