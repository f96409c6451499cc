// SPDX-License-Identifier: BSL-1.0
//
// Stories told again, whole and with a move left out.
#pragma once

#include "lupaus/explore.hpp"
#include "lupaus/explore/replay.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>

namespace retold {

using namespace lupaus;

inline constexpr std::size_t all = ~std::size_t{0};

/// How a story ends when it is told again: trapped or not, and by which failure.
struct ends {
  bool is_the_same = false, is_trapped = false, is_doomed = false;
  event_id cause = {};
};

inline ends told_again(model const& m, story const& s, std::size_t without) {
  replay order{m, rules_policy{}};
  ends e;
  auto was_doomed = false;
  for (std::size_t i = 0; i < s.moves.size(); ++i) {
    if (i == without) continue;
    (without == all ? order : order.if_possible()).make(s.moves[i]);
    auto const& x = s.moves[i];
    auto const is_doomed = order.view().phase() == order_phase::open && !order.has_a_way_out();
    if (is_doomed && !was_doomed && x.part) e.cause = order.view().open_failure(x.part, x.unit);
    was_doomed = is_doomed;
  }
  e.is_the_same = order.is_the_same_story();
  e.is_trapped = order.is_trapped();
  e.is_doomed = was_doomed;
  return e;
}

/// Tells every story of a promise again, whole and without each of its moves. Gives their number.
inline std::size_t check(model const& m, verdict const& v) {
  std::size_t traps = 0;
  for (auto const& s : v.stories) {
    auto const whole_story = told_again(m, s, all);
    BOOST_TEST(whole_story.is_the_same);
    BOOST_TEST(whole_story.is_doomed);
    BOOST_TEST(whole_story.is_trapped == (s.ends == ending::trapped));
    if (s.ends != ending::trapped) continue;
    ++traps;
    for (std::size_t i = 0; i < s.moves.size(); ++i) {
      auto const e = told_again(m, s, i);
      // Without a failure there may be another trap; this one is gone.
      BOOST_TEST_INFO("without move " << i + 1 << " of " << s.moves.size());
      BOOST_TEST(!(e.is_the_same && e.is_trapped && e.cause == whole_story.cause));
    }
  }
  return traps;
}

}  // namespace retold
