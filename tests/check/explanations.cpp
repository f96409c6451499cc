// SPDX-License-Identifier: BSL-1.0
//
// Every gap in words: WHAT, WHERE, WHY and TO MEND name the right parties, the evidence is in
// order.
#include "check/flagship.hpp"
#include "check/support.hpp"

using namespace check_test;
using flagship::variant;
using flagship::washing_machine;

namespace {

// The explanation of the one finding of a gap, and its evidence in words.
struct told : explanation {
  std::string proof;
};
told explain(gap const& g, variant v = variant::as_sold) {
  washing_machine const w{v};
  auto const m = built(w.b);
  std::vector<finding> all;
  standard_checks(m.view(), [&](finding const& f) {
    if (f.is(g)) all.push_back(f);
  });
  BOOST_TEST_REQUIRE(!all.empty());
  told t{g.explain(m, all.front()), {}};
  for (auto e : t.evidence) t.proof += describe(m, e) + "\n";
  return t;
}

bool names(std::string const& text, std::string_view party) {
  return text.find(party) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(explanations)

BOOST_AUTO_TEST_CASE(nothing_is_left_unsaid) {
  for (auto v : {variant::as_sold, variant::as_sold_with_return_term}) {
    washing_machine const w{v};
    auto const m = built(w.b);
    standard_checks(m.view(), [&](finding const& f) {
      BOOST_TEST_CONTEXT(f.what->id) {
        auto const x = f.what->explain(m, f);
        for (auto const* text : {&x.what, &x.where, &x.why, &x.mend})
          BOOST_TEST_REQUIRE(!text->empty());
        for (auto const* text : {&x.what, &x.why, &x.mend}) {
          BOOST_TEST(text->front() == sentence(*text).front());  // begins with a capital
          BOOST_TEST(text->back() == '.');
        }
        BOOST_TEST(!x.evidence.empty());
        for (auto e : x.evidence) BOOST_TEST(bool{e});
        BOOST_TEST(name_of(m, f.accountable) == "shop");
      }
    });
  }
}

BOOST_AUTO_TEST_CASE(disowned_part) {
  auto const x = explain(gaps::disowned_part);
  BOOST_TEST(x.what ==
             "The shop sells the delivery as a part of the whole, and does not answer for it.");
  BOOST_TEST(x.where == "delivery, part of 'washing machine, delivered and installed'");
  BOOST_TEST(names(x.why, "the carrier"));
  BOOST_TEST(x.mend ==
             "The shop answers for the delivery, and the carrier no longer does; what the carrier "
             "fails at, the shop recovers from it.");
  BOOST_TEST(x.proof ==
             "delivery (service)\n"
             "carrier (subcontractor)\n"
             "website claims for delivery: within 48 h of the order\n"
             "carrier commits to shop for delivery: within 48 h of the order\n");
}

BOOST_AUTO_TEST_CASE(unbacked_claim) {
  auto const x = explain(gaps::unbacked_claim);
  BOOST_TEST(names(x.what, "the customer"));
  BOOST_TEST(names(x.where, "website"));
  BOOST_TEST(names(x.why, "the shop"));
  BOOST_TEST(names(x.mend, "The shop commits to the customer"));
  BOOST_TEST(names(x.mend, "the website stops"));
}

BOOST_AUTO_TEST_CASE(unowned_handoff) {
  auto const x = explain(gaps::unowned_handoff);
  BOOST_TEST(x.what == "Nobody coordinates the carrier and the installer.");
  BOOST_TEST(x.where == "delivery -> installation");
  BOOST_TEST(names(x.mend, "The shop coordinates the delivery and the installation"));
  BOOST_TEST(x.proof ==
             "delivery (service)\n"
             "installation (service)\n"
             "carrier commits to shop for delivery: within 48 h of the order\n"
             "installer commits to shop for installation: within 24 h after delivery completed\n");
}

BOOST_AUTO_TEST_CASE(customer_in_the_middle) {
  auto const x = explain(gaps::customer_in_the_middle);
  BOOST_TEST(x.what ==
             "The carrier and the installer can reach each other only through the customer.");
  BOOST_TEST(names(x.mend, "the shop reaches the carrier and the installer"));
  BOOST_TEST(x.proof ==
             "carrier (subcontractor)\n"
             "customer (customer)\n"
             "installer (subcontractor)\n"
             "customer reaches carrier\n"
             "customer reaches installer\n"
             "shop reaches carrier\n"
             "carrier tells shop of shipped within 2 h\n"
             "carrier tells shop of delivery completed within 2 h\n"
             "carrier tells shop of damaged within 2 h\n"
             "carrier tells shop of lost within 2 h\n");
}

BOOST_AUTO_TEST_CASE(uninformed_party) {
  auto const x = explain(gaps::uninformed_party);
  BOOST_TEST(x.what ==
             "The installer has a duty that depends on an event which it does not know of: "
             "'delivery completed'.");
  BOOST_TEST(x.where == "delivery completed, at installer");
  BOOST_TEST(x.mend ==
             "The shop tells the installer of 'delivery completed' within a stated time.");
  BOOST_TEST(x.proof ==
             "delivery completed\n"
             "installer commits to shop for installation: within 24 h after delivery completed\n");
}

BOOST_AUTO_TEST_CASE(uncovered_failure) {
  auto const x = explain(gaps::uncovered_failure);
  BOOST_TEST(x.what == "No rule says what happens when the delivery fails ('lost').");
  BOOST_TEST(x.where == "lost (delivery)");
  BOOST_TEST(names(x.mend, "The shop owes the customer a remedy on 'lost'"));
  BOOST_TEST(x.proof ==
             "lost (delivery)\n"
             "delivery (service)\n"
             "carrier commits to shop for delivery: within 48 h of the order\n");
}

BOOST_AUTO_TEST_CASE(blocked_remedy) {
  auto const x = explain(gaps::blocked_remedy);
  BOOST_TEST(names(x.what, "The shop replaces the machine only after 'received back'"));
  BOOST_TEST(x.where == "the rule on 'damaged'");
  BOOST_TEST(names(x.why, "by the customer after 'handed over damaged'"));
  BOOST_TEST(names(x.why, "by the supplier after 'returned'"));
  BOOST_TEST(names(x.mend, "the shop gives up the condition"));
  BOOST_TEST(x.proof ==
             "damaged (delivery)\n"
             "on damaged: shop replaces the machine, waits for received back\n"
             "received back (delivery)\n");
}

BOOST_AUTO_TEST_CASE(late_remedy) {
  auto const x = explain(gaps::late_remedy, variant::as_sold_with_return_term);
  BOOST_TEST(names(x.what, "120 h later than the customer was told"));
  BOOST_TEST(names(x.why, "in all 168 h"));
  BOOST_TEST(names(x.mend, "The shop acts without waiting for 'received back'"));
  BOOST_TEST(x.proof ==
             "damaged (delivery)\n"
             "on damaged: shop replaces the machine, waits for received back\n"
             "received back (delivery)\n"
             "carrier commits to shop for delivery (received back): within 5 days after damaged\n"
             "website claims for delivery: within 48 h of the order\n");
}

BOOST_AUTO_TEST_CASE(misapplied_rule) {
  auto const x = explain(gaps::misapplied_rule);
  BOOST_TEST(x.where == "the rule on 'damaged'");
  BOOST_TEST(names(x.what, "presumes that the customer holds the machine"));
  BOOST_TEST(names(x.what, "returned (the supplier holds the machine)"));
  BOOST_TEST(names(x.mend, "The shop limits the rule"));
  BOOST_TEST(x.proof ==
             "on damaged: shop replaces the machine, waits for received back\n"
             "damaged (delivery)\n"
             "returned (delivery)\n");
}

BOOST_AUTO_TEST_CASE(silent_failure) {
  auto const x = explain(gaps::silent_failure);
  BOOST_TEST(x.what ==
             "When the delivery fails ('damaged'), nobody tells the customer or the installer.");
  BOOST_TEST(x.mend ==
             "The shop tells the customer and the installer of 'damaged' within a stated "
             "time.");
  BOOST_TEST(x.proof ==
             "damaged (delivery)\n"
             "customer (customer)\n"
             "installer (subcontractor)\n"
             "carrier tells shop of damaged within 2 h\n");
}

BOOST_AUTO_TEST_CASE(no_exit) {
  auto const x = explain(gaps::no_exit);
  BOOST_TEST(x.where ==
             "the rule on 'cancellation requested', from 'shipped' until 'possession of machine'");
  BOOST_TEST(names(x.why, "The shop refuses there"));
  BOOST_TEST(names(x.mend, "The shop accepts a cancellation"));
  BOOST_TEST(x.proof ==
             "on cancellation requested, from shipped until possession of machine: shop refuses\n"
             "shipped (delivery)\n"
             "damaged (delivery)\n"
             "lost (delivery)\n"
             "returned (delivery)\n");
}

BOOST_AUTO_TEST_CASE(no_exit_without_a_rule) {
  contracted_shop s;
  auto const m = built(s.b);
  auto const all = findings(m, checks::no_exit);
  BOOST_TEST_REQUIRE(all.size() == 3u);
  auto const x = all[0].what->explain(m, all[0]);
  BOOST_TEST(x.what ==
             "The customer can neither cancel nor get her money back in this situation: before "
             "the machine is ready.");
  BOOST_TEST(x.where == "machine");
}

BOOST_AUTO_TEST_CASE(a_handoff_of_two_parties) {
  contracted_shop s;
  s.b.coordinates(s.shop, s.delivery, s.installation);
  auto const plumber = s.b.subcontractor("plumber");
  s.b.must_coordinate_parties(plumber, s.carrier);
  auto const m = built(s.b);
  auto const all = findings(m, checks::unowned_handoff);
  BOOST_TEST_REQUIRE(all.size() == 1u);
  auto const x = all[0].what->explain(m, all[0]);
  BOOST_TEST(x.what == "Nobody coordinates the plumber and the carrier.");
  BOOST_TEST(x.where == "plumber and carrier");
  BOOST_TEST(names(x.mend, "The shop coordinates what the plumber and the carrier perform"));
}

BOOST_AUTO_TEST_CASE(what_the_gaps_are_called_stays) {
  struct row {
    gap const* what;
    std::string_view id;
    severity how_bad;
    boundary between;
  };
  constexpr row rows[] = {
      {&gaps::unbacked_claim, "unbacked-claim", severity::error, boundary::marketing_fulfilment},
      {&gaps::disowned_part, "disowned-part", severity::error, boundary::marketing_fulfilment},
      {&gaps::unowned_handoff, "unowned-handoff", severity::error, boundary::fulfilment_delivery},
      {&gaps::customer_in_the_middle, "customer-in-the-middle", severity::error,
       boundary::fulfilment_delivery},
      {&gaps::uninformed_party, "uninformed-party", severity::warning,
       boundary::fulfilment_delivery},
      {&gaps::uncovered_failure, "uncovered-failure", severity::error, boundary::recovery},
      {&gaps::blocked_remedy, "blocked-remedy", severity::error, boundary::recovery},
      {&gaps::broken_by_rule, "broken-by-rule", severity::error, boundary::recovery},
      {&gaps::rival_rules, "rival-rules", severity::warning, boundary::recovery},
      {&gaps::late_remedy, "late-remedy", severity::error, boundary::recovery},
      {&gaps::misapplied_rule, "misapplied-rule", severity::error, boundary::recovery},
      {&gaps::silent_failure, "silent-failure", severity::error, boundary::recovery},
      {&gaps::no_exit, "no-exit", severity::error, boundary::recovery}};
  for (auto const& r : rows) {
    BOOST_TEST(r.what->id == r.id);
    BOOST_TEST(to_string(r.what->severity) == to_string(r.how_bad));
    BOOST_TEST(to_string(r.what->between) == to_string(r.between));
    BOOST_TEST(!to_string(r.what->service).empty());
  }
}

BOOST_AUTO_TEST_SUITE_END()
