// SPDX-License-Identifier: BSL-1.0
//
// What exceeds a promise, by its definition, over random promises.
#include "lupaus/check/over_fulfilment.hpp"
#include "lupaus/model/event_names.hpp"
#include "support/random_model.hpp"
#include "support/teller.hpp"
#include "support/wild_model.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstddef>
#include <cstdint>

using namespace lupaus;

BOOST_AUTO_TEST_SUITE(random_over_fulfilment)

// What is stated entails all on the other side, and none
// of that entails it; nothing that does so is left out of its part and quality.
BOOST_AUTO_TEST_CASE(as_defined_for_random_promises) {
  std::size_t stated = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed)
    for (auto wild : {false, true}) {
      auto const made =
          proof::to_model(wild ? proof::random_promise(seed) : proof::sound_promise(seed));
      if (!made) continue;
      auto const& m = made->view();
      auto const is_plain = [&](commitment const& c) {
        return c.consequent.quality && !c.on_request && !c.overrides && !c.brings_about &&
               !c.antecedent && firm_of(m, c.debtor) != m.customer;
      };
      detail::event_names const names{m};
      auto const beats = [&](term const& a, term const& b) {
        return names.entails(a, b) && !names.entails(b, a);
      };
      auto const all = over_fulfilments(m);
      stated += all.size();
      BOOST_TEST_CONTEXT((wild ? "wild " : "sound ") << seed) {
        for (auto const& o : all) {
          auto const& more = m.commitments[o.more];
          BOOST_TEST(is_plain(more));
          BOOST_TEST((more.about == o.part));
          for (auto const& c : m.claims) {
            auto const is_near = is_within(m, c.about, o.part) || is_within(m, o.part, c.about);
            for_each_term(m, c, [&](term const& t) {
              if (t.quality != more.consequent.quality) return;
              if (o.kind == excess::unclaimed) BOOST_TEST(!is_near);
              if (o.kind == excess::beyond_claim && c.about == o.part)
                BOOST_TEST(beats(more.consequent, t));
            });
          }
          if (o.kind == excess::beyond_commitment)
            for (auto const& c : m.commitments)
              if (is_plain(c) && c.about == o.part && c.creditor == m.customer &&
                  is_sellers(m, c.debtor) && c.consequent.quality == more.consequent.quality)
                BOOST_TEST(beats(more.consequent, c.consequent));
        }
        // And the other way: a promise to her that beats all that is claimed of its part is there.
        for (auto const& c : m.commitments) {
          if (!is_plain(c) || c.creditor != m.customer || !is_sellers(m, c.debtor)) continue;
          std::size_t claimed = 0, beaten = 0;
          for (auto const& x : m.claims)
            for_each_term(m, x, [&](term const& t) {
              if (x.about != c.about || t.quality != c.consequent.quality) return;
              ++claimed, beaten += beats(c.consequent, t) ? 1U : 0U;
            });
          if (claimed == 0 || claimed != beaten) continue;
          BOOST_TEST(std::any_of(all.begin(), all.end(), [&](auto const& o) {
            return o.kind == excess::beyond_claim && o.part == c.about &&
                   m.commitments[o.more].consequent.quality == c.consequent.quality;
          }));
        }
      }
    }
  BOOST_TEST(stated > 50U);
}

BOOST_AUTO_TEST_SUITE_END()
