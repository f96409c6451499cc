// SPDX-License-Identifier: BSL-1.0
//
// Any policy behind one small interface, so that the explorer is compiled once for all of them.
#pragma once

#include "lupaus/explore/order/policy.hpp"

#include <memory>
#include <type_traits>
#include <utility>

namespace lupaus::inline v0::detail {

/// A policy that somebody else keeps alive.
class policy_ref {
 public:
  template <policy P>
  explicit policy_ref(P& p) noexcept
      : target_{point_to(p)},
        ask_{&ask<P>},
        follows_rules_{requires {typename std::remove_const_t<P>::follows_the_rules;
}
}
, may_throw_{!is_noexcept<P>()} {}

decision operator()(circumstances const& c) const { return ask_(target_, c); }

/// A policy that says so is asked at every event at once, whether the seller knows of it or not,
/// because it looks to that itself; and once, because it cannot change its mind.
bool follows_rules() const noexcept { return follows_rules_; }
/// False for a policy that is declared `noexcept`: nothing may be thrown through it.
bool may_throw() const noexcept { return may_throw_; }

private:
union target {
  void* object;
  void (*function)();
};

template <class P>
static target point_to(P& p) noexcept {
  target t{};
  if constexpr (std::is_function_v<P>)
    t.function = reinterpret_cast<void (*)()>(&p);
  else
    t.object = const_cast<void*>(static_cast<void const*>(std::addressof(p)));
  return t;
}
template <class P>
static decision ask(target t, circumstances const& c) {
  if constexpr (std::is_function_v<P>)
    return (*reinterpret_cast<P*>(t.function))(c);
  else if constexpr (decides_by_member<P>)
    return static_cast<P*>(t.object)->decide(c);
  else
    return (*static_cast<P*>(t.object))(c);
}
template <class P>
static constexpr bool is_noexcept() {
  if constexpr (decides_by_member<P>)
    return noexcept(std::declval<P&>().decide(std::declval<circumstances const&>()));
  else
    return noexcept(std::declval<P&>()(std::declval<circumstances const&>()));
}

target target_;
decision (*ask_)(target, circumstances const&);
bool follows_rules_, may_throw_;
}
;

}  // namespace lupaus::inline v0::detail
