// SPDX-License-Identifier: BSL-1.0
//
// The sketch of durations against the durations themselves: no quantile is off by more than it
// says, however often sketches were merged, and in whatever order.
#include "support/chooser.hpp"

#include "lupaus/monitor/duration_sketch.hpp"
#include "lupaus/monitor/scorecard.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using namespace lupaus;

namespace {

duration_sketch sketch_of(std::vector<seconds_t> const& all) {
  duration_sketch s;
  for (auto x : all) s.add(x);
  return s;
}
/// From a second to years, small ones often.
seconds_t some_duration(proof::chooser& r) {
  auto const scale = seconds_t{1} << r.between(0, 30);
  return static_cast<seconds_t>(r.below(static_cast<std::size_t>(scale) + 1));
}
seconds_t exact(std::vector<seconds_t> const& sorted, double q) {
  return sorted[static_cast<std::size_t>(q * static_cast<double>(sorted.size() - 1))];
}
bool is_near(seconds_t told, seconds_t exactly) {
  return (told > exactly ? told - exactly : exactly - told) * duration_sketch::one_part_in <=
         exactly;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(duration_sketches)

BOOST_AUTO_TEST_CASE(each_duration_is_told_to_one_per_cent) {
  for (seconds_t x = 0; x < 200'000; ++x)
    if (!is_near(duration_sketch::length_of(duration_sketch::number_of(x)), x)) {
      BOOST_ERROR("of " + std::to_string(x));
      return;
    }
  for (auto x = duration_sketch::longest; x > 0; x -= x / 97 + 1)
    if (!is_near(duration_sketch::length_of(duration_sketch::number_of(x)), x)) {
      BOOST_ERROR("of " + std::to_string(x));
      return;
    }
  BOOST_TEST(duration_sketch::length_of(duration_sketch::number_of(-5)) == 0);
  BOOST_TEST(duration_sketch::number_of(duration_sketch::longest * 2) ==
             duration_sketch::number_of(duration_sketch::longest));
}

BOOST_AUTO_TEST_CASE(a_thousand_merges_keep_the_error) {
  proof::chooser r{20'260'301};
  std::vector<seconds_t> all;
  duration_sketch merged;
  for (int i = 0; i < 1'000; ++i) {
    std::vector<seconds_t> some;
    for (auto n = r.below(20); n > 0; --n) some.push_back(some_duration(r));
    merged += sketch_of(some);
    all.insert(all.end(), some.begin(), some.end());
    std::sort(all.begin(), all.end());
    BOOST_REQUIRE(merged.count() == all.size());
    for (auto const q : {0.0, 0.1, 0.5, 0.9, 0.95, 0.99, 1.0}) {
      if (all.empty() || is_near(merged.quantile(q), exact(all, q))) continue;
      BOOST_ERROR("after " + std::to_string(i) + " merges quantile " + std::to_string(q) + " is " +
                  std::to_string(exact(all, q)) + ", and " + std::to_string(merged.quantile(q)) +
                  " was told");
      return;
    }
  }
  BOOST_TEST(merged.buckets().size() <= duration_sketch::bucket_count);
  BOOST_TEST(merged.buckets().size() > 500u);  // the test went over most of them
}

BOOST_AUTO_TEST_CASE(to_merge_is_associative_and_commutative) {
  proof::chooser r{20'260'302};
  auto const some = [&] {
    std::vector<seconds_t> all(r.below(50));
    for (auto& x : all) x = some_duration(r);
    return sketch_of(all);
  };
  for (int i = 0; i < 300; ++i) {
    auto const a = some(), b = some(), c = some();
    auto ab_c = a, bc = b, ba = b;
    (ab_c += b) += c;
    bc += c;
    auto a_bc = a;
    a_bc += bc;
    auto ab = a;
    ab += b;
    ba += a;
    if (ab_c == a_bc && ab == ba && ab.count() == a.count() + b.count()) continue;
    BOOST_ERROR("merged in another order it is another sketch");
    return;
  }
}

BOOST_AUTO_TEST_CASE(nothing_has_no_quantile) {
  BOOST_TEST(duration_sketch{}.quantile(0.5) == 0);
  BOOST_TEST(duration_sketch{}.count() == 0u);
  duration_sketch one;
  one.add(7);
  for (auto const q : {-1.0, 0.0, 0.5, 1.0, 2.0}) BOOST_TEST(one.quantile(q) == 7);
}

BOOST_AUTO_TEST_SUITE_END()
