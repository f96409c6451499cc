// SPDX-License-Identifier: BSL-1.0
//
// The times of a trace: by contract, cause by cause, attempt by attempt.
#include "check/flagship.hpp"

#include "lupaus/explore/answers/missed_claims.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;
using flagship::variant;
using flagship::washing_machine;

constexpr seconds_t hour = 3'600;

/// Moves as they are told, one after the other.
struct teller {
  model_view const& m;
  std::vector<order_move> moves = {};

  teller& orders() { return add({.kind = move_kind::orders, .by = m.customer}); }
  teller& happens(event_id e, party_id by, std::uint8_t unit = 0) {
    return add(
        {.kind = move_kind::happens, .event = e, .by = by, .part = m.events[e].of, .unit = unit});
  }
  teller& reports(event_id e, party_id by) {
    return add({.kind = move_kind::reports, .event = e, .by = by, .part = m.events[e].of});
  }
  teller& acts(event_id e, decision d) {
    return add(
        {.kind = move_kind::acts, .event = e, .by = m.seller, .part = m.events[e].of, .says = d});
  }
  teller& asks(event_id e, decision d) {
    return add({.kind = move_kind::asks,
                .event = e,
                .by = m.customer,
                .part = m.events[e].of,
                .on = occasion::replacement,
                .says = d});
  }
  teller& add(order_move x) {
    moves.push_back(x);
    return *this;
  }
};

/// "0 48 48+": hours; a plus where nobody has bound the time.
std::string hours(trace_times const& times) {
  std::string text;
  for (std::size_t i = 0; i < times.size(); ++i)
    text +=
        (i > 0 ? " " : "") + std::to_string(times[i].at / hour) + (times[i].is_bound ? "" : "+");
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(times_of_a_trace)

BOOST_AUTO_TEST_CASE(a_later_attempt_counts_from_its_remedy) {
  washing_machine w{variant::mended};
  auto const m = w.b.build().value();
  auto const shipped = find_event(m, event_kind::started, w.delivery),
             delivered = find_event(m, event_kind::completed, w.delivery),
             installed = find_event(m, event_kind::completed, w.installation);
  teller t{m};
  t.orders().happens(shipped, w.carrier).happens(w.damaged, w.carrier);
  t.reports(w.damaged, w.carrier).acts(w.damaged, decision::replaces(w.machine).within(24h));
  t.happens(shipped, w.carrier).happens(delivered, w.carrier).happens(installed, w.installer);
  // The notice within 1 h; then 24 h for the replacement, 48 h and 24 h for the rest.
  trace_times const times{m, t.moves};
  BOOST_TEST(hours(times) == "0 48 48 49 49 121 121 145");
  BOOST_TEST((times[3].under.kind == element_kind::notice));
  BOOST_TEST((times[6].under.kind == element_kind::commitment));
  BOOST_TEST(times.done(w.installation)->at == 145 * hour);

  auto const missed = missed_claims(m, w.damaged, times);
  BOOST_TEST_REQUIRE(missed.size() == 1U);  // the installation is 24 h after the delivery
  BOOST_TEST((m->claims[missed[0].claim].about == w.delivery));
  BOOST_TEST(missed[0].late_by == 73 * hour);
}

BOOST_AUTO_TEST_CASE(what_nobody_has_bound_and_what_follows_it) {
  washing_machine w;
  auto const m = w.b.build().value();
  auto const shipped = find_event(m, event_kind::started, w.delivery);
  teller t{m};
  t.orders().happens(shipped, w.carrier).happens(w.damaged, w.carrier);
  t.happens(w.returned, w.carrier).asks(w.damaged, decision::waits_for(w.back));
  t.happens(w.back, w.supplier).asks(w.damaged, decision::replaces(w.machine));
  t.happens(shipped, w.carrier);
  BOOST_TEST(hours(trace_times{m, t.moves}) == "0 48 48 48+ 48+ 48+ 48+ 96+");
}

BOOST_AUTO_TEST_CASE(what_she_can_do_herself_takes_no_time) {
  washing_machine w;
  auto const m = w.b.build().value();
  auto const shipped = find_event(m, event_kind::started, w.delivery);
  event_id handed;
  for (auto e : m->events.ids())
    if (m->events[e].name == "handed over damaged") handed = e;
  teller t{m};
  t.orders().happens(shipped, w.carrier).happens(w.damaged, w.carrier).happens(handed, w.carrier);
  auto elsewhere = t;
  t.acts(w.damaged, decision::repairs());
  trace_times const times{m, t.moves};
  BOOST_TEST(hours(times) == "0 48 48 48+ 48+");
  BOOST_TEST_REQUIRE(times.done(w.delivery).has_value());
  BOOST_TEST(times.done(w.delivery)->at == 48 * hour);
  // What she has brought back is mended there, and has to be delivered again.
  elsewhere.happens(w.back, w.customer).acts(w.damaged, decision::repairs());
  trace_times const later{m, elsewhere.moves};
  BOOST_TEST(hours(later) == "0 48 48 48+ 48+ 48+");
  BOOST_TEST(!later.done(w.delivery));
}

BOOST_AUTO_TEST_CASE(a_term_for_the_return_counts_from_the_damage) {
  washing_machine w{variant::as_sold_with_return_term};
  auto const m = w.b.build().value();
  auto const shipped = find_event(m, event_kind::started, w.delivery);
  teller t{m};
  t.orders().happens(shipped, w.carrier).happens(w.damaged, w.carrier);
  t.happens(w.returned, w.carrier).happens(w.back, w.supplier);
  // The return lies on the carrier's way to 'received back', 120 h after the damage.
  BOOST_TEST(hours(trace_times{m, t.moves}) == "0 48 48 168 168");
}

BOOST_AUTO_TEST_CASE(a_deadline_that_ends_before_its_part_can_begin_counts_from_there) {
  builder b{"desk, delivered"};
  auto const shop = b.seller("shop");
  b.customer("customer");
  auto const van = b.subcontractor("van");
  auto const desk = b.good("desk");
  auto const delivery = b.service("delivery");
  b.product(desk >> delivery).can_do(shop, desk, 72h);
  b.commits_to(van, shop, delivery, within(48h));
  auto const m = b.build().value();
  teller t{m};
  t.orders().happens(find_event(m, event_kind::completed, desk), shop);
  t.happens(find_event(m, event_kind::completed, delivery), van);
  BOOST_TEST(hours(trace_times{m, t.moves}) == "0 72 120");
}

BOOST_AUTO_TEST_CASE(business_days_count_by_their_worst_case) {
  builder b{"desk, in two days"};
  auto const shop = b.seller("shop");
  b.customer("customer");
  auto const desk = b.good("desk");
  b.product(desk).can_do(shop, desk, business_days{2});
  auto const m = b.build().value();
  teller t{m};
  t.orders().happens(find_event(m, event_kind::completed, desk), shop);
  BOOST_TEST(hours(trace_times{m, t.moves}) == "0 96");
}

BOOST_AUTO_TEST_SUITE_END()
