// SPDX-License-Identifier: BSL-1.0
//
// A user's own check: one constant and one function object, run beside the library's.
#include "check/flagship.hpp"
#include "check/support.hpp"

using namespace check_test;
using flagship::variant;
using flagship::washing_machine;

namespace {

explanation explain_nameless_carrier(model_view const& m, finding const& f) {
  return {"Nobody says who carries " + the(m, f.part) + ".",
          name_of(m, f.part),
          "She wants to know whom to expect.",
          "The page names the carrier.",
          {f.where}};
}

constexpr gap nameless_carrier{"x-nameless-carrier", severity::warning,
                               boundary::marketing_fulfilment, service_gap::delivery_communication,
                               explain_nameless_carrier};

// The same, whose evidence can be had without the words.
constexpr gap quick_nameless_carrier{
    "x-nameless-carrier",
    severity::warning,
    boundary::marketing_fulfilment,
    service_gap::delivery_communication,
    [](model_view const& m, finding const& f) {
      auto x = explain_nameless_carrier(m, f);
      x.evidence.clear();
      return x;
    },
    [](model_view const&, finding const& f, std::vector<element>& seen) {
      seen.push_back(f.where);
      seen.push_back(f.accountable);
    }};

// A good that is carried, with no claim about the service that carries it.
constexpr struct nameless_carrier_fn {
  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    for (auto p : m.parts.ids()) {
      auto named = !m.parts[p].carries;
      for (auto const& c : m.claims) named = named || (c.about == p && !c.words.empty());
      if (!named)
        sink(finding{.what = &nameless_carrier, .where = p, .part = p, .accountable = m.seller});
    }
  }
} is_carrier_named{};
static_assert(check<nameless_carrier_fn>);

// A check may also be strict about what the library only warns of, and hold a value.
struct at_most_parts {
  std::size_t most;
  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    if (m.parts.size() > most) sink(finding{.what = &nameless_carrier, .where = whole});
  }
};

struct no_check {};
static_assert(!check<no_check>);

}  // namespace

BOOST_AUTO_TEST_SUITE(own_check)

BOOST_AUTO_TEST_CASE(it_runs_beside_the_checks_of_the_library) {
  washing_machine const w;
  auto const m = built(w.b);
  auto const found = validate(m, standard_checks.with(is_carrier_named));
  BOOST_TEST(found.size() == 12u);
  BOOST_TEST(found.count(nameless_carrier) == 1u);
  BOOST_TEST(found.count(severity::warning) == 1u);
  BOOST_TEST(found.count(severity::error) == validate(m).count(severity::error));
}

BOOST_AUTO_TEST_CASE(it_runs_alone) {
  washing_machine const w;
  auto const found = validate(built(w.b), is_carrier_named);
  BOOST_TEST(lines(found) == "x-nameless-carrier: delivery (service)\n");
  BOOST_TEST(found.explain(found[0]).what == "Nobody says who carries the delivery.");
  BOOST_TEST(found.is_sound());  // a warning
}

BOOST_AUTO_TEST_CASE(its_evidence_is_had_with_the_words_or_without) {
  washing_machine const w;
  auto const found = validate(built(w.b), is_carrier_named);
  using evidence = std::vector<element>;
  BOOST_TEST((found.evidence(found[0]) == evidence{w.delivery}));
  BOOST_TEST((found.explain(found[0]).evidence == evidence{w.delivery}));
  auto quick = found[0];
  quick.what = &quick_nameless_carrier;
  BOOST_TEST((found.evidence(quick) == evidence{w.delivery, found[0].accountable}));
  BOOST_TEST((found.explain(quick).evidence == found.evidence(quick)));
}

BOOST_AUTO_TEST_CASE(what_it_asks_for_mends_it) {
  washing_machine w{variant::mended};
  BOOST_TEST(validate(built(w.b), standard_checks.with(is_carrier_named)).size() == 1u);
  w.b.claims(w.website, w.delivery, within(48h), "carried by Acme");
  BOOST_TEST(validate(built(w.b), standard_checks.with(is_carrier_named)).empty());
}

BOOST_AUTO_TEST_CASE(checks_that_hold_a_value_keep_it) {
  washing_machine const w;
  auto const m = built(w.b);
  BOOST_TEST(validate(m, at_most_parts{4}).empty());
  BOOST_TEST(validate(m, at_most_parts{3}).size() == 1u);
  auto const mine = check_list{is_carrier_named}.with(at_most_parts{3});
  BOOST_TEST(validate(m, mine).size() == 2u);
}

BOOST_AUTO_TEST_CASE(some_of_the_librarys_checks_may_be_chosen) {
  washing_machine const w;
  auto const m = built(w.b);
  auto const found = validate(m, check_list{checks::unbacked_claim, checks::no_exit});
  BOOST_TEST(found.size() == 5u);  // without its cause a consequence stands by itself
  BOOST_TEST(!is_sound(m, checks::no_exit));
  BOOST_TEST(is_sound(m, checks::late_remedy));
}

BOOST_AUTO_TEST_SUITE_END()
