// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: exposures.
#pragma once

#include "lupaus/detail/nearest_name.hpp"
#include "lupaus/detail/visible_text.hpp"
#include "lupaus/journey/exposure.hpp"
#include "lupaus/src/journey/receipt.hpp"
#include "lupaus/src/journey/touchpoint.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// Checks the figures of one ranking, and multiplies them.
class exposure_ranking {
 public:
  exposure_ranking(std::span<exposure_parameter const> parameters,
                   std::span<exposed_finding const> findings, std::int32_t minor_digits)
      : parameters_{parameters}, findings_{findings}, minor_digits_{minor_digits} {
    if (minor_digits < 0 || minor_digits > 4)
      add(error_code::bad_value, "a ranking", "a currency has 0 to 4 minor digits");
    for (std::size_t i = 0; i < parameters.size(); ++i) check_parameter(i);
    for (auto const& f : findings) check_finding(f);
  }

  errors const& faults() const { return faults_; }

  std::vector<ranked_exposure> ranked() const {
    if (!faults_.empty()) refuse_journey(faults_);
    std::vector<ranked_exposure> all;
    for (std::size_t i = 0; i < findings_.size(); ++i) all.push_back(exposure_of(i));
    std::stable_sort(all.begin(), all.end(),
                     [](auto const& a, auto const& b) { return is_less(b.exact, a.exact); });
    return all;
  }

 private:
  void add(error_code code, std::string where, std::string message) {
    faults_.push_back(journey_fault(code, std::move(where), std::move(message)));
  }
  exposure_parameter const* parameter(std::string const& name) const {
    for (auto const& p : parameters_)
      if (p.name == name) return &p;
    return nullptr;
  }

  void check_parameter(std::size_t i) {
    auto const& p = parameters_[i];
    auto const where = "the parameter '" + p.name + "'";
    if (p.name.empty()) add(error_code::empty_name, "a parameter", "it has no name");
    if (p.source.empty()) add(error_code::missing, where, "it has no source");
    if (p.value.num() < 0) add(error_code::bad_value, where, "it is 0 or more");
    for (std::size_t k = 0; k < i; ++k)
      if (parameters_[k].name == p.name)
        add(error_code::duplicate_name, where, "another one has the same name");
  }

  void check_finding(exposed_finding const& f) {
    auto const where = "the exposure of '" + f.finding + "'";
    if (f.amount_source.empty()) add(error_code::missing, where, "its amount has no source");
    if (f.per_case.minor_units < 0 || !f.per_case.in.valid())
      add(error_code::bad_value, where, "an amount of 0 or more, in a currency");
    if (f.per_case.in != findings_.front().per_case.in)
      add(error_code::unit_mismatch, where, "all amounts of a ranking are in one currency");
    for (auto const& name : f.factors) {
      if (auto const* p = parameter(name)) {
        check_population(*p, where);
        continue;
      }
      std::vector<std::string_view> known;
      for (auto const& p : parameters_) known.push_back(p.name);
      add(error_code::unknown_name, where, "there is no parameter named '" + name + "'");
      faults_.back().suggestion = nearest_name(name, known);
    }
  }
  void check_population(exposure_parameter const& p, std::string const& where) {
    if (p.measures.empty()) return;
    for (auto const* other : used_) {
      if (other->measures == p.measures && other->population != p.population)
        return add(error_code::contradiction, where,
                   "'" + p.name + "' is of " + p.population + " and '" + other->name + "' of " +
                       other->population + ": both measure '" + p.measures +
                       "', and the two are not mixed");
    }
    used_.push_back(&p);
  }

  ranked_exposure exposure_of(std::size_t i) const {
    auto const& f = findings_[i];
    ranked_exposure e;
    e.finding = i;
    e.arithmetic = amount_text(f.per_case, minor_digits_);
    auto factor = fraction::whole(1);
    for (auto const& name : f.factors) {
      auto const& p = *parameter(name);
      factor = fitting(factor.times(p.value));
      auto const value = p.value.den() == 1 ? std::to_string(p.value.num()) : percent_text(p.value);
      e.arithmetic.append(" × ").append(value).append(" (").append(name).append(")");
    }
    e.exact = fitting(factor.times(fitting(fraction::of(f.per_case.minor_units, 1))));
    e.exposure = times(f.per_case, factor);
    e.arithmetic += " = " + amount_text(e.exposure, minor_digits_);
    return e;
  }

  /// Exact, by the parts before the point and then by what is left (Euclid), so nothing overflows.
  static bool is_less(fraction const& a, fraction const& b) {
    auto an = a.num(), ad = a.den(), bn = b.num(), bd = b.den();
    for (auto is_turned = false;; is_turned = !is_turned) {
      auto const whole_a = an / ad, whole_b = bn / bd;
      if (whole_a != whole_b) return (whole_a < whole_b) != is_turned;
      an %= ad, bn %= bd;
      if (an == 0 || bn == 0) return is_turned ? bn == 0 && an != 0 : an == 0 && bn != 0;
      std::swap(an, ad), std::swap(bn, bd);
    }
  }

  std::span<exposure_parameter const> parameters_;
  std::span<exposed_finding const> findings_;
  std::int32_t minor_digits_;
  std::vector<exposure_parameter const*> used_;
  errors faults_;
};

}  // namespace detail

LUPAUS_DECL errors faults_of(std::span<exposure_parameter const> parameters,
                             std::span<exposed_finding const> findings, std::int32_t minor_digits) {
  return detail::exposure_ranking{parameters, findings, minor_digits}.faults();
}

LUPAUS_DECL std::vector<ranked_exposure> rank_exposures(
    std::span<exposure_parameter const> parameters, std::span<exposed_finding const> findings,
    std::int32_t minor_digits) {
  return detail::exposure_ranking{parameters, findings, minor_digits}.ranked();
}

LUPAUS_DECL std::string to_text(std::span<exposure_parameter const> parameters,
                                std::span<exposed_finding const> findings,
                                std::int32_t minor_digits) {
  std::string text = "Exposure, the most first:\n";
  for (auto const& e : rank_exposures(parameters, findings, minor_digits)) {
    auto const& f = findings[e.finding];
    text += "  " + f.finding + ": " + e.arithmetic + ". Amount: " + f.amount_source + "\n";
  }
  text += "Parameters:\n";
  for (auto const& p : parameters) {
    text += "  " + p.name + ": " +
            (p.value.den() == 1 ? std::to_string(p.value.num()) : percent_text(p.value));
    if (!p.population.empty()) text += " of " + p.population;
    text += ". Source: " + p.source + "\n";
  }
  return detail::visible_lines(text);
}

}  // namespace lupaus::inline v0
