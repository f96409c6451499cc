// SPDX-License-Identifier: BSL-1.0
//
// A model is immutable and may be shared between threads. Run under ThreadSanitizer.
#include "check/flagship.hpp"
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/validate.hpp"
#include "lupaus/validate_all.hpp"

#include <array>
#include <boost/test/unit_test.hpp>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace lupaus;
using flagship::variant;
using flagship::washing_machine;

namespace {

constexpr int rounds = 30;

// Everything that a report says, as one text.
std::string told(report const& found) {
  std::string text;
  for (auto const& f : found) {
    auto const x = found.explain(f);
    text += std::string{f.what->id} + x.what + x.where + x.why + x.mend;
    for (auto e : x.evidence) text += describe(found.model(), e);
    for (auto const& c : found.consequences(f)) text += std::string{c.what->id};
  }
  return text;
}

// Runs `work(index)` in two threads at once.
template <class F>
void in_two_threads(F work) {
  std::thread other{[&] { work(1); }};
  work(0);
  other.join();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(threads)

BOOST_AUTO_TEST_CASE(two_threads_validate_and_explain_one_model) {
  washing_machine const w;
  auto const shared = w.b.build().value();
  auto const expected = told(validate(shared));
  std::array<int, 2> right{};
  in_two_threads([&](std::size_t me) {
    for (int i = 0; i < rounds; ++i) right[me] += told(validate(shared)) == expected;
  });
  BOOST_TEST(right[0] == rounds);
  BOOST_TEST(right[1] == rounds);
}

BOOST_AUTO_TEST_CASE(a_catalogue_is_validated_by_several_threads) {
  washing_machine const w;
  std::vector<model> const catalogue(100, w.b.build().value());
  std::vector<std::pair<std::size_t, finding>> one, several;
  validate_all(catalogue, {.threads = 1},
               [&](std::size_t i, finding const& f) { one.emplace_back(i, f); });
  for (int i = 0; i < rounds; ++i) {
    several.clear();
    validate_all(catalogue, {.threads = 3, .chunk = 2},
                 [&](std::size_t at, finding const& f) { several.emplace_back(at, f); });
    BOOST_TEST((several == one));
  }
  BOOST_TEST(!one.empty());
}

BOOST_AUTO_TEST_CASE(copies_are_made_and_destroyed_at_once) {
  washing_machine const w;
  std::optional<model> original{w.b.build().value()};
  auto const first = *original, second = *original;
  original.reset();  // the copies keep what they share
  std::array<std::size_t, 2> gaps{};
  in_two_threads([&](std::size_t me) {
    auto const& mine = me == 0 ? first : second;
    for (int i = 0; i < rounds; ++i) {
      std::vector<model> copies(8, mine);
      auto const last = copies.back();
      copies.clear();
      auto const found = validate(last);
      gaps[me] += found.size();
    }
  });
  BOOST_TEST(gaps[0] == 11u * rounds);
  BOOST_TEST(gaps[1] == 11u * rounds);
}

BOOST_AUTO_TEST_CASE(each_mends_a_copy_of_its_own) {
  washing_machine const w;
  auto const shared = w.b.build().value();
  std::array<std::size_t, 2> gaps{};
  in_two_threads([&](std::size_t me) {
    for (int i = 0; i < rounds; ++i) {
      builder b{shared};
      b.coordinates("shop", "delivery", "installation");
      gaps[me] += validate(b.build().value()).size();
    }
  });
  BOOST_TEST(gaps[0] == 9u * rounds);  // the handoff, and with it the customer in the middle
  BOOST_TEST(gaps[1] == gaps[0]);
  BOOST_TEST(validate(shared).size() == 11u);
}

BOOST_AUTO_TEST_CASE(each_builds_its_own) {
  std::array<std::size_t, 2> gaps{};
  in_two_threads([&](std::size_t me) {
    for (int i = 0; i < rounds; ++i) {
      washing_machine const w{me == 0 ? variant::mended : variant::as_sold_with_return_term};
      gaps[me] += validate(w.b.build().value()).size();
    }
  });
  BOOST_TEST(gaps[0] == 0u);
  BOOST_TEST(gaps[1] == 11u * rounds);
}

BOOST_AUTO_TEST_SUITE_END()
