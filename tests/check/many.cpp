// SPDX-License-Identifier: BSL-1.0
//
// What stands many times side by side is found as many times: beyond what one set of questions
// holds, each as if the others were not there.
#include "check/support.hpp"

#include <map>
#include <string>
#include <string_view>

using namespace check_test;
using std::chrono::hours;

namespace {

model side_by_side(int copies) {
  builder b{"side by side"};
  auto const her = b.customer("customer");
  auto const shop = b.seller("shop");
  for (int i = 0; i < copies; ++i) {
    auto const n = " " + std::to_string(i);
    auto const maker = b.subcontractor("maker" + n), carrier = b.subcontractor("carrier" + n);
    auto const good = b.good("good" + n), ride = b.service("ride" + n),
               stay = b.service("stay" + n);
    b.carries(ride, good).before(good, ride).before(ride, stay);
    b.claims(shop, ride, within(hours{20}));
    b.claims(shop, stay, undamaged);
    b.commits(shop, ride, within(hours{24}));
    b.commits(carrier, ride, within(hours{30})).to(her);
    b.commits(shop, good, undamaged).given(completed(stay));
    b.commits_to(maker, shop, good, undamaged);
    b.commits_to(carrier, shop, ride, within(hours{48}));
    b.commits_to(maker, carrier, stay);
    b.commits_to(carrier, maker, stay);
    b.fails(ride, "lost");
    b.fails(stay, "spoilt");
    b.on(reported(failed(ride, "lost")))
        .owes(shop, replace(good))
        .since(started(ride))
        .waits_for(completed(stay))
        .presumes(held_by(her, good));
    b.on(replacement_requested).owes(shop, perform_again(stay)).since(completed(stay));
    b.on(failed(stay, "spoilt")).owes(carrier, refund, maker).presumes(happened(started(ride)));
    b.bears(her, loss_of(good), started(ride), possession(good));
    b.tells(carrier, shop, failed(ride, "lost"), hours{1});
    b.tells(shop, her, failed(ride, "lost"), hours{1});
    b.reaches(maker, her).reaches(carrier, her);
  }
  return built(b);
}

std::map<std::string_view, int> found(int copies) {
  std::map<std::string_view, int> n;
  auto const m = side_by_side(copies);
  standard_checks(m.view(), [&](finding const& f) { ++n[f.what->id]; });
  return n;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(many_at_once)

BOOST_AUTO_TEST_CASE(each_as_if_the_others_were_not_there) {
  auto const one = found(1), two = found(2), many = found(70);
  for (auto const id : {"misapplied-rule", "uninsured-leg", "split-accountability",
                        "cyclic-delegation", "silent-failure"})
    BOOST_TEST(two.contains(id), id << " is among them");
  for (auto const& [id, n] : two) {
    auto const first = one.contains(id) ? one.at(id) : 0;
    BOOST_TEST(many.at(id) == first + 69 * (n - first), id);
  }
  BOOST_TEST(many.size() == two.size());
}

BOOST_AUTO_TEST_SUITE_END()
