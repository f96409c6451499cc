// SPDX-License-Identifier: BSL-1.0
//
// no-exit over several parts: what ends a window may happen to another part, and what a gate waits
// for may have become impossible.
#include "check/support.hpp"

using namespace check_test;

namespace {

// Two services side by side.
struct two_lessons {
  builder b{"two lessons"};
  party_id customer = b.customer("customer"), school = b.seller("school");
  part_id drive = b.service("drive"), theory = b.service("theory");
  event_id crashed, skipped;
  two_lessons() {
    b.product(all_of(drive, theory));
    b.can_do(school, drive, 1h);
    b.can_do(school, theory, 1h);
    crashed = b.fails(drive, "crashed").id();
    skipped = b.fails(theory, "skipped").id();
  }
};

// The situations that findings list, and, in brackets, what else has to have happened.
std::string closed(builder const& b) {
  auto const m = built(b);
  detail::model_analysis analysis{m};
  auto& exits = analysis.way_out();
  std::string text;
  exits.for_each_closed([&](std::size_t n, part_id, rule_id by) {
    auto const at = exits.graph().at(n);
    text += (text.empty() ? "" : ", ");
    text += at.after ? name_of(m, at.after) : "before " + name_of(m, at.pending);
    if (by) text += " (refused)";
    exits.for_each_besides(n, [&](event_id e) { text += " [" + name_of(m, e) + "]"; });
  });
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(joint_situations)

BOOST_AUTO_TEST_CASE(a_window_that_ends_with_another_part) {
  two_lessons s;
  s.b.on(cancel_requested).until(completed(s.theory)).owes(s.school, accept);
  BOOST_TEST(closed(s.b) == "before drive [theory completed], crashed [theory completed]");
}

BOOST_AUTO_TEST_CASE(not_where_another_window_begins_there) {
  two_lessons s;
  s.b.on(cancel_requested).until(completed(s.theory)).owes(s.school, accept);
  s.b.on(cancel_requested).since(completed(s.theory)).owes(s.school, accept);
  BOOST_TEST(closed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(not_where_what_ends_the_window_comes_later) {
  two_lessons s;
  s.b.before(s.drive, s.theory);
  s.b.on(cancel_requested).until(completed(s.theory)).owes(s.school, accept);
  BOOST_TEST(closed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(always_where_it_came_before) {
  two_lessons s;
  s.b.before(s.theory, s.drive);
  s.b.on(cancel_requested).until(completed(s.theory)).owes(s.school, accept);
  BOOST_TEST(closed(s.b) == "before drive, crashed");
}

BOOST_AUTO_TEST_CASE(two_results_of_one_part_exclude_each_other) {
  two_lessons s;
  s.b.on(cancel_requested).until(completed(s.theory)).owes(s.school, accept);
  s.b.on(cancel_requested).until(s.skipped).owes(s.school, accept);
  BOOST_TEST(closed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(who_refuses_there) {
  two_lessons s;
  s.b.on(cancel_requested).until(completed(s.theory)).owes(s.school, accept);
  s.b.on(cancel_requested).since(completed(s.theory)).owes(s.school, refuse);
  BOOST_TEST(closed(s.b) ==
             "before drive (refused) [theory completed], "
             "crashed (refused) [theory completed]");
}

BOOST_AUTO_TEST_CASE(a_gate_that_cannot_come_any_more) {
  two_lessons s;
  s.b.on(cancel_requested).owes(s.school, accept).waits_for(completed(s.drive));
  BOOST_TEST(closed(s.b) == "crashed");
  s.b.on(s.crashed).owes(s.school, perform_again(s.drive));
  BOOST_TEST(closed(s.b) == "");
}

// The same, and a third part: beside them, or after both.
struct three_lessons {
  builder b{"three lessons"};
  party_id customer = b.customer("customer"), school = b.seller("school");
  party_id examiner = b.subcontractor("examiner");
  part_id drive = b.service("drive"), theory = b.service("theory"), third = b.service("third");
  three_lessons() {
    b.can_do(school, drive, 1h);
    b.can_do(school, theory, 1h);
  }
};

BOOST_AUTO_TEST_CASE(able_and_never_due) {
  three_lessons s;  // nobody is bound to a time for the third
  s.b.product(all_of(s.drive, s.theory, s.third));
  s.b.on(cancel_requested).owes(s.school, accept).waits_for(completed(s.theory));
  BOOST_TEST(closed(s.b) == "");
  s.b.before(s.third, s.theory);
  BOOST_TEST(closed(s.b) == "before drive, before third");
}

BOOST_AUTO_TEST_CASE(a_performer_who_does_not_learn_that_he_can_begin) {
  three_lessons s;
  s.b.product(all_of(s.drive, s.theory) >> s.third);
  s.b.commits_to(s.examiner, s.school, s.third, within(24h).after(completed(s.drive)));
  s.b.on(cancel_requested).owes(s.school, accept).waits_for(completed(s.third));
  BOOST_TEST(closed(s.b) == "before drive, before theory, before third");
  s.b.coordinates(s.school, s.drive, s.third);
  BOOST_TEST(closed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(goods_taken_from_her_again) {
  contracted_shop s;
  s.b.on(cancel_requested).until(completed(s.installation)).owes(s.shop, accept);
  BOOST_TEST(closed(s.b) == "");
  auto const taken =
      s.b.step(s.installation, "taken along").follows(completed(s.installation)).id();
  BOOST_TEST(closed(s.b) == "");
  (void)taken;
  s.b.step(s.installation, "taken back")
      .follows(completed(s.installation))
      .hands(s.machine, s.carrier);
  BOOST_TEST(closed(s.b) == "taken back");
}

BOOST_AUTO_TEST_CASE(goods_taken_from_her_after_what_stands_no_longer) {
  // Who got it late has it: that she could ask for another one helps no more.
  for (auto const is_late : {true, false}) {
    contracted_shop s;
    auto const wrong =
        is_late ? s.b.may_be_late(s.installation).id() : s.b.fails(s.installation, "broken").id();
    s.b.on(replacement_requested).owes(s.shop, refund);
    auto const back =
        s.b.step(s.installation, "taken back").follows(wrong).hands(s.machine, s.carrier).id();
    s.b.on(cancel_requested).until(back).owes(s.shop, accept);
    BOOST_TEST(closed(s.b) == (is_late ? "taken back" : ""));
  }
}

BOOST_AUTO_TEST_CASE(goods_taken_from_her_though_nothing_is_late) {
  // Money back for an installation that has not come is none once it has.
  bare_shop s;
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(48h));
  s.b.commits_to(s.installer, s.shop, s.installation);
  auto const late = s.b.may_be_late(s.installation).id();
  auto const back =
      s.b.step(s.installation, "taken back").follows(late).hands(s.machine, s.carrier).id();
  s.b.on(s.b.not_by(completed(s.installation), 99h)).owes(s.shop, refund);
  s.b.on(cancel_requested).until(back).owes(s.shop, accept);
  BOOST_TEST(closed(s.b) == "taken back");
}

BOOST_AUTO_TEST_SUITE_END()
