// SPDX-License-Identifier: BSL-1.0
//
// What answers many questions of one model says the same as the walk that answers one: of what is
// certain before what, and of where rules apply, in random models.
#include "lupaus/life/precedes.hpp"

#include "lupaus/check/analysis/critical_path.hpp"
#include "lupaus/life/dependable/assurance_of.hpp"
#include "support/runs.hpp"
#include "support/teller.hpp"
#include "support/wild_model.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using lupaus::detail::flags;

// Calls `f(model)` for so many random models.
template <class F>
void for_each_wild(std::size_t n, F f) {
  for (std::size_t i = 0; i < proof::runs(n); ++i) {
    auto const seed = proof::first_seed() + i;
    auto const m = proof::to_model(proof::random_promise(seed));
    BOOST_TEST_CONTEXT("seed " << seed) {
      if (m) f(m->view());
    }
  }
}

// By walking, for every part, over all that comes after it.
bool leads_by_walking(lupaus::model_view const& m, lupaus::part_id from, lupaus::part_id to) {
  flags after{m.parts.size()};
  after[from.index()] = true;
  for (auto news = true; news;) {
    news = false;
    for (auto const& x : m.precedences)
      if (after[x.before.index()] && !after[x.after.index()]) after[x.after.index()] = news = true;
  }
  return from != to && after[to.index()];
}

}  // namespace

BOOST_AUTO_TEST_SUITE(certainty)

BOOST_AUTO_TEST_CASE(of_any_two_events) {
  std::size_t certain = 0, uncertain = 0;
  for_each_wild(1'000, [&](lupaus::model_view const& m) {
    lupaus::situations const s{m};
    lupaus::detail::certainty c{m, s};
    for (auto e : m.events.ids())
      for (auto later : m.events.ids()) {
        auto const expected = s.is_certain_before(e, later);
        BOOST_REQUIRE_EQUAL(c.is_certain_before(e, later), expected);
        ++(expected ? certain : uncertain);
      }
  });
  BOOST_TEST(certain > 0U);
  BOOST_TEST(uncertain > 0U);
}

BOOST_AUTO_TEST_CASE(an_answer_does_not_hang_on_what_was_asked_before) {
  std::size_t assured = 0;
  for_each_wild(300, [&](lupaus::model_view const& m) {
    lupaus::situations const s{m};
    lupaus::detail::certainty c{m, s};
    lupaus::detail::order_of_events order{m, s, c};
    lupaus::word_of_events const word{m};
    lupaus::assurances of{m, s, c, order, word};
    for (auto now : m.events.ids())
      for (auto e : m.events.ids()) {
        auto const once = lupaus::assurance_of(m, e, now), again = of.of(e, now);
        BOOST_REQUIRE_EQUAL(once.is_assured, again.is_assured);
        BOOST_REQUIRE(once.within == again.within);
        assured += once.is_assured ? 1U : 0U;
      }
    auto const leaves = lupaus::detail::leaves_within(m);
    lupaus::detail::work_plan const plan{m, leaves};
    lupaus::detail::part_order const earlier{m, lupaus::detail::towards::earlier};
    lupaus::detail::repetition times{m, plan, earlier, leaves};
    for (auto object : m.parts.ids())
      for (auto up_to : m.parts.ids())
        if (is_leaf(m.parts[up_to]))
          BOOST_REQUIRE(times(object, up_to) == lupaus::time_again(m, object, up_to));
  });
  BOOST_TEST(assured > 0U);
}

BOOST_AUTO_TEST_CASE(of_any_two_parts) {
  std::size_t orders = 0;
  for_each_wild(1'000, [&](lupaus::model_view const& m) {
    lupaus::detail::part_order const order{m};
    for (auto p : m.parts.ids())
      for (auto q : m.parts.ids()) {
        auto const expected = leads_by_walking(m, p, q);
        BOOST_REQUIRE_EQUAL(order.leads(p, q), expected);
        if (p != q && expected) BOOST_REQUIRE(order.may_lead(p, q));
        orders += expected ? 1U : 0U;
      }
  });
  BOOST_TEST(orders > 0U);
}

BOOST_AUTO_TEST_SUITE_END()
