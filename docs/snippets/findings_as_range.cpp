// SPDX-License-Identifier: BSL-1.0
#include <lupaus/check/gaps.hpp>
#include <lupaus/model/builder/builder.hpp>
#include <lupaus/model/element_text.hpp>
#include <lupaus/validate.hpp>

#include <range/v3/algorithm/count_if.hpp>
#include <range/v3/algorithm/stable_sort.hpp>
#include <range/v3/range/conversion.hpp>
#include <range/v3/view/enumerate.hpp>
#include <range/v3/view/filter.hpp>
#include <range/v3/view/transform.hpp>

#include <chrono>
#include <iostream>
#include <string_view>
#include <vector>

using namespace lupaus;
using namespace std::chrono_literals;

int main() {
  builder b{"lamp, delivered and installed"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const carrier = b.subcontractor("carrier");
  auto const installer = b.subcontractor("installer");
  auto const delivery = b.service("delivery");
  auto const installation = b.service("installation");
  b.product(delivery >> installation);
  b.claims(shop, delivery, within(48h));
  b.claims(shop, installation, within(72h));
  b.commits_to(carrier, shop, delivery, within(48h));
  b.commits_to(installer, shop, installation, within(24h).after(completed(delivery)));
  b.ends_contract_with(carrier, shop, {kept, cancelled, refunded}, 4h)
      .ends_contract_with(installer, shop, {kept, cancelled, refunded}, 4h);
  b.fails(delivery, "lost");

  //! [filter]
  report const r = validate(b.build().value());
  auto const is_recovery = [](finding const& f) { return f.what->between == boundary::recovery; };
  auto const where = [&](finding const& f) { return r.explain(f).where; };
  for (auto const& place : r | ranges::views::filter(is_recovery) | ranges::views::transform(where))
    std::cout << "recovery: " << place << '\n';
  //! [filter]

  //! [sort]
  auto by_performer = r | ranges::to<std::vector>();  // findings are small values
  ranges::stable_sort(by_performer, {}, &finding::performing);
  for (auto const& [n, f] : by_performer | ranges::views::enumerate)
    std::cout << n + 1 << ". " << name_of(r.model(), f.performing) << ": " << f.what->id << '\n';
  //! [sort]

  //! [count]
  auto const is_warning = [](finding const& f) { return f.what->severity == severity::warning; };
  std::cout << "warnings: " << ranges::count_if(r, is_warning)
            << ", errors: " << r.count(severity::error)
            << ", unbacked claims: " << r.count(gaps::unbacked_claim)
            << ", sound: " << (r.is_sound() ? "yes" : "no") << '\n';
  //! [count]
}
