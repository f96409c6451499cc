// SPDX-License-Identifier: BSL-1.0
//
// The luxury furniture shop: a visit is what is sold, and its steps are its parts. She enters an
// empty shop and is not greeted; she greets. The telephone rings, the salesman does not come back,
// and she buys elsewhere. First the promise, as found; then that visit, in a log MADE UP from what
// is told of it; what such visits may cost; and the promise mended.
//
// Exits with 0 when all of that is found, and nothing else.
#include "lupaus/builder.hpp"
#include "lupaus/check/gaps.hpp"
#include "lupaus/explore.hpp"
#include "lupaus/journey.hpp"
#include "lupaus/monitor.hpp"
#include "lupaus/report.hpp"
#include "lupaus/report/story.hpp"
#include "lupaus/validate.hpp"

#include <chrono>
#include <cstdint>
#include <iostream>
#include <string_view>
#include <vector>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

//! [promise]
enum class form { as_found, mended };

model visit(form f, payment paid = payment::on_the_spot) {
  builder b{"a visit to a luxury furniture shop"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const advertising = b.department("advertising"), salesman = b.department("salesman");
  auto const greeting = b.service("greeting"), attention = b.service("attention");
  auto const needs = b.service("needs"), advice = b.service("advice"), thanks = b.service("thanks");
  b.product(greeting >> all_of(attention, needs >> advice) >> thanks).paid(paid);
  for (auto p : {greeting, attention, needs, advice, thanks}) b.performs(salesman, p);

  // What she gets with each step, and how it is felt.
  b.gives(greeting, greeted, experience_level::action);
  b.gives(attention, undivided_attention, experience_level::emotion);
  b.gives(needs, needs_asked, experience_level::meaning);
  b.gives(advice, advised, experience_level::action);
  b.gives(thanks, thanked, experience_level::emotion);
  b.happens(started(greeting)), b.happens(started(attention));
  auto const interrupted = b.fails(attention, "interrupted").by(salesman).id();

  b.claims(advertising, whole, {advised, undivided_attention}, "expert sellers");
  if (f == form::as_found) {
    b.says(advertising, whole, "luxury");
    return b.build().value();
  }
  b.claims(advertising, whole, {greeted, undivided_attention, thanked}, "luxury");
  b.commits(shop, whole, {greeted, undivided_attention, needs_asked, advised, thanked});
  b.can_do(salesman, greeting, 1min).can_do(salesman, attention, 20min);
  b.can_do(salesman, needs, 5min).can_do(salesman, advice, 10min).can_do(salesman, thanks, 1min);
  // One seller alone can keep it: he says when he is back, and goes on where he was.
  auto const back = b.step(attention, "back").follows(interrupted).by(salesman).id();
  b.tells(salesman, "customer", interrupted, 1min);
  b.commits(shop, attention, within(5min).after(interrupted)).brings_about(back);
  b.on(interrupted).owes(salesman, perform_again(attention)).waits_for(back);
  return b.build().value();
}
//! [promise]

/// 2026-03-07, a Saturday.
constexpr seconds_t at(int hour, int minute) {
  return seconds_t{1'772'841'600} + hour * 3'600 + minute * 60;
}

//! [found]
/// As it is told. `watch` is of the promise as found.
void tell_the_visit(monitor& watch) {
  watch.orders("visit 1", at(11, 0));                                   // she enters
  watch.does("visit 1", "customer", "greeting", "started", at(11, 6));  // and greets him herself
  watch.does("visit 1", "salesman", "greeting", "completed", at(11, 6) + 10);
  watch.does("visit 1", "salesman", "attention", "started", at(11, 7));
  watch.does("visit 1", "salesman", "advice", "completed", at(11, 9));        // a cursory round
  watch.does("visit 1", "salesman", "attention", "interrupted", at(11, 10));  // the telephone
  watch.leaves("visit 1", at(11, 18));
}
//! [found]

//! [resumed]
/// The same telephone, under the mended promise: he comes back. She thinks it over at home.
void tell_a_visit_that_is_resumed(monitor& watch) {
  watch.orders("visit 2", at(14, 0));
  watch.does("visit 2", "salesman", "greeting", "started", at(14, 0));
  watch.does("visit 2", "salesman", "greeting", "completed", at(14, 1));
  watch.does("visit 2", "salesman", "attention", "started", at(14, 1));
  watch.does("visit 2", "salesman", "attention", "interrupted", at(14, 4));
  watch.does("visit 2", "salesman", "attention", "back", at(14, 6));
  watch.remedies("visit 2", "attention", answer::performs_again, at(14, 6));
  watch.does("visit 2", "salesman", "attention", "started", at(14, 6) + 20);
  watch.does("visit 2", "salesman", "needs", "completed", at(14, 8));
  watch.does("visit 2", "salesman", "attention", "completed", at(14, 9));
  watch.exceeds("visit 2", "advice", at(14, 12));  // he draws her room for her
  watch.does("visit 2", "salesman", "advice", "completed", at(14, 15));
  watch.does("visit 2", "salesman", "thanks", "completed", at(14, 16));
  watch.leaves("visit 2", at(14, 17));
}
//! [resumed]

struct counted {
  std::size_t broken_terms = 0, broken_promises = 0, all = 0;
};

scorecard watched(model const& m, void (*tell)(monitor&), counted& n) {
  monitor watch{m,
                [&](breach const& b) {
                  ++n.all;
                  n.broken_terms += b.key.kind == breach_kind::broken_term ? 1 : 0;
                  n.broken_promises += b.key.kind == breach_kind::broken_promise ? 1 : 0;
                  std::cout << to_text(m, b) << '\n';
                },
                [&](remark const& r) { std::cout << "(" << to_text(m, r) << ")\n"; }};
  tell(watch);
  watch.finish();
  return watch.score();
}

//! [exposure]
/// What visits like these may cost. The share is the survey's, the rest is made up.
void show_exposure(scorecard const& s) {
  std::vector<exposure_parameter> const figures{
      {.name = "would leave after one bad experience",
       .value = fraction::per_cent(32),
       .source = "PwC, Experience is everything, 2018",
       .measures = "would leave a brand they love after a single bad experience",
       .population = "all respondents, 12 countries"},
      {.name = "visits in the log with a broken promise",
       .value = fraction::whole(static_cast<std::int32_t>(s.count(breach_kind::broken_promise))),
       .source = "the scorecard"},
      {.name = "such logs a year", .value = fraction::whole(300), .source = "made up"}};
  std::vector<exposed_finding> const findings{
      {.finding = "broken-promise: the visit",
       .per_case = {900'00, "EUR"},
       .amount_source = "margin a customer a year, made up",
       .factors = {"visits in the log with a broken promise", "such logs a year",
                   "would leave after one bad experience"}}};
  std::cout << to_text(figures, findings);
}
//! [exposure]

}  // namespace

int main() {
  auto const found = visit(form::as_found), mended = visit(form::mended);
  auto const gaps_found = validate(found), gaps_mended = validate(mended);
  std::cout << "== as found ==\n\n" << to_lines(gaps_found) << '\n';

  auto const as_found = explore(found);
  std::cout << to_text(as_found);

  std::cout << "\n== the visit, made up from what is told ==\n\n";
  counted first;
  auto const score = watched(found, tell_the_visit, first);
  std::cout << '\n' << to_text(found, score) << '\n';
  show_exposure(score);

  std::cout << "\n== mended ==\n\n"
            << (gaps_mended.empty() ? "No finding.\n" : to_lines(gaps_mended)) << '\n';
  auto const as_mended = explore(mended);
  auto const paid_ahead = explore(visit(form::mended, payment::ahead));
  std::cout << to_text(as_mended) << "\nHad she paid ahead:\n  " << summary(paid_ahead) << "\n\n";
  counted second;
  auto const resumed = watched(mended, tell_a_visit_that_is_resumed, second);
  std::cout << to_text(mended, resumed);

  auto const is_as_told =
      gaps_found.size() == 3 && gaps_found.count(gaps::unmeasurable_claim) == 1 &&
      gaps_found.count(gaps::unbacked_claim) == 1 &&
      gaps_found.count(gaps::uncovered_failure) == 1 && gaps_mended.empty() &&
      first.broken_terms == 4 && first.broken_promises == 1 && first.all == 5 && score.left == 1 &&
      score.kept == 0 && !as_found.encounter.breaks.empty() && as_mended.encounter.breaks.empty() &&
      paid_ahead.is_clean() && paid_ahead.encounter.breaks.empty() && second.all == 0 &&
      resumed.left == 1 && resumed.kept == 0;
  return is_as_told ? 0 : 1;
}
