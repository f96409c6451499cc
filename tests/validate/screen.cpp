// SPDX-License-Identifier: BSL-1.0
//
// The screen of masks finds what the checks find, in the same order, whatever the model; and one
// validator that has seen other models finds no less and no more.
#include "lupaus/validator.hpp"

#include "support/findings.hpp"
#include "support/planter.hpp"
#include "support/random_model.hpp"
#include "support/runs.hpp"
#include "support/teller.hpp"
#include "support/wild_model.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <vector>

namespace {

using found = std::vector<lupaus::finding>;

found by_checks(lupaus::model_view const& m) {
  found all;
  lupaus::standard_checks(m, [&](lupaus::finding const& f) { all.push_back(f); });
  return all;
}

found by_masks(lupaus::validator& v, lupaus::model_view const& m) {
  found all;
  v(m, [&](lupaus::finding const& f) { all.push_back(f); });
  return all;
}

void require_same(lupaus::validator& v, lupaus::model const& m, std::uint64_t seed) {
  auto const expected = by_checks(m.view()), actual = by_masks(v, m.view());
  if (expected == actual) return;
  for (auto const* one : {&expected, &actual})
    for (auto const& f : *one)
      BOOST_TEST_MESSAGE((one == &expected ? "checks: " : "masks:  ")
                         << f.what->id << ' ' << f.what->explain(m.view(), f).where);
  BOOST_FAIL("the masks find something else in the model of seed " << seed);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(screen)

BOOST_AUTO_TEST_CASE(wild_models) {
  lupaus::validator v;
  for (std::size_t i = 0; i < proof::runs(1'500); ++i) {
    auto const seed = proof::first_seed() + i;
    if (auto const m = proof::to_model(proof::wild_maker{seed}.from_nothing()))
      require_same(v, *m, seed);
  }
}

BOOST_AUTO_TEST_CASE(sound_models) {
  lupaus::validator v;
  std::size_t sound = 0;
  for (std::size_t i = 0; i < proof::runs(300); ++i) {
    auto const seed = proof::first_seed() + i;
    auto const m = proof::to_model(proof::sound_promise(seed));
    BOOST_REQUIRE(m);
    require_same(v, *m, seed);
    sound += v.is_sound(m->view()) ? 1U : 0U;
    BOOST_TEST(v.is_sound(m->view()) == lupaus::is_sound(m->view()));
  }
  BOOST_TEST(sound > 0U);
}

// Of a promise written as a type nobody has made the digest; a validator makes it for itself.
BOOST_AUTO_TEST_CASE(models_without_a_digest) {
  lupaus::validator v;
  for (std::size_t i = 0; i < proof::runs(500); ++i) {
    auto const seed = proof::first_seed() + i;
    auto const m = proof::to_model(proof::wild_maker{seed}.from_nothing());
    if (!m) continue;
    auto bare = m->view();
    BOOST_TEST((bare.digest != nullptr) == (bare.parts.size() <= 64 && bare.parties.size() <= 64));
    bare.digest = nullptr;
    BOOST_TEST((by_masks(v, bare) == by_checks(bare)));
  }
}

// As many qualities as no table of the screen has room for; terms that only the quality compares.
BOOST_AUTO_TEST_CASE(many_qualities) {
  lupaus::validator v;
  for (int variant = 0; variant < 4; ++variant) {
    lupaus::builder b{"many qualities"};
    b.customer("customer");
    auto const shop = b.seller("shop");
    auto const firm = b.subcontractor("firm");
    auto const p = b.service("part");
    b.subcontract(firm, b.whole());
    using namespace lupaus;
    for (auto const& t :
         {within(std::chrono::hours{4}), within(std::chrono::hours{700'000}),
          within(business_days{2}), in_window(std::chrono::hours{8}, std::chrono::hours{12}),
          at(place::doorstep), undamaged, installed, informed_within(std::chrono::hours{1}),
          single_contact, fits_need, recovered_within(std::chrono::hours{8}), greeted, advised,
          needs_asked, thanked, undivided_attention}) {
      if (variant != 1) b.claims(shop, p, t);
      if (variant != 2) b.commits(shop, p, t);
      if (variant == 3) b.commits(shop, b.whole(), t);
    }
    require_same(v, b.build().value(), static_cast<std::uint64_t>(variant));
  }
}

BOOST_AUTO_TEST_CASE(more_than_a_mask_holds) {
  lupaus::validator v;
  for (auto const parts : {63, 64, 100}) {
    lupaus::builder b{"many parts"};
    b.customer("customer");
    auto const shop = b.seller("shop");
    for (int i = 0; i + 1 < parts; ++i) b.service("part " + std::to_string(i));
    b.claims(shop, b.whole(), lupaus::single_contact);
    auto const m = b.build().value();
    BOOST_TEST(m->parts.size() == static_cast<std::size_t>(parts));
    require_same(v, m, 0);
  }
}

BOOST_AUTO_TEST_SUITE_END()
