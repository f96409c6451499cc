// SPDX-License-Identifier: BSL-1.0
//
// Who is told of what a monitor finds, and of its own work; and by what options it goes.
#pragma once

#include "lupaus/monitor/breach.hpp"
#include "lupaus/monitor/monitor_options.hpp"

#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>

namespace lupaus::inline v0::detail {

class told_to {
 public:
  using breach_sink = std::function<void(breach const&)>;
  using remark_sink = std::function<void(remark const&)>;

  told_to(breach_sink on_breach, remark_sink on_remark, monitor_options options)
      : options_{std::move(options)},
        on_breach_{std::move(on_breach)},
        on_remark_{std::move(on_remark)} {}

  partition_share share() const { return options_.share; }
  void signal(signal_kind kind, std::string_view order, std::uint64_t count = 0) const {
    if (options_.on_signal) options_.on_signal({kind, order, count});
  }
  void tell(breach const& b) const {
    if (on_breach_) on_breach_(b);
  }
  void tell(remark const& r) const {
    if (on_remark_) on_remark_(r);
  }

 protected:
  monitor_options options_;

 private:
  breach_sink on_breach_;
  remark_sink on_remark_;
};

}  // namespace lupaus::inline v0::detail
