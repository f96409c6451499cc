// SPDX-License-Identifier: BSL-1.0
//
// Who causes what, who may do what if she likes, and what comes late from beside.
#include "check/support.hpp"

using namespace check_test;

namespace {

/// The delivery fails in the way that is asked for, and the shop makes it good in a day.
struct failing_shop : contracted_shop {
  event_id fails_by(party_id who) {
    auto const failed = b.fails(delivery, "failed").by(who).id();
    b.on(failed).owes(shop, refund).within(24h);
    return failed;
  }
  std::string not_paying() const {
    auto const m = built(b);
    std::string text;
    for (auto const& f : findings(m, checks::missing_recourse))
      text += (text.empty() ? "" : "; ") + name_of(m, f.performing);
    return text;
  }
};

/// Two loads, together, and then the fitting: claimed within a week of the first load.
struct two_loads {
  builder b{"a kitchen in two loads"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  party_id haulier = b.subcontractor("haulier");
  part_id first = b.service("first load"), second = b.service("second load"),
          fitting = b.service("fitting");

  two_loads() {
    b.product(all_of(first, second) >> fitting);
    b.can_do(shop, fitting, 120h);
    b.claims(shop, fitting, within(168h).after(completed(first)));
    b.commits_to(haulier, shop, first, within(900h));
  }
  std::string late_by() const {
    auto const m = built(b);
    std::string text;
    for (auto const& f : findings(m, checks::late_by_design)) {
      text += (text.empty() ? "" : "; ") + in_hours(f.late_by);
      BOOST_TEST(f.what->explain(m, f).why.find("second load") != std::string::npos);
    }
    return text;
  }
};

struct checking_shop : bare_shop {
  event_id asked_by(party_id who) { return b.step(installation, "asked for").by(who).id(); }
  std::string dangling(event_ref on) {
    b.commits(shop, installation, within(24h).after(on)).given(on);
    return pairs(b, checks::dangling_antecedent);
  }
};

/// The findings, with what each is: a warning or an error.
std::string uninformed(builder const& b) {
  auto const m = built(b);
  std::string text;
  for (auto const& f : findings(m, checks::uninformed_party))
    text += (text.empty() ? "" : "; ") + std::string{to_string(f.what->severity)} + ": " +
            name_of(m, f.performing) + ", " + name_of(m, static_cast<event_id>(f.where));
  return text;
}

/// A machine by a carrier alone: nobody waits for anything.
struct delivering_shop {
  builder b{"a machine, delivered"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  party_id carrier = b.subcontractor("carrier");
  part_id machine = b.good("machine"), delivery = b.service("delivery");

  delivering_shop() {
    b.product(machine >> delivery).carries(delivery, machine).can_do(shop, machine, 0h);
    b.commits_to(carrier, shop, delivery, within(48h));
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(causes)

// ---- missing-recourse
// ----------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(nobody_pays_for_what_the_seller_or_the_customer_causes) {
  failing_shop s, t, u;
  s.fails_by(s.shop);
  t.fails_by(t.website);
  u.fails_by(u.customer);
  BOOST_TEST(s.not_paying() == "");
  BOOST_TEST(t.not_paying() == "");
  BOOST_TEST(u.not_paying() == "");
}

BOOST_AUTO_TEST_CASE(the_claim_is_on_whoever_causes_it) {
  failing_shop s;
  auto const failed = s.fails_by(s.installer);
  BOOST_TEST(s.not_paying() == "installer");
  s.b.recovers_from(s.shop, s.carrier, failed, within(24h));
  BOOST_TEST(s.not_paying() == "installer");
  s.b.recovers_from(s.shop, s.installer, failed, within(24h));
  BOOST_TEST(s.not_paying() == "");
}

BOOST_AUTO_TEST_CASE(on_each_who_may_cause_it) {
  failing_shop s;
  auto const failed =
      s.b.fails(s.delivery, "lost").by(s.shop).follows(started(s.delivery)).by(s.carrier).id();
  s.b.on(failed).owes(s.shop, refund).within(24h);
  BOOST_TEST(s.not_paying() == "carrier");
  s.b.recovers_from(s.shop, s.carrier, failed, within(24h));
  BOOST_TEST(s.not_paying() == "");
}

BOOST_AUTO_TEST_CASE(of_a_part_of_the_sellers_own_too) {
  failing_shop s;
  auto const spoilt = s.b.fails(s.machine, "spoilt").by(s.installer).id();
  s.b.on(spoilt).owes(s.shop, refund).within(24h);
  BOOST_TEST(s.not_paying() == "installer");
}

// ---- late-by-design
// ------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(what_comes_later_than_the_anchor_delays_what_it_comes_before) {
  two_loads s;
  s.b.commits_to(s.haulier, s.shop, s.second, within(504h).after(completed(s.first)));
  BOOST_TEST(s.late_by() == "456 h");  // 504 + 120 against 168
}

BOOST_AUTO_TEST_CASE(not_what_comes_soon_enough) {
  two_loads s;
  s.b.commits_to(s.haulier, s.shop, s.second, within(48h).after(completed(s.first)));
  BOOST_TEST(s.late_by() == "");
  two_loads t;
  t.b.commits_to(t.haulier, t.shop, t.second, within(49h).after(completed(t.first)));
  BOOST_TEST(t.late_by() == "1 h");
}

BOOST_AUTO_TEST_CASE(counted_from_the_order_by_how_much_it_is_later) {
  two_loads s;
  s.b.commits_to(s.haulier, s.shop, s.second, within(800h));
  BOOST_TEST(s.late_by() == "");
  two_loads t;
  t.b.commits_to(t.haulier, t.shop, t.second, within(950h));  // 50 h after the first
  BOOST_TEST(t.late_by() == "2 h");
}

BOOST_AUTO_TEST_CASE(itself_where_it_is_what_was_claimed) {
  two_loads s;
  s.b.commits_to(s.haulier, s.shop, s.second, within(100h).after(completed(s.first)));
  s.b.claims(s.shop, s.second, within(99h).after(completed(s.first)));
  BOOST_TEST(s.late_by() == "52 h; 1 h");
}

// ---- dangling-antecedent
// -------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(what_she_may_do_if_she_likes_does_not_dangle) {
  checking_shop s, t;
  BOOST_TEST(s.dangling(s.asked_by(s.customer)) == "");
  BOOST_TEST(t.dangling(t.asked_by(t.installer)) != "");
}

BOOST_AUTO_TEST_CASE(nor_the_report_of_it) {
  checking_shop s;
  BOOST_TEST(s.dangling(reported(s.asked_by(s.customer))) == "");
}

// ---- uninformed-party
// ----------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(it_is_an_error_where_she_was_promised_word_and_can_get_none) {
  delivering_shop s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.commits(s.shop, s.b.whole(), informed_within(4h));
  BOOST_TEST(uninformed(s.b) == "error: shop, lost");
  BOOST_TEST(!is_sound(built(s.b)));
  s.b.tells(s.carrier, s.shop, lost, 2h);
  BOOST_TEST(uninformed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(and_none_where_somebody_else_tells_her) {
  delivering_shop s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.commits(s.shop, s.b.whole(), informed_within(4h));
  s.b.tells(s.carrier, s.customer, lost, 2h);
  BOOST_TEST(uninformed(s.b) == "warning: shop, lost");
}

BOOST_AUTO_TEST_CASE(who_applies_a_rule_knows_when_its_window_ends) {
  delivering_shop s;
  s.b.on(cancel_requested).until(shipped(s.delivery)).owes(s.shop, accept);
  s.b.on(cancel_requested).since(shipped(s.delivery)).owes(s.shop, refuse);
  BOOST_TEST(uninformed(s.b) == "warning: shop, shipped");
  s.b.tells(s.carrier, s.shop, shipped(s.delivery), 1h);
  BOOST_TEST(uninformed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(a_request_tells_the_seller_what_she_knows) {
  delivering_shop s;
  s.b.on(cancel_requested).until(possession(s.machine)).owes(s.shop, accept);
  BOOST_TEST(uninformed(s.b) == "");
  delivering_shop t;
  t.b.tells(t.carrier, t.customer, shipped(t.delivery), 1h);
  t.b.on(cancel_requested).until(shipped(t.delivery)).owes(t.shop, accept);
  BOOST_TEST(uninformed(t.b) == "");
}

BOOST_AUTO_TEST_CASE(what_fires_the_rule_says_that_the_window_has_begun) {
  delivering_shop s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.tells(s.carrier, s.shop, lost, 2h);
  s.b.on(lost).since(started(s.delivery)).owes(s.shop, refund);
  BOOST_TEST(uninformed(s.b) == "");
}

BOOST_AUTO_TEST_SUITE_END()
