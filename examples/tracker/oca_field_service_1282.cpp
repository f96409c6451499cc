// SPDX-License-Identifier: BSL-1.0
//
// https://github.com/OCA/field-service/pull/1282
// Adds the cancellation of the fitter's orders with the sale that they belong to. Until then the
// sale was cancelled, and the fitter still came.
#include "show.hpp"

using namespace tracker;

namespace {

model sold(bool mended) {
  builder b{"boiler, fitted"};
  auto const customer = b.customer("customer");
  auto const shop = b.seller("shop");
  auto const fitter = b.subcontractor("fitter");
  auto const boiler = b.good("boiler");
  auto const fitting = b.service("fitting");
  b.product(boiler >> fitting).carries(fitting, boiler).can_do(shop, boiler, 0h);
  b.commits(shop, boiler, undamaged);
  b.commits(shop, fitting, within(96h));
  b.commits_to(fitter, shop, fitting, within(96h));
  b.reaches(customer, shop).reaches(shop, fitter);
  b.bears(shop, loss_of(boiler), ordered, possession(boiler));
  b.covers(fitter, shop, loss_of(boiler), shipped(fitting), possession(boiler));
  b.on(cancel_requested).owes(shop, accept);
  if (mended)
    b.ends_contract_with(fitter, shop, {kept, cancelled, refunded}, 4h);
  else
    b.ends_contract_with(fitter, shop, {kept, refunded}, 4h);
  return b.build().value();
}

}  // namespace

int main() {
  auto const shipped = validate(sold(false)), mended = validate(sold(true));
  show("As shipped", shipped);
  show("Mended: the fitter's order ends with the sale", mended);
  auto const is_found = shipped.size() == 1 && shipped.count(gaps::surviving_subcontract) == 1;
  return outcome(is_found, mended.empty() && explore(sold(true)).is_clean());
}
