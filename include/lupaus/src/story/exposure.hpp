// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: where the seller is exposed, in words.
#pragma once

#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/report/exposure.hpp"
#include "lupaus/report/verdict_words.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

inline std::string names_of(model_view const& m, std::vector<part_id> const& parts) {
  std::vector<std::string> names;
  names.reserve(parts.size());
  for (auto p : parts) names.push_back(the(m, p));
  return listed(names);
}

/// Those who cause the failure, but for the seller's own firm: "the carrier".
inline std::string causes_of(model_view const& m, event_id failure) {
  std::vector<std::string> names;
  for (auto const& t : m.transitions) {
    if (t.to != failure || !t.by || is_sellers(m, t.by) || t.by == m.customer) continue;
    auto name = the(m, t.by);
    if (std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(std::move(name));
  }
  return listed(names, " or ");
}

/// What the customer has, and the seller has not.
inline std::string what_is_lost(model_view const& m, seller_exposure const& x) {
  auto const her = the(m, m.customer), goods = names_of(m, x.goods);
  auto const& last = x.how.moves.back();
  switch (x.kind) {
    case exposure_kind::goods_and_money: {
      if (last.kind == move_kind::happens)
        return her + " has her money back for " + goods + ", and gets it all the same";
      auto const what = x.part == whole ? std::string{} : " for " + the(m, x.part);
      auto const how = last.on == occasion::cancellation ? " cancels, has" : " has";
      return her + how + " her money back" + what + " and keeps " + goods;
    }
    case exposure_kind::two_for_one:
      return her + " is sent another one while " + goods + " is still with her";
    case exposure_kind::unpaid_goods:
      if (x.part == whole) return her + " leaves without paying, and keeps " + goods;
      return her + " has " + goods + ", and has not paid " + the(m, x.part);
    case exposure_kind::uncovered_loss: break;
  }
  return "it makes good what " + causes_of(m, x.failure) + " may have caused";
}

}  // namespace detail

LUPAUS_DECL std::string phrase(model_view const& m, seller_exposure const& x) {
  auto const when = x.failure ? " when " + failing(m, x.failure) : std::string{};
  auto const rest = x.kind == exposure_kind::uncovered_loss
                        ? ", and cannot recover it from anybody"
                        : (x.kind == exposure_kind::unpaid_goods && x.part != whole
                               ? ", which nothing makes sure, and nothing that "
                               : ", and nothing that ") +
                              the(m, m.seller) + " can count on takes " +
                              (x.goods.size() > 1 ? "them" : "it") + " back";
  return sentence(the(m, m.seller) + " is exposed" + when + ": " + detail::what_is_lost(m, x) +
                  rest + ".");
}

LUPAUS_DECL std::string title_of(model_view const& m, seller_exposure const& x) {
  return detail::title_of_exposure(m, x.how);
}

LUPAUS_DECL std::string phrase(model_view const& m, failure_cost const& x) {
  auto const amount = [](std::optional<money> const& cost) {
    return !cost                    ? std::string{"unknown"}
           : cost->minor_units == 0 ? std::string{"nothing"}
                                    : phrase(*cost);
  };
  return "'" + name_of(m, x.failure) + "' (" + name_of(m, m.events[x.failure].of) +
         "): " + the(m, m.customer) + " " + amount(x.customer) + ", " + the(m, m.seller) + " " +
         amount(x.seller);
}

LUPAUS_DECL std::string summary_of_exposures(verdict const& v) {
  auto const& m = v.model();
  return sentence(the(m, m.seller) + " is " + detail::exposed_in(v) + ".");
}

}  // namespace lupaus::inline v0
