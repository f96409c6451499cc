// SPDX-License-Identifier: BSL-1.0
//
// What the time of a term is counted from: terms of different anchors entail nothing.
#include "model/support.hpp"

#include <chrono>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

struct shop_with_terms : model_test::small_shop {
  event_id lost = b.fails(delivery, "lost").id();
  // The term as it stands in the model that is built.
  term in_model(term_spec const& t) {
    b.claims(website, delivery, t);
    auto const made = model_test::built(b);
    return made.view().terms[term_id{made.view().terms.size() - 1}];
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(terms)

BOOST_AUTO_TEST_CASE(entailment_needs_the_same_anchor) {
  shop_with_terms s;
  auto const from_order = s.in_model(within(24h));
  auto const from_loss = s.in_model(within(24h).after(s.lost));
  auto const longer_from_loss = s.in_model(within(48h).after(s.lost));
  auto const from_completion = s.in_model(within(48h).after(completed(s.lamp)));
  BOOST_TEST(entails(from_loss, longer_from_loss));
  BOOST_TEST(!entails(longer_from_loss, from_loss));
  BOOST_TEST(!entails(from_order, longer_from_loss));
  BOOST_TEST(!entails(from_loss, from_completion));
  BOOST_TEST(!entails(from_loss, from_order));
}

BOOST_AUTO_TEST_CASE(after_the_order_is_where_a_deadline_begins_anyway) {
  shop_with_terms s;
  BOOST_TEST(s.in_model(within(24h).after(ordered)) == s.in_model(within(24h)));
  BOOST_TEST(s.in_model(cancel_until(24h).after(ordered)) == s.in_model(cancel_until(24h)));
  BOOST_TEST(!s.in_model(within(24h).after(ordered)).anchor);
}

BOOST_AUTO_TEST_CASE(after_the_order_is_not_where_word_or_recovery_begins) {
  shop_with_terms s;
  BOOST_TEST(s.in_model(informed_within(2h).after(ordered)).anchor == ordering);
  BOOST_TEST(s.in_model(recovered_within(2h).after(ordered)).anchor == ordering);
}

BOOST_AUTO_TEST_CASE(an_anchor_by_handle_and_by_name_is_the_same) {
  shop_with_terms s;
  BOOST_TEST(s.in_model(within(24h).after(failed("delivery", "lost"))) ==
             s.in_model(within(24h).after(s.lost)));
  BOOST_TEST(s.in_model(within(24h).after(completed("lamp"))) ==
             s.in_model(within(24h).after(completed(s.lamp))));
}

BOOST_AUTO_TEST_CASE(free_to_cancel_until_an_event) {
  shop_with_terms s;
  auto const t = s.in_model(cancel_until(completed(s.delivery)));
  BOOST_TEST(t.quality == &quality_of<cancellable>);
  BOOST_TEST(is_length(t.limit));
  BOOST_TEST(t.limit.a == 0);
  BOOST_TEST(bool{t.anchor});
}

BOOST_AUTO_TEST_CASE(several_terms_in_one_claim_lie_together) {
  shop_with_terms s;
  auto const first = s.b.claims(s.website, s.delivery, {within(24h), undamaged});
  auto const second = s.b.claims(s.website, s.lamp, {installed, advised, thanked});
  auto const made = model_test::built(s.b);
  auto const& m = made.view();
  BOOST_TEST(m.claims[first].terms == 2);
  BOOST_TEST(m.claims[second].terms == 3);
  BOOST_TEST(m.claims[second].first_term.index() == m.claims[first].first_term.index() + 2);
  BOOST_TEST(m.terms[m.claims[second].first_term].quality->name == "installed-and-tested");
}

BOOST_AUTO_TEST_SUITE_END()
