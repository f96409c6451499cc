// SPDX-License-Identifier: BSL-1.0
//
// silent-failure: a failure mode that the customer, or the performer of that part or of a later one
// with work still to do, neither knows nor is owed notice of (one finding a mode, naming all
// untold).
#include "check/support.hpp"

using namespace check_test;

namespace {

struct asking_shop : contracted_shop {
  // Who is untold of the one silent failure, as the finding names them.
  std::string untold() const {
    auto const m = built(b);
    auto const all = findings(m, checks::silent_failure);
    if (all.empty()) return "";
    BOOST_TEST_REQUIRE(all.size() == 1u);
    auto const what = all[0].what->explain(m, all[0]).what;
    auto const at = what.find("nobody tells ");
    BOOST_TEST_REQUIRE(at != std::string::npos);
    return what.substr(at + 13);
  }
};
struct losing_shop : asking_shop {
  event_id lost = b.fails(delivery, "lost").id();
};

}  // namespace

BOOST_AUTO_TEST_SUITE(silent_failure)

BOOST_AUTO_TEST_CASE(neither_the_customer_nor_the_performer_of_a_later_part_is_told) {
  losing_shop s;
  BOOST_TEST(places(s.b, checks::silent_failure) == "lost (delivery)");
  BOOST_TEST(s.untold() == "the customer or the installer.");
}

BOOST_AUTO_TEST_CASE(to_tell_one_of_them_is_not_enough) {
  {
    losing_shop s;
    s.b.tells(s.carrier, s.customer, s.lost, 2h);
    BOOST_TEST(s.untold() == "the installer.");
  }
  {
    losing_shop s;
    s.b.tells(s.carrier, s.installer, s.lost, 2h);
    BOOST_TEST(s.untold() == "the customer.");
  }
}

BOOST_AUTO_TEST_CASE(not_where_all_are_owed_notice_even_by_who_does_not_know) {
  losing_shop s;
  s.b.tells(s.shop, s.customer, s.lost, 2h).tells(s.shop, s.installer, s.lost, 2h);
  BOOST_TEST(s.untold() == "");
}

BOOST_AUTO_TEST_CASE(not_where_she_knows_by_herself) {
  losing_shop s;
  s.b.tells(s.carrier, s.installer, s.lost, 2h);
  s.b.tells(s.carrier, s.customer, s.lost, 2h);
  auto const broken = s.b.fails(s.delivery, "broken").hands(s.machine, s.customer).id();
  BOOST_TEST(places(s.b, checks::silent_failure) == "broken (delivery)");
  s.b.tells(s.customer, s.installer, broken, 2h);
  BOOST_TEST(s.untold() == "");
}

BOOST_AUTO_TEST_CASE(she_knows_what_happens_to_a_step_of_an_encounter) {
  losing_shop s;
  s.b.gives(s.delivery, greeted);
  BOOST_TEST(s.untold() == "the installer.");
}

BOOST_AUTO_TEST_CASE(the_performer_of_an_earlier_part_need_not_be_told) {
  contracted_shop s;
  auto const broken = s.b.fails(s.installation, "broken").id();
  s.b.tells(s.installer, s.customer, broken, 2h);
  BOOST_TEST(places(s.b, checks::silent_failure) == "");
}

BOOST_AUTO_TEST_CASE(a_later_part_is_later_also_through_others) {
  contracted_shop s;
  auto const burnt = s.b.fails(s.machine, "burnt").id();
  s.b.tells(s.shop, s.customer, burnt, 2h).tells(s.shop, s.carrier, burnt, 2h);
  BOOST_TEST(places(s.b, checks::silent_failure) == "burnt (machine)");
  s.b.tells(s.shop, s.installer, burnt, 2h);
  BOOST_TEST(places(s.b, checks::silent_failure) == "");
}

BOOST_AUTO_TEST_CASE(the_performer_of_the_part_itself_is_told_of_what_others_do_to_it) {
  builder b{"a repair"};
  auto const customer = b.customer("customer");
  b.seller("shop");
  auto const hand = b.subcontractor("hand"), other = b.subcontractor("other");
  auto const repair = b.service("repair");
  b.performs(hand, repair);
  auto const failed = b.fails(repair, "called off").follows(ordered).by(other).id();
  b.tells(other, customer, failed, 1h);
  BOOST_TEST(places(b, checks::silent_failure) == "called off (repair)");
  b.tells(other, hand, failed, 1h);
  BOOST_TEST(places(b, checks::silent_failure) == "");
}

BOOST_AUTO_TEST_CASE(who_is_at_work_knows_what_goes_wrong_there) {
  contracted_shop s;
  auto const missed =
      s.b.fails(s.delivery, "missed").follows(shipped(s.delivery)).by(s.customer).id();
  s.b.tells(s.shop, s.installer, missed, 1h);
  BOOST_TEST(places(s.b, checks::silent_failure) == "");
}

BOOST_AUTO_TEST_CASE(what_fails_in_her_hands_she_knows_and_those_who_have_finished_need_not) {
  asking_shop s;
  s.b.fails(s.machine, "leaks").follows(completed(s.installation)).by(s.shop);
  BOOST_TEST(places(s.b, checks::silent_failure) == "");
  s.b.fails(s.machine, "dented").follows(completed(s.delivery)).by(s.shop);
  BOOST_TEST(s.untold() == "the installer.");  // the carrier has finished, he has not
}

BOOST_AUTO_TEST_CASE(what_may_have_left_her_hands_she_need_not_know) {
  asking_shop s;
  auto const taken =
      s.b.step(s.delivery, "taken").follows(completed(s.delivery)).hands(s.machine, s.carrier).id();
  s.b.fails(s.machine, "dented").follows(taken).by(s.shop);
  BOOST_TEST(s.untold() == "the customer or the installer.");
}

BOOST_AUTO_TEST_CASE(lateness_is_a_failure_mode_too) {
  bare_shop s;
  s.b.commits_to(s.installer, s.shop, s.installation);
  s.b.may_be_late(s.installation);
  BOOST_TEST(places(s.b, checks::silent_failure) == "installation late");
}

BOOST_AUTO_TEST_CASE(a_step_is_no_failure) {
  contracted_shop s;
  s.b.step(s.delivery, "rerouted");
  BOOST_TEST(places(s.b, checks::silent_failure) == "");
}

BOOST_AUTO_TEST_CASE(one_finding_a_failure_mode) {
  losing_shop s;
  s.b.fails(s.delivery, "damaged");
  BOOST_TEST(places(s.b, checks::silent_failure) == "lost (delivery); damaged (delivery)");
}

BOOST_AUTO_TEST_CASE(the_mend_says_who_tells_the_seller_where_it_does_not_know_itself) {
  losing_shop s;
  auto const mend = [&] {
    auto const m = built(s.b);
    auto const all = findings(m, checks::silent_failure);
    BOOST_TEST_REQUIRE(all.size() == 1u);
    return all[0].what->explain(m, all[0]).mend;
  };
  BOOST_TEST(mend() ==
             "The shop tells the customer and the installer of 'lost' within a stated time; "
             "and the carrier tells the shop.");
  s.b.tells(s.carrier, s.shop, s.lost, 2h);
  BOOST_TEST(mend() ==
             "The shop tells the customer and the installer of 'lost' within a stated time.");
}

BOOST_AUTO_TEST_SUITE_END()
