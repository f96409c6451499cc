// SPDX-License-Identifier: BSL-1.0
//
// The friction walk: a visit to a shoe shop, step by step, as a staffing company's director tells
// managers to walk it. As found, the checkout hands the customer the responsibility for what comes
// next, and the shoes have no best friend. Mended, somebody has named one, its words are rehearsed,
// and the greeting has a standard that was agreed on. Then a log of visits, and what encounters are
// said to add to the receipt.
//
// The points of friction and the log are made up. The figures of the receipt are one consultant's.
// Exits with 0 when exactly the findings of the case come out.
#include "lupaus/builder.hpp"
#include "lupaus/journey.hpp"
#include "lupaus/report.hpp"
#include "lupaus/validate.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

//! [greeting]
enum class how_greeted : std::uint8_t { glance, greeting, greeting_with_a_smile };

/// How the customer is greeted at the door: a blink and a hum is no greeting.
struct greeting_quality {
  static constexpr std::string_view name = "greeting";
  using bound_type = how_greeted;
  static constexpr bool entails(how_greeted a, how_greeted b) { return a >= b; }
  static std::string phrase(how_greeted g) {
    constexpr char const* words[] = {"a glance", "a greeting", "a greeting with a smile"};
    return words[static_cast<std::size_t>(g)];
  }
};
//! [greeting]

/// The promise of a visit, and the ids that the journey refers to.
struct shoe_shop {
  bool is_mended;
  builder b{"a pair of shoes, found with help"};
  party_id customer = b.customer("customer");
  party_id shop = b.seller("shop");
  party_id manager = b.department("manager");
  party_id staff = b.department("sales staff");
  party_id cashier = b.department("cashier");
  part_id greeting = b.service("greeting");
  part_id shelf = b.service("shelf");
  part_id advice = b.service("advice");
  part_id fitting = b.service("fitting");
  part_id shoes = b.good("shoes");
  part_id checkout = b.service("checkout");
  part_id farewell = b.service("farewell");
  capability_id culture = b.capability("a culture of greeting");
  capability_id example = b.capability("the management's example");
  capability_id on_view = {}, rehearsed = {};

  explicit shoe_shop(bool mended) : is_mended{mended} {
    b.product(greeting >> shelf >> advice >> fitting >> shoes >> checkout >> farewell);
    b.paid(payment::on_the_spot);
    for (auto p : {greeting, shelf, advice, fitting, farewell}) b.performs(staff, p);
    b.performs(cashier, checkout).can_do(shop, shoes, 0h);
    b.implies(shop, advice, advised);
    b.commits(shop, advice, advised);
    b.commits(shop, greeting,
              mended ? term_of<greeting_quality>(how_greeted::greeting_with_a_smile)
                     : term_spec{greeted})
        .rests_on("a culture of greeting")
        .rests_on("the management's example");
    b.commits(shop, farewell, thanked).rests_on("the management's example");
    b.provides(manager, "a culture of greeting").provides(manager, "the management's example");
    if (!mended) return;
    on_view = b.capability("shoe care on view at the checkout");
    rehearsed = b.capability("the words for shoe care, rehearsed");
    b.commits(shop, checkout, advised)
        .rests_on("shoe care on view at the checkout")
        .rests_on("the words for shoe care, rehearsed");
    b.provides(manager, "shoe care on view at the checkout");
    b.provides(cashier, "the words for shoe care, rehearsed");
  }
};

// clang-format off
//! [journey]
customer_journey visit(shoe_shop const& s) {
  customer_journey j{.title = "a visit to the shoe shop"};
  j.steps = {
      {.name = "entrance", .met_by = s.staff, .of = s.greeting, .purpose = step_purpose::delights,
       .friction = {{"greeted", +1}, {"the door is heavy", -1, s.shop}}},
      {.name = "shelf", .of = s.shelf, .where = layer::marketing, .purpose = step_purpose::informs,
       .friction = {{"sizes are not marked", -2, s.manager}}},
      {.name = "advice", .met_by = s.staff, .of = s.advice, .purpose = step_purpose::sells,
       .friction = {{"asked what for", +2}}, .sells = {s.shoes}},
      {.name = "fitting", .met_by = s.staff, .of = s.fitting, .purpose = step_purpose::delights,
       .friction = {{"no hurry", +1}}},
      {.name = "checkout", .met_by = s.cashier, .of = s.checkout, .purpose = step_purpose::sells,
       .friction = {{"a queue", -3, s.manager}, {"\"anything else?\"", -1}},
       .next = next_move{s.customer, "anything else?"}},
      {.name = "farewell", .met_by = s.staff, .of = s.farewell, .purpose = step_purpose::delights,
       .friction = {{"thanked", +1}}}};
  j.backstage = {{"the managers greet whom they meet", s.manager, s.example},
                 {"morning meeting", s.manager, s.culture}};
  if (!s.is_mended) return j;

  j.steps[0].standard = standard_of<greeting_quality>(how_greeted::greeting_with_a_smile,
                                                      {s.manager, s.staff});
  auto& checkout = j.steps[4];
  checkout.friction = {{"a queue", -3, s.manager}, {"shoe care suggested", +1}};
  checkout.suggests = {{.of = s.shoes, .name = "shoe care"}};
  checkout.next = next_move{s.cashier, "this wax keeps the rain out of them"};
  j.backstage.push_back({"shoe care set out", s.manager, s.on_view});
  j.backstage.push_back({"words rehearsed", s.cashier, s.rehearsed});
  return j;
}
//! [journey]

//! [log]
std::vector<walk_record> visits() {
  auto const seen = [](how_greeted g) { return bound_codec<how_greeted>::encode(g).value; };
  return {{"v1", 0, +1, seen(how_greeted::greeting_with_a_smile)}, {"v1", 4, -4}, {"v1", 5, +1},
          {"v2", 0, -1, seen(how_greeted::glance)},                {"v2", 1, -2},
          {"v3", 0, +1, seen(how_greeted::greeting_with_a_smile)}, {"v3", 4, -1},
          {"v3", 5, +3, {}, "her old shoes carried to the car"}};
}
//! [log]

//! [receipt]
receipt_model receipt() {
  std::string const consultant = "one consultant's figure, with no study cited";
  return {.base = {80'00, "EUR"},
          .effects = {{"greeting", fraction::per_cent(10), effect_on::receipt, consultant},
                      {"smile", fraction::per_cent(20), effect_on::either, consultant},
                      {"recommendation", fraction::per_cent(30), effect_on::receipt, consultant}},
          .without_number = {"surprise (beyond price, says the source)"}};
}
//! [receipt]
// clang-format on

/// Prints one form of the visit. The findings, by id.
std::vector<std::string_view> show(shoe_shop const& s, char const* title) {
  std::cout << "== " << title << " ==\n\n";
  auto const m = s.b.build().value();
  auto const j = visit(s);
  std::cout << to_text(m, j) << '\n' << to_text(m, j, friction_walk(m, j)) << '\n';
  std::vector<std::string_view> ids;
  auto const gaps_found = validate(m);
  for (auto const& f : gaps_found) ids.push_back(f.what->id);
  std::cout << to_lines(gaps_found);
  for (auto const& f : check_journey(m, j)) {
    std::cout << to_text(m, f) << '\n';
    ids.push_back(f.what.id);
  }
  if (ids.empty()) std::cout << "No finding.\n";
  std::cout << '\n';
  return ids;
}

}  // namespace

int main() {
  auto const as_found = show(shoe_shop{false}, "as found");
  shoe_shop const s{true};
  auto const mended = show(s, "mended");

  std::cout << "== a log of visits, made up ==\n\n";
  auto const m = s.b.build().value();
  auto const j = visit(s);
  auto const log = visits();
  std::cout << to_text(j, friction_by_step(m, j, log)) << '\n';
  auto const seen = observed_standards(m, j, log);
  for (auto const& f : seen.below) std::cout << to_text(m, f) << '\n';
  for (auto r : seen.exceeded)
    std::cout << "more than was promised, worth no invented number: visit " << log[r].visit << ": "
              << log[r].surprise << '\n';

  std::cout << "\n== the receipt ==\n\n" << to_text(receipt());

  using ids = std::vector<std::string_view>;
  auto const is_as_told = as_found == ids{"burden-on-customer", "missing-companion"} &&
                          mended.empty() && seen.below.size() == 1 && seen.exceeded.size() == 1;
  return is_as_told ? 0 : 1;
}
