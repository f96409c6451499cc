// SPDX-License-Identifier: BSL-1.0
//
// dangling-antecedent: a commitment waits for what nobody is committed to bring about.
#include "check/support.hpp"

using namespace check_test;

namespace {

struct losing_shop : contracted_shop {
  event_id lost = b.fails(delivery, "lost").id();
  party_id driver = b.subcontractor("driver");
};
std::string dangling(builder const& b) { return pairs(b, checks::dangling_antecedent); }

}  // namespace

BOOST_AUTO_TEST_SUITE(dangling_antecedent)

BOOST_AUTO_TEST_CASE(a_condition_that_nobody_sees_to) {
  contracted_shop s;
  auto const keys = s.b.step(s.delivery, "keys handed in").id();
  s.b.commits_to(s.b.subcontractor("fitter"), s.shop, s.installation).given(keys);
  BOOST_TEST(
      dangling(s.b) ==
      "fitter commits to shop for installation, if keys handed in & keys handed in (delivery)");
  s.b.commits(s.customer, s.delivery, {}).to(s.shop).brings_about(keys);
  BOOST_TEST(dangling(s.b) == "");
}

BOOST_AUTO_TEST_CASE(its_own_promise_does_not_make_it_true) {
  contracted_shop s;
  auto const keys = s.b.step(s.delivery, "keys handed in").id();
  s.b.commits_to(s.installer, s.shop, s.delivery).given(keys).brings_about(keys);
  BOOST_TEST(dangling(s.b) != "");
}

BOOST_AUTO_TEST_CASE(not_where_as_much_is_owed_in_any_case) {
  // The day may be moved: the first one still counts.
  for (auto const has_first : {false, true}) {
    bare_shop s;
    auto const moved = s.b.step(s.delivery, "moved").by(s.shop).id();
    if (has_first) s.b.commits(s.shop, s.installation, within(120h));
    s.b.commits(s.shop, s.installation, within(240h).after(moved)).given(moved);
    BOOST_TEST((dangling(s.b) == "") == has_first);
  }
  // Another quality, another creditor, other work or another debtor are not as much.
  contracted_shop s;
  auto const keys = s.b.step(s.delivery, "keys handed in").id();
  auto const fitter = s.b.subcontractor("fitter");
  s.b.commits_to(fitter, s.shop, s.installation, within(48h)).given(keys);
  auto const dangles = dangling(s.b);
  BOOST_TEST(dangles != "");
  s.b.commits_to(fitter, s.shop, s.installation, installed);
  s.b.commits_to(fitter, s.customer, s.installation, within(48h));
  s.b.commits_to(fitter, s.shop, s.delivery, within(48h));
  s.b.commits(s.shop, s.installation, within(48h));
  BOOST_TEST(dangling(s.b) == dangles);
  s.b.commits_to(fitter, s.shop, s.installation, within(72h));
  BOOST_TEST(dangling(s.b) == "");
}

BOOST_AUTO_TEST_CASE(a_part_that_is_performed) {
  contracted_shop s;  // by contract, and by own capability
  s.b.commits(s.shop, s.installation, installed).given(completed(s.delivery));
  s.b.commits(s.shop, s.installation, installed).given(shipped(s.delivery));
  s.b.commits(s.shop, s.installation, installed).given(possession(s.machine));
  s.b.commits(s.shop, s.installation, installed).given(completed(s.machine));
  BOOST_TEST(dangling(s.b) == "");
  bare_shop t;
  t.b.commits(t.shop, t.installation, installed).given(completed(t.delivery));
  BOOST_TEST(
      dangling(t.b) ==
      "shop commits to customer for installation: installed and tested, if delivery completed & "
      "delivery completed");
  t.b.performs(t.website, t.delivery);
  BOOST_TEST(dangling(t.b) == "");  // in its own house
}

BOOST_AUTO_TEST_CASE(not_where_it_waits_for_what_may_happen) {
  losing_shop s;
  for (auto const& e : {event_ref{s.lost}, reported(s.lost), event_ref{cancel_requested},
                        event_ref{cancelled}, event_ref{kept}, event_ref{ordered}})
    s.b.commits(s.shop, s.delivery, undamaged).given(e);
  BOOST_TEST(dangling(s.b) == "");
}

BOOST_AUTO_TEST_CASE(a_report_takes_a_notice) {
  contracted_shop s;
  s.b.commits(s.shop, s.installation, installed).given(reported(completed(s.delivery)));
  BOOST_TEST(dangling(s.b) != "");
  s.b.tells(s.carrier, s.customer, completed(s.delivery), 1h);
  BOOST_TEST(dangling(s.b) != "");
  s.b.tells(s.carrier, s.website, completed(s.delivery), 1h);
  BOOST_TEST(dangling(s.b) == "");
}

BOOST_AUTO_TEST_CASE(not_of_a_remedy_or_an_incentive) {
  contracted_shop s;
  auto const keys = s.b.step(s.delivery, "keys handed in").id();
  s.b.commits_to(s.installer, s.shop, s.installation).given(keys).on_request();
  s.b.commits_to(s.installer, s.shop, s.installation).given(keys).overrides(undamaged);
  BOOST_TEST(dangling(s.b) == "");
}

BOOST_AUTO_TEST_SUITE_END()
