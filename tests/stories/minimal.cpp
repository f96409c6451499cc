// SPDX-License-Identifier: BSL-1.0
//
// Every story is true and has no word too many: told again, it ends in the trap; with any one move
// left out, it does not, or cannot be told.
#include "check/flagship.hpp"
#include "stories/told_again.hpp"
#include "support/random_model.hpp"
#include "support/teller.hpp"
#include "support/wild_model.hpp"

#include "lupaus/json.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

using namespace lupaus;
using flagship::variant;
using flagship::washing_machine;

}  // namespace

BOOST_AUTO_TEST_SUITE(minimal_stories)

BOOST_AUTO_TEST_CASE(of_the_washing_machine) {
  for (auto const how : {variant::as_sold, variant::as_sold_with_return_term, variant::mended}) {
    auto const m = washing_machine{how}.b.build().value();
    BOOST_TEST(retold::check(m, explore(m)) == (how == variant::as_sold  ? 2U
                                                : how == variant::mended ? 0U
                                                                         : 1U));
  }
}

BOOST_AUTO_TEST_CASE(of_random_promises) {
  std::size_t traps = 0, promises = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    for (auto const wild : {true, false}) {
      auto const m =
          proof::to_model(wild ? proof::random_promise(seed) : proof::sound_promise(seed));
      if (!m) continue;
      auto const v = explore(*m, {.failures = 1, .units = 1, .limits = {.states = 20'000}});
      if (!v.seen.is_complete()) continue;
      ++promises;
      BOOST_TEST_CONTEXT((wild ? "wild " : "sound ") << seed) traps += retold::check(*m, v);
    }
  }
  BOOST_TEST_MESSAGE(traps << " traps in " << promises << " promises");
  BOOST_TEST(promises > 100U);
  BOOST_TEST(traps > 50U);
}

BOOST_AUTO_TEST_CASE(of_the_example_models) {
  std::size_t promises = 0, traps = 0;
  for (auto const& file : std::filesystem::recursive_directory_iterator{"examples/models"}) {
    if (file.path().extension() != ".json") continue;
    std::ifstream in{file.path()};
    auto const m = read_model(std::string{std::istreambuf_iterator<char>{in}, {}});
    BOOST_TEST_REQUIRE(m.has_value());
    ++promises;
    auto const v = explore(*m, {.failures = 2, .limits = {.states = 100'000}});
    BOOST_TEST_CONTEXT(file.path().string()) traps += retold::check(*m, v);
  }
  BOOST_TEST(promises > 20U);
  BOOST_TEST(traps > 5U);
}

BOOST_AUTO_TEST_SUITE_END()
