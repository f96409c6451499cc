// SPDX-License-Identifier: BSL-1.0
//
// The picture for Graphviz: every party and commitment is drawn, and what is broken is red.
#include "lupaus/report/dot.hpp"
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/report/dot_string.hpp"

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

std::string arrow(party_id from, party_id to) {
  return std::to_string(from.index()) + "->" + std::to_string(to.index());
}

/// The ends of the one arrow with these words; where there are more or none, what was found.
std::string arrow_with(std::string const& dot, std::string const& words) {
  std::istringstream in{dot};
  std::string found;
  for (std::string line; std::getline(in, line);)
    if (line.find(words) != line.npos) found += line.substr(0, line.find(' '));
  return found.empty() ? "no arrow with " + words + " in\n" + dot : found;
}

struct two_performers {
  builder b{"a \"quoted\" title"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  party_id carrier = b.subcontractor("carrier"), installer = b.subcontractor("installer");
  part_id delivery = b.service("delivery"), installation = b.service("installation");
  two_performers() {
    b.product(delivery >> installation).paid(payment::on_the_spot);
    b.commits_to(carrier, shop, delivery, within(1h));
    b.commits_to(installer, shop, installation, within(1h));
    b.ends_contract_with(carrier, shop, {kept, cancelled, refunded}, 4h)
        .ends_contract_with(installer, shop, {kept, cancelled, refunded}, 4h);
    b.reaches(customer, carrier).reaches(customer, installer);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(every_party_and_every_commitment_is_drawn, two_performers) {
  b.coordinates(shop, delivery, installation).tells(carrier, shop, completed(delivery), 1h);
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
  BOOST_TEST(detail::dot_string("one\ntwo\x01") == "\"one\\ntwo\\\\u0001\"");
  BOOST_TEST(detail::dot_string("R&D &lt;") == "\"R&amp;D &amp;lt;\"");
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

BOOST_FIXTURE_TEST_CASE(who_is_not_told_is_at_the_end_of_an_arrow_from_who_could_tell,
                        two_performers) {
  b.coordinates(shop, delivery, installation).tells(carrier, shop, completed(delivery), 1h);
  b.on(cancel_requested).owes(carrier, act("turns back"));
  auto const dot = dot_of(b);
  BOOST_TEST(arrow_with(dot, "uninformed-party") == arrow(shop, carrier));
  BOOST_TEST(count(dot, "dir=both") == 0U);
}

BOOST_FIXTURE_TEST_CASE(a_gap_of_a_rule_goes_from_who_owes_to_whom, two_performers) {
  b.coordinates(shop, delivery, installation).tells(carrier, shop, completed(delivery), 1h);
  auto const damaged = b.fails(delivery, "damaged").id();
  b.tells(carrier, shop, damaged, 1h).tells(shop, customer, damaged, 1h);
  b.tells(shop, installer, damaged, 1h);
  b.on(damaged).owes(shop, refund).within(24h);
  b.on(damaged).owes(customer, act("collects the parcel"), carrier).within(24h);
  auto const dot = dot_of(b);
  BOOST_TEST(arrow_with(dot, "reversed-remedy") == arrow(customer, carrier));
  BOOST_TEST(count(dot, "dir=both") == 0U);
}

BOOST_FIXTURE_TEST_CASE(a_failure_that_is_silent_is_one_of_the_seller_to_who_is_not_told,
                        two_performers) {
  b.coordinates(shop, delivery, installation).tells(carrier, shop, completed(delivery), 1h);
  auto const damaged = b.fails(delivery, "damaged").id();
  b.tells(carrier, shop, damaged, 1h).tells(shop, customer, damaged, 1h);
  b.on(damaged).owes(shop, refund).within(24h);
  BOOST_TEST(arrow_with(dot_of(b), "silent-failure") == arrow(shop, installer));
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
