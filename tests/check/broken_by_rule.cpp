// SPDX-License-Identifier: BSL-1.0
//
// broken-by-rule: a rule refuses a cancellation that the customer was promised, puts it off until
// her time is over, or gives her something else.
#include "check/support.hpp"

using namespace check_test;

namespace {

/// For a part alone.
action money_back(part_id p) { return {action_kind::refund, p}; }

/// She may cancel until she has the machine, and no longer.
struct refusing_shop : contracted_shop {
  refusing_shop() {
    b.on(cancel_requested).until(possession(machine)).owes(shop, accept);
    b.on(cancel_requested).since(possession(machine)).owes(shop, refuse);
  }
  std::string broken() const { return pairs(b, checks::broken_by_rule); }
};
/// Told of a month, and nothing of how it is answered.
struct promising_shop : contracted_shop {
  promising_shop() { b.claims(website, b.whole(), cancel_until(720h)); }
  std::string broken() const { return pairs(b, checks::broken_by_rule); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(broken_by_rule)

BOOST_AUTO_TEST_CASE(a_right_to_cancel_that_a_rule_refuses) {
  refusing_shop s;
  BOOST_TEST(s.broken() == "");
  s.b.claims(s.website, s.b.whole(), cancel_until(720h));
  BOOST_TEST(s.broken() ==
             "on cancellation requested, from possession of machine: shop refuses & website claims "
             "for a machine, delivered "
             "and installed: free to cancel within 30 days of the order");
}

BOOST_AUTO_TEST_CASE(also_where_it_is_committed_to) {
  refusing_shop s;
  s.b.commits(s.shop, s.b.whole(), cancel_until(720h));
  BOOST_TEST(s.broken() != "");
}

BOOST_AUTO_TEST_CASE(also_of_a_piece_for_all_requests_are_refused) {
  refusing_shop s;
  s.b.claims(s.website, s.machine, cancel_until(720h));
  BOOST_TEST(s.broken() != "");
  s.b.on(cancel_requested).since(possession(s.machine)).owes(s.shop, money_back(s.machine));
  BOOST_TEST(s.broken() == "");
}

BOOST_AUTO_TEST_CASE(money_back_for_a_piece_is_none_for_the_whole) {
  refusing_shop s;
  s.b.claims(s.website, s.b.whole(), cancel_until(720h));
  s.b.on(cancel_requested).since(possession(s.machine)).owes(s.shop, money_back(s.machine));
  BOOST_TEST(s.broken() != "");
  s.b.on(cancel_requested).since(possession(s.machine)).owes(s.shop, refund);
  BOOST_TEST(s.broken() == "");
}

BOOST_AUTO_TEST_CASE(not_what_ends_with_the_event_from_which_it_is_refused) {
  refusing_shop s;
  s.b.claims(s.website, s.b.whole(), cancel_until(possession(s.machine)));
  s.b.claims(s.website, s.b.whole(), cancel_until(completed(s.delivery)));
  s.b.claims(s.website, s.b.whole(), cancel_until(started(s.delivery)));
  BOOST_TEST(s.broken() == "");
  s.b.claims(s.website, s.b.whole(), cancel_until(completed(s.installation)));
  BOOST_TEST(s.broken() != "");
}

BOOST_AUTO_TEST_CASE(not_where_another_rule_accepts) {
  refusing_shop s;
  s.b.claims(s.website, s.b.whole(), cancel_until(720h));
  s.b.on(cancel_requested).since(possession(s.machine)).owes(s.shop, accept);
  BOOST_TEST(s.broken() == "");
}

BOOST_AUTO_TEST_CASE(not_where_two_that_accept_take_turns) {
  promising_shop s;
  s.b.on(cancel_requested).since(started(s.delivery)).owes(s.shop, refuse);
  s.b.on(cancel_requested).until(completed(s.delivery)).owes(s.shop, accept);
  BOOST_TEST(s.broken() != "");
  s.b.on(cancel_requested).since(completed(s.delivery)).owes(s.shop, accept);
  BOOST_TEST(s.broken() == "");
}

BOOST_AUTO_TEST_CASE(where_what_ends_the_one_comes_before_what_begins_the_other) {
  promising_shop s;
  s.b.on(cancel_requested).owes(s.shop, refuse);
  s.b.on(cancel_requested).until(started(s.delivery)).owes(s.shop, accept);
  s.b.on(cancel_requested).since(completed(s.delivery)).owes(s.shop, accept);
  BOOST_TEST(s.broken() != "");
}

BOOST_AUTO_TEST_CASE(beside_each_other_the_parts_are_read_together) {
  builder b{"a sofa and a lamp"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const sofa = b.service("sofa"), lamp = b.service("lamp"), last = b.service("last");
  b.product(all_of(sofa, lamp) >> last);
  b.can_do(shop, sofa, 1h).can_do(shop, lamp, 1h).can_do(shop, last, 1h);
  b.claims(shop, b.whole(), cancel_until(started(last)));
  // Refused once the sofa is there, unless the lamp still is to come: some day both are.
  b.on(cancel_requested).since(completed(sofa)).owes(shop, refuse);
  b.on(cancel_requested).until(completed(lamp)).owes(shop, accept);
  BOOST_TEST(places(b, checks::broken_by_rule) != "");
  b.on(cancel_requested).since(completed(lamp)).owes(shop, accept);
  BOOST_TEST(places(b, checks::broken_by_rule) == "");
}

BOOST_AUTO_TEST_CASE(not_from_when_all_that_comes_before_is_done) {
  builder b{"a sofa and a lamp"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const sofa = b.service("sofa"), lamp = b.service("lamp"), last = b.service("last");
  b.product(all_of(sofa, lamp) >> last);
  b.can_do(shop, sofa, 1h).can_do(shop, lamp, 1h).can_do(shop, last, 1h);
  b.claims(shop, b.whole(), cancel_until(completed(sofa)));
  b.on(cancel_requested).since(completed(last)).owes(shop, refuse);
  BOOST_TEST(places(b, checks::broken_by_rule) == "");
  b.on(cancel_requested).since(completed(lamp)).owes(shop, refuse);
  BOOST_TEST(places(b, checks::broken_by_rule) != "");
}

BOOST_AUTO_TEST_CASE(put_off_until_her_time_is_over) {
  contracted_shop s;
  s.b.claims(s.website, s.b.whole(), cancel_until(possession(s.machine)));
  s.b.on(cancel_requested).owes(s.shop, accept).waits_for(completed(s.installation));
  BOOST_TEST(pairs(s.b, checks::broken_by_rule) != "");
  s.b.on(cancel_requested).until(possession(s.machine)).owes(s.shop, accept);
  BOOST_TEST(pairs(s.b, checks::broken_by_rule) == "");
}

BOOST_AUTO_TEST_CASE(a_wait_that_may_end_in_time_puts_nothing_off) {
  contracted_shop s;
  s.b.claims(s.website, s.b.whole(), cancel_until(completed(s.installation)));
  s.b.on(cancel_requested).owes(s.shop, accept).waits_for(possession(s.machine));
  BOOST_TEST(pairs(s.b, checks::broken_by_rule) == "");
  promising_shop t;  // nor does a time say when the wait is over
  t.b.on(cancel_requested).owes(t.shop, accept).waits_for(completed(t.installation));
  BOOST_TEST(t.broken() == "");
}

BOOST_AUTO_TEST_CASE(a_wait_comes_before_a_refusal) {
  promising_shop s;
  s.b.on(cancel_requested).owes(s.shop, refuse);
  s.b.on(cancel_requested).owes(s.shop, accept).waits_for(completed(s.installation));
  BOOST_TEST(s.broken() == "");
}

BOOST_AUTO_TEST_CASE(something_else_than_what_she_asks_for) {
  promising_shop s;
  s.b.on(cancel_requested).owes(s.shop, replace(s.machine));
  BOOST_TEST(s.broken() != "");
  promising_shop words;  // say nothing either way
  words.b.on(cancel_requested).owes(words.shop, act("calls her back"));
  BOOST_TEST(words.broken() == "");
}

BOOST_AUTO_TEST_CASE(not_a_refusal_of_anything_else_nor_to_anybody_else) {
  promising_shop s;
  s.b.on(replacement_requested).owes(s.shop, refuse);
  s.b.on(cancel_requested).owes(s.shop, refuse, s.carrier);
  BOOST_TEST(s.broken() == "");
}

BOOST_AUTO_TEST_CASE(not_when_the_order_is_over) {
  promising_shop s;
  s.b.on(cancel_requested).until(cancelled).owes(s.shop, accept);
  s.b.on(cancel_requested).since(cancelled).owes(s.shop, refuse);
  BOOST_TEST(s.broken() == "");
}

BOOST_AUTO_TEST_CASE(one_finding_a_rule) {
  refusing_shop s;
  s.b.claims(s.website, s.b.whole(), cancel_until(720h));
  s.b.commits(s.shop, s.b.whole(), cancel_until(720h));
  BOOST_TEST(findings(built(s.b), checks::broken_by_rule).size() == 1u);
  BOOST_TEST(validate(built(s.b)).count(gaps::broken_by_rule) == 1u);
}

BOOST_AUTO_TEST_CASE(what_it_says) {
  refusing_shop s;
  s.b.claims(s.website, s.b.whole(), cancel_until(720h));
  auto const m = built(s.b);
  auto const f = findings(m, checks::broken_by_rule).at(0);
  auto const x = f.what->explain(m, f);
  BOOST_TEST(x.what == "The shop refuses a cancellation that the customer was promised.");
  BOOST_TEST(x.why ==
             "Website claims for a machine, delivered and installed: free to cancel within 30 days "
             "of the order. "
             "By this rule the shop refuses it all the same, after 'possession of machine', and "
             "nothing else lets her cancel there.");
  BOOST_TEST(x.mend ==
             "The shop accepts the cancellation there, at once; or what the customer is told and "
             "owed ends before that.");
  BOOST_TEST(x.evidence.size() == 3u);
  // Either, followed literally, closes it: see above.
}

BOOST_AUTO_TEST_SUITE_END()
