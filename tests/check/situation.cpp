// SPDX-License-Identifier: BSL-1.0
//
// The situations that an order can be in, and where a rule applies.
#include "lupaus/life/situations.hpp"

#include "check/flagship.hpp"
#include "check/support.hpp"

using namespace check_test;
using flagship::washing_machine;

namespace {

std::string name(model_view const& m, situations const& s, std::size_t n) {
  auto const at = s.at(n);
  return at.after ? name_of(m, at.after) : "before " + name_of(m, at.pending);
}
std::string marked(model_view const& m, detail::flags const& at) {
  situations const s{m};
  std::string text;
  for (std::size_t n = 0; n < s.size(); ++n)
    if (at[n]) text += (text.empty() ? "" : ", ") + name(m, s, n);
  return text;
}

// Where the rule that is written last applies.
std::string scope(builder const& b) {
  auto const m = built(b);
  situations const s{m};
  detail::flags at{s.size()};
  s.find_scope(m->rules[rule_id{m->rules.size() - 1}], at);
  return marked(m, at);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(situation_graph)

BOOST_AUTO_TEST_CASE(the_steps_follow_the_product_and_the_lives_of_its_parts) {
  contracted_shop shop;
  shop.b.fails(shop.delivery, "lost");
  auto const m = built(shop.b);
  situations const s{m};
  std::string text;
  for (std::size_t from = 0; from < s.size(); ++from)
    s.for_each_next(
        from, [&](std::size_t to) { text += name(m, s, from) + " -> " + name(m, s, to) + '\n'; });
  BOOST_TEST(text ==
             "ordered -> before machine\n"
             "machine completed -> before delivery\n"
             "delivery completed -> before installation\n"
             "shipped -> delivery completed\n"
             "shipped -> lost\n"
             "before machine -> machine completed\n"
             "before delivery -> shipped\n"
             "before installation -> installation completed\n");
}

BOOST_AUTO_TEST_CASE(what_is_certain_before_what) {
  washing_machine const w;
  auto const m = built(w.b);
  situations const s{m};
  auto const shipped = find_event(m, event_kind::started, w.delivery);
  auto const done = find_event(m, event_kind::completed, w.machine);
  auto const hers = find_event(m, event_kind::possession, w.machine);
  BOOST_TEST(s.is_certain_before(shipped, w.back));
  BOOST_TEST(s.is_certain_before(done, w.back));
  BOOST_TEST(s.is_certain_before(w.damaged, w.back));
  BOOST_TEST(!s.is_certain_before(w.returned, w.back));  // she may bring it herself
  BOOST_TEST(!s.is_certain_before(w.back, w.damaged));
  BOOST_TEST(!s.is_certain_before(hers, w.back));
  BOOST_TEST(s.is_certain_before(hers, find_event(m, event_kind::completed, w.installation)));
  BOOST_TEST(s.is_certain_before(ordering, w.back));
  BOOST_TEST(s.is_certain_before(w.back, w.back));
}

BOOST_AUTO_TEST_CASE(a_scope_until_an_event_reaches_all_before_it) {
  contracted_shop s;
  s.b.on(cancel_requested).until(shipped(s.delivery)).owes(s.shop, accept);
  BOOST_TEST(scope(s.b) == "ordered, machine completed, before machine, before delivery");
}

BOOST_AUTO_TEST_CASE(a_scope_from_an_event_begins_with_it) {
  contracted_shop s;
  s.b.on(cancel_requested).since(completed(s.delivery)).owes(s.shop, accept);
  BOOST_TEST(scope(s.b) == "delivery completed, installation completed, before installation");
}

BOOST_AUTO_TEST_CASE(a_scope_between_two_events) {
  washing_machine w;
  w.b.on(cancel_requested).between(shipped(w.delivery), possession(w.machine)).owes(w.shop, refuse);
  // And when they are back with the seller: that ends nothing.
  BOOST_TEST(scope(w.b) == "shipped, damaged, lost, returned, received back");
}

BOOST_AUTO_TEST_CASE(a_scope_without_bounds_is_everywhere) {
  contracted_shop s;
  s.b.on(cancel_requested).owes(s.shop, accept);
  BOOST_TEST(scope(s.b) ==
             "ordered, machine completed, delivery completed, installation completed, shipped, "
             "before machine, before delivery, before installation");
}

BOOST_AUTO_TEST_CASE(a_scope_from_possession_begins_with_whatever_hands_it_over) {
  washing_machine w;
  w.b.on(cancel_requested).since(possession(w.machine)).owes(w.shop, accept);
  BOOST_TEST(scope(w.b) ==
             "delivery completed, installation completed, handed over damaged, received back, "
             "possession of machine, before installation");
}

BOOST_AUTO_TEST_CASE(a_scope_that_ends_where_it_begins_is_empty) {
  contracted_shop s;
  s.b.on(cancel_requested).between(shipped(s.delivery), shipped(s.delivery)).owes(s.shop, accept);
  BOOST_TEST(scope(s.b) == "");
}

BOOST_AUTO_TEST_SUITE_END()
