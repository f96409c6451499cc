// SPDX-License-Identifier: BSL-1.0
//
// What comes after what, whatever the order of writing.
#include "lupaus/life/part_order.hpp"

#include "check/support.hpp"

using namespace check_test;

namespace {

// Declared from the last to the first: e before d before c, and b beside them.
struct backwards {
  builder b{"backwards"};
  part_id a{}, side{}, c{}, d{}, e{};
  backwards() {
    b.customer("customer"), b.seller("shop");
    a = b.service("a"), side = b.service("b"), c = b.service("c"), d = b.service("d");
    e = b.service("e");
    b.before(c, a).before(d, c).before(e, d);
  }
  std::string later(part_id p, detail::towards way = detail::towards::later) {
    auto const m = built(b);
    detail::flags marked{m->parts.size()};
    detail::part_order{m, way}.find_later(p, marked);
    std::string names;
    for (auto i : m->parts.ids())
      if (marked[i.index()]) names += name_of(m, i);
    return names;
  }
  bool leads(part_id from, part_id to) {
    auto const m = built(b);
    return detail::part_order{m}.leads(from, to);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(part_orders)

BOOST_AUTO_TEST_CASE(all_that_comes_after_a_part) {
  backwards s;
  BOOST_TEST(s.later(s.e) == "acd");
  BOOST_TEST(s.later(s.c) == "a");
  BOOST_TEST(s.later(s.a).empty());
  BOOST_TEST(s.later(s.side).empty());
}

BOOST_AUTO_TEST_CASE(all_that_comes_before_it) {
  backwards s;
  BOOST_TEST(s.later(s.a, detail::towards::earlier) == "cde");
  BOOST_TEST(s.later(s.e, detail::towards::earlier).empty());
}

BOOST_AUTO_TEST_CASE(one_leads_to_another_right_away_or_by_others) {
  backwards s;
  BOOST_TEST(s.leads(s.d, s.c));
  BOOST_TEST(s.leads(s.e, s.a));
  BOOST_TEST(!s.leads(s.a, s.e));
  BOOST_TEST(!s.leads(s.e, s.side));
  BOOST_TEST(!s.leads(s.e, s.e));
}

BOOST_AUTO_TEST_CASE(in_a_ring_everything_comes_after_everything_but_itself) {
  backwards s;
  s.b.before(s.a, s.e);
  BOOST_TEST(s.later(s.c) == "ade");
  BOOST_TEST(s.leads(s.a, s.c));
  BOOST_TEST(!s.leads(s.c, s.c));
}

BOOST_AUTO_TEST_SUITE_END()
