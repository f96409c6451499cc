// SPDX-License-Identifier: BSL-1.0
//
// What waits for what, per attempt.
#include "graph/promises.hpp"
#include "lupaus/check/analysis/wait_graph.hpp"

#include <boost/graph/strong_components.hpp>
#include <boost/test/unit_test.hpp>

using namespace graphs;

namespace {

bool waits_for(model const& m, event_id x, std::size_t attempt, event_id y, std::size_t other) {
  auto const g = waits(m);
  for (auto const& e : out_edges(occurrence_of(m, x, attempt), g))
    if (target(e, g) == occurrence_of(m, y, other)) return true;
  return false;
}

bool has_cycle(model const& m) {
  auto const g = waits(m);
  std::vector<int> component(num_vertices(g));
  auto const n = boost::strong_components(
      g, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, g)));
  return static_cast<std::size_t>(n) < num_vertices(g);
}

struct shop_with_rule {
  builder b{"machine, delivered"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  part_id machine = b.good("machine"), delivery = b.service("delivery");
  event_id damaged, back;
  shop_with_rule() {
    b.product(machine >> delivery).carries(delivery, machine).can_do(shop, machine, 0h);
    damaged = b.fails(delivery, "damaged").id();
    back = b.step(delivery, "back").follows(damaged).hands(machine, shop).id();
  }
  model build() { return b.build().value(); }
};

event_id done(model const& m, part_id p) { return find_event(m, event_kind::completed, p); }

}  // namespace

BOOST_FIXTURE_TEST_CASE(a_later_part_waits_for_the_earlier_in_each_attempt, shop_with_rule) {
  auto const m = build();
  for (std::size_t k : {0U, 1U})
    BOOST_TEST(waits_for(m, done(m, delivery), k, done(m, machine), k));
  BOOST_TEST(!waits_for(m, done(m, machine), 0, done(m, delivery), 0));
  BOOST_TEST(!has_cycle(m));
}

BOOST_FIXTURE_TEST_CASE(a_replacement_waits_for_its_gate_of_the_first_attempt, shop_with_rule) {
  b.on(damaged).owes(shop, replace(machine)).waits_for(back);
  auto const m = build();
  BOOST_TEST(waits_for(m, done(m, machine), 1, back, 0));
  BOOST_TEST(waits_for(m, done(m, machine), 1, damaged, 0));
  BOOST_TEST(!waits_for(m, done(m, machine), 0, back, 0));
  BOOST_TEST(!has_cycle(m));
}

// After the damage the first delivery can no longer be completed: what is waited for is the
// delivery of the replacement itself.
BOOST_FIXTURE_TEST_CASE(a_replacement_that_waits_for_its_own_delivery_waits_for_ever,
                        shop_with_rule) {
  b.on(damaged).owes(shop, replace(machine)).waits_for(completed(delivery));
  BOOST_TEST(has_cycle(build()));
}

BOOST_FIXTURE_TEST_CASE(conditions_that_wait_for_each_other_are_a_cycle, shop_with_rule) {
  b.commits(shop, machine, within(48h)).given(completed(delivery));
  BOOST_TEST(has_cycle(build()));
}

BOOST_FIXTURE_TEST_CASE(an_occurrence_knows_its_event_and_attempt, shop_with_rule) {
  auto const m = build();
  for (auto e : m->events.ids())
    for (std::size_t k : {0U, 1U}) {
      BOOST_TEST((event_at(m, occurrence_of(m, e, k)) == e));
      BOOST_TEST(attempt_of(m, occurrence_of(m, e, k)) == k);
    }
}
