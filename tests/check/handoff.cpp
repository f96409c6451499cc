// SPDX-License-Identifier: BSL-1.0
//
// need(a, b): consecutive parts with different performers, neither of which has contracted the
// other, or a declared need to coordinate; and over whom the two reach each other.
#include "lupaus/check/analysis/handoffs.hpp"

#include "check/support.hpp"

using namespace check_test;

namespace {

// "carrier > installer (delivery, installation)"
std::string needs(builder const& b) {
  auto const m = built(b);
  std::string text;
  for_each_handoff(m, [&](handoff const& h) {
    text += (text.empty() ? "" : "; ") + name_of(m, h.giver) + " > " + name_of(m, h.taker);
    if (h.before) text += " (" + name_of(m, h.before) + ", " + name_of(m, h.after) + ")";
  });
  return text;
}

constexpr auto the_need = "carrier > installer (delivery, installation)";

}  // namespace

BOOST_AUTO_TEST_SUITE(handoffs)

BOOST_AUTO_TEST_CASE(consecutive_parts_with_different_performers) {
  contracted_shop s;  // shop and carrier have a contract, so the machine needs none
  BOOST_TEST(needs(s.b) == the_need);
}

BOOST_AUTO_TEST_CASE(not_parts_that_are_not_consecutive) {
  builder b{"two services"};
  auto const x = b.subcontractor("x"), y = b.subcontractor("y");
  b.customer("customer");
  b.seller("shop");
  auto const first = b.service("first"), second = b.service("second");
  b.performs(x, first).performs(y, second).product(all_of(first, second));
  BOOST_TEST(needs(b) == "");
  b.before(first, second);
  BOOST_TEST(needs(b) == "x > y (first, second)");
}

BOOST_AUTO_TEST_CASE(not_where_a_performer_is_unknown) {
  bare_shop s;
  s.b.commits_to(s.carrier, s.shop, s.delivery);
  BOOST_TEST(needs(s.b) == "");
}

BOOST_AUTO_TEST_CASE(not_where_one_has_contracted_the_other_in_either_direction) {
  {
    contracted_shop s;
    s.b.commits(s.installer, s.installation, within(24h)).to(s.carrier);
    BOOST_TEST(needs(s.b) == "");
  }
  {
    contracted_shop s;
    s.b.commits(s.carrier, s.machine, undamaged).to(s.installer);
    BOOST_TEST(needs(s.b) == "");
  }
}

BOOST_AUTO_TEST_CASE(a_commitment_to_the_customer_is_no_contract_between_them) {
  contracted_shop s;
  s.b.performs(s.customer, s.installation);
  s.b.commits(s.carrier, s.delivery, within(48h));
  BOOST_TEST(needs(s.b) == "carrier > customer (delivery, installation)");
}

BOOST_AUTO_TEST_CASE(the_customer_and_the_seller_have_contracted_each_other) {
  bare_shop s;
  s.b.can_do(s.shop, s.delivery, 1h).performs(s.customer, s.installation);
  BOOST_TEST(needs(s.b) == "");
  s.b.must_coordinate(s.delivery, s.installation);  // a declared need stands all the same
  BOOST_TEST(needs(s.b) == "shop > customer (delivery, installation)");
}

BOOST_AUTO_TEST_CASE(departments_of_the_seller_are_one_performer) {
  bare_shop s;
  s.b.can_do(s.website, s.delivery, 1h).can_do(s.shop, s.installation, 1h);
  BOOST_TEST(needs(s.b) == "");
}

BOOST_AUTO_TEST_CASE(a_declared_need_of_two_parts) {
  contracted_shop s;
  s.b.must_coordinate(s.machine, s.installation);  // a contract is no coordination
  BOOST_TEST(needs(s.b) ==
             std::string{the_need}.append("; shop > installer (machine, installation)"));
}

BOOST_AUTO_TEST_CASE(a_need_is_one_need_however_often_it_is_declared) {
  contracted_shop s;
  s.b.must_coordinate(s.delivery, s.installation).must_coordinate(s.delivery, s.installation);
  s.b.must_coordinate_parties(s.carrier, s.shop).must_coordinate_parties(s.carrier, s.shop);
  BOOST_TEST(needs(s.b) == std::string{the_need}.append("; carrier > shop"));
}

BOOST_AUTO_TEST_CASE(not_a_declared_need_of_one_firm_with_itself) {
  contracted_shop s;
  s.b.must_coordinate_parties(s.shop, s.website);
  BOOST_TEST(needs(s.b) == the_need);
}

BOOST_AUTO_TEST_CASE(word_passes_over_channels_notices_and_coordination) {
  contracted_shop s;
  auto const plumber = s.b.subcontractor("plumber"), stranger = s.b.subcontractor("stranger");
  s.b.reaches(plumber, s.carrier).tells(s.carrier, s.website, completed(s.delivery), 1h);
  s.b.coordinates(s.shop, s.machine, s.installation);
  auto const m = built(s.b);
  BOOST_TEST(are_connected(m, plumber, s.carrier));
  BOOST_TEST(are_connected(m, plumber, s.shop));  // its department is told
  BOOST_TEST(are_connected(m, plumber, s.installer));
  BOOST_TEST(are_connected(m, s.installer, plumber));
  BOOST_TEST(!are_connected(m, plumber, s.installer, s.carrier));
  BOOST_TEST(!are_connected(m, plumber, s.installer, s.shop));
  BOOST_TEST(are_connected(m, plumber, s.installer, s.customer));
  BOOST_TEST(!are_connected(m, plumber, stranger));
  BOOST_TEST(are_connected(m, stranger, stranger));
}

BOOST_AUTO_TEST_CASE(a_subcontract_is_no_channel) {
  contracted_shop s;
  BOOST_TEST(!are_connected(built(s.b), s.shop, s.carrier));
}

BOOST_AUTO_TEST_SUITE_END()
