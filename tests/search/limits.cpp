// SPDX-License-Identifier: BSL-1.0
//
// A search that may not go on says how far it looked, and claims no more.
#include "search/support.hpp"

#include <chrono>
#include <string>

using namespace policy_test;

namespace {

constexpr counter ten_million{10'000'000};
constexpr std::size_t mebibyte = std::size_t{1} << 20;

// What is said of completeness is true: every state that near was seen.
void is_honest(exploration<counter> const& space, search_coverage const& seen) {
  BOOST_TEST(!seen.is_complete());
  BOOST_TEST_REQUIRE(seen.complete_depth.has_value());
  BOOST_TEST(seen.states == space.size());
  BOOST_TEST(seen.expanded < seen.states);
  exploration wanted{ten_million};
  auto const next = wanted.find([&, n = std::size_t{0}](auto) mutable {
    return wanted.depth_of(static_cast<state_number>(n++)) > *seen.complete_depth;
  });
  BOOST_TEST_REQUIRE(next.has_value());
  BOOST_TEST(*next <= seen.states);
  // As far as it looked, it found what a search without limits finds.
  bool same = true;
  for (std::size_t n = 0; n < std::min(seen.states, wanted.size()); ++n)
    same = same && space[n] == wanted[n];
  BOOST_TEST(same);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(policy_limits)

BOOST_AUTO_TEST_CASE(a_hundred_thousand_states) {
  exploration space{ten_million};
  auto const seen = space.run({.states = 100'000});
  BOOST_TEST(seen.why == stop_reason::states);
  BOOST_TEST(seen.states == 100'000u);
  is_honest(space, seen);
  auto const text = to_string(seen);
  BOOST_TEST(text == "100000 states, all within " + std::to_string(*seen.complete_depth) +
                         " moves; stopped by the limit of states");
  BOOST_TEST(!space.find([](auto n) { return n == 9'999'999; }, {.states = 100'000}).has_value());
  BOOST_TEST(space.seen().why == stop_reason::states);
}

BOOST_AUTO_TEST_CASE(sixty_four_mebibytes) {
  exploration space{ten_million};
  auto const seen = space.run({.bytes = 64 * mebibyte});
  BOOST_TEST(seen.why == stop_reason::bytes);
  BOOST_TEST(seen.bytes <= 64 * mebibyte);
  BOOST_TEST(seen.states > 3'000'000u);
  is_honest(space, seen);
}

BOOST_AUTO_TEST_CASE(time_and_the_callers_word) {
  exploration space{ten_million};
  BOOST_TEST(space.run({.time = std::chrono::nanoseconds{0}}).why == stop_reason::time);
  std::size_t told = 0, before = 0;
  auto const seen = space.run({}, [&](search_coverage const& e) {
    BOOST_TEST(e.expanded > before);
    BOOST_TEST(e.expanded < before + exploration<counter>::progress_interval + 1'000);
    before = e.expanded;
    return ++told < 3;
  });
  BOOST_TEST(told == 3u);
  BOOST_TEST(seen.why == stop_reason::caller);
  is_honest(space, seen);
}

BOOST_AUTO_TEST_CASE(a_limit_that_suffices_is_none) {
  constexpr counter small{5000};
  exploration space{small};
  BOOST_TEST(space.run({.states = 4999}).is_complete());
  BOOST_TEST(to_string(space.seen()) == "4999 states, all that can be reached");
  exploration tight{small};
  BOOST_TEST(tight.run({.states = 4998}).why == stop_reason::states);
  BOOST_TEST(tight.run({.states = 0}).why == stop_reason::states);
  exploration none{small};
  auto const seen = none.run({.states = 0});
  BOOST_TEST(!seen.complete_depth.has_value());
  BOOST_TEST(to_string(seen) == "0 states, not all initial ones; stopped by the limit of states");
}

BOOST_AUTO_TEST_CASE(a_search_in_steps_finds_what_one_search_finds) {
  proof::chooser choose{3};
  for (int round = 0; round < 100; ++round) {
    auto const t = random_system(choose, 400);
    exploration whole{t}, pieces{t};
    auto const wanted = whole.run();
    for (std::size_t most = 0; !pieces.run({.states = most}).is_complete();)
      most += 1 + choose.below(30);
    auto const seen = pieces.seen();
    BOOST_TEST(seen.transitions == wanted.transitions);
    BOOST_TEST(seen.depth == wanted.depth);
    BOOST_TEST_REQUIRE(pieces.size() == whole.size());
    for (std::size_t n = 0; n < whole.size(); ++n) {
      auto const at = static_cast<state_number>(n);
      BOOST_TEST_REQUIRE(pieces[n] == whole[n]);
      BOOST_TEST_REQUIRE(pieces.depth_of(at) == whole.depth_of(at));
      BOOST_TEST_REQUIRE(pieces.origin_of(at) == whole.origin_of(at));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
