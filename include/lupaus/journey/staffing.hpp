// SPDX-License-Identifier: BSL-1.0
//
// Sellers enough for the customer flow: waiting in a shop as a queue with several servers (Erlang
// C).
//
// The formula: A. K. Erlang, Solution of some problems in the theory of probabilities of
// significance in automatic telephone exchanges, 1917; as in D. Gross, C. M. Harris, Fundamentals
// of Queueing Theory, M/M/c. It holds of customers who arrive independently of each other at one
// rate, take a time that is exponentially distributed, are served in turn by the next seller who is
// free, and all wait, however long it takes; in the steady state, which there is only while fewer
// sellers are kept busy than there are. Where customers give up, fewer wait than it says; where
// they come in waves, more do.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/model/error.hpp"

#include <chrono>
#include <cstdint>
#include <string>

namespace lupaus::inline v0 {

/// Seconds, with a fraction.
using waiting_time = std::chrono::duration<double>;

/// Who comes, and for how long they keep a seller.
struct customer_flow {
  double arrivals_per_hour = 0;    ///< above 0
  waiting_time service_time = {};  ///< on average; above 0

  /// The work that comes in, in sellers who are kept busy (erlangs): arrivals × service time.
  [[nodiscard]] double load() const noexcept {
    return arrivals_per_hour * service_time.count() / 3'600;
  }
};

/// What a shop takes on: so large a share of customers wait no longer than that.
struct service_level {
  double share = 0;  ///< above 0 and below 1
  waiting_time within = {};
};

/// How customers wait in the steady state. Made by `waiting_with`.
struct waiting {
  std::uint32_t sellers = 0;
  double load = 0;         ///< in erlangs
  double delayed = 0;      ///< the share who wait at all: Erlang's C
  double queue = 0;        ///< how many wait, on average
  waiting_time mean = {};  ///< of all customers, those who do not wait too
  waiting_time turn = {};  ///< between two sellers who get free: service time / (sellers - load)

  /// The share of their time in which sellers are busy.
  [[nodiscard]] double utilisation() const noexcept { return load / sellers; }
  /// The share who wait no longer than `t`.
  [[nodiscard]] LUPAUS_DECL double share_within(waiting_time t) const;
  /// The time that a share of customers wait at most, above 0 and below 1; 0 where fewer wait.
  [[nodiscard]] LUPAUS_DECL waiting_time percentile(double share) const;
  [[nodiscard]] bool keeps(service_level const& goal) const {
    return share_within(goal.within) >= goal.share;
  }
};

/// Erlang's B: the share of customers turned away where nobody waits. By the recursion
/// B(k) = load·B(k-1) / (k + load·B(k-1)), of positive terms alone: relative error O(servers ·
/// 2⁻⁵³). `load` is 0 or more. O(servers).
[[nodiscard]] LUPAUS_DECL double erlang_b(std::uint32_t servers, double load);

/// Erlang's C: the share of customers who wait; servers·B / (servers - load + load·B), which takes
/// no difference of near numbers but that of servers and load. Bad input unless 0 <= load <
/// servers.
[[nodiscard]] LUPAUS_DECL double erlang_c(std::uint32_t servers, double load);

/// How the flow waits with so many sellers. Bad input: a flow that is none, or one that keeps as
/// many busy as there are, or more: its queue grows without end. O(sellers).
[[nodiscard]] LUPAUS_DECL waiting waiting_with(customer_flow const& flow, std::uint32_t sellers);

/// The least number of sellers who keep the level. Bad input: a level that is none, or one that so
/// many do not keep. O(what it returns).
[[nodiscard]] LUPAUS_DECL std::uint32_t sellers_for(customer_flow const& flow,
                                                    service_level const& goal,
                                                    std::uint32_t at_most = 1'000'000);

/// The load, the sellers on duty and what follows, in one or two sentences; also where the queue
/// grows without end.
[[nodiscard]] LUPAUS_DECL std::string load_text(customer_flow const& flow, std::uint32_t on_duty,
                                                service_level const& goal);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/journey/staffing.hpp"
#endif
