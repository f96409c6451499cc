// SPDX-License-Identifier: BSL-1.0
//
// A performer who does not learn that he can begin: she can tell him what she knows herself, and
// only if that is all he waits for.
#include "lupaus/explore.hpp"
#include "lupaus/model/builder/builder.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;

/// Two rooms are painted, and then the floor is laid, a day after the first of them. No painter
/// tells the layer; which of the painters tell her?
verdict floor_laid(bool first_tells_her, bool second_tells_her) {
  builder b{"rooms"};
  auto const customer = b.customer("customer");
  b.seller("shop");
  auto const one = b.subcontractor("painter"), other = b.subcontractor("other painter"),
             layer = b.subcontractor("layer");
  auto const hall = b.service("hall"), kitchen = b.service("kitchen"), floor = b.service("floor");
  b.product(all_of(hall, kitchen) >> floor);
  b.commits_to(one, "shop", hall, within(24h));
  b.commits_to(other, "shop", kitchen, within(24h));
  b.commits_to(layer, "shop", floor, within(24h).after(completed(hall)));
  b.reaches(customer, layer);
  if (first_tells_her) b.tells(one, customer, completed(hall), 1h);
  if (second_tells_her) b.tells(other, customer, completed(kitchen), 1h);
  return explore(b.build().value(), {.failures = 0, .together = true});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(word_of_what_is_done)

BOOST_AUTO_TEST_CASE(she_tells_what_she_knows) {
  auto const v = floor_laid(true, true);
  BOOST_TEST(v.never_traps());
  BOOST_TEST(v.most_contacts.value() == 1U);
}

BOOST_AUTO_TEST_CASE(of_the_one_end_that_his_time_counts_from_she_does_not_know) {
  // She knows of the kitchen. That does not tell him when his day begins.
  BOOST_TEST(floor_laid(false, true).trapped > 0U);
  BOOST_TEST(floor_laid(false, false).trapped > 0U);
}

BOOST_AUTO_TEST_CASE(of_the_other_end_he_goes_by_the_date) {
  auto const v = floor_laid(true, false);
  BOOST_TEST(v.never_traps());
  BOOST_TEST(v.most_contacts.value() == 1U);
}

// A carrier drops a lamp, and tells nobody. Whoever is there, sees it.
BOOST_AUTO_TEST_CASE(what_the_shop_sees_nobody_has_to_tell_it) {
  auto const contacts = [](char const* witness) {
    builder b{"lamp, delivered"};
    b.customer("customer"), b.seller("shop"), b.department("crew"), b.subcontractor("carrier");
    auto const lamp = b.good("lamp"), delivery = b.service("delivery");
    b.product(lamp >> delivery).carries(delivery, lamp).can_do("shop", lamp, 0h);
    b.commits_to("carrier", "shop", delivery, within(24h));
    auto const dropped = b.fails(delivery, "dropped").id();
    b.on(reported(dropped)).owes("shop", refund).within(24h);
    b.commits("shop", b.whole(), recovered_within(24h));
    if (*witness) b.sees(witness, dropped);
    return explore(b.build().value(), {.failures = 1}).most_contacts.value();
  };
  BOOST_TEST(contacts("") == 1U);
  BOOST_TEST(contacts("customer") == 1U);
  BOOST_TEST(contacts("crew") == 0U);
  BOOST_TEST(contacts("shop") == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
