// SPDX-License-Identifier: BSL-1.0
//
// Asks a policy that may misbehave: it may throw, never end, answer nonsense, or answer the same
// question otherwise the second time.
#pragma once

#include "lupaus/explore/order/order_move.hpp"
#include "lupaus/explore/order/policy.hpp"

#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <vector>

namespace lupaus::inline v0::detail {

/// Asks, and keeps the words of what was thrown. The policy must outlive it.
template <policy Policy>
class policy_call {
 public:
  /// A policy that looks at the order more often than this for one decision does not end. One that
  /// does not look at it at all cannot be stopped; nor, without exceptions, can any.
  static constexpr std::size_t most_questions = 100'000;

  explicit policy_call(Policy& p) : policy_{&p} {}

  /// The words of a fault, by the number in its move; empty when there are none.
  std::string words(std::size_t number) const {
    return number == 0 || number > words_.size() ? std::string{} : words_[number - 1];
  }

  /// The decision; and in the move what is wrong with it.
  decision operator()(circumstances const& c, order_move& label) const {
    if constexpr (detail::is_rules<Policy>) return detail::ask(*policy_, c);
    auto const d = guarded(c, label);
    if (label.fault != policy_fault::none) return d;
    if (is_nonsense(c, d)) {
      label.fault = policy_fault::talks_nonsense;
    } else if (!(guarded(c, label) == d) && label.fault == policy_fault::none) {
      label.fault = policy_fault::changes_its_mind;
    }
    return d;
  }

 private:
  static bool is_nonsense(circumstances const& c, decision const& d) {
    auto const& m = c.promise();
    if (d.does > answer::refunds) return true;
    if (d.object && !m.parts.contains(d.object)) return true;
    if (d.gate && !m.events.contains(d.gate)) return true;
    if (d.under && !m.rules.contains(d.under)) return true;
    switch (c.on) {
      case occasion::cancellation:
        return d.does == answer::replaces || d.does == answer::performs_again ||
               d.does == answer::repairs;
      case occasion::news: return d.does == answer::accepts;
      case occasion::replacement: break;
    }
    return false;
  }

  decision guarded(circumstances c, order_move& label) const {
    auto left = most_questions;
    c.limit_questions(left);
#if defined(__cpp_exceptions)
    try {
      auto const d = detail::ask(*policy_, c);
      if (left == too_many_questions) label.fault = policy_fault::does_not_end;
      return d;
    } catch (std::exception const& x) {
      label.fault = policy_fault::throws;
      label.words = keep(x.what());
    } catch (detail::out_of_questions) {
      label.fault = policy_fault::does_not_end;
    } catch (...) {
      label.fault = policy_fault::throws;
    }
    return {};
#else
    (void)label;
    return detail::ask(*policy_, c);
#endif
  }
  std::uint8_t keep(char const* what) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (words_[i] == what) return static_cast<std::uint8_t>(i + 1);
    if (words_.size() == 255) return 255;
    words_.emplace_back(what);
    return static_cast<std::uint8_t>(words_.size());
  }

  Policy* policy_;
  mutable std::vector<std::string> words_;
};

}  // namespace lupaus::inline v0::detail
