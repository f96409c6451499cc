// SPDX-License-Identifier: BSL-1.0
//
// The predicates of test/boost_test.hpp: what they accept, and what they say when they do not.
#include "check/flagship.hpp"

#include "lupaus/boost_test.hpp"

#include <boost/test/unit_test.hpp>

#include <sstream>
#include <string>

namespace {

using namespace lupaus;
using flagship::variant;
using flagship::washing_machine;
using namespace std::chrono_literals;

model machine(variant v) { return washing_machine{v}.b.build().value(); }

std::string said(boost::test_tools::assertion_result const& r) {
  std::ostringstream out;
  if (!r) out << r.message();
  return out.str();
}

/// Replaces at once, and lets her cancel at any time.
decision generous(circumstances const& c) {
  return c.on == occasion::cancellation ? decision::accepts() : decision::replaces();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(predicates)

BOOST_AUTO_TEST_CASE(mended_it_passes_every_one) {
  auto const m = machine(variant::mended);
  BOOST_TEST(is_sound(m));
  BOOST_TEST(never_traps(m));
  BOOST_TEST(never_traps(m, rules_policy{}, {.failures = 3}));
  BOOST_TEST(keeps_informed(m));
  BOOST_TEST(recovers_within(m, rules_policy{}, 48h, {.failures = 1}));
}

BOOST_AUTO_TEST_CASE(as_sold_each_fails_and_tells_the_story) {
  auto const m = machine(variant::as_sold);
  auto const sound = said(is_sound(m));
  BOOST_TEST(sound.find("disowned-part") != std::string::npos);
  auto const traps = said(never_traps(m));
  BOOST_TEST(traps.find("lost") != std::string::npos);
  BOOST_TEST(traps.find("received back") != std::string::npos);
  BOOST_TEST(said(recovers_within(m, rules_policy{}, 1000h)) == traps);
  auto const silent = said(keeps_informed(m));
  BOOST_TEST(
      silent ==
      "\n\nThe customer is told of 'damaged' (delivery) never; she was promised word "
      "within 2 h.\n"
      "The customer is told of 'lost' (delivery) never; she was promised word within 2 h.\n");
}

BOOST_AUTO_TEST_CASE(recovery_that_takes_longer) {
  auto const m = machine(variant::mended);
  // Two failures in a row: 48 h, another hour until the second is reported, and 48 h again.
  BOOST_TEST(said(recovers_within(m, rules_policy{}, 48h, {.failures = 2})) ==
             "\n\nRecovery takes 97 h at its worst, which is 49 h more than 48 h.\n");
  BOOST_TEST(recovers_within(m, rules_policy{}, 97h, {.failures = 2}));
  BOOST_TEST(!recovers_within(m, rules_policy{}, 96h, {.failures = 2}));
  BOOST_TEST(said(recovers_within(m, rules_policy{}, -1h)).find("duration of 0 s or more") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_policy_that_is_code) {
  BOOST_TEST(never_traps(machine(variant::as_sold), generous));
  BOOST_TEST(!never_traps(machine(variant::as_sold),
                          [](circumstances const&) { return decision::refuses(); }));
}

BOOST_AUTO_TEST_CASE(what_was_not_all_seen_is_not_proved) {
  auto const m = machine(variant::mended);
  auto const text = said(never_traps(m, rules_policy{}, {.limits = {.states = 5}}));
  BOOST_TEST(text.find("not every state was seen") != std::string::npos);
}

BOOST_DATA_TEST_CASE(each_failure_by_itself, failures(machine(variant::mended)), failure) {
  BOOST_TEST(never_traps(machine(variant::mended), rules_policy{}, failure));
  BOOST_TEST(!never_traps(machine(variant::as_sold), rules_policy{}, failure));
}

BOOST_DATA_TEST_CASE(whatever_goes_wrong, scenarios(machine(variant::mended), 2), what) {
  BOOST_TEST(never_traps(machine(variant::mended), rules_policy{}, what));
  BOOST_TEST(!never_traps(machine(variant::as_sold), rules_policy{}, what) ==
             !what.failures.empty());
}

BOOST_AUTO_TEST_CASE(scenarios_are_told_once_each) {
  auto const m = machine(variant::as_sold);
  std::string names;
  for (auto const& s : scenarios(m, 5)) names += s.name + "\n";
  BOOST_TEST(names ==
             "nothing fails\ndamaged (delivery)\nlost (delivery)\n"
             "damaged (delivery) and lost (delivery), at most 2 failures\n");
  BOOST_TEST(failures(m).size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
