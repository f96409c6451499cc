// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: logs of advice.
#pragma once

#include "lupaus/detail/nearest_name.hpp"
#include "lupaus/detail/visible_text.hpp"
#include "lupaus/journey/advice.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/src/journey/association.hpp"
#include "lupaus/src/journey/staffing.hpp"
#include "lupaus/src/journey/touchpoint.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

inline void require_advice(std::span<advice_record const> log) {
  for (std::size_t i = 0; i < log.size(); ++i)
    if (log[i].seller.empty() || log[i].need.empty() || log[i].advised.empty())
      refuse_journey({journey_fault(error_code::missing, "record " + std::to_string(i),
                                    "advice is of a seller, to a need, for a product")});
}

/// The row of that name, or bad input with the nearest name.
template <class Row>
Row const& named_row(std::span<Row const> rows, std::string const& name, std::size_t record,
                     char const* what) {
  for (auto const& row : rows)
    if (row.name == name) return row;
  std::vector<std::string_view> known;
  for (auto const& row : rows) known.push_back(row.name);
  auto fault = journey_fault(error_code::unknown_name, "record " + std::to_string(record),
                             "there is no " + std::string{what} + " named '" + name + "'");
  fault.suggestion = nearest_name(name, known);
  refuse_journey({std::move(fault)});
}

using advice_column = std::string advice_record::*;

/// Two columns of the log as a table of counts, and the association in it. Records without one of
/// them are left out.
inline std::optional<association> columns_together(std::span<advice_record const> log,
                                                   advice_column row, advice_column column,
                                                   double confidence) {
  std::map<std::string_view, std::size_t> rows, columns;
  for (auto const& r : log) {
    if ((r.*row).empty() || (r.*column).empty()) continue;
    rows.try_emplace(r.*row, rows.size());
    columns.try_emplace(r.*column, columns.size());
  }
  if (rows.size() < 2 || columns.size() < 2) return std::nullopt;
  if (rows.size() > 100'000'000 / columns.size())
    refuse_journey({journey_fault(error_code::too_large, "a log of advice",
                                  "it names too many different things to hold them together")});
  std::vector<std::uint64_t> counts(rows.size() * columns.size());
  for (auto const& r : log)
    if (!(r.*row).empty() && !(r.*column).empty())
      ++counts[rows[r.*row] * columns.size() + columns[r.*column]];
  return cramers_v(counts, columns.size(), confidence);
}

inline advice_driver driver_of(advice_explained const& x) {
  std::pair<advice_driver, std::optional<association> const*> const all[] = {
      {advice_driver::need, &x.by_need},
      {advice_driver::campaign, &x.by_campaign},
      {advice_driver::seller, &x.by_seller}};
  for (auto const& [driver, by] : all) {
    if (!*by || !((*by)->low > 0)) continue;
    auto const is_above =
        std::all_of(std::begin(all), std::end(all), [&, mine = by](auto const& other) {
          return other.second == mine || !*other.second || (*other.second)->high < (*mine)->low;
        });
    if (is_above) return driver;
  }
  return advice_driver::unclear;
}

inline std::string record_text(advice_record const& r) {
  auto text = r.advised;
  if (!r.store.empty()) text += " in " + r.store;
  if (!r.week.empty()) text += ", " + r.week;
  return text;
}

inline std::string v_text(std::optional<association> const& a) {
  if (!a) return "the log does not tell: all the same, or too few records";
  return in_decimals(a->v, 2) + " [" + in_decimals(a->low, 2) + ", " + in_decimals(a->high, 2) +
         "]";
}

}  // namespace detail

LUPAUS_DECL stated_need need_of(model_view const& m, claim_id claimed) {
  auto const& c = m.claims[claimed];
  stated_need need{.name = c.words.empty() ? name_of(m, c.about) : std::string{c.words}};
  for_each_term(m, c, [&](term const& t) {
    if (t.quality != &quality_of<need_fit>) need.asks.push_back(t);
  });
  return need;
}

LUPAUS_DECL product_facts facts_of(model_view const& m, part_id sold) {
  product_facts facts{.name = name_of(m, sold)};
  for (auto const& c : m.commitments)
    if (c.about == sold && c.creditor == m.customer && is_sellers(m, c.debtor) && !c.overrides &&
        c.consequent.quality != nullptr)
      facts.facts.push_back(c.consequent);
  return facts;
}

LUPAUS_DECL std::vector<std::size_t> unmet_asks(stated_need const& need,
                                                product_facts const& product) {
  std::vector<std::size_t> unmet;
  for (std::size_t i = 0; i < need.asks.size(); ++i)
    if (!std::any_of(product.facts.begin(), product.facts.end(),
                     [&](term const& fact) { return entails(fact, need.asks[i]); }))
      unmet.push_back(i);
  return unmet;
}

LUPAUS_DECL std::vector<advice_misfit> advice_misfits(std::span<advice_record const> log,
                                                      std::span<stated_need const> needs,
                                                      std::span<product_facts const> products) {
  detail::require_advice(log);
  std::vector<advice_misfit> found;
  for (std::size_t i = 0; i < log.size(); ++i) {
    auto unmet = unmet_asks(detail::named_row(needs, log[i].need, i, "need"),
                            detail::named_row(products, log[i].advised, i, "product"));
    if (!unmet.empty()) found.push_back({i, std::move(unmet)});
  }
  return found;
}

LUPAUS_DECL std::vector<advice_finding> find_inconsistent_advice(
    std::span<advice_record const> log) {
  detail::require_advice(log);
  struct of_need {
    std::size_t first = 0;
    std::optional<std::size_t> differs = {};
    std::map<std::string_view, std::uint64_t> times = {};
  };
  std::map<std::string_view, std::size_t> places;
  std::vector<of_need> needs;
  for (std::size_t i = 0; i < log.size(); ++i) {
    auto const [place, is_new] = places.try_emplace(log[i].need, needs.size());
    if (is_new) needs.push_back({.first = i});
    auto& n = needs[place->second];
    ++n.times[log[i].advised];
    if (!n.differs && log[i].advised != log[n.first].advised) n.differs = i;
  }
  std::vector<advice_finding> found;
  for (auto const& n : needs) {
    if (!n.differs) continue;
    advice_finding f;
    f.need = log[n.first].need, f.one = n.first, f.other = *n.differs;
    for (auto const& [product, times] : n.times) f.advised.push_back({std::string{product}, times});
    std::stable_sort(f.advised.begin(), f.advised.end(),
                     [](auto const& a, auto const& b) { return a.times > b.times; });
    std::vector<std::string> products;
    for (auto const& a : f.advised)
      products.push_back(a.product +
                         (a.times == 1 ? " once" : " " + std::to_string(a.times) + " times"));
    f.words.what =
        "The same need, '" + f.need + "', got different advice: " + listed(products) + ".";
    f.words.where = f.need;
    f.words.why = "For instance " + detail::record_text(log[f.one]) + "; and " +
                  detail::record_text(log[f.other]) + ".";
    f.words.mend =
        "Who advises is told what meets that need, and that the need comes before a campaign.";
    found.push_back(std::move(f));
  }
  return found;
}

LUPAUS_DECL advice_explained explain_advice(std::span<advice_record const> log, double confidence) {
  detail::require_advice(log);
  using r = advice_record;
  auto const v = [&](detail::advice_column a, detail::advice_column b) {
    return detail::columns_together(log, a, b, confidence);
  };
  advice_explained x;
  x.by_need = v(&r::need, &r::advised);
  x.by_campaign = v(&r::campaign, &r::advised);
  x.by_seller = v(&r::seller, &r::advised);
  x.need_with_campaign = v(&r::need, &r::campaign);
  x.need_with_seller = v(&r::need, &r::seller);
  x.campaign_with_seller = v(&r::campaign, &r::seller);
  x.decides = detail::driver_of(x);
  return x;
}

LUPAUS_DECL std::string to_text(advice_finding const& f) {
  return detail::visible(std::string{to_string(f.what.severity)} + ": " + std::string{f.what.id} +
                         ": " + f.words.what + " " + f.words.why + " To mend: " + f.words.mend);
}

LUPAUS_DECL std::string to_text(advice_explained const& x) {
  std::string text =
      "How strongly the product advised goes with (Cramér's V, corrected, with its "
      "interval):\n";
  text += "  the need      " + detail::v_text(x.by_need) + "\n";
  text += "  the campaign  " + detail::v_text(x.by_campaign) + "\n";
  text += "  the seller    " + detail::v_text(x.by_seller) + "\n";
  auto const entangled = [&](std::optional<association> const& a, char const* which) {
    if (a && a->low > 0)
      text += "  " + std::string{which} + " come together in this log, " + detail::v_text(a) +
              ": it does not tell them apart\n";
  };
  entangled(x.need_with_campaign, "need and campaign");
  entangled(x.need_with_seller, "need and seller");
  entangled(x.campaign_with_seller, "campaign and seller");
  return text + sentence(std::string{to_string(x.decides)}) + ".\n";
}

}  // namespace lupaus::inline v0
