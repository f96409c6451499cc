// SPDX-License-Identifier: BSL-1.0
//
// The checks over masks: for each, what finds the same as the check in less time, or tells that
// there is nothing to find. A check that no screen knows runs as it is.
#pragma once

#include "lupaus/check/standard_checks.hpp"
#include "lupaus/screen/claims.hpp"
#include "lupaus/screen/delivery.hpp"
#include "lupaus/screen/recovery.hpp"

namespace lupaus::inline v0::detail {

/// Shows its screens one model after the other, and keeps their memory.
class screen : claims_screen, delivery_screen, recovery_screen {
 public:
  /// False when the model is too large for masks.
  bool read(model_view const& m) {
    claims_screen::begin();
    delivery_screen::begin();
    recovery_screen::begin();
    return screened_.read(m);
  }

  template <class Check, class Sink>
  void run(Check const& check, Sink&& sink) {
    find(check, screened_, sink);
  }

 private:
  using claims_screen::find;
  using delivery_screen::find;
  using recovery_screen::find;

  template <class Check, class Sink>
  void find(Check const& check, screened& s, Sink&& sink) {
    check(*s.m, sink);
  }

  screened screened_;
};

}  // namespace lupaus::inline v0::detail
