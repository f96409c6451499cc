// SPDX-License-Identifier: BSL-1.0
//
// What is written and read again is the same model, row by row, and has the same findings.
#include "io/support.hpp"

#include "lupaus/model/builder/builder.hpp"
#include "lupaus/report/text.hpp"
#include "lupaus/validate.hpp"
#include "support/random_model.hpp"
#include "support/runs.hpp"
#include "support/teller.hpp"
#include "support/wild_model.hpp"

#include <chrono>

using namespace lupaus;
using namespace std::chrono_literals;
using io_test::dump;

namespace {

/// Empty when the model survives; else what is different.
std::string difference(model_view const& m) {
  auto const text = write_model(m);
  auto const read = read_document(text);
  if (!read) return to_string(read.error()) + "\nin\n" + text;
  if (dump(read->model) != dump(m))
    return "the rows differ:\n" + dump(m) + "\nand\n" + dump(read->model) + "\nin\n" + text;
  if (write_model(read->model) != text) return "the second text differs";
  auto const compact = write_model(m, json_layout::compact);
  auto const again = read_document(compact);
  if (!again || dump(again->model) != dump(m)) return "the compact text differs:\n" + compact;
  if (to_lines(validate(read->model)) != to_lines(validate(m))) return "the findings differ";
  return {};
}

// Something in every column, and every kind of bound.
model full_model() {
  builder b{"two lamps, delivered and mounted"};
  b.identity("L-2", "2026-11").paid(payment::on_the_spot);
  auto const customer = b.customer("customer"), shop = b.seller("shop");
  auto const website = b.department("website");
  auto const carrier = b.subcontractor("carrier"), fitter = b.subcontractor("fitter \"Lüx\" \\");
  auto const agent = b.subcontractor("agent");
  auto const lamp = b.good("lamp", 2), bulb = b.good("bulb", 3, "box");
  auto const lost_early = b.fails(lamp, "lost").id();
  auto const delivery = b.service("delivery"), mounting = b.service("mounting");
  auto const goods = b.composite("goods", all_of(lamp, bulb));
  b.product(goods >> delivery >> mounting).before(bulb, mounting).carries(delivery, lamp);
  b.gives(mounting, thanked, experience_level::emotion);
  b.identity(agent, "A-7").identity(lamp, "SKU 1").answers(shop, b.whole());
  b.charges(shop, lamp, {4'900, "EUR"}).charges(shop, bulb, {0, "EUR"});
  b.charges(shop, goods, {9'800, "EUR"});
  b.can_do(shop, lamp, 0h).can_do(shop, bulb, business_days{1}).performs(fitter, mounting);
  b.can_do(shop, lamp, 36h + 5min + 1s);
  auto const lost = b.fails(delivery, "lost").id();
  auto const late = b.may_be_late(delivery).id();
  auto const back = b.step(delivery, "back").follows(lost).by(carrier).hands(lamp, shop).id();
  b.step(delivery, "found").by(fitter).follows(back);
  b.has_no_mandate(website).has_mandate(agent).answers(carrier, delivery);
  b.capability(backstage("ladder"));
  b.capability("licence");
  b.claims(website, delivery, {within(48h), at(place::doorstep), in_window(8h, 12h + 30min)},
           "fast and near");
  b.claims(website, delivery, {by(day(2026, 12, 24)), by(instant{1'800'000'000})});
  b.claims(website, delivery, {by(instant{1'800'000'000 / 60 * 60}), by(day(7, 1, 2))});
  b.says(website, b.whole(), "luxury");
  b.implies(website, b.whole(), {single_contact, cancel_until(possession(lamp))});
  b.implies(website, b.whole(), {cancel_until(14 * 24h).after(completed(delivery))});
  b.commits(shop, lamp, {undamaged, priced_at({4'900, "EUR"})});
  b.commits(shop, lamp, term_of<condition>(static_cast<state_of_goods>(9)));
  b.commits(shop, b.whole(), informed_within(2h));
  b.commits_to(carrier, shop, delivery, within(business_days{2, 1, 6}));
  b.commits_to(carrier, shop, delivery, within(120h).after(lost)).brings_about(back).given(late);
  b.commits_to(fitter, shop, mounting).rests_on("licence").rests_on("ladder").on_request();
  b.commits_to(fitter, carrier, mounting).overrides(installed, "a bonus");
  b.provides(fitter, "licence").provides(shop, "ladder").provides(fitter, "ladder");
  b.recovers_from(shop, carrier, lost, within(48h)).recovers_from(shop, carrier, lost_early);
  b.recovers_from(carrier, fitter, late, within(2h).after(back));
  b.ends_contract_with(carrier, shop, {kept, cancelled, refunded}, 4h)
      .ends_contract_with(carrier, shop, {cancelled})
      .ends_contract_with(fitter, carrier, {cancelled}, business_days{1});
  b.on(reported(lost))
      .owes(shop, replace(lamp, 1))
      .waits_for(back)
      .within(24h)
      .presumes(happened(late));
  b.on(cancel_requested).between(shipped(delivery), possession(lamp)).owes(shop, refuse);
  b.on(replacement_requested).owes(shop, perform_again(delivery));
  b.on(late).owes(carrier, act("says sorry"), shop).presumes(held_by(carrier, lamp));
  b.on(lost_early).owes(shop, refund).within(business_days{3});
  b.tells(carrier, shop, lost, 2h, "It is lost.")
      .tells_of_any_change(shop, fitter, delivery, 3h, "Something has changed.");
  b.tells(carrier, shop, completed(delivery), business_days{1});
  b.coordinates(shop, delivery, mounting).must_coordinate(lamp, delivery);
  b.must_coordinate_parties(carrier, fitter).reaches(customer, shop);
  b.bears(shop, loss_of(lamp), {}, possession(lamp))
      .covers(carrier, shop, loss_of(lamp), lost, back);
  return b.build().value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(round_trip)

BOOST_AUTO_TEST_CASE(of_a_model_with_something_in_every_column) {
  BOOST_TEST(difference(full_model()) == "");
}

BOOST_AUTO_TEST_CASE(of_the_lamp) {
  auto const read = read_document(io_test::lamp);
  BOOST_TEST_REQUIRE(read.has_value(), to_string(read.error()));
  BOOST_TEST(difference(read->model) == "");
}

BOOST_AUTO_TEST_CASE(of_a_promise_whose_part_is_named_whole) {
  builder b{"the lot"};
  b.customer("customer"), b.seller("shop"), b.department("website");
  b.good("whole");
  b.claims("website", "whole", single_contact);
  b.claims("website", b.whole(), single_contact);
  BOOST_TEST(difference(b.build().value()) == "");
}

BOOST_AUTO_TEST_CASE(of_products_of_any_shape) {
  auto const check = [](auto make) {
    builder b{"many parts"};
    b.customer("customer"), b.seller("shop");
    std::vector<part_id> p;
    for (auto const* name : {"a", "b", "c", "d", "e", "f"}) p.push_back(b.service(name));
    make(b, p);
    BOOST_TEST(difference(b.build().value()) == "");
  };
  using parts = std::vector<part_id> const&;
  check([](builder& b, parts p) {
    b.product(p[0] >> all_of(p[1] >> p[2], p[3]) >> all_of(p[4], p[5]));
  });
  check([](builder& b, parts p) {  // the smallest that is not series-parallel
    b.before(p[0], p[1]).before(p[0], p[3]).before(p[2], p[3]);
  });
  check([](builder& b, parts p) {  // a cycle
    b.before(p[0], p[1]).before(p[1], p[2]).before(p[2], p[0]);
  });
  check([](builder& b, parts p) {  // a step that a series would leave out
    b.product(p[0] >> p[1] >> p[2] >> p[3] >> p[4] >> p[5]).before(p[0], p[5]);
  });
  check([](builder& b, parts p) {
    auto const x = b.composite("x", p[0] >> p[1]), y = b.composite("y", all_of(p[2], p[3]));
    auto const z = b.composite("z", all_of(product{x} >> y, p[4]));
    b.product(product{z} >> p[5]).before(p[1], p[5]);
  });
  check([](builder& b, parts p) {
    auto const x = b.composite("x", all_of(p[0], p[1])), y = b.composite("y", all_of(p[2], p[3]));
    b.product(all_of(x, y, p[4], p[5])).before(p[0], p[2]).before(x, p[5]).before(p[0], p[1]);
  });
}

BOOST_AUTO_TEST_CASE(of_random_sound_promises) {
  proof::hold_on_random(proof::runs(300), proof::sound_promise, [](proof::description const& d) {
    auto const m = proof::to_model(d);
    return m ? difference(*m) : std::string{};
  });
}

BOOST_AUTO_TEST_CASE(of_random_promises_that_nobody_would_make) {
  proof::hold_on_random(proof::runs(600), proof::random_promise, [](proof::description const& d) {
    auto const m = proof::to_model(d);
    return m ? difference(*m) : std::string{};
  });
}

BOOST_AUTO_TEST_SUITE_END()
