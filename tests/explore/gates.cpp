// SPDX-License-Identifier: BSL-1.0
//
// The four gates of a replacement on the washing machine as it was sold: whom they trap, and what
// they cost those whom they do not.
#include "lupaus/explore/order/replacement_gates.hpp"

#include "check/flagship.hpp"
#include "lupaus/explore.hpp"
#include "lupaus/model/element_text.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <string>
#include <vector>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;
using flagship::variant;
using flagship::washing_machine;

constexpr replacement_gate every_gate[] = {replacement_gate::wait, replacement_gate::wait_reserved,
                                           replacement_gate::cross_ship,
                                           replacement_gate::immediate};

struct sold {
  washing_machine w;
  model m;
  explicit sold(variant v = variant::as_sold) : w{v}, m{w.b.build().value()} {}

  replacement_terms terms() const {
    return {.object = w.machine, .returned = w.returned, .received_back = w.back};
  }
  verdict under(replacement_gate g, std::size_t failures = 2) const {
    return explore(m, gated_replacements{m, g, terms()}, {.failures = failures});
  }
};

/// "lost 5, damaged 6": whom it traps, and after how many moves.
std::string traps(verdict const& v) {
  std::string text;
  for (auto const& s : v.stories)
    text += (text.empty() ? "" : ", ") + name_of(v.model(), s.failure) + " " +
            std::to_string(s.moves.size()) + (s.ends == ending::trapped ? "" : " (doomed)");
  return text;
}

/// A decision, and on what.
struct noted {
  event_id failure;  // none: a request to cancel
  decision says;
};
/// Notes every decision of a walk.
struct noting {
  gated_replacements gated;
  std::vector<noted>* said;
  decision decide(circumstances const& c) const {
    auto const d = gated.decide(c);
    said->push_back({c.failure, d});
    return d;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(gates_of_replacement)

BOOST_AUTO_TEST_CASE(each_gate_traps_whom_it_makes_wait_for_what_nobody_owes) {
  sold const s;
  for (std::size_t failures : {1U, 2U, 3U}) {
    BOOST_TEST(traps(s.under(replacement_gate::wait, failures)) == "lost 5, damaged 6");
    BOOST_TEST(traps(s.under(replacement_gate::wait_reserved, failures)) == "lost 5, damaged 6");
    BOOST_TEST(traps(s.under(replacement_gate::cross_ship, failures)) == "lost 5");
    BOOST_TEST(traps(s.under(replacement_gate::immediate, failures)) == "");
    BOOST_TEST(s.under(replacement_gate::immediate, failures).never_traps());
  }
}

BOOST_AUTO_TEST_CASE(what_is_lost_comes_back_by_nothing) {
  sold const s;
  for (auto gate : {replacement_gate::wait, replacement_gate::cross_ship}) {
    auto const v = s.under(gate);
    BOOST_TEST_REQUIRE(!v.stories.empty());
    BOOST_TEST(v.stories[0].is_released_by_nothing);
    auto const& asked = v.stories[0].moves[3];
    BOOST_TEST((asked.says.does == answer::waits));
    BOOST_TEST((asked.says.gate == (gate == replacement_gate::wait ? s.w.back : s.w.returned)));
  }
}

// The shop is told of the damage, and of the receipt, but not that the parcel was sent back: that
// it hears from her, who looked it up.
BOOST_AUTO_TEST_CASE(cross_shipping_costs_her_one_contact_more) {
  sold const s;
  BOOST_TEST(s.under(replacement_gate::immediate).most_contacts.value() ==
             1U);  // she calls the installer
  BOOST_TEST(s.under(replacement_gate::cross_ship).most_contacts.value() == 2U);

  auto w = washing_machine{};
  w.b.tells(w.carrier, w.shop, w.returned, 2h);
  auto const told = w.b.build().value();
  gated_replacements const policy{
      told,
      replacement_gate::cross_ship,
      {.object = w.machine, .returned = w.returned, .received_back = w.back}};
  BOOST_TEST(explore(told, policy).most_contacts.value() == 1U);
}

BOOST_AUTO_TEST_CASE(a_term_for_the_return_frees_her_under_every_gate) {
  sold const s{variant::as_sold_with_return_term};
  for (auto gate : every_gate)
    BOOST_TEST(traps(s.under(gate)) == (gate == replacement_gate::immediate ? "" : "lost 5"));
}

BOOST_AUTO_TEST_CASE(a_reserved_unit_changes_the_time_alone) {
  sold const s;
  auto terms = s.terms();
  terms.restock = 72 * 3'600;
  std::vector<noted> said[2];
  verdict const v[] = {
      explore(s.m, noting{{s.m, replacement_gate::wait, terms}, &said[0]}),
      explore(s.m, noting{{s.m, replacement_gate::wait_reserved, terms}, &said[1]})};
  BOOST_TEST(v[0].seen.states == v[1].seen.states);
  BOOST_TEST(v[0].seen.transitions == v[1].seen.transitions);
  BOOST_TEST_REQUIRE(said[0].size() == said[1].size());
  std::size_t replaced = 0;
  for (std::size_t i = 0; i < said[0].size(); ++i) {
    auto a = said[0][i].says, b = said[1][i].says;
    if (a.does == answer::replaces) {
      ++replaced;
      BOOST_TEST(a.takes == 72 * 3'600);
      BOOST_TEST(b.takes == 0);
      a.takes = b.takes = -1;
    }
    BOOST_TEST((a == b));
  }
  BOOST_TEST(replaced > 0U);
}

BOOST_AUTO_TEST_CASE(without_a_payment_method_nothing_leaves_first) {
  sold const s;
  auto terms = s.terms();
  terms.can_charge = false;
  gated_replacements const policy{s.m, replacement_gate::cross_ship, terms};
  auto const v = explore(s.m, policy), waits = s.under(replacement_gate::wait);
  BOOST_TEST(traps(v) == "lost 5, damaged 6");
  BOOST_TEST(v.seen.states == waits.seen.states);
  BOOST_TEST((v.stories[0].moves[3].says.gate == s.w.back));
}

BOOST_AUTO_TEST_CASE(what_is_no_replacement_is_answered_by_the_rules) {
  auto w = washing_machine{};
  auto const torn = w.b.fails(w.delivery, "torn").id();
  auto const stolen = w.b.fails(w.delivery, "stolen").id();
  auto const crooked = w.b.fails(w.installation, "crooked").id();  // no rule speaks of it
  w.b.on(torn).owes(w.shop, refund);
  w.b.on(stolen).owes(w.shop, refuse);
  auto const m = w.b.build().value();
  gated_replacements const policy{
      m,
      replacement_gate::immediate,
      {.object = w.machine, .returned = w.returned, .received_back = w.back}};
  std::vector<noted> said;
  BOOST_TEST(traps(explore(m, noting{policy, &said}, {.failures = 1})) == "stolen 5");
  BOOST_TEST(said.size() > 0U);
  for (auto const& [failure, d] : said) {
    if (failure == torn) BOOST_TEST((d.does == answer::refunds));
    if (failure == stolen || failure == crooked) BOOST_TEST((d.does == answer::refuses));
    if (failure == w.damaged || failure == w.lost) BOOST_TEST((d.does == answer::replaces));
    if (!failure) BOOST_TEST((d.does == answer::accepts || d.does == answer::refuses));
  }
}

BOOST_AUTO_TEST_SUITE_END()
