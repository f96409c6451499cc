// SPDX-License-Identifier: BSL-1.0
//
// The picture for Graphviz: every party and commitment is drawn, and what is broken is red.
#include "lupaus/report/dot.hpp"
#include "lupaus/model/builder.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

std::string dot_of(builder const& b) {
  std::ostringstream out;
  write_dot(out, validate(b.build().value()));
  return out.str();
}

std::size_t count(std::string const& text, std::string const& what) {
  std::size_t n = 0;
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++n;
  return n;
}

struct two_performers {
  builder b{"a \"quoted\" title"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  party_id carrier = b.subcontractor("carrier"), installer = b.subcontractor("installer");
  part_id delivery = b.service("delivery"), installation = b.service("installation");
  two_performers() {
    b.product(delivery >> installation).paid(payment::on_the_spot);
    b.subcontract(carrier, delivery, within(1h));
    b.subcontract(installer, installation, within(1h));
    b.ends(carrier, {kept, cancelled, refunded}).ends(installer, {kept, cancelled, refunded});
    b.channel(customer, carrier).channel(customer, installer);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(every_party_and_every_commitment_is_drawn, two_performers) {
  b.coordinates(shop, delivery, installation).notice(carrier, shop, completed(delivery), 1h);
  b.commits(shop, delivery, within(2h));
  auto const dot = dot_of(b);
  for (auto const* name : {"customer", "shop", "carrier", "installer"})
    BOOST_TEST(count(dot, "label=\"" + std::string{name} + "\",") == 1U);
  BOOST_TEST(count(dot, "->") == 3U);
  BOOST_TEST(count(dot, "style=dashed") == 2U);
  BOOST_TEST(count(dot, "style=solid") == 1U);
  BOOST_TEST(count(dot, "#b00020") == 0U);  // nothing is broken
  BOOST_TEST(count(dot, "\\\"quoted\\\"") == 1U);
}

BOOST_AUTO_TEST_CASE(whatever_is_in_a_name_is_one_quoted_string) {
  BOOST_TEST(detail::dot_string("graph") == "\"graph\"");
  BOOST_TEST(detail::dot_string("a\\") == "\"a\\\\\"");
  BOOST_TEST(detail::dot_string("x\", URL=\"y") == "\"x\\\", URL=\\\"y\"");
  BOOST_TEST(detail::dot_string("one\ntwo\x01") == "\"one\\ntwo\"");
}

BOOST_FIXTURE_TEST_CASE(breaks_in_one_place_are_one_red_arrow_between_the_two_performers,
                        two_performers) {
  auto const dot = dot_of(b);
  BOOST_TEST(count(dot, "unowned-handoff") == 1U);
  BOOST_TEST(count(dot, "customer-in-the-middle") == 1U);
  BOOST_TEST(count(dot, "dir=both") == 1U);
  auto const edge = std::to_string(carrier.index()) + "->" + std::to_string(installer.index());
  BOOST_TEST(count(dot, edge) == 1U);
}

BOOST_FIXTURE_TEST_CASE(a_claim_that_is_broken_turns_red_itself, two_performers) {
  b.claims(shop, delivery, undivided_attention);
  auto const dot = dot_of(b);
  BOOST_TEST(count(dot, "style=dotted, color=\"#b00020\"") == 1U);
  BOOST_TEST(count(dot, "unbacked-claim") == 1U);
}

BOOST_FIXTURE_TEST_CASE(graphviz_accepts_it_where_there_is_one, two_performers,
                        *boost::unit_test::label("tool")) {
  if (std::system("dot -V >/dev/null 2>&1") != 0) {
    BOOST_TEST_MESSAGE("skipped: no Graphviz here");
    return;
  }
  b.claims(shop, delivery, undivided_attention);
  std::string const file = "lupaus_test.dot";
  std::ofstream{file} << dot_of(b);
  BOOST_TEST(std::system(("dot -Tsvg -o /dev/null " + file).c_str()) == 0);
  std::remove(file.c_str());
}
