// SPDX-License-Identifier: BSL-1.0
//
// The product as an expression: `>>` is "then", all_of is "together".
#include "lupaus/model/builder/product.hpp"

#include "model/support.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace lupaus;

namespace {

std::string names(std::vector<part_ref> const& parts) {
  std::string text;
  for (auto const& p : parts) text += (text.empty() ? "" : " ") + std::string{p.name};
  return text;
}
std::string edges(product const& p) {
  std::string text;
  for (auto const& [a, b] : p.precedences)
    text += (text.empty() ? "" : " ") + std::string{a.name} + ">" + std::string{b.name};
  return text;
}
// The precedences between leaf parts of the model that is built, by name and sorted by part.
std::string edges(model_view const& m) {
  std::string text;
  for (auto const& p : m.precedences)
    text += (text.empty() ? "" : " ") + name_of(m, p.before) + ">" + name_of(m, p.after);
  return text;
}

product one(std::string_view name) { return part_ref{name}; }

// A promise with services a … f.
struct six_services {
  builder b{"six services"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  part_id a = b.service("a"), b_ = b.service("b"), c = b.service("c"), d = b.service("d"),
          e = b.service("e"), f = b.service("f");
};

}  // namespace

BOOST_AUTO_TEST_SUITE(products)

BOOST_AUTO_TEST_CASE(one_part_begins_and_ends_itself) {
  auto const p = one("a");
  BOOST_TEST(names(p.parts) == "a");
  BOOST_TEST(names(p.first) == "a");
  BOOST_TEST(names(p.last) == "a");
  BOOST_TEST(edges(p) == "");
}

BOOST_AUTO_TEST_CASE(then_is_a_chain) {
  auto const p = one("a") >> one("b") >> one("c");
  BOOST_TEST(names(p.parts) == "a b c");
  BOOST_TEST(names(p.first) == "a");
  BOOST_TEST(names(p.last) == "c");
  BOOST_TEST(edges(p) == "a>b b>c");
}

BOOST_AUTO_TEST_CASE(then_is_associative) {
  auto const left = (one("a") >> one("b")) >> one("c");
  auto const right = one("a") >> (one("b") >> one("c"));
  BOOST_TEST(names(left.parts) == names(right.parts));
  BOOST_TEST(names(left.first) == names(right.first));
  BOOST_TEST(names(left.last) == names(right.last));
  BOOST_TEST(edges(right) == "b>c a>b");
}

BOOST_AUTO_TEST_CASE(together_has_no_order) {
  auto const p = all_of(one("a"), one("b"), one("c"));
  BOOST_TEST(names(p.parts) == "a b c");
  BOOST_TEST(names(p.first) == "a b c");
  BOOST_TEST(names(p.last) == "a b c");
  BOOST_TEST(edges(p) == "");
  BOOST_TEST(names(all_of(one("a")).parts) == "a");
}

BOOST_AUTO_TEST_CASE(every_end_comes_before_every_beginning) {
  auto const p = all_of(one("a"), one("b")) >> all_of(one("c"), one("d"));
  BOOST_TEST(names(p.first) == "a b");
  BOOST_TEST(names(p.last) == "c d");
  BOOST_TEST(edges(p) == "a>c a>d b>c b>d");
}

BOOST_AUTO_TEST_CASE(chains_together_keep_their_own_ends) {
  auto const p = one("a") >> all_of(one("b") >> one("c"), one("d")) >> one("e");
  BOOST_TEST(names(p.parts) == "a b c d e");
  BOOST_TEST(edges(p) == "b>c a>b a>d c>e d>e");
  BOOST_TEST(names(p.last) == "e");
}

BOOST_AUTO_TEST_CASE(ids_and_names_mix) {
  six_services s;
  s.b.product(s.a >> part_ref{"b"} >> all_of(s.c, part_ref{"d"}, s.e >> part_ref{"f"}));
  auto const made = model_test::built(s.b);
  BOOST_TEST(edges(made.view()) == "a>b b>c b>d b>e e>f");
}

BOOST_AUTO_TEST_CASE(without_a_product_all_parts_stand_side_by_side) {
  six_services s;
  auto const made = model_test::built(s.b);
  BOOST_TEST(edges(made.view()) == "");
  for (auto p : made->parts.ids())
    if (p != whole) BOOST_TEST(made->parts[p].within == whole);
}

BOOST_AUTO_TEST_CASE(a_composite_is_entered_by_what_begins_it_and_left_by_what_ends_it) {
  six_services s;
  auto const inner = s.b.composite("inner", all_of(s.b_ >> s.c, s.d));
  s.b.product(s.a >> inner >> all_of(s.e, s.f));
  auto const made = model_test::built(s.b);
  BOOST_TEST(edges(made.view()) == "a>b a>d b>c c>e c>f d>e d>f");
  BOOST_TEST(made->parts[s.b_].within == inner);
  BOOST_TEST(made->parts[inner].within == whole);
  BOOST_TEST(made->parts[inner].kind == part_kind::composite);
}

BOOST_AUTO_TEST_CASE(composites_in_composites) {
  six_services s;
  auto const deepest = s.b.composite("deepest", s.b_ >> s.c);
  auto const inner = s.b.composite("inner", deepest >> s.d);
  s.b.product(s.a >> inner >> s.e >> s.f);
  auto const made = model_test::built(s.b);
  BOOST_TEST(edges(made.view()) == "a>b b>c c>d d>e e>f");
  BOOST_TEST(is_within(made, s.b_, deepest));
  BOOST_TEST(is_within(made, s.b_, inner));
  BOOST_TEST(is_within(made, s.b_, whole));
  BOOST_TEST(!is_within(made, s.d, deepest));
  BOOST_TEST(is_within(made, s.d, s.d));
}

BOOST_AUTO_TEST_CASE(a_composite_that_no_product_names_is_part_of_the_whole) {
  six_services s;
  auto const inner = s.b.composite("inner", s.b_ >> s.c);
  auto const made = model_test::built(s.b);
  BOOST_TEST(made->parts[inner].within == whole);
  BOOST_TEST(made->parts[s.b_].within == inner);
  BOOST_TEST(made->parts[s.a].within == whole);
}

BOOST_AUTO_TEST_CASE(precedence_besides_the_product) {
  six_services s;
  s.b.product(all_of(s.a, s.b_, s.c >> s.d, s.e, s.f)).before("a", s.c).before(s.a, s.c);
  auto const made = model_test::built(s.b);
  BOOST_TEST(edges(made.view()) == "a>c c>d");  // said twice, it holds once
}

BOOST_AUTO_TEST_CASE(precedence_between_a_composite_and_a_part) {
  six_services s;
  auto const pair = s.b.composite("pair", all_of(s.a, s.b_));
  s.b.product(all_of(pair, s.c, s.d, s.e, s.f)).before(pair, s.c).before(s.d, pair);
  auto const made = model_test::built(s.b);
  BOOST_TEST(edges(made.view()) == "a>c b>c d>a d>b");
}

BOOST_AUTO_TEST_CASE(a_cycle_within_a_composite_does_not_lose_it) {
  six_services s;
  auto const pair = s.b.composite("pair", s.a >> s.b_);
  s.b.product(all_of(pair >> s.c, s.d, s.e, s.f)).before(s.b_, s.a);
  auto const made = model_test::built(s.b);
  BOOST_TEST(edges(made.view()) == "a>b a>c b>a b>c");
}

BOOST_AUTO_TEST_CASE(a_second_product_adds_to_the_first) {
  six_services s;
  s.b.product(s.a >> s.b_).product(all_of(s.c, s.d, s.e >> s.f));
  BOOST_TEST(edges(model_test::built(s.b)) == "a>b e>f");
}

BOOST_AUTO_TEST_SUITE_END()
