// SPDX-License-Identifier: BSL-1.0
//
// The mend that a finding tells is right: whoever does what it says, word for word, closes the gap.
// Each case tells the mend as it is read, and follows it, each of its alternatives.
#include "check/support.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace check_test {
namespace {

/// What a mend is followed by: told to a shop from the beginning, with what was said before it.
using told = std::function<void(bare_shop&)>;

struct mend_case {
  gap const& what;
  told broken;
  std::string_view mend;
  std::vector<told> alternatives;
};

std::size_t count(model const& m, gap const& g) {
  std::size_t n = 0;
  for (auto const& f : findings(m, standard_checks)) n += f.is(g) ? 1U : 0U;
  return n;
}

void check(mend_case const& c) {
  BOOST_TEST_CONTEXT(c.what.id) {
    bare_shop before;
    c.broken(before);
    auto const m = built(before.b);
    BOOST_TEST(count(m, c.what) == 1u);
    for (auto const& f : findings(m, standard_checks))
      if (f.is(c.what)) BOOST_TEST(f.what->explain(m, f).mend == c.mend);
    for (auto const& follow : c.alternatives) {
      bare_shop after;
      follow(after);
      BOOST_TEST(count(built(after.b), c.what) == 0u);
    }
  }
}
/// The mend adds something to what was said.
told and_then(told const& broken, told const& added) {
  return [=](bare_shop& s) {
    broken(s);
    added(s);
  };
}

void two_subcontracts(bare_shop& s) {
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(48h));
  s.b.commits_to(s.installer, s.shop, s.installation, within(24h).after(completed(s.delivery)));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mends)

BOOST_AUTO_TEST_CASE(disowned_part) {
  check(
      {gaps::disowned_part,
       [](bare_shop& s) {
         two_subcontracts(s);
         s.b.answers(s.carrier, s.delivery);
       },
       "The shop answers for the delivery, and the carrier no longer does; what the carrier fails "
       "at, the shop recovers from it.",
       {[](bare_shop& s) {
         two_subcontracts(s);
         s.b.answers(s.shop, s.delivery);
         s.b.recovers_from(s.shop, s.carrier, s.b.fails(s.delivery, "lost"));
       }}});
}

BOOST_AUTO_TEST_CASE(unmandated_claim) {
  auto const broken = [](bare_shop& s) { s.b.claims(s.carrier, s.delivery, within(48h)); };
  check(
      {gaps::unmandated_claim,
       broken,
       "The carrier has a mandate from now on; or the shop claims it itself; or the carrier stops "
       "claiming it.",
       {and_then(broken, [](bare_shop& s) { s.b.has_mandate(s.carrier); }),
        [](bare_shop& s) { s.b.claims(s.shop, s.delivery, within(48h)); }, [](bare_shop&) {}}});
}

BOOST_AUTO_TEST_CASE(unmeasurable_claim) {
  check(
      {gaps::unmeasurable_claim,
       [](bare_shop& s) { s.b.says(s.website, s.delivery, "fast"); },
       "The website claims with \"fast\" a term that can be kept or broken; or it stops saying it.",
       {[](bare_shop& s) { s.b.claims(s.website, s.delivery, within(48h), "fast"); },
        [](bare_shop&) {}}});
}

BOOST_AUTO_TEST_CASE(unbacked_claim) {
  auto const broken = [](bare_shop& s) { s.b.claims(s.website, s.delivery, within(48h)); };
  check({gaps::unbacked_claim,
         broken,
         "The shop commits to the customer, for the delivery: within 48 h of the order; or the "
         "website stops claiming it.",
         {and_then(broken, [](bare_shop& s) { s.b.commits(s.shop, s.delivery, within(48h)); }),
          [](bare_shop&) {}}});
}

BOOST_AUTO_TEST_CASE(overclaimed_term) {
  auto const committed = [](bare_shop& s) { s.b.commits(s.shop, s.delivery, within(72h)); };
  auto const broken =
      and_then(committed, [](bare_shop& s) { s.b.claims(s.website, s.delivery, within(48h)); });
  check({gaps::overclaimed_term,
         broken,
         "The shop commits to the customer, for the delivery: 'within 48 h of the order'; or the "
         "website claims no more than 'within 72 h of the order'.",
         {and_then(broken, [](bare_shop& s) { s.b.commits(s.shop, s.delivery, within(48h)); }),
          and_then(committed,
                   [](bare_shop& s) { s.b.claims(s.website, s.delivery, within(72h)); })}});
}

BOOST_AUTO_TEST_CASE(conflicting_commitments) {
  auto const morning = [](bare_shop& s) { s.b.commits(s.shop, s.delivery, in_window(8h, 12h)); };
  check({gaps::conflicting_commitments,
         and_then(morning,
                  [](bare_shop& s) { s.b.commits(s.shop, s.delivery, in_window(16h, 20h)); }),
         "The shop commits to one of them, and withdraws what cannot be met with it.",
         {morning}});
}

BOOST_AUTO_TEST_CASE(conflicting_commitments_by_an_incentive) {
  auto const advised_well = [](bare_shop& s) { s.b.commits(s.shop, s.delivery, fits_need); };
  check({gaps::conflicting_commitments,
         and_then(advised_well,
                  [](bare_shop& s) {
                    s.b.commits_to(s.website, s.shop, s.delivery).overrides(fits_need);
                  }),
         "The website commits to the shop on nothing any more that overrides 'fits-need' of the "
         "delivery.",
         {advised_well}});
}

BOOST_AUTO_TEST_CASE(split_accountability) {
  auto const by_the_shop = [](bare_shop& s) { s.b.commits(s.shop, s.delivery, within(48h)); };
  check(
      {gaps::split_accountability,
       and_then(by_the_shop, [](bare_shop& s) { s.b.commits(s.carrier, s.delivery, within(48h)); }),
       "One of them, as a rule the shop, commits to the customer; the others commit to the shop "
       "instead.",
       {and_then(by_the_shop, [](bare_shop& s) {
         s.b.commits_to(s.carrier, s.shop, s.delivery, within(48h));
       })}});
}

BOOST_AUTO_TEST_CASE(impossible_order) {
  check({gaps::impossible_order,
         [](bare_shop& s) { s.b.before(s.installation, s.delivery); },
         "One of them no longer has to come before the other.",
         {[](bare_shop&) {}}});
}

BOOST_AUTO_TEST_CASE(cyclic_delegation) {
  check({gaps::cyclic_delegation,
         [](bare_shop& s) {
           s.b.commits_to(s.carrier, s.installer, s.delivery);
           s.b.commits_to(s.installer, s.carrier, s.delivery);
         },
         "One of the two performs the delivery, and the other commits to it no longer.",
         {[](bare_shop& s) {
           s.b.commits_to(s.carrier, s.installer, s.delivery);
           s.b.performs(s.carrier, s.delivery);
         }}});
}

BOOST_AUTO_TEST_CASE(missing_enabler) {
  auto const broken = [](bare_shop& s) {
    s.b.capability("a licence");
    s.b.commits_to(s.installer, s.shop, s.installation, within(48h)).rests_on("a licence");
  };
  check({gaps::missing_enabler,
         broken,
         "The installer provides 'a licence', or somebody else does; or the shop does not promise "
         "what rests on it.",
         {and_then(broken, [](bare_shop& s) { s.b.provides(s.installer, "a licence"); }),
          and_then(broken, [](bare_shop& s) { s.b.provides(s.carrier, "a licence"); }),
          [](bare_shop& s) { s.b.capability("a licence"); }}});
}

BOOST_AUTO_TEST_CASE(unperformed_commitment) {
  auto const broken = [](bare_shop& s) {
    s.b.commits(s.shop, s.delivery, within(48h));
    s.b.can_do(s.shop, s.installation, 24h);
  };
  check({gaps::unperformed_commitment,
         broken,
         "Somebody commits to the shop, for the delivery; or the shop can do it itself.",
         {and_then(broken, [](bare_shop& s) { s.b.commits_to(s.carrier, s.shop, s.delivery); }),
          and_then(broken, [](bare_shop& s) { s.b.can_do(s.shop, s.delivery, 24h); })}});
}

BOOST_AUTO_TEST_CASE(unperformed_commitment_of_a_performer_without_a_contract) {
  auto const committed = [](bare_shop& s) {
    s.b.commits(s.shop, s.delivery, within(48h));
    s.b.can_do(s.shop, s.installation, 24h);
  };
  auto const broken =
      and_then(committed, [](bare_shop& s) { s.b.performs(s.carrier, s.delivery); });
  check({gaps::unperformed_commitment,
         broken,
         "The carrier commits to the shop, for the delivery, or to somebody whom the shop has "
         "contracted for it; or the shop performs it itself.",
         {and_then(broken, [](bare_shop& s) { s.b.commits_to(s.carrier, s.shop, s.delivery); }),
          and_then(broken,
                   [](bare_shop& s) {
                     s.b.commits_to(s.installer, s.shop, s.delivery);
                     s.b.commits_to(s.carrier, s.installer, s.delivery);
                   }),
          and_then(committed, [](bare_shop& s) { s.b.performs(s.shop, s.delivery); })}});
}

BOOST_AUTO_TEST_CASE(weaker_subcontract) {
  auto const passed_on = [](bare_shop& s) {
    s.b.commits_to(s.carrier, s.shop, s.delivery, within(72h));
  };
  auto const broken =
      and_then(passed_on, [](bare_shop& s) { s.b.commits(s.shop, s.delivery, within(48h)); });
  check(
      {gaps::weaker_subcontract,
       broken,
       "The carrier commits to the shop, for the delivery: 'within 48 h of the order'; or the "
       "shop commits to no more than it is owed.",
       {and_then(broken,
                 [](bare_shop& s) { s.b.commits_to(s.carrier, s.shop, s.delivery, within(48h)); }),
        and_then(passed_on, [](bare_shop& s) { s.b.commits(s.shop, s.delivery, within(72h)); })}});
}

BOOST_AUTO_TEST_CASE(late_by_design) {
  auto const within_times = [](seconds_t hours_of_delivery, seconds_t hours_claimed) {
    return [=](bare_shop& s) {
      s.b.commits_to(s.carrier, s.shop, s.delivery, within(std::chrono::hours{hours_of_delivery}));
      s.b.commits_to(s.installer, s.shop, s.installation, within(24h).after(completed(s.delivery)));
      s.b.claims(s.website, s.installation, within(std::chrono::hours{hours_claimed}));
    };
  };
  check(
      {gaps::late_by_design,
       within_times(48, 60),
       "Whoever has the least slack commits to a time that is 12 h shorter; or the website claims "
       "one that is 12 h longer.",
       {within_times(36, 60), within_times(48, 72)}});
}

BOOST_AUTO_TEST_CASE(unowned_handoff) {
  check({gaps::unowned_handoff,
         two_subcontracts,
         "The shop coordinates the delivery and the installation: word to both when the first is "
         "done, and when it is late.",
         {and_then(two_subcontracts,
                   [](bare_shop& s) { s.b.coordinates(s.shop, s.delivery, s.installation); })}});
}

BOOST_AUTO_TEST_CASE(unowned_handoff_of_two_parties) {
  auto const broken = [](bare_shop& s) {
    two_subcontracts(s);
    s.b.coordinates(s.shop, s.delivery, s.installation);
    auto const plumber = s.b.subcontractor("plumber");
    auto const pipes = s.b.service("pipes");
    s.b.product(lupaus::product{pipes});
    s.b.commits_to(plumber, s.shop, pipes, within(24h));
    s.b.must_coordinate_parties(plumber, s.carrier);
  };
  check({gaps::unowned_handoff,
         broken,
         "The shop coordinates what the plumber and the carrier perform.",
         {and_then(broken, [](bare_shop& s) { s.b.coordinates(s.shop, "pipes", s.delivery); })}});
}

BOOST_AUTO_TEST_CASE(customer_in_the_middle) {
  auto const broken = [](bare_shop& s) {
    two_subcontracts(s);
    s.b.coordinates(s.customer, s.delivery, s.installation);
  };
  check(
      {gaps::customer_in_the_middle,
       broken,
       "The shop coordinates the delivery and the installation; or the shop reaches the carrier "
       "and the installer.",
       {and_then(broken, [](bare_shop& s) { s.b.coordinates(s.shop, s.delivery, s.installation); }),
        and_then(broken, [](bare_shop& s) {
          s.b.reaches(s.shop, s.carrier).reaches(s.shop, s.installer);
        })}});
}

BOOST_AUTO_TEST_CASE(imposed_duty) {
  auto const broken = [](bare_shop& s) {
    auto const lost = s.b.fails(s.delivery, "lost").id();
    s.b.on(lost).owes(s.carrier, perform_again(s.delivery));
  };
  check({gaps::imposed_duty,
         broken,
         "The carrier commits to the shop, for the delivery; or the shop owes it itself.",
         {and_then(broken, [](bare_shop& s) { s.b.commits_to(s.carrier, s.shop, s.delivery); }),
          [](bare_shop& s) {
            auto const lost = s.b.fails(s.delivery, "lost").id();
            s.b.on(lost).owes(s.shop, perform_again(s.delivery));
          }}});
  auto const pays = [](bare_shop& s) {
    auto const lost = s.b.fails(s.delivery, "lost").id();
    s.b.commits_to(s.carrier, s.shop, s.delivery);
    s.b.on(lost).owes(s.carrier, refund);
  };
  check(
      {gaps::imposed_duty,
       pays,
       "The carrier commits to the customer, for the delivery; or the shop owes it itself.",
       {and_then(pays, [](bare_shop& s) { s.b.commits_to(s.carrier, s.customer, s.delivery); })}});
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace check_test
