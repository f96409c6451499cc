// SPDX-License-Identifier: BSL-1.0
#include <lupaus/check/standard_checks.hpp>
#include <lupaus/model/builder/builder.hpp>
#include <lupaus/model/element_text.hpp>
#include <lupaus/report/text.hpp>
#include <lupaus/validate.hpp>

#include <chrono>
#include <iostream>

using namespace lupaus;
using namespace std::chrono_literals;

//! [gap]
namespace shop_rules {

explanation explain_slow_notice(model_view const& m, finding const& f) {
  auto const& n = m.notices[static_cast<notice_id>(f.where)];
  explanation x;
  x.what = "Word of '" + name_of(m, n.of) + "' may take more than 4 h.";
  x.where = name_of(m, n.from) + " -> " + name_of(m, n.to);
  x.why = "Our service desk promises callers an answer within half a day.";
  x.mend = sentence(the(m, n.from)) + " owes it within 4 h.";
  x.evidence = {static_cast<notice_id>(f.where)};
  return x;
}

inline constexpr gap slow_notice{"slow-notice", severity::warning, boundary::fulfilment_delivery,
                                 service_gap::perception_specification, explain_slow_notice};
//! [gap]

//! [check]
inline constexpr struct slow_notice_fn {
  constexpr void operator()(model_view const& m, finding_sink& sink) const {
    for (auto i : m.notices.ids()) {
      auto const& n = m.notices[i];
      if (is_length(n.within) && worst_case(length_of(n.within)) > 4 * 3'600)
        sink(finding{.what = &slow_notice,
                     .where = i,
                     .part = m.events[n.of].of,
                     .accountable = m.seller,
                     .performing = n.from});
    }
  }
} check_slow_notice{};

}  // namespace shop_rules
//! [check]

int main() {
  builder b{"lamp, delivered"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const carrier = b.subcontractor("carrier");
  auto const delivery = b.service("delivery");
  b.commits_to(carrier, shop, delivery, within(48h));
  b.ends_contract_with(carrier, shop, {kept, cancelled, refunded}, 4h);
  b.on(cancel_requested).owes(shop, accept);
  b.tells(carrier, shop, completed(delivery), 6h);
  auto const m = b.build().value();

  //! [run]
  auto const all = standard_checks.with(shop_rules::check_slow_notice);
  std::cout << to_text(validate(m, all), {.with_matrix = false});
  std::cout << "alone: " << validate(m, shop_rules::check_slow_notice).size() << " finding\n";
  //! [run]
}
