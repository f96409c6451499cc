// SPDX-License-Identifier: BSL-1.0
//
// "The second missed appointment closes the case." A technician comes to mend a machine at her
// home, and may not turn up. What the desk does then depends on what came before: at the first miss
// another visit is made; at the second her money goes back. The policy remembers nothing: it asks
// how often she was left waiting, and the explorer keeps that, because it asks. Then the same from
// a desk that closes the case and keeps the money.
//
// Exits with 0 when that comes out as it should.
#include "lupaus/explore.hpp"
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/report/story.hpp"

#include <chrono>
#include <iostream>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

struct visit_at_home {
  builder b{"a machine mended at her home"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  party_id technician = b.subcontractor("technician");
  part_id visit = b.service("visit");
  event_id missed = b.fails(visit, "missed").id();

  visit_at_home() {
    b.product(visit).commits_to(technician, shop, visit, within(48h));
    b.tells(technician, shop, missed, 2h).tells(shop, customer, missed, 2h).reaches(customer, shop);
  }
};

//! [policy]
/// The second missed visit closes the case.
struct closes_at_the_second {
  event_id missed;
  decision in_the_end;  ///< when it is closed

  decision decide(circumstances const& c) const {
    if (c.on == occasion::cancellation) return decision::refuses();
    return c.how_often(missed) < 2 ? decision::performs_again() : in_the_end;
  }
};
//! [policy]

}  // namespace

int main() {
  visit_at_home home;
  auto const promise = home.b.build().value();
  //! [explore]
  closes_at_the_second const pays_back{home.missed, decision::refunds()};
  closes_at_the_second const keeps_it{home.missed, decision::refuses()};
  auto const paid_back = explore(promise, pays_back, {.failures = 3});
  auto const not_paid_back = explore(promise, keeps_it, {.failures = 3});
  //! [explore]
  std::cout << "Closed with her money back\n\n"
            << to_text(paid_back) << "\nClosed without\n\n"
            << to_text(not_paid_back);

  auto misses = 0;
  if (not_paid_back.stories.size() == 1)
    for (auto const& x : not_paid_back.stories[0].moves)
      misses += x.kind == move_kind::happens && x.event == home.missed ? 1 : 0;
  auto const as_expected = paid_back.is_clean() && not_paid_back.stories.size() == 1 &&
                           not_paid_back.stories[0].ends == ending::trapped && misses == 2;
  return as_expected ? 0 : 1;
}
