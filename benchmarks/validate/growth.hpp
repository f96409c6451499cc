// SPDX-License-Identifier: BSL-1.0
//
// Promises of any number of parts, in two shapes.
#pragma once

#include "lupaus/model/builder/builder.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace catalogue {

/// A line of services by a handful of firms, each claimed, committed, passed on, able to fail, put
/// right and told of.
inline lupaus::model line_of(std::size_t parts) {
  using namespace lupaus;
  using std::chrono::hours;
  builder b{"a promise of " + std::to_string(parts) + " parts"};
  auto const her = b.customer("customer");
  auto const shop = b.seller("shop");
  std::vector<party_id> firms;
  for (std::size_t i = 0; i < 2 + parts / 20; ++i)
    firms.push_back(b.subcontractor("firm " + std::to_string(i)));
  part_id last;
  for (std::size_t i = 0; i + 1 < parts; ++i) {
    auto const firm = firms[i % firms.size()];
    auto const name = "part " + std::to_string(i);
    auto const p = b.service(name);
    auto const limit = i % 10 == 0 ? 20 : 24;  // one in ten is claimed for sooner than committed
    b.claims(shop, p, within(hours{limit + 24 * static_cast<int>(i)}));
    b.commits(shop, p, within(hours{24 + 24 * static_cast<int>(i)}));
    b.commits_to(firm, shop, p, within(hours{24 + 24 * static_cast<int>(i)}));
    b.fails(p, "broken");
    b.on(failed(p, "broken")).owes(shop, perform_again(p)).within(hours{24});
    b.tells(firm, shop, failed(p, "broken"), hours{1});
    b.tells(shop, her, failed(p, "broken"), hours{2});
    if (last) {
      b.before(last, p);
      b.coordinates(shop, last, p);
    }
    last = p;
  }
  b.on(cancel_requested).owes(shop, refund);
  return b.build().value();
}

/// Boxes side by side, each of three goods with a carriage and a fitting, every one by a firm of
/// its own; with gates, requests, refusals, presumptions, risks and recourses.
class box_maker {
 public:
  box_maker() {
    shop_ = b_.seller("shop");
    her_ = b_.customer("customer");
  }

  lupaus::model make(std::size_t parts) {
    using namespace lupaus;
    for (std::size_t made = 1; made + 4 <= parts; ++boxes_) {
      product inside;
      ++made;  // the box
      for (std::size_t i = 0; i < 3 && made + 3 <= parts; ++i, made += 3) add_set(inside, i);
      auto const box = b_.composite("box " + std::to_string(boxes_), inside);
      b_.claims(shop_, box, single_contact);
      b_.commits(shop_, box, single_contact);
    }
    b_.on(cancel_requested).owes(shop_, refund);
    return b_.build().value();
  }

 private:
  static constexpr std::chrono::hours hour{1}, day{24};

  void add_set(lupaus::product& inside, std::size_t i) {
    using namespace lupaus;
    auto const n = std::to_string(boxes_) + "." + std::to_string(i);
    auto const maker = b_.subcontractor("maker " + n);
    auto const carrier = b_.subcontractor("carrier " + n);
    auto const fitter = b_.subcontractor("fitter " + n);
    auto const good = b_.good("good " + n);
    auto const carriage = b_.service("carriage " + n);
    auto const fitting = b_.service("fitting " + n);
    b_.carries(carriage, good);
    auto const set = good >> carriage >> fitting;
    inside = i == 0 ? product{set} : all_of(inside, set);

    b_.commits(shop_, good, undamaged);
    b_.commits_to(maker, shop_, good, undamaged);
    b_.fails(good, "spoilt");
    b_.on(failed(good, "spoilt")).owes(shop_, replace(good)).within(day);
    b_.bears(shop_, loss_of(good), {}, possession(good));
    if (i > 0) b_.covers(maker, shop_, loss_of(good));

    add_work(carriage, carrier, within(day), i == 0);
    b_.on(reported(failed(carriage, "broken")))
        .owes(shop_, replace(good))
        .since(started(carriage))
        .until(possession(good))
        .presumes(held_by(shop_, good));
    b_.on(replacement_requested).owes(shop_, replace(good)).since(completed(carriage));
    b_.on(cancel_requested).owes(shop_, refuse).since(started(carriage)).until(possession(good));
    if (i == 0) b_.recovers_from(shop_, carrier, failed(carriage, "broken"), within(day));

    add_work(fitting, fitter, within(day).after(completed(carriage)), false);
    b_.coordinates(shop_, carriage, fitting);
    b_.reaches(carrier, her_);
    b_.reaches(fitter, her_);
    b_.must_coordinate_parties(carrier, fitter);
    if (i == 2) b_.commits(fitter, fitting, within(2 * day)).to(her_);
  }

  template <class Term>
  void add_work(lupaus::part_id p, lupaus::party_id firm, Term term, bool too_soon) {
    using namespace lupaus;
    b_.claims(shop_, p, within(too_soon ? 20 * hour : day));
    b_.commits(shop_, p, within(day));
    b_.commits_to(firm, shop_, p, term);
    b_.fails(p, "broken");
    b_.on(failed(p, "broken"))
        .owes(shop_, perform_again(p))
        .waits_for(reported(failed(p, "broken")))
        .within(day);
    b_.tells(firm, shop_, failed(p, "broken"), hour);
    b_.tells(shop_, her_, failed(p, "broken"), 2 * hour);
  }

  lupaus::builder b_{"boxes"};
  lupaus::party_id shop_, her_;
  std::size_t boxes_ = 0;
};

inline lupaus::model boxes_of(std::size_t parts) { return box_maker{}.make(parts); }

}  // namespace catalogue
