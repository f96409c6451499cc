// SPDX-License-Identifier: BSL-1.0
#include <lupaus/builder.hpp>
#include <lupaus/explore.hpp>
#include <lupaus/explore/move_text.hpp>
#include <lupaus/model/element_text.hpp>
#include <lupaus/ranges.hpp>

#include <range/v3/algorithm/count_if.hpp>
#include <range/v3/range/conversion.hpp>
#include <range/v3/view/filter.hpp>
#include <range/v3/view/join.hpp>
#include <range/v3/view/transform.hpp>

#include <chrono>
#include <iostream>
#include <string>
#include <vector>

using namespace lupaus;
using namespace std::chrono_literals;

int main() {
  builder b{"lamp and shade, delivered"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const carrier = b.subcontractor("carrier");
  auto const lamp = b.good("lamp"), shade = b.good("shade");
  auto const delivery = b.service("delivery");
  b.product(all_of(product{lamp}, shade) >> delivery);
  b.can_do(shop, lamp, 0h).can_do(shop, shade, 0h);
  b.commits_to(carrier, shop, delivery, within(48h));
  b.fails(lamp, "broken");
  b.fails(delivery, "lost");
  b.on(cancel_requested).owes(shop, refuse);

  //! [stories]
  auto const v = explore(b.build().value());
  auto const is_trap = [](story const& s) { return s.ends == ending::trapped; };
  auto const failure = [&](story const& s) { return name_of(v.model(), s.failure); };
  for (auto const& name :
       v.stories | ranges::views::filter(is_trap) | ranges::views::transform(failure))
    std::cout << "trapped after: " << name << '\n';
  //! [stories]

  //! [moves]
  auto moves = v.stories | ranges::views::transform(&story::moves) | ranges::views::join;
  std::cout << "requests in all: " << ranges::count_if(moves, is_contact) << '\n';

  auto const by_shop = [&](order_move const& x) { return x.by == shop; };
  auto const words = [&](order_move const& x) { return phrase(v.model(), x); };
  auto const done = v.stories.front().moves | ranges::views::filter(by_shop) |
                    ranges::views::transform(words) | ranges::to<std::vector>();
  for (auto const& text : done) std::cout << "the shop: " << text << '\n';
  //! [moves]
}
