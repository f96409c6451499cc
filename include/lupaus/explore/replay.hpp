// SPDX-License-Identifier: BSL-1.0
//
// A story told again to a promise and a policy, move by move: does it still come to that?
//
//   replay order{as_sold, rules_policy{}};
//   order.orders();
//   order.happens("delivery", "shipped");
//   order.happens("delivery", "lost");
//   order.asks_for_replacement("delivery", answer::refuses);
//   order.asks_to_cancel(answer::refuses);
//   BOOST_TEST(order.has_a_way_out(), order.account());
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/explore/explorable_promise.hpp"
#include "lupaus/explore/order/order_move.hpp"
#include "lupaus/explore/order/policy.hpp"
#include "lupaus/explore/order/policy_ref.hpp"
#include "lupaus/model/error.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

struct replay_options {
  std::size_t units = 2;    ///< of a part that has more, as `explore_options::units`
  bool tells_time = false;  ///< as `explore_options::tells_time`
};

namespace detail {
class order_replay;
}

/// Replays a story. The policy is asked anew at every request. Where it now gives her what it did
/// not, the story is over, and what follows is passed over. Then, or at the end: is she trapped,
/// has she a way out?
///
/// A name that the promise does not have is an error, and so is a move that is not possible, unless
/// `if_possible()` stands before it: a test must not pass because it tells another story. Throws
/// `bad_input`; without exceptions, prints and aborts.
///
/// Keeps the model and the policy. Failures are not limited. Each move costs as much as the moves
/// of its state; `has_a_way_out` a search of what can be counted on.
class replay {
 public:
  template <policy Policy = rules_policy>
  explicit replay(explorable_promise const& promise, Policy p = {},
                  replay_options const& options = {})
      : replay{promise, std::make_shared<Policy>(std::move(p)), options} {}
  replay(replay const&) = delete;  // its parts refer to each other
  replay& operator=(replay const&) = delete;
  ~replay();

  // ---- the moves, by name --------------------------------------------------------------------

  void orders(source_place at = source_place::here());
  /// Something happens to a part. A name is as of `event_called`; `unit` counts from 0.
  void happens(std::string_view part, std::string_view event, std::size_t unit = 0,
               source_place at = source_place::here());
  /// The seller is told of it.
  void reports(std::string_view part, std::string_view event, std::size_t unit = 0,
               source_place at = source_place::here());
  /// The policy acts on what happened to a part.
  void acts(std::string_view part, std::string_view event, answer was, std::size_t unit = 0,
            source_place at = source_place::here());
  /// The customer tells a part's performer that he can begin.
  void tells(std::string_view part, std::size_t unit = 0, source_place at = source_place::here());
  /// She asks for another one of what failed; `was`: what she was answered.
  void asks_for_replacement(std::string_view part, answer was, std::size_t unit = 0,
                            source_place at = source_place::here());
  void asks_to_cancel(answer was, source_place at = source_place::here());
  /// She, who has not paid, goes elsewhere.
  void leaves(source_place at = source_place::here());
  /// Any move; of `says` only what it does counts, and not who makes the move.
  void make(order_move const& x, source_place at = source_place::here());

  /// The next move need not be possible: where it is not, the story is over there.
  ///
  ///   order.if_possible().happens("delivery", "returned");
  replay& if_possible() noexcept;

  // ---- how it stands -------------------------------------------------------------------------

  /// True when a move could not be made, or she was granted what she had not been.
  [[nodiscard]] bool is_over() const noexcept;
  /// Every move could be made, and every answer was the same.
  [[nodiscard]] bool is_the_same_story() const noexcept;
  [[nodiscard]] order_view view() const noexcept;
  /// The moves that were made, with the answers of now.
  [[nodiscard]] std::vector<order_move> const& moves() const noexcept;

  /// What can be counted on brings her what she was promised, or her money back; never once the
  /// policy has broken. Parts that have nothing to do with each other are looked at apart.
  [[nodiscard]] bool has_a_way_out() const;
  /// She has no way out, and all that she can ask was asked in vain.
  [[nodiscard]] bool is_trapped() const;
  /// The policy gave no decision that could be followed.
  [[nodiscard]] bool is_broken() const;

  /// Some move left the seller exposed: see `seller_exposure`.
  [[nodiscard]] bool is_exposed() const noexcept;

  /// What happened, a line a move, and how it stands: for the message of a test.
  [[nodiscard]] std::string account() const;

 private:
  template <class Policy>
  replay(explorable_promise const& promise, std::shared_ptr<Policy> p,
         replay_options const& options)
      : replay{promise, p, detail::policy_ref{*p}, options} {}
  replay(explorable_promise const& promise, std::shared_ptr<void> policy,
         detail::policy_ref const& asked, replay_options const& options);

  std::unique_ptr<detail::order_replay> order_;
};

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/explore/replay.hpp"
#endif
