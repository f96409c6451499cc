// SPDX-License-Identifier: BSL-1.0
#include <lupaus/model/builder.hpp>
#include <lupaus/policy/explore.hpp>
#include <lupaus/report/story.hpp>

#include <chrono>
#include <iostream>

//! [desk]
// What runs in production. It knows nothing of Lupaus, and reads what it needs from a repository
// that it is given.
namespace desk {

struct parcels {
  virtual ~parcels() = default;
  virtual bool is_shipped() const = 0;
  virtual bool is_back() const = 0;
};

enum class remedy { send_another, wait_for_the_return };

class recovery {
 public:
  explicit recovery(parcels const& p) : parcels_{p} {}
  remedy on_complaint() const {
    return parcels_.is_back() ? remedy::send_another : remedy::wait_for_the_return;
  }
  bool may_cancel() const { return !parcels_.is_shipped(); }

 private:
  parcels const& parcels_;
};

}  // namespace desk
//! [desk]

namespace {

using namespace lupaus;
using namespace std::chrono_literals;

//! [promise]
struct lamp_offer {
  builder b{"lamp, delivered"};
  party_id shop = b.seller("shop"), customer = b.customer("customer");
  party_id carrier = b.subcontractor("carrier");
  part_id lamp = b.good("lamp"), delivery = b.service("delivery");
  event_id lost = b.fails(delivery, "lost").id();
  event_id broken = b.fails(delivery, "broken").id();
  event_id back = b.step(delivery, "brought back").after(broken).by(carrier).hands(lamp, shop).id();

  lamp_offer() {
    b.product(lamp >> delivery).carries(delivery, lamp).able(shop, lamp, 0h);
    b.subcontract(carrier, delivery, within(48h));
    b.subcontract(carrier, delivery, within(72h).after(broken)).brings_about(back);
    b.notice(carrier, shop, lost, 2h).notice(carrier, shop, broken, 2h);
  }
};
//! [promise]

//! [adapter]
// The adapter: the state of the order as the repository that the desk's code reads, and its answers
// as decisions.
class desk_policy {
 public:
  desk_policy(part_id delivery, event_id back) : delivery_{delivery}, back_{back} {}

  decision decide(circumstances const& c) const {
    records const now{c, *this};
    desk::recovery const code{now};
    if (c.on == occasion::cancellation)
      return code.may_cancel() ? decision::accepts() : decision::refuses();
    switch (code.on_complaint()) {
      case desk::remedy::send_another: return decision::replaces().within(24h);
      case desk::remedy::wait_for_the_return: break;
    }
    return decision::waits_for(back_);
  }

 private:
  struct records : desk::parcels {
    records(circumstances const& c, desk_policy const& p) : c_{c}, p_{p} {}
    bool is_shipped() const override { return static_cast<bool>(c_.last(p_.delivery_)); }
    bool is_back() const override { return c_.has_happened(p_.back_); }
    circumstances const& c_;
    desk_policy const& p_;
  };
  part_id delivery_;
  event_id back_;
};
//! [adapter]

}  // namespace

int main() {
  //! [explore]
  lamp_offer offer;
  auto const promise = offer.b.build().value();
  auto const found = explore(promise, desk_policy{offer.delivery, offer.back}, {.failures = 2});
  std::cout << to_text(found);
  //! [explore]
}
