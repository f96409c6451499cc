// SPDX-License-Identifier: BSL-1.0
//
// How long parts take by contract.
#include "lupaus/life/contracted_times.hpp"

#include "check/support.hpp"
#include "lupaus/model/terms/time_text.hpp"

using namespace check_test;

namespace {

std::string said(known_time t) { return t.is_known ? in_words(t.length) : "unknown"; }
std::string contracted(builder const& b, part_id p) { return said(contracted_time(built(b), p)); }

}  // namespace

BOOST_AUTO_TEST_SUITE(timing)

BOOST_AUTO_TEST_CASE(times_add_up_and_what_is_unknown_stays_unknown) {
  auto const one = known_time::of({3'600, {}}), two = known_time::of({7'200, {}});
  BOOST_TEST(said(one + two) == "3 h");
  BOOST_TEST(said(one + known_time::unknown()) == "unknown");
  BOOST_TEST(said(shorter(one, two)) == "1 h");
  BOOST_TEST(said(shorter(known_time::unknown(), two)) == "2 h");
  BOOST_TEST(said(shorter(two, known_time::unknown())) == "2 h");
  BOOST_TEST(said(longer(one, two)) == "2 h");
  BOOST_TEST(said(longer(one, known_time::unknown())) == "unknown");
  BOOST_TEST(said(shorter(known_time::of({0, {2}}), known_time::of({72 * 3'600, {}}))) == "72 h");
}

BOOST_AUTO_TEST_CASE(contracted_is_the_lead_time_of_who_does_it_itself) {
  bare_shop s;
  s.b.can_do(s.website, s.machine, 5h).can_do(s.shop, s.machine, 2h);
  BOOST_TEST(contracted(s.b, s.machine) == "0 h");  // the shortest, of the whole firm
}

BOOST_AUTO_TEST_CASE(contracted_is_the_shortest_deadline_of_the_performer) {
  contracted_shop s;
  BOOST_TEST(contracted(s.b, s.delivery) == "48 h");
  s.b.commits_to(s.carrier, s.shop, s.b.whole(), within(36h));
  BOOST_TEST(contracted(s.b, s.delivery) == "36 h");  // on a composite that holds it
  s.b.commits_to(s.carrier, s.shop, s.machine, within(1h));
  BOOST_TEST(contracted(s.b, s.delivery) == "36 h");
}

BOOST_AUTO_TEST_CASE(contracted_is_not_what_others_promise_nor_what_is_owed_on_request) {
  contracted_shop s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.commits_to(s.installer, s.shop, s.delivery, within(1h));
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(1h)).on_request();
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(1h)).brings_about(lost);
  BOOST_TEST(contracted(s.b, s.delivery) == "48 h");
}

BOOST_AUTO_TEST_CASE(contracted_time_is_unknown_without_a_performer_or_for_a_date) {
  bare_shop s;
  BOOST_TEST(contracted(s.b, s.delivery) == "unknown");
  s.b.commits_to(s.carrier, s.shop, s.delivery, by(day(2026, 12, 24)));
  BOOST_TEST(contracted(s.b, s.delivery) == "unknown");
}

BOOST_AUTO_TEST_SUITE_END()
