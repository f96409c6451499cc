// SPDX-License-Identifier: BSL-1.0
//
// The rows of the matrix, found all at once, are those that each part and quality has by itself.
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/model/responsibility_matrix.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <cstddef>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace lupaus;

namespace {

/// Random things said of random parts, by whoever can say them.
model talk(std::mt19937& random) {
  builder b{"much talk"};
  b.customer("customer");
  party_id const who[] = {b.seller("shop"), b.department("desk"), b.subcontractor("firm")};
  std::vector<part_id> parts{b.whole()};
  for (int i = 0; i < 4; ++i) parts.push_back(b.service("part " + std::to_string(i)));
  auto const any = [&](std::size_t n) {
    return std::uniform_int_distribution<std::size_t>{0, n - 1}(random);
  };
  auto const length = [&] { return std::chrono::hours{1 + static_cast<int>(any(5))}; };
  for (int i = 0; i < 12; ++i) {
    auto const p = parts[any(parts.size())];
    auto const by = who[any(2)];
    switch (any(7)) {
      case 0: b.claims(by, p, within(length())); break;
      case 1: b.implies(by, p, {within(length()), at(place::doorstep)}); break;
      case 2: b.commits(by, p, within(length())); break;
      case 3: b.commits(by, p, at(place::doorstep)); break;
      case 4: b.commits(by, p, single_contact); break;
      case 5: b.commits(by, parts[2], within(length()).after(completed(parts[1]))); break;
      default: b.commits_to(who[2], who[0], p, within(length())); break;
    }
  }
  return b.build().value();
}

bool same(matrix_cell const& a, matrix_cell const& b) {
  return a.strongest == b.strongest && a.is_implied == b.is_implied && a.has_others == b.has_others;
}

}  // namespace

BOOST_AUTO_TEST_CASE(all_rows_at_once_are_the_rows_one_by_one) {
  std::mt19937 random{5};
  std::size_t with_others = 0;
  for (int run = 0; run < 200; ++run) {
    auto const m = talk(random);
    std::set<std::pair<part_id, quality_type const*>> told;
    part_id last{0};
    for_each_responsibility(m, [&](matrix_row const& r) {
      BOOST_TEST_REQUIRE((last <= r.part));  // part by part
      last = r.part;
      BOOST_TEST_REQUIRE(told.emplace(r.part, r.quality).second);
      auto const alone = responsibility_for(m, r.part, r.quality);
      BOOST_TEST_REQUIRE(same(r.claimed, alone.claimed));
      BOOST_TEST_REQUIRE(same(r.committed, alone.committed));
      BOOST_TEST_REQUIRE(same(r.subcontracted, alone.subcontracted));
      with_others += r.claimed.has_others || r.committed.has_others;
    });
    std::size_t rows = 0;
    for (auto p : m->parts.ids())
      for (auto const* q : shipped_qualities) {
        auto const r = responsibility_for(m, p, q);
        rows += r.claimed || r.committed || r.subcontracted;
      }
    BOOST_TEST_REQUIRE(told.size() == rows);
  }
  BOOST_TEST(with_others > 20U);
}
