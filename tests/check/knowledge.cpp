// SPDX-License-Identifier: BSL-1.0
//
// Who knows of an event: its own acts, what it receives, orders under its own contract, and what
// somebody who knows owes it notice of; of the end of an order, by its contract too.
#include "lupaus/life/knowledge.hpp"

#include "check/support.hpp"

using namespace check_test;

namespace {

struct telling_shop : contracted_shop {
  party_id stranger = b.subcontractor("stranger");
  event_id lost = b.fails(delivery, "lost").id();

  // "shop website carrier": all who know.
  std::string who_knows(event_ref e) {
    b.must_coordinate_parties(stranger, stranger);  // keeps the tables of the model in use
    b.on(e).owes(shop, act("takes note"));
    auto const m = built(b);
    auto const asked = m->rules[rule_id{m->rules.size() - 1}].on;
    std::string text;
    for (auto p : m->parties.ids())
      if (knows(m, p, asked)) text += (text.empty() ? "" : " ") + name_of(m, p);
    return text;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(knowledge)

BOOST_AUTO_TEST_CASE(orders_under_its_own_contract) {
  telling_shop s;
  BOOST_TEST(s.who_knows(ordered) == "customer shop website carrier installer");
}

BOOST_AUTO_TEST_CASE(the_end_of_an_order_where_the_contract_says_in_what_time) {
  for (event_ref const e : {cancelled, refunded, kept}) {
    telling_shop s;
    s.b.commits_to(s.stranger, s.shop, s.installation);
    s.b.ends_contract_with(s.stranger, s.shop, {kept, cancelled, refunded});
    BOOST_TEST(s.who_knows(e) == "customer shop website carrier installer");
    s.b.ends_contract_with(s.stranger, s.carrier, {e}, 4h);
    BOOST_TEST(s.who_knows(e) == "customer shop website carrier installer stranger");
  }
}

BOOST_AUTO_TEST_CASE(a_commitment_to_the_customer_alone_is_no_contract_for_the_order) {
  telling_shop s;
  s.b.commits(s.stranger, s.machine, undamaged);
  BOOST_TEST(s.who_knows(ordered) == "customer shop website carrier installer");
}

BOOST_AUTO_TEST_CASE(requests_are_between_her_and_the_shop) {
  for (event_ref const e : {cancel_requested, replacement_requested}) {
    telling_shop s;
    BOOST_TEST(s.who_knows(e) == "customer shop website");
  }
}

BOOST_AUTO_TEST_CASE(its_own_acts) {
  telling_shop s;
  BOOST_TEST(s.who_knows(s.lost) == "carrier");
}

BOOST_AUTO_TEST_CASE(what_a_party_is_declared_to_see) {
  telling_shop s;
  s.b.sees(s.stranger, s.lost).sees(s.website, s.lost).sees(s.installer, completed(s.delivery));
  BOOST_TEST(s.who_knows(s.lost) == "shop website carrier stranger");
}

BOOST_AUTO_TEST_CASE(who_sees_it_passes_word_on) {
  telling_shop s;
  s.b.sees(s.stranger, s.lost).tells(s.stranger, s.customer, s.lost, 1h);
  BOOST_TEST(s.who_knows(s.lost) == "customer carrier stranger");
}

BOOST_AUTO_TEST_CASE(who_sees_that_it_is_completed_sees_that_it_is_late) {
  telling_shop s;
  auto const late = s.b.may_be_late(s.delivery).id();
  s.b.sees(s.stranger, completed(s.delivery));
  BOOST_TEST(s.who_knows(late).find("stranger") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_firm_knows_as_one) {
  telling_shop s;
  s.b.can_do(s.website, s.installation, 1h);
  auto const burnt = s.b.fails(s.machine, "burnt").id();
  BOOST_TEST(s.who_knows(burnt) == "shop website");
}

BOOST_AUTO_TEST_CASE(what_may_come_about_by_several_is_known_to_none_of_them) {
  telling_shop s;
  auto const found = s.b.step(s.delivery, "found")
                         .follows(s.lost)
                         .by(s.carrier)
                         .follows(s.lost)
                         .by(s.stranger)
                         .id();
  BOOST_TEST(s.who_knows(found) == "");
}

BOOST_AUTO_TEST_CASE(several_ways_by_one_are_its_own_act) {
  telling_shop s;
  auto const found = s.b.step(s.delivery, "found")
                         .follows(s.lost)
                         .by(s.stranger)
                         .follows(shipped(s.delivery))
                         .by(s.stranger)
                         .id();
  BOOST_TEST(s.who_knows(found) == "stranger");
}

BOOST_AUTO_TEST_CASE(what_it_physically_receives) {
  telling_shop s;
  auto const found =
      s.b.step(s.delivery, "found").follows(s.lost).by(s.carrier).hands(s.machine, s.stranger).id();
  BOOST_TEST(s.who_knows(found) == "carrier stranger");
  BOOST_TEST(s.who_knows(completed(s.delivery)) == "customer carrier");
}

BOOST_AUTO_TEST_CASE(what_somebody_who_knows_owes_it_notice_of) {
  telling_shop s;
  s.b.tells(s.carrier, s.shop, s.lost, 2h).tells(s.website, s.customer, s.lost, 2h);
  BOOST_TEST(s.who_knows(s.lost) == "customer shop website carrier");
}

BOOST_AUTO_TEST_CASE(word_is_passed_on_in_whatever_order_it_is_written) {
  telling_shop s;
  s.b.tells(s.customer, s.stranger, s.lost, 2h).tells(s.shop, s.customer, s.lost, 2h);
  s.b.tells(s.carrier, s.shop, s.lost, 2h);
  BOOST_TEST(s.who_knows(s.lost) == "customer shop website carrier stranger");
}

BOOST_AUTO_TEST_CASE(notice_owed_by_who_does_not_know_tells_nobody) {
  telling_shop s;
  s.b.tells(s.shop, s.customer, s.lost, 2h);
  BOOST_TEST(s.who_knows(s.lost) == "carrier");
  auto const m = built(s.b);
  BOOST_TEST(is_owed_notice(m, s.customer, s.lost));
  BOOST_TEST(!is_owed_notice(m, s.installer, s.lost));
}

BOOST_AUTO_TEST_CASE(notice_of_another_event_tells_nothing) {
  telling_shop s;
  s.b.tells(s.carrier, s.shop, completed(s.delivery), 2h);
  BOOST_TEST(s.who_knows(s.lost) == "carrier");
}

BOOST_AUTO_TEST_CASE(coordination_includes_word_of_completion_and_lateness) {
  telling_shop s;
  auto const late = s.b.may_be_late(s.delivery).id();
  s.b.coordinates(s.carrier, s.delivery, s.installation);
  BOOST_TEST(s.who_knows(completed(s.delivery)) == "customer carrier installer");
  // She is told by the doorbell, and sees that it has not rung.
  BOOST_TEST(s.who_knows(late) == "customer carrier installer");
  BOOST_TEST(s.who_knows(s.lost) == "carrier");
  BOOST_TEST(s.who_knows(completed(s.installation)) == "installer");
}

BOOST_AUTO_TEST_CASE(coordination_by_who_does_not_know_tells_nobody) {
  telling_shop s;
  s.b.coordinates(s.shop, s.delivery, s.installation);
  BOOST_TEST(s.who_knows(completed(s.delivery)) == "customer carrier");
}

BOOST_AUTO_TEST_CASE(a_report_is_known_to_the_seller_alone_and_only_if_it_is_told) {
  {
    telling_shop s;
    BOOST_TEST(s.who_knows(reported(s.lost)) == "");
  }
  {
    telling_shop s;
    s.b.tells(s.carrier, s.shop, s.lost, 2h);
    BOOST_TEST(s.who_knows(reported(s.lost)) == "shop website");
  }
}

BOOST_AUTO_TEST_CASE(possession_is_known_to_her_and_to_who_knows_all_that_gives_it) {
  {
    telling_shop s;
    BOOST_TEST(s.who_knows(possession(s.machine)) == "customer carrier");
  }
  {
    telling_shop s;
    s.b.step(s.installation, "left with a neighbour").by(s.stranger).hands(s.machine, s.customer);
    BOOST_TEST(s.who_knows(possession(s.machine)) == "customer");
  }
}

BOOST_AUTO_TEST_CASE(no_word_of_completion_is_word_of_lateness) {
  telling_shop s;
  auto const late = s.b.may_be_late(s.delivery).id();
  s.b.tells(s.carrier, s.shop, completed(s.delivery), 2h);
  BOOST_TEST(s.who_knows(late) == "customer shop website carrier");
}

BOOST_AUTO_TEST_SUITE_END()
