// SPDX-License-Identifier: BSL-1.0
//
// What a policy may ask of earlier attempts: how often something has happened, or was asked for,
// and what was answered; and that it costs those nothing that do not ask.
#include "support/lamp_sent.hpp"
#include "support/runs.hpp"
#include "support/small_model.hpp"
#include "support/table_policy.hpp"
#include "support/teller.hpp"

#include "lupaus/explore.hpp"
#include "lupaus/explore/replay.hpp"
#include "lupaus/model/builder/builder.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;
using decides = std::function<decision(circumstances const&)>;

/// A technician comes to her home, or does not.
struct visit_at_home {
  builder b{"a visit"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  party_id technician = b.subcontractor("technician");
  part_id visit = b.service("visit");
  event_id missed = b.fails(visit, "missed").id();
  model m = built();

  model built() {
    b.product(visit).commits_to(technician, shop, visit, within(48h));
    b.tells(technician, shop, missed, 2h).reaches(customer, shop);
    return b.build().value();
  }

  /// So many misses are put right by another visit; what then comes is the end.
  decides closes_after(std::size_t misses, decision in_the_end) const {
    return [=, e = missed](circumstances const& c) {
      if (c.on == occasion::cancellation) return decision::refuses();
      return c.how_often(e) < misses ? decision::performs_again() : in_the_end;
    };
  }
};

std::size_t happenings(story const& s, event_id e) {
  return static_cast<std::size_t>(std::count_if(
      s.moves.begin(), s.moves.end(),
      [&](order_move const& x) { return x.kind == move_kind::happens && x.event == e; }));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(history)

BOOST_FIXTURE_TEST_CASE(the_second_miss_closes_the_case, visit_at_home) {
  auto const paid = explore(m, closes_after(2, decision::refunds()), {.failures = 3});
  BOOST_TEST(paid.is_clean());
  auto const kept = explore(m, closes_after(2, decision::refuses()), {.failures = 3});
  BOOST_TEST_REQUIRE(kept.stories.size() == 1U);
  BOOST_TEST((kept.stories[0].ends == ending::trapped));
  BOOST_TEST((kept.stories[0].failure == missed));
  BOOST_TEST(happenings(kept.stories[0], missed) == 2U);
  BOOST_TEST(kept.broken.empty());
  // Within a budget of one nobody misses twice.
  BOOST_TEST(explore(m, closes_after(2, decision::refuses()), {.failures = 1}).is_clean());
}

BOOST_FIXTURE_TEST_CASE(it_counts_to_three, visit_at_home) {
  BOOST_TEST(order_view::most_counted == 3U);
  auto const third = explore(m, closes_after(3, decision::refuses()), {.failures = 5});
  BOOST_TEST_REQUIRE(third.stories.size() == 1U);
  BOOST_TEST(happenings(third.stories[0], missed) == 3U);
  // So often, or more.
  BOOST_TEST(explore(m, closes_after(4, decision::refuses()), {.failures = 5}).is_clean());
}

// She asks; and asks again, although she was refused: which counts where somebody asks how often.
BOOST_FIXTURE_TEST_CASE(her_requests_are_counted, visit_at_home) {
  auto const gives_in_after = [&](std::size_t many) -> decides {
    return [=, p = visit](circumstances const& c) {
      if (c.on == occasion::news) return decision::waits();
      if (c.on == occasion::cancellation)
        return c.cancellation_requests() < many ? decision::refuses() : decision::accepts();
      return c.replacement_requests(p) < many ? decision::refuses() : decision::performs_again();
    };
  };
  for (auto const many : {std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{3}}) {
    auto const v = explore(m, gives_in_after(many), {.failures = 1});
    BOOST_TEST_CONTEXT("gives in after " << many) {
      BOOST_TEST(v.is_clean());
      BOOST_TEST_REQUIRE(v.most_contacts.has_value());
      BOOST_TEST(*v.most_contacts == many + 1);
    }
  }
  auto const never = explore(m, gives_in_after(4), {.failures = 1});
  BOOST_TEST_REQUIRE(never.stories.size() == 1U);
  BOOST_TEST((never.stories[0].ends == ending::trapped));
}

BOOST_FIXTURE_TEST_CASE(the_last_answer_outlives_its_attempt, visit_at_home) {
  std::vector<std::optional<answer>> seen;
  decides const policy = [&, p = visit](circumstances const& c) {
    if (c.on == occasion::news) return decision::waits();
    if (c.on == occasion::cancellation) {
      auto const last = c.last_cancellation_answer();
      return !last                    ? decision::waits()
             : *last == answer::waits ? decision::refuses()
                                      : decision::accepts();
    }
    auto const last = c.last_replacement_answer(p);
    if (std::find(seen.begin(), seen.end(), last) == seen.end()) seen.push_back(last);
    if (!last) return decision::waits();
    return *last == answer::waits ? decision::performs_again() : decision::refuses();
  };
  BOOST_TEST(explore(m, policy, {.failures = 2}).is_clean());
  std::vector<std::optional<answer>> const expected{
      {}, answer::waits, answer::performs_again, answer::refuses};
  BOOST_TEST((seen == expected));
}

// Of units that belong to different numbers, each is counted, and all together.
BOOST_AUTO_TEST_CASE(units_are_counted_by_themselves) {
  builder b{"two visits"};
  auto const customer = b.customer("customer");
  auto const shop = b.seller("shop");
  auto const technician = b.subcontractor("technician");
  auto const visit = b.service("visit", 2);
  auto const missed = b.fails(visit, "missed").id();
  b.product(visit).commits_to(technician, shop, visit, within(48h));
  b.tells(technician, shop, missed, 2h).reaches(customer, shop);
  auto const m = b.build().value();
  auto const one_twice = [=](circumstances const& c) {
    if (c.on == occasion::cancellation) return decision::refuses();
    return c.how_often(missed, c.unit) < 2 ? decision::performs_again() : decision::refuses();
  };
  auto const any_twice = [=](circumstances const& c) {
    if (c.on == occasion::cancellation) return decision::refuses();
    return c.how_often(missed) < 2 ? decision::performs_again() : decision::refuses();
  };
  for (auto const& s : explore(m, one_twice, {.failures = 2}).stories) {
    std::vector<std::size_t> units;
    for (auto const& x : s.moves)
      if (x.kind == move_kind::happens && x.event == missed) units.push_back(x.unit);
    BOOST_TEST((units.size() == 2 && units[0] == units[1]));
  }
  auto const any = explore(m, any_twice, {.failures = 2});
  BOOST_TEST_REQUIRE(!any.stories.empty());
  BOOST_TEST(any.trapped > explore(m, one_twice, {.failures = 2}).trapped);
}

BOOST_AUTO_TEST_CASE(who_was_told) {
  proof::lamp_that_may_be_lost s;
  s.b.tells(s.carrier, s.shop, s.lost, 2h);
  auto const m = s.b.build().value();
  replay order{m, [](circumstances const&) { return decision::waits(); }};
  order.orders();
  order.happens("sending", "shipped");
  BOOST_TEST(!order.view().is_told(s.carrier, s.lost));
  order.happens("sending", "lost");
  BOOST_TEST(order.view().is_told(s.carrier, s.lost));  // who loses it knows
  BOOST_TEST(!order.view().is_told(s.shop, s.lost));
  BOOST_TEST(!order.view().is_told(s.customer, s.lost));
  order.reports("sending", "lost");
  BOOST_TEST(order.view().is_told(s.shop, s.lost));
  BOOST_TEST(!order.view().is_told(party_id{}, s.lost));
  BOOST_TEST(!order.view().is_told(s.shop, event_id{}));
}

BOOST_FIXTURE_TEST_CASE(a_story_told_again_counts, visit_at_home) {
  auto const kept = explore(m, closes_after(2, decision::refuses()), {.failures = 2});
  BOOST_TEST_REQUIRE(kept.stories.size() == 1U);
  replay order{m, closes_after(2, decision::refuses())};
  for (auto const& x : kept.stories[0].moves) order.make(x);
  BOOST_TEST(order.is_the_same_story());
  BOOST_TEST(order.is_trapped());
  BOOST_TEST(order.view().how_often(missed) == 2U);
  auto const requests = std::count_if(
      kept.stories[0].moves.begin(), kept.stories[0].moves.end(), [](order_move const& x) {
        return x.kind == move_kind::asks && x.on == occasion::replacement;
      });
  BOOST_TEST(order.view().replacement_requests(visit) == static_cast<std::size_t>(requests));
  BOOST_TEST((order.view().last_cancellation_answer() == answer::refuses));
  replay mended{m, closes_after(2, decision::refunds())};
  for (auto const& x : kept.stories[0].moves) mended.make(x);
  BOOST_TEST(mended.is_over());
  BOOST_TEST(mended.has_a_way_out(), mended.account());
}

BOOST_FIXTURE_TEST_CASE(what_the_promise_does_not_have_never_happened, visit_at_home) {
  decides const policy = [&](circumstances const& c) {
    BOOST_TEST(c.how_often(event_id{}) == 0U);
    BOOST_TEST(c.how_often(event_id{9'999}) == 0U);
    BOOST_TEST(c.how_often(missed, 7) == 0U);
    BOOST_TEST(c.replacement_requests(part_id{9'999}) == 0U);
    BOOST_TEST(c.replacement_requests(whole) == 0U);
    BOOST_TEST(!c.last_replacement_answer(visit, 7).has_value());
    return decision::accepts();
  };
  decides const only_where_it_fits = [&](circumstances const& c) {
    policy(c);
    return c.on == occasion::cancellation ? decision::accepts() : decision::waits();
  };
  BOOST_TEST(explore(m, only_where_it_fits, {.failures = 2}).is_clean());
}

// An invariant asks as a policy does.
BOOST_FIXTURE_TEST_CASE(an_invariant_may_ask, visit_at_home) {
  explore_options how{.failures = 3};
  how.invariants = {{"nobody waits in vain twice",
                     [e = missed](order_view const& o) { return o.how_often(e) < 2; }}};
  auto const v = explore(m, closes_after(9, decision::refuses()), how);
  BOOST_TEST_REQUIRE(v.violations.size() == 1U);
  BOOST_TEST(happenings(v.violations[0], missed) == 2U);
}

// Parts that meet are not taken apart where what came before one decides about another.
BOOST_AUTO_TEST_CASE(counts_join_parts) {
  builder b{"three deliveries"};
  auto const customer = b.customer("customer");
  auto const shop = b.seller("shop");
  std::vector<event_id> lost;
  product all;
  for (std::size_t i = 0; i < 3; ++i) {
    auto const number = std::to_string(i);
    auto const carrier = b.subcontractor("carrier " + number);
    auto const delivery = b.service("delivery " + number);
    b.commits_to(carrier, shop, delivery, within(48h));
    lost.push_back(b.fails(delivery, "lost " + number).id());
    b.tells(carrier, shop, lost.back(), 2h);
    all = i == 0 ? product{delivery} : all_of(all, delivery);
  }
  b.reaches(customer, shop);
  auto const m = b.product(all).build().value();
  // Whatever is lost second is not sent again.
  decides const policy = [=](circumstances const& c) {
    if (c.on == occasion::cancellation) return decision::refuses();
    std::size_t all_lost = 0;
    for (auto e : lost) all_lost += c.how_often(e);
    return all_lost < 2 ? decision::performs_again() : decision::refuses();
  };
  auto const together = explore(m, policy, {.failures = 2, .together = true});
  auto const apart = explore(m, policy, {.failures = 2, .states_together = 0});
  BOOST_TEST(!together.is_clean());
  BOOST_TEST(!apart.is_apart);
  BOOST_TEST(apart.seen.states == together.seen.states);
  BOOST_TEST(apart.trapped == together.trapped);
  BOOST_TEST(apart.stories.size() == together.stories.size());
}

// One that does not ask has the states that it had; one that asks and does not mind the answer has
// more, and the same traps.
BOOST_AUTO_TEST_CASE(who_does_not_ask_pays_nothing) {
  std::size_t more = 0, compared = 0;
  for (std::size_t i = 0; i < 60; ++i) {
    auto const m = proof::to_model(proof::small_promise(proof::first_seed() + i));
    if (!m) continue;
    auto const plain = proof::random_policy(m->view(), proof::first_seed() + i);
    explore_options const how{.failures = 2, .limits = {.states = 4'000}, .times = false};
    auto const a = explore(*m, plain, how);
    auto const b = explore(
        *m,
        [&](circumstances const& c) {
          static_cast<void>(c.how_often(c.failure));
          return plain.decide(c);
        },
        how);
    if (!a.seen.is_complete() || !b.seen.is_complete() || !a.broken.empty()) continue;
    ++compared;
    BOOST_TEST_CONTEXT("seed " << proof::first_seed() + i) {
      BOOST_TEST(a.seen.states <= b.seen.states);
      BOOST_TEST(a.is_clean() == b.is_clean());
      BOOST_TEST((a.doomed == 0) == (b.doomed == 0));
      BOOST_TEST((a.trapped == 0) == (b.trapped == 0));
      BOOST_TEST_REQUIRE(a.stories.size() == b.stories.size());
      for (std::size_t k = 0; k < a.stories.size(); ++k)
        BOOST_TEST(a.stories[k].moves.size() == b.stories[k].moves.size());
      more += b.seen.states > a.seen.states ? 1U : 0U;
    }
  }
  BOOST_TEST(compared > 0U);
  BOOST_TEST(more > 0U);
}

BOOST_AUTO_TEST_SUITE_END()
