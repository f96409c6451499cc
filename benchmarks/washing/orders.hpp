// SPDX-License-Identifier: BSL-1.0
//
// K washing machines on order, one stock and one installer: the transition system that the peers
// of the explorer share. What one order may do is worked out once for all its 4096 values.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace washing {

enum status : unsigned {
  idle,
  ordered,
  moving,
  arrived,
  damaged,
  lost,
  return_asked,
  return_moving,
  return_received,
  return_stuck,
  done,
  refunded
};
enum visit : unsigned { unbooked, booked, wasted };  // of the installer
enum cancelling : unsigned { unasked, asked, refused };
inline constexpr unsigned most_replacements = 2;

/// One order; `pack` puts it into 12 bits.
struct order {
  unsigned status = idle, visit = unbooked, cancelling = unasked;
  bool is_told = true;  // the customer knows of the last failure
  unsigned replacements = 0;
  bool is_late = false;

  constexpr unsigned pack() const {
    return status | visit << 4 | cancelling << 6 | unsigned{is_told} << 8 | replacements << 9 |
           unsigned{is_late} << 11;
  }
  static constexpr order unpack(unsigned bits) {
    return {bits & 15,     bits >> 4 & 3,        bits >> 6 & 3, (bits >> 8 & 1) != 0,
            bits >> 9 & 3, (bits >> 11 & 1) != 0};
  }
};

/// What a move asks of what the orders share, and does to it.
enum class share : unsigned char { nothing, takes_machine, takes_installer, frees_installer };

enum class move : unsigned char {
  places_order,
  ships,
  arrives,
  arrives_damaged,
  gets_lost,
  becomes_late,
  tells_customer,
  asks_return,
  collects_return,
  receives_return,
  loses_return,
  replaces_returned,
  replaces_lost,
  asks_to_cancel,
  cancels,
  refuses_to_cancel,
  refunds,
  books_installer,
  installs,
  comes_too_early,
  books_again
};

/// Calls `f(move, share, order after)` for every move of one order, in the order of `move`.
template <class F>
constexpr void for_each_move(order const& o, F&& f) {
  auto const is = [&](auto... s) { return ((o.status == s) || ...); };
  auto const becomes = [&](unsigned s) {
    auto n = o;
    n.status = s;
    return n;
  };
  auto const fails = [&](unsigned s) {
    auto n = becomes(s);
    n.is_told = false;
    return n;
  };
  auto const visits = [&](unsigned v) {
    auto n = o;
    n.visit = v;
    return n;
  };
  auto const replaced = [&] {
    auto n = becomes(moving);
    ++n.replacements;
    n.is_late = false;
    return n;
  };
  bool const has_retry = o.replacements < most_replacements;

  if (is(idle)) {
    auto n = becomes(ordered);
    n.is_told = true;
    f(move::places_order, share::nothing, n);
  }
  if (is(ordered)) f(move::ships, share::takes_machine, becomes(moving));
  if (is(moving)) f(move::arrives, share::nothing, becomes(arrived));
  if (is(moving)) f(move::arrives_damaged, share::nothing, fails(damaged));
  if (is(moving)) f(move::gets_lost, share::nothing, fails(lost));
  if (is(moving) && !o.is_late) {
    auto n = fails(moving);
    n.is_late = true;
    f(move::becomes_late, share::nothing, n);
  }
  if (!o.is_told && is(moving, damaged, lost, return_stuck)) {
    auto n = o;
    n.is_told = true;
    f(move::tells_customer, share::nothing, n);
  }
  if (is(damaged) && o.is_told) f(move::asks_return, share::nothing, becomes(return_asked));
  if (is(return_asked)) f(move::collects_return, share::nothing, becomes(return_moving));
  if (is(return_moving)) f(move::receives_return, share::nothing, becomes(return_received));
  if (is(return_moving)) f(move::loses_return, share::nothing, fails(return_stuck));
  if (is(return_received) && has_retry)
    f(move::replaces_returned, share::takes_machine, replaced());
  if (is(lost) && o.is_told && has_retry) f(move::replaces_lost, share::takes_machine, replaced());
  if (o.cancelling == unasked &&
      is(ordered, moving, lost, return_asked, return_moving, return_stuck)) {
    auto n = o;
    n.cancelling = asked;
    f(move::asks_to_cancel, share::nothing, n);
  }
  if (o.cancelling == asked && is(ordered)) {
    auto n = becomes(refunded);
    n.cancelling = unasked;
    f(move::cancels, share::nothing, n);
  }
  if (o.cancelling == asked && !is(ordered)) {
    auto n = o;
    n.cancelling = refused;
    f(move::refuses_to_cancel, share::nothing, n);
  }
  if (is(return_received) && o.replacements == most_replacements)
    f(move::refunds, share::nothing, becomes(refunded));
  if (o.visit == unbooked && is(ordered, moving, arrived))
    f(move::books_installer, share::takes_installer, visits(booked));
  if (o.visit == booked && is(arrived)) {
    auto n = visits(unbooked);
    n.status = done;
    f(move::installs, share::frees_installer, n);
  }
  if (o.visit == booked && !is(arrived))
    f(move::comes_too_early, share::frees_installer, visits(wasted));
  if (o.visit == wasted && o.is_told && is(arrived))
    f(move::books_again, share::takes_installer, visits(booked));
}

/// Whether the customer of one order is stuck with a refusal, when there is no stock or is some.
constexpr bool is_stuck(order const& o, bool has_stock) {
  if (o.cancelling != refused) return false;
  if (o.status == return_stuck) return true;
  if (o.status == lost && o.replacements == most_replacements) return true;
  return (o.status == lost || o.status == return_received) && o.replacements < most_replacements &&
         !has_stock;
}

/// The whole: K orders of 12 bits each, the stock above them, and the installer on top.
template <std::size_t K>
class orders {
  static_assert(12 * K + 5 <= 64);

 public:
  struct state_type {
    std::uint64_t bits;
  };
  struct label_type {
    std::uint8_t order;
    move what;
    friend bool operator==(label_type const&, label_type const&) = default;
  };

  explicit orders(unsigned stock) : stock_{stock} {
    for (unsigned v = 0; v < values; ++v) {
      auto const o = order::unpack(v);
      first_[v] = static_cast<std::uint32_t>(moves_.size());
      for_each_move(o, [&](move m, share s, order const& to) {
        moves_.push_back({static_cast<std::uint16_t>(v ^ to.pack()), s, m});
      });
      is_stuck_[v] = is_stuck(o, true) ? 2 : is_stuck(o, false) ? 1 : 0;
      is_ended_[v] = o.status == done || o.status == refunded;
    }
    first_[values] = static_cast<std::uint32_t>(moves_.size());
  }

  template <class F>
  void for_each_initial(F&& f) const {
    state_type s{std::uint64_t{stock_} << stock_at};
    for (std::size_t i = 0; i < K; ++i) s.bits |= std::uint64_t{order{}.pack()} << 12 * i;
    f(s);
  }

  template <class F>
  void for_each_successor(state_type const& s, F&& f) const {
    // What each share does to the shared bits, and whether it may.
    bool const may[] = {true, stock(s) > 0, (s.bits >> installer_at & 1) == 0, true};
    std::uint64_t const added[] = {0, std::uint64_t{0} - (std::uint64_t{1} << stock_at),
                                   std::uint64_t{1} << installer_at,
                                   std::uint64_t{0} - (std::uint64_t{1} << installer_at)};
    for (std::size_t i = 0; i < K; ++i) {
      auto const v = order_at(s, i);
      for (auto at = first_[v]; at < first_[v + 1]; ++at) {
        auto const& m = moves_[at];
        auto const shared = static_cast<std::size_t>(m.shared);
        if (may[shared])
          f(state_type{(s.bits ^ std::uint64_t{m.change} << 12 * i) + added[shared]},
            label_type{static_cast<std::uint8_t>(i), m.what});
      }
    }
  }

  /// The bench's predicate: some order is stuck with a refusal.
  bool is_stuck(state_type const& s) const {
    unsigned most = 0;
    for (std::size_t i = 0; i < K; ++i) most |= is_stuck_[order_at(s, i)];
    return most > (stock(s) == 0 ? 0u : 1u);
  }
  /// Order `i` is installed or refunded.
  bool is_ended(state_type const& s, std::size_t i) const { return is_ended_[order_at(s, i)]; }

 private:
  using order = washing::order;
  static constexpr unsigned values = 1u << 12;
  static constexpr unsigned stock_at = 12 * K, installer_at = stock_at + 4;
  struct order_move {
    std::uint16_t change;  // bits of the order that differ afterwards
    share shared;
    move what;
  };

  static unsigned order_at(state_type const& s, std::size_t i) {
    return static_cast<unsigned>(s.bits >> 12 * i) & (values - 1);
  }
  static unsigned stock(state_type const& s) {
    return static_cast<unsigned>(s.bits >> stock_at) & 15;
  }
  static constexpr bool is_stuck(order const& o, bool has_stock) {
    return washing::is_stuck(o, has_stock);
  }

  unsigned stock_;
  std::vector<order_move> moves_;  // of every value of an order
  std::array<std::uint32_t, values + 1> first_{};
  std::array<std::uint8_t, values> is_stuck_{};  // 2 whatever the stock, 1 without any
  std::array<bool, values> is_ended_{};
};

/// The same where it does not matter which order is which: of all ways to number them, one.
template <std::size_t K>
class sorted_orders : public orders<K> {
 public:
  using typename orders<K>::state_type;
  using typename orders<K>::label_type;
  using orders<K>::orders;

  template <class F>
  void for_each_initial(F&& f) const {
    orders<K>::for_each_initial([&](state_type const& s) { f(sorted(s)); });
  }
  template <class F>
  void for_each_successor(state_type const& s, F&& f) const {
    orders<K>::for_each_successor(
        s, [&](state_type const& to, label_type const& with) { f(sorted(to), with); });
  }

 private:
  static state_type sorted(state_type s) {
    constexpr std::uint64_t one = (std::uint64_t{1} << 12) - 1;
    std::array<std::uint64_t, K> each;
    for (std::size_t i = 0; i < K; ++i) each[i] = s.bits >> 12 * i & one;
    for (std::size_t i = 1; i < K; ++i)  // a handful, nearly in order
      for (auto j = i; j > 0 && each[j] < each[j - 1]; --j) std::swap(each[j], each[j - 1]);
    s.bits = s.bits >> 12 * K << 12 * K;
    for (std::size_t i = 0; i < K; ++i) s.bits |= each[i] << 12 * i;
    return s;
  }
};

}  // namespace washing
