// SPDX-License-Identifier: BSL-1.0
//
// The promises of a catalogue by their names, and which orders are under which.
#pragma once

#include "lupaus/detail/nearest_name.hpp"
#include "lupaus/model/error.hpp"
#include "lupaus/model/view.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

inline std::string quoted(std::string_view text) { return "'" + std::string{text} + "'"; }
inline errors offer_fault(error_code code, std::string_view order, std::string message,
                          std::string_view suggestion = {}) {
  error e;
  e.code = code;
  if (!order.empty()) e.where = "order " + quoted(order);
  e.message = std::move(message);
  e.suggestion = suggestion;
  return {std::move(e)};
}

/// Promises are counted from 0, as they are added. Their names must live as long as this.
class offer_index {
 public:
  static constexpr auto none = (std::numeric_limits<std::uint32_t>::max)();

  std::size_t size() const { return names_.size(); }
  promise_name name(std::uint32_t i) const { return names_[i]; }
  void add(promise_name name) {
    by_identity_[std::string{name.identity}].push_back(static_cast<std::uint32_t>(names_.size()));
    names_.push_back(name);
  }
  std::uint32_t find(promise_name of) const {
    for (auto const i : versions_of(of.identity))
      if (names_[i] == of) return i;
    return none;
  }

  /// An order is under a promise from its first record until it is retired or erased.
  void begin(std::string_view order, std::uint32_t i) { under_.emplace(order, i); }
  void end(std::string_view order, std::uint32_t i) {
    auto const [first, last] = under_.equal_range(order);
    auto const its = std::find_if(first, last, [i](auto const& x) { return x.second == i; });
    if (its != last) under_.erase(its);
  }
  /// Those that have an order of this number, as they were added.
  std::vector<std::uint32_t> under(std::string_view order) const {
    std::vector<std::uint32_t> all;
    auto const [first, last] = under_.equal_range(order);
    for (auto x = first; x != last; ++x) all.push_back(x->second);
    std::sort(all.begin(), all.end());
    return all;
  }

  /// Against which a record of the order is read and judged, by what it says of that and by what
  /// earlier ones said.
  result<std::uint32_t> offer_of(std::string_view order, promise_name said) const {
    auto const [first, last] = under_.equal_range(order);
    auto found = none;
    for (auto x = first; x != last; ++x) {
      if (!fits(x->second, said)) continue;
      if (found != none)
        return offer_fault(error_code::missing, order,
                           "the order is under several promises, and the record does not say "
                           "about which of them it is");
      found = x->second;
    }
    if (found != none) return found;
    return said.identity.empty() ? only_one(order, said) : named_one(order, said);
  }

 private:
  // Texts are found by views of them.
  struct text_hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using indices = std::vector<std::uint32_t>;

  indices const& versions_of(std::string_view identity) const {
    static indices const nothing;
    auto const its = by_identity_.find(identity);
    return its == by_identity_.end() ? nothing : its->second;
  }
  bool fits(std::uint32_t i, promise_name said) const {
    return (said.identity.empty() || said.identity == names_[i].identity) &&
           (said.version.empty() || said.version == names_[i].version);
  }
  /// Of an order that is not there, and whose record names no promise.
  result<std::uint32_t> only_one(std::string_view order, promise_name said) const {
    auto found = none;
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      if (!fits(i, said)) continue;
      if (found != none)
        return offer_fault(error_code::missing, order,
                           "no record has said under which promise this order is, and there are "
                           "several: the first record of an order names one");
      found = i;
    }
    if (found != none) return found;
    if (names_.empty()) return offer_fault(error_code::missing, order, "there is no promise yet");
    return offer_fault(error_code::unknown_name, order,
                       "there is no promise of version " + quoted(said.version));
  }
  result<std::uint32_t> named_one(std::string_view order, promise_name said) const {
    auto const& versions = versions_of(said.identity);
    if (versions.empty()) return unknown_identity(order, said);
    for (auto const i : under(order))
      if (names_[i].identity == said.identity)
        return offer_fault(error_code::contradiction, order,
                           "the order is under version " + quoted(names_[i].version) + " of " +
                               quoted(said.identity) + ", and the record says version " +
                               quoted(said.version));
    if (said.version.empty()) {
      if (versions.size() == 1) return versions.front();
      return offer_fault(error_code::missing, order,
                         "there are " + std::to_string(versions.size()) + " versions of " +
                             quoted(said.identity) +
                             ", and no record has said under which of them this order is");
    }
    if (auto const i = find(said); i != none) return i;
    std::vector<std::string_view> known;
    for (auto const i : versions) known.push_back(names_[i].version);
    return offer_fault(
        error_code::unknown_name, order,
        "there is no version " + quoted(said.version) + " of " + quoted(said.identity),
        nearest_name(said.version, known));
  }
  result<std::uint32_t> unknown_identity(std::string_view order, promise_name said) const {
    std::vector<std::string_view> known;
    for (auto const& n : names_) known.push_back(n.identity);
    return offer_fault(error_code::unknown_name, order,
                       "there is no promise named " + quoted(said.identity),
                       nearest_name(said.identity, known));
  }

  std::vector<promise_name> names_;
  std::unordered_map<std::string, indices, text_hash, std::equal_to<>> by_identity_;
  std::unordered_multimap<std::string, std::uint32_t, text_hash, std::equal_to<>> under_;
};

}  // namespace lupaus::inline v0::detail
