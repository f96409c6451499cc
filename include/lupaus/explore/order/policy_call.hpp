// SPDX-License-Identifier: BSL-1.0
//
// Asks a policy that may misbehave: it may throw, never end, answer nonsense, or answer the same
// question otherwise another time.
#pragma once

#include "lupaus/explore/order/order_move.hpp"
#include "lupaus/explore/order/policy_ref.hpp"
#include "lupaus/explore/order/question_limit.hpp"
#include "lupaus/life/order/price_reduction.hpp"

#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <vector>

namespace lupaus::inline v0::detail {

/// Asks, and keeps the words of what was thrown. The policy must outlive it. One that does not look
/// at the order, or whatever it is answered, cannot be stopped.
class policy_call {
 public:
  /// `asked`: where it is noted what it looks at; it may be none.
  explicit policy_call(policy_ref const& p, asked_parts* asked = nullptr)
      : policy_{p}, asked_{asked} {}

  bool follows_rules() const noexcept { return policy_.follows_rules(); }

  /// The words of a fault, by the number in its move; empty when there are none.
  std::string words(std::size_t number) const {
    return number == 0 || number > words_.size() ? std::string{} : words_[number - 1];
  }

  /// From now on it asks another time, or two or three, as chance has it: a policy that remembers
  /// and answers alike as often as it was asked before is asked at another place of its round.
  void ask_unevenly(bool does) const noexcept { is_uneven_ = does; }
  /// So often it was asked so far.
  std::size_t asked() const noexcept { return times_; }

  /// The decision; and in the move what is wrong with it.
  decision operator()(circumstances const& c, order_move& label) const {
    if (policy_.follows_rules()) return policy_(c);
    auto d = guarded(c, label);
    if (label.fault != policy_fault::none) return d;
    if (is_nonsense(c, d)) {
      label.fault = policy_fault::talks_nonsense;
    } else {
      auto more = is_uneven_ ? 1 + chance_.any_number() % 3 : 1;
      while (more-- > 0 && label.fault == policy_fault::none)
        if (!(guarded(c, label) == d) && label.fault == policy_fault::none)
          label.fault = policy_fault::changes_its_mind;
      if (d.does == answer::reduces_price &&
          !may_reduce_price({order_access::plan(c), order_access::bytes(c)}, d.object, c.part,
                            c.unit))
        d.does = answer::waits;
    }
    return d;
  }

 private:
  static bool is_nonsense(circumstances const& c, decision const& d) {
    auto const& m = c.promise();
    if (d.does > answer::reduces_price) return true;
    if (d.object && !m.parts.contains(d.object)) return true;
    if (d.gate && !m.events.contains(d.gate)) return true;
    if (d.under && !m.rules.contains(d.under)) return true;
    switch (c.on) {
      case occasion::cancellation:
        return d.does == answer::replaces || d.does == answer::performs_again || mends_in_place(d);
      case occasion::news: return d.does == answer::accepts;
      case occasion::replacement: break;
    }
    return false;
  }

  decision guarded(circumstances c, order_move& label) const {
    ++times_;
    question_limit limit{policy_.may_throw(), asked_};
    if (asked_) asked_->begin(c.part);
    order_access::limit_questions(c, limit);
    decision d;
#if defined(__cpp_exceptions)
    try {
      d = policy_(c);
    } catch (out_of_questions) {
    } catch (std::exception const& x) {
      label.fault = policy_fault::throws;
      label.words = keep(x.what());
    } catch (...) {
      label.fault = policy_fault::throws;
    }
#else
    d = policy_(c);
#endif
    // With its money back a part need not be performed, which concerns all that comes after it.
    if (asked_) asked_->note(d.does == answer::refunds && d.object ? whole : d.object);
    if (limit.is_reached()) label.fault = policy_fault::does_not_end;
    return d;
  }
  std::uint8_t keep(char const* what) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (words_[i] == what) return static_cast<std::uint8_t>(i + 1);
    if (words_.size() == 255) return 255;
    words_.emplace_back(what);
    return static_cast<std::uint8_t>(words_.size());
  }

  policy_ref policy_;
  asked_parts* asked_;
  mutable std::vector<std::string> words_;
  mutable question_limit chance_{false};  // the same numbers on every machine
  mutable std::size_t times_ = 0;
  mutable bool is_uneven_ = false;
};

}  // namespace lupaus::inline v0::detail
