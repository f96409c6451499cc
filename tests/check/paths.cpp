// SPDX-License-Identifier: BSL-1.0
//
// When the parts of a promise end, one after the other.
#include "lupaus/check/analysis/critical_path.hpp"

#include "check/support.hpp"
#include "lupaus/model/terms/time_text.hpp"

using namespace check_test;

namespace {

std::string again(builder const& b, part_id object, part_id up_to) {
  auto const t = time_again(built(b), object, up_to);
  return t.is_known ? in_words(t.length) : "unknown";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(paths)

BOOST_AUTO_TEST_CASE(again_is_the_part_and_all_up_to_the_other) {
  contracted_shop s;
  BOOST_TEST(again(s.b, s.machine, s.delivery) == "48 h");
  BOOST_TEST(again(s.b, s.machine, s.installation) == "72 h");
  BOOST_TEST(again(s.b, s.delivery, s.delivery) == "48 h");
  BOOST_TEST(again(s.b, s.machine, s.machine) == "0 h");
  BOOST_TEST(again(s.b, whole, s.installation) == "72 h");
}

BOOST_AUTO_TEST_CASE(again_is_the_part_alone_where_nothing_leads_to_the_other) {
  contracted_shop s;
  BOOST_TEST(again(s.b, s.installation, s.delivery) == "24 h");
}

BOOST_AUTO_TEST_CASE(again_takes_the_longest_of_what_runs_together) {
  builder b{"a parcel"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const pick = b.service("pick"), gift = b.service("gift"), card = b.service("card"),
             pack = b.service("pack");
  b.product(pick >> all_of(gift, card) >> pack);
  b.can_do(shop, pick, 1h).can_do(shop, gift, 5h).can_do(shop, card, 2h).can_do(shop, pack, 1h);
  BOOST_TEST(again(b, pick, pack) == "7 h");
  BOOST_TEST(again(b, card, pack) == "3 h");
}

BOOST_AUTO_TEST_CASE(again_is_unknown_where_a_step_is) {
  bare_shop s;
  s.b.commits_to(s.installer, s.shop, s.installation, within(24h).after(completed(s.delivery)));
  BOOST_TEST(again(s.b, s.machine, s.installation) == "unknown");
  BOOST_TEST(again(s.b, s.installation, s.installation) == "24 h");
}

BOOST_AUTO_TEST_CASE(again_is_unknown_in_an_impossible_order) {
  contracted_shop s;
  s.b.before(s.installation, s.delivery);
  BOOST_TEST(again(s.b, s.machine, s.installation) == "unknown");
}

BOOST_AUTO_TEST_SUITE_END()
