// SPDX-License-Identifier: BSL-1.0
//
// Who has word of what, and how soon: that it is late, where it is passed on, by contracts, and of
// what rests on other events; and that it is no other thing than who knows.
#include "support/runs.hpp"
#include "support/teller.hpp"
#include "support/wild_model.hpp"

#include "lupaus/explore.hpp"
#include "lupaus/explore/answers/notice_times.hpp"
#include "lupaus/explore/answers/trace_times.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/report/story.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;

constexpr seconds_t hour = 3'600;

/// Shelves are built at her house by a joiner, whom nobody watches.
struct shelves {
  builder b{"shelves"};
  party_id customer = b.customer("customer"), shop = b.seller("shop"),
           joiner = b.subcontractor("joiner"), porter = b.subcontractor("porter");
  part_id boards = b.good("boards"), building = b.service("building");
  event_id late = b.may_be_late(building).id();

  shelves() {
    b.product(boards >> building).can_do(shop, boards, 0h);
    b.commits_to(joiner, shop, building, within(24h));
  }

  /// In hours; -1 for never.
  seconds_t told(party_id who, event_ref e) {
    b.on(e).owes(shop, act("takes note"));
    auto const m = b.build().value();
    auto const t = told_within(m, who, m->rules[rule_id{m->rules.size() - 1}].on);
    return t ? *t / hour : -1;
  }
  bool is_told_of_lateness() { return explore(b.build().value()).missed_notices.empty(); }
};

std::string word_for_word(model const& made) {
  auto m = static_cast<model_view const&>(made);
  m.coordinations = {};  // these say no time
  auto const has_time = [](auto const& x) { return is_length(x.within); };
  auto const is_timed = std::all_of(m.notices.begin(), m.notices.end(), has_time) &&
                        std::all_of(m.contract_ends.begin(), m.contract_ends.end(),
                                    [&](auto const& x) { return !is_told(x) || has_time(x); });
  trace_plan const plan{m};
  for (auto e : m.events.ids())
    for (auto p : m.parties.ids()) {
      auto const told = plan.told_within(p, e);
      if (told != told_within(m, p, e)) return "another time from what is kept";
      if (told ? !knows(m, p, e) : is_timed && knows(m, p, e))
        return name_of(m, p) + (told ? " is told of " : " knows of ") + name_of(m, e);
    }
  return {};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(notice_times)

BOOST_AUTO_TEST_CASE(whoever_sees_it_completed_sees_that_it_is_late) {
  shelves s;
  BOOST_TEST(s.told(s.customer, s.late) == -1);
  BOOST_TEST(!s.is_told_of_lateness());
  s.b.sees(s.customer, completed(s.building));
  BOOST_TEST(s.told(s.customer, s.late) == 0);
  BOOST_TEST(s.is_told_of_lateness());
}

BOOST_AUTO_TEST_CASE(a_story_says_of_lateness_what_the_verdict_says) {
  for (auto const sees : {false, true}) {
    shelves s;
    s.b.commits(s.shop, s.building, within(24h));
    if (sees) s.b.sees(s.customer, completed(s.building));
    auto const m = s.b.build().value();
    story told;
    told.moves = {
        {.kind = move_kind::orders, .by = m->customer},
        {.kind = move_kind::happens, .event = s.late, .by = s.joiner, .part = s.building}};
    auto const is_noted =
        to_text(m, told).find("Nobody owes the customer word of it.") != std::string::npos;
    BOOST_TEST(is_noted == !sees);
    BOOST_TEST(explore(m).missed_notices.empty() == sees);
  }
}

BOOST_AUTO_TEST_CASE(who_sees_it_completed_passes_on_that_it_is_late) {
  shelves s;
  s.b.tells(s.porter, s.customer, s.late, 3h);
  BOOST_TEST(s.told(s.customer, s.late) == -1);
  s.b.sees(s.porter, completed(s.building));
  BOOST_TEST(s.told(s.customer, s.late) == 3);
}

BOOST_AUTO_TEST_CASE(the_first_word_of_lateness_counts) {
  shelves s;
  s.b.tells(s.joiner, s.customer, completed(s.building), 2h);
  BOOST_TEST(s.told(s.customer, s.late) == 2);
  s.b.tells(s.joiner, s.customer, s.late, 5h);
  BOOST_TEST(s.told(s.customer, s.late) == 2);
  s.b.tells(s.joiner, s.customer, s.late, 1h);
  BOOST_TEST(s.told(s.customer, s.late) == 1);
}

BOOST_AUTO_TEST_CASE(word_takes_no_less_than_who_passes_it_on_has_waited) {
  shelves s;
  s.b.tells(s.porter, s.customer, s.late, 1h).tells(s.joiner, s.porter, s.late, 4h);
  BOOST_TEST(s.told(s.customer, s.late) == 4);
}

BOOST_AUTO_TEST_CASE(a_contract_says_when_its_end_is_told) {
  shelves s;
  BOOST_TEST(s.told(s.joiner, cancelled) == -1);
  s.b.ends_contract_with(s.joiner, s.shop, {cancelled}, 4h);
  BOOST_TEST(s.told(s.joiner, cancelled) == 4);
  s.b.tells(s.joiner, s.porter, cancelled, 1h);
  BOOST_TEST(s.told(s.porter, cancelled) == 4);
}

BOOST_AUTO_TEST_CASE(of_possession_when_he_has_word_of_all_that_gives_it_to_her) {
  shelves s;
  s.b.step(s.building, "left in the hall").by(s.porter).hands(s.boards, s.customer);
  auto const handed =
      s.b.step(s.building, "handed over").by(s.joiner).hands(s.boards, s.customer).id();
  BOOST_TEST(s.told(s.customer, possession(s.boards)) == 0);
  BOOST_TEST(s.told(s.porter, possession(s.boards)) == -1);
  s.b.tells(s.joiner, s.porter, handed, 6h);
  BOOST_TEST(s.told(s.porter, possession(s.boards)) == 6);
}

BOOST_AUTO_TEST_CASE(a_report_comes_to_the_seller) {
  shelves s;
  BOOST_TEST(s.told(s.shop, reported(s.late)) == -1);
  s.b.tells(s.joiner, s.shop, s.late, 2h);
  BOOST_TEST(s.told(s.shop, s.late) == 2);
  BOOST_TEST(s.told(s.shop, reported(s.late)) == 0);
  BOOST_TEST(s.told(s.joiner, reported(s.late)) == -1);
}

BOOST_AUTO_TEST_CASE(a_firm_is_told_as_one) {
  shelves s;
  auto const crew = s.b.department("crew");
  s.b.tells(s.joiner, crew, s.late, 2h).tells(s.shop, s.customer, s.late, 1h);
  BOOST_TEST(s.told(s.shop, s.late) == 2);
  BOOST_TEST(s.told(s.customer, s.late) == 2);
}

BOOST_AUTO_TEST_CASE(who_is_told_knows_and_who_knows_is_told_where_every_notice_has_a_time) {
  proof::hold_on_random(proof::runs(300), proof::random_promise, [](proof::description const& d) {
    auto const m = proof::to_model(d);
    return m ? word_for_word(*m) : std::string{};
  });
}

BOOST_AUTO_TEST_SUITE_END()
