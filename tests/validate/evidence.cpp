// SPDX-License-Identifier: BSL-1.0
//
// Evidence is one thing, however it is read: with the words or without. Reading it adds to what the
// reader has.
#include "lupaus/validate.hpp"

#include "support/findings.hpp"
#include "support/random_model.hpp"
#include "support/runs.hpp"
#include "support/teller.hpp"
#include "support/wild_model.hpp"

#include <boost/test/unit_test.hpp>

#include <map>
#include <string_view>
#include <vector>

namespace {

using evidence = std::vector<lupaus::element>;

evidence read(lupaus::model_view const& m, lupaus::finding const& f) {
  evidence seen;
  f.what->evidence(m, f, seen);
  return seen;
}

/// Evidence is the same in both ways; counts the findings.
void require_same(lupaus::model const& m, std::uint64_t seed,
                  std::map<std::string_view, std::size_t>& found) {
  for (auto const& f : proof::raw_findings(m.view())) {
    BOOST_TEST_CONTEXT(f.what->id << " of seed " << seed) {
      auto const expected = read(m.view(), f);
      BOOST_TEST_REQUIRE((f.what->explain(m.view(), f).evidence == expected));
      auto twice = expected;  // what is there stays, and does not count as seen
      f.what->evidence(m.view(), f, twice);
      evidence expected_twice = expected;
      expected_twice.insert(expected_twice.end(), expected.begin(), expected.end());
      BOOST_TEST_REQUIRE((twice == expected_twice));
    }
    ++found[f.what->id];
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reading_evidence)

BOOST_AUTO_TEST_CASE(wild_models) {
  std::map<std::string_view, std::size_t> found;
  for (std::size_t i = 0; i < proof::runs(600); ++i) {
    auto const seed = proof::first_seed() + i;
    if (auto const m = proof::to_model(proof::random_promise(seed))) require_same(*m, seed, found);
  }
  for (auto const* id : {"weaker-subcontract", "reversed-remedy", "uninformed-party",
                         "silent-failure", "no-exit", "unowned-handoff", "surviving-subcontract"})
    BOOST_TEST(found[id] > 0U, id);
}

BOOST_AUTO_TEST_CASE(plain_models) {
  std::map<std::string_view, std::size_t> found;
  for (std::size_t i = 0; i < proof::runs(300); ++i) {
    auto const seed = proof::first_seed() + i;
    auto d = proof::random_promise(seed);
    d.notices.clear();
    d.coordinations.clear();
    if (i % 2 == 0) d.rules.clear();
    if (auto const m = proof::to_model(d)) require_same(*m, seed, found);
  }
  BOOST_TEST(found["silent-failure"] > 0U);
  BOOST_TEST(found["no-exit"] > 0U);
}

BOOST_AUTO_TEST_SUITE_END()
