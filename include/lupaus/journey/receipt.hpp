// SPDX-License-Identifier: BSL-1.0
//
// What an encounter is said to add to the receipt, by somebody's figures: each effect is declared
// with its source, and the arithmetic is shown. The library has no figure of its own.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/journey/fraction.hpp"
#include "lupaus/model/error.hpp"
#include "lupaus/model/terms/money.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

/// What a declared effect is an effect on, by its source. `either`: the source says both.
enum class effect_on : std::uint8_t { receipt, relationship, either };

/// An effect that somebody declares: a parameter, never a fact of nature.
struct declared_effect {
  std::string what = {};
  fraction rate = {};  ///< one tenth for 10 %; -1 or more
  effect_on on = effect_on::receipt;
  std::string source = {};  ///< who says so, and on what ground; never empty
};

struct receipt_model {
  money base = {};  ///< the receipt without any of it, 0 or more
  std::vector<declared_effect> effects = {};
  /// What the source puts no number on. It is listed, and counts for nothing.
  std::vector<std::string> without_number = {};
  std::int32_t minor_digits = 2;  ///< of the currency: 2 for EUR, 0 for JPY (ISO 4217); at most 4
};

enum class effects_combined : std::uint8_t { added, multiplied };

/// One way to read the figures.
struct receipt_reading {
  effects_combined how = effects_combined::added;
  bool with_either = true;      ///< effects that the source puts on either count on the receipt
  fraction factor = {};         ///< exact
  money receipt = {};           ///< base × factor, rounded once, half a minor unit up
  std::string arithmetic = {};  ///< step by step
};

/// Everything that is wrong with the declarations; empty when nothing is. O(effects).
[[nodiscard]] LUPAUS_DECL errors faults_of(receipt_model const& r);

/// The receipt in every reading that the declarations leave open: added and multiplied; where some
/// effect is said to be on either, with those and without them. Which one holds is the source's to
/// say. Bad input: an effect without a source, a rate below -1, a base below 0, a currency that is
/// none; figures that do not fit 63 bits. O(effects).
[[nodiscard]] LUPAUS_DECL std::vector<receipt_reading> receipt_readings(receipt_model const& r);

/// The declarations with their sources, then each reading with its arithmetic.
[[nodiscard]] LUPAUS_DECL std::string to_text(receipt_model const& r);

/// "80.00 EUR"
[[nodiscard]] LUPAUS_DECL std::string amount_text(money const& m, std::int32_t minor_digits = 2);
/// "17.16 %"; "1/3" where a percentage would not end within six digits.
[[nodiscard]] LUPAUS_DECL std::string percent_text(fraction const& f);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/journey/receipt.hpp"
#endif
