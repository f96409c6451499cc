// SPDX-License-Identifier: BSL-1.0
//
// A log of orders under several promises, in JSON lines.
#include "lupaus/builder.hpp"
#include "lupaus/event_logs.hpp"
#include "lupaus/monitor.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <sstream>
#include <string>
#include <vector>

using namespace lupaus;

namespace {

model delivered(char const* what) {
  builder b{"something, delivered"};
  b.identity(what, "1");
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const goods = b.good(what);
  auto const delivery = b.service("delivery");
  b.product(goods >> delivery).carries(delivery, goods);
  b.claims(shop, delivery, within(std::chrono::hours{48}));
  return b.build().value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lines_of_a_catalogue)

BOOST_AUTO_TEST_CASE(lines_are_read_against_the_promise_of_their_order) {
  auto const lamp = delivered("lamp");
  auto const desk = delivered("desk");
  catalogue_monitor watch;
  BOOST_TEST(watch.add(lamp).empty());
  BOOST_TEST(watch.add(desk).empty());
  std::istringstream in{
      R"({"order": "1", "at": "2026-03-02T09:00:00Z", "event": "ordered", "promise": "desk"}
{"order": "1", "at": "2026-03-02T10:00:00Z", "event": {"shipped": "delivery"}}
{"order": "2", "at": "2026-03-02T11:00:00Z", "event": {"shipped": "delivery"}}
{"order": "2", "at": "2026-03-02T11:00:00Z", "event": "ordered", "promise": "dask"}
{"order": "2", "at": "2026-03-02T11:00:00Z", "event": "ordered", "promise": 3}
)"};
  std::vector<std::string> wrong;
  auto const read = for_each_event(watch, in, [&](event_line const& l) {
    if (!l.event) return wrong.push_back(to_string(l.event.error()));
    BOOST_TEST(watch.observe(*l.event, l.said).empty());
  });
  BOOST_TEST(read == 2U);
  BOOST_TEST(watch.watch({"desk", "1"})->size() == 1U);
  BOOST_TEST(watch.watch({"lamp", "1"})->size() == 0U);
  std::vector<std::string> const expected{
      "3:11: at /order: order '2': no record has said under which promise this order is, and there "
      "are several: the first record of an order names one",
      "4:77: at /promise: order '2': there is no promise named 'dask'; did you mean 'desk'?",
      "5:77: at /promise: a text is expected, and a number was found"};
  BOOST_TEST(wrong == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
