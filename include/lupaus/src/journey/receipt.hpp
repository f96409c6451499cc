// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the arithmetic of receipts.
#pragma once

#include "lupaus/detail/visible_text.hpp"
#include "lupaus/journey/receipt.hpp"
#include "lupaus/src/journey/touchpoint.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

[[noreturn]] LUPAUS_COLD inline void receipt_is_too_large() {
  refuse_journey(
      {journey_fault(error_code::too_large, "a receipt", "its figures do not fit 63 bits")});
}
template <class T>
T fitting(std::optional<T> const& f) {
  if (!f) receipt_is_too_large();
  return *f;
}

inline bool counts(declared_effect const& e, bool with_either) {
  return e.on == effect_on::receipt || (e.on == effect_on::either && with_either);
}

/// The amount times the factor, both 0 or more; half a minor unit goes up.
inline money times(money const& m, fraction const& factor) {
  auto const exact = fitting(fitting(fraction::of(m.minor_units, 1)).times(factor));
  auto const down = exact.num() / exact.den(), rest = exact.num() % exact.den();
  return {rest >= exact.den() - rest ? down + 1 : down, m.in};
}

inline receipt_reading read_receipt(receipt_model const& r, effects_combined how,
                                    bool with_either) {
  receipt_reading reading;
  reading.how = how, reading.with_either = with_either;
  reading.factor = fraction::whole(1);
  auto const one = fraction::whole(1);
  auto& shown = reading.arithmetic;
  for (auto const& e : r.effects) {
    if (!counts(e, with_either)) continue;
    auto const before = reading.factor;
    if (how == effects_combined::added) {
      reading.factor = fitting(before.plus(e.rate));
      shown += percent_text(before) + " + " + percent_text(e.rate);
    } else {
      auto const step = fitting(one.plus(e.rate));
      reading.factor = fitting(before.times(step));
      shown += percent_text(before) + " × " + percent_text(step);
    }
    shown += " = " + percent_text(reading.factor) + " (" + e.what + "); ";
  }
  // Added losses may come to more than all; a receipt is then nothing.
  if (reading.factor.num() < 0) reading.factor = fraction{}, shown += "no less than 0 %; ";
  reading.receipt = times(r.base, reading.factor);
  shown += amount_text(r.base, r.minor_digits) + " × " + percent_text(reading.factor) + " = " +
           amount_text(reading.receipt, r.minor_digits);
  return reading;
}

}  // namespace detail

LUPAUS_DECL std::string amount_text(money const& m, std::int32_t minor_digits) {
  auto const negative = m.minor_units < 0;
  auto text = std::to_string(m.minor_units);
  if (negative) text.erase(0, 1);
  auto const digits = static_cast<std::size_t>(minor_digits < 0 ? 0 : minor_digits);
  if (text.size() <= digits) text.insert(0, digits + 1 - text.size(), '0');
  if (digits != 0) text.insert(text.size() - digits, ".");
  return (negative ? "-" : "") + text + " " + std::string{m.in.view()};
}

LUPAUS_DECL std::string percent_text(fraction const& f) {
  auto as_fraction = std::to_string(f.num()) + "/" + std::to_string(f.den());
  auto const hundred = f.times(fraction::whole(100));
  if (!hundred) return as_fraction;
  auto scaled = *hundred;
  std::size_t digits = 0;
  for (; scaled.den() != 1; ++digits) {
    auto const next = scaled.times(fraction::whole(10));
    if (digits == 6 || !next) return as_fraction;
    scaled = *next;
  }
  auto const negative = scaled.num() < 0;
  auto text = std::to_string(scaled.num());
  if (negative) text.erase(0, 1);
  if (text.size() <= digits) text.insert(0, digits + 1 - text.size(), '0');
  if (digits != 0) text.insert(text.size() - digits, ".");
  return (negative ? "-" : "") + text + " %";
}

LUPAUS_DECL errors faults_of(receipt_model const& r) {
  errors list;
  auto const add = [&](std::string where, std::string message) {
    list.push_back(
        detail::journey_fault(error_code::bad_value, std::move(where), std::move(message)));
  };
  if (r.base.minor_units < 0 || !r.base.in.valid())
    add("the base of a receipt", "an amount of 0 or more, in a currency of three capital letters");
  if (r.minor_digits < 0 || r.minor_digits > 4)
    add("the base of a receipt", "a currency has 0 to 4 minor digits");
  for (auto const& e : r.effects) {
    auto const where = "the effect '" + e.what + "'";
    if (e.what.empty()) add("an effect", "it says what it is of");
    if (e.source.empty()) add(where, "it has no source: who says so, and on what ground");
    if (e.rate.num() < -e.rate.den()) add(where, "a receipt loses at most all of it: -1 or more");
  }
  return list;
}

LUPAUS_DECL std::vector<receipt_reading> receipt_readings(receipt_model const& r) {
  if (auto list = faults_of(r); !list.empty()) detail::refuse_journey(std::move(list));
  auto is_open = false;
  for (auto const& e : r.effects) is_open = is_open || e.on == effect_on::either;
  std::vector<receipt_reading> readings;
  for (auto with_either : {true, false}) {
    if (!with_either && !is_open) continue;
    for (auto how : {effects_combined::added, effects_combined::multiplied})
      readings.push_back(detail::read_receipt(r, how, with_either));
  }
  return readings;
}

LUPAUS_DECL std::string to_text(receipt_model const& r) {
  auto const readings = receipt_readings(r);
  constexpr char const* on[] = {"on the receipt", "on the relationship",
                                "on the receipt or on the relationship: the source says both"};
  std::string text = "Declared effects (parameters, no facts of nature):\n";
  for (auto const& e : r.effects)
    text += "  " + e.what + ": " + percent_text(e.rate) + " " + on[static_cast<std::size_t>(e.on)] +
            ". Source: " + e.source + "\n";
  for (auto const& w : r.without_number) text += "  " + w + ": no number, and none is made up\n";
  text += "How they combine is not declared. Each reading of a receipt of " +
          amount_text(r.base, r.minor_digits) + ":\n";
  for (auto const& reading : readings) {
    text += reading.how == effects_combined::added ? "  added" : "  multiplied";
    if (readings.size() > 2)
      text += reading.with_either ? ", all on the receipt"
                                  : ", without what may be on the relationship";
    text += ": " + reading.arithmetic + "\n";
  }
  return detail::visible_lines(text);
}

}  // namespace lupaus::inline v0
