// SPDX-License-Identifier: BSL-1.0
//
// Ids, the columns that they index, and references to any element.
#include "lupaus/model/column.hpp"

#include "model/support.hpp"

#include <iterator>
#include <type_traits>

using namespace lupaus;
using namespace std::chrono_literals;

static_assert(!std::is_convertible_v<party_id, part_id>);  // one is never taken for the other
static_assert(!std::is_constructible_v<party_id, part_id>);
static_assert(!std::is_convertible_v<std::size_t, party_id>);
static_assert(std::is_trivially_copyable_v<model_view>);
static_assert(std::random_access_iterator<id_iterator<party_id>>);

BOOST_AUTO_TEST_SUITE(ids)

BOOST_AUTO_TEST_CASE(a_default_id_refers_to_nothing) {
  BOOST_TEST(!party_id{});
  BOOST_TEST(bool{party_id{0}});
  BOOST_TEST(party_id{} == party_id{});
  BOOST_TEST(party_id{1} != party_id{2});
  BOOST_TEST(bool(party_id{1} < party_id{2}));
  BOOST_TEST(party_id{7}.index() == 7u);
}

BOOST_AUTO_TEST_CASE(a_column_is_indexed_by_its_own_ids) {
  static constexpr party some[] = {{"a"}, {"b"}, {"c"}};
  static constexpr table<party_id, party> column{some, 3};
  static_assert(column[party_id{1}].name == "b");
  BOOST_TEST(column.size() == 3u);
  BOOST_TEST(!column.empty());
  BOOST_TEST(column.contains(party_id{2}));
  BOOST_TEST(!column.contains(party_id{3}));
  BOOST_TEST(!column.contains(party_id{}));
  BOOST_TEST((table<party_id, party>{}.empty()));
  std::string names;
  for (auto i : column.ids()) names += column[i].name;
  for (auto const& p : column) names += p.name;
  BOOST_TEST(names == "abcabc");
}

BOOST_AUTO_TEST_CASE(ids_are_walked_at_random) {
  id_range<part_id> const five{5};
  auto const begin = five.begin();
  BOOST_TEST(five.size() == 5u);
  BOOST_TEST(std::distance(begin, five.end()) == 5);
  BOOST_TEST(begin[3] == part_id{3});
  BOOST_TEST(*(begin + 2) == part_id{2});
  BOOST_TEST(*(2 + begin) == part_id{2});
  BOOST_TEST(*(five.end() - 1) == part_id{4});
  auto i = begin;
  BOOST_TEST(*i++ == part_id{0});
  BOOST_TEST(*i-- == part_id{1});
  BOOST_TEST(*++i == part_id{1});
  BOOST_TEST(*--i == part_id{0});
  i += 4;
  i -= 1;
  BOOST_TEST(*i == part_id{3});
  BOOST_TEST(bool(begin < i));
}

BOOST_AUTO_TEST_CASE(an_element_keeps_its_kind_and_its_id) {
  element const e = rule_id{3};
  BOOST_TEST(bool(e.kind == element_kind::rule));
  BOOST_TEST(static_cast<rule_id>(e) == rule_id{3});
  BOOST_TEST(e == element{rule_id{3}});
  BOOST_TEST(e != element{rule_id{4}});
  BOOST_TEST(e != element{claim_id{3}});
  BOOST_TEST(!element{});
  BOOST_TEST(!element{party_id{}});
  BOOST_TEST(bool{e});
}

BOOST_AUTO_TEST_CASE(a_model_outlives_its_builder_and_copies_share_it) {
  auto const made = [] {
    model_test::small_shop s;
    std::string const passing = "a quote that is longer than any small string buffer";
    s.b.claims(s.website, s.lamp, undamaged, passing);
    s.b.identity(std::string{"order form 7, as of this year"}, std::string{"2026-11"});
    return model_test::built(s.b);
  }();
  auto const copy = made;
  BOOST_TEST(copy->claims[claim_id{0}].words ==
             "a quote that is longer than any small string buffer");
  BOOST_TEST(copy->identity == "order form 7, as of this year");
  BOOST_TEST(copy->version == "2026-11");
  BOOST_TEST(copy->parties[party_id{3}].name == "carrier");
  BOOST_TEST(copy->claims.begin() == made->claims.begin());
}

BOOST_AUTO_TEST_CASE(a_model_says_what_was_written) {
  model_test::small_shop s;
  s.b.paid(payment::on_the_spot).has_no_mandate(s.website);
  s.b.capability("fork-lift");
  s.b.provides(s.carrier, "fork-lift");
  auto const c = s.b.commits_to(s.carrier, s.shop, s.delivery).rests_on("fork-lift").id();
  s.b.bears(s.shop, loss_of(s.lamp), {}, completed(s.delivery));
  s.b.covers(s.carrier, s.shop, loss_of(s.lamp), completed(s.lamp));
  s.b.ends_contract_with(s.carrier, s.shop, {kept, cancelled}, 4h);
  s.b.must_coordinate(s.lamp, s.delivery).must_coordinate_parties(s.shop, s.carrier);
  auto const m = model_test::built(s.b);
  BOOST_TEST(bool(m->paid == payment::on_the_spot));
  BOOST_TEST(!m->parties[s.website].has_mandate);
  BOOST_TEST(m->parties[s.shop].has_mandate);
  BOOST_TEST(!m->parties[s.carrier].has_mandate);
  BOOST_TEST(m->requirements[requirement_id{0}].of == c);
  BOOST_TEST(m->provisions[provision_id{0}].by == s.carrier);
  BOOST_TEST(m->risks.size() == 2u);
  BOOST_TEST(!m->risks[risk_id{0}].from);
  BOOST_TEST(!m->risks[risk_id{0}].covers);
  BOOST_TEST(m->risks[risk_id{1}].covers == s.shop);
  BOOST_TEST(m->contract_ends.size() == 2u);
  BOOST_TEST(m->contract_ends[contract_end_id{1}].creditor == s.shop);
  BOOST_TEST(m->needs[need_id{0}].before == s.lamp);
  BOOST_TEST(!m->needs[need_id{1}].before);
  BOOST_TEST(m->needs[need_id{1}].b == s.carrier);
  BOOST_TEST(m->parts[s.lamp].quantity == 2u);
  BOOST_TEST(bool(layer_of(m, m->commitments[c]) == layer::delivery));
  BOOST_TEST(firm_of(m, s.website) == s.shop);
  BOOST_TEST(firm_of(m, s.carrier) == s.carrier);
  BOOST_TEST(!firm_of(m, {}));
  BOOST_TEST(answerable_for(m, s.lamp) == s.shop);
}

BOOST_AUTO_TEST_SUITE_END()
