// SPDX-License-Identifier: BSL-1.0
//
// The orders under one promise of a catalogue, wherever they are kept.
#pragma once

#include "lupaus/model/error.hpp"
#include "lupaus/model/terms/time.hpp"
#include "lupaus/monitor/order_event.hpp"

#include <string_view>

namespace lupaus::inline v0 {

class monitor;

namespace detail {

/// Functions that can fail give what went wrong; then nothing has changed.
class kept_orders {
 public:
  kept_orders() = default;
  kept_orders(kept_orders const&) = delete;
  kept_orders& operator=(kept_orders const&) = delete;
  virtual ~kept_orders() = default;

  virtual monitor const& watch() const = 0;
  virtual errors observe(order_event const& e) = 0;
  virtual errors advance(seconds_t now) = 0;
  virtual errors erase(std::string_view order) = 0;
  virtual errors checkpoint() = 0;
  /// The log has ended at that time; nothing is taken in any more.
  virtual void finish(seconds_t now) = 0;
};

}  // namespace detail
}  // namespace lupaus::inline v0
