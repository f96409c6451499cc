// SPDX-License-Identifier: BSL-1.0
#include "breach_printer.hpp"

#include <cstdint>
#include <iostream>

using namespace lupaus;

namespace {

std::string in_words(promise_name p) {
  auto text = p.identity.empty() ? std::string{"a promise without an id"}
                                 : "the promise '" + std::string{p.identity} + "'";
  if (!p.version.empty()) text += ", version '" + std::string{p.version} + "'";
  return text;
}

}  // namespace

void breach_printer::begin() {
  if (begin_.empty()) return;
  std::cout << std::exchange(begin_, {});
  if (!is_scorecard_) std::cout << ",\"told\":[\n";
}
void breach_printer::separate(std::string const& object) {
  begin();
  std::cout << (std::exchange(is_first_, false) ? "" : ",\n") << object;
}

void breach_printer::print(model_view const& m, breach const& b) {
  if (b.key.kind == breach_kind::revised)
    ++revised_;
  else
    ++told_;
  if (is_scorecard_) return;
  if (as_ == format::json)
    separate(breach_of(m, b, is_of_many_));
  else
    std::cout << to_text(m, b) << '\n';
}
void breach_printer::print(model_view const& m, remark const& r) {
  ++remarks_;
  if (is_scorecard_) return;
  if (as_ == format::json)
    separate(remark_of(m, r, is_of_many_));
  else
    std::cout << to_text(m, r) << '\n';
}

void breach_printer::end(std::vector<counted> const& all, std::size_t records, std::size_t bad,
                         order_logs const* foreign) {
  if (as_ != format::json) return end_text(all, bad);
  begin();
  if (!is_scorecard_) std::cout << "\n]";
  std::cout << (is_of_many_ ? ",\"scorecards\":[" : ",\"scorecard\":");
  for (auto const& x : all)
    std::cout << (&x == &all.front() ? "" : ",\n") << scorecard_of(*x.promise, x.score);
  std::cout << (is_of_many_ ? "]" : "") << ",\"records\":" << records << ",\"not_read\":" << bad
            << (foreign ? foreign_logs_of(*foreign) : std::string{}) << "}\n";
}
void breach_printer::end_text(std::vector<counted> const& all, std::size_t bad) const {
  if (is_scorecard_) {
    for (auto const& x : all) {
      if (is_of_many_)
        std::cout << (&x == &all.front() ? "" : "\n") << in_words(name_of(*x.promise)) << ":\n";
      std::cout << to_text(*x.promise, x.score);
    }
    return;
  }
  if (told_ + remarks_ > 0) std::cout << '\n';
  std::uint64_t placed = 0;
  for (auto const& x : all) placed += x.score.placed;
  std::cout << placed << (placed == 1 ? " order, " : " orders, ") << told_
            << (told_ == 1 ? " breach" : " breaches");
  if (revised_ > 0) std::cout << ", " << revised_ << " revised";
  if (remarks_ > 0) std::cout << ", " << remarks_ << (remarks_ == 1 ? " remark" : " remarks");
  if (bad > 0) std::cout << ", " << bad << " not read";
  std::cout << '\n';
}
