// SPDX-License-Identifier: BSL-1.0
#include "lupaus/explore.hpp"
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/report/story.hpp"

#include <chrono>
#include <iostream>

//! [production]
// What runs in production, and knows nothing of Lupaus.
namespace shop {

using order_number = long;
enum class parcel { at_warehouse, under_way, damaged, lost, back, delivered };

class order_repository {
 public:
  virtual ~order_repository() = default;
  virtual parcel parcel_of(order_number) const = 0;
};
class stock_repository {
 public:
  virtual ~stock_repository() = default;
  virtual int on_shelf(order_number) const = 0;
};
class payment_repository {
 public:
  virtual ~payment_repository() = default;
  virtual bool is_captured(order_number) const = 0;
};
class order_clock {
 public:
  virtual ~order_clock() = default;
  virtual std::chrono::seconds since_order(order_number) const = 0;
};

enum class ruling {
  refused,
  waits_for_return,
  waits_for_stock,
  sends_another,
  calls_off,
  pays_back
};

struct aftersales_terms {
  bool return_first = true;  // another one only for goods that are back
  bool pays_back_when_sold_out = false;
  std::chrono::seconds regret = std::chrono::hours{1};  // in which any order can be called off
};

class aftersales_service {
 public:
  aftersales_service(order_repository const& orders, stock_repository const& stock,
                     payment_repository const& payments, order_clock const& clock,
                     aftersales_terms const& terms)
      : orders_{orders}, stock_{stock}, payments_{payments}, clock_{clock}, terms_{terms} {}

  ruling on_failure(order_number n) const {  // reported by the carrier, or by her
    auto const where = orders_.parcel_of(n);
    if (where == parcel::damaged && terms_.return_first) return ruling::waits_for_return;
    if (stock_.on_shelf(n) > 0) return ruling::sends_another;
    return terms_.pays_back_when_sold_out ? ruling::pays_back : ruling::waits_for_stock;
  }
  ruling on_cancellation(order_number n) const {
    auto const is_here = orders_.parcel_of(n) == parcel::at_warehouse;
    if (!is_here && clock_.since_order(n) > terms_.regret) return ruling::refused;
    return payments_.is_captured(n) ? ruling::pays_back : ruling::calls_off;
  }

 private:
  order_repository const& orders_;
  stock_repository const& stock_;
  payment_repository const& payments_;
  order_clock const& clock_;
  aftersales_terms terms_;
};

}  // namespace shop
//! [production]

namespace {

using namespace lupaus;
using namespace std::chrono_literals;

//! [promise]
struct offer {
  builder b{"dishwasher, delivered"};
  party_id customer = b.customer("customer"), seller = b.seller("shop");
  party_id carrier = b.subcontractor("carrier");
  part_id machine = b.good("dishwasher"), delivery = b.service("delivery");
  event_id damaged = b.fails(delivery, "damaged").id(), lost = b.fails(delivery, "lost").id();
  event_id back =
      b.step(delivery, "received back").follows(damaged).by(carrier).hands(machine, seller).id();

  offer() {
    b.product(machine >> delivery).carries(delivery, machine).can_do(seller, machine, 0h);
    b.commits(seller, delivery, within(48h));
    b.commits_to(carrier, seller, delivery, within(48h));
    b.tells(carrier, seller, damaged, 2h).tells(carrier, seller, lost, 2h);
    b.reaches(customer, seller);
  }
};
//! [promise]

//! [adapter]
// Asks the service what it would do, with repositories that tell it how things stand. It is made
// anew for every question, so that nothing but the circumstances can decide.
class explored_service {
 public:
  explored_service(offer const& o, shop::aftersales_terms const& terms, int on_shelf)
      : offer_{&o}, terms_{terms}, on_shelf_{on_shelf} {}

  decision decide(circumstances const& c) const {
    fake_orders const orders{*offer_, c};
    fake_stock const stock{on_shelf_};
    fake_payments const payments{c.promise().paid == payment::ahead};
    fake_clock const clock{std::chrono::seconds{c.now()}};
    shop::aftersales_service const service{orders, stock, payments, clock, terms_};
    return in_our_words(c.on == occasion::cancellation ? service.on_cancellation(number)
                                                       : service.on_failure(number));
  }

 private:
  static constexpr shop::order_number number = 1;

  struct fake_orders final : shop::order_repository {
    offer const& o;
    circumstances const& c;
    fake_orders(offer const& of, circumstances const& now) : o{of}, c{now} {}
    shop::parcel parcel_of(shop::order_number) const override {
      if (c.is_done(o.delivery)) return shop::parcel::delivered;
      if (c.has_happened(o.back)) return shop::parcel::back;
      if (c.has_happened(o.damaged)) return shop::parcel::damaged;
      if (c.has_happened(o.lost)) return shop::parcel::lost;
      return c.holder(o.machine) == o.seller ? shop::parcel::at_warehouse : shop::parcel::under_way;
    }
  };
  struct fake_stock final : shop::stock_repository {
    int left;
    explicit fake_stock(int n) : left{n} {}
    int on_shelf(shop::order_number) const override { return left; }
  };
  struct fake_payments final : shop::payment_repository {
    bool captured;
    explicit fake_payments(bool is) : captured{is} {}
    bool is_captured(shop::order_number) const override { return captured; }
  };
  struct fake_clock final : shop::order_clock {
    std::chrono::seconds now;
    explicit fake_clock(std::chrono::seconds t) : now{t} {}
    std::chrono::seconds since_order(shop::order_number) const override { return now; }
  };

  decision in_our_words(shop::ruling r) const {
    switch (r) {
      case shop::ruling::refused: return decision::refuses();
      case shop::ruling::waits_for_return: return decision::waits_for(offer_->back);
      case shop::ruling::waits_for_stock: return decision::waits();
      case shop::ruling::sends_another: return decision::replaces(offer_->machine);
      case shop::ruling::calls_off: return decision::accepts();
      case shop::ruling::pays_back: return decision::refunds();
    }
    return decision::refuses();
  }

  offer const* offer_;
  shop::aftersales_terms terms_;
  int on_shelf_;
};
//! [adapter]

}  // namespace

int main() {
  //! [run]
  offer const o;
  auto const m = o.b.build().value();
  explore_options const options{.failures = 2, .tells_time = true};  // the service has a clock
  for (bool return_first : {true, false})
    for (bool pays_back : {false, true})
      for (int on_shelf : {1, 0}) {
        shop::aftersales_terms const terms{return_first, pays_back};
        auto const v = explore(m, explored_service{o, terms, on_shelf}, options);
        std::cout << (return_first ? "return first" : "at once")
                  << (pays_back ? ", or the money back" : "")
                  << (on_shelf > 0 ? "; in stock: " : "; sold out: ")
                  << (v.is_clean() ? "traps nobody" : "traps her after");
        for (auto const& s : v.stories) std::cout << " '" << name_of(m, s.failure) << "'";
        std::cout << '\n';
      }
  //! [run]

  //! [story]
  auto const v = explore(m, explored_service{o, shop::aftersales_terms{}, 1}, options);
  std::cout << "\nThe terms as they are, in stock:\n\n" << to_text(m, v.stories.at(0));
  //! [story]
}
