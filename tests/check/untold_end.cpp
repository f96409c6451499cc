// SPDX-License-Identifier: BSL-1.0
//
// uninformed-party, of the end of the order: who still has work to do when she cancels, or gets her
// money back, and is not told.
#include "check/support.hpp"

using namespace check_test;

namespace {

constexpr auto carrier_untold = "cancelled & carrier (subcontractor)";

/// The carrier's contract ends with the order, and does not say that he is told.
struct untold_shop : bare_shop {
  event_id damaged = b.fails(delivery, "damaged").id();

  untold_shop() {
    b.commits_to(carrier, shop, delivery, within(48h));
    b.ends_contract_with(carrier, shop, {kept, cancelled, refunded});
  }
  /// Who is not told of what end of the order.
  std::string found() const {
    auto const m = built(b);
    std::string text;
    for (auto const& f : findings(m, checks::uninformed_party)) {
      if (!is_of_order(m->events[static_cast<event_id>(f.where)].kind)) continue;
      text += (text.empty() ? "" : "; ") + describe(m, f.where) + " & " + describe(m, f.other);
    }
    return text;
  }
};

/// The same, and she may cancel.
struct cancelling_shop : untold_shop {
  cancelling_shop() { b.on(cancel_requested).owes(shop, accept); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(untold_end)

BOOST_AUTO_TEST_CASE(a_contract_that_ends_with_the_order_is_no_word_of_it) {
  cancelling_shop s;
  BOOST_TEST(s.found() == carrier_untold);
  BOOST_TEST(places(s.b, checks::surviving_subcontract) == "");
}

BOOST_AUTO_TEST_CASE(not_who_is_told_by_the_contract) {
  cancelling_shop s;
  s.b.ends_contract_with(s.carrier, s.shop, {cancelled}, 4h);
  BOOST_TEST(s.found() == "");
}

BOOST_AUTO_TEST_CASE(not_who_is_told_by_a_notice) {
  cancelling_shop s;
  s.b.tells(s.website, s.carrier, cancelled, 1h);
  BOOST_TEST(s.found() == "");
}

BOOST_AUTO_TEST_CASE(word_of_another_end_or_of_the_request_is_none) {
  cancelling_shop s;
  s.b.tells(s.shop, s.carrier, cancel_requested, 1h).tells(s.shop, s.carrier, refunded, 1h);
  s.b.ends_contract_with(s.carrier, s.shop, {kept, refunded}, 4h);
  BOOST_TEST(s.found() == carrier_untold);
}

BOOST_AUTO_TEST_CASE(a_contract_that_does_not_end_then_survives_and_that_is_all) {
  bare_shop s;
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(48h));
  s.b.on(cancel_requested).owes(s.shop, accept);
  s.b.ends_contract_with(s.carrier, s.shop, {kept}, 4h);
  BOOST_TEST(pairs(s.b, checks::uninformed_party) == "");
  auto const m = built(s.b);
  auto const all = findings(m, checks::surviving_subcontract);
  BOOST_TEST_REQUIRE(all.size() == 1u);
  BOOST_TEST(all[0].what->explain(m, all[0]).mend ==
             "The contract of the carrier with the shop ends when the order is cancelled or the "
             "price is refunded, and the shop tells the carrier so within a stated time.");
  s.b.ends_contract_with(s.carrier, s.shop, {cancelled, refunded}, 4h);  // as it says
  BOOST_TEST(pairs(s.b, checks::uninformed_party) == "");
  BOOST_TEST(places(s.b, checks::surviving_subcontract) == "");
}

BOOST_AUTO_TEST_CASE(an_order_that_can_only_be_kept_leaves_no_work) {
  untold_shop s;
  BOOST_TEST(s.found() == "");
  s.b.on(cancel_requested).owes(s.shop, refuse);
  s.b.on(s.damaged).owes(s.shop, replace(s.machine));
  BOOST_TEST(s.found() == "");
}

BOOST_AUTO_TEST_CASE(not_whose_work_is_over_when_she_may_cancel) {
  {
    untold_shop s;
    s.b.on(cancel_requested).since(completed(s.delivery)).owes(s.shop, accept);
    BOOST_TEST(s.found() == "");
  }
  {
    untold_shop s;
    s.b.on(cancel_requested).since(possession(s.machine)).owes(s.shop, accept);
    BOOST_TEST(s.found() == "");
  }
  {
    untold_shop s;  // the delivery has failed
    s.b.on(cancel_requested).since(s.damaged).owes(s.shop, accept);
    BOOST_TEST(s.found() == "");
  }
  {
    untold_shop s;  // it comes before
    s.b.on(cancel_requested).since(started(s.installation)).owes(s.shop, accept);
    BOOST_TEST(s.found() == "");
  }
  {
    untold_shop s;
    s.b.on(cancel_requested).owes(s.shop, accept).waits_for(completed(s.delivery));
    BOOST_TEST(s.found() == "");
  }
}

BOOST_AUTO_TEST_CASE(but_whose_work_has_only_begun) {
  {
    untold_shop s;
    s.b.on(cancel_requested).since(shipped(s.delivery)).owes(s.shop, accept);
    BOOST_TEST(s.found() == carrier_untold);
  }
  {
    untold_shop s;
    s.b.on(cancel_requested).until(shipped(s.delivery)).owes(s.shop, accept);
    BOOST_TEST(s.found() == carrier_untold);
  }
  {
    untold_shop s;
    s.b.on(cancel_requested).since(completed(s.machine)).owes(s.shop, accept);
    BOOST_TEST(s.found() == carrier_untold);
  }
}

BOOST_AUTO_TEST_CASE(money_back_ends_an_order_too) {
  untold_shop s;
  s.b.commits_to(s.installer, s.shop, s.installation, within(72h));
  s.b.ends_contract_with(s.installer, s.shop, {kept, cancelled, refunded});
  s.b.tells(s.carrier, s.shop, s.damaged, 1h);
  s.b.on(s.damaged).owes(s.shop, refund);
  // The carrier has failed, and has nothing left to do.
  BOOST_TEST(s.found() == "refunded & installer (subcontractor)");
  s.b.ends_contract_with(s.installer, s.shop, {refunded}, business_days{1});
  BOOST_TEST(s.found() == "");
}

BOOST_AUTO_TEST_CASE(money_for_one_part_or_after_a_delay) {
  {
    untold_shop s;
    s.b.tells(s.carrier, s.shop, s.damaged, 1h);
    s.b.commits_to(s.installer, s.shop, s.installation, within(72h));
    s.b.ends_contract_with(s.installer, s.shop, {kept, cancelled, refunded});
    s.b.on(s.damaged).owes(s.shop, action{action_kind::refund, s.machine, 0, {}});
    BOOST_TEST(s.found() == "");
  }
  {
    untold_shop s;
    auto const late = s.b.may_be_late(s.delivery).id();
    s.b.tells(s.carrier, s.shop, late, 1h);
    s.b.on(late).owes(s.shop, refund);
    BOOST_TEST(s.found() == "refunded & carrier (subcontractor)");  // he is still on his way
  }
}

BOOST_AUTO_TEST_CASE(a_creditor_who_does_not_know_tells_nobody) {
  cancelling_shop s;
  s.b.commits_to(s.installer, s.carrier, s.delivery, within(24h));
  s.b.ends_contract_with(s.installer, s.carrier, {kept, cancelled, refunded}, 2h);
  BOOST_TEST(s.found() ==
             "cancelled & carrier (subcontractor); cancelled & installer (subcontractor)");
  s.b.tells(s.shop, s.carrier, cancelled, 1h);
  BOOST_TEST(s.found() == "");
}

BOOST_AUTO_TEST_CASE(debts_and_work_on_request_are_no_work) {
  bare_shop s;
  s.b.on(cancel_requested).owes(s.shop, accept);
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(48h)).on_request();
  s.b.commits_to(s.shop, s.carrier, s.delivery, priced_at({900, "EUR"}));
  s.b.ends_contract_with(s.carrier, s.shop, {kept, cancelled, refunded});
  BOOST_TEST(pairs(s.b, checks::uninformed_party) == "");
}

BOOST_AUTO_TEST_CASE(a_step_that_is_left_when_all_is_kept) {
  untold_shop s;
  auto const cleared =
      s.b.step(s.delivery, "packing taken back").follows(completed(s.delivery)).by(s.carrier).id();
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(96h)).brings_about(cleared);
  BOOST_TEST(s.found() == "promise kept & carrier (subcontractor)");
  s.b.ends_contract_with(s.carrier, s.shop, {kept}, 4h);
  BOOST_TEST(s.found() == "");
}

BOOST_AUTO_TEST_CASE(the_words_and_the_mend) {
  cancelling_shop s;
  auto const m = built(s.b);
  auto const all = findings(m, checks::uninformed_party);
  BOOST_TEST_REQUIRE(all.size() == 1u);
  auto const x = all[0].what->explain(m, all[0]);
  BOOST_TEST(x.what ==
             "The carrier can have work to do when the order ends, and does not know of that: "
             "'cancelled'.");
  BOOST_TEST(x.mend == "The shop tells the carrier of 'cancelled' within a stated time.");
  BOOST_TEST(x.evidence.size() == 2u);
  BOOST_TEST(bool(all[0].what->severity == severity::warning));
}

BOOST_AUTO_TEST_SUITE_END()
