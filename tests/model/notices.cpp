// SPDX-License-Identifier: BSL-1.0
//
// Who owes word of what: as written, of any change of a part, and by a commitment to keep informed.
#include "model/support.hpp"

#include <chrono>
#include <string>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

struct delivered_lamp : model_test::small_shop {
  event_id lost = b.fails(delivery, "lost").id(), late = b.may_be_late(delivery).id(),
           broken = b.fails(lamp, "broken").id();
  delivered_lamp() { b.product(lamp >> delivery).step(delivery, "rerouted"); }

  // All notices, one a line; a derived one in brackets.
  std::string notices() const {
    auto const m = model_test::built(b);
    std::string text;
    for (auto i : m->notices.ids()) {
      auto const line = describe(m, i);
      text += m->notices[i].derived ? "[" + line + "]\n" : line + "\n";
    }
    return text;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(notices)

BOOST_AUTO_TEST_CASE(as_written) {
  delivered_lamp s;
  s.b.tells(s.carrier, s.shop, completed(s.delivery), 2h).tells("carrier", "shop", s.lost, 30min);
  BOOST_TEST(s.notices() ==
             "carrier tells shop of delivery completed within 2 h\n"
             "carrier tells shop of lost within 30 min\n");
}

BOOST_AUTO_TEST_CASE(of_any_change_is_of_every_failure_of_the_part) {
  delivered_lamp s;
  s.b.tells_of_any_change(s.carrier, s.shop, s.delivery, 2h);
  BOOST_TEST(s.notices() ==
             "[carrier tells shop of lost within 2 h]\n"
             "[carrier tells shop of delivery late within 2 h]\n");
}

BOOST_AUTO_TEST_CASE(of_any_change_of_the_whole_is_of_every_failure) {
  delivered_lamp s;
  s.b.tells_of_any_change(s.shop, s.customer, s.b.whole(), business_days{1});
  BOOST_TEST(s.notices() ==
             "[shop tells customer of lost within 1 business day]\n"
             "[shop tells customer of delivery late within 1 business day]\n"
             "[shop tells customer of broken within 1 business day]\n");
}

BOOST_AUTO_TEST_CASE(a_failure_declared_after_the_clause_counts) {
  delivered_lamp s;
  s.b.tells_of_any_change(s.carrier, s.shop, s.lamp, 2h);
  s.b.fails(s.lamp, "stolen");
  BOOST_TEST(s.notices() ==
             "[carrier tells shop of broken within 2 h]\n"
             "[carrier tells shop of stolen within 2 h]\n");
}

BOOST_AUTO_TEST_CASE(what_is_owed_already_is_not_owed_again) {
  delivered_lamp s;
  s.b.tells(s.carrier, s.shop, s.lost, 1h);
  s.b.tells_of_any_change(s.carrier, s.shop, s.delivery, 2h);
  s.b.tells_of_any_change(s.carrier, s.shop, s.delivery, 3h);
  BOOST_TEST(s.notices() ==
             "carrier tells shop of lost within 1 h\n"
             "[carrier tells shop of delivery late within 2 h]\n");
}

BOOST_AUTO_TEST_CASE(a_commitment_to_keep_informed_is_notice_of_every_failure) {
  delivered_lamp s;
  s.b.commits(s.shop, s.delivery, informed_within(2h));
  BOOST_TEST(s.notices() ==
             "[shop tells customer of lost within 2 h]\n"
             "[shop tells customer of delivery late within 2 h]\n");
}

BOOST_AUTO_TEST_CASE(a_subcontract_to_keep_informed_too) {
  delivered_lamp s;
  s.b.commits_to(s.carrier, s.shop, s.delivery, informed_within(1h));
  s.b.commits_to(s.carrier, s.website, s.lamp, informed_within(1h));
  BOOST_TEST(s.notices() ==
             "[carrier tells shop of lost within 1 h]\n"
             "[carrier tells shop of delivery late within 1 h]\n"
             "[carrier tells website of broken within 1 h]\n");
}

BOOST_AUTO_TEST_CASE(a_claim_to_keep_informed_is_no_notice) {
  delivered_lamp s;
  s.b.claims(s.website, s.b.whole(), informed_within(2h));
  BOOST_TEST(s.notices() == "");
}

BOOST_AUTO_TEST_CASE(may_have_the_words_that_are_sent) {
  delivered_lamp s;
  s.b.tells(s.carrier, s.shop, s.lost, 1h, "It is lost.");
  s.b.tells_of_any_change(s.shop, s.customer, s.delivery, 2h, "Your lamp is late.");
  BOOST_TEST(s.notices() ==
             "carrier tells shop of lost within 1 h: \"It is lost.\"\n"
             "[shop tells customer of lost within 2 h: \"Your lamp is late.\"]\n"
             "[shop tells customer of delivery late within 2 h: \"Your lamp is late.\"]\n");
}

BOOST_AUTO_TEST_CASE(the_words_forge_no_line) {
  delivered_lamp s;
  auto const line = __LINE__ + 1;
  s.b.tells(s.carrier, s.shop, s.lost, 1h, "late\nlost");
  model_test::check_fault(s.b, error_code::bad_value, line, "the notice from carrier to shop",
                          "a name or text has no control characters in it");
}

BOOST_AUTO_TEST_SUITE_END()
