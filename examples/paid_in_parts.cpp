// SPDX-License-Identifier: BSL-1.0
//
// A sideboard made to measure, paid in parts. Joiner and customer both take a risk: who pays ahead
// may never see the sideboard, and who delivers first may never see the money. Here are four plans
// of payment, under terms that give nothing back when the sideboard is lost on the way: whether
// that traps her, what she is out of then, and whether the joiner may stay unpaid. Then the same
// under terms that pay back. The prices are made up.
//
// Exits with 0 when that comes out as it should.
#include "lupaus/explore.hpp"
#include "lupaus/model/builder/builder.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <iomanip>
#include <iostream>
#include <optional>
#include <string>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

enum class plan { all_ahead, before_delivery, after_delivery, on_delivery };
constexpr std::array plans{plan::all_ahead, plan::before_delivery, plan::after_delivery,
                           plan::on_delivery};
constexpr std::array<char const*, 4> names{"all ahead", "30 %, the rest before delivery",
                                           "30 %, the rest after delivery", "all on delivery"};
constexpr auto when_due = 7 * 24h;  // the rest, after the delivery

//! [promise]
model sideboard(plan how, bool pays_back) {
  builder b{"sideboard, made to measure"};
  auto const customer = b.customer("customer"), joiner = b.seller("joiner");
  auto const carrier = b.subcontractor("carrier");
  auto const goods = b.good("sideboard");
  auto const delivery = b.service("delivery");
  b.carries(delivery, goods).can_do(joiner, goods, 21 * 24h);
  b.charges(joiner, goods, {1'000'00, "EUR"}).charges(joiner, delivery, {0, "EUR"});

  auto const made = part_ref{goods} >> delivery;
  if (how == plan::all_ahead) {
    b.product(made);
  } else if (how == plan::on_delivery) {
    auto const price = b.instalment("price");
    b.product(made >> price).pays(customer, price, {1'000'00, "EUR"});
  } else {
    auto const deposit = b.instalment("deposit"), rest = b.instalment("rest");
    b.product(how == plan::before_delivery ? part_ref{deposit} >> goods >> rest >> delivery
                                           : part_ref{deposit} >> made >> rest);
    b.pays(customer, deposit, {300'00, "EUR"}).pays(customer, rest, {700'00, "EUR"});
    b.commits_to(customer, joiner, deposit, within(24h));
    b.commits_to(customer, joiner, rest,
                 how == plan::before_delivery ? within(when_due).after(completed(goods))
                                              : within(when_due).after(completed(delivery)));
  }
  //! [promise]

  auto const lost = b.fails(delivery, "lost").id();
  b.commits_to(carrier, joiner, delivery, within(72h).after(completed(goods)));
  b.tells(joiner, carrier, completed(goods), 1h).tells(carrier, joiner, lost, 24h);
  b.tells(joiner, customer, lost, 24h).reaches(customer, joiner).reaches(joiner, carrier);
  b.recovers_from(joiner, carrier, lost, within(14 * 24h));
  if (pays_back) b.on(lost).owes(joiner, refund).within(14 * 24h);
  b.on(cancel_requested).owes(joiner, refuse);
  return b.build().value();
}

std::string amount(std::optional<money> const& cost) {
  return !cost ? "unknown" : cost->minor_units == 0 ? "-" : phrase(*cost);
}
bool is_unpaid(verdict const& v) {
  return std::any_of(v.exposures.begin(), v.exposures.end(), [](seller_exposure const& x) {
    return x.kind == exposure_kind::unpaid_goods;
  });
}

void print(std::string const& name, std::string const& trapped, std::string const& cost,
           std::string const& unpaid) {
  std::cout << std::left << std::setw(33) << name << std::setw(13) << trapped << std::setw(15)
            << cost << unpaid << '\n';
}

}  // namespace

int main() {
  auto as_expected = true;
  for (auto const pays_back : {false, true}) {
    std::cout << (pays_back ? "\nMoney back when it is lost\n\n" : "No money back\n\n");
    print("paid", "traps her", "out of", "may stay unpaid");
    for (auto const how : plans) {
      //! [explore]
      auto const promise = sideboard(how, pays_back);
      auto const v = explore(promise, {.failures = 1});
      auto const cost = v.costs.empty() ? std::nullopt : v.costs[0].customer;
      //! [explore]
      print(names[static_cast<std::size_t>(how)], v.never_traps() ? "no" : "yes", amount(cost),
            is_unpaid(v) ? "yes" : "no");
      as_expected = as_expected && v.never_traps() == (pays_back || how == plan::on_delivery) &&
                    is_unpaid(v) == (how == plan::on_delivery);
    }
  }
  return as_expected ? 0 : 1;
}
