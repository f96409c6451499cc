// SPDX-License-Identifier: BSL-1.0
#include <lupaus/model/builder/builder.hpp>
#include <lupaus/promise.hpp>
#include <lupaus/report/text.hpp>
#include <lupaus/validate.hpp>

#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>

//! [quality]
struct noise_below {
  static constexpr std::string_view name = "noise-below";
  using bound_type = std::int64_t;  // decibels
  static constexpr bool entails(bound_type a, bound_type b) { return a <= b; }
  static std::string phrase(bound_type dB) {
    return "no louder than " + std::to_string(dB) + " dB";
  }
};
//! [quality]

// clang-format off
namespace quiet_shop {
using namespace lupaus;

inline constexpr struct customer_ : customer<customer_>  {} customer;
inline constexpr struct shop_     : seller<shop_>        {} shop;
inline constexpr struct website_  : department<website_> {} website;
inline constexpr struct machine_  : good<machine_>       {} machine;

//! [as-type]
constexpr term_spec quieter_than(std::int64_t dB) { return term_of<noise_below>(dB); }

static constexpr auto quiet = promise("washing machine", machine,
    marketing (website.claims(machine, quieter_than(52))),
    fulfilment(shop.commits(machine, quieter_than(49)), shop.can_do(machine, business_days{1}),
               customer.reaches(shop), on(cancel_requested).owes(shop, accept)));
static_assert(require_sound<quiet>);
//! [as-type]
}  // namespace quiet_shop
// clang-format on

int main() {
  using namespace lupaus;
  //! [use]
  builder b{"washing machine"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const website = b.department("website");
  auto const machine = b.good("machine");
  b.can_do(shop, machine, business_days{1});
  b.on(cancel_requested).owes(shop, accept);

  b.claims(website, machine, term_of<noise_below>(52));
  std::cout << to_lines(validate(b.build().value()));
  //! [use]

  //! [mended]
  b.commits(shop, machine, term_of<noise_below>(49));
  std::cout << matrix_text(b.build().value());
  //! [mended]

  //! [by-name]
  b.knows(quality_of<noise_below>);  // so that it is found by its name too
  b.commits(shop, machine, named_term("noise-below", bound_codec<std::int64_t>::encode(49)));
  //! [by-name]
  std::cout << "by name: " << (b.build().has_value() ? "understood" : "rejected") << '\n';
  std::cout << "49 dB entails 52 dB: " << std::boolalpha << noise_below::entails(49, 52) << '\n';
}
