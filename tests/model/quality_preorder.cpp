// SPDX-License-Identifier: BSL-1.0
//
// A property of every quality: `entails` is reflexive and transitive, over random bounds.
#include "lupaus/model/builder/term_spec.hpp"
#include "lupaus/model/terms/term.hpp"

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <random>
#include <vector>

using namespace lupaus;

namespace {

class random_bounds {
 public:
  // A bound that the quality accepts; few different values, so that chains are frequent.
  bound of(quality_type const& q) {
    for (;;)
      if (auto const b = any(); q.accepts(b)) return b;
  }

 private:
  int upto(int n) { return std::uniform_int_distribution<int>{0, n}(engine_); }

  bound any() {
    switch (upto(7)) {
      case 0: return {};
      case 1: return lasting(std::chrono::hours{12 * upto(16)}).value.value;
      case 2: return lasting(business_days{upto(6), upto(2), 5 + upto(2)}).value.value;
      case 3: return lasting(calendar_day{upto(3)}).value.value;
      case 4: return lasting(instant{upto(8) * one_day / 2 - upto(1)}).value.value;
      case 5: {
        auto const from = upto(4);
        return bound_codec<window>::encode({from, from + 1 + upto(3)}).value;
      }
      case 6:
        return bound_codec<money>::encode({upto(3), upto(1) ? currency{"EUR"} : currency{"USD"}})
            .value;
      default: return {bound_kind::number, upto(3), 0, {}};
    }
  }
  std::mt19937 engine_{20'26};
};

}  // namespace

BOOST_AUTO_TEST_SUITE(quality_preorder)

BOOST_AUTO_TEST_CASE(entailment_is_reflexive_and_transitive) {
  random_bounds random;
  for (auto const* q : shipped_qualities) {
    std::vector<term> some;
    for (int i = 0; i < 60; ++i) some.push_back({q, random.of(*q), {}});
    auto reflexive = 0u, chains = 0u, broken = 0u;
    for (auto const& a : some) {
      reflexive += entails(a, a);
      for (auto const& b : some)
        if (entails(a, b))
          for (auto const& c : some)
            if (entails(b, c)) {
              ++chains;
              broken += !entails(a, c);
            }
    }
    BOOST_TEST_CONTEXT(q->name) {
      BOOST_TEST(reflexive == some.size());
      BOOST_TEST(chains > some.size());  // the property has been put to the test
      BOOST_TEST(broken == 0u);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
