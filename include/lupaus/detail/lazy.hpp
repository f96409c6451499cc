// SPDX-License-Identifier: BSL-1.0
//
// A value that is made when it is first asked for.
#pragma once

#include <new>
#include <type_traits>
#include <utility>

namespace lupaus::inline v0::detail {

/// A value that is made where it stands when it is asked for the first time; usable in constant
/// evaluation.
template <class T>
class lazy {
 public:
  constexpr lazy() : none_{} {}
  lazy(lazy const&) = delete;
  lazy& operator=(lazy const&) = delete;
  constexpr ~lazy() { reset(); }

  /// The value; made by `make()` if there is none yet.
  template <class Make>
  constexpr T& get(Make const& make) {
    if (made_ == nullptr) {
      if (std::is_constant_evaluated())
        made_ = new T(make());
      else
        made_ = ::new (static_cast<void*>(&here_)) T(make());
    }
    return *made_;
  }
  constexpr void reset() {
    if (made_ == nullptr) return;
    if (std::is_constant_evaluated())
      delete made_;
    else
      made_->~T();
    made_ = nullptr;
  }

 private:
  union {
    char none_;
    T here_;  // at run time
  };
  T* made_ = nullptr;
};

}  // namespace lupaus::inline v0::detail
